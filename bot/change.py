"""What a step in a visit's life is made of: the people around it, its cause, and the change it makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.effects import Effect, PostEffect
from bot.model import Adviser, Contact, HistoryLine, Offer, OfferState, School, Slot, Visit


@dataclass(frozen=True, slots=True)
class Cast:
    """The people around a visit. `contacts` are the school's active ones in the order in which they are tried."""

    school: School
    adviser: Adviser
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """What made a step happen.

    `by` is a person's address, "letter 12" or "the clock"; `key` makes the keys of this step's cards unique;
    `answers` is the Message-ID of the letter that is being answered, "" for none, `sender` its writer's address;
    `words` are the telling words of the letter, empty where they must not be copied (law 3); `proposals` the half days
    that it puts forward, for the adviser's card.
    """

    at: dt.datetime
    by: str
    key: str
    rule: str = ""
    letter_id: int | None = None
    answers: str = ""
    sender: str = ""
    words: tuple[str, ...] = ()
    proposals: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a step does: the visit after it, the lines for its story, the effects to carry out."""

    visit: Visit
    history: tuple[HistoryLine, ...] = ()
    effects: tuple[Effect, ...] = ()

    def then(self, step: Callable[[Visit], Change]) -> Change:
        """This change, followed by a step that starts from its visit."""
        after = step(self.visit)
        return Change(after.visit, self.history + after.history, self.effects + after.effects)


def to_school(visit: Visit, cause: Cause) -> tuple[str, ...]:
    """Whom a mail about a visit goes to: its contact and, first, whoever wrote the letter that it answers."""
    if cause.answers and cause.sender and cause.sender != visit.contact:
        return (cause.sender, visit.contact)
    return (visit.contact,)


def closed(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """The same offers, none of them open any more: their slots are free."""
    return tuple(replace(offer, state=OfferState.CLOSED, chase_on=None) for offer in offers)


def with_offer(visit: Visit, offer: Offer) -> Visit:
    """The visit with that offer in the place of the one of its number."""
    offers = tuple(offer if other.number == offer.number else other for other in visit.offers)
    return replace(visit, offers=offers)


def story_line(cause: Cause, what: str) -> HistoryLine:
    """A line for the visit's story."""
    return HistoryLine(at=cause.at, what=what, by=cause.by, letter_id=cause.letter_id, rule=cause.rule)


def post(visit: Visit, what: str, text: str) -> PostEffect:
    """A line for the channel about a visit; `what` makes its key unique."""
    return PostEffect(key=f"{visit.reference}/post/{what}", reference=visit.reference, text=text)
