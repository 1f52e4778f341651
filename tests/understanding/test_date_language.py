"""The date language of UK schools, on Wednesday 13 January 2027 where nothing else is said."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.understanding.dates import mentions_of
from bot.understanding.ground import Ground, Shape
from bot.understanding.words import words_of
from handlers.explaining.dates import answer
from tests.no_hang import no_hang
from tests.understanding.replying import CALENDAR, OFFERED

NOW = "2027-01-13T10:42:00"
DAYS = (
    ("Tuesday 26th January please", ["2027-01-26"]),
    ("26 Jan", ["2027-01-26"]),
    ("Jan 26th works", ["2027-01-26"]),
    ("26Jan pm", ["2027-01-26"]),
    ("the 9th of March 2027", ["2027-03-09"]),
    ("3/2 is fine", ["2027-02-03"]),
    ("03/02/27", ["2027-02-03"]),
    ("9.3.27", ["2027-03-09"]),
    ("2027-05-18", ["2027-05-18"]),
    ("Friday 5.3 would do", ["2027-03-05"]),
    ("2, 4 or 9 February", ["2027-02-02", "2027-02-04", "2027-02-09"]),
    ("the 10th or 11th March, not the 12th", ["2027-03-10", "2027-03-11", "2027-03-12"]),
    ("12 March or 16", ["2027-03-12", "2027-03-16"]),
    ("the twenty-third of March", ["2027-03-23"]),
    ("Tuesday the fourth day of May", ["2027-05-04"]),
    ("thrusday 29th apirl", ["2027-04-29"]),
    ("tomorrow", ["2027-01-14"]),
    ("in ten days", ["2027-01-23"]),
    ("in 3 weeks' time", ["2027-02-03"]),
    ("a week tomorrow", ["2027-01-21"]),
    ("two weeks today", ["2027-01-27"]),
    ("Tuesday week", ["2027-01-26"]),
    ("a week on Monday", ["2027-01-25"]),
    ("a fortnight on Monday", ["2027-02-01"]),
    ("next Thursday", ["2027-01-21"]),
    ("the first Tuesday in May", ["2027-05-04"]),
    ("the Friday before half-term", ["2027-02-12"]),
    ("the Monday after Easter", ["2027-04-12"]),
    ("the last day of term", ["2027-03-25"]),
    ("first day back", ["2027-02-22"]),
    ("Wednesday 3 February, or the day after", ["2027-02-03", "2027-02-04"]),
)
STRETCHES = (
    ("w/c 8 March", [("2027-03-08", "2027-03-12")]),
    ("week beginning the 8th of March", [("2027-03-08", "2027-03-12")]),
    ("w/c 8 or 15 March", [("2027-03-08", "2027-03-12"), ("2027-03-15", "2027-03-19")]),
    ("next week", [("2027-01-18", "2027-01-22")]),
    ("the week after next", [("2027-01-25", "2027-01-29")]),
    ("next month", [("2027-02-01", "2027-02-28")]),
    ("the week after half-term", [("2027-02-22", "2027-02-26")]),
    ("first week back", [("2027-02-22", "2027-02-26")]),
    ("the last two weeks of term", [("2027-03-15", "2027-03-25")]),
    ("between the 1st and the 14th of July", [("2027-07-01", "2027-07-14")]),
    ("from 8 to 12 March", [("2027-03-08", "2027-03-12")]),
    ("Mon 8th - Fri 12th March", [("2027-03-08", "2027-03-12")]),
    ("9-12 March", [("2027-03-09", "2027-03-12")]),
    ("in March", [("2027-03-01", "2027-03-31")]),
    ("any Tuesday in March", [("2027-03-01", "2027-03-31")]),
    ("early March", [("2027-03-01", "2027-03-10")]),
    ("the summer term", [("2027-04-12", "2027-07-22")]),
    ("second half of the summer term", [("2027-06-07", "2027-07-22")]),
    ("after half-term", [("2027-02-22", "2027-03-25")]),
    ("after Easter", [("2027-04-12", "2027-07-22")]),
    ("before Easter", [("2027-01-14", "2027-03-25")]),
    ("until we break up", [("2027-01-14", "2027-03-25")]),
)
NO_DATES = (
    "Year 6 and KS2 are out, Y11 too",
    "call me on 01632 960114 ext 4",
    "we may, if the sat nav works, march in",
    "May I suggest we meet in room 12",
    "12/15 of the cohort, so 85%",
    "£210 for the half day and £3.50 each",
    "from 9.30 to 11.15, or 1pm",
    "option 2 please, not 3",
    "pages 2 and 4, section 5",
    "we have three governors and 14 staff",
    "VS-0421 is our reference",
)


def found(text: str, now: str = NOW) -> list[list[str]]:
    dates = answer({"id": "x", "text": text, "now": now})["dates"]
    assert isinstance(dates, list)
    return dates


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_a_day_is_read_as_the_school_wrote_it(text: str, days: list[str]) -> None:
    assert found(text) == [[day, day] for day in days]


@pytest.mark.parametrize(("text", "stretches"), STRETCHES)
def test_a_stretch_of_days_is_read_with_both_its_ends(text: str, stretches: list[tuple[str, str]]) -> None:
    assert found(text) == [list(stretch) for stretch in stretches]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_is_invented(text: str) -> None:
    assert found(text) == []


def test_a_weekday_that_disagrees_with_its_date_is_no_date() -> None:
    assert found("Tuesday 28th January 2027") == []


def test_a_past_day_of_this_year_is_not_next_years() -> None:
    assert found("yes to 26 Jan", "2027-01-27T09:00") == [["2027-01-26", "2027-01-26"]]


def test_the_month_of_another_list_member_never_beats_a_slot_on_offer() -> None:
    ground = Ground(dt.date(2027, 1, 13), CALENDAR, tuple(item.slot for item in OFFERED))
    days = [mention.days for mention in mentions_of(words_of("28th or 2nd Feb"), ground) if mention.shape is Shape.DAY]
    assert days == [(dt.date(2027, 1, 28),), (dt.date(2027, 2, 2),)]


@pytest.mark.parametrize(
    "text", ["1 March, " * 10_000, "1, 2, 3, 4 or " * 10_000, "Tuesday " * 30_000, "a week " * 30_000, "x" * 1_000_000]
)
def test_no_text_keeps_the_date_reader_busy_without_end(text: str) -> None:
    with no_hang():
        assert isinstance(found(text), list)
