import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy.exc import StatementError

from bot.model import Adviser, Contact, HistoryLine, Part, Role, School, Slot, Visit, Weekday
from bot.ports import DiaryEntry
from bot.school_days import Closure, Term
from storage.database import Store
from storage.errors import StorageError

PRIYA = Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@oak.example")
SPRING = Term("Spring 1", dt.date(2027, 1, 5), dt.date(2027, 2, 12))


@pytest.fixture
def oak(any_store: Store, schools: list[School]) -> Store:
    with any_store.write() as records:
        records.add_schools(schools)
    return any_store


def test_a_school_is_added_once_and_then_updated(any_store: Store) -> None:
    school = School("100001", "Oak", "t", "Primary", "926", "Norwich", "s", "Norwich", "NR1 1AA", 620000, 310000)
    with any_store.write() as records:
        assert records.save_school(school)
        assert records.school("100001") == school
        assert not records.save_school(replace(school, is_open=False, easting=None))
        assert records.school("100001") == replace(school, is_open=False, easting=None)
        assert records.schools() == []
        assert len(records.schools(open_only=False)) == 1
        assert records.school("100002") is None


def test_names_and_open_schools_are_told_without_the_rest(any_store: Store) -> None:
    with any_store.write() as records:
        records.save_school(School("100002", "Elm", is_open=False))
        records.save_school(School("100001", "Oak"))
        assert records.names_of_schools() == [("100001", "Oak"), ("100002", "Elm")]
        assert records.urns_of_open_schools() == {"100001"}


def test_the_designated_teacher_comes_first_then_head_and_deputy(oak: Store) -> None:
    roles = [Role.SENCO, Role.DEPUTY_HEAD, None, Role.HEADTEACHER, Role.DESIGNATED_TEACHER]
    with oak.write() as records:
        for number, role in enumerate(roles):
            records.save_contact("100001", Contact(f"P{number}", role, f"p{number}@oak.example"))
        assert [contact.name for contact in records.contacts("100001")] == ["P4", "P3", "P1", "P0", "P2"]
        assert records.contacts_by_school() == {"100001": records.contacts("100001")}


def test_addresses_are_known_whatever_their_capitals(oak: Store) -> None:
    with oak.write() as records:
        assert records.save_contact("100001", replace(PRIYA, email="P.Nair@Oak.example"))
        assert not records.save_contact("100001", PRIYA)
        assert records.contacts("100001") == [PRIYA]
        assert records.urns_of_contact("P.NAIR@oak.example") == ["100001"]


def test_one_who_left_is_kept_and_speaks_for_no_school(oak: Store) -> None:
    with oak.write() as records:
        records.save_contact("100001", PRIYA)
        records.save_contact("100002", PRIYA)
        assert records.mark_contact_left("P.Nair@oak.example") == ["100001", "100002"]
        assert records.mark_contact_left("p.nair@oak.example") == []
        assert records.contacts("100001") == records.urns_of_contact(PRIYA.email) == []
        assert records.contacts("100001", active_only=False) == [replace(PRIYA, active=False)]


def test_a_domain_stays_shared_when_the_second_schools_contact_has_left(oak: Store) -> None:
    with oak.write() as records:
        records.save_contact("100001", replace(PRIYA, email="a@trust.example"))
        records.save_contact("100002", replace(PRIYA, email="b@trust.example"))
        records.mark_contact_left("b@trust.example")
        assert records.urns_of_domain("Trust.example") == ["100001", "100002"]
        assert records.urns_of_domain("rust.example") == []


def test_a_returned_mail_is_noted_at_that_school_only(oak: Store) -> None:
    with oak.write() as records:
        records.save_contact("100001", PRIYA)
        records.save_contact("100002", PRIYA)
        records.mark_contact_bounced("100001", "P.Nair@oak.example")
        assert [contact.bounced for contact in records.contacts("100001")] == [True]
        assert [contact.bounced for contact in records.contacts("100002")] == [False]


def test_an_adviser_comes_back_as_saved_and_is_kept_when_gone(any_store: Store) -> None:
    adviser = Adviser(
        "Ann", "ann@council.example", "U1", ("Norwich", "Broadland"), frozenset({Weekday.FRI, Weekday.MON})
    )
    with any_store.write() as records:
        assert records.save_adviser(replace(adviser, email="Ann@Council.example"))
        assert not records.save_adviser(adviser)
        assert records.advisers() == [adviser]
        records.mark_adviser_left("ANN@council.example")
        assert records.advisers() == []
        assert records.adviser("ann@council.example") == replace(adviser, active=False)


