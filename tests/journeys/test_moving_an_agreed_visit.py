"""An agreed visit moves only when the school says that it cannot keep it; then nobody stands before a locked door."""

import datetime as dt

import pytest

from bot.model import Action, Kind, LetterState, Part, ProposedSlot, Slot, Understanding
from handlers import on_letter, resolving
from handlers.carrying_out import Tally
from handlers.on_letter import handle_letters
from handlers.taking_in import take_in
from tests.journeys.world import BIRCH, ELM, NAIR, SAM, World, at, kinds, to_school

LATER = at(13, 1, 10)


def test_a_date_that_cannot_be_kept_is_free_at_once_and_new_slots_are_offered(world: World) -> None:
    confirmation = world.agreed()
    world.reply(confirmation, "Sorry, we can't do Monday 25 January after all, we have an inspection.", now=LATER)
    mails = world.run(LATER)
    by_kind = {mail.kind: mail for mail in mails}
    assert set(by_kind) == {"cancellation", "reoffer"}
    visit = world.visit()
    assert (visit["state"], visit["date"], visit["part"], visit["agreed_at"]) == ("offered", None, None, None)
    assert ("2027-01-25", "am") not in by_kind["reoffer"].options.values()
    assert (by_kind["cancellation"].to, by_kind["cancellation"].calendar["METHOD"]) == ([SAM], "CANCEL")
    world.invite(ELM, at(11, 1, 12))
    (other,) = to_school(world.run(at(13, 1, 11)))
    assert ("2027-01-25", "am") in other.options.values()


def test_the_new_date_is_a_change_under_the_same_uid_with_a_higher_sequence(world: World) -> None:
    first = world.agreed()
    world.reply(first, "Sorry, we can't do Monday 25 January after all.", now=LATER)
    reoffer = next(mail for mail in world.run(LATER) if mail.kind == "reoffer")
    world.reply(reoffer, "Option 2 please.", now=at(14, 1, 10))
    (change,) = world.run(at(14, 1, 10))
    assert change.kind == "change"
    assert change.agreed == reoffer.options[2]
    assert change.options == {}
    sequences = [int(mail.calendar["SEQUENCE"]) for mail in world.mails() if mail.calendar]
    assert sequences == sorted(set(sequences))
    assert {mail.calendar["UID"] for mail in world.mails() if mail.calendar} == {"VS-0001@council.example"}
    assert change.calendar["METHOD"] == "REQUEST"


