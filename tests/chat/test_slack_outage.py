"""Slack fails in the middle of the work: letters and mails go on, every line stands once in the end, none is lost."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.chat.slack.cards import Cards
from tests.chat.slack_council import SAM_ID, Council, slack_council, slack_settings
from tests.fakes import slack_payloads as says
from tests.fakes.slack_server import APP_TOKEN, TOKEN, Fault, shown_text
from tests.fakes.slack_socket import SlackSocket
from tests.journeys.world import CONFIG, ELM, LARCH, NINIAN, OAK, at

FAULTS = (
    Fault(status=429, error="ratelimited", headers={"Retry-After": "20"}),
    Fault(status=503),
    Fault(error="internal_error", after=True),
    Fault(drop=True),
    Fault(drop=True, after=True),
)
METHODS = ("", "chat.postMessage", "chat.update")


def answered(council: Council) -> None:
    """Four schools have been invited; two say yes, one is unclear, one does not want to."""
    for urn in (OAK, ELM, LARCH, NINIAN):
        council.world.invite(urn)
    offers = {mail.reference: mail for mail in council.world.run(at(11, 1))}
    words = ("Option 1 please.", "Option 2 please.", "Perhaps.", "We do not want a visit this year.")
    for (reference, offer), said in zip(sorted(offers.items()), words, strict=True):
        council.world.reply(offer, said, now=at(12, 1, 10), sender=offer.message["To"])
        assert reference


def until_settled(council: Council) -> None:
    """Rounds as they come, for as long as anything waits; Slack's troubles may be told in them."""
    now = at(12, 1, 10)
    for _ in range(60):
        council.clock.moment = now
        council.world.round(now)
        with council.world.parts.store.read() as records:
            counts = records.effect_counts()
        if not council.slack.faults and not any(counts.get(state) for state in ("queued", "sending")):
            break
        now += dt.timedelta(minutes=5)
        council.time.seconds += 300
    Cards(council.office).keep_all()


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    faults=st.lists(
        st.tuples(st.sampled_from(FAULTS), st.sampled_from(("", "chat.postMessage", "chat.update"))), max_size=6
    )
)
def test_whatever_fails_every_line_and_card_stands_exactly_once(
    tmp_path_factory: pytest.TempPathFactory, faults: list[tuple[Fault, str]]
) -> None:
    with slack_council(tmp_path_factory.mktemp("outage")) as council:
        answered(council)
        council.slack.faults += [replace(fault, method=method) for fault, method in faults]
        until_settled(council)
        council.slack.faults.clear()
        assert {visit["state"] for visit in council.world.visits()} == {"agreed", "offered", "cancelled"}
        keys = [held["metadata"]["event_payload"]["key"] for held in council.slack.messages.values()]
        assert sorted(keys) == sorted(set(keys))
        roots = [held for held in council.team_room() if "thread_ts" not in held and "VS-" in held["text"]]
        assert len(roots) == 4
        cards = [held for (channel, _), held in council.slack.messages.items() if channel.startswith("D")]
        assert len(cards) == 2


def test_with_slack_away_the_schools_still_get_their_mail(tmp_path: Path) -> None:
    with slack_council(tmp_path) as council:
        answered(council)
        council.slack.stop()
        council.world.round(at(12, 1, 10))
        kinds = [mail.kind for mail in council.world.new_mails()]
        assert kinds.count("confirmation") == 2


def test_run_listens_to_slack_beside_its_rounds_and_ends_when_it_is_told(tmp_path: Path) -> None:
    with slack_council(tmp_path) as council, SlackSocket() as socket:
        council.slack.socket_url = socket.url
        council.world.offered()
        chat = slack_settings(council.slack)
        config = {"kind": "slack", "bot_token": TOKEN, "app_token": APP_TOKEN, "channel": chat.channel,
                  "base_url": chat.base_url}  # fmt: skip
        lines = "".join(f"{name} = {json.dumps(value)}\n" for name, value in config.items())
        text = CONFIG.replace('level = "error"', 'level = "debug"')
        council.world.config.write_text(f"{text}[chat]\n{lines}")
        program = Path(sys.executable).with_name("visitbot")
        command = [program, "run", "--config", council.world.config]
        environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environ) as process:
            try:
                socket.wait_connected(seconds=40)
                socket.send(
                    "slash_commands", says.command(SAM_ID, "hethersett", response_url=council.slack.response_url)
                )
                (answer,) = council.slack.wait_for(lambda: list(council.slack.responses), 20)
                assert "Hethersett Oak" in shown_text(answer)
            finally:
                process.send_signal(signal.SIGTERM)
                _, log = process.communicate(timeout=60)
        assert process.returncode == 0
        assert not any(secret in log.decode() for secret in (TOKEN, APP_TOKEN, "secret-ticket"))
        assert "sam.reed@" not in log.decode()
