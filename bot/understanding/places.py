"""Where the reader stands in the words, and the single days and holidays that words name there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.days import day_at, readings
from bot.understanding.ground import Ground
from bot.understanding.phrases import one_of
from bot.understanding.relative import relative_day
from bot.understanding.school_year import after, landmark_at, next_gap
from bot.understanding.words import Word

_DAY = dt.timedelta(1)


class Stretch(NamedTuple):
    """A stretch of days, up to word `last`; the edges of one that is `closed`, a holiday, are school days outside."""

    start: dt.date
    end: dt.date
    last: int
    rule: str
    closed: bool = False


class Place(NamedTuple):
    """Where the reader stands: the words, the place, the ground, and the day named before."""

    words: Sequence[Word]
    at: int
    ground: Ground
    anchor: dt.date | None

    def text(self, step: int = 0) -> str:
        """The word `step` places on, "" beyond the edge."""
        place = self.at + step
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def on(self, step: int) -> Place:
        """The place `step` words on."""
        return Place(self.words, self.at + step, self.ground, self.anchor)

    def past(self, *fillers: str) -> Place:
        """The first place from here that is none of these words."""
        here = self
        while here.text() in fillers and here.text():
            here = here.on(1)
        return here


def one_day(here: Place) -> Stretch | None:
    """A single day, written or counted, as a stretch of one."""
    if here.at >= len(here.words):
        return None
    counted = relative_day(here.words, here.at, here.ground, here.anchor)
    if counted is not None:
        return Stretch(counted.days[0], counted.days[0], counted.last, counted.rule)
    written = day_at(here.words, here.at)
    if written is None:
        return None
    if written.day is None and written.weekday is not None:
        base = here.anchor or here.ground.today
        day = base + ((written.weekday - base.weekday() - 1) % 7 + 1) * _DAY
        return Stretch(day, day, written.last, "weekday")
    if not written.firm:
        return None
    dates = readings(written, here.ground, here.anchor)
    return Stretch(dates[0], dates[0], written.last, "day") if dates else None


def break_at(here: Place) -> Stretch | None:
    """The landmark of the school year that words name here: a holiday, the tests, a bank holiday."""
    mark = landmark_at(here.words, here.at, here.ground) if here.at < len(here.words) else None
    return None if mark is None else Stretch(mark.start, mark.end, mark.last, mark.rule, mark.closed)


LEAVERS = one_of("we we're you you're they they're school term pupils children everyone everybody")
_RETURNING = one_of("are be come comes get gets go goes return returns restart resume")
_ENDING = one_of("break breaks finish finishes close closes ends end")


def back_at(here: Place) -> Stretch | None:
    """The first school day after a holiday: "we're back", "we get back after Easter", "school returns"."""
    if here.text() not in LEAVERS:
        return None
    place = here.on(1).past("all", "are", "come", "comes", "get", "gets", "go", "goes", "both", "is")
    returns = place.text() in ("return", "returns", "restart", "resume", "reopen", "reopens")
    if not returns and (place.text() != "back" or (place.at == here.at + 1 and "'" not in here.text())):
        return None
    place = place.on(1)
    edge = break_at(place.on(1).past("the")) if place.text() in ("after", "from", "following") else None
    gap = (edge.start, edge.end) if edge is not None else next_gap(here.ground)
    if gap is None:
        return None
    day = after(here.ground, gap[1])
    return Stretch(day, day, edge.last if edge else place.at, "the return")


def breaking_up(here: Place) -> Stretch | None:
    """Such as "we break up", "when we break for half term", "we finish for Easter", "term ends"."""
    if here.text() not in LEAVERS or here.text(1) not in _ENDING:
        return None
    place = here.on(2).past("up", "for", "the", "at")
    mark = break_at(place)
    if mark is not None:
        return mark
    end = here.ground.end_of_term(here.ground.today)
    stop = place.at if here.text(2) != "term" else here.at + 3
    return Stretch(end + _DAY, end + _DAY, stop, "break up", closed=True)
