"""The labelled replies: what the reading of people must reach on letters of many writers."""

from __future__ import annotations

import json
import re
from email.utils import parseaddr
from pathlib import Path

import pytest

from bot.model import Address, Contact, Conversation, ConversationState, Kind, Letter, Role
from bot.reading.automatic import kind_of
from bot.reading.visible import visible
from bot.understanding.people import people
from bot.understanding.sensitive import sensitive

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = ("replies-dev.jsonl", "replies-dev-2.jsonl")

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the labelled replies are not beside this repository")


def letter_of(case: dict) -> Letter:
    message = case["message"]
    name, email = parseaddr(message["from"])
    headers = tuple((key.lower(), value) for key, value in message["headers"].items())
    return Letter("<1@x.example>", Address(name, email.lower()), message["subject"], message["text"], headers)


def conversation_of(case: dict) -> Conversation:
    visit = case["visit"]
    contacts = tuple(Contact(c["name"], Role(c["role"]) if c["role"] else None, c["email"]) for c in visit["contacts"])
    return Conversation(visit["reference"], ConversationState(visit["state"]), visit["school"], (), None, contacts)


def key(name: str | None, role: str | None) -> tuple[str | None, str | None]:
    return re.sub(r"[^a-z]+", " ", (name or "").lower()).strip() or None, role


@pytest.mark.parametrize("file", FILES)
def test_people_governors_and_children_are_read_as_a_careful_administrator_reads_them(file: str) -> None:
    right = extra = missed = governor = unseen = false = cases = 0
    for line in (CORPUS / file).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        letter, conversation, gold = letter_of(case), conversation_of(case), case["gold"]
        if kind_of(letter) is not Kind.REPLY:
            continue
        cases += 1
        seen = visible(letter.text)
        found = people(seen, letter, conversation)
        got = {key(each.name, each.role) for each in found.attendees}
        want = {key(each["name"], each["role"]) for each in gold["attendees"]}
        right, extra, missed = right + len(got & want), extra + len(got - want), missed + len(want - got)
        governor += found.governor == gold["governor"]
        private = bool(sensitive(seen, letter, conversation, found.attendees))
        unseen += gold["sensitive"] and not private
        false += private and not gold["sensitive"]
    assert 2 * right / (2 * right + extra + missed) >= 0.95
    assert governor / cases >= 0.98
    assert unseen == 0
    assert false <= 2
