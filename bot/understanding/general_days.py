"""Weekdays in lists: such that an "any" opens, and such that are counted together: "the Monday or Tuesday after"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.date_words import WEEKDAY_NAMES
from bot.understanding.phrases import one_of
from bot.understanding.words import Word

_JOINTS = one_of(", or and & /")
_LONGEST = 10
_GENERAL = frozenset({"any", "every", "each"})


def listed_in_general(words: Sequence[Word], at: int) -> bool:
    """Whether the weekday at this place is a later member of a list that begins with "any" or "every"."""
    place, days = at - 1, 0
    while place > max(at - _LONGEST, 0) and (words[place].text in _JOINTS or words[place].text in WEEKDAY_NAMES):
        days += words[place].text in WEEKDAY_NAMES
        place -= 1
    return days > 0 and place >= 0 and words[place].text in _GENERAL


_BEHIND = one_of("after following")
_CLOSING = one_of(". , ? ! ; ) that instead please if would") | {"", "\n"}


def is_listed_after(words: Sequence[Word], at: int) -> bool:
    """Whether the weekday at this place stands in a list with "the" before and "after" behind it."""
    texts = [word.text for word in words[at : at + _LONGEST]]
    behind = next((n for n, text in enumerate(texts) if text not in WEEKDAY_NAMES and text not in _JOINTS), 0)
    closes = texts[behind] in _BEHIND and (texts[behind + 1 : behind + 2] or [""])[0] in _CLOSING if behind else False
    place = at - 1
    while place > max(at - _LONGEST, 0) and (words[place].text in _JOINTS or words[place].text in WEEKDAY_NAMES):
        place -= 1
    several = behind > 1 or place < at - 1
    return closes and several and place >= 0 and words[place].text == "the"
