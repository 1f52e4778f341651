"""A question in plain words, read: which visits it is about.

The dates are read by the reader of the replies, so "after half-term" means to an adviser what it means to a school.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.asking.schools import SchoolNames, name_words
from bot.model import Adviser, Part, School
from bot.school_days import SchoolCalendar
from bot.understanding.dates import mentions_of
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.words import Word, words_of

REFERENCE = re.compile(r"\bVS-\d{4,}\b", re.IGNORECASE)
USUAL = dt.timedelta(days=13)
"""Who asks for visits and names no days means today and the two weeks from it."""


class Topic(StrEnum):
    """What is asked about."""

    VISITS = "visits"
    WAITING = "waiting"
    SILENT = "silent"
    OPEN = "open"
    AGREED = "agreed"
    DONE = "done"
    CANCELLED = "cancelled"
    COVERAGE = "coverage"
    PRACTICE = "practice"
    HELP = "help"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends within it; `end` None for no end."""

    start: dt.date
    end: dt.date | None
    part: Part | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether the day lies in it."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to know.

    `adviser` is whose visits, "" for everybody's. `schools` are those that may be meant: several want a choice.
    `about` is what follows a topic that takes words ("practice attendance").
    """

    topic: Topic
    days: Days | None = None
    adviser: str = ""
    schools: tuple[School, ...] = ()
    references: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question is read with: who asks ("" for nobody known), the people and schools, today, the school year."""

    asker: str
    advisers: Sequence[Adviser]
    names: SchoolNames
    today: dt.date
    calendar: SchoolCalendar


_TOPICS: tuple[tuple[Topic, str], ...] = (
    (Topic.HELP, r"help|what can (?:you|i)|how do (?:you|i)"),
    (Topic.PRACTICE, r"practice|examples? of"),
    (Topic.COVERAGE, r"coverage|how far|how many|progress|figures|overall|on track"),
    (Topic.WAITING, r"wait\w*|needs? (?:me|us|an adviser|attention|doing)|stuck|handed|for me to do|to[- ]?do"),
    (Topic.SILENT, r"silent|not (?:yet )?answered|no (?:answer|reply|response)|haven'?t (?:answered|replied)|chas\w+"),
    (Topic.CANCELLED, r"cancel\w*|called off"),
    (Topic.DONE, r"(?:have|has|been|already|were|was) visited|visited|done|finished|complete\w*|did (?:i|we)"),
    (
        Topic.OPEN,
        r"left|not (?:yet )?(?:agreed|booked)|still open|to arrange|outstanding|unbooked|without a date|offered",
    ),
    (Topic.AGREED, r"agreed|booked|confirmed|fixed|arranged"),
    (Topic.VISITS, r"visit\w*|diary|calendar|schedule|have (?:i|we) got|am i|are we|who(?:'s| is)|where|when|mine|my"),
    (Topic.VISITS, r"upcoming|coming|on for|next|week|today|tomorrow|free"),
)
"""Words that ask for a topic, the more particular ones first."""
_OWN = re.compile(r"\b(?:my|mine|me|i|i'm|i've)\b", re.IGNORECASE)
_EVERYBODY = re.compile(r"\b(?:all|everyone|everybody|team|we|our|us|who|anyone|anybody)\b", re.IGNORECASE)
_SAINT = re.compile(r"\b(?:st\.?|saint)\s+\w+", re.IGNORECASE)
"""Schools are named after saints, and saints share their names with advisers."""
_QUESTION_WORDS = one_of(
    "a about after all already am an and any anyone anybody are arranged as ask asked at be been before booked by "
    "can cancelled chased coming confirmed could coverage date dates day days diary did do does done everybody "
    "everyone for free from get go going got had happening has have help how i in is it know like list many may "
    "me mine month my need needs next no not of off on or our out over please practice say says school schools "
    "see show some still tell that the their them there they this time to today tomorrow up upcoming us visit "
    "visiting visits visited waiting waits want was we week weeks were what when where which who whose will with "
    "year yet you your agreed answered left offered open silent end term half"
)


def read_question(text: str, asking: Asking) -> Question:
    """What the text asks; topic UNKNOWN where nothing in it is understood. Never raises."""
    words = words_of(text)
    mentions = mentions_of(words, Ground(asking.today, asking.calendar))
    days = _days(mentions, text, asking)
    references = tuple(dict.fromkeys(found.upper() for found in REFERENCE.findall(text)))
    topic = _topic(text)
    adviser, named = _adviser(text, asking)
    rest = words_besides(text, words, mentions, _QUESTION_WORDS, named)
    schools = () if references or topic is Topic.PRACTICE else asking.names.mean(rest)
    about = " ".join(rest) if topic is Topic.PRACTICE else ""
    question = Question(topic, days, adviser, schools, references, about)
    return _completed(question, text, asking)


def _topic(text: str) -> Topic:
    low = text.lower().replace("’", "'")
    return next((topic for topic, words in _TOPICS if re.search(rf"\b(?:{words})\b", low)), Topic.UNKNOWN)


