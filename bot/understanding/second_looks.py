"""A second look at what was found: what two clauses say together, and neither says alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.model import Part, ProposedSlot, Slot
from bot.understanding.busy import taken_up
from bot.understanding.eliminating import put_forward_by_elimination, put_forward_in_words
from bot.understanding.findings import GENERAL_HALVES, Findings, meanings
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.meaning import (
    CLASHING_DATE,
    EITHER_HALF,
    SEVERAL_DAYS,
    SEVERAL_HALVES,
    SEVERAL_WEEKDAYS,
    SEVERAL_WITHIN,
)
from bot.understanding.phrases import one_of
from bot.understanding.refusing import refused_in_effect
from bot.understanding.said import Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.units import units_of
from bot.understanding.whole_days import asks_for_a_whole_day
from bot.understanding.windows import Wish
from bot.understanding.words import Sort, Word

_NARROWED = frozenset({SEVERAL_WITHIN, SEVERAL_WEEKDAYS, SEVERAL_HALVES, EITHER_HALF, SEVERAL_DAYS})
_UNDONE = _NARROWED | {"asked, not said"}
"""Doubts of which a flat refusal of all leaves nothing."""
_A_REASON = 4
_SEVERAL = 2
_SLOTS = (Shape.DAY, Shape.OPTION)
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
    _narrowed_choice(found)
    _settle_halves(found)
    _asked_to_move(found, ground)
    if ground.agreed is None:
        _refuse_the_rest(found, ground, flat_no)
    _only_general(found, words)
    _time_of_the_day(found)
    _other_half(found, saids, words)
    _two_minds(found, saids, words)
    _any_of_those_named(found, saids, words, ground)
    _told_why(found, saids, words, ground)
    taken_up(found, saids, words, ground)
    _two_choices(found, words)
    _both_at_once(found, words)
    asks_for_a_whole_day(found, words)
    _month_refused(found, words)
    _asks_for_more(found, saids, words)
    _stretch_in_question(found, saids, words, ground)
    _other_month(found, saids, ground)
    _only_fallbacks(found)
    _why_all_are_refused(found, ground)
    _something_else_on(found, saids, words, ground)
    put_forward_by_elimination(found, saids, words, ground)
    put_forward_in_words(found, saids, words, ground)
    _only_another_day(found, saids, words, ground)
    refused_in_effect(found, saids, words, ground)


def _only_another_day(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """Nothing is agreed where all that somebody can do was not offered: "no preference, but he only the 10th"."""
    for said in saids if found.accepted else ():
        days = [day for m in said.mentions if m.shape is Shape.DAY for day in m.days]
        if not days or any(day <= ground.today or day in ground.days_on_table for day in days):
            continue
        before = [word.text for word in words[said.clause.first : said.mentions[0].first]]
        if _ONLY_CAN.intersection(before) and "only" in before:
            found.doubt("only another day", said.mentions)


_ONLY_CAN = one_of("do make manage come attend free available can")


def _settle_doubts(found: Findings, flat_no: Said | None) -> None:
    """A doubt between several slots is gone where one of them is accepted by itself, or all are refused."""
    for doubt, slots in found.narrowed:
        if flat_no is not None and doubt.rule == SEVERAL_WITHIN and not found.accepted:
            continue
        if doubt.rule not in _NARROWED or not any(slot in found.accepted for slot in slots):
            found.doubts.append(doubt)


def _narrowed_choice(found: Findings) -> None:
    """What a sentence names that leaves the choice to us is what it leaves: "We're easy, the 8th or the 9th"."""
    for slot, said in list(found.accepted.items()):
        if any(m.rule != "any" for m in said.mentions):
            continue
        named = (one for one in found.accepted.values() if one is not said and not one.preferred and not one.lesser)
        named = (one for one in named if one.mentions[0].first > said.mentions[0].first)
        if any(one.clause.sentence == said.clause.sentence and one.bare for one in named):
            del found.accepted[slot]


def _settle_halves(found: Findings) -> None:
    """A day proposed with its half says more than the day alone."""
    if not found.proposed:
        return
    told: dict[dt.date, list[Said]] = {}
    for proposal, said in found.proposed.items():
        if proposal.part is not None:
            told.setdefault(proposal.date, []).append(said)
    for proposal in [p for p in found.proposed if p.part is not None and _is_open(p, found, told[p.date])]:
        del found.proposed[proposal]
    halves = {proposal.date for proposal in found.proposed if proposal.part is not None}
    for proposal in [p for p in found.proposed if p.part is None and p.date in halves]:
        del found.proposed[proposal]


def _is_open(half: ProposedSlot, found: Findings, told: Sequence[Said]) -> bool:
    """Whether a day is put forward whole, and its halves only weighed: "Afternoon for preference, or the morning"."""
    whole = ProposedSlot(half.date, None) in found.proposed
    return whole and (len(told) > 1 or all(said.preferred and not said.only for said in told))


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
        taken = found.accepted.get(slot)
        if taken is not None and all(m.shape is Shape.PATTERN for m in taken.mentions):
            # "Wednesdays are best, but your Wednesday is an afternoon, which she doesn't work"
            del found.accepted[slot]
        if slot not in found.accepted:
            found.refused.setdefault(slot, said)
    if flat_no is not None and all(_leaves_open(said) for said in found.accepted.values()):
        found.accepted.clear()
        found.doubts = [doubt for doubt in found.doubts if doubt.rule not in _UNDONE]
        for slot in ground.offered:
            found.refused.setdefault(slot, flat_no)


def _leaves_open(said: Said) -> bool:
    """Whether nothing is named but a choice: "not fussed", which behind a flat no is said of other days."""
    return all(mention.rule == "any" or mention.shape in _WIDE for mention in said.mentions)


_WIDE = (Shape.WEEKDAY, Shape.PATTERN, Shape.SPAN, Shape.PART)
"""What behind a flat no tells of other days than those offered."""


_FREER = one_of(
    "gaps spaces openings quiet quieter freer calm calmer easier better clear clearer emptier lighter "
    "settled simpler less free"
)
"""Words by which a stretch that nobody says yes to is told to be the better one."""


def _stretch_in_question(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """Where all is refused and nothing wished for, a stretch in a question, or a bare week, is the wish."""
    on_table = ground.offered if ground.agreed is None else (ground.agreed,)
    if any(wish.wanted for wish in found.wishes):
        return
    open_ = any(slot not in found.refused for slot in on_table)
    for said in saids:
        if open_ and (found.accepted or found.proposed or not _begs_for_others(said, words)):
            continue
        if said.stance is not Stance.NEWS or all(m.shape not in (Shape.SPAN, Shape.PATTERN) for m in said.mentions):
            continue
        clause = {word.text for word in words[said.clause.first : said.clause.last]}
        named = said.asked or said.mentions[0].rule == "week of a day" or not clause.isdisjoint(_FREER)
        if named:
            units = units_of(said.mentions, words)
            found.wishes.extend(Wish(u, wanted=True) for u in units if u.span is not None or u.weekdays)


def _begs_for_others(said: Said, words: Sequence[Word]) -> bool:
    """Whether a question asks for something in a stretch: "Something after Easter perhaps?"."""
    texts = {word.text for word in words[said.clause.first : said.clause.last]}
    return said.clause.ends == "?" and not texts.isdisjoint(_SOMETHING)


_SOMETHING = one_of("something anything else other others another")


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
        first = wanted[0].mentions[0].first
        found.doubts = [d for d in found.doubts if d.rule != SEVERAL_HALVES or d.first != first]


def _turned_round(found: Findings, saids: Sequence[Said]) -> None:
    """A day that is named as good while its offered half is refused: "22 April is good, the afternoon is no good"."""
    if found.accepted or not found.doubts:
        return
    halved = [slot for slot, said in found.refused.items() if all(m.shape is Shape.PART for m in said.mentions)]
    contested = [doubt for doubt in found.doubts if doubt.rule in ("both yes and no", "asked, not said")]
    others = [s for s in saids if s.stance is Stance.YES and s.mentions[0].shape is Shape.PART]
    others = [s for s in others if len(halved) == 1 and _half_of(s) not in (None, halved[0].part)]
    turned = {ProposedSlot(halved[0].date, _half_of(others[0]))} if others else set()
    if contested and others and set(found.proposed) <= turned:
        found.proposed[turned.pop()] = others[0]
        found.doubts = [doubt for doubt in found.doubts if doubt not in contested]


def _only_general(found: Findings, words: Sequence[Word]) -> None:
    """A limit ("I can only do mornings") or praise of a half of the day gives way to the slot that is then named."""
    if len(found.accepted) < _SEVERAL:
        return
    named = [s for s in found.accepted.values() if any(m.shape in _SLOTS for m in s.mentions)]
    named = [said for said in named if not said.lesser]
    for slot, said in list(found.accepted.items()) if named else ():
        halves = all(m.shape is Shape.PART and words[m.first].text in GENERAL_HALVES for m in said.mentions)
        before = any(one.mentions[0].first > said.mentions[0].first for one in named)
        if said not in named and (said.only or (halves and before)):
            del found.accepted[slot]


def _time_of_the_day(found: Findings) -> None:
    """Behind a day that is named, "any time after that" is a time on that day, and takes no other slot."""
    if len(found.accepted) < _SEVERAL:
        return
    named = [s for s in found.accepted.values() if any(m.shape in _SLOTS for m in s.mentions)]
    for slot, said in list(found.accepted.items()):
        stretch = said.bare and all(m.rule == "both" or m.shape is Shape.SPAN for m in said.mentions)
        if stretch and any(one.mentions[0].first < said.mentions[0].first for one in named):
            del found.accepted[slot]


def _half_of(said: Said) -> Part | None:
    """The half of the day that a statement names."""
    return said.mentions[0].part


def _told_why(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """Beside another date or stretch that is asked for, what is told of an offered day is why it will not do."""
    if not (found.proposed or any(wish.wanted for wish in found.wishes)):
        return
    if any(m.shape is not Shape.SPAN for said in found.accepted.values() for m in said.mentions):
        return
    reasons = {id(said) for said in saids if _may_be_a_reason(said, words)}
    for said, meaning in meanings(saids, words, ground) if reasons else ():
        if id(said) in reasons and not meaning.doubts:
            for slot in meaning.slots:
                found.accepted.pop(slot, None)
                found.refused.setdefault(slot, said)


_CHOOSE_YOURSELF = (["take", "your", "pick"], ["your", "choice"], ["your", "pick"], ["your", "call"])


def _may_be_a_reason(said: Said, words: Sequence[Word]) -> bool:
    """Whether news is told of days alone, in some words of which none is about the offer."""
    if said.stance is not Stance.NEWS or said.clause.ends == "?":
        return False
    texts = {word.text for word in words[said.clause.first : said.clause.last]}
    named = all(m.shape in (Shape.DAY, Shape.OPTION) for m in said.mentions)
    return named and len(texts) > _A_REASON and texts.isdisjoint(_OF_THE_OFFER)


_OF_THE_LIST = one_of("your yours three four list listed offered dates options slots suggested")
_COUNTS = {"two": 2, "three": 3, "four": 4}
_NO_DAY = frozenset({"it", "both", "any", "agreed"})


def _any_of_those_named(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """An "either" right behind days of the writer's own, or behind a stretch, is said of those, not of the offer."""
    loose = {id(said) for said in found.accepted.values() if _is_any_of_any(said, words)}
    if not loose or len(loose) < len({id(said) for said in found.accepted.values()}):
        return
    last: Said | None = None
    own: tuple[ProposedSlot, ...] = ()
    for said, meaning in meanings(saids, words, ground, found.refused):
        if id(said) in loose:
            break
        named = any(m.rule not in _NO_DAY and m.shape is not Shape.PART for m in said.mentions)
        if said.stance is not Stance.NO and named:
            before = own if last is not None and last.clause.sentence == said.clause.sentence else ()
            last, own = said, (*before, *meaning.proposed) if not meaning.slots else ()
    counted = {_COUNTS[w.text] for m in said.mentions for w in words[m.first : m.last] if w.text in _COUNTS}
    if counted and counted != {len(own)}:
        return
    if last is None or not (own or all(m.shape is Shape.SPAN for m in last.mentions)):
        return
    found.accepted = {slot: said for slot, said in found.accepted.items() if id(said) not in loose}
    half = next((m.part for m in said.mentions if m.shape is Shape.PART), None)
    for proposal in own:
        if half is not None:
            found.proposed.pop(proposal, None)
        found.proposed.setdefault(ProposedSlot(proposal.date, proposal.part or half), last)


