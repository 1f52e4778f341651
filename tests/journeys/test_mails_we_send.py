"""The contract of our mails: schools' programs, gateways and people rely on every line of it."""

import dataclasses
import re

import pytest

from handlers import resolving
from tests.journeys.world import NAIR, SAM, US, World, at, kinds, to_school

ANSWERED = at(12, 1, 10)
SLOT_LINE = re.compile(
    r"^[1-5]\. (Mon|Tues|Wednes|Thurs|Fri)day \d{1,2} [A-Z][a-z]+ 2027,"
    r" (morning \(9:15am to 12:15pm\)|afternoon \(1pm to 3:30pm\))$"
)


def test_an_offer_shows_its_slots_one_a_line_and_carries_no_invitation(world: World) -> None:
    offer = world.offered()
    lines = [line for line in offer.text.splitlines() if re.match(r"\d\. ", line)]
    assert len(lines) == 3
    assert all(SLOT_LINE.match(line) for line in lines), lines
    assert offer.calendar == {}
    assert (offer.kind, offer.auto_submitted, offer.x_visit_reference) == ("offer", "auto-generated", "VS-0001")
    assert offer.subject.endswith("[VS-0001]")
    assert offer.in_reply_to == ""
    assert US in offer.message["From"]


def test_slots_on_offer_are_what_the_list_of_visits_shows(world: World) -> None:
    offer = world.offered()
    listed = {item["option"]: (item["date"], item["part"]) for item in world.visit()["offered"]}  # type: ignore[attr-defined]
    assert listed == offer.options


def test_a_confirmation_has_one_agreed_line_no_numbers_and_an_invitation(world: World) -> None:
    confirmation = world.agreed()
    assert re.findall(r"^Agreed: .*$", confirmation.text, re.MULTILINE) == [
        "Agreed: Monday 25 January 2027, morning (9:15am to 12:15pm)"
    ]
    assert confirmation.options == {}
    calendar = confirmation.calendar
    assert (calendar["METHOD"], calendar["UID"], calendar["SEQUENCE"]) == ("REQUEST", "VS-0001@council.example", "0")
    assert calendar["DTSTART"] == "20270125T091500"
    assert calendar["ORGANIZER"] == f"mailto:{US}"
    invitation = confirmation.message.as_string().replace("\n ", "")
    for address in ("p.nair@hethersettoak.example", "head@hethersettoak.example", SAM):
        assert re.search(rf"^ATTENDEE.*mailto:{re.escape(address)}", invitation, re.MULTILINE), address


def test_the_confirmation_answers_the_persons_letter_and_copies_the_adviser(world: World) -> None:
    offer = world.offered()
    letter = world.reply(offer, "Option 1 please.", now=ANSWERED)
    (confirmation,) = world.run(ANSWERED)
    assert confirmation.in_reply_to == letter
    assert set(confirmation.references.split()) == {offer.id, letter}
    assert confirmation.auto_submitted == "auto-replied"
    assert (confirmation.to, confirmation.cc) == (["p.nair@hethersettoak.example"], [SAM])
    assert "VS-0001" in confirmation.subject


def test_every_mail_about_the_visit_names_its_kind_and_its_visit(world: World) -> None:
    confirmation = world.agreed()
    world.reply(confirmation, "Sorry, we can't do Monday 25 January after all.", now=at(13, 1, 10))
    world.run(at(13, 1, 10))
    for mail in world.mails():
        assert mail.auto_submitted in ("auto-generated", "auto-replied")
        assert mail.kind in ("offer", "confirmation", "reoffer", "cancellation", "card", "change")
        assert mail.x_visit_reference == "VS-0001"
        assert "[VS-0001]" in mail.subject
        assert mail.raw.isascii()


def test_a_reminder_of_the_offer_keeps_numbers_and_thread(world: World) -> None:
    offer = world.offered()
    (chase,) = to_school(world.run(at(18, 1)))
    assert (chase.kind, chase.in_reply_to, chase.auto_submitted) == ("chase", offer.id, "auto-generated")
    assert chase.options.items() <= offer.options.items()
    assert world.visit()["chases"] == 1
    world.reply(chase, "Option 2 please", now=at(18, 1, 10))
    (confirmation,) = world.run(at(18, 1, 10))
    assert confirmation.agreed == offer.options[2]


def test_a_reminder_leaves_out_what_is_past_or_too_near_and_keeps_the_other_numbers(world: World) -> None:
    offer = world.offered()
    world.run(at(18, 1))
    (second,) = to_school(world.run(at(25, 1)))
    assert second.kind == "chase"
    assert second.options == {number: slot for number, slot in offer.options.items() if number > 1}


def test_option_numbers_belong_to_the_offer_that_is_answered(world: World) -> None:
    first = world.offered()
    world.resolve(resolving.reoffer(None, None), at(12, 1, 9))
    (second,) = world.run(at(12, 1, 9))
    assert second.kind == "reoffer"
    assert not set(first.options.values()) & set(second.options.values())
    world.reply(first, "Option 2 please.", now=ANSWERED)
    (confirmation,) = world.run(ANSWERED)
    assert confirmation.agreed == first.options[2]


