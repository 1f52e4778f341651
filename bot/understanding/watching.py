"""The watched phrases of a letter: words that could change a yes, wherever they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from bot.understanding.leftover_words import is_of_the_visitor
from bot.understanding.reading import Reading
from bot.understanding.stance import is_a_title
from bot.understanding.stance_words import POLITE_IF
from bot.understanding.watched_words import WATCHED, Watch

_WATCHES = {watch.value: watch for watch in Watch}
_LONGEST = 10


class Watched(NamedTuple):
    """A watched phrase at words `first` to `last`."""

    watch: Watch
    first: int
    last: int


def watched_in(reading: Reading, first: int, last: int) -> Iterator[Watched]:
    """The watched phrases of words `first` to `last`, in order and apart; harmless ones hide what they hold."""
    words, texts, places = reading.words, reading.texts, reading.openings.watched
    reached = 0
    for at in places[bisect_left(places, first) : bisect_left(places, last)]:
        if at < reached or (words[at].raw == "Miss" and is_a_title(words, at)):
            continue
        stop = min(at + _LONGEST, last)
        hit = WATCHED.at(texts, at, stop)
        polite = POLITE_IF.at(texts, at, stop) if texts[at] in POLITE_IF.firsts else None
        if polite is not None and (hit is None or polite[1] >= hit[1]):
            reached = polite[1]
        elif hit is not None and texts[at] == "if" and is_of_the_visitor(texts[first:last], at - first):
            reached = hit[1]
        elif hit is not None:
            if hit[0] != Watch.HARMLESS:
                yield Watched(_WATCHES[hit[0]], at, hit[1])
            reached = hit[1]
