"""One connection to an Exchange server: no retries behind our back, no call that hangs, no wait without an end.

exchangelib keeps its connections by endpoint and credentials for the whole process, tries again by itself, waits for a
free session for ever, and loses a session whose renewal failed. Here each adapter has a connection of its own, every
request is made once, and a watchdog closes the socket of one that takes too long, however slowly it drips.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import socket
import threading
import weakref
from collections.abc import Iterator
from queue import Empty
from typing import Any

from exchangelib.errors import ErrorServerBusy, ErrorTimeoutExpired, SessionPoolMaxSizeReached
from exchangelib.protocol import CachingProtocol, FailFast, Protocol
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import ProxyManager

PIECE = 65_536
SLOWEST = 100_000
"""Bytes a second that a line must carry at least."""
_BUSY = (429, 503)
_LOUD = ("exchangelib", "requests_oauthlib", "oauthlib")
"""Libraries that write whole requests, answers and tokens into their logs: mails and secrets. What failed we say."""


def hush() -> None:
    """Keep what the libraries would log out of every log."""
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class WatchedAdapter(HTTPAdapter):
    """Sends requests; each, and then its answer, may take `limit` seconds, and more only for being large.

    `authority` is a PEM file of whose issuers the server's certificate must be, None for those that all trust.
    """

    def __init__(self, limit: float, authority: str | None) -> None:
        self._limit = limit
        self._authority = authority
        self._open: weakref.WeakSet[HTTPConnection] = weakref.WeakSet()
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0, pool_block=True)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: object) -> None:
        """Have every connection that is made known to the watchdog."""
        super().init_poolmanager(connections, maxsize, block=block, **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = _watched_pools(self._open)

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: object) -> ProxyManager:
        """The same on the way through a proxy."""
        manager: ProxyManager = super().proxy_manager_for(proxy, **proxy_kwargs)
        manager.pool_classes_by_scheme = _watched_pools(self._open)
        return manager

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:  # noqa: ANN401  as they come
        """Send, and read the answer to its end, while the watchdog is awake; what is large may take longer."""
        allowance = len(request.body) / SLOWEST if isinstance(request.body, str | bytes) else 0
        if self._authority is not None:
            kwargs["verify"] = self._authority
        if isinstance(kwargs.get("timeout"), int | float):
            kwargs["timeout"] += allowance
        with self._watched(allowance):
            response = super().send(request, *args, **kwargs)
        if not kwargs.get("stream"):
            size = response.headers.get("Content-Length", "")
            with self._watched(int(size) / SLOWEST if size.isdigit() else 0):
                _ = response.content
            # exchangelib would take the answer byte by byte, which for a large mail lasts many seconds.
            response.iter_content = functools.partial(response.iter_content, PIECE)  # type: ignore[method-assign]
        return response

    @contextlib.contextmanager
    def _watched(self, allowance: float) -> Iterator[None]:
        watchdog = threading.Timer(self._limit + allowance, self._bite)
        watchdog.daemon = True
        watchdog.start()
        try:
            yield
        finally:
            watchdog.cancel()

    def _bite(self) -> None:
        for connection in list(self._open):
            sock = connection.sock
            if sock is not None:
                with contextlib.suppress(OSError):
                    # Not the TLS object's own shutdown, which is not meant to be called from another thread.
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _watched_pools(known: weakref.WeakSet[HTTPConnection]) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def connect(self) -> None:
            known.add(self)
            super().connect()

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            known.add(self)
            super().connect()

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


class Once(FailFast):
    """Each request is made once. What the server says about waiting, and its clock, are kept for others to see."""

    def __init__(self) -> None:
        self.date_header = ""

    def raise_response_errors(self, response: Response) -> None:
        """Raise what a status other than 200 means; one that asks for patience says for how long."""
        self.date_header = response.headers.get("Date", "")
        if response.status_code in _BUSY:
            raise ErrorServerBusy(
                f"HTTP {response.status_code}", back_off=_seconds(response.headers.get("Retry-After"))
            )
        super().raise_response_errors(response)


def _seconds(text: str | None) -> float | None:
    """Retry-After in seconds (RFC 9110, 10.2.3); its form as a date is rare and tells nothing that we need."""
    return float(text) if text is not None and text.isascii() and text.isdigit() else None


class _Unshared(CachingProtocol):
    """Makes a connection of its own each time, where exchangelib would share one."""

    def __call__(self, *args: object, **kwargs: object) -> object:
        return type.__call__(self, *args, **kwargs)


class Wire(Protocol, metaclass=_Unshared):
    """exchangelib's protocol with one session, bounded waits, and no session ever lost."""

    RETRY_WAIT = 0  # else it would say that the server asks for ten seconds where the server says nothing

    def __init__(self, config: object, timeout: float, authority: str | None) -> None:
        self.TIMEOUT = timeout
        self._authority = authority
        super().__init__(config=config)

    def raw_session(self, prefix: str, *args: object, **kwargs: object) -> object:
        """A plain session whose requests all go under watch."""
        session = super().raw_session(prefix, *args, **kwargs)
        for place in list(session.adapters):
            # The limit leaves the socket's own time-out, which says more, the first word.
            authority = self._authority if place == prefix else None
            session.mount(place, WatchedAdapter(self.TIMEOUT * 1.5, authority))
        return session

    def get_session(self) -> object:
        """The session, or ErrorTimeoutExpired where another call keeps it too long."""
        try:
            session = self._session_pool.get(block=False)
        except Empty:
            with contextlib.suppress(SessionPoolMaxSizeReached):
                self.increase_poolsize()
            try:
                session = self._session_pool.get(timeout=self.TIMEOUT)
            except Empty:
                raise ErrorTimeoutExpired("another request is still under way") from None
        session.usage_count += 1
        return session

    def retire_session(self, session: object) -> None:
        """Give a session up. A new one is made when it is needed: made now, its failure would hide the first one."""
        self.close_session(session)
        self._session_pool_size -= 1

    def renew_session(self, session: object) -> object:
        """A new session in the place of this one, which is given up even where no new one can be had."""
        self.retire_session(session)
        renewed = self.create_session()
        self._session_pool_size += 1
        return renewed
