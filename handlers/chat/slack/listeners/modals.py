"""Modals that were filled in: what is plainly wrong is said in the modal at once; the rest follows after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.errors import WrongUseError
from handlers.chat.slack import faces
from handlers.chat.slack.api import Json
from handlers.chat.slack.bodies import held, text
from handlers.chat.slack.card_refs import CardRef
from handlers.chat.slack.messages import Content
from handlers.chat.slack.people import Person
from handlers.chat.slack.replies import InModal, told_view
from handlers.chat.slack.submitting import FORMS, Form
from handlers.chat.slack.window import Window

if TYPE_CHECKING:
    from slack_bolt import Ack, App

WORKING = Content("One moment …")


def register(app: App, window: Window) -> None:
    """Listen to the forms; a modal that only shows something is never sent."""
    for name, form in FORMS.items():
        app.view(name)(_listener(window, form))


def _listener(window: Window, form: Form) -> Callable[[Ack, Json], None]:
    def listener(ack: Ack, body: Json) -> None:
        values = {block: held(body, block) for block in form.blocks}
        wrong = _faults(form, values)
        if wrong:
            ack(response_action="errors", errors=wrong)
            return
        ack(response_action="update", view=dict(told_view(WORKING)))
        reply = InModal(window.api, text(body, "view", "id"))
        about = text(body, "view", "private_metadata")

        def do(person: Person) -> None:
            ref = CardRef.read(about)
            sentence = form.do(window, person, ref, values)
            window.wake()
            reply.say(faces.told(sentence))
            window.keep_card(ref.reference)

        window.later(body, reply, do)

    return listener


def _faults(form: Form, values: dict[str, str]) -> dict[str, str]:
    """What is wrong with what was filled in, block by block; nothing but the words themselves is looked at."""
    wrong: dict[str, str] = {}
    for block, check in form.blocks.items():
        try:
            check(values[block])
        except WrongUseError as error:
            wrong[block] = str(error)
    return wrong
