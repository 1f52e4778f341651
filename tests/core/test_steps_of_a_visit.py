"""Single steps in a visit's life, and what schools and advisers get from each."""

import dataclasses
import datetime as dt

import pytest

from bot import life, life_by_clock
from bot.acting import Stage, act
from bot.addressing import first_to_write_to, in_order_of_address
from bot.change import Change
from bot.deciding import Decision, Step
from bot.effects import DiaryEffect, DiaryOperation, MailEffect, MailKind, PostEffect, Preface
from bot.model import (
    Action,
    Attendee,
    Contact,
    Governor,
    Kind,
    OfferState,
    Policy,
    ReasonCode,
    Role,
    Understanding,
    Visit,
    VisitState,
    WaitingFor,
    Window,
)
from tests.core.builders import (
    ADVISER,
    CALENDAR,
    CAST,
    FIRST,
    HEAD,
    NOW,
    SECOND,
    TEACHER,
    THIRD,
    agreed,
    am,
    cause,
    ground,
    numbered,
    offered,
    pm,
    to_arrange,
)

POLICY = Policy()
ANSWERING = cause(answers="<1@hethersettoak.example>", sender=TEACHER.email)
A_DAY_OF_TERM = dt.datetime(2027, 1, 20, 9, 0, tzinfo=dt.UTC)


def mails(change: Change) -> list[MailEffect]:
    return [effect for effect in change.effects if isinstance(effect, MailEffect)]


def mail(change: Change) -> MailEffect:
    (only,) = mails(change)
    return only


def posts(change: Change) -> list[PostEffect]:
    return [effect for effect in change.effects if isinstance(effect, PostEffect)]


def stage(visit: Visit, understanding: Understanding, **changes: object) -> Stage:
    first = Stage(visit, CAST, understanding, ground(), ANSWERING, POLICY)
    return dataclasses.replace(first, **changes)  # type: ignore[arg-type]


def reply(action: Action, **more: object) -> Understanding:
    return dataclasses.replace(Understanding(Kind.REPLY, action), **more)  # type: ignore[arg-type]


def test_the_first_mail_is_an_offer_and_every_later_one_a_reoffer_with_a_number_of_its_own() -> None:
    first = life.make_offer(to_arrange(), CAST, numbered(FIRST, SECOND), cause("invite"))
    second = life.make_offer(first.visit, CAST, numbered(THIRD), cause("letter-2"))
    assert (mail(first).kind, mail(first).offer) == (MailKind.OFFER, 1)
    assert (mail(second).kind, mail(second).offer) == (MailKind.REOFFER, 2)
    assert [offer.state for offer in second.visit.offers] == [OfferState.CLOSED, OfferState.OPEN]
    assert second.visit.rounds == 2


def test_a_yes_gives_the_school_an_invitation_the_adviser_an_entry_and_the_team_a_line() -> None:
    change = life.book(offered(), CAST, FIRST, ANSWERING)
    assert (change.visit.state, change.visit.agreed) == (VisitState.AGREED, FIRST)
    assert change.visit.waiting_for is WaitingFor.NOBODY
    confirmation = mail(change)
    assert confirmation.kind is MailKind.CONFIRMATION
    assert (confirmation.to, confirmation.cc) == ((TEACHER.email,), (ADVISER.email,))
    assert (confirmation.sequence, confirmation.answers) == (0, ANSWERING.answers)
    assert [e.slot for e in change.effects if isinstance(e, DiaryEffect)] == [FIRST]
    assert len(posts(change)) == 1
    assert change.visit.open_offer is None


def test_a_colleague_who_answers_is_written_to_and_the_contact_is_not_forgotten() -> None:
    from_head = cause(answers="<2@hethersettoak.example>", sender=HEAD.email)
    assert mail(life.book(offered(), CAST, FIRST, from_head)).to == (HEAD.email, TEACHER.email)


def test_a_move_is_a_change_with_a_higher_sequence_and_says_what_was_before() -> None:
    moved = life.book(agreed(FIRST), CAST, SECOND, ANSWERING)
    assert mail(moved).kind is MailKind.CHANGE
    assert (mail(moved).previous, mail(moved).agreed, mail(moved).sequence) == (FIRST, SECOND, 1)


