"""A mail of ours as a school sees it: what it is for, what it offers, what it says is agreed."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import getaddresses

from bot.model import OfferedSlot, Part, Slot

_SLOT = r"(?P<date>\w+ \d{1,2} \w+ \d{4}), (?P<part>morning|afternoon) \("
_OFFERED = re.compile(r"^(?P<option>[1-5])\. " + _SLOT, re.MULTILINE)
_AGREED = re.compile(r"^Agreed: " + _SLOT, re.MULTILINE)
_PARTS = {"morning": Part.AM, "afternoon": Part.PM}


@dataclass(frozen=True, slots=True)
class Invitation:
    """The calendar part of a mail of ours (RFC 5545)."""

    uid: str
    sequence: int
    start: dt.datetime
    end: dt.datetime
    summary: str


@dataclass(frozen=True, slots=True)
class OurMail:
    """One mail of ours. `offered` and `agreed` are read from its numbered lines and its line "Agreed: …"."""

    kind: str
    reference: str
    sender: str
    to: tuple[str, ...]
    subject: str
    message_id: str
    references: str
    sent: dt.datetime
    text: str
    offered: tuple[OfferedSlot, ...]
    agreed: Slot | None
    invitation: Invitation | None
    head: str


def read_our_mail(raw: bytes) -> OurMail:
    """Read a mail of ours from its bytes. Raises ValueError where it has no date (RFC 5322, 3.6.1)."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    sent = email.utils.parsedate_to_datetime(str(message["Date"]))
    body = message.get_body(("plain",))
    text = str(body.get_content()) if body is not None else ""
    agreed = _AGREED.search(text)
    return OurMail(
        kind=str(message.get("X-Visit-Mail", "")),
        reference=str(message.get("X-Visit-Reference", "")),
        sender=str(message.get("From", "")),
        to=tuple(address.lower() for _, address in getaddresses([str(value) for value in message.get_all("To", ())])),
        subject=str(message.get("Subject", "")),
        message_id=str(message.get("Message-ID", "")),
        references=str(message.get("References", "")),
        sent=sent.astimezone(dt.UTC),
        text=text.replace("\r\n", "\n"),
        offered=tuple(OfferedSlot(int(m["option"]), _slot(m)) for m in _OFFERED.finditer(text)),
        agreed=_slot(agreed) if agreed else None,
        invitation=_invitation(message),
        head=raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0].decode("ascii", "replace"),
    )


def _slot(match: re.Match[str]) -> Slot:
    day = dt.datetime.strptime(match["date"], "%A %d %B %Y").replace(tzinfo=dt.UTC).date()
    return Slot(day, _PARTS[match["part"]])


def _invitation(message: EmailMessage) -> Invitation | None:
    part = next((part for part in message.walk() if part.get_content_type() == "text/calendar"), None)
    if part is None:
        return None
    from icalendar import Calendar

    event = next(iter(Calendar.from_ical(part.get_content()).walk("VEVENT")))
    return Invitation(
        uid=str(event["UID"]),
        sequence=int(event.get("SEQUENCE", 0)),
        start=event.decoded("DTSTART"),
        end=event.decoded("DTEND"),
        summary=str(event.get("SUMMARY", "")),
    )
