"""What a whole letter says of slots, days and stretches: the sum of its clauses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.model import ProposedSlot, ReasonCode, Slot
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.meaning import Meaning, Memory, meaning_of
from bot.understanding.phrases import one_of
from bot.understanding.stance import Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.windows import Wish
from bot.understanding.words import Word


@dataclass(frozen=True, slots=True)
class Note:
    """A conclusion about `value`, with the words `first` to `last` of the letter's words that led to it."""

    value: str
    first: int
    last: int
    rule: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a person should look, and the words that say so."""

    reason: ReasonCode
    rule: str
    first: int
    last: int


@dataclass(slots=True)
class Findings:
    """What the clauses came to. `accepted` is in order of naming; `ranks` puts the preferred ones first."""

    accepted: dict[Slot, Said] = field(default_factory=dict)
    ranks: dict[Slot, int] = field(default_factory=dict)
    refused: dict[Slot, Said] = field(default_factory=dict)
    proposed: dict[ProposedSlot, Said] = field(default_factory=dict)
    wishes: list[Wish] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    weak: list[Doubt] = field(default_factory=list)
    personal: dict[Slot, Said] = field(default_factory=dict)
    narrowed: list[tuple[Doubt, tuple[Slot, ...]]] = field(default_factory=list)
    limits: list[tuple[dt.date, dt.date]] = field(default_factory=list)
    named: set[Slot] = field(default_factory=set)

    def doubt(self, reason: ReasonCode, rule: str, mentions: Sequence[Mention]) -> None:
        """Note a doubt about these mentions."""
        self.doubts.append(Doubt(reason, rule, mentions[0].first, mentions[-1].last))

    def in_order(self) -> tuple[Slot, ...]:
        """The accepted slots, best first."""
        return tuple(sorted(self.accepted, key=lambda slot: self.ranks.get(slot, 0)))


_REASONS = {
    "weekday and date disagree": ReasonCode.CLASHING_DATE,
    "day or option": ReasonCode.CLASHING_DATE,
}
_HARMLESS = frozenset({"past day"})


def findings_of(saids: Sequence[Said], words: Sequence[Word], ground: Ground, flat_no: Said | None = None) -> Findings:
    """Add up what was said: refusals first, so that "any of the others" knows what is left."""
    found = Findings()
    found.limits = [
        (m.start, m.end)
        for said in saids
        if said.stance is Stance.YES
        for m in said.mentions
        if m.shape is Shape.SPAN and m.start and m.end
    ]
    saids = _after_all([part for said in saids for part in _all_but(said)])
    for stance in (Stance.NO, Stance.YES):
        memory = Memory(refused=set(found.refused))
        for said in saids:
            meaning = meaning_of(said.mentions, words, ground, memory)
            if said.stance is stance:
                (_refuse if stance is Stance.NO else _accept)(found, said, meaning, words, ground)
            _remember(memory, said, meaning)
        found.named |= set(memory.named)
    _tidy(found, ground)
    if flat_no is not None and not found.accepted and ground.agreed is None:
        for slot in ground.offered:
            found.refused.setdefault(slot, flat_no)
    _two_choices(found, words)
    _something_else_on(found, saids, words, ground)
    return found


def _all_but(said: Said) -> tuple[Said, ...]:
    """Such as "Any but the Thursday" refuses the Thursday and accepts the rest."""
    first = said.mentions[0]
    if first.rule != "all but" or len(said.mentions) < 2:
        return (said,)
    rest = replace(said, mentions=said.mentions[1:], stance=Stance.NO)
    whole = replace(said, mentions=(replace(first, rule="any"),), stance=Stance.YES)
    return (rest, whole) if said.stance in (Stance.YES, Stance.NEWS) else (said,)


def _after_all(saids: Sequence[Said]) -> Sequence[Said]:
    """Such as "I can do the first, no I can't. So none of them": a blanket refusal takes back what was said before it."""
    last = max(
        (
            i
            for i, s in enumerate(saids)
            if s.mentions[0].rule == "none" and len(s.mentions) == 1 and s.stance is Stance.NO
        ),
        default=0,
    )
    return [
        replace(s, stance=Stance.NEWS) if i < last and s.stance is Stance.YES and not s.asked else s
        for i, s in enumerate(saids)
    ]


def _remember(memory: Memory, said: Said, meaning: Meaning) -> None:
    if meaning.slots or meaning.proposed:
        memory.last, memory.last_days = meaning.slots, meaning.proposed
    memory.named.extend(slot for slot in meaning.slots if slot not in memory.named)
    if said.stance is Stance.NO:
        memory.refused.update(meaning.slots)


_RELATIVE = frozenset({"next month", "next week", "week after", "following week"})
"""Stretches counted from the offer, which so lie outside it."""
_EVENTS = one_of(
    "trip inset closed ofsted exam exams mocks photographer strike training course holiday funeral wedding "
    "appointment residential sports inspection polling election moderation"
)


def _something_else_on(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """A day that is accepted, and later said to hold something else, is not agreed."""
    memory = Memory()
    sentences = {slot: said.clause.sentence for slot, said in found.accepted.items()}
    for said in saids:
        meaning = meaning_of(said.mentions, words, ground, memory)
        _remember(memory, said, meaning)
        later = any(slot in sentences and said.clause.sentence > sentences[slot] for slot in meaning.slots)
        if said.stance is Stance.NEWS and later and not said.personal:
            texts = {word.text for word in words[said.clause.first : said.clause.last]}
            if texts & _EVENTS:
                found.doubt(ReasonCode.UNCLEAR, "something else on that day", said.mentions)


_LINKS = one_of(
    "or also too either both well otherwise alternatively equally second failing any another plus all would"
)


def _two_choices(found: Findings, words: Sequence[Word]) -> None:
    """Such as "Option 1 please. See you on the 4th": two sentences that each settle on another slot leave neither."""
    chosen: dict[int, tuple[Said, set[Slot]]] = {}
    for slot, said in found.accepted.items():
        chosen.setdefault(id(said), (said, set()))[1].add(slot)
    saids = [said for said, _ in chosen.values()]
    for said in saids[1:]:
        linked = any(
            w.text in _LINKS for w in words[said.clause.first - 1 if said.clause.first else 0 : said.clause.last]
        )
        ranked = (
            said.lesser
            or said.preferred
            or said.mentions[0].rule == "answer under the option"
            or said.mentions[0].shape is Shape.SET
        )
        if not linked and not ranked:
            found.doubt(ReasonCode.CLASHING_DATE, "two different slots", said.mentions)


def _refuse(found: Findings, said: Said, meaning: Meaning, words: Sequence[Word], ground: Ground) -> None:
    if all(m.shape is Shape.PART for m in said.mentions) and not _half_as_such(said, words):
        return
    full = said.hit is not None and any(w.text in _FULL for w in words[said.hit.first : said.hit.last])
    if any(m.opens == "start" and m.rule != "before" for m in said.mentions) and not full:
        return
    if any(m.rule == "clock" for m in said.mentions):
        return
    if "weekday and date disagree" in meaning.doubts:
        found.doubt(ReasonCode.CLASHING_DATE, "weekday and date disagree", said.mentions)
    if "which one" in meaning.doubts and said.mentions[0].rule == "it":
        return
    for slot in meaning.slots:
        (found.personal if said.personal else found.refused).setdefault(slot, said)
    for unit in meaning.spans:
        found.wishes.append(Wish(unit, False, said.clause.sentence))


_FULL = one_of("full booked closed away out unavailable busy off shut packed chocka rammed")


def _half_as_such(said: Said, words: Sequence[Word]) -> bool:
    """Whether a half of the day is meant in general ("mornings", "the morning"), not a time on the clock."""
    mention = said.mentions[0]
    lead = words[mention.first - 1].text if mention.first else ""
    return mention.rule == "part" and (
        words[mention.first].text in ("mornings", "afternoons") or lead in ("the", "a", "any", "not")
    )


def _accept(found: Findings, said: Said, meaning: Meaning, words: Sequence[Word], ground: Ground) -> None:
    left = tuple(slot for slot in meaning.slots if slot not in found.refused)
    halves = all(m.shape is Shape.PART for m in said.mentions)
    if halves and any(m.rule == "both" for m in said.mentions):
        return
    if halves and said.asked and ground.agreed is not None:
        other = next((m.part for m in said.mentions if m.part not in (None, ground.agreed.part)), None)
        if other is not None:
            found.proposed.setdefault(ProposedSlot(ground.agreed.date, other), said)
        return
    if any(m.shape is Shape.PATTERN for m in said.mentions) and found.limits:
        left = tuple(s for s in left if any(start <= s.date <= end for start, end in found.limits))
    if said.bare and found.accepted and all(m.shape is Shape.PART for m in said.mentions):
        return
    if found.accepted and all(m.shape is Shape.PART for m in said.mentions) and meaning.slots:
        if any(slot not in meaning.slots for slot in found.accepted):
            found.accepted = {s: v for s, v in found.accepted.items() if s in meaning.slots} or found.accepted
        return
    clocks = all(m.shape is Shape.PART and m.rule in ("clock", "same") for m in said.mentions)
    if clocks or (said.mentions[0].rule == "any" and _exempted(found, said, meaning)):
        return
    if meaning.loose and any(m.rule in _RELATIVE for m in said.mentions):
        left = ()
    for unit in meaning.spans:
        found.wishes.append(Wish(unit, True, said.clause.sentence, said.preferred and not said.only))
    if said.only and (meaning.slots or meaning.spans):
        for slot in ground.offered:
            if slot not in meaning.slots:
                found.refused.setdefault(slot, said)
    if meaning.loose and (not left or all(slot in found.refused for slot in ground.offered)):
        _propose(found, said, meaning, ground)
        return
    for doubt in meaning.doubts:
        if doubt not in _HARMLESS and not (len(left) == 1 and len(meaning.slots) > 1):
            if doubt == "which one":
                found.weak.append(_doubt(doubt, said))
            else:
                found.narrowed.append((_doubt(doubt, said), meaning.slots))
    if left and _only_asks(said, words):
        found.doubts.append(_doubt("asked, not said", said))
    if meaning.slots and not meaning.loose and not left and said.mentions[0].shape is not Shape.SET:
        found.doubts.append(_doubt("both yes and no", said))
    if not set(meaning.doubts) - _HARMLESS or len(left) == 1 < len(meaning.slots):
        for slot in left:
            found.accepted.setdefault(slot, said)
            _rank(found, slot, said)
    _propose(found, said, meaning, ground)


_ASKING = one_of("is are was were did do does will has have who what which when why where am")


def _only_asks(said: Said, words: Sequence[Word]) -> bool:
    """Such as "Is the 28th still free?", "26th, am or pm?": a question about a slot is no choice of it."""
    if said.clause.ends != "?":
        return False
    either = any(m.rule == "both" for m in said.mentions)
    offered = said.hit is not None and said.hit.cue is Cue.OFFER
    return either or (words[said.clause.first].text in _ASKING and not offered)


def _exempted(found: Findings, said: Said, meaning: Meaning) -> bool:
    """Whether "all three" stands beside a refusal or a proposal that it only counts."""
    return not meaning.slots and not meaning.proposed and not meaning.spans


def _doubt(name: str, said: Said) -> Doubt:
    return Doubt(_REASONS.get(name, ReasonCode.UNCLEAR), name, said.mentions[0].first, said.mentions[-1].last)


def _rank(found: Findings, slot: Slot, said: Said) -> None:
    rank = 1 if said.lesser else -1 if said.preferred else 0
    known = found.ranks.get(slot)
    found.ranks[slot] = rank if known is None else rank if abs(rank) > abs(known) else known


def _propose(found: Findings, said: Said, meaning: Meaning, ground: Ground) -> None:
    for proposal in meaning.proposed:
        if (
            ground.calendar.terms
            and not ground.calendar.terms[0].start <= proposal.date <= ground.calendar.terms[-1].end
        ):
            found.doubts.append(_doubt("outside the school year", said))
        found.proposed.setdefault(proposal, said)


_NARROWED = frozenset(
    {
        "several in that time",
        "several such weekdays",
        "several such halves",
        "either half of the day",
        "several such days",
    }
)


def _tidy(found: Findings, ground: Ground) -> None:
    _settle_doubts(found)
    _tidy_slots(found, ground)


def _settle_doubts(found: Findings) -> None:
    """A doubt between several slots is gone where one of them is accepted by itself."""
    for doubt, slots in found.narrowed:
        if doubt.rule not in _NARROWED or not any(slot in found.accepted for slot in slots):
            found.doubts.append(doubt)


def _tidy_slots(found: Findings, ground: Ground) -> None:
    """A day proposed with its half says more than the day alone; a person's absence refuses what nobody accepted."""
    halves = {proposal.date for proposal in found.proposed if proposal.part is not None}
    for proposal in [p for p in found.proposed if p.part is None and p.date in halves]:
        del found.proposed[proposal]
    for slot, said in found.personal.items():
        if slot not in found.accepted and ground.agreed is None:
            found.refused.setdefault(slot, said)
