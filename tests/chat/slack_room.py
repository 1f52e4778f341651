"""The council at work in Slack: commands, clicks and modals through the socket, each answered before Slack minds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from handlers.chat.slack.companion import SlackCompanion
from tests.chat.slack_council import SAM_ID, Council, slack_council
from tests.fakes import slack_payloads as says
from tests.fakes.slack_server import buttons, shown_text
from tests.fakes.slack_socket import Envelope, SlackSocket
from tests.journeys.world import at

ACK = 3.0
"""Seconds after which Slack takes a request for lost. How fast we are is judged in the benchmarks."""


class Room:
    """The council, the socket, and who works beside it."""

    def __init__(self, council: Council, socket: SlackSocket) -> None:
        self.council, self.slack, self.socket = council, council.slack, socket
        self.woken = threading.Event()
        self.companion = SlackCompanion(council.office, council.world.parts, look=0.2)

    def command(self, user: str, text: str, **more: Any) -> dict[str, Any]:
        """Send `/visits …`; the answer that only they see."""
        before = len(self.slack.responses)
        payload = says.command(user, text, response_url=self.slack.response_url, **more)
        self.quick(self.socket.send("slash_commands", payload))
        return self.slack.wait_for(lambda: self.slack.responses[before:])[0]

    def click(self, user: str, button: dict[str, Any], **more: Any) -> dict[str, Any]:
        """Click; the answer that only they see."""
        before = len(self.slack.responses)
        payload = says.click(user, button, response_url=self.slack.response_url, **more)
        self.quick(self.socket.send("interactive", payload))
        return self.slack.wait_for(lambda: self.slack.responses[before:])[0]

    def modal(self, user: str, button: dict[str, Any]) -> dict[str, Any]:
        """Click on something that opens a modal."""
        before = len(self.slack.views)
        payload = says.click(user, button, response_url=self.slack.response_url)
        self.quick(self.socket.send("interactive", payload))
        self.slack.wait_for(lambda: len(self.slack.views) > before)
        return list(self.slack.views.values())[-1]

    def submit(self, user: str, view: dict[str, Any], **filled: str) -> tuple[dict[str, Any], str]:
        """Send a modal; what the acknowledgement says, and what the modal shows in the end."""
        kinds = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
        values = {block: {kinds[block]["action_id"]: _state(kinds[block], value)} for block, value in filled.items()}
        envelope = self.quick(self.socket.send("interactive", says.submission(user, view, values)))
        if envelope.answer.get("response_action") == "errors":
            return envelope.answer, ""
        self.slack.wait_for(lambda: self.slack.views[view["id"]]["hash"] == "2.b")
        return envelope.answer, shown_text(self.slack.views[view["id"]])

    def quick(self, envelope: Envelope) -> Envelope:
        """Every acknowledgement comes before Slack grows impatient."""
        assert envelope.delay is not None
        assert envelope.delay < ACK, envelope.delay
        return envelope

    def card(self, user: str = SAM_ID) -> dict[str, dict[str, Any]]:
        """The buttons of the newest card of a user."""
        return buttons(self.slack.wait_for(lambda: self.council.cards(user))[-1]["blocks"])

    def unclear(self, words: str = "Perhaps. We will have to see.", **more: Any) -> None:
        """Hethersett Oak has been invited, and gives an answer that its adviser must look at."""
        self.council.world.reply(self.council.world.offered(), words, now=at(12, 1, 10), **more)
        self.council.round(at(12, 1, 10))
        self.council.clock.moment = at(12, 1, 10, 5)


def _state(element: dict[str, Any], value: str) -> dict[str, Any]:
    return {
        "plain_text_input": {"type": "plain_text_input", "value": value},
        "datepicker": {"type": "datepicker", "selected_date": value},
        "static_select": {"type": "static_select", "selected_option": {"value": value}},
        "radio_buttons": {"type": "radio_buttons", "selected_option": {"value": value}},
    }[element["type"]]


@contextmanager
def slack_room(folder: Path, **changes: Any) -> Iterator[Room]:
    """A council at work."""
    with slack_council(folder, **changes) as council, SlackSocket() as socket:
        council.slack.socket_url = socket.url
        made = Room(council, socket)
        made.companion.start(made.woken.set)
        socket.wait_connected()
        yield made
        made.companion.stop()
