"""The parts of reading, each by itself: phrases, clauses, options, windows, subject lines, machines, line filter."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest

from bot.model import Action, Address, CalendarAnswer, Kind, Letter, Part, ReasonCode, Slot, Weekday, Window
from bot.understanding.clauses import sentences
from bot.understanding.ground import Ground
from bot.understanding.options import SETS, option_mentions
from bot.understanding.phrases import PhraseTable
from bot.understanding.reply import own_subject, understand
from bot.understanding.words import words_of
from handlers.explaining.lines import run
from tests.understanding.replying import CALENDAR, NOW, OFFERED, conversation, options, read

GROUND = Ground(dt.date(2027, 1, 13), CALENDAR, tuple(item.slot for item in OFFERED))


def test_the_longest_phrase_wins_and_a_gap_takes_up_to_three_words() -> None:
    table = PhraseTable({"no": "no ; no good", "meet": "(see|meet) ... you", "may": "may? be"})
    assert table.at(["no", "good", "at", "all"], 0, 4) == ("no", 2)
    assert table.at(["meet", "one", "of", "you"], 0, 4) == ("meet", 4)
    assert table.at(["be", "quick"], 0, 2) == ("may", 1)
    assert table.at(["meet", "a", "b", "c", "d", "you"], 0, 6) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Yes. No.", 2),
        ("Mr. T. Askew will come at 9.30 a.m. on Tuesday", 1),
        ("First line\nSecond line", 2),
        ("This line is long enough to have been wrapped by a mail program\nand goes on here", 1),
    ],
)
def test_a_sentence_ends_where_its_writer_ended_it(text: str, count: int) -> None:
    assert len(sentences(words_of(text))) == count


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("option 2", [2]),
        ("options 1 and 3", [1, 3]),
        ("No to 2 (sports day)", [2]),
        ("the second one", [2]),
        ("your first offer", [1]),
        ("the latter", [3]),
        ("the middle one", [2]),
        ("whichever is earliest", [1]),
        ("1. yes\n2. no", [1, 2]),
        ("1. Mrs Patel\n2. Mr Shaw", []),
        ("first thing in the morning", []),
        ("first of all, thank you", []),
        ("I have 2 classes and 3 meetings", []),
        ("Year 2 and room 3", []),
    ],
)
def test_a_number_is_an_option_only_where_it_stands_for_one(text: str, numbers: list[int]) -> None:
    words = words_of(text)
    texts = [word.text for word in words]
    found = [m.options[0] for m in option_mentions(words, texts, [], GROUND, SETS.starts(texts)) if m.options]
    assert found == numbers


WINDOWS = (
    ("None of these. Any Tuesday in March?", (Window(dt.date(2027, 3, 1), dt.date(2027, 3, 31), (Weekday.TUE,)),)),
    ("No to all. Only mornings w/c 8 March.", (Window(dt.date(2027, 3, 8), dt.date(2027, 3, 12), (), Part.AM),)),
    ("Can't do those. After half-term, not Fridays.",
     (Window(dt.date(2027, 2, 22), dt.date(2027, 3, 25), (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU)),)),
    ("None suit. After Easter, ideally an afternoon.", (Window(dt.date(2027, 4, 12), dt.date(2027, 7, 22)),)),
    ("Neither. March, but not the week of the 8th.",
     (Window(dt.date(2027, 3, 1), dt.date(2027, 3, 5)), Window(dt.date(2027, 3, 15), dt.date(2027, 3, 31)))),
)  # fmt: skip


@pytest.mark.parametrize(("text", "windows"), WINDOWS)
def test_a_window_keeps_to_what_the_school_can_do(text: str, windows: tuple[Window, ...]) -> None:
    seen = read(text)
    assert seen.action is Action.REOFFER
    assert seen.windows == windows


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("RE: Virtual School visit to Oak School [VS-0421]", ""),
        ("26th pls - RE: Virtual School visit [VS-0421]", "26th pls"),
        ("Re: Virtual School visit [VS-0421] option 2", "option 2"),
        ("Option 1 please", "Option 1 please"),
        ("", ""),
    ],
)
def test_the_subject_is_cut_to_what_its_writer_added(subject: str, own: str) -> None:
    assert own_subject(subject) == own


def test_an_answer_in_the_subject_line_is_not_lost() -> None:
    assert options(read("see subject", subject="Option 2 please RE: Virtual School visit [VS-0421]")) == "2"


def test_a_subject_that_names_another_day_than_the_letter_is_never_booked() -> None:
    seen = read("Great, the 28th it is!", subject="26th January confirmed - RE: Virtual School visit [VS-0421]")
    assert (seen.action, seen.reason) == (Action.HAND_OVER, ReasonCode.CLASHING_DATE)


MARKED = (
    ("1. Tuesday 26 January, morning  N\n2. Thursday 28 January, afternoon  Y\n3. Tuesday 2 February  N", "2"),
    ("[ ] 26 January am\n[x] 28 January pm\n[ ] 2 February am", "2"),
    ("~~Option 1: Tue 26 January~~\n~~Option 2: Thu 28 January~~\nOption 3: Tue 2 February", "3"),
    ("> 1. Tuesday 26 January 2027\n✓\n> 2. Thursday 28 January 2027\n✗\n> 3. Tuesday 2 February 2027\n✗", "1"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "numbers"), MARKED)
def test_marks_on_our_own_lines_are_the_answer(text: str, numbers: str) -> None:
    assert options(read(text)) == numbers


def test_our_own_lines_given_back_without_marks_are_no_answer() -> None:
    assert (
        read("1. Tuesday 26 January 2027, morning\n2. Thursday 28 January 2027, afternoon").action is Action.HAND_OVER
    )


def calendar_letter(partstat: str, start: dt.datetime | None, method: str = "REPLY") -> Letter:
    part = CalendarAnswer(method, partstat, start)
    headers = (("content-type", f"text/calendar; method={method}"),)
    sender = Address("Priya Nair", "p.nair@oak.example")
    return Letter("<c@oak.example>", sender, "Virtual School visit", "", headers, calendar=part)


@pytest.mark.parametrize(
    ("partstat", "hour", "action"),
    [
        ("ACCEPTED", 9, "confirm"),
        ("DECLINED", 9, "reoffer"),
        ("TENTATIVE", 9, "hand_over"),
        ("ACCEPTED", 14, "hand_over"),
    ],
)
def test_a_calendar_program_books_only_the_very_slot_on_offer(partstat: str, hour: int, action: str) -> None:
    start = dt.datetime(2027, 1, 26, hour, tzinfo=dt.UTC)
    seen = understand(calendar_letter(partstat, start), conversation(), CALENDAR, NOW)
    assert (seen.kind, seen.action.value) == (Kind.CALENDAR, action)


def test_an_acceptance_of_what_is_agreed_is_no_news() -> None:
    start = dt.datetime(2027, 1, 26, 9, tzinfo=dt.UTC)
    assert understand(calendar_letter("ACCEPTED", start), conversation("agreed"), CALENDAR, NOW).action is Action.IGNORE


def auto(text: str) -> Letter:
    return Letter(
        "<o@oak.example>", Address("Priya Nair", "p.nair@oak.example"), "Automatic reply", text,
        (("auto-submitted", "auto-replied"),),
    )  # fmt: skip


def test_an_absence_tells_when_its_writer_is_back() -> None:
    seen = understand(auto("I am out of school and back on Tuesday 26 January."), conversation(), CALENDAR, NOW)
    assert (seen.action, seen.returns_on) == (Action.IGNORE, dt.date(2027, 1, 26))


@pytest.mark.parametrize(
    "text", ["Priya Nair has left the school.", "You have received a secure message. Sign in to read it."]
)
def test_a_machine_that_a_person_must_answer_goes_to_one(text: str) -> None:
    assert understand(auto(text), conversation(), CALENDAR, NOW).action is Action.HAND_OVER


def test_a_broken_line_says_so_and_the_next_is_answered() -> None:
    out = io.StringIO()
    good = json.dumps({"id": "b", "text": "26 January", "now": "2027-01-13T10:00"})
    run("dates", io.BytesIO(f'{{"id": "a"}}\nnot json\n[1]\n{good}\n'.encode()), out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [("error" in line, line["id"]) for line in lines] == [(True, "a"), (True, None), (True, None), (False, "b")]
    assert lines[3]["dates"] == [["2027-01-26", "2027-01-26"]]


def test_a_slot_that_was_not_offered_is_never_accepted() -> None:
    assert Slot(dt.date(2027, 1, 27), Part.AM) not in read("We shall take Wednesday 27th January at 9am").accepted


@pytest.mark.parametrize("text", ["TEST AGAIN IN ANOTHER qUEUE", "MARY HOLT IN BARKING hALL", "HOLT FROM BARKING tOWN"])
def test_words_in_capitals_that_are_no_names_break_nothing(text: str) -> None:
    assert read(text).action is Action.HAND_OVER
