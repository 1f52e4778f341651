"""Something that was asked for: which school is meant, and then it is confirmed, or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.chat.slack import faces
from handlers.chat.slack.api import Json
from handlers.chat.slack.bodies import click_of
from handlers.chat.slack.listeners.cards import reply_to
from handlers.chat.slack.people import Person
from handlers.chat.slack.window import Window
from handlers.errands import described, read_errand, run_errand, written

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
            errand = read_errand(click.value)
            sentence = run_errand(window.parts, window.clock.now(), person.by, errand)
            window.wake()
            reply.replace(faces.told(sentence))
            window.keep_card(errand.subject)

        window.later(body, reply, do)

    @app.action(faces.action_pattern("deed_choose"))
    def choose(ack: Ack, body: Json) -> None:
        ack()
        click = click_of(body)
        reply = reply_to(window, click)

        def ask(_: Person) -> None:
            errand = read_errand(click.value)
            with window.parts.store.read() as records:
                sentence = described(records, errand)
            reply.replace(faces.confirmation(sentence, written(errand)))

        window.later(body, reply, ask)

    @app.action(faces.action_pattern("deed_leave"))
    def leave(ack: Ack, body: Json) -> None:
        ack()
        reply = reply_to(window, click_of(body))
        nothing = faces.told("Nothing was changed.")
        window.later(body, reply, lambda _: reply.replace(nothing))
