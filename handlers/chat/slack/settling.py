"""An adviser settles what waits: by the same handlers as the command line, and never on a card that has moved on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from bot import life
from bot.change import Cause, Change
from bot.model import Visit
from handlers.as_seen import MovedOnError, resolve_as_seen
from handlers.chat.slack.card_refs import CardRef
from handlers.chat.slack.people import Person
from handlers.chat.slack.views_of_records import TAKEN_ON, OpenCard, open_card, outcome_since
from handlers.clock import london
from handlers.parts import Parts
from handlers.resolving import CannotResolveError, Resolver, Wish, book
from handlers.surroundings import Surroundings
from storage.records import Records

Choice = Callable[[OpenCard, Person], Resolver]
"""What somebody decides on an open card."""


def card_now(records: Records, ref: CardRef) -> OpenCard:
    """The card, if it is the one that is open; raises MovedOnError."""
    card = open_card(records, ref.reference)
    if card is None or card.effect_id != ref.effect_id:
        raise MovedOnError(moved_on(records, ref))
    return card


def moved_on(records: Records, ref: CardRef) -> str:
    """What became of a card that is not open any more, in one sentence."""
    stored = records.effect(ref.effect_id)
    since = stored.recorded_at if stored else None
    if since is None:
        return f"{ref.reference} has moved on; ask for it with /visits {ref.reference}."
    outcome = outcome_since(records, ref.reference, since + dt.timedelta(microseconds=1))
    by = f", by {outcome.by}" if outcome.by else ""
    when = f" at {london(outcome.at):%H:%M on %d/%m/%Y}" if outcome.at else ""
    return f"{ref.reference} has moved on: {outcome.told}{by}{when}. Nothing was changed by you."


def settle(parts: Parts, now: dt.datetime, person: Person, ref: CardRef, choose: Choice) -> Visit:
    """Carry out a decision on an open card; raises MovedOnError or CannotResolveError."""

    def look(records: Records) -> tuple[Visit, Resolver]:
        card = card_now(records, ref)
        return card.visit, choose(card, person)

    return resolve_as_seen(parts, ref.reference, look, Wish(person.by), now)


def agree(ref: CardRef) -> Choice:
    """Agree the half day of the button."""

    def choose(card: OpenCard, _: Person) -> Resolver:
        slot = card.slot(ref.option)
        if slot is None:
            raise CannotResolveError(f"{ref.reference}: this card has no half day {ref.option}.")
        return book(slot)

    return choose


def simply(resolver: Resolver) -> Callable[[CardRef], Choice]:
    """A decision that needs nothing but the card."""
    return lambda _: lambda _, __: resolver


def take_on(ref: CardRef) -> Choice:
    """Somebody handles it outside the bot: it goes on waiting, and everybody sees by whom it is taken care of."""

    def choose(card: OpenCard, person: Person) -> Resolver:
        if card.taken_by:
            by = "You handle" if card.taken_by == person.name else f"{card.taken_by} handles"
            raise MovedOnError(f"{by} {ref.reference} already.")
        return _taking_on

    return choose


def _taking_on(visit: Visit, _: Surroundings, cause: Cause, __: Parts) -> Change:
    return life.note(visit, "Is being handled", replace(cause, rule=TAKEN_ON))
