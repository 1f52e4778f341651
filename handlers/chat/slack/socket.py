"""Socket Mode: Slack is called, no public address is needed, and the connection comes back by itself."""

from __future__ import annotations

from contextlib import suppress
from socket import SHUT_RDWR
from typing import TYPE_CHECKING

from handlers.chat.slack.api import Caller, quiet_logger

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk.socket_mode import SocketModeClient

LOOK = 5.0
"""Seconds between two looks at the connection; one that is found dead is made anew."""


class SocketDoor:
    """Slack's requests, by a connection that we open; `api` calls with the app-level token."""

    def __init__(self, app: App, api: Caller, app_token: str) -> None:
        self._client = _client(app, api, app_token)

    def open(self) -> None:
        """Connect; raises ChatError where Slack does not let us, and may be called again."""
        self._client.connect()

    def close(self) -> None:
        """Disconnect, and end every thread of it."""
        self._client.close()

    @property
    def is_open(self) -> bool:
        """Whether requests can come in now."""
        return self._client.is_connected()


def _client(app: App, api: Caller, app_token: str) -> SocketModeClient:
    from slack_bolt.adapter.socket_mode.internals import run_bolt_app, send_response
    from slack_sdk.socket_mode import SocketModeClient
    from slack_sdk.socket_mode.client import BaseSocketModeClient
    from slack_sdk.socket_mode.request import SocketModeRequest

    class Client(SocketModeClient):
        def issue_new_wss_url(self) -> str:
            """Where to connect: the library's own way would sleep where Slack asks to wait, and could not be ended."""
            return str(api.call("apps.connections.open")["url"])

        def connect(self) -> None:
            """The old connection is let go first: who waits at it for a message would keep the new one waiting."""
            self._wake_reader()
            super().connect()

        def disconnect(self) -> None:
            """End at once, without waiting for a message to come."""
            self._wake_reader()
            super().disconnect()

        def _wake_reader(self) -> None:
            held = self.current_session.sock if self.current_session is not None else None
            if held is not None:
                with suppress(OSError):  # it is closed already
                    held.shutdown(SHUT_RDWR)

    def serve(client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        send_response(client, request, run_bolt_app(app, request), 0.0)

    client = Client(app_token, logger=quiet_logger(), ping_interval=LOOK)
    client.socket_mode_request_listeners.append(serve)
    return client
