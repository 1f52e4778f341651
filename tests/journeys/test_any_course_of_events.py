"""Four schools, two advisers and the clock in any order: what must never happen, does not happen."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.model import (
    Action,
    Attendee,
    Conversation,
    Governor,
    Kind,
    Letter,
    LetterState,
    Part,
    ProposedSlot,
    ReasonCode,
    Role,
    Slot,
    Understanding,
)
from handlers import on_letter, resolving
from handlers.resolving import CannotResolveError
from storage.stored import EffectState
from tests.journeys.world import ELM, LARCH, LONDON, NINIAN, OAK, SAM, Mail, World, at

SCHOOLS = (OAK, ELM, LARCH, NINIAN)
WRITERS = {
    OAK: ("Priya Nair <p.nair@hethersettoak.example>", "Joan Birch <head@hethersettoak.example>"),
    ELM: ("Owen Pryce <o.pryce@brightertrust.example>", "Office <office@brightertrust.example>"),
    LARCH: ("Lena Frost <l.frost@brightertrust.example>", "Eve <eve@elsewhere.example>"),
    NINIAN: ("Mark Dale <mark.dale@stninians.example>", "Eve <eve@elsewhere.example>"),
}
POLICIES = '[policy]\nbook_proposed = "book"\noffer_rounds = 4\n'


def plain_reader(letter: Letter, conversation: Conversation, *_: object) -> Understanding:
    """Understands letters that say in JSON what they mean, so that every combination can be said."""
    if letter.delivery_report is not None:
        return Understanding(Kind.BOUNCE, Action.HAND_OVER)
    said = json.loads(letter.text.splitlines()[0])
    offered = [item.slot for item in conversation.offered]
    chosen = tuple(dict.fromkeys(offered[number % len(offered)] for number in said["options"])) if offered else ()
    gives_up = (conversation.agreed,) if conversation.agreed and said["gives_up"] else ()
    action = Action(said["action"])
    own = ProposedSlot(dt.date(2027, 3, 1) + dt.timedelta(said["day"]), Part.AM)
    return Understanding(
        Kind(said["kind"]),
        action,
        accepted=chosen if action is Action.CONFIRM else (),
        ruled_out=gives_up,
        proposed=(own,) if action is Action.CONSIDER else (),
        attendees=(Attendee("Tom Askew", Role.GOVERNOR),) if said["day"] % 2 else (),
        governor=Governor.NAMED if said["day"] % 2 else Governor.NOT_MENTIONED,
        reason=ReasonCode.UNCLEAR if action is Action.HAND_OVER else None,
        returns_on=dt.date(2027, 2, 1) if said["kind"] == "auto_reply" else None,
        has_question=said["day"] == 5,
        sensitive=said["day"] == 6,
    )


numbers = st.integers(0, 9)
actions = st.sampled_from([*(action.value for action in Action), "confirm", "confirm", "reoffer"])
kinds = st.sampled_from(["reply", "reply", "reply", "auto_reply", "calendar"])
letters = st.fixed_dictionaries(
    {
        "action": actions,
        "kind": kinds,
        "options": st.lists(numbers, min_size=1, max_size=2),
        "gives_up": st.booleans(),
        "day": numbers,
    }
)
letter_events = st.tuples(st.just("letter"), st.sampled_from(SCHOOLS), numbers, letters)
decisions = st.tuples(
    st.just("adviser"),
    st.sampled_from(SCHOOLS),
    numbers,
    st.sampled_from(["book", "reoffer", "wait", "cancel", "close", "postpone"]),
)
waits = st.tuples(st.just("time"), st.sampled_from([1, 14, 24, 24 * 5, 24 * 9]))
bounces = st.tuples(st.just("bounce"), st.sampled_from(SCHOOLS))
events = st.lists(st.one_of(letter_events, letter_events, decisions, waits, bounces), min_size=4, max_size=14)


class Course:
    """One course of events in one council."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.now = at(11, 1)
        world.invite(None, self.now)
        world.run(self.now)

    def goes_on(self, event: tuple[object, ...]) -> None:
        """One event, and a round of work after it."""
        match event:
            case ("letter", str(urn), int(choice), dict(said)):
                sender = WRITERS[urn][choice % 2]
                self.world.reply(self._mail_to(urn, choice), json.dumps(said), now=self.now, sender=sender, quote=False)
            case ("bounce", str(urn)):
                self.world.bounce(self._mail_to(urn, -1), now=self.now)
            case ("adviser", str(urn), int(choice), str(decision)):
                self._decides(urn, choice, decision)
            case ("time", int(hours)):
                self.now += dt.timedelta(hours=hours)
        self.now += dt.timedelta(minutes=10)
        self.world.run(self.now)

    def _mail_to(self, urn: str, choice: int) -> Mail:
        reference = self.world.visit(urn)["reference"]
        own = [mail for mail in self.world.mails() if mail.reference == reference and mail.kind != "card"]
        return own[choice % len(own)]

    def _decides(self, urn: str, choice: int, decision: str) -> None:
        day = dt.date(2027, 3, 1) + dt.timedelta(choice)
        resolvers = {
            "book": resolving.book(Slot(day, Part.AM)),
            "reoffer": resolving.reoffer(None, None),
            "wait": resolving.wait,
            "cancel": resolving.cancel,
            "close": resolving.close,
        }
        try:
            if decision == "postpone":
                resolving.postpone(self.world.parts, self.now, SAM, urn=urn)
            else:
                reference = str(self.world.visit(urn)["reference"])
                self.world.resolve(resolvers[decision], self.now, reference=reference)
        except CannotResolveError:
            return


