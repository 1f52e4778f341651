"""Dates in the words of many school offices: a date lost or invented is a visit on the wrong day."""

from __future__ import annotations

import pytest

from handlers.explaining.dates import answer
from tests.understanding.ways_tables import ways

NOW = "2027-01-13T10:42:00"


def stretches(meaning: str) -> list[list[str]]:
    """The stretches of a table's line, "03-08..03-12" and "03-09" alike, of 2027 where no year is written."""
    found = []
    for item in meaning.replace("-", " ", 1).split() if meaning == "-" else meaning.split():
        start, _, end = item.partition("..")
        found.append([day if len(day) > len("01-13") else f"2027-{day}" for day in (start, end or start)])
    return found


@pytest.mark.parametrize(("text", "meaning"), ways("dates-1", "dates-2", "dates-3"))
def test_every_date_is_found_and_none_is_invented(text: str, meaning: str) -> None:
    dates = answer({"id": "x", "text": text, "now": NOW})["dates"]
    assert isinstance(dates, list)
    assert sorted(dates) == sorted(stretches(meaning))