def test_giving_up_the_date_and_taking_another_offered_one_in_one_letter_is_one_change(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirmation = world.agreed()
    both = Understanding(
        Kind.REPLY,
        Action.CONFIRM,
        accepted=(Slot(dt.date(2027, 2, 10), Part.AM),),
        ruled_out=(Slot(dt.date(2027, 1, 25), Part.AM),),
    )
    monkeypatch.setattr(on_letter, "understand", lambda *_: both)
    world.reply(confirmation, "Not Monday 25 January after all, option 3 instead please.", now=LATER)
    (change,) = world.run(LATER)
    assert (change.kind, change.agreed) == ("change", ("2027-02-10", "am"))
    assert (change.calendar["SEQUENCE"], change.calendar["METHOD"]) == ("1", "REQUEST")


def test_a_yes_to_another_slot_beside_the_agreed_one_moves_nothing(world: World) -> None:
    world.agreed()
    offer = world.mails()[0]
    message_id = world.reply(offer, "Option 2 please.", now=LATER)
    assert kinds(world.run(LATER)) == ["card"]
    assert world.visit()["date"] == "2027-01-25"
    assert world.letter(message_id).reason_code in ("clashing_date", "unclear")


def test_a_wish_for_another_day_does_not_give_the_agreed_one_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = Understanding(Kind.REPLY, Action.CONSIDER, proposed=(ProposedSlot(dt.date(2027, 3, 4), Part.AM),))
    confirmation = world.agreed()
    monkeypatch.setattr(on_letter, "understand", lambda *_: wish)
    world.reply(confirmation, "Could you come on Thursday 4 March instead? If not, leave it.", now=LATER)
    assert kinds(world.run(LATER)) == ["card"]
    assert (world.visit()["state"], world.visit()["date"], world.visit()["waiting_for"]) == (
        "agreed",
        "2027-01-25",
        "adviser",
    )


@pytest.mark.parametrize("sender", [NAIR, BIRCH, f"Sam Reed <{SAM}>"])
def test_calendars_that_accept_the_invitation_change_nothing(world: World, sender: str) -> None:
    confirmation = world.agreed()
    world.calendar_says(confirmation, "ACCEPTED", now=LATER, sender=sender)
    assert world.run(LATER) == []
    assert (world.visit()["state"], world.visit()["waiting_for"]) == ("agreed", "nobody")
    assert [letter.state for letter in world.letters()][-1] is LetterState.IGNORED


def test_a_calendar_that_declines_is_the_school_saying_no(world: World) -> None:
    confirmation = world.agreed()
    world.calendar_says(confirmation, "DECLINED", now=LATER, sender=NAIR)
    assert "reoffer" in kinds(world.run(LATER))
    assert (world.visit()["state"], world.visit()["date"]) == ("offered", None)


@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED"])
def test_an_answer_to_the_invitation_before_the_move_leaves_the_new_date_alone(world: World, partstat: str) -> None:
    first = world.agreed()
    world.reply(first, "Sorry, we can't do Monday 25 January after all.", now=LATER)
    reoffer = next(mail for mail in world.run(LATER) if mail.kind == "reoffer")
    world.reply(reoffer, "Option 2 please.", now=at(14, 1, 10))
    world.run(at(14, 1, 10))
    world.calendar_says(first, partstat, now=at(14, 1, 11), sender=NAIR)
    assert kinds(world.run(at(14, 1, 11))) == []
    assert (world.visit()["state"], world.visit()["date"]) == ("agreed", reoffer.options[2][0])


def test_the_advisers_own_calendar_that_declines_moves_nothing_but_is_seen(world: World) -> None:
    confirmation = world.agreed()
    world.calendar_says(confirmation, "DECLINED", now=LATER, sender=f"Sam Reed <{SAM}>")
    assert kinds(world.run(LATER)) == ["card"]
    assert (world.visit()["state"], world.visit()["waiting_for"]) == ("agreed", "adviser")


def test_a_yes_and_its_withdrawal_in_one_inbox_leave_nothing_agreed_and_confirm_nothing(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Option 1 please.", now=LATER)
    world.reply(offer, "Sorry, we can't do Monday 25 January after all.", now=LATER)
    mails = world.run(LATER)
    assert "confirmation" not in kinds(mails)
    assert world.visit()["state"] == "offered"
    assert world.visit()["date"] is None


def test_a_move_by_the_adviser_at_night_sends_only_the_last_date_in_the_morning(world: World) -> None:
    world.offered()
    for day in (2, 3, 4):
        world.resolve(resolving.book(Slot(dt.date(2027, 3, day), Part.AM)), at(12, 1, 20, day))
    assert world.run(at(12, 1, 21)) == []
    (mail,) = to_school(world.run(at(13, 1, 7)))
    assert mail.agreed == ("2027-03-04", "am")


def test_what_is_cancelled_in_the_night_is_not_confirmed_in_the_morning(world: World) -> None:
    world.offered()
    world.resolve(resolving.book(Slot(dt.date(2027, 3, 2), Part.AM)), at(12, 1, 20))
    world.resolve(resolving.cancel, at(12, 1, 21))
    world.run(at(12, 1, 21))
    assert "confirmation" not in kinds(world.run(at(13, 1, 7)))
    assert world.visit()["state"] == "cancelled"


def test_a_school_whose_offer_is_cancelled_is_told_that_the_half_days_are_no_longer_kept(world: World) -> None:
    world.offered()
    world.resolve(resolving.cancel, at(12, 1))
    (told,) = world.run(at(12, 1))
    assert (told.kind, told.calendar, told.options) == ("cancellation", {}, {})
    assert "no longer kept free" in told.text


def test_the_advisers_diary_follows_the_visit(world: World) -> None:
    def diary() -> list[tuple[str, str]]:
        with world.parts.store.read() as records:
            entries = records.entries(SAM, dt.date(2027, 1, 1), dt.date(2027, 7, 31))
        return [(entry.slot.date.isoformat(), entry.slot.part.value) for entry in entries]

    confirmation = world.agreed()
    assert diary() == [("2027-01-25", "am")]
    world.reply(confirmation, "Sorry, we can't do Monday 25 January after all.", now=LATER)
    reoffer = next(mail for mail in world.run(LATER) if mail.kind == "reoffer")
    assert diary() == []
    world.reply(reoffer, "Option 2 please.", now=at(14, 1, 10))
    world.run(at(14, 1, 10))
    assert diary() == [reoffer.options[2]]


def test_a_stale_offer_never_goes_out_after_a_newer_one(world: World) -> None:
    world.invite(now=at(9, 1, 10))
    world.resolve(resolving.reoffer(None, None), at(9, 1, 11))
    (mail,) = world.run(at(11, 1))
    assert mail.options == {
        item["option"]: (item["date"], item["part"])
        for item in world.visit()["offered"]  # type: ignore[attr-defined]
    }


def test_two_letters_about_one_visit_in_one_inbox_are_thought_about_one_after_the_other(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Option 2 please.", now=LATER)
    world.reply(offer, "Our governor Tom Askew will join us.", now=LATER)
    take_in(world.parts, LATER)
    assert handle_letters(world.parts, LATER, Tally()) == 2
    assert (world.visit()["state"], world.visit()["governor"]) == ("agreed", "named")
    assert {letter.state for letter in world.letters()} == {LetterState.HANDLED}
