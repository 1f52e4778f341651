"""The other half of the stand-in: Slack's end of Socket Mode, which sends envelopes and times their acknowledgement."""

from __future__ import annotations

import itertools
import json
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

_NUMBERS = itertools.count(1)


@dataclass
class Envelope:
    """One envelope that was sent: `delay` is how many seconds its acknowledgement took, `answer` what came with it."""

    id: str
    sent_at: float
    delay: float | None = None
    answer: dict[str, Any] = field(default_factory=dict)
    acks: int = 0


class SlackSocket:
    """Takes the app's connections."""

    def __init__(self) -> None:
        self.envelopes: dict[str, Envelope] = {}
        self.connections = 0
        self._live: list[ServerConnection] = []
        self._changed = threading.Condition()
        self._server = serve(self._serve, "127.0.0.1", 0)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> SlackSocket:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.drop()
        self._server.shutdown()
        self._thread.join()

    @property
    def url(self) -> str:
        """What apps.connections.open gives out."""
        return f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}/link?ticket=secret-ticket"

    @property
    def live(self) -> int:
        """How many connections stand."""
        with self._changed:
            return len(self._live)

    def wait_connected(self, count: int = 1, seconds: float = 20.0) -> None:
        """Until the app has connected for the `count`-th time."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.connections >= count and self._live, seconds), "no connection"

    def send(self, kind: str, payload: Mapping[str, Any], *, again: str = "", retry: int = 0) -> Envelope:
        """Send an envelope and wait for its acknowledgement; `again` repeats one under its old id."""
        envelope = self.begin(kind, payload, again=again, retry=retry)
        with self._changed:
            acks = envelope.acks
            assert self._changed.wait_for(lambda: envelope.acks > acks or envelope.delay is not None, 10), "no ack"
        return envelope

    def begin(self, kind: str, payload: Mapping[str, Any], *, again: str = "", retry: int = 0) -> Envelope:
        """Send an envelope."""
        id_ = again or f"envelope-{next(_NUMBERS)}"
        body: dict[str, Any] = {"envelope_id": id_, "type": kind, "payload": dict(payload),
                                "accepts_response_payload": kind != "events_api"}  # fmt: skip
        if retry:
            body |= {"retry_attempt": retry, "retry_reason": "timeout"}
        with self._changed:
            envelope = self.envelopes.setdefault(id_, Envelope(id_, time.monotonic()))
            envelope.sent_at, envelope.delay = time.monotonic(), None
            connection = self._live[-1]
        connection.send(json.dumps(body))
        return envelope

    def say_goodbye(self) -> None:
        """Ask the app to connect anew, as Slack does every few hours."""
        with self._changed:
            connection = self._live[-1]
        connection.send(json.dumps({"type": "disconnect", "reason": "refresh_requested", "debug_info": {}}))

    def drop(self) -> None:
        """Close every connection."""
        with self._changed:
            live = list(self._live)
        for connection in live:
            connection.close()

    def _serve(self, connection: ServerConnection) -> None:
        with self._changed:
            self._live.append(connection)
            self.connections += 1
            self._changed.notify_all()
        try:
            connection.send(json.dumps({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A0"}}))
            for message in connection:
                self._acknowledged(json.loads(message))
        except ConnectionClosed:
            pass
        finally:
            with self._changed:
                self._live.remove(connection)
                self._changed.notify_all()

    def _acknowledged(self, message: dict[str, Any]) -> None:
        with self._changed:
            envelope = self.envelopes[message["envelope_id"]]
            envelope.delay = time.monotonic() - envelope.sent_at
            envelope.answer = message.get("payload") or {}
            envelope.acks += 1
            self._changed.notify_all()
