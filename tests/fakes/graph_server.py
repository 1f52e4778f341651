"""A stand-in for Microsoft Graph and its sign-in on the loopback, over TLS, with faults on demand.

Written from Microsoft's public documentation (user: sendMail, message: delta, calendar: getSchedule, event, errors,
throttling; OAuth 2.0 client credentials), not from what our client happens to ask. What is not documented is refused.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.fakes.graph_calendar import CalendarStore, schedules
from tests.fakes.graph_mail import MailStore
from tests.fakes.graph_wire import RefusalError, Reply, Request, tabled, tls_context

TENANT = "11111111-2222-3333-4444-555555555555"
CLIENT = "99999999-8888-7777-6666-555555555555"
SECRET = "s3cret~of-the-application"
MAILBOX = "visits@council.example"
ROLES = {"Mail.ReadWrite", "Mail.Send", "Calendars.ReadWrite"}
_NAMES = ("users", "sendMail", "mailFolders", "childFolders", "messages", "delta", "move", "calendar", "events")
_NAMES_BY_FOLD = {name.casefold(): name for name in (*_NAMES, "getSchedule")}
_REFUSALS = {
    "busy": (429, "ApplicationThrottled", {"Retry-After": "2"}),
    "unavailable": (503, "ErrorServerBusy", {"Retry-After": "1"}),
    "error": (500, "ErrorInternalServerError", {}),
    "error_after_accept": (500, "ErrorInternalServerError", {}),
    "gateway_after_accept": (504, "UnknownError", {}),
    "expired": (401, "InvalidAuthenticationToken", {"WWW-Authenticate": "Bearer"}),
    "gone": (410, "SyncStateNotFound", {}),
    "bad_mime": (400, "ErrorMimeContentInvalid", {}),
    "too_large": (413, "RequestEntityTooLarge", {}),
    "throttled_for_long": (429, "ApplicationThrottled", {"Retry-After": "900"}),
    "ok_but_not": (200, "", {}),
}
AFTER_ACCEPT = {"dropped_after_accept", "error_after_accept", "gateway_after_accept", "hang_after_accept"}


@dataclass
class Fault:
    """What is to go wrong, with which requests, how many times more, after so many that go well."""

    name: str
    applies: Callable[[str, str], bool]
    times: int
    after: int = 0


def to_send(_method: str, path: str) -> bool:
    return path.endswith("/sendMail")


def to_read(method: str, path: str) -> bool:
    return method == "GET" and "/v1.0/" in path


def to_any(_method: str, path: str) -> bool:
    return "/v1.0/" in path


def to_sign_in(_method: str, path: str) -> bool:
    return path.endswith("/token")


class GraphServer:
    """Graph and its sign-in at one address; `mail` and `calendars` are what lies there."""

    def __init__(self, mailbox: str = MAILBOX) -> None:
        self.mail = MailStore(mailbox)
        self.calendars: dict[str, CalendarStore] = {mailbox: CalendarStore()}
        self.roles = set(ROLES)
        self.certificate = b""
        self.faults: list[Fault] = []
        self.asked: list[tuple[str, str]] = []
        self.tokens: dict[str, float] = {}
        self.clock_ahead = 0.0
        self.released = threading.Event()
        self.lock = threading.RLock()
        self._httpd: _Http | None = None
        self.port = 0

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def __enter__(self) -> GraphServer:
        self.listen()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self.stop_listening()

    def listen(self) -> None:
        self._httpd = _Http(("127.0.0.1", self.port), self)
        self.port = self._httpd.server_address[1]
        threading.Thread(target=self._httpd.serve_forever, args=(0.02,), daemon=True).start()

    def stop_listening(self) -> None:
        """Nobody is at the address any more: connections are refused, open ones are cut."""
        if self._httpd is not None:
            self._httpd.shutdown()
            self._httpd.server_close()
            self._httpd.cut()
            self._httpd = None

    def fault(self, name: str, times: int = 1, applies: Callable[[str, str], bool] = to_any, after: int = 0) -> None:
        self.faults.append(Fault(name, applies, times, after))

    def count(self, method: str, ending: str) -> int:
        return sum(asked == method and path.endswith(ending) for asked, path in self.asked)

    def take_fault(self, method: str, path: str) -> str:
        with self.lock:
            for fault in self.faults:
                if fault.times and fault.applies(method, path):
                    if fault.after:
                        fault.after -= 1
                        continue
                    fault.times -= 1
                    return fault.name
        return ""

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Reply:
        url = urlsplit(target)
        query = dict(parse_qsl(url.query, keep_blank_values=True, strict_parsing=bool(url.query)))
        segments = _segments(url.path)
        with self.lock:
            try:
                if segments[:1] == ("v1.0",):
                    self._authorised(headers)
                    return self._graph(Request(method, segments[1:], query, headers, body, self.url))
                return self._sign_in(method, segments, headers, body)
            except RefusalError as refusal:
                return refusal.reply

    def revoke_tokens(self) -> None:
        self.tokens.clear()

    def _authorised(self, headers: dict[str, str]) -> None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or self.tokens.get(token, 0) < time.monotonic():
            raise RefusalError(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.")

    def _graph(self, request: Request) -> Reply:
        if request.segments[:1] != ("users",) or len(request.segments) < 2:
            raise RefusalError(404, "ResourceNotFound", "Resource not found for the segment.")
        person, rest = request.segments[1], request.segments[2:]
        if rest[:2] == ("calendar", "getSchedule") and request.method == "POST":
            self._may("Calendars.ReadWrite", person)
            return schedules(request, self.calendars)
        if rest[:1] in (("calendar",), ("events",)):
            self._may("Calendars.ReadWrite", person)
            return self.calendars[person].answer(request, rest[1:] if rest[0] == "calendar" else rest)
        self._may("Mail.Send" if rest[:1] == ("sendMail",) else "Mail.ReadWrite", person)
        if person != self.mail.address:
            raise RefusalError(404, "ErrorInvalidUser", f"The requested user '{person}' is invalid.")
        return self.mail.answer(request)

    def _may(self, role: str, person: str) -> None:
        if person not in self.calendars:
            raise RefusalError(404, "ErrorInvalidUser", f"The requested user '{person}' is invalid.")
        if role not in self.roles and f"{role} {person}" not in self.roles:
            raise RefusalError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")

    def _sign_in(self, method: str, segments: tuple[str, ...], headers: dict[str, str], body: bytes) -> Reply:
        if segments[:1] != (TENANT,):
            return _oauth_error(400, "invalid_tenant", 90002)
        if (method, segments[1:]) == ("GET", ("v2.0", ".well-known", "openid-configuration")):
            here = f"{self.url}/{TENANT}"
            return tabled(
                {
                    "token_endpoint": f"{here}/oauth2/v2.0/token",
                    "authorization_endpoint": f"{here}/oauth2/v2.0/authorize",
                    "issuer": f"{here}/v2.0",
                }
            )
        if (method, segments[1:]) != ("POST", ("oauth2", "v2.0", "token")):
            return Reply(404, b"")
        if not headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return _oauth_error(400, "invalid_request", 900144)
        return self._token(dict(parse_qsl(body.decode())))

    def _token(self, form: dict[str, str]) -> Reply:
        if form.get("grant_type") != "client_credentials":
            return _oauth_error(400, "unsupported_grant_type", 70003)
        if form.get("client_id") != CLIENT:
            return _oauth_error(400, "unauthorized_client", 700016)
        if form.get("scope") != f"{self.url}/.default":
            return _oauth_error(400, "invalid_scope", 70011)
        if "client_assertion" in form:
            if not self._is_ours(form):
                return _oauth_error(401, "invalid_client", 700027)
        elif form.get("client_secret") != SECRET:
            return _oauth_error(401, "invalid_client", 7000215)
        token = f"token-{len(self.tokens)}-{time.monotonic_ns()}"
        self.tokens[token] = time.monotonic() + 3599
        return tabled({"token_type": "Bearer", "expires_in": 3599, "access_token": token})

    def _is_ours(self, form: dict[str, str]) -> bool:
        import jwt
        from cryptography.x509 import load_pem_x509_certificate

        if form.get("client_assertion_type") != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer":
            return False
        key: Any = load_pem_x509_certificate(self.certificate).public_key()
        audience = f"{self.url}/{TENANT}/oauth2/v2.0/token"
        try:
            claims = jwt.decode(form["client_assertion"], key, algorithms=["PS256", "RS256"], audience=audience)
        except jwt.PyJWTError:
            return False
        return bool(claims["sub"] == CLIENT == claims["iss"])


def _segments(path: str) -> tuple[str, ...]:
    """The parts of a path; both spellings of a key are documented: mailFolders/ID and mailfolders('ID')."""
    parts: list[str] = []
    for raw in path.strip("/").split("/"):
        part = unquote(raw)
        name, bracket, key = part.partition("('")
        parts.append(_NAMES_BY_FOLD.get(name.casefold(), name) if name != part or not bracket else part)
        if bracket:
            parts.append(key.removesuffix("')"))
    return tuple(parts)


def _oauth_error(status: int, error: str, number: int) -> Reply:
    said = {"error": error, "error_description": f"AADSTS{number}: said at length.", "error_codes": [number]}
    return Reply(status, json.dumps(said).encode(), {"Content-Type": "application/json"})


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 32

    def __init__(self, address: tuple[str, int], graph: GraphServer) -> None:
        super().__init__(address, _Handler)
        self.graph = graph
        self.socket = tls_context().wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.open: set[socket.socket] = set()

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self.open.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no error of ours."""

    def cut(self) -> None:
        for connection in list(self.open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Http

    def do_any(self) -> None:
        graph = self.server.graph
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = urlsplit(self.path).path
        with graph.lock:
            graph.asked.append((self.command, path))
        fault = graph.take_fault(self.command, path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = Reply(200)
        if not fault or fault in AFTER_ACCEPT or fault in ("slow", "gone_now"):
            reply = graph.answer(self.command, self.path, headers, body)
        if fault in ("hang", "hang_after_accept"):
            graph.released.wait(60)
        if fault.startswith(("dropped", "hang")):
            self.close_connection = True
            return
        if fault in _REFUSALS:
            status, code, more = _REFUSALS[fault]
            reply = RefusalError(status, code, headers=more).reply
        if fault == "slow_head":
            self.close_connection = True
            self._drip(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 1000)
            return
        self._say(reply, slowly=fault == "slow")

    do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = do_any  # noqa: N815

    def _say(self, reply: Reply, *, slowly: bool) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if slowly:
            self._drip(reply.body)
        else:
            self.wfile.write(reply.body)

    def _drip(self, text: bytes) -> None:
        for place in range(len(text)):
            self.wfile.write(text[place : place + 1])
            if self.server.graph.released.wait(0.1):
                return

    def date_time_string(self, timestamp: float | None = None) -> str:
        now = time.time() if timestamp is None else timestamp
        return super().date_time_string(now + self.server.graph.clock_ahead)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        """Quiet."""
