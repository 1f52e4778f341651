"""The four questions that fetch visits whole, however many there are, and those that are asked most, built once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bot.model import OfferState, ReasonCode, VisitState
from storage.records.base import among, own, same
from storage.records.visit_rows import ATTENDEE_COLUMNS, OFFER_COLUMNS, OFFERED_SLOT_COLUMNS, VISIT_COLUMNS
from storage.tables import ATTENDEE, OFFER, OFFERED_SLOT, VISIT


@dataclass(frozen=True, slots=True)
class VisitQueries:
    """Rows of visits, and those of their offers, offered slots and attendees, each in its order within a visit.

    `locked` is `visits`, keeping them from others' changes until the transaction ends (where the database can).
    """

    visits: sa.Select[Any]
    locked: sa.Select[Any]
    offers: sa.Select[Any]
    slots: sa.Select[Any]
    attendees: sa.Select[Any]


def queries(*conditions: sa.ColumnElement[bool]) -> VisitQueries:
    """The queries for the visits that meet the conditions on the table of visits."""
    visits = sa.select(*VISIT_COLUMNS).where(*conditions)
    return VisitQueries(
        visits,
        visits.with_for_update(),
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


def _to_watch() -> sa.ColumnElement[bool]:
    """Agreed and past, or near and not reminded of; with an open offer to chase or not sent; or known to be silent."""
    today, near = sa.bindparam("today", type_=sa.Date()), sa.bindparam("near", type_=sa.Date())
    offer = OFFER.alias("open_offer")
    chased = (
        sa.select(offer.c.number)
        .where(offer.c.team_id == VISIT.c.team_id, offer.c.reference == VISIT.c.reference)
        .where(offer.c.state == OfferState.OPEN.value, sa.or_(offer.c.chase_on <= today, offer.c.sent_at.is_(None)))
        .correlate(VISIT)
        .exists()
    )
    reminded = sa.and_(VISIT.c.reminded_for.is_not(None), VISIT.c.reminded_for == VISIT.c.agreed_date)
    is_due = sa.or_(VISIT.c.agreed_date < today, sa.and_(VISIT.c.agreed_date <= near, sa.not_(reminded)))
    agreed = sa.and_(VISIT.c.state == VisitState.AGREED.value, is_due)
    return sa.or_(agreed, chased, VISIT.c.reason_code == ReasonCode.SILENT.value)


ONE = queries(own(VISIT), same(VISIT.c.reference))
SOME = queries(own(VISIT), among(VISIT.c.reference))
OF_SCHOOL = queries(own(VISIT), same(VISIT.c.urn, VISIT.c.academic_year))
TO_WATCH = queries(own(VISIT), _to_watch())
ALL = queries(own(VISIT))
