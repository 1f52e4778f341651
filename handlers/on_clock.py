"""The clock strikes: chase what is silent, let holds go, remind, mark as visited, send the weekly digest.

Nothing is kept in timers: what is due follows from the visits themselves, so a run after days of standing still does
once what is due then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot import life, life_by_clock
from bot.acting import new_slots
from bot.change import Cause, Change
from bot.effects import MailEffect, MailKind, PostEffect, Preface
from bot.errors import PlainError
from bot.local_time import LONDON, local_day
from bot.model import Offer, OfferedSlot, Policy, ReasonCode, Slot, Visit, VisitState, WaitingFor
from bot.school_days import SchoolCalendar
from bot.wording.lines import digest_ready
from handlers.batches import batches
from handlers.carrying_out import Tally, tolerating_diary
from handlers.clock import london
from handlers.digesting import current_digest
from handlers.mailing import digest_day
from handlers.parts import Parts
from handlers.recording import record_change
from handlers.surroundings import Surroundings, busy_slots, surroundings
from storage.records import Records

DIGEST_TIME = dt.time(8)
LONGEST_HOLIDAY = dt.timedelta(days=30)
CLEAR_DAYS = 2
"""A slot is worth repeating in a reminder while at least this many school days are left before it."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that the clock does to a visit: when, and what."""

    name: str
    is_due: Callable[[Visit, SchoolCalendar, Policy, dt.datetime], bool]
    step: Callable[[Visit, Surroundings, Cause, Policy], Change]


def strike(parts: Parts, now: dt.datetime, tally: Tally) -> int:
    """Do what the time of day and year asks for; how many visits were touched. One whose diary is shut waits."""
    with parts.store.read() as records:
        today = local_day(now)
        visits = records.visits_to_watch(today, today + _reminder_reach(parts.policy))
        records.fetch_schools_ahead({visit.urn for visit in visits})
        due = [visit for visit in visits if _due(records, parts, visit, now)]
        schools = {visit.urn: school for visit in due if (school := records.school(visit.urn))}
        calendars = {urn: records.calendar(school) for urn, school in schools.items()}
    busy: dict[str, frozenset[Slot]] = {}
    for visit in due:
        with tolerating_diary(tally):
            busy[visit.reference] = busy_slots(
                parts, calendars[visit.urn], visit.adviser, parts.hours_of(schools[visit.urn]), now
            )
    struck = sum(_strike_some(parts, some, busy, now) for some in batches(list(busy)))
    record_digest(parts, now)
    return struck


def _reminder_reach(policy: Policy) -> dt.timedelta:
    """No reminder goes earlier than this before a visit."""
    return LONGEST_HOLIDAY + dt.timedelta(days=2 * policy.remind_school_days)


def _due(records: Records, parts: Parts, visit: Visit, now: dt.datetime) -> Due | None:
    school = records.school(visit.urn)
    if school is None:
        return None
    calendar = records.calendar(school)
    return next((due for due in DUE if due.is_due(visit, calendar, parts.policy, now)), None)


def _strike_some(parts: Parts, references: Sequence[str], busy: Mapping[str, frozenset[Slot]], now: dt.datetime) -> int:
    """A few visits in one transaction, or each in its own where one of them stands in the others' way."""
    try:
        return _strike_together(parts, references, busy, now)
    except PlainError:
        if len(references) == 1:
            raise
    return sum(_strike_together(parts, [reference], busy, now) for reference in references)


def _strike_together(
    parts: Parts, references: Sequence[str], busy: Mapping[str, frozenset[Slot]], now: dt.datetime
) -> int:
    """Each visit is looked at again in the transaction that changes it: a letter may have been first."""
    struck = 0
    with parts.store.write() as records:
        records.fetch_ahead(references)
        for reference in references:
            visit = records.visit(reference)
            due = _due(records, parts, visit, now) if visit else None
            if visit is None or due is None:
                continue
            around = surroundings(records, parts, visit, now, busy[reference])
            cause = Cause(at=now, by="the clock", key=f"{due.name}/{local_day(now)}", rule=due.name)
            record_change(records, due.step(visit, around, cause, parts.policy), now)
            struck += 1
    return struck


def _is_past(visit: Visit, _: SchoolCalendar, __: Policy, now: dt.datetime) -> bool:
    return visit.state is VisitState.AGREED and visit.agreed is not None and visit.agreed.date < local_day(now)


def _is_near(visit: Visit, calendar: SchoolCalendar, policy: Policy, now: dt.datetime) -> bool:
    """The day of the reminder has come, and the visit was agreed early enough to need one."""
    if visit.state is not VisitState.AGREED or visit.agreed is None or visit.agreed_at is None:
        return False
    day = calendar.add_school_days(visit.agreed.date, -policy.remind_school_days)
    if day is None or visit.reminded_for == visit.agreed.date:
        return False
    return local_day(visit.agreed_at) < day <= local_day(now) < visit.agreed.date


