"""From stretches, weekdays and halves of the day to the windows in which the school can be offered slots."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import WEEKDAYS, Part, Window
from bot.understanding.ground import NOT_BEFORE, Ground
from bot.understanding.units import Unit

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
        return [
            Span(*_trim(start, end))
            for start, end in parts
            if start <= end and _trim(start, end)[0] <= _trim(start, end)[1]
        ]


def _trim(start: dt.date, end: dt.date) -> tuple[dt.date, dt.date]:
    """Without the weekend at either edge."""
    while start.weekday() > 4:
        start += _DAY
    while end.weekday() > 4:
        end -= _DAY
    return start, end


@dataclass(frozen=True, slots=True)
class Wish:
    """A unit that the writer can do (`wanted`) or cannot; a `preference` restricts nothing."""

    unit: Unit
    wanted: bool
    preference: bool = False


def windows_of(wishes: Sequence[Wish], ground: Ground) -> tuple[Window, ...]:
    """The windows that the wishes leave, in the order written.

    Weekdays and a half of the day named with a stretch hold for that stretch; those named alone hold for all.
    """
    wanted = [wish for wish in wishes if wish.wanted]
    hard = [wish for wish in wanted if not wish.preference]
    loose = [wish for wish in hard if wish.unit.span is None and wish.unit.weekdays]
    if len({wish.unit.part for wish in loose}) > 1 and all(wish.unit.part for wish in loose):
        return tuple(
            window for wish in loose for window in _windows([w for w in wishes if w not in loose], ground, wish)
        )
    return _windows(wishes, ground, None)


def _windows(wishes: Sequence[Wish], ground: Ground, own: Wish | None) -> tuple[Window, ...]:
    wishes = [*wishes, own] if own is not None else list(wishes)
    hard = [wish for wish in wishes if wish.wanted and not wish.preference]
    general = frozenset(day for wish in hard if wish.unit.span is None for day in wish.unit.weekdays) or _SCHOOL_WEEK
    barred = frozenset(d for w in wishes if not w.wanted and not _is_closed(w.unit) for d in w.unit.weekdays)
    part = own.unit.part if own is not None else _part(hard, wishes)
    restricted = _spans([w for w in wishes if w.wanted or _only_lies_in(w)]) or _from_now(wishes, ground)
    restricted = [(_in_term(span, ground), days) for span, days in restricted]
    for wish in wishes:
        cut = _span(wish.unit)
        if not wish.wanted and cut is not None and not wish.unit.weekdays:
            restricted = [(piece, days) for span, days in restricted for piece in span.less(cut)]
    found = []
    for span, days in restricted:
        left = ((days or general) & _SCHOOL_WEEK) - barred
        named = () if left == _SCHOOL_WEEK else tuple(WEEKDAYS[day] for day in sorted(left))
        if span.end > ground.today:
            found.append(Window(max(span.start, ground.today + _DAY), span.end, named, part))
    return tuple(dict.fromkeys(found))


def _in_term(span: Span, ground: Ground) -> Span:
    """A week that runs over the end of a term ends with it."""
    term = ground.calendar.term_of(span.start)
    week = span.end - span.start < 5 * _DAY
    return Span(span.start, min(span.end, term.end)) if week and term is not None else span


Restricted = tuple[Span, frozenset[int]]
"""A stretch with the weekdays named for it alone, empty for none."""


def _is_closed(unit: Unit) -> bool:
    return unit.span is not None and not unit.span.opens


def _only_lies_in(wish: Wish) -> bool:
    """Whether a refused weekday only says which day to leave out of an open stretch: "not Fridays, before Easter"."""
    return not wish.wanted and bool(wish.unit.weekdays) and wish.unit.span is not None and bool(wish.unit.span.opens)


def _from_now(wishes: Sequence[Wish], ground: Ground) -> list[Restricted]:
    """From tomorrow to the end of term, where only weekdays or a half of the day were named."""
    if not any(w.unit.weekdays or w.unit.part for w in wishes if w.wanted and not w.preference):
        return []
    return [(Span(ground.today + _DAY, ground.end_of_term(ground.today)), frozenset())]


def _span(unit: Unit) -> Span | None:
    if unit.span is None or unit.span.start is None or unit.span.end is None:
        return None
    return Span(unit.span.start, unit.span.end)


def _spans(wanted: Sequence[Wish]) -> list[Restricted]:
    """Closed stretches stand side by side; open ones ("after ...", "before ...") narrow them, or meet each other."""
    closed: list[Restricted] = []
    limit: Span | None = None
    days: frozenset[int] = frozenset()
    named = any(wish.unit.span is not None and not wish.unit.span.opens for wish in wanted)
    for wish in wanted:
        span = _span(wish.unit)
        if span is None or wish.unit.span is None or (named and wish.unit.span.rule == NOT_BEFORE):
            continue
        own = frozenset() if wish.preference or not wish.wanted else frozenset(wish.unit.weekdays)
        if wish.unit.span.opens:
            limit, days = (span if limit is None else limit.meet(span) or limit), days | own
        else:
            closed.append((span, own))
    if limit is None:
        return _without_containers(closed)
    met = [(both, own) for span, own in closed if (both := span.meet(limit)) is not None]
    return _without_containers(met or closed) or [(limit, days)]


def _without_containers(spans: Sequence[Restricted]) -> list[Restricted]:
    """A stretch that holds another named one only says where that lies; its weekdays hold there too."""
    out: list[Restricted] = []
    for span, own in spans:
        inner = [s for s, _ in spans if s != span and span.start <= s.start and s.end <= span.end]
        if not inner and span not in [s for s, _ in out]:
            out.append((span, own))
    return out


def _part(hard: Sequence[Wish], wishes: Sequence[Wish]) -> Part | None:
    if any(wish.unit.both for wish in hard):
        return None
    wanted = {wish.unit.part for wish in hard if wish.unit.part is not None}
    refused = {
        w.unit.part
        for w in wishes
        if not w.wanted and w.unit.part is not None and not w.unit.weekdays and w.unit.span is None
    }
    left = wanted - refused
    if len(left) == 1:
        return next(iter(left))
    if not wanted and len(refused) == 1:
        return Part.PM if Part.AM in refused else Part.AM
    return None
