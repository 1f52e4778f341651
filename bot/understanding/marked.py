"""The offer's own lines, given back with marks: ticks, crosses, "Y" and "N", boxes, strikes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.model import Slot
from bot.understanding.clauses import Clause
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.meaning import Memory, meaning_of
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.tables import lines_of
from bot.understanding.words import Sort, Word


class Mark(StrEnum):
    """What a line does to the slot that it shows."""

    YES = "yes"
    NO = "no"
    STRUCK = "struck"
    EMPTY_BOX = "empty box"
    NONE = "none"
    TEXT = "text"


_POSITIVE = one_of("y yes ✓ ✔ ✅ ☑ 👍 ok fine yep")
_NEGATIVE = one_of("n no x ✗ ✘ ❌ ✖ nope ☒ unable unavailable impossible nah")
_BRIEFLY = one_of("able available possible free good great perfect works doable suits agreed accepted preferred can")
"""What is a yes where hardly anything else stands in the line."""
_A_VERDICT = 2
_DRESSING = one_of(
    "option slot choice date in the on at - -- -> = => → : > . , ( ) • * | noon to of am pm morning afternoon a"
)
_SLOTS = (Shape.DAY, Shape.OPTION)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that shows one offered slot."""

    first: int
    last: int
    slot: Slot
    mentions: tuple[Mention, ...]
    mark: Mark
    place: int


def marked_said(words: Sequence[Word], mentions: Sequence[Mention], told: Sequence[Said], ground: Ground) -> list[Said]:
    """What is said, with the lines of a marked list read by their marks instead of their words."""
    slots = [mention.first for mention in mentions if mention.shape in _SLOTS]
    if len(slots) < 2:
        return list(told)
    lines = [(first, last) for first, last in lines_of(words) if any(first <= at < last for at in slots)]
    if len(lines) < 2:
        return list(told)
    shown = [line for first, last in lines if (line := _line(words, mentions, first, last, ground)) is not None]
    if len({line.slot for line in shown}) < 2:
        return list(told)
    out = list(told)
    stand = [line for line in shown if line.mark is Mark.NONE]
    struck_list = any(line.mark is Mark.STRUCK for line in shown) and not any(line.mark is Mark.YES for line in shown)
    listed = any(line.mark is not Mark.NONE and line.mark is not Mark.TEXT for line in shown)
    reasons = (
        len(shown) == len(ground.offered) and all(line.mark is Mark.TEXT for line in shown) and not _told(told, shown)
    )
    for line in shown:
        stance = Stance.NO if reasons else _STANCES.get(line.mark)
        if line.mark is Mark.NONE:
            left = struck_list and len(stand) == 1 and len(shown) == len(ground.offered)
            stance = Stance.YES if left else Stance.NEWS if listed or len(stand) > 1 else None
        if stance is None and not (line.mark is Mark.TEXT and listed is False):
            continue
        out = _replaced(out, line, stance)
    return sorted(out, key=lambda said: said.mentions[0].first)


def _told(told: Sequence[Said], shown: Sequence[_Line]) -> bool:
    """Whether the words of a line say yes or no, so that its text is more than a reason."""
    own = {m for line in shown for m in line.mentions}
    return any(said.hit is not None and own & set(said.mentions) for said in told)


_STANCES = {Mark.YES: Stance.YES, Mark.NO: Stance.NO, Mark.STRUCK: Stance.NO, Mark.EMPTY_BOX: Stance.NEWS}


def _replaced(told: list[Said], line: _Line, stance: Stance | None) -> list[Said]:
    own = set(line.mentions)
    if stance is None:
        return [replace(s, stance=Stance.UNSURE) if s.hit is None and own & set(s.mentions) else s for s in told]
    rest = [s for s in told if not own & set(s.mentions)]
    for said in told:
        others = tuple(m for m in said.mentions if m not in own and m.first >= line.place)
        if own & set(said.mentions) and any(m.shape is Shape.DAY for m in others):
            rest.append(replace(said, mentions=others, stance=Stance.YES, hit=None))
    cue = (
        Hit(Cue.YES if stance is Stance.YES else Cue.NO, line.place, line.place + 1)
        if line.mark is not Mark.NONE
        else None
    )
    clause = Clause(line.first, line.last, -1 - line.first, "", "", 0)
    rest.append(
        Said(
            line.mentions[:1] if stance is Stance.NO else line.mentions,
            stance,
            clause,
            cue,
            lesser=False,
            preferred=False,
        )
    )
    return rest


def _line(words: Sequence[Word], mentions: Sequence[Mention], first: int, last: int, ground: Ground) -> _Line | None:
    inside = [m for m in mentions if first <= m.first < last]
    strikes = [at for at in range(first, last) if words[at].text == "~~"]
    end = strikes[1] if len(strikes) > 1 else last
    own = tuple(m for m in inside if m.first < end and m.shape in (*_SLOTS, Shape.PART))
    slots = {slot for m in own if m.shape in _SLOTS for slot in meaning_of((m,), words, ground, Memory()).slots}
    parts = {m.part for m in own if m.shape is Shape.PART and m.rule == "part"}
    slots = {slot for slot in slots if not parts or slot.part in parts}
    if len(slots) != 1 or not any(m.shape in _SLOTS for m in own):
        return None
    mark, place = _mark(words, inside, first, last, strikes)
    return _Line(first, last, slots.pop(), own, mark, place)


def _label(words: Sequence[Word], first: int, last: int) -> range:
    """The places of a number in brackets that opens the line: "[3] Thursday 20 May"."""
    run = words[first : min(first + 3, last)]
    shown = len(run) == 3 and run[0].text == "[" and run[1].sort is Sort.NUMBER and run[2].text == "]"
    return range(first, first + 3) if shown else range(0)


def _mark(
    words: Sequence[Word], inside: Sequence[Mention], first: int, last: int, strikes: Sequence[int]
) -> tuple[Mark, int]:
    if len(strikes) > 1:
        return Mark.STRUCK, strikes[1]
    taken = {at for m in inside for at in range(m.first, m.last)}
    left = [at for at in range(first, last) if at not in taken and words[at].text not in _DRESSING]
    left = [at for at in left if at not in _label(words, first, last) and words[at].text.strip(".-_=")]
    left = [at for at in left if words[at].sort not in (Sort.CLOCK, Sort.NUMBER)]
    texts = [words[at].text for at in left]
    if texts[:1] == ["["]:
        return (Mark.YES, left[1]) if texts[1:2] in (["x"], ["✓"], ["✔"], ["y"], ["yes"]) else (Mark.EMPTY_BOX, left[0])
    if not texts:
        return Mark.NONE, last - 1
    word = texts[0]
    if word in _POSITIVE or word in _NEGATIVE:
        return (Mark.YES if word in _POSITIVE else Mark.NO), left[0]
    if word in _BRIEFLY and len(texts) <= _A_VERDICT:
        return Mark.YES, left[0]
    return Mark.TEXT, left[0]
