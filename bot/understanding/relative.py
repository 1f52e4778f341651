"""Days that are counted from another day: "a week tomorrow", "Tuesday week", "the Wednesday of that week"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.model import Part
from bot.understanding.date_words import COUNT, ORDINAL_WORD, WEEKDAY_NAMES
from bot.understanding.days import dated, day_at, month_at, readings, weekday_at
from bot.understanding.fallback import counted
from bot.understanding.general_days import is_listed_after, listed_in_general
from bot.understanding.ground import Ground, Mention, Shape, week_of
from bot.understanding.named_days import NAMED_FIRSTS, named_day
from bot.understanding.phrases import by_first_word, one_of
from bot.understanding.school_year import after, before, landmark_at, term_at
from bot.understanding.words import Sort, Word

_DAY = dt.timedelta(1)
_NEAR_DAYS = {"today": 0, "tomorrow": 1, "yesterday": -1}
_LONGEST_COUNT = 5
_COUNTING_ON = one_of(
    "after before following week fortnight next this that same immediately directly straight just right coming "
    "afterwards beforehand"
)
"""One of these stands behind every weekday that is counted from another day."""
_FARTHEST = 10
_ONLY_WEEKDAYS = WEEKDAY_NAMES - NAMED_FIRSTS
_SOFT = one_of("the of in on that same very immediately directly straight just right")


def relative_day(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    """The day that words from `at` on count from today, from `anchor` (a day named before) or from a landmark."""
    text = words[at].text
    if text in _ONLY_WEEKDAYS and _COUNTING_ON.isdisjoint([word.text for word in words[at + 1 : at + 1 + _FARTHEST]]):
        return None
    for rule in RULES.get(text) or _RULES_OF_SORTS.get(words[at].sort, ()):
        found = rule(words, at, ground, anchor)
        if found is not None:
            return found
    return None


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


def _mention(first: int, last: int, day: dt.date, rule: str) -> Mention:
    return Mention(Shape.DAY, first, last, rule, days=(day,))


def coming(ground: Ground, weekday: int) -> dt.date:
    """The next such weekday after today."""
    return ground.today + dt.timedelta((weekday - ground.today.weekday() - 1) % 7 + 1)


def _named(words: Sequence[Word], at: int, ground: Ground, _anchor: dt.date | None) -> Mention | None:
    """Such as "Shrove Tuesday", "St David's Day"."""
    known = named_day(words, at, ground.today)
    return None if known is None else _mention(at, known[1], known[0], "feast")


def _near(words: Sequence[Word], at: int, ground: Ground, _anchor: dt.date | None) -> Mention | None:
    text = _text(words, at)
    if text in _NEAR_DAYS and _text(words, at + 1) not in ("week", "fortnight"):
        return _mention(at, at + 1, ground.today + _NEAR_DAYS[text] * _DAY, text)
    if text in ("today", "tomorrow"):
        weeks = 1 if _text(words, at + 1) == "week" else 2
        return _mention(at, at + 2, ground.today + (_NEAR_DAYS[text] + 7 * weeks) * _DAY, "tomorrow week")
    if text == "day" and _text(words, at + 1) == "after" and _text(words, at + 2) == "tomorrow":
        return _mention(at, at + 3, ground.today + 2 * _DAY, "day after tomorrow")
    return None


_WEEKS = {"week": 7, "weeks": 7, "fortnight": 14}


def _weeks_from(words: Sequence[Word], at: int, ground: Ground, _anchor: dt.date | None) -> Mention | None:
    """Such as "a week tomorrow", "two weeks today", "a fortnight on Tuesday", "in three weeks' time"."""
    count = COUNT.get(_text(words, at))
    if words[at].sort is Sort.NUMBER and len(words[at].text) == 1:
        count = int(words[at].text)
    place = at + 1
    if count is None:
        count, place = 1, at
    if _text(words, place) == "of":
        place += 1
    unit = _text(words, place).rstrip("'")
    days = _WEEKS.get(unit)
    if days is None:
        return None
    place += 1
    led = _text(words, place) in ("on", "from")
    place += led
    if _text(words, place) in ("today", "tomorrow", "now"):
        base = ground.today + _NEAR_DAYS.get(_text(words, place), 0) * _DAY
        return _mention(at, place + 1, base + count * days * _DAY, "weeks from a day")
    soon = _text(words, place) in ("next", "this", "coming")
    place += soon
    weekday = weekday_at(words, place) if place < len(words) and (led or soon) else None
    if weekday is None or (written := day_at(words, place)) is None or written.day is not None:
        return None
    return _mention(at, place + 1, coming(ground, weekday) + count * days * _DAY, "weeks from a day")


_COUNTED = frozenset({"day", "days", "week", "weeks", "month", "months"})


def _in_some_time(words: Sequence[Word], at: int, ground: Ground, _anchor: dt.date | None) -> Mention | None:
    """Such as "in ten days", "in three weeks' time", "in a fortnight"."""
    if _text(words, at) != "in" or not (_text(words, at + 1) in COUNT or _text(words, at + 1).isdecimal()):
        return None
    if (fortnight := _in_a_fortnight(words, at, ground)) is not None:
        return fortnight
    of = _text(words, at + 2) == "of" or (_text(words, at + 1) == "a" and _text(words, at + 2) == "couple")
    if of:
        return _in_a_couple(words, at, ground)
    unit = _text(words, at + 2).removesuffix("'s")
    if unit not in _COUNTED or len(_text(words, at + 1)) > _LONGEST_COUNT:
        return None
    last = at + 3
    timed = [_text(words, last + step) for step in range(3)]
    if "time" in timed:
        last += timed.index("time") + 1
    elif timed[0] not in (",", ".", "!", "?", "\n", "or", "please", "instead", ""):
        return None
    number = {"a": "1", "an": "1", "couple": "2"}.get(_text(words, at + 1), _text(words, at + 1))
    day = counted(f"in {number} {unit}", ground.today)
    return None if day is None else _mention(at, last, day, "counted from today")


def _in_a_fortnight(words: Sequence[Word], at: int, ground: Ground) -> Mention | None:
    if _text(words, at + 1) != "a" or _text(words, at + 2).removesuffix("'s") != "fortnight":
        return None
    last = at + 3 + (_text(words, at + 3) == "time")
    return _mention(at, last, ground.today + 14 * _DAY, "counted from today")


def _in_a_couple(words: Sequence[Word], at: int, ground: Ground) -> Mention | None:
    """Such as "in a couple of weeks", "in a couple of weeks' time"."""
    place = at + 3 + (_text(words, at + 3) == "of")
    if _text(words, place).rstrip("'") != "weeks":
        return None
    place += 1 + (_text(words, place + 1) == "'")
    return _mention(at, place + (_text(words, place) == "time"), ground.today + 14 * _DAY, "counted from today")


def _this_day(words: Sequence[Word], at: int, ground: Ground, _anchor: dt.date | None) -> Mention | None:
    """Such as "a month today", "the Monday after next"."""
    if _text(words, at) in ("a", "one") and _text(words, at + 1) == "month" and _text(words, at + 2) == "today":
        day = counted("in 1 month", ground.today)
        return None if day is None else _mention(at, at + 3, day, "counted from today")
    weekday = weekday_at(words, at)
    if weekday is None or (_text(words, at + 1), _text(words, at + 2)) != ("after", "next"):
        return None
    return _mention(at, at + 3, coming(ground, weekday) + 7 * _DAY, "weekday after next")


def _weekday_week(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    weekday = weekday_at(words, at)
    weeks = {"week": 1, "fortnight": 2}.get(_text(words, at + 1))
    if weekday is None or weeks is None or _text(words, at + 2) in ("commencing", "beginning", "of", "starting"):
        return None
    if anchor is not None and [_text(words, at + 2), _text(words, at + 3)] == ["after", "that"]:
        base = _nearest(anchor - _DAY, weekday, 1)
        return _mention(at, at + 4, base + 7 * weeks * _DAY, "weekday week")
    return _mention(at, at + 2, coming(ground, weekday) + 7 * weeks * _DAY, "weekday week")


def _next_weekday(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    text = _text(words, at)
    place = at + 1
    if text == "this" and _text(words, place) == "coming":
        place += 1
    named = weekday_at(words, at) if _text(words, place) == "coming" else None
    if named is not None and _text(words, place + 1) not in _COMING_TO:
        return _mention(at, place + 1, coming(ground, named), "coming weekday")
    behind = _following(words, at, ground, anchor)
    if behind is not None:
        return behind
    if text not in ("next", "this", "coming", "last", "following") or place >= len(words):
        return None
    weekday = weekday_at(words, place)
    written = day_at(words, place)
    if weekday is None or (written is not None and written.day is not None):
        return None
    beside = _weekday_by(words, place, ground, anchor) if text == "following" else None
    if beside is not None:
        return beside
    if text == "following":
        base = anchor or ground.focus
        return _mention(at, place + 1, base + ((weekday - base.weekday() - 1) % 7 + 1) * _DAY, "following weekday")
    monday = ground.today - ground.today.weekday() * _DAY
    weeks = {"next": 1, "last": -1}.get(text, 0)
    day = monday + (7 * weeks + weekday) * _DAY
    if text in ("this", "coming") and day < ground.today:
        day += 7 * _DAY
    return _mention(at, place + 1, day, text + " weekday")


_BEHIND_A_SIDE = one_of("that this , . ? ! ; ) at in for please instead or and would it if same is's any") | {"", "\n"}
"""What may follow "the Thursday after", so that it counts from a day named before."""
_COMING_TO = one_of("back to in up from for along with down out over round into home through")
"""Behind "coming" these tell of somebody who comes: "Monday coming" alone is the next Monday."""
_NO_EDGE = one_of("half-term half the our that this week easter christmas sats a , and")


def _following(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    """Such as "the Monday following": the next such weekday behind the day named before."""
    weekday = weekday_at(words, at)
    if weekday is None:
        return None
    plain = _text(words, at + 1) == "following" and _text(words, at + 2) not in _NO_EDGE - {","}
    listed = is_listed_after(words, at)
    if not (plain or listed) or (anchor is None and not ground.on_table):
        return None
    base = ground.agreed.date if ground.agreed is not None and anchor is None else anchor or ground.focus
    return _mention(at, at + 1 + plain, _nearest(base, weekday, 1), "following weekday")


def _weekday_of_week(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    """Such as "Wednesday of that week", "Tuesday next week", "Thursday the week after"."""
    weekday = weekday_at(words, at)
    if weekday is None or listed_in_general(words, at):
        return None
    place = at + 1
    while _text(words, place) in ("of", "in", "the", "on") and place < at + 4:
        place += 1
    lead = _text(words, place)
    if lead not in ("next", "this") and anchor is None and not ground.on_table:
        return None  # "that week" is one that nobody has named
    if lead in ("next", "this", "that", "same", "following"):
        while _text(words, place + 1) in ("same", "very"):
            place += 1
        if _text(words, place + 1) != "week" or _text(words, place + 2) == "after":
            return None
        base, weeks = {
            "next": (ground.today, 1), "this": (ground.today, 0), "following": (anchor or ground.focus, 1),
        }.get(lead, (anchor or ground.focus, 0))  # fmt: skip
        return _mention(at, place + 2, week_of(base)[0] + (7 * weeks + weekday) * _DAY, f"weekday of {lead} week")
    if lead == "week" and _text(words, place + 1) in ("after", "before"):
        weeks = 1 if _text(words, place + 1) == "after" else -1
        return _mention(at, place + 2, week_of(anchor or ground.focus)[0] + (7 * weeks + weekday) * _DAY, "week beside")
    return None


def _weekday_by(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    """Such as "the Friday before half-term", "Monday after Easter", "the Tuesday after that"."""
    weekday = weekday_at(words, at)
    place = at + 1
    while _text(words, place) in ("immediately", "directly", "straight", "just", "right"):
        place += 1
    side = {"afterwards": "after", "beforehand": "before"}.get(_text(words, place), _text(words, place))
    if weekday is None or side not in ("after", "before") or _is_general(words, at):
        return None
    if _text(words, place + 1) in _BEHIND_A_SIDE and _text(words, at - 1) == "the":
        return _beside_a_day(at, place + 1, weekday, ground, anchor, 1 if side == "after" else -1)
    mark = landmark_at(words, place + 1, ground)
    if mark is None:
        return None
    step = 1 if side == "after" else -1
    base = mark.end if step > 0 else mark.start
    return _mention(at, mark.last, _nearest(base, weekday, step), f"weekday {side} {mark.rule}")


def _beside_a_day(first: int, last: int, weekday: int, ground: Ground, anchor: dt.date | None, step: int) -> Mention:
    """Such as "the Thursday after": where none was named, an offer's Thursday or the next one may be meant."""
    day = _nearest(anchor or ground.focus, weekday, step)
    either = anchor is None and ground.agreed is None and day in ground.days_on_table
    days = (day, day + 7 * step * _DAY) if either else (day,)
    return Mention(Shape.DAY, first, last, "weekday beside a day", days=days)