def test_what_is_given_up_is_free_at_once_and_leaves_the_advisers_diary() -> None:
    change = life.give_up_agreed(agreed(), CAST, ANSWERING)
    assert (change.visit.state, change.visit.agreed) == (VisitState.TO_ARRANGE, None)
    assert mail(change).kind is MailKind.CANCELLATION
    assert mail(change).to == (ADVISER.email,)
    assert [e.operation for e in change.effects if isinstance(e, DiaryEffect)] == [DiaryOperation.REMOVE]
    assert FIRST in change.visit.refused


def test_giving_up_what_was_never_agreed_does_nothing() -> None:
    assert life.give_up_agreed(offered(), CAST, ANSWERING) == Change(offered())


def test_a_school_that_withdraws_keeps_no_half_day_and_the_adviser_looks_at_it() -> None:
    change = life.cancel(agreed(), CAST, ANSWERING, by_school=True)
    assert (change.visit.state, change.visit.agreed) == (VisitState.CANCELLED, None)
    assert (change.visit.waiting_for, change.visit.reason_code) == (WaitingFor.ADVISER, ReasonCode.CANCELLED)
    assert [item.kind for item in mails(change)] == [MailKind.CANCELLATION, MailKind.CARD]
    assert mails(change)[0].to == (TEACHER.email,)


def test_an_adviser_who_cancels_has_nothing_more_to_do_and_is_named_instead_of_the_school() -> None:
    change = life.cancel(offered(), CAST, cause("resolve-3"), by_school=False)
    assert (change.visit.state, change.visit.waiting_for) == (VisitState.CANCELLED, WaitingFor.NOBODY)
    assert change.visit.open_offer is None
    assert change.visit.reason == "Cancelled by resolve 3."


def test_a_school_that_was_offered_half_days_is_told_that_nobody_comes() -> None:
    told = dataclasses.replace(offered(), first_sent_at=NOW)
    cancellation = mail(life.cancel(told, CAST, cause("resolve-3"), by_school=False))
    assert (cancellation.kind, cancellation.to, cancellation.sequence) == (
        MailKind.CANCELLATION,
        (TEACHER.email,),
        None,
    )
    assert mails(life.cancel(offered(), CAST, cause("resolve-3"), by_school=False)) == []


def test_a_card_says_why_with_the_words_and_the_channel_only_why() -> None:
    told = dataclasses.replace(ANSWERING, words=("pencil us in",))
    change = life.ask_adviser(offered(), CAST, ReasonCode.TENTATIVE, told)
    assert mail(change).to == (ADVISER.email,)
    assert mail(change).words == ("pencil us in",)
    assert "pencil" not in posts(change)[0].text
    assert (change.visit.waiting_for, change.visit.reason_code) == (WaitingFor.ADVISER, ReasonCode.TENTATIVE)


def test_an_answer_that_will_follow_gives_the_school_five_school_days_more() -> None:
    waiting = life.wait(offered(), cause(at=A_DAY_OF_TERM), CALENDAR, POLICY, None).visit
    assert waiting.open_offer is not None
    assert waiting.open_offer.chase_on == dt.date(2027, 1, 27)


def test_an_absent_teacher_is_reminded_on_the_first_school_day_back() -> None:
    back = dt.date(2027, 2, 14)
    away = life.wait(offered(), cause(at=A_DAY_OF_TERM), CALENDAR, POLICY, back).visit
    assert away.open_offer is not None
    assert away.open_offer.chase_on == dt.date(2027, 2, 22)


def test_a_short_absence_never_brings_the_reminder_forward() -> None:
    sent = life_by_clock.after_sending(
        offered(), mail(life.make_offer(to_arrange(), CAST, numbered(FIRST), cause())), NOW, CALENDAR, POLICY
    )
    away = life.wait(sent, cause(at=NOW), CALENDAR, POLICY, dt.date(2027, 1, 14)).visit
    assert away.open_offer is not None
    assert away.open_offer.chase_on == dt.date(2027, 1, 20)


def test_shortly_after_midnight_in_summer_it_is_the_day_of_england_that_counts() -> None:
    past_midnight = dt.datetime(2027, 6, 7, 23, 30, tzinfo=dt.UTC)
    visit = offered(am(6, 28), am(6, 29))
    waiting = life.wait(visit, cause(at=past_midnight), CALENDAR, POLICY, None).visit
    assert waiting.open_offer is not None
    assert waiting.open_offer.chase_on == dt.date(2027, 6, 15)
    reminder = mail(life_by_clock.chase(visit, CAST, visit.offers[0].slots, cause()))
    sent = life_by_clock.after_sending(visit, reminder, past_midnight, CALENDAR, POLICY)
    assert sent.offers[0].chase_on == dt.date(2027, 6, 15)


