"""What must still be ruled out where a pattern about a child has matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from bot.understanding.given_names import GIVEN_NAMES, ORDINARY_WORDS_TOO
from bot.understanding.given_names_of_children import CHILDRENS_NAMES, YOUNG_NAMES
from bot.understanding.names import is_ordinary
from bot.understanding.sensitive_life import AT_WORK
from bot.understanding.sensitive_rules import Check, Named
from bot.understanding.sensitive_words import (
    ABBREVIATIONS,
    ADULTS,
    BEFORE_AN_ADULT,
    CLAUSE_BEGINS,
    TO_AN_ADULT,
    TOUR,
)

_ABBREVIATION = re.compile(ABBREVIATIONS)


def _named_in(match: re.Match[str]) -> int:
    """The group that holds the name; 0 for none."""
    return next((at for at in range(1, match.re.groups + 1) if match[at]), 0)


def _are_initials(match: re.Match[str], adults: frozenset[str]) -> bool:
    """Whether the capitals in a match are neither a known adult's nor an abbreviation of schools."""
    capitals = match[_named_in(match)]
    return capitals.lower() not in adults and _ABBREVIATION.fullmatch(capitals) is None


_ASKED_FOR = re.compile(
    r"\b(?:meet|meeting|greet|see|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)|hear from|"
    r"chat(?:ting)? (?:to|with)|invite|"
    r"bring|include|choose|pick|nominate|ask|select|if|when|how|whenever|from|would|could|can|should|by|like|concerned "
    r"about|worried about|as|than|every time|for)(?: you)? $",
    re.IGNORECASE,
)
"""What stands before a child whom nobody has in mind yet."""


def _is_asked_for(text: str, match: re.Match[str]) -> bool:
    """Whether somebody is to meet, choose or bring the child of a match, or the child shows visitors round."""
    low = match[0].lower()
    if (
        low.startswith(("a ", "one "))
        and not low.startswith(_IN_MIND)
        and _ASKED_FOR.search(text, max(0, match.start() - 24), match.start())
    ):
        return True
    return TOUR.match(text, match.end()) is not None and _MIND.match(text, match.end()) is None


_IN_MIND = ("one particular", "one certain", "one specific", "a particular", "a certain", "a specific")
_MIND = re.compile(
    r",? (?:(?:in|from|at|of) (?:[\w'’-]+ ){1,3}?)?(?:(?:who|whom|that|which) )?(?:I|we|you and I|you)\b"
)
"""What follows a child whom the writer has in mind: "a pupil I need to speak to you about"."""

_SENTENCE_BEGINS = re.compile(r"[.!?;\n](?=\s)")
_SPOKEN_TO = re.compile(r"\s*(?:[-–—,:@]|$)")


def rarest_name(names: Iterable[str], adults: frozenset[str]) -> Named:
    """How rare the rarest of some lower-case names is that may be a child's, as a whole or before its hyphen."""
    rarest = Named.NOBODY
    for name in names:
        if _may_be_childs_name(name, adults) or ("-" in name and _may_be_childs_name(name.partition("-")[0], adults)):
            rarest = max(rarest, _rarity(name))
    return rarest


def _rarity(name: str) -> Named:
    if _may_be_young(name):
        return Named.YOUNG
    return Named.GIVEN if is_given(name) or is_given(name.partition("-")[0]) else Named.SOMEBODY


def _may_be_young(name: str) -> bool:
    """Whether a lower-case name, or what stands before its hyphen, is one that few grown-ups have."""
    return name in YOUNG_NAMES or name.partition("-")[0] in YOUNG_NAMES


def _is_young(text: str, match: re.Match[str], adults: frozenset[str]) -> bool:
    """Whether a name is one that few grown-ups have, and nobody in its sentence is at work or spoken to."""
    if not _may_be_young(match[1].lower()):
        return False
    before = max(0, match.start() - 400)
    start = max((mark.end() for mark in _SENTENCE_BEGINS.finditer(text, before, match.start())), default=before)
    end = _SENTENCE_BEGINS.search(text, match.end())
    sentence = text[start : end.start() if end else len(text)]
    at = match.start() - start
    alone = not sentence[:at].strip() and _SPOKEN_TO.match(sentence, at + len(match[0])) is not None
    return not alone and AT_WORK.search(sentence) is None and _is_childs(text, match, adults)


def _is_of_a_childs_life(text: str, match: re.Match[str], adults: frozenset[str]) -> bool:
    """Whether the name in a match is a child's, and nobody in the match is at work."""
    if AT_WORK.search(match[0]) is not None:
        return False
    group = _named_in(match)
    return group == 0 or _is_childs(text, match, adults, group)


def _speaks_of_adults(text: str, at: int, adults: frozenset[str]) -> bool:
    """Whether the words before `at` in the same or the last sentence name a grown-up."""
    before = text[max(0, at - 120) : at].lower()
    return ADULTS.search(before) is not None or not adults.isdisjoint(re.findall(r"[\w'-]+", before))


def _may_be_childs_name(name: str, adults: frozenset[str]) -> bool:
    """Whether a lower-case word is no known adult's name, and mail does not use it for other things than people."""
    return name not in adults and (is_given(name) or not is_ordinary(name))


def may_be_child(text: str, match: re.Match[str], adults: frozenset[str], group: int = 1) -> bool:
    """Whether the name in a match is neither a known adult's, nor titled, nor an ordinary word."""
    if not _may_be_childs_name(match[group].lower(), adults):
        return False
    return BEFORE_AN_ADULT.search(text[max(0, match.start(group) - 24) : match.start(group)].lower()) is None


def is_given(name: str) -> bool:
    """Whether a lower-case word is a given name, a grown-up's or a child's."""
    return name in GIVEN_NAMES or name in CHILDRENS_NAMES


def _is_childs(text: str, match: re.Match[str], adults: frozenset[str], group: int = 1) -> bool:
    """Whether a name that may be a child's is known to be a given name."""
    name = match[group].lower()
    given = is_given(name) or is_given(name.partition("-")[0])
    if not given or is_ordinary(name) or (match[group][0].islower() and name in ORDINARY_WORDS_TOO):
        return False
    spoken_to = TO_AN_ADULT.search(text, max(0, match.start(group) - 12), match.start(group))
    return spoken_to is None and may_be_child(text, match, adults, group)


def _begins_a_clause(text: str, match: re.Match[str], adults: frozenset[str]) -> bool:
    return _is_childs(text, match, adults) and CLAUSE_BEGINS.search(text, 0, match.start()) is not None


_CHECKS: Mapping[Check, Callable[[str, re.Match[str], frozenset[str]], bool]] = {
    Check.NAME: may_be_child,
    Check.CHILDS_NAME: _is_childs,
    Check.CHILD_AS_SUBJECT: _begins_a_clause,
    Check.NOT_ADULTS: lambda text, match, adults: not _speaks_of_adults(text, match.start(), adults),
    Check.TOUR: lambda text, match, _: TOUR.match(text, match.end()) is None,
    Check.ONE_CHILD: lambda text, match, _: not _is_asked_for(text, match),
    Check.YOUNG: _is_young,
    Check.LIFE: _is_of_a_childs_life,
    Check.INITIALS: lambda _, match, adults: _are_initials(match, adults),
}


def holds(check: Check, text: str, match: re.Match[str], adults: frozenset[str]) -> bool:
    """Whether a match in a text means what its rule says, given the lower-case words of grown-ups' names."""
    asked = _CHECKS.get(check)
    return asked is None or asked(text, match, adults)
