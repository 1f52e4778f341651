"""Somebody mentions us in a channel: the answer is for their eyes only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handlers.chat.slack.api import Json
from handlers.chat.slack.asking import heard
from handlers.chat.slack.bodies import text
from handlers.chat.slack.people import Person
from handlers.chat.slack.replies import InChannel
from handlers.chat.slack.window import Window

if TYPE_CHECKING:
    from slack_bolt import App


def register(app: App, window: Window) -> None:
    """Listen to mentions."""

    @app.event("app_mention")
    def mentioned(body: Json) -> None:
        if text(body, "event", "bot_id"):
            return
        channel, user = text(body, "event", "channel"), text(body, "event", "user")
        reply = InChannel(window.api, channel, user, text(body, "event", "thread_ts"))

        def tell(person: Person) -> None:
            reply.say(heard(window, person, without_us(text(body, "event", "text"))))

        window.later(body, reply, tell)


def without_us(words: str) -> str:
    """What was said beside our name at its beginning or end."""
    return re.sub(r"^\s*<@\w+(?:\|[^>]*)?>[\s:,]*|\s*<@\w+(?:\|[^>]*)?>\s*$", "", words).strip()
