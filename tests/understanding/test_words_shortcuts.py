"""Words are cut the short way where that is safe; cut differently, they would change what a school is taken to say."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from bot.understanding.clauses import sentences
from bot.understanding.phrases import PhraseTable
from bot.understanding.words import Sort, words_of

SIGNS = "aAiImMpP.,;:!?) (\n\t'’-/129@0wtTsSKİıſßé²_~…"


@given(st.text(alphabet=SIGNS, max_size=40), st.integers(0, 500))
@example("www. x", 0)
@example("ok. Yes! (am)", 3)
def test_every_word_stands_in_the_letter_where_it_says(text: str, offset: int) -> None:
    words = words_of(text, offset)
    for word in words:
        assert word.raw == text[word.start - offset : word.end - offset]
    assert all(before.end <= after.start for before, after in pairwise(words))


@given(st.text(alphabet=SIGNS, max_size=40).filter(lambda text: "@" not in text and "www." not in text.lower()))
def test_a_mark_behind_a_word_is_cut_like_a_mark_that_stands_apart(text: str) -> None:
    """Letters with a mark behind take the short way; the same words with a space between must be the same words."""
    for word in words_of(text):
        for mark in ",;!?":
            if word.sort is Sort.WORD and word.raw.isalpha():
                closed = [(each.text, each.sort) for each in words_of(f"{word.raw}{mark}")]
                apart = [(each.text, each.sort) for each in words_of(f"{word.raw} {mark}")]
                assert closed == apart


def test_the_beginning_of_an_address_is_no_word() -> None:
    assert [word.sort for word in words_of("see www. or www.oak.example")] == [
        Sort.WORD, Sort.ADDRESS, Sort.WORD, Sort.ADDRESS,
    ]  # fmt: skip


def test_i_am_is_no_morning() -> None:
    assert [word.text for word in words_of("I am free am")] == ["i", "am", "free", "morning"]


def test_a_run_of_letters_longer_than_any_word_is_not_read() -> None:
    assert [word.sort for word in words_of("x" * 80 + " " + "x" * 81 + " " + "x" * 80 + ".")] == [
        Sort.WORD, Sort.ADDRESS, Sort.ADDRESS,
    ]  # fmt: skip


def test_sentences_end_at_marks_and_not_at_short_forms() -> None:
    words = words_of("Mr. Hill can. We can't! Yes?")
    assert [mark for _, _, mark in sentences(words)] == [".", "!", "?"]


def test_a_phrase_is_found_only_where_its_first_word_stands() -> None:
    table = PhraseTable({"none": "none of (these|those)", "any": "any _ day"})
    assert table.at(["none", "of", "those"], 0, 3) == ("none", 3)
    assert table.at(["any", "school", "day"], 0, 3) == ("any", 3)
    assert table.at(["of", "those"], 0, 2) is None


def test_a_phrase_is_found_from_each_word_it_may_begin_with_and_the_first_name_stays() -> None:
    table = PhraseTable({"kind": "very? (so|as well) good", "other": "as well good ; so good ; well"})
    assert table.firsts == {"very", "so", "as", "well"}
    for text in ("very so good", "very as well good", "so good", "as well good"):
        words = text.split()
        assert table.at(words, 0, len(words)) == ("kind", len(words)), text
    assert table.at(["well", "good"], 0, 2) == ("other", 1)
