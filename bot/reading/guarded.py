"""Patterns that are looked for only where one of their telling pieces stands: most mails hold none of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AS_LATIN = {"İ": "i", "ı": "i", "ſ": "s", "K": "k"}
"""What `re.IGNORECASE` takes for i, s and k, and `str.lower` does not."""


def lowered(text: str) -> str:
    """The text in lower case, so that it holds every piece that a pattern would find in any case."""
    for sign, letter in _AS_LATIN.items() if not text.isascii() else ():
        text = text.replace(sign, letter)
    return text.lower()


@dataclass(frozen=True, slots=True)
class Guarded:
    """A pattern with its pieces, in lower case: whatever the pattern matches holds one of them.

    To look for a piece costs a hundredth of trying the pattern at every character.
    """

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]

    def may_be_in(self, low: str) -> bool:
        """Whether a text, given as `lowered` makes it, holds one of the pieces."""
        return any(map(low.__contains__, self.pieces))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the pattern in the text, if any."""
        return self.pattern.search(text) if self.may_be_in(lowered(text)) else None
