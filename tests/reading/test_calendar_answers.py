"""Calendar answers: an accepted invitation books; an invitation, a bounce or a calendar file in a mail never may."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Kind
from bot.reading.automatic import kind_of
from bot.reading.calendar_answer import answer_in_notice, read_calendar
from bot.reading.letter import read_letter

REAL = Path(__file__).parents[2].parent / "shared" / "data" / "imip"
EVENT = """BEGIN:VCALENDAR
METHOD:{method}
BEGIN:VEVENT
ATTENDEE;PARTSTAT={partstat};CN="Sam: the head":mailto:Sam@oak.exa
 mple
UID:VS-0421@council.example
SEQUENCE:2
DTSTART{start}
COMMENT:Clash\\, sorry\\nSam
END:VEVENT
END:VCALENDAR
"""


def event(method: str = "REPLY", partstat: str = "ACCEPTED", start: str = ";TZID=Europe/London:20270126T091500") -> str:
    return EVENT.format(method=method, partstat=partstat, start=start)


def mail(calendar: str, content_type: str = "text/calendar; method=REPLY", subject: str = "Accepted: Visit") -> bytes:
    return (
        f"From: Sam <sam@oak.example>\nSubject: {subject}\nMessage-ID: <1@oak.example>\nContent-Type: multipart/mixed; "
        f"boundary=B\n\n--B\nContent-Type: multipart/alternative; boundary=C\n\n--C\n\nSee you then\n--C\n"
        f"Content-Type: {content_type}\n\n{calendar}\n--C--\n--B--\n"
    ).encode()


@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", "NEEDS-ACTION"])
@pytest.mark.parametrize("method", ["REPLY", "COUNTER"])
def test_the_answer_is_found_wherever_it_stands(method: str, partstat: str) -> None:
    letter = read_letter(mail(event(method, partstat)))
    assert kind_of(letter) is Kind.CALENDAR
    answer = letter.calendar
    assert answer is not None
    assert (answer.method, answer.partstat, answer.uid, answer.sequence) == (
        method,
        partstat,
        "VS-0421@council.example",
        2,
    )
    assert (answer.attendee, answer.comment) == ("sam@oak.example", "Clash, sorry\nSam")


@pytest.mark.parametrize(
    ("start", "moment"),
    [
        (";TZID=Europe/London:20270526T091500", "2027-05-26T09:15:00+01:00"),
        (";TZID=GMT Standard Time:20270526T091500", "2027-05-26T09:15:00+01:00"),
        (";TZID=/freeassociation.example/Europe/London:20270526T091500", "2027-05-26T09:15:00+01:00"),
        (";TZID=Nobody Knows:20270126T091500", "2027-01-26T09:15:00+00:00"),
        (";TZID=../../etc/passwd:20270126T091500", "2027-01-26T09:15:00+00:00"),
        (":20270126T091500Z", "2027-01-26T09:15:00+00:00"),
        (":20270126T091500", "2027-01-26T09:15:00+00:00"),
        (";VALUE=DATE:20270126", "2027-01-26"),
        (":20271326T091500", None),
        (":nonsense", None),
    ],
)
def test_the_moment_is_read_in_its_own_zone(start: str, moment: str | None) -> None:
    answer = read_calendar(event(start=start))
    assert answer is not None
    assert (answer.start.isoformat() if isinstance(answer.start, dt.date) else None) == moment


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "PUBLISH", "ADD", "REFRESH", "DECLINECOUNTER"])
def test_only_an_answer_is_called_one(method: str) -> None:
    answer = read_letter(mail(event(method, "NEEDS-ACTION"), f"text/calendar; method={method}", "Visit")).calendar
    assert answer is not None
    assert answer.method == method
    assert answer.partstat in ("", "NEEDS-ACTION")


def test_a_file_with_dates_in_a_persons_mail_leaves_it_a_persons_mail() -> None:
    raw = mail(event("PUBLISH", "NEEDS-ACTION"), 'application/octet-stream; name="terms.ics"', "Re: Visit")
    assert kind_of(read_letter(raw)) is Kind.REPLY


def test_an_answer_attached_to_a_forwarded_mail_is_not_the_forwarders() -> None:
    inner = mail(event()).decode()
    raw = "From: kim@oak.example\nSubject: Fwd: Visit\nContent-Type: multipart/mixed; boundary=Z\n\n--Z\n\nSee below\n"
    raw += f"--Z\nContent-Type: message/rfc822\n\n{inner}\n--Z--\n"
    letter = read_letter(raw.encode())
    assert letter.calendar is None
    assert kind_of(letter) is Kind.REPLY


def test_the_subject_tells_the_answer_where_the_attendee_is_missing() -> None:
    lines = [line for line in event().splitlines() if not line.startswith(("ATTENDEE", " mple"))]
    answer = read_letter(mail("\n".join(lines), subject="Declined: Visit")).calendar
    assert answer is not None
    assert (answer.partstat, answer.attendee) == ("DECLINED", "")


@pytest.mark.parametrize(
    "subject", ["Accepted: Visit", "Declined: Visit", "Tentative: Visit", "New Time Proposed: Visit"]
)
@pytest.mark.parametrize("text", ["", "When: 09 February 2027 09:00-12:00.\nWhere: Oak School"])
def test_a_notice_without_its_calendar_is_still_no_persons_reply(subject: str, text: str) -> None:
    letter = read_letter(f"From: sam@oak.example\nSubject: {subject}\n\n{text}".encode())
    assert kind_of(letter) is Kind.CALENDAR
    assert letter.calendar is None


@pytest.mark.skipif(not REAL.exists(), reason="the mails of real calendar programs are not beside this repository")
@pytest.mark.parametrize(
    ("name", "attendee"),
    [("ical3-reply-accepted", "xyzzy@example.com"), ("reply-missing-attendee", ""), ("reply-missing-organizer", "")],
)
def test_apples_answers_are_read_even_damaged(name: str, attendee: str) -> None:
    answer = read_letter((REAL / f"apple-{name}.eml").read_bytes()).calendar
    assert answer is not None
    assert (answer.method, answer.partstat, answer.sequence, answer.attendee) == ("REPLY", "ACCEPTED", 7, attendee)


@pytest.mark.skipif(not REAL.exists(), reason="the mails of real calendar programs are not beside this repository")
def test_apples_bounced_invitation_is_a_bounce() -> None:
    letter = read_letter((REAL / "apple-dsn-failure-with-ics.eml").read_bytes())
    assert kind_of(letter) is Kind.BOUNCE
    assert letter.delivery_report is not None
    assert (letter.delivery_report.recipient, letter.delivery_report.status) == ("nonexistant@example.com", "5.1.1")


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(event().splitlines()), max_size=20).map("\n".join)))
def test_no_calendar_breaks_the_reader(text: str) -> None:
    answer = read_calendar(text)
    assert answer is None or answer.method == answer.method.upper()


ZONE = """BEGIN:VTIMEZONE
TZID:Customised Zone
BEGIN:STANDARD
TZOFFSETTO:-0530
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT"""


@pytest.mark.parametrize(
    ("start", "moment"),
    [
        (";TZID=China Standard Time:20270526T091500", "2027-05-26T09:15:00+08:00"),
        (";TZID=US Mountain Standard Time:20270526T091500", "2027-05-26T09:15:00-07:00"),
        (";TZID=tzone://Microsoft/Utc:20270526T091500", "2027-05-26T09:15:00+00:00"),
        (";TZID=Customised Zone:20270526T091500", "2027-05-26T09:15:00-05:30"),
        (";TZID=Nobody knows:20270526T091500", "2027-05-26T09:15:00+01:00"),
    ],
)
def test_the_start_is_read_in_the_zone_of_whoever_answers(start: str, moment: str) -> None:
    found = read_calendar(event("COUNTER", "TENTATIVE", start).replace("BEGIN:VEVENT", ZONE))
    assert found is not None
    assert isinstance(found.start, dt.datetime)
    assert found.start.isoformat() == moment


@pytest.mark.parametrize(
    ("subject", "when", "told"),
    [
        ("Accepted: Visit", "When: 26 January 2027 09:15-12:15.", ("REPLY", "ACCEPTED", "2027-01-26T09:15:00+00:00")),
        ("Declined: Visit", "When: Tuesday, January 26, 2027 1:15 PM-4:15 PM.",
         ("REPLY", "DECLINED", "2027-01-26T13:15:00+00:00")),
        ("New Time Proposed: Visit", "When: 26 January 2027 09:15\nProposed time: 25 May 2027 10:00",
         ("COUNTER", "TENTATIVE", "2027-05-25T10:00:00+01:00")),
        ("Accepted: Visit", "When: 31 February 2027 09:15", ("REPLY", "ACCEPTED", None)),
    ],
)  # fmt: skip
def test_a_notice_without_a_calendar_is_told_by_its_words(
    subject: str, when: str, told: tuple[str, str, str | None]
) -> None:
    found = answer_in_notice(subject, when)
    assert found is not None
    assert (found.method, found.partstat, found.start.isoformat() if found.start else None) == told
    assert (found.uid, found.sequence) == ("", None)


def test_a_persons_mail_that_begins_like_a_notice_is_none() -> None:
    assert answer_in_notice("Accepted: option 2", "Yes, we would like option 2.") is None
