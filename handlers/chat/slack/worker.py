"""Work after the acknowledgement: a few threads, and no more waiting in line than can be answered soon."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import structlog

THREADS = 4
LINE = 200
REMEMBERED = 10_000

log = structlog.get_logger()


class Worker:
    """Runs tasks in their order; one that breaks is told in the log, and the rest go on."""

    def __init__(self, threads: int = THREADS, line: int = LINE) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="slack-work")
        self._free = threading.BoundedSemaphore(line)

    def submit(self, task: Callable[[], None]) -> bool:
        """Take a task; False, and nothing done, where too many wait already."""
        if not self._free.acquire(blocking=False):
            log.error("too much at once in Slack; a request was dropped")
            return False
        self._pool.submit(task).add_done_callback(self._done)
        return True

    def _done(self, future: Future[None]) -> None:
        self._free.release()
        fault = None if future.cancelled() else future.exception()
        if fault is not None:
            log.error("a request from Slack failed", fault=type(fault).__name__)
            log.debug("why it failed", exc_info=fault)

    def stop(self) -> None:
        """Finish what has begun, drop what waits, and end."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class Once:
    """Remembers what came, as Slack delivers again what it thinks was lost."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._most = most
        self._lock = threading.Lock()

    def is_first(self, id_: str) -> bool:
        """Whether this id is new; "" always is."""
        with self._lock:
            if not id_:
                return True
            if id_ in self._seen:
                return False
            self._seen[id_] = None
            if len(self._seen) > self._most:
                self._seen.popitem(last=False)
            return True
