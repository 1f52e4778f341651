"""`doctor` says whether Slack will work, one sentence a thing, and how to mend what is not well."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.chat.slack.check import check_slack
from tests.chat.slack_council import MAY_ID, SAM_ID, Council, slack_council, slack_settings
from tests.fakes.slack_payloads import CHANNEL
from tests.fakes.slack_server import APP_TOKEN, SECRET, TOKEN


@pytest.fixture
def ready(council: Council) -> Council:
    council.slack.socket_url = "ws://127.0.0.1:9/link"
    return council


def findings(council: Council, **changes: object) -> list[tuple[str, str, bool]]:
    settings = slack_settings(council.slack, **changes)
    found = check_slack(settings, council.world.parts.store, council.clock)
    return [(item.what, item.sentence, item.well) for item in found]


def test_all_is_well_and_nothing_is_posted(ready: Council) -> None:
    told = findings(ready)
    assert [what for what, _, well in told if not well] == []
    assert len(told) == 7
    assert ready.slack.messages == {}


def lose_scope(council: Council) -> None:
    council.slack.scopes.discard("metadata.message:read")


def leave_channel(council: Council) -> None:
    council.slack.channels.discard(CHANNEL)


def close_socket(council: Council) -> None:
    council.slack.socket_url = ""


def lose_manager(council: Council) -> None:
    del council.slack.users[MAY_ID]


def lose_adviser(council: Council) -> None:
    council.slack.users[SAM_ID]["deleted"] = True


@pytest.mark.parametrize(
    ("harm", "what", "mend"),
    [
        (lose_scope, "Slack permissions", "metadata.message:read"),
        (leave_channel, "Slack, the team's channel", "/invite"),
        (close_socket, "Slack socket", "connections:write"),
        (lose_manager, "Slack, managers", "may.hill@council.example"),
        (lose_adviser, "Slack, advisers", "Sam Reed"),
    ],
)
def test_what_is_wrong_is_named_with_its_mend(
    ready: Council, harm: Callable[[Council], None], what: str, mend: str
) -> None:
    harm(ready)
    ((named, sentence),) = [(found, said) for found, said, well in findings(ready) if not well]
    assert named == what
    assert mend in sentence
    assert "\n" not in sentence


def test_a_wrong_token_is_the_one_thing_that_is_told_and_no_token_is_shown(ready: Council) -> None:
    told = findings(ready, bot_token="xoxb-wrong")
    assert [what for what, _, _ in told] == ["Slack"]
    assert "copy it anew" in told[0][1]
    assert not any(secret in str(told) for secret in ("xoxb-wrong", TOKEN, APP_TOKEN, SECRET))


def test_a_slack_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    with slack_council(tmp_path) as council:
        settings = slack_settings(council.slack)
        council.slack.stop()
        (finding,) = check_slack(settings, council.world.parts.store, council.clock)
    assert "cannot be reached" in finding.sentence
