"""The advisers in figures, for the managers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.model import Adviser, Visit, VisitState, WaitingFor


@dataclass(frozen=True, slots=True)
class Colleague:
    """An adviser and how many of the year's visits stand where; `left` have no date yet."""

    name: str
    visited: int
    agreed: int
    left: int
    waiting: int


def team_in_figures(visits: Iterable[Visit], advisers: Iterable[Adviser]) -> tuple[Colleague, ...]:
    """Each adviser with the visits that are given (those of one year), who has the most waiting first."""
    states: dict[str, Counter[VisitState]] = {}
    waiting: Counter[str] = Counter()
    for visit in visits:
        states.setdefault(visit.adviser, Counter())[visit.state] += 1
        waiting[visit.adviser] += visit.waiting_for is WaitingFor.ADVISER
    made = [_in_figures(adviser, states.get(adviser.email, Counter()), waiting[adviser.email]) for adviser in advisers]
    return tuple(sorted(made, key=lambda item: (-item.waiting, item.name)))


def _in_figures(adviser: Adviser, states: Counter[VisitState], waiting: int) -> Colleague:
    return Colleague(
        name=adviser.name,
        visited=states[VisitState.VISITED] + states[VisitState.REPORTED] + states[VisitState.SIGNED_OFF],
        agreed=states[VisitState.AGREED],
        left=states[VisitState.TO_ARRANGE] + states[VisitState.OFFERED],
        waiting=waiting,
    )
