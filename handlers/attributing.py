"""Which visit a letter is about, and may its sender speak for the school: the facts for `bot.reading.thread`."""

from __future__ import annotations

from bot.model import Letter
from bot.reading.thread import (
    Attribution,
    Facts,
    OurMail,
    attribute,
    message_ids_to_look_up,
    references_in_subject,
)
from handlers.parts import Parts
from storage.records import Records


def attribute_letter(records: Records, parts: Parts, letter: Letter) -> Attribution:
    """The visit and offer that a letter belongs to, by what the database knows of its thread and its sender."""
    ours = tuple(_our_mails(records, letter))
    by_sender = tuple(records.open_visits_of_contact(_person(letter)))
    named = references_in_subject(letter)
    urns = records.urns_of_visits({*(mail.reference for mail in ours), *named, *by_sender})
    facts = Facts(
        our_mails=ours,
        subject_visits=tuple(reference for reference in named if reference in urns),
        open_visits_of_sender=by_sender,
        schools_of_sender=frozenset(records.urns_of_contact(letter.sender.email)),
        schools_of_domain=frozenset(records.urns_of_domain(letter.sender.domain)),
        urn_of_visit=urns,
    )
    return attribute(letter, facts, parts.team.address, parts.trusted_authserv)


def _our_mails(records: Records, letter: Letter) -> list[OurMail]:
    found = (records.mail_by_message_id(message_id) for message_id in message_ids_to_look_up(letter))
    return [OurMail(mail.message_id, mail.reference, mail.offer) for mail in found if mail is not None]


def _person(letter: Letter) -> str:
    """Whom a letter is from or, for a bounce, about."""
    return letter.delivery_report.recipient if letter.delivery_report else letter.sender.email
