"""Which role a school's words mean: the wrong one sends the wrong questions to the wrong person."""

from __future__ import annotations

import pytest

from bot.model import Passage, Role
from bot.understanding.people_tokens import tokens_of
from bot.understanding.roles import PRECEDENCE, most_telling, role_at


def role_of(words: str) -> Role | None:
    tokens = tokens_of((Passage(words, 0),))
    span = role_at(tokens, 0, len(tokens))
    return span.role if span is not None and span.last == len(tokens) else None


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Chair of Governors", Role.GOVERNOR),
        ("CoG", Role.GOVERNOR),
        ("vice chair", Role.GOVERNOR),
        ("Chair of the Trust Board's local governing committee", Role.GOVERNOR),
        ("chair of the management committee", Role.GOVERNOR),
        ("trustee", Role.GOVERNOR),
        ("DT", Role.DESIGNATED_TEACHER),
        ("LAC lead", Role.DESIGNATED_TEACHER),
        ("Executive Headteacher", Role.HEADTEACHER),
        ("HT", Role.HEADTEACHER),
        ("head of school", Role.HEADTEACHER),
        ("VP", Role.DEPUTY_HEAD),
        ("DHT", Role.DEPUTY_HEAD),
        ("SENDCo", Role.SENCO),
        ("DDSL", Role.SAFEGUARDING_LEAD),
        ("HoY", Role.PASTORAL),
        ("family support worker", Role.PASTORAL),
        ("ELSA", Role.PASTORAL),
        ("learning mentor", Role.PASTORAL),
        ("PP lead", Role.PUPIL_PREMIUM_LEAD),
        ("EWO", Role.ATTENDANCE),
        ("education welfare officer", Role.ATTENDANCE),
        ("SBM", Role.BUSINESS_MANAGER),
        ("form tutor", Role.CLASS_TEACHER),
        ("HLTA", Role.TEACHING_ASSISTANT),
        ("AHT", Role.OTHER),
        ("assistant headteacher", Role.OTHER),
        ("head of english", Role.OTHER),
        ("students", Role.PUPIL),
    ],
)
def test_a_schools_short_forms_and_titles_are_known(words: str, role: Role) -> None:
    assert role_of(words) is role


@pytest.mark.parametrize("words", ["chair of the PTA", "headache", "governance matters today", "Monday"])
def test_words_that_only_look_like_a_role_are_none(words: str) -> None:
    assert role_of(words) is None


def test_of_two_roles_the_governors_comes_first_and_then_the_designated_teachers() -> None:
    assert most_telling([Role.DESIGNATED_TEACHER, Role.GOVERNOR]) is Role.GOVERNOR
    assert most_telling([Role.HEADTEACHER, Role.DESIGNATED_TEACHER]) is Role.DESIGNATED_TEACHER
    assert most_telling([Role.OTHER, Role.SENCO]) is Role.SENCO
    assert most_telling([]) is None


def test_every_role_has_its_place_in_the_order() -> None:
    assert sorted(PRECEDENCE) == sorted(Role)
