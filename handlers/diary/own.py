"""The bot's own diary: entries in its database, for teams that have connected no calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.ports import BusyPeriod, DiaryEntry, DiaryRemoval
from storage.database import Store


class OwnDiary:
    """Keeps the advisers' visits; what else they do it cannot know."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        """Nothing: the visits themselves are known from the holds, which a freed slot leaves at once."""
        del adviser, first, last
        return ()

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        """Nothing: nobody but the bot moves what lies in its own diary."""
        del adviser, keys
        return {}

    def write(self, changes: Sequence[DiaryEntry | DiaryRemoval]) -> None:
        """Write, move and take out entries, in one transaction."""
        with self._store.write() as records:
            for change in changes:
                if isinstance(change, DiaryEntry):
                    records.put_entry(change)
                else:
                    records.remove_entry(change.key)
