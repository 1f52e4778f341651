"""Stretches of days: weeks, months, terms, "between the 8th and the 19th", "after half-term", "until we break up"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.understanding.date_words import DAY_FIRSTS, MONTH_NAMES, WEEKDAY
from bot.understanding.days import DayWords, dated, day_at, readings, weekday_at
from bot.understanding.ground import NOT_BEFORE, Ground, Mention, Shape, week_of
from bot.understanding.happenings import departure, happening
from bot.understanding.parts import is_hour_of_a_day
from bot.understanding.phrases import by_first_word, one_of
from bot.understanding.places import LEAVERS, Place, Stretch, back_at, break_at, breaking_up, one_day
from bot.understanding.school_year import LANDMARK_FIRSTS, LEADING_WORDS, SEASONS, TERM_FIRSTS, after, before, gaps
from bot.understanding.terms import END, PART_FIRSTS, calendar_month, end_of, half_as_time, part_of, rest_of, whole_term
from bot.understanding.weeks import RULES as WEEKS
from bot.understanding.weeks import week_beside, weeks_at
from bot.understanding.words import Sort, Word

_DAY = dt.timedelta(1)
_WEEK = 7 * _DAY


def span_at(
    words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None, written: DayWords | None
) -> Mention | None:
    """The stretch of days that words from `at` on name, if any; `written` is the day that is written there."""
    text = words[at].text
    if text in _ARTICLES and _TIMES_OF_YEAR.isdisjoint([word.text for word in words[at + 1 : at + 1 + _FARTHEST]]):
        return None
    here = Place(words, at, ground, anchor)
    for rule in _RULES.get(text, ()):
        found = rule(here)
        if found is not None:
            return found
    day = _from_a_day(here, written) if written is not None else _month(here) if text in MONTH_NAMES else None
    return day or (_closed(here, _named(here)) if text in NAMED or words[at].sort is Sort.ORDINAL else None)


def _span(here: Place, start: dt.date, end: dt.date, last: int, rule: str, opens: str = "") -> Mention | None:
    if end < start:
        return None
    return Mention(Shape.SPAN, here.at, last, rule, start=start, end=end, opens=opens)


def _closed(here: Place, stretch: Stretch | None) -> Mention | None:
    if stretch is None or stretch.closed:
        return None
    if stretch.last < len(here.words) and here.words[stretch.last].text in ("onwards", "onward", "upwards"):
        end = here.ground.end_of_term(stretch.start)
        return _span(here, stretch.start, end, stretch.last + 1, "from", opens="end")
    later = [word.text for word in here.words[stretch.last : stretch.last + 2]]
    if later in (["or", "later"], ["or", "after"], ["or", "beyond"], ["and", "after"], ["or", "thereafter"]):
        end = here.ground.end_of_term(stretch.start)
        return _span(here, stretch.start, end, stretch.last + 2, "from", opens="end")
    return _span(here, stretch.start, stretch.end, stretch.last, stretch.rule)


def _named(here: Place) -> Stretch | None:
    """A named stretch: a week, a part of a month or of a term, a term, a holiday."""
    rules = (weeks_at, part_of) if here.words[here.at].sort is Sort.ORDINAL else NAMED.get(here.text(), ())
    for rule in rules:
        if (stretch := rule(here)) is not None:
            return stretch
    return None


def _edge(here: Place) -> Stretch | None:
    """Whatever "after", "before", "from" and "until" can stand before."""
    here = here.past("the", "about", "around", "at", "least", "when", "then", "-")
    if here.at >= len(here.words):
        return None
    back = back_at(here)
    if back is not None:
        return back
    return end_of(here) or break_at(here) or breaking_up(here) or _named(here) or one_day(here) or calendar_month(here)


def _month(here: Place) -> Mention | None:
    """A month by itself, which no day is written with."""
    month = calendar_month(here)
    return None if month is None or break_at(here) is not None else _closed(here, month)


_POINTING = frozenset({"that", "then", "this", "those"})
_THINGS = one_of("date day week month term time visit meeting one morning afternoon")


def _after_that(here: Place) -> Mention | None:
    """Such as "After that any time": from the day named before on."""
    if here.anchor is None or here.text(1) not in _POINTING or here.text(2) in _THINGS:
        return None
    start = after(here.ground, here.anchor)
    return _span(here, start, here.ground.end_of_term(start), here.at + 2, "after", opens="end")


def _after(here: Place) -> Mention | None:
    """Such as "after half-term", "after the 12th", "once we're back": open to the end of that term."""
    pointed = _after_that(here)
    if pointed is not None:
        return pointed
    if here.text() == "following" and here.at + 1 < len(here.words) and weekday_at(here.words, here.at + 1) is not None:
        return None
    edge = None if is_hour_of_a_day(here.words, here.at + 1) else happening(here.on(1)) or _edge(here.on(1))
    if edge is None:
        return None
    within = (here.text(-2), here.text(-1)) == ("on", "or") and not edge.closed
    start = edge.start if within or edge.rule == "begin of something" else after(here.ground, edge.end)
    return _span(here, start, here.ground.end_of_term(start), edge.last, "after", opens="end")


def _one_beside(here: Place) -> Mention | None:
    """Such as "The one before half-term", said of a slot: it lies anywhere before."""
    place = here.on(1).past("that's", "that", "is", "which", "immediately", "directly", "straight", "just", "right")
    if place.text() not in ("before", "after") or week_beside(here) is not None:
        return None
    found = _before(place) if place.text() == "before" else _after(place)
    return found and replace(found, first=here.at, rule="one " + place.text())


_WAIT = (("before",), ("until",), ("till",), ("til",), ("earlier", "than"), ("sooner", "than"), ("prior", "to"))

_WAIT_FIRSTS = frozenset(lead[0] for lead in _WAIT)


def _not_before(here: Place) -> Mention | None:
    """Such as "not before 1 March", "nothing until after Easter", "no earlier than the 8th": from then on."""
    if here.text(1) not in _WAIT_FIRSTS:
        return None
    place = here.on(1)
    lead = next((lead for lead in _WAIT if all(place.text(i) == word for i, word in enumerate(lead))), None)
    if lead is None:
        return None
    edge = departure(place.on(len(lead))) or _edge(place.on(len(lead)).past("at", "least", "the"))
    found = None
    if edge is not None:
        start = after(here.ground, edge.end) if edge.closed else edge.start
        found = _span(here, start, here.ground.end_of_term(start), edge.last, "from", opens="end")
    elif place.text(len(lead)) == "after":
        found = _after(place.on(len(lead)))
    return found and replace(found, first=here.at, rule=NOT_BEFORE)


def _day_of_return(here: Place) -> Mention | None:
    """Such as "the Monday we get back", "the Friday we break up", "the day they return"."""
    place = here.on(1).past("that", "when")
    if place.text() not in LEAVERS:
        return None
    weekday = weekday_at(here.words, here.at)
    back = back_at(place)
    leaving = None if back is not None else breaking_up(place)
    if back is not None:
        day, last = back.start, back.last
    elif leaving is not None:
        day, last = _last_day_before(here.ground, leaving, weekday), leaving.last
    else:
        return None
    if weekday is not None and day.weekday() != weekday:
        return None
    return Mention(Shape.DAY, here.at, last, "day of the return", days=(day,))


def _last_day_before(ground: Ground, leaving: Stretch, weekday: int | None) -> dt.date:
    """The last school day before a holiday; where none is named, of the one before which a day is on the table."""
    day = before(ground, leaving.start)
    if leaving.rule != "break up":
        return day
    coming = [before(ground, start) for start, _ in gaps(ground) if start > ground.today] + [day]
    fits = [last for last in coming if weekday in (None, last.weekday())]
    return next((last for last in fits if last in ground.days_on_table), next(iter(fits), day))


def _back(here: Place) -> Mention | None:
    """Such as "once we're back", "when we get back": from the end of the coming holiday."""
    back = back_at(here.on(1))
    if back is None or here.text(-1) in _TELLING:
        return None
    last, start = back.last, back.start
    if here.anchor is not None and here.words[last - 1].text in ("back", "return", "returns"):
        start = here.anchor
    return None if start is None else _span(here, start, here.ground.end_of_term(start), last, "once back", opens="end")


def _before(here: Place) -> Mention | None:
    """Such as "before Easter", "until we break up", "by the end of March": from tomorrow on."""
    word = here.text()
    if word == "up" and (here.text(1) not in ("to", "until", "till") or here.text(-1) in ("thumbs", "thumb")):
        return None
    place = here.on(1 + (here.text(1) == "to" and word == "up")).past("and", "including", "until", "till")
    edge = (departure(place) if word == "before" else None) or _edge(place)
    if edge is None or (word == "up" and here.text(-1) in ("thumbs", "thumb", "hands")):
        return None
    if word in ("until", "till", "til") and _waits(here):
        return _from(here)
    inclusive = (word != "before" and not edge.closed) or edge.rule == END
    end = edge.end if inclusive else before(here.ground, edge.start)
    return _span(here, here.ground.today + _DAY, end, edge.last, word, opens="start")


def _waits(here: Place) -> bool:
    """Whether "until" says how long the visit should wait: "leave it until Easter", and not "on leave until Easter"."""
    if here.text(-1) == "leave":
        return here.text(-2) in ("to", "we", "could", "can", "please", "just")
    if here.text(-1) == "off" and here.text(-2) in ("is", "are", "am", "i'm", "he's", "she's", "was", "be", "sick"):
        return False
    return any(here.text(-step) in _WAITING for step in range(1, 4))


def _beside_edge(here: Place) -> Mention | None:
    """Such as "prior to Easter", "ahead of SATs", "this side of half-term", "no later than 12 March"."""
    lead, rule = _SIDES.get((here.text(), here.text(1)), (None, None))
    if lead is None or rule is None or any(here.text(step) != word for step, word in enumerate(lead)):
        return None
    found = rule(here.on(len(lead) - 1))
    return found and replace(found, first=here.at)


def _until_then(here: Place) -> Mention | None:
    """What lies up to a day, the day itself included."""
    edge = _edge(here.on(1))
    if edge is None:
        return None
    end = before(here.ground, edge.start) if edge.closed else edge.end
    return _span(here, here.ground.today + _DAY, end, edge.last, "by", opens="start")


def _up_to(here: Place) -> Mention | None:
    """What lies before a day; "ahead of the 26th", where the 26th is on the table, is about that day."""
    edge = _edge(here.on(1))
    if edge is None or (edge.start == edge.end and edge.start in here.ground.days_on_table):
        return None
    end = edge.end if edge.rule == END else before(here.ground, edge.start)
    return _span(here, here.ground.today + _DAY, end, edge.last, "before", opens="start")


_SIDES: dict[tuple[str, str], tuple[tuple[str, ...], Callable[[Place], Mention | None]]] = {
    (lead[0], lead[1]): (lead, rule)
    for lead, rule in (
        (("prior", "to"), _up_to),
        (("ahead", "of"), _up_to),
        (("in", "advance", "of"), _up_to),
        (("this", "side", "of"), _up_to),
        (("other", "side", "of"), _after),
        (("far", "side", "of"), _after),
        (("no", "later", "than"), _until_then),
        (("not", "later", "than"), _until_then),
    )
}
"""What stands before an edge, by its first two words."""


_LEADING_TO_A_WEEK = one_of("of in the on w/c")


def _day_of_week(here: Place) -> Mention | None:
    """Such as "the Tuesday of SATs week", "Thursday of the week after half-term", "Monday w/c 8 March"."""
    if here.text(1) not in _LEADING_TO_A_WEEK:
        return None
    weekday = weekday_at(here.words, here.at)
    place = here.on(1).past("of", "in", "the", "on")
    if weekday is None or (place.at == here.at + 1 and place.text() != "w/c") or place.at >= len(place.words):
        return None
    week = weeks_at(place)
    if week is None or (week.end - week.start).days > 4:
        return None
    day = week_of(week.start)[0] + weekday * _DAY
    return Mention(Shape.DAY, here.at, week.last, "weekday of a week", days=(day,))


def _from(here: Place) -> Mention | None:
    """Such as "from the 8th to the 12th", "from Monday", "from 3 May up to half-term", "from then on"."""
    if here.text(1) in ("then", "that") and here.anchor is not None and here.text(2) not in _THINGS:
        on = here.text(2) in ("on", "onwards", "onward")
        if not on and here.text(-1) not in ("day", "date", "time", "anytime", "anything"):
            return None
        last = here.at + 2 + on
        return _span(here, here.anchor, here.ground.end_of_term(here.anchor), last, "from", opens="end")
    if here.text(1) in ("here", "now") and here.text(2) in ("on", "onwards", "onward", "in", "out"):
        start = here.ground.today + _DAY
        return _span(here, start, here.ground.end_of_term(start), here.at + 3, "from now", opens="end")
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


_TELLING = one_of("is was that's it's")
_WAITING = one_of(
    "wait waits waiting leave leaving hold off over push pushed put move moved postpone postponed delay defer deferred "
    "park shelve hang"
)
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
    start = after(here.ground, first.end) if first.closed else first.start
    return _span(here, start, end, second.last, "range")


def _between(here: Place) -> Mention | None:
    """Such as "between the 8th and the 19th of March", "between now and Easter", "between half-term and Easter"."""
    place = here.on(1).past("the")
    then = place.text() == "then" and here.anchor is not None
    now = place.text() in ("now", "then") and not then
    first = Stretch(here.anchor + _DAY, here.anchor + _DAY, place.at + 1, "then") if then and here.anchor else None
    first = first or (
        Stretch(here.ground.today + _DAY, here.ground.today + _DAY, place.at + 1, "now") if now else _edge(place)
    )
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


_EARLIEST = (
    ("at", "the", "earliest"), ("at", "the", "very", "earliest"), ("at", "the", "soonest"), ("at", "earliest"),
    ("or", "later"), ("or", "after"), ("or", "thereafter"), ("or", "any", "time", "after"), ("or", "anytime", "after"),
    ("and", "after"), ("plus",),
)  # fmt: skip


def _from_a_day(here: Place, written: DayWords) -> Mention | None:
    """A stretch that begins with a day: a range, or from that day on."""
    if written.day is None or written.last >= len(here.words):
        return None
    joint = here.words[written.last].text
    if joint in _EARLIEST_FIRSTS:
        return _at_the_earliest(here, written)
    return _plain_range(here, written, joint) if joint in _TO or joint == "onwards" else None


_EARLIEST_FIRSTS = frozenset(lead[0] for lead in _EARLIEST)


def _at_the_earliest(here: Place, written: DayWords) -> Mention | None:
    """Such as "14 June at the earliest", "the 14th or later": from that day on."""
    tail = here._replace(at=written.last)
    lead = next((lead for lead in _EARLIEST if all(tail.text(i) == word for i, word in enumerate(lead))), None)
    if lead is None or (lead[0] in ("or", "and", "plus") and tail.text(len(lead)) not in _CLOSING):
        return None
    dates = readings(written, here.ground, here.anchor)
    end = written.last + len(lead)
    return _span(here, dates[0], here.ground.end_of_term(dates[0]), end, "from", opens="end") if dates else None


_CLOSING = one_of(". , ! ? ; ) please thanks if would works is suits") | {"", "\n"}


def _plain_range(here: Place, written: DayWords, joint: str) -> Mention | None:
    """Such as "8-12 March", "8th to 19th March", "Monday 8th to Friday 12th", "5 Jan - 25 Mar"."""
    if joint == "onwards":
        dates = readings(written, here.ground, here.anchor)
        return (
            _span(here, dates[0], here.ground.end_of_term(dates[0]), written.last + 1, "from", "end") if dates else None
        )
    place = Place(here.words, written.last + 1, here.ground, here.anchor).past("the", "to", "and", "including")
    second = day_at(here.words, place.at) if place.at < len(here.words) else None
    if second is not None and _is_an_hour(here, written, second):
        return None
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


_NOON = range(9, 13)


def _is_an_hour(here: Place, written: DayWords, second: DayWords) -> bool:
    """Whether the number behind "up to" or "till" ends the morning of one day: "Thurs 4 Feb up to 12"."""
    bare = (
        second.weekday is None
        and (second.month is None or second.carried)
        and not here.words[second.first].raw[-1:].isalpha()
    )
    joint = here.words[written.last].text
    return bare and written.weekday is not None and joint in ("up", "till", "until", "til") and second.day in _NOON


NAMED: dict[str, tuple[Callable[[Place], Stretch | None], ...]] = by_first_word(
    (
        (weeks_at, WEEKS),
        (rest_of, one_of("rest remainder")),
        (part_of, PART_FIRSTS),
        (half_as_time, (*SEASONS, *one_of("this next current final last"))),
        (whole_term, TERM_FIRSTS),
        (break_at, LANDMARK_FIRSTS),
    )
)
"""Rules of named stretches, by the words that each may begin with; tried in this order."""
_RULES: dict[str, tuple[Callable[[Place], Mention | None], ...]] = {
    "after": (_after,), "following": (_after,), "post": (_after,), "once": (_back, _after), "when": (_back,),
    "one": (_one_beside,),
    "before": (_before,), "until": (_before,), "till": (_before,), "til": (_before,), "up": (_before,),
    "by": (_before,),
    "from": (_from,), "between": (_between,), "day": (_day_of_return,),
}  # fmt: skip
_RULES |= dict.fromkeys(WEEKDAY, (_day_of_return, _day_of_week))
_RULES |= dict.fromkeys((lead for lead, _ in _SIDES), (_beside_edge,))
_RULES |= dict.fromkeys(("not", "no"), (_not_before, _beside_edge)) | {"nothing": (_not_before,)}
SPAN_FIRSTS = _RULES.keys() | NAMED.keys() | DAY_FIRSTS
"""The words that a stretch may begin with, beside a number."""
_ARTICLES = (
    frozenset(word for word, rules in NAMED.items() if set(rules) <= {whole_term, break_at} and word in LEADING_WORDS)
    - _RULES.keys()
)
_TIMES_OF_YEAR = (TERM_FIRSTS | LANDMARK_FIRSTS) - LEADING_WORDS
"""One of these stands behind an article that leads to a term or a holiday: "the spring term", "the half-term"."""
_FARTHEST = 3
