"""The forms: what each block must hold, and what is done with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.errors import PlainError, WrongUseError
from bot.model import HistoryLine, Part, Role, Slot, Visit
from bot.wording.plain import one_line
from handlers import resolving
from handlers.as_seen import resolve_as_seen
from handlers.chat.slack.card_refs import CardRef
from handlers.chat.slack.opening import NOT_YOURS, letter_id_of
from handlers.chat.slack.people import NotAllowedError, Person
from handlers.chat.slack.settling import card_now
from handlers.chat.slack.window import Window
from handlers.contacts import contact_from
from handlers.errands import stands
from handlers.on_letter import retry
from handlers.people_said import being, people_from
from handlers.resolving import Resolver, Wish
from storage.records import Records

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """A modal's blocks, each with its check (which raises WrongUseError), and what follows."""

    blocks: Mapping[str, Callable[[str], object]]
    do: Callable[[Window, Person, CardRef, Values], str]


def _date(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise WrongUseError("Choose a date.") from None


def _part(value: str) -> Part:
    if value not in {part.value for part in Part}:
        raise WrongUseError("Choose morning or afternoon.")
    return Part(value)


def _name(value: str) -> str:
    if not one_line(value):
        raise WrongUseError("Write a name.")
    return one_line(value)


def _role(value: str) -> Role:
    if value not in {role.value for role in Role}:
        raise WrongUseError("Choose a role.")
    return Role(value)


def _email(value: str) -> str:
    return contact_from("Somebody", Role.OTHER.value, value).email


def _add_contact(window: Window, person: Person, ref: CardRef, values: Values) -> str:
    """Add the writer of the card's letter as a contact, and read the letter again as theirs."""
    contact = contact_from(values["name"], values["role"], values["email"])
    now = window.clock.now()
    with window.parts.store.write() as records:
        card = card_now(records, ref)
        letter_id = letter_id_of(records, ref)
        if not person.may_read_mail_of(card.visit.adviser):
            raise NotAllowedError(NOT_YOURS)
        if letter_id is None:
            raise PlainError(f"{ref.reference}: this card is not about a letter.")
        records.save_contact(card.visit.urn, contact)
        records.add_history(ref.reference, HistoryLine(now, "Added a contact of the school", person.by))
    letter = retry(window.parts, letter_id, now)
    with window.parts.store.read() as records:
        visit = records.visit(ref.reference)
    return f"{contact.name} is a contact now. {letter.reason or (stands(visit) if visit else '')}".strip()


def _correct(window: Window, person: Person, ref: CardRef, values: Values) -> str:
    """Agree the date as it was put right, with the people as they stand in the form."""
    slot = Slot(_date(values["date"]), _part(values["part"]))
    people = people_from(values["people"])

    def look(records: Records) -> tuple[Visit, Resolver]:
        visit = card_now(records, ref).visit
        return visit, being(people, resolving.book(slot))

    return stands(resolve_as_seen(window.parts, ref.reference, look, Wish(person.by), window.clock.now()))


FORMS: Mapping[str, Form] = {
    "modal_contact": Form({"name": _name, "role": _role, "email": _email}, _add_contact),
    "modal_correct": Form({"date": _date, "part": _part, "people": people_from}, _correct),
}
