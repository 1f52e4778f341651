"""What holds for every reply, however odd: nothing raises, words stand where they are said to, nothing is made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Action, Kind, Understanding
from bot.understanding.reply import understand
from tests.no_hang import no_hang
from tests.understanding.replying import AGREED, CALENDAR, NOW, OFFERED, conversation, letter, read

WORDS = (
    "yes no not can't fine either both none of these option 1 2 3 26th 28th January Feb 2/2 26/01/27 Tuesday "
    "thurs am pm afternoon if but except maybe please w/c 8 March after half-term before Easter governor head "
    "Mrs Patel I'll check and let you know , . ? ! - ( ) : ; ✓ ✗ ~~ [x] > On wrote: it that others the one in "
    "of to 9.30 11 till 2 next week instead any all cancel report agreed change Teams 2nd first last the "
    "latter June July may sat mon "
)
PIECES = st.sampled_from(WORDS.split())
STATES = st.sampled_from(["offered", "agreed", "report"])
OFFERED_SLOTS = {item.slot for item in OFFERED}


def holds(seen: Understanding, text: str) -> None:
    for item in seen.evidence:
        assert text[item.start : item.end] == item.words, item
    assert set(seen.ruled_out) <= OFFERED_SLOTS
    assert set(seen.accepted) <= OFFERED_SLOTS
    assert (seen.reason is not None) == (seen.action is Action.HAND_OVER)
    assert seen.rule
    assert seen.kind is not Kind.REPLY or any(item.about == "action" for item in seen.evidence)
    if seen.action is Action.CONFIRM:
        assert seen.accepted
        assert not set(seen.accepted) & set(seen.ruled_out)
        assert not seen.proposed


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.just("\n")), max_size=40), STATES)
def test_whatever_a_school_puts_together_is_read_without_breaking(pieces: list[str], state: str) -> None:
    text = " ".join(pieces)
    holds(read(text, state), text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), STATES)
def test_any_text_at_all_is_read_without_breaking(text: str, state: str) -> None:
    holds(read(text, state), text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_subject_at_all_is_read_without_breaking(subject: str, text: str) -> None:
    holds(understand(letter(text, subject), conversation(), CALENDAR, NOW), text)


@given(st.text(alphabet="İıßẞŉǰΐΰﬁﬀ26th Jan", max_size=30))
def test_letters_that_change_their_length_in_lower_case_keep_the_places_right(text: str) -> None:
    holds(read(text + " yes to 26 January"), text + " yes to 26 January")


def test_a_thousand_slots_in_one_reply_are_read_in_good_time() -> None:
    with no_hang():
        holds(read("26 January, " * 1_000 + "or not"), "26 January, " * 1_000 + "or not")


@pytest.mark.parametrize("text", ["Tom Askew, " * 10_000, "(" * 100_000, "yes " * 250_000, "\n> " * 100_000])
def test_a_megabyte_is_read_in_good_time(text: str) -> None:
    with no_hang():
        read(text)


def test_an_agreed_slot_is_the_only_one_that_an_agreed_visit_accepts() -> None:
    assert read("see you on the 26th, the 28th is fine too", "agreed").accepted == (AGREED,)


def test_a_letter_too_long_to_be_sure_of_goes_to_a_person_and_its_words_stay_out_of_the_channel() -> None:
    said = read("We had a good week. " * 1_500)
    assert (said.action, said.sensitive) == (Action.HAND_OVER, True)
