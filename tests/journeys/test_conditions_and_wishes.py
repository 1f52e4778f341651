"""Conditions, wishes and second yeses: what is booked, kept and given up in a whole conversation."""

from __future__ import annotations

import pytest

from tests.journeys.world import World, at


@pytest.mark.parametrize(
    "words",
    [
        "We can do option 1 if you can also bring the attendance figures for our cluster.",
        "Option 1 if the head agrees.",
    ],
)
def test_a_conditional_yes_is_never_booked(world: World, words: str) -> None:
    world.reply(world.offered(), words, now=at(12, 1, 10))
    world.run(at(12, 1, 10))
    assert world.visit()["state"] == "offered"


@pytest.mark.parametrize(
    "words",
    [
        "Would it be possible to come on Thursday 4 March instead? If not, no problem.",
        "Would it be possible to come on Thursday 4 March instead? If you can't, leave it as is.",
    ],
)
def test_a_wish_gives_nothing_away(world: World, words: str) -> None:
    world.reply(world.agreed(), words, now=at(13, 1, 10))
    world.run(at(13, 1, 10))
    assert world.visit()["date"] == "2027-01-25"


@pytest.mark.parametrize(
    "words",
    [
        "Sorry, we can no longer do 25 January, we have an inspection.",
        "Sorry, we can no longer keep this date.",
    ],
)
def test_what_cannot_be_kept_is_given_up(world: World, words: str) -> None:
    world.reply(world.agreed(), words, now=at(13, 1, 10))
    world.run(at(13, 1, 10))
    assert world.visit()["state"] == "offered"


@pytest.mark.parametrize(
    "words", ["Option 1 please.", "Just to confirm, option 1 please.", "Yes, option 1 works for us."]
)
def test_the_same_yes_by_its_number_again_troubles_nobody(world: World, words: str) -> None:
    offer = world.offered()
    world.reply(offer, "Option 1 please.", now=at(12, 1, 10))
    world.run(at(12, 1, 10))
    world.reply(offer, words, now=at(12, 1, 11), sender="Joan Birch <head@hethersettoak.example>")
    assert world.run(at(12, 1, 11)) == []
    assert world.visit()["waiting_for"] == "nobody"


def test_giving_up_the_date_and_taking_another_option_in_one_letter_is_one_change(world: World) -> None:
    world.reply(
        world.agreed(), "We can't do Monday 25 January after all. Option 3 please, 10 February.", now=at(13, 1, 10)
    )
    (change,) = world.run(at(13, 1, 10))
    assert (change.kind, change.agreed) == ("change", ("2027-02-10", "am"))
