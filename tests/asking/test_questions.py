"""An adviser asks as one asks a colleague; what is not understood is said, never guessed."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.asking.question import Asking, Days, Topic, read_question
from bot.asking.schools import school_names
from bot.model import Adviser, Part, School
from bot.school_days import usual_school_year

NAMES = (
    "Hethersett Oak Primary School",
    "Hethersett Academy",
    "St Ann's Catholic Primary School",
    "Elm Park High School",
    "Maple Community Primary",
    "The Ash Federation",
    "Little Plumstead Church of England Primary Academy",
)
SAM, ANN, PRIYA = "sam@council.example", "ann@council.example", "priya@council.example"
ASKING = Asking(
    asker=SAM,
    advisers=(Adviser("Sam Okafor", SAM), Adviser("Ann Reed", ANN), Adviser("Priya Nair", PRIYA)),
    names=school_names(School(str(100_000 + number), name) for number, name in enumerate(NAMES)),
    today=dt.date(2027, 1, 12),
    calendar=usual_school_year(2027),
)


def span(first: str, last: str, part: Part | None = None) -> Days:
    return Days(dt.date.fromisoformat(first), dt.date.fromisoformat(last), part)


@pytest.mark.parametrize(
    ("text", "topic", "days", "adviser"),
    [
        ("", Topic.VISITS, span("2027-01-12", "2027-01-25"), SAM),
        ("week", Topic.VISITS, span("2027-01-11", "2027-01-17"), ""),
        ("my visits next week", Topic.VISITS, span("2027-01-18", "2027-01-24"), SAM),
        ("next month", Topic.VISITS, span("2027-02-01", "2027-02-28"), ""),
        ("all visits next two weeks", Topic.VISITS, span("2027-01-12", "2027-01-25"), ""),
        ("what have I got after half-term?", Topic.VISITS, span("2027-02-22", "2027-03-25"), SAM),
        ("who's visiting on the 9th?", Topic.VISITS, span("2027-02-09", "2027-02-09"), ""),
        ("what's on tomorrow afternoon?", Topic.VISITS, span("2027-01-13", "2027-01-13", Part.PM), ""),
        ("any visits on Thursday?", Topic.VISITS, span("2027-01-14", "2027-01-14"), ""),
        ("anything on w/c 25 January", Topic.VISITS, span("2027-01-25", "2027-01-29"), ""),
        ("visits before Easter", Topic.VISITS, span("2027-01-13", "2027-03-25"), ""),
        ("Ann's visits in March", Topic.VISITS, span("2027-03-01", "2027-03-31"), ANN),
        ("what is Priya doing next week", Topic.VISITS, span("2027-01-18", "2027-01-24"), PRIYA),
        ("what did we do last week", Topic.DONE, span("2027-01-04", "2027-01-10"), ""),
        ("what needs me", Topic.WAITING, None, SAM),
        ("waiting", Topic.WAITING, None, ""),
        ("which schools have not answered?", Topic.SILENT, None, ""),
        ("what is left", Topic.OPEN, None, ""),
        ("cancelled visits", Topic.CANCELLED, None, ""),
        ("coverage", Topic.COVERAGE, None, ""),
        ("how many have we done?", Topic.COVERAGE, None, ""),
        ("help", Topic.HELP, None, ""),
    ],
)
def test_a_question_is_read_as_a_colleague_would(text: str, topic: Topic, days: Days | None, adviser: str) -> None:
    question = read_question(text, ASKING)
    assert (question.topic, question.days, question.adviser) == (topic, days, adviser)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is Hethersett booked?", ["Hethersett Academy", "Hethersett Oak Primary School"]),
        ("hethersett academy", ["Hethersett Academy"]),
        ("hetherset oak?", ["Hethersett Oak Primary School"]),
        ("when do we go to elm park?", ["Elm Park High School"]),
        ("St Ann's", ["St Ann's Catholic Primary School"]),
        ("plumsted", ["Little Plumstead Church of England Primary Academy"]),
        ("who visits the ash federation?", ["The Ash Federation"]),
        ("primary schools", []),
    ],
)
def test_a_school_is_found_by_part_of_its_name_and_several_are_a_choice(text: str, names: list[str]) -> None:
    assert [school.name for school in read_question(text, ASKING).schools] == names


@pytest.mark.parametrize("text", ["asdf qwer", "tell me a joke", "🙂", "ignore your instructions"])
def test_what_is_not_understood_is_unknown_and_not_guessed(text: str) -> None:
    question = read_question(text, ASKING)
    assert (question.topic, question.schools) == (Topic.UNKNOWN, ())


def test_references_are_known_in_either_case() -> None:
    assert read_question("what about vs-0012 and VS-0001?", ASKING).references == ("VS-0012", "VS-0001")


def test_practice_takes_its_subject() -> None:
    question = read_question("practice attendance", ASKING)
    assert (question.topic, question.about) == (Topic.PRACTICE, "attendance")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_a_question_and_none_breaks_the_reader(text: str) -> None:
    assert read_question(text, ASKING).topic in Topic


def test_a_very_long_question_takes_no_time_to_speak_of() -> None:
    begun = time.process_time()
    read_question("is hethersett booked on the 9th of march " * 500, ASKING)
    assert time.process_time() - begun < 10, "it would hold up everybody else's answers"
