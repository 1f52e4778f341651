"""An SMTP server on this machine (aiosmtpd) that keeps what it takes, and fails on demand."""

from __future__ import annotations

import asyncio
import logging
import ssl
import warnings
from collections import Counter
from dataclasses import dataclass, field

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.fakes.loop_thread import LoopThread

LARGEST = 60_000_000
logging.getLogger("mail.log").setLevel(logging.CRITICAL)
logging.getLogger("asyncio").setLevel(logging.CRITICAL)


@dataclass
class Taken:
    """A mail that the server took responsibility for."""

    sender: str
    recipients: list[str]
    raw: bytes


@dataclass
class SmtpServer:
    """Users and passwords (none: anybody may send), what was taken, and how often each fault is still to happen.

    Faults: "refused" (hangs up at once), "refused_sender", "busy" (451 to a recipient), "refused_data" (554 to DATA),
    "dropped_before_accept" and "dropped_after_accept" (hangs up in the place of its last answer, without or with the
    mail), "hang" (takes the mail and never answers), "error_after_accept" (takes the mail and answers 451),
    "rejected" (answers 554 to the whole mail). `unknown` and `greylisted` are recipients refused with 550 and 450.
    """

    username: str = ""
    password: str = ""
    token: str = ""
    tls: ssl.SSLContext | None = None
    starttls: ssl.SSLContext | None = None
    taken: list[Taken] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    unknown: set[str] = field(default_factory=set)
    greylisted: set[str] = field(default_factory=set)
    connections: int = 0
    port: int = 0
    _thread: LoopThread | None = None

    FAULTS = frozenset(
        {
            *("refused", "refused_sender", "busy", "refused_data", "rejected", "hang"),
            *("dropped_before_accept", "dropped_after_accept", "error_after_accept"),
        }
    )

    def start(self) -> SmtpServer:
        """Listen on a free port."""
        self._thread = LoopThread(self._serve)
        self._thread.start()
        self.port = self._thread.port
        return self

    def stop(self) -> None:
        """Listen no more."""
        assert self._thread is not None
        self._thread.stop()

    def _knows(self, _server: SMTP, _session: Session, _envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        if mechanism == "XOAUTH2":
            return AuthResult(success=bool(self.token) and data == self.token)
        if not isinstance(data, LoginPassword):
            return AuthResult(success=False, handled=False)
        good = (data.login, data.password) == (self.username.encode(), self.password.encode())
        return AuthResult(success=good, handled=False)

    async def _serve(self) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        return await loop.create_server(self._protocol, host="127.0.0.1", port=0, ssl=self.tls)

    def _protocol(self) -> SMTP:
        closed = bool(self.username)
        warnings.filterwarnings("ignore", message="Requiring AUTH while not requiring TLS")
        return _Smtp(
            self,
            _Handler(self),
            data_size_limit=LARGEST,
            hostname="mail.council.example",
            tls_context=self.starttls,
            require_starttls=self.starttls is not None,
            auth_required=closed,
            auth_require_tls=self.starttls is not None,
            authenticator=self._knows if closed else None,
        )

    def fails(self, fault: str) -> bool:
        """Whether it is to fail so now."""
        if self.faults[fault] <= 0:
            return False
        self.faults[fault] -= 1
        return True


class _Smtp(SMTP):
    def __init__(self, stand_in: SmtpServer, *arguments: object, **named: object) -> None:
        self._stand_in = stand_in
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._stand_in.connections += 1
        if self._stand_in.fails("refused"):
            assert isinstance(transport, asyncio.Transport)
            transport.abort()
            return
        super().connection_made(transport)


class _Handler:
    def __init__(self, stand_in: SmtpServer) -> None:
        self._own = stand_in

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802
        import base64

        words = base64.b64decode(args[1]).decode()
        expected = f"user={self._own.username}\1auth=Bearer {self._own.token}\1\1"
        if self._own.token and words == expected:
            return AuthResult(success=True, auth_data=words)
        await server.challenge_auth(b'{"status":"401"}')
        return AuthResult(success=False, handled=False)

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._own.fails("refused_sender"):
            return "550 5.7.1 you may not send as this"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self._own.unknown:
            return "550 5.1.1 no such user here"
        if address in self._own.greylisted or self._own.fails("busy"):
            return "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        own = self._own
        transport = server.transport
        assert transport is not None
        if own.fails("rejected"):
            return "554 5.7.1 this looks like spam"
        if own.fails("dropped_before_accept"):
            transport.abort()
            return "451 never heard"
        assert isinstance(envelope.content, bytes)
        own.taken.append(Taken(envelope.mail_from or "", list(envelope.rcpt_tos), envelope.content))
        if own.fails("dropped_after_accept"):
            transport.abort()
        if own.fails("hang"):
            await asyncio.sleep(60)
        if own.fails("error_after_accept"):
            return "451 4.3.0 something went wrong"
        return "250 OK"
