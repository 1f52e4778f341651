"""The bot stood still for weeks: nobody is offered a day that is past, and nothing due is lost."""

from __future__ import annotations

import datetime as dt

from bot.model import VisitState
from tests.journeys.world import World, at


def test_an_offer_that_could_not_go_out_in_time_is_made_anew_with_days_to_come(world: World) -> None:
    world.invite()
    (offer,) = world.run(at(8, 2))
    assert offer.kind == "offer"
    assert min(dt.date.fromisoformat(day) for day, _ in offer.options.values()) > dt.date(2027, 2, 8)


def test_the_fresh_offer_is_the_only_one_that_ever_goes_out(world: World) -> None:
    world.invite()
    world.run(at(8, 2))
    assert world.run(at(9, 2)) == []


def test_a_school_that_says_yes_to_the_fresh_offer_is_booked(world: World) -> None:
    world.invite()
    (offer,) = world.run(at(8, 2))
    world.reply(offer, "Option 1 please.", now=at(9, 2))
    (confirmation,) = world.run(at(9, 2, 11))
    assert confirmation.agreed == offer.options[1]
    with world.parts.store.read() as records:
        assert records.visits()[0].state is VisitState.AGREED
