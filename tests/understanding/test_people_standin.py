"""Who deals with the visit instead: a mail to somebody who has left is a mail to nobody."""

from __future__ import annotations

import pytest

from bot.model import Address, Contact, Conversation, ConversationState, Letter, Role
from bot.reading.visible import visible
from bot.understanding.people import People, people

CONTACTS = (
    Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@elmfold.example"),
    Contact("Elmfold Office", Role.OTHER, "office@elmfold.example"),
)


def read(text: str) -> People:
    letter = Letter("<1@elmfold.example>", Address("Priya Nair", "p.nair@elmfold.example"), "", text)
    conversation = Conversation("VS-0001", ConversationState.OFFERED, "Elmfold Primary", (), None, CONTACTS)
    return people(visible(text), letter, conversation)


@pytest.mark.parametrize(
    ("text", "name", "email"),
    [
        ("I'm on secondment. Please contact Tim Crane (t.crane@elmfold.example) who has taken over.",
         "Tim Crane", "t.crane@elmfold.example"),
        ("Our new designated teacher is Ms Ola Bello (o.bello@elmfold.example).",
         "Ola Bello", "o.bello@elmfold.example"),
        ("Ola Bello is now dealing with all of this.", "Ola Bello", ""),
        ("I have passed your email to Tim Crane, deputy head.", "Tim Crane", ""),
    ],
)  # fmt: skip
def test_the_person_to_write_to_from_now_on_is_known_with_the_address(text: str, name: str, email: str) -> None:
    found = read(text).stand_in
    assert found is not None
    assert (found.name, found.email) == (name, email)


@pytest.mark.parametrize(
    "text",
    [
        "For lettings please contact Tim Crane (t.crane@elmfold.example).",
        "For Year 8 matters please contact Ms Bello (o.bello@elmfold.example).",
        "Tim Crane will attend with me.",
        "Thank you, the 9th is fine. Tim",
    ],
)
def test_somebody_for_other_matters_does_not_become_our_contact(text: str) -> None:
    assert read(text).stand_in is None


@pytest.mark.parametrize(
    "text",
    [
        "I have left the school.",
        "I am no longer the designated teacher.",
        "Mrs Nair left us at Christmas.",
        "Our designated teacher has retired.",
        "This mailbox is no longer monitored.",
        "Please note that Priya Nair no longer works at Elmfold Primary School.",
    ],
)
def test_a_contact_who_has_left_is_noticed(text: str) -> None:
    assert read(text).leaving


@pytest.mark.parametrize(
    "text",
    [
        "Miss Pym (SENCO), who was on the first list, has left us and should be removed.",
        "Our residential has been moved on top of it.",
        "I left you a message on Friday.",
        "Year 11 have left by then.",
        "The only date left is the 9th.",
    ],
)
def test_something_else_that_left_or_moved_changes_no_contact(text: str) -> None:
    assert not read(text).leaving
