"""What an adviser decides about a visit, and what follows for the school."""

import datetime as dt

import pytest

from bot.errors import WrongUseError
from bot.model import Part, Slot
from handlers import resolving
from handlers.contacts import contact_from, contact_left, contacts_changed
from handlers.on_question import answer, lines
from handlers.resolving import CannotResolveError, postpone
from storage.imports.contacts import import_contacts
from tests.journeys.world import ELM, OAK, SAM, World, at, kinds, to_school

UNCLEAR = "Yes that's fine."
NOW = at(12, 1, 12)


def slot(month: int, day: int, part: Part = Part.AM) -> Slot:
    return Slot(dt.date(2027, month, day), part)


@pytest.fixture
def asked(world: World) -> World:
    """A world whose visit waits for its adviser."""
    world.reply(world.offered(), UNCLEAR, now=at(12, 1, 10))
    world.run(at(12, 1, 10))
    assert world.visit()["waiting_for"] == "adviser"
    return world


def test_booking_what_was_settled_on_the_phone_confirms_it_to_the_school(asked: World) -> None:
    asked.resolve(resolving.book(slot(2, 2, Part.PM)), NOW, note="Rang Priya")
    (confirmation,) = asked.run(NOW)
    assert (confirmation.kind, confirmation.agreed) == ("confirmation", ("2027-02-02", "pm"))
    assert confirmation.auto_submitted == "auto-generated"
    assert confirmation.in_reply_to == asked.mails()[0].id
    visit = asked.visit()
    assert (visit["state"], visit["waiting_for"], visit["reason_code"]) == ("agreed", "nobody", None)


def test_offering_again_between_two_days_keeps_to_them(asked: World) -> None:
    asked.resolve(resolving.reoffer(dt.date(2027, 3, 1), dt.date(2027, 3, 12)), NOW)
    (reoffer,) = asked.run(NOW)
    assert reoffer.kind == "reoffer"
    assert all("2027-03-01" <= day <= "2027-03-12" for day, _ in reoffer.options.values())
    assert asked.visit()["waiting_for"] == "school"


def test_waiting_gives_the_turn_back_and_counts_the_silence_anew(asked: World) -> None:
    asked.resolve(resolving.wait, at(18, 1))
    assert asked.visit()["waiting_for"] == "school"
    assert to_school(asked.run(at(22, 1))) == []
    assert kinds(to_school(asked.run(at(25, 1)))) == ["chase"]


def test_settling_changes_nothing_but_whose_turn_it_is(asked: World) -> None:
    before = asked.visit()
    asked.resolve(resolving.close, NOW)
    after = asked.visit()
    assert after["waiting_for"] == "school"
    assert (after["state"], after["offered"]) == (before["state"], before["offered"])
    assert asked.run(NOW) == []


def test_cancelling_an_agreed_visit_tells_the_school_and_frees_the_half_day(world: World) -> None:
    world.agreed()
    world.resolve(resolving.cancel, at(13, 1))
    (cancellation,) = world.run(at(13, 1))
    assert (cancellation.kind, cancellation.calendar["METHOD"]) == ("cancellation", "CANCEL")
    assert cancellation.calendar["SEQUENCE"] == "1"
    assert cancellation.to == ["p.nair@hethersettoak.example"]
    visit = world.visit()
    assert (visit["state"], visit["date"], visit["part"], visit["waiting_for"]) == ("cancelled", None, None, "nobody")
    with world.parts.store.read() as records:
        assert slot(1, 25) not in records.held_slots(SAM)


def test_a_cancelled_visit_can_be_taken_up_again(world: World) -> None:
    world.agreed()
    world.resolve(resolving.cancel, at(13, 1))
    world.run(at(13, 1))
    world.resolve(resolving.reoffer(None, None), at(14, 1))
    (reoffer,) = world.run(at(14, 1))
    world.reply(reoffer, "Option 1 please.", now=at(14, 1, 12))
    (change,) = world.run(at(14, 1, 12))
    assert (change.kind, change.calendar["SEQUENCE"]) == ("change", "2")


