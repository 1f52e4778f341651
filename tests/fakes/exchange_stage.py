"""The Exchange mailbox on a stage of its own: the real adapter against the stand-in, mails and faults on demand."""

from __future__ import annotations

from typing import Self

from bot.ports import Mailbox
from handlers.mail.exchange import ExchangeMailbox
from handlers.sections_exchange import ExchangeMailSettings
from tests.fakes.ews_server import EwsServer
from tests.fakes.ews_shapes import headers_of
from tests.fakes.ews_writing import received_now
from tests.fakes.stage import ALL_FAULTS

ADDRESS = "visits@council.example"
_FAULTS = {
    "dropped_after_accept": "dropped_after_accept",
    "dropped_before_accept": "dropped_before_accept",
    "hang": "hang",
    "busy": "busy",
    "error_after_accept": "after_503",
}


class ExchangeStage:
    """A mailbox at a server of its own. Faults strike the next sends."""

    faults = ALL_FAULTS
    many = 1_000  # each is moved by a request of its own; 10,000 in the folder are in a test of their own

    def __init__(self, **settings: object) -> None:
        self.server = EwsServer(ADDRESS)
        self.server.passwords[ADDRESS] = "a password"
        self._settings = settings
        self._opened: list[ExchangeMailbox] = []
        self._refusals = 0
        self._timeout = 30

    def __enter__(self) -> Self:
        self.server.listen()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def settings(self, **others: object) -> ExchangeMailSettings:
        """Settings that fit the server."""
        said: dict[str, object] = {
            "address": ADDRESS,
            "endpoint": self.server.url,
            "sign_in": "basic",
            "access": "delegate",
            "username": ADDRESS,
            "password": "a password",
            "timeout_seconds": self._timeout,
            "sent_patience_seconds": 0,
        }
        return ExchangeMailSettings.model_validate({**said, **self._settings, **others})

    def open(self, **others: object) -> Mailbox:
        """A fresh client."""
        mailbox = _Refusable(self, self.settings(**others))
        self._opened.append(mailbox)
        return mailbox

    def deliver(self, raw: bytes) -> None:
        """A mail arrives in the inbox."""
        with self.server.lock:
            mailbox = self.server.store.mailboxes[ADDRESS]
            mailbox.add(
                mailbox.distinguished("inbox"), "Message", mime=raw, received=received_now(), values=headers_of(raw)
            )

    def sent(self) -> list[bytes]:
        """What has left."""
        return list(self.server.store.sent)

    def inbox_left(self) -> int:
        """How many mails lie in the inbox and bear no mark."""
        mailbox = self.server.store.mailboxes[ADDRESS]
        return sum(not item.categories for item in mailbox.in_folder(mailbox.distinguished("inbox")))

    def fault(self, name: str, times: int = 1) -> None:
        """Have the next sends fail in that way."""
        if name == "refused":
            self._refusals += times
        else:
            if name == "hang":
                self._timeout = 1  # nobody wants to wait in a test
            self.server.trouble(_FAULTS[name], times, "CreateItem", seconds=0.01)

    def somebody_looks(self) -> None:
        """Nobody has to: Sent Items tells, if not in this round then in the next."""

    def close(self) -> None:
        """End all clients and the server."""
        for mailbox in self._opened:
            mailbox.close()
        self.server.released.set()
        self.server.stop_listening()

    def take_refusal(self) -> bool:
        """Whether the next send is to meet a closed port."""
        struck = self._refusals > 0
        self._refusals -= struck
        return struck


class _Refusable(ExchangeMailbox):
    """The adapter as it is; only the port of the server is closed while a send is to be refused."""

    def __init__(self, stage: ExchangeStage, settings: ExchangeMailSettings) -> None:
        super().__init__(settings, sleep=lambda _seconds: None)
        self._stage = stage

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        if not self._stage.take_refusal():
            super().send(message_id, recipients, mime)
            return
        self._stage.server.stop_listening()
        try:
            super().send(message_id, recipients, mime)
        finally:
            self._stage.server.listen()
