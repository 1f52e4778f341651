"""Which visit a letter is about, and may its sender speak for the school: the facts for `bot.reading.thread`."""

from __future__ import annotations

from bot.model import Address, Letter
from bot.reading.addresses import addresses
from bot.reading.thread import (
    Attribution,
    Facts,
    OurMail,
    attribute,
    message_ids_to_look_up,
    references_in_subject,
)
from bot.reply_address import read_reply_address
from handlers.parts import Parts
from storage.records import Records


def attribute_letter(records: Records, parts: Parts, letter: Letter) -> Attribution:
    """The visit and offer that a letter belongs to, by what the database knows of its thread and its sender."""
    ours = (*_our_mails(records, letter), *_addressed_to(parts, letter))
    by_sender = tuple(records.open_visits_of_contact(_person(letter)))
    named = references_in_subject(letter)
    urns = records.urns_of_visits({*(mail.reference for mail in ours), *named, *by_sender})
    facts = Facts(
        our_mails=ours,
        subject_visits=tuple(reference for reference in named if reference in urns),
        open_visits_of_sender=by_sender,
        schools_of_sender=frozenset(records.urns_of_contact(letter.sender.email)),
        schools_of_domain=_schools_of_domain(records, letter.sender),
        urn_of_visit=urns,
    )
    return attribute(letter, facts, parts.team.address, parts.trusted_authserv)


def _schools_of_domain(records: Records, sender: Address) -> frozenset[str]:
    """The schools with a contact on the sender's domain; none for somebody who has left."""
    urns = records.urns_of_domain(sender.domain)
    known = (contact for urn in urns for contact in records.contacts(urn, active_only=False))
    places = [contact.active for contact in known if contact.email == sender.email]
    return frozenset() if places and not any(places) else frozenset(urns)


def _our_mails(records: Records, letter: Letter) -> list[OurMail]:
    found = (records.mail_by_message_id(message_id) for message_id in message_ids_to_look_up(letter))
    return [OurMail(mail.message_id, mail.reference, mail.offer) for mail in found if mail is not None]


DELIVERED_TO = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to")


def _addressed_to(parts: Parts, letter: Letter) -> list[OurMail]:
    """The offers whose own reply address the letter came to: as good as an answer in the thread."""
    if not parts.plus_addressing:
        return []
    named = (address.email for header in DELIVERED_TO for address in addresses(letter.header(header)))
    to = dict.fromkeys((*(address.email for address in letter.to), *named))
    read = (read_reply_address(email, parts.team.address, parts.installation) for email in to)
    return [OurMail("", addressed.reference, addressed.offer) for addressed in read if addressed]


def _person(letter: Letter) -> str:
    """Whom a letter is from or, for a bounce, about."""
    return letter.delivery_report.recipient if letter.delivery_report else letter.sender.email
