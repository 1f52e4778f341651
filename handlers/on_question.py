"""An adviser asks in plain words; the answer comes from the records alone, and no word of any mail stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.asking.question import Asking, Days, Question, Topic, read_question
from bot.asking.schools import SchoolNames, school_names
from bot.digest_values import Coverage
from bot.local_time import local_day
from bot.model import DATED_STATES, Part, School, Visit, VisitState, WaitingFor
from bot.school_days import academic_year, usual_school_year
from bot.wording.dates import count_text, half_day, long_date
from handlers.digesting import current_coverage
from handlers.listing import ListedVisit
from handlers.parts import Parts
from storage.records import Records

HELP = (
    "Ask for a visit by its reference or its school, for days (“next week”, “after half-term”, “who’s visiting on the"
    " 9th?”), for “my” visits or a colleague’s, or for: who waits, who is silent, what is left, agreed, done or"
    " cancelled, coverage. To tell me something: “invite …”, “… agreed 26 Jan am by phone”, “postpone …”, “cancel …”."
)
NOT_UNDERSTOOD = "I did not understand that; try “my visits next week”, a school’s name, or “help”."
NO_PRACTICE = "There is no resource bank of practice yet."


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: a heading, and below it visits, schools to choose from, or figures.

    `heading` stands alone where there is nothing to list.
    """

    heading: str
    visits: tuple[ListedVisit, ...] = ()
    choice: tuple[School, ...] = ()
    coverage: Coverage | None = None


def asking(records: Records, asker: str, now: dt.datetime, names: SchoolNames | None = None) -> Asking:
    """What questions and orders are read with; `asker` is an adviser's address, "" where that is not known.

    `names` are the schools' names where they were put together before.
    """
    today = local_day(now)
    calendar = records.calendar_of_council()
    return Asking(
        asker=asker.lower(),
        advisers=tuple(records.advisers()),
        names=names or school_names(records.schools(open_only=False)),
        today=today,
        calendar=calendar if calendar.terms else usual_school_year(academic_year(today)),
    )


def answer(
    records: Records, parts: Parts, text: str, asker: str, now: dt.datetime, names: SchoolNames | None = None
) -> Reply:
    """The answer to a question, or what can be asked."""
    question = read_question(text, asking(records, asker, now, names))
    if question.references:
        return _by_reference(records, question.references)
    if len(question.schools) > 1 and question.topic is not Topic.COVERAGE:
        return Reply("Several schools have a name like that; which one?", choice=question.schools)
    told = _TOLD.get(question.topic)
    if told is not None:
        return Reply(told)
    if question.schools:
        return _by_school(records, question.schools[0])
    if question.topic is Topic.COVERAGE:
        coverage = current_coverage(records, parts, now)
        return Reply(coverage_words(coverage), coverage=coverage)
    return _listed(records, question, now)


_TOLD = {Topic.HELP: HELP, Topic.UNKNOWN: NOT_UNDERSTOOD, Topic.PRACTICE: NO_PRACTICE}


def _by_reference(records: Records, references: tuple[str, ...]) -> Reply:
    found = [visit for reference in references if (visit := records.visit(reference)) is not None]
    unknown = [reference for reference in references if reference not in {visit.reference for visit in found}]
    heading = f"No visit has the reference {', '.join(unknown)}." if unknown else count_text(len(found), "visit")
    return Reply(heading, _with_names(records, found))


def _by_school(records: Records, school: School) -> Reply:
    found = records.visits(urns=[school.urn])
    if not found:
        return Reply(f"{school.name} has no visit yet.")
    newest = max(found, key=lambda visit: (visit.academic_year, visit.reference))
    return Reply(school.name, _with_names(records, [newest]))


def _in(*states: VisitState) -> Callable[[Visit], bool]:
    return lambda visit: visit.state in states


