"""Visits whole: with their offers, offered slots and attendees, and the half days that they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.model import Slot, Visit, VisitState
from storage.errors import SlotTakenError, StaleVisitError, StorageError
from storage.records.base import TeamRecords
from storage.records.visit_rows import (
    ATTENDEE_COLUMNS,
    OFFER_COLUMNS,
    OFFERED_SLOT_COLUMNS,
    VISIT_COLUMNS,
    attendee_rows,
    hold_rows,
    offer_rows,
    offered_slot_rows,
    slot_of,
    visit_row,
    visits_from_rows,
)
from storage.tables import ATTENDEE, CONTACT, HOLD, OFFER, OFFERED_SLOT, TEAM, VISIT

_CLOSED_STATES = (VisitState.SIGNED_OFF.value, VisitState.CANCELLED.value)


class VisitRecords(TeamRecords):
    """The visits of the team. A visit is read and saved whole."""

    _own_saves: Mapping[str, int] = MappingProxyType({})

    def next_reference(self) -> str:
        """The next visit's reference, `VS-0001` and up; given back if the transaction is undone."""
        own = TEAM.c.id == self.team_id
        self._run(TEAM.update().where(own).values(last_reference=TEAM.c.last_reference + 1))
        return f"VS-{self._run(sa.select(TEAM.c.last_reference).where(own)).scalar_one():04d}"

    def visit(self, reference: str) -> Visit | None:
        """The visit of that reference. In a writing transaction nobody else can change it until the end."""
        return next(iter(self._load(VISIT.c.reference == reference, lock=self.writing)), None)

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
        revision = self._own_saves.get(visit.reference, visit.revision)
        try:
            with self.session.begin_nested():
                self._save_row(visit, revision)
                self._save_parts(visit, known=revision > 0)
        except IntegrityError as error:
            raise self._refusal(visit, str(error.orig)) from error
        self._own_saves = {**self._own_saves, visit.reference: revision + 1}
        return replace(visit, revision=revision + 1)

    def _save_row(self, visit: Visit, revision: int) -> None:
        row = {**visit_row(visit), "revision": revision + 1}
        if revision == 0:
            self._insert(VISIT, [row])
            return
        same = (VISIT.c.reference == visit.reference, VISIT.c.revision == revision)
        if not self._run(VISIT.update().where(self._own(VISIT), *same).values(**row)).rowcount:
            raise _stale(visit.reference)

    def _save_parts(self, visit: Visit, *, known: bool) -> None:
        for table in (HOLD, OFFERED_SLOT, OFFER, ATTENDEE) if known else ():
            self._run(table.delete().where(self._own(table), table.c.reference == visit.reference))
        self._insert(OFFER, offer_rows(visit))
        self._insert(OFFERED_SLOT, offered_slot_rows(visit))
        self._insert(ATTENDEE, attendee_rows(visit))
        self._insert(HOLD, hold_rows(visit))

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
        where = (self._own(VISIT), *conditions)
        visits = sa.select(*VISIT_COLUMNS).where(*where)
        rows = sorted(self._run(visits.with_for_update() if lock else visits), key=lambda row: _by_reference(row[0]))
        if not rows:
            return []
        return visits_from_rows(
            rows,
            self._parts(OFFER, OFFER_COLUMNS, [OFFER.c.number], where),
            self._parts(OFFERED_SLOT, OFFERED_SLOT_COLUMNS, [OFFERED_SLOT.c.option], where),
            self._parts(ATTENDEE, ATTENDEE_COLUMNS, [ATTENDEE.c.position], where),
        )

    def _parts(
        self,
        table: sa.Table,
        columns: Sequence[sa.ColumnElement[Any]],
        order: Sequence[sa.ColumnElement[Any]],
        where: Sequence[sa.ColumnElement[bool]],
    ) -> Sequence[sa.Row[Any]]:
        of_visit = sa.and_(table.c.team_id == VISIT.c.team_id, table.c.reference == VISIT.c.reference)
        query = sa.select(*columns).join(VISIT, of_visit).where(*where).order_by(*order)
        return self._run(query).all()


def _stale(reference: str) -> StaleVisitError:
    return StaleVisitError(
        f"Visit {reference} was changed by another program meanwhile; nothing was changed, try again."
    )


def _by_reference(reference: str) -> tuple[int, str]:
    return len(reference), reference