def test_waiting_without_an_open_offer_leaves_a_line_and_nothing_else() -> None:
    change = life.wait(agreed(), ANSWERING, CALENDAR, POLICY, None)
    assert change.visit == agreed()
    assert len(change.history) == 1


def test_a_reminder_of_an_offer_keeps_the_numbers_of_what_is_still_free() -> None:
    still_free = offered().offers[0].slots[1:]
    change = life_by_clock.chase(offered(), CAST, still_free, cause("the clock"))
    assert [(item.option, item.slot) for item in mail(change).slots] == [(2, SECOND), (3, THIRD)]
    assert (mail(change).kind, mail(change).offer) == (MailKind.CHASE, 1)
    assert change.visit.offers[0].chases == 1


def test_without_an_offer_nobody_is_reminded_of_one() -> None:
    assert life_by_clock.chase(agreed(), CAST, (), cause()) == Change(agreed())
    assert life_by_clock.remind(offered(), CAST, cause()) == Change(offered())


def test_holds_that_end_leave_the_visit_with_the_adviser() -> None:
    asked = life.ask_adviser(offered(), CAST, ReasonCode.SILENT, cause()).visit
    released = life_by_clock.release_holds(asked, cause()).visit
    assert (released.state, released.open_offer) == (VisitState.TO_ARRANGE, None)
    assert (released.waiting_for, released.reason_code) == (WaitingFor.ADVISER, ReasonCode.SILENT)


def test_the_reminder_of_a_visit_goes_to_school_and_adviser() -> None:
    change = life_by_clock.remind(agreed(), CAST, cause("the clock"))
    assert mail(change).kind is MailKind.REMINDER
    assert (mail(change).to, mail(change).cc) == ((TEACHER.email,), (ADVISER.email,))
    assert change.visit.reminded_for == FIRST.date


def test_a_visit_that_took_place_waits_for_nobody() -> None:
    change = life_by_clock.mark_visited(agreed(), CAST, cause("the clock"))
    assert (change.visit.state, change.visit.agreed) == (VisitState.VISITED, FIRST)
    assert change.visit.waiting_for is WaitingFor.NOBODY


def test_the_silence_is_counted_from_the_day_the_mail_went_out() -> None:
    change = life.make_offer(to_arrange(), CAST, numbered(FIRST, SECOND), cause("invite"))
    sent = life_by_clock.after_sending(change.visit, mail(change), A_DAY_OF_TERM, CALENDAR, POLICY)
    assert sent.first_sent_at == A_DAY_OF_TERM
    assert sent.offers[0].chase_on == dt.date(2027, 1, 27)
    again = life_by_clock.after_sending(sent, mail(change), A_DAY_OF_TERM + dt.timedelta(1), CALENDAR, POLICY)
    assert (again.first_sent_at, again.offers[0].sent_at) == (A_DAY_OF_TERM, A_DAY_OF_TERM)


def test_a_card_that_goes_out_starts_no_counting() -> None:
    card = mail(life.ask_adviser(offered(), CAST, ReasonCode.UNCLEAR, cause()))
    assert life_by_clock.after_sending(offered(), card, NOW, CALENDAR, POLICY) == offered()


def test_after_a_hard_bounce_the_head_is_written_to_and_the_adviser_told() -> None:
    change = life.write_to_next_contact(offered(), CAST, TEACHER.email, cause())
    again, card = mails(change)
    assert (again.to, again.preface) == ((HEAD.email,), Preface.FIRST_CONTACT_UNREACHABLE)
    assert again.slots == offered().offers[0].slots
    assert (card.kind, card.to) == (MailKind.CARD, (ADVISER.email,))
    assert (change.visit.contact, change.visit.waiting_for) == (HEAD.email, WaitingFor.SCHOOL)


def test_a_second_report_of_the_same_bounce_changes_nothing() -> None:
    tried = life.write_to_next_contact(offered(), CAST, TEACHER.email, cause()).visit
    cast = dataclasses.replace(CAST, contacts=(dataclasses.replace(TEACHER, bounced=True), HEAD))
    again = life.write_to_next_contact(tried, cast, TEACHER.email, cause("letter-2"))
    assert (again.visit, again.effects) == (tried, ())


