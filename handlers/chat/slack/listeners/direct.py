"""Somebody writes to us in a direct message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.chat.slack.api import Json
from handlers.chat.slack.asking import heard
from handlers.chat.slack.bodies import text
from handlers.chat.slack.people import Person
from handlers.chat.slack.replies import Direct
from handlers.chat.slack.window import Window

if TYPE_CHECKING:
    from slack_bolt import App


def register(app: App, window: Window) -> None:
    """Listen to direct messages; those of bots, and edits and deletions, are no questions."""

    @app.event("message")
    def written(body: Json) -> None:
        is_question = not text(body, "event", "bot_id") and not text(body, "event", "subtype")
        if text(body, "event", "channel_type") != "im" or not is_question:
            return
        reply = Direct(window.api, text(body, "event", "channel"))

        def tell(person: Person) -> None:
            reply.say(heard(window, person, text(body, "event", "text")))

        window.later(body, reply, tell)
