"""Single days as schools write them: "Tues 26th Jan", "5/3", "the sixteenth of March", "28 January 2027"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.date_words import (
    DAY_FIRSTS,
    MONTH,
    MONTH_LEADS,
    NOT_DAYS_AFTER,
    NOT_DAYS_BEFORE,
    ORDINAL_WORD,
    TENS,
    UNIT_ORDINAL,
    WEEKDAY,
)
from bot.understanding.ground import Ground
from bot.understanding.phrases import one_of
from bot.understanding.words import Sort, Word

_WORD, _NUMBER, _ORDINAL, _DATE = Sort.WORD, Sort.NUMBER, Sort.ORDINAL, Sort.DATE
_FIGURES = (_NUMBER, _ORDINAL, _DATE)
_COUNTING = (_NUMBER, _ORDINAL)
_NEARLY_PAST = dt.timedelta(100)


class DayWords(NamedTuple):
    """A day as written, word `first` to `last`; None for what the words leave out.

    `firm` is False for a bare number; `carried` says that the month is that of a later member of the same list, `past`
    that the words around tell what has happened.
    """

    first: int
    last: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    firm: bool = True
    carried: bool = False
    past: bool = False


def may_be_day(word: Word) -> bool:
    """Whether a day may begin with the word."""
    return word.text in DAY_FIRSTS or word.sort in _FIGURES


def day_at(words: Sequence[Word], at: int) -> DayWords | None:
    """The day that is written from word `at` on, if any."""
    if not may_be_day(words[at]):
        return None
    weekday = weekday_at(words, at)
    place = at if weekday is None else _past_filler(words, at + 1)
    if weekday is not None and _is_working_time(words, place):
        return DayWords(at, at + 1, weekday)
    found = _numeric(words, place) or _month_first(words, place) or _day_first(words, place)
    if found is None or (weekday is not None and _begins_another_list(words, at, found.last)):
        return None if weekday is None else DayWords(at, at + 1, weekday)
    return found._replace(first=at, weekday=weekday, firm=found.firm or weekday is not None)


def _begins_another_list(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether the dates of two weekdays stand behind both: "Wed or Thurs, 20th or 21st"."""
    if at < 2 or words[at + 1].text not in (",", "(") or last + 1 >= len(words):
        return False
    place = at - 1 - (words[at - 1].text == "the")
    listed = words[place].text in _TWO and place > 0 and weekday_at(words, place - 1) is not None
    return listed and words[last].text in (*_TWO, ",") and words[last + 1].sort in _COUNTING


_TWO = frozenset({"or", "and", "&", "/"})


def _is_working_time(words: Sequence[Word], at: int) -> bool:
    """Such as "8-4", which behind a weekday tells when somebody works."""
    if at + 2 >= len(words) or words[at].sort is not _NUMBER or words[at + 1].text != "-":
        return False
    touching = words[at].end == words[at + 1].start and words[at + 1].end == words[at + 2].start
    end = words[at + 2]
    hours = end.sort is _NUMBER and max(_int(words[at]), _int(end)) <= _LATEST_HOUR
    return touching and hours and month_at(words, at + 3) is None


_LATEST_HOUR = 12


def weekday_at(words: Sequence[Word], at: int) -> int | None:
    """The weekday named by word `at`, Monday 0. "sat" and "sun" count only before a number or an ordinal."""
    word = words[at]
    name = word.text.removesuffix("'s")
    if word.raw.lower() in ("sat", "sun", "mon") and name in WEEKDAY:
        following = words[at + 1].sort if at + 1 < len(words) else Sort.BREAK
        near_number = following in _FIGURES
        return WEEKDAY[name] if near_number or name == "monday" else None
    return WEEKDAY.get(name)


def _past_filler(words: Sequence[Word], place: int) -> int:
    for _ in range(2):
        if place + 1 < len(words) and words[place].text in (",", "the", ".", "-", "("):
            place += 1
    return place


