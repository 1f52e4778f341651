"""What an adviser decides, from the command line or a button: book, offer again, wait, cancel, visited, put off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot import life, life_by_clock
from bot.acting import NEW_DATE_FOLLOWS, new_slots
from bot.change import Cause, Change, post
from bot.effects import Preface
from bot.errors import PlainError
from bot.local_time import local_day
from bot.model import ReasonCode, Slot, Visit, VisitState, Window
from bot.wording.dates import half_day, long_date
from bot.wording.lines import postponed
from handlers.on_clock import restart_silence
from handlers.parts import Parts
from handlers.recording import record_change
from handlers.surroundings import Surroundings, busy_slots, cast_of, surroundings
from storage.errors import SlotTakenError
from storage.records import Records


class CannotResolveError(PlainError):
    """The adviser's decision cannot be carried out; one sentence says why, and what can be done."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an adviser wants, with a note and who they are."""

    by: str
    note: str = ""


Resolver = Callable[[Visit, Surroundings, Cause, Parts], Change]


def resolve(parts: Parts, reference: str, resolver: Resolver, wish: Wish, now: dt.datetime) -> Visit:
    """Carry out an adviser's decision on one visit, whole or not at all; raises CannotResolveError."""
    busy = _busy(parts, reference, now)
    try:
        with parts.store.write() as records:
            visit = _known(records, reference)
            around = surroundings(records, parts, visit, now, busy)
            key = f"resolve-{visit.revision}"
            cause = Cause(at=now, by=wish.by, key=key, rule="an adviser decided", answers="")
            change = resolver(visit, around, cause, parts)
            if wish.note:
                change = change.then(lambda after: life.note(after, f"Note: {wish.note}", cause))
            record_change(records, change, now)
            return change.visit
    except SlotTakenError as error:
        raise CannotResolveError(f"{error} Choose another half day.") from None


def book(slot: Slot) -> Resolver:
    """Agree that half day with the school, which the adviser has spoken to."""

    def resolver(visit: Visit, around: Surroundings, cause: Cause, parts: Parts) -> Change:
        _must_not_be_over(visit)
        if slot.date < local_day(cause.at):
            raise CannotResolveError(f"{half_day(slot)} is past; a visit that has taken place is `--visited`.")
        if not around.calendar.is_school_day(slot.date):
            raise CannotResolveError(f"{long_date(slot.date)} is not a school day of {around.cast.school.name}.")
        if slot in around.ground.taken:
            raise CannotResolveError(f"{around.cast.adviser.name} is not free on {half_day(slot)}.")
        if visit.agreed == slot:
            return life.settle(visit, f"{half_day(slot)} stays agreed", cause)
        del parts
        return life.book(visit, around.cast, slot, cause)

    return resolver


def reoffer(first: dt.date | None, last: dt.date | None) -> Resolver:
    """Offer new slots, inside those days where they are given; an agreed slot is given up."""

    def resolver(visit: Visit, around: Surroundings, cause: Cause, parts: Parts) -> Change:
        if visit.state not in _ARRANGEABLE:
            raise CannotResolveError(f"{visit.reference} is {_in_words(visit)}; there is nothing to offer.")
        windows: tuple[Window, ...] = ()
        if first or last:
            windows = (Window(first or local_day(cause.at), last or around.calendar.days[-1]),)
        slots = new_slots(visit, around.ground, parts.policy, windows)
        if not slots:
            raise CannotResolveError("No free half day is left in these days; give others with --from and --to.")
        preface, previous = Preface.ASKED_BY_ADVISER, visit.agreed
        return life.give_up_agreed(visit, around.cast, cause).then(
            lambda after: life.make_offer(after, around.cast, slots, cause, preface=preface, previous=previous)
        )

    return resolver


def wait(visit: Visit, around: Surroundings, cause: Cause, parts: Parts) -> Change:
    """Let the school answer: its silence is counted anew."""
    fresh = restart_silence(visit, around.calendar, parts.policy, cause.at)
    return life.settle(fresh, "Waiting for the school", cause)


