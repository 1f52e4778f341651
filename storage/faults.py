"""The database's own errors, told as one sentence each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy import exc

from storage.errors import StorageError

_SENTENCES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("database is locked", "database table is locked", "database is busy"),
        "The database {file} was kept busy by another program for over {seconds} s; end that program or try again.",
    ),
    (
        ("disk is full", "no space left"),
        "The disk that holds the database {file} is full; make room and start again, nothing was half-written.",
    ),
    (
        ("file is not a database", "malformed", "file is encrypted"),
        "The file {file} is damaged or is not a database; put a backup in its place or name another file.",
    ),
    (
        ("unable to open database file",),
        "The database {file} cannot be opened; see that its folder exists and may be written to.",
    ),
    (
        ("readonly database", "read-only transaction", "permission denied"),
        "The database {file} may only be read here; see that the file and its folder may be written to.",
    ),
    (
        ("disk i/o error",),
        "The database {file} could not be read or written because the disk reported an error; check the disk.",
    ),
    (
        ("no such table", "undefinedtable", "no such column", "undefinedcolumn", "has no column named"),
        "The database {file} lacks tables that this version needs; run `visitbot init` to create or upgrade it.",
    ),
    (
        ("connection refused", "could not connect", "connection failed", "could not translate host name"),
        "The database server of {file} cannot be reached; see that it runs and that the address is right.",
    ),
    (
        ("constraint", "integrityerror"),
        "The database {file} refused a change that contradicts what it holds ({cause}).",
    ),
)
_OTHERWISE = "The database {file} could not do what was asked ({cause})."

BUSY_SECONDS = 5
"""How long a transaction waits for another program's."""


def place(engine: sa.Engine) -> str:
    """The file of an SQLite database, else the URL without its password."""
    url = engine.url
    if url.get_backend_name() == "sqlite":
        return url.database or "in memory"
    return url.render_as_string(hide_password=True)


@contextmanager
def told_plainly(engine: sa.Engine) -> Iterator[None]:
    """Turn what the database raises inside the block into a StorageError of one sentence."""
    try:
        yield
    except (exc.DBAPIError, exc.TimeoutError, sqlite3.Error) as error:
        raise StorageError(_sentence(error, place(engine))) from error


def _sentence(error: Exception, file: str) -> str:
    original = getattr(error, "orig", None) or error
    cause = " ".join(str(original).split()).rstrip(".")
    haystack = f"{type(original).__name__} {cause}".casefold()
    found = (sentence for fragments, sentence in _SENTENCES if any(part in haystack for part in fragments))
    return next(found, _OTHERWISE).format(file=file, cause=cause, seconds=BUSY_SECONDS)
