"""What to do with a person's reply: one ordered table; the first rule that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.model import Action, ConversationState, Governor, ReasonCode
from bot.understanding.facts import Facts
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic

OFFERED, AGREED, REPORT = ConversationState.OFFERED, ConversationState.AGREED, ConversationState.REPORT


@dataclass(frozen=True, slots=True)
class Rule:
    """In these states, when `fits`, do `action`; `reason` says why a person must look."""

    name: str
    states: tuple[ConversationState, ...]
    fits: Callable[[Facts], bool]
    action: Action
    reason: ReasonCode | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The action chosen, by which rule, and for a person why."""

    action: Action
    rule: str
    reason: ReasonCode | None


def _doubted(facts: Facts) -> bool:
    return bool(facts.findings.doubts)


def _hedged(facts: Facts) -> bool:
    return bool(facts.hedges) and bool(facts.accepted or facts.findings.proposed)


def _promises(facts: Facts) -> bool:
    return bool(facts.clauses_with(Cue.LATER)) and not facts.accepted and not facts.findings.proposed


def _about_people(facts: Facts) -> bool:
    people = facts.people
    return bool(people.attendees or people.absent) or people.governor is not Governor.NOT_MENTIONED


def _none_left(facts: Facts) -> bool:
    return facts.all_refused or (bool(facts.findings.wishes or facts.findings.refused) and bool(facts.clauses_with(Cue.OTHER)))


def _must_move(facts: Facts) -> bool:
    return facts.agreed_refused or facts.has(Topic.MOVE)


def _thanks(facts: Facts) -> bool:
    return facts.has(Topic.THANKS) or bool(facts.accepted)


TABLE: tuple[Rule, ...] = (
    Rule("nothing to read", (OFFERED, AGREED, REPORT), lambda f: f.is_empty, Action.HAND_OVER, ReasonCode.UNCLEAR),
    Rule("wrong person", (OFFERED, AGREED, REPORT), lambda f: f.has(Topic.WRONG, Topic.LEFT) or f.people.leaving, Action.HAND_OVER, ReasonCode.WRONG_PERSON),
    Rule("complaint", (OFFERED, AGREED), lambda f: f.has(Topic.COMPLAINT), Action.HAND_OVER, ReasonCode.COMPLAINT),
    Rule("wants a person", (OFFERED, AGREED, REPORT), lambda f: f.has(Topic.RING), Action.HAND_OVER, ReasonCode.QUESTION),
    Rule("report: mend", (REPORT,), lambda f: f.has(Topic.MEND), Action.DISPUTE),
    Rule("report: not read yet", (REPORT,), lambda f: f.has(Topic.UNREAD), Action.WAIT),
    Rule("report: agreed", (REPORT,), lambda f: f.has(Topic.SIGN), Action.SIGN_OFF),
    Rule("report: received", (REPORT,), lambda f: f.has(Topic.RECEIVED, Topic.THANKS), Action.IGNORE),
    Rule("report: unclear", (REPORT,), lambda f: True, Action.HAND_OVER, ReasonCode.UNCLEAR),
    Rule("cancelled", (OFFERED, AGREED), lambda f: f.has(Topic.CANCEL, Topic.CLOSED) and not f.accepted, Action.CANCEL),
    Rule("another kind of visit", (OFFERED, AGREED), lambda f: f.has(Topic.FORM), Action.HAND_OVER, ReasonCode.QUESTION),
    Rule("agreed slot, new date", (AGREED,), lambda f: _must_move(f) and bool(f.findings.proposed), Action.CONSIDER),
    Rule("agreed slot must move", (AGREED,), _must_move, Action.REOFFER),
    Rule("people of an agreed visit", (AGREED,), _about_people, Action.UPDATE_ATTENDEES),
    Rule("question on an agreed visit", (AGREED,), lambda f: f.asks, Action.HAND_OVER, ReasonCode.QUESTION),
    Rule("thanks after agreement", (AGREED,), _thanks, Action.IGNORE),
    Rule("unclear after agreement", (AGREED,), lambda f: True, Action.HAND_OVER, ReasonCode.UNCLEAR),
    Rule("two readings", (OFFERED,), _doubted, Action.HAND_OVER, ReasonCode.UNCLEAR),
    Rule("tentative or conditional", (OFFERED,), _hedged, Action.HAND_OVER, ReasonCode.TENTATIVE),
    Rule("questions first", (OFFERED,), lambda f: f.has(Topic.QUESTIONS), Action.HAND_OVER, ReasonCode.QUESTION),
    Rule("yes and another date", (OFFERED,), lambda f: bool(f.accepted and f.findings.proposed), Action.HAND_OVER, ReasonCode.UNCLEAR),
    Rule("yes", (OFFERED,), lambda f: bool(f.accepted), Action.CONFIRM),
    Rule("another date", (OFFERED,), lambda f: bool(f.findings.proposed), Action.CONSIDER),
    Rule("none suits", (OFFERED,), _none_left, Action.REOFFER),
    Rule("answer to follow", (OFFERED,), _promises, Action.WAIT),
    Rule("people only", (OFFERED,), _about_people, Action.UPDATE_ATTENDEES),
    Rule("unclear", (OFFERED,), lambda f: True, Action.HAND_OVER, ReasonCode.UNCLEAR),
)  # fmt: skip


def choose(facts: Facts) -> Choice:
    """The action for one reply."""
    for rule in TABLE:
        if facts.state in rule.states and rule.fits(facts):
            return Choice(rule.action, rule.name, _reason(rule, facts))
    raise AssertionError("the last rule of every state fits")


def _reason(rule: Rule, facts: Facts) -> ReasonCode | None:
    if rule.action is not Action.HAND_OVER:
        return None
    if rule.fits is _doubted:
        return facts.findings.doubts[0].reason
    if rule.fits is _hedged:
        return facts.hedges[0].reason
    return rule.reason
