"""What a template may show of a mail's material: words, cleaned and ready."""

from __future__ import annotations

from dataclasses import dataclass

from bot.effects import MailEffect
from bot.local_time import local_day
from bot.model import Address, OfferedSlot, ReasonCode, School, Slot, Visit, VisitState
from bot.wording.answers import answer_link, none_answer, option_answer
from bot.wording.cards import CardFacts, Command, card_commands, read_commands
from bot.wording.dates import half_day, in_sentence, long_date, option_line, slot_text
from bot.wording.material import MailMaterial
from bot.wording.people import attendee_lines, governor_sentence
from bot.wording.plain import lines_of, one_line
from bot.wording.reasons import reason_code, reason_sentence

STATE_WORDS: dict[VisitState, str] = {
    VisitState.TO_ARRANGE: "still to be arranged",
    VisitState.OFFERED: "half days offered",
    VisitState.AGREED: "agreed",
    VisitState.VISITED: "visited",
    VisitState.REPORTED: "report sent",
    VisitState.SIGNED_OFF: "report agreed",
    VisitState.CANCELLED: "cancelled",
}


@dataclass(frozen=True, slots=True)
class SlotView:
    """A slot on offer: its line as the contract has it, and the link that answers with it."""

    number: int
    line: str
    link: str


@dataclass(frozen=True, slots=True)
class MailView:
    """The words of one mail. Every string is a single line; "" and () mean that there is nothing to say."""

    greeting: str
    team: str
    reference: str
    school: str
    school_if_known: str
    where: str
    adviser: str
    adviser_email: str
    to_adviser: bool
    answering: bool
    preface: str
    slots: tuple[SlotView, ...]
    none_link: str
    agreed: str
    on_agreed: str
    previous: str
    on_previous: str
    previous_day: str
    on_offered: str
    people: tuple[str, ...]
    governor: str
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """The words of a card to an adviser."""

    greeting: str
    team: str
    reference: str
    school_if_known: str
    state: str
    why: tuple[str, ...]
    letter_id: str
    letter_sender: str
    words: tuple[str, ...]
    note: tuple[str, ...]
    read_commands: tuple[Command, ...]
    commands: tuple[Command, ...]


def mail_view(material: MailMaterial, subject: str) -> MailView:
    """The words of a mail to a school; `subject` is the mail's own, which the answering links repeat."""
    effect, team = material.effect, material.team
    replying = subject if subject.startswith("Re: ") else f"Re: {subject}"
    return MailView(
        greeting=_greeting(material.to),
        team=one_line(team.name),
        reference=effect.reference,
        school=school_name(material.school) or "your school",
        school_if_known=school_name(material.school),
        where=school_address(material.school),
        adviser=one_line(material.adviser.name) if material.adviser else "",
        adviser_email=one_line(material.adviser.email) if material.adviser else "",
        to_adviser=material.adviser is not None and {to.email for to in material.to} == {material.adviser.email},
        answering=bool(effect.answers),
        preface=effect.preface,
        slots=tuple(_slot_view(offered, material, replying) for offered in effect.slots),
        none_link=answer_link(team.address, replying, none_answer()),
        agreed=slot_text(effect.agreed, material.hours) if effect.agreed else "",
        on_agreed=_on(effect.agreed),
        previous=slot_text(effect.previous, material.hours) if effect.previous else "",
        on_previous=_on(effect.previous),
        previous_day=half_day(effect.previous) if effect.previous else "",
        on_offered=_offered_on(effect, material.visit),
        people=attendee_lines(material.visit) if material.visit else (),
        governor=governor_sentence(material.visit) if material.visit else "",
        note=lines_of(effect.note),
    )


def card_view(material: MailMaterial) -> CardView:
    """The words of a card to an adviser."""
    effect, visit, sender = material.effect, material.visit, material.letter_sender
    code = reason_code(effect.reason) or (visit.reason_code if visit else None)
    facts = CardFacts(effect.reference, _bookable(effect, visit), effect.letter_id, sender, material.school, visit)
    return CardView(
        greeting=_greeting(material.to),
        team=one_line(material.team.name),
        reference=effect.reference,
        school_if_known=school_name(material.school),
        state=_state(visit),
        why=_why(code, effect.reason),
        letter_id="" if effect.letter_id is None else str(effect.letter_id),
        letter_sender=_sender(sender) if sender else "",
        words=tuple(line for words in effect.words if (line := one_line(words))),
        note=lines_of(effect.note),
        read_commands=read_commands(effect.letter_id),
        commands=card_commands(code, facts),
    )


def _greeting(to: tuple[Address, ...]) -> str:
    return f"Dear {one_line(to[0].name) or 'colleague'}" if to else "Dear colleague"


def school_name(school: School | None) -> str:
    """The school's name, "" where there is no school."""
    return one_line(school.name) if school else ""


def school_address(school: School | None) -> str:
    """The school's name, street, town and postcode, on one line."""
    if school is None:
        return ""
    return ", ".join(filter(None, map(one_line, (school.name, school.street, school.town, school.postcode))))


def _slot_view(offered: OfferedSlot, material: MailMaterial, subject: str) -> SlotView:
    link = answer_link(material.team.address, subject, option_answer(offered))
    return SlotView(offered.option, option_line(offered, material.hours), link)


def _on(slot: Slot | None) -> str:
    return f" {in_sentence(slot)}" if slot else ""


def _offered_on(effect: MailEffect, visit: Visit | None) -> str:
    offer = visit.offer(effect.offer) if visit and effect.offer is not None else None
    return f" on {long_date(local_day(offer.sent_at))}" if offer and offer.sent_at else ""


def _bookable(effect: MailEffect, visit: Visit | None) -> tuple[Slot, ...]:
    offer = visit.open_offer if visit else None
    slots = effect.slots or (offer.slots if offer else ())
    return tuple(offered.slot for offered in slots)


def _state(visit: Visit | None) -> str:
    if visit is None:
        return ""
    words = STATE_WORDS[visit.state]
    return f"{words}, {half_day(visit.agreed)}" if visit.agreed else words


def _sender(sender: Address) -> str:
    return one_line(f"{sender.name} <{sender.email}>" if sender.name else sender.email)


def _why(code: ReasonCode | None, reason: str) -> tuple[str, ...]:
    told = () if reason_code(reason) else lines_of(reason)
    sentence = (reason_sentence(code),) if code else ()
    return tuple(dict.fromkeys((*sentence, *told)))
