"""The diary of a team that has connected none: the bot's own record of what it has arranged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.ports import BusyPeriod, DiaryChange


@dataclass(frozen=True, slots=True)
class OwnDiary:
    """Knows of nothing but the visits; their entries are kept in the records, as they are beside every diary."""

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        """Nothing: the visits themselves are known from the holds, which a freed slot leaves at once."""
        del adviser, first, last
        return ()

    def write(self, changes: Sequence[DiaryChange]) -> None:
        """Nothing more to do: who asks for a change records it."""
        del changes

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        """Nothing: nobody but the bot moves what lies in its own record."""
        del adviser, keys
        return {}
