"""Whatever a letter seems to say, some decisions may never come out: law 1, never book what the school did not say."""

import dataclasses

from hypothesis import event, given, settings
from hypothesis import strategies as st

from bot.deciding import Situation, Step, decide
from bot.model import (
    DATED_STATES,
    Action,
    Kind,
    Offer,
    OfferState,
    Part,
    Policy,
    ProposedSlot,
    ReasonCode,
    Slot,
    Understanding,
    Visit,
    VisitState,
    Window,
)
from tests.core.builders import ADVISER, NOW, SCHOOL, am, numbered, pm

LIKELY = [Action.CONFIRM, Action.CONFIRM, Action.CONFIRM, Action.CONSIDER, Action.REOFFER, *Action]
"""What can end in a booking comes up more often, or these tests would seldom see one."""

slots = st.sampled_from([am(1, 26), pm(1, 26), pm(1, 28), am(2, 2), pm(3, 9), am(3, 16)])
some_slots = st.lists(slots, max_size=3, unique=True).map(tuple)
proposals = st.builds(ProposedSlot, slots.map(lambda slot: slot.date), st.sampled_from([None, *Part]))
a_window = st.just(Window(am(3, 1).date, am(3, 31).date))
understandings = st.builds(
    Understanding,
    kind=st.sampled_from([Kind.REPLY, Kind.REPLY, *Kind]),
    action=st.sampled_from(LIKELY),
    accepted=some_slots,
    ruled_out=some_slots,
    proposed=st.lists(proposals, max_size=2).map(tuple),
    windows=st.lists(a_window, max_size=1).map(tuple),
    reason=st.sampled_from([None, *ReasonCode]),
    returns_on=st.sampled_from([None, am(1, 25).date]),
    has_question=st.booleans(),
    sensitive=st.booleans(),
)

often = settings(max_examples=200)


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    """A visit in any state, with up to two offers behind it."""
    state = draw(st.sampled_from(VisitState))
    offers = tuple(
        Offer(number, numbered(*sorted(items)), draw(st.sampled_from(OfferState)))
        for number, items in enumerate(draw(st.lists(some_slots.filter(bool), max_size=2)), start=1)
    )
    return Visit(
        "VS-0421",
        SCHOOL.urn,
        2027,
        ADVISER.email,
        state=state,
        reason_code=draw(st.sampled_from([None, *ReasonCode])),
        agreed=draw(slots) if state in DATED_STATES else None,
        offers=offers,
        rounds=draw(st.integers(0, 4)),
    )


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Any letter about any visit, from anybody."""
    visit = draw(visits())
    return Situation(
        visit=visit,
        understanding=draw(understandings),
        offer=draw(st.sampled_from([None, *visit.offers])),
        stranger=draw(st.sampled_from([None, None, None, ReasonCode.UNKNOWN_SENDER])),
        free=draw(st.frozensets(slots, min_size=2)),
        may_book=draw(st.booleans()),
        permanent_bounce=draw(st.booleans()),
        today=NOW.date(),
        policy=Policy(),
    )


def _offered(visit: Visit) -> set[Slot]:
    return {item.slot for offer in visit.offers for item in offer.slots}


@often
@given(situations())
def test_there_is_always_a_decision_with_the_name_of_its_rule(situation: Situation) -> None:
    decision = decide(situation)
    assert decision.rule
    assert (decision.code is None) == (decision.step not in (Step.ASK_ADVISER, Step.CANCEL))


@often
@given(situations())
def test_only_a_free_slot_that_was_offered_and_accepted_or_proposed_and_allowed_is_booked(
    situation: Situation,
) -> None:
    decision = decide(situation)
    assert (decision.slot is not None) == (decision.step is Step.BOOK)
    if decision.slot is None:
        return
    event(f"booked by the rule: {decision.rule}")
    said = situation.understanding
    accepted = said.action is Action.CONFIRM and decision.slot in said.accepted
    proposed = ProposedSlot(decision.slot.date, decision.slot.part) in said.proposed
    assert decision.slot in situation.free
    assert (accepted and decision.slot in _offered(situation.visit)) or (
        proposed and situation.may_book and said.action is Action.CONSIDER
    )


@often
@given(situations())
def test_a_stranger_never_moves_a_visit(situation: Situation) -> None:
    stranger = dataclasses.replace(situation, stranger=ReasonCode.UNKNOWN_SENDER, permanent_bounce=False)
    decision = decide(stranger)
    assert decision.step in (Step.ASK_ADVISER, Step.IGNORE)
    assert not decision.frees_agreed


@often
@given(situations(), st.sampled_from([Kind.AUTO_REPLY, Kind.BOUNCE]))
def test_a_machine_never_books_moves_or_cancels_a_visit(situation: Situation, kind: Kind) -> None:
    said = dataclasses.replace(situation.understanding, kind=kind)
    decision = decide(dataclasses.replace(situation, understanding=said))
    assert decision.step in (Step.ASK_ADVISER, Step.IGNORE, Step.WAIT, Step.TRY_NEXT_CONTACT)
    assert not decision.frees_agreed


@often
@given(situations())
def test_an_agreed_visit_moves_only_when_the_school_gives_its_slot_up_or_withdraws(situation: Situation) -> None:
    decision = decide(situation)
    if situation.visit.agreed is None:
        return
    given_up = situation.visit.agreed in situation.understanding.ruled_out
    if decision.step in (Step.BOOK, Step.OFFER_AGAIN):
        assert given_up
        assert decision.frees_agreed
    if decision.frees_agreed:
        assert given_up or situation.understanding.action is Action.CANCEL


@often
@given(situations())
def test_what_is_over_is_never_booked_offered_or_cancelled_again(situation: Situation) -> None:
    over = DATED_STATES - {VisitState.AGREED} | {VisitState.CANCELLED}
    if situation.visit.state in over:
        assert decide(situation).step not in (Step.BOOK, Step.OFFER_AGAIN, Step.CANCEL, Step.RECORD_PEOPLE)


@often
@given(situations())
def test_when_the_rounds_are_used_up_a_person_takes_over(situation: Situation) -> None:
    if situation.visit.rounds >= situation.policy.offer_rounds:
        assert decide(situation).step is not Step.OFFER_AGAIN
