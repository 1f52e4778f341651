"""What stands beside a plain yes: talk that leaves it a yes, and its near neighbours that take it away."""

from __future__ import annotations

import pytest

from bot.model import Action
from tests.understanding.replying import options, read

TALK = [
    "We do not have any children in Year 4 this year, by the way.",
    "Not urgent, but could someone send us the new form?",
    "The fire alarm has just gone off for the third time.",
    "Our email addresses will change at some point.",
    "Last year we had to cancel twice because of the flood.",
    "The head keeps trying to buy iPads.",
    "We didn't realise you'd need an answer so soon.",
    "We shut at 3.15 on Mondays.",
    "We've never had a virtual school visit before, is there anything we need to prepare?",
    "I'd rather not go into detail about individual pupils by email.",
    "Don't send anything heavy, our letterbox is tiny.",
    "Emails get done when the marking's finished, i.e. never.",
    "We are having the windows done so it may be a bit draughty.",
    "I can't promise you a quiet room but I can promise you a warm one.",
]
TAKING_BACK = [
    "We do not have any cover for that day.",
    "It is urgent that somebody rings me about it.",
    "This is the third time you've asked us.",
    "The school is closed that day.",
    "The date will change at some point.",
    "We have to cancel because of the flood.",
    "The head keeps changing her mind.",
    "We'd better wait.",
    "I'd rather not.",
    "Don't send anything yet.",
    "It may well have to be moved.",
    "I can't promise it.",
    "The hall is booked so it may not be possible.",
    "I don't feel I can settle it without the head.",
    "It will have to be one of your others.",
]


@pytest.mark.parametrize("text", TALK)
def test_everyday_talk_leaves_a_yes_a_yes(text: str) -> None:
    assert options(read(f"Yes please to Tuesday 26 January. {text}", "offered")) == "1"


@pytest.mark.parametrize("text", TAKING_BACK)
def test_what_takes_a_yes_back_is_never_passed_over(text: str) -> None:
    assert read(f"Yes please to Tuesday 26 January. {text}", "offered").action is not Action.CONFIRM


@pytest.mark.parametrize(
    "text",
    [
        "I'd have plumped for the 26th.",
        "The 26th was a goer.",
        "Could we say something by the 26th?",
        "26 January would be great for the network lunch you mentioned.",
        "Tuesday 26 January is fine by us, isn't it?",
        "I write to acknowledge the suggested appointment on 26 January.",
        "The 26th, said no one in this office.",
        "Someone will go for the 26th; we're drawing lots.",
        "Thanks, we'll have to see about the 26th.",
        "The 26th would be our last choice.",
    ],
)
def test_a_yes_of_another_time_or_thing_books_nothing(text: str) -> None:
    assert read(text, "offered").action is not Action.CONFIRM


def test_an_it_behind_the_boiler_is_the_boiler() -> None:
    behind = "The boiler has been mended at last. It can't have been cheap."
    assert read(f"Yes please to Tuesday 26 January. {behind}", "offered").action is Action.CONFIRM
    assert read("Yes please to Tuesday 26 January. It can't be done.", "offered").action is not Action.CONFIRM


@pytest.mark.parametrize("text", ["I can't find it for love nor money.", "Don't tell them I said so."])
def test_a_no_said_of_a_thing_refuses_no_slot(text: str) -> None:
    assert not read(f"Yes please to Tuesday 26 January. {text}", "offered").ruled_out
