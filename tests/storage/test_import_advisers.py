from collections.abc import Callable
from pathlib import Path

import pytest

from bot.model import WEEKDAYS, Adviser, Weekday
from storage.database import Store
from storage.errors import ImportRefusedError
from storage.imports.advisers import import_advisers
from storage.imports.result import ImportResult

HEADER = "name,email,slack_id,area,working_days"
ANN = "Ann Gale,ann@council.example,U01,Norwich; Broadland,Mon Tue Wed Thu Fri"
BEN = "Ben Moor,ben@council.example,,,Mon Tue"

Import = Callable[..., ImportResult]


@pytest.fixture
def take(store: Store, tmp_path: Path) -> Import:
    """Imports a file of these rows under the usual header."""

    def run(*rows: str, header: str = HEADER) -> ImportResult:
        file = tmp_path / "advisers.csv"
        file.write_text("\n".join([header, *rows]) + "\n")
        return import_advisers(store, file)

    return run


def advisers(store: Store) -> dict[str, Adviser]:
    with store.read() as records:
        return {adviser.email: adviser for adviser in records.advisers()}


def test_advisers_are_taken_with_area_and_working_days(store: Store, take: Import) -> None:
    assert take(ANN, BEN) == ImportResult(created=2)
    assert advisers(store)["ann@council.example"] == Adviser(
        "Ann Gale", "ann@council.example", "U01", ("Norwich", "Broadland"), frozenset(WEEKDAYS)
    )
    assert advisers(store)["ben@council.example"].working_days == {Weekday.MON, Weekday.TUE}
    assert take(BEN, ANN) == ImportResult(unchanged=2)


def test_an_adviser_is_updated_by_address(store: Store, take: Import) -> None:
    take(ANN)
    assert take(ANN.replace("ann@", "Ann@").replace("Norwich; ", "")) == ImportResult(updated=1)
    assert advisers(store)["ann@council.example"].districts == ("Broadland",)


def test_an_adviser_who_is_gone_is_kept_and_marked_and_may_come_back(store: Store, take: Import) -> None:
    take(ANN, BEN)
    assert take(ANN).gone == ("ben@council.example",)
    assert set(advisers(store)) == {"ann@council.example"}
    with store.read() as records:
        assert records.adviser("ben@council.example").active is False
    assert take(ANN, BEN) == ImportResult(updated=1, unchanged=1)


@pytest.mark.parametrize("slip", [BEN.replace("Mon Tue", "Sat"), BEN.replace("@", " at "), BEN.replace("Ben Moor", "")])
def test_a_slip_in_a_row_does_not_lose_the_adviser_it_was_about(store: Store, take: Import, slip: str) -> None:
    take(ANN, BEN)
    result = take(ANN, slip)
    assert len(result.problems) == 1
    assert set(advisers(store)) == {"ann@council.example", "ben@council.example"}


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("", "mon tue wed thu fri"),
        ("Mon-Wed", "mon tue wed"),
        ("Monday, Weds & Friday", "mon wed fri"),
        ("Tues to Thurs", "tue wed thu"),
        ("mon;fri", "mon fri"),
        ("Mo Tu.", "mon tue"),
    ],
)
def test_working_days_are_understood_as_people_write_them(store: Store, take: Import, written: str, days: str) -> None:
    assert take(f'A,a@council.example,,,"{written}"').problems == ()
    assert advisers(store)["a@council.example"].working_days == {Weekday(day) for day in days.split()}


@pytest.mark.parametrize("written", ["Saturday", "Mon Moonday", "Fri-Mon", "Mon-", "5", "Mon-Tue-Wed"])
def test_a_day_that_nobody_works_is_a_problem_not_a_guess(store: Store, take: Import, written: str) -> None:
    result = take(f'A,a@council.example,,,"{written}"')
    assert [problem.column for problem in result.problems] == ["working_days"]
    assert advisers(store) == {}


def test_the_same_adviser_twice_is_a_problem(store: Store, take: Import) -> None:
    result = take(ANN, ANN.replace("Gale", "Gust"))
    assert "stands in line 2 already" in result.problems[0].reason
    assert advisers(store)["ann@council.example"].name == "Ann Gale"


def test_a_file_without_days_and_areas_does_not_wipe_them(store: Store, take: Import) -> None:
    take(BEN.replace(",,,", ",U2,Norwich,"))
    assert take("Ben Moor-Hill,ben@council.example", header="name,email") == ImportResult(updated=1)
    ben = advisers(store)["ben@council.example"]
    assert (ben.name, ben.slack_id, ben.districts, len(ben.working_days)) == ("Ben Moor-Hill", "U2", ("Norwich",), 2)


@pytest.mark.parametrize("column", ["name", "email"])
def test_a_file_without_a_needed_column_is_refused(take: Import, column: str) -> None:
    with pytest.raises(ImportRefusedError, match=f"no column {column};"):
        take(ANN, header=HEADER.replace(column, "something", 1))
