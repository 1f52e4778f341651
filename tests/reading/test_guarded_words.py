"""What makes reading quick may change no answer: a guard that misses a word would let a disclaimer speak."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model import Address, Letter
from bot.reading import failure_words, left_posts, machine_words, quotes, signature_words
from bot.reading.automatic import kind_of, why_automatic
from bot.reading.guarded import Guarded, OfWords, Watch, lowered
from bot.reading.lines import split
from bot.reading.visible import visible

GUARDS: dict[str, Guarded | OfWords] = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (failure_words, machine_words, quotes, signature_words)
    for name, value in vars(module).items()
    if isinstance(value, Guarded | OfWords)
} | {
    **{f"pair {n}": pair.first for n, pair in enumerate(machine_words.PAIRS)},
    **{f"newsletter {n}": each for n, each in enumerate(machine_words.NEWSLETTER)},
    "gone": Guarded(re.compile(left_posts.GONE, re.IGNORECASE), left_posts.GONE_PIECES),
}


def _alternatives(pattern: str) -> list[str]:
    """The pattern's alternatives at its outermost level."""
    found, depth, start, place = [], 0, 0, 0
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif sign == "[":
            place = pattern.index("]", place + 2)
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*found, pattern[start:]]


CASES = [(name, alternative) for name, guard in GUARDS.items() for alternative in _alternatives(guard.pattern.pattern)]


def test_every_table_of_words_is_among_those_tried() -> None:
    assert len(GUARDS) >= 20
    assert len(CASES) > 100


@pytest.mark.parametrize(("name", "alternative"), CASES, ids=lambda value: value[:40])
def test_no_guard_hides_what_its_pattern_would_find(name: str, alternative: str) -> None:
    guard = GUARDS[name]

    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(alternative, guard.pattern.flags)))
    def holds(text: str) -> None:
        assert guard.pattern.search(text) is None or guard.may_be_in(lowered(text)), text

    holds()


@pytest.mark.parametrize("text", ["CONFİDENTIAL", "confıdential", "confidentıal", "ConﬁdentIal confidential"])
def test_a_dotless_or_dotted_i_hides_no_disclaimer(text: str) -> None:
    guard = signature_words.OFTEN_DISCLAIMER
    assert (guard.search(text) is None) == (guard.pattern.search(text) is None)


@given(
    st.lists(st.lists(st.sampled_from(["a", "ab", " b", "a b", "b a ", "ba"]), max_size=3), max_size=4),
    st.text(alphabet="ab \n", max_size=12),
)
def test_a_watch_finds_every_set_of_which_a_piece_is_there(sets: list[list[str]], text: str) -> None:
    expected = [place for place, pieces in enumerate(sets) if any(piece in text for piece in pieces)]
    assert Watch(sets).found_in(text) == expected


@given(st.text(alphabet="ab >\n\r\u200b\xa0é", max_size=60), st.integers(1, 12))
def test_lines_are_parted_alike_whatever_their_breaks(text: str, most: int) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    expected = plain.split("\n")[:-1] if plain.endswith("\n") or not plain else plain.split("\n")
    lines = split(text, most)
    assert [text[line.start : line.end] for line in lines] == expected[:most]
    assert [line.body for line in lines] == [line.body for line in split(plain, most)]


@pytest.mark.parametrize(
    "text",
    [
        "Option 2 please.\n\nThis is an automatic reply.",
        "I am away.\n\nOn Tuesday, Ann wrote:\n> this is an automatic reply",
        "",
    ],
)
def test_who_talks_is_the_same_whether_the_visible_words_are_known_or_not(text: str) -> None:
    letter = Letter("<1@oak.example>", Address("Jo", "jo@oak.example"), "Re: Visit", text)
    assert kind_of(letter, visible(text)) is kind_of(letter)
    assert why_automatic(letter, visible(text)) == why_automatic(letter)
