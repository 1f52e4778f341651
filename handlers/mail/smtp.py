"""Handing a mail to an SMTP server (RFC 5321), so that it is known whether the server has it.

Whatever happens before the line with the single dot is certain: the server has nothing. From that line until its answer
nobody can say. That answer is certain too where it says yes (2xx) or no for good (5xx); a "not now" (4xx) so late is
not believed, since some servers say it of mail that they took.
"""

from __future__ import annotations

import contextlib
import email
import email.utils
import re
import smtplib
import threading
from collections.abc import Callable, Mapping

from bot.ports import MailError, MailPostponedError, MailRefusedError
from bot.wording.headers import UnsendableAddressError, checked_address
from handlers.mail.network_words import PATIENCE, said, trouble, watched
from handlers.mail.signing_in import Credentials, tls_context, xoauth2
from handlers.sections_imap import ImapMailSettings

_CHUNK = 65_536
_BARE_END = re.compile(rb"(?<!\r)\n|\r(?!\n)")
_FIRST_DOT = re.compile(rb"^\.", re.MULTILINE)
_LOGIN_WANTED = (530, 535, 538)
_NO_LONGER_SERVED = 421

Answer = tuple[int, bytes]


def on_the_wire(mime: bytes) -> bytes:
    """The mail with lines that end in CRLF, as RFC 5322 has them; one that is so already stays as it is."""
    lines = _BARE_END.sub(b"\r\n", mime) if _BARE_END.search(mime) else mime
    return lines if lines.endswith(b"\r\n") else lines + b"\r\n"