def _is_any_of_any(said: Said, words: Sequence[Word]) -> bool:
    """Whether only "either", "any" or "whichever" was said, without a word that points to the offer."""
    sets = said.mentions[0].rule == "any" and all(
        m.shape is Shape.SET or (m.shape is Shape.PART and said.bare) for m in said.mentions
    )
    named = [[word.text for word in words[m.first : m.last]] for m in said.mentions]
    own = [texts for texts in named if texts not in _CHOOSE_YOURSELF]
    return sets and not any(_OF_THE_LIST.difference(_COUNTS).intersection(texts) for texts in own)


def _two_minds(found: Findings, saids: Sequence[Said], words: Sequence[Word]) -> None:
    """One person's day that is not among those the writer takes: "I'd like the 26th, my head the 28th"."""
    if not found.accepted:
        return
    own = [slot for slot, said in found.accepted.items() if not said.personal]
    theirs = [said for slot, said in found.accepted.items() if said.personal and slot not in own]
    if own and theirs:
        found.doubt("two people, two days", theirs[0].mentions)
    ranked = {said.clause.sentence: said for said in found.accepted.values() if said.preferred}
    for said in saids if ranked else ():
        beside = ranked.get(said.clause.sentence)
        behind = {word.text for word in words[said.mentions[-1].last : said.clause.last]}
        rival = beside is not None and said.mentions != beside.mentions and said.stance is Stance.NEWS
        if rival and behind & _OWNERS and any(m.shape is not Shape.SET for m in said.mentions):
            found.doubt("two people, two days", said.mentions)


