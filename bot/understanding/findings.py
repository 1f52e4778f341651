"""What a whole letter says of slots, days and stretches: the sum of its clauses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.model import ProposedSlot, ReasonCode, Slot
from bot.understanding.date_words import WEEKDAY
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.meaning import CLASHING_DATE, DAY_OR_OPTION, PAST_DAY, WHICH_ONE, Meaning, Memory, meaning_of
from bot.understanding.phrases import one_of
from bot.understanding.rounding import rounded
from bot.understanding.said import Said, Stance
from bot.understanding.stance_words import POLITE_IF, Cue
from bot.understanding.units import Unit, units_of
from bot.understanding.windows import Wish
from bot.understanding.words import Word

_SAID_YES, _SAID_NO, _NEWS, _UNSURE = Stance
_DAY, _SPAN, _WEEKDAY, _PATTERN, _PART, _OPTION, _SET = Shape  # on its class, a member costs as much as a call


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a person should look, and the words (by index) that say so."""

    reason: ReasonCode
    rule: str
    first: int
    last: int


@dataclass(slots=True)
class Findings:
    """What the clauses came to. `accepted` is in order of naming; `ranks` puts the preferred ones first.

    `doubts` forbid acting; `weak` ones (a bare "yes, that's fine") count only where nothing else was said; `narrowed`
    are gone where one of their slots is accepted by itself. `personal` holds refusals that are one person's absence.
    """

    accepted: dict[Slot, Said] = field(default_factory=dict)
    ranks: dict[Slot, int] = field(default_factory=dict)
    refused: dict[Slot, Said] = field(default_factory=dict)
    personal: dict[Slot, Said] = field(default_factory=dict)
    proposed: dict[ProposedSlot, Said] = field(default_factory=dict)
    wishes: list[Wish] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    weak: list[Doubt] = field(default_factory=list)
    narrowed: list[tuple[Doubt, tuple[Slot, ...]]] = field(default_factory=list)

    def doubt(self, rule: str, mentions: Sequence[Mention]) -> None:
        """Note what forbids acting on these mentions."""
        self.doubts.append(doubt_of(rule, mentions))

    def in_order(self) -> tuple[Slot, ...]:
        """The accepted slots, best first."""
        return tuple(sorted(self.accepted, key=lambda slot: self.ranks.get(slot, 0)))


_CLASHES = frozenset({CLASHING_DATE, DAY_OR_OPTION, "number and date disagree", "two different slots"})


def doubt_of(rule: str, mentions: Sequence[Mention]) -> Doubt:
    """The doubt of that name about these mentions."""
    reason = ReasonCode.CLASHING_DATE if rule in _CLASHES else ReasonCode.UNCLEAR
    return Doubt(reason, rule, mentions[0].first, mentions[-1].last)


def findings_of(saids: Sequence[Said], words: Sequence[Word], ground: Ground, flat_no: Said | None = None) -> Findings:
    """Add up what was said: refusals first, so that "any of the others" knows what is left."""
    from bot.understanding.second_looks import look_again

    told = rounded(saids, words, ground)
    spans = [m for said in told if said.stance is _SAID_YES for m in said.mentions if m.shape is _SPAN]
    limits = [(span.start, span.end) for span in spans if span.start and span.end]
    adding = _Adding(words, ground, Findings(), limits, tuple(span.last for span in spans))
    for stance in (_SAID_NO, _SAID_YES):
        places = [at for at, said in enumerate(told) if said.stance is stance]
        if not places:
            continue
        for said, meaning in meanings(told[: places[-1] + 1], words, ground, adding.found.refused):
            if said.stance is stance:
                (adding.refuse if stance is _SAID_NO else adding.accept)(said, meaning)
    look_again(adding.found, told, words, ground, flat_no)
    return adding.found


