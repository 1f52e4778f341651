"""A slot chosen in words that no table knows, or where the words stand: beside our lines, below them, dictated."""

from __future__ import annotations

import pytest

from bot.model import Action
from tests.understanding.replying import options, read

OFFER = """
From: Virtual School Visits <visits@council.example>
Sent: 11 January 2027 09:12
To: Priya Nair <p.nair@oak.example>
Subject: Virtual School visit [VS-0421]

Dear Priya,

  1. Tuesday 26 January 2027, morning{first}
  2. Thursday 28 January 2027, afternoon{second}
  3. Tuesday 2 February 2027, morning{third}

Virtual School
"""


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Bring on the twenty-eighth.", "2"),
        ("26/1 a.m. for definite.", "1"),
        ("Put Oak School in for the Thursday.", "2"),
        ("The 28th has everyone here smiling.", "2"),
    ],
)
def test_the_one_slot_named_is_chosen_however_they_put_it(text: str, option: str) -> None:
    seen = read(text)
    assert (seen.action, options(seen)) == (Action.CONFIRM, option)


@pytest.mark.parametrize(
    "text",
    [
        "We break up on the 26th.", "I'll be at our other site on the 26th.", "The 26th is my birthday.",
        "The 26th is our sports day.", "Our governor for the 26th is Ann Marsh.", "The 28th was the one we liked.",
        "The 26th - sports day.", "26th (INSET)", "How is the 26th looking?", "The 26th has been a headache so far.",
    ],
)  # fmt: skip
def test_a_day_that_something_else_happens_on_is_not_chosen(text: str) -> None:
    assert read(text).action is not Action.CONFIRM


@pytest.mark.parametrize("mark", ["   <-- this one please", "     <<<<< THIS ONE", "  ← yes", "  ** yes please"])
def test_an_arrow_beside_a_quoted_slot_chooses_it(mark: str) -> None:
    seen = read("See below.\n" + OFFER.format(first="", second=mark, third=""))
    assert (seen.action, options(seen)) == (Action.CONFIRM, "2")


def test_answers_behind_dashes_under_the_quoted_slots_are_read_slot_by_slot() -> None:
    lines = {"first": "\n  -- no, swimming", "second": "\n  -- no, INSET", "third": "\n  -- yes, that would be lovely"}
    seen = read("My answers are below.\n" + OFFER.format(**lines))
    assert (seen.action, options(seen), len(seen.ruled_out)) == (Action.CONFIRM, "3", 2)


HEAD = "From: Ann Bell\nSent: 12 January 2027 10:00\nTo: Priya Nair\nSubject: FW: Virtual School visit\n\n{words}\n"


def test_the_heads_words_passed_on_are_the_schools_answer() -> None:
    text = "Please see Ann's answer below.\n\n" + HEAD.format(words="Not the 26th. 28th please.")
    seen = read(text + OFFER.format(first="", second="", third=""))
    assert (seen.action, options(seen)) == (Action.CONFIRM, "2")


def test_two_colleagues_who_write_to_each_other_have_not_answered_us() -> None:
    other = HEAD.format(words="28th for me please.").replace("Ann Bell", "Tom Askew")
    text = "See below, over to you both!\n\n" + HEAD.format(words="26th please.") + "\n" + other
    assert read(text + OFFER.format(first="", second="", third="")).action is not Action.CONFIRM


def test_marks_that_were_dictated_are_marks() -> None:
    seen = read("Hello comma Thursday the twenty-eighth of January please full stop Thank you exclamation mark")
    assert (seen.action, options(seen)) == (Action.CONFIRM, "2")


@pytest.mark.parametrize(
    "text",
    [
        "The 26th is good but it would have to be the afternoon.",
        "We could do the 26th, only could you come in the afternoon?",
    ],
)
def test_the_other_half_of_an_offered_day_is_a_proposal(text: str) -> None:
    seen = read(text)
    assert seen.action is Action.CONSIDER
    assert [(p.date.day, p.part and p.part.value) for p in seen.proposed] == [(26, "pm")]


def test_what_is_told_of_an_offered_day_beside_another_asked_for_is_a_refusal() -> None:
    seen = read("Could we have 4 February? On the 26th the fire brigade are in with the infants.")
    assert [slot.date.day for slot in seen.ruled_out] == [26]


def test_scorn_leaves_no_slot_accepted() -> None:
    seen = read("Oh absolutely, the 26th, because another morning of forms is exactly what I was hoping for.")
    assert (seen.action, seen.accepted) == (Action.HAND_OVER, ())


@pytest.mark.parametrize(
    "more",
    [
        "If it rains bring wellies.", "Mrs Lowe isn't a morning person.", "I'm not sure what I should wear.",
        "You won't recognise the place.",
        "If you're driving, there is a pothole by the gate.", "I can't promise cake.",
    ],
)  # fmt: skip
def test_what_is_denied_doubted_or_conditional_beside_the_point_costs_no_booking(more: str) -> None:
    assert options(read(f"The 26th works for us. {more}")) == "1"


WHO = ("The head", "Our chair", "The governors", "My boss", "The trust", "Mrs Lowe", "SLT", "She", "Our gov")
SAYS = (
    "hasn't agreed it", "isn't sure", "wants to think about it", "would rather wait", "has to see it first", "says no",
    "doesn't like it", "might veto it", "is still deciding", "prefers the afternoon", "needs persuading", "has doubts",
    "may overrule me", "has the last word", "has other ideas", "needs to sign it off", "hasn't replied",
    "is against it", "has yet to reply", "will decide tonight", "isn't happy about it", "is thinking it over",
    "wants another date",
    "will have to be asked", "would need convincing", "is not in favour", "has to give permission", "is undecided",
)  # fmt: skip


@pytest.mark.parametrize("says", SAYS)
def test_whoever_has_a_say_in_the_matter_is_heard(says: str) -> None:
    booked = [who for who in WHO if read(f"The 26th works for us. {who} {says}.").action is Action.CONFIRM]
    assert booked == []


@pytest.mark.parametrize(
    "more",
    [
        "If the head agrees.", "If we can get cover I'll confirm.", "We can't confirm it.", "The head isn't sure.",
        "Whether the hall is free I don't know.", "The governors haven't agreed.", "Perhaps it can happen.",
        "Once the trust has approved it.", "Nobody has authorised this.", "We may not be available then.",
    ],
)  # fmt: skip
def test_what_is_denied_doubted_or_conditional_about_the_visit_always_does(more: str) -> None:
    assert read(f"The 26th works for us. {more}").action is not Action.CONFIRM
