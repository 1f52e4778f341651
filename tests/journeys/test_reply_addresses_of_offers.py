"""Where the mailbox takes plus addresses, an answer finds its visit though thread and subject are lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.journeys.world import BIRCH, NAIR, World, at

LOST = {"In-Reply-To": None, "References": None, "Subject": "The visit"}


@pytest.fixture
def plus_world(council: Callable[..., World]) -> World:
    made = council()
    made.parts = replace(made.parts, plus_addressing=True)
    return made


def test_without_plus_addressing_answers_go_to_the_teams_own_address(world: World) -> None:
    assert world.offered().reply_to == ""


def test_an_answer_to_the_offers_own_address_books_without_thread_and_subject(plus_world: World) -> None:
    offer = plus_world.offered()
    assert re.search(r"<visits\+vs-0001-1-[a-z2-7]{20}@council\.example>$", offer.reply_to)
    plus_world.reply(offer, "Option 2 please.", now=at(12, 1), headers={**LOST, "To": offer.reply_to}, sender=BIRCH)
    (confirmation,) = plus_world.run(at(12, 1, 10))
    assert confirmation.agreed == offer.options[2]


def test_a_stranger_who_has_the_address_still_does_not_speak_for_the_school(plus_world: World) -> None:
    offer = plus_world.offered()
    stranger = "Priya Nair <p.nair@hethersettoak-school.example>"
    plus_world.reply(offer, "Option 2 please.", now=at(12, 1), headers={**LOST, "To": offer.reply_to}, sender=stranger)
    assert [mail.kind for mail in plus_world.run(at(12, 1, 10))] == ["card"]


def test_an_address_that_clashes_with_the_thread_goes_to_a_person(plus_world: World) -> None:
    first = plus_world.offered()
    other = plus_world.offered(urn="100004")
    plus_world.reply(first, "Option 2 please.", now=at(12, 1), headers={"To": other.reply_to}, sender=NAIR)
    plus_world.run(at(12, 1, 10))
    with plus_world.parts.store.read() as records:
        assert [visit.agreed for visit in records.visits()] == [None, None]
        assert [letter.state.value for letter in records.letters()] == ["held"]
