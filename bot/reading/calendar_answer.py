"""What a calendar program answers (RFC 5545, 5546, 6047), wherever in the mail it stands."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.local_time import LONDON
from bot.model import CalendarAnswer
from bot.reading.mime import Part

ANSWERS = frozenset({"REPLY", "COUNTER"})
"""The methods by which an attendee answers; every other one asks, tells or withdraws."""

LONGEST_CALENDAR = 500_000
MOST_LINES = 20_000

_PROPERTY = re.compile(
    r"([A-Za-z-]{1,60})((?:;[A-Za-z-]{1,60}=(?:\"[^\"]{0,500}\"|[^\";:]{0,500})(?:,\"[^\"]{0,500}\")*){0,30}):(.*)",
    re.DOTALL,
)
_PARAMETER = re.compile(r";([A-Za-z-]{1,60})=(?:\"([^\"]{0,500})\"|([^\";:]{0,500}))")
_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WHEN = re.compile(
    r"^(?:proposed time|when)\s*:\s*(?:[a-z]{3,9},? +)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? +(?P<month>[a-z]{3,9})|"
    r"(?P<month2>[a-z]{3,9}) +(?P<day2>\d{1,2})),? +(?P<year>\d{4}),? +(?:from +)?"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?: *(?P<half>[ap])\.?m)?",
    re.IGNORECASE | re.MULTILINE,
)
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})")
_SUBJECT = re.compile(
    r"^\s*(?:(?:event|meeting|invitation)\s+)?(?P<what>accepted|declined|tentative(?:ly accepted)?|"
    r"new time proposed|proposed new time|new time suggested|time change proposed)\s*:",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^(?:when|where|organi[sz]er|current time|proposed time|was|suggested|(?:new|original|old) time)\s*:|"
    r"\b(?:has )?(?:(?:tentatively )?accepted|declined|replied \W?(?:maybe|yes|no)\W? to|proposed|suggested)\b.{0,60}"
    r"\b(?:invitation|invite|meeting|event|appointment|(?:new|another|different) time)\b|"
    r"^begin:vcalendar|invitation from .{1,40} calendar",
    re.IGNORECASE | re.MULTILINE,
)
_PARTSTAT = {
    "accepted": "ACCEPTED",
    "declined": "DECLINED",
    "tentative": "TENTATIVE",
    "tentatively accepted": "TENTATIVE",
    "new time proposed": "TENTATIVE",
    "proposed new time": "TENTATIVE",
    "new time suggested": "TENTATIVE",
    "time change proposed": "TENTATIVE",
}
_WINDOWS_ZONES = {
    "gmt standard time": "Europe/London",
    "greenwich standard time": "Africa/Abidjan",
    "greenwich mean time": "Europe/London",
    "british summer time": "Europe/London",
    "(utc+00:00) dublin, edinburgh, lisbon, london": "Europe/London",
    "w. europe standard time": "Europe/Berlin",
    "romance standard time": "Europe/Paris",
    "central europe standard time": "Europe/Budapest",
    "central european standard time": "Europe/Warsaw",
    "e. europe standard time": "Europe/Chisinau",
    "fle standard time": "Europe/Kiev",
    "gtb standard time": "Europe/Athens",
    "russian standard time": "Europe/Moscow",
    "eastern standard time": "America/New_York",
    "central standard time": "America/Chicago",
    "mountain standard time": "America/Denver",
    "pacific standard time": "America/Los_Angeles",
    "india standard time": "Asia/Kolkata",
    "tokyo standard time": "Asia/Tokyo",
    "aus eastern standard time": "Australia/Sydney",
}


class _Line(NamedTuple):
    name: str
    parameters: dict[str, str]
    value: str


def calendar_of(root: Part, subject: str) -> CalendarAnswer | None:
    """What the calendar parts of a mail say; an answer goes before a request. None where there is no calendar part.

    Looks into every part that is text/calendar or a file named .ics, but not into attached mails.
    """
    found = [answer for part in root.walk() if is_calendar(part) and (answer := _read(part, subject)) is not None]
    return next((answer for answer in found if answer.method in ANSWERS), found[0] if found else None)


def is_calendar(part: Part) -> bool:
    """Whether a part holds a calendar, by type or by name."""
    return part.content_type in ("text/calendar", "application/ics", "text/x-vcalendar") or (
        part.filename.lower().endswith(".ics") and not part.content_type.startswith(("multipart/", "message/"))
    )


def _read(part: Part, subject: str) -> CalendarAnswer | None:
    return read_calendar(part.text(LONGEST_CALENDAR), part.parameter("method"), subject)


def read_calendar(text: str, method: str = "", subject: str = "") -> CalendarAnswer | None:
    """The first event of a VCALENDAR; a missing ATTENDEE or ORGANIZER is no error, a missing VEVENT is.

    `method` is that of the part's Content-Type, used where the calendar says none; `subject` tells the answer where the
    ATTENDEE is missing.
    """
    lines = _lines(text.replace("TZID=tzone://Microsoft/Utc", "TZID=UTC"))
    event = _event(lines)
    if event is None:
        return None
    said = next((line.value.strip().upper() for line in lines if line.name == "METHOD"), "") or method.strip().upper()
    values = {line.name: line for line in reversed(event)}
    attendees = [line for line in event if line.name == "ATTENDEE"]
    attendee = next(
        (line for line in attendees if line.parameters.get("PARTSTAT", "NEEDS-ACTION") != "NEEDS-ACTION"), None
    )
    attendee = attendee or next(iter(attendees), None)
    partstat = attendee.parameters.get("PARTSTAT", "") if attendee is not None else ""
    sequence = values["SEQUENCE"].value.strip() if "SEQUENCE" in values else ""
    return CalendarAnswer(
        method=said[:40],
        partstat=partstat.upper()[:40] or (partstat_of_subject(subject) if said in ANSWERS else ""),
        start=_moment(values.get("DTSTART"), lines),
        uid=values["UID"].value.strip()[:255] if "UID" in values else "",
        sequence=int(sequence) if sequence.isascii() and sequence.isdigit() and len(sequence) < 10 else None,
        attendee=_mailbox(attendee),
        comment=_plain(values["COMMENT"].value)[:2_000] if "COMMENT" in values else "",
    )


def partstat_of_subject(subject: str) -> str:
    """The answer that a calendar program put before the subject ("Accepted: …"), "" where none stands there."""
    match = _SUBJECT.match(subject)
    return _PARTSTAT.get(match.group("what").lower(), "") if match is not None else ""


def is_notice(subject: str, text: str) -> bool:
    """Whether subject and text are the notice of an answer, as Exchange and Google write it in English."""
    if _SUBJECT.match(subject) is None:
        return False
    return not text.strip() or _NOTICE.search(text[:5_000]) is not None


def answer_in_notice(subject: str, text: str) -> CalendarAnswer | None:
    """What a notice without a calendar part says by its subject and its "When:" line; None where it is no notice.

    For people and `explain` only: it names no UID and no SEQUENCE, so it can be matched to no invitation of ours.
    """
    partstat = partstat_of_subject(subject)
    if not partstat or not is_notice(subject, text):
        return None
    proposes = _SUBJECT.match(subject.lower().strip())
    method = "COUNTER" if proposes is not None and proposes["what"].startswith("new") else "REPLY"
    return CalendarAnswer(method, partstat, _when(text))


def _when(text: str) -> dt.datetime | None:
    """The start in a notice's own words; a proposed time goes before the old one."""
    found = sorted(_WHEN.finditer(text[:5_000]), key=lambda match: not match.group().lower().startswith("proposed"))
    for match in found[:1]:
        month = (match["month"] or match["month2"]).lower()[:3]
        hour = int(match["hour"]) % 12 + 12 * (match["half"].lower() == "p") if match["half"] else int(match["hour"])
        try:
            date = dt.date(int(match["year"]), _MONTHS.index(month) + 1, int(match["day"] or match["day2"]))
            return dt.datetime.combine(date, dt.time(hour, int(match["minute"] or 0)), LONDON)
        except ValueError:
            return None
    return None


