"""What an import did."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Told, now and then, how many rows are done and how many there are."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row, or one cell of it, was not taken. `line` counts from 1, the header included; `column` may be ""."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" + (f", {self.column}" if self.column else "")
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Counts of rows, and what could not be taken.

    `gone` names the records that the file shows to be no longer current: they are kept and marked. `left_out` says by
    reason how many good rows are of no use ("closed").
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    left_out: tuple[tuple[str, int], ...] = ()
    gone: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def in_order(*problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems by line."""
    return tuple(sorted(chain(*problems), key=lambda problem: problem.line))
