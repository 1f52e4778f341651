"""A half day asked for first and named behind: "I can offer you one solitary morning and that's Tuesday 20 July"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.ground import Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Said, Stance
from bot.understanding.words import Word

_NAMING = one_of("that's it's is and , - -- : that namely being would be which the on which's - ( ie i.e so")
_POINTING = one_of("that's it's is namely being : ( ie i.e which's - --")
_GENERAL = one_of("a an one single solitary any lone")
_FAR = 6


def with_days_named(told: Sequence[Said], words: Sequence[Word]) -> list[Said]:
    """What is said, with a half day that was named in general and its day right behind it as one."""
    out: list[Said] = []
    for said in told:
        before = out[-1] if out else None
        if before is not None and _is_one_half(before, words) and _names_it(before, said, words):
            out[-1] = replace(
                before,
                mentions=(*said.mentions, *before.mentions),
                clause=before.clause._replace(last=said.clause.last),
            )
        else:
            out.append(said)
    return out


def _is_one_half(said: Said, words: Sequence[Word]) -> bool:
    """Whether one half of some day is put forward: "one solitary morning", "an afternoon"."""
    mention = said.mentions[0]
    if said.stance is not Stance.YES or len(said.mentions) > 1 or mention.shape is not Shape.PART or not mention.part:
        return False
    lead = [word.text for word in words[max(mention.first - 2, 0) : mention.first]]
    return not _GENERAL.isdisjoint(lead)


def _names_it(before: Said, said: Said, words: Sequence[Word]) -> bool:
    if said.stance is Stance.NO or any(m.shape is not Shape.DAY for m in said.mentions):
        return False
    gap = [word.text for word in words[before.mentions[-1].last : said.mentions[0].first]]
    near = 0 < len(gap) <= _FAR and all(text in _NAMING for text in gap)
    return near and not _POINTING.isdisjoint(gap)


_ALTERNATIVE = one_of("or alternatively else even possibly failing that otherwise equally maybe any the on , at of")


def with_alternatives(told: Sequence[Said], words: Sequence[Word]) -> list[Said]:
    """What is said, with a bare "or the Monday afterwards" behind days that are put forward as one more of them."""
    out: list[Said] = []
    for said in told:
        before = out[-1] if out else None
        if before is None or not _adds(before, said, words):
            out.append(said)
        elif before.stance is Stance.NO:
            out.append(replace(said, stance=Stance.NO, hit=before.hit))
        else:
            out.append(replace(said, stance=Stance.YES, asked=before.asked, bare=True))
    return out


def _is_denied_ahead(said: Said) -> bool:
    """Whether the no stands before what it denies, and so may deny more: "can't do the Tuesday (trip) or the ..."."""
    return said.hit is not None and said.hit.last <= said.mentions[0].first


def _adds(before: Said, said: Said, words: Sequence[Word]) -> bool:
    first, last = said.clause.first, said.clause.last
    opened = words[first].text == "or" or words[first - 1].text == "or"
    if before.stance is Stance.NO and said.stance is Stance.YES:
        return said.bare and opened and words[first - 1].text == ")" and _is_denied_ahead(before)
    known = (Shape.DAY,) if before.stance is Stance.YES else (Shape.DAY, Shape.WEEKDAY, Shape.OPTION)
    if said.stance is not Stance.NEWS or before.stance not in (Stance.YES, Stance.NO) or not opened:
        return False
    if said.clause.sentence != before.clause.sentence or before.clause == said.clause:
        return False
    if not any(m.shape in known for m in said.mentions):
        return False
    named = {at for m in said.mentions for at in range(m.first, m.last)}
    rest = [words[at].text for at in range(first, last) if at not in named]
    return all(text in _ALTERNATIVE or not text[:1].isalpha() for text in rest)
