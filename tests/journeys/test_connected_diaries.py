"""A connected diary shows what is on offer and what is agreed; what its owner changes there is asked about."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from bot.ports import BusyPeriod, DiaryChange, DiaryEntry, DiaryError
from handlers import resolving
from tests.journeys.world import Mail, World, at, kinds

ANSWERED = at(12, 1, 10)


@dataclass
class PaperDiary:
    """A diary that others can write in too."""

    entries: dict[str, DiaryEntry] = field(default_factory=dict)
    others: list[BusyPeriod] = field(default_factory=list)
    shut: bool = False

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        del first, last
        ours = [BusyPeriod(item.start, item.end) for item in self.entries.values() if item.adviser == adviser]
        return (*self.others, *ours)

    def write(self, changes: Sequence[DiaryChange]) -> None:
        if self.shut:
            raise DiaryError("The diary is shut.")
        for change in changes:
            if isinstance(change, DiaryEntry):
                self.entries[change.key] = change
            else:
                self.entries.pop(change.key, None)

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        del adviser
        found = {key: self.entries.get(key) for key in keys}
        return {key: BusyPeriod(item.start, item.end) if item else None for key, item in found.items()}

    def slots(self, *, tentative: bool) -> list[tuple[str, str]]:
        chosen = [item.slot for item in self.entries.values() if item.tentative == tentative]
        return sorted((slot.date.isoformat(), slot.part.value) for slot in chosen)


@pytest.fixture
def diary(world: World) -> PaperDiary:
    paper = PaperDiary()
    world.parts = dataclasses.replace(world.parts, diary=paper, shows_holds=True, shared_diaries=True)
    return paper


def period_of(offer: Mail, option: int) -> BusyPeriod:
    day, part = offer.options[option]
    begin, end = (9, 12) if part == "am" else (13, 15)
    date = dt.date.fromisoformat(day)
    return BusyPeriod(
        dt.datetime.combine(date, dt.time(begin, 30), dt.UTC), dt.datetime.combine(date, dt.time(end), dt.UTC)
    )


def test_what_is_on_offer_stands_in_the_diary_as_tentative_until_one_is_agreed(world: World, diary: PaperDiary) -> None:
    offer = world.offered()
    assert diary.slots(tentative=True) == sorted(offer.options.values())
    world.reply(offer, "Option 2 please.", now=ANSWERED)
    world.run(ANSWERED)
    assert diary.slots(tentative=True) == []
    assert diary.slots(tentative=False) == [offer.options[2]]


def test_a_team_that_wants_no_tentative_entries_gets_none(world: World, diary: PaperDiary) -> None:
    world.parts = dataclasses.replace(world.parts, shows_holds=False)
    world.offered()
    assert diary.entries == {}


def test_the_bots_own_tentative_entry_does_not_stand_in_the_way_of_the_yes_to_it(
    world: World, diary: PaperDiary
) -> None:
    offer = world.offered()
    assert diary.slots(tentative=True) != []
    world.reply(offer, "Option 1 please.", now=ANSWERED)
    world.run(ANSWERED)
    assert (world.visit()["state"], world.visit()["date"]) == ("agreed", offer.options[1][0])


def test_a_slot_that_the_adviser_has_filled_since_is_never_booked(world: World, diary: PaperDiary) -> None:
    offer = world.offered()
    diary.others.append(period_of(offer, 1))
    world.reply(offer, "Option 1 please.", now=ANSWERED)
    world.run(ANSWERED)
    assert world.visit()["state"] != "agreed"


def test_what_the_adviser_has_in_the_diary_is_not_offered(world: World, diary: PaperDiary) -> None:
    first = world.offered()
    diary.others = [period_of(first, option) for option in first.options]
    world.resolve(resolving.reoffer(None, None), ANSWERED)
    (again,) = (mail for mail in world.run(ANSWERED) if mail.kind == "reoffer")
    assert not set(again.options.values()) & set(first.options.values())


@pytest.mark.parametrize("what", ["moved", "deleted"])
def test_an_adviser_who_moves_or_deletes_a_visit_in_the_diary_is_asked_once_and_nothing_is_written_over(
    world: World, diary: PaperDiary, what: str
) -> None:
    world.reply(world.offered(), "Option 1 please.", now=ANSWERED)
    world.run(ANSWERED)
    (key, entry), *_ = diary.entries.items()
    if what == "deleted":
        del diary.entries[key]
    else:
        later = dt.timedelta(days=7)
        diary.entries[key] = dataclasses.replace(entry, start=entry.start + later, end=entry.end + later)
    there = dict(diary.entries)
    assert kinds(world.run(at(12, 1, 11))) == ["card"]
    visit = world.visit()
    assert (visit["state"], visit["waiting_for"], visit["reason_code"]) == ("agreed", "adviser", "diary_changed")
    assert diary.entries == there
    assert world.run(at(12, 1, 12)) == [], "asked once"
    world.resolve(resolving.close, at(12, 1, 13))
    assert world.run(at(12, 1, 14)) == [], "settled is settled"


def test_a_visit_that_stands_where_it_was_agreed_is_not_asked_about(world: World, diary: PaperDiary) -> None:
    del diary
    world.reply(world.offered(), "Option 1 please.", now=ANSWERED)
    world.run(ANSWERED)
    assert world.run(at(13, 1, 11)) == []


def test_a_diary_that_was_shut_is_brought_up_to_date_when_it_opens(world: World, diary: PaperDiary) -> None:
    diary.shut = True
    world.invite()
    (offer,) = world.run(at(11, 1), problems=True)
    assert diary.entries == {}
    diary.shut = False
    world.run(at(12, 1, 9))
    assert diary.slots(tentative=True) == sorted(offer.options.values())


def test_the_holds_of_a_cancelled_visit_leave_the_diary(world: World, diary: PaperDiary) -> None:
    world.offered()
    world.resolve(resolving.cancel, ANSWERED)
    world.run(ANSWERED)
    assert diary.entries == {}
