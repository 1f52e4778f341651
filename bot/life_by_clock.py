"""A visit's life as time goes by: silence, reminders, the day of the visit. Pure, like `bot.life`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.change import Cast, Cause, Change, closed, post, story_line, to_school, with_offer
from bot.effects import MailEffect, MailKind
from bot.local_time import local_day
from bot.model import OfferedSlot, Policy, Visit, VisitState, WaitingFor
from bot.school_days import SchoolCalendar
from bot.wording import lines


def chase(visit: Visit, cast: Cast, slots: tuple[OfferedSlot, ...], cause: Cause) -> Change:
    """Remind a silent school of the slots that are still free, under their old numbers."""
    offer = visit.open_offer
    if offer is None:
        return Change(visit)
    count = offer.chases + 1
    after = replace(with_offer(visit, replace(offer, chases=count, chase_on=None)), updated=cause.at)
    mail = MailEffect(
        key=f"{visit.reference}/offer/{offer.number}/chase/{count}",
        kind=MailKind.CHASE,
        to=to_school(visit, cause),
        reference=visit.reference,
        offer=offer.number,
        slots=slots,
    )
    line = post(after, f"chase/{offer.number}/{count}", lines.chased(visit.reference, cast.school.name, count))
    return Change(after, (story_line(cause, f"Reminded the school (reminder {count})"),), (mail, line))


def release_holds(visit: Visit, cause: Cause) -> Change:
    """Let the slots of a silent school go; a later yes books one if it is still free."""
    after = replace(visit, offers=closed(visit.offers), state=VisitState.TO_ARRANGE, updated=cause.at)
    return Change(after, (story_line(cause, "The slots are no longer held"),))


def remind(visit: Visit, cast: Cast, cause: Cause) -> Change:
    """Tell the school and the adviser of a visit that is near: who, when, what, and whether a governor is missing."""
    if visit.agreed is None:
        return Change(visit)
    after = replace(visit, reminded_for=visit.agreed.date, updated=cause.at)
    mail = MailEffect(
        key=f"{visit.reference}/reminder/{visit.sequence}",
        kind=MailKind.REMINDER,
        to=to_school(visit, cause),
        cc=(cast.adviser.email,),
        reference=visit.reference,
        agreed=visit.agreed,
    )
    return Change(after, (story_line(cause, "Sent the reminder of the visit"),), (mail,))


def mark_visited(visit: Visit, cast: Cast, cause: Cause) -> Change:
    """The visit has taken place."""
    after = replace(
        visit,
        state=VisitState.VISITED,
        waiting_for=WaitingFor.NOBODY,
        reason_code=None,
        reason="",
        offers=closed(visit.offers),
        updated=cause.at,
    )
    text = lines.visited(visit.reference, cast.school.name, cast.adviser.name)
    return Change(after, (story_line(cause, "Visited"),), (post(after, "visited", text),))


def after_sending(visit: Visit, mail: MailEffect, now: dt.datetime, calendar: SchoolCalendar, policy: Policy) -> Visit:
    """The visit once an offer or a chase has gone out: from now on the silence is counted."""
    offer = visit.offer(mail.offer) if mail.offer is not None else None
    if offer is None or mail.kind not in (MailKind.OFFER, MailKind.REOFFER, MailKind.CHASE):
        return visit
    chase_on = calendar.add_school_days(local_day(now), policy.chase_after_school_days)
    sent = replace(offer, sent_at=offer.sent_at or now, chase_on=chase_on)
    return replace(with_offer(visit, sent), first_sent_at=visit.first_sent_at or now)
