"""The values in a calendar feed (RFC 5545, section 3.3): moments in their zones, durations, rules of repetition.

Nothing is passed on to a library that was not checked here: some values would keep one busy for hours.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator

from bot.local_time import LONDON
from handlers.diary.windows_zones import zone_named

Moment = dt.datetime | dt.date
"""An aware datetime, or a date of its own (all day, in whatever zone its owner is)."""

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?", re.ASCII)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?", re.ASCII
)
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)
_NUMBERS = re.compile(r"[+-]?\d{1,4}(,[+-]?\d{1,4}){0,400}", re.ASCII)
_WEEKDAYS = re.compile(
    r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)){0,400}", re.ASCII
)
_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_BY_OFFSETS = {
    (0, 60): "Europe/London",
    (60, 120): "Europe/Paris",
    (120, 180): "Europe/Athens",
    (-300, -240): "America/New_York",
    (-360, -300): "America/Chicago",
    (-480, -420): "America/Los_Angeles",
    (600, 660): "Australia/Sydney",
}
"""Zones that stand for every zone with these offsets in winter and summer (minutes), whatever a feed calls it."""


class FeedZones:
    """The time zones that a feed uses, by its own names for them; its rules for them are not followed, only offsets."""

    def __init__(self, lines: list[str]) -> None:
        self._declared: dict[str, dt.tzinfo] = {}
        self._usual: dt.tzinfo = LONDON
        name, elsewhere, offsets = "", "", set[int]()
        for line in lines:
            upper = line[:40].upper()
            if upper.startswith("X-WR-TIMEZONE:"):
                self._usual = zone_named(line[14:]) or LONDON
            if upper.startswith("BEGIN:VTIMEZONE"):
                name, elsewhere, offsets = "", "", set()
            elif upper.startswith("TZID:"):
                name = line[5:].strip()
            elif upper.startswith("X-LIC-LOCATION:"):
                elsewhere = line[15:].strip()
            elif upper.startswith("TZOFFSETTO:"):
                offsets.update(_minutes(line[11:].strip()))
            elif upper.startswith("END:VTIMEZONE") and name:
                self._declared[name] = _zone(elsewhere, offsets)

    def named(self, name: str) -> dt.tzinfo:
        """The zone of a TZID; the feed's own for none, and London for one that means nothing to anybody."""
        if not name:
            return self._usual
        parts = name.split("/")
        tails = ("/".join(parts[-count:]) for count in (len(parts), 3, 2))  # "/mozilla.org/20050126_1/Europe/London"
        known = next((zone for tail in tails if (zone := zone_named(tail)) is not None), None)
        return known or self._declared.get(name, LONDON)


def _minutes(text: str) -> Iterator[int]:
    found = _OFFSET.fullmatch(text)
    if found is not None:
        yield (1 if found[1] == "+" else -1) * (int(found[2]) % 24 * 60 + int(found[3]) % 60)


def _zone(elsewhere: str, offsets: set[int]) -> dt.tzinfo:
    known = zone_named(elsewhere) if elsewhere else None
    if known is not None or not offsets:
        return known or LONDON
    pair = (min(offsets), max(offsets))
    alike = zone_named(_BY_OFFSETS[pair]) if pair in _BY_OFFSETS else None
    return alike or dt.timezone(dt.timedelta(minutes=pair[0]))


