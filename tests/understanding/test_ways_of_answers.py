"""Whole answers: dates refused, wished for and proposed, in many words; and words that must never book a day."""

from __future__ import annotations

import pytest

from bot.model import Action, Understanding, Window
from tests.understanding.replying import OFFERED, options, read
from tests.understanding.ways_tables import ways

RIGHT = 0.85
"""The share of the tables that is understood to the letter; the rest goes to a person or loses a detail."""
ANSWERS = ways("replies-1", "replies-2", "replies-3", "replies-4", "replies-5")


def shown(window: Window) -> str:
    """ "03-01..03-31:tue,am"."""
    limits = [*(str(day) for day in window.weekdays), *([str(window.part)] if window.part else [])]
    return f"{window.start:%m-%d}..{window.end:%m-%d}" + (":" + ",".join(limits) if limits else "")


def meaning_of(seen: Understanding) -> list[str]:
    """What was understood, as the tables write it."""
    numbers = {item.slot: str(item.option) for item in OFFERED}
    refused = "".join(sorted(numbers[slot] for slot in seen.ruled_out))
    proposed = [
        f"{each.date:%m-%d}{each.part or ''}" for each in sorted(seen.proposed, key=lambda p: (p.date, p.part or ""))
    ]
    windows = [shown(window) for window in sorted(seen.windows, key=lambda window: window.start)]
    accepted = options(seen) if seen.action is Action.CONFIRM else ""
    parts = [accepted and f"+{accepted}", refused and f"-{refused}", " ".join(proposed), " ".join(windows)]
    return (
        [seen.action.value, *(part for part in parts if part)] if seen.action is not Action.HAND_OVER else ["hand_over"]
    )


def expected(meaning: str) -> list[str]:
    return [part.strip() for part in meaning.split(";")]


@pytest.mark.parametrize(("text", "meaning"), ANSWERS)
def test_nothing_is_booked_or_asked_for_that_the_school_did_not_say(text: str, meaning: str) -> None:
    found, wanted = meaning_of(read(text)), expected(meaning)
    if found[0] == "confirm":
        assert wanted[0] == "confirm"
        assert set(found[1]) <= set(wanted[1])
    if found[0] == "consider":
        assert wanted[0] == "consider"


def test_most_answers_are_understood_to_the_letter() -> None:
    missed = [text for text, meaning in ANSWERS if meaning_of(read(text)) != expected(meaning)]
    assert len(missed) <= (1 - RIGHT) * len(ANSWERS), missed


@pytest.mark.parametrize(("text", "numbers"), ways("bookings-1"))
def test_words_that_mislead_book_no_other_day(text: str, numbers: str) -> None:
    seen = read(text)
    booked = options(seen) if seen.action is Action.CONFIRM else ""
    assert set(booked) <= set(numbers)
