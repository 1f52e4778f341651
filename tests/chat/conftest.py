from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chat.slack_council import Council, slack_council


@pytest.fixture
def council(tmp_path: Path) -> Iterator[Council]:
    """A council whose team sits in Slack."""
    with slack_council(tmp_path) as made:
        yield made
