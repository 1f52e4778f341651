"""What an "it" stands for: the visit, or the thing that was told of last.

An "it" points to the visit where the sentence before it, or its own up to there, names a day or speaks of the visit.
Behind a sentence about the boiler it is the boiler.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.arranging_words import OF_A_VISIT
from bot.understanding.clauses import Clause
from bot.understanding.ground import Mention, Shape
from bot.understanding.leftover_words import ABOUT_THE_DATE
from bot.understanding.phrases import one_of
from bot.understanding.said import Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.words import Word

_NAMING = frozenset({Shape.DAY, Shape.OPTION, Shape.WEEKDAY})
PRONOUNS_OF_THINGS = one_of("it it's it'll that that's that'll this")
"""What points to the visit, or to a thing."""
_OF_THE_VISIT = (
    ABOUT_THE_DATE - PRONOUNS_OF_THINGS - one_of("come coming then above ahead plan plans choice day days meeting")
)


def pointing_elsewhere(clauses: Sequence[Clause], words: Sequence[Word], mentions: Sequence[Mention]) -> frozenset[int]:
    """The numbers of the sentences in which an "it" cannot be the visit."""
    named = {m.first for m in mentions if m.shape in _NAMING or (m.shape is Shape.SET and m.rule != "it")}
    found: set[int] = set()
    before, begun = True, False
    for number, (first, last) in _bounds(clauses).items():
        texts = [word.text for word in words[first:last]]
        own = any(first <= at < last for at in named) or not _OF_THE_VISIT.isdisjoint(texts)
        hoped = begun and not named & set(range(first, last)) and tells_a_hope(texts)
        if hoped or (begun and not before and not own and OF_A_VISIT.isdisjoint(texts)):
            found.add(number)
        before, begun = own, begun or any(first <= at < last for at in named)
    return frozenset(found)


_HOPED = (
    ("had", "hoped"),
    ("was", "going"),
    ("were", "going"),
    ("had", "planned"),
    ("had", "wanted"),
    ("did", "think"),
)


def tells_a_hope(texts: Sequence[str]) -> bool:
    """Whether a wish is told of that a later "that" is said of: "we had hoped that two of the pupils might speak"."""
    ours = texts[:1] in (["we"], ["i"]) and tuple(texts[1:3]) in _HOPED
    return ours or (texts[:1] in (["we'd"], ["i'd"]) and texts[1:2] in (["hoped"], ["planned"], ["wanted"]))


def _bounds(clauses: Sequence[Clause]) -> dict[int, tuple[int, int]]:
    """The words of each sentence, by its number."""
    bounds: dict[int, tuple[int, int]] = {}
    for clause in clauses:
        first, _ = bounds.get(clause.sentence, (clause.first, clause.last))
        bounds[clause.sentence] = (first, clause.last)
    return bounds


_DESCRIBED = 4
"""Words of a clause with "it is" that is no choice by itself: "it is a nice moment to see them"."""


def _only_describes(said: Said, words: Sequence[Word]) -> bool:
    """Whether only what something is like is told: "it is for the hospital", "it would have to be an afternoon"."""
    if said.stance is not Stance.YES or said.hit is None or len(said.mentions) > 1:
        return False
    mention = said.mentions[0]
    if mention.shape is Shape.PART and said.hit.cue is Cue.ONLY:
        return words[mention.first - 1].text in ("a", "an")
    cue = [word.text for word in words[said.hit.first : said.hit.last]]
    return mention.rule == "it" and cue == ["it", "is"] and said.clause.last - said.hit.last >= _DESCRIBED


def without_things(
    told: Sequence[Said], clauses: Sequence[Clause], words: Sequence[Word], mentions: Sequence[Mention]
) -> list[Said]:
    """What is said, where words that only describe a thing, and a no to an "it" that is some thing, are news."""
    told = [replace(said, stance=Stance.NEWS) if _only_describes(said, words) else said for said in told]
    if not any(said.stance is Stance.NO and said.mentions[0].rule == "it" for said in told):
        return list(told)
    elsewhere = pointing_elsewhere(clauses, words, mentions)
    return [
        replace(said, stance=Stance.NEWS)
        if said.stance is Stance.NO and said.mentions[0].rule == "it" and said.clause.sentence in elsewhere
        else said
        for said in told
    ]
