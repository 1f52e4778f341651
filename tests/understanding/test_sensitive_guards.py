"""What makes the look for a child quick may hide none: whatever a rule finds holds the words and shape it asks for."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.reading.guarded import Watch, lowered
from bot.understanding import sensitive_words as words
from bot.understanding.sensitive_adults import ADULT_RULES
from bot.understanding.sensitive_checks import rarest_name
from bot.understanding.sensitive_children import CHILDREN_RULES
from bot.understanding.sensitive_health import HEALTH_RULES, ILLNESSES
from bot.understanding.sensitive_life import LIFE, MEETINGS
from bot.understanding.sensitive_named import NAMED_RULES
from bot.understanding.sensitive_rules import Named, Rule, any_of, seen_by
from bot.understanding.sensitive_unnamed import UNNAMED_RULES

TABLES = {
    "event": (words.EVENT, words.EVENTS),
    "child's event": (words.CHILD_EVENT, words.CHILD_EVENTS),
    "state": (words.STATE, words.STATES),
    "kin": (words.KIN, words.KINSFOLK),
    "child": (rf"\b{words.CHILD}\b", words.CHILD_WORDS),
    "children": (rf"\b{words.CHILDREN}\b", words.CHILD_WORDS),
}
RULES = (*CHILDREN_RULES, *ADULT_RULES, *NAMED_RULES, *UNNAMED_RULES, *HEALTH_RULES)
SIGNED = [
    rule
    for rule in (*CHILDREN_RULES, *ADULT_RULES, *NAMED_RULES)
    if rule.sign is not None and not rule.pattern.pattern.endswith("[ \\t]*$)")  # which forbids too much to be made up
]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_pieces_has_one_in_all_that_its_pattern_finds(name: str) -> None:
    pattern, pieces = TABLES[name]

    @settings(max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(pattern, re.IGNORECASE | re.ASCII), fullmatch=True))
    def holds(text: str) -> None:
        assert Watch([pieces]).found_in(lowered(text)), text

    holds()


@pytest.mark.parametrize("rule", SIGNED, ids=lambda rule: rule.pattern.pattern[-40:])
def test_a_rule_finds_nothing_without_its_sign(rule: Rule) -> None:
    sign = rule.sign
    assert sign is not None

    @settings(max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(rule.pattern))
    def holds(text: str) -> None:
        assert rule.pattern.search(text) is None or sign.search(text) is not None, text

    holds()


@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.cased], ids=lambda rule: rule.written[-40:])
def test_a_rule_that_heeds_no_capitals_finds_in_small_letters_what_it_finds_in_any(rule: Rule) -> None:
    assert re.search(r"(?<!\\)[A-Z]", re.sub(r"\(\?-i:[^)]*\)", "", rule.written)) is None

    @settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(rule.pattern))
    def holds(text: str) -> None:
        assert rule.pattern.search(text) is None or rule.may_find(lowered(text)), text

    holds()


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.in_a_breath], ids=lambda rule: rule.written[:40])
def test_what_a_rule_finds_in_a_breath_goes_on_over_no_full_stop(rule: Rule) -> None:
    @settings(max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(rule.pattern))
    def holds(text: str) -> None:
        match = rule.pattern.search(text)
        assert match is None or not set(match[0]) & set(".;!?\n"), text

    holds()


@pytest.mark.parametrize("name", ["Kayden", "Anna-Kayden", "Kayden-Jo"])
def test_a_childs_name_asks_for_its_rules_even_beside_a_colleagues(name: str) -> None:
    adults = frozenset({"anna", "jo"})
    assert rarest_name(["anna", name.lower()], adults) >= Named.GIVEN
    assert rarest_name(["anna", "thanks"], adults) is Named.NOBODY


SPELT = {
    "as it is": lambda phrase: phrase,
    "in capitals": str.upper,
    "with hyphens": lambda phrase: phrase.replace(" ", "-"),
    "without apostrophes": lambda phrase: phrase.replace("'", ""),
    "with curly apostrophes": lambda phrase: phrase.replace("'", "’"),
    "with endings": lambda phrase: phrase.replace("*", "ing"),
}


@pytest.mark.parametrize("spelling", SPELT)
@pytest.mark.parametrize("phrases", [LIFE, MEETINGS, ILLNESSES], ids=["life", "meetings", "illnesses"])
def test_however_a_phrase_about_a_child_is_spelt_its_rules_are_tried(phrases: str, spelling: str) -> None:
    watch = Watch([seen_by(phrases)])
    pattern = re.compile(rf"\b{any_of(phrases)}\b", re.IGNORECASE)
    for phrase in phrases.split("|"):
        text = f"Kayden ({SPELT[spelling](phrase).replace('*', '')}) again"
        assert pattern.search(text) is None or watch.found_in(lowered(text)), text


def test_a_piece_that_begins_a_word_is_not_found_within_one() -> None:
    watch = Watch([(r"\bnit",), ("nit",), (r"\bnit\b",)])
    assert watch.found_in("an opportunity") == [1]
    assert watch.found_in("(nits") == [0, 1]
    assert watch.found_in("nit's") == [0, 1, 2]
