"""App Home and the modals: what one person may see, week by week, and the mail with its marked words."""

import re
from dataclasses import replace
from typing import Any

import pytest

from bot.asking.question import Asking, Topic, read_question
from bot.asking.schools import school_names
from bot.model import Slot
from bot.school_days import usual_school_year
from handlers.chat.slack import faces
from handlers.chat.slack.views.home import MOST_CARDS
from handlers.chat.slack.views.modals import CHUNK, MOST
from handlers.chat.slack.views.team import Colleague, team_in_figures
from handlers.demo.marks import Piece, Stretch, Zone
from tests.chat import view_samples as samples
from tests.chat.view_faults import view_faults
from tests.fakes.slack_server import buttons, shown_text


def words(view: Any) -> str:
    return shown_text(view["blocks"])


def between(text: str, first: str, last: str) -> str:
    return text[text.index(first) : text.index(last)]


def test_home_puts_each_visit_into_its_week() -> None:
    said = words(faces.home(samples.home_shown()))
    assert "Wednesday 13 January 2027" in between(said, "*This week* (11 to 15 January 2027)", "*Next week*")
    assert "Tuesday 19 January 2027" in between(said, "*Next week* (18 to 22 January 2027)", "*Later* (3)")
    assert "Wednesday 10 February 2027" in said[said.index("*Later*") :]


def test_home_shows_what_waits_with_the_same_buttons_as_the_card() -> None:
    made = faces.home(samples.home_shown())
    assert "*Waiting for you* (2)" in words(made)
    assert "*Sam Okafor* is handling this." in words(made)
    pressed = buttons(made["blocks"])  # type: ignore[arg-type]
    assert pressed["Agree Tuesday 26 January 2027, morning"]["value"] == "VS-0421:77:1"
    assert "Show the mail" in pressed


def test_more_than_home_holds_is_counted_and_can_be_asked_for() -> None:
    cards = tuple(samples.open_card(number) for number in range(20))
    waiting = tuple(samples.listed(card.visit) for card in cards)
    mine = tuple(samples.listed(samples.agreed_visit(number, samples.school_day(20 + number))) for number in range(40))
    said = words(faces.home(samples.home_shown(cards=cards, waiting=waiting, mine=mine)))
    assert f"and {20 - MOST_CARDS} more: /visits my visits waiting" in said
    assert "and 25 more: /visits my visits this year" in said


def test_who_has_no_visits_reads_so() -> None:
    said = words(faces.home(samples.home_shown(mine=(), waiting=(), cards=())))
    assert "Nothing waits for you." in said
    assert said.count("No visit is agreed.") == 2
    assert "*Later*" not in said


def test_only_managers_see_the_team() -> None:
    team = samples.TEAM
    assert "Rosa Marsh" not in words(faces.home(samples.home_shown(team=team)))
    said = words(faces.home(samples.home_shown(team=team, is_manager=True)))
    assert "*Rosa Marsh*: 41 visited, 29 agreed, 45 without a date" in said
    assert "*Sam Okafor*: 41 visited, 32 agreed, 47 without a date, *2 waiting*" in said


def test_the_team_is_counted_by_adviser_who_has_the_most_waiting_first() -> None:
    visits = [
        samples.agreed_visit(1, samples.TUESDAY),
        samples.visit(2),
        replace(samples.waiting_visit(3), adviser=samples.DANA.email),
    ]
    assert team_in_figures(visits, [samples.SAM, samples.DANA]) == (
        Colleague("Dana Whitlock", 0, 0, 1, 1),
        Colleague("Sam Okafor", 0, 1, 1, 0),
    )


def mail_words(view: Any) -> list[tuple[str, bool]]:
    """The runs of the mail and whether each is marked."""
    runs = [
        element
        for block in view["blocks"] if block["type"] == "rich_text"
        for part in block["elements"] for element in part["elements"]
    ]  # fmt: skip
    return [(run["text"], bool(run.get("style", {}).get("code"))) for run in runs]


def test_the_mail_marks_the_words_that_led_to_the_reading_and_says_what_each_led_to() -> None:
    runs = mail_words(faces.mail_modal("VS-0421:77", samples.mail_shown()))
    assert [text for text, is_marked in runs if is_marked] == [
        "Tuesday 26 January in the morning would probably work",
        "any morning in the week after half-term",
        "Tom Askew, our governor, will join us",
    ]
    assert (" (perhaps yes to Tuesday 26 January 2027, morning)", False) in runs
    assert (" (takes part: Tom Askew (governor))", False) in runs


def test_what_is_quoted_or_signed_is_set_apart_and_nothing_is_missing() -> None:
    view: Any = faces.mail_modal("VS-0421:77", samples.mail_shown())
    assert "Quoted, not read as an answer" in words(view)
    kinds = [part["type"] for block in view["blocks"] if block["type"] == "rich_text" for part in block["elements"]]
    assert kinds == ["rich_text_section", "rich_text_quote", "rich_text_quote"]
    whole = "".join(text for text, _ in mail_words(view))
    for line in samples.MAIL.splitlines():
        assert line[-30:].strip(".") in whole


