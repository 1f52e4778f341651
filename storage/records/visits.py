"""Visits whole: with their offers, offered slots and attendees, and the half days that they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.model import Slot, Visit, VisitState
from storage.errors import SlotTakenError, StaleVisitError, StorageError
from storage.records.base import TeamRecords, among, own, same
from storage.records.visit_queries import ALL, OF_SCHOOL, ONE, SOME, TO_WATCH, VisitQueries, queries
from storage.records.visit_rows import (
    attendee_rows,
    hold_rows,
    offer_rows,
    offered_slot_rows,
    slot_of,
    visit_row,
    visits_from_rows,
)
from storage.tables import ATTENDEE, CONTACT, HOLD, OFFER, OFFERED_SLOT, TEAM, VISIT

_COUNT = (
    TEAM.update()
    .where(TEAM.c.id == sa.bindparam("of_team", type_=sa.Integer()))
    .values(last_reference=TEAM.c.last_reference + 1)
)
_COUNTED = sa.select(TEAM.c.last_reference).where(TEAM.c.id == sa.bindparam("of_team", type_=sa.Integer()))
_URNS = sa.select(VISIT.c.reference, VISIT.c.urn).where(own(VISIT), among(VISIT.c.reference))
_OPEN_OF_CONTACT = (
    sa.select(VISIT.c.reference)
    .join(CONTACT, sa.and_(CONTACT.c.team_id == VISIT.c.team_id, CONTACT.c.urn == VISIT.c.urn))
    .where(own(VISIT), same(CONTACT.c.email), CONTACT.c.active)
    .where(VISIT.c.state.not_in((VisitState.SIGNED_OFF.value, VisitState.CANCELLED.value)))
)
_SENT_BEFORE = sa.select(VISIT.c.reference).where(own(VISIT), VISIT.c.first_sent_at < sa.bindparam("moment")).limit(1)
_HELD = sa.select(HOLD.c.date, HOLD.c.part, HOLD.c.reference).where(own(HOLD), same(HOLD.c.adviser))
_OFFERED = (
    sa.select(HOLD.c.reference, VISIT.c.urn, HOLD.c.adviser, HOLD.c.date, HOLD.c.part)
    .join(VISIT, sa.and_(VISIT.c.team_id == HOLD.c.team_id, VISIT.c.reference == HOLD.c.reference))
    .where(own(HOLD), HOLD.c.kind == "hold", HOLD.c.date >= sa.bindparam("first"))
    .order_by(HOLD.c.date, HOLD.c.part, HOLD.c.adviser)
)
_EMPTY = {
    table: table.delete().where(own(table), same(table.c.reference)) for table in (OFFERED_SLOT, OFFER, ATTENDEE, HOLD)
}


@dataclass(frozen=True, slots=True)
class Hold:
    """An adviser's half day that is kept for a visit while its offer is open."""

    reference: str
    urn: str
    adviser: str
    slot: Slot


