"""A visit may live through anything in any order; what must hold of it, holds after every step."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import life, life_by_clock
from bot.acting import Stage, act, new_slots
from bot.change import Cause, Change
from bot.deciding import Situation, decide
from bot.effects import MailEffect, MailKind, PostEffect, Preface
from bot.model import (
    DATED_STATES,
    Action,
    Attendee,
    Kind,
    OfferState,
    Policy,
    ProposedSlot,
    ReasonCode,
    Role,
    Understanding,
    Visit,
    VisitState,
    WaitingFor,
)
from bot.offering import free_slots
from tests.core.builders import CALENDAR, CAST, NOW, TEACHER, ground, to_arrange

SECRET_WORDS = ("Tom has a new placement", "ring me at home")
POLICY = Policy()
INVITATIONS = (MailKind.CONFIRMATION, MailKind.CHANGE, MailKind.CANCELLATION)
FREE = list(free_slots(ground()))

choices = st.integers(0, 9)
actions = st.sampled_from([Action.CONFIRM, Action.CONFIRM, Action.REOFFER, Action.REOFFER, *Action])
kinds = st.sampled_from([Kind.REPLY, Kind.REPLY, Kind.REPLY, *Kind])


@dataclass
class Life:
    """A visit and everything that has come of it, one event a day."""

    visit: Visit = field(default_factory=to_arrange)
    changes: list[Change] = field(default_factory=list)
    days: int = 0

    def _cause(self, key: str, *, answers: bool = False) -> Cause:
        self.days += 1
        at = NOW + dt.timedelta(self.days)
        letter = f"<{self.days}@hethersettoak.example>" if answers else ""
        sender = TEACHER.email if answers else ""
        return Cause(at, key, f"{key}-{self.days}", "a rule", answers=letter, sender=sender, words=SECRET_WORDS)

    def _lives(self, change: Change) -> None:
        self.visit = change.visit
        self.changes.append(change)

    def letter(self, action: Action, kind: Kind, choice: int) -> None:
        """Someone at the school writes; `choice` says which slot, and whether the agreed one is given up."""
        offered = [item.slot for offer in self.visit.offers for item in offer.slots]
        accepted = tuple(offered[choice % len(offered) :][:2]) if offered else ()
        ruled_out = (self.visit.agreed,) if self.visit.agreed and choice % 2 else ()
        said = Understanding(
            kind,
            action,
            accepted=accepted if action is Action.CONFIRM else (),
            ruled_out=ruled_out,
            proposed=(ProposedSlot(FREE[choice].date, FREE[choice].part),) if action is Action.CONSIDER else (),
            attendees=(Attendee("Tom Askew", Role.GOVERNOR),) if choice > 4 else (),
            reason=ReasonCode.TENTATIVE if action is Action.HAND_OVER else None,
            has_question=choice == 9,
        )
        cause = self._cause("letter", answers=kind is Kind.REPLY)
        free = frozenset(FREE) - {self.visit.agreed}
        situation = Situation(
            self.visit,
            said,
            self.visit.open_offer,
            None,
            frozenset(free),
            choice == 3,
            choice > 4,
            cause.at.date(),
            POLICY,
        )
        stage = Stage(self.visit, CAST, said, ground(), cause, POLICY, TEACHER.email)
        self._lives(act(decide(situation), stage))

    def clock(self, choice: int) -> None:
        """What the clock may do in the state that the visit is in."""
        cause = self._cause("clock")
        offer, visit = self.visit.open_offer, self.visit
        if visit.agreed is not None and visit.state is VisitState.AGREED:
            if choice == 0:
                self._lives(life_by_clock.mark_visited(visit, CAST, cause))
            elif visit.reminded_for != visit.agreed.date:
                self._lives(life_by_clock.remind(visit, CAST, cause))
        elif offer is None:
            return
        elif offer.chases < POLICY.chases:
            self._lives(life_by_clock.chase(visit, CAST, offer.slots, cause))
        elif visit.reason_code is ReasonCode.SILENT:
            self._lives(life_by_clock.release_holds(visit, cause))
        else:
            self._lives(life.ask_adviser(visit, CAST, ReasonCode.SILENT, cause))

    def adviser(self, choice: int) -> None:
        """What an adviser may decide in the state that the visit is in."""
        cause = self._cause("adviser")
        if self.visit.state in DATED_STATES - {VisitState.AGREED}:
            return
        match choice:
            case 0:
                self._lives(life.cancel(self.visit, CAST, cause, by_school=False))
            case 1 | 2:
                self._lives(life.settle(self.visit, "Settled", cause))
            case 3 | 4 | 5 | 6 if self.visit.agreed != FREE[choice]:
                self._lives(life.book(self.visit, CAST, FREE[choice], cause))
            case _:
                self._lives(life.give_up_agreed(self.visit, CAST, cause).then(lambda visit: self._offer(visit, cause)))

    def sent(self) -> None:
        """The last offer goes out."""
        mails = [mail for change in self.changes for mail in change.effects if isinstance(mail, MailEffect)]
        for mail in mails[-1:]:
            self.visit = life_by_clock.after_sending(self.visit, mail, NOW, CALENDAR, POLICY)

    @staticmethod
    def _offer(visit: Visit, cause: Cause) -> Change:
        slots = new_slots(visit, ground(), POLICY)
        return life.make_offer(visit, CAST, slots, cause, preface=Preface.ASKED_BY_ADVISER)

    @property
    def effects(self) -> list[object]:
        return [effect for change in self.changes for effect in change.effects]

    @property
    def invitations(self) -> list[MailEffect]:
        return [e for e in self.effects if isinstance(e, MailEffect) and e.kind in INVITATIONS and e.agreed]


Event = Callable[[Life], None]
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(lambda action, kind, choice: lambda one: one.letter(action, kind, choice), actions, kinds, choices),
    st.builds(lambda choice: lambda one: one.adviser(choice), choices),
    st.builds(lambda choice: lambda one: one.clock(choice), choices),
    st.just(lambda one: one.sent()),
)
lives = st.lists(events, min_size=2, max_size=14)
often = settings(max_examples=80)


def lived(events: list[Event]) -> list[Life]:
    """The life after each of the events, the first of which is always an offer."""
    one, moments = Life(), []
    for event in (lambda life: life.adviser(8), *events):
        event(one)
        moments.append(Life(one.visit, list(one.changes), one.days))
    return moments


@often
@given(lives)
def test_a_visit_has_a_date_exactly_while_one_is_agreed_or_has_been_kept(events: list[Event]) -> None:
    for moment in lived(events):
        assert (moment.visit.agreed is not None) == (moment.visit.state in DATED_STATES)
        assert (moment.visit.agreed_at is not None) == (moment.visit.state in DATED_STATES)


@often
@given(lives)
def test_at_most_the_last_offer_is_open_and_only_while_no_date_is_agreed(events: list[Event]) -> None:
    for moment in lived(events):
        visit = moment.visit
        still_open = [offer for offer in visit.offers if offer.state is OfferState.OPEN]
        assert still_open == [offer for offer in (visit.open_offer,) if offer]
        assert [offer.number for offer in visit.offers] == list(range(1, len(visit.offers) + 1))
        assert bool(still_open) == (visit.state is VisitState.OFFERED)


@often
@given(lives)
def test_each_invitation_has_a_higher_sequence_than_all_before_and_only_the_first_confirms(
    events: list[Event],
) -> None:
    invitations = lived(events)[-1].invitations
    sequences = [mail.sequence for mail in invitations]
    assert sequences == list(range(len(invitations)))
    assert [mail.kind for mail in invitations].index(MailKind.CONFIRMATION) == 0 if invitations else True
    assert sum(mail.kind is MailKind.CONFIRMATION for mail in invitations) == bool(invitations)


@often
@given(lives)
def test_no_two_effects_share_a_key_or_one_of_them_would_never_happen(events: list[Event]) -> None:
    keys = [effect.key for effect in lived(events)[-1].effects]  # type: ignore[attr-defined]
    assert sorted(keys) == sorted(set(keys))


@often
@given(lives)
def test_the_channel_never_sees_an_address_or_a_word_of_a_letter(events: list[Event]) -> None:
    for effect in lived(events)[-1].effects:
        if isinstance(effect, PostEffect):
            assert "@" not in effect.text
            assert "Tom" not in effect.text
            assert not any(words in effect.text for words in SECRET_WORDS)
            assert TEACHER.name not in effect.text


@often
@given(lives)
def test_what_waits_for_an_adviser_says_why(events: list[Event]) -> None:
    for moment in lived(events):
        if moment.visit.waiting_for is WaitingFor.ADVISER:
            assert moment.visit.reason_code is not None
            assert moment.visit.reason


@often
@given(lives)
def test_every_change_leaves_a_line_in_the_story_and_the_moment(events: list[Event]) -> None:
    for moment in lived(events):
        for before, change in zip([to_arrange(), *(c.visit for c in moment.changes)], moment.changes, strict=False):
            if (before.state, before.agreed, before.waiting_for) != (
                change.visit.state,
                change.visit.agreed,
                change.visit.waiting_for,
            ):
                assert change.history
                assert change.visit.updated == change.history[-1].at


@often
@given(lives)
def test_no_offer_repeats_a_half_day_that_the_school_has_had_before(events: list[Event]) -> None:
    offered = [item.slot for offer in lived(events)[-1].visit.offers for item in offer.slots]
    assert len(offered) == len(set(offered))


@often
@given(lives)
def test_a_mail_always_has_somebody_to_go_to(events: list[Event]) -> None:
    for effect in lived(events)[-1].effects:
        if isinstance(effect, MailEffect):
            assert effect.to
            assert all(effect.to)
            assert len(set(effect.to)) == len(effect.to)


def test_the_events_above_reach_every_state_but_those_of_the_report() -> None:
    reached = set()
    for choice in (8, 3, 0):
        one = Life()
        one.adviser(8)
        one.adviser(choice)
        reached.add(one.visit.state)
        one.clock(0)
        reached.add(one.visit.state)
    assert reached == {VisitState.OFFERED, VisitState.AGREED, VisitState.CANCELLED, VisitState.VISITED}