def _is_general(words: Sequence[Word], at: int) -> bool:
    """Whether such a weekday is meant in general: "any Wednesday after Easter", "any Monday or Friday after ..."."""
    place = at - 1
    while place > 0 and (_text(words, place) in ("or", "and", ",", "/") or weekday_at(words, place) is not None):
        place -= 1
    return place >= 0 and _text(words, place) in ("any", "every", "each", "most")


def _nearest(base: dt.date, weekday: int, step: int) -> dt.date:
    """The nearest such weekday strictly after (`step` 1) or before (-1) a day."""
    if step > 0:
        return base + ((weekday - base.weekday() - 1) % 7 + 1) * _DAY
    return base - ((base.weekday() - weekday - 1) % 7 + 1) * _DAY


def _nth(words: Sequence[Word], at: int, ground: Ground, _anchor: dt.date | None) -> Mention | None:
    """Such as "the first Tuesday in May", "the last Friday of term", "the very last Friday of the half term"."""
    count = ORDINAL_WORD.get(_text(words, at), -1 if _text(words, at) in ("last", "final") else 0)
    if words[at].sort is Sort.ORDINAL:
        count = int(words[at].text[:-2])
    if not count or count > 5 or at + 2 >= len(words):
        return None
    weekday = weekday_at(words, at + 1)
    place = at + 2
    while _text(words, place) in ("of", "in", "the", "this", "before"):
        place += 1
    if weekday is None or place == at + 2 or place >= len(words):
        return None
    span = _stretch(words, place, ground)
    if span is None:
        return None
    start, end, last = span
    days = [start + n * _DAY for n in range((end - start).days + 1) if (start + n * _DAY).weekday() == weekday]
    index = count - 1 if count > 0 else -1
    return _mention(at, last, days[index], "nth weekday") if days and index < len(days) else None