_OWNERS = one_of("mine hers theirs his yours ours")


def _two_choices(found: Findings, words: Sequence[Word]) -> None:
    """Two sentences that each settle on another slot leave neither: "Option 1 please. See you on the 4th"."""
    if len(found.accepted) < _SEVERAL:
        return
    saids = list({id(said): said for said in found.accepted.values()}.values())
    for said in saids[1:]:
        around = words[max(said.clause.first - 4, 0) : said.clause.last]
        linked = any(word.text in _LINKS and not _is_praise(around, at) for at, word in enumerate(around))
        linked = linked or words[said.clause.first].text == "then"
        marked = said.mentions[0].rule == "answer under the option" or said.mentions[0].shape is Shape.SET
        marked = marked or said.clause.sentence < 0 or _is_line_of_a_list(said, words)
        if not linked and not marked and not said.lesser and not said.preferred:
            found.doubt("two different slots", said.mentions)


def _both_at_once(found: Findings, words: Sequence[Word]) -> None:
    """Two visits asked for, where there is one: "Both the 23rd and the 24th please", "Book us both dates"."""
    for said in {id(one): one for one in found.accepted.values()}.values():
        hit, first = said.hit, said.mentions[0].first
        alone = len(said.mentions) == 1 and said.mentions[0].rule != "both"
        if hit is None or (alone and said.mentions[0].shape is not Shape.SET):
            continue
        asked = any(word.text in _BOOKING for word in words[hit.first : hit.last])
        before = {word.text for word in words[max(first - 2, said.clause.first) : first]}
        named = len(said.mentions) > 1 and "both" in before and all(m.shape is not Shape.SET for m in said.mentions)
        whole = said.mentions[0].shape is Shape.SET and words[first].text == "both"
        last = said.mentions[-1]
        halves = last.rule == "both" and any(word.text == "and" for word in words[last.first : last.last])
        if asked and (named or halves or (whole and hit.first < first)):
            found.doubt("both at once", said.mentions)


