"""Replies of other writers: what was once read rightly stays so, and nobody is booked on a day they did not say."""

from __future__ import annotations

import pytest

from tests.corpus.scoring import HELD_OUT, SHORT, WORKED, cases, is_right, is_unsafe, score

STILL_BOOKED = {"doubts-1-125"}
"""The second thoughts that are not yet heard; none may join them."""


@pytest.mark.parametrize("name", [*WORKED, *SHORT])
def test_nobody_is_booked_on_a_day_they_did_not_say(name: str) -> None:
    assert set(score(name).unsafe) <= STILL_BOOKED


@pytest.mark.parametrize(
    ("name", "at_least"),
    [
        ("fresh-a", 0.95), ("fresh-b", 0.92), ("fresh-c", 0.94), ("fresh-d", 0.89), ("fresh-e", 0.87),
        ("fresh-f", 0.84), ("fresh-g", 0.9), ("fresh-h", 0.79), ("fresh-i", 0.77), ("fresh-j", 0.82),
        ("short-yes-1", 0.74), ("short-yes-2", 0.7), ("short-people-1", 0.79), ("short-rest-1", 0.86),
        ("short-rest-2", 0.86), ("short-mail-1", 0.84),
    ],
)  # fmt: skip
def test_most_replies_need_no_person(name: str, at_least: float) -> None:
    assert score(name).straight_through >= at_least


def test_second_thoughts_beside_a_yes_reach_a_person() -> None:
    assert score("short-doubts-1").handed_over >= 0.95


@pytest.mark.parametrize("name", [*WORKED, *SHORT, *HELD_OUT])
def test_every_case_is_read_and_its_label_is_right_by_itself(name: str) -> None:
    assert len(cases(name)) > 80
    for case in cases(name):
        gold = case["gold"]
        assert not is_unsafe(gold, gold)
        assert is_right(gold, gold)
