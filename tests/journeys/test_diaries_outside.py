"""A visit from the first offer to the diary of Microsoft 365, and free time out of a calendar feed."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ports import Clock
from handlers.clock import FixedClock
from handlers.diary.feed import FeedDiary
from handlers.diary.graph import GraphDiary
from handlers.diary.own import OwnDiary
from tests.fakes.graph_calendar import CalendarStore
from tests.fakes.graph_server import MAILBOX, GraphServer, to_any
from tests.fakes.graph_stage import client_of
from tests.journeys.world import SAM, World, at, kinds

ANSWERED = at(12, 1, 10)
NOON: Clock = FixedClock(ANSWERED)


@pytest.fixture
def server() -> Iterator[GraphServer]:
    with GraphServer() as running:
        running.calendars[SAM] = CalendarStore()
        yield running


@pytest.fixture
def calendar(world: World, server: GraphServer) -> Iterator[CalendarStore]:
    """Sam's calendar, connected to the world."""
    client = client_of(server)
    diary = GraphDiary(client, MAILBOX, elapsed=iter(range(0, 10_000_000, 1000)).__next__)
    world.parts = dataclasses.replace(world.parts, diary=diary, shows_holds=True, shared_diaries=True)
    yield server.calendars[SAM]
    client.close()


def shown(calendar: CalendarStore) -> list[tuple[str, str]]:
    return sorted((f"{event.start:%Y-%m-%d}", event.fields["showAs"]) for event in calendar.events.values())


def test_holds_stand_in_outlook_until_one_is_agreed_and_that_one_is_busy(world: World, calendar: CalendarStore) -> None:
    offer = world.offered()
    assert shown(calendar) == sorted((day, "tentative") for day, _ in offer.options.values())
    world.reply(offer, "Option 2 please.", now=ANSWERED)
    world.run(ANSWERED)
    assert shown(calendar) == [(offer.options[2][0], "busy")]


def test_a_slot_that_was_filled_in_outlook_since_is_never_booked(world: World, calendar: CalendarStore) -> None:
    offer = world.offered()
    held = min(calendar.events.values(), key=lambda event: event.start)
    option = next(number for number, (day, _) in offer.options.items() if day == f"{held.start:%Y-%m-%d}")
    calendar.add(held.start + dt.timedelta(minutes=30), held.end, "oof")
    world.reply(offer, f"Option {option} please.", now=ANSWERED)
    world.run(ANSWERED)
    assert world.visit()["state"] != "agreed"


def test_an_adviser_who_drags_the_visit_in_outlook_is_asked_and_it_stays_where_they_put_it(
    world: World, calendar: CalendarStore
) -> None:
    world.reply(world.offered(), "Option 1 please.", now=ANSWERED)
    world.run(ANSWERED)
    (event,) = calendar.events.values()
    event.start, event.end = event.start + dt.timedelta(days=7), event.end + dt.timedelta(days=7)
    there = event.start
    assert kinds(world.run(at(12, 1, 11))) == ["card"]
    assert world.visit()["reason_code"] == "diary_changed"
    assert event.start == there


def test_when_graph_is_down_the_school_gets_its_answer_once_it_is_back(
    world: World, server: GraphServer, calendar: CalendarStore
) -> None:
    offer = world.offered()
    server.fault("unavailable", 10_000, to_any)
    world.reply(offer, "Option 1 please.", now=ANSWERED)
    world.run(ANSWERED, problems=True)
    server.faults.clear()
    world.run(at(12, 1, 14))
    world.run(at(12, 1, 18))
    assert world.visit()["state"] == "agreed"
    assert shown(calendar) == [(offer.options[1][0], "busy")]


def test_what_stands_in_an_advisers_feed_is_not_offered(world: World, tmp_path: Path) -> None:
    file = tmp_path / "sam.ics"
    leave = "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270601\nEND:VEVENT\n"
    file.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{leave}END:VCALENDAR\n")
    world.parts = dataclasses.replace(world.parts, diary=FeedDiary({SAM: str(file)}, OwnDiary(), NOON))
    offer = world.offered()
    assert min(day for day, _ in offer.options.values()) >= "2027-06-01"
