import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local_time import local_day
from bot.model import Hours, OfferedSlot, Part, Slot
from bot.wording.dates import (
    clock,
    count_text,
    half_day,
    hours_text,
    in_sentence,
    list_text,
    long_date,
    option_line,
    part_name,
    short_date,
    slot_text,
    span_text,
)

TUESDAY = Slot(dt.date(2027, 1, 26), Part.AM)


def test_a_date_is_written_as_gov_uk_writes_it() -> None:
    assert long_date(dt.date(2027, 2, 2)) == "Tuesday 2 February 2027"
    assert short_date(dt.date(2027, 2, 2)) == "2 February 2027"


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (dt.time(9, 15), "9:15am"),
        (dt.time(9), "9am"),
        (dt.time(12), "midday"),
        (dt.time(12, 5), "12:05pm"),
        (dt.time(13), "1pm"),
        (dt.time(15, 30), "3:30pm"),
        (dt.time(0), "midnight"),
        (dt.time(0, 30), "12:30am"),
    ],
)
def test_nobody_has_to_count_to_twenty_four(time: dt.time, words: str) -> None:
    assert clock(time) == words


def test_the_slot_line_is_the_contract_s() -> None:
    assert option_line(OfferedSlot(1, TUESDAY), Hours()) == "1. Tuesday 26 January 2027, morning (9:15am to 12:15pm)"
    assert half_day(TUESDAY) == "Tuesday 26 January 2027, morning"
    assert in_sentence(TUESDAY) == "on the morning of Tuesday 26 January 2027"


def test_a_school_with_other_hours_is_told_its_own() -> None:
    early = Hours(dt.time(8, 30), dt.time(12), dt.time(12, 30), dt.time(15))
    assert slot_text(TUESDAY, early) == "Tuesday 26 January 2027, morning (8:30am to midday)"
    assert hours_text(early, Part.PM) == "12:30pm to 3pm"
    assert part_name(Part.PM) == "afternoon"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2027, 2, 22), dt.date(2027, 2, 22), "22 February 2027"),
        (dt.date(2027, 2, 22), dt.date(2027, 2, 26), "22 to 26 February 2027"),
        (dt.date(2027, 3, 29), dt.date(2027, 4, 2), "29 March to 2 April 2027"),
        (dt.date(2026, 12, 28), dt.date(2027, 1, 4), "28 December 2026 to 4 January 2027"),
    ],
)
def test_a_span_names_no_month_or_year_twice(first: dt.date, last: dt.date, words: str) -> None:
    assert span_text(first, last) == words


def test_lists_read_like_sentences() -> None:
    assert [list_text(things) for things in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert list_text(["a", "b"], "or") == "a or b"


def test_one_school_is_not_one_schools() -> None:
    assert [count_text(n, "school") for n in (0, 1, 2, 1200)] == ["0 schools", "1 school", "2 schools", "1,200 schools"]
    assert count_text(2, "inquiry", "inquiries") == "2 inquiries"


def test_a_summer_evening_is_still_the_same_day_in_england() -> None:
    assert local_day(dt.datetime(2027, 6, 14, 23, 30, tzinfo=dt.UTC)) == dt.date(2027, 6, 15)
    assert local_day(dt.datetime(2027, 1, 14, 23, 30, tzinfo=dt.UTC)) == dt.date(2027, 1, 14)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.sampled_from(Part))
def test_no_date_of_ours_ever_has_an_ordinal_or_a_leading_zero(day: dt.date, part: Part) -> None:
    words = slot_text(Slot(day, part), Hours())
    assert not re.search(r"\d(st|nd|rd|th)\b|\b0\d", words)
    assert re.fullmatch(r"[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+ \d{4}, (morning|afternoon) \(.+ to .+\)", words)
    assert f"{day:%A}" in words
