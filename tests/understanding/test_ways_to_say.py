"""Banks of ways to say yes, no, perhaps, and nothing at all: most are read rightly, and none leads to a wrong act."""

from __future__ import annotations

import pytest

from bot.model import Action
from tests.understanding.replying import read
from tests.understanding.ways_said import Way, banks, before_a_yes, beside_a_yes, came_to, in_words, lines, ways

KINDS = ("accepting", "rejecting", "unsure", "asking", "agreed", "report", "cancelling")
AT_LEAST = {"accepting": 0.9, "rejecting": 0.9, "unsure": 0.95, "asking": 0.95, "agreed": 0.95, "report": 0.95} | {
    "cancelling": 0.95
}


def is_unsafe(way: Way, got: str) -> bool:
    """Whether acting on what was understood would do what the school did not say."""
    if got.isdigit():
        return not set(got) <= set(way.expected)
    return got in ("cancel", "sign_off", "consider") and got != way.expected


@pytest.mark.parametrize("kind", KINDS)
def test_no_way_of_saying_a_thing_leads_to_an_act_that_the_school_did_not_ask_for(kind: str) -> None:
    assert [way.text for way in ways(kind) if is_unsafe(way, came_to(way))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_most_ways_of_saying_a_thing_need_no_person(kind: str) -> None:
    wrong = [way.text for way in ways(kind) if came_to(way) != way.expected]
    assert len(wrong) <= (1 - AT_LEAST[kind]) * len(list(ways(kind))), wrong


@pytest.mark.parametrize("bank", banks("harmless"))
def test_talk_of_parking_weather_and_biscuits_around_a_yes_costs_no_booking(bank: str) -> None:
    letters = [
        text for turn, line in enumerate(lines(bank)) for text in (*beside_a_yes(line, turn), before_a_yes(line, turn))
    ]
    kept = [text for text in letters if in_words(read(text)) != "1"]
    assert len(kept) <= 0.05 * len(letters), kept


@pytest.mark.parametrize("bank", banks("withdrawing"))
def test_scorn_conditions_and_second_thoughts_beside_a_yes_are_never_passed_over(bank: str) -> None:
    letters = [text for turn, line in enumerate(lines(bank)) for text in beside_a_yes(line, turn)]
    assert [text for text in letters if read(text).action is Action.CONFIRM] == []