def check(world: World) -> None:
    """What holds at every moment."""
    visits = world.visits()
    taken: Counter[tuple[object, object, object]] = Counter()
    for visit in visits:
        dated = visit["state"] in ("agreed", "visited", "reported", "signed_off")
        assert (visit["date"] is not None) == (visit["part"] is not None) == dated
        assert (visit["waiting_for"] != "adviser") or visit["reason_code"]
        slots = [(item["date"], item["part"]) for item in visit["offered"]]  # type: ignore[attr-defined]
        assert bool(slots) == (visit["state"] == "offered")
        for day, part in {*slots, *([(visit["date"], visit["part"])] if dated else [])}:
            taken[visit["adviser"], day, part] += 1
            assert dt.date.fromisoformat(str(day)).weekday() < 5
    assert not [slot for slot, count in taken.items() if count > 1], "an adviser cannot be in two places"


def check_mails(world: World) -> None:
    """What holds of everything that was sent."""
    mails = world.mails()
    assert len({mail.id for mail in mails}) == len(mails)
    for visit in world.visits():
        own = [mail for mail in mails if mail.reference == visit["reference"]]
        sequences = [int(mail.calendar["SEQUENCE"]) for mail in own if mail.calendar]
        assert sequences == sorted(set(sequences)), "a calendar takes no invitation that is older than its own"
        shown = [mail for mail in own if mail.agreed]
        invitations = [mail for mail in own if mail.calendar]
        if visit["state"] == "agreed" and visit["reference"] not in _still_to_be_told(world):
            assert (visit["date"], visit["part"]) == shown[-1].agreed, "the school was told another date"
            assert invitations[-1].calendar["METHOD"] == "REQUEST"
    per_day = Counter((address, mail.sent.astimezone(LONDON).date()) for mail in mails for address in mail.to)
    assert not [who for who, count in per_day.items() if count > 3 and not who[0].endswith("@council.example")]
    assert "@" not in world.channel.text
    assert "Askew" not in world.channel.text


def _still_to_be_told(world: World) -> set[str]:
    """Visits with a mail that waits for the morning, or was held back by the limit of mails a day."""
    with world.parts.store.read() as records:
        queued = records.effects_in_state(EffectState.QUEUED)
        held = [one for one in records.effects_in_state(EffectState.HELD_BACK) if "limit" in one.error]
    return {stored.effect.reference for stored in (*queued, *held)}


@settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(events)
def test_whatever_happens_nobody_is_in_two_places_and_nothing_is_said_twice(
    template: Path, events: list[tuple[object, ...]]
) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(on_letter, "understand", plain_reader)
        world = World(Path(folder) / "world", template, POLICIES)
        try:
            course = Course(world)
            for event in events:
                course.goes_on(event)
                check(world)
            check_mails(world)
            assert not world.letters(LetterState.NEW)
            assert not world.letters(LetterState.SET_ASIDE)
        finally:
            world.close()