def test_a_visit_that_was_made_early_in_the_day_can_be_marked(world: World) -> None:
    world.agreed()
    world.resolve(resolving.visited, at(25, 1, 13))
    assert world.visit()["state"] == "visited"
    with pytest.raises(CannotResolveError, match="can no longer change"):
        world.resolve(resolving.cancel, at(25, 1, 14))
    with pytest.raises(CannotResolveError, match="nothing to offer"):
        world.resolve(resolving.reoffer(None, None), at(25, 1, 14))


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (slot(1, 11), "is past"),
        (slot(1, 16), "not a school day"),
        (slot(2, 16), "not a school day"),
        (slot(1, 26), "not free"),
    ],
)
def test_a_half_day_that_cannot_be_is_refused_with_a_sentence_and_nothing_changes(
    asked: World, wanted: Slot, why: str
) -> None:
    asked.invite(ELM, NOW)
    (elms,) = asked.run(NOW)
    assert ("2027-01-26", "am") in elms.options.values()
    before = asked.visit()
    with pytest.raises(CannotResolveError, match=why):
        asked.resolve(resolving.book(wanted), NOW)
    assert asked.visit() == before


def test_offering_where_nothing_is_free_is_refused(asked: World) -> None:
    with pytest.raises(CannotResolveError, match="No free half day"):
        asked.resolve(resolving.reoffer(dt.date(2027, 2, 15), dt.date(2027, 2, 19)), NOW)
    assert asked.visit()["waiting_for"] == "adviser"


def test_booking_the_date_that_is_agreed_already_settles_and_sends_nothing(world: World) -> None:
    world.reply(world.offered(), "Option 1 please. Can you also tell us where to send the data?", now=at(12, 1, 10))
    world.run(at(12, 1, 10))
    if world.visit()["state"] != "agreed":
        world.resolve(resolving.book(slot(1, 25)), at(12, 1, 11))
        world.run(at(12, 1, 11))
    world.resolve(resolving.book(slot(1, 25)), NOW)
    assert world.run(NOW) == []
    assert (world.visit()["date"], world.visit()["waiting_for"]) == ("2027-01-25", "nobody")


def test_a_reference_that_nobody_has_is_told(world: World) -> None:
    with pytest.raises(CannotResolveError, match="VS-9999"):
        world.resolve(resolving.wait, NOW, reference="VS-9999")


def test_snow_puts_off_every_visit_of_the_day_with_one_apology_each_and_fresh_slots(world: World) -> None:
    world.agreed()
    world.invite(ELM, at(11, 1, 12))
    (elms,) = world.run(at(11, 1, 12))
    world.resolve(resolving.book(slot(1, 25, Part.PM)), at(11, 1, 13), reference="VS-0002")
    world.run(at(11, 1, 13))
    put_off = postpone(world.parts, at(24, 1, 20), SAM, day=dt.date(2027, 1, 25), note="Snow has closed the roads.")
    assert len(put_off) == 2
    assert to_school(world.run(at(24, 1, 20))) == []
    apologies = to_school(world.run(at(25, 1, 7)))
    assert kinds(apologies) == ["reoffer", "reoffer"]
    for mail in apologies:
        assert "sorry" in mail.text.casefold()
        assert "Snow has closed the roads." in mail.text
        assert ("2027-01-25", "am") not in mail.options.values()
        assert ("2027-01-25", "pm") not in mail.options.values()
    assert {visit["state"] for visit in world.visits()} == {"offered"}
    assert not {mail.subject for mail in apologies} & {elms.subject}
    assert to_school(world.run(at(26, 1))) == []


