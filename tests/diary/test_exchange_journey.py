"""A council whose advisers live in Outlook: what is agreed stands there, and what they change is asked about."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers import resolving
from tests.fakes.ews_server import EwsServer
from tests.fakes.ews_store import EwsMailbox, Item
from tests.journeys.world import LONDON, SAM, US, World, at, kinds, make_template

ANSWERED = at(12, 1, 10)
DIARY = """
[diary]
kind = "exchange"
endpoint = "{url}"
sign_in = "basic"
username = "svc"
password = "a password"
timeout_seconds = 2
"""


@pytest.fixture
def server() -> Iterator[EwsServer]:
    with EwsServer(US, SAM, "dana.cole@council.example") as running:
        running.passwords["svc"] = "a password"
        running.store.impersonators.add("svc")
        yield running


@pytest.fixture
def world(server: EwsServer, tmp_path: Path) -> Iterator[World]:
    template = tmp_path / "template"
    template.mkdir()
    make_template(template)
    council = World(tmp_path / "council", template, DIARY.format(url=server.url))
    yield council
    council.close()


@pytest.fixture
def outlook(server: EwsServer) -> EwsMailbox:
    return server.store.mailboxes[SAM]


def entries(outlook: EwsMailbox, status: str) -> list[tuple[str, str]]:
    """The half days that stand in the calendar with that status."""
    found = [item for item in calendar(outlook) if item.values["calendar:LegacyFreeBusyStatus"] == status]
    return sorted((local(item).date().isoformat(), "am" if local(item).hour < 12 else "pm") for item in found)


def calendar(outlook: EwsMailbox) -> list[Item]:
    return outlook.in_folder(outlook.distinguished("calendar"))


def local(item: Item) -> dt.datetime:
    assert item.start is not None
    return item.start.astimezone(LONDON)


def test_what_is_on_offer_is_tentative_in_outlook_until_the_school_chooses(world: World, outlook: EwsMailbox) -> None:
    offer = world.offered()
    assert entries(outlook, "Tentative") == sorted(offer.options.values())
    world.reply(offer, "Option 2 please.", now=ANSWERED)
    world.run(ANSWERED)
    assert entries(outlook, "Tentative") == []
    assert entries(outlook, "Busy") == [offer.options[2]]
    assert kinds(world.run(at(12, 1, 11))) == []


def test_what_the_adviser_has_in_outlook_is_never_offered(world: World, outlook: EwsMailbox) -> None:
    start = at(25, 1, 0).astimezone(dt.UTC)
    for day in range(5):
        outlook.add(
            outlook.distinguished("calendar"), "CalendarItem", start=start + dt.timedelta(day, 32400),
            end=start + dt.timedelta(day, 43200), values={"calendar:LegacyFreeBusyStatus": "OOF"},
        )  # fmt: skip
    offered = set(world.offered().options.values())
    assert offered
    assert not offered & {(f"2027-01-{day}", "am") for day in range(25, 30)}


@pytest.mark.parametrize("what", ["moved", "deleted"])
def test_an_adviser_who_changes_a_visit_in_outlook_is_asked_and_nothing_is_written_over(
    world: World, outlook: EwsMailbox, what: str
) -> None:
    world.agreed()
    (visit,) = calendar(outlook)
    assert visit.start is not None
    assert visit.end is not None
    if what == "deleted":
        outlook.move(visit, outlook.distinguished("deleteditems"))
    else:
        week = dt.timedelta(7)
        outlook.change(visit, start=visit.start + week, end=visit.end + week)
    there = calendar(outlook)
    assert kinds(world.run(ANSWERED)) == ["card"]
    assert world.visit()["reason_code"] == "diary_changed"
    assert calendar(outlook) == there
    world.resolve(resolving.close, at(12, 1, 13))
    assert world.run(at(12, 1, 14)) == []


def test_an_exchange_that_is_away_for_a_while_costs_no_entry_and_makes_none_twice(
    world: World, server: EwsServer, outlook: EwsMailbox
) -> None:
    offer = world.offered()
    world.reply(offer, "Option 1 please.", now=ANSWERED)
    server.trouble("dropped_after_accept", 3, "UpdateItem")
    server.trouble("hang", 1, "CreateItem")
    for hour in (10, 11, 12):
        world.round(at(12, 1, hour))
    assert entries(outlook, "Busy") == [offer.options[1]]
    assert entries(outlook, "Tentative") == []
