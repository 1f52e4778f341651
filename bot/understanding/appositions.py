"""Days that are named twice, first by their place and then by their date: "the Monday before, 1 February"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.words import Word

_COUNTED_FROM = frozenset(
    {
        "weekday beside a day",
        "weekday week",
        "following weekday",
        "weeks later",
        "weeks from a day",
        "weekday of that week",
        "weekday of following week",
        "week beside",
        "next weekday",
        "this weekday",
        "coming weekday",
        "day beside",
        "nth weekday back",
        "weekday after next",
        "last day",
        "final day",
        "first day back",
    }
)
"""How a day is named by its distance from another."""
_WRITTEN = frozenset({"day and month", "day of the month"})
_APPOSED = one_of("? . , ( - -- : so i.e ie the that is that's which would be being on i make makes")
_ENDS = frozenset({"?", "."})
_CONCLUDING = one_of("so that's ie i.e")
_FIRM = one_of(", ( - -- : so i.e ie that's is being")
"""One of these parts a day from the same day written out."""


def named_once(mentions: Sequence[Mention], words: Sequence[Word]) -> list[Mention]:
    """The mentions without those that the date right behind them names again; where the two differ, neither stands."""
    out: list[Mention] = []
    place = 0
    while place < len(mentions):
        placed = _run(mentions, place, words, _is_placed)
        dated = _run(mentions, placed, words, _is_written) if placed > place else placed
        if dated > placed and _apposed(mentions[placed - 1], mentions[placed], words):
            out.extend(_checked(mentions[place:placed], mentions[placed:dated], words))
            place = dated
        elif _halved(mentions, place, words):
            out.extend(mentions[place : place + 2])
            place += 3
        else:
            out.append(mentions[place])
            place += 1
    return out


def _is_placed(mention: Mention) -> bool:
    if mention.shape is Shape.DAY:
        return mention.rule in _COUNTED_FROM and bool(mention.days)
    return mention.shape is Shape.WEEKDAY and mention.rule == "weekday" and len(mention.weekdays) == 1


def _is_written(mention: Mention) -> bool:
    return mention.shape is Shape.DAY and mention.rule in _WRITTEN and len(mention.days) == 1


def _halved(mentions: Sequence[Mention], place: int, words: Sequence[Word]) -> bool:
    """Whether the third names the day of the first once more: "next Friday afternoon (22nd)"."""
    run = mentions[place : place + 3]
    if len(run) < 3 or run[1].shape is not Shape.PART or not _is_placed(run[0]) or not _is_written(run[2]):
        return False
    same = run[0].shape is Shape.DAY and run[0].days == run[2].days
    return same and run[0].last == run[1].first and _apposed(run[1], run[2], words)


def _run(mentions: Sequence[Mention], first: int, words: Sequence[Word], fits: Callable[[Mention], bool]) -> int:
    """Where the list of such mentions that begins at `first` ends: "the Monday or the Tuesday"."""
    at = first
    while at < len(mentions) and fits(mentions[at]):
        if at > first and not _listed(mentions[at - 1], mentions[at], words):
            break
        at += 1
    return at


_LISTING = one_of("or and , & / the on")


def _listed(one: Mention, two: Mention, words: Sequence[Word]) -> bool:
    gap = [word.text for word in words[one.last : two.first]]
    return len(gap) <= 3 and all(text in _LISTING for text in gap) and bool(gap)


def _apposed(one: Mention, two: Mention, words: Sequence[Word]) -> bool:
    gap = [word.text for word in words[one.last : two.first]]
    marked = _ENDS.isdisjoint(gap) or not _CONCLUDING.isdisjoint(gap)
    return 0 < len(gap) <= 4 and all(text in _APPOSED for text in gap) and not _FIRM.isdisjoint(gap) and marked


def _weekdays(mentions: Sequence[Mention]) -> list[int]:
    return sorted(m.weekdays[0] if m.shape is Shape.WEEKDAY else m.days[0].weekday() for m in mentions)


def _checked(placed: Sequence[Mention], dated: Sequence[Mention], words: Sequence[Word]) -> list[Mention]:
    """The dates alone where they fit; a day that is none where a single one disagrees; else both lists."""
    if _weekdays(placed) == _weekdays(dated):
        gap = {word.text for word in words[placed[-1].last : dated[0].first]}
        first = placed[0].first if _ENDS.isdisjoint(gap) else dated[0].first
        return [replace(dated[0], first=first, part=placed[0].part), *dated[1:]]
    counted = len(placed) == len(dated) == 1 and placed[0].shape is Shape.DAY
    if counted and dated[0].days != placed[0].days:
        return [replace(dated[0], first=placed[0].first, days=(), clash=True)]
    return [*placed, *dated]
