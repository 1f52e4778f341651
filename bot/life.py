"""A visit's life: each thing that can happen to a visit, as a pure step to its new state, history and effects.

A step never looks at the world. It takes the visit, the people around it (`Cast`) and what caused it (`Cause`), and
returns a `Change`; the handler stores all three parts of a change in one transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.attendance import attendance_after
from bot.effects import DiaryEffect, DiaryOperation, Effect, MailEffect, MailKind, PostEffect, Preface
from bot.model import (
    Adviser,
    Contact,
    HistoryLine,
    Offer,
    OfferedSlot,
    OfferState,
    Policy,
    ReasonCode,
    Role,
    School,
    Slot,
    Understanding,
    Visit,
    VisitState,
    WaitingFor,
)
from bot.school_days import SchoolCalendar
from bot.wording import lines
from bot.wording.dates import half_day
from bot.wording.reasons import reason_sentence


@dataclass(frozen=True, slots=True)
class Cast:
    """The people around a visit. `contacts` are the school's active ones in the order in which they are tried."""

    school: School
    adviser: Adviser
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """What made a step happen.

    `by` is a person's address, "letter 12" or "the clock"; `key` makes the keys of this step's cards unique;
    `answers` is the Message-ID of the letter that is being answered, "" for none, `sender` its writer's address;
    `words` are the telling words of the letter, empty where they must not be copied (law 3).
    """

    at: dt.datetime
    by: str
    key: str
    rule: str = ""
    letter_id: int | None = None
    answers: str = ""
    sender: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a step does: the visit after it, the lines for its story, the effects to carry out."""

    visit: Visit
    history: tuple[HistoryLine, ...] = ()
    effects: tuple[Effect, ...] = ()

    def then(self, step: Callable[[Visit], Change]) -> Change:
        """This change, followed by a step that starts from its visit."""
        after = step(self.visit)
        return Change(after.visit, self.history + after.history, self.effects + after.effects)


WRITE_TO_FIRST = (Role.DESIGNATED_TEACHER, Role.HEADTEACHER, Role.DEPUTY_HEAD)
"""Whom we write to: the designated teacher, else the head, else the deputy, else whoever is known."""


def in_order_of_address(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """The active contacts in the order in which they are tried; those whose mail came back are still among them."""
    order = {role: rank for rank, role in enumerate(WRITE_TO_FIRST)}
    last = len(order)
    active = (contact for contact in contacts if contact.active)
    return tuple(sorted(active, key=lambda contact: order.get(contact.role, last) if contact.role else last))


def first_to_write_to(contacts: tuple[Contact, ...]) -> Contact | None:
    """The contact to write to, None where none can be reached."""
    return next((contact for contact in in_order_of_address(contacts) if not contact.bounced), None)


def make_offer(
    visit: Visit,
    cast: Cast,
    slots: tuple[OfferedSlot, ...],
    cause: Cause,
    *,
    preface: Preface = Preface.NONE,
    note: str = "",
) -> Change:
    """Close any open offer and record a new one, with its mail. The first is an offer, later ones are reoffers."""
    number = len(visit.offers) + 1
    offer = Offer(number=number, slots=slots, recorded_at=cause.at)
    after = replace(
        visit,
        offers=(*_closed(visit.offers), offer),
        rounds=visit.rounds + 1,
        state=VisitState.OFFERED,
        waiting_for=WaitingFor.SCHOOL,
        reason_code=None,
        reason="",
        updated=cause.at,
    )
    mail = MailEffect(
        key=f"{visit.reference}/offer/{number}",
        kind=MailKind.OFFER if number == 1 else MailKind.REOFFER,
        to=_to_school(visit, cause),
        reference=visit.reference,
        offer=number,
        slots=slots,
        preface=preface,
        answers=cause.answers,
        note=note,
    )
    named = "; ".join(f"{item.option}. {half_day(item.slot)}" for item in slots)
    return Change(
        after,
        (_line(cause, f"Offered {named}"),),
        (mail, post(after, f"offer/{number}", lines.offered(visit.reference, cast.school.name, len(slots), number))),
    )


def book(visit: Visit, cast: Cast, slot: Slot, cause: Cause) -> Change:
    """Agree a slot: its holds end, the invitation goes out, the diary entry is written.

    The first invitation is a confirmation, a later one a change with the same UID and a higher SEQUENCE (RFC 5546,
    section 3.2.2.1).
    """
    previous, sequence = visit.agreed, visit.sequence + 1
    after = replace(
        visit,
        offers=_closed(visit.offers),
        state=VisitState.AGREED,
        waiting_for=WaitingFor.NOBODY,
        reason_code=None,
        reason="",
        agreed=slot,
        agreed_at=cause.at,
        sequence=sequence,
        updated=cause.at,
    )
    first = sequence == 0
    mail = MailEffect(
        key=f"{visit.reference}/invitation/{sequence}",
        kind=MailKind.CONFIRMATION if first else MailKind.CHANGE,
        to=_to_school(visit, cause),
        cc=(cast.adviser.email,),
        reference=visit.reference,
        agreed=slot,
        previous=previous,
        sequence=sequence,
        answers=cause.answers,
    )
    diary = DiaryEffect(
        f"{visit.reference}/diary/{sequence}", visit.reference, DiaryOperation.PUT, cast.adviser.email, slot
    )
    say = lines.agreed if first else lines.changed
    line = post(after, f"agreed/{sequence}", say(visit.reference, cast.school.name, slot, cast.adviser.name))
    return Change(after, (_line(cause, f"Agreed {half_day(slot)}"),), (mail, diary, line))


def give_up_agreed(visit: Visit, cast: Cast, cause: Cause, *, tell_school: bool = False) -> Change:
    """Take back the agreed slot: it is free at once, the diary entry goes, the invitation is cancelled.

    The school is told by the mail that follows (a new offer), unless `tell_school` says that none will.
    """
    if visit.agreed is None:
        return Change(visit)
    slot, sequence = visit.agreed, visit.sequence + 1
    after = replace(
        visit,
        state=VisitState.TO_ARRANGE,
        waiting_for=WaitingFor.NOBODY,
        agreed=None,
        agreed_at=None,
        sequence=sequence,
        refused=(*visit.refused, slot),
        updated=cause.at,
    )
    mail = MailEffect(
        key=f"{visit.reference}/invitation/{sequence}",
        kind=MailKind.CANCELLATION,
        to=_to_school(visit, cause) if tell_school else (cast.adviser.email,),
        cc=(cast.adviser.email,) if tell_school else (),
        reference=visit.reference,
        agreed=slot,
        sequence=sequence,
        answers=cause.answers if tell_school else "",
    )
    diary = DiaryEffect(
        f"{visit.reference}/diary/{sequence}", visit.reference, DiaryOperation.REMOVE, cast.adviser.email, slot
    )
    return Change(after, (_line(cause, f"Gave up {half_day(slot)}"),), (mail, diary))


def ask_adviser(visit: Visit, cast: Cast, code: ReasonCode, cause: Cause) -> Change:
    """Leave the matter to the adviser, with the reason, a card with the words, and one line in the channel."""
    reason = reason_sentence(code)
    after = replace(visit, waiting_for=WaitingFor.ADVISER, reason_code=code, reason=reason, updated=cause.at)
    card = MailEffect(
        key=f"{visit.reference}/card/{code}/{cause.key}",
        kind=MailKind.CARD,
        to=(cast.adviser.email,),
        reference=visit.reference,
        slots=visit.open_offer.slots if visit.open_offer else (),
        agreed=visit.agreed,
        letter_id=cause.letter_id,
        reason=reason,
        words=cause.words,
    )
    text = lines.needs_adviser(visit.reference, cast.school.name, cast.adviser.name, code)
    line = post(after, f"card/{code}/{cause.key}", text)
    return Change(after, (_line(cause, f"For {cast.adviser.name} to settle: {reason}"),), (card, line))


def record_people(visit: Visit, understanding: Understanding, cause: Cause) -> Change:
    """Lay what a letter says of people over what was known; no change where it says nothing new."""
    attendees, governor = attendance_after(visit, understanding)
    if (attendees, governor) == (visit.attendees, visit.governor):
        return Change(visit)
    after = replace(visit, attendees=attendees, governor=governor, updated=cause.at)
    roles = ", ".join(person.role.replace("_", " ") if person.role else "a person" for person in attendees)
    return Change(after, (_line(cause, f"Takes part: {roles or 'nobody named'}; governor {governor}"),))


def cancel(visit: Visit, cast: Cast, cause: Cause, *, by_school: bool) -> Change:
    """End a visit without a date. When the school asked for it, the adviser still looks at it."""
    freed = give_up_agreed(visit, cast, cause, tell_school=True)

    def end(before: Visit) -> Change:
        waiting = WaitingFor.ADVISER if by_school else WaitingFor.NOBODY
        code = ReasonCode.CANCELLED
        after = replace(
            before,
            state=VisitState.CANCELLED,
            offers=_closed(before.offers),
            waiting_for=waiting,
            reason_code=code,
            reason=reason_sentence(code),
            updated=cause.at,
        )
        line = post(after, f"cancelled/{cause.key}", lines.cancelled(before.reference, cast.school.name))
        return Change(after, (_line(cause, "Cancelled"),), (line,))

    ended = freed.then(end)
    return ended.then(lambda now: ask_adviser(now, cast, ReasonCode.CANCELLED, cause)) if by_school else ended


def wait(visit: Visit, cause: Cause, calendar: SchoolCalendar, policy: Policy, chase_from: dt.date | None) -> Change:
    """The school will answer: the silence is counted anew, or from its first day back."""
    offer = visit.open_offer
    if offer is None:
        return Change(visit, (_line(cause, "An answer will follow"),))
    today = cause.at.date()
    day = calendar.first_school_day_from(chase_from) if chase_from else None
    chase_on = day or calendar.add_school_days(today, policy.chase_after_school_days)
    if offer.chase_on and chase_on and chase_on < offer.chase_on:
        chase_on = offer.chase_on
    after = _with_offer(visit, replace(offer, chase_on=chase_on))
    said = f"Away; the next reminder goes on {chase_on}" if chase_from else "An answer will follow"
    return Change(replace(after, updated=cause.at), (_line(cause, said),))


def chase(visit: Visit, cast: Cast, slots: tuple[OfferedSlot, ...], cause: Cause) -> Change:
    """Remind a silent school of the slots that are still free, under their old numbers."""
    offer = visit.open_offer
    if offer is None:
        return Change(visit)
    count = offer.chases + 1
    after = replace(_with_offer(visit, replace(offer, chases=count, chase_on=None)), updated=cause.at)
    mail = MailEffect(
        key=f"{visit.reference}/offer/{offer.number}/chase/{count}",
        kind=MailKind.CHASE,
        to=_to_school(visit, cause),
        reference=visit.reference,
        offer=offer.number,
        slots=slots,
    )
    line = post(after, f"chase/{offer.number}/{count}", lines.chased(visit.reference, cast.school.name, count))
    return Change(after, (_line(cause, f"Reminded the school (reminder {count})"),), (mail, line))


def release_holds(visit: Visit, cause: Cause) -> Change:
    """Let the slots of a silent school go; a later yes books one if it is still free."""
    after = replace(visit, offers=_closed(visit.offers), state=VisitState.TO_ARRANGE, updated=cause.at)
    return Change(after, (_line(cause, "The slots are no longer held"),))


def remind(visit: Visit, cast: Cast, cause: Cause) -> Change:
    """Tell the school and the adviser of a visit that is near: who, when, what, and whether a governor is missing."""
    if visit.agreed is None:
        return Change(visit)
    after = replace(visit, reminded_for=visit.agreed.date, updated=cause.at)
    mail = MailEffect(
        key=f"{visit.reference}/reminder/{visit.agreed.date}/{visit.agreed.part}",
        kind=MailKind.REMINDER,
        to=_to_school(visit, cause),
        cc=(cast.adviser.email,),
        reference=visit.reference,
        agreed=visit.agreed,
    )
    return Change(after, (_line(cause, "Sent the reminder of the visit"),), (mail,))


def mark_visited(visit: Visit, cast: Cast, cause: Cause) -> Change:
    """The visit has taken place."""
    after = replace(
        visit,
        state=VisitState.VISITED,
        waiting_for=WaitingFor.NOBODY,
        reason_code=None,
        reason="",
        offers=_closed(visit.offers),
        updated=cause.at,
    )
    text = lines.visited(visit.reference, cast.school.name, cast.adviser.name)
    return Change(after, (_line(cause, "Visited"),), (post(after, "visited", text),))


def write_to_next_contact(visit: Visit, cast: Cast, failed: str, cause: Cause) -> Change:
    """After a delivery that failed for good: the next contact is tried once, and the adviser is told."""
    others = [contact for contact in cast.contacts if contact.email != failed]
    tried_another = any(contact.bounced for contact in others)
    following = first_to_write_to(tuple(others))
    offer = visit.open_offer
    if following is None or tried_another or offer is None or visit.contact != failed:
        return ask_adviser(visit, cast, ReasonCode.BOUNCED, cause)
    after = replace(visit, contact=following.email, updated=cause.at)
    after = _with_offer(after, replace(offer, sent_at=None, chase_on=None))
    mail = MailEffect(
        key=f"{visit.reference}/offer/{offer.number}/to/{following.email}",
        kind=MailKind.OFFER if offer.number == 1 else MailKind.REOFFER,
        to=(following.email,),
        reference=visit.reference,
        offer=offer.number,
        slots=offer.slots,
        preface=Preface.FIRST_CONTACT_UNREACHABLE,
    )
    text = lines.bounced(visit.reference, cast.school.name)
    line = post(after, f"bounced/{cause.key}", text)
    return Change(after, (_line(cause, "The mail came back; wrote to the next contact"),), (mail, line))


def note(visit: Visit, what: str, cause: Cause) -> Change:
    """A line in the story, and nothing else."""
    return Change(visit, (_line(cause, what),))


def sign_off(visit: Visit, cause: Cause) -> Change:
    """The school agrees the report: recorded, and the visit's last state where the report is out."""
    state = VisitState.SIGNED_OFF if visit.state is VisitState.REPORTED else visit.state
    after = replace(visit, state=state, updated=cause.at)
    return Change(after, (_line(cause, "The school agrees the report"),))


