"""What a card's button carries: which visit, which card of it, and perhaps which half day; never what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.errors import PlainError

_WRITTEN = re.compile(r"(VS-\d{1,9}):(\d{1,15})(?::(\d{1,3}))?")


class UnknownButtonError(PlainError):
    """The button is of another version, or no button of ours."""


@dataclass(frozen=True, slots=True)
class CardRef:
    """A card by its visit and the effect that it shows; `option` is the number of a half day on it, 0 for none."""

    reference: str
    effect_id: int
    option: int = 0

    def __str__(self) -> str:
        number = f":{self.option}" if self.option else ""
        return f"{self.reference}:{self.effect_id}{number}"

    @classmethod
    def read(cls, value: str) -> CardRef:
        """The same from a button's value; raises UnknownButtonError."""
        found = _WRITTEN.fullmatch(value)
        if found is None:
            raise UnknownButtonError("This button is from another version of Visit Bot; ask again with /visits.")
        return cls(found[1], int(found[2]), int(found[3] or 0))
