"""A labelled or real case in, what is understood of it out (the format of the reply corpus)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from functools import lru_cache

from bot.errors import WrongUseError
from bot.model import (
    Address,
    Attendee,
    Contact,
    Conversation,
    ConversationState,
    Evidence,
    Letter,
    OfferedSlot,
    Part,
    ProposedSlot,
    Role,
    Slot,
    Understanding,
    Window,
)
from bot.school_days import SchoolCalendar, academic_year, usual_school_year
from bot.understanding.reply import understand

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Case:
    """What a case asks: to understand this letter, in this conversation, on this calendar, at this moment."""

    letter: Letter
    conversation: Conversation
    calendar: SchoolCalendar
    now: dt.datetime


def answer(case: Json) -> dict[str, object]:
    """What is understood of one case; raises WrongUseError where it has another shape than the corpus."""
    read = read_case(case)
    return {"id": case.get("id"), **shown(understand(read.letter, read.conversation, read.calendar, read.now))}


def read_case(case: Json) -> Case:
    """A case of the reply corpus: id, now (ISO, London time where it has no offset), visit and message.

    Raises WrongUseError where something is missing or of another kind.
    """
    try:
        now = dt.datetime.fromisoformat(_text(case["now"]))
        letter, conversation = letter_of(record(case["message"])), conversation_of(record(case["visit"]))
    except (KeyError, TypeError, ValueError) as error:
        raise WrongUseError(f"This is no case of the reply corpus ({type(error).__name__}: {error}).") from error
    return Case(letter, conversation, _calendar(academic_year(now.date())), now)


@lru_cache(maxsize=4)
def _calendar(year: int) -> SchoolCalendar:
    return usual_school_year(year)


def letter_of(message: Json) -> Letter:
    """The letter of a case: sender, subject, the headers that matter, and the whole text."""
    name, email = parseaddr(_text(message.get("from", "")))
    headers = tuple((key.lower(), _text(value)) for key, value in record(message.get("headers") or {}).items())
    return Letter(
        "", Address(name, email.lower()), _text(message.get("subject", "")), _text(message.get("text", "")), headers
    )


def conversation_of(visit: Json) -> Conversation:
    """The visit of a case, as far as a reader may know it."""
    agreed = visit.get("agreed")
    return Conversation(
        _text(visit.get("reference", "")),
        ConversationState(_text(visit["state"])),
        _text(visit.get("school", "")),
        tuple(_offered(record(item)) for item in _list(visit["offered"])),
        _slot(record(agreed)) if agreed else None,
        tuple(_contact(record(item)) for item in _list(visit.get("contacts") or [])),
    )


def _offered(item: Json) -> OfferedSlot:
    option = item["option"]
    if not isinstance(option, int):
        raise TypeError("an option is a number")
    return OfferedSlot(option, _slot(item))


def _slot(item: Json) -> Slot:
    return Slot(dt.date.fromisoformat(_text(item["date"])), Part(_text(item["part"])))


def _contact(item: Json) -> Contact:
    role = item.get("role")
    return Contact(
        _text(item.get("name", "")), Role(_text(role)) if role else None, _text(item.get("email", "")).lower()
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text was expected, not {type(value).__name__}")
    return value


def record(value: object) -> Json:
    """A JSON object; raises TypeError where it is something else."""
    if not isinstance(value, dict):
        raise TypeError(f"an object was expected, not {type(value).__name__}")
    return value


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise TypeError(f"a list was expected, not {type(value).__name__}")
    return value


def shown(seen: Understanding) -> dict[str, object]:
    """An understanding as plain values, in the words of the reply corpus, with rule, reason and evidence beside."""
    return {
        "kind": seen.kind.value,
        "action": seen.action.value,
        "accepted": [_plain_slot(slot) for slot in seen.accepted],
        "ruled_out": [_plain_slot(slot) for slot in seen.ruled_out],
        "proposed": [_plain_slot(slot) for slot in seen.proposed],
        "windows": [_plain_window(window) for window in seen.windows],
        "attendees": [_plain_attendee(attendee) for attendee in seen.attendees],
        "governor": seen.governor.value,
        "sensitive": seen.sensitive,
        "rule": seen.rule,
        "reason": seen.reason.value if seen.reason else None,
        "has_question": seen.has_question,
        "returns_on": seen.returns_on.isoformat() if seen.returns_on else None,
        "stand_in": {"name": seen.stand_in.name, "email": seen.stand_in.email} if seen.stand_in else None,
        "evidence": [_plain_evidence(item) for item in seen.evidence],
    }


def _plain_slot(slot: Slot | ProposedSlot) -> dict[str, object]:
    return {"date": slot.date.isoformat(), "part": slot.part.value if slot.part else None}


def _plain_window(window: Window) -> dict[str, object]:
    return {
        "from": window.start.isoformat(),
        "to": window.end.isoformat(),
        "weekdays": [day.value for day in window.weekdays],
        "part": window.part.value if window.part else None,
    }


def _plain_attendee(attendee: Attendee) -> dict[str, object]:
    return {"name": attendee.name, "role": attendee.role.value if attendee.role else None}


def _plain_evidence(item: Evidence) -> dict[str, object]:
    return {
        "about": item.about,
        "value": item.value,
        "words": item.words,
        "start": item.start,
        "end": item.end,
        "rule": item.rule,
    }