def _numeric(words: Sequence[Word], at: int) -> DayWords | None:
    if at >= len(words) or words[at].sort is not _DATE:
        return _dotted(words, at)
    text = words[at].text
    numbers = [int(piece) for piece in text.replace("/", "-").replace(".", "-").split("-")]
    if len(numbers) == 3 and numbers[0] > 31:
        numbers.reverse()
    day, month = numbers[:2]
    year = None if len(numbers) < 3 else numbers[2] + 2000 * (numbers[2] < 100)
    before = words[at - 1].text if at else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    if not (1 <= day <= 31 and 1 <= month <= 12) or before in NOT_DAYS_AFTER or (len(numbers) < 3 and after == "of"):
        return None
    if before in ("£", "$") or after == "%" or text in _IDIOMS or (at > 1 and words[at - 2].text in _SHARES):
        return None
    return DayWords(at, at + 1, None, day, month, year)


_IDIOMS = frozenset({"24/7"})
_SHARES = one_of("ratio fraction score share proportion")
"""Words that make a fraction of what follows "of" or "is"."""


def _dotted(words: Sequence[Word], at: int) -> DayWords | None:
    """Such as "9.3", which is the ninth of March only where a weekday stands before it."""
    if at + 2 >= len(words) or words[at + 1].text not in (".", "-") or words[at + 1].start != words[at].end:
        return None
    day, month = words[at], words[at + 2]
    if day.sort is not _NUMBER or month.sort is not _NUMBER or month.start != words[at + 1].end:
        return None
    written_out = words[at + 1].text == "-" and len(day.text) == len(month.text) == 2 and month.text[0] == "0"
    if not written_out and (at == 0 or words[at + 1].text == "-" or weekday_at(words, at - 1) is None):
        return None
    if not (1 <= _int(day) <= 31 and 1 <= _int(month) <= 12):
        return None
    return DayWords(at, at + 3, None, _int(day), _int(month))


def _int(word: Word) -> int:
    return int(word.text) if len(word.text) < 5 else 9999


def month_at(words: Sequence[Word], at: int) -> int | None:
    """The month named by word `at`; "may" and "march" only where they cannot be verbs."""
    if at >= len(words):
        return None
    word = words[at]
    month = MONTH.get(word.text.removesuffix("'s"))
    if month is not None and _is_name(words, at):
        return None
    if month is None or word.text not in ("may", "march"):
        return month
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    by_number = any(w is not None and w.sort in _COUNTING for w in (before, after))
    led = before is not None and before.text in MONTH_LEADS
    pronoun = after is not None and after.text in (
        "i",
        "we",
        "you",
        "they",
        "it",
        "the",
        "he",
        "she",
        "this",
        "be",
        "have",
    )
    named = (
        word.raw[0].isupper()
        and not pronoun
        and (word.text == "march" or before is None or before.sort in (_WORD, _NUMBER, _ORDINAL))
    )
    said = (
        (word.text == "march" or (word.raw == "May" and after is not None and after.text in _SAID_OF_MAY))
        and after is not None
        and after.text in _SAID_OF_MONTHS
    )
    return month if by_number or led or named or said or word.raw == "MAY" else None


_SAID_OF_MAY = one_of("isn't doesn't won't wouldn't works would")
_SAID_OF_MONTHS = _SAID_OF_MAY | one_of("is please ? or then instead")
_TITLES = one_of("mr mrs ms miss dr cllr rev prof")
_STREETS = one_of("street road lane avenue drive close way court house")


