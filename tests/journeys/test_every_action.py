"""A reply of each kind, from the school's words to what the school, the adviser and the team then see."""

import datetime as dt
from collections.abc import Callable

import pytest

from bot.model import LetterState, Part, Slot
from handlers import resolving
from tests.journeys.world import LARCH, NINIAN, OAK, SAM, World, at, kinds

ANSWERED = at(12, 1, 10)
FROST = "Lena Frost <l.frost@brightertrust.example>"


def test_a_yes_to_one_option_is_booked_with_the_people_who_come(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Option 2 please. Tom Askew (governor) and I will be there.", now=ANSWERED)
    (confirmation,) = world.run(ANSWERED)
    visit = world.visit()
    assert confirmation.kind == "confirmation"
    assert confirmation.agreed == offer.options[2] == (visit["date"], visit["part"])
    assert (visit["state"], visit["waiting_for"], visit["governor"]) == ("agreed", "nobody", "named")
    assert visit["attendees"] == [
        {"name": "Tom Askew", "role": "governor", "email": None},
        {"name": "Priya Nair", "role": "designated_teacher", "email": None},
    ]
    assert "agreed Tuesday 2 February 2027, afternoon, with Sam Reed" in world.channel.text


def test_a_yes_by_date_is_booked_though_the_quote_holds_all_dates(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Wednesday 10 February in the morning works well for us, thank you.", now=ANSWERED)
    world.run(ANSWERED)
    assert (world.visit()["date"], world.visit()["part"]) == offer.options[3]


def test_either_is_fine_books_one_of_them(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Options 1 and 3 both work for us, either is fine.", now=ANSWERED)
    world.run(ANSWERED)
    assert (world.visit()["date"], world.visit()["part"]) in (offer.options[1], offer.options[3])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Yes that's fine.", "unclear"),
        ("Option 1 should be ok but I need to check with the head first.", "tentative"),
        ("Option 1 is fine as long as the adviser is not the one from last year.", "conditional"),
        ("Before we agree anything: will you want to see pupils' books?", None),
        ("I have already complained about how this was handled last year and I am still waiting.", None),
    ],
)
def test_a_reply_that_is_no_plain_yes_is_never_booked_and_goes_to_the_adviser(
    world: World, words: str, code: str | None
) -> None:
    message_id = world.reply(world.offered(), words, now=ANSWERED)
    (card,) = world.run(ANSWERED)
    visit = world.visit()
    assert (visit["state"], visit["date"], visit["waiting_for"]) == ("offered", None, "adviser")
    assert code is None or visit["reason_code"] == code
    assert (card.kind, card.to) == ("card", [SAM])
    assert world.letter(message_id).state is LetterState.HELD


def test_none_suits_brings_a_new_offer_inside_the_window_that_was_named(world: World) -> None:
    first = world.offered()
    world.reply(first, "Sorry, none of these work. Could we do any Tuesday in March?", now=ANSWERED)
    (reoffer,) = world.run(ANSWERED)
    assert (reoffer.kind, world.visit()["state"], world.visit()["offers"]) == ("reoffer", "offered", 2)
    days = [day for day, _ in reoffer.options.values()]
    assert days
    assert {day[:7] for day in days} == {"2027-03"}
    assert {at(int(day[8:]), 3).weekday() for day in days} == {1}
    assert not set(reoffer.options.values()) & set(first.options.values())


def test_a_date_of_their_own_is_the_advisers_to_take_unless_the_council_says_otherwise(world: World) -> None:
    world.reply(world.offered(), "None of those I'm afraid. Could you come on Thursday 4 March, morning?", now=ANSWERED)
    (card,) = world.run(ANSWERED)
    visit = world.visit()
    assert (visit["state"], visit["waiting_for"], visit["reason_code"]) == ("offered", "adviser", "proposed_date")
    assert card.kind == "card"
    world.resolve(resolving.book(Slot(dt.date(2027, 3, 4), Part.AM)), at(12, 1, 11))
    (confirmation,) = world.run(at(12, 1, 11))
    assert confirmation.agreed == ("2027-03-04", "am")


BOOKS = '[policy]\nbook_proposed = "book"\n'
PROPOSES = "None of those I'm afraid. Could you come on {day}, morning?"


def test_a_council_that_says_book_takes_a_free_date_of_the_schools_own(council: Callable[..., World]) -> None:
    world = council(BOOKS)
    world.reply(world.offered(), PROPOSES.format(day="Thursday 4 March"), now=ANSWERED)
    (confirmation,) = world.run(ANSWERED)
    assert confirmation.agreed == ("2027-03-04", "am")


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("Friday 5 March", "the adviser does not work on Fridays"),
        ("Wednesday 17 February", "it is half-term"),
        ("Monday 25 January", "another school has it"),
    ],
)
def test_a_date_of_the_schools_own_that_cannot_be_is_never_booked(
    council: Callable[..., World], day: str, why: str
) -> None:
    world = council(BOOKS)
    world.invite(NINIAN)
    world.run(at(11, 1))
    world.reply(world.offered(LARCH), PROPOSES.format(day=day), now=ANSWERED, sender=FROST)
    assert kinds(world.run(ANSWERED)) == ["card"], why
    assert (world.visit(LARCH)["state"], world.visit(LARCH)["waiting_for"]) == ("offered", "adviser")