def test_putting_off_late_in_the_year_still_tells_the_school_and_leaves_the_rest_to_the_adviser(world: World) -> None:
    world.offered()
    world.resolve(resolving.book(slot(7, 21)), at(12, 1))
    world.run(at(12, 1))
    postpone(world.parts, at(20, 7), SAM, urn=OAK)
    mails = world.run(at(20, 7))
    (told,) = to_school(mails)
    assert (told.kind, told.calendar["METHOD"]) == ("cancellation", "CANCEL")
    assert "card" in kinds(mails)
    visit = world.visit()
    assert (visit["state"], visit["waiting_for"]) == ("to_arrange", "adviser")


def test_putting_off_where_nothing_is_agreed_does_nothing(world: World) -> None:
    world.offered()
    assert postpone(world.parts, NOW, SAM, urn=OAK) == []
    assert postpone(world.parts, NOW, SAM, day=dt.date(2027, 1, 25)) == []


def test_when_a_contact_has_left_the_next_mails_go_to_the_next_one(world: World) -> None:
    world.offered()
    assert contact_left(world.parts.store, "p.nair@hethersettoak.example") == ["Hethersett Oak Primary School"]
    (chase,) = to_school(world.run(at(18, 1)))
    assert chase.to == ["head@hethersettoak.example"]


def test_after_a_new_import_the_school_is_written_to_through_whoever_is_there_now(world: World) -> None:
    world.offered()
    contacts = (world.folder / "contacts.csv").read_text().replace("Priya Nair", "Bo Lee").replace("p.nair@", "b.lee@")
    (world.folder / "new.csv").write_text(contacts)
    import_contacts(world.parts.store, world.folder / "new.csv")
    contacts_changed(world.parts.store)
    (chase,) = to_school(world.run(at(18, 1)))
    assert chase.to == ["b.lee@hethersettoak.example"]


def test_who_has_left_no_longer_speaks_for_the_school_from_another_address(world: World) -> None:
    with world.parts.store.write() as records:
        records.save_contact(OAK, contact_from("Zoe Hart", "governor", "zoe@hart.example"))
    contact_left(world.parts.store, "zoe@hart.example")
    world.reply(world.offered(), "Option 1 please.", now=NOW, sender="Zoe Hart <zoe@hart.example>")
    world.run(NOW)
    assert world.visit()["state"] == "offered"


def test_nobody_of_that_address_has_left(world: World) -> None:
    assert contact_left(world.parts.store, "nobody@nowhere.example") == []


@pytest.mark.parametrize(
    ("name", "role", "email"),
    [("Ann", "headteacher", "no address"), ("Ann", "wizard", "ann@x.example"), (" ", "headteacher", "ann@x.example")],
)
def test_a_contact_that_makes_no_sense_is_refused(name: str, role: str, email: str) -> None:
    with pytest.raises(WrongUseError):
        contact_from(name, role, email)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("VS-0001", "agreed Monday 25 January 2027, morning"),
        ("hethersett oak?", "VS-0001"),
        ("my visits next week", "No visit from Monday 18 January 2027"),
        ("my visits in the next two weeks", "VS-0001"),
        ("who waits?", "No visit that waits for an adviser"),
        ("VS-0999", "No visit has the reference VS-0999"),
    ],
)
def test_an_adviser_who_asks_is_answered_from_the_records(world: World, question: str, answered: str) -> None:
    world.agreed()
    with world.parts.store.read() as records:
        said = lines(answer(records, world.parts, question, SAM, at(12, 1, 12)))
    assert any(answered in line for line in said), said


def test_the_answers_to_advisers_name_no_person_of_a_school(world: World) -> None:
    world.agreed("Option 1 please. Tom Askew, governor, will be there.")
    with world.parts.store.read() as records:
        for question in ("VS-0001", "agreed", "who waits", "Hethersett Oak"):
            said = " ".join(lines(answer(records, world.parts, question, SAM, NOW)))
            assert "@" not in said
            assert "Askew" not in said
