"""Terms, closures, and the calendar that they make for a school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache

import sqlalchemy as sa

from bot.model import School
from bot.school_days import Closure, SchoolCalendar, Term, school_calendar
from storage.records.base import TeamRecords
from storage.tables import CLOSURE, TERM


class TermRecords(TeamRecords):
    """The council's terms and closures, read once a transaction."""

    _calendar: tuple[tuple[Term, ...], tuple[Closure, ...]] | None = None

    def terms(self) -> tuple[Term, ...]:
        """The terms in order."""
        return self._loaded()[0]

    def closures(self) -> tuple[Closure, ...]:
        """The closures in order, of the council and of single phases or schools."""
        return self._loaded()[1]

    def save_terms(self, terms: Sequence[Term], closures: Sequence[Closure]) -> None:
        """Put these in the place of all terms and closures."""
        self._run(TERM.delete().where(self._own(TERM)))
        self._run(CLOSURE.delete().where(self._own(CLOSURE)))
        self._insert(TERM, [asdict(term) for term in terms])
        self._insert(CLOSURE, [asdict(closure) for closure in closures])
        self._calendar = None

    def calendar(self, school: School) -> SchoolCalendar:
        """The school days of that school; schools with the same closures share one calendar."""
        terms, closures = self._loaded()
        own = tuple(closure for closure in closures if closure.applies_to(school.phase, school.urn))
        by_school = any(closure.urn for closure in own)
        return _calendar_of(terms, own, school.phase.casefold(), school.urn if by_school else "")

    def _loaded(self) -> tuple[tuple[Term, ...], tuple[Closure, ...]]:
        if self._calendar is None:
            terms = sa.select(TERM.c.name, TERM.c.start, TERM.c.end).where(self._own(TERM)).order_by(TERM.c.start)
            columns = (CLOSURE.c[name] for name in ("name", "start", "end", "phase", "urn"))
            closures = sa.select(*columns).where(self._own(CLOSURE)).order_by(CLOSURE.c.start, CLOSURE.c.id)
            self._calendar = (
                tuple(Term(*row) for row in self._run(terms)),
                tuple(Closure(*row) for row in self._run(closures)),
            )
        return self._calendar


@lru_cache(maxsize=512)
def _calendar_of(terms: tuple[Term, ...], own: tuple[Closure, ...], phase: str, urn: str) -> SchoolCalendar:
    return school_calendar(terms, own, phase, urn)
