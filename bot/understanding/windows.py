"""From stretches, weekdays and halves of the day to the windows in which the school can be offered slots."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import WEEKDAYS, Part, Window
from bot.understanding.ground import Ground
from bot.understanding.meaning import Unit

_DAY = dt.timedelta(1)
_SCHOOL_WEEK = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, inclusive."""

    start: dt.date
    end: dt.date

    def meet(self, other: Span) -> Span | None:
        """The days in both."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start <= end else None

    def less(self, other: Span) -> list[Span]:
        """The days not in the other, as up to two spans."""
        if self.meet(other) is None:
            return [self]
        parts = [(self.start, other.start - _DAY), (other.end + _DAY, self.end)]
        return [Span(*_trim(start, end)) for start, end in parts if start <= end and _trim(start, end)[0] <= _trim(start, end)[1]]


def _trim(start: dt.date, end: dt.date) -> tuple[dt.date, dt.date]:
    """Without the weekend at either edge."""
    while start.weekday() > 4:
        start += _DAY
    while end.weekday() > 4:
        end -= _DAY
    return start, end


@dataclass(frozen=True, slots=True)
class Wish:
    """A unit that the writer can do (`wanted`) or cannot, in sentence number `sentence`."""

    unit: Unit
    wanted: bool
    sentence: int
    preference: bool = False


def windows_of(wishes: Sequence[Wish], ground: Ground) -> tuple[Window, ...]:
    """The windows that the wishes leave, in the order written."""
    wanted = [wish for wish in wishes if wish.wanted]
    pairs = {(w.unit.weekdays, w.unit.part) for w in wanted if w.unit.weekdays and w.unit.part}
    if len({part for _, part in pairs}) > 1 and len(pairs) == sum(bool(w.unit.weekdays) for w in wanted):
        others = [wish for wish in wishes if not (wish.wanted and wish.unit.weekdays)]
        each = [wish for wish in wanted if wish.unit.weekdays]
        return tuple(window for wish in each for window in windows_of([*others, wish], ground))
    spans = _spans(wanted)
    hard = [wish for wish in wanted if not wish.preference]
    weekdays = frozenset(day for wish in hard for day in wish.unit.weekdays) or _SCHOOL_WEEK
    barred = frozenset(d for w in wishes if not w.wanted and w.unit.span is None for d in w.unit.weekdays)
    part = _part(hard, wishes)
    if not spans:
        if weekdays == _SCHOOL_WEEK and part is None and not barred:
            return ()
        if not any(wish.unit.weekdays or wish.unit.part or wish.unit.both for wish in wanted):
            return ()
        spans = [Span(ground.today + _DAY, ground.end_of_term(ground.today))]
    for wish in wishes:
        cut = _span(wish.unit)
        if not wish.wanted and cut is not None and not wish.unit.weekdays:
            spans = [piece for span in spans for piece in span.less(cut)]
    days = (weekdays & _SCHOOL_WEEK) - barred
    named = () if days == _SCHOOL_WEEK else tuple(WEEKDAYS[day] for day in sorted(days))
    future = [Span(max(s.start, ground.today + _DAY), s.end) for s in spans if s.end > ground.today]
    return tuple(dict.fromkeys(Window(span.start, span.end, named, part) for span in future))


def _span(unit: Unit) -> Span | None:
    if unit.span is None or unit.span.start is None or unit.span.end is None:
        return None
    return Span(unit.span.start, unit.span.end)


def _spans(wanted: Sequence[Wish]) -> list[Span]:
    """Closed stretches stand side by side; open ones ("after ...", "before ...") narrow them, or meet each other."""
    closed = [s for w in wanted if w.unit.span and not w.unit.span.opens for s in [_span(w.unit)] if s is not None]
    opened = [s for w in wanted if w.unit.span and w.unit.span.opens for s in [_span(w.unit)] if s is not None]
    limit: Span | None = None
    for span in opened:
        limit = span if limit is None else (limit.meet(span) or limit)
    if not closed:
        return [limit] if limit is not None else []
    if limit is None:
        return _without_containers(list(dict.fromkeys(closed)))
    met = [span.meet(limit) for span in closed]
    inside = [span for span in met if span is not None]
    return _without_containers(list(dict.fromkeys(inside or closed)))


def _without_containers(spans: list[Span]) -> list[Span]:
    """A stretch that holds another named one only says where that lies ("the last week of March, this term")."""
    return [a for a in spans if not any(b != a and a.start <= b.start and b.end <= a.end for b in spans)]


def _part(hard: Sequence[Wish], wishes: Sequence[Wish]) -> Part | None:
    if any(wish.unit.both for wish in hard):
        return None
    wanted = {wish.unit.part for wish in hard if wish.unit.part is not None}
    refused = {w.unit.part for w in wishes if not w.wanted and w.unit.part is not None and not w.unit.weekdays and w.unit.span is None}
    left = wanted - refused
    if len(left) == 1:
        return next(iter(left))
    if not wanted and len(refused) == 1:
        return Part.PM if Part.AM in refused else Part.AM
    return None
