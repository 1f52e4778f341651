"""Mails that a hasty reader would book, and plain bookings in the same voices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model import Action
from tests.understanding.mails_said import Mail, mails, meaning_of, seen_in
from tests.understanding.ways_said import banks

PLAIN = 0.9
"""The share of the plain bookings that is booked at once; the rest goes to a person."""
ALL = [mail for bank in banks("guarded") for mail in mails(bank)]
TRAPS = [mail for mail in ALL if not mail.meaning[0].isdigit()]
BOOKINGS = [mail for mail in ALL if mail.meaning[0].isdigit()]


def booked(mail: Mail) -> str:
    """The numbers of the slots that would be booked."""
    meaning = meaning_of(mail, seen_in(mail))
    return meaning[1][1:] if meaning[0] == Action.CONFIRM.value else ""


@pytest.mark.parametrize("mail", ALL, ids=lambda mail: mail.text[:60])
def test_a_mail_that_misleads_books_nothing_beyond_what_the_school_said(mail: Mail) -> None:
    seen = seen_in(mail)
    if seen.action is Action.CONFIRM:
        assert seen.accepted
    assert set(booked(mail)) <= set(mail.meaning[0].strip("~-c"))
    assert seen.action is not Action.CANCEL


def test_caution_leaves_plain_bookings_alone() -> None:
    missed = [mail.text for mail in BOOKINGS if booked(mail) != mail.meaning[0]]
    assert len(missed) <= (1 - PLAIN) * len(BOOKINGS), missed


def test_there_are_traps_and_bookings_to_read() -> None:
    assert len(TRAPS) > 2 * len(BOOKINGS) > 100


@pytest.mark.parametrize(
    "text",
    [
        "Both of those are when the builders are in.",
        "All your dates are after I go on maternity leave.",
        "Any of those and I'd be a one-woman band.",
        "All three of those land on our residential.",
        "They all fall in the week of our inspection.",
    ],
)
def test_what_is_said_of_all_the_days_is_no_yes_to_them(text: str) -> None:
    assert set(seen_in(replace(BOOKINGS[0], text=text)).accepted) == set()
