"""What a visit stands in: its school, its adviser and contacts, and the half days that can still be had."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.addressing import in_order_of_address
from bot.change import Cast
from bot.errors import PlainError
from bot.free_time import busy_half_days
from bot.local_time import local_day
from bot.model import Adviser, Hours, School, Slot, Visit
from bot.offering import Ground, campaign_terms, earliest_day
from bot.ports import BusyPeriod
from bot.school_days import SchoolCalendar
from handlers.parts import Parts
from storage.records import Records


class MissingRecordError(PlainError):
    """A visit's school or adviser is not in the database; says which, and what to import."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A visit's people, its school's calendar, and the ground for new offers."""

    cast: Cast
    calendar: SchoolCalendar
    ground: Ground


def cast_of(records: Records, visit: Visit) -> Cast:
    """The people around a visit; raises MissingRecordError."""
    school, adviser = records.school(visit.urn), records.adviser(visit.adviser)
    if school is None:
        raise MissingRecordError(f"{visit.reference}: school {visit.urn} is not known; import the schools again.")
    if adviser is None:
        raise MissingRecordError(f"{visit.reference}: adviser {visit.adviser} is not known; import the advisers again.")
    return Cast(school, adviser, in_order_of_address(tuple(records.contacts(visit.urn))))


def ground_of(
    records: Records, parts: Parts, school: School, adviser: Adviser, now: dt.datetime, busy: frozenset[Slot], own: str
) -> Ground:
    """The ground for offers to a school: `busy` comes from the adviser's diary, `own` is the visit's reference."""
    calendar = records.calendar(school)
    return Ground(
        calendar=calendar,
        terms=campaign_terms(records.terms(), parts.policy),
        working_days=adviser.working_days,
        earliest=earliest_day(calendar, parts.policy, local_day(now)),
        taken=records.held_slots(adviser.email, except_reference=own) | busy,
    )


def surroundings(records: Records, parts: Parts, visit: Visit, now: dt.datetime, busy: frozenset[Slot]) -> Surroundings:
    """Everything around a visit; raises MissingRecordError."""
    cast = cast_of(records, visit)
    ground = ground_of(records, parts, cast.school, cast.adviser, now, busy, visit.reference)
    return Surroundings(cast, ground.calendar, ground)


def busy_slots(parts: Parts, calendar: SchoolCalendar, adviser: str, hours: Hours, now: dt.datetime) -> frozenset[Slot]:
    """The half days to come, of those `hours`, in which the adviser's diary has something that is not ours.

    Asked outside any transaction, as the diary may be far away. Raises DiaryError.
    """
    days = [day for day in calendar.days if day >= local_day(now)]
    if not days:
        return frozenset()
    first, last = days[0], days[-1]
    periods = parts.diary.busy(adviser, first, last)
    if not periods:
        return frozenset()
    with parts.store.read() as records:
        ours = [BusyPeriod(entry.start, entry.end) for entry in records.entries(adviser, first, last)]
    return busy_half_days(periods, hours, first, last, ours)
