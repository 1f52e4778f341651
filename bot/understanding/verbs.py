"""The "is" that is written as "'s" behind a day: "the 2nd's out", "Tuesday's fine", "the 11th's our open evening"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.phrases import one_of
from bot.understanding.spelling import WEEKDAYS
from bot.understanding.words import Sort, Word

_SAID = one_of(
    "out off no fine good ok great perfect best free clear "
    "a an the our my not better gone taken full booked impossible "
    "possible hopeless also now too just always when where lovely ideal brilliant grand super tricky difficult "
    "awkward useless rubbish terrible bad dreadful closed shut busy better easier easiest easy quiet quieter "
    "manic hectic chaos bedlam ours yours it been going looking never definitely probably still all ruled dead"
)
"""What is said of a day behind its "is"; "Tuesday's meeting" is no such word."""
_OWNED = frozenset(name + "'s" for name in WEEKDAYS)
_MARKED = _OWNED | {"'"}
_NUMBERED = (Sort.ORDINAL, Sort.DATE, Sort.NUMBER)


def with_verbs(words: list[Word]) -> list[Word]:
    """The words, with that "'s" as a word of its own."""
    if _MARKED.isdisjoint([word.text for word in words]):
        return words
    out: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.text in _OWNED and _is_said(words, at + 1):
            cut = word.end - 2
            out.append(word._replace(text=word.text[:-2], end=cut, raw=word.raw[:-2]))
            out.append(word._replace(text="is", start=cut, raw="is"))
        elif _is_parted(words, at) and _is_said(words, at + 2):
            out.append(words[at + 1]._replace(text="is", start=word.start, raw="is"))
            at += 1
        else:
            out.append(word)
        at += 1
    return out


def _is_said(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in _SAID


def _is_parted(words: Sequence[Word], at: int) -> bool:
    """Whether the mark and the "s" behind a number stand at `at`."""
    if words[at].text != "'" or at == 0 or at + 1 >= len(words) or words[at + 1].text != "s":
        return False
    return words[at - 1].sort in _NUMBERED and words[at - 1].end == words[at].start
