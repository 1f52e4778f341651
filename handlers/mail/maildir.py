"""Mail in two Maildirs: `inbox`, where letters come in, and `sent`, where ours go out, one file a mail.

After D. J. Bernstein's maildir(5): a mail is written to `tmp` and renamed to `new`, so that half a mail is never seen.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.ports import FetchedMail, MailError, MailRefusedError

_FOLDERS = ("tmp", "new", "cur")
_SEEN = ":2,S"
_ADVICE = {
    errno.EACCES: "permission was denied: let the user that runs Visit Bot read and write there",
    errno.EPERM: "permission was denied: let the user that runs Visit Bot read and write there",
    errno.ENOENT: "there is no such folder: create it, or correct mail.path",
    errno.ENOTDIR: "a file is in the place of a folder: correct mail.path",
    errno.EEXIST: "a file is in the place of a folder: correct mail.path",
    errno.ENOSPC: "the disk is full: free some space",
    errno.EDQUOT: "the disk quota is used up: free some space",
    errno.EROFS: "the disk is read-only: choose another folder with mail.path",
}


class MaildirMailbox:
    """The mailbox below `path`. Its folders are made when first needed; the folder that holds `path` must be there.

    A mail's source id is its file name in `inbox/new`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._inbox = path / "inbox"
        self._sent = path / "sent"

    def create(self) -> None:
        """Make what is missing of the folders; raises MailError."""
        for folder in (self._path, *(box / name for box in (self._inbox, self._sent) for name in ("", *_FOLDERS))):
            with _told("created", folder):
                folder.mkdir(mode=0o700, exist_ok=True)

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        """Every mail in `inbox/new`, oldest first, read one at a time; `cursor` is not needed here.

        A mail that cannot be read is left where it is, the others come first, and then MailError names it.
        """
        del cursor
        self.create()
        new = self._inbox / "new"
        unread: list[str] = []
        for name in _oldest_first(new):
            try:
                raw = _read(new / name)
            except FileNotFoundError:
                continue  # somebody took it between our look and our reading
            except OSError:
                unread.append(name)
                continue
            yield FetchedMail(source_id=name, raw=raw)
        if unread:
            count = "1 mail" if len(unread) == 1 else f"{len(unread)} mails"
            raise MailError(
                f"{count} in {new} cannot be read, the first is {unread[0]}; let the user that runs Visit Bot read it."
            )

    def settle(self, source_id: str) -> None:
        """Move the mail to `inbox/cur`, marked as seen; nothing happens if it has gone. Raises MailError."""
        name = Path(source_id).name
        source = self._inbox / "new" / name
        with _told("settled", source):
            if name not in ("", "..") and source.exists():
                source.rename(_free_name(self._inbox / "cur", source.name.partition(":2,")[0]))

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        """Lay the mail into `sent/new`, durably and once a Message-ID; raises MailError."""
        if not recipients:
            raise MailRefusedError(f"The mail {message_id} has no recipient; add a contact with an address.")
        self.create()
        if self.find_sent(message_id):
            return
        name = _sent_name(message_id)
        draft = self._sent / "tmp" / f"{name}.{uuid.uuid4().hex}"
        # The folder is named, not the mail: a full disk is one problem, however many mails it stops.
        with _told("written to", self._sent):
            try:
                # In a Maildir lines end as they do on the machine, as mail programs and readers expect.
                _write_durably(draft, mime.replace(b"\r\n", b"\n"))
                draft.rename(self._sent / "new" / name)
            finally:
                draft.unlink(missing_ok=True)
            _make_durable(self._sent / "new")

    def find_sent(self, message_id: str) -> bool:
        """Whether the mail lies in `sent`, also after a mail reader has moved it to `cur`; raises MailError."""
        name = _sent_name(message_id)
        with _told("searched", self._sent):
            if (self._sent / "new" / name).exists():
                return True
            return any(taken.partition(":2,")[0] == name for taken in _names(self._sent / "cur"))


@contextmanager
def _told(done: str, path: Path) -> Iterator[None]:
    """Turn what the system says into one sentence for a person."""
    try:
        yield
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, f"the system says: {error.strerror}")
        raise MailError(f"{path} could not be {done}; {advice}.") from error


def _oldest_first(folder: Path) -> list[str]:
    """The names in a Maildir folder by time, then name; dot files are none of ours."""
    with _told("listed", folder):
        names = [name for name in _names(folder) if not name.startswith(".")]
        return sorted(names, key=lambda name: (_modified(folder / name), name))


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries]
    except FileNotFoundError:
        return []


def _modified(path: Path) -> int:
    try:
        return path.lstat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _read(path: Path) -> bytes:
    """The bytes of a plain file. A pipe or a folder is refused, for reading it would wait for ever or fail."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a plain file")
        return file.read()


def _free_name(folder: Path, name: str) -> Path:
    """A name in `cur` that is not taken: two mails under one name must not become one."""
    wanted = folder / f"{name}{_SEEN}"
    return folder / f"{name}.{uuid.uuid4().hex}{_SEEN}" if wanted.exists() else wanted


def _sent_name(message_id: str) -> str:
    """The file name of a mail of ours: the same for the same Message-ID, and safe whatever that holds."""
    return f"{hashlib.sha256(message_id.strip().encode('utf-8', 'surrogateescape')).hexdigest()[:40]}.visitbot"


def _write_durably(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def _make_durable(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
