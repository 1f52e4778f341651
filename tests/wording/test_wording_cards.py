import shlex
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.effects import MailKind
from bot.model import Address, ReasonCode
from bot.wording.material import MailMaterial
from bot.wording.reasons import reason_code, reason_sentence, reason_words

Text = Callable[..., str]
SENDER = Address("Priya Nair", "p.nair@hethersettoak.example")


def commands_of(card: str) -> list[str]:
    return [line.strip() for line in card.splitlines() if line.startswith("    visitbot ")]


def test_a_card_shows_the_words_the_reason_and_what_settles_it(text: Text) -> None:
    card = text(
        MailKind.CARD, of={"letter_sender": SENDER}, reason="tentative", words=("Should be fine,\nI will ask the Head",)
    )
    assert card == (
        """\
Dear Priya Nair

The reply is not a firm yes.

School: Hethersett Oak Primary School
Reference: VS-0421
Visit: half days offered
Letter: 17
From: Priya Nair <p.nair@hethersettoak.example>

The words that count

> Should be fine, I will ask the Head

Read the letter

Open the letter:
    visitbot letters show 17

What you can do

Go on waiting for the school:
    visitbot resolve VS-0421 --wait
Book Tuesday 26 January 2027, morning:
    visitbot resolve VS-0421 --book 2027-01-26 am
Book Thursday 28 January 2027, afternoon:
    visitbot resolve VS-0421 --book 2027-01-28 pm
Book Tuesday 2 February 2027, morning:
    visitbot resolve VS-0421 --book 2027-02-02 am
Offer new half days:
    visitbot resolve VS-0421 --reoffer
You have dealt with it, and nothing changes:
    visitbot resolve VS-0421 --close --note 'what you did'

Virtual School Visits

Reference: VS-0421. Do not forward this email to the school.
"""
    )


def test_words_that_must_not_be_copied_are_opened_on_purpose(text: Text) -> None:
    card = text(MailKind.CARD, reason="sensitive", words=())
    assert "The words of the letter are not copied here." in card
    assert "The words that count" not in card
    assert "visitbot letters show 17" in commands_of(card)


def test_a_card_about_silence_has_no_letter_to_open(text: Text) -> None:
    card = text(MailKind.CARD, letter_id=None, reason="silent")
    assert "letters show" not in card
    assert "The words of the letter" not in card
    assert "Please ring the school." in card


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_can_be_settled_from_its_card(code: ReasonCode, text: Text) -> None:
    card = text(MailKind.CARD, of={"letter_sender": SENDER}, reason=reason_sentence(code))
    assert reason_sentence(code) in card
    commands = [shlex.split(command) for command in commands_of(card)]
    assert any(command[:3] == ["visitbot", "resolve", "VS-0421"] for command in commands)
    known = {"--book", "--reoffer", "--from", "--to", "--wait", "--cancel", "--close", "--note", "--name", "--role"}
    assert {word for command in commands for word in command if word.startswith("--")} <= known | {
        "--email",
        "--letter",
    }


def test_a_stranger_s_name_cannot_run_a_command_of_its_own(text: Text) -> None:
    stranger = Address("Eve'; rm -rf ~; $(reboot)", "eve`id`@elsewhere.example")
    card = text(MailKind.CARD, of={"letter_sender": stranger}, reason="unknown_sender")
    (added,) = [shlex.split(command) for command in commands_of(card) if "contact add" in command]
    assert added == [
        *("visitbot", "contact", "add", "121001", "--name", "Eve'; rm -rf ~; $(reboot)", "--role", "ROLE"),
        *("--email", "eve`id`@elsewhere.example", "--letter", "17"),
    ]


def test_a_letter_of_no_visit_still_makes_a_card(text: Text) -> None:
    of = {"visit": None, "school": None, "letter_sender": Address("", "eve@elsewhere.example")}
    card = text(MailKind.CARD, of=of, reason="unknown_visit", reference="")
    assert "From: eve@elsewhere.example" in card
    assert commands_of(card) == ["visitbot letters show 17", "visitbot letters retry 17"]


def test_a_reason_in_free_words_is_shown_beside_the_visit_s_own(
    text: Text, material: Callable[..., MailMaterial]
) -> None:
    visit = material(MailKind.CARD).visit
    assert visit is not None
    card = text(
        MailKind.CARD, of={"visit": replace(visit, reason_code=ReasonCode.BOUNCED)}, reason="Tried the head too."
    )
    assert "An email to the school could not be delivered.\n\nTried the head too.\n" in card
    assert "visitbot contact left p.nair@hethersettoak.example" in commands_of(card)


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_has_a_sentence_and_words_for_the_channel(code: ReasonCode) -> None:
    sentence, words = reason_sentence(code), reason_words(code)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert len(words.split()) <= 6
    assert not words.endswith(".")
    assert reason_code(code.value) is reason_code(sentence) is code


def test_no_two_reasons_say_the_same() -> None:
    assert len({reason_sentence(code) for code in ReasonCode}) == len(ReasonCode)
    assert reason_code("something else") is None