def cancel(visit: Visit, around: Surroundings, cause: Cause, _: Parts) -> Change:
    """End the visit without a date; the school is told if a date was agreed."""
    if visit.state is VisitState.CANCELLED:
        return life.settle(visit, "Stays cancelled", cause)
    _must_not_be_over(visit)
    return life.cancel(visit, around.cast, cause, by_school=False)


def visited(visit: Visit, around: Surroundings, cause: Cause, _: Parts) -> Change:
    """The visit has taken place, on the slot that is agreed."""
    if visit.state is not VisitState.AGREED or visit.agreed is None:
        raise CannotResolveError(f"{visit.reference} is {_in_words(visit)}; book the day first with --book DATE am|pm.")
    if visit.agreed.date > local_day(cause.at):
        raise CannotResolveError(f"{visit.reference} is agreed for {half_day(visit.agreed)}, which is still to come.")
    return life_by_clock.mark_visited(visit, around.cast, cause)


def close(visit: Visit, _: Surroundings, cause: Cause, __: Parts) -> Change:
    """The matter is settled; nothing changes about the visit."""
    return life.settle(visit, "Settled", cause)


def postpone(
    parts: Parts, now: dt.datetime, by: str, *, urn: str | None = None, day: dt.date | None = None, note: str = ""
) -> list[Visit]:
    """Put off what is agreed with that school or on that day: one apology each, with fresh slots."""
    with parts.store.read() as records:
        agreed = records.visits(state=VisitState.AGREED)
    chosen = [v for v in agreed if v.agreed and (v.urn == urn if urn else v.agreed.date == day)]
    return [resolve(parts, visit.reference, put_off(note), Wish(by), now) for visit in chosen]


def put_off(note: str = "") -> Resolver:
    """Give up the agreed day, for a reason of ours, with an apology and fresh slots; `note` is for the school."""

    def resolver(visit: Visit, around: Surroundings, cause: Cause, parts: Parts) -> Change:
        slot = visit.agreed
        if slot is None:
            raise CannotResolveError(f"{visit.reference} has no agreed day to put off.")
        # The council's own change of plan does not use up the school's rounds of offers.
        fresh = replace(visit, rounds=0)
        slots = new_slots(fresh, around.ground, parts.policy)
        text = postponed(visit.reference, around.cast.school.name, slot)
        told = Change(fresh, (), (post(visit, f"postponed/{slot.date}/{slot.part}", text),))
        if not slots:
            sorry = " ".join(part for part in (note, NEW_DATE_FOLLOWS) if part)
            return told.then(
                lambda after: life.give_up_agreed(after, around.cast, cause, tell_school=True, note=sorry)
            ).then(lambda after: life.ask_adviser(after, around.cast, ReasonCode.POSTPONED, cause))
        why = Preface.POSTPONED_BY_US
        return told.then(lambda after: life.give_up_agreed(after, around.cast, cause)).then(
            lambda after: life.make_offer(after, around.cast, slots, cause, preface=why, previous=slot, note=note)
        )

    return resolver


_ARRANGEABLE = (VisitState.TO_ARRANGE, VisitState.OFFERED, VisitState.AGREED, VisitState.CANCELLED)


def _must_not_be_over(visit: Visit) -> None:
    if visit.state in (VisitState.VISITED, VisitState.REPORTED, VisitState.SIGNED_OFF):
        raise CannotResolveError(f"{visit.reference} is {_in_words(visit)}; its date can no longer change.")


def _in_words(visit: Visit) -> str:
    return visit.state.value.replace("_", " ")


def _known(records: Records, reference: str) -> Visit:
    visit = records.visit(reference.strip().upper())
    if visit is None:
        raise CannotResolveError(f"No visit has the reference {reference}; `visitbot visits` lists them.")
    return visit


def _busy(parts: Parts, reference: str, now: dt.datetime) -> frozenset[Slot]:
    with parts.store.read() as records:
        visit = _known(records, reference)
        school = cast_of(records, visit).school
        calendar = records.calendar(school)
    return busy_slots(parts, calendar, visit.adviser, parts.hours_of(school), now)
