"""Weeks: "w/c 8 March", "the week after half-term", "the last two weeks of term", "next week"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bot.understanding.date_words import COUNT, ORDINAL_WORD
from bot.understanding.days import day_at
from bot.understanding.ground import week_of
from bot.understanding.phrases import by_first_word, one_of
from bot.understanding.places import LEAVERS, Place, Stretch, back_at, break_at, breaking_up, one_day
from bot.understanding.school_year import after, before, last_week, next_gap
from bot.understanding.terms import calendar_month, term_stretch
from bot.understanding.weeks_from import FIRSTS, weeks_from_a_day
from bot.understanding.words import Sort

_DAY = dt.timedelta(1)
_WEEK = 7 * _DAY
_STARTS = frozenset({"commencing", "beginning", "starting", "of", "from", "ending"})


def weeks_at(here: Place) -> Stretch | None:
    """The week or weeks that words name here."""
    rules = _RULES_OF_NUMBERS if here.words[here.at].sort is Sort.ORDINAL else RULES.get(here.text(), ())
    for rule in rules:
        if (week := rule(here)) is not None:
            return week
    return None


def _week_of_tests(here: Place) -> Stretch | None:
    """The week of the tests: "SATs week"."""
    mark = break_at(here)
    if mark is None or here.words[mark.last - 1].text != "week":
        return None
    return Stretch(*week_of(mark.start), mark.last, "week of the tests")


def _weeks_beside(here: Place) -> Stretch | None:
    """Such as "the fortnight before SATs", "the two weeks after half-term"."""
    many = COUNT.get(here.text(), 0)
    place = here.on(1) if many > 1 and here.text(1) == "weeks" else here
    many = 2 if here.text() == "fortnight" else many
    if here.text(-1) not in ("the", "those") or many < 2 or place.text() not in ("weeks", "fortnight"):
        return None
    side = place.text(1)
    edge = break_at(place.on(2).past("the")) if side in ("before", "after") else None
    if edge is None and side in ("after", "following") and here.anchor is not None and _ends_there(place.on(2)):
        monday, friday = week_of(here.anchor)
        return Stretch(monday + _WEEK, friday + many * _WEEK, place.at + 2, "weeks after")
    if edge is None:
        return None
    if side == "before":
        end = before(here.ground, edge.start)
        return Stretch(last_week(end, many), end, edge.last, "weeks before")
    start = after(here.ground, week_of(edge.end)[1] if edge.end.weekday() < 4 else edge.end)
    return Stretch(start, week_of(start)[1] + (many - 1) * _WEEK, edge.last, "weeks after")


def _ends_there(here: Place) -> bool:
    """Whether nothing is named behind: "the fortnight after."."""
    return here.text() in ("", ".", ",", "?", "!", "\n", "that", "please", "if", "instead", "would", "is")


def _week_commencing(here: Place) -> Stretch | None:
    """Such as "w/c 8 March", "week beginning the 8th", "the week of the 14th"."""
    if here.text() in ("w/c", "w/e"):
        place = here.on(1).past("of")
    elif here.text() == "week" and _names_its_day(here):
        place = here.on(1)
    elif here.text() in ("week", "weeks") and here.text(1) in _STARTS:
        place = here.on(2)
    else:
        return None
    place = place.past("the", ".", ":", "on")
    holiday = break_at(place) if here.text(1) in ("of", "commencing", "beginning") else None
    if holiday is not None and (holiday.end - holiday.start).days < 5:
        return Stretch(*week_of(holiday.start), holiday.last, "week of a holiday")
    day = one_day(place)
    if day is None or day.rule == "weekday":
        return None
    monday, friday = week_of(day.start)
    return Stretch(monday, friday, day.last, "week of a day")


_OTHER_WEEKS = one_of("next this that last following same coming per each every whole past previous half-term second")


def _names_its_day(here: Place) -> bool:
    """Whether a date with its month stands right behind the week: "wk 14/6", "week 14th June"."""
    counted = here.text(1).isdecimal() and here.text(2) in ("of", "in", "and", "or", "back")
    if here.text(-1) in _OTHER_WEEKS or here.at + 1 >= len(here.words) or counted:
        return False
    written = day_at(here.words, here.at + 1)
    return written is not None and written.day is not None and written.month is not None


_FARTHEST = 14


def _told_of_weeks(here: Place) -> bool:
    """Whether a week was spoken of shortly before."""
    return any(w.text in ("week", "weeks", "fortnight") for w in here.words[max(0, here.at - _FARTHEST) : here.at])


def week_beside(here: Place) -> Stretch | None:
    """Such as "the week after half-term", "the week immediately before it", "the one after the hols"."""
    if here.text() not in ("week", "one"):
        return None
    opens = here.text() == "week" and not here.text(-1).isalnum()
    if not opens and here.text(-1) not in ("the", "a", "that", "or", "any"):
        return None
    place = here.on(1).past("immediately", "directly", "straight", "just", "right")
    side = place.text()
    if side not in ("after", "before", "following") or (here.text() == "one" and not _told_of_weeks(here)):
        return None
    step = -1 if side == "before" else 1
    target = place.on(1).past("the")
    edge = break_at(target) or (breaking_up(target) if target.at < len(target.words) else None)
    if edge is not None:
        behind = max(edge.end, week_of(edge.end)[1]) if edge.end.weekday() < 4 else edge.end
        day = after(here.ground, behind) if step > 0 else before(here.ground, edge.start)
        monday, friday = week_of(day)
        return Stretch(monday, friday, edge.last, f"week {side} {edge.rule}")
    if here.text() == "one" and (here.anchor is None or target.text().isalnum()):
        return None
    if target.text() == "next":
        monday, friday = week_of(here.ground.today)
        return Stretch(monday + 2 * _WEEK, friday + 2 * _WEEK, target.at + 1, "week after next")
    named = one_day(target) if target.text() not in ("that", "this", "it", "") else None
    edges = [slot.date for slot in here.ground.on_table]
    if named is None and here.anchor is None and not edges:
        return None  # nobody has named the week that it lies beside
    base = named.start if named else (here.anchor or (max(edges) if step > 0 else min(edges)))
    last = named.last if named else target.at + (target.text() in ("that", "this", "it"))
    monday, friday = week_of(base)
    monday, friday = week_of(after(here.ground, friday) if step > 0 else before(here.ground, monday))
    return Stretch(monday, friday, last, f"week {side}")


def _week_of_return(here: Place) -> Stretch | None:
    """Such as "the week we come back", "the week they break up"."""
    if here.text() != "week" or here.text(1) not in LEAVERS:
        return None
    back = back_at(here.on(1))
    if back is not None:
        monday, friday = week_of(back.start)
        return Stretch(max(monday, back.start), friday, back.last, "week of the return")
    leaving = breaking_up(here.on(1))
    if leaving is None:
        return None
    end = before(here.ground, leaving.start)
    return Stretch(week_of(end)[0], end, leaving.last, "week of breaking up")


def _later_this_week(here: Place) -> Stretch | None:
    """What is left of this week: "later this week", "the rest of this week"."""
    place = here.on(1).past("of", "in", "on", "the")
    if here.text() not in ("later", "rest", "remainder") or (place.text(), place.text(1)) != ("this", "week"):
        return None
    friday = week_of(here.ground.today)[1]
    start = here.ground.today + _DAY
    return Stretch(start, friday, place.at + 2, "rest of the week") if start <= friday else None


def _week_by_name(here: Place) -> Stretch | None:
    lead = here.text()
    if here.text(1) == "month" and lead in ("next", "this"):
        start = here.ground.today.replace(day=1)
        start = start if lead == "this" else (start + 32 * _DAY).replace(day=1)
        return Stretch(start, (start + 32 * _DAY).replace(day=1) - _DAY, here.at + 2, f"{lead} month")
    place = here.on(1).past("same", "whole", "very", "coming")
    if _is_the_one_after(here):
        monday, friday = week_of(here.anchor or here.ground.focus)
        return Stretch(monday + _WEEK, friday + _WEEK, here.at + 1, "following week")
    if place.text() == "one" and lead in ("following", "next") and here.text(-1) == "the":
        lead = "following"
    elif place.text() != "week" or lead not in ("next", "this", "that", "same", "following"):
        return None
    if place.text(1) in ("commencing", "beginning", "of") or place.text(1) == "'":
        return None
    if lead not in ("next", "this") and here.anchor is None and not here.ground.on_table:
        return None
    edge = max((slot.date for slot in here.ground.on_table), default=here.ground.today)
    base = (
        here.ground.today
        if lead in ("next", "this")
        else (here.anchor or (edge if lead == "following" else here.ground.focus))
    )
    shift = _WEEK if lead in ("next", "following") else 0 * _DAY
    monday, friday = week_of(base)
    return Stretch(monday + shift, friday + shift, place.at + 1, f"{lead} week")


_SAID_OF = one_of("works suits is would will please are works fine good ok great perfect . , ! ? ; )") | {"", "\n"}


def _is_the_one_after(here: Place) -> bool:
    """Whether "the next" stands behind a week: "that week or the next"."""
    if here.text() != "next":
        return False
    before = [here.text(-step) for step in range(1, 4)]
    joined = before[0] == "the" and before[1] in ("or", "and", "/")
    return joined and before[2] == "week" and here.text(1) in _SAID_OF


def _counted_weeks(here: Place) -> Stretch | None:
    """Such as "the last two weeks of term", "first week back", "the first fortnight in June"."""
    if here.text() == "week" and here.text(1).isdecimal() and len(here.text(1)) == 1 and here.text(2) in ("of", "in"):
        return _placed_weeks(here, here.on(2), int(here.text(1)), 1, ending=False)
    count = 1 if here.text() == "opening" else ORDINAL_WORD.get(here.text(), 0)
    if here.words[here.at].sort is Sort.ORDINAL:
        count = int(here.text()[:-2])
    two = _two_counts(here, count)
    if two is not None:
        return two
    ending = here.text() in ("last", "final", "closing")
    before_last = here.text() == "penultimate" or (here.text(), here.text(1), here.text(2)) == ("last", "but", "one")
    if before_last:
        return _last_but_one(here)
    if not (ending or 0 < count < 6):
        return None
    place = here.on(1).past("full", "whole", "complete")
    many = COUNT.get(place.text(), 0)
    if (
        not many
        and place.at < len(place.words)
        and place.words[place.at].sort is Sort.NUMBER
        and len(place.text()) == 1
    ):
        many = int(place.text())
    if many:
        place = place.on(1)
    if place.text() == "fortnight":
        many = 2
    elif place.text() not in ("week", "weeks"):
        return None
    return _placed_weeks(here, place.on(1), count, max(many, 1), ending)


def _last_but_one(here: Place) -> Stretch | None:
    """Such as "the penultimate week of term", "the last but one week of June"."""
    place = here.on(1 if here.text() == "penultimate" else 3)
    target = place.on(1).past("of", "in", "the")
    if place.text() != "week" or target.at >= len(target.words):
        return None
    both = _weeks_of(target, 0, 2, ending=True)
    return None if both is None else Stretch(both.start, week_of(both.start)[1], both.last, both.rule)


def _two_counts(here: Place, count: int) -> Stretch | None:
    """Such as "the 2nd and 3rd weeks of March"."""
    if here.text(1) not in ("and", "or", "&", "/", "to", "-") or not 0 < count < 5:
        return None
    second = here.on(2)
    if second.text() == "the":
        second = second.on(1)
    later = ORDINAL_WORD.get(second.text(), 0)
    if second.at < len(second.words) and second.words[second.at].sort is Sort.ORDINAL:
        later = int(second.text()[:-2])
    if later <= count or second.text(1) not in ("week", "weeks"):
        return None
    first, last = (_placed_weeks(here, second.on(2), number, 1, ending=False) for number in (count, later))
    return None if first is None or last is None else Stretch(first.start, last.end, last.last, first.rule)


def _coming_stretch(here: Place) -> Stretch | None:
    """Such as "over the next two weeks", "within the next fortnight": from tomorrow on."""
    place = here.on(1).past("the") if here.text(1) == "the" else here
    if place is here or place.text() not in ("next", "coming"):
        return None
    count = COUNT.get(place.text(1), 0)
    unit = place.text(1 + bool(count))
    days = {"week": 7, "weeks": 7, "fortnight": 14, "month": 31, "months": 31}.get(unit, 0)
    if not days or (unit == "week" and not count):
        return None
    today = here.ground.today
    return Stretch(today + _DAY, today + max(count, 1) * days * _DAY, place.at + 2 + bool(count), "coming weeks")


def _placed_weeks(here: Place, place: Place, count: int, many: int, ending: bool) -> Stretch | None:
    ground = here.ground
    length = (many - 1) * _WEEK
    if place.text() == "back" or place.text() == "after":
        edge = break_at(place.on(1).past("after", "the")) if place.at + 1 < len(place.words) else None
        gap = (edge.start, edge.end) if edge else next_gap(ground)
        if gap is None or (edge is None and place.text() == "after"):
            return None
        monday, friday = week_of(after(ground, gap[1]))
        shift = (max(count, 1) - 1) * _WEEK
        return Stretch(after(ground, gap[1]) + shift if not shift else monday + shift, friday + shift + length,
                       edge.last if edge else place.at + 1, "weeks back")  # fmt: skip
    if place.text() == "before":
        edge = break_at(place.on(1).past("the"))
        if edge is None:
            return None
        end = before(ground, edge.start)
        return Stretch(last_week(end, many), end, edge.last, "weeks before")
    target = place.past("of", "in", "the")
    if target.at == place.at or target.at >= len(target.words):
        return None
    return _weeks_of(target, count, many, ending)


def _weeks_of(target: Place, count: int, many: int, ending: bool) -> Stretch | None:
    length = (many - 1) * _WEEK
    month = calendar_month(target)
    if month is not None:
        if ending:
            return Stretch(max(last_week(month.end, many), month.start), month.end, month.last, "weeks of a month")
        first = week_of(month.start)[0]
        whole = target.at > 2 and any(w.text in ("full", "whole") for w in target.words[target.at - 4 : target.at])
        if month.start.weekday() in (3, 4) or (whole and first < month.start):
            first += _WEEK
        monday = first + (count - 1) * _WEEK
        return Stretch(max(monday, month.start), monday + 4 * _DAY + length, month.last, "weeks of a month")
    stretch = term_stretch(target)
    if stretch is None:
        return None
    if ending:
        return Stretch(last_week(stretch.end, many), stretch.end, stretch.last, "weeks of term")
    monday = week_of(stretch.start)[0] + (count - 1) * _WEEK
    return Stretch(max(monday, stretch.start), monday + 4 * _DAY + length, stretch.last, "weeks of term")


RULES: dict[str, tuple[Callable[[Place], Stretch | None], ...]] = by_first_word(
    (
        (_week_commencing, one_of("w/c w/e week weeks")),
        (weeks_from_a_day, FIRSTS),
        (week_beside, one_of("week one")),
        (_week_of_return, ("week",)),
        (_later_this_week, one_of("later rest remainder")),
        (_coming_stretch, one_of("within over during in")),
        (_week_of_tests, ("sats",)),
        (_week_by_name, one_of("next this that same following")),
        (_counted_weeks, (*ORDINAL_WORD, *one_of("last final opening closing week penultimate"))),
        (_weeks_beside, (*COUNT, "fortnight")),
    )
)
"""Rules of weeks, by the words that each may begin with; tried in this order."""
_RULES_OF_NUMBERS = (_counted_weeks,)
