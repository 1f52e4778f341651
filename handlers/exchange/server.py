"""The way to one Exchange server: opened on first use, patient within bounds, and honest about what went wrong."""

from __future__ import annotations

import contextlib
import ssl
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from exchangelib import DELEGATE, IMPERSONATION, Account, Configuration, Version
from exchangelib.autodiscover.discovery import Autodiscovery
from exchangelib.ewsdatetime import EWSTimeZone
from exchangelib.protocol import Protocol
from exchangelib.version import EXCHANGE_2013_SP1

from bot.errors import PlainError
from handlers.exchange.sign_in import ONLINE, auth_type_of, credentials_for
from handlers.exchange.troubles import FAILURES, Kind, Trouble, trouble_of
from handlers.exchange.wire import Once, Wire, hush
from handlers.sections_exchange import ExchangeConnection

Answer = TypeVar("Answer")
TRIES = 3
LONGEST_NAP = 20.0
LONGEST_BACK_OFF = 900.0
MANY_ACCOUNTS = 500
_AGAIN = frozenset({Kind.BUSY, Kind.LOST, Kind.UNREACHED})
_ACCESS = {"impersonation": IMPERSONATION, "delegate": DELEGATE}


class ExchangeServer:
    """A server with our one connection to it. `mailbox` is whose server is looked for where no endpoint is set.

    Nothing is asked of the server, and no secret is read, before the first call.
    """

    def __init__(
        self,
        settings: ExchangeConnection,
        mailbox: str,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._mailbox = mailbox
        self._monotonic = monotonic
        self._sleep = sleep
        self._wire: Wire | None = None
        self._accounts: dict[str, Account] = {}
        self._quiet_until = 0.0

    @property
    def name(self) -> str:
        """The server's host name, for people."""
        if self._wire is not None:
            return str(self._wire.server)
        endpoint = self._settings.endpoint or (ONLINE if self._settings.sign_in == "oauth" else "")
        return urlsplit(endpoint).netloc or f"the server of {self._mailbox}"

    @property
    def date_header(self) -> str:
        """The Date of the last answer (RFC 9110, 6.6.1), "" before there was one."""
        return str(self._wire.retry_policy.date_header) if self._wire is not None else ""

    @property
    def impersonates(self) -> bool:
        """Whether we act as the owner of a mailbox, rather than as somebody who may look into it."""
        return self._settings.access == "impersonation"

    def account(self, address: str) -> Account:
        """The account of that mailbox; may raise what `ask` makes a Trouble of."""
        if address not in self._accounts:
            wire = self._open_wire()
            if len(self._accounts) >= MANY_ACCOUNTS:
                self._accounts.clear()
            account = Account(
                primary_smtp_address=address,
                access_type=_ACCESS[self._settings.access],
                config=wire.config,
                default_timezone=EWSTimeZone("Europe/London"),
            )
            # The account has made itself a protocol that is shared and tries again: ours takes its place.
            with contextlib.suppress(KeyError):
                del Protocol[wire.config]
            account.protocol = wire
            self._accounts[address] = account
        return self._accounts[address]

    def ask(self, call: Callable[[], Answer], about: str, *, again: bool = True) -> Answer:
        """Carry out one call about a mailbox; raises Trouble, also where the settings do not do.

        What may be repeated is tried three times, after the pause that the server asks for if that is short.
        """
        for left in reversed(range(TRIES if again else 1)):
            self._wait_for_quiet()
            try:
                return call()
            except PlainError as error:
                raise Trouble(Kind.UNREACHED, str(error)) from error
            except FAILURES as error:
                trouble = trouble_of(error, about, self.name)
                self._note(trouble)
                if not left or trouble.kind not in self._again():
                    raise trouble from error
            self._sleep(min(2.0 ** (TRIES - 1 - left), LONGEST_NAP))
        raise AssertionError("the last try returns or raises")

    def ready(self, address: str) -> Account:
        """The account, with a session that is signed in: what fails after this has reached the server, or may have."""
        account = self.account(address)
        account.protocol.release_session(account.protocol.get_session())
        return account

    def close(self) -> None:
        """End the connection; the next call opens another."""
        if self._wire is not None:
            self._wire.close()
        self._wire = None
        self._accounts.clear()

    def _open_wire(self) -> Wire:
        if self._wire is None:
            hush()
            endpoint = self._settings.endpoint or (ONLINE if self._settings.sign_in == "oauth" else self._discovered())
            config = Configuration(
                credentials=credentials_for(self._settings, self._mailbox, endpoint),
                service_endpoint=endpoint,
                auth_type=auth_type_of(self._settings),
                # Every server of today knows this version, and says its own in its first answer: nothing to guess.
                version=Version(build=EXCHANGE_2013_SP1),
                retry_policy=Once(),
                max_connections=1,
            )
            self._wire = Wire(config, float(self._settings.timeout_seconds), _authority(self._settings.ca_file))
        return self._wire

    def _discovered(self) -> str:
        credentials = credentials_for(self._settings, self._mailbox, ONLINE)
        _, protocol = Autodiscovery(email=self._mailbox, credentials=credentials).discover()
        return str(protocol.service_endpoint)

    def _again(self) -> frozenset[Kind]:
        """A token may have been withdrawn before its time; a wrong password tried again would lock the account."""
        return _AGAIN | {Kind.SIGN_IN} if self._settings.sign_in == "oauth" else _AGAIN

    def _note(self, trouble: Trouble) -> None:
        if trouble.kind is Kind.BUSY and trouble.seconds:
            self._quiet_until = self._monotonic() + min(trouble.seconds, LONGEST_BACK_OFF)

    def _wait_for_quiet(self) -> None:
        """The server has asked for patience: wait if it is short, else say for how long not to ask."""
        left = self._quiet_until - self._monotonic()
        if left > LONGEST_NAP:
            raise Trouble(
                Kind.UNREACHED, f"Exchange at {self.name} asks us to wait; it will be asked again later.", left
            )
        if left > 0:
            self._sleep(left)


def _authority(file: Path | None) -> str | None:
    """The file's name for the library, which would take a missing file for a server that does not answer."""
    if file is None:
        return None
    try:
        ssl.create_default_context(cafile=file)
    except OSError as error:
        why = error.strerror or "no certificates"
        raise PlainError(f"{file} cannot be used ({why}); ca_file must name a PEM file with certificates.") from None
    return str(file)
