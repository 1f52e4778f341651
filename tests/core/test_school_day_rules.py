"""Which days are school days: an offer of a day when the school is shut makes the council look a fool."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.school_days import (
    Closure,
    SchoolCalendar,
    Term,
    academic_year,
    bank_holidays,
    school_calendar,
    usual_school_year,
)
from tests.core.builders import CALENDAR, HALF_TERMS, TERMS

days_of_2027 = st.dates(dt.date(2026, 12, 1), dt.date(2027, 8, 31))
few_days = st.integers(0, 20)


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    """A calendar of one to three terms with closures anywhere."""
    start = draw(st.dates(dt.date(2026, 9, 1), dt.date(2026, 12, 1)))
    terms = []
    for number in range(draw(st.integers(1, 3))):
        end = start + dt.timedelta(draw(st.integers(0, 70)))
        terms.append(Term(f"Term {number}", start, end))
        start = end + dt.timedelta(draw(st.integers(1, 25)))
    closed = draw(st.lists(st.tuples(days_of_2027, few_days), max_size=4))
    closures = tuple(Closure("Closed", day, day + dt.timedelta(length)) for day, length in closed)
    return school_calendar(tuple(terms), closures)


@given(calendars())
def test_no_school_day_is_at_a_weekend_outside_term_in_a_closure_or_a_bank_holiday(calendar: SchoolCalendar) -> None:
    for day in calendar.days:
        assert day.weekday() < 5
        assert calendar.term_of(day) is not None
        assert not any(closure.start <= day <= closure.end for closure in calendar.closures)
        assert day not in bank_holidays(day.year, day.year)


@given(calendars(), days_of_2027)
def test_every_open_weekday_of_a_term_is_a_school_day(calendar: SchoolCalendar, day: dt.date) -> None:
    closed = any(closure.start <= day <= closure.end for closure in calendar.closures)
    is_open = day.weekday() < 5 and calendar.term_of(day) is not None and not closed
    assert calendar.is_school_day(day) == (is_open and day not in calendar.bank_holidays)


@given(calendars(), days_of_2027, st.integers(1, 12))
def test_counting_school_days_forward_passes_exactly_so_many(
    calendar: SchoolCalendar, day: dt.date, count: int
) -> None:
    found = calendar.add_school_days(day, count)
    passed = [school_day for school_day in calendar.days if found is None or school_day <= found if school_day > day]
    assert len(passed) == count if found is not None else len(passed) < count
    assert found is None or calendar.is_school_day(found)


@given(calendars(), days_of_2027, st.integers(1, 12))
def test_counting_back_is_the_mirror_of_counting_forward(calendar: SchoolCalendar, day: dt.date, count: int) -> None:
    found = calendar.add_school_days(day, -count)
    if found is not None:
        assert found < day
        assert len([d for d in calendar.days if found <= d < day]) == count


@given(calendars(), days_of_2027)
def test_the_first_school_day_from_a_day_is_never_before_it_and_nothing_lies_between(
    calendar: SchoolCalendar, day: dt.date
) -> None:
    found = calendar.first_school_day_from(day)
    if found is None:
        assert not [d for d in calendar.days if d >= day]
    else:
        assert found >= day
        assert not [d for d in calendar.days if day <= d < found]


def test_no_count_is_the_day_itself() -> None:
    assert CALENDAR.add_school_days(dt.date(2027, 1, 16), 0) == dt.date(2027, 1, 16)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (dt.date(2027, 1, 4), "the day before the Spring term"),
        (dt.date(2027, 1, 9), "a Saturday"),
        (dt.date(2027, 2, 17), "February half-term"),
        (dt.date(2027, 3, 26), "the day after the Spring term, Good Friday"),
        (dt.date(2027, 5, 3), "the early May bank holiday"),
        (dt.date(2027, 5, 31), "May half-term"),
        (dt.date(2027, 7, 23), "the day after the Summer term"),
    ],
)
def test_nobody_is_visited_on(day: dt.date, why: str) -> None:
    assert not CALENDAR.is_school_day(day), why


def test_half_term_does_not_count_as_notice() -> None:
    assert CALENDAR.add_school_days(dt.date(2027, 2, 12), 1) == dt.date(2027, 2, 22)


def test_the_last_day_of_the_last_term_is_followed_by_nothing() -> None:
    assert CALENDAR.is_school_day(dt.date(2027, 7, 22))
    assert CALENDAR.add_school_days(dt.date(2027, 7, 22), 1) is None
    assert CALENDAR.first_school_day_from(dt.date(2027, 7, 23)) is None


def test_exams_close_secondary_schools_only_and_an_inset_day_one_school_only() -> None:
    exams = Closure("GCSE", dt.date(2027, 5, 10), dt.date(2027, 5, 21), phase="Secondary")
    inset = Closure("INSET", dt.date(2027, 4, 12), dt.date(2027, 4, 12), urn="100002")
    closures = (*HALF_TERMS, exams, inset)
    secondary = school_calendar(TERMS, closures, "secondary", "100001")
    primary = school_calendar(TERMS, closures, "Primary", "100002")
    assert not secondary.is_school_day(dt.date(2027, 5, 12))
    assert primary.is_school_day(dt.date(2027, 5, 12))
    assert secondary.is_school_day(dt.date(2027, 4, 12))
    assert not primary.is_school_day(dt.date(2027, 4, 12))


def test_without_terms_there_is_no_school_day() -> None:
    assert school_calendar((), ()).days == ()


@given(st.integers(2024, 2040))
def test_the_usual_year_has_three_terms_in_order_that_keep_easter_and_christmas_free(year: int) -> None:
    calendar = usual_school_year(year)
    for before, after in zip(calendar.terms, calendar.terms[1:], strict=False):
        assert before.start < before.end < after.start
    assert not calendar.is_school_day(dt.date(year - 1, 12, 25))
    assert 175 <= len(calendar.days) <= 200
    assert not calendar.bank_holidays.intersection(calendar.days)
    assert {academic_year(day) for day in calendar.days} == {year}


def test_the_usual_spring_half_term_of_2027_is_the_third_week_of_february() -> None:
    usual = usual_school_year(2027)
    assert not usual.is_school_day(dt.date(2027, 2, 16))
    assert usual.is_school_day(dt.date(2027, 2, 22))


def test_september_begins_the_next_academic_year() -> None:
    assert academic_year(dt.date(2026, 8, 31)) == 2026
    assert academic_year(dt.date(2026, 9, 1)) == 2027
