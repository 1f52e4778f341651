"""The listener beside the rounds: it connects to Slack, survives drops, and brings cards up to date meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

import structlog

from bot.errors import PlainError
from handlers.chat.slack.api import SlackApi
from handlers.chat.slack.app import build_app
from handlers.chat.slack.office import SlackOffice
from handlers.chat.slack.socket import SocketDoor
from handlers.chat.slack.summary import Summary
from handlers.chat.slack.web import WebDoor
from handlers.chat.slack.window import Window
from handlers.parts import Parts

LOOK = 10.0
"""Seconds between two looks for cards that are behind, as after a decision at the command line."""
PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds to wait between tries while Slack cannot be reached; the last goes on."""

log = structlog.get_logger()

T = TypeVar("T")


class Door(Protocol):
    """Where Slack's requests come in."""

    @property
    def is_open(self) -> bool:
        """Whether they can come in now."""
        ...

    def open(self) -> None:
        """Let them in."""
        ...

    def close(self) -> None:
        """Let in no more; nothing of it runs afterwards."""
        ...


class SlackCompanion:
    """The port Companion on Slack; `look` is how often cards are looked after, in seconds."""

    def __init__(self, office: SlackOffice, parts: Parts, look: float = LOOK) -> None:
        self._office, self._parts, self._look = office, parts, look
        self._stop = threading.Event()
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None
        self.door: Door | None = None

    def start(self, wake: Callable[[], None]) -> None:
        """Begin to listen, in threads of its own; where Slack cannot be reached, as soon as it can."""
        self._thread = threading.Thread(target=self._run, args=(wake,), name="slack", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End: what was begun is finished, and no thread is left."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def wait_ready(self, seconds: float) -> bool:
        """Whether it listens within so many seconds."""
        return self._ready.wait(seconds)

    def _run(self, wake: Callable[[], None]) -> None:
        window = Window(self._office, self._parts, wake)
        try:
            self.door = self._patiently(lambda: self._make_door(window))
            if self.door is not None:
                self._patiently(self.door.open)
            if self.door is not None and not self._stop.is_set():
                self._ready.set()
                log.info("listening to Slack", mode=self._office.settings.mode)
                self._look_after(window, self.door)
        finally:
            if self.door is not None:
                self.door.close()
            window.worker.stop()

    def _make_door(self, window: Window) -> Door:
        settings = self._office.settings
        if settings.mode == "http":
            secret = settings.secret("signing_secret")
            return WebDoor(build_app(window), secret, settings.http_host, settings.http_port)
        app_token = settings.secret("app_token")
        return SocketDoor(build_app(window), SlackApi(app_token, settings.base_url), app_token)

    def _patiently(self, step: Callable[[], T]) -> T | None:
        """What the step gives once it works; None where we were stopped before."""
        for pause in _pauses():
            if self._stop.is_set():
                return None
            try:
                return step()
            except PlainError as error:
                log.error("Slack is not listened to yet", error=str(error))  # noqa: TRY400 - the sentence says it all
            self._stop.wait(pause)
        return None

    def _look_after(self, window: Window, door: Door) -> None:
        """Bring up to date what is behind, and tell in the log what does not work, once."""
        summary, told = Summary(self._office), ""
        while not self._stop.is_set():
            trouble = _trouble(window, summary) or (
                "" if door.is_open else "Slack's connection is down; it comes back."
            )
            if trouble and trouble != told:
                log.error("Slack is behind", error=trouble)
            told = trouble
            self._stop.wait(self._look)


def _trouble(window: Window, summary: Summary) -> str:
    """Take in new schools, keep the cards and the day's summary; what did not work, "" where all did."""
    try:
        with window.parts.store.read() as records:
            window.schools.refresh(records)
        window.cards.keep_all()
        summary.keep()
    except PlainError as error:
        return str(error)
    return ""


def _pauses() -> Iterator[float]:
    yield from PAUSES
    while True:
        yield PAUSES[-1]