def test_people_alone_are_noted_and_the_offer_stays_open(world: World) -> None:
    world.reply(
        world.offered(),
        "Our governor Tom Askew will join the visit. I will come back to you on the date.",
        now=ANSWERED,
    )
    assert [mail for mail in world.run(ANSWERED) if mail.kind != "card"] == []
    assert world.visit()["state"] == "offered"
    assert {"name": "Tom Askew", "role": "governor", "email": None} in world.visit()["attendees"]


def test_people_named_after_the_date_is_agreed_bring_no_second_confirmation(world: World) -> None:
    confirmation = world.agreed()
    message_id = world.reply(confirmation, "Just to add: Tom Askew, governor, will join us.", now=at(13, 1, 10))
    assert world.run(at(13, 1, 10)) == []
    assert world.visit()["governor"] == "named"
    assert world.letter(message_id).state is LetterState.HANDLED


def test_an_answer_that_will_follow_is_waited_for(world: World) -> None:
    message_id = world.reply(world.offered(), "Thanks, I'll check with colleagues and let you know.", now=ANSWERED)
    assert world.run(ANSWERED) == []
    assert (world.visit()["state"], world.visit()["waiting_for"]) == ("offered", "school")
    assert world.letter(message_id).state is LetterState.HANDLED


def test_a_thank_you_after_the_agreement_is_let_be(world: World) -> None:
    message_id = world.reply(world.agreed(), "Many thanks, see you then.", now=at(13, 1, 10))
    assert world.run(at(13, 1, 10)) == []
    assert world.letter(message_id).state is LetterState.IGNORED
    assert world.visit()["state"] == "agreed"


def test_a_school_that_withdraws_is_cancelled_and_the_adviser_looks_at_it(world: World) -> None:
    world.reply(
        world.agreed(), "We no longer wish to have the Virtual School visit this year, please cancel it.", now=at(13, 1)
    )
    cancellation, card = sorted(world.run(at(13, 1)), key=lambda mail: mail.kind, reverse=True)[-2:]
    by_kind = {mail.kind: mail for mail in (cancellation, card)}
    assert set(by_kind) == {"cancellation", "card"}
    visit = world.visit()
    assert (visit["state"], visit["waiting_for"], visit["reason_code"], visit["date"]) == (
        "cancelled",
        "adviser",
        "cancelled",
        None,
    )
    assert by_kind["cancellation"].calendar["METHOD"] == "CANCEL"


def test_after_the_visit_a_dispute_goes_to_the_adviser_and_an_agreement_is_noted(world: World) -> None:
    confirmation = world.agreed()
    world.run(at(26, 1))
    assert world.visit()["state"] == "visited"
    agrees = world.reply(confirmation, "I have read the report and I am happy to sign it off.", now=at(1, 2, 10))
    world.run(at(1, 2, 10))
    assert world.letter(agrees).action == "sign_off"
    assert world.visit()["waiting_for"] == "nobody"
    disputes = world.reply(
        confirmation, "The report is wrong: our attendance was 96%, please change it.", now=at(2, 2, 10)
    )
    world.run(at(2, 2, 10))
    assert world.letter(disputes).action == "dispute"
    assert (world.visit()["state"], world.visit()["reason_code"]) == ("visited", "dispute")


def test_the_adviser_reads_a_short_letter_whole_on_the_card(world: World) -> None:
    world.reply(world.offered(), "Yes, that is fine.", now=at(12, 1, 10))
    (card,) = world.run(at(12, 1, 10))
    assert card.kind == "card"
    assert "Yes, that is fine." in card.text


def test_a_letter_about_a_child_goes_to_the_adviser_without_its_words(world: World) -> None:
    words = "Before you come: Kacper W in Year 4 was moved to a new foster placement and has been self-harming."
    world.reply(world.offered(), words, now=ANSWERED)
    (card,) = [mail for mail in world.run(ANSWERED) if mail.kind == "card"]
    assert world.visit()["waiting_for"] == "adviser"
    for text in (card.text, world.channel.text):
        assert "Kacper" not in text
        assert "placement" not in text.replace("displacement", "")


def test_schools_do_not_share_a_half_day_of_one_adviser(world: World) -> None:
    world.invite(None)
    offers = {mail.reference: mail for mail in world.run(at(11, 1, 9, 5))}
    visits = world.visits()
    for adviser in {visit["adviser"] for visit in visits}:
        own = [slot for v in visits if v["adviser"] == adviser for slot in offers[v["reference"]].options.values()]
        assert len(own) == len(set(own))
    assert kinds(list(offers.values())) == ["offer"] * 4
    assert {visit["urn"] for visit in visits} >= {OAK, LARCH}