def test_a_mail_is_shown_to_the_letter_and_never_parsed() -> None:
    text = "See <https://evil.example|the form> and <!channel>, *now* & `here`"
    view: Any = faces.mail_modal("VS-0421:77", samples.mail_shown(text, None))
    assert mail_words(view) == [(text, False)]
    assert "No words of this mail led to a conclusion." in words(view)
    assert view_faults(view) == []


def test_a_very_long_mail_says_where_the_rest_is() -> None:
    text = "\n".join(f"Line {number} of a mail that does not end." for number in range(2_000))
    view = faces.mail_modal("VS-0421:77", samples.mail_shown(text, None))
    assert "visitbot letters show 12" in words(view)
    shown = "".join(run for run, _ in mail_words(view))
    assert len(shown) == MOST
    assert text.startswith(shown)
    assert all(len(run) <= CHUNK for run, _ in mail_words(view))
    assert view_faults(view) == []


def test_a_mail_in_a_thousand_pieces_is_taken() -> None:
    pieces = tuple(Piece(f"word {number} ", number % 2 == 0, ("yes to Tuesday",)) for number in range(3_000))
    stretches = tuple(Stretch(zone, pieces) for zone in Zone)
    assert view_faults(faces.mail_modal("VS-0421:77", samples.mail_shown(stretches=stretches))) == []
    many = tuple(Stretch(Zone.QUOTED, (Piece("> so"),)) for _ in range(400))
    view = faces.mail_modal("VS-0421:77", samples.mail_shown(stretches=many))
    assert view_faults(view) == []
    assert "visitbot letters show 12" in words(view)


@pytest.mark.parametrize("slot", [None, samples.TUESDAY, samples.THURSDAY])
def test_the_date_can_be_put_right_from_what_was_understood(slot: Slot | None) -> None:
    view: Any = faces.correct_modal("VS-0421:77", slot, "Tom Askew, governor\nJoan Birch, headteacher")
    blocks = {block["block_id"]: block["element"] for block in view["blocks"] if "block_id" in block}
    assert blocks["date"].get("initial_date") == (slot.date.isoformat() if slot else None)
    assert blocks["part"].get("initial_option", {}).get("value") == (slot.part if slot else None)
    assert blocks["people"]["initial_value"] == "Tom Askew, governor\nJoan Birch, headteacher"
    assert view["private_metadata"] == "VS-0421:77"
    assert view["callback_id"] == "modal_correct"


def test_nobodys_name_is_cut_in_two_where_people_are_put_right() -> None:
    people = "\n".join(f"Person {number} of the school, governor" for number in range(100))
    view: Any = faces.correct_modal("VS-0421:77", None, people)
    (held,) = [block["element"] for block in view["blocks"] if block.get("block_id") == "people"]
    assert people.startswith(held["initial_value"])
    assert held["initial_value"].endswith(", governor")


def test_a_stranger_is_added_with_name_address_and_a_role_to_choose() -> None:
    view: Any = faces.contact_modal("VS-0421:77", "Priya Nair", "p.nair@oak.example")
    blocks = {block["block_id"]: block["element"] for block in view["blocks"] if "block_id" in block}
    assert blocks["name"]["initial_value"] == "Priya Nair"
    assert blocks["email"]["initial_value"] == "p.nair@oak.example"
    roles = {option["value"] for option in blocks["role"]["options"]}
    assert "governor" in roles
    assert "pupil" not in roles


ASKING = Asking(
    asker=samples.SAM.email,
    advisers=(samples.SAM, samples.DANA),
    names=school_names([samples.OAK]),
    today=samples.TODAY,
    calendar=usual_school_year(2027),
)
EXPECTED = {
    "my visits waiting": (Topic.WAITING, samples.SAM.email),
    "my visits this week": (Topic.VISITS, samples.SAM.email),
    "my visits next week": (Topic.VISITS, samples.SAM.email),
    "my visits this year": (Topic.VISITS, samples.SAM.email),
    "everybody next two weeks": (Topic.VISITS, ""),
    "waiting": (Topic.WAITING, ""),
    "coverage": (Topic.COVERAGE, ""),
}


def test_what_home_says_one_can_ask_is_understood() -> None:
    cards = tuple(samples.open_card(number) for number in range(20))
    many = tuple(samples.listed(samples.agreed_visit(1000 + number, samples.TUESDAY)) for number in range(40))
    same_week = tuple(samples.listed(samples.agreed_visit(number, samples.school_day(5))) for number in range(20))
    next_week = tuple(samples.listed(samples.agreed_visit(number, samples.school_day(12))) for number in range(20))
    view = faces.home(
        samples.home_shown(
            cards=cards, waiting=many, mine=(*same_week, *next_week, *many), is_manager=True,
            team=samples.TEAM * 20, team_week=many, team_waiting=many,
        )
    )  # fmt: skip
    hints = set(re.findall(r"more: /visits ([\w ]+)", words(view)))
    assert hints == set(EXPECTED)
    for hint in hints:
        question = read_question(hint, ASKING)
        assert (question.topic, question.adviser) == EXPECTED[hint]