class VisitRecords(TeamRecords):
    """The visits of the team. A visit is read and saved whole."""

    def __init__(self, session: Session, team_id: int, *, writing: bool) -> None:
        super().__init__(session, team_id, writing=writing)
        self._seen: dict[str, Visit] = {}
        self._saved: set[str] = set()
        self._kept: dict[str, Visit] = {}
        self._holds: dict[str, list[tuple[Slot, str]]] = {}

    def next_reference(self) -> str:
        """The next visit's reference, `VS-0001` and up; given back if the transaction is undone."""
        self._ask(_COUNT)
        return f"VS-{self._ask(_COUNTED).scalar_one():04d}"

    def visit(self, reference: str) -> Visit | None:
        """The visit of that reference. In a writing transaction nobody else can change it until the end."""
        if reference not in self._kept:
            self._keep(ONE, the_reference=reference)
        return self._kept.get(reference)

    def visit_of_school(self, urn: str, academic_year: int) -> Visit | None:
        """The school's visit in the academic year that ends in `academic_year`, cancelled ones included."""
        return next(iter(self._keep(OF_SCHOOL, the_urn=urn, the_academic_year=academic_year)), None)

    def visits(
        self,
        *,
        state: VisitState | None = None,
        adviser: str | None = None,
        from_: dt.date | None = None,
        to: dt.date | None = None,
        urns: Collection[str] | None = None,
    ) -> list[Visit]:
        """Visits by reference; `from_` and `to`, inclusive, ask for an agreed date between them, `urns` for schools."""
        wanted = [] if state is None else [VISIT.c.state == state.value]
        wanted += [] if adviser is None else [VISIT.c.adviser == adviser.lower()]
        wanted += [] if from_ is None else [VISIT.c.agreed_date >= from_]
        wanted += [] if to is None else [VISIT.c.agreed_date <= to]
        wanted += [] if urns is None else [VISIT.c.urn.in_(sorted(urns))]
        return self._fetch(queries(own(VISIT), *wanted) if wanted else ALL)

    def urns_of_visits(self, references: Collection[str]) -> dict[str, str]:
        """The schools of those of the references that are visits."""
        if not references:
            return {}
        rows = self._ask(_URNS, these_reference=sorted(references))
        return {reference: urn for reference, urn in rows}  # noqa: C416 - dict() takes a result for a mapping

    def visits_to_watch(self, today: dt.date, near: dt.date) -> list[Visit]:
        """Visits that the clock may have to do something about.

        Those agreed for a past day, or for one up to `near` that the school was not reminded of; those whose open
        offer may be chased by `today` or has not gone out; and those handed to an adviser because the school is silent.
        """
        return self._fetch(TO_WATCH, today=today, near=near)

    def any_sent_before(self, moment: dt.datetime) -> bool:
        """Whether any visit's first offer went out before that moment."""
        return self._ask(_SENT_BEFORE, moment=moment).first() is not None

    def open_visits_of_contact(self, email: str) -> list[str]:
        """References of the visits, neither signed off nor cancelled, of schools where the address is active."""
        return sorted(self._ask(_OPEN_OF_CONTACT, the_email=email.lower()).scalars(), key=_by_reference)

    def held_slots(self, adviser: str, except_reference: str = "") -> frozenset[Slot]:
        """The adviser's half days in open offers or agreed, but for those of one visit."""
        return frozenset(slot for slot, holder in self._held(adviser) if holder != except_reference)

    def offered_holds(self, first: dt.date) -> list[Hold]:
        """What is kept for open offers from that day on, for all advisers."""
        rows = self._ask(_OFFERED, first=first)
        return [Hold(reference, urn, adviser, slot_of(date, part)) for reference, urn, adviser, date, part in rows]

    def save_visit(self, visit: Visit) -> Visit:
        """Add or update the visit with its offers and attendees, and keep its slots; the visit as it now stands.

        Raises SlotTakenError (another visit has a slot of it), StaleVisitError (changed since it was read) or
        StorageError; the visit is then as it was before the call, and the transaction can go on.
        """
        reference = visit.reference
        revision = self._seen[reference].revision if reference in self._saved else visit.revision
        seen = self._seen.get(reference)
        before = seen if seen is not None and seen.revision == revision else None
        self._kept.pop(reference, None)
        try:
            with self._on_its_own(visit, before):
                self._save_row(visit, revision)
                self._save_parts(visit, before)
        except IntegrityError as error:
            self._holds.clear()
            raise self._refusal(visit, str(error.orig)) from error
        self._seen[reference] = replace(visit, revision=revision + 1)
        self._saved.add(reference)
        return self._seen[reference]

    def _on_its_own(self, visit: Visit, before: Visit | None) -> AbstractContextManager[object]:
        """A part of the transaction that can be undone by itself, where the database may refuse what is new."""
        settled = before is not None and (before.state, before.agreed) == (visit.state, visit.agreed)
        if before is None or not settled or hold_rows(before) != hold_rows(visit):
            return self._connection.begin_nested()
        return nullcontext()

    def _save_row(self, visit: Visit, revision: int) -> None:
        row = {**visit_row(visit), "revision": revision + 1}
        if revision == 0:
            self._insert(VISIT, [row])
        elif not self._update_one(VISIT, {"reference": row.pop("reference"), "revision": revision}, row):
            raise _stale(visit.reference)

    def _save_parts(self, visit: Visit, before: Visit | None) -> None:
        """Write anew the parts that differ from the visit as it is stored, where that is known."""
        if before is None or before.offers != visit.offers:
            self._save_offers(visit, before)
        if before is None or before.attendees != visit.attendees:
            self._replace(visit, ATTENDEE, attendee_rows(visit))
        if before is None or hold_rows(before) != hold_rows(visit):
            self._holds.clear()
            self._replace(visit, HOLD, hold_rows(visit))

    def _save_offers(self, visit: Visit, before: Visit | None) -> None:
        """Offers are added and change, but hardly ever their slots."""
        known = {offer.number: offer for offer in before.offers} if before else {}
        added = replace(visit, offers=tuple(offer for offer in visit.offers if offer.number not in known))
        stayed = replace(visit, offers=tuple(offer for offer in visit.offers if offer.number in known))
        if before is None or [offer.slots for offer in before.offers] != [offer.slots for offer in stayed.offers]:
            self._replace(visit, OFFERED_SLOT, [])
            self._replace(visit, OFFER, [])
            added, stayed = visit, replace(visit, offers=())
        changed = replace(stayed, offers=tuple(offer for offer in stayed.offers if offer != known[offer.number]))
        self._update_many(OFFER, ("reference", "number"), offer_rows(changed))
        self._insert(OFFER, offer_rows(added))
        self._insert(OFFERED_SLOT, offered_slot_rows(added))

    def _replace(self, visit: Visit, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if visit.revision or visit.reference in self._saved:
            self._ask(_EMPTY[table], the_reference=visit.reference)
        self._insert(table, rows)

    def _refusal(self, visit: Visit, cause: str) -> StorageError:
        holders = {slot: holder for slot, holder in self._held(visit.adviser) if holder != visit.reference}
        for row in hold_rows(visit):
            slot = slot_of(row["date"], row["part"])
            if slot in holders:
                return SlotTakenError(visit.adviser.lower(), slot, holders[slot])
        if visit.revision == 0 and visit.reference in self.urns_of_visits([visit.reference]):
            return _stale(visit.reference)
        return StorageError(f"Visit {visit.reference} of school {visit.urn} cannot be stored as it is ({cause}).")

    def _held(self, adviser: str) -> list[tuple[Slot, str]]:
        asked = adviser.lower()
        if asked not in self._holds:
            rows = self._ask(_HELD, the_adviser=asked)
            self._holds[asked] = [(slot_of(date, part), holder) for date, part, holder in rows]
        return self._holds[asked]

    def _keep(self, asked: VisitQueries, **values: object) -> list[Visit]:
        """The visits, as they will be until the transaction ends: nobody else can change them."""
        visits = self._fetch(asked, lock=self.writing, **values)
        self._kept.update({visit.reference: visit for visit in visits})
        return visits

    def _fetch_visits(self, references: Collection[str]) -> list[Visit]:
        """Read those visits in a few queries, for `visit` to have."""
        missing = sorted(set(references) - self._kept.keys())
        if missing:
            self._keep(SOME, these_reference=missing)
        return [self._kept[reference] for reference in references if reference in self._kept]

    def _fetch(self, asked: VisitQueries, *, lock: bool = False, **values: object) -> list[Visit]:
        rows = self._ask(asked.locked if lock else asked.visits, **values).all()
        if not rows:
            return []
        parts = (self._ask(query, **values).all() for query in (asked.offers, asked.slots, asked.attendees))
        visits = visits_from_rows(sorted(rows, key=lambda row: _by_reference(row[0])), *parts)
        if self.writing:
            self._seen.update({visit.reference: visit for visit in visits})
        return visits


def _stale(reference: str) -> StaleVisitError:
    return StaleVisitError(
        f"Visit {reference} was changed by another program meanwhile; nothing was changed, try again."
    )


def _by_reference(reference: str) -> tuple[int, str]:
    return len(reference), reference
