"""One running Visit Bot a database: a lock on a file beside it, which the system lets go when the process dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import PlainError


class LockError(PlainError):
    """The lock could not be had; says in one sentence why, and what to do."""


class AlreadyRunningError(LockError):
    """Another living process holds the lock."""


@contextmanager
def running_alone(database: Path) -> Iterator[None]:
    """Hold the lock of that SQLite file for the length of the block; raises LockError.

    Whoever held it before and died has left nothing behind but the file, which is used again. The file is never
    removed: a second process could be waiting for it under the same name.
    """
    path = database.with_name(f"{database.name}.lock")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise LockError(f"{path} cannot be opened ({error.strerror}); check the folder and its permissions.") from None
    try:
        _take(descriptor, database)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, database: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
        who = f"process {holder}" if holder.isdigit() else "another process"
        raise AlreadyRunningError(
            f"Visit Bot is already at work on {database} ({who}); wait until it ends, or stop it."
        ) from None
    except OSError as error:
        raise LockError(f"{database} cannot be locked ({error.strerror}); keep it on a local disk.") from None
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
