"""An adviser tells the bot what was agreed; what was not said plainly is left open and asked about."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.asking.order import Deed, read_order
from bot.asking.question import Asking
from bot.asking.schools import school_names
from bot.model import Governor, Part, Role, School
from bot.school_days import usual_school_year

ASKING = Asking(
    asker="sam@council.example",
    advisers=(),
    names=school_names(
        School(str(100_000 + number), name)
        for number, name in enumerate(("Hethersett Oak Primary School", "Hethersett Academy", "Elm Park High School"))
    ),
    today=dt.date(2027, 1, 12),
    calendar=usual_school_year(2027),
)


def test_an_agreement_by_phone_is_read_with_its_slot_and_people() -> None:
    order = read_order("Hethersett Oak agreed 26 Jan am by phone, with Tom Askew, governor", ASKING)
    assert order is not None
    assert (order.deed, order.day, order.part) == (Deed.BOOK, dt.date(2027, 1, 26), Part.AM)
    assert [school.name for school in order.schools] == ["Hethersett Oak Primary School"]
    assert [(person.name, person.role) for person in order.attendees] == [("Tom Askew", Role.GOVERNOR)]
    assert order.governor is Governor.NAMED
    assert order.note == "Hethersett Oak agreed 26 Jan am by phone, with Tom Askew, governor"


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("invite elm park", Deed.INVITE),
        ("please cancel Elm Park", Deed.CANCEL),
        ("postpone Elm Park", Deed.POSTPONE),
        ("reschedule Elm Park", Deed.REOFFER),
        ("offer Elm Park other dates", Deed.REOFFER),
        ("mark Elm Park visited", Deed.VISITED),
        ("I spoke to Elm Park, they said yes to Tuesday 26 January in the morning", Deed.BOOK),
    ],
)
def test_each_order_is_known_by_its_words(text: str, deed: Deed) -> None:
    order = read_order(text, ASKING)
    assert order is not None
    assert (order.deed, [school.name for school in order.schools]) == (deed, ["Elm Park High School"])


@pytest.mark.parametrize(
    "text", ["is Elm Park agreed?", "who has confirmed?", "what have I got next week", "Elm Park", "help", ""]
)
def test_a_question_is_never_taken_for_an_order(text: str) -> None:
    assert read_order(text, ASKING) is None


@pytest.mark.parametrize("text", ["Elm Park agreed 26 or 27 Jan", "Elm Park agreed", "Elm Park agreed Tue 27 January"])
def test_a_day_that_was_not_said_plainly_is_left_open(text: str) -> None:
    order = read_order(text, ASKING)
    assert order is not None
    assert order.day is None


def test_two_schools_of_one_name_are_both_put_to_the_adviser() -> None:
    order = read_order("Hethersett agreed 26 Jan pm", ASKING)
    assert order is not None
    assert len(order.schools) == 2


def test_new_dates_are_kept_within_what_was_said() -> None:
    order = read_order("reschedule Elm Park in March", ASKING)
    assert order is not None
    assert (order.from_, order.to) == (dt.date(2027, 3, 1), dt.date(2027, 3, 31))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read_for_an_order(text: str) -> None:
    order = read_order(text, ASKING)
    assert order is None or order.deed in Deed
