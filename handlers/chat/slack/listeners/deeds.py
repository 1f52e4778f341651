"""Something that was asked for is confirmed, or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import deeds
from handlers.chat.slack import faces
from handlers.chat.slack.api import Json
from handlers.chat.slack.bodies import click_of
from handlers.chat.slack.listeners.cards import reply_to
from handlers.chat.slack.messages import Content
from handlers.chat.slack.people import Person
from handlers.chat.slack.window import Window

if TYPE_CHECKING:
    from slack_bolt import Ack, App


def register(app: App, window: Window) -> None:
    """Listen to the buttons."""

    @app.action(faces.action_pattern("deed_confirm"))
    def confirm(ack: Ack, body: Json) -> None:
        ack()
        click = click_of(body)
        reply = reply_to(window, click)

        def do(person: Person) -> None:
            deed = deeds.read(click.value)
            sentence = deeds.carry_out(window.parts, window.clock.now(), person.by, deed)
            window.wake()
            reply.replace(Content(sentence, faces.line(sentence)))
            window.changed(deed.subject)

        window.later(body, reply, do)

    @app.action(faces.action_pattern("deed_leave"))
    def leave(ack: Ack, body: Json) -> None:
        ack()
        reply = reply_to(window, click_of(body))
        nothing = Content("Nothing was changed.", faces.line("Nothing was changed."))
        window.later(body, reply, lambda _: reply.replace(nothing))
