"""Our stand-in for Slack: its Web API over HTTP on this machine, which checks what it is told and remembers it."""

from __future__ import annotations

import itertools
import json
import socket
import struct
import threading
import time
import urllib.parse
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.fakes.slack_checks import OTHER_SCOPES, SCOPES, fault_of
from tests.fakes.slack_payloads import BOT, BOT_USER, CHANNEL, MANAGERS, TEAM

TOKEN, APP_TOKEN, SECRET = "xoxb-a-bot-token", "xapp-an-app-token", "a-signing-secret"
_FIRST = 1_800_000_000


@dataclass(frozen=True)
class Call:
    """A call as it came in; `at` counts seconds of the machine's own clock."""

    method: str
    arguments: dict[str, Any]
    at: float


@dataclass
class Fault:
    """Something that goes wrong with the next calls of a method ("" for any).

    `status` answers with it, `error` with ok: false; `after` does the work first; `hang` waits so many seconds;
    `drop` closes the connection without a word.
    """

    method: str = ""
    status: int = 200
    error: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1
    after: bool = False
    hang: float = 0.0
    drop: bool = False


def user(id_: str, email: str = "", **more: Any) -> dict[str, Any]:
    """A user as users.info has them."""
    return {
        "id": id_, "team_id": TEAM, "name": id_.lower(), "real_name": more.pop("real_name", id_.title()),
        "deleted": False, "is_bot": False, "is_restricted": False, "is_ultra_restricted": False,
        "is_email_confirmed": bool(email), "profile": {"email": email} if email else {}, **more,
    }  # fmt: skip