def meanings(
    saids: Sequence[Said], words: Sequence[Word], ground: Ground, refused: Iterable[Slot] = ()
) -> Iterator[tuple[Said, Meaning]]:
    """Each statement with what it names, read with what was named before it; `refused` is known from the beginning."""
    memory = Memory(refused=set(refused))
    for said in saids:
        meaning = meaning_of(said.mentions, words, ground, memory)
        yield said, meaning
        _remember(memory, said, meaning)


def _remember(memory: Memory, said: Said, meaning: Meaning) -> None:
    """Keep what was named, for "it", "those" and "the others"."""
    told = said.stance is _NEWS and all(mention.shape is _PART for mention in said.mentions)
    if (
        (meaning.slots or meaning.proposed)
        and not told
        and not (meaning.loose and len(meaning.slots) > 1 and said.stance is _NEWS)
    ):
        memory.last, memory.last_days = meaning.slots, meaning.proposed
        memory.last_refused = said.stance is _SAID_NO and any(m.shape is not _PART for m in said.mentions)
    memory.named.extend(slot for slot in meaning.slots if slot not in memory.named)
    if said.stance is _SAID_YES:
        memory.taken.update(meaning.slots)
    if said.stance is _SAID_NO:
        memory.refused.update(meaning.slots)


_EASY = one_of("fussed bothered fussy fixed mind preference flexible easy odds difference matter matters")


def _is_deadline(mention: Mention) -> bool:
    """Such as "by the 26th": the day by which something is wanted, and no choice of an earlier slot."""
    return mention.opens == "start" and mention.rule in ("by", "until", "till", "til", "up")


_KINDS = (Shape.PART, Shape.PATTERN)
_OTHER_DATES = one_of("options dates alternatives others suggestions more further another different")
GENERAL_HALVES = frozenset({"mornings", "afternoons"})
_RELATIVE = frozenset({"next month", "next week", "week after", "following week"})
"""Stretches counted from the offer, which so lie outside it."""
_GOVERNING = frozenset({"governor", "governors", "chair", "trustee", "trustees"})
"""Whose absence leaves the date as it is: "no governor available that week"."""
_FULL = one_of(
    "free available availability space gap full booked closed away out unavailable busy off shut packed chocka rammed"
)
_BUTS = frozenset({"but", "although", "though", "however"})
_COURTESY = 10
_A_PAIR = 2
_AT_ONCE = one_of("straight right immediately directly just")
_ANYTHING = one_of("anything something")
_OTHERS = one_of("else other another others alternative alternatives different")
_COMMITTING = one_of("agree commit confirm decide choose book sign accept say tell settle")
_WAITING = one_of("until till til unless")
_STANDING_IN = frozenset(
    {("standing", "in"), ("stand", "in"), ("stepping", "in"), ("my", "place"), ("covering", "for"), ("cover", "for")}
    | {("taking", "over"), ("take", "over"), ("for", "me"), ("of", "me"), ("my", "replacement"), ("my", "stand-in")}
)
_TILL = frozenset({"until", "till", "til"})
_NONE_OF_US = frozenset({"none", "nobody", "noone", "neither"})
_ONE_PERSON = one_of("i'm i he's she's head's i'll he'll she'll head he she")
_ASKING = one_of("is are was were did do does will has have who what which when why where am")


