"""A yes is booked only when every word that could change it is accounted for: words put beside plain yeses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Action, ReasonCode
from tests.understanding.replying import options, read

YESES = (
    "Tuesday 26 January is fine.", "Option 1 please.", "The 26th works for us.", "Yes to 26 Jan, morning.",
    "We would like to go with the first date.", "Please book us in for 26th January.", "26/01/2027 suits.",
    "Happy to confirm Tuesday 26th.", "We can do the 26th and will see you then.", "Tues 26th is in the diary.",
)  # fmt: skip

DOUBTS = (
    "Or maybe not.", "Perhaps.", "Not sure though.", "I still need to check with the head.", "This is not final.",
    "Will have to run it past the governors first.", "The head hasn't agreed this yet.", "Nothing is settled yet.",
    "I'd want to double check that.", "Don't book anything yet.", "Please hold off booking for now.",
    "Let me sleep on it.", "Awaiting sign off from the trust.", "That may change.", "At least I think so.",
    "But I can't promise.", "I'd put it at fifty fifty.", "Just checking whether cover is possible.",
    "Nothing has been agreed with the governors.", "Will confirm for definite on Monday.", "The diary is in flux.",
    "My head is yet to give me an answer.", "Treat this as a holding reply.", "Fingers crossed nothing crops up.",
    "I'm saying yes before asking the boss, mind.", "We're short staffed so it could all fall apart.",
    "More likely than not.", "Can I confirm tomorrow?", "Our SLT are still deciding.",
)  # fmt: skip

CONDITIONS = (
    "If the head agrees.", "As long as we get cover.", "Provided you can bring the data.", "Unless Ofsted come.",
    "Assuming the governor is free.", "Only if it takes under an hour.", "Once the head has approved it.",
    "But only if you can send someone else.", "But it would have to be after school.", "Only for half an hour though.",
    "Can you also pay for the cover teacher, otherwise we can't.", "Not before the risk assessment is done.",
    "When we know about the strike we can say for certain.", "In the event that the builders finish.",
    "With the proviso that I can leave at 10.", "If not, forget it.", "The condition is that Mrs Lee comes too.",
    "I need sight of the agenda first.", "We would want a written agenda before agreeing.",
    "Only come if you've had your DBS check renewed.", "We cannot accept any visit until the fee is waived.",
    "Contingent on staffing.", "Happy to go ahead if you can confirm there is no charge.",
)  # fmt: skip

WITHDRAWALS = (
    "Actually no, we can't.", "Scrap that.", "Ignore that.", "Sorry, forget what I said.", "Cancel that.",
    "Oh wait, we have a trip that day.", "Hang on, that's the INSET day.", "We can no longer do it.",
    "Sadly that's now out.", "The head has just said no.", "Correction: we're closed then.", "Sorry, I take that back.",
    "Please disregard the above.", "Then again, no.", "I spoke too soon.", "Wrong date, sorry.",
    "I've changed my mind.", "We will have to give this a miss.", "Please don't come.", "We'd rather not go ahead.",
    "Please withdraw us.", "We do not want a visit.", "Change of plan.", "Strike that.", "We've been told to decline.",
    "That was before I saw the calendar: the hall is taken.", "Oops, that's our sports day.",
    "No sorry, ignore me, that's half the staff on a course.", "Please bin my last message.",
    "Having said all that, I've now seen we are closed.", "However the chair objects to that date.",
    "The visit isn't needed any more.", "Please take us off the list.", "Isn't that the INSET day?",
)  # fmt: skip

OTHER_TIMES = (
    "No, the 28th.", "My colleague has told you 28 January.", "We said the 28th.", "The 26th is wrong.",
    "Could it be the afternoon instead?", "Afternoon would be better.", "Next week would be better.",
    "After half-term would be better.", "A Wednesday would be better.", "Any chance of moving to 4 February?",
    "If you can do 5 February we'd much rather that.", "I see I wrote 26th, it should be 28th.",
)  # fmt: skip

PLACES = ("{yes} {more}", "{yes}\n\n{more}", "Hello,\n\n{yes} {more} Thank you for arranging this.\n\nPriya",
          "{yes} Mrs Khan will join me. {more}")  # fmt: skip


def written(place: str, yes: str, more: str) -> str:
    return place.format(yes=yes, more=more)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PLACES), st.sampled_from(YESES), st.sampled_from((*DOUBTS, *CONDITIONS, *WITHDRAWALS)))
def test_a_doubt_a_condition_or_a_withdrawal_anywhere_keeps_a_yes_from_being_booked(
    place: str, yes: str, more: str
) -> None:
    seen = read(written(place, yes, more))
    assert seen.action is not Action.CONFIRM, seen.rule


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PLACES), st.sampled_from(YESES), st.sampled_from(OTHER_TIMES))
def test_another_time_named_after_a_yes_is_never_passed_over(place: str, yes: str, more: str) -> None:
    assert read(written(place, yes, more)).action is not Action.CONFIRM


@pytest.mark.parametrize("yes", YESES)
def test_a_slip_put_right_books_what_was_meant(yes: str) -> None:
    assert options(read(f"{yes} Sorry, make that the 28th.")) == "2"


@pytest.mark.parametrize("yes", YESES)
@pytest.mark.parametrize(
    "more",
    [
        "Parking is not easy, so please use the bus lane gate.",
        "Sorry for the late reply!",
        "If anything changes I will let you know.",
        "Our chair, Mrs Toop, won't be able to come.", "I'll let you know if a governor can join us.",
        "Hope that's ok.", "Please don't hesitate to ask if you need anything.",
        "As you may have heard, we have a new hall.",
        "Do ring me if you get lost.", "No need to bring lunch.",
    ],
)  # fmt: skip
def test_courtesies_parking_and_who_cannot_come_cost_no_booking(yes: str, more: str) -> None:
    seen = read(f"{yes} {more}")
    assert (seen.action, options(seen)) == (Action.CONFIRM, "1"), seen.rule


def test_what_was_left_over_is_shown_with_its_reason() -> None:
    seen = read("The 26th works for us. This is not final.")
    assert (seen.rule, seen.reason) == ("words left over", ReasonCode.TENTATIVE)
    assert [item.words for item in seen.evidence if item.about == "action"] == ["not final"]


@pytest.mark.parametrize(
    "text",
    [
        "Looks good to me, though I can't really agree it on the school's behalf.",
        "Happy with it. Who should sign it?",
        "Agreed, provided the head is content too.",
        "Fine by me but perhaps the chair should see it.",
    ],
)
def test_a_report_agreed_with_a_reservation_is_not_signed_off(text: str) -> None:
    assert read(text, "report").action is not Action.SIGN_OFF


@pytest.mark.parametrize(
    "text",
    ["Can you do 27 January instead? Actually no, scrap that.", "How about 5 February? Sorry, ignore me."],
)
def test_a_date_put_forward_and_taken_back_is_asked_of_nobody(text: str) -> None:
    assert read(text).action is Action.HAND_OVER


@pytest.mark.parametrize(
    "text", ["Perhaps we should cancel the visit.", "If you can't come after Easter please cancel the visit."]
)
def test_a_withdrawal_that_is_only_weighed_cancels_nothing(text: str) -> None:
    assert read(text).action is not Action.CANCEL
