"""From a decision to a change of the visit: one function for each step, in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot import life
from bot.change import Cast, Cause, Change
from bot.deciding import Decision, Step
from bot.effects import Preface
from bot.model import Kind, OfferedSlot, Policy, ReasonCode, Slot, Understanding, Visit, Window
from bot.offering import Ground, choose_slots


@dataclass(frozen=True, slots=True)
class Stage:
    """What a decision is acted out on: the visit, its people, what was understood, and the ground for new offers.

    `failed_address` is the address that a bounce is about, "" where the letter is none.
    """

    visit: Visit
    cast: Cast
    understanding: Understanding
    ground: Ground
    cause: Cause
    policy: Policy
    failed_address: str = ""


def act(decision: Decision, stage: Stage) -> Change:
    """Carry out a decision on paper: the visit's new state, its history and the effects to come."""
    return _STEPS[decision.step](decision, stage)


NEW_DATE_FOLLOWS = "Your adviser will write to you about a new date."


def new_slots(
    visit: Visit, ground: Ground, policy: Policy, windows: tuple[Window, ...] = ()
) -> tuple[OfferedSlot, ...]:
    """Slots inside the windows that this school has neither been offered nor refused; () where none is left."""
    offered = {item.slot for offer in visit.offers for item in offer.slots}
    had = offered.union(visit.refused, [visit.agreed] if visit.agreed else [])
    untried = replace(ground, avoid=ground.avoid | had)
    return choose_slots(untried, policy.options, windows)


def _prepared(decision: Decision, stage: Stage, *, offer_follows: bool = False) -> Change:
    """What every answer of the school does first: its people, its refusals, and the agreed slot given up."""
    start = Change(_refusing(stage.visit, stage.understanding.ruled_out))
    if stage.understanding.kind is Kind.REPLY:
        start = start.then(lambda visit: life.record_people(visit, stage.understanding, stage.cause))
    if not decision.frees_agreed:
        return start
    note = "" if offer_follows else NEW_DATE_FOLLOWS
    return start.then(
        lambda visit: life.give_up_agreed(visit, stage.cast, stage.cause, tell_school=not offer_follows, note=note)
    )


def _refusing(visit: Visit, slots: tuple[Slot, ...]) -> Visit:
    new = tuple(slot for slot in slots if slot not in visit.refused)
    return replace(visit, refused=visit.refused + new) if new else visit


def _book(decision: Decision, stage: Stage) -> Change:
    slot = decision.slot
    if slot is None:
        return life.ask_adviser(stage.visit, stage.cast, ReasonCode.UNCLEAR, stage.cause)
    # The move itself replaces the agreed slot: the invitation keeps its UID, so nothing is cancelled first.
    kept = replace(decision, frees_agreed=False)
    booked = _prepared(kept, stage).then(lambda visit: life.book(visit, stage.cast, slot, stage.cause))
    if not stage.understanding.has_question:
        return booked
    return booked.then(lambda visit: life.ask_adviser(visit, stage.cast, ReasonCode.QUESTION, stage.cause))


def _offer_again(decision: Decision, stage: Stage) -> Change:
    refusing = _refusing(stage.visit, stage.understanding.ruled_out)
    slots = new_slots(refusing, stage.ground, stage.policy, decision.windows)
    start = _prepared(decision, stage, offer_follows=bool(slots))
    if not slots:
        return start.then(lambda visit: life.ask_adviser(visit, stage.cast, ReasonCode.NO_SLOTS, stage.cause))
    preface, previous = Preface.NONE_SUITED, None
    if decision.slot_gone:
        preface, previous = Preface.SLOT_GONE, next(iter(stage.understanding.accepted), None)
    elif decision.frees_agreed:
        preface, previous = Preface.AGREED_CANNOT_BE_KEPT, stage.visit.agreed
    return start.then(
        lambda visit: life.make_offer(visit, stage.cast, slots, stage.cause, preface=preface, previous=previous)
    )


def _ask_adviser(decision: Decision, stage: Stage) -> Change:
    code = decision.code or ReasonCode.UNCLEAR
    start = Change(stage.visit) if code in STRANGERS else _prepared(decision, stage)
    return start.then(lambda visit: life.ask_adviser(visit, stage.cast, code, stage.cause))


def _cancel(_: Decision, stage: Stage) -> Change:
    return life.cancel(stage.visit, stage.cast, stage.cause, by_school=True)


def _wait(decision: Decision, stage: Stage) -> Change:
    return _prepared(decision, stage).then(
        lambda visit: life.wait(visit, stage.cause, stage.ground.calendar, stage.policy, decision.chase_from)
    )


STRANGERS = frozenset(
    {ReasonCode.UNKNOWN_SENDER, ReasonCode.UNKNOWN_VISIT, ReasonCode.FAILED_AUTHENTICATION, ReasonCode.WRONG_PERSON}
)
"""Reasons under which nothing in a letter is taken over, not even a name."""

_STEPS: Mapping[Step, Callable[[Decision, Stage], Change]] = {
    Step.BOOK: _book,
    Step.OFFER_AGAIN: _offer_again,
    Step.ASK_ADVISER: _ask_adviser,
    Step.RECORD_PEOPLE: _prepared,
    Step.CANCEL: _cancel,
    Step.WAIT: _wait,
    Step.IGNORE: lambda _, stage: Change(stage.visit),
    Step.SIGN_OFF: lambda _, stage: life.sign_off(stage.visit, stage.cause),
    Step.TRY_NEXT_CONTACT: lambda _, stage: life.write_to_next_contact(
        stage.visit, stage.cast, stage.failed_address, stage.cause
    ),
}
