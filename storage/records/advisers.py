"""The advisers of the team."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from bot.model import WEEKDAYS, Adviser, Weekday
from storage.records.base import TeamRecords
from storage.tables import ADVISER

_COLUMNS = [ADVISER.c[name] for name in ("name", "email", "slack_id", "districts", "working_days", "active")]


class AdviserRecords(TeamRecords):
    """The advisers by email, in lower case."""

    def advisers(self, active_only: bool = True) -> list[Adviser]:
        """All advisers by name."""
        query = sa.select(*_COLUMNS).where(self._own(ADVISER))
        if active_only:
            query = query.where(ADVISER.c.active)
        return sorted((_adviser(row) for row in self._run(query)), key=lambda adviser: (adviser.name, adviser.email))

    def adviser(self, email: str) -> Adviser | None:
        """The adviser of that address, active or not."""
        query = sa.select(*_COLUMNS).where(self._own(ADVISER), ADVISER.c.email == email.lower())
        row = self._run(query).one_or_none()
        return None if row is None else _adviser(row)

    def save_adviser(self, adviser: Adviser) -> bool:
        """Add or update an adviser; True if they were added."""
        values = {
            "name": adviser.name,
            "slack_id": adviser.slack_id,
            "districts": list(adviser.districts),
            "working_days": [day.value for day in WEEKDAYS if day in adviser.working_days],
            "active": adviser.active,
        }
        return self._upsert(ADVISER, {"email": adviser.email.lower()}, values)

    def mark_adviser_left(self, email: str) -> None:
        """Keep the adviser, and mark them as no longer visiting."""
        self._run(ADVISER.update().where(self._own(ADVISER), ADVISER.c.email == email.lower()).values(active=False))


def _adviser(row: Sequence[Any]) -> Adviser:
    name, email, slack_id, districts, working_days, active = row
    days = frozenset(Weekday(day) for day in working_days)
    return Adviser(name, email, slack_id, tuple(districts), days, active)
