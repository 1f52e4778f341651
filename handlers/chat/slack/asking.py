"""A question in chat, from its words to what is shown: an answer, or something to confirm."""

from __future__ import annotations

import json
from collections.abc import Sequence

from handlers.chat.slack import faces
from handlers.chat.slack.card_refs import UnknownButtonError
from handlers.chat.slack.messages import Content
from handlers.chat.slack.people import Person
from handlers.chat.slack.window import Window
from handlers.on_question import answer

LONGEST = 300
"""Characters of a question that are read."""


def answered(window: Window, person: Person, question: str, page: int = 0) -> Content:
    """What to show to the one who asked."""
    return faces.answer(_lines(window, person, question), question, page)


def shown_to_all(window: Window, person: Person, question: str) -> Content:
    """The same for the channel: nothing of a mail, no address, nobody's name but the advisers' (law 3)."""
    return faces.for_all(_lines(window, person, question))


def _lines(window: Window, person: Person, question: str) -> Sequence[str]:
    with window.parts.store.read() as records:
        return answer(records, question[:LONGEST] or "my visits in the next two weeks", person.by, window.clock.now())


def asked_and_page(value: str) -> tuple[str, int]:
    """The question and the page that a button carries; raises UnknownButtonError."""
    try:
        asked, page = json.loads(value)
        return str(asked)[:LONGEST], max(int(page), 0)
    except (ValueError, TypeError):
        raise UnknownButtonError("This button is from another version of Visit Bot; ask again.") from None
