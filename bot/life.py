"""A visit's life: each thing that can happen to a visit, as a pure step to its new state, history and effects.

A step never looks at the world. It takes the visit, the people around it (`Cast`) and what caused it (`Cause`), and
returns a `Change`; the handler stores all three parts of a change in one transaction.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.addressing import first_to_write_to
from bot.attendance import attendance_after
from bot.change import Cast, Cause, Change, closed, post, story_line, to_school, with_offer
from bot.effects import DiaryEffect, DiaryOperation, MailEffect, MailKind, Preface
from bot.local_time import local_day
from bot.model import Offer, OfferedSlot, Policy, ReasonCode, Slot, Understanding, Visit, VisitState, WaitingFor
from bot.school_days import SchoolCalendar
from bot.wording import lines
from bot.wording.dates import half_day
from bot.wording.reasons import reason_sentence


def make_offer(
    visit: Visit,
    cast: Cast,
    slots: tuple[OfferedSlot, ...],
    cause: Cause,
    *,
    preface: Preface = Preface.NONE,
    previous: Slot | None = None,
    note: str = "",
    unseen: bool = False,
) -> Change:
    """Close any open offer and record a new one, with its mail. The first is an offer, later ones are reoffers.

    `unseen`: the school has seen none of those before, so this is its first.
    `previous` is the slot that can no longer be had, where that is why the mail comes.
    """
    number = len(visit.offers) + 1
    offer = Offer(number=number, slots=slots, recorded_at=cause.at)
    after = replace(
        visit,
        offers=(*closed(visit.offers), offer),
        rounds=visit.rounds + 1,
        state=VisitState.OFFERED,
        waiting_for=WaitingFor.SCHOOL,
        reason_code=None,
        reason="",
        updated=cause.at,
    )
    mail = MailEffect(
        key=f"{visit.reference}/offer/{number}",
        kind=MailKind.OFFER if number == 1 or unseen else MailKind.REOFFER,
        to=to_school(visit, cause),
        reference=visit.reference,
        offer=number,
        slots=slots,
        previous=previous,
        preface=preface,
        answers=cause.answers,
        note=note,
    )
    named = "; ".join(f"{item.option}. {half_day(item.slot)}" for item in slots)
    return Change(
        after,
        (story_line(cause, f"Offered {named}"),),
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
        offers=closed(visit.offers),
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
        to=to_school(visit, cause),
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
    return Change(after, (story_line(cause, f"Agreed {half_day(slot)}"),), (mail, diary, line))


def give_up_agreed(visit: Visit, cast: Cast, cause: Cause, *, tell_school: bool = False, note: str = "") -> Change:
    """Take back the agreed slot: it is free at once, the diary entry goes, the invitation is cancelled.

    The school is told by the mail that follows (a new offer), unless `tell_school` says that none will; `note` then
    says what comes next.
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
        to=to_school(visit, cause) if tell_school else (cast.adviser.email,),
        cc=(cast.adviser.email,) if tell_school else (),
        reference=visit.reference,
        agreed=slot,
        sequence=sequence,
        answers=cause.answers if tell_school else "",
        note=note,
    )
    diary = DiaryEffect(
        f"{visit.reference}/diary/{sequence}", visit.reference, DiaryOperation.REMOVE, cast.adviser.email, slot
    )
    return Change(after, (story_line(cause, f"Gave up {half_day(slot)}"),), (mail, diary))


def ask_adviser(visit: Visit, cast: Cast, code: ReasonCode, cause: Cause) -> Change:
    """Leave the matter to the adviser, with the reason, a card with the words, and one line in the channel."""
    reason = reason_sentence(code)
    after = replace(visit, waiting_for=WaitingFor.ADVISER, reason_code=code, reason=reason, updated=cause.at)
    text = lines.needs_adviser(visit.reference, cast.school.name, cast.adviser.name, code)
    line = post(after, f"card/{code}/{cause.key}", text)
    settle_line = story_line(cause, f"For {cast.adviser.name} to settle: {reason}")
    return Change(after, (settle_line,), (_card(visit, cast, code, cause), line))


def _card(visit: Visit, cast: Cast, code: ReasonCode, cause: Cause) -> MailEffect:
    return MailEffect(
        key=f"{visit.reference}/card/{code}/{cause.key}",
        kind=MailKind.CARD,
        to=(cast.adviser.email,),
        reference=visit.reference,
        slots=_worth_booking(visit, cause),
        agreed=visit.agreed,
        letter_id=cause.letter_id,
        reason=reason_sentence(code),
        words=cause.words,
    )


def _worth_booking(visit: Visit, cause: Cause) -> tuple[OfferedSlot, ...]:
    """What the adviser may want to book: what the school puts forward, then what is on offer and not refused."""
    on_offer = (item.slot for item in (visit.open_offer.slots if visit.open_offer else ()))
    slots = dict.fromkeys((*cause.proposals, *(slot for slot in on_offer if slot not in visit.refused)))
    return tuple(OfferedSlot(number, slot) for number, slot in enumerate(slots, start=1))


