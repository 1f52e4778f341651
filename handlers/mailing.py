"""From a recorded mail to its bytes: the facts its words need, its place in the thread, and whether it may go now."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum, auto

from bot.effects import MailEffect, MailKind
from bot.local_time import local_day
from bot.message_ids import message_id_for
from bot.model import Address, Contact, Hours, School, Visit, VisitState, WaitingFor
from bot.reading.letter import read_letter
from bot.reply_address import Addressed, reply_address
from bot.school_days import SchoolCalendar, academic_year, usual_school_year
from bot.wording.mails import compose
from bot.wording.material import MailMaterial
from handlers.clock import london
from handlers.digesting import current_digest
from handlers.parts import Parts
from storage.records import Records

TO_STAFF = frozenset({MailKind.CARD, MailKind.DIGEST})
"""Kinds that go to our own people: at any hour, and without the limit of mails a day."""

OFFERS = (MailKind.OFFER, MailKind.REOFFER, MailKind.CHASE)


INVITATIONS = (MailKind.CONFIRMATION, MailKind.CHANGE, MailKind.CANCELLATION)


class Turn(Enum):
    """Whether a mail may go now: `NEVER` would feed a loop, `OVERTAKEN` says what no longer holds."""

    NOW = auto()
    LATER = auto()
    NEVER = auto()
    OVERTAKEN = auto()


@dataclass(frozen=True, slots=True)
class ReadyMail:
    """A mail as bytes, with its Message-ID and everyone it goes to."""

    message_id: str
    recipients: tuple[str, ...]
    mime: bytes


def turn_of(records: Records, parts: Parts, mail: MailEffect, now: dt.datetime) -> Turn:
    """Whether a mail may go at this moment.

    Answers to a letter go at once; others on school days within the sending hours. At most `mails_a_day` go to one
    address of a school in a day: an answer beyond that is never sent (it would feed a loop), others wait for a day.
    """
    if mail.kind in TO_STAFF:
        return Turn.NOW
    visit = records.visit(mail.reference)
    if visit is not None and _is_overtaken(visit, mail):
        return Turn.OVERTAKEN
    if visit is not None and mail.kind is MailKind.CHASE and visit.waiting_for is WaitingFor.ADVISER:
        return Turn.LATER
    if mail.kind in OFFERS and any(item.slot.date <= local_day(now) for item in mail.slots):
        return Turn.LATER  # the clock will offer fresh half days instead
    today = london(now).replace(hour=0, minute=0, second=0, microsecond=0)
    full = any(records.mails_to(address, today) >= parts.policy.mails_a_day for address in _schools_own(records, mail))
    if full:
        return Turn.NEVER if mail.answers else Turn.LATER
    if mail.answers or mail.kind is MailKind.CANCELLATION:
        return Turn.NOW
    return Turn.NOW if _is_sending_time(records, parts, mail, now) else Turn.LATER


def _is_overtaken(visit: Visit, mail: MailEffect) -> bool:
    """Whether the visit has gone on since the mail was recorded: it waited for the morning, or for another day."""
    if mail.kind in OFFERS:
        offer = visit.open_offer
        if offer is None or offer.number != mail.offer:
            return True
        # A reminder clears the day of the next one until it is sent: a day that is set means that the school wrote.
        return mail.kind is MailKind.CHASE and offer.chase_on is not None
    if mail.kind in INVITATIONS:
        # A cancellation of half days on offer is no invitation and has no sequence.
        stands = visit.state is VisitState.CANCELLED if mail.sequence is None else mail.sequence == visit.sequence
        return not stands
    return mail.kind is MailKind.REMINDER and mail.agreed != visit.agreed


def _schools_own(records: Records, mail: MailEffect) -> tuple[str, ...]:
    return tuple(address for address in mail.to if records.adviser(address) is None)


def _is_sending_time(records: Records, parts: Parts, mail: MailEffect, now: dt.datetime) -> bool:
    moment = london(now)
    if not parts.policy.send_from <= moment.time() < parts.policy.send_until:
        return False
    visit = records.visit(mail.reference)
    school = records.school(visit.urn) if visit else None
    return school is None or is_open_day(records.calendar(school), moment.date())


def is_open_day(calendar: SchoolCalendar, day: dt.date) -> bool:
    """Whether schools are open that day; outside the terms that are known, by the usual pattern of the year."""
    days = calendar.days
    if days and days[0] <= day <= days[-1]:
        return calendar.is_school_day(day)
    return usual_school_year(academic_year(day)).is_school_day(day)


def ready_mail(records: Records, parts: Parts, mail: MailEffect, now: dt.datetime) -> ReadyMail:
    """The mail as it goes out: built once, from the records as they are now."""
    material = _material(records, parts, mail, now)
    return ReadyMail(material.message_id, (*mail.to, *mail.cc), compose(material))


def _material(records: Records, parts: Parts, mail: MailEffect, now: dt.datetime) -> MailMaterial:
    visit = records.visit(mail.reference) if mail.reference else None
    school = records.school(visit.urn) if visit else None
    contacts = tuple(records.contacts(visit.urn)) if visit else ()
    last = records.last_mail(mail.reference, OFFERS) if mail.reference and mail.kind not in TO_STAFF else None
    in_reply_to = mail.answers or (last.message_id if last else "")
    references = tuple(dict.fromkeys(item for item in (last.message_id if last else "", mail.answers) if item))
    return MailMaterial(
        effect=mail,
        message_id=message_id_for(mail.key, parts.installation, parts.team.domain),
        date=now,
        team=parts.team,
        hours=parts.hours_of(school) if school else Hours(),
        to=tuple(_named(records, contacts, address) for address in mail.to),
        cc=tuple(_named(records, contacts, address) for address in mail.cc),
        adviser=records.adviser(visit.adviser) if visit else None,
        school=school,
        contacts=contacts,
        visit=visit,
        in_reply_to=in_reply_to,
        references=references,
        thread_subject=_subject(visit, school) if last else "",
        reply_to=_reply_to(parts, mail, visit),
        letter_sender=_writer(records, mail),
        digest=current_digest(records, parts, now) if mail.kind is MailKind.DIGEST else None,
    )


def _writer(records: Records, mail: MailEffect) -> Address | None:
    """Who wrote the letter that a card is about, with the name they gave."""
    letter = records.letter(mail.letter_id, whole=True) if mail.letter_id is not None else None
    return read_letter(letter.raw).sender if letter and letter.sender else None


def _reply_to(parts: Parts, mail: MailEffect, visit: Visit | None) -> str:
    """The offer's own reply address, where the mailbox takes such; for mails to the school only."""
    if not parts.plus_addressing or visit is None or mail.kind in TO_STAFF:
        return ""
    offer = mail.offer if mail.offer is not None else len(visit.offers)
    return reply_address(parts.team.address, Addressed(visit.reference, offer), parts.installation)


def _named(records: Records, contacts: tuple[Contact, ...], address: str) -> Address:
    contact = next((contact for contact in contacts if contact.email == address), None)
    adviser = None if contact else records.adviser(address)
    return Address(contact.name if contact else adviser.name if adviser else "", address)


def _subject(visit: Visit | None, school: School | None) -> str:
    return f"Virtual School visit to {school.name}" if visit and school else ""


def digest_day(now: dt.datetime) -> dt.date:
    """The Monday of the week that the moment is in."""
    today = local_day(now)
    return today - dt.timedelta(today.weekday())
