"""What to do with a person's reply: one ordered table; the first rule that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.model import Action, ConversationState, Governor, ReasonCode
from bot.understanding.aside_words import THOSE_WHO_DECIDE
from bot.understanding.facts import Facts
from bot.understanding.leftovers import taken_back
from bot.understanding.moving_stretches import asks_for_a_stretch
from bot.understanding.phrases import one_of
from bot.understanding.said import Said
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic
from bot.understanding.weighing import asks_for_other_dates
from bot.understanding.windows import Wish, windows_of

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


def _vague(facts: Facts) -> bool:
    found = facts.findings
    if facts.clauses_with(Cue.LATER) and _names_others(facts):
        return False
    return (bool(found.weak) or facts.has(Topic.MEETING)) and not (
        facts.accepted or found.proposed or found.refused or found.wishes
    )


def _hedged(facts: Facts) -> bool:
    return bool(facts.hedges) and bool(facts.accepted or facts.findings.proposed)


_WAVERING = frozenset({"perhaps", "maybe", "possibly", "probably"})
"""What leans to an answer, and promises none: "Perhaps. We will have to see"."""


def _promises(facts: Facts) -> bool:
    if facts.accepted or facts.findings.proposed:
        return False
    if not _WAVERING.isdisjoint(facts.reading.texts[:2]):
        return False
    return bool(facts.clauses_with(Cue.LATER) or (facts.has(Topic.RECEIVED) and not facts.asks) or facts.deferred)


def _promises_and_asks(facts: Facts) -> bool:
    return facts.asks_of_us and _promises(facts)


def _about_people(facts: Facts) -> bool:
    people = facts.people
    return bool(people.attendees or people.absent) or people.governor is not Governor.NOT_MENTIONED


def _names_others(facts: Facts) -> bool:
    return any(attendee.name != facts.sender for attendee in facts.people.attendees)


def _none_left(facts: Facts) -> bool:
    if facts.all_refused and facts.copes and not _wishes(facts):
        return False
    found = facts.findings
    wishes = [wish for wish in found.wishes if not _is_a_deadline(wish, facts)]
    if any(wish.wanted for wish in wishes) and windows_of(wishes, facts.ground) and not found.weak:
        return True
    asked = facts.speaks_of_others and not facts.asks_which
    return facts.all_refused or (asked and not facts.accepted and not found.weak and not facts.has(Topic.QUESTIONS))


def _is_a_deadline(wish: Wish, facts: Facts) -> bool:
    """Whether a wish is only the time by which an answer will come: "give us until Friday"."""
    mention = wish.unit.span or wish.unit.mention
    if mention is None or mention.opens != "start":
        return False
    sentence = {c.sentence for c in facts.reading.clauses if c.first <= mention.first < c.last}
    same = [c for c in facts.reading.clauses if c.sentence in sentence]
    return any(c.first <= at < c.last for at, _ in facts.deferred for c in same)


def _must_move(facts: Facts) -> bool:
    must = facts.tells_of(Topic.MUST_MOVE)
    if must and facts.findings.proposed:
        return True
    if facts.has(Topic.CANCEL) and (facts.wants_another or facts.asks_for_another):
        return True
    moved = any(said.asked for said in facts.findings.proposed.values()) or asks_for_other_dates(facts.reading)
    moved = moved or asks_for_a_stretch(facts.reading)
    return (
        facts.agreed_refused
        or moved
        or must
        or (facts.tells_of(Topic.MOVE) and not facts.accepted and not _about_people(facts))
    )


def _others_come(facts: Facts) -> bool:
    """Whether only the people change: who cannot come on the agreed day is replaced, and the day stands."""
    agreed = facts.ground.agreed
    said = facts.findings.refused.get(agreed) if agreed is not None else None
    open_ = facts.findings.proposed or facts.findings.wishes or facts.wants_another or facts.asks_for_another
    gone = {part.lower() for person in facts.people.absent if person.name for part in person.name.split()}
    if said is None and not open_ and gone and _moves_somebody(facts, gone):
        return True
    if said is None or open_ or facts.has(Topic.MUST_MOVE, Topic.MOVE, Topic.MAY_MOVE, Topic.CANCEL):
        return False
    clause = set(facts.reading.texts[said.clause.first : said.clause.last])
    if clause & _GOVERNING:
        return facts.people.governor is not Governor.NOT_MENTIONED
    stop = said.hit.first if said.hit is not None else said.clause.last
    subject = set(facts.reading.texts[said.clause.first : max(stop, said.clause.first + 1)])
    theirs = bool(subject & gone) and not subject & _WE
    return _names_others(facts) and (theirs or (bool(clause & (_I | gone)) and not clause & _WE))


def _moves_somebody(facts: Facts, gone: set[str]) -> bool:
    """Whether all that is to be moved are people: "could you swap Karen for Tom?"."""
    words = facts.reading.words
    hits = [hit for hit in facts.reading.topics if hit.topic in (Topic.MUST_MOVE, Topic.MOVE)]
    return bool(hits) and all(gone & {word.text for word in words[hit.last : hit.last + 3]} for hit in hits)


_I = one_of("i i'm i've i'll i'd im ive")
_WE = one_of("we we're we've we'll we'd us our school visit date dates")
_GOVERNING = one_of("governor governors gov govs chair trustee trustees")


def _thanks(facts: Facts) -> bool:
    return facts.has(Topic.THANKS, Topic.MEETING) or bool(facts.accepted)


def _someone_left(facts: Facts) -> bool:
    said = facts.accepted or facts.findings.proposed or facts.findings.refused or facts.findings.wishes
    return facts.is_wrong_here or (facts.people.leaving and not said)


def _only_private(facts: Facts) -> bool:
    wished = any(wish.wanted for wish in facts.findings.wishes)
    return facts.sensitive and not (
        facts.accepted or facts.findings.proposed or wished or facts.all_refused or facts.clauses_with(Cue.LATER)
    )


def _pressing(facts: Facts) -> bool:
    given = facts.agreed_refused or facts.all_refused
    return (
        (facts.has(Topic.URGENT) and not facts.is_headed_urgent)
        or (facts.has(Topic.TROUBLED) and not facts.has(Topic.FOR_THE_DAY))
        or (facts.has(Topic.MISSING) and not given)
        or (facts.has(Topic.UPHEAVAL) and not given and not facts.accepted)
    )


def _two_minds(facts: Facts) -> bool:
    """Whether another day is asked for beside a yes.

    Not where it only comes second, cannot be the same day, and nobody who decides is told to want it.
    """
    numbers = {slot.date.day for slot in facts.accepted}
    return bool(facts.accepted) and any(
        not said.lesser or day.date.day in numbers or _is_wanted_above(facts, said)
        for day, said in facts.findings.proposed.items()
    )


def _is_wanted_above(facts: Facts, said: Said) -> bool:
    texts = {word.text for word in facts.reading.words[said.clause.first : said.clause.last]}
    return not THOSE_WHO_DECIDE.isdisjoint(texts)


def _proposal_taken_back(facts: Facts) -> bool:
    proposed = tuple(facts.findings.proposed.values())
    return bool(proposed) and taken_back(facts.reading, proposed)


def _not_proposed(facts: Facts) -> bool:
    return bool(facts.findings.proposed) and facts.not_proposed is not None


def _only_wishes(facts: Facts) -> bool:
    return facts.has(Topic.STANDS) and bool(facts.findings.proposed) and not facts.agreed_refused


def _reserved(facts: Facts) -> bool:
    return facts.reports(Topic.SIGN) and facts.is_reserved


def _denies_a_fact(facts: Facts) -> bool:
    return not facts.asks and facts.is_reserved and facts.speaks_of_the_report


def _only_received(facts: Facts) -> bool:
    return facts.has(Topic.RECEIVED, Topic.THANKS) and not facts.asks and not facts.is_reserved


def _may_move(facts: Facts) -> bool:
    if facts.has(Topic.MAY_MOVE) and not facts.findings.proposed:
        return True
    agreed = facts.ground.agreed
    said = facts.findings.refused.get(agreed) if agreed is not None else None
    if said is not None and facts.asks_if_it_matters:
        return True
    return said is not None and any(c.sentence == said.clause.sentence for c in facts.clauses_with(Cue.IF))


def _asks_of_the_day(facts: Facts) -> bool:
    asked = any(said.clause.ends == "?" for said in facts.reading.saids)
    return asked or bool(facts.findings.proposed) or facts.tells_of(Topic.CANCEL)


def _perhaps_another_day(facts: Facts) -> bool:
    return facts.weighs_another_day and not facts.accepted and not facts.findings.proposed


def _asks_which_day(facts: Facts) -> bool:
    return facts.has(Topic.WHICH_DAY) and not facts.agreed_refused


def _swaps(facts: Facts) -> bool:
    doubtful = facts.findings.doubts or facts.findings.proposed or facts.hedges
    return bool(facts.swapped) and not doubtful and facts.left_over is None


def _asks_for_others(facts: Facts) -> bool:
    return bool(facts.accepted) and asks_for_other_dates(facts.reading)


def _left_over(facts: Facts) -> bool:
    return bool(facts.accepted) and facts.left_over is not None


def _not_plain(facts: Facts) -> bool:
    return bool(facts.accepted) and facts.not_plain is not None


def _of_another_school(facts: Facts) -> bool:
    return bool(facts.accepted or facts.findings.proposed) and facts.speaks_for_another


def _wishes(facts: Facts) -> bool:
    return any(wish.wanted for wish in facts.findings.wishes)


def _cancelled(facts: Facts) -> bool:
    plain = not facts.accepted or facts.state is AGREED
    held = facts.findings.proposed or _wishes(facts) or facts.has(Topic.OFFICIAL)
    if not (facts.has(Topic.CANCEL) and plain) or held:
        return False
    asked = facts.asks_for_another or facts.wants_another or facts.asks_if_wanted or facts.asks_back or facts.asks_first
    return not (facts.weighs(Topic.CANCEL) or asked)


def _always(facts: Facts) -> bool:
    return facts is not None


ANY = (OFFERED, AGREED, REPORT)
OPEN = (OFFERED, AGREED)
HAND = Action.HAND_OVER

TABLE: tuple[Rule, ...] = (
    Rule("nothing to read", ANY, lambda f: f.is_empty, HAND, ReasonCode.UNCLEAR),
    Rule("school merges", OPEN, lambda f: f.has(Topic.MERGING), HAND, ReasonCode.UNCLEAR),
    Rule("wrong person", ANY, _someone_left, HAND, ReasonCode.WRONG_PERSON),
    Rule("visit not wanted", OPEN, _cancelled, Action.CANCEL),
    Rule("school closes", OPEN, lambda f: f.closes, HAND, ReasonCode.UNCLEAR),
    Rule("scorn", OPEN, lambda f: f.has(Topic.SARCASM), HAND, ReasonCode.COMPLAINT),
    Rule("complaint", OPEN, lambda f: f.has(Topic.COMPLAINT), HAND, ReasonCode.COMPLAINT),
    Rule("an official matter", OPEN, lambda f: f.has(Topic.OFFICIAL), HAND, ReasonCode.COMPLAINT),
    Rule("written to a colleague", (OFFERED,), lambda f: f.has(Topic.COLLEAGUE), HAND, ReasonCode.UNCLEAR),
    Rule("urgent or confidential", OPEN, _pressing, HAND, ReasonCode.SENSITIVE),
    Rule("wants a person", ANY, lambda f: f.wants_a_call, HAND, ReasonCode.QUESTION),
    Rule("report: mend", (REPORT,), lambda f: f.reports(Topic.MEND), Action.DISPUTE),
    Rule("report: not read yet", (REPORT,), lambda f: f.reports(Topic.UNREAD), Action.WAIT),
    Rule("report: words left over", (REPORT,), _reserved, HAND, ReasonCode.UNCLEAR),
    Rule("report: agreed", (REPORT,), lambda f: f.reports(Topic.SIGN), Action.SIGN_OFF),
    Rule("report: a fact denied", (REPORT,), _denies_a_fact, Action.DISPUTE),
    Rule("report: received", (REPORT,), _only_received, Action.IGNORE),
    Rule("report: unclear", (REPORT,), _always, HAND, ReasonCode.UNCLEAR),
    Rule("another kind of visit", OPEN, lambda f: f.asks_another_form, HAND, ReasonCode.QUESTION),
    Rule("agreed, and may have to move", (AGREED,), _may_move, HAND, ReasonCode.TENTATIVE),
    Rule("another date, not plainly asked for", (AGREED,), _not_proposed, HAND, ReasonCode.UNCLEAR),
    Rule("a wish beside the agreed slot", (AGREED,), _only_wishes, Action.CONSIDER),
    Rule("asks which day was agreed", (AGREED,), _asks_which_day, HAND, ReasonCode.QUESTION),
    Rule("agreed slot given up for another", (AGREED,), _swaps, Action.CONFIRM),
    Rule("others come on the agreed day", (AGREED,), _others_come, Action.UPDATE_ATTENDEES),
    Rule("agreed slot, new date", (AGREED,), lambda f: _must_move(f) and bool(f.findings.proposed), Action.CONSIDER),
    Rule("agreed slot must move", (AGREED,), _must_move, Action.REOFFER),
    Rule("people of an agreed visit", (AGREED,), _about_people, Action.UPDATE_ATTENDEES),
    Rule("question on an agreed visit", (AGREED,), lambda f: f.asks, HAND, ReasonCode.QUESTION),
    Rule("question on an agreed visit", (AGREED,), _asks_of_the_day, HAND, ReasonCode.QUESTION),
    Rule("thanks after agreement", (AGREED,), _thanks, Action.IGNORE),
    Rule("unclear after agreement", (AGREED,), _always, HAND, ReasonCode.UNCLEAR),
    Rule("another school", (OFFERED,), _of_another_school, HAND, ReasonCode.WRONG_PERSON),
    Rule("two readings", (OFFERED,), _doubted, HAND, ReasonCode.UNCLEAR),
    Rule("questions first", (OFFERED,), lambda f: f.asks_first, HAND, ReasonCode.QUESTION),
    Rule("tentative or conditional", (OFFERED,), _hedged, HAND, ReasonCode.TENTATIVE),
    Rule("yes and another date", (OFFERED,), _two_minds, HAND, ReasonCode.UNCLEAR),
    Rule("yes, and other dates asked for", (OFFERED,), _asks_for_others, HAND, ReasonCode.UNCLEAR),
    Rule("words left over", (OFFERED,), _left_over, HAND, ReasonCode.UNCLEAR),
    Rule("not a plain yes", (OFFERED,), _not_plain, HAND, ReasonCode.UNCLEAR),
    Rule("yes", (OFFERED,), lambda f: bool(f.accepted), Action.CONFIRM),
    Rule("another date, taken back", (OFFERED,), _proposal_taken_back, HAND, ReasonCode.UNCLEAR),
    Rule("another date, not plainly asked for", (OFFERED,), _not_proposed, HAND, ReasonCode.UNCLEAR),
    Rule("another date", (OFFERED,), lambda f: bool(f.findings.proposed), Action.CONSIDER),
    Rule("leans without deciding", (OFFERED,), lambda f: f.wavers and not f.all_refused, HAND, ReasonCode.TENTATIVE),
    Rule("about a child", (OFFERED,), _only_private, HAND, ReasonCode.SENSITIVE),
    Rule("none suits", (OFFERED,), _none_left, Action.REOFFER),
    Rule("yes, but to which", (OFFERED,), _vague, HAND, ReasonCode.UNCLEAR),
    Rule("perhaps another date", (OFFERED,), _perhaps_another_day, HAND, ReasonCode.TENTATIVE),
    Rule("people only", (OFFERED,), lambda f: _names_others(f) and not f.findings.refused, Action.UPDATE_ATTENDEES),
    Rule("question, and an answer to follow", (OFFERED,), _promises_and_asks, HAND, ReasonCode.QUESTION),
    Rule("answer to follow", (OFFERED,), _promises, Action.WAIT),
    Rule("people only", (OFFERED,), lambda f: _about_people(f) and not f.findings.refused, Action.UPDATE_ATTENDEES),
    Rule("unclear", (OFFERED,), _always, HAND, ReasonCode.UNCLEAR),
)

_OF_STATE = {state: tuple(rule for rule in TABLE if state in rule.states) for state in ANY}

DOUBTS_OF_A_YES = frozenset({"two readings", "tentative or conditional", "words left over", "not a plain yes"})
"""The rules by which a yes is doubted: where only the company is wondered about, they may not mean the date."""

PLAIN_YES_STANDS = frozenset(
    {
        "wants a person",
        "urgent or confidential",
        "another kind of visit",
        "complaint",
        "an official matter",
        "about a child",
        "questions first",
    }
)
"""The rules under which a plain yes to a slot is still worth telling, though a person must look."""


def choose(facts: Facts) -> Choice:
    """The action for one reply."""
    for rule in _OF_STATE[facts.state]:
        if rule.fits(facts):
            return Choice(rule.action, rule.name, _reason(rule, facts))
    raise AssertionError("the last rule of every state fits")


def _reason(rule: Rule, facts: Facts) -> ReasonCode | None:
    if rule.action is not Action.HAND_OVER:
        return None
    if rule.fits is _doubted:
        return facts.findings.doubts[0].reason
    if rule.fits is _hedged:
        return facts.hedges[0].reason
    if rule.fits is _left_over and facts.left_over is not None:
        return facts.left_over.reason
    return rule.reason