@pytest.mark.parametrize(
    ("visit", "contacts", "why"),
    [
        (offered(), (TEACHER,), "there is nobody else"),
        (offered(), (TEACHER, dataclasses.replace(HEAD, bounced=True)), "the other one has failed before"),
        (
            offered(),
            (TEACHER, HEAD, Contact("Lee Fox", None, "office@hethersettoak.example", bounced=True)),
            "a second one was tried already",
        ),
        (agreed(), (TEACHER, HEAD), "nothing is on offer any more"),
        (dataclasses.replace(offered(), contact=HEAD.email), (TEACHER, HEAD), "somebody else is written to now"),
    ],
)
def test_a_bounce_is_left_to_the_adviser_where(visit: Visit, contacts: tuple[Contact, ...], why: str) -> None:
    cast = dataclasses.replace(CAST, contacts=contacts)
    change = life.write_to_next_contact(visit, cast, TEACHER.email, cause())
    assert change.visit.reason_code is ReasonCode.BOUNCED, why
    assert [item.kind for item in mails(change)] == [MailKind.CARD]


def test_the_teacher_is_written_to_first_then_the_head_then_the_deputy_then_anybody_who_is_there() -> None:
    deputy = Contact("Max Lowe", Role.DEPUTY_HEAD, "m.lowe@hethersettoak.example")
    office = Contact("Office", None, "office@hethersettoak.example")
    gone = dataclasses.replace(TEACHER, email="old@hethersettoak.example", active=False)
    order = in_order_of_address((office, deputy, gone, HEAD, TEACHER))
    assert order == (TEACHER, HEAD, deputy, office)
    assert first_to_write_to((dataclasses.replace(TEACHER, bounced=True), office, HEAD)) == HEAD
    assert first_to_write_to((gone,)) is None


def test_settling_gives_the_turn_back_to_the_school_only_while_slots_are_out() -> None:
    asked = life.ask_adviser(offered(), CAST, ReasonCode.UNCLEAR, cause()).visit
    assert life.settle(asked, "Settled", cause()).visit.waiting_for is WaitingFor.SCHOOL
    asked = life.ask_adviser(agreed(), CAST, ReasonCode.QUESTION, cause()).visit
    settled = life.settle(asked, "Settled", cause()).visit
    assert (settled.waiting_for, settled.reason_code, settled.reason) == (WaitingFor.NOBODY, None, "")


def test_a_report_is_signed_off_only_once_it_is_out() -> None:
    visited = dataclasses.replace(agreed(), state=VisitState.VISITED)
    reported = dataclasses.replace(agreed(), state=VisitState.REPORTED)
    assert life.sign_off(visited, cause()).visit.state is VisitState.VISITED
    assert life.sign_off(reported, cause()).visit.state is VisitState.SIGNED_OFF


def test_a_note_changes_nothing_but_the_story() -> None:
    change = life.note(agreed(), "Note: rang the school", cause())
    assert (change.visit, change.effects) == (agreed(), ())
    assert change.history[0].what == "Note: rang the school"


def test_people_are_told_to_the_story_by_their_roles_only() -> None:
    said = reply(Action.UPDATE_ATTENDEES, attendees=(Attendee("Tom Askew", Role.GOVERNOR), Attendee("Bo", None)))
    change = life.record_people(agreed(), said, cause())
    assert [person.name for person in change.visit.attendees] == ["Tom Askew", "Bo"]
    assert "Tom" not in change.history[0].what
    assert life.record_people(change.visit, said, cause()) == Change(change.visit)


def test_a_yes_with_names_and_a_question_books_notes_the_people_and_asks_the_adviser() -> None:
    said = reply(
        Action.CONFIRM,
        accepted=(FIRST,),
        attendees=(Attendee("Tom Askew", Role.GOVERNOR),),
        governor=Governor.NAMED,
        has_question=True,
    )
    change = act(Decision(Step.BOOK, slot=FIRST), stage(offered(), said))
    assert (change.visit.state, change.visit.governor) == (VisitState.AGREED, Governor.NAMED)
    assert (change.visit.waiting_for, change.visit.reason_code) == (WaitingFor.ADVISER, ReasonCode.QUESTION)
    assert [item.kind for item in mails(change)] == [MailKind.CONFIRMATION, MailKind.CARD]


def test_a_move_to_another_slot_sends_one_change_and_no_cancellation() -> None:
    said = reply(Action.CONFIRM, accepted=(SECOND,), ruled_out=(FIRST,))
    change = act(Decision(Step.BOOK, slot=SECOND, frees_agreed=True), stage(agreed(FIRST), said))
    assert [item.kind for item in mails(change)] == [MailKind.CHANGE]
    assert FIRST in change.visit.refused


