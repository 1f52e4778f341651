"""Opening the database, bringing its tables up to date, and transactions on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from storage.errors import StorageError
from storage.faults import BUSY_SECONDS, place, told_plainly
from storage.migrations import HEAD
from storage.records import Records
from storage.tables import TEAM

_BEGIN = "visitbot_begin"
_READ, _WRITE = "BEGIN", "BEGIN IMMEDIATE"
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)
_DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}


def open_database(url: str) -> sa.Engine:
    """An engine for `sqlite:///file.db` or `postgresql://…`; nothing is connected yet.

    The durable engine may share it: on SQLite its own writing transactions are BEGIN IMMEDIATE as well, by the driver.
    Raises StorageError where the URL cannot be understood.
    """
    try:
        parsed = sa.make_url(url)
        engine = sa.create_engine(parsed.set(drivername=_DRIVERS.get(parsed.drivername, parsed.drivername)))
    except (exc.ArgumentError, ImportError, ValueError) as error:
        raise StorageError(
            "The database's address is not understood; write it as `sqlite:///visitbot.db` or"
            " `postgresql://user:password@host/name`."
        ) from error
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "checkout", _allow_writing)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def create_or_upgrade(engine: sa.Engine) -> bool:
    """Bring the tables up to date and see that there is a team; True if anything was created.

    One transaction: a database is upgraded whole or stays as it was. Raises StorageError, also for a database that a
    newer version has written.
    """
    with told_plainly(engine):
        _keep_private(engine)
        with engine.execution_options(**{_BEGIN: _READ}).connect() as connection:
            if _version(connection) == HEAD and _first_team(connection) is not None:
                return False
        with engine.execution_options(**{_BEGIN: _WRITE}).begin() as connection:
            migrated = _migrate(connection, place(engine))
            return _ensure_team(connection) or migrated


class Store:
    """Transactions on the records of one team (the first team of the database, unless told another)."""

    def __init__(self, engine: sa.Engine, team_id: int | None = None) -> None:
        self.engine = engine
        self._team_id = team_id
        self._writing_engine = engine.execution_options(**{_BEGIN: _WRITE})
        options: dict[str, Any] = {_BEGIN: _READ}
        if engine.dialect.name == "postgresql":
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reading_engine = engine.execution_options(**options)

    @contextmanager
    def write(self) -> Iterator[Records]:
        """One writing transaction: committed when the block ends, undone whole when it raises.

        Raises StorageError; what the block itself raises passes through.
        """
        with told_plainly(self.engine), Session(self._writing_engine) as session, session.begin():
            yield Records(session, self._team(session), writing=True)

    @contextmanager
    def read(self) -> Iterator[Records]:
        """One consistent look at the records; writing in it is refused."""
        with told_plainly(self.engine), Session(self._reading_engine) as session, session.begin():
            yield Records(session, self._team(session), writing=False)

    def _team(self, session: Session) -> int:
        if self._team_id is None:
            self._team_id = _first_team(session.connection())
        if self._team_id is None:
            raise StorageError(f"The database {place(self.engine)} has no team yet; run `visitbot init`.")
        return self._team_id


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - only listened to on SQLite engines
    connection.isolation_level = "IMMEDIATE"  # of transactions that the driver begins, which ours never leave to it
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _allow_writing(connection: DBAPIConnection, *_: object) -> None:
    connection.execute("PRAGMA query_only = 0")  # the connection's last use may have been a look


def _begin_sqlite(connection: sa.Connection) -> None:
    begin = connection.get_execution_options().get(_BEGIN)
    if begin == _READ:
        connection.exec_driver_sql("PRAGMA query_only = 1")
    if begin is not None:
        connection.exec_driver_sql(begin)


def _keep_private(engine: sa.Engine) -> None:
    """Create the file so that only its owner can read it: it will hold letters and addresses."""
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:":
        with suppress(OSError):  # SQLite itself says what is wrong with the place
            Path(file).touch(mode=0o600)


def _version(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if version is None else str(version)


def _migrate(connection: sa.Connection, file: str) -> bool:
    if _version(connection) == HEAD:
        return False
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageError(
            f"The database {file} was written by a newer version of Visit Bot; install that version to use it."
        ) from error
    return True


def _first_team(connection: sa.Connection) -> int | None:
    return connection.execute(sa.select(sa.func.min(TEAM.c.id))).scalar()


def _ensure_team(connection: sa.Connection) -> bool:
    if _first_team(connection) is not None:
        return False
    connection.execute(TEAM.insert().values(name="", last_reference=0))
    return True