_WANTED: dict[Topic, tuple[str, Callable[[Visit], bool]]] = {
    Topic.VISITS: ("visit", lambda visit: visit.state in DATED_STATES),
    Topic.WAITING: ("visit that waits for an adviser", lambda visit: visit.waiting_for is WaitingFor.ADVISER),
    Topic.SILENT: (
        "school that has not answered a reminder",
        lambda visit: visit.agreed is None and any(offer.chases for offer in visit.offers),
    ),
    Topic.OPEN: ("visit without a date", _in(VisitState.TO_ARRANGE, VisitState.OFFERED)),
    Topic.AGREED: ("agreed visit", _in(VisitState.AGREED)),
    Topic.DONE: ("visit that has taken place", _in(VisitState.VISITED, VisitState.REPORTED, VisitState.SIGNED_OFF)),
    Topic.CANCELLED: ("cancelled visit", _in(VisitState.CANCELLED)),
}
"""What a topic lists: one of them in words, and which visits are."""


def _listed(records: Records, question: Question, now: dt.datetime) -> Reply:
    noun, wanted = _WANTED[question.topic]
    days = question.days
    found = records.visits(
        adviser=question.adviser or None, from_=days.start if days else None, to=days.end if days else None
    )
    year = academic_year(local_day(now))
    chosen = [visit for visit in found if wanted(visit) and _is_within(visit, days, year)]
    return Reply(_heading(noun, len(chosen), days), _with_names(records, sorted(chosen, key=_by_date)))


def _is_within(visit: Visit, days: Days | None, year: int) -> bool:
    """On those days; where none were asked for, in this academic year."""
    if days is None:
        return visit.academic_year == year
    return visit.agreed is not None and days.holds(visit.agreed.date) and days.part in (None, visit.agreed.part)


def _heading(noun: str, count: int, days: Days | None) -> str:
    head, _, tail = noun.partition(" that ")
    many = f"{head}s that {tail.replace('waits', 'wait').replace('has', 'have')}" if tail else _plural(noun)
    said = count_text(count, noun, many) if count else f"No {noun}"
    return f"{said}{_when(days)}"


def _plural(noun: str) -> str:
    return noun.replace("visit", "visits", 1)


def _when(days: Days | None) -> str:
    if days is None:
        return ""
    part = {None: "", Part.AM: ", morning", Part.PM: ", afternoon"}[days.part]
    if days.end is None:
        return f" from {long_date(days.start)}{part}"
    if days.start == days.end:
        return f" on {long_date(days.start)}{part}"
    return f" from {long_date(days.start)} to {long_date(days.end)}{part}"


def _with_names(records: Records, visits: Iterable[Visit]) -> tuple[ListedVisit, ...]:
    listed = tuple(visits)
    records.fetch_schools_ahead({visit.urn for visit in listed})
    return tuple(ListedVisit(visit, records.school(visit.urn), records.adviser(visit.adviser)) for visit in listed)


def _by_date(visit: Visit) -> tuple[dt.date, str]:
    return (visit.agreed.date if visit.agreed else dt.date.max, visit.reference)


def coverage_words(coverage: Coverage) -> str:
    """How far the year is, in one line."""
    return (
        f"{coverage.visited:,} of {count_text(coverage.schools, 'school')} visited, {coverage.agreed:,} agreed,"
        f" {coverage.left:,} without a date."
    )


def lines(reply: Reply) -> list[str]:
    """The answer as plain lines, for a terminal."""
    return [reply.heading, *(visit_line(item) for item in reply.visits), *(school.name for school in reply.choice)]


def visit_line(item: ListedVisit) -> str:
    """One visit in one line: reference, school, state, half day, adviser, and why it waits (law 3)."""
    visit = item.visit
    when = f" {half_day(visit.agreed)}" if visit.agreed else ""
    waits = f". {visit.reason}" if visit.waiting_for is WaitingFor.ADVISER and visit.reason else ""
    state = visit.state.value.replace("_", " ")
    return f"{visit.reference} {item.school_name}: {state}{when}, {item.adviser_name}{waits}"
