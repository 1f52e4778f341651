"""A school's reply and what is understood of it, for tables of tests."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from bot.model import (
    Address,
    Contact,
    Conversation,
    ConversationState,
    Letter,
    OfferedSlot,
    Part,
    Role,
    Slot,
    Understanding,
)
from bot.school_days import SchoolCalendar, usual_school_year
from bot.understanding.reply import understand

CALENDAR: SchoolCalendar = usual_school_year(2027)
LONDON = ZoneInfo("Europe/London")
NOW = dt.datetime(2027, 1, 13, 10, 42, tzinfo=LONDON)
OFFERED = (
    OfferedSlot(1, Slot(dt.date(2027, 1, 26), Part.AM)),
    OfferedSlot(2, Slot(dt.date(2027, 1, 28), Part.PM)),
    OfferedSlot(3, Slot(dt.date(2027, 2, 2), Part.AM)),
)
AGREED = OFFERED[0].slot
CONTACT = Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@oak.example")


def letter(text: str, subject: str = "RE: Virtual School visit [VS-0421]") -> Letter:
    """A mail of the designated teacher."""
    return Letter("<a@oak.example>", Address("Priya Nair", "p.nair@oak.example"), subject, text)


def conversation(state: str = "offered", offered: tuple[OfferedSlot, ...] = OFFERED) -> Conversation:
    """Where the visit stands: three slots out, or the first of them agreed."""
    agreed = None if state == "offered" else AGREED
    return Conversation("VS-0421", ConversationState(state), "Oak School", offered, agreed, (CONTACT,))


def read(text: str, state: str = "offered", subject: str = "RE: Virtual School visit [VS-0421]") -> Understanding:
    """What is understood of a reply that came on Wednesday 13 January 2027; of a report on 5 February."""
    now = NOW if state != "report" else dt.datetime(2027, 2, 5, 10, tzinfo=LONDON)
    return understand(letter(text, subject), conversation(state), CALENDAR, now)


def options(seen: Understanding) -> str:
    """The numbers of the accepted options, best first: "31"."""
    numbers = {item.slot: str(item.option) for item in OFFERED}
    return "".join(numbers[slot] for slot in seen.accepted)
