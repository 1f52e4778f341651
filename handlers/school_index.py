"""The words of all schools' names, put together beforehand: with every school of a country that takes seconds."""

from __future__ import annotations

import threading

from bot.asking.schools import SchoolNames, school_names
from storage.records import Records


class SchoolIndex:
    """Made when it is first asked for, and again by `refresh` where the schools have changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._names: SchoolNames | None = None
        self._made_of = 0

    def names(self, records: Records) -> SchoolNames:
        """The names as they were at the last look."""
        return self._names or self.refresh(records)

    def refresh(self, records: Records) -> SchoolNames:
        """Look whether a school was added or renamed, and take it in."""
        with self._lock:
            seen = hash(tuple(records.names_of_schools()))
            if self._names is None or seen != self._made_of:
                self._names, self._made_of = school_names(records.schools(open_only=False)), seen
            return self._names
