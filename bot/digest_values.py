"""What a digest holds: figures and names of schools, never the words of a mail (law 3)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.model import Governor, ReasonCode, Slot, VisitState


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the campaign that has school days; `starts` on a Monday. How many visits lie in it."""

    starts: dt.date
    visited: int
    agreed: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The year so far. `schools` are the open schools, `not_invited` those of them without a visit this year."""

    schools: int
    not_invited: int
    states: tuple[tuple[VisitState, int], ...]
    weeks: tuple[Week, ...]

    def in_state(self, *states: VisitState) -> int:
        """How many visits are in one of these states now."""
        return sum(number for state, number in self.states if state in states)

    @property
    def visited(self) -> int:
        """Visits that have taken place, whatever became of their report."""
        return self.in_state(VisitState.VISITED, VisitState.REPORTED, VisitState.SIGNED_OFF)

    @property
    def agreed(self) -> int:
        """Visits that have a date to come."""
        return self.in_state(VisitState.AGREED)

    @property
    def left(self) -> int:
        """Schools that have no date yet, invited or not."""
        return self.not_invited + self.in_state(VisitState.TO_ARRANGE, VisitState.OFFERED)


@dataclass(frozen=True, slots=True)
class DatedVisit:
    """A visit with a date. `roles` are those who take part, in words and without names."""

    reference: str
    school: str
    adviser: str
    slot: Slot
    roles: tuple[str, ...]
    governor: Governor


@dataclass(frozen=True, slots=True)
class WaitingVisit:
    """A visit that waits for an adviser; `since` is the day it last changed."""

    reference: str
    school: str
    adviser: str
    reason: ReasonCode | None
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class SilentVisit:
    """A school that has not answered; `chases` counts the reminders of its last offer, which went on the day `sent`."""

    reference: str
    school: str
    adviser: str
    chases: int
    sent: dt.date | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """One adviser's schools without a date against the half days that are left to visit them."""

    adviser: str
    name: str
    schools_left: int
    half_days_left: int

    @property
    def missed(self) -> int:
        """How many schools cannot be visited even if everything else goes well."""
        return max(0, self.schools_left - self.half_days_left)


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A school that may be missed, and why, in one sentence."""

    reference: str
    school: str
    adviser: str
    why: str


@dataclass(frozen=True, slots=True)
class Digest:
    """The week of one team, for its managers. `year` 2027 is the academic year September 2026 to August 2027.

    `since` and `until` bound what counts as agreed lately (the first in, the last out); both are aware.
    """

    team: str
    now: dt.datetime
    today: dt.date
    year: int
    since: dt.datetime
    until: dt.datetime
    coverage: Coverage
    agreed_lately: tuple[DatedVisit, ...]
    coming: tuple[DatedVisit, ...]
    waiting: tuple[WaitingVisit, ...]
    silent: tuple[SilentVisit, ...]
    outlooks: tuple[Outlook, ...]
    at_risk: tuple[AtRisk, ...]

    @property
    def half_days_left(self) -> int:
        """The half days that all advisers together have left."""
        return sum(outlook.half_days_left for outlook in self.outlooks)
