"""Worlds for the journeys: the imports are made once, and copied."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.world import World, make_template


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the council's imports."""
    folder = tmp_path_factory.mktemp("council")
    make_template(folder)
    return folder


@pytest.fixture
def council(tmp_path: Path, template: Path) -> Iterator[Callable[..., World]]:
    """Makes worlds, each with more configuration if need be."""
    made: list[World] = []

    def make(more_config: str = "") -> World:
        made.append(World(tmp_path / f"world{len(made)}", template, more_config))
        return made[-1]

    yield make
    for world in made:
        world.close()


@pytest.fixture
def world(council: Callable[..., World]) -> World:
    """A council as most have it."""
    return council()
