import datetime as dt
from collections.abc import Callable
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.effects import MailKind
from bot.model import Adviser, Contact, Part, Role, School, Slot
from bot.wording.invitation import invitation_uid
from bot.wording.material import MailMaterial

Sent = Callable[..., EmailMessage]
LONDON = ZoneInfo("Europe/London")


def calendar_part(mail: EmailMessage) -> EmailMessage:
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert isinstance(part, EmailMessage)
    return part


def event_of(mail: EmailMessage) -> tuple[icalendar.Calendar, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(calendar_part(mail).get_content())
    (event,) = calendar.walk("VEVENT")
    assert not calendar.errors
    assert not event.errors
    return calendar, event


@pytest.mark.parametrize(
    ("kind", "method", "status"),
    [
        (MailKind.CONFIRMATION, "REQUEST", "CONFIRMED"),
        (MailKind.CHANGE, "REQUEST", "CONFIRMED"),
        (MailKind.CANCELLATION, "CANCEL", "CANCELLED"),
    ],
)
def test_a_calendar_can_take_in_what_we_send(kind: MailKind, method: str, status: str, sent: Sent) -> None:
    mail = sent(kind)
    assert mail.get_content_type() == "multipart/alternative"
    assert calendar_part(mail)["Content-Type"].params["method"] == method
    calendar, event = event_of(mail)
    assert calendar["METHOD"] == method
    assert event["STATUS"] == status
    assert event["UID"] == "VS-0421@council.example" == invitation_uid("VS-0421", "council.example")
    assert event["ORGANIZER"] == "mailto:visits@council.example"


@pytest.mark.parametrize(
    "kind", [kind for kind in MailKind if kind in ("offer", "chase", "reoffer", "reminder", "question")]
)
def test_nothing_but_an_agreement_enters_a_calendar(kind: MailKind, sent: Sent) -> None:
    assert "text/calendar" not in [part.get_content_type() for part in sent(kind).walk()]


def test_the_visit_stands_in_the_diary_at_the_school_s_own_time(sent: Sent) -> None:
    _, winter = event_of(sent(MailKind.CONFIRMATION))
    assert winter["DTSTART"].dt == dt.datetime(2027, 1, 26, 9, 15, tzinfo=LONDON)
    assert winter["DTEND"].dt == dt.datetime(2027, 1, 26, 12, 15, tzinfo=LONDON)
    _, summer = event_of(sent(MailKind.CONFIRMATION, agreed=Slot(dt.date(2027, 6, 15), Part.PM)))
    assert summer["DTSTART"].dt.astimezone(dt.UTC) == dt.datetime(2027, 6, 15, 12, 0, tzinfo=dt.UTC)


def test_our_time_zone_is_england_s_all_year(sent: Sent) -> None:
    calendar, _ = event_of(sent(MailKind.CONFIRMATION))
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/London"
    ours = zone.to_tz()
    for month in range(1, 13):
        moment = dt.datetime(2027, month, 28, 12, tzinfo=LONDON)
        assert moment.replace(tzinfo=ours).utcoffset() == moment.utcoffset()


def test_everybody_concerned_is_asked_to_answer_and_the_bot_itself_is_not(sent: Sent) -> None:
    _, event = event_of(sent(MailKind.CONFIRMATION))
    people = {str(person): person.params for person in event["ATTENDEE"]}
    assert set(people) == {
        "mailto:p.nair@hethersettoak.example",
        "mailto:head@hethersettoak.example",
        "mailto:alex.marsh@council.example",
    }
    assert {params["RSVP"] for params in people.values()} == {"TRUE"}
    assert people["mailto:head@hethersettoak.example"]["CN"] == "Jo O'Brien"


def test_somebody_who_has_left_the_school_is_not_invited(sent: Sent) -> None:
    gone = Contact("Old Head", Role.HEADTEACHER, "old@hethersettoak.example", active=False)
    _, event = event_of(sent(MailKind.CONFIRMATION, of={"contacts": (gone,)}))
    assert "mailto:old@hethersettoak.example" not in [str(person) for person in event["ATTENDEE"]]


def test_a_move_keeps_the_entry_and_outranks_it(sent: Sent) -> None:
    _, first = event_of(sent(MailKind.CONFIRMATION, sequence=0))
    _, moved = event_of(sent(MailKind.CHANGE, sequence=1))
    assert first["UID"] == moved["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == (0, 1)


def test_the_entry_tells_of_school_and_reference_and_of_nobody_who_takes_part(sent: Sent) -> None:
    _, event = event_of(sent(MailKind.CONFIRMATION))
    assert event["SUMMARY"] == "Virtual School visit to Hethersett Oak Primary School [VS-0421]"
    assert event["LOCATION"] == "Hethersett Oak Primary School, Oak Lane, Hethersett, NR9 3XX"
    assert event["DESCRIPTION"] == "Half-day visit by Alex Marsh.\nReference: VS-0421"
    assert "Askew" not in str(calendar_part(sent(MailKind.CONFIRMATION)).get_content())


@given(name=st.text(max_size=80), person=st.text(max_size=80))
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_odd_names_stay_inside_their_field(
    name: str, person: str, sent: Sent, material: Callable[..., MailMaterial]
) -> None:
    plain = material(MailKind.CONFIRMATION)
    assert plain.adviser is not None
    of = {"school": School("1", name, street=person), "adviser": Adviser(person, plain.adviser.email)}
    part = calendar_part(sent(MailKind.CONFIRMATION, of=of))
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    lines = raw.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode()
    calendar = icalendar.Calendar.from_ical(raw)
    (event,) = calendar.walk("VEVENT")
    assert len(event["ATTENDEE"]) == 3
    assert set(event) <= {
        *("UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION"),
        *("ORGANIZER", "ATTENDEE", "STATUS", "TRANSP", "CLASS"),
    }
