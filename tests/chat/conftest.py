from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chat.slack_council import Council, slack_council
from tests.chat.slack_room import Room, slack_room


@pytest.fixture
def council(tmp_path: Path) -> Iterator[Council]:
    """A council whose team sits in Slack."""
    with slack_council(tmp_path) as made:
        yield made


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """The council at work, with Slack connected by the socket."""
    with slack_room(tmp_path) as made:
        yield made
