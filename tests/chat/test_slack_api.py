"""What Slack's answers mean for a message: it stands, it may be made later, it never will be, or nobody knows."""

import subprocess
import sys

import pytest

from bot.errors import PlainError
from bot.ports import ChatError, ChatPostponedError, ChatRefusedError
from handlers.chat.slack.api import NO_PACKAGES, SlackApi, workspace
from tests.fakes.slack_payloads import CHANNEL, TEAM
from tests.fakes.slack_server import SECRET, TOKEN, Fault, SlackServer


def post(api: SlackApi) -> None:
    api.call("chat.postMessage", channel=CHANNEL, text="hello")


def test_a_token_tells_where_it_belongs() -> None:
    with SlackServer() as slack:
        assert workspace(SlackApi(TOKEN, slack.url)).team == TEAM


def test_slack_asking_to_wait_is_told_with_its_seconds_and_nothing_is_tried_again() -> None:
    with SlackServer() as slack:
        slack.faults.append(Fault("chat.postMessage", 429, "ratelimited", {"Retry-After": "7"}))
        with pytest.raises(ChatPostponedError) as caught:
            post(SlackApi(TOKEN, slack.url))
        assert caught.value.seconds == 7
        assert len(slack.made("chat.postMessage")) == 1


def test_slack_out_of_reach_means_that_nothing_was_posted() -> None:
    with SlackServer() as slack:
        api = SlackApi(TOKEN, slack.url)
    with pytest.raises(ChatPostponedError):
        post(api)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=500),
        Fault(status=503),
        Fault(drop=True),
        Fault(error="internal_error"),
        Fault(drop=True, after=True),
    ],
)
def test_a_broken_answer_means_that_nobody_knows_and_the_library_posts_nothing_twice(fault: Fault) -> None:
    with SlackServer() as slack:
        slack.faults.append(fault)
        with pytest.raises(ChatError) as caught:
            post(SlackApi(TOKEN, slack.url))
        assert not isinstance(caught.value, ChatPostponedError | ChatRefusedError)
        assert len(slack.made("chat.postMessage")) == 1


def test_silence_means_that_nobody_knows() -> None:
    with SlackServer() as slack:
        slack.faults.append(Fault(hang=1.5, after=True))
        api = SlackApi(TOKEN, slack.url)
        api.client.timeout = 1
        with pytest.raises(ChatError) as caught:
            post(api)
        assert not isinstance(caught.value, ChatPostponedError | ChatRefusedError)


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel", "invalid_auth", "account_inactive"])
def test_what_only_a_person_can_mend_says_how(error: str) -> None:
    with SlackServer() as slack:
        slack.faults.append(Fault(error=error))
        with pytest.raises(ChatRefusedError, match=r"(check|write|copy|install)") as caught:
            post(SlackApi(TOKEN, slack.url))
    assert "\n" not in str(caught.value)


def test_an_answer_goes_to_slacks_own_host_and_to_no_other_that_a_payload_names() -> None:
    with SlackServer() as slack:
        api = SlackApi(TOKEN, slack.url)
        api.respond(slack.response_url, {"text": "hello"})
        assert [message["text"] for message in slack.responses] == ["hello"]
        for url in ("http://evil.example/x", "https://hooks.slack.com/x", "https://127.0.0.1.evil.example/x", ""):
            with pytest.raises(ChatRefusedError):
                api.respond(url, {"text": "hello"})


def test_no_error_shows_a_token() -> None:
    with SlackServer() as slack:
        for fault in (Fault(error="invalid_auth"), Fault(status=500), Fault(drop=True), Fault(error="oh_no")):
            slack.faults.append(fault)
            with pytest.raises(ChatError) as caught:
                post(SlackApi(TOKEN, slack.url))
            assert TOKEN not in repr(caught.value)
            assert SECRET not in repr(caught.value)


def test_without_slacks_packages_it_is_said_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "slack_sdk", None)
    with pytest.raises(PlainError) as caught:
        SlackApi(TOKEN, "https://slack.com/api/")
    assert str(caught.value) == NO_PACKAGES


def test_a_team_without_slack_never_waits_for_slacks_packages_to_load() -> None:
    code = (
        "import sys, handlers.chat.slack.companion, handlers.chat.slack.channel, handlers.chat.slack.check;"
        "print([name for name in sys.modules if name.startswith(('slack_sdk', 'slack_bolt'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
