"""Rules of dates are tried only where their first words stand; a word left out of a table would hide what it begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from bot.school_days import usual_school_year
from bot.understanding import relative, school_year, weeks
from bot.understanding.ground import Ground
from bot.understanding.places import Place
from bot.understanding.words import Sort, words_of

GROUND = Ground(dt.date(2027, 1, 13), usual_school_year(2026))
ANCHOR = dt.date(2027, 2, 9)
FIRSTS = {*relative.RULES, *school_year.RULES, *weeks.RULES}
BEHIND = "half term after before coming holiday monday time back day good early whit spring 3rd 12 2 . , ' to of and"
WORDS = st.lists(st.sampled_from(sorted({*FIRSTS, *BEHIND.split()})), min_size=1, max_size=6)


def unnamed(rules: dict[str, tuple], word: str) -> Iterator:
    """The rules that the table does not try at this word."""
    return (rule for rule in {each for tried in rules.values() for each in tried} if rule not in rules.get(word, ()))


@given(WORDS)
def test_no_rule_reads_what_begins_with_a_word_that_its_table_leaves_out(texts: list[str]) -> None:
    words = words_of(" ".join(texts))
    for at, word in enumerate(words):
        for rule in unnamed(school_year.RULES, word.text):
            assert rule(words, at, GROUND) is None, rule.__name__
        if word.sort is not Sort.WORD:
            continue
        for rule in unnamed(relative.RULES, word.text):
            assert rule(words, at, GROUND, ANCHOR) is None, rule.__name__
        for rule in unnamed(weeks.RULES, word.text):
            assert rule(Place(words, at, GROUND, ANCHOR)) is None, rule.__name__
