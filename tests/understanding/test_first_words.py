"""Rules of dates are tried only where their first words stand; a word left out of a table would hide what it begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import product

import pytest

from bot.school_days import academic_year, usual_school_year
from bot.understanding import relative, school_year, spans, weeks
from bot.understanding.ground import Ground
from bot.understanding.phrases import one_of
from bot.understanding.places import Place
from bot.understanding.words import Word, words_of

Rule = Callable[..., object]

TODAY = dt.date(2027, 1, 13)
GROUND = Ground(TODAY, usual_school_year(academic_year(TODAY)))
ANCHOR = dt.date(2027, 2, 9)
OTHERS = one_of("good early late whit rest no not we the holidays hols break vacation mid end may i back")
FIRSTS = sorted({*relative.RULES, *school_year.RULES, *spans.NAMED, *weeks.RULES, *OTHERS})
BEHIND = sorted(one_of("half term after before coming holiday tuesday time back day weeks march one of"))


def untried(rules: Mapping[str, tuple[Rule, ...]], word: str) -> Iterator[Rule]:
    """The rules that the table does not try at this word."""
    return (rule for rule in {each for tried in rules.values() for each in tried} if rule not in rules.get(word, ()))


def read_by(word: str, words: list[Word]) -> list[str]:
    """The rules that read the words though their tables do not try them at the first."""
    found = [rule for rule in untried(school_year.RULES, word) if rule(words, 0, GROUND)]
    found += [rule for rule in untried(relative.RULES, word) if rule(words, 0, GROUND, ANCHOR)]
    place = Place(words, 0, GROUND, ANCHOR)
    found += [rule for table in (weeks.RULES, spans.NAMED) for rule in untried(table, word) if rule(place)]
    return [rule.__name__ for rule in found]


@pytest.mark.parametrize("word", FIRSTS)
def test_no_rule_reads_what_begins_with_a_word_that_its_table_leaves_out(word: str) -> None:
    texts = (f"{word} {' '.join(behind)}" for behind in product(BEHIND, repeat=2))
    assert {text: found for text in texts if (found := read_by(word, words_of(text)))} == {}
