"""What six calendar programs send back: an old or a foreign answer never counts, a new time is put forward as one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.model import Action, Kind, Understanding
from bot.reading.letter import read_letter
from bot.understanding.reply import understand
from tests.understanding.replying import CALENDAR, NOW, conversation

LAST = 1
"""The SEQUENCE of the invitation that counts: it went out, and was moved once."""
PROGRAMS = {
    "Exchange": (
        (
            "PRODID:Microsoft Exchange Server 2010\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:GMT Standard Time\n"
            "BEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
            "DTSTART:16010101T010000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nEND:DAYLIGHT\nEND:VTIMEZONE"
        ),
        (
            "ATTENDEE;PARTSTAT={partstat};CN=Priya Nair:mailto:p.nair@oak.example\nCOMMENT;LANGUAGE=en-GB:\\n\n"
            "X-MICROSOFT-CDO-APPT-SEQUENCE:{sequence}\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY"
        ),
        "DTSTART;TZID=GMT Standard Time:{local}",
    ),
    "Google": (
        "PRODID:-//Google Inc//Google Calendar 70.9054//EN\nVERSION:2.0\nCALSCALE:GREGORIAN",
        (
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={partstat};CN=p.nair@oak.exa\n"
            " mple;X-NUM-GUESTS=0:mailto:p.nair@oak.example\nTRANSP:OPAQUE"
        ),
        "DTSTART:{utc}",
    ),
    "Apple": (
        "CALSCALE:GREGORIAN\nVERSION:2.0\nPRODID:-//Apple Inc.//Mac OS X 10.15//EN",
        (
            'ATTENDEE;CN="Nair, Priya";CUTYPE=INDIVIDUAL;EMAIL="p.nair@oak.example";PARTSTAT={partstat}:\n'
            " mailto:p.nair@oak.example\nORGANIZER:mailto:visits@council.example"
        ),
        "DTSTART;TZID=Europe/London:{local}",
    ),
    "Thunderbird": (
        "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\nVERSION:2.0",
        (
            "X-MOZ-RECEIVED-DTSTAMP:20270112T090000Z\nATTENDEE;RSVP=TRUE;PARTSTAT={partstat};ROLE=REQ-PARTICIPANT:\n"
            " mailto:p.nair@oak.example"
        ),
        "DTSTART;TZID=Europe/London:{local}",
    ),
    "Zimbra": (
        "PRODID:Zimbra-Calendar-Provider\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:Europe/London\nEND:VTIMEZONE",
        "ATTENDEE;CN=Priya Nair;PARTSTAT={partstat}:mailto:p.nair@oak.example\nBEGIN:VALARM\nDESCRIPTION:x\nEND:VALARM",
        'DTSTART;TZID="Europe/London":{local}',
    ),
    "Nextcloud": (
        "VERSION:2.0\nPRODID:-//Sabre//Sabre VObject 4.4.2//EN\nCALSCALE:GREGORIAN",
        (
            "ATTENDEE;CN=Priya;PARTSTAT={partstat};LANGUAGE=en;SCHEDULE-STATUS=1.2:mailto:p.nair@oak.example\n"
            "REQUEST-STATUS:2.0;Success"
        ),
        "DTSTART;TZID=Europe/London:{local}",
    ),
}
AGREED_AT = dt.datetime(2027, 1, 26, 9, 15, tzinfo=dt.UTC)
OTHER = dt.datetime(2027, 1, 27, 13, 15, tzinfo=dt.UTC)


def answer(
    program: str,
    method: str,
    partstat: str,
    *,
    start: dt.datetime = AGREED_AT,
    uid: str = "VS-0421@council.example",
    sequence: int | None = LAST,
    state: str = "agreed",
) -> Understanding:
    """What is understood of a program's mail about the invitation that was moved once."""
    head, attendee, begins = PROGRAMS[program]
    moment = begins.format(local=f"{start:%Y%m%dT%H%M%S}", utc=f"{start:%Y%m%dT%H%M%SZ}")
    number = "" if sequence is None else f"SEQUENCE:{sequence}\n"
    attendee = attendee.format(partstat=partstat, sequence=sequence)
    lines = (
        f"BEGIN:VCALENDAR\n{head}\nMETHOD:{method}\nBEGIN:VEVENT\n{attendee}\n"
        f"UID:{uid}\n{number}SUMMARY:Virtual School visit\n{moment}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    raw = (
        "From: Priya Nair <p.nair@oak.example>\nSubject: Virtual School visit\nMessage-ID: <1@oak.example>\n"
        f"Content-Type: multipart/alternative; boundary=B\n\n--B\n\n\n--B\n"
        f"Content-Type: text/calendar; charset=utf-8; method={method}\n\n{lines}\n--B--\n"
    )
    letter = read_letter(raw.encode())
    seen = understand(letter, replace(conversation(state), sequence=LAST), CALENDAR, NOW)
    assert seen.kind is Kind.CALENDAR
    return seen


EVERY_PROGRAM = pytest.mark.parametrize("program", PROGRAMS)


@EVERY_PROGRAM
@pytest.mark.parametrize(
    ("partstat", "action"),
    [("ACCEPTED", Action.IGNORE), ("DECLINED", Action.REOFFER), ("TENTATIVE", Action.HAND_OVER)],
)
def test_what_was_pressed_counts_for_the_invitation_that_counts(program: str, partstat: str, action: Action) -> None:
    assert answer(program, "REPLY", partstat).action is action


@EVERY_PROGRAM
@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE"])
@pytest.mark.parametrize("sequence", [0, None])
def test_an_answer_to_the_invitation_before_the_move_never_counts(
    program: str, partstat: str, sequence: int | None
) -> None:
    seen = answer(program, "REPLY", partstat, sequence=sequence)
    assert (seen.action, seen.accepted, seen.ruled_out) == (Action.IGNORE, (), ())


@EVERY_PROGRAM
def test_a_new_time_in_the_calendar_goes_to_the_adviser_though_no_words_name_it(program: str) -> None:
    seen = answer(program, "COUNTER", "TENTATIVE", start=OTHER)
    assert seen.action is Action.CONSIDER
    assert [f"{slot.date} {slot.part}" for slot in seen.proposed] == ["2027-01-27 pm"]


@EVERY_PROGRAM
@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "DECLINECOUNTER", "ADD", "REFRESH"])
@pytest.mark.parametrize("state", ["offered", "agreed"])
def test_what_an_organiser_sends_answers_nothing_whatever_it_carries(program: str, method: str, state: str) -> None:
    seen = answer(program, method, "ACCEPTED", state=state)
    assert (seen.action, seen.accepted) == (Action.HAND_OVER, ())


@EVERY_PROGRAM
@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED"])
@pytest.mark.parametrize("state", ["offered", "agreed"])
def test_an_answer_to_somebody_elses_event_at_the_same_time_goes_to_a_person(
    program: str, partstat: str, state: str
) -> None:
    seen = answer(program, "REPLY", partstat, uid="040000008200E00074C5B7101A82E008", state=state)
    assert (seen.action, seen.accepted) == (Action.HAND_OVER, ())
