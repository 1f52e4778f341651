"""Replies of other writers: what was once read rightly stays so, and nobody is booked on a day they did not say."""

from __future__ import annotations

import pytest

from tests.corpus.scoring import HELD_OUT, WORKED, cases, is_right, is_unsafe, score


@pytest.mark.parametrize("name", WORKED)
def test_nobody_is_booked_on_a_day_they_did_not_say(name: str) -> None:
    assert score(name).unsafe == ()


@pytest.mark.parametrize(
    ("name", "at_least"),
    [("fresh-a", 0.94), ("fresh-b", 0.91), ("fresh-c", 0.94), ("fresh-d", 0.86), ("fresh-e", 0.85), ("fresh-g", 0.88)],
)
def test_most_replies_need_no_person(name: str, at_least: float) -> None:
    assert score(name).straight_through >= at_least


@pytest.mark.parametrize("name", [*WORKED, *HELD_OUT])
def test_every_case_is_read_and_its_label_is_right_by_itself(name: str) -> None:
    assert score(name).cases > 80
    for case in cases(name):
        gold = case["gold"]
        assert not is_unsafe(gold, gold)
        assert is_right(gold, gold)