@dataclass(frozen=True)
class _Adding:
    """Adds one clause after the other to the findings.

    `limits` are the stretches that the writer can do, within which weekdays in general lie; `wished` is where they end.
    """

    words: Sequence[Word]
    ground: Ground
    found: Findings
    limits: Sequence[tuple[dt.date, dt.date]]
    wished: tuple[int, ...]

    def refuse(self, said: Said, meaning: Meaning) -> None:
        """What the writer cannot do."""
        if not self._refuses(said) or (WHICH_ONE in meaning.doubts and said.mentions[0].rule == "it"):
            return
        if CLASHING_DATE in meaning.doubts:
            self.found.doubt(CLASHING_DATE, said.mentions)
        clause = {word.text for word in self.words[said.clause.first : said.clause.last]}
        if clause & _GOVERNING and (said.personal or self._is_denied_of_them(said)):
            return
        for slot in meaning.slots:
            (self.found.personal if said.personal else self.found.refused).setdefault(slot, said)
        barred = [unit for unit in meaning.spans or self._barred(said) if not self._is_only_at_once(unit)]
        self.found.wishes.extend(Wish(unit, wanted=False) for unit in barred)

    def _is_denied_of_them(self, said: Said) -> bool:
        """Whether a stretch is denied of people named before: "the governors, and not one of them can that week"."""
        hit = said.hit
        texts = [word.text for word in self.words[hit.first : hit.last]] if hit is not None else []
        stretch = all(m.shape in (_SPAN, _PART) for m in said.mentions)
        return stretch and "them" in texts and not {"not", "none", "neither", "few"}.isdisjoint(texts)

    def _is_only_at_once(self, unit: Unit) -> bool:
        """Whether only the first days of a stretch are meant: "straight after the holiday is too soon"."""
        span = unit.span
        return span is not None and span.opens == "end" and self.words[span.first - 1].text in _AT_ONCE

    def _barred(self, said: Said) -> tuple[Unit, ...]:
        """A weekday taken out of a stretch that was wished for before: "the week after half-term. Not Weds"."""
        mention = said.mentions[0]
        alone = len(said.mentions) == 1 and mention.shape is _WEEKDAY
        lead = self.words[mention.first - 1].text if mention.first else ""
        wished = any(place < mention.first for place in self.wished)
        return tuple(units_of(said.mentions, self.words)) if alone and wished and lead != "the" else ()

    def _only_ranks(self, said: Said) -> bool:
        """Whether a slot only comes second: "the 28th rather than the 26th" refuses nothing of an offer."""
        hit = said.hit
        ranks = hit is not None and hit.cue is Cue.EXCEPT and self.words[hit.first].text in ("rather", "better")
        return ranks and self.ground.agreed is None

    def _refuses(self, said: Said) -> bool:
        """Whether a no is about days: not about a time on the clock, nor "it won't be ready until the 19th"."""
        if any(m.rule == "clock" for m in said.mentions) and not self._is_said_of_all(said):
            return False
        if self._only_ranks(said):
            return False
        before = {word.text for word in self.words[said.clause.first : said.mentions[0].first]}
        if said.clause.ends == "?" and "if" in before | {said.clause.lead} and self.ground.agreed is None:
            return False  # "What happens if we can't do any of these?"
        if self._is_back_soon(said) or self._is_put_off(said):
            return False
        if any(m.opens and m.first and self.words[m.first - 1].text == "back" for m in said.mentions):
            return False
        if all(self.words[m.first].text == "since" for m in said.mentions):
            return False
        if all(m.shape is _PART for m in said.mentions):
            return self._half_as_such(said.mentions[0])
        if self._is_stood_in_for(said):
            return False
        if self._leaves_it_to_us(said):
            return False
        full = said.hit is not None and any(w.text in _FULL for w in self.words[said.hit.first : said.hit.last])
        return full or not any(m.opens == "start" and m.rule != "before" for m in said.mentions)

    def _is_said_of_all(self, said: Said) -> bool:
        """Whether nobody at all can come: "none of us can make Monday at 9.15"."""
        return said.hit is not None and self.words[said.hit.first].text in _NONE_OF_US

    def _leaves_it_to_us(self, said: Said) -> bool:
        """Whether an "if" only allows for our no: "If a Friday is no use to you, give us something else"."""
        behind = said.hit.last if said.hit is not None else said.mentions[-1].last
        ours = [word.text for word in self.words[behind : behind + 2]] in (["to", "you"], ["for", "you"])
        return ours and "if" in (said.clause.lead, self.words[said.clause.first].text)

    def _is_stood_in_for(self, said: Said) -> bool:
        """Whether only the writer goes, and somebody stands in: "I won't be here after Friday, so Joe ..."."""
        clause = said.clause
        opening = [word.text for word in self.words[clause.first : min(clause.first + 2, clause.last)]]
        if _ONE_PERSON.isdisjoint(opening) or all(m.opens != "end" for m in said.mentions):
            return False
        behind = [word.text for word in self.words[clause.last : clause.last + _COURTESY * 2]]
        return any(pair in _STANDING_IN for pair in pairwise(behind))

    def _is_put_off(self, said: Said) -> bool:
        """Whether an answer only hangs on another: "She will not agree to either until she has your answer"."""
        texts = {word.text for word in self.words[said.clause.first : said.clause.last]}
        behind = {word.text for word in self.words[said.clause.last : said.clause.last + 2]} | texts
        return not texts.isdisjoint(_COMMITTING) and not behind.isdisjoint(_WAITING)

    def _is_back_soon(self, said: Said) -> bool:
        """Whether one person is only away till some weekday: "I'm off site till Thursday and will look then"."""
        if any(m.last - m.first != _A_PAIR or self.words[m.first].text not in _TILL for m in said.mentions):
            return False
        opening = {word.text for word in self.words[said.clause.first : said.mentions[0].first]}
        till = all(self.words[m.last - 1].text in WEEKDAY for m in said.mentions)
        return till and bool(opening & _ONE_PERSON)

    def _half_as_such(self, mention: Mention) -> bool:
        """Whether a half of the day is meant in general: "mornings", "the morning"."""
        lead = self.words[mention.first - 1].text if mention.first else ""
        if mention.rule == "both":
            return self.words[mention.last - 1].text == "halves"
        named = self.words[mention.first].text in ("mornings", "afternoons") or lead in ("the", "a", "any", "not")
        return mention.rule == "part" and named

    def accept(self, said: Said, meaning: Meaning) -> None:
        """What the writer can do, or asks for."""
        if self._is_settled(said, meaning):
            return
        if self._of_other_weeks(said) or (meaning.spans and self._is_of_others(said)):
            liked = said.preferred and not said.only
            units = units_of(said.mentions, self.words)
            self.found.wishes.extend(Wish(unit, wanted=True, preference=liked) for unit in units)
            return
        weighed = said.hit is not None and self.words[said.hit.first].text == "better"
        preference = said.preferred and not said.only and not weighed
        self.found.wishes.extend(Wish(unit, wanted=True, preference=preference) for unit in meaning.spans)
        if said.only:
            self._refuse_the_rest(said, meaning)
        if (said.preferred or self.limits) and (self._in_general(said) or self._of_other_dates(said)):
            return
        self._narrow_a_stretch(said, meaning)
        left = self._left(said, meaning)
        if not meaning.loose or (left and any(slot not in self.found.refused for slot in self.ground.offered)):
            self._take(said, meaning, left)
        self._propose(said, meaning)

    def _is_of_others(self, said: Said) -> bool:
        """Whether a stretch is named for other dates than those offered: "Anything else before half-term"."""
        if self.ground.agreed is not None or any(m.shape is not Shape.SPAN for m in said.mentions):
            return False
        texts = {word.text for word in self.words[said.clause.first : said.clause.last]}
        loose = said.clause.ends == "?" and not texts.isdisjoint(_ANYTHING)
        return loose or not texts.isdisjoint(_OTHERS)

    def _narrow_a_stretch(self, said: Said, meaning: Meaning) -> None:
        """A day that is named behind a "but" is free, whatever the week: "two clashes that week but Friday is free"."""
        for slot in meaning.slots if len(meaning.slots) == 1 and not meaning.loose else ():
            wide = self.found.refused.get(slot)
            stretch = wide is not None and all(m.shape is _SPAN for m in wide.mentions)
            if wide is None or not stretch or said.clause.lead not in _BUTS:
                continue
            if wide.clause.sentence == said.clause.sentence and wide.clause.first < said.clause.first:
                del self.found.refused[slot]

    def _of_other_weeks(self, said: Said) -> bool:
        """Whether weekdays are named for a stretch wished for, where all that was offered is refused."""
        if not self.wished or any(m.shape not in (_WEEKDAY, _PATTERN) for m in said.mentions):
            return False
        wished = any(place < said.mentions[0].first for place in self.wished)
        refused = all(slot in self.found.refused for slot in self.ground.offered)
        return wished and refused and self.ground.agreed is None

    def _asks_of_days(self, said: Said) -> bool:
        """Whether only the adviser's habits are asked about: "does your colleague work Wednesdays?"."""
        if said.clause.ends != "?":
            return False
        opening = self.words[said.clause.first].text
        return all(m.shape is _PATTERN for m in said.mentions) and opening in ("does", "do", "is", "are")

    def _is_settled(self, said: Said, meaning: Meaning) -> bool:
        """Whether the words accept nothing of their own: halves of a day named before, "since October", a wish."""
        if self._asks_of_days(said):
            return True
        if all(m.shape is _PART for m in said.mentions) and self._half_alone(said, meaning):
            return True
        return all(self.words[m.first].text == "since" for m in said.mentions) or self._of_the_wish(said)

    def _refuse_the_rest(self, said: Said, meaning: Meaning) -> None:
        """What an "only" leaves out: the other slots, and the half that was offered of a day proposed."""
        days = {proposal.date for proposal in meaning.proposed}
        for slot in self.ground.offered:
            other = bool(meaning.slots or meaning.spans) and slot not in meaning.slots
            if other or slot.date in days:
                self.found.refused.setdefault(slot, said)

    def _in_general(self, said: Said) -> bool:
        """Whether only halves of days in general are named: "Mornings are best", which picks no slot."""
        return all(m.shape is _PART and self.words[m.first].text in GENERAL_HALVES for m in said.mentions)

    def _of_other_dates(self, said: Said) -> bool:
        """Whether a weekday is only wished for of dates still to come: "more options, preferably a Wednesday"."""
        if any(m.shape is not _PATTERN for m in said.mentions):
            return False
        before = {word.text for word in self.words[said.clause.first : said.mentions[0].first]}
        return not before.isdisjoint(_OTHER_DATES)

    def _half_alone(self, said: Said, meaning: Meaning) -> bool:
        """Settle a half of the day named by itself; False where it picks among the offered slots."""
        agreed, found = self.ground.agreed, self.found
        if any(m.rule == "both" for m in said.mentions):
            one_day = len({slot.date for slot in self.ground.offered}) == 1
            return agreed is not None or bool(found.accepted) or not one_day
        if said.asked and agreed is not None:
            other = next((m.part for m in said.mentions if m.part not in (None, agreed.part)), None)
            if other is not None:
                found.proposed.setdefault(ProposedSlot(agreed.date, other), said)
            return True
        if found.accepted and (said.bare or meaning.slots):
            fits = {slot: by for slot, by in found.accepted.items() if slot in meaning.slots}
            found.accepted = fits if fits and not said.bare else found.accepted
            return True
        return all(m.rule in ("clock", "same") for m in said.mentions)

    def _of_the_wish(self, said: Said) -> bool:
        """Whether "not fussed" is said of a stretch wished for before, and not of what was offered."""
        if any(m.rule != "any" for m in said.mentions):
            return False
        words = {w.text for m in said.mentions for w in self.words[m.first : m.last]}
        wished = any(place < said.mentions[0].first for place in self.wished)
        wished = wished or any(one.mentions[0].first < said.mentions[0].first for one in self.found.proposed.values())
        taken = any(by.clause.sentence < said.clause.sentence for by in self.found.accepted.values())
        if taken and not words.isdisjoint({"difference", "odds"}):
            return True  # "It's SATs week, but it makes no difference to us"
        return wished and not self.found.accepted and not words.isdisjoint(_EASY)

    def _left(self, said: Said, meaning: Meaning) -> tuple[Slot, ...]:
        """The slots meant that are not refused, and that the words can mean."""
        if meaning.loose and any(m.rule in _RELATIVE or _is_deadline(m) for m in said.mentions):
            return ()
        left = tuple(slot for slot in meaning.slots if slot not in self.found.refused)
        if self.limits and any(m.shape is _PATTERN for m in said.mentions):
            return tuple(slot for slot in left if any(start <= slot.date <= end for start, end in self.limits))
        return left

    def _take(self, said: Said, meaning: Meaning, left: tuple[Slot, ...]) -> None:
        narrowed = len(left) == 1 < len(meaning.slots)
        doubts = [doubt for doubt in meaning.doubts if doubt != PAST_DAY]
        for name in doubts if not narrowed else ():
            if name == WHICH_ONE:
                self.found.weak.append(doubt_of(name, said.mentions))
            else:
                self.found.narrowed.append((doubt_of(name, said.mentions), meaning.slots))
        if left and self._only_asks(said):
            self.found.doubt("asked, not said", said.mentions)
        if meaning.slots and not meaning.loose and not left and said.mentions[0].shape is not _SET:
            self.found.doubt("both yes and no", said.mentions)
        for slot in left if narrowed or not doubts else ():
            if self._is_more(said, meaning, self.found.accepted.get(slot)):
                self.found.accepted[slot] = said
            self.found.accepted.setdefault(slot, said)
            self._rank(slot, said)

    def _is_more(self, said: Said, meaning: Meaning, known: Said | None) -> bool:
        """Whether a statement names a slot that was only taken along before."""
        if known is None:
            return False
        only_any = all(m.rule == "any" for m in known.mentions) and any(m.rule != "any" for m in said.mentions)
        return (only_any and said.bare) or (not meaning.loose and self._is_general(known))

    def _is_general(self, said: Said | None) -> bool:
        """Whether a slot was only taken along with its kind: "mornings are good"."""
        return said is not None and all(m.shape in _KINDS for m in said.mentions)

    def _only_asks(self, said: Said) -> bool:
        """Whether a slot is only asked about: "Is the 28th still free?", "26th, am or pm?"."""
        polite = all(m.rule == "it" for m in said.mentions) and self._asks_leave(said)
        if said.clause.ends != "?" or polite:
            return False
        offered = said.hit is not None and said.hit.cue is Cue.OFFER
        if said.bare and self._is_courteous(said):
            return False
        either = said.bare or any(m.rule == "both" for m in said.mentions)
        told = said.hit is not None and self.words[said.hit.first].text in ("you'll", "you", "you're")
        return either or told or (self.words[said.clause.first].text in _ASKING and not offered)

    def _is_courteous(self, said: Said) -> bool:
        """Whether the question is only the courtesy behind a choice: "Number 3 if it's still going?"."""
        last = said.mentions[-1].last
        texts = [word.text for word in self.words[last : last + _COURTESY]]
        return texts[:1] == ["if"] and POLITE_IF.at(texts, 0, len(texts)) is not None

    def _asks_leave(self, said: Said) -> bool:
        """Whether only leave is asked: "... if that's ok?", "is it OK for our trainee to sit in?"."""
        behind = said.hit.last if said.hit is not None else said.mentions[-1].last + 1
        following = self.words[behind].text if behind < len(self.words) else ""
        return self.words[said.clause.first].text == "if" or following in ("for", "if", "to")

    def _rank(self, slot: Slot, said: Said) -> None:
        rank = 1 if said.lesser else -1 if said.preferred else 0
        known = self.found.ranks.get(slot)
        self.found.ranks[slot] = rank if known is None or abs(rank) > abs(known) else known

    def _propose(self, said: Said, meaning: Meaning) -> None:
        terms = self.ground.calendar.terms
        for proposal in meaning.proposed:
            if terms and not terms[0].start <= proposal.date <= terms[-1].end:
                self.found.doubt("outside the school year", said.mentions)
            self.found.proposed.setdefault(proposal, said)
