"""What the records of every noun share: one session, one team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

Result: TypeAlias = sa.CursorResult[*tuple[Any, ...]]
_Values: TypeAlias = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


class TeamRecords:
    """Records of one team inside one transaction; `session` is that transaction, for the durable engine to join."""

    def __init__(self, session: Session, team_id: int, *, writing: bool) -> None:
        self.session = session
        self._connection = session.connection()  # asked for once: the session looks it up anew each time
        self.team_id = team_id
        self.writing = writing

    def _run(self, statement: sa.Executable, values: _Values = None) -> Result:
        return self.session.connection().execute(statement, values)

    def _own(self, table: sa.Table) -> sa.ColumnElement[bool]:
        return table.c.team_id == self.team_id

    def _insert(self, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows of equal keys; nothing happens for none."""
        if rows:
            self._run(table.insert(), [{"team_id": self.team_id, **row} for row in rows])

    def _insert_one(self, table: sa.Table, row: Mapping[str, Any]) -> int:
        """Insert a row of a table that numbers its rows; its number."""
        key = self._run(table.insert().values(team_id=self.team_id, **row)).inserted_primary_key
        assert key is not None  # noqa: S101 - an insert of one row always has one
        return int(key[0])

    def _upsert(self, table: sa.Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
        """Update the row of that key, or insert it; True if it was inserted."""
        matches = [table.c[name] == value for name, value in key.items()]
        if self._run(table.update().where(self._own(table), *matches).values(**values)).rowcount:
            return False
        self._run(table.insert().values(team_id=self.team_id, **key, **values))
        return True

    def _update_many(self, table: sa.Table, key: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> None:
        """Update each row by its key columns; nothing happens for none."""
        if not rows:
            return
        values: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in rows[0] if name not in key}
        matches = [table.c[name] == sa.bindparam(f"key_{name}") for name in key]
        statement = table.update().where(self._own(table), *matches).values(**values)
        named = [{f"key_{n}" if n in key else f"new_{n}": value for n, value in row.items()} for row in rows]
        self._run(statement, named)
