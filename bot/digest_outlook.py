"""Who will be missed: the schools without a date against the half days that are left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.digest_values import AtRisk, Outlook
from bot.model import WEEKDAYS, Adviser, Part, ReasonCode, School, Slot, Visit, VisitState
from bot.school_days import SchoolCalendar
from bot.wording.dates import count_text
from bot.wording.plain import one_line
from bot.wording.reasons import reason_sentence

LEFT = frozenset({VisitState.TO_ARRANGE, VisitState.OFFERED})
STUCK = frozenset(
    {
        ReasonCode.SILENT,
        ReasonCode.BOUNCED,
        ReasonCode.NO_CONTACT,
        ReasonCode.WRONG_PERSON,
        ReasonCode.NO_SLOTS,
        ReasonCode.ROUNDS_USED,
        ReasonCode.CANCELLED,
    }
)
"""Reasons with which a visit gets no date unless a person does something."""


def campaign_days(calendar: SchoolCalendar, terms: Sequence[str]) -> tuple[dt.date, ...]:
    """The school days of the terms in which schools are visited, by a word in the term's name ("spring")."""
    visiting = tuple(term for term in calendar.terms if any(word.casefold() in term.name.casefold() for word in terms))
    return tuple(day for day in calendar.days if any(term.start <= day <= term.end for term in visiting))


def outlooks(
    visits: Sequence[Visit],
    advisers: Sequence[Adviser],
    days: Sequence[dt.date],
    busy: Mapping[str, frozenset[Slot]],
) -> tuple[Outlook, ...]:
    """Every active adviser's outlook, the tightest first; `days` are the days that are left, today included.

    An adviser who is gone but still has schools is listed too, with no half day.
    """
    left = [visit for visit in visits if visit.state in LEFT]
    known = {adviser.email: adviser for adviser in advisers if adviser.active}
    names = {adviser.email: one_line(adviser.name) for adviser in advisers}
    gone = {visit.adviser for visit in left} - known.keys()
    made = [
        Outlook(
            email,
            names.get(email, email or "No adviser"),
            sum(visit.adviser == email for visit in left),
            _half_days(known[email], visits, days, busy) if email in known else 0,
        )
        for email in (*known, *sorted(gone))
    ]
    return tuple(sorted(made, key=lambda outlook: (-outlook.missed, -outlook.schools_left, outlook.name)))


def at_risk(visits: Sequence[Visit], schools: Mapping[str, School], seen: Sequence[Outlook]) -> tuple[AtRisk, ...]:
    """The schools that may be missed: those that are stuck, then as many as an adviser has no half day for.

    Of an adviser's schools those come first to which least has been offered so far.
    """
    found: list[AtRisk] = []
    for outlook in seen:
        own = [visit for visit in visits if visit.state in LEFT and visit.adviser == outlook.adviser]
        stuck = [visit for visit in own if visit.reason_code in STUCK]
        others = sorted((visit for visit in own if visit.reason_code not in STUCK), key=_progress)
        short = others[: max(0, outlook.missed - len(stuck))]
        found += [_risk(visit, schools, outlook, _stuck_because(visit)) for visit in stuck]
        found += [_risk(visit, schools, outlook, outlook_sentence(outlook)) for visit in short]
    return tuple(found)


def outlook_sentence(outlook: Outlook) -> str:
    """One adviser's outlook: "Alex Marsh has 5 schools left and 3 half days, so 2 schools will be missed."."""
    schools = count_text(outlook.schools_left, "school")
    days = count_text(outlook.half_days_left, "half day")
    told = f"{outlook.name} has {schools} left and {days}"
    return f"{told}, so {count_text(outlook.missed, 'school')} will be missed." if outlook.missed else f"{told}."


def _half_days(
    adviser: Adviser, visits: Sequence[Visit], days: Sequence[dt.date], busy: Mapping[str, frozenset[Slot]]
) -> int:
    working = {Slot(day, part) for day in days if WEEKDAYS[day.weekday()] in adviser.working_days for part in Part}
    agreed = {visit.agreed for visit in visits if visit.adviser == adviser.email and visit.state is VisitState.AGREED}
    return len(working - agreed - busy.get(adviser.email, frozenset()))


def _stuck_because(visit: Visit) -> str:
    return reason_sentence(visit.reason_code) if visit.reason_code else ""


def _progress(visit: Visit) -> tuple[bool, int, str]:
    return visit.open_offer is not None, len(visit.offers), visit.reference


def _risk(visit: Visit, schools: Mapping[str, School], outlook: Outlook, why: str) -> AtRisk:
    school = schools.get(visit.urn)
    return AtRisk(visit.reference, one_line(school.name) if school else visit.urn, outlook.name, why)
