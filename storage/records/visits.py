"""Visits whole: with their offers, offered slots and attendees, and the half days that they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.model import OfferState, ReasonCode, Slot, Visit, VisitState
from storage.errors import SlotTakenError, StaleVisitError, StorageError
from storage.records.base import TeamRecords
from storage.records.visit_queries import ONE_VISIT, ONE_VISIT_LOCKED, VisitQueries, queries
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

OPEN_OFFER = OFFER.alias("open_offer")
_CLOSED_STATES = (VisitState.SIGNED_OFF.value, VisitState.CANCELLED.value)


class VisitRecords(TeamRecords):
    """The visits of the team. A visit is read and saved whole."""

    def __init__(self, session: Session, team_id: int, *, writing: bool) -> None:
        super().__init__(session, team_id, writing=writing)
        self._seen: dict[str, Visit] = {}
        self._saved: set[str] = set()

    def next_reference(self) -> str:
        """The next visit's reference, `VS-0001` and up; given back if the transaction is undone."""
        own = TEAM.c.id == self.team_id
        self._run(TEAM.update().where(own).values(last_reference=TEAM.c.last_reference + 1))
        return f"VS-{self._run(sa.select(TEAM.c.last_reference).where(own)).scalar_one():04d}"

    def visit(self, reference: str) -> Visit | None:
        """The visit of that reference. In a writing transaction nobody else can change it until the end."""
        asked = ONE_VISIT_LOCKED if self.writing else ONE_VISIT
        return next(iter(self._fetch(asked, {"team_id": self.team_id, "reference": reference})), None)

    def visit_of_school(self, urn: str, academic_year: int) -> Visit | None:
        """The school's visit in the academic year that ends in `academic_year`, cancelled ones included."""
        found = self._load(VISIT.c.urn == urn, VISIT.c.academic_year == academic_year, lock=self.writing)
        return next(iter(found), None)

    def visits(
        self,
        *,
        state: VisitState | None = None,
        adviser: str | None = None,
        from_: dt.date | None = None,
        to: dt.date | None = None,
    ) -> list[Visit]:
        """Visits by reference; `from_` and `to`, inclusive, ask for an agreed date between them."""
        wanted = [] if state is None else [VISIT.c.state == state.value]
        wanted += [] if adviser is None else [VISIT.c.adviser == adviser.lower()]
        wanted += [] if from_ is None else [VISIT.c.agreed_date >= from_]
        wanted += [] if to is None else [VISIT.c.agreed_date <= to]
        return self._load(*wanted)

    def urns_of_visits(self, references: Collection[str]) -> dict[str, str]:
        """The schools of those of the references that are visits."""
        if not references:
            return {}
        query = sa.select(VISIT.c.reference, VISIT.c.urn).where(self._own(VISIT), VISIT.c.reference.in_(references))
        return {reference: urn for reference, urn in self._run(query)}  # noqa: C416 - dict() takes a result for a mapping

    def visits_to_watch(self, today: dt.date, near: dt.date) -> list[Visit]:
        """Visits that the clock may have to do something about.

        Those agreed for a day up to `near` (all past ones among them), those whose open offer may be chased by
        `today`, and those handed to an adviser because the school is silent.
        """
        chased = (
            sa.select(OPEN_OFFER.c.number)
            .where(OPEN_OFFER.c.team_id == VISIT.c.team_id, OPEN_OFFER.c.reference == VISIT.c.reference)
            .where(OPEN_OFFER.c.state == OfferState.OPEN.value, OPEN_OFFER.c.chase_on <= today)
            .correlate(VISIT)
            .exists()
        )
        agreed = sa.and_(VISIT.c.state == VisitState.AGREED.value, VISIT.c.agreed_date <= near)
        return self._load(sa.or_(agreed, chased, VISIT.c.reason_code == ReasonCode.SILENT.value))

    def open_visits_of_contact(self, email: str) -> list[str]:
        """References of the visits, neither signed off nor cancelled, of schools where the address is active."""
        at_school = sa.and_(CONTACT.c.team_id == VISIT.c.team_id, CONTACT.c.urn == VISIT.c.urn)
        query = (
            sa.select(VISIT.c.reference)
            .join(CONTACT, at_school)
            .where(self._own(VISIT), CONTACT.c.email == email.lower(), CONTACT.c.active)
            .where(VISIT.c.state.not_in(_CLOSED_STATES))
        )
        return sorted(self._run(query).scalars(), key=_by_reference)

    def held_slots(self, adviser: str, except_reference: str = "") -> frozenset[Slot]:
        """The adviser's half days in open offers or agreed, but for those of one visit."""
        query = sa.select(HOLD.c.date, HOLD.c.part).where(
            self._own(HOLD), HOLD.c.adviser == adviser.lower(), HOLD.c.reference != except_reference
        )
        return frozenset(slot_of(date, part) for date, part in self._run(query))

    def save_visit(self, visit: Visit) -> Visit:
        """Add or update the visit with its offers and attendees, and keep its slots; the visit as it now stands.

        Raises SlotTakenError (another visit has a slot of it), StaleVisitError (changed since it was read) or
        StorageError; the visit is then as it was before the call, and the transaction can go on.
        """
        reference = visit.reference
        revision = self._seen[reference].revision if reference in self._saved else visit.revision
        before = self._seen.get(reference)
        try:
            with self.session.begin_nested():
                self._save_row(visit, revision)
                self._save_parts(visit, before if before is not None and before.revision == revision else None)
        except IntegrityError as error:
            raise self._refusal(visit, str(error.orig)) from error
        self._seen[reference] = replace(visit, revision=revision + 1)
        self._saved.add(reference)
        return self._seen[reference]

    def _save_row(self, visit: Visit, revision: int) -> None:
        row = {**visit_row(visit), "revision": revision + 1}
        if revision == 0:
            self._insert(VISIT, [row])
            return
        same = (VISIT.c.reference == visit.reference, VISIT.c.revision == revision)
        if not self._run(VISIT.update().where(self._own(VISIT), *same).values(**row)).rowcount:
            raise _stale(visit.reference)

    def _save_parts(self, visit: Visit, before: Visit | None) -> None:
        """Write anew the parts that differ from the visit as it is stored, where that is known."""
        if before is None or before.offers != visit.offers:
            self._replace(visit, OFFERED_SLOT, [])
            self._replace(visit, OFFER, offer_rows(visit))
            self._insert(OFFERED_SLOT, offered_slot_rows(visit))
        if before is None or before.attendees != visit.attendees:
            self._replace(visit, ATTENDEE, attendee_rows(visit))
        if before is None or hold_rows(before) != hold_rows(visit):
            self._replace(visit, HOLD, hold_rows(visit))

    def _replace(self, visit: Visit, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if visit.revision or visit.reference in self._saved:
            self._run(table.delete().where(self._own(table), table.c.reference == visit.reference))
        self._insert(table, rows)

    def _refusal(self, visit: Visit, cause: str) -> StorageError:
        adviser, reference = visit.adviser.lower(), visit.reference
        query = sa.select(HOLD.c.date, HOLD.c.part, HOLD.c.reference).where(
            self._own(HOLD), HOLD.c.adviser == adviser, HOLD.c.reference != reference
        )
        holders = {slot_of(date, part): holder for date, part, holder in self._run(query)}
        for row in hold_rows(visit):
            slot = slot_of(row["date"], row["part"])
            if slot in holders:
                return SlotTakenError(adviser, slot, holders[slot])
        if visit.revision == 0 and self._load(VISIT.c.reference == reference):
            return _stale(reference)
        return StorageError(f"Visit {reference} of school {visit.urn} cannot be stored as it is ({cause}).")

    def _load(self, *conditions: sa.ColumnElement[bool], lock: bool = False) -> list[Visit]:
        asked = queries(self._own(VISIT), *conditions)
        return self._fetch(asked.locking() if lock else asked)

    def _fetch(self, asked: VisitQueries, values: Mapping[str, Any] | None = None) -> list[Visit]:
        rows = sorted(self._run(asked.visits, values), key=lambda row: _by_reference(row[0]))
        if not rows:
            return []
        parts = (self._run(query, values).all() for query in (asked.offers, asked.slots, asked.attendees))
        visits = visits_from_rows(rows, *parts)
        if self.writing:
            self._seen.update({visit.reference: visit for visit in visits})
        return visits


def _stale(reference: str) -> StaleVisitError:
    return StaleVisitError(
        f"Visit {reference} was changed by another program meanwhile; nothing was changed, try again."
    )


def _by_reference(reference: str) -> tuple[int, str]:
    return len(reference), reference
