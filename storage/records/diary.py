"""The diary that the bot keeps itself, for advisers without a connected one."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from bot.ports import DiaryEntry
from storage.records.base import TeamRecords, own, same
from storage.records.visit_rows import slot_of
from storage.tables import DIARY_ENTRY

_COLUMNS = [DIARY_ENTRY.c[name] for name in ("key", "adviser", "date", "part", "start", "end", "title", "location")]
_OF_ADVISER = (
    sa.select(*_COLUMNS)
    .where(own(DIARY_ENTRY), same(DIARY_ENTRY.c.adviser))
    .where(DIARY_ENTRY.c.date.between(sa.bindparam("first"), sa.bindparam("last")))
    .order_by(DIARY_ENTRY.c.date, DIARY_ENTRY.c.part)
)
_REMOVE = DIARY_ENTRY.delete().where(own(DIARY_ENTRY), same(DIARY_ENTRY.c.key))


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
        self._ask(_REMOVE, the_key=key)

    def entries(self, adviser: str, first: dt.date, last: dt.date) -> list[DiaryEntry]:
        """The adviser's entries from the first to the last day inclusive, in order."""
        rows = self._ask(_OF_ADVISER, the_adviser=adviser.lower(), first=first, last=last)
        return [DiaryEntry(key, of, slot_of(date, part), *rest) for key, of, date, part, *rest in rows]
