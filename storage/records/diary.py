"""What the bot has written into the advisers' diaries; for those without a connected one, the diary itself."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from bot.ports import DiaryEntry
from storage.records.base import Result, TeamRecords, own, same
from storage.records.visit_rows import slot_of
from storage.tables import DIARY_ENTRY

_COLUMNS = [
    DIARY_ENTRY.c[name] for name in ("key", "adviser", "date", "part", "start", "end", "title", "location", "tentative")
]
_OF_ADVISER = (
    sa.select(*_COLUMNS)
    .where(own(DIARY_ENTRY), same(DIARY_ENTRY.c.adviser))
    .where(DIARY_ENTRY.c.date.between(sa.bindparam("first"), sa.bindparam("last")))
    .order_by(DIARY_ENTRY.c.date, DIARY_ENTRY.c.part)
)
_TENTATIVE = sa.select(*_COLUMNS).where(own(DIARY_ENTRY), DIARY_ENTRY.c.tentative).order_by(DIARY_ENTRY.c.key)
_BOOKINGS = (
    sa.select(*_COLUMNS)
    .where(own(DIARY_ENTRY), sa.not_(DIARY_ENTRY.c.tentative), DIARY_ENTRY.c.date >= sa.bindparam("first"))
    .order_by(DIARY_ENTRY.c.key)
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
            "tentative": entry.tentative,
        }
        self._upsert(DIARY_ENTRY, {"key": entry.key}, values)

    def remove_entry(self, key: str) -> None:
        """Take an entry out; nothing happens where there is none."""
        self._ask(_REMOVE, the_key=key)

    def entries(self, adviser: str, first: dt.date, last: dt.date) -> list[DiaryEntry]:
        """The adviser's entries from the first to the last day inclusive, in order."""
        rows = self._ask(_OF_ADVISER, the_adviser=adviser.lower(), first=first, last=last)
        return _entries(rows)

    def tentative_entries(self) -> list[DiaryEntry]:
        """The entries that keep half days of open offers."""
        return _entries(self._ask(_TENTATIVE))

    def bookings(self, first: dt.date) -> list[DiaryEntry]:
        """The entries of agreed visits from that day on."""
        return _entries(self._ask(_BOOKINGS, first=first))


def _entries(rows: Result) -> list[DiaryEntry]:
    return [DiaryEntry(key, of, slot_of(date, part), *rest) for key, of, date, part, *rest in rows]
