"""Where the phrases that every letter is searched for may begin: found for all their tables in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.flat_no import SWEEPING
from bot.understanding.options import SETS
from bot.understanding.phrases import Openers
from bot.understanding.plain_words import FRAMES
from bot.understanding.second_thoughts import SECOND_THOUGHTS
from bot.understanding.stance_words import POLITE_IF, STANCE
from bot.understanding.topics import TOPICS
from bot.understanding.watched_words import WATCHED


class Openings(NamedTuple):
    """The places in a letter's words where a phrase of each table may begin, in order.

    Where a cue or a watched phrase may begin, so may the courteous condition that hides it.
    """

    cues: Sequence[int]
    topics: Sequence[int]
    sweeping: Sequence[int]
    watched: Sequence[int]
    second_thoughts: Sequence[int]
    frames: Sequence[int]
    polite: Sequence[int]
    sets: Sequence[int]


_OPENERS = Openers(STANCE, TOPICS, SWEEPING, WATCHED, SECOND_THOUGHTS, FRAMES, POLITE_IF, SETS)


def openings_of(texts: Sequence[str]) -> Openings:
    """The openings in words, which are spelt as `texts`."""
    cues, topics, sweeping, watched, second_thoughts, frames, polite, sets = _OPENERS.starts(texts)
    if polite:
        cues, watched = sorted({*cues, *polite}), sorted({*watched, *polite})
    return Openings(cues, topics, sweeping, watched, second_thoughts, frames, polite, sets)
