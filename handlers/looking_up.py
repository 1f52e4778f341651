"""What the records know of letters: the visit and the offer that each is about, and what it is to be read with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.local_time import local_day
from bot.model import Conversation, ConversationState, Hours, Letter, LetterState, Offer, School, Visit, VisitState
from bot.reading.letter import read_letter
from bot.reading.thread import Attribution
from bot.school_days import SchoolCalendar, academic_year, usual_school_year
from handlers.attributing import attribute_letter
from handlers.parts import Parts
from storage.records import Records


@dataclass(frozen=True, slots=True)
class Context:
    """What a letter about a known visit is read with."""

    visit: Visit
    offer: Offer | None
    conversation: Conversation
    calendar: SchoolCalendar
    hours: Hours


@dataclass(frozen=True, slots=True)
class Found:
    """A new letter, whose it is, and the visit it is about; `context` is None where that is not clear."""

    letter_id: int
    received: dt.datetime
    letter: Letter
    attribution: Attribution
    context: Context | None = None


def look_up(records: Records, parts: Parts, letter_ids: Sequence[int], now: dt.datetime) -> tuple[list[Found], int]:
    """The first few of these letters, those of them that are new, and how many were looked at.

    It ends before a letter of the same visit or sender as an earlier one: what becomes of that one counts first.
    """
    found: list[Found] = []
    looked_at = 0
    for letter_id in letter_ids:
        new = _attributed(records, parts, letter_id)
        if new is not None and any(_touches(new, other) for other in found):
            break
        looked_at += 1
        found += [] if new is None else [new]
    records.fetch_ahead({new.attribution.reference for new in found if new.attribution.reference})
    return [replace(new, context=_context(records, parts, new.attribution, now)) for new in found], looked_at


def _attributed(records: Records, parts: Parts, letter_id: int) -> Found | None:
    stored = records.letter(letter_id)
    if stored is None or stored.state is not LetterState.NEW:
        return None
    letter = read_letter(stored.raw)
    return Found(letter_id, stored.received, letter, attribute_letter(records, parts, letter))


def _touches(one: Found, other: Found) -> bool:
    same_visit = one.attribution.reference is not None and one.attribution.reference == other.attribution.reference
    return same_visit or one.letter.sender.email == other.letter.sender.email


def _context(records: Records, parts: Parts, attribution: Attribution, now: dt.datetime) -> Context | None:
    visit = records.visit(attribution.reference) if attribution.reference else None
    if visit is None:
        return None
    school = records.school(visit.urn)
    calendar = records.calendar(school) if school else usual_school_year(academic_year(local_day(now)))
    offer = _offer_answered(visit, attribution.offer_number)
    hours = parts.hours_of(school) if school else parts.team.hours
    return Context(visit, offer, conversation_about(records, visit, school, offer), calendar, hours)


def conversation_about(records: Records, visit: Visit, school: School | None, offer: Offer | None) -> Conversation:
    """What the reader may know when a letter answers that offer of a visit."""
    return Conversation(
        reference=visit.reference,
        state=_conversation_state(visit),
        school=school.name if school else "",
        offered=offer.slots if offer else (),
        agreed=visit.agreed,
        contacts=tuple(records.contacts(visit.urn)),
        sequence=visit.sequence,
    )


def _offer_answered(visit: Visit, number: int | None) -> Offer | None:
    """The offer whose numbers count: the one replied to, else the last."""
    answered = visit.offer(number) if number is not None else None
    return answered or (visit.offers[-1] if visit.offers else None)


def _conversation_state(visit: Visit) -> ConversationState:
    if visit.state in (VisitState.TO_ARRANGE, VisitState.OFFERED, VisitState.CANCELLED):
        return ConversationState.OFFERED
    return ConversationState.AGREED if visit.state is VisitState.AGREED else ConversationState.REPORT
