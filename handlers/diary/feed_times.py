"""When the owner of a calendar feed is busy: the single dates of its entries, those of series among them.

A series that nobody could keep (every second), or that would take very long to work out, counts as busy throughout.
"""

from __future__ import annotations

import datetime as dt
from calendar import isleap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING

from bot.errors import PlainError
from bot.local_time import LONDON
from bot.ports import BusyPeriod
from handlers.diary.feed_entries import MISSING, Entry, Feed, NoCalendarError
from handlers.diary.feed_values import Moment, until_text

if TYPE_CHECKING:
    from icalendar import Event

MOST_STEPS = 100_000
"""Steps that a single series may take from its start to the end of the time that is asked about."""
MOST_STEPS_TOGETHER = 1_500_000
MOST_DATES = 30_000
"""Single dates of all series together."""
_TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
_DAY_LISTS = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYMONTH", "BYWEEKNO")
_LAST_YEARS = range(9904, 9999)
_A_DAY = {"HOURLY": 24, "MINUTELY": 1440, "SECONDLY": 86_400}
_STEPS_A_DAY = {**_A_DAY, "DAILY": 1.0, "WEEKLY": 0.3, "MONTHLY": 0.15, "YEARLY": 0.15}
_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 30, "YEARLY": 365}


def busy_periods(feed: Feed, window: BusyPeriod) -> tuple[BusyPeriod, ...]:
    """Every period that touches the window. Raises NoCalendarError where there are too many to be worked out."""
    singles = [_period(entry.start, entry.end) for entry in feed.entries if entry.is_single]
    series = defaultdict[str, list[Entry]](list)
    for entry in feed.entries:
        if not entry.is_single:
            series[entry.uid].append(entry)
    listed = [BusyPeriod(start, end) for start, end in feed.periods]
    found = [*singles, *listed, *_series_periods(series.values(), window)]
    return tuple(sorted((one for one in found if _touches(one, window)), key=lambda one: (one.start, one.end)))


def _series_periods(groups: Iterable[Sequence[Entry]], window: BusyPeriod) -> Iterator[BusyPeriod]:
    budget = _Budget()
    for group in groups:
        others = [entry for entry in group if entry.replaces is not None]
        heads = [entry for entry in group if entry.replaces is None]
        for head in heads:
            if not others and (not head.counts or _is_over(head, window)):
                continue
            steps = _steps(head, window)
            if steps > MOST_STEPS:
                yield BusyPeriod(_moment(head.start), window.end)
            else:
                budget.spend(steps, _dates(head, window))
                yield from _dates_of([head, *others], window)
        if not heads:
            yield from _dates_of(others, window)


@dataclass(slots=True)
class _Budget:
    """What may still be worked out."""

    steps: int = MOST_STEPS_TOGETHER
    dates: int = MOST_DATES

    def spend(self, steps: int, dates: int) -> None:
        self.steps -= steps
        self.dates -= dates
        if self.steps < 0 or self.dates < 0:
            raise NoCalendarError("has more repeated entries than can be worked out; publish a calendar with fewer")


def _steps(head: Entry, window: BusyPeriod) -> int:
    """About how many steps it takes to walk along the series to the end of the window."""
    steps = float(len(head.also))
    for rule in head.rules:
        parts = _parts(rule)
        days = max(0, (min(window.end, _until(rule)) - _moment(head.start)).days) + 1
        steps += days * _STEPS_A_DAY.get(parts["FREQ"], 1.0) * _ways(parts, _TIMES)
    return round(steps)


def _ways(parts: Mapping[str, str], names: Iterable[str]) -> int:
    """In how many ways the lists of those names can be put together."""
    return prod(parts.get(name, "").count(",") + 1 for name in names)


def _until(rule: str) -> dt.datetime:
    """The moment (UTC) when the last date of a rule has begun; the end of time where it has none."""
    text = _parts(rule).get("UNTIL", "")
    if not text:
        return _moment(dt.date(2200, 1, 1))
    day = dt.date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    return _moment(day + dt.timedelta(days=2))


def _is_over(head: Entry, window: BusyPeriod) -> bool:
    """Whether a series has ended before the window, however long its last date takes."""
    lasting = _moment(head.end) - _moment(head.start)
    return bool(head.rules) and not head.also and max(map(_until, head.rules)) + lasting < window.start


