"""A few things at a time: so many share one commit, which costs more than most of what is done in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

BATCH = 20

_T = TypeVar("_T")


def batches(things: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """The things in their order, at most `BATCH` at a time."""
    return (things[at : at + BATCH] for at in range(0, len(things), BATCH))
