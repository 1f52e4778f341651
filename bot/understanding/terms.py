"""Months and terms, whole or in part: "in March", "early in the summer term", "the second half of June"."""

from __future__ import annotations

import datetime as dt

from bot.understanding.days import dated, month_at
from bot.understanding.ground import Ground
from bot.understanding.places import Place, Stretch, break_at
from bot.understanding.school_year import SEASONS, after, before, half_term_at, halves, last_week, term_at
from bot.understanding.tense import tells_past

_DAY = dt.timedelta(1)
_WEEK = 7 * _DAY


def calendar_month(here: Place) -> Stretch | None:
    """A named month, from its first day to its last."""
    month = month_at(here.words, here.at)
    if month is None:
        return None
    year = _year_of(here, month)
    last = here.at + 1
    if here.text(1)[:2] == "20" and len(here.text(1)) == 4 and here.text(1).isdigit():
        year, last = int(here.text(1)), last + 1
    start = dt.date(year, month, 1)
    following = dated(year + month // 12, month % 12 + 1, 1) or start
    return Stretch(start, following - _DAY, last, "month")


def _year_of(here: Place, month: int) -> int:
    """The year of a month without one: of this academic year, else the one to come; a past one where words say so."""
    today = here.ground.today
    if (month >= 9) == (today.month >= 9):
        return today.year
    if today.month >= 9:
        return today.year + 1
    past = here.text(-1) in ("since", "last") or tells_past(here.words, here.at)
    return today.year - past


_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_LATER = "later"
PART_FIRSTS = frozenset(_THIRDS) | {_LATER, "first", "second", "latter"}
"""The words that a part of a month or term may begin with, beside an ordinal."""


def rest_of(here: Place) -> Stretch | None:
    """Such as "the rest of the month", "the remainder of this half-term": from tomorrow on."""
    if here.text() not in ("rest", "remainder") or here.text(1) not in ("of", "in"):
        return None
    place = here.on(2).past("the", "this", "our", "current")
    start = here.ground.today + _DAY
    if place.text() == "month":
        following = start.replace(day=1) + 32 * _DAY
        return Stretch(start, following.replace(day=1) - _DAY, place.at + 1, "rest")
    half = half_term_at(place.words, place.at)
    if half > place.at:
        return Stretch(start, _running_half(here.ground)[1], half, "rest")
    found = term_at(place.words, place.at, here.ground) if place.at < len(place.words) else None
    return None if found is None else Stretch(start, found[0].end, found[1], "rest")


def half_as_time(here: Place) -> Stretch | None:
    """Half a term as a stretch of school days: "this half-term", "next half-term", "Summer 2", "the last half-term"."""
    number = here.text(1)
    if here.text() in SEASONS and (number in ("1", "2") or (number == "term" and here.text(2) in ("1", "2"))):
        last = here.at + 2 + (number == "term")
        term = next(
            (
                t
                for t in here.ground.calendar.terms
                if t.name.lower().startswith(here.text()) and t.end >= here.ground.today
            ),
            None,
        )
        second = here.words[last - 1].text == "2"
        return None if term is None else _half_from_now(halves(term, here.ground)[second], here.ground, last)
    place = here.on(1).past("of", "the")
    if here.text() not in ("this", "next", "current", "final", "last") or place.at > here.at + 1:
        return None
    last = half_term_at(here.words, here.at + 1)
    if last == here.at + 1 or (last < len(here.words) and here.words[last].text in ("break", "holiday", "holidays")):
        return None
    if here.text() in ("final", "last"):
        return _last_half(here, last)
    start, end = _running_half(here.ground)
    if here.text() == "next":
        start = after(here.ground, end)
        end = next((e for s, e in _all_halves(here.ground) if s <= start <= e), here.ground.end_of_term(start))
    return _half_from_now((start, end), here.ground, last)


def _last_half(here: Place, last: int) -> Stretch | None:
    """The last half-term of the year, where the year is named; else "last half-term" lies behind us."""
    place = here._replace(at=last).past("of", "the", "school", "academic", "in", "before")
    named = place.text() in ("year", "summer") or here.text() == "final"
    everyone = _all_halves(here.ground)
    if not named or not everyone:
        return None
    return _half_from_now(everyone[-1], here.ground, place.at + (place.text() == "year"))


def _all_halves(ground: Ground) -> list[tuple[dt.date, dt.date]]:
    return sorted({half for term in ground.calendar.terms for half in halves(term, ground)})


def _running_half(ground: Ground) -> tuple[dt.date, dt.date]:
    """First and last school day of the half-term that runs, or comes next."""
    tomorrow = ground.today + _DAY
    return next((half for half in _all_halves(ground) if half[1] >= tomorrow), (tomorrow, tomorrow))


def _half_from_now(half: tuple[dt.date, dt.date], ground: Ground, last: int) -> Stretch | None:
    start = max(half[0], ground.today + _DAY)
    return Stretch(start, half[1], last, "half of a term") if start <= half[1] else None


END = "end"
"""The rule of a limit that lies at the end of a stretch, and so still within it."""


def end_of(here: Place) -> Stretch | None:
    """The last or first day of a stretch, as a limit: "the end of term", "the start of March"."""
    here = here.past("the", "very")
    place = here.on(1).past("of", "the", "this", "our")
    if here.text() not in ("end", "start", "beginning") or here.text(1) != "of" or place.at >= len(place.words):
        return None
    half = half_term_at(place.words, place.at)
    if half > place.at and place.text(-1) != "of":
        found: Stretch | None = Stretch(*_running_half(here.ground), half, "half of a term")
    else:
        found = calendar_month(place) or term_stretch(place) or _month_now(place)
    if found is None:
        return None
    day = found.end if here.text() == "end" else found.start
    return Stretch(day, day, found.last, END if here.text() == "end" else "start")


def _month_now(place: Place) -> Stretch | None:
    """The month that runs, said as "the month"."""
    if place.text() != "month":
        return None
    start = place.ground.today.replace(day=1)
    return Stretch(start, (start + 32 * _DAY).replace(day=1) - _DAY, place.at + 1, "month")


def part_of(here: Place) -> Stretch | None:
    """Such as "early March", "the end of June", "the second half of the summer term", "early in the summer term"."""
    text = here.text()
    if text in ("first", "second", "latter", "1st", "2nd") and here.text(1) == "half" and here.text(2) in ("of", "in"):
        third = 3 if text in ("first", "1st") else 4
        place = here.on(3).past("the")
    elif text == _LATER and (later := _later_in(here)) is not None:
        return later
    elif text in _THIRDS:
        third = _THIRDS[text]
        if here.text(1) in ("to", "-", "/", "or") and here.text(2) in _THIRDS:
            return _thirds(here)
        place = here.on(1).past("in", "of", "on", "the", "-", "to", "part", "half")
        if place.at == here.at + 1 and text in ("start", "end", "beginning"):
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


def _thirds(here: Place) -> Stretch | None:
    """Such as "mid to late June": from the first part to the end of the second."""
    second = part_of(here.on(2))
    month = calendar_month(here._replace(at=second.last - 1)) if second is not None else None
    if second is None or month is None or here.text(2) == here.text():
        return None
    begin = {0: 1, 1: 11, 2: 21}[_THIRDS[here.text()]]
    return Stretch(month.start.replace(day=begin), second.end, second.last, "part of a month")


def _later_in(here: Place) -> Stretch | None:
    """Such as "later in the spring term", "later this term": from tomorrow on, or from where the term begins."""
    place = here.on(1).past("in", "on", "this", "the")
    if place.at == here.at + 1 or place.at >= len(place.words):
        return None
    found = calendar_month(place) or term_stretch(place)
    if found is None:
        return None
    return Stretch(max(found.start, here.ground.today + _DAY), found.end, found.last, "later in a term")


def _part_of_term(place: Place, third: int) -> Stretch | None:
    found = term_at(place.words, place.at, place.ground) if place.at < len(place.words) else None
    if found is None:
        return None
    term, last = found
    first, second = halves(term, place.ground)
    if third in (0, 3):
        start, end = max(first[0], min(place.ground.today + _DAY, first[1])), first[1]
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
