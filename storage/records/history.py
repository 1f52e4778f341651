"""The append-only story of every visit: there is no way to change a line, and the database refuses it too."""

from __future__ import annotations

from dataclasses import asdict

import sqlalchemy as sa

from bot.model import HistoryLine
from storage.records.base import TeamRecords, own, same
from storage.tables import HISTORY

_OF_VISIT = (
    sa.select(*(HISTORY.c[name] for name in ("at", "what", "by", "letter_id", "rule")))
    .where(own(HISTORY), same(HISTORY.c.reference))
    .order_by(HISTORY.c.id)
)


class HistoryRecords(TeamRecords):
    """The stories of the team's visits."""

    def add_history(self, reference: str, *lines: HistoryLine) -> None:
        """Add lines, in their order; the visit must exist when the transaction ends."""
        self._insert(HISTORY, [{"reference": reference, **asdict(line)} for line in lines])

    def history(self, reference: str) -> list[HistoryLine]:
        """The lines of a visit, in the order in which they were written."""
        return [HistoryLine(*row) for row in self._ask(_OF_VISIT, the_reference=reference)]
