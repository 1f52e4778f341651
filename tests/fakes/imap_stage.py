"""The IMAP mailbox on a stage: dovecot or pymap to read from, and an SMTP server that fails on demand."""

from __future__ import annotations

import imaplib
from typing import Protocol

from bot.ports import Mailbox
from handlers.mail.imap import ImapMailbox
from handlers.sections_imap import ImapMailSettings
from tests.fakes.dovecot_server import DovecotServer
from tests.fakes.pymap_server import PymapServer
from tests.fakes.smtp_server import SmtpServer
from tests.fakes.stage import ALL_FAULTS
from tests.real_parts import real_program

US = "visits@council.example"
PASSWORD = "correct-horse-battery"
PATIENT, IMPATIENT = 30, 1


class ImapServer(Protocol):
    """An IMAP server on this machine."""

    port: int

    def start(self) -> object: ...
    def stop(self) -> None: ...


class ImapStage:
    """`server` is an IMAP server that is not yet started. `settings` are laid over those of the table [mail]."""

    faults = ALL_FAULTS

    def __init__(self, server: ImapServer, **settings: object) -> None:
        self.server, self.smtp = server, SmtpServer()
        self._more = settings
        self._timeout = PATIENT
        self._opened: list[ImapMailbox] = []
        self._postman: imaplib.IMAP4 | None = None

    def __enter__(self) -> ImapStage:
        self.server.start()
        self.smtp.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        for mailbox in self._opened:
            mailbox.close()
        if self._postman is not None:
            self._postman.shutdown()
        self.smtp.stop()
        self.server.stop()

    def settings(self, **more: object) -> ImapMailSettings:
        """The table [mail] for these servers."""
        table: dict[str, object] = {
            "address": US,
            "password": PASSWORD,
            "imap": {"host": "127.0.0.1", "port": self.server.port, "security": "plain"},
            "smtp": {"host": "127.0.0.1", "port": self.smtp.port, "security": "plain", "login": False},
            "timeout_seconds": self._timeout,
        }
        return ImapMailSettings.model_validate({**table, **self._more, **more})

    def open(self) -> Mailbox:
        self._opened.append(ImapMailbox(self.settings()))
        return self._opened[-1]

    def deliver(self, raw: bytes) -> None:
        """Byte for byte: imaplib's own `append` would mend line ends."""
        try:
            self._append(raw)
        except imaplib.IMAP4.abort:  # the server was restarted
            self._postman = None
            self._append(raw)

    def _append(self, raw: bytes) -> None:
        if self._postman is None:
            self._postman = self.client()
        self._postman.literal = raw  # type: ignore[attr-defined]
        answer = self._postman._simple_command("APPEND", "INBOX")  # type: ignore[attr-defined]  # noqa: SLF001
        assert answer[0] == "OK", answer

    def sent(self) -> list[bytes]:
        return [mail.raw for mail in self.smtp.taken]

    def inbox_left(self) -> int:
        """What lies in the inbox and is not marked: a settled letter is elsewhere, or read."""
        return len(self.found("INBOX", "UNDELETED UNSEEN"))

    def fault(self, name: str, times: int = 1) -> None:
        """Nobody wants to wait half a minute in a test: of a server that hangs, time-outs are short."""
        if name not in self.faults:
            raise KeyError(name)
        if name == "hang":
            self._timeout = IMPATIENT
        self.smtp.faults[name] += times

    def somebody_looks(self) -> None:
        """A person asks the SMTP server's log about the mails in "sending": moves those that went, deletes others."""
        went = {_message_id(mail.raw) for mail in self.smtp.taken}
        with self.client() as client:
            if client.select('"Visit Bot sending"')[0] != "OK":
                return
            for number in client.search(None, "UNDELETED")[1][0].split():
                header = client.fetch(number.decode(), "(BODY.PEEK[HEADER])")[1][0]
                assert isinstance(header, tuple)
                if _message_id(header[1]) in went:
                    client.copy(number.decode(), "Sent")
                client.store(number.decode(), "+FLAGS", r"(\Deleted)")
            client.expunge()

    def client(self) -> imaplib.IMAP4:
        """Somebody else's mail program at the same mailbox."""
        client = imaplib.IMAP4("127.0.0.1", self.server.port, timeout=PATIENT)
        client.login(US, PASSWORD)
        return client

    def found(self, folder: str, criteria: str = "ALL") -> list[bytes]:
        """The whole mails in a folder that match."""
        with self.client() as client:
            if client.select(f'"{folder}"', readonly=True)[0] != "OK":
                return []
            numbers = client.search(None, criteria)[1][0].split()
            pairs = [client.fetch(number.decode(), "(BODY.PEEK[])")[1][0] for number in numbers]
            return [pair[1] for pair in pairs if isinstance(pair, tuple)]


class PymapStage(ImapStage):
    """With pymap, which comes from PyPI.

    It looks at every mail of a folder for every command, so that what takes ten thousand mails elsewhere is done with
    fewer here.
    """

    many = 300

    def __init__(self, **settings: object) -> None:
        super().__init__(PymapServer(US, PASSWORD), **settings)


class DovecotStage(ImapStage):
    """With dovecot, where it is installed; on a build server it must be."""

    def __init__(self, **settings: object) -> None:
        super().__init__(dovecot(), **settings)


def dovecot(**options: object) -> DovecotServer:
    """A dovecot not yet started; skips the test where there is none, but never on a build server."""
    real_program("dovecot", "dovecot-imapd")
    return DovecotServer(PASSWORD, **options)  # type: ignore[arg-type]


def _message_id(raw: bytes) -> str:
    from bot.message_ids import message_id_in

    return message_id_in(raw)
