import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.model import (
    Attendee,
    Contact,
    Governor,
    OfferState,
    Part,
    ReasonCode,
    Role,
    School,
    Slot,
    Visit,
    VisitState,
    WaitingFor,
)
from storage.database import Store
from storage.errors import StaleVisitError, StorageError

Build = Callable[..., Visit]
SLOT = Slot(dt.date(2027, 2, 2), Part.AM)


@pytest.fixture
def visits(any_store: Store, schools: list[School]) -> Store:
    with any_store.write() as records:
        records.add_schools(schools)
    return any_store


def save(store: Store, *visits: Visit) -> None:
    with store.write() as records:
        for visit in visits:
            records.save_visit(visit)


def load(store: Store, reference: str) -> Visit:
    with store.read() as records:
        visit = records.visit(reference)
    assert visit is not None
    return visit


def test_a_visit_comes_back_as_it_was_saved_in_every_field(visits: Store, a_visit: Build, now: dt.datetime) -> None:
    visit = a_visit(
        1,
        state=VisitState.AGREED,
        waiting_for=WaitingFor.ADVISER,
        reason_code=ReasonCode.QUESTION,
        reason="asks where to park",
        agreed=SLOT,
        governor=Governor.NAMED,
        contact="dt@school.example",
        rounds=2,
        sequence=1,
        reminded_for=SLOT.date,
        first_sent_at=now,
        agreed_at=now.astimezone(dt.timezone(dt.timedelta(hours=5))),
        updated=now,
        refused=(Slot(dt.date(2027, 1, 7), Part.PM),),
    )
    save(visits, visit)
    assert load(visits, "VS-0001") == visit


def test_what_is_taken_out_of_a_visit_does_not_come_back(visits: Store, a_visit: Build) -> None:
    save(visits, a_visit(1))
    with visits.write() as records:
        visit = records.visit("VS-0001")
        records.save_visit(
            replace(visit, attendees=visit.attendees[1:], offers=visit.offers[:1], state=VisitState.TO_ARRANGE)
        )
    after = load(visits, "VS-0001")
    assert after.attendees == (Attendee(None, Role.SENCO, "senco@school.example"),)
    assert [offer.number for offer in after.offers] == [1]


def test_a_visit_saved_without_reading_it_first_is_written_whole(visits: Store, a_visit: Build) -> None:
    with visits.write() as records:
        saved = records.save_visit(a_visit(1))
    changed = replace(saved, attendees=(), offers=saved.offers[1:])
    save(visits, changed)
    assert load(visits, "VS-0001") == changed


def test_a_visit_can_be_saved_several_times_in_one_transaction(visits: Store, a_visit: Build) -> None:
    first = a_visit(1)
    save(visits, first, replace(first, rounds=1), replace(first, rounds=2, offers=first.offers[:1]))
    assert load(visits, "VS-0001").rounds == 2
    assert len(load(visits, "VS-0001").offers) == 1


def test_nobody_overwrites_what_another_has_changed_since_they_looked(visits: Store, a_visit: Build) -> None:
    save(visits, a_visit(1))
    looked_at = load(visits, "VS-0001")
    save(visits, replace(looked_at, reason="a letter came in between"))
    with pytest.raises(StaleVisitError, match="VS-0001 was changed"):
        save(visits, replace(looked_at, reason="decided on what is no longer so"))
    assert load(visits, "VS-0001").reason == "a letter came in between"


def test_a_new_visit_never_replaces_one_of_the_same_reference(visits: Store, a_visit: Build) -> None:
    save(visits, a_visit(1))
    with pytest.raises(StaleVisitError):
        save(visits, a_visit(1, urn="100002", offers=()))
    assert load(visits, "VS-0001").urn == "100001"


