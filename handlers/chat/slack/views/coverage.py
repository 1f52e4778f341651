"""How far the year is, as a bar of coloured squares with its figures in words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.digest_values import Coverage
from bot.wording.dates import count_text

CELLS = 16
"""Squares of a bar: as many as a telephone shows in one line."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the whole: its square, how many, and what they are."""

    square: str
    number: int
    what: str


def shares(coverage: Coverage) -> tuple[Share, ...]:
    """Visited, agreed, and without a date."""
    return (
        Share("🟩", coverage.visited, "visited"),
        Share("🟦", coverage.agreed, "agreed"),
        Share("⬜", coverage.left, "without a date"),
    )


def bar(parts: tuple[Share, ...]) -> str:
    """A bar in which whatever there is has at least one square; "" where there is nothing at all."""
    whole = sum(part.number for part in parts)
    if not whole:
        return ""
    cells = [max(CELLS * part.number // whole, 1) if part.number else 0 for part in parts]
    largest = max(range(len(parts)), key=lambda place: parts[place].number)
    cells[largest] += CELLS - sum(cells)
    return "".join(part.square * number for part, number in zip(parts, cells, strict=True))


def legend(parts: tuple[Share, ...]) -> str:
    """What the squares are: "🟩 120 visited  🟦 96 agreed  ⬜ 184 without a date"."""
    return "   ".join(f"{part.square} {part.number:,} {part.what}" for part in parts)


def coverage_text(coverage: Coverage) -> str:
    """Bar, figures and the whole, as mrkdwn."""
    parts = shares(coverage)
    waits = f"{count_text(coverage.schools, 'school')} in all"
    return "\n".join(line for line in (bar(parts), f"{legend(parts)}   ·   {waits}") if line)