def _lines(text: str) -> list[_Line]:
    unfolded: list[str] = []
    for raw in text.split("\n")[:MOST_LINES]:
        if raw[:1] in (" ", "\t") and unfolded:
            if len(unfolded[-1]) < 5_000:
                unfolded[-1] += raw[1:]
        elif raw.strip():
            unfolded.append(raw.rstrip())
    matches = (_PROPERTY.match(line) for line in unfolded)
    return [
        _Line(
            match.group(1).upper(),
            {name.upper(): quoted or bare for name, quoted, bare in _PARAMETER.findall(match.group(2))},
            match.group(3),
        )
        for match in matches
        if match is not None
    ]


def _event(lines: list[_Line]) -> list[_Line] | None:
    """The lines of the first VEVENT, without those of an alarm in it; an event that never ends counts."""
    inside: list[_Line] | None = None
    nested = 0
    for line in lines:
        value = line.value.strip().upper()
        if inside is None:
            inside = [] if line.name == "BEGIN" and value == "VEVENT" else None
        elif line.name == "BEGIN":
            nested += 1
        elif line.name == "END":
            if not nested:
                return inside
            nested -= 1
        elif not nested:
            inside.append(line)
    return inside


def _moment(line: _Line | None, calendar: list[_Line]) -> dt.datetime | dt.date | None:
    match = _MOMENT.match(line.value.strip()) if line is not None else None
    if line is None or match is None:
        return None
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        date = dt.date(int(year), int(month), int(day))
        if hour is None:
            return date
        time = dt.time(int(hour), int(minute), min(int(second or 0), 59))
        return dt.datetime.combine(date, time, dt.UTC if utc else _zone(line.parameters.get("TZID", ""), calendar))
    except ValueError:
        return None


