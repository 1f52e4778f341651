"""The entries of a calendar feed (RFC 5545), read leniently and within bounds.

Only what says when somebody is busy is kept; a feed may be large, damaged, or meant to do harm.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handlers.diary.feed_values import FeedZones, Moment, dates_in, duration_in, moment_in, periods_in, rule_in

MISSING = "Calendar feeds need packages that are not installed; run `make full` or install visitbot[feed]."
MOST_ENTRIES = 50_000
MOST_DATES = 100_000
"""Of EXDATE, RDATE and FREEBUSY together."""
_LINE = re.compile(
    r'([A-Za-z0-9-]{1,60})((?:;[A-Za-z0-9-]{1,60}=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)'
)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:]*))')
_NAMES = (
    "UID DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID SEQUENCE STATUS TRANSP"
    " X-MICROSOFT-CDO-BUSYSTATUS FREEBUSY"
)
_KEPT = frozenset(_NAMES.split())
_NOT_BUSY = frozenset({"FREE", "WORKINGELSEWHERE"})


class NoCalendarError(Exception):
    """What came is no calendar, or more than can be read; the message completes "the calendar feed of … ": "…"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One VEVENT: a single appointment, the head of a series, or one date of a series that differs (`replaces`).

    `counts` is False for what leaves its owner free or is cancelled; it is kept where it takes the place of a date.
    """

    uid: str
    start: Moment
    end: Moment
    rules: tuple[str, ...] = ()
    also: tuple[Moment | tuple[Moment, Moment], ...] = ()
    never: tuple[Moment, ...] = ()
    replaces: Moment | None = None
    and_later: bool = False
    sequence: int = 0
    counts: bool = True

    @property
    def is_single(self) -> bool:
        """Whether it is one appointment that belongs to no series."""
        return not (self.rules or self.also or self.replaces)


@dataclass(frozen=True, slots=True)
class Feed:
    """What was read: entries, periods of a free/busy list (UTC), and how many entries could not be read."""

    entries: tuple[Entry, ...]
    periods: tuple[tuple[dt.datetime, dt.datetime], ...]
    unread: int = 0


@dataclass(slots=True)
class _Part:
    """The lines of one component: the first value of each name, and all of those that may come again."""

    first: dict[str, tuple[dict[str, str], str]] = field(default_factory=dict)
    many: list[tuple[str, dict[str, str], str]] = field(default_factory=list)

    def value(self, name: str) -> str:
        return self.first.get(name, ({}, ""))[1].strip()


def read_feed(text: str) -> Feed:
    """Everything in a calendar file that says when its owner is busy. Raises NoCalendarError."""
    if not text.lstrip("\ufeff \r\n\t")[:200].upper().startswith("BEGIN:VCALENDAR"):
        raise NoCalendarError(
            "is no calendar, perhaps a page that asks to sign in; publish it anew and set its address"
        )
    if "END:VCALENDAR" not in text[-2000:].upper():
        raise NoCalendarError("is cut off; it is tried again")
    lines = re.sub(r"\r?\n[ \t]", "", text).splitlines()
    zones = FeedZones(lines)
    entries: list[Entry] = []
    periods: list[tuple[dt.datetime, dt.datetime]] = []
    unread = dates = 0
    for kind, part in _parts(lines):
        dates += sum(value.count(",") + 1 for _, _, value in part.many)
        if len(entries) >= MOST_ENTRIES or dates > MOST_DATES:
            raise NoCalendarError(f"has more than {MOST_ENTRIES:,} entries; publish a calendar with fewer")
        if kind == "VFREEBUSY":
            periods += _busy_periods(part)
            continue
        entry = _entry(part, zones)
        if entry is None:
            unread += 1
        else:
            entries.append(entry)
    return Feed(tuple(_latest(entries)), tuple(periods), unread)


def _latest(entries: list[Entry]) -> Iterator[Entry]:
    """Without earlier versions of the same entry (RFC 5545, 3.8.7.4), and without single ones that do not count."""
    newest: dict[str, int] = {}
    for entry in entries:
        if entry.replaces is None and entry.uid:
            newest[entry.uid] = max(entry.sequence, newest.get(entry.uid, 0))
    for entry in entries:
        outdated = entry.replaces is None and entry.sequence < newest.get(entry.uid, 0)
        if not outdated and (entry.counts or not entry.is_single):
            yield entry


def _parts(lines: list[str]) -> Iterator[tuple[str, _Part]]:
    """Every VEVENT and VFREEBUSY; what is nested in one (alarms) does not belong to it."""
    part: _Part | None = None
    kind, depth = "", 0
    for line in lines:
        upper = line[:30].upper()
        if upper.startswith(("BEGIN:VEVENT", "BEGIN:VFREEBUSY")):
            part, kind, depth = _Part(), upper[6:].strip(), 0
        elif part is None:
            continue
        elif upper.startswith("BEGIN:"):
            depth += 1
        elif upper.startswith("END:"):
            if depth == 0 or upper[4:].strip() == kind:
                yield kind, part
                part = None
            depth -= 1
        elif depth == 0:
            _take(part, line)


def _take(part: _Part, line: str) -> None:
    name = re.split(r"[;:]", line[:70], maxsplit=1)[0].upper()
    if name not in _KEPT:
        return
    found = _LINE.fullmatch(line)
    if found is None:
        return
    parameters = {one[1].upper(): one[2] or one[3] or "" for one in _PARAMETER.finditer(found[2])}
    if name in ("EXDATE", "RDATE", "FREEBUSY", "RRULE"):
        part.many.append((name, parameters, found[3]))
    else:
        part.first.setdefault(name, (parameters, found[3]))


def _entry(part: _Part, zones: FeedZones) -> Entry | None:
    """The entry in those lines; None where its time cannot be read."""
    start = _moment(part, "DTSTART", zones)
    if start is None:
        return None
    end = _moment(part, "DTEND", zones)
    if end is None or isinstance(end, dt.datetime) != isinstance(start, dt.datetime):
        end = _end_by_duration(start, part.value("DURATION"))
    if end is None:
        return None
    if start > end:
        start, end = end, start
    replaces = _moment(part, "RECURRENCE-ID", zones)
    sequence = part.value("SEQUENCE")
    return Entry(
        uid=part.value("UID"),
        start=start,
        end=end,
        rules=tuple(filter(None, (rule_in(value, start) for _, value in _listed(part, "RRULE")))),
        also=tuple(dates_in(_listed(part, "RDATE"), zones)),
        never=tuple(one for one in dates_in(_listed(part, "EXDATE"), zones) if not isinstance(one, tuple)),
        replaces=replaces,
        and_later=part.first.get("RECURRENCE-ID", ({}, ""))[0].get("RANGE", "").upper() == "THISANDFUTURE",
        sequence=int(sequence[:9]) if sequence.isascii() and sequence.isdigit() else 0,
        counts=_counts(part),
    )


def _moment(part: _Part, name: str, zones: FeedZones) -> Moment | None:
    parameters, value = part.first.get(name, ({}, ""))
    return moment_in(value.strip(), parameters.get("TZID", ""), zones) if value else None


def _end_by_duration(start: Moment, text: str) -> Moment | None:
    """Where an entry without an end ends: a date lasts a day, a moment no time at all (RFC 5545, 3.6.1)."""
    usual = dt.timedelta() if isinstance(start, dt.datetime) else dt.timedelta(1)
    lasting = duration_in(text)
    try:
        return start + (usual if lasting is None else lasting)
    except OverflowError:
        return None


def _listed(part: _Part, name: str) -> Iterator[tuple[str, str]]:
    return ((parameters.get("TZID", ""), value) for one, parameters, value in part.many if one == name)


def _counts(part: _Part) -> bool:
    """Whether its owner is not free then. Outlook's own word, where it stands, says more than TRANSP."""
    if part.value("STATUS").upper() == "CANCELLED":
        return False
    outlook = part.value("X-MICROSOFT-CDO-BUSYSTATUS").upper()
    return outlook not in _NOT_BUSY if outlook else part.value("TRANSP").upper() != "TRANSPARENT"


def _busy_periods(part: _Part) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """What a free/busy list names as busy, tentative or away (RFC 5545, 3.2.9: BUSY where it does not say)."""
    for name, parameters, value in part.many:
        if name == "FREEBUSY" and parameters.get("FBTYPE", "BUSY").upper() != "FREE":
            yield from periods_in(value)