class SmtpSender:
    """One connection to the server, kept from mail to mail and made anew when the server has ended it."""

    def __init__(self, settings: ImapMailSettings, credentials: Credentials) -> None:
        self._settings = settings
        self._smtp = settings.smtp
        self._credentials = credentials
        self._server = f"{settings.smtp.host}:{settings.smtp.real_port}"
        self._lock = threading.Lock()
        self._open: smtplib.SMTP | None = None

    def send(
        self, message_id: str, recipients: tuple[str, ...], wire: bytes, before_data: Callable[[], None]
    ) -> dict[str, str]:
        """Hand the mail in; recipients that the server refused, with its words, while it took the mail for the others.

        `before_data` runs when nothing but the mail itself is left to be sent; what it raises ends the attempt.
        Raises MailRefusedError and MailPostponedError where the server certainly has nothing, else MailError.
        """
        to = tuple(map(_address, recipients))
        with self._lock:
            refused = self._envelope(message_id, to, _written_to(wire))
            connection = self._connected()
            try:
                before_data()
                self._content(connection, message_id, wire)
            except BaseException:
                self.close()
                raise
            return refused

    def check(self) -> None:
        """Connect and sign in, and nothing else; raises MailPostponedError."""
        with self._lock:
            self.close()
            self._connected()
            self.close()

    def close(self) -> None:
        """Let the connection go."""
        connection, self._open = self._open, None
        if connection is not None:
            with contextlib.suppress(OSError):
                connection.close()

    # before the mail itself: all of it is certain

    def _envelope(self, message_id: str, to: tuple[str, ...], main: frozenset[str]) -> dict[str, str]:
        """Everything up to the recipients; once more on a new connection where the old one had been ended meanwhile."""
        kept = self._open is not None
        try:
            return self._introduced(message_id, to, main)
        except MailPostponedError:
            self.close()
            if not kept:
                raise
        except MailRefusedError:
            self.close()
            raise
        return self._introduced(message_id, to, main)

    def _introduced(self, message_id: str, to: tuple[str, ...], main: frozenset[str]) -> dict[str, str]:
        connection = self._connected()
        try:
            connection.rset()
            eight_bit = ["BODY=8BITMIME"] if connection.has_extn("8bitmime") else []
            self._expect(connection.mail(self._settings.address, eight_bit), f"the mail {message_id}")
            answers = {address: connection.rcpt(address) for address in to}
        except OSError as error:
            raise MailPostponedError(trouble(error, self._server, "mail.smtp")) from None
        return self._sorted_out(answers, main)

    def _sorted_out(self, answers: Mapping[str, Answer], main: frozenset[str]) -> dict[str, str]:
        """Who was refused. Where one is to wait, all wait: the mail goes once, and to everybody who can have it.

        It goes to nobody where all of `main` are refused, those to whom it is written.
        """
        waiting = {address: answer for address, answer in answers.items() if not _good(answer) and not _final(answer)}
        for address, answer in waiting.items():
            self._expect(answer, f"mail to {address}")
        refused = {address: answer for address, answer in answers.items() if _final(answer)}
        if not (main & answers.keys() or answers.keys()) - refused.keys():
            address, answer = next(iter(refused.items()))
            self._expect(answer, f"mail to {address}" + (" and others" if len(refused) > 1 else ""))
        return {address: f"{code} {said(words)}" for address, (code, words) in refused.items()}

    def _expect(self, answer: Answer, what: str) -> None:
        code, words = answer
        if _good(answer):
            return
        if code in _LOGIN_WANTED:
            raise MailPostponedError(
                f"{self._server} wants a login (it says: {said(words)}); set mail.smtp.login = true, or correct it."
            )
        if _final(answer):
            raise MailRefusedError(
                f"{self._server} refused {what} (it says: {code} {said(words)}); correct the address, or ask its "
                "administrator."
            )
        raise MailPostponedError(
            f"{self._server} will take {what} later (it says: {code} {said(words)}); it will be tried again."
        )

    # the mail itself

    def _content(self, connection: smtplib.SMTP, message_id: str, wire: bytes) -> None:
        try:
            connection.putcmd("data")
            code, words = connection.getreply()
            if code == 354:
                _pour(connection, _FIRST_DOT.sub(b"..", wire))
        except OSError as error:
            raise MailPostponedError(trouble(error, self._server, "mail.smtp")) from None
        if code != 354:
            self._expect((code if code >= 400 else 451, words), f"the mail {message_id}")
        try:
            _patient(connection, self._longest)
            connection.send(b".\r\n")
            code, words = connection.getreply()
            _patient(connection, self._settings.timeout_seconds)
        except OSError:
            raise MailError(f"{self._server} got the mail {message_id} and did not say whether it took it.") from None
        if not _good((code, words)) and not _final((code, words)):
            raise MailError(
                f"{self._server} got the mail {message_id} and did not clearly take it (it says: {code} {said(words)})."
            )
        self._expect((code, words), f"the mail {message_id}")

    # the connection

    @property
    def _longest(self) -> float:
        """How long one step may take; a server may think about a whole mail for minutes (RFC 5321, 4.5.3.2.6)."""
        return self._settings.timeout_seconds * PATIENCE

    def _connected(self) -> smtplib.SMTP:
        if self._open is None:
            try:
                self._open = self._connect()
            except OSError as error:  # smtplib's own exceptions among them
                raise MailPostponedError(self._why_not(error)) from None
        return self._open

    def _connect(self) -> smtplib.SMTP:
        seconds, domain = self._settings.timeout_seconds, self._settings.address.rpartition("@")[2]
        where = (self._smtp.host, self._smtp.real_port, domain)
        if self._smtp.security == "tls":
            connection: smtplib.SMTP = _TlsClient(*where, timeout=seconds, context=tls_context(self._settings))
        else:
            connection = _Client(*where, timeout=seconds)
        try:
            if self._smtp.security == "starttls":
                connection.starttls(context=tls_context(self._settings))
            connection.ehlo_or_helo_if_needed()
            if self._smtp.login:
                self._sign_in(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _sign_in(self, connection: smtplib.SMTP) -> None:
        secret = self._credentials.secret()
        if self._credentials.uses_token:
            words = xoauth2(self._credentials.name, secret)
            connection.auth("XOAUTH2", lambda challenge=None: words if challenge is None else "")
        else:
            connection.login(self._credentials.name, secret)

    def _why_not(self, error: OSError) -> str:
        """Why there is no connection. What a server says of a login is not repeated, as it may repeat the secret."""
        if isinstance(error, smtplib.SMTPAuthenticationError):
            self._credentials.forget()
            secret = "mail.oauth" if self._credentials.uses_token else "the password"
            return f"{self._server} refused the login of {self._credentials.name}; correct mail.username or {secret}."
        if isinstance(error, smtplib.SMTPNotSupportedError):
            return f"{self._server} offers no TLS or no login here; correct mail.smtp.port, security or login."
        if isinstance(error, smtplib.SMTPResponseException):
            return f"{self._server} is not at our service (it says: {error.smtp_code} {said(error.smtp_error)})."
        if isinstance(error, smtplib.SMTPServerDisconnected) or not isinstance(error, smtplib.SMTPException):
            return trouble(error, self._server, "mail.smtp")
        return f"{self._server} offers no way of signing in that we know; ask its administrator for PLAIN or XOAUTH2."


class _Watching(smtplib.SMTP):
    """No answer may take longer than so many time-outs, not even one that comes an octet at a time."""

    def getreply(self) -> Answer:
        seconds = self.sock.gettimeout() if self.sock is not None else None
        with watched(self.sock, (seconds or 0) + self.timeout * (PATIENCE - 1)):
            return super().getreply()


class _Client(_Watching):
    pass


class _TlsClient(_Watching, smtplib.SMTP_SSL):
    pass


def _address(recipient: str) -> str:
    try:
        return checked_address(recipient)
    except UnsendableAddressError as error:
        raise MailRefusedError(f"A mail cannot go out, {error}; correct the contact's address.") from None


def _written_to(wire: bytes) -> frozenset[str]:
    """The addresses of To."""
    named = email.message_from_bytes(wire[: wire.find(b"\r\n\r\n") + 4]).get_all("To", [])
    found = (address for _, address in email.utils.getaddresses(map(str, named)))
    with contextlib.suppress(UnsendableAddressError):
        return frozenset(map(checked_address, filter(None, found)))
    return frozenset()


def _good(answer: Answer) -> bool:
    return 200 <= answer[0] < 300


def _final(answer: Answer) -> bool:
    return 500 <= answer[0] < 600 and answer[0] not in _LOGIN_WANTED


def _pour(connection: smtplib.SMTP, wire: bytes) -> None:
    """In pieces, as the time-out of a socket counts for each sending as a whole."""
    view = memoryview(wire)
    for start in range(0, len(view), _CHUNK):
        connection.send(bytes(view[start : start + _CHUNK]))


def _patient(connection: smtplib.SMTP, seconds: float) -> None:
    if connection.sock is not None:
        connection.sock.settimeout(seconds)