def test_a_schools_calendar_leaves_out_its_own_closures_and_shares_the_rest(any_store: Store) -> None:
    inset = Closure("INSET", dt.date(2027, 1, 8), dt.date(2027, 1, 8), urn="100001")
    mocks = Closure("Mocks", dt.date(2027, 1, 11), dt.date(2027, 1, 15), phase="secondary")
    one, two = School("100001", "One", phase="Primary"), School("100002", "Two", phase="Primary")
    big = School("100003", "Big", phase="Secondary")
    with any_store.write() as records:
        records.save_terms([SPRING], [inset, mocks])
    with any_store.read() as records:
        assert records.terms() == (SPRING,)
        assert records.closures() == (inset, mocks)
        assert not records.calendar(one).is_school_day(inset.start)
        assert records.calendar(two).is_school_day(inset.start)
        assert records.calendar(one).is_school_day(mocks.start)
        assert not records.calendar(big).is_school_day(mocks.start)
        assert records.calendar(two) is records.calendar(School("100004", "Four", phase="Primary"))


def test_new_terms_count_at_once_in_the_same_transaction(any_store: Store) -> None:
    school = School("100001", "One")
    with any_store.write() as records:
        assert records.calendar(school).days == ()
        records.save_terms([SPRING], [])
        assert records.calendar(school).is_school_day(SPRING.start)
        records.save_terms([], [])
        assert records.calendar(school).days == ()


def test_the_embedded_diary_moves_and_removes_entries_by_key(any_store: Store, now: dt.datetime) -> None:
    day = dt.date(2027, 1, 26)
    entry = DiaryEntry("VS-0001@c", "Ann@council.example", Slot(day, Part.PM), now, now, "Visit", "Oak")
    moved = replace(entry, adviser="ann@council.example", slot=Slot(day + dt.timedelta(1), Part.AM))
    with any_store.write() as records:
        records.put_entry(entry)
        assert [found.key for found in records.entries("ann@council.example", day, day)] == [entry.key]
        records.put_entry(moved)
        assert records.entries("ANN@council.example", day, day) == []
        assert records.entries("ann@council.example", day, moved.slot.date) == [moved]
        records.remove_entry(entry.key)
        records.remove_entry(entry.key)
        assert records.entries("ann@council.example", day, moved.slot.date) == []


def test_cursors_and_notes_are_remembered_apart(any_store: Store) -> None:
    with any_store.write() as records:
        records.save_cursor("inbox", "7")
        records.save_cursor("inbox", "8")
        records.save_note("inbox", "a note")
        assert (records.cursor("inbox"), records.note("inbox")) == ("8", "a note")
        assert records.cursor("other") is records.note("other") is None


def test_the_story_of_a_visit_is_told_in_order(oak: Store, a_visit: Callable[..., Visit], now: dt.datetime) -> None:
    earlier = HistoryLine(now - dt.timedelta(1), "noted late", "the clock")
    with oak.write() as records:
        records.add_history("VS-0001", HistoryLine(now, "Offered", "ann@council.example"))
        records.save_visit(a_visit(1))
        letter_id = records.add_letter("<1@oak.example>", b"x", now, "1")
        records.add_history("VS-0001", HistoryLine(now, "Agreed", "letter 1", letter_id, "one_clear_yes"))
        records.add_history("VS-0001", earlier)
    with oak.read() as records:
        assert [line.what for line in records.history("VS-0001")] == ["Offered", "Agreed", "noted late"]
        assert records.history("VS-0001")[1] == HistoryLine(now, "Agreed", "letter 1", letter_id, "one_clear_yes")
        assert records.history("VS-0002") == []


@pytest.mark.parametrize("rewriting", ["UPDATE history SET what = 'nothing'", "DELETE FROM history"])
def test_history_cannot_be_rewritten(
    oak: Store, a_visit: Callable[..., Visit], now: dt.datetime, rewriting: str
) -> None:
    line = HistoryLine(now, "Agreed", "letter 1")
    with oak.write() as records:
        records.save_visit(a_visit(1))
        records.add_history("VS-0001", line)
    with pytest.raises(StorageError, match="history cannot be rewritten"), oak.write() as records:
        records.session.connection().exec_driver_sql(rewriting)
    with oak.read() as records:
        assert records.history("VS-0001") == [line]


def test_a_story_without_its_visit_is_refused(oak: Store, now: dt.datetime) -> None:
    with pytest.raises(StorageError), oak.write() as records:
        records.add_history("VS-0009", HistoryLine(now, "Offered", "nobody"))


def test_a_moment_without_a_zone_is_refused(any_store: Store, now: dt.datetime) -> None:
    with pytest.raises(StatementError, match="has no time zone"), any_store.write() as records:
        records.add_letter("<1@oak.example>", b"x", now.replace(tzinfo=None), "1")
