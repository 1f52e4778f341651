"""The advisers' diaries on Exchange, against our own stand-in: no double booking, no entry twice, nobody invited."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.local_time import LONDON
from bot.model import Part, Slot
from bot.ports import BusyPeriod, Diary, DiaryEntry, DiaryError, DiaryRemoval
from handlers.diary.exchange import ExchangeDiary
from handlers.exchange.server import TRIES
from handlers.sections_exchange import ExchangeDiarySettings
from tests.fakes.ews_server import EwsServer
from tests.fakes.ews_store import Item
from tests.fakes.garbling import garbler

US = "visits@council.example"
ANN = "ann.shah@council.example"
KEY = "VS-0421@council.example"
WINTER, SUMMER = dt.date(2027, 1, 26), dt.date(2027, 7, 6)


@pytest.fixture
def server() -> Iterator[EwsServer]:
    with EwsServer(US, ANN) as running:
        running.passwords[US] = "a password"
        running.store.impersonators.add(US)
        yield running


def diary_at(server: EwsServer, **others: object) -> ExchangeDiary:
    said = {"endpoint": server.url, "sign_in": "basic", "username": US, "password": "a password", "timeout_seconds": 3}
    chosen = ExchangeDiarySettings.model_validate({**said, **others})
    return ExchangeDiary(chosen, US, sleep=lambda _seconds: None)


def entry(day: dt.date = SUMMER, *, tentative: bool = False, hour: int = 9) -> DiaryEntry:
    start = dt.datetime.combine(day, dt.time(hour, 15), LONDON).astimezone(dt.UTC)
    title = "Virtual School visit: Oakfield & Elm <Primary> [VS-0421]"
    return DiaryEntry(
        KEY, ANN, Slot(day, Part.AM), start, start + dt.timedelta(hours=3), title, "Oakfield, 1 High Street", tentative
    )


def events(server: EwsServer, folder: str = "calendar") -> list[Item]:
    mailbox = server.store.mailboxes[ANN]
    return mailbox.in_folder(mailbox.distinguished(folder))


def appointment(server: EwsServer, start: dt.datetime, hours: float, status: str) -> Item:
    mailbox = server.store.mailboxes[ANN]
    values = {"calendar:LegacyFreeBusyStatus": status}
    end = start + dt.timedelta(hours=hours)
    return mailbox.add(mailbox.distinguished("calendar"), "CalendarItem", start=start, end=end, values=values)


def at(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), LONDON).astimezone(dt.UTC)


# --- when an adviser is free -----------------------------------------------------------------------------------------


def test_the_exchange_diary_is_a_diary_as_the_mind_knows_it(server: EwsServer) -> None:
    port: Diary = diary_at(server)
    assert port.busy(ANN, SUMMER, SUMMER) == ()


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        ("Busy", True),
        ("Tentative", True),
        ("OOF", True),
        ("Free", False),
        ("WorkingElsewhere", False),
        ("NoData", False),
    ],
)
def test_an_adviser_who_is_away_or_may_be_away_is_not_offered(server: EwsServer, status: str, counts: bool) -> None:
    appointment(server, at(SUMMER, 10), 1, status)
    expected = (BusyPeriod(at(SUMMER, 10), at(SUMMER, 11)),) if counts else ()
    assert diary_at(server).busy(ANN, SUMMER, SUMMER) == expected


@pytest.mark.parametrize("day", [WINTER, SUMMER])
@pytest.mark.parametrize("lacking", [False, True])
def test_the_clock_of_london_is_right_in_both_halves_of_the_year_whatever_zones_the_server_knows(
    server: EwsServer, day: dt.date, lacking: bool
) -> None:
    server.manners.unknown.update({"GetServerTimeZones"} if lacking else set())
    appointment(server, at(day, 14), 2, "Busy")
    assert diary_at(server).busy(ANN, day, day) == (BusyPeriod(at(day, 14), at(day, 16)),)
    assert server.count("GetServerTimeZones") == 0


def test_the_first_and_the_last_day_count_whole_and_no_other_day_does(server: EwsServer) -> None:
    for hour in (0, 23):
        appointment(server, at(SUMMER, hour), 1, "Busy")
    appointment(server, at(SUMMER, 0) - dt.timedelta(hours=1), 1, "Busy")
    appointment(server, at(SUMMER, 23) + dt.timedelta(hours=1), 1, "Busy")
    assert len(diary_at(server).busy(ANN, SUMMER, SUMMER)) == 2


def test_two_entries_at_the_same_time_are_two_periods_so_that_our_own_hides_none(server: EwsServer) -> None:
    for _ in range(2):
        appointment(server, at(SUMMER, 10), 1, "Busy")
    assert diary_at(server).busy(ANN, SUMMER, SUMMER) == (BusyPeriod(at(SUMMER, 10), at(SUMMER, 11)),) * 2


def test_a_whole_year_is_asked_in_parts_and_what_lies_across_two_is_told_once(server: EwsServer) -> None:
    long = appointment(server, at(WINTER, 0), 24 * 300, "OOF")
    assert long.start is not None
    assert long.end is not None
    found = diary_at(server).busy(ANN, dt.date(2027, 1, 1), dt.date(2027, 12, 31))
    assert found == (BusyPeriod(long.start, long.end),)


def test_a_server_that_tells_half_hours_only_is_understood(server: EwsServer) -> None:
    server.manners.merged_only = True
    appointment(server, at(SUMMER, 10), 1.5, "Busy")
    appointment(server, at(SUMMER, 14), 1, "Free")
    assert diary_at(server).busy(ANN, SUMMER, SUMMER) == (
        BusyPeriod(at(SUMMER, 10), at(SUMMER, 11) + dt.timedelta(minutes=30)),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.lists(
        st.tuples(st.integers(0, 60 * 24 * 90), st.integers(1, 600), st.sampled_from(["Busy", "Free", "OOF"])),
        max_size=8,
    )
)
def test_whenever_an_adviser_is_away_it_is_seen_and_nothing_else_is(
    server: EwsServer, data: list[tuple[int, int, str]]
) -> None:
    for item in events(server):
        server.store.mailboxes[ANN].remove(item)
    first, last = dt.date(2027, 2, 1), dt.date(2027, 5, 1)
    begin = at(first, 0)
    expected = []
    for minutes, length, status in data:
        start = begin + dt.timedelta(minutes=minutes)
        item = appointment(server, start, length / 60, status)
        if status != "Free" and start < at(last, 0) + dt.timedelta(days=1) and item.end is not None:
            expected.append(BusyPeriod(start, item.end))
    found = diary_at(server).busy(ANN, first, last)
    assert sorted(found, key=str) == sorted(expected, key=str)


# --- our entries -----------------------------------------------------------------------------------------------------


def test_a_booking_stands_in_the_diary_as_it_was_agreed(server: EwsServer) -> None:
    diary_at(server).write([entry()])
    (event,) = events(server)
    assert (event.start, event.end) == (entry().start, entry().end)
    assert event.values["item:Subject"] == entry().title
    assert event.values["calendar:Location"] == entry().location
    assert event.values["calendar:LegacyFreeBusyStatus"] == "Busy"


def test_a_hold_is_tentative_and_silent_and_becomes_a_booking_with_a_reminder(server: EwsServer) -> None:
    diary = diary_at(server)
    diary.write([entry(tentative=True)])
    (hold,) = events(server)
    assert hold.values["calendar:LegacyFreeBusyStatus"] == "Tentative"
    assert hold.values["item:ReminderIsSet"] in ("0", "false")
    diary.write([entry()])
    (booking,) = events(server)
    assert booking.id == hold.id
    assert booking.values["calendar:LegacyFreeBusyStatus"] == "Busy"
    assert booking.values["item:ReminderIsSet"] in ("1", "true")


def test_to_write_an_entry_again_changes_nothing(server: EwsServer) -> None:
    diary = diary_at(server)
    diary.write([entry(), entry()])
    before = events(server)
    diary_at(server).write([entry()])
    assert events(server) == before


def test_an_entry_of_a_known_key_moves_also_across_the_change_of_the_clocks(server: EwsServer) -> None:
    diary = diary_at(server)
    diary.write([entry(SUMMER)])
    diary.write([entry(WINTER)])
    (event,) = events(server)
    assert (event.start, event.end) == (entry(WINTER).start, entry(WINTER).end)


def test_a_move_leaves_the_reminder_that_the_adviser_has_set(server: EwsServer) -> None:
    diary = diary_at(server)
    diary.write([entry()])
    (event,) = events(server)
    own = {**event.values, "item:ReminderMinutesBeforeStart": "120"}
    server.store.mailboxes[ANN].change(event, values=own)
    diary.write([entry(WINTER)])
    assert events(server)[0].values["item:ReminderMinutesBeforeStart"] == "120"


def test_a_removal_takes_our_entry_only_and_it_can_be_had_back(server: EwsServer) -> None:
    other = appointment(server, at(SUMMER, 9), 3, "Busy")
    diary = diary_at(server)
    diary.write([entry()])
    diary.write([DiaryRemoval(KEY, ANN), DiaryRemoval(KEY, ANN)])
    assert events(server) == [other]
    assert [item.values["item:Subject"] for item in events(server, "deleteditems")] == [entry().title]


def test_nobody_is_invited_or_told_by_exchange(server: EwsServer) -> None:
    diary = diary_at(server)
    diary.write([entry(), entry(WINTER), DiaryRemoval(KEY, ANN)])
    written = [seen.raw for seen in server.seen if seen.operation in ("CreateItem", "UpdateItem", "DeleteItem")]
    assert len(written) == 3
    assert all(b'="SendToNone"' in raw for raw in written)
    assert server.store.sent == []


@pytest.mark.parametrize(
    "kind", ["dropped_after_accept", "hang", "after_503", "busy", "dropped_before_accept", "not_xml"]
)
@pytest.mark.parametrize("operation", ["CreateItem", "UpdateItem", "FindItem"])
def test_a_lost_answer_never_makes_a_second_entry(server: EwsServer, kind: str, operation: str) -> None:
    diary = diary_at(server)
    if operation == "UpdateItem":
        diary.write([entry(WINTER)])
    server.trouble(kind, 1, operation)
    try:
        diary.write([entry()])
    except DiaryError:
        diary.write([entry()])
    (event,) = events(server)
    assert event.start == entry().start


def test_an_entry_made_twice_by_an_answer_that_came_too_late_becomes_one_again(server: EwsServer) -> None:
    diary = diary_at(server)
    diary.write([entry()])
    (event,) = events(server)
    mailbox = server.store.mailboxes[ANN]
    mailbox.add(mailbox.distinguished("calendar"), "CalendarItem", start=event.start, end=event.end,
                values=event.values, extended=event.extended)  # fmt: skip
    diary.write([entry(WINTER)])
    assert [one.start for one in events(server)] == [entry(WINTER).start]


def test_where_entries_lie_now_is_told_by_key_and_what_the_adviser_deleted_is_gone(server: EwsServer) -> None:
    diary = diary_at(server)
    other = replace(entry(WINTER), key="VS-0007@council.example")
    diary.write([entry(), other])
    moved, deleted = events(server)
    mailbox = server.store.mailboxes[ANN]
    mailbox.change(moved, start=at(SUMMER, 13), end=at(SUMMER, 15))
    mailbox.move(deleted, mailbox.distinguished("deleteditems"))
    assert diary.standing(ANN, [KEY, other.key, "VS-9999@council.example"]) == {
        KEY: BusyPeriod(at(SUMMER, 13), at(SUMMER, 15)),
        other.key: None,
        "VS-9999@council.example": None,
    }
    assert diary.standing(ANN, []) == {}


def test_the_entries_of_a_whole_term_are_looked_up_together(server: EwsServer) -> None:
    diary = diary_at(server)
    keys = [f"VS-{number:04}@council.example" for number in range(50)]
    diary.write([replace(entry(), key=key) for key in keys[:30]])
    before = server.count("FindItem")
    standing = diary.standing(ANN, keys)
    assert [standing[key] is not None for key in keys] == [True] * 30 + [False] * 20
    assert server.count("FindItem") - before == 3


def test_a_server_that_cannot_search_never_has_a_strange_entry_taken_for_ours(server: EwsServer) -> None:
    server.manners.ignores_restrictions = True
    appointment(server, at(SUMMER, 9), 3, "Busy")
    diary = diary_at(server)
    diary.write([replace(entry(WINTER), key="VS-0007@council.example")])
    diary.write([entry()])
    diary.write([DiaryRemoval(KEY, ANN)])
    assert diary.standing(ANN, [KEY]) == {KEY: None}
    assert len(events(server)) == 2


# --- who may do what -------------------------------------------------------------------------------------------------


def test_without_the_right_to_act_for_others_it_is_said_how_to_grant_it(server: EwsServer) -> None:
    server.store.impersonators.clear()
    with pytest.raises(DiaryError, match="ApplicationImpersonation"):
        diary_at(server).write([entry()])
    with pytest.raises(DiaryError, match="ApplicationImpersonation"):
        diary_at(server).busy(ANN, SUMMER, SUMMER)


def test_a_colleague_with_access_needs_no_impersonation(server: EwsServer) -> None:
    server.store.impersonators.clear()
    server.store.mailboxes[ANN].access.add(US)
    diary = diary_at(server, access="delegate")
    diary.write([entry()])
    assert diary.busy(ANN, SUMMER, SUMMER) == (BusyPeriod(entry().start, entry().end),)
    assert all(b"ExchangeImpersonation" not in seen.raw for seen in server.seen)


def test_a_calendar_that_may_only_be_read_is_said_with_the_right_that_is_missing(server: EwsServer) -> None:
    server.store.mailboxes[ANN].readers.add(US)
    with pytest.raises(DiaryError, match=rf"The diary of {ANN}: .* the right to edit its calendar"):
        diary_at(server, access="delegate").write([entry()])
    assert events(server) == []


def test_free_times_that_are_not_shared_are_said(server: EwsServer) -> None:
    server.store.mailboxes[ANN].free_busy = False
    with pytest.raises(DiaryError, match=f"does not show us when {ANN} is free"):
        diary_at(server, access="delegate").busy(ANN, SUMMER, SUMMER)


def test_an_adviser_without_a_mailbox_is_named(server: EwsServer) -> None:
    with pytest.raises(DiaryError, match=r"knows no mailbox gone@council\.example; correct the address"):
        diary_at(server).busy("gone@council.example", SUMMER, SUMMER)


def test_a_server_that_stays_busy_is_one_sentence(server: EwsServer) -> None:
    server.trouble("busy", TRIES)
    with pytest.raises(DiaryError, match=f"The diary of {ANN}: Exchange is busy"):
        diary_at(server).standing(ANN, [KEY])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_whatever_a_server_answers_is_an_error_of_the_port_or_the_truth(server: EwsServer, seed: int) -> None:
    for item in events(server):
        server.store.mailboxes[ANN].remove(item)
    diary = diary_at(server)
    server.garbler = garbler(seed)
    for act in (
        lambda: diary.busy(ANN, SUMMER, SUMMER),
        lambda: diary.standing(ANN, [KEY]),
        lambda: diary.write([entry()]),
    ):
        with contextlib.suppress(DiaryError):
            act()
    server.garbler = None
    diary.write([entry()])
    assert {event.start for event in events(server)} == {entry().start}
