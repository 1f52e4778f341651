"""The demo's data and its folder: a slip here would show wrong things, or delete somebody's files."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from bot.errors import PlainError
from bot.model import Part
from handlers.demo.scripts import DATA, Act, load_scripts
from handlers.demo.slot_words import SlotWords
from handlers.demo.world import MARK, fresh_folder

SCRIPTS = load_scripts()
KINDS = {"offer", "chase", "reoffer", "confirmation", "change"}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_school_of_the_register_has_a_part_to_play() -> None:
    schools = [row["URN"] for row in rows("schools.csv")]
    assert len(schools) == 24
    assert sorted(schools) == sorted(school.urn for school in SCRIPTS.schools)
    assert sum(wave.limit for wave in SCRIPTS.waves) >= len(schools)


def test_every_address_is_one_that_cannot_exist() -> None:
    people = [*rows("contacts.csv"), *rows("advisers.csv")]
    addresses = [row["email"] for row in people] + [
        act.email for s in SCRIPTS.schools for act in s.settled if act.email
    ]
    assert all(address.endswith(".example") for address in addresses)


def test_every_school_has_a_designated_teacher_to_write_to() -> None:
    teachers = {row["urn"] for row in rows("contacts.csv") if row["role"] == "designated_teacher"}
    assert teachers == {school.urn for school in SCRIPTS.schools}


def test_every_letter_can_be_written() -> None:
    words = SlotWords(dt.date(2027, 1, 26), Part.AM, 1)
    slots = dict.fromkeys(("o1", "o2", "o3", "agreed", "own", "back"), words)
    letters = [answer for school in SCRIPTS.schools for answer in school.answers]
    assert all(answer.text.format_map(slots) for answer in letters)
    assert all(set(answer.to) <= KINDS for answer in letters)
    assert all({*answer.yes, *answer.no, *answer.between} <= set(slots) for answer in letters)
    assert all(answer.to or answer.before_visit is not None for answer in letters), "a letter that nothing calls for"


def test_adviser_bookings_name_a_half_day() -> None:
    bookings = [act for school in SCRIPTS.schools for act in school.settled if act.act is Act.BOOK]
    assert bookings
    assert all(act.slot for act in bookings)


def test_a_folder_that_the_demo_did_not_make_is_never_deleted(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("four years of work")
    with pytest.raises(PlainError, match="not made by the demo"):
        fresh_folder(tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "four years of work"


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("mine")
    with pytest.raises(PlainError, match="is a file"):
        fresh_folder(tmp_path / "demo")


def test_the_demos_own_folder_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    fresh_folder(folder)
    (folder / "index.html").write_text("old")
    fresh_folder(folder)
    assert [path.name for path in folder.iterdir()] == [MARK]
