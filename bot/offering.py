"""Which slots to offer a school: on its school days, far enough ahead, free for its adviser, and well spread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.model import WEEKDAYS, OfferedSlot, Part, Policy, Slot, Weekday, Window
from bot.school_days import SchoolCalendar, Term


@dataclass(frozen=True, slots=True)
class Ground:
    """What slots may be chosen from: one school's calendar, one adviser's time.

    `earliest` is the first day that may be offered, None where the calendar ends before it; `taken` holds the half
    days that the adviser has promised, holds or cannot work; `avoid` those this school has refused or been offered.
    """

    calendar: SchoolCalendar
    terms: tuple[Term, ...]
    working_days: frozenset[Weekday]
    earliest: dt.date | None
    taken: frozenset[Slot] = frozenset()
    avoid: frozenset[Slot] = frozenset()


def campaign_terms(terms: tuple[Term, ...], policy: Policy) -> tuple[Term, ...]:
    """The terms in which visits are made: those whose names begin as the policy says, else all but the autumn's."""
    named = tuple(term for term in terms if term.name.casefold().startswith(policy.terms))
    return named or tuple(term for term in terms if not term.name.casefold().startswith("autumn"))


def earliest_day(calendar: SchoolCalendar, policy: Policy, today: dt.date) -> dt.date | None:
    """The first day that may be offered: `notice_school_days` school days after today."""
    return calendar.add_school_days(today, policy.notice_school_days)


def weekday_of(day: dt.date) -> Weekday | None:
    """The school weekday of a day; None at the weekend."""
    return WEEKDAYS[day.weekday()] if day.weekday() < len(WEEKDAYS) else None


def fits(slot: Slot, windows: Iterable[Window]) -> bool:
    """Whether a slot lies in at least one of the windows."""
    return any(
        window.start <= slot.date <= window.end
        and (not window.weekdays or weekday_of(slot.date) in window.weekdays)
        and window.part in (None, slot.part)
        for window in windows
    )


def free_slots(ground: Ground) -> Iterator[Slot]:
    """Every slot that may be offered, in order of time."""
    if ground.earliest is None:
        return
    for day in ground.calendar.days:
        if day < ground.earliest or weekday_of(day) not in ground.working_days:
            continue
        if not any(term.start <= day <= term.end for term in ground.terms):
            continue
        for part in Part:
            slot = Slot(day, part)
            if slot not in ground.taken and slot not in ground.avoid:
                yield slot


def choose_slots(ground: Ground, count: int, windows: tuple[Window, ...] = ()) -> tuple[OfferedSlot, ...]:
    """Up to `count` slots, numbered in order of time; fewer, or none, where the ground or the windows hold fewer.

    The first is the earliest; each further one is the earliest that best differs from those before in week, then in
    weekday, then in the half of the day.
    """
    candidates = [_seen(slot) for slot in free_slots(ground) if not windows or fits(slot, windows)]
    chosen: list[_Seen] = []
    while candidates and len(chosen) < count:
        best = min(candidates, key=lambda seen: (*_likeness(seen, chosen), seen.slot))
        chosen.append(best)
        candidates.remove(best)
    return tuple(OfferedSlot(number, slot) for number, slot in enumerate(sorted(one.slot for one in chosen), start=1))


class _Seen(NamedTuple):
    """A slot with what it is compared by."""

    slot: Slot
    day: dt.date
    week: tuple[int, int]
    weekday: int
    part: Part


def _seen(slot: Slot) -> _Seen:
    return _Seen(slot, slot.date, slot.date.isocalendar()[:2], slot.date.weekday(), slot.part)


def _likeness(seen: _Seen, chosen: list[_Seen]) -> tuple[int, int, int, int]:
    """In how many of those chosen the day, the week, the weekday and the half of the day are the same."""
    days = weeks = weekdays = parts = 0
    for other in chosen:
        days += other.day == seen.day
        weeks += other.week == seen.week
        weekdays += other.weekday == seen.weekday
        parts += other.part is seen.part
    return days, weeks, weekdays, parts