def _is_silent(visit: Visit, _: SchoolCalendar, __: Policy, now: dt.datetime) -> bool:
    offer = visit.open_offer
    return (
        visit.waiting_for is WaitingFor.SCHOOL
        and offer is not None
        and offer.chase_on is not None
        and offer.chase_on <= local_day(now)
    )


def _is_too_late_to_send(visit: Visit, _: SchoolCalendar, __: Policy, now: dt.datetime) -> bool:
    """An offer that still waits to be sent (the bot stood still) names half days that are past or today."""
    offer = visit.open_offer
    if offer is None or offer.sent_at is not None or visit.waiting_for is not WaitingFor.SCHOOL:
        return False
    return any(item.slot.date <= local_day(now) for item in offer.slots)


def _has_stale_holds(visit: Visit, calendar: SchoolCalendar, policy: Policy, now: dt.datetime) -> bool:
    """The adviser was asked to ring a silent school so long ago that its slots are of more use to others."""
    offer = visit.open_offer
    if offer is None or visit.reason_code is not ReasonCode.SILENT or visit.updated is None:
        return False
    until = calendar.add_school_days(local_day(visit.updated), policy.chase_after_school_days)
    return until is None or until <= local_day(now)


def _chase(visit: Visit, around: Surroundings, cause: Cause, policy: Policy) -> Change:
    """A reminder with the slots still free; without any, a new offer; after the last reminder, the adviser."""
    offer = visit.open_offer
    if offer is None or offer.chases >= policy.chases:
        return life.ask_adviser(visit, around.cast, ReasonCode.SILENT, cause)
    free = _still_free(visit, offer, around, cause)
    if free:
        return life_by_clock.chase(visit, around.cast, free, cause)
    slots = new_slots(visit, around.ground, policy)
    if visit.rounds >= policy.offer_rounds or not slots:
        return life.ask_adviser(visit, around.cast, ReasonCode.SILENT, cause)
    return life.make_offer(visit, around.cast, slots, cause, preface=Preface.SLOT_GONE)


def _offer_anew(visit: Visit, around: Surroundings, cause: Cause, policy: Policy) -> Change:
    """Fresh slots in the place of an offer that nobody has seen; it does not count as a round."""
    slots = new_slots(visit, around.ground, policy)
    if not slots:
        return life.ask_adviser(visit, around.cast, ReasonCode.NO_SLOTS, cause)
    fresh = replace(visit, rounds=max(visit.rounds - 1, 0))
    return life.make_offer(fresh, around.cast, slots, cause, unseen=visit.first_sent_at is None)


def _still_free(visit: Visit, offer: Offer, around: Surroundings, cause: Cause) -> tuple[OfferedSlot, ...]:
    first = around.calendar.add_school_days(local_day(cause.at), CLEAR_DAYS)
    if first is None:
        return ()
    gone = around.ground.taken | frozenset(visit.refused)
    return tuple(item for item in offer.slots if item.slot.date >= first and item.slot not in gone)


def _visited(visit: Visit, around: Surroundings, cause: Cause, _: Policy) -> Change:
    return life_by_clock.mark_visited(visit, around.cast, cause)


def _remind(visit: Visit, around: Surroundings, cause: Cause, _: Policy) -> Change:
    return life_by_clock.remind(visit, around.cast, cause)


def _release(visit: Visit, _: Surroundings, cause: Cause, __: Policy) -> Change:
    return life_by_clock.release_holds(visit, cause)


DUE: tuple[Due, ...] = (
    Due("the visit has taken place", _is_past, _visited),
    Due("the visit is near", _is_near, _remind),
    Due("the offer would come too late", _is_too_late_to_send, _offer_anew),
    Due("the school is silent", _is_silent, _chase),
    Due("the slots are held no longer", _has_stale_holds, _release),
)


def record_digest(parts: Parts, now: dt.datetime) -> bool:
    """Record the week's digest, from Monday 8:00, once a week and only when the week before has seen work."""
    monday = digest_day(now)
    begins = dt.datetime.combine(monday, DIGEST_TIME, LONDON)
    if london(now) < begins:
        return False
    key = f"digest/{monday.isoformat()}"
    with parts.store.read() as records:
        if records.has_effect(f"{key}/post") or not records.any_sent_before(begins):
            return False
    with parts.store.write() as records:
        digest = current_digest(records, parts, now)
        records.add_effect(PostEffect(key=f"{key}/post", reference="", text=digest_ready(digest)), now)
        if parts.digest_to:
            records.add_effect(MailEffect(key=key, kind=MailKind.DIGEST, to=parts.digest_to), now)
    return True


def restart_silence(visit: Visit, calendar: SchoolCalendar, policy: Policy, now: dt.datetime) -> Visit:
    """The visit with its silence counted from now, where an offer is open."""
    offer = visit.open_offer
    if offer is None:
        return visit
    chase_on = calendar.add_school_days(local_day(now), policy.chase_after_school_days)
    fresh = replace(offer, chase_on=chase_on)
    return replace(visit, offers=tuple(fresh if other.number == offer.number else other for other in visit.offers))
