"""The many ways in which people write a date, for the letters of the invented schools."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.model import Part
from bot.wording.dates import MONTH_NAMES, PART_NAMES, WEEKDAY_NAMES

_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


@dataclass(frozen=True, slots=True)
class SlotWords:
    """One half day in words; `number` is its number in the mail that is answered, 0 where it has none."""

    date: dt.date
    half: Part = Part.AM
    number: int = 0

    @property
    def weekday(self) -> str:
        """Tuesday."""
        return WEEKDAY_NAMES[self.date.weekday()]

    @property
    def off(self) -> str:
        """The school weekday after the right one: a slip that somebody must ask about."""
        return WEEKDAY_NAMES[(self.date.weekday() + 1) % 5]

    @property
    def day(self) -> str:
        """26."""
        return str(self.date.day)

    @property
    def ordinal(self) -> str:
        """26th."""
        return f"{self.date.day}{_ENDINGS.get(self.date.day, 'th')}"

    @property
    def month(self) -> str:
        """January."""
        return MONTH_NAMES[self.date.month - 1]

    @property
    def mon(self) -> str:
        """Jan."""
        return self.month[:3]

    @property
    def numeric(self) -> str:
        """26/01/27."""
        return f"{self.date:%d/%m/%y}"

    @property
    def part(self) -> str:
        """Either "morning" or "afternoon"."""
        return PART_NAMES[self.half]

    @property
    def ampm(self) -> str:
        """Either "am" or "pm"."""
        return self.half.value

    @property
    def long(self) -> str:
        """Tuesday 26 January."""
        return f"{self.weekday} {self.day} {self.month}"

    @property
    def full(self) -> str:
        """Tuesday 26 January 2027."""
        return f"{self.long} {self.date.year}"
