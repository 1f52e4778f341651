"""What dates are resolved against, and what one mention of dates or options means."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from bot.model import Conversation, Part, Slot
from bot.school_days import Closure, SchoolCalendar, Term

NOT_BEFORE = "not before"
"""The rule of a stretch whose words hold their own "not": "nothing before March" asks for days from then on."""


THAT_HALF = "that half"
"""The rule of "that afternoon": a half of the day named just before."""
ALL_BUT = "all but weekdays"
"""The rule of weekdays that an exception leaves: "any day except Fridays"."""


class Shape(StrEnum):
    """What a mention names: single days, a span of days, weekdays as such, half days, options, or a set of slots."""

    DAY = "day"
    SPAN = "span"
    WEEKDAY = "weekday"
    PATTERN = "pattern"
    PART = "part"
    OPTION = "option"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (half open, by index) that name days or slots.

    DAY: `days` holds the possible readings (one: certain; none with `clash`: weekday and date disagree).
    SPAN: `start` to `end`, inclusive; `opens` names an end that the words leave open ("after", "before").
    WEEKDAY, PATTERN: `weekdays`, Monday 0. OPTION: `options`. SET: `rule` says which.
    """

    shape: Shape
    first: int
    last: int
    rule: str
    days: tuple[dt.date, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    opens: str = ""
    weekdays: tuple[int, ...] = ()
    part: Part | None = None
    options: tuple[int, ...] = ()
    clash: bool = False


@dataclass(frozen=True)
class Ground:
    """The day of the letter, the school's calendar, and the slots that are on the table."""

    today: dt.date
    calendar: SchoolCalendar
    offered: tuple[Slot, ...] = ()
    agreed: Slot | None = None

    @cached_property
    def on_table(self) -> tuple[Slot, ...]:
        """The offered slots and the agreed one."""
        more = () if self.agreed is None or self.agreed in self.offered else (self.agreed,)
        return self.offered + more

    @cached_property
    def days_on_table(self) -> frozenset[dt.date]:
        """The dates of those slots."""
        return frozenset(slot.date for slot in self.on_table)

    @cached_property
    def half_terms(self) -> tuple[Closure, ...]:
        """The half-term breaks, in order."""
        found = [c for c in self.calendar.closures if "half" in c.name.lower() and not c.phase and not c.urn]
        return tuple(sorted(found, key=lambda closure: closure.start))

    @cached_property
    def focus(self) -> dt.date:
        """The day that "that week" or "half-term" is about when nothing nearer was named: the first on the table."""
        if self.agreed is not None:
            return self.agreed.date
        return min((slot.date for slot in self.offered), default=self.today)

    def term_now(self) -> Term | None:
        """The running term, or in a holiday the next one."""
        return next((term for term in self.calendar.terms if term.end >= self.today), None)

    def term_after(self, day: dt.date) -> Term | None:
        """The first term that begins after a day."""
        return next((term for term in self.calendar.terms if term.start > day), None)

    def end_of_term(self, day: dt.date) -> dt.date:
        """The last day of the term of that day, or of the next term; the day itself where the calendar ends."""
        return next((term.end for term in self.calendar.terms if term.end >= day), day)


def ground_of(conversation: Conversation, calendar: SchoolCalendar, today: dt.date) -> Ground:
    """The ground of one reply."""
    slots = tuple(item.slot for item in sorted(conversation.offered, key=lambda item: item.option))
    return Ground(today, calendar, slots, conversation.agreed)


def week_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """Monday and Friday of the week of a day; of the week to come for a day at the weekend."""
    monday = day - dt.timedelta(day.weekday()) if day.weekday() < 5 else day + dt.timedelta(7 - day.weekday())
    return monday, monday + dt.timedelta(4)


def ends_of(span: Mention) -> tuple[Mention, ...]:
    """The first and the last day of a stretch, as days of their own."""
    days = [day for day in (span.start, span.end) if day is not None]
    return tuple(
        replace(span, shape=Shape.DAY, rule="day of a pair", days=(day,), start=None, end=None) for day in days
    )
