"""What makes the look for a child quick may hide none: whatever a rule finds holds the words and shape it asks for."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.reading.guarded import lowered
from bot.understanding import sensitive_words as words
from bot.understanding.sensitive_adults import ADULT_RULES
from bot.understanding.sensitive_children import CHILDREN_RULES
from bot.understanding.sensitive_rules import Rule

TABLES = {
    "event": (words.EVENT, words.EVENTS),
    "child's event": (words.CHILD_EVENT, words.CHILD_EVENTS),
    "state": (words.STATE, words.STATES),
    "kin": (words.KIN, words.KINSFOLK),
}
SIGNED = [
    rule
    for rule in (*CHILDREN_RULES, *ADULT_RULES)
    if rule.sign is not None and not rule.pattern.pattern.endswith("[ \\t]*$)")  # which forbids too much to be made up
]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_pieces_has_one_in_all_that_its_pattern_finds(name: str) -> None:
    pattern, pieces = TABLES[name]

    @settings(max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(pattern, re.IGNORECASE), fullmatch=True))
    def holds(text: str) -> None:
        assert any(piece in lowered(text) for piece in pieces), text

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