def _nth_back(words: Sequence[Word], at: int, ground: Ground, _anchor: dt.date | None) -> Mention | None:
    """Such as "the first Monday back", "the second Tuesday after half-term"."""
    count = ORDINAL_WORD.get(_text(words, at), 0)
    if words[at].sort is Sort.ORDINAL:
        count = int(words[at].text[:-2])
    if not 0 < count < 5 or at + 2 >= len(words):
        return None
    weekday, place = weekday_at(words, at + 1), at + 2
    back = _text(words, place) == "back"
    place += back
    led = _text(words, place) in ("after", "following")
    mark = landmark_at(words, place + 1, ground) if led and place + 1 < len(words) else None
    gap = _gap_end(ground) if back and mark is None else mark.end if mark is not None else None
    if weekday is None or gap is None:
        return None
    day = _nearest(gap, weekday, 1) + 7 * (count - 1) * _DAY
    return _mention(at, mark.last if mark else at + 3, day, "nth weekday back")


def _stretch(words: Sequence[Word], at: int, ground: Ground) -> tuple[dt.date, dt.date, int] | None:
    """The month, half-term or term whose weekdays are counted."""
    month = month_at(words, at)
    if month is not None:
        year = next(
            y
            for y in (ground.today.year, ground.today.year + 1)
            if (y, month) >= (ground.today.year, ground.today.month)
        )
        start = dt.date(year, month, 1)
        following = dated(year + month // 12, month % 12 + 1, 1) or start
        return start, following - _DAY, at + 1
    mark = landmark_at(words, at, ground)
    if mark is not None and mark.closed:
        return ground.today, mark.start - _DAY, mark.last
    term = term_at(words, at, ground)
    return None if term is None else (term[0].start, term[0].end, term[1])


_SAME_DAY = (
    ("same", "day", "the", "following", "week"), ("same", "day", "the", "next", "week"),
    ("same", "day", "following", "week"), ("same", "day", "next", "week"), ("same", "day", "the", "week", "after"),
    ("same", "day", "a", "week", "later"), ("same", "day", "one", "week", "later"),
    ("same", "day", "that", "following", "week"), ("same", "day", "week", "after"),
)  # fmt: skip


def _same_day(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    """Such as "same day the following week": a week from the day named before, or from the one agreed."""
    run = next((run for run in _SAME_DAY if tuple(w.text for w in words[at : at + len(run)]) == run), None)
    base = anchor or (ground.agreed.date if ground.agreed is not None else None)
    if run is None or base is None:
        return None
    return _mention(at, at + len(run), base + 7 * _DAY, "same day later")


def _ends(words: Sequence[Word], at: int, ground: Ground, _anchor: dt.date | None) -> Mention | None:
    """Such as "the last day of term", "the first day back"."""
    lead = _text(words, at)
    half = _HALVES.get(_text(words, at + 1))
    if lead not in ("last", "first", "final") or (_text(words, at + 1) != "day" and half is None):
        return None
    if _text(words, at + 2) == "back":
        mark = landmark_at(words, at + 3 + (_text(words, at + 3) == "after"), ground) if at + 4 < len(words) else None
        gap_end = mark.end if mark else _gap_end(ground)
        return (
            None
            if gap_end is None
            else replace(
                _mention(at, mark.last if mark else at + 3, after(ground, gap_end), "first day back"), part=half
            )
        )
    if _text(words, at + 2) not in ("of", "before") or at + 3 >= len(words):
        return None
    span = (
        _stretch(words, at + 3 + (_text(words, at + 3) == "the"), ground)
        if at + 4 < len(words) or _text(words, at + 3) != "the"
        else None
    )
    if span is None:
        return None
    day = before(ground, span[1] + _DAY) if lead in ("last", "final") else after(ground, span[0] - _DAY)
    return replace(_mention(at, span[2], day, f"{lead} day"), part=half)


_HALVES = {"morning": Part.AM, "afternoon": Part.PM}


def _gap_end(ground: Ground) -> dt.date | None:
    from bot.understanding.school_year import next_gap

    gap = next_gap(ground)
    return None if gap is None else gap[1]


def _day_by(words: Sequence[Word], at: int, ground: Ground) -> Mention | None:
    """Such as "the day after the bank holiday", "the day before half-term"."""
    mark = landmark_at(words, at + 2, ground) if at + 2 < len(words) else None
    if mark is None:
        return None
    day = after(ground, mark.end) if words[at + 1].text == "after" else before(ground, mark.start)
    return _mention(at, mark.last, day, f"day {words[at + 1].text} {mark.rule}")


_NUMBERED = one_of("one date option slot day suggestion offer choice of")


def _day_by_option(words: Sequence[Word], at: int, ground: Ground) -> Mention | None:
    """Such as "the day after that last one", "the day before your second date"."""
    place = at + 2
    while _text(words, place) in _SOFT | {"your", "you", "offered"}:
        place += 1
    text = _text(words, place)
    number = len(ground.offered) if text in ("last", "latest", "final") else ORDINAL_WORD.get(text, 0)
    if not 0 < number <= len(ground.offered) or _text(words, place + 1) not in _NUMBERED:
        return None
    step = 1 if _text(words, at + 1) == "after" else -1
    day = ground.offered[number - 1].date + step * _DAY
    return Mention(Shape.DAY, at, place + 2, "day beside an option", days=(day,), options=(number,))


_BEGINNING = one_of(
    "school work the half-term easter we i our my they you she he it everyone everybody all most half staff children "
    "everything people parents visitors inset sats mocks exams christmas sports reports"
)
"""Behind "the day after" these tell what the day comes after, so that it is no day beside one named."""


def _beside(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    """Such as "the day after", "the next day", "the following day"."""
    text = _text(words, at)
    following = _text(words, at + 1)
    if text == "day" and following in ("after", "before"):
        day = _day_by(words, at, ground) or _day_by_option(words, at, ground)
        if day is not None:
            return day
    if text == "day" and following in ("after", "before") and _text(words, at - 1) == "the" and anchor is not None:
        if _text(words, at + 2) in _BEGINNING:
            return None
        return _mention(at, at + 2, anchor + (_DAY if following == "after" else -_DAY), "day beside")
    if text in ("next", "following") and following == "day" and anchor is not None:
        return _mention(at, at + 2, anchor + _DAY, "day beside")
    return None


def _later(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    """Such as "a week later", "a week after the 26th", "a week after your first date"."""
    count = COUNT.get(_text(words, at))
    unit = {"week": 7, "weeks": 7, "fortnight": 14, "day": 1, "days": 1}.get(_text(words, at + 1))
    side = {"after": 1, "later": 1, "before": -1, "earlier": -1, "sooner": -1}.get(_text(words, at + 2))
    if count is None or unit is None or side is None:
        return None
    shift = side * count * unit * _DAY
    than = _text(words, at + 3) in ("than", "from", "on") and _text(words, at + 2) in ("later", "earlier", "sooner")
    if _text(words, at + 2) in ("later", "earlier", "sooner") and not than:
        return None if anchor is None else _mention(at, at + 3, anchor + shift, "weeks later")
    place = at + 3 + than
    while _text(words, place) in _SOFT | {"your"}:
        place += 1
    offered = _on_weekday(words, place, ground)
    if offered is not None:
        return _mention(at, place + 1, offered + shift, "weeks after an option")
    option = ORDINAL_WORD.get(_text(words, place))
    if option is not None and _text(words, place + 1) in ("date", "one", "option", "slot", "suggestion"):
        if option <= len(ground.offered):
            day = ground.offered[option - 1].date + shift
            return Mention(Shape.DAY, at, place + 2, "weeks after an option", days=(day,), options=(option,))
        return None
    written = day_at(words, place) if place < len(words) else None
    dates = readings(written, ground) if written is not None else ()
    return _mention(at, written.last, dates[0] + shift, "weeks after a day") if written and len(dates) == 1 else None


def _on_weekday(words: Sequence[Word], at: int, ground: Ground) -> dt.date | None:
    """The one offered day of a weekday named by itself: "a week later than the Wednesday you've put"."""
    weekday = weekday_at(words, at) if at < len(words) else None
    written = day_at(words, at) if weekday is not None else None
    days = {day for day in ground.days_on_table if day.weekday() == weekday}
    return days.pop() if written is not None and written.day is None and len(days) == 1 else None


_Rule = Callable[[Sequence[Word], int, Ground, dt.date | None], Mention | None]
RULES: dict[str, tuple[_Rule, ...]] = by_first_word(
    (
        (_named, NAMED_FIRSTS),
        (_near, (*_NEAR_DAYS, "day")),
        (_this_day, (*WEEKDAY_NAMES, "a", "one")),
        (_nth_back, ORDINAL_WORD),
        (_in_some_time, ("in",)),
        (_weeks_from, (*COUNT, "of", *_WEEKS)),
        (_weekday_week, WEEKDAY_NAMES),
        (_nth, (*ORDINAL_WORD, "last", "final")),
        (_next_weekday, (*one_of("next this coming last following"), *WEEKDAY_NAMES)),
        (_weekday_of_week, WEEKDAY_NAMES),
        (_weekday_by, WEEKDAY_NAMES),
        (_ends, one_of("last first final")),
        (_beside, one_of("day next following")),
        (_later, COUNT),
        (_same_day, ("same",)),
    )
)
"""Rules of days, by the words that each may begin with; tried in this order."""
RELATIVE_FIRSTS = RULES.keys()
_RULES_OF_SORTS: dict[Sort, tuple[_Rule, ...]] = {Sort.NUMBER: (_weeks_from,), Sort.ORDINAL: (_nth_back, _nth)}
