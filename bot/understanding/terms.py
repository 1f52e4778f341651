"""Months and terms, whole or in part: "in March", "early in the summer term", "the second half of June"."""

from __future__ import annotations

import datetime as dt

from bot.understanding.days import dated, month_at
from bot.understanding.places import Place, Stretch, break_at
from bot.understanding.school_year import before, halves, last_week, term_at

_DAY = dt.timedelta(1)
_WEEK = 7 * _DAY


def calendar_month(here: Place) -> Stretch | None:
    """A named month, from its first day to its last."""
    month = month_at(here.words, here.at)
    if month is None:
        return None
    today = here.ground.today
    year = today.year if month >= today.month else today.year + 1
    last = here.at + 1
    if here.text(1)[:2] == "20" and len(here.text(1)) == 4 and here.text(1).isdigit():
        year, last = int(here.text(1)), last + 1
    start = dt.date(year, month, 1)
    following = dated(year + month // 12, month % 12 + 1, 1) or start
    return Stretch(start, following - _DAY, last, "month")


_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "later": 2, "end": 2}
PART_FIRSTS = frozenset(_THIRDS) | {"first", "second", "latter"}
"""The words that a part of a month or term may begin with, beside an ordinal."""


def part_of(here: Place) -> Stretch | None:
    """Such as "early March", "the end of June", "the second half of the summer term", "early in the summer term"."""
    text = here.text()
    if text in ("first", "second", "latter", "1st", "2nd") and here.text(1) == "half" and here.text(2) in ("of", "in"):
        third = 3 if text in ("first", "1st") else 4
        place = here.on(3).past("the")
    elif text in _THIRDS:
        third = _THIRDS[text]
        place = here.on(1).past("in", "of", "on", "the", "-", "to", "part", "half")
        if place.at == here.at + 1 and text in ("start", "end", "beginning", "later"):
            return None
    else:
        return None
    month = calendar_month(place) if place.at < len(place.words) else None
    if month is not None:
        edges = {0: (1, 10), 1: (11, 20), 2: (21, month.end.day), 3: (1, 15), 4: (16, month.end.day)}[third]
        return Stretch(
            month.start.replace(day=edges[0]), month.start.replace(day=edges[1]), month.last, "part of a month"
        )
    return _part_of_term(place, third)


def _part_of_term(place: Place, third: int) -> Stretch | None:
    found = term_at(place.words, place.at, place.ground) if place.at < len(place.words) else None
    if found is None:
        return None
    term, last = found
    first, second = halves(term, place.ground)
    if third in (0, 3):
        start, end = first
    elif third == 4:
        start, end = second
    elif third == 2:
        start, end = last_week(term.end, 2), term.end
    else:
        start, end = first[1] - 2 * _WEEK, second[0] + 2 * _WEEK
    return Stretch(start, end, last, "part of a term")


def whole_term(here: Place) -> Stretch | None:
    """A term that is named as a whole, from tomorrow on."""
    found = term_at(here.words, here.at, here.ground)
    if found is None:
        return None
    term, last = found
    if here.text() == "term":
        return None
    behind = here._replace(at=last).past(",", "(", "the")
    if behind.text() in ("first", "second", "latter") and behind.text(1) == "half":
        start, end = halves(term, here.ground)[behind.text() != "first"]
        return Stretch(max(start, here.ground.today + _DAY), end, behind.at + 2, "half of a term")
    return Stretch(max(term.start, here.ground.today + _DAY), term.end, last, "term")


def term_stretch(here: Place) -> Stretch | None:
    """A term, or the half of it that runs up to the coming half-term."""
    mark = break_at(here)
    if mark is not None and mark.closed:
        return Stretch(here.ground.today, before(here.ground, mark.start), mark.last, "half of term")
    found = term_at(here.words, here.at, here.ground)
    return None if found is None else Stretch(found[0].start, found[0].end, found[1], "term")
