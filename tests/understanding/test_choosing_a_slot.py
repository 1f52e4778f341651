"""Which of the offered slots is meant: places in the list, named days, dates with dots, misheard words; with traps."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.model import Action, Conversation, ConversationState, OfferedSlot, Part, Slot, Understanding
from bot.understanding.named_days import named_day
from bot.understanding.reply import understand
from bot.understanding.words import words_of
from tests.understanding.replying import CALENDAR, CONTACT, LONDON, letter, options, read

MAY_AND_JUNE = ("2027-05-28 am", "2027-06-08 pm", "2027-06-15 am", "2027-06-16 pm")
MARCH = ("2027-03-01 am", "2027-03-17 pm")


def of(slots: tuple[str, ...], text: str, now: str) -> Understanding:
    """What is understood of a reply to an offer of these slots."""
    parsed = (slot.split() for slot in slots)
    offered = tuple(
        OfferedSlot(number, Slot(dt.date.fromisoformat(day), Part(part)))
        for number, (day, part) in enumerate(parsed, 1)
    )
    visit = Conversation("VS-0421", ConversationState.OFFERED, "Oak School", offered, None, (CONTACT,))
    moment = dt.datetime.fromisoformat(now).replace(hour=9, tzinfo=LONDON)
    return understand(letter(text), visit, CALENDAR, moment)


def taken(seen: Understanding) -> list[str]:
    """The days that may be booked, month and day."""
    return [f"{slot.date:%m-%d}" for slot in seen.accepted] if seen.action is Action.CONFIRM else []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Second of your trio, thanks.", "2"),
        ("The very last of them.", "3"),
        ("the third won pls", "3"),
        ("Slot one has our vote.", "1"),
        ("no.3 pls", "3"),
        ("2.", "2"),
        ("Former's not for us, option 2 is.", "2"),
        ("The first date you listed would be grand.", "1"),
        ("Last of the list, if we may.", "3"),
        ("Any. Literally.", "123"),
        ("Preferred date: 28 January\nReserve date: 26 January", "21"),
        ("Option 1 ..... no\nOption 2 ..... yes\nOption 3 ..... no", "2"),
        ("Option 1 - unable\nOption 2 - able\nOption 3 - unable", "2"),
        ("The 26th, but the 2nd would also be OK.", "13"),
    ],
)
def test_a_place_in_the_list_names_its_slot_in_whatever_words(text: str, numbers: str) -> None:
    seen = read(text)
    assert (options(seen) if seen.action is Action.CONFIRM else "") == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Option 1, on the Thursday afternoon.",
        "We would be pleased to accept option 2, the Tuesday.",
        "Both the 26th and the 28th please.",
        "Bagsy not the 26th!",
        "The first of those is a struggle.",
        "Not fussed about a visit this year to be honest.",
        "The 26th is fully booked, sorry! The 28th is booked as well.",
        "No one of these days is good for us.",
        "The 28th is the head's preference and the 26th is mine.",
        "The 28th would be good if you made it a phone call.",
    ],
)
def test_a_number_that_clashes_or_a_place_refused_is_never_booked(text: str) -> None:
    assert taken(read(text)) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15.06. is fine", "06-15"),
        ("it suits us the 15.06. in the morning", "06-15"),
        ("16/6 pm thanks", "06-16"),
        ("The Friday we break up is great for us, nice and quiet.", "05-28"),
        ("forth option please", "06-16"),
        ("Thursday'll not do, the 8th'd be lovely", "06-08"),
    ],
)
def test_dates_with_dots_and_the_end_of_term_are_days_on_the_table(text: str, day: str) -> None:
    assert taken(of(MAY_AND_JUNE, text, "2027-05-14")) == ([day] if day else [])


def test_a_time_of_day_is_no_date_with_a_dot() -> None:
    assert taken(of(("2027-05-09 am", "2027-05-10 am"), "Option 2 please, come at 9.05.", "2027-04-20")) == ["05-10"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("St David's Day works for us, expect daffodils.", "03-01"),
        ("Paddy's Day please.", "03-17"),
        ("We should be honoured to receive you on St Patrick's Day.", "03-17"),
        ("We are shut on St Patrick's Day.", ""),
        ("St David's Day is always lovely here.", ""),
        ("Is your adviser aware the 1st is St David's Day?", ""),
        ("Call at St David's Day Nursery.", ""),
    ],
)
def test_a_named_day_is_its_date_and_no_more_than_that(text: str, day: str) -> None:
    assert taken(of(MARCH, text, "2027-02-10")) == ([day] if day else [])


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Shrove Tuesday", "2027-02-09"),
        ("Ash Wednesday", "2027-02-10"),
        ("Safer Internet Day", "2027-02-09"),
        ("World Book Day", "2027-03-04"),
        ("Maundy Thursday", "2027-03-25"),
        ("Good Friday", "2027-03-26"),
        ("St George's Day", "2027-04-23"),
        ("Holocaust Memorial Day", "2027-01-27"),
        ("Burns Night", "2028-01-25"),
    ],
)
def test_the_days_that_schools_keep_are_known(name: str, day: str) -> None:
    known = named_day(words_of(name), 0, dt.date(2027, 1, 26))
    assert known is not None
    assert known[0] == dt.date.fromisoformat(day)
