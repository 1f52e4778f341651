"""From the busy stretches of an adviser's diary to the half days in which no visit can be made."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from bot.local_time import LONDON
from bot.model import Hours, Part, Slot
from bot.ports import BusyPeriod


def busy_half_days(
    periods: Iterable[BusyPeriod], hours: Hours, first: dt.date, last: dt.date, ours: Iterable[BusyPeriod] = ()
) -> frozenset[Slot]:
    """The half days, first to last day inclusive, that any period touches.

    `ours` are the entries that the bot has written itself: a diary shows them too, and each takes away one period of
    exactly its times, so that somebody else's appointment at the same time still counts.
    """
    others = list((Counter(periods) - Counter(ours)).elements())
    days = [first + dt.timedelta(count) for count in range((last - first).days + 1)] if others else []
    return frozenset(Slot(day, part) for day in days for part in Part if _touched(others, _span(hours, day, part)))


def _span(hours: Hours, day: dt.date, part: Part) -> BusyPeriod:
    begin, end = (dt.datetime.combine(day, time, LONDON).astimezone(dt.UTC) for time in hours.of(part))
    return BusyPeriod(begin, end)


def _touched(periods: Iterable[BusyPeriod], span: BusyPeriod) -> bool:
    return any(period.start < span.end and span.start < period.end for period in periods)