def _is_name(words: Sequence[Word], at: int) -> bool:
    """Whether a month is somebody's name or a street's: "Mrs May", "April Jones", "10 March Road"."""
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before is not None and before.text in _TITLES:
        return True
    if words[at].raw.lower() == "jan" and not _is_dated(words, at):
        return True
    if _signs(words, at):
        return True
    if after is None or after.sort is not _WORD:
        return False
    if after.text in _STREETS and after.raw[0].isupper():
        return True
    opens = (
        before is None or before.sort in (Sort.BREAK, Sort.MARK) or before.text in ("and", "&", "with", "plus", "by")
    )
    named = after.raw[0].isupper() and after.raw[1:].islower() and after.text not in _AFTER_MONTHS
    return opens and named and words[at].raw[0].isupper() and words[at].text in ("april", "may", "june")


_CHRISTENED = one_of("january april may june august december")


def _signs(words: Sequence[Word], at: int) -> bool:
    """Whether a month alone at the end of a line is the name of who writes: "... learning mentor. Dec"."""
    alone = at + 1 >= len(words) or words[at + 1].sort is Sort.BREAK
    begun = at > 1 and (words[at - 1].sort is Sort.BREAK or words[at - 1].text in (".", "!"))
    rest = any(word.sort is not Sort.BREAK for word in words[at + 1 :])
    return alone and begun and words[at].text in _CHRISTENED and words[at].raw[0].isupper() and not rest


def _is_dated(words: Sequence[Word], at: int) -> bool:
    """Whether a number, a word of time or another month stands beside a short form that is also a name."""
    near = words[max(at - 2, 0) : at] + words[at + 1 : at + 3]  # type: ignore[operator]
    if any(w.sort in _COUNTING or w.text in MONTH for w in near):
        return True
    return at > 0 and words[at - 1].text in MONTH_LEADS - {"and", "or", "by"}


_BESIDE_NAMES = one_of("and & with plus by")
_AFTER_MONTHS = WEEKDAY.keys() | one_of("half half-term bank day term inset i if or and is only please would")
_LIST_LENGTH = 6
_JOINTS = one_of("or and & / , to - until till")


def _list_mate(words: Sequence[Word], at: int, depth: int) -> DayWords | None:
    """The next day of the same list or range, whose month this one shares: "2, 4 or 9 February"."""
    place = at
    while place < min(at + 3, len(words)) and (
        words[place].text in _JOINTS or (place > at and words[place].text == "the")
    ):
        place += 1
    if place == at or place >= len(words) or depth >= _LIST_LENGTH:
        return None
    if depth == 0 and not any(word.text in MONTH for word in words[place : place + 3 * _LIST_LENGTH]):
        return None
    if weekday_at(words, place) is not None:
        place = _past_filler(words, place + 1)
    mate = _day_first(words, place, depth + 1)
    return mate if mate is not None and mate.month is not None else None


def _day_first(words: Sequence[Word], at: int, depth: int = 0) -> DayWords | None:
    number = _day_number(words, at)
    if number is None:
        return None
    day, place, firm = number
    while place < min(len(words), number[1] + 2) and words[place].text in ("of", "day"):
        place += 1
    bracketed = place + 2 < len(words) and words[place].text == "(" and words[place + 2].text == ")"
    month = month_at(words, place + bracketed)
    if month is not None and bracketed:
        return DayWords(at, place + 3, None, day, month)
    if month is None:
        later = _list_mate(words, place, depth)
        bare = _bare(words, at, number, small=later is not None)
        return (
            bare
            if bare is None or later is None
            else bare._replace(month=later.month, year=later.year, firm=True, carried=True)
        )
    year, last = _year(words, place + 1)
    return DayWords(at, last, None, day, month, year, firm=True) if firm or day else None


def _bare(words: Sequence[Word], at: int, number: tuple[int, int, bool], *, small: bool = False) -> DayWords | None:
    """A number or ordinal by itself; "first" to "third" count something unless `small` ones are days here."""
    day, place, firm = number
    after = words[place].text if place < len(words) else ""
    if after in NOT_DAYS_BEFORE or (words[at].sort is _WORD and day < 4 and not small):
        return None
    return DayWords(at, place, None, day, None, None, firm)


