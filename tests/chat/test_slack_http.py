"""HTTP mode: what Slack has signed is let in, and nothing else."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import PlainError
from handlers.chat.slack.companion import SlackCompanion
from handlers.chat.slack.web import PATH, WebDoor
from tests.chat.slack_council import SAM_ID, Council, slack_council
from tests.fakes import slack_payloads as says
from tests.fakes.slack_server import SECRET, shown_text


class Caller:
    """Slack, calling the bot."""

    def __init__(self, council: Council, door: WebDoor) -> None:
        self.council, self.slack, self.port = council, council.slack, door.port

    def call(
        self, body: str, *, secret: str = SECRET, age: int = 0, kind: str = "application/x-www-form-urlencoded",
        headers: dict[str, str] | None = None, path: str = PATH, method: str = "POST",
    ) -> tuple[int, str]:  # fmt: skip
        stamp = str(int(time.time()) - age)
        signed = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        given = {"Content-Type": kind, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={signed}"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request(method, path, body.encode(), {**given, **(headers or {})})
        answer = connection.getresponse()
        said = answer.status, answer.read().decode()
        connection.close()
        return said

    def command(self, **more: Any) -> tuple[int, str]:
        payload = says.command(SAM_ID, "hethersett", response_url=self.slack.response_url)
        return self.call(urllib.parse.urlencode(payload), **more)


@pytest.fixture
def caller(tmp_path: Path) -> Iterator[Caller]:
    with slack_council(tmp_path, mode="http", app_token=None, http_port=0) as council:
        council.world.offered()
        companion = SlackCompanion(council.office, council.world.parts)
        companion.start(lambda: None)
        assert companion.wait_ready(10)
        assert isinstance(companion.door, WebDoor)
        yield Caller(council, companion.door)
        companion.stop()


def test_a_signed_command_is_answered(caller: Caller) -> None:
    assert caller.command()[0] == 200
    (answer,) = caller.slack.wait_for(lambda: list(caller.slack.responses))
    assert "Hethersett Oak" in shown_text(answer)


def test_signed_events_and_clicks_are_let_in(caller: Caller) -> None:
    event = json.dumps(says.mention(SAM_ID, "hethersett"))
    assert caller.call(event, kind="application/json")[0] == 200
    caller.slack.wait_for(lambda: caller.slack.ephemeral)
    click = says.click(SAM_ID, {"type": "button", "action_id": "odd", "value": "x"})
    assert caller.call(urllib.parse.urlencode({"payload": json.dumps(click)}))[0] == 200


def test_slacks_question_whether_we_are_there_is_answered(caller: Caller) -> None:
    body = json.dumps({"type": "url_verification", "token": "x", "challenge": "abc123"})
    status, said = caller.call(body, kind="application/json")
    assert (status, "abc123" in said) == (200, True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"secret": "another-secret"},
        {"secret": ""},
        {"age": 600},
        {"age": -600},
        {"headers": {"X-Slack-Signature": "v0=0"}},
        {"headers": {"X-Slack-Request-Timestamp": "soon"}},
        {"headers": {"X-Slack-Signature": ""}},
    ],
    ids=str,
)
def test_what_slack_has_not_signed_just_now_is_refused_and_nothing_happens(caller: Caller, wrong: Any) -> None:
    calls = len(caller.slack.calls)
    assert caller.command(**wrong)[0] in (400, 401)
    assert caller.command()[0] == 200
    caller.slack.wait_for(lambda: caller.slack.responses)
    assert len(caller.slack.responses) == 1
    assert len(caller.slack.calls) > calls


def test_a_forged_request_cannot_make_a_real_one_look_repeated(caller: Caller) -> None:
    event = json.dumps(says.mention(SAM_ID, "hethersett"))
    assert caller.call(event, kind="application/json", secret="forged")[0] == 401
    assert caller.call(event, kind="application/json")[0] == 200
    caller.slack.wait_for(lambda: caller.slack.ephemeral)


def test_a_repeated_request_acts_once(caller: Caller) -> None:
    event = json.dumps(says.mention(SAM_ID, "hethersett"))
    for retry in ("", "1", "2"):
        assert caller.call(event, kind="application/json", headers={"X-Slack-Retry-Num": retry})[0] == 200
    caller.slack.wait_for(lambda: caller.slack.ephemeral)
    time.sleep(0.2)
    assert len(caller.slack.ephemeral) == 1


@pytest.mark.parametrize("body", ["", "x", "payload=x", "payload=%7B", "{", '{"a":', "[1]", "payload=[]", "\x00"])
def test_a_signed_request_that_makes_no_sense_breaks_nothing(caller: Caller, body: str) -> None:
    for kind in ("application/x-www-form-urlencoded", "application/json", "text/plain"):
        assert caller.call(body, kind=kind)[0] in (200, 400, 404)
    assert caller.command()[0] == 200


def test_there_is_nothing_else_to_be_found(caller: Caller) -> None:
    assert caller.call("", path="/")[0] == 404
    assert caller.call("", method="GET")[0] == 501
    assert caller.call("x" * 10, headers={"Content-Length": "99999999"})[0] == 413


def test_a_port_that_is_taken_is_told_plainly(caller: Caller) -> None:
    with pytest.raises(PlainError, match=r"chat\.http_port"):
        WebDoor(object(), SECRET, "127.0.0.1", caller.port)  # type: ignore[arg-type]
