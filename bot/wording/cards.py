"""What an adviser can do about a card: the exact commands that settle it, by the reason for the card."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.model import Address, ReasonCode, School, Slot, Visit
from bot.wording.dates import half_day
from bot.wording.plain import one_line

Command = tuple[str, str]
"""What it does, in words, and the command itself."""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the commands of a card are made of; `slots` are those that could be booked as they stand."""

    reference: str
    slots: tuple[Slot, ...] = ()
    letter_id: int | None = None
    letter_sender: Address | None = None
    school: School | None = None
    visit: Visit | None = None


def card_commands(code: ReasonCode | None, facts: CardFacts) -> tuple[Command, ...]:
    """The commands that settle a card, the likeliest first; words from outside are quoted for the shell."""
    moves = _MOVES.get(code, _USUAL) if code else _USUAL
    return tuple(command for move in moves for command in move(facts))


def read_commands(letter_id: int | None) -> tuple[Command, ...]:
    """How to open the letter that the card is about."""
    return () if letter_id is None else (("Open the letter", f"visitbot letters show {letter_id}"),)


def _resolve(facts: CardFacts, what: str, options: str) -> Iterable[Command]:
    if facts.reference:
        yield what, f"visitbot resolve {facts.reference} {options}"


def _book(facts: CardFacts) -> Iterable[Command]:
    for slot in facts.slots:
        yield from _resolve(facts, f"Book {half_day(slot)}", f"--book {slot.date.isoformat()} {slot.part}")


def _book_other(facts: CardFacts) -> Iterable[Command]:
    yield from _resolve(facts, "Book another half day (am or pm)", "--book YYYY-MM-DD am")


def _reoffer(facts: CardFacts) -> Iterable[Command]:
    yield from _resolve(facts, "Offer new half days", "--reoffer")


def _reoffer_within(facts: CardFacts) -> Iterable[Command]:
    yield from _resolve(facts, "Offer half days between two dates", "--reoffer --from YYYY-MM-DD --to YYYY-MM-DD")


def _wait(facts: CardFacts) -> Iterable[Command]:
    yield from _resolve(facts, "Go on waiting for the school", "--wait")


def _cancel(facts: CardFacts) -> Iterable[Command]:
    yield from _resolve(facts, "Cancel the visit for this year", "--cancel")


def _close(facts: CardFacts) -> Iterable[Command]:
    yield from _resolve(facts, "You have dealt with it, and nothing changes", "--close --note 'what you did'")


def _add_sender(facts: CardFacts) -> Iterable[Command]:
    sender = facts.letter_sender
    if sender is not None and facts.school is not None:
        email = one_line(sender.email)
        who = f"--name {shlex.quote(one_line(sender.name) or 'NAME')} --role ROLE --email {shlex.quote(email)}"
        letter = "" if facts.letter_id is None else f" --letter {facts.letter_id}"
        add = f"visitbot contact add {_urn(facts.school)} {who}{letter}"
        yield "If the sender speaks for the school, add them as a contact and accept the letter", add


def _add_contact(facts: CardFacts) -> Iterable[Command]:
    if facts.school is not None:
        options = "--name NAME --role ROLE --email EMAIL"
        yield "Add the right person", f"visitbot contact add {_urn(facts.school)} {options}"


def _contact_left(facts: CardFacts) -> Iterable[Command]:
    if facts.visit is not None and facts.visit.contact:
        email = shlex.quote(one_line(facts.visit.contact))
        yield "If the person has left the school", f"visitbot contact left {email}"


def _retry(facts: CardFacts) -> Iterable[Command]:
    if facts.letter_id is not None:
        yield "Then read the letter again", f"visitbot letters retry {facts.letter_id}"


def _urn(school: School) -> str:
    return shlex.quote(one_line(school.urn))


Move = Callable[[CardFacts], Iterable[Command]]
_USUAL: tuple[Move, ...] = (_book, _book_other, _reoffer, _reoffer_within, _wait, _cancel, _close)
_OTHER_PERSON: tuple[Move, ...] = (_add_contact, _contact_left, _reoffer, _wait, _cancel, _close)
_STRANGER: tuple[Move, ...] = (_add_sender, _book, _wait, _close)
_MOVES: dict[ReasonCode, tuple[Move, ...]] = {
    ReasonCode.TENTATIVE: (_wait, _book, _reoffer, _close),
    ReasonCode.CONDITIONAL: (_book, _book_other, _reoffer, _wait, _close),
    ReasonCode.QUESTION: (_wait, _book, _reoffer, _close),
    ReasonCode.PROPOSED_DATE: (_book, _book_other, _reoffer, _reoffer_within, _wait),
    ReasonCode.SLOT_TAKEN: (_reoffer, _book_other, _reoffer_within, _wait),
    ReasonCode.SILENT: (_book, _book_other, _reoffer, _add_contact, _contact_left, _cancel, _close),
    ReasonCode.BOUNCED: _OTHER_PERSON,
    ReasonCode.WRONG_PERSON: _OTHER_PERSON,
    ReasonCode.NO_CONTACT: (_add_contact, _reoffer, _cancel),
    ReasonCode.UNKNOWN_SENDER: _STRANGER,
    ReasonCode.UNKNOWN_VISIT: (_retry, *_STRANGER),
    ReasonCode.FAILED_AUTHENTICATION: (_book, _book_other, _reoffer, _wait, _close),
    ReasonCode.COMPLAINT: (_close, _wait, _reoffer, _cancel),
    ReasonCode.ROUNDS_USED: (_book_other, _reoffer_within, _reoffer, _cancel),
    ReasonCode.NO_SLOTS: (_book_other, _reoffer_within, _cancel),
    ReasonCode.DISPUTE: (_close,),
    ReasonCode.CANCELLED: (_cancel, _wait, _reoffer, _close),
    ReasonCode.POSTPONED: (_book_other, _reoffer, _reoffer_within, _cancel),
    ReasonCode.BROKEN_LETTER: (_retry, *_USUAL),
    ReasonCode.LOOP: (_wait, _book, _close),
    ReasonCode.SENDING_UNCLEAR: (_reoffer, _reoffer_within, _book, _wait, _close),
    ReasonCode.DIARY_CHANGED: (_book_other, _reoffer, _reoffer_within, _cancel, _close),
}
