"""Availability laid out as a table: days down the side, halves of the day across the top, yes or no in the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.clauses import Clause
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.words import Sort, Word

_FREE = one_of("yes y ✓ ✔ ok free available ✅ fine good")
_TAKEN = one_of("no n x ✗ ✘ - busy unavailable ❌ taken full")


_BREAK = Sort.BREAK


def lines_of(words: Sequence[Word]) -> list[tuple[int, int]]:
    """The lines, as word indices."""
    found, first = [], 0
    for at in [at for at, word in enumerate(words) if word.sort is _BREAK]:
        found.append((first, at))
        first = at + 1
    found.append((first, len(words)))
    return [(start, end) for start, end in found if end > start]


def table_said(words: Sequence[Word], mentions: Sequence[Mention], told: Sequence[Said]) -> list[Said]:
    """What is said, with the rows of a table in place of what its lines seemed to say one by one."""
    if sum(m.shape is Shape.PART for m in mentions) < 2:
        return list(told)
    lines = lines_of(words)
    for index, (first, last) in enumerate(lines):
        header = [m for m in mentions if first <= m.first < last]
        halves = [m for m in header if m.shape is Shape.PART and m.part is not None]
        if len(halves) == 2 and len(header) == 2 and halves[0].part is not halves[1].part:
            rows = _rows(words, mentions, lines[index + 1 :], halves)
            if rows:
                end = rows[-1].clause.last
                kept = [said for said in told if not first <= said.mentions[0].first < end]
                return sorted([*kept, *rows], key=lambda said: said.mentions[0].first)
    return list(told)


def _rows(
    words: Sequence[Word], mentions: Sequence[Mention], lines: Sequence[tuple[int, int]], halves: Sequence[Mention]
) -> list[Said]:
    out: list[Said] = []
    for first, last in lines:
        day = next((m for m in mentions if first <= m.first < last and m.shape in (Shape.DAY, Shape.OPTION)), None)
        cells = [at for at in range(first, last) if day and at >= day.last and words[at].text in _FREE | _TAKEN]
        if day is None or len(cells) != len(halves):
            break
        clause = Clause(first, last, -1 - first, "", "", 0)
        for cell, half in zip(cells, halves, strict=True):
            free = words[cell].text in _FREE
            cue = Hit(Cue.YES if free else Cue.NO, cell, cell + 1)
            part = replace(half, first=day.last, last=cell + 1)
            out.append(Said((day, part), Stance.YES if free else Stance.NO, clause, cue, lesser=True))
    return _whole_days(out)


def _whole_days(rows: Sequence[Said]) -> list[Said]:
    """A day that is free in both halves is one entry, open to both."""
    out: list[Said] = []
    for said in rows:
        before = out[-1] if out else None
        both = before is not None and before.clause == said.clause and before.stance is said.stance is Stance.YES
        if both and before is not None:
            day, part = before.mentions
            out[-1] = replace(before, mentions=(day, replace(part, part=None, rule="both")))
        else:
            out.append(said)
    return out
