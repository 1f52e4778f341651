"""Answers that a server should never give."""

from __future__ import annotations

import random
from collections.abc import Callable

_INSTEAD = (b"", b"<", b"-99", b"</m:Items>", b"<t:ItemId/>", b"\xff\xfe", b"&#0;", b"true")


def garbler(seed: int) -> Callable[[bytes], bytes]:
    """Cuts something out of each answer, doubles it, or puts something else there; the same for the same seed."""
    chance = random.Random(seed)

    def garbled(answer: bytes) -> bytes:
        start = chance.randint(0, len(answer))
        end = chance.randint(start, min(len(answer), start + chance.choice((2, 40, 400))))
        return answer[:start] + chance.choice((*_INSTEAD, answer[start:end] * 2)) + answer[end:]

    return garbled
