"""What an adviser sees on a card and the team in its channel: enough to decide, and nothing of the mail."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.model import Governor, Offer, ReasonCode, VisitState, WaitingFor, Weekday, Window
from handlers.chat.slack import faces
from handlers.chat.slack.card_refs import CardRef
from handlers.chat.slack.messages import Content
from handlers.chat.slack.views_of_records import OpenCard, Outcome
from tests.chat import view_samples as samples
from tests.chat.view_samples import letter, listed, open_card
from tests.fakes.slack_server import buttons, shown_text


def words(content: Content) -> str:
    return shown_text(list(content.blocks))


def pressed(card: OpenCard) -> dict[str, dict[str, Any]]:
    return buttons(faces.card(card).blocks)


def test_a_card_says_in_plain_words_why_it_waits_and_what_was_understood() -> None:
    said = words(faces.card(open_card()))
    assert "Hethersett Oak Primary School" in said
    assert "The reply is not a firm yes." in said
    assert "Could do 22 to 26 February 2027, mornings" in said
    assert "Headteacher, governor (named)" in said


def test_a_card_never_shows_the_words_of_the_mail_a_name_from_it_or_an_address() -> None:
    made = json.dumps(faces.card(open_card()).arguments())
    for secret in ("probably work", "Tom Askew", "p.nair", "@oak.example", "@council.example", "Priya"):
        assert secret not in made


@pytest.mark.parametrize(
    "card",
    [
        open_card(code=ReasonCode.SENSITIVE),
        open_card(letter=letter(replace(samples.SAID, sensitive=True))),
    ],
)
def test_a_sensitive_letters_card_says_only_that_it_should_be_read(card: OpenCard) -> None:
    said = words(faces.card(card))
    assert "Please read the letter yourself." in said
    for told in ("child", "confidential", "firm", "February", "governor", "26 January"):
        assert told not in said
    assert "Show the mail" in pressed(card)
    assert "read the letter yourself" in faces.card(card).text


def test_each_half_day_that_could_be_booked_has_its_own_button_that_carries_ids_only() -> None:
    made = pressed(open_card())
    assert [CardRef.read(made[text]["value"]) for text in made if text.startswith("Agree Tu")] == [
        CardRef("VS-0421", 77, 1)
    ]
    assert CardRef.read(made["Agree Thursday 28 January 2027, afternoon"]["value"]).option == 2
    assert made["Agree Tuesday 26 January 2027, morning"]["action_id"] == "card_agree_1"
    assert faces.action_pattern("card_agree").fullmatch("card_agree_1")


def test_agreeing_and_offering_anew_write_to_the_school_and_are_asked_again_first() -> None:
    made = pressed(open_card())
    for text in ("Agree Tuesday 26 January 2027, morning", "Offer other dates"):
        assert "email" in made[text]["confirm"]["text"]["text"]


def test_one_half_day_of_several_is_not_pressed_upon_the_adviser() -> None:
    assert all("style" not in element for element in pressed(open_card()).values())
    one = open_card(slots=open_card().slots[:1])
    assert pressed(one)["Agree Tuesday 26 January 2027, morning"]["style"] == "primary"


def test_only_a_stranger_can_be_added_as_a_contact_and_only_a_letter_be_shown() -> None:
    assert "Add contact and accept" not in pressed(open_card())
    assert "Add contact and accept" in pressed(open_card(code=ReasonCode.UNKNOWN_SENDER))
    silent = pressed(open_card(code=ReasonCode.SILENT, letter=None))
    assert "Show the mail" not in silent
    assert "Add contact and accept" not in pressed(open_card(code=ReasonCode.UNKNOWN_SENDER, letter=None))


def test_who_handles_it_stands_on_the_card_and_nobody_else_is_asked_to() -> None:
    card = open_card(taken_by="Dana Whitlock")
    assert "*Dana Whitlock* is handling this." in words(faces.card(card))
    assert "I will handle it" not in pressed(card)


def test_a_card_about_an_agreed_visit_says_which_date_would_be_given_up() -> None:
    card = open_card(visit=replace(samples.agreed_visit(421, samples.TUESDAY), waiting_for=WaitingFor.ADVISER))
    assert "Agreed for Tuesday 26 January 2027, morning" in words(faces.card(card))
    asked = pressed(card)["Offer other dates"]["confirm"]["text"]["text"]
    assert "Tuesday 26 January 2027, morning is given up" in asked


def test_more_half_days_than_a_card_can_hold_are_counted() -> None:
    days = tuple(samples.school_day(number) for number in range(9))
    said = words(faces.card(open_card(letter=letter(replace(samples.SAID, accepted=days)))))
    assert said.count("Yes to ") == 7
    assert "Yes to 3 more" in said


def test_windows_name_their_weekdays() -> None:
    window = Window(samples.TODAY, samples.TODAY, (Weekday.TUE, Weekday.THU), None)
    said = words(faces.card(open_card(letter=letter(replace(samples.SAID, windows=(window,))))))
    assert "Could do 13 January 2027, Tuesdays and Thursdays" in said


def test_that_no_governor_can_come_is_understood_by_the_adviser_too() -> None:
    said = letter(replace(samples.SAID, attendees=(), governor=Governor.UNAVAILABLE))
    assert "No governor" in words(faces.card(open_card(letter=said)))


def test_a_card_that_is_done_says_what_who_and_when_and_has_nothing_to_press() -> None:
    outcome = Outcome("Agreed Tuesday 26 January 2027, morning", "Sam Okafor", samples.RECEIVED)
    made = faces.closed_card("VS-0421", samples.OAK.name, outcome, newer=False)
    assert "Agreed Tuesday 26 January 2027, morning, by Sam Okafor" in words(made)
    assert "Wednesday 13 January 2027 at 9:42am" in words(made)
    assert buttons(made.blocks) == {}


def test_an_older_card_points_to_the_newer_one() -> None:
    made = faces.closed_card("VS-0421", samples.OAK.name, Outcome("Anything", "Sam"), newer=True)
    assert "There is a newer card about this visit." in words(made)
    assert "Anything" not in words(made)


SIGNS = {
    VisitState.TO_ARRANGE: "Still to be arranged", VisitState.OFFERED: "2 half days offered",
    VisitState.AGREED: "Agreed: Tuesday 26 January 2027, morning",
    VisitState.VISITED: "Visited: Tuesday 26 January 2027, morning",
    VisitState.REPORTED: "Report sent: Tuesday 26 January 2027, morning",
    VisitState.SIGNED_OFF: "Report agreed: Tuesday 26 January 2027, morning", VisitState.CANCELLED: "Cancelled",
}  # fmt: skip


@pytest.mark.parametrize("state", VisitState)
def test_the_visits_message_says_in_words_where_the_visit_stands(state: VisitState) -> None:
    made = replace(samples.agreed_visit(421, samples.TUESDAY), state=state)
    said = words(faces.visit_message(listed(made)))
    assert SIGNS[state] in said
    assert "VS-0421" in said
    assert "Sam Okafor" in said


def test_the_visits_message_says_who_must_look_in_a_few_words() -> None:
    made = faces.visit_message(listed(samples.waiting_visit()))
    assert "Needs Sam Okafor: reply not firm" in words(made)
    assert "Needs Sam Okafor" in made.text


def test_the_channel_sees_roles_and_no_names_and_no_addresses() -> None:
    made = json.dumps(faces.visit_message(listed(samples.agreed_visit(421, samples.TUESDAY), adviser=None)).arguments())
    assert "Headteacher, governor (named)" in made
    for secret in ("Askew", "Birch", "@"):
        assert secret not in made


def test_reminders_are_counted_in_the_visits_message() -> None:
    offer = replace(samples.visit().offers[0], chases=2)
    assert isinstance(offer, Offer)
    said = words(faces.visit_message(listed(samples.visit(offers=(offer,)))))
    assert "2 half days offered, 2 reminders sent" in said