def test_a_school_has_one_visit_in_an_academic_year(visits: Store, a_visit: Build) -> None:
    save(visits, a_visit(1))
    with pytest.raises(StorageError, match="VS-0002 of school 100001 cannot be stored"):
        save(visits, a_visit(2, urn="100001", offers=()))
    save(visits, a_visit(3, urn="100001", academic_year=2028, offers=()))
    with visits.read() as records:
        assert records.visit_of_school("100001", 2027).reference == "VS-0001"
        assert records.visit_of_school("100001", 2028).reference == "VS-0003"
        assert records.visit_of_school("100002", 2027) is None


def test_a_visit_to_a_school_that_nobody_knows_is_refused(visits: Store, a_visit: Build) -> None:
    with pytest.raises(StorageError, match="cannot be stored as it is"):
        save(visits, a_visit(1, urn="999999"))


@pytest.mark.parametrize("state", list(VisitState))
def test_a_visit_has_an_agreed_slot_exactly_when_its_state_says_so(
    visits: Store, a_visit: Build, state: VisitState
) -> None:
    dated = state in {VisitState.AGREED, VisitState.VISITED, VisitState.REPORTED, VisitState.SIGNED_OFF}
    right, wrong = (SLOT, None) if dated else (None, SLOT)
    with pytest.raises(StorageError):
        save(visits, a_visit(1, state=state, agreed=wrong))
    save(visits, a_visit(1, state=state, agreed=right))
    assert load(visits, "VS-0001").agreed == right


def test_visits_are_listed_by_state_adviser_and_agreed_date(visits: Store, a_visit: Build) -> None:
    agreed = a_visit(2, state=VisitState.AGREED, agreed=SLOT, offers=(), adviser="Other@council.example")
    save(visits, a_visit(1), agreed, a_visit(3, offers=()))

    def found(**wanted: object) -> list[str]:
        with visits.read() as records:
            return [visit.reference for visit in records.visits(**wanted)]

    assert found() == ["VS-0001", "VS-0002", "VS-0003"]
    assert found(state=VisitState.AGREED) == ["VS-0002"]
    assert found(adviser="OTHER@council.example") == ["VS-0002"]
    assert found(from_=SLOT.date, to=SLOT.date) == ["VS-0002"]
    assert found(from_=SLOT.date + dt.timedelta(1)) == []
    assert found(state=VisitState.OFFERED, to=SLOT.date) == []


def test_a_list_of_visits_has_all_their_parts(visits: Store, a_visit: Build) -> None:
    save(visits, *(a_visit(n) for n in range(1, 31)))
    with visits.read() as records:
        listed = records.visits()
    assert listed == [a_visit(n) for n in range(1, 31)]


