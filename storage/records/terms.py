"""Terms, closures, and the calendar that they make for a school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.model import School
from bot.school_days import Closure, SchoolCalendar, Term, school_calendar
from storage.records.base import TeamRecords, own
from storage.tables import CLOSURE, TERM

_TERMS = sa.select(TERM.c.name, TERM.c.start, TERM.c.end).where(own(TERM)).order_by(TERM.c.start)
_CLOSURES = (
    sa.select(*(CLOSURE.c[name] for name in ("name", "start", "end", "phase", "urn")))
    .where(own(CLOSURE))
    .order_by(CLOSURE.c.start, CLOSURE.c.id)
)
_NO_TERMS, _NO_CLOSURES = TERM.delete().where(own(TERM)), CLOSURE.delete().where(own(CLOSURE))


class TermRecords(TeamRecords):
    """The council's terms and closures, read once a transaction."""

    def __init__(self, session: Session, team_id: int, *, writing: bool) -> None:
        super().__init__(session, team_id, writing=writing)
        self._spans: tuple[tuple[Term, ...], tuple[Closure, ...]] | None = None
        self._calendars: dict[tuple[str, str], SchoolCalendar] = {}

    def terms(self) -> tuple[Term, ...]:
        """The terms in order."""
        return self._loaded()[0]

    def closures(self) -> tuple[Closure, ...]:
        """The closures in order, of the council and of single phases or schools."""
        return self._loaded()[1]

    def save_terms(self, terms: Sequence[Term], closures: Sequence[Closure]) -> None:
        """Put these in the place of all terms and closures."""
        self._ask(_NO_TERMS)
        self._ask(_NO_CLOSURES)
        self._insert(TERM, [asdict(term) for term in terms])
        self._insert(CLOSURE, [asdict(closure) for closure in closures])
        self._spans = None
        self._calendars.clear()

    def calendar(self, school: School) -> SchoolCalendar:
        """The school days of that school; schools with the same closures share one calendar."""
        phase = school.phase.casefold()
        by_school = any(closure.urn == school.urn for closure in self.closures())
        key = (phase, school.urn if by_school else "")
        if key not in self._calendars:
            applying = tuple(closure for closure in self.closures() if closure.applies_to(school.phase, school.urn))
            self._calendars[key] = _calendar_of(self.terms(), applying, *key)
        return self._calendars[key]

    def calendar_of_council(self) -> SchoolCalendar:
        """The school days that no closure of a single school or phase takes away; empty where no terms are known."""
        return _calendar_of(self.terms(), tuple(item for item in self.closures() if item.applies_to("", "")), "", "")

    def _loaded(self) -> tuple[tuple[Term, ...], tuple[Closure, ...]]:
        if self._spans is None:
            self._spans = (
                tuple(Term(*row) for row in self._ask(_TERMS)),
                tuple(Closure(*row) for row in self._ask(_CLOSURES)),
            )
        return self._spans


@lru_cache(maxsize=512)
def _calendar_of(terms: tuple[Term, ...], own: tuple[Closure, ...], phase: str, urn: str) -> SchoolCalendar:
    return school_calendar(terms, own, phase, urn)