def _dates(head: Entry, window: BusyPeriod) -> int:
    """About how many dates of the series lie in the window."""
    lasting = _moment(head.end) - _moment(head.start)
    days = (window.end - window.start).days + lasting.days + 2
    dates = len(head.also)
    for rule in head.rules:
        parts = _parts(rule)
        a_day = _A_DAY.get(parts["FREQ"], 1)
        every = _DAYS.get(parts["FREQ"], 1) * int(parts.get("INTERVAL", "1"))
        dates += min(days * a_day * _ways(parts, (*_TIMES, *_DAY_LISTS)) // every, days * max(a_day, 24))
    return dates


def _parts(rule: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in rule.split(";") if part)


def _dates_of(entries: Sequence[Entry], window: BusyPeriod) -> list[BusyPeriod]:
    """The dates of one series within the window, as recurring-ical-events works them out."""
    try:
        import recurring_ical_events
    except ImportError:
        raise PlainError(MISSING) from None
    from icalendar import Calendar

    calendar = Calendar()
    for entry in entries:
        calendar.add_component(_event(entry, window))
    margin = dt.timedelta(days=1)  # all-day entries are compared in zones of their own
    try:
        dates = recurring_ical_events.of(calendar).between(window.start - margin, window.end + margin)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        # What the library makes nothing of is not passed over: each entry counts at its own time.
        return [_period(entry.start, entry.end) for entry in entries if entry.counts]
    return [_period(one["DTSTART"].dt, one["DTEND"].dt) for one in dates if one.get("STATUS") != "CANCELLED"]


def _event(entry: Entry, window: BusyPeriod) -> Event:
    from icalendar import Event
    from icalendar.prop import vRecur

    event = Event()
    event.add("uid", "one")  # a series at a time: what a feed calls it does not matter any more
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("sequence", entry.sequence)
    event.add("status", "CONFIRMED" if entry.counts else "CANCELLED")
    for rule in entry.rules:
        if comes_again(rule, _wall_clock(entry.start)):
            event.add("rrule", vRecur.from_ical(_ending(rule, entry.start, window)))
    for also in entry.also:
        event.add("rdate", [also])
    for never in entry.never:
        event.add("exdate", [never])
    if entry.replaces is not None:
        event.add("recurrence-id", entry.replaces, parameters={"RANGE": "THISANDFUTURE"} if entry.and_later else {})
    return event


@lru_cache(maxsize=4096)
def comes_again(rule: str, start: dt.datetime) -> bool:
    """Whether a rule ever fits a day. If it never does, dateutil looks for one to the year 9999, step by step.

    So it is asked in a year shortly before that end whose days fall as in the year of the start.
    """
    from dateutil.rrule import rrulestr

    year = next(year for year in _LAST_YEARS if _days_fall_alike(year, start.year))
    endless = ";".join(part for part in rule.split(";") if not part.startswith(("UNTIL=", "COUNT=")))
    try:
        return next(iter(rrulestr(endless, dtstart=start.replace(year=year, tzinfo=None))), None) is not None
    except (ValueError, TypeError, OverflowError):
        return False


def _days_fall_alike(year: int, other: int) -> bool:
    first, second = dt.date(year, 1, 1), dt.date(other, 1, 1)
    return first.weekday() == second.weekday() and isleap(year) == isleap(other)


def _ending(rule: str, start: Moment, window: BusyPeriod) -> str:
    """The rule with an end no later than the window's, so that nothing is worked out beyond it."""
    parts = _parts(rule)
    if "COUNT" not in parts:
        last = until_text(window.end + dt.timedelta(days=2), start)
        parts["UNTIL"] = min(parts.get("UNTIL", last), last)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _wall_clock(value: Moment) -> dt.datetime:
    return value.replace(tzinfo=None) if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())


def _period(start: Moment, end: Moment) -> BusyPeriod:
    return BusyPeriod(_moment(start), _moment(end))


def _moment(value: Moment) -> dt.datetime:
    """The moment in UTC; a day begins at midnight in London."""
    if isinstance(value, dt.datetime):
        return (value if value.tzinfo is not None else value.replace(tzinfo=LONDON)).astimezone(dt.UTC)
    return dt.datetime.combine(value, dt.time(), LONDON).astimezone(dt.UTC)


def _touches(period: BusyPeriod, window: BusyPeriod) -> bool:
    return period.start < period.end and period.start < window.end and window.start < period.end
