"""A loopback Exchange of our own: the service over HTTP with sign-in, tokens, and faults on demand."""

from __future__ import annotations

import contextlib
import itertools
import socket
import ssl
import sys
import threading
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable
from http.server import ThreadingHTTPServer

from tests.fakes.ews_answers import Manners
from tests.fakes.ews_http import PATH, EwsHandler, Seen, Trouble
from tests.fakes.ews_operations import Operations
from tests.fakes.ews_store import EwsStore

REMEMBERED = 300
"""So many requests are kept whole."""


class EwsServer:
    """The stand-in. `passwords` are by user, `secrets` by client id; `checks_assertion` judges a signed claim."""

    def __init__(self, *addresses: str) -> None:
        self.store = EwsStore(*addresses)
        self.manners = Manners()
        self.operations = Operations(self.store, self.manners, time.monotonic)
        self.passwords: dict[str, str] = {}
        self.secrets: dict[str, str] = {}
        self.checks_assertion: Callable[[str, str], bool] = lambda _client, _assertion: False
        self.token_seconds = 3600
        self.tokens: dict[str, str] = {}
        self.token_requests: list[dict[str, str]] = []
        self.troubles: list[Trouble] = []
        self.seen: deque[Seen] = deque(maxlen=REMEMBERED)
        self.counts: Counter[str] = Counter()
        self.unauthorised = 0
        self.garbler: Callable[[bytes], bytes] | None = None
        self.date_header: str | None = None
        self.lock = threading.RLock()
        self.released = threading.Event()
        self._numbers = itertools.count(1)
        self.connections: set[socket.socket] = set()
        self._port = 0
        self.tls: ssl.SSLContext | None = None
        self._http: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> EwsServer:
        self.listen()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self.stop_listening()

    @property
    def url(self) -> str:
        return f"{self.authority}{PATH}"

    @property
    def authority(self) -> str:
        return f"{'http' if self.tls is None else 'https'}://127.0.0.1:{self._port}"

    def listen(self) -> None:
        """Take connections, on the same port as before."""
        self._http = _HTTPServer(("127.0.0.1", self._port), type("Handler", (EwsHandler,), {"ews": self}))
        self._port = self._http.server_address[1]
        if self.tls is not None:
            self._http.socket = self.tls.wrap_socket(self._http.socket, server_side=True)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def stop_listening(self) -> None:
        """Refuse connections, and end those that are open."""
        if self._http is None or self._thread is None:
            return
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
        for connection in list(self.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._http = None

    def trouble(self, kind: str, times: int = 1, operation: str = "", seconds: float = 0) -> None:
        """Strike the next requests; see `EwsHandler` for the kinds."""
        with self.lock:
            self.troubles.append(Trouble(kind, times, operation, seconds))

    def count(self, operation: str) -> int:
        return self.counts[operation]

    def next_trouble(self, operation: str) -> Trouble | None:
        with self.lock:
            for trouble in self.troubles:
                if trouble.times > 0 and trouble.operation in ("", operation):
                    trouble.times -= 1
                    return trouble
        return None

    def new_token(self, client: str) -> str:
        token = f"token-{next(self._numbers)}-{client}"
        self.tokens[token] = client
        return token


class _HTTPServer(ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that has gone is no news; anything else is a fault of the stand-in."""
        if not isinstance(sys.exc_info()[1], OSError):
            traceback.print_exc()
