"""An adviser asks: a reference, a school, "who waits", "my visits next week". Answers come from the records alone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.local_time import local_day
from bot.model import DATED_STATES, Visit, VisitState, WaitingFor
from bot.wording.dates import half_day
from handlers.listing import ListedVisit, listed_visits
from storage.records import Records

HELP = (
    "Ask for a visit by its reference or its school, or: who waits, who is silent, visits today, tomorrow, this week,"
    " next week or in the next two weeks, what is agreed, what is left. Add “my” and say who you are for your own."
)
SIMILAR_ENOUGH = 80
COMMON = frozenset(
    {
        "school",
        "primary",
        "infant",
        "junior",
        "nursery",
        "academy",
        "high",
        "college",
        "of",
        "the",
        "and",
        "church",
        "s",
    }
)
"""Words of school names that tell no school from another."""
_REFERENCE = re.compile(r"\bVS-\d{4,}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of question: the words that ask it, and which visits answer it."""

    words: tuple[str, ...]
    wanted: Callable[[Visit, dt.date], bool]


def _between(first: Callable[[dt.date], dt.date], days: int) -> Callable[[Visit, dt.date], bool]:
    def wanted(visit: Visit, today: dt.date) -> bool:
        begin = first(today)
        within = visit.agreed is not None and begin <= visit.agreed.date < begin + dt.timedelta(days)
        return within and visit.state in DATED_STATES

    return wanted


def _monday(today: dt.date) -> dt.date:
    return today - dt.timedelta(today.weekday())


TOPICS: tuple[Topic, ...] = (
    Topic(("wait", "needs", "need me", "stuck", "hand"), lambda v, _: v.waiting_for is WaitingFor.ADVISER),
    Topic(
        ("silent", "not answered", "no answer", "chase"), lambda v, _: any(o.chases for o in v.offers) and not v.agreed
    ),
    Topic(("next week",), _between(lambda today: _monday(today) + dt.timedelta(7), 7)),
    Topic(("this week",), _between(_monday, 7)),
    Topic(("tomorrow",), _between(lambda today: today + dt.timedelta(1), 1)),
    Topic(("today",), _between(lambda today: today, 1)),
    Topic(("two weeks", "fortnight", "upcoming", "coming", "next visit"), _between(lambda today: today, 14)),
    Topic(("cancelled",), lambda v, _: v.state is VisitState.CANCELLED),
    Topic(("visited", "done"), lambda v, _: v.state in DATED_STATES - {VisitState.AGREED}),
    Topic(("agreed", "booked"), lambda v, _: v.state is VisitState.AGREED),
    Topic(("offered", "left", "open", "arrange"), lambda v, _: v.state in (VisitState.TO_ARRANGE, VisitState.OFFERED)),
)
"""Kinds of questions, the more particular first."""


def answer(records: Records, question: str, by: str | None, now: dt.datetime) -> list[str]:
    """Lines that answer, or that say what can be asked. No word of any mail stands in them (law 3)."""
    today = local_day(now)
    everything = listed_visits(records)
    named = {match.upper() for match in _REFERENCE.findall(question)}
    if named:
        found = [item for item in everything if item.visit.reference in named]
        return _lines(found) or [f"No visit has the reference {', '.join(sorted(named))}."]
    asked = question.casefold()
    own = [item for item in everything if (by and item.visit.adviser == by.lower()) or not _is_about_own(asked)]
    topic = next((topic for topic in TOPICS if any(word in asked for word in topic.words)), None)
    if topic is not None:
        wanted = sorted((item for item in own if topic.wanted(item.visit, today)), key=_by_date)
        return _lines(wanted) or ["None."]
    if _is_about_own(asked):
        return _lines(sorted(own, key=_by_date)) or ["None."]
    return _lines(_by_school(everything, question)) or [HELP]


def _is_about_own(asked: str) -> bool:
    return re.search(r"\b(?:my|mine|me|i)\b", asked) is not None


def _by_school(everything: tuple[ListedVisit, ...], question: str) -> list[ListedVisit]:
    """The visits of the schools whose names are most like the question's words, the common ones left out."""
    from rapidfuzz import fuzz, utils

    names = {word for item in everything for word in utils.default_process(item.school_name).split()}
    telling = [word for word in utils.default_process(question).split() if word in names and word not in COMMON]
    asked = " ".join(telling) or question
    scored = [
        (fuzz.token_set_ratio(asked, item.school_name, processor=utils.default_process), item) for item in everything
    ]
    best = max((score for score, _ in scored), default=0)
    return [item for score, item in scored if score >= max(best, SIMILAR_ENOUGH)]


def _by_date(item: ListedVisit) -> tuple[dt.date, str]:
    agreed = item.visit.agreed
    return (agreed.date if agreed else dt.date.max, item.visit.reference)


def _lines(found: list[ListedVisit]) -> list[str]:
    return [_line(item) for item in found]


def _line(item: ListedVisit) -> str:
    visit = item.visit
    when = f" {half_day(visit.agreed)}" if visit.agreed else ""
    waits = f". {visit.reason}" if visit.waiting_for is WaitingFor.ADVISER else ""
    return (
        f"{visit.reference} {item.school_name}: {visit.state.value.replace('_', ' ')}{when}, {item.adviser_name}{waits}"
    )
