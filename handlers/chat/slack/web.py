"""HTTP mode: Slack calls us. Every request's signature and age are checked before anything is read from it."""

from __future__ import annotations

import json
import threading
import urllib.parse
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from bot.errors import PlainError

if TYPE_CHECKING:
    from slack_bolt import App, BoltResponse

PATH = "/slack/events"
LARGEST = 1_000_000
"""Bytes of a request; Slack's own stay far below."""
PATIENCE = 10
"""Seconds that a caller may take to send its request."""

Dispatch = Callable[[dict[str, object], dict[str, str]], "BoltResponse"]


class WebDoor:
    """Slack's requests, by an address of ours (behind a reverse proxy with TLS)."""

    def __init__(self, app: App, signing_secret: str, host: str, port: int) -> None:
        handler = _handler(_dispatch(app), _verify(signing_secret))
        try:
            self._server = ThreadingHTTPServer((host, port), handler)
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


def _dispatch(app: App) -> Dispatch:
    """To Bolt as a request that was let in already, like one from the socket."""
    from slack_bolt import BoltRequest

    return lambda body, headers: app.dispatch(BoltRequest(mode="socket_mode", body=body, headers=dict(headers)))


def _verify(signing_secret: str) -> Callable[[bytes, str, str], bool]:
    """Whether Slack has signed a body, at most five minutes ago (docs.slack.dev, "Verifying requests from Slack")."""
    from slack_sdk.signature import SignatureVerifier

    verifier = SignatureVerifier(signing_secret)

    def is_signed(body: bytes, stamp: str, signature: str) -> bool:
        return stamp.isascii() and stamp.isdigit() and verifier.is_valid(body, stamp, signature)

    return is_signed


def _handler(dispatch: Dispatch, is_signed: Callable[[bytes, str, str], bool]) -> type[BaseHTTPRequestHandler]:
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
                self._let_in(self.rfile.read(int(length)))

        def _let_in(self, raw: bytes) -> None:
            stamp = self.headers.get("X-Slack-Request-Timestamp", "")
            if not is_signed(raw, stamp, self.headers.get("X-Slack-Signature", "")):
                self._answer(HTTPStatus.UNAUTHORIZED)
                return
            body = body_of(raw)
            if body is None:
                self._answer(HTTPStatus.BAD_REQUEST)
                return
            said = dispatch(body, dict(self.headers.items()))
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


def body_of(raw: bytes) -> dict[str, object] | None:
    """An event (JSON), an interaction (a form whose payload is JSON) or a command (a form); None for anything else."""
    try:
        text = raw.decode("utf-8")
        if text.startswith("{"):
            return _object(text)
        form = dict(urllib.parse.parse_qsl(text, keep_blank_values=True, strict_parsing=True))
        return _object(form["payload"]) if "payload" in form else dict(form)
    except ValueError:
        return None


def _object(text: str) -> dict[str, object] | None:
    found = json.loads(text)
    return found if isinstance(found, dict) else None
