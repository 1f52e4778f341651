"""Slack at work: commands, mentions, clicks and modals come in by the socket, and each is answered once."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from handlers import resolving
from handlers.chat.slack.companion import SlackCompanion
from tests.chat.slack_council import (
    BOTTY_ID,
    DANA_ID,
    EVE_ID,
    GUEST_ID,
    MAY_ID,
    SAM_ID,
    slack_council,
)  # fmt: skip
from tests.chat.slack_room import Room
from tests.fakes import slack_payloads as says
from tests.fakes.slack_server import Fault, buttons, shown_text
from tests.fakes.slack_socket import SlackSocket
from tests.journeys.world import at


def agree_button(card: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return next(button for text, button in card.items() if text.startswith("Agree "))


def test_a_command_is_answered_for_the_one_who_asked_and_nobody_else(room: Room) -> None:
    room.council.world.offered()
    answer = room.command(SAM_ID, "hethersett")
    assert "Hethersett Oak" in shown_text(answer)
    assert answer["response_type"] == "ephemeral"
    assert room.council.team_room() == []


def test_no_acknowledgement_waits_for_the_work_nor_for_the_work_of_others(room: Room) -> None:
    room.council.world.offered()
    room.slack.faults += [Fault("users.info", hang=6.0, after=True, times=8)]
    asked = [says.command(user, "hethersett", response_url=room.slack.response_url) for user in (SAM_ID, MAY_ID) * 4]
    envelopes = [room.quick(room.socket.send("slash_commands", payload)) for payload in asked]
    assert not room.slack.responses
    assert all(envelope.delay is not None for envelope in envelopes)


def test_a_mention_is_answered_where_it_was_made_for_their_eyes_only(room: Room) -> None:
    room.council.world.offered()
    room.quick(room.socket.send("events_api", says.mention(SAM_ID, "hethersett")))
    (answer,) = room.slack.wait_for(lambda: list(room.slack.ephemeral))
    assert (answer["channel"], answer["user"]) == (says.CHANNEL, SAM_ID)
    assert "Hethersett Oak" in shown_text(answer["blocks"])


def test_a_direct_message_is_answered_there(room: Room) -> None:
    room.council.world.offered()
    room.quick(room.socket.send("events_api", says.direct_message(SAM_ID, "hethersett")))
    (answer,) = room.slack.wait_for(room.council.cards)
    assert "Hethersett Oak" in shown_text(answer["blocks"])


def test_the_home_shows_what_is_theirs_when_it_is_opened(room: Room) -> None:
    room.unclear()
    room.quick(room.socket.send("events_api", says.home_opened(SAM_ID)))
    home = room.slack.wait_for(lambda: room.slack.homes.get(SAM_ID))
    assert home["type"] == "home"
    assert "Hethersett Oak" in shown_text(home)


def test_a_decision_in_the_home_is_told_in_a_modal_and_the_home_shows_it(room: Room) -> None:
    room.unclear()
    room.socket.send("events_api", says.home_opened(SAM_ID))
    home = room.slack.wait_for(lambda: room.slack.homes.get(SAM_ID))
    button = agree_button(buttons(home["blocks"]))
    room.quick(room.socket.send("interactive", says.click(SAM_ID, button, view={"id": "V9", "type": "home"})))
    room.slack.wait_for(lambda: room.slack.homes[SAM_ID] != home)
    assert "agreed for" in shown_text(list(room.slack.views.values())[-1])
    assert "Agree " not in "".join(buttons(room.slack.homes[SAM_ID]["blocks"]))


def test_agreeing_on_a_card_books_it_says_who_did_it_and_begins_a_round_at_once(room: Room) -> None:
    room.unclear()
    answer = room.click(SAM_ID, agree_button(room.card()))
    assert "agreed for" in shown_text(answer)
    assert room.woken.wait(1)
    visit = room.council.world.visit()
    assert visit["state"] == "agreed"
    room.slack.wait_for(lambda: not room.card())
    closed = shown_text(room.council.cards()[-1]["blocks"])
    assert "Agreed" in closed
    assert "Sam Reed" in closed
    with room.council.world.parts.store.read() as records:
        assert records.history("VS-0001")[-1].by == "sam.reed@council.example"


def test_a_card_that_cannot_be_updated_just_now_is_mended_later_and_nobody_is_troubled(room: Room) -> None:
    room.unclear()
    button = agree_button(room.card())
    room.slack.faults.append(Fault("chat.update", status=503))
    before = len(room.slack.responses)
    room.click(SAM_ID, button)
    room.slack.wait_for(lambda: not room.card())
    assert ["agreed for" in shown_text(answer) for answer in room.slack.responses[before:]] == [True]


def test_two_people_clicking_at_once_act_once_and_the_second_is_told_who_did_it(room: Room) -> None:
    room.unclear()
    button = agree_button(room.card())
    before = len(room.slack.responses)
    for user in (SAM_ID, MAY_ID):
        room.socket.begin("interactive", says.click(user, button, response_url=room.slack.response_url))
    answers = room.slack.wait_for(lambda: len(room.slack.responses) >= before + 2 and room.slack.responses[before:])
    told = sorted(shown_text(answer) for answer in answers)
    assert sum("has moved on" in text for text in told) == 1
    loser = next(text for text in told if "has moved on" in text)
    assert "by Sam Reed" in loser or "by may.hill@council.example" in loser
    with room.council.world.parts.store.read() as records:
        assert [line.what for line in records.history("VS-0001")].count("Settled") == 0
        assert sum(line.what.startswith("Agreed") for line in records.history("VS-0001")) == 1


def test_a_button_of_a_card_that_has_moved_on_changes_nothing_and_says_what_happened(room: Room) -> None:
    room.unclear()
    button = room.card()["Offer other dates"]
    room.council.world.resolve(resolving.wait, at(12, 1, 10, 6))
    before = room.council.world.visit()
    answer = shown_text(room.click(SAM_ID, button))
    assert "has moved on: Waiting for the school" in answer
    assert "by Sam Reed" in answer
    assert room.council.world.visit() == before


def test_what_somebody_handles_goes_on_waiting_and_the_second_is_told_by_whom(room: Room) -> None:
    room.unclear()
    button = room.card()["I will handle it"]
    room.click(SAM_ID, button)
    assert "Sam Reed handles VS-0001 already" in shown_text(room.click(DANA_ID, button))
    room.slack.wait_for(lambda: "Sam Reed" in shown_text(room.council.cards()[-1]["blocks"]))
    assert room.council.world.visit()["waiting_for"] == "adviser"


@pytest.mark.parametrize(
    ("user", "sorry"),
    [
        (GUEST_ID, "guests"),
        (EVE_ID, "own workspace"),
        (BOTTY_ID, "advisers and managers"),
        ("U0NOBODY", "advisers and managers"),
        ("U0UNSURE", "not confirmed"),
    ],
)
def test_whoever_may_not_is_refused_politely_and_nothing_happens(room: Room, user: str, sorry: str) -> None:
    room.unclear()
    for text in (shown_text(room.command(user, "hethersett")), shown_text(room.click(user, agree_button(room.card())))):
        assert text.startswith("Sorry, ")
        assert sorry in text
        assert "Hethersett" not in text
    assert room.council.world.visit()["state"] == "offered"


def test_people_in_another_workspace_are_refused_even_under_an_id_that_is_known_here(room: Room) -> None:
    room.council.world.offered()
    assert "own workspace" in shown_text(room.command(SAM_ID, "hethersett", team="T0OTHERS"))


def test_an_adviser_who_has_left_may_ask_no_longer(room: Room) -> None:
    with room.council.world.parts.store.write() as records:
        records.mark_adviser_left("dana.cole@council.example")
    assert shown_text(room.command(DANA_ID, "hethersett")).startswith("Sorry")


def test_the_mail_is_shown_to_its_adviser_and_to_managers_alone(room: Room) -> None:
    room.unclear("Perhaps. Kacper has a placement meeting then.")
    button = room.card()["Show the mail"]
    assert "Sorry" in shown_text(room.click(DANA_ID, button))
    for user in (SAM_ID, MAY_ID):
        assert "Kacper" in shown_text(room.modal(user, button))
    assert "Kacper" not in str(room.slack.messages)


def test_a_modal_that_slack_does_not_open_is_told_and_not_passed_over(room: Room) -> None:
    room.unclear()
    room.slack.faults.append(Fault("views.open", error="expired_trigger_id"))
    assert "try again" in shown_text(room.click(SAM_ID, room.card()["Show the mail"]))


def test_a_contact_is_added_and_their_letter_accepted_in_one_step(room: Room) -> None:
    room.unclear("Option 1 please.", sender="Ivy Wood <ivy@elsewhere.example>")
    view = room.modal(SAM_ID, room.card()["Add contact and accept"])
    wrong, _ = room.submit(SAM_ID, view, name="Ivy Wood", role="headteacher", email="nothing")
    assert list(wrong["errors"]) == ["email"]
    _, told = room.submit(SAM_ID, view, name="Ivy Wood", role="headteacher", email="ivy@elsewhere.example")
    assert "Ivy Wood is a contact now" in told
    assert room.council.world.visit()["state"] == "agreed"


def test_a_date_is_put_right_with_the_people_who_take_part(room: Room) -> None:
    room.unclear()
    view = room.modal(SAM_ID, room.card()["Agree another date"])
    wrong, _ = room.submit(SAM_ID, view, date="2027-02-02", part="am", people="Tom Askew, king")
    assert "king" in wrong["errors"]["people"]
    _, told = room.submit(SAM_ID, view, date="2027-02-02", part="am", people="Tom Askew, governor\nSENCO")
    assert "agreed for Tuesday 2 February 2027, morning" in told
    visit = room.council.world.visit()
    assert (visit["date"], visit["part"], visit["governor"]) == ("2027-02-02", "am", "named")
    assert [person["role"] for person in visit["attendees"]] == ["governor", "senco"]


def test_a_form_of_a_card_that_has_moved_on_changes_nothing(room: Room) -> None:
    room.unclear()
    view = room.modal(SAM_ID, room.card()["Agree another date"])
    room.council.world.resolve(resolving.cancel, at(12, 1, 10, 6))
    _, told = room.submit(SAM_ID, view, date="2027-02-02", part="am")
    assert "has moved on: " in told
    assert room.council.world.visit()["state"] == "cancelled"


def test_what_slack_delivers_twice_acts_once(room: Room) -> None:
    room.unclear()
    payload = says.click(SAM_ID, agree_button(room.card()), response_url=room.slack.response_url)
    first = room.socket.send("interactive", payload)
    room.quick(room.socket.send("interactive", payload, again=first.id, retry=1))
    room.quick(room.socket.send("interactive", payload, retry=2))
    asked = says.mention(SAM_ID, "hethersett")
    for retry in (0, 1, 2):
        room.quick(room.socket.send("events_api", asked, retry=retry))
    room.slack.wait_for(lambda: room.slack.ephemeral)
    room.command(SAM_ID, "hethersett")
    room.slack.wait_for(lambda: len(room.slack.responses) >= 2)
    time.sleep(0.3)
    assert len(room.slack.ephemeral) == 1
    assert len(room.slack.responses) == 2
    assert not [answer for answer in room.slack.responses if "moved on" in shown_text(answer)]


def test_an_answer_is_shown_in_the_channel_when_they_say_so(room: Room) -> None:
    room.council.world.offered()
    answer = room.command(SAM_ID, "hethersett")
    told = room.click(SAM_ID, buttons(answer["blocks"])["Show in channel"])
    assert "shown in the channel" in shown_text(told)
    (message,) = room.council.team_room()
    assert "Hethersett Oak" in shown_text(message["blocks"])
    assert not buttons(message["blocks"])


FORGED = (
    "",
    "x",
    "VS-0001",
    "VS-0001:1:2:3",
    "VS-9999:12",
    "[]",
    '["cancel"]',
    "\x00",
    '["book","VS-0001",0,0,0,0,0,0]',
)


def test_a_forged_or_old_button_changes_nothing_and_breaks_nothing(room: Room) -> None:
    room.council.world.offered()
    before = room.council.world.visit()
    for action in ("card_agree_1", "card_mail", "card_correct", "answer_page", "answer_school", "deed_confirm"):
        for value in FORGED:
            told = room.click(SAM_ID, {"type": "button", "action_id": action, "value": value})
            assert "Hethersett" not in shown_text(told)
    room.quick(room.socket.send("interactive", says.click(SAM_ID, {"type": "button", "action_id": "odd"})))
    assert room.council.world.visit() == before
    assert room.council.team_room() == []


def test_a_dropped_connection_and_one_that_slack_ends_are_made_anew(room: Room) -> None:
    room.council.world.offered()
    room.socket.drop()
    room.socket.wait_connected(2)
    assert "Hethersett" in shown_text(room.command(SAM_ID, "hethersett"))
    room.socket.say_goodbye()
    room.socket.wait_connected(3)
    assert "Hethersett" in shown_text(room.command(SAM_ID, "hethersett"))


def test_slack_being_down_at_the_start_is_waited_for(tmp_path: Path) -> None:
    with slack_council(tmp_path) as council, SlackSocket() as socket:
        council.slack.socket_url = socket.url
        council.slack.faults += [Fault("auth.test", status=503), Fault("apps.connections.open", status=429)]
        companion = SlackCompanion(council.office, council.world.parts)
        companion.start(lambda: None)
        socket.wait_connected()
        companion.stop()


def test_stopping_ends_every_thread_and_loses_nothing_that_was_begun(tmp_path: Path) -> None:
    with slack_council(tmp_path) as council, SlackSocket() as socket:
        council.slack.socket_url = socket.url
        before = {thread.name for thread in threading.enumerate()}
        companion = SlackCompanion(council.office, council.world.parts)
        companion.start(lambda: None)
        socket.wait_connected()
        begun = time.monotonic()
        companion.stop()
        assert time.monotonic() - begun < 10
        left = {thread.name for thread in threading.enumerate()} - before
        assert not [name for name in left if name.startswith(("slack", "ThreadPool"))], left


def test_stopping_does_not_wait_for_a_slack_that_is_down(tmp_path: Path) -> None:
    with slack_council(tmp_path) as council:
        council.slack.faults.append(Fault(status=503, times=99))
        companion = SlackCompanion(council.office, council.world.parts)
        companion.start(lambda: None)
        begun = time.monotonic()
        companion.stop()
        assert time.monotonic() - begun < 5


def test_a_decision_at_the_command_line_reaches_the_card_without_a_round(room: Room) -> None:
    room.unclear()
    room.council.world.resolve(resolving.wait, at(12, 1, 10, 6))
    room.slack.wait_for(lambda: "Waiting for the school" in shown_text(room.council.cards()[-1]["blocks"]))
