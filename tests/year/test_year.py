"""A small council's whole year: nobody is booked on a day they did not agree to, and nothing happens twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from bot.model import VisitState
from storage.stored import EffectState
from tests.year.council import HABITS, Year, council, faults, habit_of

SCHOOLS, ADVISERS = 50, 2


def _untimed(work: Callable[[], None]) -> float:
    work()
    return 0.0


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    played = council(tmp_path_factory.mktemp("year"), SCHOOLS, ADVISERS)
    played.play(_untimed)
    return played


def test_every_habit_of_a_school_occurs_in_the_small_council() -> None:
    assert {habit_of(n).name for n in range(SCHOOLS)} == {habit.name for habit in HABITS}


def test_every_school_that_says_yes_is_agreed_on_its_slot_and_no_adviser_is_in_two_places(year: Year) -> None:
    assert list(faults(year)) == []


def test_every_school_that_answered_has_been_visited_at_the_end_of_the_year(year: Year) -> None:
    with year.parts.store.read() as records:
        visits = {visit.urn: visit for visit in records.visits()}
    for school in year.schools.values():
        wanted = VisitState.VISITED if school.said_yes_to else VisitState.TO_ARRANGE
        assert visits[school.urn].state is wanted, school.habit.name


def test_each_effect_is_carried_out_once(year: Year) -> None:
    with year.parts.store.read() as records:
        assert records.effect_counts().keys() == {EffectState.DONE}
        mails = [effect for effect in records.effects_in_state(EffectState.DONE) if effect.message_id]
    sent = list((year.folder / "mail" / "sent" / "new").iterdir())
    assert len(sent) == len(mails) == len({mail.message_id for mail in mails})


def test_no_school_gets_more_than_two_reminders_an_offer(year: Year) -> None:
    with year.parts.store.read() as records:
        assert Counter(max(o.chases for o in visit.offers) for visit in records.visits()).keys() <= {0, 1, 2}
