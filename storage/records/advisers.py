"""The advisers of the team."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from bot.model import WEEKDAYS, Adviser, Weekday
from storage.records.base import TeamRecords, own
from storage.tables import ADVISER

_COLUMNS = [ADVISER.c[name] for name in ("name", "email", "slack_id", "districts", "working_days", "active")]
_ALL = sa.select(*_COLUMNS).where(own(ADVISER))


class AdviserRecords(TeamRecords):
    """The advisers by email, in lower case: a handful, read once a transaction."""

    _advisers: dict[str, Adviser] | None = None

    def advisers(self, active_only: bool = True) -> list[Adviser]:
        """All advisers by name."""
        found = (adviser for adviser in self._by_email().values() if adviser.active or not active_only)
        return sorted(found, key=lambda adviser: (adviser.name, adviser.email))

    def adviser(self, email: str) -> Adviser | None:
        """The adviser of that address, active or not."""
        return self._by_email().get(email.lower())

    def save_adviser(self, adviser: Adviser) -> bool:
        """Add or update an adviser; True if they were added."""
        self._advisers = None
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
        self._advisers = None
        self._update_many(ADVISER, ("email",), [{"email": email.lower(), "active": False}])

    def _by_email(self) -> dict[str, Adviser]:
        if self._advisers is None:
            found = (_adviser(row) for row in self._ask(_ALL))
            self._advisers = {adviser.email: adviser for adviser in found}
        return self._advisers


def _adviser(row: Sequence[Any]) -> Adviser:
    name, email, slack_id, districts, working_days, active = row
    days = frozenset(Weekday(day) for day in working_days)
    return Adviser(name, email, slack_id, tuple(districts), days, active)
