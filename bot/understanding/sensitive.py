"""What must not be shown in a team's channel: a particular child, or a named adult's health or conduct.

Children in general ("our looked-after children", "pupils will show you round") are nobody in particular. A rule that
finds too much costs an adviser a look; one that finds too little shows a child, so the rules lean to the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Attendee, Conversation, Evidence, Letter, Passage, Role, Visible
from bot.reading.guarded import Watch, lowered
from bot.understanding.given_names import GIVEN_NAMES, ORDINARY_WORDS_TOO
from bot.understanding.names import is_ordinary
from bot.understanding.people_quoted import Aside, speaking_quotes
from bot.understanding.people_tables import either
from bot.understanding.people_words import within_reach
from bot.understanding.sensitive_adults import ADULT_RULES
from bot.understanding.sensitive_children import CHILDREN_RULES
from bot.understanding.sensitive_rules import Check, Rule
from bot.understanding.sensitive_words import (
    ADULTS,
    BEFORE_AN_ADULT,
    BY_YEAR,
    CLAUSE_BEGINS,
    NAME,
    TO_AN_ADULT,
    TOUR,
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    rule: str


def sensitive(
    visible: Visible,
    letter: Letter,
    conversation: Conversation,
    attendees: tuple[Attendee, ...],
    asides: tuple[Aside, ...] | None = None,
) -> tuple[Evidence, ...]:
    """The words about a particular child, or about a named adult's health or conduct; empty where there are none.

    `asides` as for `people`. Takes time linear in the length of the newly written words.
    """
    quoted = speaking_quotes(visible, letter) if asides is None else asides
    passages = tuple(within_reach((*visible.passages, *(aside.passage for aside in quoted))))
    adults = _adults(conversation, attendees, letter)
    found = [hit for passage in passages for hit in _in(passage, adults)]
    found.extend(_named_pupils(passages, attendees))
    distinct = {(hit.start, hit.end): hit for hit in reversed(found)}
    return tuple(
        Evidence("sensitive", hit.rule, letter.text[hit.start : hit.end], hit.start, hit.end, hit.rule)
        for hit in sorted(distinct.values(), key=lambda hit: hit.start)
    )


def _adults(conversation: Conversation, attendees: tuple[Attendee, ...], letter: Letter) -> frozenset[str]:
    """The lower-case words of the names of people who are known to be grown up."""
    names = [contact.name for contact in conversation.contacts] + [letter.sender.name]
    names.extend(
        each.name
        for each in attendees
        if each.name and each.role is not Role.PUPIL and (each.role is not None or len(each.name.split()) > 1)
    )
    return frozenset(word.strip(".,'’").lower() for name in names for word in name.split())


def _in(passage: Passage, adults: frozenset[str]) -> Iterator[_Found]:
    rules = _worth_trying(passage.text)
    by_year = _names_year(passage.text.lower())
    if not rules and not by_year:
        return
    names = any(_may_be_childs_name(name.lower(), adults) for name in _NAMES.findall(passage.text))
    for rule in rules:
        if names or not rule.of_a_name:
            yield from _first(rule, passage, adults)
    if names and by_year:
        yield from _children_by_year(passage, adults)


def _names_year(low: str) -> bool:
    return any(map(low.__contains__, _YEAR_TRIGGERS)) and _YEAR.search(low) is not None


_NAMES = re.compile(NAME)
_YEAR = re.compile(r"y(?:ea)?r? ?\d|reception|nursery")
_YEAR_TRIGGERS = either("year|yr| y|(y|reception|nursery")


def _by_triggers(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules, those that share their triggers side by side; of rules that find the same words the first counts."""
    triggers = [rule.triggers for rule in rules]
    return tuple(sorted(rules, key=lambda rule: triggers.index(rule.triggers)))


_RULES = _by_triggers((*CHILDREN_RULES, *ADULT_RULES))
_SETS = tuple(dict.fromkeys(pieces for rule in _RULES for pieces in (rule.triggers, rule.also) if pieces))
_WATCH = Watch(_SETS)
_NEEDED = tuple(frozenset(_SETS.index(pieces) for pieces in (rule.triggers, rule.also) if pieces) for rule in _RULES)
"""For each rule the places of the sets of which a piece must stand in a text."""
_BY_SET = tuple(
    tuple(at for at, rule in enumerate(_RULES) if pieces == (rule.also or rule.triggers)) for pieces in _SETS
)
"""For each set the places of the rules that need it, those with two sets by the rarer."""


