"""Stretches of days: weeks, months, terms, "between the 8th and the 19th", "after half-term", "until we break up"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.understanding.date_words import COUNT, ORDINAL_WORD
from bot.understanding.days import dated, day_at, month_at, readings
from bot.understanding.ground import Ground, Mention, Shape, week_of
from bot.understanding.phrases import one_of
from bot.understanding.relative import relative_day
from bot.understanding.school_year import after, before, halves, landmark_at, last_week, next_gap, term_at
from bot.understanding.words import Sort, Word

_DAY = dt.timedelta(1)
_WEEK = 7 * _DAY


class Stretch(NamedTuple):
    """A stretch of days, up to word `last`; `closed` when it is a holiday, so that its edges are school days outside."""

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
        return self._replace(at=self.at + step)

    def past(self, *fillers: str) -> Place:
        """The first place from here that is none of these words."""
        here = self
        while here.text() in fillers and here.text():
            here = here.on(1)
        return here


def span_at(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    """The stretch of days that words from `at` on name, if any."""
    here = Place(words, at, ground, anchor)
    for rule in _RULES.get(here.text(), ()):
        found = rule(here)
        if found is not None:
            return found
    if words[at].sort in (Sort.WORD, Sort.ORDINAL, Sort.NUMBER, Sort.DATE):
        return _plain_range(here) or _month(here) or _closed(here, _named(here))
    return None


def _span(here: Place, start: dt.date, end: dt.date, last: int, rule: str, opens: str = "") -> Mention | None:
    if end < start:
        return None
    return Mention(Shape.SPAN, here.at, last, rule, start=start, end=end, opens=opens)


def _closed(here: Place, stretch: Stretch | None) -> Mention | None:
    if stretch is None or stretch.closed:
        return None
    return _span(here, stretch.start, stretch.end, stretch.last, stretch.rule)


def _one_day(here: Place) -> Stretch | None:
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


def _named(here: Place) -> Stretch | None:
    """A named stretch: a week, a part of a month or of a term, a term, a holiday."""
    return _weeks(here) or _part_of(here) or _whole_term(here) or _break(here)


def _edge(here: Place) -> Stretch | None:
    """Whatever "after", "before", "from" and "until" can stand before."""
    here = here.past("the", "about", "around", "at", "least", "when", "then")
    if here.at >= len(here.words):
        return None
    return _break(here) or _breaking_up(here) or _named(here) or _one_day(here) or _calendar_month(here)


def _break(here: Place) -> Stretch | None:
    mark = landmark_at(here.words, here.at, here.ground) if here.at < len(here.words) else None
    return None if mark is None else Stretch(mark.start, mark.end, mark.last, mark.rule, mark.closed)


_LEAVERS = frozenset({"we", "you", "they", "school", "term"})
_ENDING = one_of("break breaks finish finishes close closes ends end")


def _breaking_up(here: Place) -> Stretch | None:
    """Such as "we break up", "when we break for half term", "we finish for Easter", "term ends"."""
    if here.text() not in _LEAVERS or here.text(1) not in _ENDING:
        return None
    place = here.on(2).past("up", "for", "the", "at")
    mark = _break(place)
    if mark is not None:
        return mark
    end = here.ground.end_of_term(here.ground.today)
    stop = place.at if here.text(2) != "term" else here.at + 3
    return Stretch(end + _DAY, end + _DAY, stop, "break up", closed=True)


def _whole_term(here: Place) -> Stretch | None:
    found = term_at(here.words, here.at, here.ground)
    if found is None:
        return None
    term, last = found
    bare = here.text() == "term"
    return None if bare else Stretch(max(term.start, here.ground.today + _DAY), term.end, last, "term")


# --- weeks -----------------------------------------------------------------------------------------------------------

_STARTS = frozenset({"commencing", "beginning", "starting", "of", "from", "ending"})


def _weeks(here: Place) -> Stretch | None:
    return _week_commencing(here) or _week_beside(here) or _week_by_name(here) or _counted_weeks(here)


def _week_commencing(here: Place) -> Stretch | None:
    """Such as "w/c 8 March", "week beginning the 8th", "the week of the 14th"."""
    if here.text() == "w/c":
        place = here.on(1)
    elif here.text() in ("week", "weeks") and here.text(1) in _STARTS:
        place = here.on(2)
    else:
        return None
    place = place.past("the", ".", ":", "on")
    day = _one_day(place)
    if day is None or day.rule == "weekday":
        return None
    monday, friday = week_of(day.start)
    return Stretch(monday, friday, day.last, "week of a day")


def _week_beside(here: Place) -> Stretch | None:
    """Such as "the week after half-term", "the week immediately before it", "the week after that", "the one after the hols"."""
    if here.text() == "one" and not any(
        w.text in ("week", "weeks", "fortnight") for w in here.words[max(0, here.at - 14) : here.at]
    ):
        return None
    if here.text() not in ("week", "one") or here.text(-1) not in ("the", "a", "that", "or", "any"):
        return None
    place = here.on(1).past("immediately", "directly", "straight", "just", "right")
    side = place.text()
    if side not in ("after", "before", "following"):
        return None
    step = -1 if side == "before" else 1
    target = place.on(1).past("the")
    edge = _break(target) or (_breaking_up(target) if target.at < len(target.words) else None)
    if edge is not None:
        day = after(here.ground, edge.end) if step > 0 else before(here.ground, edge.start)
        monday, friday = week_of(day)
        return Stretch(monday, friday, edge.last, f"week {side} {edge.rule}")
    if here.text() == "one":
        return None
    if target.text() == "next":
        monday, friday = week_of(here.ground.today)
        return Stretch(monday + 2 * _WEEK, friday + 2 * _WEEK, target.at + 1, "week after next")
    day = _one_day(target) if target.text() not in ("that", "this", "it", "") else None
    edges = [slot.date for slot in here.ground.on_table] or [here.ground.today]
    base = day.start if day else (here.anchor or (max(edges) if step > 0 else min(edges)))
    last = day.last if day else target.at + (target.text() in ("that", "this", "it"))
    monday, friday = week_of(base)
    monday, friday = week_of(after(here.ground, friday) if step > 0 else before(here.ground, monday))
    return Stretch(monday, friday, last, f"week {side}")


def _week_by_name(here: Place) -> Stretch | None:
    lead = here.text()
    if here.text(1) == "month" and lead in ("next", "this"):
        start = here.ground.today.replace(day=1)
        start = start if lead == "this" else (start + 32 * _DAY).replace(day=1)
        return Stretch(start, (start + 32 * _DAY).replace(day=1) - _DAY, here.at + 2, f"{lead} month")
    place = here.on(1).past("same", "whole", "very", "coming")
    if place.text() == "one" and lead in ("following", "next") and here.text(-1) == "the":
        lead = "following"
    elif place.text() != "week" or lead not in ("next", "this", "that", "same", "following"):
        return None
    if place.text(1) in ("commencing", "beginning", "of") or place.text(1) == "'":
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


def _counted_weeks(here: Place) -> Stretch | None:
    """Such as "the last two weeks of term", "first week back", "the second week of March", "the first fortnight in June"."""
    count = ORDINAL_WORD.get(here.text(), 0)
    if here.words[here.at].sort is Sort.ORDINAL:
        count = int(here.text()[:-2])
    ending = here.text() in ("last", "final")
    if not (ending or 0 < count < 6):
        return None
    place = here.on(1).past("full", "whole")
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


def _placed_weeks(here: Place, place: Place, count: int, many: int, ending: bool) -> Stretch | None:
    ground = here.ground
    length = (many - 1) * _WEEK
    if place.text() == "back" or place.text() == "after":
        edge = _break(place.on(1).past("after", "the")) if place.at + 1 < len(place.words) else None
        gap = (edge.start, edge.end) if edge else next_gap(ground)
        if gap is None or (edge is None and place.text() == "after"):
            return None
        monday, friday = week_of(after(ground, gap[1]))
        shift = (max(count, 1) - 1) * _WEEK
        return Stretch(after(ground, gap[1]) + shift if not shift else monday + shift, friday + shift + length,
                       edge.last if edge else place.at + 1, "weeks back")  # fmt: skip
    if place.text() == "before":
        edge = _break(place.on(1).past("the"))
        if edge is None:
            return None
        end = before(ground, edge.start)
        return Stretch(last_week(end, many), end, edge.last, "weeks before")
    target = place.past("of", "in", "the")
    if target.at == place.at or target.at >= len(target.words):
        return None
    return _weeks_of(here, target, count, many, ending)


def _weeks_of(here: Place, target: Place, count: int, many: int, ending: bool) -> Stretch | None:
    length = (many - 1) * _WEEK
    month = _calendar_month(target)
    if month is not None:
        if ending:
            return Stretch(max(last_week(month.end, many), month.start), month.end, month.last, "weeks of a month")
        first = week_of(month.start)[0]
        if month.start.weekday() in (3, 4):
            first += _WEEK
        monday = first + (count - 1) * _WEEK
        return Stretch(max(monday, month.start), monday + 4 * _DAY + length, month.last, "weeks of a month")
    stretch = _term_stretch(target)
    if stretch is None:
        return None
    if ending:
        return Stretch(last_week(stretch.end, many), stretch.end, stretch.last, "weeks of term")
    monday = week_of(stretch.start)[0] + (count - 1) * _WEEK
    return Stretch(max(monday, stretch.start), monday + 4 * _DAY + length, stretch.last, "weeks of term")


# --- months and terms ------------------------------------------------------------------------------------------------


def _calendar_month(here: Place) -> Stretch | None:
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


def _month(here: Place) -> Mention | None:
    month = _calendar_month(here)
    if month is None or day_at(here.words, here.at) is not None:
        return None
    return _span(here, month.start, month.end, month.last, "month")


_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "later": 2, "end": 2}


def _part_of(here: Place) -> Stretch | None:
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
    month = _calendar_month(place) if place.at < len(place.words) else None
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


def _term_stretch(here: Place) -> Stretch | None:
    """A term, or the half of it that runs up to the coming half-term."""
    mark = _break(here)
    if mark is not None and mark.closed:
        return Stretch(here.ground.today, before(here.ground, mark.start), mark.last, "half of term")
    found = term_at(here.words, here.at, here.ground)
    return None if found is None else Stretch(found[0].start, found[0].end, found[1], "term")


# --- edges -----------------------------------------------------------------------------------------------------------


def _after(here: Place) -> Mention | None:
    """Such as "after half-term", "after the 12th", "once we're back": open to the end of that term."""
    edge = _edge(here.on(1))
    if edge is None:
        return None
    start = after(here.ground, edge.end)
    return _span(here, start, here.ground.end_of_term(start), edge.last, "after", opens="end")


def _one_beside(here: Place) -> Mention | None:
    """Such as "The one before half-term", said of a slot: it lies anywhere before."""
    place = here.on(1).past("immediately", "directly", "straight", "just", "right")
    if _week_beside(here) is not None or place.text() not in ("before", "after"):
        return None
    found = _before(place) if place.text() == "before" else _after(place)
    return found and replace(found, first=here.at, rule="one " + place.text())


def _back(here: Place) -> Mention | None:
    """Such as "once we're back", "when we get back": from the end of the coming holiday."""
    texts = [here.text(step) for step in range(1, 5)]
    if "back" not in texts:
        return None
    last = here.at + 2 + texts.index("back")
    start = here.anchor
    gap = next_gap(here.ground)
    if start is None and gap is not None:
        start = after(here.ground, gap[1])
    return None if start is None else _span(here, start, here.ground.end_of_term(start), last, "once back", opens="end")


def _before(here: Place) -> Mention | None:
    """Such as "before Easter", "until we break up", "by the end of March": from tomorrow on."""
    word = here.text()
    edge = _edge(here.on(1 + (here.text(1) == "to" and word == "up")))
    if edge is None:
        return None
    inclusive = word != "before" and not edge.closed
    end = edge.end if inclusive else before(here.ground, edge.start)
    return _span(here, here.ground.today + _DAY, end, edge.last, word, opens="start")


def _from(here: Place) -> Mention | None:
    """Such as "from the 8th to the 12th", "from Monday", "from 3 May up to half-term"."""
    first = _edge(here.on(1))
    if first is None or (first.rule == "month" and first.closed):
        return None
    to = _to(here, first)
    if to is not None:
        return to
    start = after(here.ground, first.end) if first.closed else first.start
    last = first.last
    if last < len(here.words) and here.words[last].text in ("onwards", "on", "onward"):
        last += 1
    return _span(here, start, here.ground.end_of_term(start), last, "from", opens="end")


_TO = one_of("to - until till til through up thru")


def _to(here: Place, first: Stretch) -> Mention | None:
    """The rest of a range whose first day is read: "... to the 12th", "... up to half-term"."""
    place = Place(here.words, first.last, here.ground, first.start)
    if place.text() == "onwards":
        place = place.on(1)
    if place.text() not in _TO:
        return None
    place = place.on(1).past("to", "the", "and", "including", "when")
    second = _edge(place)
    if second is None or second.rule == "weekday":
        return None
    end = before(here.ground, second.start) if second.closed else second.end
    return _span(here, first.start, end, second.last, "range")


def _between(here: Place) -> Mention | None:
    """Such as "between the 8th and the 19th of March", "between now and Easter", "between half-term and Easter"."""
    place = here.on(1).past("the")
    now = place.text() in ("now", "then")
    first = Stretch(here.ground.today + _DAY, here.ground.today + _DAY, place.at + 1, "now") if now else _edge(place)
    if first is None:
        return None
    middle = Place(here.words, first.last, here.ground, first.start)
    if middle.text() not in ("and", "&", "to", "-"):
        return None
    second = _edge(middle.on(1))
    if second is None:
        return None
    start = _shared_month(here, place, second, first)
    start = after(here.ground, first.end) if first.closed else start
    end = before(here.ground, second.start) if second.closed else second.end
    return _span(here, start, end, second.last, "between")


def _shared_month(here: Place, place: Place, second: Stretch, first: Stretch) -> dt.date:
    """The first day of a range, in the month of the last day where its own was left out."""
    written = day_at(here.words, place.at) if place.at < len(here.words) else None
    if written is None or written.day is None or written.month is not None or second.closed:
        return first.start
    same = dated(second.end.year, second.end.month, written.day)
    if same is not None and same <= second.end:
        return same
    earlier = second.end.replace(day=1) - _DAY
    return dated(earlier.year, earlier.month, written.day) or first.start


def _plain_range(here: Place) -> Mention | None:
    """Such as "8-12 March", "8th to 19th March", "Monday 8th to Friday 12th", "5 Jan - 25 Mar"."""
    written = day_at(here.words, here.at)
    if written is None or written.day is None or written.last >= len(here.words):
        return None
    joint = here.words[written.last].text
    if joint not in _TO and joint != "onwards":
        return None
    if joint == "onwards":
        dates = readings(written, here.ground, here.anchor)
        return (
            _span(here, dates[0], here.ground.end_of_term(dates[0]), written.last + 1, "from", "end") if dates else None
        )
    place = Place(here.words, written.last + 1, here.ground, here.anchor).past("the", "to", "and", "including")
    second = day_at(here.words, place.at) if place.at < len(here.words) else None
    if (
        second is None
        or second.day is None
        or ((written.month or second.month) is None and not (written.firm and second.firm))
    ):
        return None
    ends = readings(second if second.month else second._replace(month=written.month), here.ground, here.anchor)
    starts = readings(written if written.month else written._replace(month=second.month), here.ground, here.anchor)
    if not starts or not ends:
        return None
    start = _shared_month(here, here, Stretch(ends[0], ends[0], second.last, ""), Stretch(starts[0], starts[0], 0, ""))
    return _span(here, start, ends[0], second.last, "range")


_RULES: dict[str, tuple[Callable[[Place], Mention | None], ...]] = {
    "after": (_after,), "following": (_after,), "post": (_after,), "once": (_back, _after), "when": (_back,),
    "one": (_one_beside,),
    "before": (_before,), "until": (_before,), "till": (_before,), "til": (_before,), "up": (_before,), "by": (_before,),
    "from": (_from,), "between": (_between,), "since": (_after,),
}  # fmt: skip
