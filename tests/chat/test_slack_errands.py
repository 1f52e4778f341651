"""What an adviser tells the bot in Slack is shown first, done when it is confirmed, and stands in the visit's story."""

from __future__ import annotations

from typing import Any

import pytest

from handlers import resolving
from tests.chat.slack_council import DANA_ID, MAY_ID, SAM_ID
from tests.chat.slack_room import Room
from tests.fakes.slack_server import buttons, shown_text
from tests.journeys.world import ELM, LARCH, OAK, at

BY_PHONE = "Hethersett agreed 26 Jan am by phone, with Tom Askew, governor"


def asked(room: Room, words: str, user: str = SAM_ID) -> dict[str, dict[str, Any]]:
    """The buttons under the answer."""
    return buttons(room.command(user, words)["blocks"])


def test_a_date_agreed_by_phone_is_confirmed_first_and_then_booked_with_who_takes_part(room: Room) -> None:
    room.council.world.offered()
    answer = room.command(SAM_ID, BY_PHONE)
    assert "Tuesday 26 January 2027, morning" in shown_text(answer)
    assert "Tom Askew" in shown_text(answer)
    assert room.council.world.visit()["state"] == "offered"
    told = room.click(SAM_ID, buttons(answer["blocks"])["Confirm"])
    assert told["replace_original"]
    assert "agreed for Tuesday 26 January 2027, morning" in shown_text(told)
    assert room.woken.wait(1)
    visit = room.council.world.visit()
    assert (visit["date"], visit["part"], visit["governor"]) == ("2027-01-26", "am", "named")
    with room.council.world.parts.store.read() as records:
        story = records.history("VS-0001")
    assert all(line.by == "sam.reed@council.example" for line in story[1:])
    room.council.round(at(11, 1, 10))
    (mail,) = [mail for mail in room.council.world.new_mails() if mail.kind == "confirmation"]
    assert "Tom Askew" in mail.text


def test_what_is_left_is_left(room: Room) -> None:
    room.council.world.offered()
    assert "Nothing was changed" in shown_text(room.click(SAM_ID, asked(room, BY_PHONE)["Leave it"]))
    assert room.council.world.visit()["state"] == "offered"


def test_what_has_happened_since_is_told_and_nothing_is_done(room: Room) -> None:
    room.council.world.offered()
    confirm = asked(room, BY_PHONE)["Confirm"]
    room.council.world.resolve(resolving.cancel, at(11, 1, 10))
    told = shown_text(room.click(SAM_ID, confirm))
    assert "has moved on: Cancelled" in told
    assert "by Sam Reed" in told
    assert room.council.world.visit()["state"] == "cancelled"


def test_two_people_confirming_the_same_act_once(room: Room) -> None:
    room.council.world.offered()
    first, second = asked(room, BY_PHONE)["Confirm"], asked(room, BY_PHONE, MAY_ID)["Confirm"]
    room.click(SAM_ID, first)
    assert "has moved on: " in shown_text(room.click(MAY_ID, second))


@pytest.mark.parametrize(
    ("words", "state"),
    [("cancel Hethersett", "cancelled"), ("reschedule VS-0001", "offered"), ("postpone Hethersett Oak", "offered")],
)
def test_an_agreed_visit_is_cancelled_rescheduled_or_postponed(room: Room, words: str, state: str) -> None:
    room.council.world.agreed()
    room.council.clock.moment = at(13, 1, 9)
    told = room.click(SAM_ID, asked(room, words)["Confirm"])
    assert "VS-0001 is" in shown_text(told)
    visit = room.council.world.visit()
    assert (visit["state"], visit["date"]) == (state, None)


def test_a_visit_that_has_taken_place_is_marked_as_visited(room: Room) -> None:
    day = room.council.world.agreed().agreed
    assert day is not None
    room.council.clock.moment = at(int(day[0][8:]), int(day[0][5:7]), 17)
    room.click(SAM_ID, asked(room, "mark Hethersett visited")["Confirm"])
    assert room.council.world.visit()["state"] == "visited"


def test_a_school_is_invited(room: Room) -> None:
    told = room.click(SAM_ID, asked(room, "invite Elm Park")["Confirm"])
    assert "Elm Park Academy is invited" in shown_text(told)
    assert room.council.world.visit(ELM)["state"] == "offered"
    again = room.click(SAM_ID, asked(room, "invite Elm Park")["Confirm"])
    assert "has a visit this year already" in shown_text(again)


def test_several_schools_of_a_name_are_a_choice_and_nothing_is_done_before(room: Room) -> None:
    for urn in (OAK, LARCH):
        room.council.world.invite(urn)
    choice = room.command(SAM_ID, "cancel the primary school lane oak")
    first, second = [block["accessory"] for block in choice["blocks"] if "accessory" in block]
    assert first["value"] != second["value"]
    confirm = buttons(room.click(SAM_ID, first)["blocks"])["Confirm"]
    assert {visit["state"] for visit in room.council.world.visits()} == {"offered"}
    room.click(SAM_ID, confirm)
    assert sorted(visit["state"] for visit in room.council.world.visits()) == ["cancelled", "offered"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Hethersett agreed by phone", "Which half day?"),
        ("Hethersett agreed 26 January by phone", "Which half day?"),
        ("cancel it", "Which school?"),
        ("cancel Elm Park", "has no visit this year"),
    ],
)
def test_an_order_that_leaves_something_open_is_asked_about(room: Room, words: str, answer: str) -> None:
    room.council.world.offered()
    told = room.command(SAM_ID, words)
    assert answer in shown_text(told)
    assert "Confirm" not in buttons(told["blocks"])


def test_a_half_day_that_cannot_be_is_refused_with_the_reason(room: Room) -> None:
    room.council.world.offered()
    told = room.click(SAM_ID, asked(room, "Hethersett agreed 16 February am by phone")["Confirm"])
    assert "is not a school day" in shown_text(told)
    assert room.council.world.visit()["state"] == "offered"


def test_a_colleague_is_asked_about_by_their_name_in_slack(room: Room) -> None:
    room.council.world.agreed()
    room.council.clock.moment = at(13, 1, 9)
    assert "Hethersett" in shown_text(room.command(MAY_ID, f"<@{SAM_ID}|sam> this month"))
    assert "Hethersett" not in shown_text(room.command(SAM_ID, f"<@{DANA_ID}> this month"))


def test_what_is_not_understood_is_said_so(room: Room) -> None:
    assert "did not understand" in shown_text(room.command(SAM_ID, "florble grumptious"))
    assert "Ask for a visit" in shown_text(room.command(SAM_ID, "help"))
