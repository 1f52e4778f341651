"""An adviser who is busy is not offered; what the bot itself has put into the diary does not count against it."""

from __future__ import annotations

import datetime as dt

from bot.free_time import busy_half_days
from bot.local_time import LONDON
from bot.model import Hours, Part, Slot
from bot.ports import BusyPeriod

DAY = dt.date(2027, 1, 26)
HOURS = Hours()


def period(begin: str, end: str, day: dt.date = DAY) -> BusyPeriod:
    times = (dt.datetime.combine(day, dt.time.fromisoformat(text), LONDON).astimezone(dt.UTC) for text in (begin, end))
    return BusyPeriod(*times)


def test_a_short_meeting_takes_the_half_day_it_lies_in_and_no_other() -> None:
    assert busy_half_days([period("11:00", "11:30")], HOURS, DAY, DAY) == {Slot(DAY, Part.AM)}


def test_a_meeting_between_the_halves_takes_neither() -> None:
    assert busy_half_days([period("12:15", "13:00")], HOURS, DAY, DAY) == frozenset()


def test_leave_of_several_days_takes_every_half_day_of_them_in_summer_time_too() -> None:
    first, last = dt.date(2027, 6, 7), dt.date(2027, 6, 9)
    leave = BusyPeriod(
        dt.datetime.combine(first, dt.time(), LONDON).astimezone(dt.UTC),
        dt.datetime.combine(last, dt.time(), LONDON).astimezone(dt.UTC),
    )
    taken = busy_half_days([leave], HOURS, first, last)
    assert {slot.date for slot in taken} == {first, dt.date(2027, 6, 8)}


def test_our_own_entry_does_not_make_its_half_day_busy() -> None:
    own = period("09:15", "12:15")
    assert busy_half_days([own], HOURS, DAY, DAY, ours=[own]) == frozenset()


def test_somebody_elses_appointment_at_the_very_time_of_ours_still_counts() -> None:
    own = period("09:15", "12:15")
    assert busy_half_days([own, own], HOURS, DAY, DAY, ours=[own]) == {Slot(DAY, Part.AM)}
