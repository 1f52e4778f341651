"""What time it is: the clock, `--now`, and London."""

import datetime as dt

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from bot.ports import Clock
from handlers.clock import FixedClock, MomentError, SystemClock, clock_from, london, parse_moment


def utc(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.UTC)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2027-01-26T09:15", utc(2027, 1, 26, 9, 15)),
        ("2027-06-15T09:15", utc(2027, 6, 15, 8, 15)),
        ("2027-06-15 09:15:30", utc(2027, 6, 15, 8, 15, 30)),
        ("2027-06-15T09:15Z", utc(2027, 6, 15, 9, 15)),
        ("2027-06-15T09:15:00+02:00", utc(2027, 6, 15, 7, 15)),
        ("2027-06-15", utc(2027, 6, 14, 23)),
        (" 2027-01-26T09:15 ", utc(2027, 1, 26, 9, 15)),
        ("2027-10-31T01:30", utc(2027, 10, 31, 0, 30)),
    ],
)
def test_a_moment_without_an_offset_is_london_time(text: str, moment: dt.datetime) -> None:
    parsed = parse_moment(text)
    assert parsed == moment
    assert parsed.tzinfo is dt.UTC


@pytest.mark.parametrize("text", ["", "tomorrow", "26/01/2027", "2027-02-30", "0001-01-01T00:00+23:59"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(MomentError, match="is not a moment; write it like 2027-01-26T09:15"):
        parse_moment(text)


@given(st.text(max_size=30))
def test_no_text_whatever_breaks_the_reading_of_a_moment(text: str) -> None:
    try:
        moment = parse_moment(text)
    except MomentError:
        return
    assert moment.utcoffset() == dt.timedelta(0)


def test_a_command_without_now_takes_the_time_of_the_machine() -> None:
    with time_machine.travel(utc(2027, 3, 1, 12), tick=False):
        assert clock_from(None).now() == utc(2027, 3, 1, 12)
        assert isinstance(clock_from(None), SystemClock)


def test_with_now_time_stands_still() -> None:
    clock: Clock = clock_from("2027-06-15T09:15")
    assert clock.now() == clock.now() == utc(2027, 6, 15, 8, 15)
    assert clock == FixedClock(utc(2027, 6, 15, 8, 15))


def test_a_fixed_clock_speaks_utc_wherever_its_moment_came_from() -> None:
    assert FixedClock(london(utc(2027, 6, 15, 8))).now().tzinfo is dt.UTC


def test_people_read_london_time() -> None:
    assert f"{london(utc(2027, 6, 15, 8, 15)):%H:%M}" == "09:15"
