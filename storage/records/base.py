"""What the records of every noun share: one session, one team, and statements that are built beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

Result: TypeAlias = sa.CursorResult[*tuple[Any, ...]]

_TEAM: sa.BindParameter[int] = sa.bindparam("of_team", type_=sa.Integer())


def own(table: sa.Table) -> sa.ColumnElement[bool]:
    """That a row is the team's; for statements that are built once and run with `TeamRecords._ask`."""
    return table.c.team_id == _TEAM


def same(*columns: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """That each column is what `_ask` gives under its name after `the_`: bare names are what an UPDATE sets."""
    return sa.and_(*(column == sa.bindparam(f"the_{column.key}") for column in columns))


def among(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """That the column is one of those that `_ask` gives under its name with `these_` before it."""
    return column.in_(sa.bindparam(f"these_{column.key}", expanding=True))


class TeamRecords:
    """Records of one team inside one transaction; `session` is that transaction, for the durable engine to join."""

    def __init__(self, session: Session, team_id: int, *, writing: bool) -> None:
        self.session = session
        self._connection = session.connection()  # asked for once: the session looks it up anew each time
        self.team_id = team_id
        self.writing = writing

    def _ask(self, statement: sa.Executable, **values: object) -> Result:
        """Run a statement that was built beforehand: building one costs several times what running it does."""
        return self._connection.execute(statement, {"of_team": self.team_id, **values})

    def _insert(self, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows of equal keys; nothing happens for none."""
        if rows:
            self._connection.execute(_into(table), [{"team_id": self.team_id, **row} for row in rows])

    def _insert_one(self, table: sa.Table, row: Mapping[str, Any]) -> int:
        """Insert a row of a table that numbers its rows; its number."""
        key = self._connection.execute(_into(table), {"team_id": self.team_id, **row}).inserted_primary_key
        assert key is not None  # noqa: S101 - an insert of one row always has one
        return int(key[0])

    def _upsert(
        self,
        table: sa.Table,
        key: Mapping[str, Any],
        values: Mapping[str, Any],
        first: Mapping[str, Any] = MappingProxyType({}),
    ) -> bool:
        """Update the row of that key, or insert it, with what only a new row gets; True if it was inserted."""
        if self._update_one(table, key, values):
            return False
        self._insert(table, [{**key, **values, **first}])
        return True

    def _update_one(self, table: sa.Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
        """Update the row of that key; False where there is none."""
        statement = _update(table, tuple(key), tuple(values))
        return self._ask(statement, **_the(key), **_new(values)).rowcount == 1

    def _update_many(self, table: sa.Table, key: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> None:
        """Update each row by its key columns; nothing happens for none."""
        if not rows:
            return
        statement = _update(table, key, tuple(name for name in rows[0] if name not in key))
        named = [{"of_team": self.team_id, **_the(row, key), **_new(row, key)} for row in rows]
        self._connection.execute(statement, named)


@cache
def _into(table: sa.Table) -> sa.Insert:
    return table.insert()


@cache
def _update(table: sa.Table, key: tuple[str, ...], names: tuple[str, ...]) -> sa.Update:
    matches = same(*(table.c[name] for name in key))
    values: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in names}
    return table.update().where(own(table), matches).values(**values)


def _the(row: Mapping[str, Any], key: Sequence[str] | None = None) -> dict[str, Any]:
    return {f"the_{name}": row[name] for name in (row if key is None else key)}


def _new(row: Mapping[str, Any], key: Sequence[str] = ()) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in row.items() if name not in key}
