"""Small things to remember, and how far each source has been read."""

from __future__ import annotations

import sqlalchemy as sa

from storage.records.base import TeamRecords
from storage.tables import CURSOR, NOTE


class NoteRecords(TeamRecords):
    """Cursors and notes, by name."""

    def cursor(self, name: str) -> str | None:
        """How far that source has been read, or None before the first time."""
        return self._value(CURSOR, name)

    def save_cursor(self, name: str, value: str) -> None:
        """Remember how far that source has been read."""
        self._upsert(CURSOR, {"name": name}, {"value": value})

    def note(self, name: str) -> str | None:
        """What is remembered under that name, or None."""
        return self._value(NOTE, name)

    def save_note(self, name: str, value: str) -> None:
        """Remember this under that name."""
        self._upsert(NOTE, {"name": name}, {"value": value})

    def _value(self, table: sa.Table, name: str) -> str | None:
        query = sa.select(table.c.value).where(self._own(table), table.c.name == name)
        return self._run(query).scalar_one_or_none()
