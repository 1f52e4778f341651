"""The advisers' diaries in Microsoft 365: what is taken is seen, what is agreed stands there once, and can be moved."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.free_time import busy_half_days
from bot.model import Hours, Part, Slot
from bot.ports import BusyPeriod, Diary, DiaryEntry, DiaryError, DiaryRemoval
from handlers.diary.graph import KEY_PROPERTY, GraphDiary
from handlers.diary.graph_times import busy_items, moment_in, windows
from handlers.microsoft_graph import GraphClient
from tests.fakes.graph_calendar import CalendarStore
from tests.fakes.graph_server import MAILBOX, GraphServer, to_any
from tests.fakes.graph_stage import client_of

NAIR = "priya.nair@council.example"
KEY = "VS-0421@council.example"
LONDON = ZoneInfo("Europe/London")
JANUARY = dt.date(2027, 1, 1), dt.date(2027, 1, 31)


def at(day: int, hour: int, minute: int = 0, month: int = 1) -> dt.datetime:
    """A moment of 2027 in London, as UTC."""
    return dt.datetime(2027, month, day, hour, minute, tzinfo=LONDON).astimezone(dt.UTC)


def entry(key: str = KEY, day: int = 26, *, tentative: bool = False, adviser: str = NAIR, month: int = 1) -> DiaryEntry:
    slot = Slot(dt.date(2027, month, day), Part.AM)
    title = "Virtual School visit: Oakfield Primary [VS-0421]"
    start, end = at(day, 9, 15, month), at(day, 12, 15, month)
    return DiaryEntry(key, adviser, slot, start, end, title, "Oakfield, Norwich", tentative)


@pytest.fixture
def server() -> Iterator[GraphServer]:
    with GraphServer() as running:
        running.calendars[NAIR] = CalendarStore()
        yield running


@pytest.fixture
def client(server: GraphServer) -> Iterator[GraphClient]:
    made = client_of(server, step=1, whole=3)
    yield made
    made.close()


@pytest.fixture
def diary(client: GraphClient) -> GraphDiary:
    return GraphDiary(client, MAILBOX)


@pytest.fixture
def calendar(server: GraphServer) -> CalendarStore:
    return server.calendars[NAIR]


def test_it_is_a_diary_as_the_mind_knows_it(diary: GraphDiary) -> None:
    port: Diary = diary
    assert port.busy(NAIR, *JANUARY) == ()


# Free time.


def test_what_is_busy_tentative_or_away_counts_and_what_is_free_or_elsewhere_does_not(
    calendar: CalendarStore, diary: GraphDiary
) -> None:
    for day, state in enumerate(("busy", "tentative", "oof", "unknown", "free", "workingElsewhere"), 11):
        calendar.add(at(day, 10), at(day, 11), state)
    found = diary.busy(NAIR, *JANUARY)
    assert found == tuple(BusyPeriod(at(day, 10), at(day, 11)) for day in (11, 12, 13, 14))


def test_two_appointments_at_one_time_are_two_so_that_ours_does_not_hide_somebody_elses(
    calendar: CalendarStore, diary: GraphDiary
) -> None:
    diary.write([entry()])
    calendar.add(at(26, 9, 15), at(26, 12, 15))
    ours = BusyPeriod(at(26, 9, 15), at(26, 12, 15))
    found = diary.busy(NAIR, *JANUARY)
    assert found == (ours, ours)
    assert busy_half_days(found, Hours(), *JANUARY, [ours]) == {Slot(dt.date(2027, 1, 26), Part.AM)}


def test_a_whole_school_year_is_asked_for_in_stretches_that_graph_takes_and_nothing_is_counted_twice(
    server: GraphServer, calendar: CalendarStore, diary: GraphDiary
) -> None:
    begun = [at(1, 9), at(11, 23, month=2), at(25, 9, month=3), at(20, 9, month=7)]
    for start in begun:
        calendar.add(start, start + dt.timedelta(hours=3))
    found = diary.busy(NAIR, dt.date(2027, 1, 1), dt.date(2027, 7, 22))
    assert [period.start for period in found] == begun
    assert server.count("POST", "/getSchedule") == 5


def test_a_long_leave_over_the_seams_of_our_questions_is_one_period(calendar: CalendarStore, diary: GraphDiary) -> None:
    calendar.add(at(1, 0), at(1, 0, month=6), "oof")
    assert diary.busy(NAIR, dt.date(2027, 1, 1), dt.date(2027, 7, 22)) == (BusyPeriod(at(1, 0), at(1, 0, month=6)),)


def test_the_clocks_going_forward_moves_no_appointment(calendar: CalendarStore, diary: GraphDiary) -> None:
    calendar.add(at(29, 9, month=3), at(29, 10, month=3))
    (period,) = diary.busy(NAIR, dt.date(2027, 3, 20), dt.date(2027, 4, 2))
    assert period.start == dt.datetime(2027, 3, 29, 8, tzinfo=dt.UTC)


def test_somebody_who_shows_only_that_they_are_busy_is_still_not_free(
    calendar: CalendarStore, diary: GraphDiary
) -> None:
    calendar.only_merged = True
    calendar.add(at(12, 10), at(12, 11), "busy")
    calendar.add(at(12, 11), at(12, 12), "workingElsewhere")
    assert diary.busy(NAIR, *JANUARY) == (BusyPeriod(at(12, 10), at(12, 11)),)


def test_a_diary_that_graph_will_not_show_is_an_error_and_never_an_empty_one(
    calendar: CalendarStore, diary: GraphDiary
) -> None:
    calendar.trouble = {"responseCode": "ErrorNoFreeBusyAccess", "message": "Unable to resolve"}
    with pytest.raises(
        DiaryError, match=r"no free time of priya\.nair@council\.example for us \(ErrorNoFreeBusyAccess\)"
    ):
        diary.busy(NAIR, *JANUARY)


def test_an_adviser_without_a_mailbox_is_an_error_that_names_them(diary: GraphDiary) -> None:
    with pytest.raises(DiaryError, match="check the adviser's address"):
        diary.busy("nobody@council.example", *JANUARY)


def test_without_rights_the_administrator_reads_what_to_grant(server: GraphServer, diary: GraphDiary) -> None:
    server.roles.remove("Calendars.ReadWrite")
    with pytest.raises(DiaryError, match=r"Application Calendars\.ReadWrite over visits@council\.example"):
        diary.busy(NAIR, *JANUARY)
    with pytest.raises(DiaryError, match=r"Application Calendars\.ReadWrite over priya\.nair@council\.example"):
        diary.write([entry()])


def test_free_time_needs_no_right_to_the_advisers_own_calendar(
    server: GraphServer, calendar: CalendarStore, diary: GraphDiary
) -> None:
    server.roles = {f"Calendars.ReadWrite {MAILBOX}"}
    calendar.add(at(12, 10), at(12, 11))
    assert len(diary.busy(NAIR, *JANUARY)) == 1


def test_many_visits_in_a_row_do_not_ask_the_same_each_time_but_what_we_write_is_seen_at_once(
    server: GraphServer, client: GraphClient, calendar: CalendarStore
) -> None:
    now = [0.0]
    diary = GraphDiary(client, MAILBOX, elapsed=lambda: now[0])
    for _ in range(5):
        diary.busy(NAIR, *JANUARY)
    assert server.count("POST", "/getSchedule") == 1
    diary.write([entry()])
    assert len(diary.busy(NAIR, *JANUARY)) == 1
    calendar.add(at(12, 10), at(12, 11))
    now[0] += 31
    assert len(diary.busy(NAIR, *JANUARY)) == 2


@pytest.mark.parametrize("fault", ["unavailable", "busy", "error", "dropped_before_accept", "expired"])
def test_free_time_is_asked_for_again_when_graph_fails_for_the_moment(
    server: GraphServer, calendar: CalendarStore, diary: GraphDiary, fault: str
) -> None:
    calendar.add(at(12, 10), at(12, 11))
    server.fault(fault)
    assert len(diary.busy(NAIR, *JANUARY)) == 1


# Entries.


def test_a_booking_stands_in_the_advisers_calendar_as_busy_without_attendees(
    calendar: CalendarStore, diary: GraphDiary
) -> None:
    diary.write([entry()])
    (event,) = calendar.events.values()
    assert (event.start, event.end) == (at(26, 9, 15), at(26, 12, 15))
    assert event.fields["showAs"] == "busy"
    assert event.fields["subject"] == "Virtual School visit: Oakfield Primary [VS-0421]"
    assert event.fields["location"] == {"displayName": "Oakfield, Norwich"}
    assert event.properties == {KEY_PROPERTY: KEY}
    assert "attendees" not in event.fields


def test_a_hold_is_tentative_and_rings_nobody(calendar: CalendarStore, diary: GraphDiary) -> None:
    diary.write([entry(tentative=True)])
    (event,) = calendar.events.values()
    assert (event.fields["showAs"], event.fields["isReminderOn"]) == ("tentative", False)


def test_to_write_the_same_again_changes_nothing(calendar: CalendarStore, diary: GraphDiary) -> None:
    for _ in range(3):
        diary.write([entry()])
    assert len(calendar.events) == 1


def test_to_write_a_known_key_again_moves_the_entry_and_a_hold_becomes_busy(
    calendar: CalendarStore, diary: GraphDiary
) -> None:
    diary.write([entry(day=26, tentative=True), entry(day=28)])
    (event,) = calendar.events.values()
    assert event.start == at(28, 9, 15)
    assert event.fields["showAs"] == "busy"


def test_in_summer_an_entry_lies_at_the_schools_time(calendar: CalendarStore, diary: GraphDiary) -> None:
    diary.write([entry(day=8, month=6)])
    (event,) = calendar.events.values()
    assert event.start == dt.datetime(2027, 6, 8, 8, 15, tzinfo=dt.UTC)


def test_an_entry_is_taken_out_once_and_again_is_harmless(calendar: CalendarStore, diary: GraphDiary) -> None:
    other = entry("VS-0007@council.example", 27)
    diary.write([entry(), other])
    for _ in range(2):
        diary.write([DiaryRemoval(KEY, NAIR)])
    assert [event.properties[KEY_PROPERTY] for event in calendar.events.values()] == [other.key]


@pytest.mark.parametrize("fault", ["dropped_after_accept", "error_after_accept", "gateway_after_accept"])
def test_an_answer_that_was_lost_makes_no_second_entry(
    server: GraphServer, calendar: CalendarStore, diary: GraphDiary, fault: str
) -> None:
    server.fault(fault, 1, lambda method, place: method == "POST" and place.endswith("/events"))
    diary.write([entry()])
    diary.write([entry()])
    assert len(calendar.events) == 1


def test_an_entry_that_its_owner_deleted_can_be_written_again(calendar: CalendarStore, diary: GraphDiary) -> None:
    for _ in range(3):
        diary.write([entry()])
        assert len(calendar.events) == 1
        calendar.events.clear()


def test_an_event_deleted_while_we_move_it_is_made_anew(
    server: GraphServer, calendar: CalendarStore, diary: GraphDiary
) -> None:
    diary.write([entry()])
    server.fault("gone_now", 1, lambda method, _: method == "PATCH" and calendar.events.clear() is None)
    diary.write([entry(day=28)])
    assert [event.start for event in calendar.events.values()] == [at(28, 9, 15)]


def test_where_entries_lie_now_is_seen_when_their_owner_moves_deletes_or_copies_them(
    calendar: CalendarStore, diary: GraphDiary
) -> None:
    keys = [f"VS-000{number}@council.example" for number in range(4)]
    diary.write([entry(key, 11 + number) for number, key in enumerate(keys)])
    still, moved, deleted, copied = calendar.events.values()
    moved.start, moved.end = at(20, 13), at(20, 15)
    del calendar.events[deleted.number]
    calendar.add(at(21, 9), at(21, 12)).properties.update(copied.properties)
    assert diary.standing(NAIR, [*keys, "VS-9999@council.example"]) == {
        keys[0]: BusyPeriod(still.start, still.end),
        keys[1]: BusyPeriod(at(20, 13), at(20, 15)),
        keys[2]: None,
        keys[3]: BusyPeriod(copied.start, copied.end),
        "VS-9999@council.example": None,
    }


def test_many_entries_are_looked_at_with_few_requests_and_none_is_called_gone_for_that(
    server: GraphServer, calendar: CalendarStore, diary: GraphDiary
) -> None:
    keys = [f"VS-{number:04}@council.example" for number in range(240)]
    for number, key in enumerate(keys):
        start = at(5, 9, month=1) + dt.timedelta(hours=number)
        calendar.add(start, start + dt.timedelta(hours=1)).properties[KEY_PROPERTY] = key
    gone = calendar.events.popitem()[1]
    server.asked.clear()
    found = diary.standing(NAIR, keys)
    assert server.count("GET", "/calendar/events") == 4  # three pages, and the one that is gone by itself
    assert [key for key, place in found.items() if place is None] == [gone.properties[KEY_PROPERTY]]


def test_a_diary_that_cannot_be_reached_says_nothing_of_where_entries_lie(
    server: GraphServer, diary: GraphDiary
) -> None:
    diary.write([entry()])
    server.fault("unavailable", 99, to_any)
    with pytest.raises(DiaryError, match="out of order at the moment"):
        diary.standing(NAIR, [KEY])


def test_one_entrys_key_in_other_letters_is_another_entry(calendar: CalendarStore, diary: GraphDiary) -> None:
    diary.write([entry("vs-1-AM@council.example", 11), entry("VS-1-am@council.example", 12)])
    assert len(calendar.events) == 2
    diary.write([DiaryRemoval("vs-1-AM@council.example", NAIR)])
    assert [event.start for event in calendar.events.values()] == [at(12, 9, 15)]


def test_a_key_with_a_quote_is_found_again(calendar: CalendarStore, diary: GraphDiary) -> None:
    for _ in range(2):
        diary.write([entry("VS-1@st-mary's.example")])
    assert len(calendar.events) == 1


# What Graph says of times.


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ({"dateTime": "2027-01-26T09:15:00.0000000", "timeZone": "UTC"}, (9, 15)),
        ({"dateTime": "2027-01-26T09:15:00", "timeZone": "GMT Standard Time"}, (9, 15)),
        ({"dateTime": "2027-01-26T09:15:00", "timeZone": "W. Europe Standard Time"}, (8, 15)),
        ({"dateTime": "2027-01-26T09:15:00", "timeZone": "Europe/Paris"}, (8, 15)),
        ({"dateTime": "2027-01-26T09:15:00+02:00", "timeZone": ""}, (7, 15)),
        ({"dateTime": "2027-01-26T09:15:00Z", "timeZone": "tzone://Microsoft/Custom"}, (9, 15)),
    ],
)
def test_times_are_read_in_every_zone_they_come_in(value: dict[str, str], moment: tuple[int, int]) -> None:
    assert moment_in(value) == dt.datetime(2027, 1, 26, *moment, tzinfo=dt.UTC)


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.just("2027-01-26T09:15:00"),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["scheduleItems", "availabilityView", "status", "start", "end", "dateTime", "timeZone", "x"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_json_comes_it_is_read_or_refused(value: object) -> None:
    window = BusyPeriod(at(1, 0), at(31, 0))
    found = busy_items(value if isinstance(value, dict) else {"scheduleItems": value}, window)
    assert found is None or all(isinstance(period, BusyPeriod) for period in found)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 400))
def test_the_stretches_cover_every_day_once_and_none_is_too_long_for_graph(first: dt.date, days: int) -> None:
    found = list(windows(first, first + dt.timedelta(days)))
    assert all(a.end == b.start for a, b in pairwise(found))
    assert all(window.end - window.start < dt.timedelta(days=62) for window in found)
    assert found[-1].end - found[0].start >= dt.timedelta(days=days, hours=23)
