"""Every rule of the table by an example: what a school said, and the one thing that follows."""

import dataclasses

import pytest

from bot.deciding import RULES, Decision, Situation, Step, decide
from bot.model import (
    Action,
    Kind,
    Policy,
    ProposedSlot,
    ReasonCode,
    Slot,
    Understanding,
    Visit,
    VisitState,
    Window,
)
from tests.core.builders import FIRST, NOW, OTHER, SECOND, THIRD, agreed, am, offered, to_arrange

WINDOW = Window(am(3, 1).date, am(3, 31).date)
BACK = am(1, 25).date


def situation(
    visit: Visit,
    understanding: Understanding,
    *,
    stranger: ReasonCode | None = None,
    taken: tuple[Slot, ...] = (),
    may_book: bool = False,
    permanent_bounce: bool = False,
) -> Situation:
    """A letter about a visit; every slot is free but those that are taken."""
    wanted = {*understanding.accepted, *(Slot(p.date, p.part) for p in understanding.proposed if p.part)}
    return Situation(
        visit=visit,
        understanding=understanding,
        offer=visit.offers[-1] if visit.offers else None,
        stranger=stranger,
        free=frozenset(wanted.difference(taken)),
        may_book=may_book,
        permanent_bounce=permanent_bounce,
        today=NOW.date(),
        policy=Policy(),
    )


def said(action: Action, kind: Kind = Kind.REPLY, **more: object) -> Understanding:
    return dataclasses.replace(Understanding(kind, action), **more)  # type: ignore[arg-type]


def visited() -> Visit:
    return dataclasses.replace(agreed(), state=VisitState.VISITED)


PROPOSED = (ProposedSlot(OTHER.date, OTHER.part),)
YES = said(Action.CONFIRM, accepted=(FIRST,))
MOVE = said(Action.CONFIRM, accepted=(SECOND,), ruled_out=(FIRST,))

