"""An alarm clock for the poll: IDLE (RFC 2177) wakes it as soon as the server notices something in the inbox.

It carries no mail, and whatever it misses the poll finds.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

import structlog

from bot.errors import PlainError
from handlers.mail.imap_connection import ImapConnection
from handlers.mail.imap_session import ImapSession
from handlers.mail.signing_in import Credentials
from handlers.sections_imap import ImapMailSettings

AGAIN_AFTER = 9 * 60.0
"""Seconds after which IDLE is asked for anew: RFC 2177 wants that within 29 minutes, but some end it after 10."""
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 300.0
REST = 1.0
"""Seconds between two wake-ups: letters that come together are fetched together."""
_SHORT = 10
"""Seconds that any step but the waiting may take, so that `stop` need not wait for long."""

log = structlog.get_logger()


class ImapAlarm:
    """Waits beside the rounds on a connection of its own, made anew with growing pauses (in seconds) when it drops."""

    def __init__(
        self,
        settings: ImapMailSettings,
        *,
        again_after: float = AGAIN_AFTER,
        first_pause: float = FIRST_PAUSE,
        longest_pause: float = LONGEST_PAUSE,
    ) -> None:
        hurried = settings.model_copy(update={"timeout_seconds": min(settings.timeout_seconds, _SHORT)})
        self._session = ImapSession(hurried, Credentials(hurried))
        self._inbox = settings.folders.inbox
        self._again_after = again_after
        self._pauses = first_pause, longest_pause
        self._end = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, wake: Callable[[], None]) -> None:
        """Begin, and return at once."""
        self._end.clear()
        self._thread = threading.Thread(target=self._watch, args=[wake], name="imap-alarm", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; returns when the thread has."""
        self._end.set()
        thread, self._thread = self._thread, None
        while thread is not None and thread.is_alive():
            self._session.interrupt()
            thread.join(0.1)

    def _watch(self, wake: Callable[[], None]) -> None:
        """Until the end, or until it shows that the server knows no IDLE."""
        failures = 0
        connected = False
        while not self._end.is_set():
            try:
                if not self._session.run(self._able):
                    log.info("the mail server does not tell when mail comes; it is looked for at intervals")
                    break
                if not connected:
                    wake()  # something may have come while nobody listened
                connected, failures = True, 0
                if self._session.run(self._wait, self._again_after + _SHORT, again=False):
                    wake()
                    self._end.wait(REST)
            except PlainError as error:
                connected = False
                failures += 1
                log.debug("waiting for mail was interrupted", error=str(error))
                self._end.wait(self._pause(failures))
        self._session.close()

    def _able(self, mailbox: ImapConnection) -> bool:
        mailbox.select(self._inbox)
        return mailbox.has("IDLE")

    def _wait(self, mailbox: ImapConnection) -> bool:
        mailbox.select(self._inbox)
        return not self._end.is_set() and mailbox.idle(self._again_after)

    def _pause(self, failures: int) -> float:
        first, longest = self._pauses
        return min(first * 2.0 ** min(failures - 1, 16), longest) * random.uniform(0.5, 1)  # noqa: S311  no secret
