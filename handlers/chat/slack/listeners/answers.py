"""The buttons below an answer: another page, a choice, show it to all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.chat.slack import faces
from handlers.chat.slack.api import Json
from handlers.chat.slack.asking import answered, asked_and_page, of_school, shown_to_all
from handlers.chat.slack.bodies import click_of
from handlers.chat.slack.listeners.cards import reply_to
from handlers.chat.slack.people import Person
from handlers.chat.slack.window import Window

if TYPE_CHECKING:
    from slack_bolt import Ack, App


def register(app: App, window: Window) -> None:
    """Listen to the buttons."""

    @app.action(faces.action_pattern("answer_page"))
    def page(ack: Ack, body: Json) -> None:
        ack()
        click = click_of(body)
        reply = reply_to(window, click)

        def turn(person: Person) -> None:
            asked, number = asked_and_page(click.value)
            reply.replace(answered(window, person, asked, number))

        window.later(body, reply, turn)

    @app.action(faces.action_pattern("answer_school"))
    def school(ack: Ack, body: Json) -> None:
        ack()
        click = click_of(body)
        reply = reply_to(window, click)
        window.later(body, reply, lambda _: reply.replace(of_school(window, click.value)))

    @app.action(faces.action_pattern("answer_show"))
    def show(ack: Ack, body: Json) -> None:
        ack()
        click = click_of(body)
        reply = reply_to(window, click)

        def post(person: Person) -> None:
            asked, _ = asked_and_page(click.value)
            settings = window.office.settings
            room = click.channel if click.channel == settings.managers_channel else settings.channel
            content = shown_to_all(window, person, asked)
            window.api.call("chat.postMessage", channel=room, **content.arguments())
            reply.say(faces.told("It is shown in the channel."))

        window.later(body, reply, post)
