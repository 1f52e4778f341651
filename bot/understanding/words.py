"""The smallest pieces of a reply: words with their place in the letter, in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from bot.understanding.phrases import one_of
from bot.understanding.spelling import CANONICAL, DAY_NAMES, FOLDED


class Sort(StrEnum):
    """What a piece of text is, before anyone asks what it means."""

    WORD = "word"
    NUMBER = "number"
    ORDINAL = "ordinal"
    DATE = "date"
    CLOCK = "clock"
    MARK = "mark"
    BREAK = "break"
    ADDRESS = "address"


class Word(NamedTuple):
    """One word, number or mark; `text` in one spelling and lower case, `start` and `end` as in the letter's text."""

    text: str
    sort: Sort
    start: int
    end: int
    raw: str


_PIECE = re.compile(
    r"""
    (?P<date>   \d{4}-\d{1,2}-\d{1,2}(?!\d)
              | \d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?!\d)
              | \d{1,2}/\d{1,2}(?![\d/])
              | (?:2[4-9]|3[01])[.](?:0[1-9]|1[0-2])(?![\d.]*\d) )
  | (?P<clock>  \d{1,2}[.:]\d{2}(?:[ap](?:\.m\b\.?|m\b))?(?!\d)
              | \d{1,2}[ap]\.?m\b
              | [01]\d[0-5]\d(?=hrs|h\b|\s?-\s?[012]\d[0-5]\d(?!\d)) | (?<=[0-5]\d-)[012]\d[0-5]\d(?!\d) )
  | (?P<ordinal> \d{1,2}(?:st|nd|rd|th)(?![^\W\d_]) )
  | (?P<number> \d+ )
  | (?P<word>   [ap]\.m\.? | (?:i\.e|e\.g)\b\.? | w/[cbe]\b | w\.[cb]\.? | wk/c\b | [^\W\d_]+(?:'[^\W\d_]+)* )
  | (?P<mark>   ~~ | \.\.+ | --+ | [^\w\s] | _+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND_WE = one_of(
    "love like be prefer rather sooner need want go take appreciate have welcome all really also happily"
)  # fmt: skip
_MODALS = frozenset({"ll", "d"})
"""What a day may draw to itself: "Thursday'll do", "March'd be better"."""
_CHUNK = re.compile(r"\n|\S+")
_SORTS = {sort.value: sort for sort in Sort} | {"sep": Sort.DATE}
_LONGEST_CHUNK = 80
_FOLDED_SIGNS = tuple(chr(sign) for sign in FOLDED if sign < 128)
_WORD, _BREAK, _ADDRESS = Sort.WORD, Sort.BREAK, Sort.ADDRESS


def fold(text: str) -> str:
    """The text in lower case with plain quotes and dashes, letter for letter as long as it was."""
    lowered = text.lower()
    if text.isascii() and not any(map(text.__contains__, _FOLDED_SIGNS)):
        return lowered
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(FOLDED)


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words of one passage, whose first character stands at `offset` of the letter's text."""
    plain = fold(text)
    found: list[Word] = []
    add, new = found.append, tuple.__new__
    end = 0
    for chunk in _CHUNK.findall(plain):
        begin = plain.index(chunk, end)  # only white space stands between two chunks
        end = begin + len(chunk)
        for spelt, sort, at, behind in _kept(chunk) if end - begin <= _LONGEST_CHUNK else _pieces(chunk):
            start, stop = begin + at, begin + behind
            add(new(Word, (spelt, sort, offset + start, offset + stop, text[start:stop])))
    found = _with_titles(found) if "Miss" in text or "TA" in text or "Em" in text else found
    return _with_verbs(found) if "am" in plain or "opt " in plain or "wed " in plain else found


_AM_DOING = one_of(
    "happy happier glad delighted pleased much really so very not going sorry afraid able unable more currently still "
    "teaching working off away hoping writing looking keen aware trying emailing replying getting having"
)
"""What follows the "am" of somebody who leaves out the "I"."""
_OPENERS = frozenset({"\n", ".", "!", "?", ",", "and", "but", "so", "as", "-"})


def _with_verbs(words: list[Word]) -> list[Word]:
    """The "am" of "I am" and "am I" is no morning, the "opt" of "opt for" no option, "wed love" no Wednesday."""
    for index, word in enumerate(words):
        if word.raw not in ("am", "Am", "opt", "wed"):
            continue
        before = words[index - 1].text if index else "\n"
        after = words[index + 1].text if index + 1 < len(words) else "\n"
        if word.raw == "opt":
            words[index] = word._replace(text="opt") if after in ("out", "for") else word
        elif (word.raw == "am" and "i" in (before, after)) or (before in _OPENERS and after in _AM_DOING):
            words[index] = word._replace(text="am")
        elif word.raw == "wed" and after in _BEHIND_WE:
            words[index] = word._replace(text="we'd")
    return words


def _with_titles(words: list[Word]) -> list[Word]:
    """The "Miss" of "Miss Gale" refuses nothing, and a "TA" gives no thanks, and "Em" is a name."""
    for index, (word, after) in enumerate(zip(words, [*words[1:], None], strict=False)):
        if word.raw in ("TA", "Em"):
            words[index] = word._replace(text=word.raw.lower())
        elif word.raw == "Miss" and after is not None and after.sort is _WORD and after.raw[0].isupper():
            words[index] = word._replace(text="ms")
    return words


_Piece = tuple[str, Sort, int, int]
"""A word of a chunk: its text and sort, and where it begins and ends in the chunk."""


@lru_cache(maxsize=8192)
def _kept(chunk: str) -> tuple[_Piece, ...]:
    """The words of a chunk, which is a word in most cases; their texts are those that tables of words hold."""
    return tuple((intern(text), sort, start, end) for text, sort, start, end in _pieces(chunk))


def _pieces(chunk: str) -> Iterator[_Piece]:
    if chunk == "\n":
        yield "\n", _BREAK, 0, 1
        return
    if "@" in chunk or "://" in chunk or chunk.startswith("www.") or len(chunk) > _LONGEST_CHUNK:
        yield chunk, _ADDRESS, 0, len(chunk)
        return
    for match in _PIECE.finditer(chunk):
        sort = _SORTS[match.lastgroup or "mark"]
        yield _spelt(match.group(), sort), sort, match.start(), match.end()


def _spelt(piece: str, sort: Sort) -> str:
    if sort is _WORD:
        if piece in CANONICAL:
            return CANONICAL[piece]
        stem, apostrophe, ending = piece.rpartition("'")
        if apostrophe and stem in CANONICAL:
            if ending == "s":
                return CANONICAL[stem] + "'s"
            return CANONICAL[stem] if ending in _MODALS and CANONICAL[stem] in DAY_NAMES else piece
    return piece
