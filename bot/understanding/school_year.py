"""The landmarks of a school year: terms, holidays, tests, as spans of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.school_days import Term
from bot.understanding.date_words import MONTH_NAMES
from bot.understanding.days import month_at
from bot.understanding.ground import Ground, week_of
from bot.understanding.phrases import by_first_word, one_of
from bot.understanding.words import Word

_DAY = dt.timedelta(1)


class Landmark(NamedTuple):
    """A stretch of days that words name, up to word `last`; `closed` when no school is held in it."""

    start: dt.date
    end: dt.date
    last: int
    rule: str
    closed: bool = False


SEASONS = ("autumn", "spring", "summer")
_HOLIDAYS = frozenset({"holidays", "holiday", "hols", "break", "vacation", "hol"})
_LITTLE = one_of("the our your this next coming back of a")
_FEASTS = {"easter": "spring", "christmas": "autumn", "xmas": "autumn"}


def gaps(ground: Ground) -> list[tuple[dt.date, dt.date]]:
    """The holidays, first and last day, in order: half-terms and what lies between two terms."""
    found = [(closure.start, closure.end) for closure in ground.half_terms]
    terms = ground.calendar.terms
    found += [(a.end + _DAY, b.start - _DAY) for a, b in pairwise(terms)]
    return sorted(found)


def next_gap(ground: Ground) -> tuple[dt.date, dt.date] | None:
    """The holiday that runs or comes next."""
    return next((gap for gap in gaps(ground) if gap[1] >= ground.today), None)


def half_term_at(words: Sequence[Word], at: int) -> int:
    """The place behind "half-term", "half term" or a plain "HT" that words before it make a time; `at` if not there."""
    text = [word.text for word in words[at : at + 3]]
    if text[:1] == ["half-term"] or text[:1] == ["half-terms"]:
        return at + 1
    if text[:2] == ["half", "term"]:
        return at + 2
    if text == ["half", "-", "term"]:
        return at + 3
    before = words[at - 1].text if at else ""
    if text[:1] == ["ht"] and before in ("after", "before", "until", "till", "by", "since", "following", "to", "of"):
        return at + 1
    return at


def landmark_at(words: Sequence[Word], at: int, ground: Ground) -> Landmark | None:
    """The landmark that is named from word `at` on."""
    place = at
    while place < min(at + 3, len(words)) and words[place].text in _LITTLE:
        place += 1
    if place >= len(words):
        return None
    rules = RULES.get(words[place].text, ())
    return next((mark for rule in rules if (mark := rule(words, place, ground)) is not None), None)


def _bank_holiday(words: Sequence[Word], at: int, ground: Ground) -> Landmark | None:
    month = month_at(words, at)
    spring = words[at].text in ("spring", "early", "late")
    at += (month is not None or spring) + (spring and month_at(words, at + 1) is not None)
    if at + 1 < len(words) and words[at].text == "day" and words[at - 1].text == "may":
        at += 1
    if at + 1 >= len(words) or words[at].text != "bank" or words[at + 1].text not in ("holiday", "hol"):
        return None
    last = at + 3 if at + 2 < len(words) and words[at + 2].text == "monday" else at + 2
    coming = sorted(d for d in ground.calendar.bank_holidays if d >= ground.today and ground.calendar.term_of(d))
    coming = [d for d in coming if month is None or d.month == month]
    return Landmark(coming[0], coming[0], last, "bank holiday") if coming else None


_BREAKS = _HOLIDAYS - {"holiday"}
_SEASONAL = {"autumn": {10, 11}, "spring": {2}, "summer": {5, 6}}


def _half_term(words: Sequence[Word], at: int, ground: Ground) -> Landmark | None:
    month = month_at(words, at)
    season = words[at].text if words[at].text in SEASONS else ""
    last = half_term_at(words, at + 1 if month or season else at)
    if last == at + 1 and month and last < len(words) and words[last].text in _BREAKS:
        last += 1
    if last == at or (last == at + 1 and (month or season)):
        return None
    if last < len(words) and words[last].text in _HOLIDAYS:
        last += 1
    months = {month} if month else _SEASONAL.get(season, set(range(1, 13)))
    breaks = [c for c in ground.half_terms if {c.start.month, c.end.month} & months]
    coming = next((c for c in breaks if c.end >= ground.today), None)
    return None if coming is None else Landmark(coming.start, coming.end, last, "half-term", closed=True)


_WHITSUN = frozenset({"whit", "whitsun", "whitsuntide"})


def _holiday(words: Sequence[Word], at: int, ground: Ground) -> Landmark | None:
    name = words[at].text
    following = words[at + 1].text if at + 1 < len(words) else ""
    if name in _FEASTS and following not in ("monday", "friday", "sunday", "bonnet", "egg", "service", "term"):
        last = at + 2 if following in _HOLIDAYS else at + 1
        for before, after in pairwise(ground.calendar.terms):
            if after.start > ground.today and before.name.lower().startswith(_FEASTS[name]):
                return Landmark(before.end + _DAY, after.start - _DAY, last, name, closed=True)
        return None
    if name in _WHITSUN:
        last = at + 2 if following in (*_HOLIDAYS, "week") else at + 1
        return _landmark_in_may(ground, last)
    lone = name in ("break", "holiday") and (at == 0 or words[at - 1].text not in _LITTLE)
    led = name == "holiday" and at > 1 and words[at - 2].text in ("after", "before", "until", "till", "from")
    if name in _HOLIDAYS and (name != "holiday" or led) and not lone:
        gap = next_gap(ground)
        return None if gap is None else Landmark(*gap, at + 1, "next holiday", closed=True)
    return None


def _landmark_in_may(ground: Ground, last: int) -> Landmark | None:
    """The half-term of the Summer term."""
    found = [c for c in ground.half_terms if c.end >= ground.today and c.start.month in (5, 6)]
    return Landmark(found[0].start, found[0].end, last, "half-term", closed=True) if found else None


def _tests(words: Sequence[Word], at: int, ground: Ground) -> Landmark | None:
    """Key stage 2 national tests: Monday to Thursday of the week of the second Monday in May."""
    if words[at].text != "sats" or (words[at].raw[:2].islower() and len(words[at].raw) > 4):
        return None
    last = at + 2 if at + 1 < len(words) and words[at + 1].text in ("week", "fortnight") else at + 1
    for year in (ground.today.year, ground.today.year + 1):
        first = dt.date(year, 5, 1)
        monday = first + dt.timedelta((7 - first.weekday()) % 7 + 7)
        if monday + dt.timedelta(3) >= ground.today:
            return Landmark(monday, monday + dt.timedelta(3), last, "SATs", closed=True)
    return None


RULES: dict[str, tuple[Callable[[Sequence[Word], int, Ground], Landmark | None], ...]] = by_first_word(
    (
        (_half_term, (*MONTH_NAMES, *SEASONS, *one_of("half-term half-terms half ht"))),
        (_holiday, (*_FEASTS, *_HOLIDAYS, *_WHITSUN)),
        (_bank_holiday, (*MONTH_NAMES, *one_of("bank spring early late"))),
        (_tests, ("sats",)),
    )
)
"""Rules of landmarks, by the words that each may begin with; tried in this order."""


_BEFORE_TERM = one_of("the this next current whole of")
TERM_FIRSTS = _BEFORE_TERM | {"term", *SEASONS}
LANDMARK_FIRSTS = _LITTLE | set(RULES)
LEADING_WORDS = _LITTLE | _BEFORE_TERM
"""Words that only lead to the name of a term or a landmark."""


def term_at(words: Sequence[Word], at: int, ground: Ground) -> tuple[Term, int] | None:
    """The term named from word `at` on ("this term", "the summer term", "term"), and the place behind it."""
    if words[at].text not in TERM_FIRSTS:
        return None
    text = [word.text for word in words[at : at + 4]]
    skip = 0
    while skip < len(text) and text[skip] in _BEFORE_TERM:
        skip += 1
    tail = text[skip:]
    if tail[:1] and tail[0] in SEASONS and tail[1:2] == ["term"]:
        term = next(
            (t for t in ground.calendar.terms if t.name.lower().startswith(tail[0]) and t.end >= ground.today), None
        )
        return None if term is None else (term, at + skip + 2)
    if tail[:1] != ["term"] or tail[1:2] in (["time"], ["dates"], ["date"]):
        return None
    now = ground.term_now()
    term = ground.term_after(ground.today) if "next" in text[:skip] and now and now.start <= ground.today else now
    return None if term is None else (term, at + skip + 1)


def halves(term: Term, ground: Ground) -> tuple[tuple[dt.date, dt.date], tuple[dt.date, dt.date]]:
    """First and last school day of the two halves of a term; the whole term twice where it has no half-term."""
    inside = next((c for c in ground.half_terms if term.start <= c.start <= term.end), None)
    if inside is None:
        return (term.start, term.end), (term.start, term.end)
    return (term.start, before(ground, inside.start)), (after(ground, inside.end), term.end)


def after(ground: Ground, day: dt.date) -> dt.date:
    """The first school day after a day; the next day where the calendar ends."""
    return ground.calendar.first_school_day_from(day + _DAY) or day + _DAY


def before(ground: Ground, day: dt.date) -> dt.date:
    """The last school day before a day; the day before where the calendar has none."""
    earlier = [d for d in ground.calendar.days if d < day]
    return earlier[-1] if earlier else day - _DAY


def last_week(day: dt.date, count: int) -> dt.date:
    """The Monday of the week of `day`, or of `count` - 1 weeks before it."""
    return week_of(day)[0] - dt.timedelta(7 * (count - 1))
