"""What stands behind a day and its dash: a reason against it, a farewell, or words of no known kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.understanding.aside_words import OCCUPIED, PASSING
from bot.understanding.clauses import Clause
from bot.understanding.ground import Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.stance_words import BARE, Cue
from bot.understanding.words import Sort, Word

_ASIDES = ("-", "(", ":", "--", "when")
_OURSELVES = one_of("we we're we've we'll i i'm i've i'll")
"""Whose being somewhere else tells against a day: "the 26th, when we're in Wales"."""
_FRIENDLY = frozenset({Cue.YES, Cue.PLAIN, Cue.OFFER, Cue.PREFER, Cue.ONLY, Cue.LESS})
_HARMLESS = PASSING | BARE
_EVENTS = OCCUPIED | one_of("evening evenings closure staff's busy out away off")


def with_reasons(
    told: Sequence[Said], clauses: Sequence[Clause], words: Sequence[Word], hits: Sequence[Hit]
) -> list[Said]:
    """What is said, where a bare day with a reason behind it is refused: "26th - panto", "28th (INSET)"."""
    if not any(said.bare and said.stance is Stance.YES for said in told):
        return list(told)
    following = dict(pairwise(clauses))
    return [_weighed(said, following.get(said.clause), words, hits) for said in told]


_BUSINESS = one_of(
    "meeting meetings assembly assemblies nativity concert phonics sats "
    "mocks exams fete disco supply lessons lesson duty "
    "builders photographer ppa panto sports choir rehearsal rehearsals harvest bake sale market tests testing test "
    "interventions cluster moderating residential camp marking deadline reports census playtime swimming gala "
    "tournament match fixture matches cross-country visitors inspectors appraisals appraisal mufti pyjama dress-up "
    "leavers christening carol carols wake funeral jabs vaccinations immunisations "
    "covering invigilating interviewing chaperoning refereeing accompanying driving birthday jury wedding hen stag "
    "vaccination flu options graduation prom sponsored walk parade bingo quiz coffee-morning stay-and-play"
)
"""What else may be on, where it is all that stands behind a day and its dash."""
_TO_RECEIVE = one_of(
    "you your you'll welcome fine ok okay yes please come see will can we'll i'll after then before over done finishes "
    "finished ends but though although free clear good great perfect lovely works suits join joining attend attending "
    "room hall library office reception park parking sign lunch coffee tea biscuits cake arrive arrival us"
)
"""What shows that the visitor is thought of."""
_BARE_REASON = 7


_AWAY = one_of("at on off out away over")
_ABSENT_ONES = one_of(
    "head's i'm we're she's he's deputy's everyone's everybody's ht's half most he she i we head deputy"
)
_BEING = one_of("is are am will be all i'll we'll he'll she'll")


def _somebody_is_away(words: Sequence[Word], aside: Clause) -> int | None:
    """The place of the word by which somebody is elsewhere that day: "4th: head's at county hall all day"."""
    opening = words[aside.first : aside.first + 4]
    if not opening or opening[0].text not in _ABSENT_ONES:
        return None
    rest = [at for at, word in enumerate(opening[1:], aside.first + 1) if word.text not in _BEING]
    return rest[0] if rest and words[rest[0]].text in _AWAY else None


def _other_business(texts: set[str], words: Sequence[Word], aside: Clause) -> int | None:
    """The place of the one thing told of a day, where that is the school's own business: "9th - staff meeting"."""
    away = _somebody_is_away(words, aside)
    if away is not None and not texts & _TO_RECEIVE - {"hall", "office", "lunch", "room"}:
        return away
    timed = any(word.sort in (Sort.CLOCK, Sort.NUMBER) for word in words[aside.first : aside.last])
    if timed or aside.last - aside.first > _BARE_REASON or texts & _TO_RECEIVE or aside.ends == "?":
        return None
    return next((at for at in range(aside.first, aside.last) if words[at].text in _BUSINESS), None)


def _strikes_a_name(words: Sequence[Word], at: int) -> bool:
    """Whether somebody is struck from a list: "strike Mr Bell"."""
    return words[at].text == "strike" and at + 1 < len(words) and words[at + 1].raw[0].isupper()


def _is_open_day(words: Sequence[Word], at: int) -> bool:
    """Whether the school opens its doors to others that day: "Feb 5th - open day"."""
    return words[at].text == "open" and words[at + 1].text in (
        "day",
        "evening",
        "morning",
        "afternoon",
        "week",
        "event",
    )


def _weighed(said: Said, aside: Clause | None, words: Sequence[Word], hits: Sequence[Hit]) -> Said:
    alone = said.bare and said.stance is Stance.YES and aside is not None and aside.sentence == said.clause.sentence
    if not alone or aside is None or aside.lead not in _ASIDES or any(m.shape is Shape.SET for m in said.mentions):
        return said
    opened = next((at for at in range(aside.first, aside.last - 1) if _is_open_day(words, at)), None)
    if opened is not None:
        return replace(said, stance=Stance.NO, bare=False, hit=Hit(Cue.NO, opened, opened + 2))
    if any(aside.first <= h.first < aside.last and h.cue in _FRIENDLY for h in hits):
        return said
    if aside.lead == "when":
        opening = {word.text for word in words[aside.first : aside.first + 2]}
        return replace(said, stance=Stance.NEWS, bare=False) if opening & _OURSELVES else said
    texts = {w.text for w in words[aside.first : aside.last] if w.sort is Sort.WORD}
    places = (at for at in range(aside.first, aside.last) if words[at].text in _EVENTS)
    place = next((at for at in places if not _strikes_a_name(words, at)), None)
    if place is not None:
        return replace(said, stance=Stance.NO, bare=False, hit=Hit(Cue.NO, place, place + 1))
    other = _other_business(texts, words, aside)
    if other is not None:
        return replace(said, stance=Stance.NO, bare=False, hit=Hit(Cue.NO, other, other + 1))
    strange = texts and texts.isdisjoint(_HARMLESS)
    return replace(said, stance=Stance.NEWS, bare=False) if strange else said
