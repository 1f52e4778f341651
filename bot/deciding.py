"""A visit, and what a letter about it says: the one thing to do next, by the first rule that applies.

The rules stand in one ordered table, `RULES`. Each has a name, which the history and `explain` show. A rule that is not
sure leaves the matter to a person: nothing is booked that the school did not say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.model import (
    DATED_STATES,
    Action,
    Kind,
    Offer,
    Policy,
    ReasonCode,
    Slot,
    Understanding,
    Visit,
    VisitState,
    Window,
)


class Step(StrEnum):
    """What is done next."""

    BOOK = "book"
    OFFER_AGAIN = "offer_again"
    ASK_ADVISER = "ask_adviser"
    RECORD_PEOPLE = "record_people"
    CANCEL = "cancel"
    WAIT = "wait"
    IGNORE = "ignore"
    SIGN_OFF = "sign_off"
    TRY_NEXT_CONTACT = "try_next_contact"


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a decision rests on.

    `offer` is the offer that the letter answers; `stranger` says why the sender may not speak for the school, None
    where they may; `free` holds those of the accepted and proposed slots that the adviser could still take; `may_book`
    says whether a slot that the school proposes may be booked without asking.
    """

    visit: Visit
    understanding: Understanding
    offer: Offer | None
    stranger: ReasonCode | None
    free: frozenset[Slot]
    may_book: bool
    permanent_bounce: bool
    today: dt.date
    policy: Policy

    @property
    def frees_agreed(self) -> bool:
        """Whether the school says that it cannot keep the slot that is agreed."""
        return self.visit.agreed is not None and self.visit.agreed in self.understanding.ruled_out

    @property
    def accepted(self) -> tuple[Slot, ...]:
        """The accepted slots that were ever offered to this school, best first: nothing else can be a yes to us."""
        offered = {item.slot for offer in self.visit.offers for item in offer.slots}
        return tuple(slot for slot in self.understanding.accepted if slot in offered)

    @property
    def accepted_free(self) -> Slot | None:
        """The best accepted slot that can still be had."""
        return next((slot for slot in self.accepted if slot in self.free), None)

    @property
    def proposed_free(self) -> Slot | None:
        """The best proposed slot, half of the day said, that can be had; None where the half is open."""
        halves = (Slot(item.date, item.part) for item in self.understanding.proposed if item.part is not None)
        return next((slot for slot in halves if slot in self.free), None)


@dataclass(frozen=True, slots=True)
class Decision:
    """The one thing to do next, and why.

    `frees_agreed`: the agreed slot is given up first. `windows` bound the slots to offer; `slot_gone` says that an
    offered slot was accepted too late. `chase_from` is the first day on which the silence may be counted again.
    """

    step: Step
    rule: str = ""
    slot: Slot | None = None
    windows: tuple[Window, ...] = ()
    code: ReasonCode | None = None
    frees_agreed: bool = False
    slot_gone: bool = False
    chase_from: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the table: when it applies, and what follows."""

    name: str
    applies: Callable[[Situation], bool]
    then: Callable[[Situation], Decision]


def decide(situation: Situation) -> Decision:
    """The first rule of `RULES` that applies, with its name in the decision."""
    for rule in RULES:
        if rule.applies(situation):
            return replace(rule.then(situation), rule=rule.name)
    return Decision(Step.ASK_ADVISER, rule="no rule applies", code=ReasonCode.UNCLEAR)


def _ask(code: ReasonCode) -> Callable[[Situation], Decision]:
    return lambda _: Decision(Step.ASK_ADVISER, code=code)


def _always(step: Step) -> Callable[[Situation], Decision]:
    return lambda _: Decision(step)


def _is(action: Action) -> Callable[[Situation], bool]:
    return lambda s: s.understanding.action is action


def _kind(kind: Kind) -> Callable[[Situation], bool]:
    return lambda s: s.understanding.kind is kind


def _reads(action: Action, *conditions: Callable[[Situation], bool]) -> Callable[[Situation], bool]:
    return lambda s: s.understanding.action is action and all(condition(s) for condition in conditions)


def _calendar_only_notes(s: Situation) -> bool:
    """A calendar program that accepts what is agreed, as the adviser's own does."""
    return s.understanding.kind is Kind.CALENDAR and s.understanding.action is Action.IGNORE


def _agreed(s: Situation) -> bool:
    return s.visit.state is VisitState.AGREED


def _open(s: Situation) -> bool:
    return s.visit.state in (VisitState.TO_ARRANGE, VisitState.OFFERED)


def _over(s: Situation) -> bool:
    return s.visit.state is VisitState.CANCELLED or _after_the_visit(s)


def _after_the_visit(s: Situation) -> bool:
    return s.visit.state in DATED_STATES and not _agreed(s)


def _same_slot_again(s: Situation) -> bool:
    return s.visit.agreed is not None and s.visit.agreed in s.understanding.accepted


def _rounds_used(s: Situation) -> bool:
    return s.visit.rounds >= s.policy.offer_rounds


def _book(s: Situation) -> Decision:
    return Decision(Step.BOOK, slot=s.accepted_free, frees_agreed=s.frees_agreed)


