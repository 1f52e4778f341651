"""What must not be shown in a team's channel: a particular child, or a named adult's health or conduct.

Children in general ("our looked-after children", "pupils will show you round") are nobody in particular. A rule that
finds too much costs an adviser a look; one that finds too little shows a child, so the rules lean to the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.model import Attendee, Conversation, Evidence, Letter, Passage, Role, Visible
from bot.reading.guarded import Watch, lowered
from bot.understanding.given_names import ORDINARY_WORDS_TOO
from bot.understanding.names import is_ordinary
from bot.understanding.people_quoted import Aside, speaking_quotes
from bot.understanding.people_tables import either
from bot.understanding.people_tokens import within_reach
from bot.understanding.sensitive_adults import ADULT_RULES
from bot.understanding.sensitive_checks import holds, is_given, may_be_child, rarest_name
from bot.understanding.sensitive_children import CHILDREN_RULES
from bot.understanding.sensitive_complaints import COMPLAINT_RULES
from bot.understanding.sensitive_health import HEALTH_RULES
from bot.understanding.sensitive_mentioned import MENTIONED_RULES
from bot.understanding.sensitive_named import NAMED_RULES
from bot.understanding.sensitive_pronouns import unintroduced
from bot.understanding.sensitive_rules import Named, Rule
from bot.understanding.sensitive_unnamed import UNNAMED_RULES
from bot.understanding.sensitive_words import (
    BY_YEAR,
    NAME,
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
    stranger = None if found else unintroduced(passages, adults)
    if stranger is not None:
        found.append(_Found(*stranger, "somebody whom nobody introduced"))
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
        if each.name
        and each.role is not Role.PUPIL
        and (each.role is not None or len(each.name.split()[-1].strip(".")) > 1 < len(each.name.split()))
    )
    return frozenset().union(*map(_name_words, names))


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    """The words of a name, and its initials."""
    words = [word.lower() for word in name.split()]
    return frozenset([*(word.strip(".,'’") for word in words), "".join(word[:1] for word in words)])


_SMALL = re.compile(r"(?<![\w.@-])[a-z]{3,}(?:-[a-z]+)?(?![\w@]|['’](?!s\b))")


def _with_capitals(text: str) -> str:
    """A text typed on a phone with the given names in it as they should be: "jayden" as "Jayden"."""
    stretches = text.split()
    lacking = max(map(len, stretches), default=0) > _LONGEST_KEPT or any(map(_lacks_capitals, stretches))
    return _capitalised(text) if lacking else text


_LONGEST_KEPT = 200
"""Characters of a stretch whose names are remembered."""


@lru_cache(maxsize=8192)
def _lacks_capitals(stretch: str) -> bool:
    """Whether a stretch without a blank holds a given name in small letters."""
    return _capitalised(stretch) != stretch


def _capitalised(text: str) -> str:
    return _SMALL.sub(lambda match: match[0].title() if _is_surely_a_name(match[0]) else match[0], text)


def _is_surely_a_name(low: str) -> bool:
    if low in ORDINARY_WORDS_TOO or is_ordinary(low):
        return False
    return is_given(low) or ("-" in low and is_given(low.partition("-")[0]))


def _in(told: Passage, adults: frozenset[str]) -> Iterator[_Found]:
    passage = Passage(_with_capitals(told.text), told.start)
    low = lowered(passage.text)
    tried = _worth_trying(passage.text, low)
    by_year = _names_year(low)
    if not tried and not by_year:
        return
    rarest = rarest_name([name.lower() for name in _NAMES.findall(passage.text)], adults)
    whole = [(0, len(low))]
    breaths = _breaths(low) if any(_RULES[at].in_a_breath for at in tried) else []
    for at in tried:
        rule = _RULES[at]
        if rarest >= rule.asks and rule.may_find(low):
            spans = [span for span, held in breaths if _NEEDED[at] <= held] if rule.in_a_breath else whole
            yield from _first(rule, passage, spans, adults)
    if rarest >= Named.GIVEN and by_year:
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


_RULES = _by_triggers(
    (
        *CHILDREN_RULES,
        *ADULT_RULES,
        *NAMED_RULES,
        *MENTIONED_RULES,
        *UNNAMED_RULES,
        *HEALTH_RULES,
        *COMPLAINT_RULES,
    )
)
_SETS = tuple(dict.fromkeys(pieces for rule in _RULES for pieces in (rule.triggers, rule.also) if pieces))
_WATCH = Watch(_SETS)
_NEEDED = tuple(frozenset(_SETS.index(pieces) for pieces in (rule.triggers, rule.also) if pieces) for rule in _RULES)
"""For each rule the places of the sets of which a piece must stand in a text."""
_BY_SET = tuple(
    tuple(at for at, rule in enumerate(_RULES) if pieces == (rule.also or rule.triggers)) for pieces in _SETS
)
"""For each set the places of the rules that need it, those with two sets by the rarer."""


def _worth_trying(text: str, low: str) -> list[int]:
    """The places of the rules of which a trigger stands in a text, and what else their patterns need; in order."""
    held = set(_WATCH.found_in(low))
    places = [at for place in held for at in _BY_SET[place] if _NEEDED[at].issubset(held)]
    return [at for at in sorted(places) if (sign := _RULES[at].sign) is None or sign.search(text) is not None]


_Span = tuple[int, int]
_BREATH = re.compile(r"[^.;!?\n]+")


def _breaths(low: str) -> list[tuple[_Span, frozenset[int]]]:
    """The stretches of a text without a mark that ends a sentence, each with the places of the sets it holds."""
    return [(match.span(), frozenset(_WATCH.found_in(match[0]))) for match in _BREATH.finditer(low)]


def _first(rule: Rule, passage: Passage, spans: Sequence[_Span], adults: frozenset[str]) -> Iterator[_Found]:
    for first, end in spans:
        for match in rule.matches(passage.text, first, end):
            if holds(rule.check, passage.text, match, adults):
                yield _Found(passage.start + match.start(), passage.start + match.end(), rule.name)
                return


def _children_by_year(passage: Passage, adults: frozenset[str]) -> Iterator[_Found]:
    """A given name with a school year and nobody's title or role: "Kayden in Y6"."""
    for match in BY_YEAR.finditer(passage.text):
        month = match[1].lower() in _MONTHS and "(" not in match[0]
        taught = _OF_STAFF.search(passage.text, max(0, match.start() - 90), match.start()) is not None
        if is_given(match[1].lower()) and not month and not taught and may_be_child(passage.text, match, adults):
            yield _Found(passage.start + match.start(), passage.start + match.end(), "a child's name and year")
            return


_OF_STAFF = re.compile(r"\b(?:teachers|tutors|staff|colleagues|TAs)\b[^.!?\n]*$")
_MONTHS = frozenset({"april", "may", "june", "august"})


def _named_pupils(passages: tuple[Passage, ...], attendees: tuple[Attendee, ...]) -> Iterator[_Found]:
    for attendee in attendees:
        if attendee.role is Role.PUPIL and attendee.name:
            places = ((passage, passage.text.find(attendee.name)) for passage in passages)
            place = next(((passage, at) for passage, at in places if at >= 0), None)
            if place is not None:
                start = place[0].start + place[1]
                yield _Found(start, start + len(attendee.name), "a pupil by name")