class SlackServer:
    """A workspace. `refused` holds what was wrong with the calls that were not as documented."""

    def __init__(self, users: Iterable[Mapping[str, Any]] = (), *, check: bool = True) -> None:
        self.users = {item["id"]: dict(item) for item in users}
        self.channels = {CHANNEL, MANAGERS}
        self.scopes = {*SCOPES.values(), *OTHER_SCOPES}
        self.calls: list[Call] = []
        self.refused: list[str] = []
        self.faults: list[Fault] = []
        self.messages: dict[tuple[str, str], dict[str, Any]] = {}
        self.ephemeral: list[dict[str, Any]] = []
        self.responses: list[dict[str, Any]] = []
        self.views: dict[str, dict[str, Any]] = {}
        self.homes: dict[str, dict[str, Any]] = {}
        self.socket_url = ""
        self._check = check
        self._numbers = itertools.count(1)
        self._lock = threading.RLock()
        self.changed = threading.Condition(self._lock)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> SlackServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End: connections are refused from then on."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()

    @property
    def url(self) -> str:
        """Where the Web API is."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/api/"

    @property
    def response_url(self) -> str:
        """An address for answers to a command or a click."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/commands/{next(self._numbers)}"

    # what tests ask

    def made(self, method: str) -> list[dict[str, Any]]:
        """The arguments of the calls of a method."""
        with self._lock:
            return [call.arguments for call in self.calls if call.method == method]

    def standing(self, channel: str) -> list[dict[str, Any]]:
        """The messages of a channel, the oldest first."""
        with self._lock:
            return [dict(held) for (where, _), held in sorted(self.messages.items()) if where == channel]

    def wait_for(self, seen: Any, seconds: float = 8.0) -> Any:
        """What `seen` returns once it is true; fails after some seconds."""
        end = time.monotonic() + seconds
        with self.changed:
            while not (found := seen()):
                left = end - time.monotonic()
                assert left > 0, f"nothing came; the last calls: {[call.method for call in self.calls[-8:]]}"
                self.changed.wait(min(left, 0.2))
            return found

    # what the app calls

    def answer(self, method: str, arguments: dict[str, Any], token: str) -> dict[str, Any]:
        """What Slack says to a call."""
        self.calls.append(Call(method, arguments, time.monotonic()))
        if token != (APP_TOKEN if method == "apps.connections.open" else TOKEN):
            return {"ok": False, "error": "invalid_auth"}
        if SCOPES.get(method) not in {None, *self.scopes}:
            return {"ok": False, "error": "missing_scope", "needed": SCOPES[method]}
        fault = fault_of(method, arguments) if self._check else ""
        if fault:
            self.refused.append(f"{method}: {fault}: {json.dumps(arguments)[:2000]}")
            return {"ok": False, "error": fault}
        return getattr(self, "_" + method.replace(".", "_"))(arguments)

    def _auth_test(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"ok": True, "team_id": TEAM, "team": "Council", "user_id": BOT_USER, "bot_id": BOT, "user": "visitbot",
                "url": "https://council.example/"}  # fmt: skip

    def _apps_connections_open(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"ok": True, "url": self.socket_url} if self.socket_url else {"ok": False, "error": "forbidden_team"}

    def _chat_postMessage(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        channel = given["channel"]
        if channel.startswith(("C", "G")) and channel not in self.channels:
            return {"ok": False, "error": "not_in_channel"}
        ts = f"{_FIRST + next(self._numbers)}.000100"
        self.messages[channel, ts] = {**given, "ts": ts, "bot_id": BOT, "user": BOT_USER}
        return {"ok": True, "channel": channel, "ts": ts, "message": self.messages[channel, ts]}

    def _chat_update(self, given: dict[str, Any]) -> dict[str, Any]:
        held = self.messages.get((given["channel"], given["ts"]))
        if held is None:
            return {"ok": False, "error": "message_not_found"}
        held.update(given)
        return {"ok": True, "channel": given["channel"], "ts": given["ts"]}

    def _chat_postEphemeral(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        if given["channel"] not in self.channels:
            return {"ok": False, "error": "channel_not_found"}
        self.ephemeral.append(given)
        return {"ok": True, "message_ts": f"{_FIRST + next(self._numbers)}.000200"}

    def _conversations_open(self, given: dict[str, Any]) -> dict[str, Any]:
        if given["users"] not in self.users:
            return {"ok": False, "error": "user_not_found"}
        return {"ok": True, "channel": {"id": f"D{given['users'][1:]}"}}

    def _conversations_history(self, given: dict[str, Any]) -> dict[str, Any]:
        if given["channel"].startswith(("C", "G")) and given["channel"] not in self.channels:
            known = given["channel"] in {CHANNEL, MANAGERS}
            return {"ok": False, "error": "not_in_channel" if known else "channel_not_found"}
        found = [held for held in self.standing(given["channel"]) if not held.get("thread_ts")]
        return self._page(found[::-1], given)

    def _conversations_replies(self, given: dict[str, Any]) -> dict[str, Any]:
        found = [h for h in self.standing(given["channel"]) if given["ts"] in (h["ts"], h.get("thread_ts"))]
        return self._page(found, given) if found else {"ok": False, "error": "thread_not_found"}

    def _page(self, found: list[dict[str, Any]], given: Mapping[str, Any]) -> dict[str, Any]:
        """A page of messages; metadata only where it is asked for and may be read."""
        begin, limit = int(given.get("cursor") or 0), int(given.get("limit", 100))
        page = found[begin : begin + limit]
        asked = str(given.get("include_all_metadata", "0")) in ("1", "true", "True")
        if not asked or "metadata.message:read" not in self.scopes:
            page = [{name: value for name, value in held.items() if name != "metadata"} for held in page]
        more = str(begin + limit) if begin + limit < len(found) else ""
        return {"ok": True, "messages": page, "has_more": bool(more), "response_metadata": {"next_cursor": more}}

    def _users_info(self, given: dict[str, Any]) -> dict[str, Any]:
        found = self.users.get(given["user"])
        return {"ok": True, "user": found} if found else {"ok": False, "error": "user_not_found"}

    def _users_lookupByEmail(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        found = [item for item in self.users.values() if item["profile"].get("email") == given["email"]]
        return {"ok": True, "user": found[0]} if found else {"ok": False, "error": "users_not_found"}

    def _views_open(self, given: dict[str, Any]) -> dict[str, Any]:
        id_ = f"V{next(self._numbers)}"
        self.views[id_] = {**given["view"], "id": id_, "hash": "1.a"}
        return {"ok": True, "view": self.views[id_]}

    def _views_update(self, given: dict[str, Any]) -> dict[str, Any]:
        self.views[given["view_id"]] = {**given["view"], "id": given["view_id"], "hash": "2.b"}
        return {"ok": True, "view": self.views[given["view_id"]]}

    def _views_publish(self, given: dict[str, Any]) -> dict[str, Any]:
        self.homes[given["user_id"]] = given["view"]
        return {"ok": True, "view": given["view"]}

    # HTTP

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        slack = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Nothing: tests look at the calls."""

            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                slack._serve(self, raw)

        return Handler

    def _serve(self, request: BaseHTTPRequestHandler, raw: bytes) -> None:
        if request.path.startswith("/commands/"):
            with self.changed:
                self.responses.append(json.loads(raw))
                self.changed.notify_all()
            _send(request, 200, b"ok", {})
            return
        method = request.path.rpartition("/")[2]
        arguments = _arguments(request.headers.get("Content-Type", ""), raw)
        token = arguments.pop("token", None) or request.headers.get("Authorization", "").removeprefix("Bearer ")
        fault = self._fault(method)
        if fault and not fault.after:
            with self.changed:
                self.calls.append(Call(method, arguments, time.monotonic()))
                self.changed.notify_all()
        if not fault or fault.after:
            with self.changed:
                answer = self.answer(method, arguments, token)
                self.changed.notify_all()
        if fault and fault.hang:
            time.sleep(fault.hang)
        if fault and fault.drop:
            request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            request.close_connection = True
            request.connection.close()
            return
        if fault and (fault.error or fault.status != 200):
            answer = {"ok": False, "error": fault.error or "internal_error"}
        headers = {"x-oauth-scopes": ",".join(sorted(self.scopes)), **(fault.headers if fault else {})}
        _send(request, fault.status if fault else 200, json.dumps(answer).encode(), headers)

    def _fault(self, method: str) -> Fault | None:
        with self._lock:
            fault = next((item for item in self.faults if item.method in ("", method)), None)
            if fault is not None:
                fault.times -= 1
                if not fault.times:
                    self.faults.remove(fault)
            return fault


def _arguments(content_type: str, raw: bytes) -> dict[str, Any]:
    if content_type.startswith("application/json"):
        return dict(json.loads(raw or b"{}"))
    return {name: values[0] for name, values in urllib.parse.parse_qs(raw.decode()).items()}


def _send(request: BaseHTTPRequestHandler, status: int, body: bytes, headers: Mapping[str, str]) -> None:
    try:
        request.send_response(status)
        for name, value in {"Content-Type": "application/json; charset=utf-8", **headers}.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)
    except OSError:
        pass  # the app has given up waiting


def buttons(blocks: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The buttons of blocks by their text."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for block in blocks:
        for element in (*block.get("elements", ()), *([block["accessory"]] if "accessory" in block else ())):
            if element.get("type") == "button":
                found[element["text"]["text"]] = {**element, "block_id": block.get("block_id", "b")}
    return dict(found)


def shown_text(blocks: Any) -> str:
    """All the words of blocks or a view, one text a line."""
    if isinstance(blocks, Mapping):
        own = [blocks["text"]] if isinstance(blocks.get("text"), str) else []
        return "\n".join([*own, *(found for value in blocks.values() if (found := shown_text(value)))])
    if isinstance(blocks, list):
        return "\n".join(found for item in blocks if (found := shown_text(item)))
    return ""
