"""What comes from outside (names, notes, subjects), made fit to stand in a line of ours."""

from __future__ import annotations

import unicodedata


def one_line(text: str) -> str:
    """`text` as a single line without control characters, so that nobody's name can begin a line or a header of ours.

    Invisible format characters (soft hyphens, marks that turn the direction of writing) go; every other character that
    cannot be printed becomes a space; runs of spaces become one.
    """
    if not text.isprintable():
        text = "".join(_printable(character) for character in text)
    return " ".join(text.split())


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a note that hold anything, each as `one_line` leaves it."""
    return tuple(line for line in map(one_line, text.splitlines()) if line)


def sentence_case(text: str) -> str:
    """`text` with its first letter as a capital, the rest as it was."""
    return text[:1].upper() + text[1:]


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return "" if unicodedata.category(character) == "Cf" else " "
