"""A mail's text as lines that know where they stand and how deep they are quoted."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.model import Passage

LONGEST_LINE = 1_000
"""Characters of one line that rules look at: what follows cannot change what the line is."""

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_PREFIX = re.compile(r"[ \t\xa0]{0,4}>(?:[ \t\xa0]?>)*")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad")) | {0xA0: " ", 0x202F: " "}


class Line(NamedTuple):
    """One line: `start` and `end` are offsets into the text (half open, without the line break).

    `body` is what stands behind the quote marks, without white space at the edges and without invisible characters;
    `depth` counts the quote marks.
    """

    start: int
    end: int
    depth: int
    body: str


def split(text: str, most: int) -> list[Line]:
    """The lines of the text, at most `most`, whatever its line breaks (CR, LF or both)."""
    if "\r" in text:
        return _split_at_any_break(text, most)
    parts = text.split("\n", most)
    if len(parts) > most or not parts[-1]:
        parts.pop()
    lines: list[Line] = []
    add, new, start = lines.append, tuple.__new__, 0
    for raw in parts:
        end = start + len(raw)
        plain = ">" not in raw and end - start <= LONGEST_LINE and raw.isascii()  # as most lines are
        add(new(Line, (start, end, 0, raw.strip())) if plain else _line(raw, start))
        start = end + 1
    return lines


def _split_at_any_break(text: str, most: int) -> list[Line]:
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        if match.start() == match.end() or len(lines) >= most:
            break
        lines.append(_line(match.group(1), match.start()))
    return lines


def _line(raw: str, start: int) -> Line:
    depth, cut = 0, 0
    if ">" in raw and raw.lstrip(" \t\xa0\u200b\ufeff")[:1] == ">":
        prefix = _PREFIX.match(raw)
        if prefix is not None:
            depth, cut = prefix.group().count(">"), prefix.end()
    body = raw[cut : cut + LONGEST_LINE]
    body = body.strip() if body.isascii() else body.translate(_INVISIBLE).strip()
    return Line(start, start + len(raw), depth, body)


def passage(text: str, lines: list[Line], answers: str | None = None) -> Passage:
    """The run of text from the first to the last of these lines, word for word."""
    start, end = lines[0].start, lines[-1].end
    run = text[start:end]
    lead = len(run) - len(run.lstrip())
    return Passage(run.strip(), start + lead, answers)


def next_filled(lines: list[Line], index: int) -> int | None:
    """The index of the first line from `index` on that holds something, at most 8 lines further on."""
    for i in range(index, min(index + 8, len(lines))):
        if lines[i].body:
            return i
    return None
