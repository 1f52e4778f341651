"""Schools that do not answer, people who are away, mail that comes back, and the days that go by."""

import pytest

from handlers import resolving
from tests.journeys.world import BIRCH, ELM, NINIAN, OAK, SAM, World, at, kinds, to_school


def test_a_silent_school_is_reminded_twice_and_then_rung_up_by_a_person(world: World) -> None:
    world.offered()
    for day, expected in ((15, []), (18, ["chase"]), (22, []), (25, ["chase"]), (29, [])):
        assert kinds(to_school(world.run(at(day, 1)))) == expected, day
    cards = [mail for mail in world.run(at(1, 2)) if mail.kind == "card"]
    assert [card.to for card in cards] == [[SAM]]
    visit = world.visit()
    assert (visit["waiting_for"], visit["reason_code"], visit["chases"]) == ("adviser", "silent", 2)
    assert kinds(to_school(world.run(at(5, 2)))) == []


def test_running_twice_in_the_same_moment_does_nothing_twice(world: World) -> None:
    world.offered()
    for moment in (at(18, 1), at(25, 1), at(1, 2)):
        assert world.run(moment)
        assert world.run(moment) == []


def test_a_bot_that_stood_still_for_weeks_does_once_what_is_due(world: World) -> None:
    world.offered()
    mails = world.run(at(1, 2))
    assert kinds(to_school(mails)) == ["chase"]


def test_the_holds_of_a_silent_school_end_and_a_late_yes_is_still_booked_if_free(world: World) -> None:
    offer = world.offered()
    for day, month in ((18, 1), (25, 1), (1, 2)):
        world.run(at(day, month))
    assert world.visit()["offered"]
    world.run(at(8, 2))
    visit = world.visit()
    assert (visit["state"], visit["offered"], visit["waiting_for"]) == ("to_arrange", [], "adviser")
    world.reply(offer, "So sorry for the delay. Option 3 please, the 10th of February.", now=at(8, 2, 11))
    world.run(at(8, 2, 11))
    assert (world.visit()["state"], world.visit()["date"]) == ("agreed", "2027-02-10")


def test_a_second_silence_after_the_adviser_said_wait_brings_a_second_card(world: World) -> None:
    world.offered()
    for day, month in ((18, 1), (25, 1)):
        world.run(at(day, month))
    assert "card" in kinds(world.run(at(1, 2)))
    world.resolve(resolving.wait, at(2, 2))
    assert world.visit()["waiting_for"] == "school"
    assert "card" in kinds(world.run(at(9, 2)))
    assert world.visit()["waiting_for"] == "adviser"


def test_someone_who_is_away_until_a_day_is_reminded_on_that_day(world: World) -> None:
    offer = world.offered()
    world.out_of_office(
        offer, "I am out of the office and will return on Thursday 21 January 2027.", now=at(11, 1, 9, 1)
    )
    assert world.run(at(11, 1, 9, 5)) == []
    assert to_school(world.run(at(20, 1))) == []
    (chase,) = to_school(world.run(at(21, 1)))
    assert (chase.kind, chase.in_reply_to) == ("chase", offer.id)


def test_automatic_mail_is_never_answered(world: World) -> None:
    offer = world.offered()
    world.out_of_office(offer, "Thank you for your email. We have received it.", now=at(11, 1, 10))
    world.out_of_office(offer, "Option 1 please, it is agreed.", now=at(11, 1, 10))
    assert to_school(world.run(at(11, 1, 10))) == []
    assert world.visit()["state"] == "offered"
    assert not any(mail.auto_submitted == "auto-replied" for mail in world.mails())


def test_someone_who_has_left_is_a_matter_for_the_adviser(world: World) -> None:
    offer = world.offered()
    world.out_of_office(offer, "Priya Nair has left the school. Please contact Joan Birch instead.", now=at(11, 1, 10))
    assert kinds(world.run(at(11, 1, 10))) == ["card"]
    assert world.visit()["waiting_for"] == "adviser"


