"""Invitations: one visit as an iCalendar object (RFC 5545) for the school's calendar (RFC 5546: REQUEST, CANCEL).

Written by hand, since it is a dozen lines and every one of them is agreed: UID for ever the visit's own, SEQUENCE one
higher with every change, and nothing in it about a child or about who said what.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.model import Address, Slot
from bot.wording.headers import checked_address
from bot.wording.plain import one_line

_FOLD_OCTETS = 75
_LONDON = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZNAME:GMT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZNAME:BST",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)


class Method(StrEnum):
    """What the invitation asks the calendar to do."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Invitation:
    """One half day in the diary. `times` are local (Europe/London); `stamp` is aware; `sequence` counts from 0."""

    method: Method
    reference: str
    sequence: int
    stamp: dt.datetime
    slot: Slot
    times: tuple[dt.time, dt.time]
    organiser: Address
    attendees: tuple[Address, ...]
    summary: str
    location: str
    description: str


def invitation_uid(reference: str, mail_domain: str) -> str:
    """The UID that stays with a visit whatever becomes of it: "VS-0421@council.example"."""
    return f"{reference}@{mail_domain}"


def invitation_text(invitation: Invitation) -> str:
    """The iCalendar object, folded, with CRLF line ends. Raises UnsendableAddressError."""
    return "".join(f"{_folded(line)}\r\n" for line in _lines(invitation))


def _lines(invitation: Invitation) -> Iterable[str]:
    start, end = invitation.times
    day = f"{invitation.slot.date:%Y%m%d}"
    stamp = f"{invitation.stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    uid = invitation_uid(invitation.reference, invitation.organiser.domain)
    cancelled = invitation.method is Method.CANCEL
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Visit Bot//Visits//EN", "CALSCALE:GREGORIAN")
    yield f"METHOD:{invitation.method}"
    yield from _LONDON
    yield from ("BEGIN:VEVENT", f"UID:{_escaped(uid)}", f"SEQUENCE:{invitation.sequence}")
    yield from (f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}")
    yield f"DTSTART;TZID=Europe/London:{day}T{start:%H%M%S}"
    yield f"DTEND;TZID=Europe/London:{day}T{end:%H%M%S}"
    yield f"SUMMARY:{_escaped(invitation.summary)}"
    yield f"LOCATION:{_escaped(invitation.location)}"
    yield f"DESCRIPTION:{_escaped(invitation.description)}"
    yield f"ORGANIZER{_common_name(invitation.organiser)}:mailto:{checked_address(invitation.organiser.email)}"
    yield from map(_attendee, invitation.attendees)
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    yield from ("TRANSP:OPAQUE", "CLASS:PUBLIC", "END:VEVENT", "END:VCALENDAR")


def _attendee(person: Address) -> str:
    role = "CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
    return f"ATTENDEE;{role}{_common_name(person)}:mailto:{checked_address(person.email)}"


def _common_name(person: Address) -> str:
    # a quotation mark can stand in no parameter, not even escaped (RFC 5545, 3.2)
    name = one_line(person.name).replace('"', "'")
    return f';CN="{name}"' if name else ""


def _escaped(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    lines = (one_line(line) for line in text.split("\n"))
    return "\\n".join(line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, never within a character (RFC 5545, 3.1)."""
    if len(line) <= _FOLD_OCTETS and line.isascii():
        return line
    pieces, piece, used = [], "", 0
    for character in line:
        size = len(character.encode())
        if used + size > _FOLD_OCTETS:
            pieces.append(piece)
            piece, used = "", 1
        piece += character
        used += size
    return "\r\n ".join([*pieces, piece])
