"""Answers: for the one who asked, page by page; what the channel is shown of them gives nobody away."""

import json
from typing import Any

import pytest

from bot.digest_values import Coverage
from bot.model import School, VisitState
from handlers.chat.slack import faces
from handlers.chat.slack.asking import asked_and_page
from handlers.chat.slack.messages import Content
from handlers.chat.slack.views.coverage import CELLS, Share, bar
from handlers.listing import ListedVisit
from handlers.on_question import HELP, Reply
from tests.chat import view_samples as samples
from tests.chat.view_faults import message_faults
from tests.fakes.slack_server import buttons, shown_text


def words(content: Content) -> str:
    return shown_text(list(content.blocks))


def visits(count: int) -> tuple[ListedVisit, ...]:
    return tuple(samples.listed(samples.agreed_visit(100 + place, samples.school_day(place))) for place in range(count))


def pages(content: Content) -> dict[str, tuple[str, int]]:
    made = buttons(content.blocks)
    return {text: asked_and_page(made[text]["value"]) for text in ("Previous", "Next") if text in made}


def test_a_visit_is_answered_with_school_date_part_state_adviser_and_why_it_waits() -> None:
    reply = Reply("1 visit", (samples.listed(samples.waiting_visit()),))
    said = words(faces.answer(reply, "oak", 0))
    for told in ("Hethersett Oak Primary School", "2 half days offered", "Sam Okafor", "VS-0421", "reply not firm"):
        assert told in said
    dated = words(faces.answer(Reply("1 visit", visits(1)), "oak", 0))
    assert "Agreed: Monday 11 January 2027, morning" in dated


@pytest.mark.parametrize(
    ("page", "told", "turns"),
    [
        (0, "Visits 1 to 10 of 24", {"Next": 1}),
        (1, "Visits 11 to 20 of 24", {"Previous": 0, "Next": 2}),
        (2, "Visits 21 to 24 of 24", {"Previous": 1}),
        (9, "Visits 21 to 24 of 24", {"Previous": 1}),
        (-1, "Visits 1 to 10 of 24", {"Next": 1}),
    ],
)
def test_a_long_answer_is_turned_page_by_page(page: int, told: str, turns: dict[str, int]) -> None:
    made = faces.answer(Reply("24 visits", visits(24)), "all visits", page)
    assert told in words(made)
    assert pages(made) == {text: ("all visits", number) for text, number in turns.items()}


def test_every_visit_stands_on_exactly_one_page() -> None:
    reply = Reply("24 visits", visits(24))
    seen = [words(faces.answer(reply, "all", page)) for page in range(3)]
    for item in reply.visits:
        assert sum(item.visit.reference in text for text in seen) == 1


def test_a_question_of_any_length_and_letters_comes_back_from_its_button() -> None:
    asked = '"öffnen" \\ 👩‍👩 ' * 30
    made = faces.answer(Reply("24 visits", visits(24)), asked, 0)
    assert message_faults(made) == []
    carried, page = asked_and_page(buttons(made.blocks)["Next"]["value"])
    assert page == 1
    assert carried.startswith('"öffnen" \\ ')


def test_an_answer_can_be_shown_in_the_channel_without_buttons_names_or_addresses() -> None:
    reply = Reply("13 visits", visits(13))
    assert "Show in channel" in buttons(faces.answer(reply, "all", 0).blocks)
    public = faces.for_all(reply)
    assert buttons(public.blocks) == {}
    assert "and 3 more: ask with /visits" in words(public)
    for secret in ("Askew", "Birch", "@"):
        assert secret not in json.dumps(public.arguments())


def test_the_channel_is_told_a_reason_in_our_words_even_where_the_record_holds_others() -> None:
    odd = samples.visit(waiting_for=samples.WaitingFor.ADVISER, reason_code=samples.ReasonCode.SENSITIVE,
                        reason="Something about Jamie in Year 5")  # fmt: skip
    for made in (faces.for_all(Reply("1", (samples.listed(odd),))), faces.visit_message(samples.listed(odd))):
        assert "Jamie" not in json.dumps(made.arguments())
        assert "please read the letter yourself" in words(made)


def test_help_and_what_was_not_understood_are_for_the_one_who_asked() -> None:
    made = faces.answer(Reply(HELP), "help", 0)
    assert "who waits" in words(made)
    assert buttons(made.blocks) == {}


def test_schools_of_one_name_are_told_apart_and_chosen_by_a_button() -> None:
    schools = (
        School("100001", "Oak Primary School", phase="Primary", town="Hethersett"),
        School("100002", "Oak Primary School", phase="Primary", town="Diss"),
    )
    made = faces.answer(Reply("Several schools have a name like that; which one?", choice=schools), "oak", 0)
    assert "Oak Primary School, Diss, primary" in words(made)
    chosen = [block["accessory"] for block in made.blocks if "accessory" in block]
    assert [(item["action_id"], item["value"]) for item in chosen] == [  # type: ignore[index]
        ("answer_school_1", "100001"),
        ("answer_school_2", "100002"),
    ]


def test_what_is_to_be_confirmed_carries_the_whole_order_or_is_not_offered() -> None:
    made = buttons(faces.confirmation("Cancel the visit to Oak.", '["cancel","VS-0001",3]').blocks)
    assert made["Confirm"]["value"] == '["cancel","VS-0001",3]'
    assert "Leave it" in made
    assert "Confirm" not in buttons(faces.confirmation("Agree much.", "x" * 2001).blocks)


def test_coverage_is_a_bar_with_its_figures_in_words() -> None:
    said = words(faces.answer(Reply("Coverage", coverage=samples.COVERAGE), "coverage", 0))
    assert "🟩🟩🟩🟩🟦🟦🟦⬜" in said
    for told in ("120 visited", "96 agreed", "184 without a date", "400 schools in all"):
        assert told in said


@pytest.mark.parametrize("numbers", [(0, 0, 1), (1, 0, 0), (1, 1, 24_000), (23_999, 1, 0), (5, 5, 5), (400, 1, 1)])
def test_the_bar_is_always_as_long_and_hides_nothing_that_is_there(numbers: tuple[int, int, int]) -> None:
    made = bar(tuple(Share(square, number, "") for square, number in zip("abc", numbers, strict=True)))
    assert len(made) == CELLS
    for square, number in zip("abc", numbers, strict=True):
        assert (square in made) == bool(number)


def test_a_year_that_has_not_begun_has_figures_and_no_bar() -> None:
    empty: Any = Coverage(0, 0, tuple((state, 0) for state in VisitState), ())
    said = words(faces.answer(Reply("Coverage", coverage=empty), "coverage", 0))
    assert "0 visited" in said
    assert "🟩🟩" not in said


def test_a_days_summary_has_every_line_once() -> None:
    told = [f"VS-{number:04} Oak: agreed" for number in range(33)]
    said = words(faces.summary(samples.TODAY, told))
    assert "Wednesday 13 January 2027" in said
    assert "33 changes" in said
    assert all(said.count(line) == 1 for line in told[:30])
    assert "and 3 more" in said


def test_the_digest_shows_coverage_what_is_at_risk_and_what_waits() -> None:
    made = faces.digest_message(samples.digest())
    said = words(made)
    for told in ("🟩🟩🟩🟩🟦🟦🟦⬜", "Dana Whitlock has 52 schools left and 48 half days", "At risk of being missed",
                 "No answer after two reminders", "reply not firm", "and 2 more: in the managers’ email"):  # fmt: skip
        assert told in said
    assert "120 of 400 schools" in made.text
    assert "@" not in json.dumps(made.arguments())
