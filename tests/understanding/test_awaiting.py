"""The visitor told to come at another time than the accepted slot: one of the two is a slip, and a person asks."""

from __future__ import annotations

import pytest

from bot.model import Action
from tests.understanding.replying import read

SLIPS = (
    "Tuesday 26th is sorted, thank you. P.S. Park on the verge Thursday, the car park will be full of voters.",
    "Morning of the 26th, please.\n\nPS coffee will be on when you get here at half 12.",
    "The 26th is fine, see you Wednesday.",
    "Option 1 please. When you come on Thursday ask for Sue.",
    "Option 2 works for us. We'll meet you at 9 by the gate.",
)
IN_STEP = (
    "Tuesday 26th is sorted, thank you. P.S. Park on the verge, the car park fills up early.",
    "Morning of the 26th, please.\n\nPS coffee will be on when you get here at half 9.",
    "The 26th is fine, see you Tuesday.",
    "Option 1 please. Come to the side gate, the main one is shut until Thursday.",
    "Option 2 works for us. We'll meet you at 1 by the gate.",
)


@pytest.mark.parametrize("text", SLIPS)
def test_a_visitor_awaited_on_another_day_is_not_booked(text: str) -> None:
    assert read(text).action is Action.HAND_OVER


@pytest.mark.parametrize("text", IN_STEP)
def test_a_visitor_awaited_when_the_slot_is_needs_no_person(text: str) -> None:
    assert read(text).action is Action.CONFIRM