_BOOKING = one_of("please book reserve have want need like down in")


def _is_line_of_a_list(said: Said, words: Sequence[Word]) -> bool:
    """Whether a line names its slot and then says yes to it, as each line of a list does: "10 March, am - yes"."""
    start = said.clause.first
    while start > 0 and words[start - 1].sort is not Sort.BREAK:
        start -= 1
    told = said.hit is not None and said.hit.first >= said.mentions[-1].last
    apart = told and said.hit is not None and {w.text for w in words[said.mentions[0].last : said.hit.first]} & _APART
    return bool(apart) and said.mentions[0].first - start <= _NUMBERED


_APART = frozenset({"-", "--", ":", "=", ">", "->", "|"})
_NUMBERED = 4
"""Words that may stand before the slot of a line: its number, with brackets."""


_MORE = one_of("anything something any other others another instead later earlier sooner")


def _asks_for_more(found: Findings, saids: Sequence[Said], words: Sequence[Word]) -> None:
    """Behind a yes another time is asked for: "Do you have anything in June instead?"."""
    first = min((said.mentions[0].first for said in found.accepted.values()), default=None)
    if first is None:
        return
    for said in saids:
        stretch = said.clause.ends == "?" and said.mentions[0].shape is Shape.SPAN and said.mentions[0].first > first
        if stretch and any(word.text in _MORE for word in words[said.clause.first : said.clause.last]):
            found.doubt("asks for another time too", said.mentions)


def _is_praise(words: Sequence[Word], at: int) -> bool:
    """Whether a "well" says how a day works: "works well", not "as well"."""
    return words[at].text == "well" and (at == 0 or words[at - 1].text != "as")


def _month_refused(found: Findings, words: Sequence[Word]) -> None:
    """A day that is accepted, and later its month refused: "2 Feb is fine, though nothing in February is"."""
    for slot, said in found.accepted.items() if found.wishes else ():
        for wish in found.wishes:
            span = wish.unit.span
            if wish.wanted or span is None or span.start is None or span.end is None or span.rule != "month":
                continue
            around = {word.text for word in words[max(span.first - _A_REASON, 0) : span.last + 1]}
            if span.first > said.mentions[0].first and span.start <= slot.date <= span.end and not around & _REST:
                found.doubt("both yes and no", said.mentions)
                return


