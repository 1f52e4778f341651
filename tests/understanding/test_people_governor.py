"""Whether a governor takes part: the managers' digest counts on it."""

from __future__ import annotations

import pytest

from bot.model import Address, Contact, Conversation, ConversationState, Governor, Letter, Role
from bot.reading.visible import visible
from bot.understanding.people import People, people

CONTACTS = (Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@elmfold.example"),)


def read(text: str) -> People:
    letter = Letter("<1@elmfold.example>", Address("Priya Nair", "p.nair@elmfold.example"), "", text)
    conversation = Conversation("VS-0001", ConversationState.OFFERED, "Elmfold Primary", (), None, CONTACTS)
    return people(visible(text), letter, conversation)


@pytest.mark.parametrize(
    "text",
    [
        "We have a governor, name to follow.",
        "A governor will be present but I don't know who yet.",
        "One of our governors will be there, not sure which yet!",
        "I have a governor lined up, will confirm the name nearer the time.",
        "I will arrange for a governor to be in school.",
        "Someone from the governing body will join us for lunch.",
        "we will have 2 governors with us",
        "Governor tbc",
        "The governor will be either Ada Fox or Tim Crane.",
    ],
)
def test_a_governor_who_will_come_is_counted_before_the_name_is_known(text: str) -> None:
    found = read(text)
    assert found.governor is Governor.UNNAMED
    assert [(each.name, each.role) for each in found.attendees] == [(None, Role.GOVERNOR)]


@pytest.mark.parametrize(
    "text",
    [
        "Sadly no governors are available on that date.",
        "None of our governors can make it in the day as they all work.",
        "unfortunately I couldn't get a governor for this one",
        "Our chair can no longer come. We don't have another governor free that day.",
        "I'm sorry but our governor has had to drop out; we haven't found a replacement.",
        "we dont have a governor for lac at the moment so no one to join sorry",
        "Just me and the head, governors are all at work in the day",
        "Governor - N/A this time",
    ],
)
def test_a_school_without_a_governor_is_not_chased_for_one(text: str) -> None:
    assert read(text).governor is Governor.UNAVAILABLE


@pytest.mark.parametrize(
    "text",
    [
        "I'll ask a governor",
        "I've emailed the governors to see who's free.",
        "Working on getting a governor!",
        "It's on the agenda for the governors' meeting.",
        "No governor as yet but I'm on the case",
        "Governor - not yet confirmed.",
        "Does a governor have to be there?",
        "We could probably get our chair along.",
        "Governors are fully behind the visit.",
    ],
)
def test_a_promise_to_look_for_a_governor_is_no_governor(text: str) -> None:
    found = read(text)
    assert found.governor is Governor.NOT_MENTIONED
    assert found.attendees == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yes to the 9th. Our governor is Lesley Chan.", "Lesley Chan"),
        ("Glenn (chair of govs) happy to come too", "Glenn"),
        ("Mrs Ada Fox, who chairs our governing body, would love to be involved.", "Ada Fox"),
        ("Glenn Pike will dial in on Teams as our governor.", "Glenn Pike"),
        ("Mr Khan (governor) is on holiday so Mrs Lowe (governor) will cover.", "Lowe"),
        ("Imre Nagy (governor) cannot make the 9th but could do the 11th.", "Imre Nagy"),
        ("The Chair of the Trust's local academy board, Olu Bright, will attend.", "Olu Bright"),
    ],
)
def test_the_governor_who_comes_is_known_by_name(text: str, name: str) -> None:
    found = read(text)
    assert found.governor is Governor.NAMED
    assert [each.name for each in found.attendees] == [name]


def test_the_governors_words_can_be_shown() -> None:
    text = "Happy new year!\n\nNo governor is free that week, sorry."
    words = [each.words for each in read(text).evidence if each.about == "governor"]
    assert words == ["No governor"]
