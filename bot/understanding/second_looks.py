"""A second look at what was found: what two clauses say together, and neither says alone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Part, ProposedSlot, Slot
from bot.understanding.busy import taken_up
from bot.understanding.findings import Findings, remember
from bot.understanding.ground import Ground, Shape
from bot.understanding.meaning import (
    CLASHING_DATE,
    EITHER_HALF,
    SEVERAL_DAYS,
    SEVERAL_HALVES,
    SEVERAL_WEEKDAYS,
    SEVERAL_WITHIN,
    Memory,
    meaning_of,
)
from bot.understanding.phrases import one_of
from bot.understanding.stance import Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.units import units_of
from bot.understanding.windows import Wish
from bot.understanding.words import Word

_NARROWED = frozenset({SEVERAL_WITHIN, SEVERAL_WEEKDAYS, SEVERAL_HALVES, EITHER_HALF, SEVERAL_DAYS})
_A_REASON = 4
_OF_THE_OFFER = one_of("you you've you'd your offered see sent instead rather than between after before except")
_LINKS = one_of(
    "or also too either both well otherwise alternatively equally second failing any another plus all would"
)
_EVENTS = one_of(
    "trip inset closed ofsted exam exams mocks photographer strike training course holiday funeral wedding "
    "appointment residential sports inspection polling election moderation"
)


def look_again(
    found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground, flat_no: Said | None
) -> None:
    """Settle what the clauses leave open, and doubt what they contradict."""
    _settle_doubts(found, flat_no)
    _settle_halves(found)
    _asked_to_move(found, ground)
    if ground.agreed is None:
        _refuse_the_rest(found, ground, flat_no)
    _only_general(found)
    _time_of_the_day(found)
    _other_half(found, saids, words)
    _two_minds(found)
    _told_why(found, saids, words, ground)
    taken_up(found, saids, words, ground)
    _two_choices(found, words)
    _stretch_in_question(found, saids, words, ground)
    _other_month(found, saids, ground)
    _only_fallbacks(found)
    _something_else_on(found, saids, words, ground)


def _settle_doubts(found: Findings, flat_no: Said | None) -> None:
    """A doubt between several slots is gone where one of them is accepted by itself, or all are refused."""
    for doubt, slots in found.narrowed:
        if flat_no is not None and doubt.rule == SEVERAL_WITHIN and not found.accepted:
            continue
        if doubt.rule not in _NARROWED or not any(slot in found.accepted for slot in slots):
            found.doubts.append(doubt)


def _settle_halves(found: Findings) -> None:
    """A day proposed with its half says more than the day alone."""
    halves = {proposal.date for proposal in found.proposed if proposal.part is not None}
    for proposal in [p for p in found.proposed if p.part is None and p.date in halves]:
        del found.proposed[proposal]


def _asked_to_move(found: Findings, ground: Ground) -> None:
    """Once a visit is agreed, asking for another slot of its offer proposes that day, and books nothing."""
    if ground.agreed is None:
        return
    for slot, said in list(found.accepted.items()):
        if slot != ground.agreed and said.asked and any(m.shape is not Shape.SPAN for m in said.mentions):
            found.proposed.setdefault(ProposedSlot(slot.date, slot.part), said)
            del found.accepted[slot]


def _refuse_the_rest(found: Findings, ground: Ground, flat_no: Said | None) -> None:
    """A person's absence refuses what nobody accepted; a flat "not possible" refuses all."""
    for slot, said in found.personal.items():
        if slot not in found.accepted:
            found.refused.setdefault(slot, said)
    if flat_no is not None and all(_leaves_open(said) for said in found.accepted.values()):
        found.accepted.clear()
        for slot in ground.offered:
            found.refused.setdefault(slot, flat_no)


def _leaves_open(said: Said) -> bool:
    """Whether nothing is named but a choice: "not fussed", which behind a flat no is said of other days."""
    return all(mention.rule == "any" for mention in said.mentions)


