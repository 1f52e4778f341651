"""The watched phrases of a letter: words that could change a yes, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.understanding.leftover_words import WATCHED, Watch, is_of_the_visitor
from bot.understanding.stance import is_a_title
from bot.understanding.stance_words import POLITE_IF
from bot.understanding.words import Word

_WATCHES = {watch.value: watch for watch in Watch}
_LONGEST = 10


class Watched(NamedTuple):
    """A watched phrase at words `first` to `last`."""

    watch: Watch
    first: int
    last: int


def places_to_watch(texts: Sequence[str]) -> list[int]:
    """The places where a watched phrase, or one that hides it, may begin."""
    return sorted({*WATCHED.starts(texts), *POLITE_IF.starts(texts)})


def watched_in(words: Sequence[Word], first: int, last: int) -> Iterator[Watched]:
    """The watched phrases of a sentence, in order and apart; harmless ones hide what they hold."""
    texts = [word.text for word in words[first:last]]
    reached = 0
    for at in places_to_watch(texts):
        if at < reached or (words[first + at].raw == "Miss" and is_a_title(words, first + at)):
            continue
        hit = WATCHED.at(texts, at, at + _LONGEST)
        polite = POLITE_IF.at(texts, at, at + _LONGEST) if texts[at] in POLITE_IF.firsts else None
        if polite is not None and (hit is None or polite[1] >= hit[1]):
            reached = polite[1]
        elif hit is not None and texts[at] == "if" and is_of_the_visitor(texts, at):
            reached = hit[1]
        elif hit is not None:
            if hit[0] != Watch.HARMLESS:
                yield Watched(_WATCHES[hit[0]], first + at, first + hit[1])
            reached = hit[1]