def test_a_yes_to_an_older_offer_whose_slot_has_gone_gets_a_new_offer(world: World) -> None:
    first = world.offered()
    world.resolve(resolving.reoffer(None, None), at(11, 1, 10))
    world.run(at(11, 1, 10))
    world.invite("100002", at(11, 1, 11))
    (other,) = world.run(at(11, 1, 11))
    assert other.options[1] == first.options[1]
    world.reply(first, "Option 1 please.", now=ANSWERED)
    (reoffer,) = world.run(ANSWERED)
    assert reoffer.kind == "reoffer"
    assert "no longer free" in reoffer.text
    assert not set(reoffer.options.values()) & set(first.options.values())


def test_the_same_yes_twice_brings_no_second_confirmation(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Option 1 please.", now=ANSWERED)
    assert kinds(world.run(ANSWERED)) == ["confirmation"]
    world.reply(offer, "Just to confirm: Monday 25 January in the morning is fine for us.", now=at(12, 1, 11))
    assert world.run(at(12, 1, 11)) == []
    assert world.visit()["date"] == "2027-01-25"


def test_the_very_same_mail_delivered_twice_is_one_letter(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Option 1 please.", now=ANSWERED)
    raw = next((world.folder / "mail/inbox/new").iterdir()).read_bytes()
    world.drop(b"Received: by another.example; Tue, 12 Jan 2027 10:01:00 +0000\r\n" + raw)
    assert kinds(world.run(ANSWERED)) == ["confirmation"]
    assert len(world.letters()) == 1


def test_a_clear_yes_while_the_adviser_is_waited_for_is_acted_on(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Option 1 should be ok, I'll check with the head and get back to you.", now=ANSWERED)
    world.run(ANSWERED)
    assert world.visit()["waiting_for"] == "adviser"
    world.reply(offer, "Option 1 is confirmed.", now=at(12, 1, 15))
    assert kinds(world.run(at(12, 1, 15))) == ["confirmation"]
    visit = world.visit()
    assert (visit["state"], visit["waiting_for"], visit["reason_code"], visit["reason"]) == (
        "agreed",
        "nobody",
        None,
        "",
    )


def test_a_head_who_answers_for_the_teacher_gets_the_answer_and_so_does_the_teacher(world: World) -> None:
    world.reply(
        world.offered(), "Option 3 is good for us.", now=ANSWERED, sender="Joan Birch <head@hethersettoak.example>"
    )
    (confirmation,) = world.run(ANSWERED)
    assert set(confirmation.to) == {"head@hethersettoak.example", "p.nair@hethersettoak.example"}


@pytest.mark.parametrize(
    ("moment", "goes"),
    [
        (at(11, 1, 6, 59), False),
        (at(11, 1, 7, 0), True),
        (at(11, 1, 18, 59), True),
        (at(11, 1, 19, 0), False),
        (at(16, 1, 10), False),
        (at(4, 1, 10), False),
        (at(18, 11, 10, year=2026), True),
        (at(28, 10, 10, year=2026), False),
    ],
)
def test_offers_go_in_sending_hours_on_school_days_only(world: World, moment: object, goes: bool) -> None:
    world.invite(now=at(28, 10, 5, year=2026))
    assert kinds(world.run(moment)) == (["offer"] if goes else [])  # type: ignore[arg-type]


def test_an_answer_to_a_letter_goes_at_once_even_at_night_and_at_weekends(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Option 1 please.", now=at(16, 1, 23))
    assert kinds(world.run(at(16, 1, 23))) == ["confirmation"]


def test_the_reminder_comes_five_school_days_before_and_says_whether_a_governor_is_missing(world: World) -> None:
    world.agreed("Option 2 please.")
    assert to_school(world.run(at(25, 1))) == []
    (reminder,) = to_school(world.run(at(26, 1)))
    assert (reminder.kind, reminder.to, reminder.cc) == ("reminder", ["p.nair@hethersettoak.example"], [SAM])
    assert "overnor" in reminder.text
    assert re.search(r"still to be named|no governor|not yet", reminder.text, re.IGNORECASE), reminder.text
    assert to_school(world.run(at(27, 1))) == []


def test_the_reminder_names_the_governor_who_comes(world: World) -> None:
    world.agreed("Option 2 please. Tom Askew, our governor, will be there.")
    (reminder,) = to_school(world.run(at(26, 1)))
    assert "Tom Askew" in reminder.text
    assert "still to be named" not in reminder.text


def test_the_form_of_the_day_is_with_the_offer_and_the_reminder(world: World) -> None:
    offer = world.offered()
    names = [part.get_filename() for part in offer.message.iter_attachments()]
    assert names == ["proforma-VS-0001.docx"]


def test_people_with_a_line_break_in_their_name_cannot_write_a_header_of_ours(world: World) -> None:
    with world.parts.store.write() as records:
        contact = records.contacts("100001")[0]
        records.save_contact("100001", dataclasses.replace(contact, name="Priya\r\nBcc: thief@evil.example"))
    offer = world.offered()
    assert offer.message["Bcc"] is None
    assert NAIR.partition("<")[2].rstrip(">") in offer.to