def _zone(name: str, calendar: list[_Line]) -> dt.tzinfo:
    """The zone of that name, by Windows' name or by the end of a path; else the one offset that the calendar gives.

    Where neither helps it is the council's own.
    """
    plain = name.strip().strip('"')
    known = _WINDOWS_ZONES.get(plain.lower(), "/".join(plain.split("/")[-2:]))
    if not plain:
        return LONDON
    if not re.fullmatch(r"[A-Za-z][A-Za-z_+-]{1,20}(?:/[A-Za-z][A-Za-z_+-]{1,30})?", known):
        known = _windows_zone(plain)
    try:
        return ZoneInfo(known)
    except (ValueError, OSError, LookupError):
        return _only_offset(plain, calendar) or LONDON


def _windows_zone(name: str) -> str:
    """The IANA name of a zone that Windows names; "" for one that nobody knows."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return WINDOWS_TO_OLSON.get(name, "")


def _only_offset(name: str, calendar: list[_Line]) -> dt.timezone | None:
    """The offset of a VTIMEZONE that knows no summer time; None where it has two, or there is no such zone."""
    offsets: set[str] = set()
    inside = False
    for line in calendar:
        if line.name == "TZID":
            inside = line.value.strip().strip('"') == name
        elif line.name == "TZOFFSETTO" and inside:
            offsets.add(line.value.strip())
    match = _OFFSET.fullmatch(next(iter(offsets))) if len(offsets) == 1 else None
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3])
    return dt.timezone(dt.timedelta(minutes=-minutes if match[1] == "-" else minutes)) if minutes < 1_440 else None


def _mailbox(line: _Line | None) -> str:
    value = line.value.strip() if line is not None else ""
    return value[7:].strip().lower()[:320] if value.lower().startswith("mailto:") else ""


def _plain(value: str) -> str:
    return re.sub(r"\\([,;\\nN])", lambda match: "\n" if match.group(1) in "nN" else match.group(1), value).strip()
