"""Where each visit stood at the end of each day, and the shapes that a page draws from it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.model import DATED_STATES, Visit, VisitState, WaitingFor
from bot.wording.dates import month_name, short_date, span_text

ADVISER = "adviser"
STAND_NAMES: Mapping[str, str] = {
    VisitState.VISITED: "Visited",
    VisitState.REPORTED: "Report sent",
    VisitState.SIGNED_OFF: "Report agreed",
    VisitState.AGREED: "Date agreed",
    VisitState.OFFERED: "Dates offered",
    ADVISER: "With the adviser",
    VisitState.TO_ARRANGE: "To arrange",
    VisitState.CANCELLED: "Cancelled",
}
_FILLS: Mapping[str, str] = {
    VisitState.VISITED: "#7f65b7",
    VisitState.AGREED: "#2f9e64",
    VisitState.OFFERED: "#5694ca",
    ADVISER: "url(#stripes)",
    VisitState.TO_ARRANGE: "#d9dadb",
    VisitState.CANCELLED: "#383f43",
}


def stand_of(visit: Visit) -> str:
    """The state of a visit, or "adviser" where no date stands and an adviser must act."""
    if visit.waiting_for is WaitingFor.ADVISER and visit.state not in DATED_STATES | {VisitState.CANCELLED}:
        return ADVISER
    return visit.state.value


@dataclass(frozen=True, slots=True)
class Day:
    """The end of one day: visit reference → where it stood."""

    date: dt.date
    stands: Mapping[str, str]

    @property
    def counts(self) -> Counter[str]:
        """How many visits stood where."""
        return Counter(self.stands.values())


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row in which a visit stood in one place; `share` is their part of the whole time, in percent."""

    state: str
    first: dt.date
    last: dt.date
    share: float

    @property
    def name(self) -> str:
        """What it was, and when."""
        return f"{STAND_NAMES[self.state]}, {span_text(self.first, self.last)}"


def spans(days: Sequence[Day], reference: str) -> tuple[Span, ...]:
    """The days of one visit, drawn together; days before it existed are "to arrange"."""
    stands = [(day.date, day.stands.get(reference, VisitState.TO_ARRANGE.value)) for day in days]
    runs = [(state, [date for date, _ in run]) for state, run in groupby(stands, key=lambda item: item[1])]
    return tuple(Span(state, run[0], run[-1], round(100 * len(run) / len(days), 2)) for state, run in runs)


@dataclass(frozen=True, slots=True)
class Area:
    """One layer of the chart; `points` as an SVG polygon wants them."""

    state: str
    name: str
    fill: str
    points: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month on the chart, `share` percent of its width from the left."""

    share: float
    name: str


@dataclass(frozen=True, slots=True)
class Week:
    """A row of the chart's table, one count for each layer."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """All visits over all days, stacked."""

    width: int
    height: int
    areas: tuple[Area, ...]
    ticks: tuple[Tick, ...]
    weeks: tuple[Week, ...]


def chart(days: Sequence[Day], visits: int, width: int = 1000, height: int = 300) -> Chart | None:
    """The chart of these days; visits that are not invited yet count as "to arrange". None for less than two days."""
    if len(days) < 2 or not visits:
        return None
    counts = [_with_uninvited(day, visits) for day in days]
    states = [state for state in _FILLS if any(count[state] for count in counts)]
    x = [round(width * index / (len(days) - 1), 1) for index in range(len(days))]
    floor = [0] * len(days)
    areas = []
    for state in states:
        top = [below + count[state] for below, count in zip(floor, counts, strict=True)]
        areas.append(Area(state, STAND_NAMES[state], _FILLS[state], _polygon(x, floor, top, height / visits, height)))
        floor = top
    return Chart(width, height, tuple(areas), _ticks(days), _weeks(days, counts, states))


def _with_uninvited(day: Day, visits: int) -> Counter[str]:
    counts = day.counts
    counts[VisitState.TO_ARRANGE.value] += visits - counts.total()
    return counts


def _polygon(x: Sequence[float], floor: Sequence[int], top: Sequence[int], unit: float, height: int) -> str:
    there = [f"{at},{height - unit * value:.1f}" for at, value in zip(x, top, strict=True)]
    back = [f"{at},{height - unit * value:.1f}" for at, value in zip(x, floor, strict=True)]
    return " ".join([*there, *reversed(back)])


def _ticks(days: Sequence[Day]) -> tuple[Tick, ...]:
    places = [(100 * index / (len(days) - 1), day.date) for index, day in enumerate(days)]
    firsts = [next(run) for _, run in groupby(places, key=lambda item: (item[1].year, item[1].month))]
    return tuple(Tick(round(share, 1), month_name(date)) for share, date in firsts)


def _weeks(days: Sequence[Day], counts: Sequence[Counter[str]], states: Sequence[str]) -> tuple[Week, ...]:
    both = zip(days, counts, strict=True)
    lasts = [list(run)[-1] for _, run in groupby(both, key=lambda item: item[0].date.isocalendar()[:2])]
    return tuple(Week(short_date(day.date), tuple(count[state] for state in states)) for day, count in lasts)
