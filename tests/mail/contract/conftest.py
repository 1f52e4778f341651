"""Every mailbox on its stage. One more is one more line in STAGES."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handlers.parts import Parts
from tests.fakes.exchange_stage import ExchangeStage
from tests.fakes.graph_stage import GraphStage
from tests.fakes.imap_stage import DovecotStage, PymapStage
from tests.fakes.maildir_stage import MaildirStage
from tests.fakes.stage import Stage
from tests.journeys.world import World, make_template

STAGES: dict[str, Callable[[], Stage]] = {
    "maildir": MaildirStage,
    "imap-pymap": PymapStage,
    "imap-dovecot": DovecotStage,
    "exchange": ExchangeStage,
    "graph": GraphStage,
}
FAULTS = [(name, fault) for name, stage in STAGES.items() for fault in sorted(getattr(stage, "faults", ()))]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a `fault` runs for each that a mailbox's service can have; any other once a mailbox."""
    if "fault" in metafunc.fixturenames:
        metafunc.parametrize(("stage", "fault"), FAULTS, indirect=["stage"], ids=[f"{s}-{f}" for s, f in FAULTS])
    elif "stage" in metafunc.fixturenames:
        metafunc.parametrize("stage", STAGES, indirect=True)


@pytest.fixture
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    """A mailbox with its server."""
    with STAGES[request.param]() as one:
        yield one


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the council's imports."""
    folder = tmp_path_factory.mktemp("council")
    make_template(folder)
    return folder


@pytest.fixture
def restart(stage: Stage, tmp_path: Path, template: Path) -> Iterator[Callable[[], Parts]]:
    """Gives the parts of a running bot with a fresh client of this mailbox: the first time and after each crash."""
    world = World(tmp_path / "world", template)

    def begin() -> Parts:
        return dataclasses.replace(world.parts, mailbox=stage.open())

    yield begin
    world.close()
