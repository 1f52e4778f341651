"""A guard against tests that hang. It judges no speed: that is for tests/benchmarks."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 60
"""Seconds; far more than anything takes on the slowest machine, far less than a superlinear loop."""


class HangError(AssertionError):
    """What was tried did not come to an end."""


@contextmanager
def no_hang(seconds: int = PATIENCE) -> Iterator[None]:
    """Fail the test if the block does not end."""

    def ring(*_: object) -> None:
        raise HangError(f"no end after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
