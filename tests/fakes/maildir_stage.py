"""The Maildir mailbox on a stage."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from bot.ports import Mailbox
from handlers.mail.maildir import MaildirMailbox


class MaildirStage:
    """Two Maildirs in a folder of their own; no server, so nothing of a server can fail."""

    faults: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="visitbot-maildir-")
        self._path = Path(self._folder.name) / "mail"
        self._count = 0

    def __enter__(self) -> MaildirStage:
        MaildirMailbox(self._path).create()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._folder.cleanup()

    def open(self) -> Mailbox:
        return MaildirMailbox(self._path)

    def deliver(self, raw: bytes) -> None:
        self._count += 1
        (self._path / "inbox" / "new" / f"{time.time_ns()}.{self._count:06}").write_bytes(raw)

    def sent(self) -> list[bytes]:
        """With the line ends that they were given with: in a Maildir they end as lines on the machine do."""
        files = sorted((self._path / "sent" / "new").iterdir(), key=lambda file: file.stat().st_mtime_ns)
        return [file.read_bytes().replace(b"\n", b"\r\n") for file in files]

    def inbox_left(self) -> int:
        return len(list((self._path / "inbox" / "new").iterdir()))

    def fault(self, name: str, times: int = 1) -> None:
        del times
        raise KeyError(name)