def test_after_a_hard_bounce_the_head_is_tried_once_and_the_adviser_told(world: World) -> None:
    offer = world.offered()
    world.bounce(offer, now=at(11, 1, 9, 1))
    mails = world.run(at(11, 1, 9, 10))
    again = next(mail for mail in mails if mail.kind != "card")
    assert again.to == ["head@hethersettoak.example"]
    assert again.options == offer.options
    assert [mail.to for mail in mails if mail.kind == "card"] == [[SAM]]
    assert "email not delivered" in world.channel.text
    world.reply(again, "Option 1 is fine for us.", now=at(12, 1, 10), sender=BIRCH)
    assert kinds(world.run(at(12, 1, 10))) == ["confirmation"]


def test_a_copy_that_an_adviser_did_not_get_is_no_reason_to_write_to_another_person_at_the_school(
    world: World,
) -> None:
    confirmation = world.agreed()
    world.bounce(confirmation, now=at(12, 1, 11), recipient=SAM)
    assert to_school(world.run(at(12, 1, 11))) == []
    assert world.visit()["state"] == "agreed"
    assert "needs a person: email cannot be delivered" in world.channel.text


def test_mail_servers_that_report_the_same_bounce_twice_bring_one_mail_to_the_head(world: World) -> None:
    offer = world.offered()
    world.bounce(offer, now=at(11, 1, 9, 1))
    world.bounce(offer, now=at(11, 1, 9, 2))
    assert sorted(kinds(world.run(at(11, 1, 9, 10)))) == ["card", "offer"]
    world.bounce(offer, now=at(11, 1, 9, 30))
    assert world.run(at(11, 1, 9, 40)) == []
    assert (world.visit()["waiting_for"], world.visit()["reason_code"]) == ("school", None)


def test_when_the_heads_mail_comes_back_too_nobody_else_is_tried(world: World) -> None:
    offer = world.offered()
    world.bounce(offer, now=at(11, 1, 9, 1))
    again = next(mail for mail in world.run(at(11, 1, 9, 10)) if mail.kind != "card")
    world.bounce(again, now=at(11, 1, 9, 11))
    assert kinds(world.run(at(11, 1, 9, 20))) == ["card"]
    visit = world.visit()
    assert (visit["waiting_for"], visit["reason_code"]) == ("adviser", "bounced")


def test_a_school_with_one_contact_only_is_the_advisers_after_a_bounce(world: World) -> None:
    offer = world.offered(NINIAN)
    world.bounce(offer, now=at(11, 1, 9, 1))
    assert kinds(world.run(at(11, 1, 9, 10))) == ["card"]
    assert world.visit(NINIAN)["reason_code"] == "bounced"


@pytest.mark.parametrize(("status", "action"), [("4.2.2", "delayed"), ("4.4.1", "delayed")])
def test_a_delivery_that_is_only_delayed_changes_nothing(world: World, status: str, action: str) -> None:
    offer = world.offered()
    world.bounce(offer, now=at(11, 1, 9, 1), status=status, action=action)
    assert world.run(at(11, 1, 9, 10)) == []
    assert (world.visit()["state"], world.visit()["waiting_for"]) == ("offered", "school")


def test_a_reminder_that_waited_for_the_morning_is_not_sent_once_the_school_has_written(world: World) -> None:
    offer = world.offered()
    assert to_school(world.run(at(18, 1, 5))) == []
    world.reply(offer, "Option 1 please.", now=at(18, 1, 6))
    assert kinds(to_school(world.run(at(18, 1, 6, 30)))) == ["confirmation"]
    assert to_school(world.run(at(18, 1, 7))) == []


def test_a_school_that_asked_for_time_in_the_night_is_not_reminded_in_the_morning(world: World) -> None:
    offer = world.offered()
    world.run(at(18, 1, 5))
    world.reply(offer, "Thanks, I'll check with colleagues and let you know.", now=at(18, 1, 6))
    world.run(at(18, 1, 6, 30))
    assert to_school(world.run(at(18, 1, 7))) == []


