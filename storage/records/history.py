"""The append-only story of every visit: there is no way to change a line, and the database refuses it too."""

from __future__ import annotations

import sqlalchemy as sa

from bot.model import HistoryLine
from storage.records.base import TeamRecords
from storage.tables import HISTORY

_COLUMNS = [HISTORY.c[name] for name in ("at", "what", "by", "letter_id", "rule")]


class HistoryRecords(TeamRecords):
    """The stories of the team's visits."""

    def add_history(self, reference: str, line: HistoryLine) -> None:
        """Add a line; the visit must exist when the transaction ends."""
        row = {
            "reference": reference,
            "at": line.at,
            "what": line.what,
            "by": line.by,
            "letter_id": line.letter_id,
            "rule": line.rule,
        }
        self._insert(HISTORY, [row])

    def history(self, reference: str) -> list[HistoryLine]:
        """The lines of a visit, in the order in which they were written."""
        query = sa.select(*_COLUMNS).where(self._own(HISTORY), HISTORY.c.reference == reference)
        return [HistoryLine(*row) for row in self._run(query.order_by(HISTORY.c.id))]