def moment_in(text: str, zone: str, zones: FeedZones) -> Moment | None:
    """A date, or a moment in its zone (without one: in London); None where it is none."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not 1900 <= year <= 2200:
        return None
    try:
        day_of = dt.date(year, month, day)
        time = dt.time(int(found[4]), int(found[5]), min(int(found[6]), 59)) if found[4] else None
    except ValueError:
        return None
    return day_of if time is None else dt.datetime.combine(day_of, time, dt.UTC if found[7] else zones.named(zone))


def duration_in(text: str) -> dt.timedelta | None:
    """A duration that goes forward (RFC 5545, 3.3.6); None where there is none."""
    found = _DURATION.fullmatch(text.strip().upper())
    if found is None or found[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (int(group or 0) for group in found.groups()[1:])
    return dt.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def dates_in(values: Iterable[tuple[str, str]], zones: FeedZones) -> Iterator[Moment | tuple[Moment, Moment]]:
    """The moments in lists of EXDATE or RDATE, each with its zone; a period as its start and end."""
    for zone, value in values:
        for text in value.split(","):
            first, slash, second = text.strip().partition("/")
            start = moment_in(first, zone, zones)
            end = _end(start, second, zone, zones) if slash else None
            if start is not None:
                yield start if end is None else (start, end)


def _end(start: Moment | None, text: str, zone: str, zones: FeedZones) -> Moment | None:
    """The end of a period, told as a moment or as how long it takes; None for one that is not after its start."""
    if not isinstance(start, dt.datetime):
        return None
    lasting = duration_in(text)
    try:
        end = moment_in(text, zone, zones) if lasting is None else start + lasting
    except OverflowError:
        return None
    return end if isinstance(end, dt.datetime) and start < end else None


def periods_in(text: str) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """The periods of a FREEBUSY line, in UTC."""
    for one in dates_in([("", text)], FeedZones([])):
        if isinstance(one, tuple) and isinstance(one[0], dt.datetime) and isinstance(one[1], dt.datetime):
            yield one[0].astimezone(dt.UTC), one[1].astimezone(dt.UTC)


def rule_in(text: str, start: Moment) -> str:
    """A rule of repetition (RFC 5545, 3.3.10) in which every part is as it should be; "" where it is none.

    UNTIL is written as the start of the series wants it: a date for days, UTC for moments, to the end of that day.
    """
    parts = dict(part.strip().upper().partition("=")[::2] for part in text.split(";") if part.strip())
    kept = [f"FREQ={parts.get('FREQ')}"]
    if "UNTIL" in parts:
        parts.pop("COUNT", None)  # one of them at most is allowed
    for name, value in parts.items():
        if name == "UNTIL":
            until = moment_in(value, "", FeedZones([]))
            kept += [f"UNTIL={until_text(until, start)}"] if until is not None else []
        elif name in _SOUND:
            if not _SOUND[name](value):
                return ""
            kept.append(f"{name}={value}")
    return ";".join(kept) if parts.get("FREQ") in _FREQUENCIES else ""


def _between(low: int, high: int) -> Callable[[str], bool]:
    return lambda text: bool(_NUMBERS.fullmatch(text)) and all(low <= int(one) <= high for one in text.split(","))


def _one_between(low: int, high: int) -> Callable[[str], bool]:
    return lambda text: text.isascii() and text.isdigit() and len(text) < 9 and low <= int(text) <= high


_SOUND: dict[str, Callable[[str], bool]] = {
    "INTERVAL": _one_between(1, 9999),  # dateutil takes 0 too, and never comes back
    "COUNT": _one_between(1, 9_999_999),
    "BYSECOND": _between(0, 59),
    "BYMINUTE": _between(0, 59),
    "BYHOUR": _between(0, 23),
    "BYMONTHDAY": _between(-31, 31),
    "BYYEARDAY": _between(-366, 366),
    "BYWEEKNO": _between(-53, 53),
    "BYMONTH": _between(1, 12),
    "BYSETPOS": _between(-366, 366),
    "BYDAY": lambda text: bool(_WEEKDAYS.fullmatch(text)),
    "WKST": lambda text: text in ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
}
"""The parts of a rule, and what each may be; others are left out."""


def until_text(until: Moment, start: Moment) -> str:
    """The value of UNTIL for a series that starts so."""
    if not isinstance(start, dt.datetime):
        day = until.astimezone(LONDON).date() if isinstance(until, dt.datetime) else until
        return f"{day:%Y%m%d}"
    if not isinstance(until, dt.datetime):
        until = dt.datetime.combine(until, dt.time(23, 59, 59), start.tzinfo)
    return f"{until.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
