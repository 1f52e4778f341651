"""Weekdays meant as such, in a list that an "any" opens: "any Wednesday, Thursday or Friday that week"."""

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
