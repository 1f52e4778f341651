"""Every mail that we send, as bytes (RFC 5322), built once: the same bytes go through every transport.

`Auto-Submitted` (RFC 3834) and `X-Visit-Mail` let every program know that no person wrote the mail. Out-of-office
answers to a school's mails are wanted, for they move the chase and name who stands in: so `X-Auto-Response-Suppress`
there lists receipts and other automatic answers, but neither OOF nor NDR. Mails to our own people want none but NDR.
"""

from __future__ import annotations

import re
from email.utils import format_datetime

from bot.effects import MailKind
from bot.local_time import LONDON, local_day
from bot.model import Address
from bot.wording.dates import short_date
from bot.wording.digest_pages import digest_html, digest_text
from bot.wording.headers import address_header, header_line, id_header
from bot.wording.invitation import Invitation, Method, invitation_text
from bot.wording.material import MailMaterial
from bot.wording.mime import Branch, Leaf, Part, attachment_leaf, calendar_leaf, part_bytes, text_leaf
from bot.wording.pages import html_page, text_page
from bot.wording.proforma import DOCX_TYPE, proforma, proforma_facts
from bot.wording.subjects import subject_line, title_of
from bot.wording.view import card_view, mail_view, school_address, school_name

WITH_PROFORMA = frozenset({MailKind.OFFER, MailKind.REMINDER})
TO_OUR_OWN = frozenset({MailKind.CARD, MailKind.DIGEST})
INVITATIONS = {
    MailKind.CONFIRMATION: Method.REQUEST,
    MailKind.CHANGE: Method.REQUEST,
    MailKind.CANCELLATION: Method.CANCEL,
}
MUST_BE_AGREED = frozenset({MailKind.CONFIRMATION, MailKind.CHANGE, MailKind.REMINDER})
_UNSAFE = re.compile(r"[^A-Za-z0-9-]")
_SUPPRESS_AT_SCHOOLS = "DR, RN, NRN, AutoReply"
_SUPPRESS_AT_OURS = "DR, RN, NRN, OOF, AutoReply"


def compose(material: MailMaterial) -> bytes:
    """The mail, with CRLF line ends and in ASCII throughout; the same material always gives the same bytes.

    Raises UnsendableAddressError (a ValueError) where an address could not stand in a mail, and ValueError where the
    material lacks what the kind is about: a digest's digest, the agreed slot of a confirmation, change or reminder.
    """
    subject = _subject(material)
    return _head(material, subject).encode() + part_bytes(_body(material, subject), material.message_id)


def _subject(material: MailMaterial) -> str:
    return subject_line(
        material.effect.kind,
        school=material.school.name if material.school else "",
        team=material.team.name,
        day=short_date(local_day(material.date)),
        reference=material.effect.reference,
        thread=material.thread_subject,
    )


def _head(material: MailMaterial, subject: str) -> str:
    effect, team = material.effect, material.team
    lines = [
        address_header("From", [Address(team.name, team.address)]),
        address_header("To", material.to),
        address_header("Cc", material.cc),
        address_header("Reply-To", [Address(team.name, material.reply_to)] if material.reply_to else []),
        header_line("Subject", subject),
        header_line("Date", format_datetime(material.date.astimezone(LONDON))),
        id_header("Message-ID", [material.message_id]),
        id_header("In-Reply-To", [material.in_reply_to]),
        id_header("References", material.references),
        header_line("Auto-Submitted", "auto-replied" if effect.answers else "auto-generated"),
        header_line("X-Visit-Mail", effect.kind),
        header_line("X-Visit-Reference", effect.reference) if effect.reference else "",
        header_line(
            "X-Auto-Response-Suppress", _SUPPRESS_AT_OURS if effect.kind in TO_OUR_OWN else _SUPPRESS_AT_SCHOOLS
        ),
        "MIME-Version: 1.0\r\n",
    ]
    return "".join(lines)


def _body(material: MailMaterial, subject: str) -> Part:
    calendar = _calendar(material)
    shown = Branch("alternative", _faces(material, subject) + ((calendar,) if calendar else ()))
    if material.effect.kind not in WITH_PROFORMA:
        return shown
    return Branch("mixed", (shown, _proforma(material)))


def _faces(material: MailMaterial, subject: str) -> tuple[Leaf, ...]:
    text, html = _digest_faces(material) if material.effect.kind is MailKind.DIGEST else _pages(material, subject)
    return text_leaf(text, "plain"), text_leaf(html, "html")


def _pages(material: MailMaterial, subject: str) -> tuple[str, str]:
    kind = material.effect.kind
    view = card_view(material) if kind is MailKind.CARD else mail_view(material, subject)
    if kind in MUST_BE_AGREED and material.effect.agreed is None:
        raise ValueError(f"a {kind} needs the agreed half day")
    title = title_of(subject, material.effect.reference)
    return text_page(kind, view=view, title=title), html_page(kind, view=view, title=title)


def _digest_faces(material: MailMaterial) -> tuple[str, str]:
    if material.digest is None:
        raise ValueError("a digest mail needs its digest")
    return digest_text(material.digest), digest_html(material.digest)


def _calendar(material: MailMaterial) -> Leaf | None:
    effect, team = material.effect, material.team
    method = INVITATIONS.get(effect.kind)
    if method is None or effect.agreed is None:
        return None
    visitor = material.adviser.name if material.adviser else team.name
    invitation = Invitation(
        method=method,
        reference=effect.reference,
        sequence=effect.sequence or 0,
        stamp=material.date,
        slot=effect.agreed,
        times=material.hours.of(effect.agreed.part),
        organiser=Address(team.name, team.address),
        attendees=_invited(material),
        summary=f"Virtual School visit to {school_name(material.school) or 'school'} [{effect.reference}]",
        location=school_address(material.school),
        description=f"Half-day visit by {visitor}.\nReference: {effect.reference}",
    )
    return calendar_leaf(invitation_text(invitation), method)


def _invited(material: MailMaterial) -> tuple[Address, ...]:
    ours = [Address(material.adviser.name, material.adviser.email)] if material.adviser else []
    school = [Address(contact.name, contact.email) for contact in material.contacts if contact.active]
    people = {person.email.casefold(): person for person in (*ours, *school, *material.cc, *material.to)}
    people.pop(material.team.address.casefold(), None)
    return tuple(people.values())


def _proforma(material: MailMaterial) -> Leaf:
    effect = material.effect
    facts = proforma_facts(
        effect.reference, material.school, material.adviser, material.visit, effect.agreed, material.hours
    )
    name = f"proforma-{_UNSAFE.sub('', effect.reference)}.docx"
    return attachment_leaf(DOCX_TYPE, proforma(facts), name)