def test_a_visit_counts_as_made_on_the_day_after(world: World) -> None:
    world.agreed()
    world.run(at(25, 1, 18))
    assert world.visit()["state"] == "agreed"
    world.run(at(26, 1, 7))
    visit = world.visit()
    assert (visit["state"], visit["date"], visit["part"], visit["waiting_for"]) == (
        "visited",
        "2027-01-25",
        "am",
        "nobody",
    )


def test_a_visit_that_took_place_while_the_bot_stood_still_is_noticed_months_later(world: World) -> None:
    world.agreed()
    assert to_school(world.run(at(9, 6))) == []
    assert world.visit()["state"] == "visited"


def test_the_digest_goes_to_the_manager_on_monday_at_eight_and_only_once(world: World) -> None:
    world.agreed()
    assert "digest" not in kinds(world.mails())
    assert "digest" not in kinds(world.run(at(18, 1, 7, 59)))
    (digest,) = [mail for mail in world.run(at(18, 1, 8)) if mail.kind == "digest"]
    assert digest.to == ["manager@council.example"]
    for moment in (at(18, 1, 8, 1), at(18, 1, 12), at(20, 1, 9)):
        assert "digest" not in kinds(world.run(moment))
    assert "digest" in kinds(world.run(at(25, 1, 8)))


def test_a_digest_that_was_missed_on_monday_comes_with_the_next_run(world: World) -> None:
    world.agreed()
    assert "digest" in kinds(world.run(at(20, 1, 15)))


def test_a_council_that_has_begun_nothing_gets_no_digest(world: World) -> None:
    assert world.run(at(18, 1, 9)) == []


def test_no_more_than_three_mails_a_day_go_to_one_address_then_silence_and_one_card(world: World) -> None:
    mails = [world.offered()]
    day = 12
    for hour in range(9, 16):
        world.reply(mails[-1], "None of these suit us, sorry, we need something else.", now=at(day, 1, hour))
        mails += [mail for mail in to_school(world.run(at(day, 1, hour))) if mail.kind in ("reoffer", "confirmation")]
    to_nair = [mail for mail in world.mails() if "p.nair@hethersettoak.example" in mail.to and mail.sent.day == day]
    assert len(to_nair) <= 3


def test_a_machine_that_answers_every_mail_is_not_fed(council: object) -> None:
    world = council("[policy]\noffer_rounds = 20\n")  # type: ignore[operator]
    offer = world.offered()
    for number in range(6):
        world.reply(offer, "None of these suit us, sorry, we need something else.", now=at(12, 1, 10, number))
        offer = ([offer] + [m for m in to_school(world.run(at(12, 1, 10, number))) if m.kind == "reoffer"])[-1]
    sent = [mail for mail in world.mails() if mail.sent.date() == at(12, 1).date()]
    assert kinds(to_school(sent)) == ["reoffer"] * 3
    assert kinds(sent).count("card") == 1
    assert (world.visit()["waiting_for"], world.visit()["reason_code"]) == ("adviser", "loop")


def test_a_school_for_which_no_slot_is_left_is_named_and_not_written_to(world: World) -> None:
    result = world.invite(None, at(9, 7, 9))
    assert {school.urn for school in result.without_slots} == {OAK, ELM, "100003", NINIAN}
    assert result.invited == []
    assert world.run(at(9, 7, 10)) == []


def test_inviting_again_invites_nobody_twice_and_a_limit_counts_new_visits(world: World) -> None:
    assert len(world.invite(None, limit=1).invited) == 1
    second = world.invite(None, limit=1)
    assert (len(second.invited), second.already) == (1, 1)
    assert len(world.invite(None).invited) == 2
    assert world.invite(None).already == 4
    assert len(world.run(at(11, 1))) == 4


def test_a_dry_run_records_nothing(world: World) -> None:
    dry = world.invite(None, dry_run=True)
    assert len(dry.invited) == 4
    assert world.visits() == []
    wet = world.invite(None)
    assert [item.slots for item in wet.invited] == [item.slots for item in dry.invited]
