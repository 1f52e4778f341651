"""The four questions that fetch visits whole, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from storage.records.visit_rows import ATTENDEE_COLUMNS, OFFER_COLUMNS, OFFERED_SLOT_COLUMNS, VISIT_COLUMNS
from storage.tables import ATTENDEE, OFFER, OFFERED_SLOT, VISIT


@dataclass(frozen=True, slots=True)
class VisitQueries:
    """Rows of visits, and those of their offers, offered slots and attendees, each in its order within a visit."""

    visits: sa.Select[Any]
    offers: sa.Select[Any]
    slots: sa.Select[Any]
    attendees: sa.Select[Any]

    def locking(self) -> VisitQueries:
        """The same, keeping the visits from others' changes until the transaction ends (where the database can)."""
        return replace(self, visits=self.visits.with_for_update())


def queries(*conditions: sa.ColumnElement[bool]) -> VisitQueries:
    """The queries for the visits that meet the conditions on the table of visits."""
    return VisitQueries(
        sa.select(*VISIT_COLUMNS).where(*conditions),
        _parts(OFFER, OFFER_COLUMNS, OFFER.c.number, conditions),
        _parts(OFFERED_SLOT, OFFERED_SLOT_COLUMNS, OFFERED_SLOT.c.option, conditions),
        _parts(ATTENDEE, ATTENDEE_COLUMNS, ATTENDEE.c.position, conditions),
    )


def _parts(
    table: sa.Table,
    columns: Sequence[sa.ColumnElement[Any]],
    order: sa.ColumnElement[Any],
    conditions: Sequence[sa.ColumnElement[bool]],
) -> sa.Select[Any]:
    of_visit = sa.and_(table.c.team_id == VISIT.c.team_id, table.c.reference == VISIT.c.reference)
    return sa.select(*columns).join(VISIT, of_visit).where(*conditions).order_by(order)


ONE_VISIT = queries(VISIT.c.team_id == sa.bindparam("team_id"), VISIT.c.reference == sa.bindparam("reference"))
"""Built once, as one visit is what is asked for most."""
ONE_VISIT_LOCKED = ONE_VISIT.locking()
