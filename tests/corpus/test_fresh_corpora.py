"""Replies of other writers: what was once read rightly stays so, and nobody is booked on a day they did not say."""

from __future__ import annotations

import pytest

from tests.corpus.scoring import HELD_OUT, SHORT, WORKED, cases, is_right, is_unsafe, score

STILL_BOOKED = {
    "doubts-2-108", "doubts-3-003", "doubts-3-012", "doubts-3-040", "doubts-3-041", "doubts-3-045", "doubts-3-071",
    "doubts-3-080", "doubts-3-150", "doubts-3-154",
}  # fmt: skip
"""The second thoughts that are not yet heard; none may join them."""


@pytest.mark.parametrize("name", [*WORKED, *SHORT])
def test_nobody_is_booked_on_a_day_they_did_not_say(name: str) -> None:
    assert set(score(name).unsafe) <= STILL_BOOKED


@pytest.mark.parametrize(
    ("name", "at_least"),
    [
        ("fresh-a", 0.96), ("fresh-b", 0.92), ("fresh-c", 0.95), ("fresh-d", 0.93), ("fresh-e", 0.89),
        ("fresh-f", 0.86), ("fresh-g", 0.91), ("fresh-h", 0.86), ("fresh-i", 0.81), ("fresh-j", 0.87),
        ("fresh-k", 0.96), ("fresh-m", 0.94), ("short-yes-1", 0.84), ("short-yes-2", 0.82),
        ("short-people-1", 0.82), ("short-rest-1", 0.88), ("short-rest-2", 0.88), ("short-mail-1", 0.88),
        ("short-yes-3", 0.93), ("short-people-2", 0.86), ("short-moves-2", 0.86), ("short-mail-2", 0.94),
    ],
)  # fmt: skip
def test_most_replies_need_no_person(name: str, at_least: float) -> None:
    assert score(name).straight_through >= at_least


@pytest.mark.parametrize(
    ("name", "at_least"), [("short-doubts-1", 0.97), ("short-doubts-2", 0.96), ("short-doubts-3", 0.85)]
)
def test_second_thoughts_beside_a_yes_reach_a_person(name: str, at_least: float) -> None:
    assert score(name).handed_over >= at_least


@pytest.mark.parametrize("name", [*WORKED, *SHORT, *HELD_OUT])
def test_every_case_is_read_and_its_label_is_right_by_itself(name: str) -> None:
    assert len(cases(name)) > 80
    for case in cases(name):
        gold = case["gold"]
        assert not is_unsafe(gold, gold)
        assert is_right(gold, gold)
