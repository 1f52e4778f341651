"""Slack lets one message a second into a channel: what comes sooner waits a little, or is left for a later round."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from bot.ports import ChatPacedError, ChatPostponedError

INTERVAL = 1.0
PATIENCE = 30.0
"""Seconds that the posts of one round may wait in all: letters must not stand behind a queue of lines."""
FORGET = 5.0
"""After so many seconds without a wait, the patience is whole again."""


class Pace:
    """The times at which each channel was last written to. `clock` counts seconds; both can be replaced in tests."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._free_at: dict[str, float] = {}
        self._spent = 0.0
        self._waited_at = 0.0
        self._lock = threading.Lock()

    def take(self, channel: str) -> None:
        """Wait for the channel's turn and take it; raises ChatPostponedError where that would take too long."""
        with self._lock:
            now = self._clock()
            if now - self._waited_at > FORGET:
                self._spent = 0.0
            wait = max(self._free_at.get(channel, now) - now, 0.0)
            if wait > INTERVAL:
                raise ChatPostponedError("Slack has asked us to wait; it goes on by itself.", wait)
            if wait and self._spent + wait > PATIENCE:
                raise ChatPacedError("Slack takes one message a second; the rest follow by themselves.", wait)
            self._free_at = {name: at for name, at in self._free_at.items() if at > now}
            self._free_at[channel] = now + wait + INTERVAL
            if wait:
                self._spent, self._waited_at = self._spent + wait, now + wait
        if wait:
            self._sleep(wait)

    def hold(self, channel: str, seconds: float) -> None:
        """Slack itself has asked to wait."""
        with self._lock:
            self._free_at[channel] = max(self._free_at.get(channel, 0.0), self._clock() + seconds)
