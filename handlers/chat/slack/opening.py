"""The modals of a card: the mail, a contact to add, a date to agree. Their facts are looked up when they open."""

from __future__ import annotations

from collections.abc import Callable

from bot.effects import MailEffect
from bot.errors import PlainError
from bot.reading.letter import read_letter
from handlers.chat.slack import faces
from handlers.chat.slack.api import Json
from handlers.chat.slack.card_refs import CardRef
from handlers.chat.slack.people import NotAllowedError, Person
from handlers.chat.slack.settling import card_now
from handlers.chat.slack.views_of_records import mail_shown
from handlers.chat.slack.window import Window
from handlers.people_said import as_lines
from storage.records import Records

NOT_YOURS = "Sorry, only the adviser of this visit and the managers can open its mail."


class NoLetterError(PlainError):
    """There is no letter to show."""


def open_modal(window: Window, person: Person, name: str, ref: CardRef, trigger: str) -> None:
    """Open the modal of that name; raises PlainError where the person may not, or the card has moved on."""
    with window.parts.store.read() as records:
        view = _VIEWS[name](records, person, ref)
    window.api.call("views.open", trigger_id=trigger, view=view)


def _mail(records: Records, person: Person, ref: CardRef) -> Json:
    """The letter of a card, open or not: what was decided on it can be looked up afterwards."""
    _must_be_theirs(records, person, ref)
    shown = mail_shown(records, _letter_of(records, ref))
    if shown is None:
        raise NoLetterError(f"{ref.reference}: the letter of this card is not there any more.")
    return faces.mail_modal(str(ref), shown)


def _contact(records: Records, person: Person, ref: CardRef) -> Json:
    """The writer of the letter, whose name and address are filled in already."""
    _must_be_theirs(records, person, ref)
    card_now(records, ref)
    stored = records.letter(_letter_of(records, ref))
    sender = read_letter(stored.raw).sender if stored else None
    return faces.contact_modal(str(ref), sender.name if sender else "", sender.email if sender else "")


def _correct(records: Records, _: Person, ref: CardRef) -> Json:
    card = card_now(records, ref)
    first = card.slots[0].slot if card.slots else None
    return faces.correct_modal(str(ref), card.visit.agreed or first, as_lines(card.visit.attendees))


_VIEWS: dict[str, Callable[[Records, Person, CardRef], Json]] = {
    "card_mail": _mail,
    "card_add_contact": _contact,
    "card_correct": _correct,
}


def _must_be_theirs(records: Records, person: Person, ref: CardRef) -> None:
    visit = records.visit(ref.reference)
    if visit is None or not person.may_read_mail_of(visit.adviser):
        raise NotAllowedError(NOT_YOURS)


def letter_id_of(records: Records, ref: CardRef) -> int | None:
    """The letter that a card is about: of that card of that visit, and of no other."""
    stored = records.effect(ref.effect_id)
    mail = stored.effect if stored else None
    return mail.letter_id if isinstance(mail, MailEffect) and mail.reference == ref.reference else None


def _letter_of(records: Records, ref: CardRef) -> int:
    found = letter_id_of(records, ref)
    if found is None:
        raise NoLetterError(f"{ref.reference}: this card is not about a letter.")
    return found
