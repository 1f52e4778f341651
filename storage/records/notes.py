"""Small things to remember, and how far each source has been read."""

from __future__ import annotations

import sqlalchemy as sa

from storage.records.base import TeamRecords, own, same
from storage.tables import CURSOR, NOTE

_CURSOR = sa.select(CURSOR.c.value).where(own(CURSOR), same(CURSOR.c.name))
_NOTE = sa.select(NOTE.c.value).where(own(NOTE), same(NOTE.c.name))


class NoteRecords(TeamRecords):
    """Cursors and notes, by name."""

    def cursor(self, name: str) -> str | None:
        """How far that source has been read, or None before the first time."""
        return self._ask(_CURSOR, the_name=name).scalar_one_or_none()

    def save_cursor(self, name: str, value: str) -> None:
        """Remember how far that source has been read."""
        self._upsert(CURSOR, {"name": name}, {"value": value})

    def note(self, name: str) -> str | None:
        """What is remembered under that name, or None."""
        return self._ask(_NOTE, the_name=name).scalar_one_or_none()

    def save_note(self, name: str, value: str) -> None:
        """Remember this under that name."""
        self._upsert(NOTE, {"name": name}, {"value": value})
