"""What somebody writes to us, from its words to what is shown: an answer, a choice, or something to confirm."""

from __future__ import annotations

import html
import json
import re

from bot.asking.order import read_order
from bot.errors import PlainError
from bot.local_time import local_day
from bot.school_days import academic_year
from handlers.chat.slack import faces
from handlers.chat.slack.card_refs import UnknownButtonError
from handlers.chat.slack.messages import Content
from handlers.chat.slack.people import NotAllowedError, Person
from handlers.chat.slack.window import Window
from handlers.errands import UnclearOrderError, described, errands_of, written
from handlers.on_question import Reply, answer, asking
from storage.records import Records

LONGEST = 300
"""Characters that are read."""
_USER = re.compile(r"<@(\w+)(?:\|[^>]*)?>")


def heard(window: Window, person: Person, words: str) -> Content:
    """What to show to somebody who wrote these words: an order to confirm, or the answer to a question."""
    said = plain_words(window, words)
    with window.parts.store.read() as records:
        order = read_order(said, asking(records, person.asker, window.clock.now(), window.schools.names(records)))
        if order is None:
            return faces.answer(_answer(window, records, person, said), said, 0)
        try:
            meant = errands_of(records, order, window.clock.now())
        except UnclearOrderError as error:
            return faces.told(str(error))
        if len(meant) > 1:
            return faces.choice("Which school?", [(name, written(errand)) for name, errand in meant], "deed_choose")
        errand = meant[0][1]
        return faces.confirmation(described(records, errand), written(errand))


def answered(window: Window, person: Person, said: str, page: int) -> Content:
    """A page of the answer to a question that was asked before."""
    with window.parts.store.read() as records:
        return faces.answer(_answer(window, records, person, said), said, page)


def shown_to_all(window: Window, person: Person, said: str) -> Content:
    """The same for the channel: nothing of a mail, no address, nobody's name but the advisers' (law 3)."""
    with window.parts.store.read() as records:
        return faces.for_all(_answer(window, records, person, said))


def _answer(window: Window, records: Records, person: Person, said: str) -> Reply:
    names = window.schools.names(records)
    return answer(records, window.parts, said, person.asker, window.clock.now(), names)


def plain_words(window: Window, words: str) -> str:
    """The words without Slack's marks: `<@U123>` becomes the address of that adviser."""

    def address(found: re.Match[str]) -> str:
        try:
            return window.office.people().who(found[1]).by
        except NotAllowedError:
            return ""

    return html.unescape(_USER.sub(address, words))[:LONGEST].strip()


def asked_and_page(value: str) -> tuple[str, int]:
    """The question and the page that a button carries; raises UnknownButtonError."""
    try:
        asked, page = json.loads(value)
        return str(asked)[:LONGEST], max(int(page), 0)
    except (ValueError, TypeError, OverflowError):
        raise UnknownButtonError("This button is from another version of Visit Bot; ask again.") from None


class NoVisitError(PlainError):
    """The school that was chosen has no visit."""


def of_school(window: Window, urn: str) -> Content:
    """The visit of a school that was chosen; raises NoVisitError."""
    now = window.clock.now()
    year = academic_year(local_day(now))
    with window.parts.store.read() as records:
        school = records.school(urn)
        visit = records.visit_of_school(urn, year) or records.visit_of_school(urn, year - 1)
        if visit is None:
            raise NoVisitError(f"{school.name if school else urn} has no visit yet.")
        return faces.answer(
            answer(records, window.parts, visit.reference, "", now, window.schools.names(records)), visit.reference, 0
        )
