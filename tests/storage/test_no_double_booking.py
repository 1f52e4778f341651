import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.model import Offer, OfferedSlot, OfferState, Part, School, Slot, Visit, VisitState
from storage.database import Store
from storage.errors import SlotTakenError

Build = Callable[..., Visit]
ADVISER = "advis.er@council.example"
MORNING = Slot(dt.date(2027, 2, 2), Part.AM)
AFTERNOON = Slot(dt.date(2027, 2, 2), Part.PM)


@pytest.fixture
def booked(any_store: Store, schools: list[School], a_visit: Build) -> Store:
    with any_store.write() as records:
        records.add_schools(schools)
        records.save_visit(agreed(a_visit, 1, MORNING))
    return any_store


def agreed(a_visit: Build, number: int, slot: Slot, **changes: object) -> Visit:
    return a_visit(number, state=VisitState.AGREED, agreed=slot, offers=(), **changes)


def offering(a_visit: Build, number: int, *slots: Slot, state: OfferState = OfferState.OPEN) -> Visit:
    offered = tuple(OfferedSlot(n, slot) for n, slot in enumerate(slots, start=1))
    return a_visit(number, offers=(Offer(1, offered, state=state),))


def test_an_adviser_is_never_booked_twice_for_one_half_day(booked: Store, a_visit: Build) -> None:
    with (
        pytest.raises(SlotTakenError, match="already kept for VS-0001 on 2027-02-02 am") as caught,
        booked.write() as records,
    ):
        records.save_visit(agreed(a_visit, 2, MORNING, adviser="Advis.Er@council.example"))
    assert (caught.value.slot, caught.value.reference) == (MORNING, "VS-0001")
    with booked.read() as records:
        assert records.visit("VS-0002") is None


def test_a_booked_half_day_is_not_offered_to_another_school(booked: Store, a_visit: Build) -> None:
    with pytest.raises(SlotTakenError), booked.write() as records:
        records.save_visit(offering(a_visit, 2, AFTERNOON, MORNING))


def test_a_half_day_on_offer_is_not_offered_or_booked_elsewhere(booked: Store, a_visit: Build) -> None:
    with booked.write() as records:
        records.save_visit(offering(a_visit, 2, AFTERNOON))
    for rival in (offering(a_visit, 3, AFTERNOON), agreed(a_visit, 3, AFTERNOON)):
        with pytest.raises(SlotTakenError, match="VS-0002"), booked.write() as records:
            records.save_visit(rival)


def test_the_other_half_and_another_adviser_are_free(booked: Store, a_visit: Build) -> None:
    with booked.write() as records:
        records.save_visit(agreed(a_visit, 2, AFTERNOON))
        records.save_visit(agreed(a_visit, 3, MORNING, adviser="other@council.example"))
        assert records.held_slots(ADVISER) == {MORNING, AFTERNOON}
        assert records.held_slots(ADVISER, except_reference="VS-0002") == {MORNING}
        assert records.held_slots("OTHER@council.example") == {MORNING}


def test_after_a_refusal_the_transaction_goes_on_and_the_visit_is_as_it_was(booked: Store, a_visit: Build) -> None:
    with booked.write() as records:
        records.save_visit(offering(a_visit, 2, AFTERNOON))
    with booked.write() as records:
        before = records.visit("VS-0002")
        with pytest.raises(SlotTakenError):
            records.save_visit(replace(before, state=VisitState.AGREED, agreed=MORNING, offers=()))
        assert records.visit("VS-0002") == before
        records.save_visit(replace(before, reason="slot gone"))
    with booked.read() as records:
        assert records.visit("VS-0002").reason == "slot gone"
        assert records.held_slots(ADVISER) == {MORNING, AFTERNOON}


@pytest.mark.parametrize("end", ["cancelled", "closed", "moved", "given away"])
def test_a_half_day_that_is_given_up_is_free_at_once(booked: Store, a_visit: Build, end: str) -> None:
    with booked.write() as records:
        visit = records.visit("VS-0001")
        after = {
            "cancelled": replace(visit, state=VisitState.CANCELLED, agreed=None),
            "closed": replace(visit, state=VisitState.TO_ARRANGE, agreed=None),
            "moved": replace(visit, agreed=AFTERNOON),
            "given away": replace(visit, adviser="other@council.example"),
        }
        records.save_visit(after[end])
        records.save_visit(agreed(a_visit, 2, MORNING))
        assert MORNING in records.held_slots(ADVISER, except_reference="VS-0001")


def test_an_offer_that_is_closed_or_of_a_cancelled_visit_holds_nothing(booked: Store, a_visit: Build) -> None:
    with booked.write() as records:
        records.save_visit(offering(a_visit, 2, AFTERNOON, state=OfferState.CLOSED))
        records.save_visit(replace(offering(a_visit, 3, AFTERNOON), state=VisitState.CANCELLED))
        assert records.held_slots(ADVISER) == {MORNING}


def test_a_visit_may_agree_a_slot_of_its_own_open_offer(booked: Store, a_visit: Build) -> None:
    with booked.write() as records:
        visit = records.save_visit(offering(a_visit, 2, AFTERNOON))
        records.save_visit(replace(visit, state=VisitState.AGREED, agreed=AFTERNOON))
    with booked.read() as records:
        assert records.held_slots(ADVISER) == {MORNING, AFTERNOON}


def test_the_database_itself_refuses_a_second_hold_whoever_writes_it(booked: Store) -> None:
    with booked.engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(
            sa.text(
                "INSERT INTO hold (team_id, adviser, date, part, reference, kind)"
                " SELECT team_id, adviser, date, part, reference, kind FROM hold"
            )
        )
