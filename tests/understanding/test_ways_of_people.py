"""Who comes, in the words of many schools: somebody lost is nobody expected, somebody invented waits at the gate."""

from __future__ import annotations

import pytest

from bot.model import Address, Contact, Conversation, ConversationState, Governor, Letter, Role
from bot.reading.visible import visible
from bot.understanding.people import People, people
from tests.understanding.ways_tables import ways

WRITER = Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@elmfold.example")
HEAD = Contact("Duncan Frayne", Role.HEADTEACHER, "d.frayne@elmfold.example")


def read(text: str) -> People:
    letter = Letter("<1@elmfold.example>", Address(WRITER.name, WRITER.email), "Re: Virtual School visit", text)
    conversation = Conversation("VS-0001", ConversationState.OFFERED, "Gorse Hill School", (), None, (WRITER, HEAD))
    return people(visible(text), letter, conversation)


@pytest.mark.parametrize(
    ("text", "meaning"),
    ways("people-1", "people-2", "people-3", "people-4", "people-5", "people-6", "people-7", "people-8"),
)
def test_whoever_is_said_to_come_is_expected_and_nobody_else(text: str, meaning: str) -> None:
    who, _, governor = meaning.partition("|")
    found = read(text)
    named = {f"{each.name or '-'}/{each.role or '-'}" for each in found.attendees}
    assert named == {each.strip() for each in who.split(",") if each.strip()}
    assert found.governor == (governor.strip() or Governor.NOT_MENTIONED)
