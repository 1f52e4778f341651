"""A slip of the pen put right in a word: "4th please. Sorry, 9th!"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit
from bot.understanding.stance_words import Cue
from bot.understanding.words import Sort, Word

_SORRY = one_of("sorry oops whoops apologies rather doh duh lie")
_TELLING_A_LIE = one_of("no , i tell a")
_NAMING = (Shape.DAY, Shape.OPTION, Shape.WEEKDAY)
_BETWEEN = one_of(", the . ! - please it it's that's should be make no thanks option number")
_BEHIND = one_of(". , ! please thanks instead ( - morning afternoon")
_FARTHEST = 4


def with_slips(hits: list[Hit], words: Sequence[Word], mentions: Sequence[Mention]) -> list[Hit]:
    """The cues, with every "sorry" between one day and the next that takes its place as a slip."""
    spots = [_owning_up(at, words) for at, word in enumerate(words) if word.text in _SORRY]
    named = [m for m in mentions if m.shape in _NAMING] if spots else []
    slips = [spot for spot in spots if spot is not None and _corrects(spot, words, named)]
    if not slips:
        return hits
    kept = [hit for hit in hits if not any(hit.first < last and first < hit.last for first, last in slips)]
    return sorted([*kept, *(Hit(Cue.SLIP, first, last) for first, last in slips)], key=lambda hit: hit.first)


def _owning_up(at: int, words: Sequence[Word]) -> tuple[int, int] | None:
    """From where to where a slip is owned up to: "sorry", "no, I tell a lie"."""
    if words[at].text != "lie":
        return at, at + 1
    first = at
    while first and words[first - 1].text in _TELLING_A_LIE:
        first -= 1
    return (first, at + 1) if "tell" in [word.text for word in words[first:at]] else None


def _corrects(spot: tuple[int, int], words: Sequence[Word], named: Sequence[Mention]) -> bool:
    """Whether a day stands right before the words, and another, of which nothing else is said, right behind them."""
    first, last = spot
    before = [m for m in named if m.last <= first]
    behind = [m for m in named if m.first >= last]
    if not before or not behind or behind[0].first - last > _FARTHEST or first - before[-1].last > _FARTHEST:
        return False
    gaps = (*words[before[-1].last : first], *words[last : behind[0].first])
    if any(word.text not in _BETWEEN and word.sort is not Sort.BREAK for word in gaps):
        return False
    following = words[behind[0].last : behind[0].last + 1]
    return not following or following[0].sort is Sort.BREAK or following[0].text in _BEHIND
