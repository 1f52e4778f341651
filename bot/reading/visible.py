"""What this person newly wrote: no quote, no signature, no disclaimer."""

from __future__ import annotations

import re
from enum import Enum, auto

from bot.model import Visible
from bot.reading.lines import Line, passage, split
from bot.reading.quotes import OUR_LAST_WORDS, Reach, heading_at, unglued
from bot.reading.signatures import asides, held_asides, is_marker, signature_start

LONGEST_TEXT = 100_000
MOST_LINES = 4_000
"""What is looked at; nobody writes more by hand, and the time for one letter is bounded."""


_LINK_TAIL = re.compile(r"[(<]?https?://\S{3,900}(?: ?>)?|\S{0,900}[=/%&]\S{0,900}[)>]")
"""A link, or the end of one, alone in a line."""


class _Is(Enum):
    OWN = auto()
    QUOTED = auto()
    SIGNATURE = auto()


_OWN, _QUOTED, _SIGNATURE = _Is


def visible(text: str) -> Visible:
    """Part the text of a mail into what its writer newly wrote, the signature and the quoted mail.

    Every passage stands in `text` word for word at its offset. Takes time linear in the length; what stands behind
    the first 100,000 characters or 4,000 lines is left out.
    """
    text_read = text[:LONGEST_TEXT]
    lines = unglued(text_read, split(text_read, MOST_LINES))
    kinds, forwarded = _quoted(lines)
    _set_aside(lines, kinds)
    passages = tuple(
        passage(text_read, run, _answered(lines, kinds, first)) for first, run in _runs(lines, kinds, _OWN)
    )
    signature = tuple(passage(text_read, run) for _, run in _runs(lines, kinds, _SIGNATURE))
    quoted = tuple(passage(text_read, run) for _, run in _runs(lines, kinds, _QUOTED))
    return Visible(passages, signature, quoted, forwarded)


def _quoted(lines: list[Line]) -> tuple[list[_Is], bool]:
    kinds = [_QUOTED if line.depth else _OWN for line in lines]
    marked = _QUOTED in kinds
    forwarded, i = False, 0
    while i < len(lines):
        heading = heading_at(lines, i)
        if heading is None:
            i += 1
            continue
        forwarded = forwarded or heading.forwarded
        until = _behind_ours(lines, kinds, i) if heading.reach is Reach.TO_END else max(heading.after, i + 1)
        kinds[i:until] = [_QUOTED] * (until - i)
        i = until
    if marked:
        _mend_folds(lines, kinds)
    return kinds, forwarded


def _behind_ours(lines: list[Line], kinds: list[_Is], heading: int) -> int:
    """Where a quoted mail ends that nothing marks: behind our own last words, if the answer stands below them.

    An answer above the quote is the whole answer, and what a gateway put below our mail is nobody's.
    """
    if any(lines[i].body and kinds[i] is _OWN for i in range(heading)):
        return len(lines)
    last = next((i for i in range(heading, len(lines)) if OUR_LAST_WORDS.match(lines[i].body)), None)
    if last is None:
        return len(lines)
    return next((i for i in range(last, len(lines)) if not lines[i].body), len(lines))


def _mend_folds(lines: list[Line], kinds: list[_Is]) -> None:
    """A quoted line that a mail program folded leaves its tail without a quote mark."""
    for i in range(1, len(lines) - 1):
        above, line, below = lines[i - 1], lines[i], lines[i + 1]
        if kinds[i] is not _OWN or not (above.depth and below.depth):
            continue
        if _LINK_TAIL.fullmatch(line.body):
            kinds[i] = _QUOTED
        elif line.body[:1].islower():
            width = above.end - above.start
            if 66 <= width <= 82 and above.body[-1:].isalnum() and above.depth == below.depth:
                kinds[i] = _QUOTED


def _set_aside(lines: list[Line], kinds: list[_Is]) -> None:
    """Mark banners, disclaimers, marks of mail programs and the signature among the own lines."""
    held = held_asides([line for line, kind in zip(lines, kinds, strict=True) if kind is _OWN])
    paragraphs = _runs(lines, kinds, _OWN, by_paragraph=True) if held.banners or held.disclaimers else ()
    for first, run in paragraphs:
        for i in asides(run, held):
            kinds[first + i] = _SIGNATURE
    for i, line in enumerate(lines) if held.markers else ():
        if kinds[i] is _OWN and line.body and is_marker(line):
            kinds[i] = _SIGNATURE
    for segment in _between_quotes(lines, kinds):
        own = [lines[i] if kinds[i] is _OWN else lines[i]._replace(body="") for i in segment]
        start = signature_start(own)
        for i in segment[start:] if start is not None else ():
            kinds[i] = _SIGNATURE


def _between_quotes(lines: list[Line], kinds: list[_Is]) -> list[range]:
    """The stretches of lines that are not quoted."""
    found, first = [], None
    for i in range(len(lines) + 1):
        outside = i < len(lines) and kinds[i] is not _QUOTED
        if outside and first is None:
            first = i
        elif not outside and first is not None:
            found.append(range(first, i))
            first = None
    return found


def _runs(
    lines: list[Line], kinds: list[_Is], kind: _Is, *, by_paragraph: bool = False
) -> list[tuple[int, list[Line]]]:
    """Neighbouring lines of one kind, without blank lines at the edges; blank lines belong to any kind."""
    runs: list[tuple[int, list[Line]]] = []
    first, last = -1, -1
    for i, line in enumerate(lines):
        if not line.body and not (kind is _QUOTED and line.depth):
            if not (by_paragraph and first >= 0):
                continue
        elif kinds[i] is kind:
            first, last = (i if first < 0 else first), i
            continue
        if first >= 0:
            runs.append((first, lines[first : last + 1]))
        first = -1
    if first >= 0:
        runs.append((first, lines[first : last + 1]))
    return runs


def _answered(lines: list[Line], kinds: list[_Is], first: int) -> str | None:
    """The quoted paragraph directly above, as its words without quote marks; None where nothing quoted is above."""
    i = first - 1
    while i >= 0 and not lines[i].body:
        i -= 1
    end = i
    while i >= 0 and lines[i].body and lines[i].depth and kinds[i] is _QUOTED:
        i -= 1
    return "\n".join(line.body for line in lines[i + 1 : end + 1]) or None
