"""A visit to and from the rows of its tables."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from bot.model import (
    Attendee,
    Governor,
    Offer,
    OfferedSlot,
    OfferState,
    Part,
    ReasonCode,
    Role,
    Slot,
    Visit,
    VisitState,
    WaitingFor,
)
from storage.tables import ATTENDEE, OFFER, OFFERED_SLOT, VISIT

VISIT_COLUMNS = [column for column in VISIT.c if column.name != "team_id"]
OFFERED_SLOT_COLUMNS = [OFFERED_SLOT.c[name] for name in ("reference", "number", "option", "date", "part")]
OFFER_COLUMNS = [
    OFFER.c[name] for name in ("reference", "number", "state", "recorded_at", "sent_at", "chases", "chase_on")
]
ATTENDEE_COLUMNS = [ATTENDEE.c[name] for name in ("reference", "name", "role", "email")]

_PARTS = {part.value: part for part in Part}
_ROLES = {role.value: role for role in Role}
_OFFER_STATES = {state.value: state for state in OfferState}
"""Looked up, as there are thousands: to ask the enumeration itself takes several times as long."""

_Row = Sequence[Any]


def visit_row(visit: Visit) -> dict[str, Any]:
    """The row of the visit itself."""
    return {
        "reference": visit.reference,
        "urn": visit.urn,
        "academic_year": visit.academic_year,
        "adviser": visit.adviser.lower(),
        "state": visit.state.value,
        "waiting_for": visit.waiting_for.value,
        "reason_code": visit.reason_code.value if visit.reason_code else None,
        "reason": visit.reason,
        "agreed_date": visit.agreed.date if visit.agreed else None,
        "agreed_part": visit.agreed.part.value if visit.agreed else None,
        "governor": visit.governor.value,
        "contact": visit.contact,
        "rounds": visit.rounds,
        "sequence": visit.sequence,
        "reminded_for": visit.reminded_for,
        "first_sent_at": visit.first_sent_at,
        "agreed_at": visit.agreed_at,
        "updated": visit.updated,
        "refused": [[slot.date.isoformat(), slot.part.value] for slot in visit.refused],
    }


def offer_rows(visit: Visit) -> list[dict[str, Any]]:
    """The rows of its offers."""
    return [
        {
            "reference": visit.reference,
            "number": offer.number,
            "state": offer.state.value,
            "recorded_at": offer.recorded_at,
            "sent_at": offer.sent_at,
            "chases": offer.chases,
            "chase_on": offer.chase_on,
        }
        for offer in visit.offers
    ]


def offered_slot_rows(visit: Visit) -> list[dict[str, Any]]:
    """The rows of the slots of all its offers."""
    return [
        {
            "reference": visit.reference,
            "number": offer.number,
            "option": offered.option,
            "date": offered.slot.date,
            "part": offered.slot.part.value,
        }
        for offer in visit.offers
        for offered in offer.slots
    ]


def attendee_rows(visit: Visit) -> list[dict[str, Any]]:
    """The rows of its attendees, in their order."""
    return [
        {
            "reference": visit.reference,
            "position": position,
            "name": attendee.name,
            "role": attendee.role.value if attendee.role else None,
            "email": attendee.email,
        }
        for position, attendee in enumerate(visit.attendees)
    ]


def hold_rows(visit: Visit) -> list[dict[str, Any]]:
    """The half days that the visit keeps: its agreed slot, and those of its open offers that nobody has refused."""
    held: dict[Slot, str] = {}
    if visit.state is not VisitState.CANCELLED:
        offers = (offer for offer in visit.offers if offer.state is OfferState.OPEN)
        slots = (offered.slot for offer in offers for offered in offer.slots)
        held = {slot: "hold" for slot in slots if slot not in visit.refused}
    if visit.agreed is not None:
        held[visit.agreed] = "booking"
    return [
        {
            "reference": visit.reference,
            "adviser": visit.adviser.lower(),
            "date": slot.date,
            "part": slot.part.value,
            "kind": kind,
        }
        for slot, kind in held.items()
    ]


def visits_from_rows(
    visits: Iterable[_Row], offers: Iterable[_Row], slots: Iterable[_Row], attendees: Iterable[_Row]
) -> list[Visit]:
    """The visits, in the order of their rows; the other rows in the order that they have in a visit."""
    slots_of: defaultdict[tuple[str, int], list[OfferedSlot]] = defaultdict(list)
    for reference, number, option, date, part in slots:
        slots_of[reference, number].append(OfferedSlot(option, slot_of(date, part)))
    offers_of: defaultdict[str, list[Offer]] = defaultdict(list)
    for reference, number, state, *rest in offers:
        own = tuple(slots_of[reference, number])
        offers_of[reference].append(Offer(number, own, _OFFER_STATES[state], *rest))
    attendees_of: defaultdict[str, list[Attendee]] = defaultdict(list)
    for reference, name, role, email in attendees:
        attendees_of[reference].append(Attendee(name, _ROLES[role] if role else None, email))
    return [_visit(row, tuple(offers_of[row[0]]), tuple(attendees_of[row[0]])) for row in visits]


def slot_of(date: dt.date, part: str) -> Slot:
    """The half day of two columns."""
    return Slot(date, _PARTS[part])


def _visit(row: _Row, offers: tuple[Offer, ...], attendees: tuple[Attendee, ...]) -> Visit:
    (reference, urn, year, adviser, state, waiting_for, reason_code, reason, date, part, governor, *rest) = row
    contact, rounds, sequence, reminded_for, first_sent_at, agreed_at, updated, refused, revision = rest
    return Visit(
        reference=reference,
        urn=urn,
        academic_year=year,
        adviser=adviser,
        state=VisitState(state),
        waiting_for=WaitingFor(waiting_for),
        reason_code=ReasonCode(reason_code) if reason_code else None,
        reason=reason,
        agreed=slot_of(date, part) if date else None,
        attendees=attendees,
        governor=Governor(governor),
        offers=offers,
        contact=contact,
        rounds=rounds,
        sequence=sequence,
        reminded_for=reminded_for,
        first_sent_at=first_sent_at,
        agreed_at=agreed_at,
        updated=updated,
        refused=tuple(slot_of(dt.date.fromisoformat(day), half) for day, half in refused),
        revision=revision,
    )
