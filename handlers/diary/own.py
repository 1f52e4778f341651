"""The bot's own diary: entries in its database, for teams that have connected no calendar."""

from __future__ import annotations

import datetime as dt

from bot.model import Slot
from bot.ports import DiaryEntry
from storage.database import Store


class OwnDiary:
    """Keeps the advisers' visits; what else they do it cannot know."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> frozenset[Slot]:
        """Nothing: the visits themselves are known from the holds, which a freed slot leaves at once."""
        del adviser, first, last
        return frozenset()

    def put(self, entry: DiaryEntry) -> None:
        """Write or move an entry."""
        with self._store.write() as records:
            records.put_entry(entry)

    def remove(self, adviser: str, key: str) -> None:
        """Take an entry out."""
        del adviser
        with self._store.write() as records:
            records.remove_entry(key)