def _worth_trying(text: str) -> list[Rule]:
    """The rules of which a trigger stands in a text, and what else their patterns need; in order."""
    held = _WATCH.found_in(lowered(text))
    places = [at for place in held for at in _BY_SET[place] if _NEEDED[at].issubset(held)]
    rules = [_RULES[at] for at in sorted(places)]
    return [rule for rule in rules if rule.sign is None or rule.sign.search(text) is not None]


def _first(rule: Rule, passage: Passage, adults: frozenset[str]) -> Iterator[_Found]:
    for match in rule.pattern.finditer(passage.text):
        if rule.check is Check.NAME and not _may_be_child(passage.text, match, adults):
            continue
        childs = rule.check in {Check.CHILDS_NAME, Check.CHILD_AS_SUBJECT}
        if childs and not _is_childs(passage.text, match, adults):
            continue
        if rule.check is Check.CHILD_AS_SUBJECT and not CLAUSE_BEGINS.search(passage.text, 0, match.start()):
            continue
        if rule.check is Check.NOT_ADULTS and _speaks_of_adults(passage.text, match.start(), adults):
            continue
        if rule.check is Check.TOUR and TOUR.match(passage.text, match.end()):
            continue
        yield _Found(passage.start + match.start(), passage.start + match.end(), rule.name)
        return


def _speaks_of_adults(text: str, at: int, adults: frozenset[str]) -> bool:
    """Whether the words before `at` in the same or the last sentence name a grown-up."""
    before = text[max(0, at - 120) : at].lower()
    return ADULTS.search(before) is not None or not adults.isdisjoint(re.findall(r"[\w'-]+", before))


def _may_be_childs_name(name: str, adults: frozenset[str]) -> bool:
    return name not in adults and (name in GIVEN_NAMES or not is_ordinary(name))


def _may_be_child(text: str, match: re.Match[str], adults: frozenset[str]) -> bool:
    """Whether the name in a match is neither a known adult's, nor titled, nor an ordinary word."""
    if not _may_be_childs_name(match[1].lower(), adults):
        return False
    return BEFORE_AN_ADULT.search(text[max(0, match.start(1) - 24) : match.start(1)].lower()) is None


def _is_childs(text: str, match: re.Match[str], adults: frozenset[str]) -> bool:
    """Whether a name that may be a child's is known to be a given name."""
    name = match[1].lower()
    given = name in GIVEN_NAMES or name.partition("-")[0] in GIVEN_NAMES
    if not given or is_ordinary(name) or (match[1][0].islower() and name in ORDINARY_WORDS_TOO):
        return False
    spoken_to = TO_AN_ADULT.search(text, max(0, match.start(1) - 12), match.start(1))
    return spoken_to is None and _may_be_child(text, match, adults)


def _children_by_year(passage: Passage, adults: frozenset[str]) -> Iterator[_Found]:
    """A given name with a school year and nobody's title or role: "Kayden in Y6"."""
    for match in BY_YEAR.finditer(passage.text):
        month = match[1].lower() in _MONTHS and "," in match[0]
        if match[1].lower() in GIVEN_NAMES and not month and _may_be_child(passage.text, match, adults):
            yield _Found(passage.start + match.start(), passage.start + match.end(), "a child's name and year")
            return


_MONTHS = frozenset({"april", "may", "june", "august"})


def _named_pupils(passages: tuple[Passage, ...], attendees: tuple[Attendee, ...]) -> Iterator[_Found]:
    for attendee in attendees:
        if attendee.role is Role.PUPIL and attendee.name:
            places = ((passage, passage.text.find(attendee.name)) for passage in passages)
            place = next(((passage, at) for passage, at in places if at >= 0), None)
            if place is not None:
                start = place[0].start + place[1]
                yield _Found(start, start + len(attendee.name), "a pupil by name")
