"""The managers' week: what was agreed, what comes, what waits, who is silent and who will be missed.

A digest is shown to a whole team, in the channel too, so it names schools, advisers, dates and roles, and nothing of
what anybody wrote (law 3): a reason is its code's own sentence, never a visit's free words.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.digest_outlook import at_risk, campaign_days, outlooks
from bot.digest_values import Coverage, DatedVisit, Digest, SilentVisit, WaitingVisit, Week
from bot.local_time import local_day
from bot.model import (
    DATED_STATES,
    Adviser,
    Policy,
    ReasonCode,
    School,
    Slot,
    Team,
    Visit,
    VisitState,
    WaitingFor,
)
from bot.school_days import SchoolCalendar, academic_year
from bot.wording.people import attendee_roles
from bot.wording.plain import one_line

COMING_DAYS = 14
LATELY = dt.timedelta(days=7)
DEFAULT_POLICY = Policy()
NO_BUSY: Mapping[str, frozenset[Slot]] = {}


@dataclass(frozen=True, slots=True)
class _Names:
    schools: Mapping[str, School]
    advisers: Mapping[str, Adviser]

    def school(self, visit: Visit) -> str:
        school = self.schools.get(visit.urn)
        return one_line(school.name) if school else visit.urn

    def adviser(self, visit: Visit) -> str:
        adviser = self.advisers.get(visit.adviser)
        return one_line(adviser.name) if adviser else visit.adviser


def make_digest(
    team: Team,
    visits: Sequence[Visit],
    schools: Mapping[str, School],
    advisers: Sequence[Adviser],
    calendar: SchoolCalendar,
    now: dt.datetime,
    agreed_between: tuple[dt.datetime, dt.datetime] | None = None,
    *,
    policy: Policy = DEFAULT_POLICY,
    busy: Mapping[str, frozenset[Slot]] = NO_BUSY,
) -> Digest:
    """The digest at `now` (aware) of the academic year that `now` falls in.

    `visits` may be of any year; `schools` are keyed by URN. `calendar` is the whole council's. `agreed_between` bounds
    the moments of agreement that count as lately, half open; the seven days before `now` if not given. The policy says
    in which terms schools are visited. `busy` are half days, by adviser's email, on which a diary leaves no room.
    """
    today = local_day(now)
    year = academic_year(today)
    ours = sorted((visit for visit in visits if visit.academic_year == year), key=lambda visit: visit.reference)
    names = _Names(schools, {adviser.email: adviser for adviser in advisers})
    days = campaign_days(calendar, policy.terms)
    since, until = agreed_between or (now - LATELY, now)
    seen = outlooks(ours, advisers, [day for day in days if day >= today], busy)
    return Digest(
        team=one_line(team.name),
        now=now,
        today=today,
        year=year,
        since=since,
        until=until,
        coverage=_coverage(ours, {urn for urn, school in schools.items() if school.is_open}, days),
        agreed_lately=_dated(names, (visit for visit in ours if _agreed_within(visit, since, until))),
        coming=_dated(names, (visit for visit in ours if _comes_soon(visit, today))),
        waiting=tuple(_waiting(names, visit) for visit in ours if visit.waiting_for is WaitingFor.ADVISER),
        silent=tuple(_silent(names, visit) for visit in ours if is_silent(visit)),
        outlooks=seen,
        at_risk=at_risk(ours, schools, seen),
    )


def is_silent(visit: Visit) -> bool:
    """Whether the school has been reminded and has still not answered."""
    if visit.reason_code is ReasonCode.SILENT:
        return visit.state in (VisitState.OFFERED, VisitState.TO_ARRANGE)
    offer = visit.open_offer
    return (
        visit.state is VisitState.OFFERED
        and visit.waiting_for is WaitingFor.SCHOOL
        and offer is not None
        and offer.chases > 0
    )


def make_coverage(
    visits: Sequence[Visit],
    opened: Collection[str],
    calendar: SchoolCalendar,
    now: dt.datetime,
    *,
    policy: Policy = DEFAULT_POLICY,
) -> Coverage:
    """The coverage alone, as the digest has it; `opened` are the URNs of the open schools."""
    year = academic_year(local_day(now))
    ours = [visit for visit in visits if visit.academic_year == year]
    return _coverage(ours, opened, campaign_days(calendar, policy.terms))


def _coverage(visits: Sequence[Visit], opened: Collection[str], days: Sequence[dt.date]) -> Coverage:
    counts = Counter(visit.state for visit in visits)
    dated = [(visit.state, _monday(visit.agreed.date)) for visit in visits if visit.agreed]
    visited = Counter(monday for state, monday in dated if state in DATED_STATES - {VisitState.AGREED})
    agreed = Counter(monday for state, monday in dated if state is VisitState.AGREED)
    mondays = sorted({_monday(day) for day in days} | visited.keys() | agreed.keys())
    return Coverage(
        schools=len(opened),
        not_invited=len(set(opened) - {visit.urn for visit in visits}),
        states=tuple((state, counts[state]) for state in VisitState),
        weeks=tuple(Week(monday, visited[monday], agreed[monday]) for monday in mondays),
    )


def _agreed_within(visit: Visit, since: dt.datetime, until: dt.datetime) -> bool:
    moment = visit.agreed_at
    return visit.state in DATED_STATES and moment is not None and since <= moment < until


def _comes_soon(visit: Visit, today: dt.date) -> bool:
    agreed = visit.agreed if visit.state is VisitState.AGREED else None
    return agreed is not None and today <= agreed.date < today + dt.timedelta(COMING_DAYS)


def _dated(names: _Names, visits: Iterable[Visit]) -> tuple[DatedVisit, ...]:
    made = (
        DatedVisit(
            visit.reference,
            names.school(visit),
            names.adviser(visit),
            visit.agreed,
            attendee_roles(visit),
            visit.governor,
        )
        for visit in visits
        if visit.agreed
    )
    return tuple(sorted(made, key=lambda visit: (visit.slot, visit.reference)))


def _waiting(names: _Names, visit: Visit) -> WaitingVisit:
    return WaitingVisit(
        visit.reference, names.school(visit), names.adviser(visit), visit.reason_code, _day_of(visit.updated)
    )


def _silent(names: _Names, visit: Visit) -> SilentVisit:
    last = visit.offers[-1] if visit.offers else None
    return SilentVisit(
        visit.reference,
        names.school(visit),
        names.adviser(visit),
        last.chases if last else 0,
        _day_of(last.sent_at if last else None),
    )


def _day_of(moment: dt.datetime | None) -> dt.date | None:
    return local_day(moment) if moment else None


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(day.weekday())