def _day_number(words: Sequence[Word], at: int) -> tuple[int, int, bool] | None:
    """Day of the month, the place behind it, and whether the words can only be an ordinal."""
    if at >= len(words):
        return None
    word = words[at]
    if word.sort is _ORDINAL:
        day = int(word.text[:-2])
        taken = _taken(words, at) and not _is_labelled_date(words, at)
        return (day, at + 1, True) if 1 <= day <= 31 and not taken else None
    if word.sort is _NUMBER:
        day = _int(word)
        taken = _taken(words, at) and not _is_labelled_date(words, at)
        return (day, at + 1, False) if 1 <= day <= 31 and not taken and not _glued(words, at) else None
    if word.text in TENS:
        place = at + 1 + (at + 1 < len(words) and words[at + 1].text == "-")
        unit = UNIT_ORDINAL.get(words[place].text, 0) if place < len(words) else 0
        return (TENS[word.text] + unit, place + 1, True) if unit and TENS[word.text] + unit <= 31 else None
    return (ORDINAL_WORD[word.text], at + 1, True) if word.text in ORDINAL_WORD else None


def _taken(words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].text if at else ""
    return before in NOT_DAYS_AFTER or before in ("£", "$", "#")


_LABELS = one_of("option options choice choices slot slots suggestion preference date no")


def _is_labelled_date(words: Sequence[Word], at: int) -> bool:
    """Whether the number behind a label begins a date: "First choice 28 January"."""
    return words[at - 1].text in _LABELS and month_at(words, at + 1) is not None


def _glued(words: Sequence[Word], at: int) -> bool:
    """Whether a number is part of a code, a price or a telephone number: "Y6", "KS2", "01632 960114"."""
    word = words[at]
    for other in words[max(at - 1, 0) : at] + words[at + 1 : at + 2]:  # type: ignore[operator]
        touching = other.end == word.start or other.start == word.end
        if other.sort is _NUMBER and len(other.text) > 4:
            return True
        if touching and ((other.sort is _WORD and other.text not in MONTH) or other.text in ("%", "'", "_", "@")):
            return True
        if touching and other.text == ":" and not _ends_a_label(words, at):
            return True
    return False


def _ends_a_label(words: Sequence[Word], at: int) -> bool:
    """Whether a colon behind the number ends a label: "Tuesday 23: no"."""
    behind = words[at + 1 : at + 3]
    return (
        len(behind) == 2
        and behind[0].text == ":"
        and behind[0].end < behind[1].start
        and words[at - 1].end < words[at].start
    )


def _month_first(words: Sequence[Word], at: int) -> DayWords | None:
    month = month_at(words, at)
    if month is None:
        return None
    place = at + 1
    if place < len(words) and words[place].text == "the":
        place += 1
    number = _day_number(words, place)
    if number is None:
        return None
    day, last, firm = number
    after = words[last].text if last < len(words) else ""
    if (not firm and after in NOT_DAYS_BEFORE) or month_at(words, last) is not None:
        return None
    year, last = _year(words, last)
    return DayWords(at, last, None, day, month, year)


def _year(words: Sequence[Word], at: int) -> tuple[int | None, int]:
    said = (words[at].text, words[at + 1].text) if at + 1 < len(words) else ("", "")
    if said in _YEARS:
        return _YEARS[said], at + 2
    place = at + 1 if at + 1 < len(words) and words[at].text in (",", "'") else at
    if place < len(words) and words[place].sort is _NUMBER:
        text = words[place].text
        if len(text) == 4 and text.startswith("20"):
            return int(text), place + 1
        if len(text) == 2 and words[place - 1].text == "'":
            return 2000 + int(text), place + 1
    return None, at


_YEARS = {("last", "year"): -1, ("this", "year"): 0, ("next", "year"): 1}
"""Years counted from this one."""