def record_people(visit: Visit, understanding: Understanding, cause: Cause) -> Change:
    """Lay what a letter says of people over what was known; no change where it says nothing new."""
    attendees, governor = attendance_after(visit, understanding)
    if (attendees, governor) == (visit.attendees, visit.governor):
        return Change(visit)
    after = replace(visit, attendees=attendees, governor=governor, updated=cause.at)
    roles = ", ".join(person.role.replace("_", " ") if person.role else "a person" for person in attendees)
    said = governor.value.replace("_", " ")
    return Change(after, (story_line(cause, f"Takes part: {roles or 'nobody named'}; governor {said}"),))


def cancel(visit: Visit, cast: Cast, cause: Cause, *, by_school: bool) -> Change:
    """End a visit without a date. When the school asked for it, the adviser still looks at it.

    The school is told what was taken back: its invitation, or the half days on offer.
    """
    freed = give_up_agreed(visit, cast, cause, tell_school=True)
    was_on_offer = visit.agreed is None and visit.open_offer is not None and visit.first_sent_at is not None

    def end(before: Visit) -> Change:
        waiting = WaitingFor.ADVISER if by_school else WaitingFor.NOBODY
        code = ReasonCode.CANCELLED
        after = replace(
            before,
            state=VisitState.CANCELLED,
            offers=closed(before.offers),
            waiting_for=waiting,
            reason_code=code,
            reason=reason_sentence(code) if by_school else f"Cancelled by {cause.by}.",
            updated=cause.at,
        )
        line = post(after, f"cancelled/{cause.key}", lines.cancelled(before.reference, cast.school.name))
        mail = MailEffect(
            key=f"{visit.reference}/cancelled/{cause.key}",
            kind=MailKind.CANCELLATION,
            to=to_school(visit, cause),
            reference=visit.reference,
        )
        told = (mail, line) if was_on_offer and not by_school else (line,)
        return Change(after, (story_line(cause, "Cancelled"),), told)

    ended = freed.then(end)
    return ended.then(lambda now: ask_adviser(now, cast, ReasonCode.CANCELLED, cause)) if by_school else ended


def wait(visit: Visit, cause: Cause, calendar: SchoolCalendar, policy: Policy, chase_from: dt.date | None) -> Change:
    """The school will answer: the silence is counted anew, or from its first day back."""
    offer = visit.open_offer
    if offer is None:
        return Change(visit, (story_line(cause, "An answer will follow"),))
    today = local_day(cause.at)
    day = calendar.first_school_day_from(chase_from) if chase_from else None
    chase_on = day or calendar.add_school_days(today, policy.chase_after_school_days)
    if offer.chase_on and chase_on and chase_on < offer.chase_on:
        chase_on = offer.chase_on
    after = with_offer(visit, replace(offer, chase_on=chase_on))
    said = f"Away; the next reminder goes on {chase_on}" if chase_from else "An answer will follow"
    return Change(replace(after, updated=cause.at), (story_line(cause, said),))


def write_to_next_contact(visit: Visit, cast: Cast, failed: str, cause: Cause) -> Change:
    """After a delivery that failed for good: the next contact is tried once, and the adviser is told.

    A second report about an address that is no longer written to changes nothing.
    """
    if visit.contact != failed and any(contact.email == failed and contact.bounced for contact in cast.contacts):
        return note(visit, "Another report of the mail that came back", cause)
    others = [contact for contact in cast.contacts if contact.email != failed]
    tried_another = any(contact.bounced for contact in others)
    following = first_to_write_to(tuple(others))
    offer = visit.open_offer
    if following is None or tried_another or offer is None or visit.contact != failed:
        return ask_adviser(visit, cast, ReasonCode.BOUNCED, cause)
    after = replace(visit, contact=following.email, updated=cause.at)
    after = with_offer(after, replace(offer, sent_at=None, chase_on=None))
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
    card = _card(visit, cast, ReasonCode.BOUNCED, cause)
    return Change(after, (story_line(cause, "The mail came back; wrote to the next contact"),), (mail, card, line))


def note(visit: Visit, what: str, cause: Cause) -> Change:
    """A line in the story, and nothing else."""
    return Change(visit, (story_line(cause, what),))


def sign_off(visit: Visit, cause: Cause) -> Change:
    """The school agrees the report: recorded, and the visit's last state where the report is out."""
    state = VisitState.SIGNED_OFF if visit.state is VisitState.REPORTED else visit.state
    after = replace(visit, state=state, updated=cause.at)
    return Change(after, (story_line(cause, "The school agrees the report"),))


def settle(visit: Visit, what: str, cause: Cause) -> Change:
    """An adviser has settled what was waiting: the next turn is the school's if slots are out, else nobody's."""
    waiting = WaitingFor.SCHOOL if visit.open_offer else WaitingFor.NOBODY
    after = replace(visit, waiting_for=waiting, reason_code=None, reason="", updated=cause.at)
    return Change(after, (story_line(cause, what),))
