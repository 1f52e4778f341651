"""An IMAP connection that is made when needed, and anew when it was dropped; its failures in words of our own."""

from __future__ import annotations

import contextlib
import imaplib
import socket
import ssl
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from bot.errors import PlainError
from bot.ports import MailPostponedError
from handlers.mail.imap_connection import ImapConnection
from handlers.mail.network_words import PATIENCE, said, shut, trouble, watched
from handlers.mail.signing_in import Credentials, tls_context
from handlers.sections_imap import ImapMailSettings

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

Result = TypeVar("Result")


class ImapRefusedError(MailPostponedError):
    """The server said no to one command; the connection is well."""


class _DroppedError(MailPostponedError):
    """The connection is gone, or never came about."""


class ImapSession:
    """Does things on a connection, one at a time, from any thread. Every method raises MailPostponedError.

    Nothing that is done by IMAP sends a mail, so all of it may be done again.
    """

    def __init__(self, settings: ImapMailSettings, credentials: Credentials) -> None:
        self._settings = settings
        self._credentials = credentials
        self._server = f"{settings.imap.host}:{settings.imap.real_port}"
        self._lock = threading.RLock()
        self._open: ImapConnection | None = None

    def run(self, work: Callable[[ImapConnection], Result], seconds: float = 0, *, again: bool = True) -> Result:
        """Do `work`, and once more (`again`) on a new connection where the kept one had been dropped meanwhile.

        It is ended after `seconds`, or after what the settings allow where that is 0.
        """
        longest = seconds or self._settings.timeout_seconds * PATIENCE
        with self._lock:
            if self._open is not None and again:
                with contextlib.suppress(_DroppedError):
                    return self._attempt(self._open, work, longest)
            return self._attempt(self._connect(), work, longest)

    def close(self) -> None:
        """Let the connection go."""
        with self._lock:
            connection, self._open = self._open, None
            if connection is not None:
                connection.close()

    def interrupt(self) -> None:
        """End whatever waits on the connection, from another thread."""
        connection = self._open
        if connection is not None:
            shut(connection.live.sock)

    def _attempt(self, connection: ImapConnection, work: Callable[[ImapConnection], Result], longest: float) -> Result:
        from imap_tools.errors import ImapToolsError

        try:
            with watched(connection.live.sock, longest):
                return work(connection)
        except (imaplib.IMAP4.abort, OSError) as error:
            self._open = None
            shut(connection.live.sock)
            cause = error if isinstance(error, OSError) else ConnectionError()
            raise _DroppedError(trouble(cause, self._server, "mail.imap")) from None
        except (ValueError, IndexError):
            self.close()
            raise _DroppedError(
                f"{self._server} answered what no mail server should; correct mail.imap.host, or ask its administrator."
            ) from None
        except (imaplib.IMAP4.error, ImapToolsError) as error:
            self.close()
            raise ImapRefusedError(f"{self._server} refused what we asked (it says: {_words(error)}).") from None

    def _connect(self) -> ImapConnection:
        if self._open is None:
            self._open = ImapConnection(self._signed_in(self._connected()))
        return self._open

    def _connected(self) -> BaseMailBox:
        try:
            from imap_tools import BaseMailBox
        except ImportError:
            raise PlainError(
                "IMAP needs packages that are not installed; run `make full` or install visitbot[imap]."
            ) from None
        try:
            with contextlib.ExitStack() as until_connected:
                client = self._client(until_connected)
        except imaplib.IMAP4.error:
            raise _DroppedError(
                f"{self._server} is no IMAP server, or has no STARTTLS; correct mail.imap.port or mail.imap.security."
            ) from None
        except OSError as error:
            raise _DroppedError(trouble(error, self._server, "mail.imap")) from None

        class Box(BaseMailBox):
            def _get_mailbox_client(self) -> imaplib.IMAP4:
                return client

        return Box()

    def _client(self, until_connected: contextlib.ExitStack) -> imaplib.IMAP4:
        """Greeted, and TLS begun; the watchdog is on guard from the first octet."""
        imap, seconds = self._settings.imap, self._settings.timeout_seconds

        def watch(sock: socket.socket) -> None:
            until_connected.enter_context(watched(sock, seconds * PATIENCE))

        if imap.security == "tls":
            return _TlsClient(watch, imap.host, imap.real_port, seconds, tls_context(self._settings))
        client = _Client(watch, imap.host, imap.real_port, seconds)
        if imap.security == "starttls":
            client.starttls(tls_context(self._settings))
        return client

    def _signed_in(self, box: BaseMailBox) -> BaseMailBox:
        """What a server says of a login is not repeated, as it may repeat the secret."""
        from imap_tools.errors import ImapToolsError

        name = self._credentials.name
        try:
            secret = self._credentials.secret()
            with watched(box.client.sock, self._settings.timeout_seconds):
                if self._credentials.uses_token:
                    box.xoauth2(name, secret, initial_folder=None)
                else:
                    box.login(name, secret, initial_folder=None)
                _, data = box.client.capability()  # a server may show more of them after the login
                box.client.capabilities = tuple(data[0].decode("ascii", "replace").upper().split())
        except (imaplib.IMAP4.abort, OSError) as error:
            cause = error if isinstance(error, OSError) else ConnectionError()
            shut(box.client.sock)
            raise _DroppedError(trouble(cause, self._server, "mail.imap")) from None
        except (imaplib.IMAP4.error, ImapToolsError):
            self._credentials.forget()
            shut(box.client.sock)
            what = "mail.oauth" if self._credentials.uses_token else "the password"
            raise _DroppedError(
                f"{self._server} refused the login of {name}; correct mail.username or {what}."
            ) from None
        return box


class _Client(imaplib.IMAP4):
    """Shows its socket before anything is read from it."""

    def __init__(self, opened: Callable[[socket.socket], None], host: str, port: int, seconds: float) -> None:
        self._opened = opened
        super().__init__(host, port, seconds)

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        super().open(host, port, timeout)
        self._opened(self.sock)


class _TlsClient(imaplib.IMAP4_SSL):
    """The same with TLS from the beginning."""

    def __init__(
        self, opened: Callable[[socket.socket], None], host: str, port: int, seconds: float, context: ssl.SSLContext
    ) -> None:
        self._opened = opened
        super().__init__(host, port, ssl_context=context, timeout=seconds)

    def open(self, host: str = "", port: int | None = 993, timeout: float | None = None) -> None:
        super().open(host, port, timeout)
        self._opened(self.sock)


def _words(error: Exception) -> str:
    result = getattr(error, "command_result", None)
    data = result[1] if result else None
    first = data[0] if data else None
    return said(first if isinstance(first, bytes | str) else str(error))
