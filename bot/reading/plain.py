"""What a text part means before it is read: flowed paragraphs, files that stand in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.reading.mime import uudecode

_UU_BEGIN = re.compile(r"^begin [0-7]{3,4} (\S.{0,200})$")
_UU_LINE = re.compile(r"^[ -`]{1,62}$")


def unflowed(text: str, *, delete_space: bool) -> str:
    """Paragraphs of format=flowed put back on one line each (RFC 3676), quote marks kept."""
    out: list[str] = []
    joined: list[str] = []
    depth = 0
    for line in text.split("\n"):
        marks = len(line) - len(line.lstrip(">"))
        words = line[marks:].removeprefix(" ")
        flows = words.endswith(" ") and words != "-- "
        if joined and (marks != depth or words == "-- "):
            out.append(_quoted("".join(joined), depth))
            joined = []
        depth = marks
        joined.append(words[:-1] if flows and delete_space else words)
        if not flows:
            out.append(_quoted("".join(joined), depth))
            joined = []
    if joined:
        out.append(_quoted("".join(joined), depth))
    return "\n".join(out)


def _quoted(words: str, depth: int) -> str:
    return ">" * depth + (" " if depth and words else "") + words


class EmbeddedFile(NamedTuple):
    """A uuencoded file that stood in the text."""

    name: str
    data: bytes


def without_uuencoded(text: str) -> tuple[str, tuple[EmbeddedFile, ...]]:
    """The text without the uuencoded files in it, and those files."""
    if "\nbegin " not in text and not text.startswith("begin "):
        return text, ()
    kept: list[str] = []
    files: list[EmbeddedFile] = []
    lines = text.split("\n")
    i = 0
    while i < len(lines):
        begin = _UU_BEGIN.match(lines[i])
        end = i + 1
        while begin is not None and end < len(lines) and _UU_LINE.match(lines[end]) and lines[end] != "end":
            end += 1
        if begin is not None and end > i + 1 and _is_end(lines, end):
            files.append(
                EmbeddedFile(begin.group(1).strip(), uudecode("\n".join(lines[i:end]).encode("ascii", "replace")))
            )
            i = end + 1
        else:
            kept.append(lines[i])
            i += 1
    return "\n".join(kept), tuple(files)


def _is_end(lines: list[str], index: int) -> bool:
    """Whether a uuencoded file ends here: at its "end", or at the end of a mail that was cut off."""
    return index >= len(lines) or lines[index] == "end"
