"""What an adviser tells the bot to do, in plain words, such as "Hethersett agreed 26 Jan am by phone, with Tom Askew".

Reading is all that happens here: whoever gets an order shows it first and asks whether it is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from bot.asking.question import REFERENCE, Asking, words_besides
from bot.asking.schools import name_words
from bot.model import Address, Attendee, Conversation, ConversationState, Governor, Letter, Part, School
from bot.reading.visible import visible
from bot.understanding.dates import mentions_of
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.people import people
from bot.understanding.phrases import one_of
from bot.understanding.words import Word, words_of


class Deed(StrEnum):
    """What is to be done."""

    INVITE = "invite"
    BOOK = "book"
    REOFFER = "reoffer"
    POSTPONE = "postpone"
    CANCEL = "cancel"
    VISITED = "visited"


@dataclass(frozen=True, slots=True)
class Order:
    """An order as it was read. `schools` are those that may be meant: anything but one must be asked about.

    `day` and `part` are None where they were not said, or not said plainly: an order for a slot needs both. `from_`
    and `to` bound new dates. `note` is the order's own words, for the story.
    """

    deed: Deed
    schools: tuple[School, ...]
    references: tuple[str, ...] = ()
    day: dt.date | None = None
    part: Part | None = None
    from_: dt.date | None = None
    to: dt.date | None = None
    attendees: tuple[Attendee, ...] = ()
    governor: Governor = Governor.NOT_MENTIONED
    note: str = ""


_DEEDS: tuple[tuple[Deed, re.Pattern[str]], ...] = tuple(
    (deed, re.compile(words, re.IGNORECASE))
    for deed, words in (
        (Deed.CANCEL, r"^(?:please\s+)?cancel\b|\bcall off\b"),
        (Deed.POSTPONE, r"^(?:please\s+)?(?:postpone|put off)\b"),
        (Deed.REOFFER, r"^(?:please\s+)?(?:reschedule|re-?offer|rearrange|offer\b.*\b(?:other|new|more) dates?)\b"),
        (Deed.INVITE, r"^(?:please\s+)?(?:invite|write to|offer dates to)\b"),
        (Deed.VISITED, r"^(?:please\s+)?(?:mark\b.*\bvisited\b)|^(?:i|we)(?:'ve| have)? (?:have )?visited\b"),
        (Deed.BOOK, r"^(?:please\s+)?(?:note|book|agree|record)\b|\b(?:agreed|accepted|confirmed|said yes)\b"),
        (Deed.BOOK, r"\bby phone\b|\bon the phone\b|\brang\b|\bspoke (?:to|with)\b"),
    )
)
"""The words of each order, the plainer ones first."""
_QUESTION = re.compile(
    r"\?\s*$|^(?:is|are|has|have|did|does|do|was|were|when|who|what|which|where|how|any)\b", re.IGNORECASE
)
_ORDER_WORDS = one_of(
    "a accepted afternoon agree agreed am and are book booked by call called cancel confirmed date dates for "
    "governor governors has have head headteacher i in invite is it joining just mark me meet more morning new "
    "note of off offer on other out phone please pm postpone put rang re record rearrange reoffer reschedule said "
    "she he spoke that the their they to today until us visit visited was we will with write yes"
)


def read_order(text: str, asking: Asking) -> Order | None:
    """The order in the text, None where it is a question or tells nothing to do. Never raises."""
    plain = text.strip().replace("’", "'")
    deed = next((deed for deed, words in _DEEDS if words.search(plain)), None)
    if deed is None or _QUESTION.search(plain):
        return None
    words = words_of(plain)
    mentions = mentions_of(words, Ground(asking.today, asking.calendar))
    said = people(visible(plain), _as_letter(plain), _CONVERSATION)
    names = {word for person in said.attendees for word in name_words(person.name or "")}
    day, part = _slot(mentions, words)
    from_, to = _bounds(mentions) if deed is Deed.REOFFER else (None, None)
    return Order(
        deed=deed,
        schools=asking.names.mean(words_besides(plain, words, mentions, _ORDER_WORDS, names)),
        references=tuple(dict.fromkeys(found.upper() for found in REFERENCE.findall(plain))),
        day=day,
        part=part,
        from_=from_,
        to=to,
        attendees=said.attendees,
        governor=said.governor,
        note=plain,
    )


_CONVERSATION = Conversation(reference="", state=ConversationState.OFFERED, school="", offered=())


def _as_letter(text: str) -> Letter:
    """The order as the reader of people knows letters."""
    return Letter(message_id="", sender=Address("", ""), subject="", text=text)


_HALVES = {"morning": Part.AM, "afternoon": Part.PM}
"""What stands behind a date without more; "am" and "pm" are spelt so by the reader of words."""


def _slot(mentions: list[Mention], words: list[Word]) -> tuple[dt.date | None, Part | None]:
    """The one day and the one part that are named; None for each that is not, or more than once."""
    dated = [mention for mention in mentions if mention.shape is Shape.DAY]
    days = {mention.days for mention in dated}
    parts = {mention.part for mention in mentions if mention.part is not None}
    behind = {words[mention.last].text for mention in dated if mention.last < len(words)}
    parts |= {part for word, part in _HALVES.items() if word in behind}
    one = next(iter(days)) if len(days) == 1 else ()
    return (one[0] if len(one) == 1 else None), (next(iter(parts)) if len(parts) == 1 else None)


def _bounds(mentions: list[Mention]) -> tuple[dt.date | None, dt.date | None]:
    span = next((mention for mention in mentions if mention.shape is Shape.SPAN), None)
    return (span.start, span.end) if span else (None, None)
