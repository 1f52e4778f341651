"""The buttons of an adviser's card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from handlers import resolving
from handlers.chat.slack import faces, settling
from handlers.chat.slack.api import Json
from handlers.chat.slack.bodies import Click, click_of
from handlers.chat.slack.card_refs import CardRef
from handlers.chat.slack.homes import publish_home
from handlers.chat.slack.opening import open_modal
from handlers.chat.slack.people import Person
from handlers.chat.slack.replies import AsModal, ByUrl, Reply
from handlers.chat.slack.window import Window
from handlers.errands import stands

if TYPE_CHECKING:
    from slack_bolt import Ack, App

_AT_ONCE: dict[str, Callable[[CardRef], settling.Choice]] = {
    "card_agree": settling.agree,
    "card_reoffer": settling.simply(resolving.reoffer(None, None)),
    "card_wait": settling.simply(resolving.wait),
    "card_settled": settling.simply(resolving.close),
    "card_take_on": settling.take_on,
}
"""Buttons that decide."""
_MODALS = ("card_mail", "card_add_contact", "card_correct")
"""Buttons that open a modal first."""


def register(app: App, window: Window) -> None:
    """Listen to the buttons."""
    for name, choose in _AT_ONCE.items():
        app.action(faces.action_pattern(name))(_deciding(window, choose))
    for name in _MODALS:
        app.action(faces.action_pattern(name))(_opening(window, name))


def reply_to(window: Window, click: Click) -> Reply:
    """Where the one who clicked can be told something."""
    if click.response_url:
        return ByUrl(window.api, click.response_url)
    return AsModal(window.api, click.trigger)


def _deciding(window: Window, choose: Callable[[CardRef], settling.Choice]) -> Callable[[Ack, Json], None]:
    def listener(ack: Ack, body: Json) -> None:
        ack()
        click = click_of(body)

        def decide(person: Person) -> None:
            ref = CardRef.read(click.value)
            visit = settling.settle(window.parts, window.clock.now(), person, ref, choose(ref))
            window.wake()
            sentence = stands(visit)
            reply_to(window, click).say(faces.told(sentence))
            window.keep_card(ref.reference)
            if click.in_home:
                publish_home(window, person)

        window.later(body, reply_to(window, click), decide)

    return listener


def _opening(window: Window, name: str) -> Callable[[Ack, Json], None]:
    def listener(ack: Ack, body: Json) -> None:
        ack()
        click = click_of(body)

        def show(person: Person) -> None:
            open_modal(window, person, name, CardRef.read(click.value), click.trigger)

        window.later(body, reply_to(window, click), show)

    return listener
