"""The invented schools must write what real mail programs write, or the demo proves nothing."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from email.message import EmailMessage

import pytest

from bot.effects import MailEffect, MailKind
from bot.model import Address, Hours, OfferedSlot, Part, School, Slot, Team
from bot.wording.mails import compose
from bot.wording.material import MailMaterial
from handlers.demo.envelopes import Writing, seal
from handlers.demo.machines import away_note, calendar_acceptance, delivery_failure
from handlers.demo.our_mail import OurMail, read_our_mail
from handlers.demo.scripts import load_scripts
from handlers.demo.slot_words import SlotWords

AT = dt.datetime(2027, 1, 6, 9, 52, tzinfo=dt.UTC)
TUESDAY = Slot(dt.date(2027, 1, 26), Part.AM)
THURSDAY = Slot(dt.date(2027, 1, 28), Part.PM)
PROGRAMS = sorted({school.client for school in load_scripts().schools})


def our_mail(kind: MailKind = MailKind.OFFER) -> OurMail:
    offers = kind is MailKind.OFFER
    effect = MailEffect(
        key="VS-0001/offer/1",
        kind=kind,
        to=("p.dacre@heronsreach.example",),
        reference="VS-0001",
        slots=(OfferedSlot(1, TUESDAY), OfferedSlot(2, THURSDAY)) if offers else (),
        offer=1 if offers else None,
        agreed=None if offers else THURSDAY,
        sequence=None if offers else 0,
    )
    material = MailMaterial(
        effect=effect,
        message_id="<visit.1@virtualschool.example>",
        date=dt.datetime(2027, 1, 5, 8, tzinfo=dt.UTC),
        team=Team("visits@virtualschool.example", "Virtual School Visits"),
        hours=Hours(),
        to=(Address("Philippa Dacre", "p.dacre@heronsreach.example"),),
        school=School("900101", "Heron's Reach Nursery School"),
    )
    return read_our_mail(compose(material))


def writing(answered: OurMail, **changes: object) -> Writing:
    facts: dict[str, object] = {
        "name": "Philippa Dacre",
        "email": "p.dacre@heronsreach.example",
        "body": "Option 2 please – we’re looking forward to it.",
        "signature": "Philippa Dacre\nHead of Centre",
        "disclaimer": "Meant only for the person it is addressed to.",
        "at": AT,
        "message_id": "<1.900101@heronsreach.example>",
        "answered": answered,
        "between": {},
    }
    return Writing(**{**facts, **changes})  # type: ignore[arg-type]


def parsed(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=email.policy.default)


def test_a_school_reads_the_slots_that_our_offer_shows() -> None:
    mail = our_mail()
    assert mail.kind == "offer"
    assert mail.reference == "VS-0001"
    assert mail.offered == (OfferedSlot(1, TUESDAY), OfferedSlot(2, THURSDAY))
    assert mail.agreed is None


def test_a_school_reads_the_agreed_day_and_the_invitation() -> None:
    mail = our_mail(MailKind.CONFIRMATION)
    assert mail.agreed == THURSDAY
    assert mail.offered == ()
    assert mail.invitation is not None
    assert mail.invitation.start == dt.datetime(2027, 1, 28, 13, tzinfo=dt.UTC)


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_letter_is_a_sound_mail_in_our_thread(program: str) -> None:
    message = parsed(seal(program, writing(our_mail())))
    assert message.defects == []
    assert all(part.defects == [] for part in message.walk())
    assert message["In-Reply-To"] == "<visit.1@virtualschool.example>"
    assert "[VS-0001]" in message["Subject"]
    assert email.utils.parsedate_to_datetime(message["Date"]) == AT


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_sends_the_words_unharmed(program: str) -> None:
    message = parsed(seal(program, writing(our_mail())))
    body = message.get_body(("plain", "html"))
    assert body is not None
    assert "Option 2 please – we’re looking forward to it." in body.get_content()


@pytest.mark.parametrize("program", sorted(set(PROGRAMS) - {"plain"}))
def test_letters_quote_our_mail_with_all_its_dates_so_that_a_careless_reader_would_trip(program: str) -> None:
    body = parsed(seal(program, writing(our_mail()))).get_body(("plain", "html"))
    assert body is not None
    text = body.get_content()
    assert "Tuesday 26 January 2027" in text
    assert "Thursday 28 January 2027" in text


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_same_letter_is_the_same_bytes_each_time(program: str) -> None:
    assert seal(program, writing(our_mail())) == seal(program, writing(our_mail()))


def test_the_encodings_of_real_mail_all_occur() -> None:
    letters = [parsed(seal(program, writing(our_mail()))) for program in PROGRAMS]
    encodings = {str(part["Content-Transfer-Encoding"]) for letter in letters for part in letter.walk()}
    assert {"base64", "quoted-printable", "8bit"} <= encodings
    assert any(letter.get_body(("plain",)) is None for letter in letters), "one program writes HTML only"


def test_answers_between_the_lines_stand_under_their_slots() -> None:
    raw = seal("inline", writing(our_mail(), between={1: "No, sorry", 2: "Yes please"}))
    body = parsed(raw).get_body(("plain",))
    assert body is not None
    lines = [line for line in body.get_content().splitlines() if line.strip(" >")]
    assert lines[lines.index("Yes please") - 1].startswith("> 2. Thursday 28 January 2027")
    assert lines[lines.index("No, sorry") - 1].startswith("> 1. Tuesday 26 January 2027")


def test_an_absence_note_says_that_it_is_automatic() -> None:
    message = parsed(away_note(writing(our_mail())))
    assert message["Auto-Submitted"] == "auto-replied"
    assert message.defects == []


def test_a_bounce_is_a_delivery_report_about_our_mail() -> None:
    message = parsed(delivery_failure(writing(our_mail())))
    assert message.get_content_type() == "multipart/report"
    assert message.get_param("report-type") == "delivery-status"
    kinds = [part.get_content_type() for part in message.walk()]
    assert "message/delivery-status" in kinds
    head = next(part for part in message.walk() if part.get_content_type() == "text/rfc822-headers")
    assert "<visit.1@virtualschool.example>" in head.get_content()
    status = next(part for part in message.walk() if part.get_content_type() == "message/delivery-status")
    assert status.get_payload(1)["Status"] == "5.1.1"  # type: ignore[union-attr,call-overload]


def test_a_calendar_acceptance_answers_our_invitation() -> None:
    from icalendar import Calendar

    confirmation = our_mail(MailKind.CONFIRMATION)
    message = parsed(calendar_acceptance(writing(confirmation)))
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    calendar = Calendar.from_ical(part.get_content())
    event = next(iter(calendar.walk("VEVENT")))
    assert calendar["METHOD"] == "REPLY"
    assert confirmation.invitation is not None
    assert str(event["UID"]) == confirmation.invitation.uid
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"


def test_a_calendar_cannot_accept_a_mail_without_an_invitation() -> None:
    with pytest.raises(ValueError, match="no invitation"):
        calendar_acceptance(writing(our_mail()))


def test_dates_are_written_the_way_people_write_them() -> None:
    words = SlotWords(dt.date(2027, 1, 22), Part.PM, 2)
    assert (
        f"{words.weekday} the {words.ordinal} of {words.month}, {words.part}" == "Friday the 22nd of January, afternoon"
    )
    assert words.off == "Monday", "a slip stays on a weekday"
    assert words.numeric == "22/01/27"
    assert SlotWords(dt.date(2027, 1, 11)).ordinal == "11th"