def settle(visit: Visit, what: str, cause: Cause) -> Change:
    """An adviser has settled what was waiting: the next turn is the school's if slots are out, else nobody's."""
    waiting = WaitingFor.SCHOOL if visit.open_offer else WaitingFor.NOBODY
    after = replace(visit, waiting_for=waiting, reason_code=None, reason="", updated=cause.at)
    return Change(after, (_line(cause, what),))


def after_sending(visit: Visit, mail: MailEffect, now: dt.datetime, calendar: SchoolCalendar, policy: Policy) -> Visit:
    """The visit once an offer or a chase has gone out: from now on the silence is counted."""
    offer = visit.offer(mail.offer) if mail.offer is not None else None
    if offer is None or mail.kind not in (MailKind.OFFER, MailKind.REOFFER, MailKind.CHASE):
        return visit
    chase_on = calendar.add_school_days(now.date(), policy.chase_after_school_days)
    sent = replace(offer, sent_at=offer.sent_at or now, chase_on=chase_on)
    return replace(_with_offer(visit, sent), first_sent_at=visit.first_sent_at or now)


def _to_school(visit: Visit, cause: Cause) -> tuple[str, ...]:
    if cause.answers and cause.sender and cause.sender != visit.contact:
        return (cause.sender, visit.contact)
    return (visit.contact,)


def _closed(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    return tuple(replace(offer, state=OfferState.CLOSED, chase_on=None) for offer in offers)


def _with_offer(visit: Visit, offer: Offer) -> Visit:
    offers = tuple(offer if other.number == offer.number else other for other in visit.offers)
    return replace(visit, offers=offers)


def _line(cause: Cause, what: str) -> HistoryLine:
    return HistoryLine(at=cause.at, what=what, by=cause.by, letter_id=cause.letter_id, rule=cause.rule)


def post(visit: Visit, what: str, text: str) -> PostEffect:
    """A line for the channel about a visit; `what` makes its key unique."""
    return PostEffect(key=f"{visit.reference}/post/{what}", reference=visit.reference, text=text)
