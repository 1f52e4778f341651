"""One way to ask something over HTTP: a bounded answer in bounded time, or a plain word that none came.

Nothing is ever asked twice here, and redirections are not followed: who may repeat what, the callers decide.
"""

from __future__ import annotations

import json
import logging
import queue
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import PlainError

if TYPE_CHECKING:
    import ssl

    import httpx

CONNECTIONS = 4
"""At most so many at a time: services that throttle count them."""
_GRACE = 0.5
LIMIT = 20_000_000
"""Bytes of an answer that are read where a caller does not say."""


class NoAnswerError(Exception):
    """No answer came; the message completes a sentence: "… could not be reached: it took too long".

    `unsent`: the request was certainly not sent. Otherwise nobody knows what the other side has done.
    """

    def __init__(self, why: str, *, unsent: bool = False) -> None:
        super().__init__(why)
        self.unsent = unsent


class TooLargeError(Exception):
    """The answer is larger than the caller wanted; the rest of it was not read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the headers (names in lower case) and the whole body."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)

    @property
    def well(self) -> bool:
        """Whether the status says that it was done (2xx)."""
        return 200 <= self.status < 300

    def table(self) -> dict[str, object]:
        """The body as a JSON object; empty where it is none."""
        try:
            value = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}


class HttpLine:
    """A few kept connections. `step` bounds every wait for the network in seconds, `whole` the call from end to end.

    `ca_file` names certificate authorities to trust beside the usual ones. Usable from several threads.
    """

    def __init__(self, missing: str, *, ca_file: Path | None = None, step: float = 30, whole: float = 120) -> None:
        self._missing = missing
        self._ca_file = ca_file
        self._step = step
        self._whole = whole
        self._client: httpx.Client | None = None

    def ask(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        limit: int = LIMIT,
    ) -> Answer:
        """The answer, whatever its status. Raises NoAnswerError or TooLargeError; PlainError without httpx.

        A watchdog ends a call that goes on and on, as when an answer comes drop by drop.
        """
        client = self._opened()
        box: queue.Queue[Answer | Exception] = queue.Queue(1)
        abandoned = threading.Event()

        def work() -> None:
            outcome: Answer | Exception = NoAnswerError("the request could not be made")
            try:
                outcome = _asked(client, method, url, headers or {}, content, limit, time.monotonic() + self._whole)
            except (NoAnswerError, TooLargeError) as error:
                outcome = error
            finally:
                box.put(outcome)
                if abandoned.is_set():
                    client.close()  # by the thread that uses it: TLS connections suffer no other

        threading.Thread(target=work, name="http", daemon=True).start()
        try:
            outcome = box.get(timeout=self._whole + _GRACE)
        except queue.Empty:
            self._client = None
            abandoned.set()
            outcome = NoAnswerError("it took too long")
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def close(self) -> None:
        """Close all connections; the next request opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def _opened(self) -> httpx.Client:
        if self._client is None:
            try:
                import httpx
            except ImportError:
                raise PlainError(self._missing) from None
            # httpx writes every address to the log, and those of calendar feeds are secrets.
            logging.getLogger("httpx").setLevel(logging.WARNING)
            self._client = httpx.Client(
                verify=self._trust(httpx.create_ssl_context()),
                timeout=httpx.Timeout(self._step),
                limits=httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS),
                follow_redirects=False,
            )
        return self._client

    def _trust(self, context: ssl.SSLContext) -> ssl.SSLContext:
        import ssl

        context.load_default_certs()
        if self._ca_file is not None:
            try:
                context.load_verify_locations(self._ca_file)
            except (OSError, ssl.SSLError):
                raise PlainError(
                    f"{self._ca_file} cannot be read as certificates (PEM); correct the setting ca_file."
                ) from None
        return context


def _asked(
    client: httpx.Client,
    method: str,
    url: str,
    headers: Mapping[str, str],
    content: bytes | None,
    limit: int,
    deadline: float,
) -> Answer:
    import httpx

    try:
        with client.stream(method, url, headers=dict(headers), content=content) as response:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > limit:
                    raise TooLargeError
                if time.monotonic() > deadline:
                    raise NoAnswerError("it took too long")
            return Answer(response.status_code, {k.lower(): v for k, v in response.headers.items()}, bytes(body))
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol) as error:
        raise NoAnswerError(_why_unreached(error), unsent=True) from error
    except httpx.TimeoutException as error:
        raise NoAnswerError("it did not answer in time") from error
    except (httpx.HTTPError, httpx.StreamError) as error:
        raise NoAnswerError("the connection broke off") from error
    except httpx.InvalidURL as error:
        raise NoAnswerError("its address is not a web address", unsent=True) from error
    except RuntimeError as error:  # somebody has closed the line
        raise NoAnswerError("the connection was closed") from error


def _why_unreached(error: Exception) -> str:
    """What kept us from connecting, from what the system said (not from what the other side said)."""
    said = str(error).casefold()
    causes = {
        "certificate": "its certificate is not trusted (a network that inspects TLS needs ca_file)",
        "name or service": "its name is not known",
        "getaddrinfo": "its name is not known",
        "nodename": "its name is not known",
        "name resolution": "its name cannot be looked up now",
        "refused": "it refuses connections",
        "timed out": "it does not respond",
    }
    return next((why for part, why in causes.items() if part in said), "no connection could be made")


def seconds_to_wait(answer: Answer) -> float:
    """What the header Retry-After asks for (RFC 9110, section 10.2.3), counted from the answer's own Date; else 0."""
    asked = answer.headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked[:9])
    try:
        until, since = (parsedate_to_datetime(text) for text in (asked, answer.headers.get("date", "")))
        return max(0.0, (until - since).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return 0.0
