"""Which days are school days, and how to count them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache


@dataclass(frozen=True, slots=True)
class Term:
    """A term, both days inclusive; `name` as the council writes it ("Spring 2027")."""

    name: str
    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class Closure:
    """Days without visits, inclusive: half-term, INSET, tests. Empty `phase` and `urn` mean every school."""

    name: str
    start: dt.date
    end: dt.date
    phase: str = ""
    urn: str = ""

    def applies_to(self, phase: str, urn: str) -> bool:
        """Whether a school of that phase and URN is closed to visits on these days."""
        return self.phase.casefold() in ("", phase.casefold()) and self.urn in ("", urn)


@dataclass(frozen=True)
class SchoolCalendar:
    """The school days of one school (or of the whole council, where no closures of single schools are given)."""

    terms: tuple[Term, ...]
    closures: tuple[Closure, ...] = ()
    bank_holidays: frozenset[dt.date] = field(default_factory=frozenset)

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """Every school day, in order."""
        closed = {day for closure in self.closures for day in _days(closure.start, closure.end)}
        opened = {day for term in self.terms for day in _days(term.start, term.end) if day.weekday() < 5}
        return tuple(sorted(opened - closed - self.bank_holidays))

    @cached_property
    def _day_set(self) -> frozenset[dt.date]:
        return frozenset(self.days)

    def is_school_day(self, day: dt.date) -> bool:
        """Whether the school is open to a visit on that day."""
        return day in self._day_set

    def term_of(self, day: dt.date) -> Term | None:
        """The term that the day falls in, half-terms included."""
        return next((term for term in self.terms if term.start <= day <= term.end), None)

    def add_school_days(self, day: dt.date, count: int) -> dt.date | None:
        """The `count`-th school day after `day` (before it, if negative); None where the calendar ends."""
        if count == 0:
            return day
        # The place of the first school day after `day` (counting on), or of the last before it (counting back).
        start = bisect_right(self.days, day) - 1 if count > 0 else bisect_left(self.days, day)
        place = start + count
        return self.days[place] if 0 <= place < len(self.days) else None

    def first_school_day_from(self, day: dt.date) -> dt.date | None:
        """The day itself if school is open, else the next school day; None where the calendar ends."""
        place = bisect_left(self.days, day)
        return self.days[place] if place < len(self.days) else None


def _days(start: dt.date, end: dt.date) -> list[dt.date]:
    return [start + dt.timedelta(n) for n in range((end - start).days + 1)]


@lru_cache(maxsize=8)
def bank_holidays(first_year: int, last_year: int) -> frozenset[dt.date]:
    """Bank holidays in England, from the first to the last calendar year inclusive."""
    import holidays

    years = range(first_year, last_year + 1)
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=years))


def school_calendar(
    terms: tuple[Term, ...], closures: tuple[Closure, ...], phase: str = "", urn: str = ""
) -> SchoolCalendar:
    """The calendar of one school: its closures, and the bank holidays of the years that the terms touch."""
    if not terms:
        return SchoolCalendar(())
    years = min(term.start.year for term in terms), max(term.end.year for term in terms)
    own = tuple(closure for closure in closures if closure.applies_to(phase, urn))
    return SchoolCalendar(terms, own, bank_holidays(*years))


def usual_school_year(year: int) -> SchoolCalendar:
    """The pattern most councils in England follow in the academic year that ends in `year`; a guess, never a record.

    It lets a reply be read ("after half-term") where no terms have been imported. Good Friday ends the Spring term the
    day before; Summer begins two weeks after Easter Monday; half-terms hold the third Monday of February and the last
    of May.
    """
    from dateutil.easter import easter

    easter_day = easter(year)
    february = _weekday_of_month(dt.date(year, 2, 1), 0, 3)
    may = dt.date(year, 5, 31) - dt.timedelta(dt.date(year, 5, 31).weekday())
    terms = (
        Term(f"Autumn {year - 1}", dt.date(year - 1, 9, 2), dt.date(year - 1, 12, 18)),
        Term(f"Spring {year}", dt.date(year, 1, 5), easter_day - dt.timedelta(3)),
        Term(f"Summer {year}", easter_day + dt.timedelta(15), _weekday_of_month(dt.date(year, 7, 1), 3, 4)),
    )
    closures = (
        Closure("Half-term", dt.date(year - 1, 10, 26), dt.date(year - 1, 10, 30)),
        Closure("Half-term", february, february + dt.timedelta(4)),
        Closure("Half-term", may, may + dt.timedelta(4)),
    )
    return school_calendar(terms, closures)


def _weekday_of_month(first: dt.date, weekday: int, count: int) -> dt.date:
    return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))


def academic_year(day: dt.date) -> int:
    """The calendar year in which the academic year of that day ends (September 2026 to August 2027 is 2027)."""
    return day.year + 1 if day.month >= 9 else day.year