EXAMPLES: dict[str, tuple[Situation, Decision]] = {
    "a delivery that failed for good": (
        situation(offered(), said(Action.HAND_OVER, Kind.BOUNCE), permanent_bounce=True),
        Decision(Step.TRY_NEXT_CONTACT),
    ),
    "a delivery that is only delayed": (
        situation(offered(), said(Action.HAND_OVER, Kind.BOUNCE)),
        Decision(Step.IGNORE),
    ),
    "a machine of a stranger": (
        situation(offered(), said(Action.HAND_OVER, Kind.AUTO_REPLY), stranger=ReasonCode.UNKNOWN_SENDER),
        Decision(Step.IGNORE),
    ),
    "an absence with a day of return": (
        situation(offered(), said(Action.IGNORE, Kind.AUTO_REPLY, returns_on=BACK)),
        Decision(Step.WAIT, chase_from=BACK),
    ),
    "the sender may not speak for the school": (
        situation(offered(), YES, stranger=ReasonCode.FAILED_AUTHENTICATION),
        Decision(Step.ASK_ADVISER, code=ReasonCode.FAILED_AUTHENTICATION),
    ),
    "a person must look": (
        situation(offered(), said(Action.HAND_OVER, reason=ReasonCode.TENTATIVE)),
        Decision(Step.ASK_ADVISER, code=ReasonCode.TENTATIVE),
    ),
    "a machine decides nothing": (
        situation(offered(), said(Action.CONFIRM, Kind.AUTO_REPLY, accepted=(FIRST,))),
        Decision(Step.IGNORE),
    ),
    "nothing to do": (situation(agreed(), said(Action.IGNORE)), Decision(Step.IGNORE)),
    "an answer will follow": (situation(offered(), said(Action.WAIT)), Decision(Step.WAIT)),
    "the school agrees the report": (situation(visited(), said(Action.SIGN_OFF)), Decision(Step.SIGN_OFF)),
    "the school wants the report changed": (
        situation(visited(), said(Action.DISPUTE)),
        Decision(Step.ASK_ADVISER, code=ReasonCode.DISPUTE),
    ),
    "only people": (situation(agreed(), said(Action.UPDATE_ATTENDEES)), Decision(Step.RECORD_PEOPLE)),
    "the visit is over": (
        situation(visited(), said(Action.REOFFER, ruled_out=(FIRST,))),
        Decision(Step.ASK_ADVISER, code=ReasonCode.UNCLEAR),
    ),
    "the school withdraws the visit": (
        situation(agreed(), said(Action.CANCEL)),
        Decision(Step.CANCEL, code=ReasonCode.CANCELLED, frees_agreed=True),
    ),
    "the same yes again": (situation(agreed(), YES), Decision(Step.RECORD_PEOPLE)),
    "a slot is accepted that was never offered": (
        situation(offered(), said(Action.CONFIRM, accepted=(OTHER,))),
        Decision(Step.ASK_ADVISER, code=ReasonCode.UNCLEAR),
    ),
    "another slot is accepted, and the agreed one given up": (
        situation(agreed(), MOVE),
        Decision(Step.BOOK, slot=SECOND, frees_agreed=True),
    ),
    "another slot is accepted beside the agreed one": (
        situation(agreed(), said(Action.CONFIRM, accepted=(SECOND,))),
        Decision(Step.ASK_ADVISER, code=ReasonCode.CLASHING_DATE),
    ),
    "an offered slot is accepted": (situation(offered(), YES), Decision(Step.BOOK, slot=FIRST)),
    "a slot is accepted that has gone, and offers are used up": (
        situation(offered(rounds=3), YES, taken=(FIRST,)),
        Decision(Step.ASK_ADVISER, code=ReasonCode.SLOT_TAKEN),
    ),
    "a slot is accepted that has gone": (
        situation(offered(), dataclasses.replace(YES, windows=(WINDOW,)), taken=(FIRST,)),
        Decision(Step.OFFER_AGAIN, windows=(WINDOW,), slot_gone=True),
    ),
    "a proposed slot is free and may be booked": (
        situation(offered(), said(Action.CONSIDER, proposed=PROPOSED), may_book=True),
        Decision(Step.BOOK, slot=OTHER),
    ),
    "the school proposes a date": (
        situation(offered(), said(Action.CONSIDER, proposed=PROPOSED)),
        Decision(Step.ASK_ADVISER, code=ReasonCode.PROPOSED_DATE),
    ),
    "the agreed slot is wished away, not refused": (
        situation(agreed(), said(Action.REOFFER, windows=(WINDOW,))),
        Decision(Step.ASK_ADVISER, code=ReasonCode.UNCLEAR),
    ),
    "offers are used up": (
        situation(offered(rounds=3), said(Action.REOFFER)),
        Decision(Step.ASK_ADVISER, code=ReasonCode.ROUNDS_USED),
    ),
    "none of the slots suits": (
        situation(offered(), said(Action.REOFFER, windows=(WINDOW,))),
        Decision(Step.OFFER_AGAIN, windows=(WINDOW,)),
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_rule(name: str) -> None:
    given, expected = EXAMPLES[name]
    assert decide(given) == dataclasses.replace(expected, rule=name)


def test_every_rule_of_the_table_has_an_example_and_a_name_of_its_own() -> None:
    assert sorted(rule.name for rule in RULES) == sorted(EXAMPLES)


def test_the_best_of_several_accepted_slots_that_is_still_free_is_booked() -> None:
    either = said(Action.CONFIRM, accepted=(THIRD, FIRST))
    assert decide(situation(offered(), either)).slot == THIRD
    assert decide(situation(offered(), either, taken=(THIRD,))).slot == FIRST


def test_a_clear_yes_is_acted_on_while_the_visit_waits_for_an_adviser_or_its_holds_have_gone() -> None:
    silent = dataclasses.replace(offered(), reason_code=ReasonCode.SILENT, state=VisitState.TO_ARRANGE)
    assert decide(situation(silent, YES)).step is Step.BOOK


def test_an_agreed_visit_that_cannot_be_kept_is_free_at_once_even_where_an_adviser_must_look() -> None:
    proposal = said(Action.CONSIDER, proposed=PROPOSED, ruled_out=(FIRST,))
    assert decide(situation(agreed(), proposal)).frees_agreed
    used_up = decide(situation(agreed(rounds=3), said(Action.REOFFER, ruled_out=(FIRST,))))
    assert (used_up.step, used_up.frees_agreed) == (Step.ASK_ADVISER, True)


def test_a_proposed_date_beside_an_agreed_one_is_never_booked_unasked() -> None:
    proposal = said(Action.CONSIDER, proposed=PROPOSED)
    assert decide(situation(agreed(), proposal, may_book=True)).step is Step.ASK_ADVISER


def test_a_proposed_day_without_its_half_is_never_booked_unasked() -> None:
    proposal = said(Action.CONSIDER, proposed=(ProposedSlot(OTHER.date),))
    assert decide(situation(offered(), proposal, may_book=True)).step is Step.ASK_ADVISER


def test_a_yes_to_nothing_goes_to_a_person() -> None:
    assert decide(situation(offered(), said(Action.CONFIRM))).code is ReasonCode.UNCLEAR
    assert decide(situation(to_arrange(), said(Action.CONFIRM))).code is ReasonCode.UNCLEAR


def test_a_sign_off_before_there_was_a_visit_goes_to_a_person_though_no_rule_knows_it() -> None:
    decision = decide(situation(offered(), said(Action.SIGN_OFF)))
    assert (decision.step, decision.rule) == (Step.ASK_ADVISER, "no rule applies")


def test_a_colleague_who_has_left_is_heard_even_from_a_machine() -> None:
    note = said(Action.HAND_OVER, Kind.AUTO_REPLY, reason=ReasonCode.WRONG_PERSON, returns_on=BACK)
    assert decide(situation(offered(), note)).code is ReasonCode.WRONG_PERSON


def test_a_calendar_program_that_accepts_the_agreed_slot_changes_nothing() -> None:
    assert decide(situation(agreed(), said(Action.IGNORE, Kind.CALENDAR))).step is Step.IGNORE


def test_the_advisers_own_calendar_that_accepts_the_invitation_troubles_nobody() -> None:
    accepts = situation(agreed(), said(Action.IGNORE, Kind.CALENDAR), stranger=ReasonCode.UNKNOWN_SENDER)
    assert decide(accepts).step is Step.IGNORE
    declines = situation(
        agreed(), said(Action.REOFFER, Kind.CALENDAR, ruled_out=(FIRST,)), stranger=ReasonCode.UNKNOWN_SENDER
    )
    assert decide(declines) == Decision(
        Step.ASK_ADVISER, rule="the sender may not speak for the school", code=ReasonCode.UNKNOWN_SENDER
    )


def test_a_yes_to_a_cancelled_visit_is_not_booked() -> None:
    cancelled = dataclasses.replace(offered(), state=VisitState.CANCELLED)
    assert decide(situation(cancelled, YES)).step is Step.ASK_ADVISER
