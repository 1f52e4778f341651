"""HTTP in front of the Exchange stand-in: sign-in, tokens, and the faults that a request may meet."""

from __future__ import annotations

import base64
import contextlib
import json
import socket
import time
import urllib.parse
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any, ClassVar

from tests.fakes.ews_answers import Stumbled
from tests.fakes.ews_xml import Fault, Request, envelope, fault, parse

if TYPE_CHECKING:
    from tests.fakes.ews_server import EwsServer

PATH = "/EWS/Exchange.asmx"
_STATUS = {"503": 503, "429": 429, "500": 500, "504": 504}


@dataclass
class Trouble:
    """A fault that strikes the next `times` requests of an operation ("" for any); `seconds` as its kind needs."""

    kind: str
    times: int = 1
    operation: str = ""
    seconds: float = 0


@dataclass
class Seen:
    """A request as it came: which operation, with what bytes, as whom, and when."""

    operation: str
    raw: bytes
    user: str
    at: float = field(default_factory=time.monotonic)


class _Dropped(Exception):  # noqa: N818  no error, but what was asked for
    """The connection ends without an answer."""


class _Answered(Exception):  # noqa: N818  no error: the request has had its answer
    """Nothing further is to be said."""


class EwsHandler(BaseHTTPRequestHandler):
    """One connection to the stand-in."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    ews: ClassVar[EwsServer]

    def setup(self) -> None:
        super().setup()
        self.ews.connections.add(self.connection)

    def finish(self) -> None:
        self.ews.connections.discard(self.connection)
        super().finish()

    def log_message(self, *_: Any) -> None:
        """Tests look at what was seen, not at lines."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        return self.ews.date_header or super().date_time_string(timestamp)

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            if self.path.endswith("/oauth2/v2.0/token"):
                self._token(raw)
            elif urllib.parse.urlsplit(self.path).path == PATH:  # a proxy is given the whole address
                self._service(raw)
            else:
                self._reply(404, b"", "text/plain")
        except _Dropped:
            self.close_connection = True
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)

    def _token(self, raw: bytes) -> None:
        """RFC 6749, 4.4, with a secret or with an assertion (RFC 7523)."""
        form = dict(urllib.parse.parse_qsl(raw.decode()))
        self.ews.token_requests.append(form)
        client = form.get("client_id", "")
        secret, assertion = form.get("client_secret"), form.get("client_assertion")
        known = (secret is not None and self.ews.secrets.get(client) == secret) or (
            assertion is not None
            and form.get("client_assertion_type") == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            and self.ews.checks_assertion(client, assertion)
        )
        if form.get("grant_type") != "client_credentials" or not form.get("scope", "").endswith("/.default"):
            problem = {"error": "invalid_request", "error_description": "AADSTS900144: the request is malformed"}
            self._reply(400, json.dumps(problem).encode(), "application/json")
        elif not known:
            problem = {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret."}
            self._reply(401, json.dumps(problem).encode(), "application/json")
        else:
            token = {
                "token_type": "Bearer",
                "expires_in": self.ews.token_seconds,
                "access_token": self.ews.new_token(client),
            }
            self._reply(200, json.dumps(token).encode(), "application/json")

    def _user(self) -> str | None:
        scheme, _, value = self.headers.get("Authorization", "").partition(" ")
        if scheme == "Bearer":
            return self.ews.tokens.get(value)
        if scheme == "Basic":
            name, _, password = base64.b64decode(value).decode().partition(":")
            return name.lower() if self.ews.passwords.get(name.lower()) == password else None
        return None

    def _service(self, raw: bytes) -> None:
        user = self._user()
        if user is None:
            self.ews.unauthorised += 1
            self._reply(401, b"", "text/plain", {"WWW-Authenticate": 'Basic realm="exchange"'})
            return
        if not self.headers.get("Content-Type", "").startswith("text/xml"):
            self._reply(415, b"", "text/plain")
            return
        try:
            request = parse(raw, self.ews.manners.versions)
        except Fault as problem:
            self._reply(500, fault(problem))
            return
        self.ews.seen.append(Seen(request.operation, raw, user))
        self.ews.counts[request.operation] += 1
        trouble = self.ews.next_trouble(request.operation)
        if trouble is not None:
            self._before(trouble)
        status, answer = self._answered(request, user)
        if trouble is not None:
            self._after(trouble)
        self._reply(status, self.ews.garbler(answer) if self.ews.garbler else answer)

    def _answered(self, request: Request, user: str) -> tuple[int, bytes]:
        try:
            with self.ews.lock:
                return 200, envelope(self.ews.operations.answer(request, user))
        except Fault as problem:
            return 500, fault(problem)
        except Stumbled:
            return 500, b"Server Error in '/EWS' Application."

    def _before(self, trouble: Trouble) -> None:
        """What strikes before anything is done: a drop, a status, a busy fault, a token that no longer counts."""
        kind = trouble.kind
        if kind == "dropped_before_accept":
            raise _Dropped
        if kind == "hang_before_accept":
            self._hang()
        elif kind in _STATUS:
            self._status(_STATUS[kind], trouble)
        elif kind == "busy":
            values = {"BackOffMilliseconds": str(int(trouble.seconds * 1000))}
            self._reply(500, fault(Fault("ErrorServerBusy", "The server cannot service this request.", values)))
            raise _Answered
        elif kind == "expired_token":
            self.ews.tokens.clear()
            self._status(401, trouble)
        elif kind == "fault":
            self._reply(500, fault(Fault("ErrorInternalServerError", "An internal server error occurred.")))
            raise _Answered

    def _after(self, trouble: Trouble) -> None:
        """What strikes when all is done, and only the answer is lost or wrong."""
        kind = trouble.kind
        if kind == "dropped_after_accept":
            raise _Dropped
        if kind == "hang":
            self._hang()
        elif kind == "dribble":
            self._dribble()
        elif kind.startswith("after_"):
            self._status(_STATUS[kind.removeprefix("after_")], trouble)
        elif kind == "not_xml":
            self._reply(200, b"<html>Service unavailable", "text/html")
            raise _Answered

    def _hang(self) -> None:
        self.ews.released.wait(30)
        raise _Dropped

    def _dribble(self) -> None:
        """A byte now and then: each keeps a plain time-out from striking."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 100000\r\n\r\n")
        while not self.ews.released.wait(0.05):
            self.wfile.write(b" ")
            self.wfile.flush()
        raise _Dropped

    def _status(self, status: int, trouble: Trouble) -> None:
        headers = {"Retry-After": str(int(trouble.seconds))} if trouble.seconds else {}
        self._reply(status, b"unavailable", "text/plain", headers)
        raise _Answered

    def _reply(
        self, status: int, body: bytes, kind: str = "text/xml; charset=utf-8", headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def handle_one_request(self) -> None:
        with contextlib.suppress(_Answered, ConnectionError):
            super().handle_one_request()
