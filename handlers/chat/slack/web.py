"""HTTP mode: Slack calls us. Bolt checks every request's signature and its age; nothing else is answered."""

from __future__ import annotations

import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from bot.errors import PlainError

if TYPE_CHECKING:
    from slack_bolt import App

PATH = "/slack/events"
LARGEST = 1_000_000
"""Bytes of a request; Slack's own stay far below."""
PATIENCE = 10
"""Seconds that a caller may take to send its request."""


class WebDoor:
    """Slack's requests, by an address of ours (behind a reverse proxy with TLS)."""

    def __init__(self, app: App, host: str, port: int) -> None:
        try:
            self._server = ThreadingHTTPServer((host, port), _handler(app))
        except OSError as error:
            raise PlainError(f"chat.http_port: {host}:{port} cannot be listened on ({error.strerror}).") from None
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), name="slack-web", daemon=True)

    @property
    def port(self) -> int:
        """Where we listen."""
        return int(self._server.server_address[1])

    @property
    def is_open(self) -> bool:
        """Whether requests can come in now."""
        return self._thread.is_alive()

    def open(self) -> None:
        """Listen."""
        self._thread.start()

    def close(self) -> None:
        """Listen no longer."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()


def _handler(app: App) -> type[BaseHTTPRequestHandler]:
    from slack_bolt import BoltRequest

    class Handler(BaseHTTPRequestHandler):
        timeout = PATIENCE

        def log_message(self, *_: object) -> None:
            """Nothing: what matters is logged where it is handled."""

        def do_POST(self) -> None:  # the name is the library's
            length = self.headers.get("Content-Length", "")
            if self.path.partition("?")[0] != PATH:
                self._answer(HTTPStatus.NOT_FOUND)
            elif not length.isdigit() or int(length) > LARGEST:
                self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            else:
                self._dispatch(self.rfile.read(int(length)))

        def _dispatch(self, raw: bytes) -> None:
            try:
                request = BoltRequest(body=raw.decode("utf-8"), headers=dict(self.headers.items()))
            except ValueError:
                self._answer(HTTPStatus.BAD_REQUEST)
                return
            said = app.dispatch(request)
            self._answer(said.status, said.body, said.first_headers())

        def _answer(self, status: int, body: str = "", headers: dict[str, str] | None = None) -> None:
            raw = body.encode()
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

    return Handler
