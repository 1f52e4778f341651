"""The passages of a letter cut into tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.model import Passage
from bot.understanding.people_words import Token

_CLITIC = r"(?:ll|ve|d|m|re|s|LL|VE|D|M|RE|S)\b"
_WORD = (
    r"(?:[^\W\d_]\.){2,5}(?![^\W\d_])"
    rf"|[^\W\d_]+(?:(?:-|['’](?!{_CLITIC}))[^\W\d_]+)*"
    rf"|['’]{_CLITIC}"
    r"|\d+(?:[.:/]\d+)*|\n|\t|\.{4,}|(?:\. ){2,}\.?|[^\w\s*_]"
)
_TOKEN = re.compile(_WORD)
_RARE_TOKEN = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}|(?<=\n)[ \t]{0,9}\*(?=[ \t])|" + _WORD)
"""The same with addresses and starred list items, which few letters hold and which take longer to look for."""

LONGEST_READ = 30_000
"""Characters of newly written words that are read; nobody writes more by hand, and the time is bounded."""


def tokens_of(passages: Sequence[Passage]) -> list[Token]:
    """Every token of the passages in order, two line ends between passages; linear in the length of the text."""
    tokens: list[Token] = []
    for passage in within_reach(passages):
        if tokens:
            tokens.extend(_line_end(passage.start) for _ in range(2))
        _add(tokens, passage.text, passage.start)
    dictated = any("comma" in passage.text for passage in passages)
    return _undictated(tokens) if dictated else tokens


_SPOKEN = {"comma": ",", "colon": ":", "semicolon": ";", "dash": "-", "period": ".", "stop": "."}


def _undictated(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with marks for the words that a dictated letter says for them ("comma", "full stop", "new line")."""
    if not any(token.low == "comma" for token in tokens):
        return list(tokens)
    found: list[Token] = []
    for position, token in enumerate(tokens):
        behind = tokens[position + 1].low if position + 1 < len(tokens) else ""
        if (token.low, behind) in {("full", "stop"), ("new", "line"), ("question", "mark")}:
            continue
        before = tokens[position - 1].low if position else ""
        mark = "\n" if (before, token.low) == ("new", "line") else _SPOKEN.get(token.low)
        mark = "?" if (before, token.low) == ("question", "mark") else mark
        if mark is None or (token.low == "stop" and before != "full"):
            found.append(token)
        else:
            found.append(token._replace(text=mark, low=mark, is_word=False, capital=False))
    return found


def within_reach(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, as far as they are read."""
    left = LONGEST_READ
    for each in passages:
        part = each.text.find("BEGIN:VCALENDAR")
        passage = each if part < 0 else replace(each, text=each.text[:part])
        if left <= 0:
            return
        yield passage if len(passage.text) <= left else replace(passage, text=passage.text[:left])
        left -= len(passage.text)


def _line_end(at: int) -> Token:
    return Token("\n", "\n", at, at, 0, is_word=False, capital=False)


def _add(tokens: list[Token], text: str, offset: int) -> None:
    """Add a passage's tokens, stretch by stretch between blanks: letters use the same stretches again and again."""
    if "@" in text or "*" in text or ". ." in text:
        _add_with_rare(tokens, text, offset)
        return
    add, new, kept = tokens.append, tuple.__new__, _KEPT
    previous = at = offset
    for number, line in enumerate(text.split("\n")):
        if number:
            add(new(Token, ("\n", "\n", at - 1, at, at - 1 - previous, False, False)))
            previous = at
        for stretch in line.split(" "):
            for word, low, start, end, letter, capital in kept[stretch]:
                add(new(Token, (word, low, at + start, at + end, at + start - previous, letter, capital)))
                previous = at + end
            at += len(stretch) + 1


_Piece = tuple[str, str, int, int, bool, bool]
"""A token's text and lower case, where it begins and ends in its stretch, whether it is a word and has a capital."""


class _Kept(dict[str, tuple[_Piece, ...]]):
    """The tokens of stretches without a blank, filled as they come; long ones are cut each time."""

    _LONGEST, _MOST = 40, 8192

    def __missing__(self, stretch: str) -> tuple[_Piece, ...]:
        pieces = tuple(_pieces(stretch, _TOKEN))
        if len(stretch) <= self._LONGEST:
            if len(self) >= self._MOST:
                self.clear()
            self[stretch] = pieces
        return pieces


_KEPT = _Kept()


def _add_with_rare(tokens: list[Token], text: str, offset: int) -> None:
    previous, new = 0, tuple.__new__
    for word, low, start, end, letter, capital in _pieces(text, _RARE_TOKEN):
        tokens.append(new(Token, (word, low, start + offset, end + offset, start - previous, letter, capital)))
        previous = end


def _pieces(text: str, pattern: re.Pattern[str]) -> Iterator[_Piece]:
    end, find = 0, text.index
    for piece in pattern.findall(text):
        start = find(piece, end)  # nothing between two tokens could be one
        end = start + len(piece)
        word, letter = piece, piece.isalpha()
        if not letter:
            if word[0] in " \t*." and (word[-1] == "*" or len(word) > 3):
                word = "…" if word[0] == "." else "•"
            letter = word[0].isalpha() and "@" not in word
        yield word, word.lower().replace("’", "'"), start, end, letter, letter and word[0].isupper()


def answering(passages: Sequence[Passage]) -> tuple[tuple[int, int], ...]:
    """Where the writer answers in between the question who will be met: offsets into the letter's text."""
    asked = (p for p in passages if p.answers is not None and _WHO_IS_MET.search(p.answers))
    return tuple((passage.start, passage.start + len(passage.text)) for passage in asked)


_WHO_IS_MET = re.compile(
    r"\b(?:who (?:we|will|would|you)|names? of|take part|join(?:s|ing)? us|be meeting|a governor)\b", re.IGNORECASE
)