_REST = one_of("else other others rest remainder apart except otherwise besides more")


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
    if not fallbacks:
        return
    marked = any(m.rule == "answer under the option" for said in fallbacks for m in said.mentions)
    liked = any(said.preferred for said in fallbacks)
    if len(fallbacks) == len(found.accepted) and not liked and not marked:
        found.doubt("only a second choice", fallbacks[0].mentions)


def _why_all_are_refused(found: Findings, ground: Ground) -> None:
    """A stretch that holds all that was offered, and is named before the refusal, is its reason: "SATs week, so no"."""
    refused = [found.refused[slot] for slot in ground.offered if slot in found.refused]
    if ground.agreed is not None or not refused or len(refused) < len(ground.offered):
        return
    first = min(said.mentions[0].first for said in refused)
    days = ground.days_on_table
    found.wishes = [wish for wish in found.wishes if not (wish.wanted and _holds_all(wish.unit.span, days, first))]


def _holds_all(span: Mention | None, days: frozenset[dt.date], before: int) -> bool:
    if span is None or span.start is None or span.end is None or span.first > before:
        return False
    told_of = span.rule == "month" or bool(span.opens)  # such a stretch is asked for, and is no reason
    return not told_of and all(span.start <= day <= span.end for day in days)


def _something_else_on(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """A day that is accepted, and later said to hold something else, is not agreed."""
    telling = [said for said in saids if _tells_of_an_event(said, words)] if found.accepted else []
    if not telling:
        return
    accepted_in: dict[Slot, int] = {slot: said.clause.sentence for slot, said in found.accepted.items()}
    for said, meaning in meanings(saids, words, ground):
        kept = said in telling and _is_kept_as_a_feast(said, words)
        later = any(slot in accepted_in and said.clause.sentence + kept > accepted_in[slot] for slot in meaning.slots)
        if later and said in telling:
            found.doubt("something else on that day", said.mentions)


def _is_a_day(mention: Mention) -> bool:
    """Whether a day is named, and no half of one, nor "all of them", nor what goes on "from the bank holiday"."""
    return mention.shape is not Shape.PART and mention.rule not in ("any", "month") and not mention.opens


def _is_kept_as_a_feast(said: Said, words: Sequence[Word]) -> bool:
    """Whether a day is said to be a feast: "the 4th is World Book Day"."""
    feast = next((m for m in said.mentions[1:] if m.rule == "feast"), None)
    lead = words[feast.first - 1].text if feast is not None else ""
    return lead == "is" and said.mentions[0].shape is Shape.DAY and said.mentions[0].rule != "feast"


def _tells_of_an_event(said: Said, words: Sequence[Word]) -> bool:
    """Whether news of days is told with the word of an event: "the 4th is our sports day"."""
    weighed = said.hit is not None and said.hit.cue is Cue.NO
    if said.stance is not Stance.NEWS or said.personal or weighed or not any(_is_a_day(m) for m in said.mentions):
        return False
    if all(m.rule == "it" and words[m.first - 1].text in _ASIDE_OF_IT for m in said.mentions if m.first):
        return False
    if said.clause.lead == "if" or words[said.clause.first].text == "if":
        return False
    if _is_kept_as_a_feast(said, words):
        return True
    named = {at for m in said.mentions for at in range(m.first, m.last)}
    if all(m.rule == "it" for m in said.mentions) and _denies_its_kind(said, words):
        return False
    texts = {words[at].text for at in range(said.clause.first, said.clause.last)}
    regrets = texts >= _REGRETTING and not texts.isdisjoint(_MYSELF) and all(m.rule == "it" for m in said.mentions)
    return not regrets and any(
        words[at].text.removesuffix("'s") in _EVENTS
        for at in range(said.clause.first, said.clause.last)
        if at not in named
    )


def _denies_its_kind(said: Said, words: Sequence[Word]) -> bool:
    """Whether only what "it" might have been is denied: "we're delighted it isn't an inspection"."""
    last = said.mentions[-1].last
    return any(word.text in ("isn't", "not", "wasn't") for word in words[last : last + 2])


_ASIDE_OF_IT = one_of("before after until till from since around")
_REGRETTING = one_of("sorry miss it")
_MYSELF = one_of("i i'm i'll myself")
"""Who is sorry to miss the visit does not take it away from the others."""
