"""Schools by URN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields

import sqlalchemy as sa

from bot.model import School
from storage.records.base import TeamRecords
from storage.tables import SCHOOL

_COLUMNS = [SCHOOL.c[field.name] for field in fields(School)]


class SchoolRecords(TeamRecords):
    """The schools of the team."""

    def school(self, urn: str) -> School | None:
        """The school of that URN, open or not."""
        row = self._run(sa.select(*_COLUMNS).where(self._own(SCHOOL), SCHOOL.c.urn == urn)).one_or_none()
        return None if row is None else School(*row)

    def schools(self, open_only: bool = True) -> list[School]:
        """All schools by name."""
        query = sa.select(*_COLUMNS).where(self._own(SCHOOL))
        if open_only:
            query = query.where(SCHOOL.c.is_open)
        return sorted((School(*row) for row in self._run(query)), key=lambda school: (school.name, school.urn))

    def save_school(self, school: School) -> bool:
        """Add or update a school; True if it was added."""
        values = asdict(school)
        return self._upsert(SCHOOL, {"urn": values.pop("urn")}, values)

    def add_schools(self, schools: Sequence[School]) -> None:
        """Add many schools whose URNs are new."""
        self._insert(SCHOOL, [asdict(school) for school in schools])

    def update_schools(self, schools: Sequence[School]) -> None:
        """Update many schools that are known."""
        self._update_many(SCHOOL, ("urn",), [asdict(school) for school in schools])