def _book_proposed(s: Situation) -> Decision:
    return Decision(Step.BOOK, slot=s.proposed_free, frees_agreed=s.frees_agreed)


def _offer_again(s: Situation) -> Decision:
    return Decision(Step.OFFER_AGAIN, windows=s.understanding.windows, frees_agreed=s.frees_agreed)


def _slot_gone(s: Situation) -> Decision:
    return Decision(Step.OFFER_AGAIN, windows=s.understanding.windows, frees_agreed=s.frees_agreed, slot_gone=True)


def _ask_and_free(code: ReasonCode) -> Callable[[Situation], Decision]:
    return lambda s: Decision(Step.ASK_ADVISER, code=code, frees_agreed=s.frees_agreed)


def _hand_over(s: Situation) -> Decision:
    return Decision(Step.ASK_ADVISER, code=s.understanding.reason or ReasonCode.UNCLEAR)


def _chase_after_return(s: Situation) -> Decision:
    return Decision(Step.WAIT, chase_from=s.understanding.returns_on)


def _cancel(s: Situation) -> Decision:
    return Decision(Step.CANCEL, code=ReasonCode.CANCELLED, frees_agreed=s.visit.agreed is not None)


RULES: tuple[Rule, ...] = (
    Rule(
        "a delivery that failed for good",
        lambda s: s.understanding.kind is Kind.BOUNCE and s.permanent_bounce,
        _always(Step.TRY_NEXT_CONTACT),
    ),
    Rule("a delivery that is only delayed", _kind(Kind.BOUNCE), _always(Step.IGNORE)),
    Rule(
        "a machine of a stranger",
        lambda s: s.stranger is not None and (s.understanding.kind is Kind.AUTO_REPLY or _calendar_only_notes(s)),
        _always(Step.IGNORE),
    ),
    Rule(
        "an absence with a day of return",
        lambda s: (
            s.understanding.kind is Kind.AUTO_REPLY
            and s.understanding.action is not Action.HAND_OVER
            and s.understanding.returns_on is not None
        ),
        _chase_after_return,
    ),
    Rule(
        "the sender may not speak for the school",
        lambda s: s.stranger is not None,
        lambda s: Decision(Step.ASK_ADVISER, code=s.stranger),
    ),
    Rule("a person must look", _is(Action.HAND_OVER), _hand_over),
    Rule("a machine decides nothing", _kind(Kind.AUTO_REPLY), _always(Step.IGNORE)),
    Rule("nothing to do", _is(Action.IGNORE), _always(Step.IGNORE)),
    Rule("an answer will follow", _is(Action.WAIT), _always(Step.WAIT)),
    Rule("the school agrees the report", _reads(Action.SIGN_OFF, _after_the_visit), _always(Step.SIGN_OFF)),
    Rule("the school wants the report changed", _reads(Action.DISPUTE, _after_the_visit), _ask(ReasonCode.DISPUTE)),
    Rule("only people", _reads(Action.UPDATE_ATTENDEES, lambda s: not _over(s)), _always(Step.RECORD_PEOPLE)),
    Rule("the visit is over", _over, _ask(ReasonCode.UNCLEAR)),
    Rule("the school withdraws the visit", _is(Action.CANCEL), _cancel),
    Rule("the same yes again", _reads(Action.CONFIRM, _agreed, _same_slot_again), _always(Step.RECORD_PEOPLE)),
    Rule(
        "a slot is accepted that was never offered",
        _reads(Action.CONFIRM, lambda s: not s.accepted),
        _ask(ReasonCode.UNCLEAR),
    ),
    Rule(
        "another slot is accepted, and the agreed one given up",
        _reads(Action.CONFIRM, _agreed, lambda s: s.frees_agreed and s.accepted_free is not None),
        _book,
    ),
    Rule(
        "another slot is accepted beside the agreed one",
        _reads(Action.CONFIRM, _agreed, lambda s: not s.frees_agreed),
        _ask(ReasonCode.CLASHING_DATE),
    ),
    Rule("an offered slot is accepted", _reads(Action.CONFIRM, _open, lambda s: s.accepted_free is not None), _book),
    Rule(
        "a slot is accepted that has gone, and offers are used up",
        _reads(Action.CONFIRM, _rounds_used),
        _ask_and_free(ReasonCode.SLOT_TAKEN),
    ),
    Rule("a slot is accepted that has gone", _is(Action.CONFIRM), _slot_gone),
    Rule(
        "a proposed slot is free and may be booked",
        _reads(
            Action.CONSIDER,
            lambda s: s.may_book and s.proposed_free is not None and (_open(s) or s.frees_agreed),
        ),
        _book_proposed,
    ),
    Rule("the school proposes a date", _is(Action.CONSIDER), _ask_and_free(ReasonCode.PROPOSED_DATE)),
    Rule(
        "the agreed slot is wished away, not refused",
        _reads(Action.REOFFER, _agreed, lambda s: not s.frees_agreed),
        _ask(ReasonCode.UNCLEAR),
    ),
    Rule("offers are used up", _reads(Action.REOFFER, _rounds_used), _ask_and_free(ReasonCode.ROUNDS_USED)),
    Rule("none of the slots suits", _is(Action.REOFFER), _offer_again),
)
