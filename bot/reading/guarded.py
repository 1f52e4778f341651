"""Patterns that are looked for only where one of their telling pieces stands: most mails hold none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_AS_LATIN = {"İ": "i", "ı": "i", "ſ": "s", "K": "k"}
"""What `re.IGNORECASE` takes for i, s and k, and `str.lower` does not."""


def lowered(text: str) -> str:
    """The text in lower case, so that it holds every piece that a pattern would find in any case."""
    for sign, letter in _AS_LATIN.items() if not text.isascii() else ():
        text = text.replace(sign, letter)
    return text.lower()


@dataclass(frozen=True, slots=True)
class Guarded:
    """A pattern with its pieces, in lower case: whatever the pattern matches holds one of them, or one of the `signs`.

    To look for a piece costs a hundredth of trying the pattern at every character.
    """

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]
    signs: re.Pattern[str] | None = None

    def may_be_in(self, low: str) -> bool:
        """Whether a text, given as `lowered` makes it, holds one of the pieces or signs."""
        if self.signs is not None and self.signs.search(low) is not None:
            return True
        return any(map(low.__contains__, self.pieces))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the pattern in the text, if any."""
        return self.pattern.search(text) if self.may_be_in(lowered(text)) else None


@dataclass(frozen=True, slots=True)
class OfWords:
    """A pattern with its words, in lower case: whatever the pattern matches holds one of them as a whole word."""

    pattern: re.Pattern[str]
    words: frozenset[str]

    def may_be_in(self, low: str) -> bool:
        """Whether a text, given as `lowered` makes it, holds one of the words."""
        return not self.words.isdisjoint(_WORD.findall(low))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the pattern in the text, if any."""
        return self.pattern.search(text) if self.may_be_in(lowered(text)) else None


_WORD = re.compile(r"\w+")


def either_of(*phrases: str) -> re.Pattern[str]:
    """A pattern for one of the phrases, in capitals or not."""
    return re.compile("|".join(phrases), re.IGNORECASE)


def line_of(*phrases: str) -> re.Pattern[str]:
    """As `either_of`, where "^" and "$" stand for the ends of each line."""
    return re.compile("|".join(phrases), re.IGNORECASE | re.MULTILINE)


@lru_cache(maxsize=2048)
def spelt_out(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, compiled when it is first tried: most letters need few of the many."""
    return re.compile(pattern, flags)


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A pattern as written, with pieces of which one stands in all that it finds: for a `Watch` over many of them."""

    pieces: tuple[str, ...]
    written: str
    flags: int = 0

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it."""
        return spelt_out(self.written, self.flags)


def phrasing(pieces: str, pattern: str, flags: int = 0) -> Phrasing:
    """A pattern, with the pieces before it, parted by "|", blanks kept."""
    return Phrasing(tuple(pieces.split("|")), pattern, flags)


class Watch:
    """Many sets of pieces that are looked for in a text at once, each known by its place among them.

    Letters use the same words again and again: which pieces may stand in or around a word is remembered, so that a text
    in which nothing is found costs a look at each of its words, however many pieces there are.
    """

    def __init__(self, sets: Iterable[Sequence[str]]) -> None:
        r"""`sets` holds the pieces in lower case; blanks in them count, at their ends too.

        A piece that begins with `\b` counts only where a word begins with it, one that ends so only where a word ends
        with it; in a piece of several words these marks count for nothing.
        """
        self._near = _Near((piece, place) for place, pieces in enumerate(sets) for piece in pieces)

    def found_in(self, low: str) -> list[int]:
        """The places of the sets of which a piece stands in a text, given as `lowered` makes it; in order."""
        return sorted({place for _, place in self.pieces_in(low)})

    def pieces_in(self, low: str) -> list[tuple[str, int]]:
        """The pieces that stand in a text, each with the place of its set; in no order."""
        near: set[tuple[str, int]] = set().union(*map(self._near.__getitem__, low.split()))
        return [found for found in near if found[0] in low] if near else []


class _Piece(NamedTuple):
    """A piece as it is looked for: first its rarest part, in words that begin or end with it where the piece says so.

    `marked` is how it is given, with its edges; `place` that of its set.
    """

    part: str
    begins: bool
    ends: bool
    piece: str
    marked: str
    place: int

    def may_touch(self, word: str) -> bool:
        """Whether the rarest part, which stands in this word, can be there as the piece has it."""
        if (self.begins and not word.startswith(self.part)) or (self.ends and not word.endswith(self.part)):
            return False
        return self.piece == self.marked or " " in self.piece or _has_its_edges(self.marked, word)


class _Near(dict[str, frozenset[tuple[str, int]]]):
    """By word, the pieces of which the rarest part stands in it, each with its set's place; filled as words come."""

    _MOST = 8192

    def __init__(self, pieces: Iterable[tuple[str, int]]) -> None:
        super().__init__()
        self._pieces = tuple(_as_looked_for(marked, place) for marked, place in pieces)

    def __missing__(self, word: str) -> frozenset[tuple[str, int]]:
        if len(self) >= self._MOST:
            self.clear()
        found = frozenset(
            (each.piece, each.place) for each in self._pieces if each.part in word and each.may_touch(word)
        )
        self[word] = found
        return found


_COMMON = re.compile(r"a|i|me|in|it|is|the|her|his|him|she|he|they|to|of|on|for|and|one|with|at|we|you|be|not")


def _as_looked_for(marked: str, place: int) -> _Piece:
    """A piece with the part of it that fewest words hold, as far as can be told; "" where there is none."""
    piece = marked.replace(_EDGE, "")
    parts = list(re.finditer(r"\S+", piece))
    if not parts:
        return _Piece("", begins=False, ends=False, piece=piece, marked=marked, place=place)
    rarest = max(parts, key=lambda part: (_COMMON.fullmatch(part[0]) is None, len(part[0])))
    return _Piece(rarest[0], rarest.start() > 0, rarest.end() < len(piece), piece, marked, place)


_EDGE = r"\b"


def _has_its_edges(marked: str, word: str) -> bool:
    return re.search(_EDGE.join(map(re.escape, marked.split(_EDGE))), word) is not None
