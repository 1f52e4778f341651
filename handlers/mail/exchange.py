"""Mail on an Exchange server: read as it came, sent as it was written, and looked up in Sent Items ([MS-OXWSCORE]).

What has been taken moves to a folder of its own, or is marked with a category; nothing is deleted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bot.local_time import LONDON
from bot.ports import FetchedMail, MailError, MailPostponedError, MailRefusedError
from handlers.exchange.folders import Folders
from handlers.exchange.inbox import Inbox
from handlers.exchange.mail_calls import GONE, NOT_ALLOWED, Found, mark, message_ids, move, open_folder, send_mime
from handlers.exchange.server import ExchangeServer
from handlers.exchange.troubles import Kind, Trouble
from handlers.sections_exchange import ExchangeMailSettings

if TYPE_CHECKING:
    from exchangelib import Account
    from exchangelib.properties import FolderId

MOST_PAGES = 2_000
"""So many pages of Sent Items are a server that does not know its own end."""

_CERTAINLY_NOT_SENT = frozenset({Kind.UNREACHED, Kind.SIGN_IN, Kind.DENIED})


class ExchangeMailbox:
    """The mailbox `settings.address`; its source ids are those of the server, its cursor is the state of its folder."""

    def __init__(
        self,
        settings: ExchangeMailSettings,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._address = settings.address
        self._sleep = sleep
        self.server = ExchangeServer(settings, settings.address, monotonic=monotonic, sleep=sleep)
        self._folders = Folders(settings.address)
        self._inbox = Inbox(self.server, settings, self._folders)
        self._greeted_once = False
        self._unsettled: set[str] = set()
        self._looked = False

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        """Every mail not yet settled, oldest first, a few at a time; only the last one carries the new cursor.

        What the server says of its folder counts only when it has said all: the list is complete before the first mail
        is read. A mail that cannot be read is left where it is, the others come first, and then MailError names it.
        Raises MailError.
        """
        try:
            mails, state = self._inbox.waiting(self._start_from(cursor))
            self._looked = True
            self._unsettled = {mail.id for mail in mails}
            unread: list[str] = []
            held: FetchedMail | None = None
            for source_id, raw in self._inbox.read(mails):
                if raw is None:
                    self._unsettled.discard(source_id)
                elif isinstance(raw, Exception):
                    unread.append(_said(next(mail for mail in mails if mail.id == source_id), raw))
                else:
                    if held is not None:
                        yield held
                    held = FetchedMail(source_id, raw)
            if held is not None:
                yield held if unread else FetchedMail(held.source_id, held.raw, state)
        except Trouble as trouble:
            raise _as_error(trouble) from trouble
        if unread:
            count = "1 mail" if len(unread) == 1 else f"{len(unread)} mails"
            raise MailError(
                f"{count} in {self._settings.folder} of {self._address} cannot be read, the first {unread[0]}; "
                "move it to another folder and deal with it by hand."
            )

    def settle(self, source_id: str) -> None:
        """Move the mail, or mark it; nothing happens if somebody has moved it. Raises MailError."""
        try:
            self.server.ask(lambda: self._settle(source_id), self._address)
        except Trouble as trouble:
            raise _as_error(trouble) from trouble
        self._unsettled.discard(source_id)

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        """Send the mail by its headers, once; raises MailError, unless it is certain that it was not sent.

        All that can be done beforehand is done in an attempt of its own, of which a failure leaves nothing open.
        """
        if not recipients:
            raise MailRefusedError(f"The mail {message_id} has no recipient; add a contact with an address.")
        try:
            account = self.server.ask(self._greeted, self._address)
        except Trouble as trouble:
            raise MailPostponedError(str(trouble), trouble.seconds) from trouble
        try:
            self.server.ask(
                lambda: send_mime(account, mime, self._folders.own("sentitems")), self._address, again=False
            )
        except Trouble as trouble:
            if trouble.kind is Kind.REFUSED:
                raise MailRefusedError(str(trouble)) from trouble
            if trouble.kind in _CERTAINLY_NOT_SENT:
                raise MailPostponedError(str(trouble), trouble.seconds) from trouble
            raise MailError(str(trouble)) from trouble

    def find_sent(self, message_id: str) -> bool:
        """Whether the mail lies in Sent Items, where it may show up some seconds late; raises MailError."""
        try:
            for pause in _pauses(self._settings.sent_patience_seconds):
                if pause:
                    self._sleep(pause)
                if self.server.ask(lambda: self._is_in_sent(message_id), self._address):
                    return True
        except Trouble as trouble:
            raise _as_error(trouble) from trouble
        return False

    def close(self) -> None:
        """End the connection to the server."""
        self.server.close()

    def _start_from(self, cursor: str | None) -> str | None:
        """Where handled mails are moved away, what is still there has not been settled.

        So the first look of a process, and the next one after a mail could not be moved, take in the whole folder.
        """
        if self._settings.handled == "move" and (not self._looked or self._unsettled):
            return None
        return cursor

    def _settle(self, source_id: str) -> None:
        account = self.server.account(self._address)
        if self._settings.handled == "mark":
            mark(account, source_id, self._settings.handled_name)
            return
        try:
            folder = self._handled(account)
        except NOT_ALLOWED:  # no folder can be had: a mark is better than nothing
            mark(account, source_id, self._settings.handled_name)
            return
        if move(account, source_id, folder):
            return
        try:
            open_folder(account, self._handled(account))
        except GONE:  # not the mail is gone, but the folder for it
            self._folders.forget(self._settings.handled_name)
            move(account, source_id, self._handled(account))

    def _handled(self, account: Account) -> FolderId:
        return self._folders.get(account, self._settings.handled_name, create=True)

    def _greeted(self) -> Account:
        """The account, of which Sent Items can be opened: whoever may not do that may not send either."""
        account = self.server.ready(self._address)
        if not self._greeted_once:
            open_folder(account, self._folders.own("sentitems"))
            self._greeted_once = True
        return account

    def _is_in_sent(self, message_id: str) -> bool:
        account = self.server.account(self._address)
        offset = 0
        for _ in range(MOST_PAGES):
            ids, following = message_ids(account, self._folders.own("sentitems"), message_id, offset)
            if message_id in ids:
                return True
            if following is None or following <= offset or not ids:
                return False
            offset = following
        return False


def _as_error(trouble: Trouble) -> MailError:
    """A port's error; one that tells how long to wait says it."""
    return MailPostponedError(str(trouble), trouble.seconds) if trouble.seconds else MailError(str(trouble))


def _said(mail: Found, why: Exception) -> str:
    """By its time the mail can be found in Outlook; its subject is nothing for a log."""
    return f"came on {mail.received.astimezone(LONDON):%d %B %Y at %H:%M}: {' '.join(str(why).split())[:200]}"


def _pauses(patience: int) -> Iterator[float]:
    """How long to wait before each look: none before the first, then twice as long each time, `patience` in all."""
    yield 0
    pause, waited = 1.0, 0.0
    while waited < patience:
        pause = min(pause, patience - waited)
        yield pause
        waited += pause
        pause *= 2
