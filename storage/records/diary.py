"""The diary that the bot keeps itself, for advisers without a connected one."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from bot.ports import DiaryEntry
from storage.records.base import TeamRecords
from storage.records.visit_rows import slot_of
from storage.tables import DIARY_ENTRY

_COLUMNS = [DIARY_ENTRY.c[name] for name in ("key", "adviser", "date", "part", "start", "end", "title", "location")]


class DiaryRecords(TeamRecords):
    """Entries by key."""

    def put_entry(self, entry: DiaryEntry) -> None:
        """Write the entry, or move the one of that key."""
        values = {
            "adviser": entry.adviser.lower(),
            "date": entry.slot.date,
            "part": entry.slot.part.value,
            "start": entry.start,
            "end": entry.end,
            "title": entry.title,
            "location": entry.location,
        }
        self._upsert(DIARY_ENTRY, {"key": entry.key}, values)

    def remove_entry(self, key: str) -> None:
        """Take an entry out; nothing happens where there is none."""
        self._run(DIARY_ENTRY.delete().where(self._own(DIARY_ENTRY), DIARY_ENTRY.c.key == key))

    def entries(self, adviser: str, first: dt.date, last: dt.date) -> list[DiaryEntry]:
        """The adviser's entries from the first to the last day inclusive, in order."""
        query = sa.select(*_COLUMNS).where(
            self._own(DIARY_ENTRY),
            DIARY_ENTRY.c.adviser == adviser.lower(),
            DIARY_ENTRY.c.date.between(first, last),
        )
        rows = self._run(query.order_by(DIARY_ENTRY.c.date, DIARY_ENTRY.c.part))
        return [DiaryEntry(key, of, slot_of(date, part), *rest) for key, of, date, part, *rest in rows]