def test_listing_asks_the_database_the_same_few_questions_for_one_visit_and_for_thirty(
    visits: Store, a_visit: Build
) -> None:
    asked: list[str] = []
    sa.event.listen(visits.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    def questions() -> int:
        asked.clear()
        with visits.read() as records:
            assert records.visits()
        return sum(statement.startswith("SELECT") for statement in asked)

    save(visits, a_visit(1))
    for_one = questions()
    save(visits, *(a_visit(n) for n in range(2, 31)))
    assert questions() == for_one <= 4


def test_references_count_up_from_one_and_grow_past_four_digits(visits: Store) -> None:
    with visits.write() as records:
        assert [records.next_reference(), records.next_reference()] == ["VS-0001", "VS-0002"]
    with visits.write() as records:
        records.session.execute(sa.text("UPDATE team SET last_reference = 9998"))
        assert [records.next_reference(), records.next_reference()] == ["VS-9999", "VS-10000"]


def test_a_reference_of_an_undone_transaction_is_used_again(visits: Store) -> None:
    def undone() -> None:
        with visits.write() as records:
            assert records.next_reference() == "VS-0001"
            raise RuntimeError

    with pytest.raises(RuntimeError):
        undone()
    with visits.write() as records:
        assert records.next_reference() == "VS-0001"


def test_a_contact_speaks_only_for_open_visits_of_schools_where_they_still_are(visits: Store, a_visit: Build) -> None:
    contact = Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@trust.example")
    with visits.write() as records:
        for urn in ("100001", "100002", "100003", "100004"):
            records.save_contact(urn, replace(contact, active=urn != "100004"))
        records.save_visit(a_visit(1))
        records.save_visit(a_visit(2, state=VisitState.CANCELLED))
        records.save_visit(a_visit(3, state=VisitState.SIGNED_OFF, agreed=SLOT))
        records.save_visit(a_visit(4))
    with visits.read() as records:
        assert records.open_visits_of_contact("P.Nair@trust.example") == ["VS-0001"]
        assert records.open_visits_of_contact("nobody@trust.example") == []


def test_the_teams_of_one_database_see_nothing_of_each_other(visits: Store, a_visit: Build, now: dt.datetime) -> None:
    with visits.write() as records:
        records.session.execute(sa.text("INSERT INTO team (id, name, last_reference) VALUES (77, 'other', 0)"))
        records.save_visit(a_visit(1))
        records.save_contact("100001", Contact("A", None, "a@school.example"))
        records.add_letter("<a@school.example>", b"Subject: ours\n\n", now, "1")
        records.save_note("digest", "ours")
    other = Store(visits.engine, team_id=77)
    with other.read() as records:
        assert records.visits() == records.schools() == records.letters() == records.contacts("100001") == []
        assert records.note("digest") is None
    with other.write() as records:
        records.save_school(School("100001", "The same school, another team"))
        records.save_visit(a_visit(1))
        assert records.add_letter("<a@school.example>", b"Subject: ours\n\n", now, "1") is not None
    with visits.read() as records:
        assert records.school("100001").name == "School 01"
        assert len(records.letters()) == 1


def test_the_open_offer_is_kept_and_its_state_with_it(visits: Store, a_visit: Build) -> None:
    save(visits, a_visit(1))
    visit = load(visits, "VS-0001")
    assert [offer.state for offer in visit.offers] == [OfferState.CLOSED, OfferState.OPEN]
    assert visit.open_offer is not None


def test_the_school_of_a_visit_is_found_by_reference(visits: Store, a_visit: Build) -> None:
    save(visits, a_visit(1), a_visit(2))
    with visits.read() as records:
        assert records.urns_of_visits({"VS-0001", "VS-0002", "VS-9999"}) == {"VS-0001": "100001", "VS-0002": "100002"}
        assert records.urns_of_visits(set()) == {}


def test_the_clock_is_shown_the_visits_that_time_changes_and_no_others(visits: Store, a_visit: Build) -> None:
    day = dt.date(2027, 2, 1)
    sent = dt.datetime(2027, 1, 25, 9, tzinfo=dt.UTC)
    offer = replace(a_visit(1).offers[1], sent_at=sent)
    save(
        visits,
        a_visit(1, offers=(replace(offer, chase_on=day),)),
        a_visit(2, offers=(replace(a_visit(2).offers[1], sent_at=sent, chase_on=day + dt.timedelta(1)),)),
        a_visit(3, offers=(replace(a_visit(3).offers[1], chase_on=day, state=OfferState.CLOSED),)),
        a_visit(4, offers=(), state=VisitState.AGREED, agreed=SLOT),
        a_visit(5, offers=(), state=VisitState.AGREED, agreed=Slot(SLOT.date + dt.timedelta(1), Part.AM)),
        a_visit(6, offers=(), reason_code=ReasonCode.SILENT, waiting_for=WaitingFor.ADVISER),
        a_visit(7, offers=(), state=VisitState.VISITED, agreed=Slot(day, Part.AM)),
        a_visit(8, offers=(replace(a_visit(8).offers[1], sent_at=None, chase_on=None),)),
    )
    with visits.read() as records:
        watched = records.visits_to_watch(day, near=SLOT.date)
    assert [visit.reference for visit in watched] == ["VS-0001", "VS-0004", "VS-0006", "VS-0008"]
    assert watched[0].offers[0].slots == offer.slots
