"""Weeks told by the day they begin: "the fortnight that starts on Monday 14 June", "three weeks from the 7th"."""

from __future__ import annotations

import datetime as dt

from bot.understanding.date_words import COUNT
from bot.understanding.ground import week_of
from bot.understanding.phrases import one_of
from bot.understanding.places import Place, Stretch, one_day

_WEEK = dt.timedelta(7)
_UNITS = {"week": 1, "weeks": 1, "fortnight": 2}
_STARTING = one_of(
    "starts starting start begins beginning begin commencing commences opens opening kicking runs running"
)
_LEADS = one_of("on from with off the a at around about is being , :")
_NEAR = one_of("today tomorrow now yesterday")
_LONG = ("fortnight", "weeks")
FIRSTS = (*COUNT, *_UNITS)
"""The words that such a stretch may begin with."""


def weeks_from_a_day(here: Place) -> Stretch | None:
    """The week or weeks whose first day is told; "week commencing" and "week of" are read elsewhere."""
    many = COUNT.get(here.text(), 0)
    place = here.on(1) if many else here
    unit = place.text()
    if unit not in _UNITS or (many > 1) != (unit == "weeks"):
        return None
    place = place.on(1)
    told = place.text() in ("that", "which")
    place = place.on(1) if told else place
    starts = place.text() in _STARTING
    if not starts and (told or unit not in _LONG or place.text() not in ("from", "commencing", "of")):
        return None
    place = place.on(1).past(*_LEADS)
    day = None if place.text() in _NEAR else one_day(place)
    if day is None or day.rule == "weekday":
        return None
    monday, friday = week_of(day.start)
    length = (max(many, 1) * _UNITS[unit] - 1) * _WEEK
    return Stretch(day.start if starts and day.start > monday else monday, friday + length, day.last, "week of a day")