def test_a_booking_without_a_slot_goes_to_the_adviser() -> None:
    change = act(Decision(Step.BOOK), stage(offered(), reply(Action.CONFIRM)))
    assert change.visit.reason_code is ReasonCode.UNCLEAR


@pytest.mark.parametrize(
    ("visit", "decision", "preface"),
    [
        (offered(), Decision(Step.OFFER_AGAIN), Preface.NONE_SUITED),
        (offered(), Decision(Step.OFFER_AGAIN, slot_gone=True), Preface.SLOT_GONE),
        (agreed(), Decision(Step.OFFER_AGAIN, frees_agreed=True), Preface.AGREED_CANNOT_BE_KEPT),
    ],
)
def test_a_new_offer_says_why_it_comes(visit: Visit, decision: Decision, preface: Preface) -> None:
    change = act(decision, stage(visit, reply(Action.REOFFER, ruled_out=(FIRST,))))
    offer = next(item for item in mails(change) if item.kind is MailKind.REOFFER)
    assert offer.preface is preface
    assert change.visit.state is VisitState.OFFERED


def test_a_new_offer_holds_nothing_that_the_school_refused_or_was_offered_before() -> None:
    refused = pm(1, 27)
    said = reply(Action.REOFFER, ruled_out=(refused,))
    change = act(Decision(Step.OFFER_AGAIN), stage(offered(), said))
    slots = {item.slot for item in change.visit.offers[-1].slots}
    assert not slots & {FIRST, SECOND, THIRD, refused}


def test_a_wish_that_no_half_day_fits_goes_to_the_adviser_and_the_offer_stays_open() -> None:
    nowhere = (Window(dt.date(2027, 8, 1), dt.date(2027, 8, 20)),)
    change = act(Decision(Step.OFFER_AGAIN, windows=nowhere), stage(offered(), reply(Action.REOFFER)))
    assert change.visit.reason_code is ReasonCode.NO_SLOTS
    assert change.visit.open_offer is not None


@pytest.mark.parametrize("code", [ReasonCode.UNKNOWN_SENDER, ReasonCode.FAILED_AUTHENTICATION])
def test_of_a_strangers_letter_not_even_a_name_is_taken_over(code: ReasonCode) -> None:
    said = reply(Action.CONFIRM, ruled_out=(FIRST,), attendees=(Attendee("Tom Askew", Role.GOVERNOR),))
    change = act(Decision(Step.ASK_ADVISER, code=code), stage(agreed(), said))
    assert (change.visit.attendees, change.visit.refused, change.visit.agreed) == ((), (), FIRST)


def test_names_in_an_unclear_letter_are_kept_for_the_adviser() -> None:
    said = reply(Action.HAND_OVER, attendees=(Attendee("Tom Askew", Role.GOVERNOR),), governor=Governor.NAMED)
    change = act(Decision(Step.ASK_ADVISER, code=ReasonCode.UNCLEAR), stage(offered(), said))
    assert change.visit.governor is Governor.NAMED


def test_a_date_that_cannot_be_kept_is_given_up_even_where_the_adviser_decides_what_comes_next() -> None:
    said = reply(Action.CONSIDER, ruled_out=(FIRST,))
    change = act(Decision(Step.ASK_ADVISER, code=ReasonCode.PROPOSED_DATE, frees_agreed=True), stage(agreed(), said))
    assert (change.visit.state, change.visit.agreed) == (VisitState.TO_ARRANGE, None)
    assert change.visit.waiting_for is WaitingFor.ADVISER


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        (Decision(Step.IGNORE), VisitState.OFFERED),
        (Decision(Step.WAIT), VisitState.OFFERED),
        (Decision(Step.RECORD_PEOPLE), VisitState.OFFERED),
        (Decision(Step.SIGN_OFF), VisitState.OFFERED),
        (Decision(Step.CANCEL), VisitState.CANCELLED),
        (Decision(Step.TRY_NEXT_CONTACT), VisitState.OFFERED),
    ],
)
def test_every_other_step_leads_to(decision: Decision, state: VisitState) -> None:
    change = act(decision, stage(offered(), reply(Action.IGNORE), failed_address=TEACHER.email))
    assert change.visit.state is state


def test_a_machines_words_about_people_are_not_taken_over() -> None:
    said = Understanding(Kind.CALENDAR, Action.CONFIRM, attendees=(Attendee("Tom Askew", Role.GOVERNOR),))
    assert act(Decision(Step.RECORD_PEOPLE), stage(agreed(), said)).visit.attendees == ()
