"""`invite`: a new visit and its first offer for each school that has none in this academic year."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bot import life
from bot.addressing import first_to_write_to, in_order_of_address
from bot.change import Cast, Cause
from bot.errors import PlainError
from bot.local_time import local_day
from bot.model import Adviser, Contact, Hours, OfferedSlot, School, Slot, Visit
from bot.offering import choose_slots
from bot.school_days import academic_year
from handlers.parts import Parts
from handlers.recording import record_change
from handlers.surroundings import busy_slots, ground_of
from storage.records import Records


class InviteRefusedError(PlainError):
    """Nobody can be invited; says why, and what to import first."""


@dataclass(frozen=True, slots=True)
class Invited:
    """A school that was, or would be, offered slots."""

    reference: str
    school: School
    adviser: Adviser
    contact: Contact
    slots: tuple[OfferedSlot, ...]


@dataclass(slots=True)
class InviteResult:
    """What `invite` did: the offers, and the schools that could not be offered anything."""

    invited: list[Invited] = field(default_factory=list)
    without_slots: list[School] = field(default_factory=list)
    without_contact: list[School] = field(default_factory=list)
    already: int = 0


@dataclass(slots=True)
class _Round:
    """What is known across the schools of one call: loads of the advisers, diaries, and slots promised in a dry run."""

    advisers: list[Adviser]
    load: Counter[str]
    busy: dict[tuple[str, Hours], frozenset[Slot]]
    promised: dict[str, set[Slot]]


def invite(
    parts: Parts,
    now: dt.datetime,
    *,
    urn: str | None = None,
    limit: int | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> InviteResult:
    """Record new visits and their offers, one transaction a school; `limit` counts new visits.

    Schools that have a visit this academic year are left alone, so calling it again does nothing twice. Raises
    InviteRefusedError.
    """
    with parts.store.read() as records:
        schools = _schools(records, urn)
        round_ = _begin(records, now)
    result = InviteResult()
    for count, school in enumerate(schools, start=1):
        if limit is not None and len(result.invited) >= limit:
            break
        _invite_school(parts, school, round_, result, now, dry_run=dry_run)
        if progress:
            progress(count, len(schools))
    return result


def _schools(records: Records, urn: str | None) -> list[School]:
    if urn is None:
        schools = records.schools()
        if not schools:
            raise InviteRefusedError("No school is known; run `visitbot import schools FILE` first.")
        return schools
    school = records.school(urn)
    if school is None or not school.is_open:
        raise InviteRefusedError(f"No open school has the URN {urn}; see `visitbot import schools FILE`.")
    return [school]


def _begin(records: Records, now: dt.datetime) -> _Round:
    advisers = records.advisers()
    if not advisers:
        raise InviteRefusedError("No adviser is known; run `visitbot import advisers FILE` first.")
    if not records.terms():
        raise InviteRefusedError("No terms are known; run `visitbot import terms FILE` first.")
    year = academic_year(local_day(now))
    load = Counter(visit.adviser for visit in records.visits() if visit.academic_year == year)
    return _Round(advisers, load, {}, {adviser.email: set() for adviser in advisers})


def _invite_school(
    parts: Parts, school: School, round_: _Round, result: InviteResult, now: dt.datetime, *, dry_run: bool
) -> None:
    adviser = adviser_for(school, round_.advisers, round_.load)
    asked = (adviser.email, parts.hours_of(school))
    if asked not in round_.busy:
        with parts.store.read() as records:
            calendar = records.calendar(school)
        round_.busy[asked] = busy_slots(parts, calendar, *asked, now)
    transaction = parts.store.read if dry_run else parts.store.write
    with transaction() as records:
        if records.visit_of_school(school.urn, academic_year(local_day(now))) is not None:
            result.already += 1
            return
        contacts = in_order_of_address(tuple(records.contacts(school.urn)))
        contact = first_to_write_to(contacts)
        if contact is None:
            result.without_contact.append(school)
            return
        taken = round_.busy[asked] | round_.promised[adviser.email]
        ground = ground_of(records, parts, school, adviser, now, taken, "")
        slots = choose_slots(ground, parts.policy.options)
        if not slots:
            result.without_slots.append(school)
            return
        reference = _record(records, Cast(school, adviser, contacts), contact, slots, now) if not dry_run else ""
    round_.load[adviser.email] += 1
    round_.promised[adviser.email].update(item.slot for item in slots)
    result.invited.append(Invited(reference, school, adviser, contact, slots))


def _record(records: Records, cast: Cast, contact: Contact, slots: tuple[OfferedSlot, ...], now: dt.datetime) -> str:
    visit = Visit(
        reference=records.next_reference(),
        urn=cast.school.urn,
        academic_year=academic_year(local_day(now)),
        adviser=cast.adviser.email,
        contact=contact.email,
    )
    cause = Cause(at=now, by="invite", key="invite", rule="invite")
    record_change(records, life.make_offer(visit, cast, slots, cause), now)
    return visit.reference


def adviser_for(school: School, advisers: list[Adviser], load: Counter[str]) -> Adviser:
    """The adviser of the school's district; of several, or where none has it, the one with the fewest visits."""
    district = school.district.casefold()
    own = [adviser for adviser in advisers if district and district in map(str.casefold, adviser.districts)]
    return min(own or advisers, key=lambda adviser: (load[adviser.email], adviser.email))
