"""Whose yes it is: a letter that speaks for another school, or for a report, is read as what it is."""

from __future__ import annotations

import pytest

from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.reporting import report_hits
from bot.understanding.schools import another_school
from bot.understanding.topics import Topic
from bot.understanding.words import words_of


@pytest.mark.parametrize(
    "text",
    [
        "Can Elm School have the 28th? We'd like the 26th.",
        "We're Riverside Academy now. The 26th works.",
        "Yes to the 26th and for Elm Juniors the 28th.",
        "This is Thornbury Primary. Tuesday please.",
        "Elm Park School would like the 28th.",
    ],
)
def test_a_yes_for_another_school_is_seen(text: str) -> None:
    assert another_school(words_of(text), "Oak School") is not None


@pytest.mark.parametrize(
    "text",
    [
        "We are Oak School and the 26th is fine.",
        "Oak Primary School would like the 26th.",
        "Our SENCO is at Elm Primary on the Thursday, so the 26th please.",
        "Park behind St Mary's Church School, the 26th is good.",
        "I can do the 26th, the junior school is on a trip.",
        "Primary would like the 26th.",
    ],
)
def test_the_schools_of_other_people_cost_no_booking(text: str) -> None:
    assert another_school(words_of(text), "Oak Primary School") is None


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("There is nothing that I'd want changed.", {Topic.SIGN}),
        ("No further amendments are needed.", {Topic.SIGN}),
        ("You haven't made any of the changes.", {Topic.MEND}),
        ("Please swap Year 5 for Year 4.", {Topic.MEND}),
        ("I'll read it tonight.", {Topic.UNREAD}),
    ],
)
def test_nothing_to_change_is_no_change(text: str, topics: set[Topic]) -> None:
    assert {hit.topic for hit in report_hits(words_of(text))} == topics


def test_a_class_of_words_stands_for_each_of_them_wherever_it_is_put() -> None:
    table = PhraseTable({"mend": "please @do ; @who must @do"}, {"do": one_of("mend fix"), "who": one_of("you we")})
    assert table.firsts == {"please", "you", "we"}
    assert table.at(["we", "must", "fix", "it"], 0, 4) == ("mend", 3)
    assert table.at(["please", "mend"], 0, 2) == ("mend", 2)
    assert table.at(["please", "break"], 0, 2) is None
