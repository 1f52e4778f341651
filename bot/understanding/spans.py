"""Stretches of days: weeks, months, terms, "between the 8th and the 19th", "after half-term", "until we break up"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.understanding.days import dated, day_at, may_be_day, readings
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.places import Place, Stretch, break_at, breaking_up, one_day
from bot.understanding.school_year import after, before, next_gap
from bot.understanding.terms import calendar_month, part_of, whole_term
from bot.understanding.weeks import week_beside, weeks_at
from bot.understanding.words import Sort, Word

_DAY = dt.timedelta(1)
_WEEK = 7 * _DAY


def span_at(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    """The stretch of days that words from `at` on name, if any."""
    here = Place(words, at, ground, anchor)
    for rule in _RULES.get(here.text(), ()):
        found = rule(here)
        if found is not None:
            return found
    day = (_plain_range(here) or _month(here)) if may_be_day(words[at]) else None
    return day or (_closed(here, _named(here)) if words[at].sort in (Sort.WORD, Sort.ORDINAL) else None)


def _span(here: Place, start: dt.date, end: dt.date, last: int, rule: str, opens: str = "") -> Mention | None:
    if end < start:
        return None
    return Mention(Shape.SPAN, here.at, last, rule, start=start, end=end, opens=opens)


def _closed(here: Place, stretch: Stretch | None) -> Mention | None:
    if stretch is None or stretch.closed:
        return None
    return _span(here, stretch.start, stretch.end, stretch.last, stretch.rule)


def _named(here: Place) -> Stretch | None:
    """A named stretch: a week, a part of a month or of a term, a term, a holiday."""
    return weeks_at(here) or part_of(here) or whole_term(here) or break_at(here)


def _edge(here: Place) -> Stretch | None:
    """Whatever "after", "before", "from" and "until" can stand before."""
    here = here.past("the", "about", "around", "at", "least", "when", "then")
    if here.at >= len(here.words):
        return None
    return break_at(here) or breaking_up(here) or _named(here) or one_day(here) or calendar_month(here)


def _month(here: Place) -> Mention | None:
    month = calendar_month(here)
    if month is None or day_at(here.words, here.at) is not None:
        return None
    return _span(here, month.start, month.end, month.last, "month")


def _after(here: Place) -> Mention | None:
    """Such as "after half-term", "after the 12th", "once we're back": open to the end of that term."""
    edge = _edge(here.on(1))
    if edge is None:
        return None
    start = after(here.ground, edge.end)
    return _span(here, start, here.ground.end_of_term(start), edge.last, "after", opens="end")


def _one_beside(here: Place) -> Mention | None:
    """Such as "The one before half-term", said of a slot: it lies anywhere before."""
    place = here.on(1).past("that's", "that", "is", "which", "immediately", "directly", "straight", "just", "right")
    if week_beside(here) is not None or place.text() not in ("before", "after"):
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
    if word in ("until", "till", "til") and here.text(-1) in _WAITING:
        return _from(here)
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


_WAITING = one_of("wait waits waiting leave hold off over")
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
    "before": (_before,), "until": (_before,), "till": (_before,), "til": (_before,), "up": (_before,),
    "by": (_before,),
    "from": (_from,), "between": (_between,), "since": (_after,),
}  # fmt: skip
