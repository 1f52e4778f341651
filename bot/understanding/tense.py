"""Whether words tell of the past: "I replied on the 5th", "he joined us in February"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.phrases import one_of
from bot.understanding.words import Sort, Word

_FARTHEST = 12
"""Words before a date that are looked at."""
_PAST = one_of(
    "was were had did came went visited saw met replied rang telephoned phoned called emailed wrote spoke told "
    "said sent started began joined took held asked received returned arrived left moved became finished ended "
    "happened closed opened turned gave done gone since spent attended heard"
)
_NOT_PAST = one_of(
    "will would 'll could can shall should may might must hoped hoping hope wanted planned planning booked "
    "arranged agreed pencilled penciled down offered suggested proposed put going please let's prefer until "
    "till before by after from that which who if"
)
"""Words behind which the past verb says nothing of the date: "we had hoped for the 10th", "told that the 20th ..."."""
_STATES = one_of("gone done taken closed finished ended")
_STANDING = one_of("is that's it's they're are isn't been")
"""Behind these the verb tells how things stand: "if that's gone, then Friday 21st"."""
_ENDS = frozenset({".", "!", "?", ";", ":", "..", "..."})


def tells_past(words: Sequence[Word], at: int) -> bool:
    """Whether the clause before word `at` tells what has happened, so that a date in it lies behind."""
    for place in range(at - 1, max(at - _FARTHEST, 0) - 1, -1):
        word = words[place]
        if word.text in _ENDS or (word.sort is Sort.BREAK and place + 1 < at) or word.text in _NOT_PAST:
            return False
        if word.text in _PAST:
            return not (word.text in _STATES and place and words[place - 1].text in _STANDING)
    return False
