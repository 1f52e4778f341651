"""What we say to an IMAP server (RFC 3501) once we are signed in.

Only this file and `imap_session` know imap_tools and imaplib.
"""

from __future__ import annotations

import contextlib
import imaplib
import re
import ssl
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

_UID = re.compile(rb"\bUID (\d{1,10})\b")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,19})\b")
_DATE = re.compile(rb'\bINTERNALDATE "([^"]+)"')
_BODY = re.compile(rb"\bBODY\[[^\]]*\]")
_QUOTED = re.compile(rb'\bBODY\[[^\]]*\] "((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(rb"\\(.)")


class ImapConnection:
    """A signed-in connection. Its methods raise what imaplib, imap_tools and the network raise."""

    def __init__(self, box: BaseMailBox) -> None:
        self._box = box
        self._selected = ""
        self._validity = 0
        self._there: set[str] = set()

    def has(self, capability: str) -> bool:
        """Whether the server can do that, such as "MOVE"."""
        return capability in self._box.client.capabilities

    def select(self, folder: str) -> int:
        """Go to a folder; its UIDVALIDITY."""
        if self._selected != folder:
            self._selected = ""
            self._box.folder.set(folder)
            _, data = self._box.client.response("UIDVALIDITY")
            self._validity = int(data[0]) if data and data[0] else 0
            self._selected = folder
        return self._validity

    def notice(self) -> None:
        """Let the server tell what is new."""
        self._box.client.noop()

    def search(self, criteria: str) -> list[int]:
        """UIDs in the selected folder, in their order."""
        return sorted(map(int, self._box.uids(criteria, charset=None)))

    def sizes(self, uids: Sequence[int]) -> list[tuple[int, int]]:
        """UID and size in bytes of those that are still there."""
        found = [(_UID.search(line), _SIZE.search(line)) for line, _ in self._fetch(uids, "(UID RFC822.SIZE)")]
        return sorted((int(uid[1]), int(size[1])) for uid, size in found if uid and size)

    def bodies(self, uids: Sequence[int], section: str = "") -> list[tuple[int, bytes]]:
        """UID and bytes of those that are still there, in their order; nothing is marked as read."""
        found: dict[int, bytes] = {}
        for line, literal in self._fetch(uids, f"(UID BODY.PEEK[{section}])"):
            short = _QUOTED.search(line)
            uid = _UID.search(_QUOTED.sub(b"", line))
            if uid and _BODY.search(line):
                found[int(uid[1])] = literal or (_ESCAPED.sub(rb"\1", short[1]) if short else b"")
        return sorted(found.items())

    def dates(self, uids: Sequence[int]) -> list[str]:
        """When the server got them, as it writes it."""
        found = (_DATE.search(line) for line, _ in self._fetch(uids, "(UID INTERNALDATE)"))
        return [date[1].decode("ascii", "replace") for date in found if date]

    def _fetch(self, uids: Sequence[int], parts: str) -> list[tuple[bytes, bytes]]:
        """For each mail the line that the server sent, and the one literal in it (b"" where there is none)."""
        from imap_tools.errors import MailboxFetchError
        from imap_tools.utils import check_command_status

        if not uids:
            return []
        answer = self._box.client.uid("FETCH", ",".join(map(str, uids)), parts)
        check_command_status(answer, MailboxFetchError)
        self._box.client.untagged_responses.clear()
        return _lines(answer[1])

    def create(self, folder: str) -> None:
        """Make a folder if it is not there; people see it in their mail program."""
        if folder not in self._there and not self._box.folder.exists(folder):
            self._box.folder.create(folder)
            self._box.folder.subscribe(folder, value=True)
        self._there.add(folder)

    def folders(self) -> list[str]:
        """Every folder of the mailbox."""
        return [found.name for found in self._box.folder.list()]

    def move(self, uid: int, folder: str) -> None:
        """Move one mail out of the selected folder (RFC 6851), or copy it and then take out that one (RFC 4315)."""
        from imap_tools.errors import MailboxMoveError
        from imap_tools.utils import check_command_status, encode_folder

        self.create(folder)
        if self.has("MOVE"):
            name = encode_folder(folder)
            check_command_status(self._box.client.uid("MOVE", str(uid), name), MailboxMoveError)  # type: ignore[arg-type]
        elif self.search(f"UID {uid}"):
            self._box.copy(str(uid), folder)
            self.take_out(uid)
        self._box.client.untagged_responses.clear()

    def take_out(self, uid: int) -> None:
        """Mark one mail of the selected folder as deleted, and let that one go where the server can."""
        self.flag(uid, r"\Deleted")
        if self.has("UIDPLUS"):
            self._box.client.uid("EXPUNGE", str(uid))

    def flag(self, uid: int, flag: str) -> None:
        """Set a flag; a mail that has gone is no error."""
        from imap_tools.errors import MailboxFlagError
        from imap_tools.utils import check_command_status

        answer = self._box.client.uid("STORE", str(uid), "+FLAGS.SILENT", f"({flag})")
        check_command_status(answer, MailboxFlagError)
        self._box.client.untagged_responses.clear()

    def append(self, folder: str, wire: bytes, flags: str = "") -> None:
        """Lay a mail into a folder, with the server's time."""
        from imap_tools.errors import MailboxAppendError
        from imap_tools.utils import check_command_status, encode_folder

        self.create(folder)
        name = encode_folder(folder)
        answer = self._box.client.append(name, flags, "", wire)  # type: ignore[arg-type]
        check_command_status(answer, MailboxAppendError)

    def idle(self, seconds: float) -> bool:
        """Wait in the selected folder until mail comes, or something else happens, or the time is up (RFC 2177)."""
        idle = self._box.idle
        idle.start()  # type: ignore[no-untyped-call]
        told = self._told_already() or idle.poll(seconds)
        _, rest = idle.stop()  # type: ignore[no-untyped-call]  # what the server says while it hears that we stop counts too
        return any(b"EXISTS" in line for line in (*told, *rest) if line)

    def _told_already(self) -> list[bytes]:
        """What came in one packet with the answer to IDLE: it is read already, and the socket is silent about it."""
        sock = self._box.client.sock
        seconds = sock.gettimeout()
        sock.settimeout(0)
        try:
            with contextlib.suppress(BlockingIOError, ssl.SSLWantReadError):
                line = self._box.client.readline()
                return [line] if line else []
        finally:
            sock.settimeout(seconds)
        return []

    @property
    def live(self) -> imaplib.IMAP4:
        """The connection below, for the watchdog."""
        return self._box.client

    def close(self) -> None:
        """Say good-bye if the server listens."""
        with contextlib.suppress(imaplib.IMAP4.error, OSError):
            self._box.client.logout()


def _lines(data: Iterable[object]) -> list[tuple[bytes, bytes]]:
    """Imaplib's list of lines and (line, literal) pairs, one entry a mail: what follows a literal belongs to it."""
    lines: list[tuple[bytes, bytes]] = []
    for item in data:
        if isinstance(item, tuple):
            lines.append((item[0], item[1]))
        elif isinstance(item, bytes):
            if item.startswith((b")", b" ")):
                line, literal = lines[-1] if lines else (b"", b"")
                lines[-1:] = [(line + item, literal)]
            else:
                lines.append((item, b""))
    return lines
