"""Schools by URN."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.model import School
from storage.records.base import TeamRecords, among, own, same
from storage.tables import SCHOOL

_ALL = sa.select(*(SCHOOL.c[field.name] for field in fields(School))).where(own(SCHOOL))
_OPEN = _ALL.where(SCHOOL.c.is_open)
_NAMES = sa.select(SCHOOL.c.urn, SCHOOL.c.name).where(own(SCHOOL)).order_by(SCHOOL.c.urn)
_OPEN_URNS = sa.select(SCHOOL.c.urn).where(own(SCHOOL), SCHOOL.c.is_open)
_ONE = _ALL.where(same(SCHOOL.c.urn))
_SOME = _ALL.where(among(SCHOOL.c.urn))


class SchoolRecords(TeamRecords):
    """The schools of the team, each read once a transaction."""

    def __init__(self, session: Session, team_id: int, *, writing: bool) -> None:
        super().__init__(session, team_id, writing=writing)
        self._schools: dict[str, School | None] = {}

    def school(self, urn: str) -> School | None:
        """The school of that URN, open or not."""
        if urn not in self._schools:
            row = self._ask(_ONE, the_urn=urn).one_or_none()
            self._schools[urn] = None if row is None else School(*row)
        return self._schools[urn]

    def schools(self, open_only: bool = True) -> list[School]:
        """All schools by name."""
        found = (School(*row) for row in self._ask(_OPEN if open_only else _ALL))
        return sorted(found, key=lambda school: (school.name, school.urn))

    def names_of_schools(self) -> list[tuple[str, str]]:
        """URN and name of all schools, open or not, by URN: little to read, to see whether any was renamed."""
        return [(urn, name) for urn, name in self._ask(_NAMES)]

    def urns_of_open_schools(self) -> frozenset[str]:
        """The URNs of all open schools."""
        return frozenset(self._ask(_OPEN_URNS).scalars())

    def save_school(self, school: School) -> bool:
        """Add or update a school; True if it was added."""
        self._schools.clear()
        values = asdict(school)
        return self._upsert(SCHOOL, {"urn": values.pop("urn")}, values)

    def add_schools(self, schools: Sequence[School]) -> None:
        """Add many schools whose URNs are new."""
        self._schools.clear()
        self._insert(SCHOOL, [asdict(school) for school in schools])

    def update_schools(self, schools: Sequence[School]) -> None:
        """Update many schools that are known."""
        self._schools.clear()
        self._update_many(SCHOOL, ("urn",), [asdict(school) for school in schools])

    def _fetch_schools(self, urns: Iterable[str]) -> None:
        """Read those schools that are not known yet in one query, for `school` to have."""
        missing = sorted(set(urns) - self._schools.keys())
        if missing:
            found = {row.urn: School(*row) for row in self._ask(_SOME, these_urn=missing)}
            self._schools.update({urn: found.get(urn) for urn in missing})
