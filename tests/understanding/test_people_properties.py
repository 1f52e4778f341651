"""What holds for every letter: words stand where the evidence says, nothing breaks, nothing grows out of hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Address, Contact, Conversation, ConversationState, Evidence, Letter, Passage, Role, Visible
from bot.reading.visible import visible
from bot.understanding.people import people
from bot.understanding.sensitive import sensitive
from tests.no_hang import no_hang

CONVERSATION = Conversation(
    "VS-0001",
    ConversationState.OFFERED,
    "Elmfold Primary",
    (),
    None,
    (Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@elmfold.example"),),
)
PIECES = st.sampled_from(
    [
        "Tom Askew",
        "governor",
        "our",
        "SENCO",
        ",",
        "(",
        ")",
        ":",
        "-",
        "\n",
        "\n\n",
        "and",
        "me",
        "I",
        "will",
        "be",
        "there",
        "can't",
        "not",
        "instead of",
        "Mrs",
        "Jane",
        "who is",
        "the",
        "head",
        "\n    governors",
        "one of",
        "Year 6",
        "pupils",
        "he",
        "she",
        "if",
        "with",
        "joined by",
        "Attending",
        ".",
        "?",
        "t.askew@elmfold.example",
        "J. R.",
        "O'Neil",
        "’s",
        "'ll",
        "*",
        ">",
        "\n    ",
        "tbc",
        "has left",
        "please contact",
        "de la",
        "SEN",
        "TA",
        "ta",
        "HT",
        "+",
        "&",
        "/",
        "\t",
        "",
        "placement",
        "L.B.",
        "his",
    ]
)


def both(text: str, seen: Visible) -> tuple[Evidence, ...]:
    letter = Letter("<1@elmfold.example>", Address("Priya Nair", "p.nair@elmfold.example"), "", text)
    found = people(seen, letter, CONVERSATION)
    return (*found.evidence, *sensitive(seen, letter, CONVERSATION, found.attendees))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_every_finding_shows_its_words_where_they_stand(text: str) -> None:
    for each in both(text, visible(text)):
        assert text[each.start : each.end] == each.words
        assert each.words.strip()
        assert each.rule


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_letter_breaks_the_reader(text: str) -> None:
    seen = Visible((Passage(text, 0),), (), (), forwarded=False)
    assert all(text[each.start : each.end] == each.words for each in both(text, seen))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_the_same_letter_is_always_read_the_same(text: str) -> None:
    assert both(text, visible(text)) == both(text, visible(text))


@pytest.mark.parametrize(
    "text",
    [
        ", ".join(f"Tom{n} Askew" for n in range(10_000)),
        "Attending:\n" + "\n".join(f"Ada Fox{n}, governor" for n in range(10_000)),
        "me and " * 100_000,
        "our governor " * 60_000,
        "(" * 500_000,
        "he " * 300_000,
        "one of our very very very very children " * 20_000,
        "A.B." * 200_000,
        "a.b+c-" * 150_000,
        "his " * 250_000,
        "Tom's " * 150_000,
        "no governor " * 80_000,
        "From: Tom Askew\n" * 50_000,
        " " * 1_000_000,
        "\n" * 1_000_000,
        "Jo" + "n" * 1_000_000,
        "Kayden M. " * 60_000,
        "Ada is now " * 60_000,
        "one of our governors, " * 30_000,
        "Everyone (me, " * 40_000,
        "Governor found: it's " * 30_000,
        "if Ada, then " * 40_000,
        "count him in " * 40_000,
        "A. B. C. " * 60_000,
    ],
    ids=lambda text: text[:20].strip() or "blank",
)
def test_a_monstrous_letter_comes_to_an_end(text: str) -> None:
    seen = Visible((Passage(text, 0),), (), (), forwarded=False)
    with no_hang(30):
        found = both(text, seen)
    assert all(text[each.start : each.end] == each.words for each in found)