def _completed(question: Question, text: str, asking: Asking) -> Question:
    """What the words leave open: no words at all, a school or days alone, and whose visits."""
    if not text.strip():
        return replace(question, topic=Topic.VISITS, adviser=asking.asker, days=_two_weeks(asking.today))
    of_another = question.adviser not in ("", asking.asker)
    known = question.schools or question.references or question.days or of_another
    if question.topic is Topic.UNKNOWN and known:
        question = replace(question, topic=Topic.VISITS)
    if question.schools or question.references:
        return replace(question, days=None, adviser="")
    if question.topic is Topic.VISITS and question.days is None:
        question = replace(question, days=_two_weeks(asking.today))
    return question


def _two_weeks(today: dt.date) -> Days:
    return Days(today, today + USUAL)


_SPANS: tuple[tuple[str, Callable[[dt.date, Asking], tuple[dt.date, dt.date | None]]], ...] = (
    (r"next (?:two|2) weeks?|(?:next )?fortnight", lambda today, _: (today, today + USUAL)),
    (r"next (?:three|3) weeks", lambda today, _: (today, today + dt.timedelta(20))),
    (r"next (?:four|4) weeks", lambda today, _: (today, today + dt.timedelta(27))),
    (r"next month", lambda today, _: _month((today.replace(day=1) + dt.timedelta(31)).replace(day=1))),
    (r"this month|month", lambda today, _: _month(today.replace(day=1))),
    (r"next week", lambda today, _: _whole_week(today + dt.timedelta(7))),
    (r"last week", lambda today, _: _whole_week(today - dt.timedelta(7))),
    (r"(?:this )?week", lambda today, _: _whole_week(today)),
    (r"this year|academic year", lambda _, asking: (asking.calendar.terms[0].start, asking.calendar.terms[-1].end)),
)
"""Stretches that advisers ask for and schools do not write."""
_WHOLE = re.compile("|".join(rf"(?P<s{number}>\b(?:{words})\b)" for number, (words, _) in enumerate(_SPANS)))
_BEYOND = re.compile(r"\b(?:of|w/c|beginning|commencing|after|before)\b")


def _month(first: dt.date) -> tuple[dt.date, dt.date]:
    return first, (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)


def _whole_week(day: dt.date) -> tuple[dt.date, dt.date]:
    monday = day - dt.timedelta(day.weekday())
    return monday, monday + dt.timedelta(6)


def _days(mentions: Sequence[Mention], text: str, asking: Asking) -> Days | None:
    low = text.lower()
    plain = None if _BEYOND.search(low) else _WHOLE.search(low)
    part = next((mention.part for mention in mentions if mention.part is not None), None)
    if plain is not None and plain.lastgroup is not None and asking.calendar.terms:
        start, end = _SPANS[int(plain.lastgroup[1:])][1](asking.today, asking)
        return Days(start, end, part)
    found = [days for mention in mentions if (days := _days_of(mention, asking)) is not None]
    if not found:
        return None
    ends = [days.end for days in found]
    last = None if None in ends else max(end for end in ends if end is not None)
    return Days(min(days.start for days in found), last, part)


def _days_of(mention: Mention, asking: Asking) -> Days | None:
    if mention.shape is Shape.DAY and mention.days:
        return Days(mention.days[0], mention.days[0])
    if mention.shape is Shape.SPAN and mention.start is not None:
        return Days(mention.start, mention.end)
    if mention.shape is Shape.WEEKDAY and len(mention.weekdays) == 1:
        ahead = (mention.weekdays[0] - asking.today.weekday()) % 7
        day = asking.today + dt.timedelta(ahead)
        return Days(day, day)
    return None


def _adviser(text: str, asking: Asking) -> tuple[str, frozenset[str]]:
    """Whose visits: the asker's for "my", a colleague's by address or a name that only one has; and the words of it."""
    low = text.lower()
    by_address = next((item.email for item in asking.advisers if item.email in low), "")
    if by_address:
        return by_address, frozenset(name_words(by_address))
    said = set(name_words(_SAINT.sub(" ", text)))
    named: dict[str, set[str]] = {}
    for adviser in asking.advisers:
        whole = name_words(adviser.name)
        if whole and (set(whole) <= said or whole[0] in said):
            named[adviser.email] = set(whole) & said
    if named:
        most = max(len(words) for words in named.values())
        best = [email for email, words in named.items() if len(words) == most]
        if len(best) == 1:
            return best[0], frozenset(named[best[0]])
    own = asking.asker if _OWN.search(text) and not _EVERYBODY.search(text) else ""
    return own, frozenset()


def words_besides(text: str, words: Sequence[Word], mentions: Sequence[Mention], *known: Container[str]) -> list[str]:
    """The words that may name a school: none of a date, none that is known to mean something else."""
    taken = {index for mention in mentions for index in range(mention.first, mention.last)}
    free = " ".join(text[word.start : word.end] for index, word in enumerate(words) if index not in taken)
    return [word for word in name_words(free) if not word.isdigit() and all(word not in table for table in known)]
