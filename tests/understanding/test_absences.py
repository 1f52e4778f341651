"""What an out-of-office notice tells: a chase before the day of return is lost, as is a mail to the wrong person."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bot.model import Action, Address, Kind, Letter
from bot.understanding.reply import understand
from tests.no_hang import no_hang
from tests.understanding.replying import CALENDAR, conversation

NOW = dt.datetime(2027, 1, 12, 9, 0, tzinfo=dt.UTC)
"""A Tuesday."""


def notice(text: str) -> Letter:
    headers = (("auto-submitted", "auto-replied"),)
    return Letter("<o@oak.example>", Address("Sam Smith", "sam@oak.example"), "Automatic reply: Visit", text, headers)


LINES = Path(__file__).with_name("absences.txt").read_text(encoding="utf-8").splitlines()[1:]
NOTICES = [tuple(cell.strip() for cell in line.split("|")) for line in LINES]


URGENT = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_name("urgent_notices.txt").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("todo", "text"), URGENT)
def test_only_who_may_deal_with_a_visit_brings_a_notice_before_a_person(todo: str, text: str) -> None:
    seen = understand(notice(text), conversation(), CALENDAR, NOW)
    assert seen.action is (Action.IGNORE if todo == "wait" else Action.HAND_OVER)
    assert todo == "look" or seen.stand_in is None


@pytest.mark.parametrize(("back", "name", "email", "text"), NOTICES)
def test_an_absence_tells_when_it_ends_and_who_deals_with_it(back: str, name: str, email: str, text: str) -> None:
    seen = understand(notice(text), conversation(), CALENDAR, NOW)
    assert seen.kind is Kind.AUTO_REPLY
    assert (seen.returns_on.isoformat() if seen.returns_on else "") == back
    assert ((seen.stand_in.name, seen.stand_in.email) if seen.stand_in else ("", "")) == (name, email)


def test_the_words_that_tell_it_are_shown() -> None:
    seen = understand(
        notice("Back on 25 January. Please email Jo Brown, jo@oak.example."), conversation(), CALENDAR, NOW
    )
    assert {(e.about, e.value, e.words) for e in seen.evidence if e.about != "kind"} == {
        ("returns_on", "2027-01-25", "25 January"),
        ("stand_in", "Jo Brown", "Jo Brown"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "I was out of the office until 4 January 2027.",
        "I am away. For safeguarding concerns please contact Lisa Dow, ldow@oak.example.",
        "I am away. Please contact the school office on office@oak.example.",
        "I am away. Please contact Oak Primary on 01234 567890.",
    ],
)
def test_what_is_over_or_for_other_matters_is_not_taken(text: str) -> None:
    seen = understand(notice(text), conversation(), CALENDAR, NOW)
    assert (seen.returns_on, seen.stand_in) == (None, None)


def test_a_day_in_the_quoted_mail_is_no_day_of_return() -> None:
    text = (
        "I am away at the moment.\n\nOn 12/01/2027 09:00, Virtual School wrote:\n> We will be back on 26 January 2027."
    )
    assert understand(notice(text), conversation(), CALENDAR, NOW).returns_on is None


@pytest.mark.parametrize("piece", ["A", "contact ", "Contact Jo ", "a.", "jo@", "A A ", "until "])
def test_no_notice_keeps_the_bot_waiting(piece: str) -> None:
    with no_hang(20):
        understand(notice("I am away. " + piece * (4_000 // len(piece))), conversation(), CALENDAR, NOW)
