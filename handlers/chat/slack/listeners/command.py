"""`/visits …`: a question, or something to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.chat.slack.api import Json
from handlers.chat.slack.asking import heard
from handlers.chat.slack.bodies import text
from handlers.chat.slack.people import Person
from handlers.chat.slack.replies import ByUrl
from handlers.chat.slack.window import Window

if TYPE_CHECKING:
    from slack_bolt import Ack, App

NAME = "/visits"


def register(app: App, window: Window) -> None:
    """Listen to the command."""

    @app.command(NAME)
    def visits(ack: Ack, body: Json) -> None:
        ack()
        reply = ByUrl(window.api, text(body, "response_url"))

        def tell(person: Person) -> None:
            reply.say(heard(window, person, text(body, "text")))

        window.later(body, reply, tell)
