"""What makes the look for people quick may hide nobody: whatever a pattern finds holds one of its pieces."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.reading.guarded import Watch, lowered
from bot.understanding.governor import NONE_CAN, SOMEONE_COMES
from bot.understanding.people_doors import OPENS_DOORS
from bot.understanding.people_governing import AGREED, NAMED
from bot.understanding.people_myself import TURNS_OF_PHRASE
from bot.understanding.people_second_look import BEFORE, BEHIND


@pytest.mark.parametrize("place", range(len(TURNS_OF_PHRASE)))
def test_no_turn_of_phrase_for_the_writer_is_passed_over(place: int) -> None:
    pattern, pieces = TURNS_OF_PHRASE[place].pattern, TURNS_OF_PHRASE[place].pieces

    @settings(max_examples=30, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def holds(text: str) -> None:
        low = text.lower()
        assert pattern.search(low) is None or Watch([pieces]).found_in(f"{low}\n"), low

    holds()


@pytest.mark.parametrize("place", range(len(SOMEONE_COMES)))
def test_no_promise_of_a_governor_is_passed_over(place: int) -> None:
    pattern, pieces = SOMEONE_COMES[place].pattern, SOMEONE_COMES[place].pieces

    @settings(max_examples=30, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def holds(text: str) -> None:
        low = text.lower()
        assert pattern.search(low) is None or Watch([pieces]).found_in(low), low

    holds()


@pytest.mark.parametrize("place", range(len(BEHIND)))
def test_nothing_said_behind_a_person_is_passed_over(place: int) -> None:
    pattern, pieces = BEHIND[place][1].pattern, BEHIND[place][1].pieces

    @settings(max_examples=30, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def holds(text: str) -> None:
        same_sentence = re.split("[.;!?]", text)[0]
        assert pattern.match(text) is None or Watch([pieces]).found_in(lowered(same_sentence)), text

    holds()


LOOKED_FOR = {
    f"{table} {place}": each
    for table, told in (
        ("none can", NONE_CAN),
        ("named", NAMED),
        ("agreed", AGREED),
        ("before", [said for _, said in BEFORE]),
    )
    for place, each in enumerate(told)
}


@pytest.mark.parametrize("name", LOOKED_FOR)
def test_no_word_of_a_governor_or_before_a_person_is_passed_over(name: str) -> None:
    pattern, pieces = LOOKED_FOR[name].pattern, LOOKED_FOR[name].pieces

    @settings(max_examples=30, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def holds(text: str) -> None:
        low = lowered(text)
        assert pattern.search(text) is None or any(piece in low for piece in pieces), text

    holds()


@pytest.mark.parametrize("place", range(len(OPENS_DOORS)))
def test_nobody_at_the_gate_is_passed_over(place: int) -> None:
    pattern, pieces = OPENS_DOORS[place].pattern, OPENS_DOORS[place].pieces

    @settings(max_examples=30, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def holds(text: str) -> None:
        same_sentence = re.split("[.;!?\n]", text)[0]
        assert pattern.match(text) is None or Watch([pieces]).found_in(lowered(same_sentence)), text

    holds()