def dated(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the month has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def readings(day: DayWords, ground: Ground, near: dt.date | None = None) -> tuple[dt.date, ...]:
    """Every date that the words may mean, likeliest first; a weekday that disagrees leaves none.

    `near` is a date named just before, whose month a bare day may share.
    """
    if day.day is None:
        return ()
    bare = day._replace(month=None, year=None, carried=False) if day.carried else None
    offered = _bare_readings(bare, ground, None) if bare is not None else ()
    if offered and offered[0] in ground.days_on_table and _in_year(day, ground) not in ground.days_on_table:
        found = list(offered)
    elif day.month is not None:
        found = [date for date in (_in_year(day, ground),) if date is not None]
    else:
        found = list(_bare_readings(day, ground, near))
    return tuple(date for date in found if day.weekday in (None, date.weekday()))


def _in_year(day: DayWords, ground: Ground) -> dt.date | None:
    """The date in the year that is meant: as written, else on the table, else not long past, else to come."""
    month, number = day.month or 1, day.day or 1
    if day.year is not None:
        return dated(day.year if day.year > 1 else ground.today.year + day.year, month, number)
    years = (ground.today.year, ground.today.year + 1, ground.today.year - 1)
    dates = []
    for year in years:
        date = dated(year, month, number)
        if date in ground.days_on_table:
            return date
        if date is not None:
            dates.append(date)
    same_year = [date for date in dates if _academic(date) == _academic(ground.today)]
    recent = [date for date in same_year if date >= ground.today - _NEARLY_PAST or date.month < 9]
    coming = sorted(date for date in dates if date >= ground.today - _NEARLY_PAST)
    return next(iter(recent + coming), None)


def _academic(date: dt.date) -> int:
    return date.year + (date.month >= 9)


def _bare_readings(day: DayWords, ground: Ground, near: dt.date | None) -> tuple[dt.date, ...]:
    number = day.day or 1
    fits = [d for d in sorted(ground.days_on_table) if d.day == number and day.weekday in (None, d.weekday())]
    if fits:
        return tuple(fits)
    if day.weekday is not None and any(d.day == number for d in ground.days_on_table):
        return ()
    if day.past:
        return _gone(day, ground)
    if near is not None:
        date = dated(near.year, near.month, number)
        if date is not None and day.weekday in (None, date.weekday()) and date > ground.today:
            return (date,)
    return _coming(day, ground)


def _gone(day: DayWords, ground: Ground) -> tuple[dt.date, ...]:
    """The last day of that number, of what has happened."""
    months = [(ground.today.year + (m - 1) // 12, (m - 1) % 12 + 1) for m in range(ground.today.month, -7, -1)]
    dates = [dated(year, month, day.day or 1) for year, month in months]
    behind = [d for d in dates if d is not None and d <= ground.today and day.weekday in (None, d.weekday())]
    return tuple(behind[:1])


_SOON = dt.timedelta(45)
"""How long behind the last slot a weekday and a number by themselves may name a day."""


def _coming(day: DayWords, ground: Ground) -> tuple[dt.date, ...]:
    """The next days of that number, in the months that the offer is about if there is one."""
    last = max((slot.date for slot in ground.on_table), default=ground.today + dt.timedelta(31))
    months = [(ground.today.year + (m - 1) // 12, (m - 1) % 12 + 1) for m in range(ground.today.month, 20)]
    dates = [dated(year, month, day.day or 1) for year, month in months]
    later = [d for d in dates if d is not None and d >= ground.today and day.weekday in (None, d.weekday())]
    open_days = [d for d in later if not ground.on_table or ground.calendar.is_school_day(d)]
    months_offered = {(d.year, d.month) for d in ground.days_on_table}
    inside = [d for d in open_days if (d.year, d.month) in months_offered]
    between = [d for d in open_days if d <= last]
    if ground.on_table and day.weekday is not None:
        open_days = [d for d in open_days if d <= last + _SOON]  # "Tuesday the 27th" is none of another season
    return tuple(inside or between[:1] or open_days[:1])
