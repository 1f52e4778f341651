"""What the tests of the mind are built from: one fictional school, its adviser, the terms of 2027, and a visit."""

from __future__ import annotations

import datetime as dt

from bot.change import Cast, Cause
from bot.model import (
    Adviser,
    Contact,
    Offer,
    OfferedSlot,
    OfferState,
    Part,
    Role,
    School,
    Slot,
    Visit,
    VisitState,
    WaitingFor,
)
from bot.offering import Ground
from bot.school_days import Closure, SchoolCalendar, Term, school_calendar

SPRING = Term("Spring 2027", dt.date(2027, 1, 5), dt.date(2027, 3, 25))
SUMMER = Term("Summer 2027", dt.date(2027, 4, 12), dt.date(2027, 7, 22))
TERMS = (SPRING, SUMMER)
HALF_TERMS = (
    Closure("February half-term", dt.date(2027, 2, 15), dt.date(2027, 2, 19)),
    Closure("May half-term", dt.date(2027, 5, 31), dt.date(2027, 6, 4)),
)
CALENDAR: SchoolCalendar = school_calendar(TERMS, HALF_TERMS)

SCHOOL = School("100001", "Hethersett Oak Primary School", phase="Primary", district="Norwich")
ADVISER = Adviser("Sam Reed", "sam.reed@council.example")
TEACHER = Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@hethersettoak.example")
HEAD = Contact("Joan Birch", Role.HEADTEACHER, "head@hethersettoak.example")
CAST = Cast(SCHOOL, ADVISER, (TEACHER, HEAD))
NOW = dt.datetime(2027, 1, 13, 10, 42, tzinfo=dt.UTC)


def am(month: int, day: int) -> Slot:
    """A morning of 2027."""
    return Slot(dt.date(2027, month, day), Part.AM)


def pm(month: int, day: int) -> Slot:
    """An afternoon of 2027."""
    return Slot(dt.date(2027, month, day), Part.PM)


def numbered(*slots: Slot) -> tuple[OfferedSlot, ...]:
    """Slots as an offer has them."""
    return tuple(OfferedSlot(number, slot) for number, slot in enumerate(slots, start=1))


FIRST, SECOND, THIRD = am(1, 26), pm(1, 28), am(2, 2)
"""The slots on offer, in the order of their numbers."""
OTHER = pm(3, 9)
"""A free half day that nobody has offered."""


def to_arrange() -> Visit:
    """A visit that nobody has written about yet."""
    return Visit("VS-0421", SCHOOL.urn, 2027, ADVISER.email, contact=TEACHER.email)


def offered(*slots: Slot, rounds: int = 1) -> Visit:
    """A visit whose slots (three, unless others are given) are out and being waited for."""
    offer = Offer(1, numbered(*(slots or (FIRST, SECOND, THIRD))), recorded_at=NOW, sent_at=NOW)
    return Visit(
        "VS-0421",
        SCHOOL.urn,
        2027,
        ADVISER.email,
        state=VisitState.OFFERED,
        waiting_for=WaitingFor.SCHOOL,
        offers=(offer,),
        contact=TEACHER.email,
        rounds=rounds,
    )


def agreed(slot: Slot = FIRST, *, rounds: int = 1) -> Visit:
    """A visit with a date."""
    offer = Offer(1, numbered(FIRST, SECOND, THIRD), OfferState.CLOSED, NOW, NOW)
    return Visit(
        "VS-0421",
        SCHOOL.urn,
        2027,
        ADVISER.email,
        state=VisitState.AGREED,
        agreed=slot,
        agreed_at=NOW,
        offers=(offer,),
        contact=TEACHER.email,
        rounds=rounds,
        sequence=0,
    )


def cause(key: str = "letter-1", *, at: dt.datetime = NOW, answers: str = "", sender: str = "") -> Cause:
    """What makes a step happen: letter 1, unless told otherwise."""
    return Cause(at=at, by=key.replace("-", " "), key=key, rule="a rule", answers=answers, sender=sender)


def ground(**changes: object) -> Ground:
    """The ground for offers from 27 January on, with everything free."""
    values: dict[str, object] = {
        "calendar": CALENDAR,
        "terms": TERMS,
        "working_days": ADVISER.working_days,
        "earliest": dt.date(2027, 1, 27),
    }
    return Ground(**{**values, **changes})  # type: ignore[arg-type]