_FREER = one_of("quiet quieter freer calm calmer easier better clear clearer emptier lighter settled simpler less free")
"""Words by which a stretch that nobody says yes to is told to be the better one."""


def _stretch_in_question(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """Where all is refused and nothing wished for, a stretch in a question, or a bare week, is the wish."""
    on_table = ground.offered if ground.agreed is None else (ground.agreed,)
    if any(wish.wanted for wish in found.wishes) or any(slot not in found.refused for slot in on_table):
        return
    for said in saids:
        wide = any(m.shape in (Shape.SPAN, Shape.PATTERN) for m in said.mentions)
        clause = {word.text for word in words[said.clause.first : said.clause.last]}
        named = said.asked or said.mentions[0].rule == "week of a day" or not clause.isdisjoint(_FREER)
        if said.stance is Stance.NEWS and wide and named:
            units = units_of(said.mentions, words)
            found.wishes.extend(Wish(u, wanted=True) for u in units if u.span is not None or u.weekdays)


def _other_half(found: Findings, saids: Sequence[Said], words: Sequence[Word]) -> None:
    """One slot is accepted, but only its other half will do: "the 22nd, but it would have to be the morning"."""
    _turned_round(found, saids)
    if len(found.accepted) != 1 or found.proposed:
        return
    ((slot, accepted),) = found.accepted.items()
    halves = [s for s in saids if all(m.shape is Shape.PART and m.rule == "part" for m in s.mentions)]
    halves = [s for s in halves if s.clause.first > accepted.mentions[0].first]
    refused = any(s.stance is Stance.NO and _half_of(s) is slot.part for s in halves)
    others = [s for s in halves if _half_of(s) not in (None, slot.part) and s.stance is Stance.YES]
    general = [s for s in others if words[s.mentions[0].first].text.endswith("s")]
    wanted = [s for s in others if s.asked or refused or (s.only and s not in general)]
    if wanted:
        del found.accepted[slot]
        found.refused.setdefault(slot, accepted)
        found.proposed.setdefault(ProposedSlot(slot.date, _half_of(wanted[0])), wanted[0])


def _turned_round(found: Findings, saids: Sequence[Said]) -> None:
    """A day that is named as good while its offered half is refused: "22 April is good, the afternoon is no good"."""
    halved = [slot for slot, said in found.refused.items() if all(m.shape is Shape.PART for m in said.mentions)]
    contested = [doubt for doubt in found.doubts if doubt.rule in ("both yes and no", "asked, not said")]
    others = [s for s in saids if s.stance is Stance.YES and s.mentions[0].shape is Shape.PART]
    others = [s for s in others if len(halved) == 1 and _half_of(s) not in (None, halved[0].part)]
    if contested and others and not found.accepted and not found.proposed:
        found.proposed[ProposedSlot(halved[0].date, _half_of(others[0]))] = others[0]
        found.doubts = [doubt for doubt in found.doubts if doubt not in contested]


def _only_general(found: Findings) -> None:
    """A limit ("I can only do mornings") gives way to the slot that is then named."""
    named = [s for s in found.accepted.values() if any(m.shape in (Shape.DAY, Shape.OPTION) for m in s.mentions)]
    limits = [slot for slot, said in found.accepted.items() if said.only and said not in named]
    if named:
        for slot in limits:
            del found.accepted[slot]


def _time_of_the_day(found: Findings) -> None:
    """Behind a day that is named, "any time after that" is a time on that day, and takes no other slot."""
    named = [s for s in found.accepted.values() if any(m.shape in (Shape.DAY, Shape.OPTION) for m in s.mentions)]
    for slot, said in list(found.accepted.items()):
        stretch = said.bare and all(m.rule == "both" or m.shape is Shape.SPAN for m in said.mentions)
        if stretch and any(one.mentions[0].first < said.mentions[0].first for one in named):
            del found.accepted[slot]


def _half_of(said: Said) -> Part | None:
    """The half of the day that a statement names."""
    return said.mentions[0].part


def _told_why(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """Beside another date that is asked for, what is told of an offered day is why it will not do."""
    if found.accepted or not found.proposed:
        return
    memory = Memory()
    for said in saids:
        meaning = meaning_of(said.mentions, words, ground, memory)
        remember(memory, said, meaning)
        texts = {word.text for word in words[said.clause.first : said.clause.last]}
        named = all(m.shape in (Shape.DAY, Shape.OPTION) for m in said.mentions)
        told = said.stance is Stance.NEWS and named and said.clause.ends != "?" and len(texts) > _A_REASON
        if told and not texts & _OF_THE_OFFER and not meaning.doubts:
            for slot in meaning.slots:
                found.refused.setdefault(slot, said)


def _two_minds(found: Findings) -> None:
    """One person's day that is not among those the writer takes: "I'd like the 26th, my head the 28th"."""
    own = [slot for slot, said in found.accepted.items() if not said.personal]
    theirs = [said for slot, said in found.accepted.items() if said.personal and slot not in own]
    if own and theirs:
        found.doubt("two people, two days", theirs[0].mentions)


def _two_choices(found: Findings, words: Sequence[Word]) -> None:
    """Two sentences that each settle on another slot leave neither: "Option 1 please. See you on the 4th"."""
    saids = list({id(said): said for said in found.accepted.values()}.values())
    for said in saids[1:]:
        around = words[max(said.clause.first - 4, 0) : said.clause.last]
        linked = any(word.text in _LINKS for word in around)
        marked = said.mentions[0].rule == "answer under the option" or said.mentions[0].shape is Shape.SET
        if not linked and not marked and not said.lesser and not said.preferred:
            found.doubt("two different slots", said.mentions)


def _other_month(found: Findings, saids: Sequence[Said], ground: Ground) -> None:
    """A bare day that is accepted, and later said in another month: "The 26th is fine. The 26th of May, that is"."""
    for slot, said in list(found.accepted.items()):
        bare = any(m.rule == "day of the month" and slot.date in m.days for m in said.mentions)
        dated = (
            m
            for other in saids
            for m in other.mentions
            if m.rule == "day and month" and m.first > said.mentions[0].first
        )
        if bare and any(
            day.day == slot.date.day and day != slot.date and day > ground.today for m in dated for day in m.days
        ):
            found.doubt(CLASHING_DATE, said.mentions)


def _only_fallbacks(found: Findings) -> None:
    """A second choice without a first, as in "if not, then the 26th", hangs on what was asked before it."""
    fallbacks = [said for said in found.accepted.values() if said.lesser and said.clause.sentence >= 0]
    marked = any(m.rule == "answer under the option" for said in fallbacks for m in said.mentions)
    liked = any(said.preferred for said in fallbacks)
    if fallbacks and len(fallbacks) == len(found.accepted) and not liked and not marked:
        found.doubt("only a second choice", fallbacks[0].mentions)


def _something_else_on(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """A day that is accepted, and later said to hold something else, is not agreed."""
    telling = [said for said in saids if _tells_of_an_event(said, words)] if found.accepted else []
    if not telling:
        return
    memory = Memory()
    accepted_in: dict[Slot, int] = {slot: said.clause.sentence for slot, said in found.accepted.items()}
    for said in saids:
        meaning = meaning_of(said.mentions, words, ground, memory)
        remember(memory, said, meaning)
        later = any(slot in accepted_in and said.clause.sentence > accepted_in[slot] for slot in meaning.slots)
        if later and said in telling:
            found.doubt("something else on that day", said.mentions)


def _tells_of_an_event(said: Said, words: Sequence[Word]) -> bool:
    """Whether news of days is told with the word of an event: "the 4th is our sports day"."""
    weighed = said.hit is not None and said.hit.cue is Cue.NO
    if said.stance is not Stance.NEWS or said.personal or weighed or all(m.shape is Shape.PART for m in said.mentions):
        return False
    return any(word.text in _EVENTS for word in words[said.clause.first : said.clause.last])
