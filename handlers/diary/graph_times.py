"""Times and free/busy as Microsoft Graph writes them: dateTimeTimeZone, scheduleItem, availabilityView."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from bot.local_time import LONDON
from bot.ports import BusyPeriod
from handlers.diary.windows_zones import zone_named

IN_UTC = 'outlook.timezone="UTC"'
_LONDON_IN_WINDOWS = "GMT Standard Time"
_FREE = frozenset({"free", "workingelsewhere"})
VIEW_MINUTES = 15
MOST_DAYS = 42
"""Days asked for at a time: getSchedule takes less than 62, and Exchange behind it has long taken 42."""


def written(moment: dt.datetime) -> dict[str, str]:
    """A moment as London's local time, so that Outlook shows the entry in the zone that it is meant in."""
    return {"dateTime": f"{moment.astimezone(LONDON):%Y-%m-%dT%H:%M:%S}", "timeZone": _LONDON_IN_WINDOWS}


def moment_in(value: object) -> dt.datetime | None:
    """A dateTimeTimeZone as a moment in UTC; None where it is none."""
    if not isinstance(value, Mapping) or not isinstance(value.get("dateTime"), str):
        return None
    zone = zone_named(str(value.get("timeZone") or "UTC"))
    try:
        moment = dt.datetime.fromisoformat(value["dateTime"])
        if moment.tzinfo is None and zone is None:
            return None
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def period_in(item: object) -> BusyPeriod | None:
    """What lies between an item's start and end, in UTC; None where one cannot be read."""
    if not isinstance(item, Mapping):
        return None
    start, end = moment_in(item.get("start")), moment_in(item.get("end"))
    return BusyPeriod(start, end) if start is not None and end is not None else None


def windows(first: dt.date, last: dt.date) -> Iterator[BusyPeriod]:
    """The days from first to last inclusive (London), in stretches that may be asked for at once."""
    day = first
    while day <= last:
        after = min(day + dt.timedelta(MOST_DAYS), last + dt.timedelta(1))
        yield BusyPeriod(midnight(day), midnight(after))
        day = after


def midnight(day: dt.date) -> dt.datetime:
    """The beginning of a day in London, as UTC."""
    return dt.datetime.combine(day, dt.time(), LONDON).astimezone(dt.UTC)


def busy_items(schedule: Mapping[str, object], window: BusyPeriod) -> list[BusyPeriod] | None:
    """The periods in which somebody is not free; None where the answer cannot be read.

    Somebody who shows others only that they are busy, not with how many things, gives no items: the view must do.
    """
    items = schedule.get("scheduleItems")
    if not isinstance(items, list) or not items:
        view = schedule.get("availabilityView")
        return _periods_in_view(view, window) if isinstance(view, str) else ([] if items == [] else None)
    found: list[BusyPeriod] = []
    for item in items:
        period = period_in(item)
        if period is None:
            return None
        if str(item.get("status", "")).casefold() not in _FREE:
            found.append(period)
    return found


def _periods_in_view(view: str, window: BusyPeriod) -> list[BusyPeriod]:
    """1 tentative, 2 busy, 3 away; 0 free, 4 working elsewhere; a digit for every quarter of an hour."""
    step = dt.timedelta(minutes=VIEW_MINUTES)
    found: list[BusyPeriod] = []
    for place, digit in enumerate(view):
        start = window.start + place * step
        if digit in "04" or start >= window.end:
            continue
        if found and found[-1].end == start:
            found[-1] = BusyPeriod(found[-1].start, start + step)
        else:
            found.append(BusyPeriod(start, start + step))
    return found
