"""`explain mail`: one answer for every line, whatever the file is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from handlers.explaining.mails import OutOfPatienceError, answer, at_most

MAILS = Path(__file__).parent / "mails"


def test_a_reply_is_told_with_its_words() -> None:
    told = answer({"id": 7, "path": str(MAILS / "genuine-reply.eml")})
    assert told == {
        "id": 7,
        "kind": "reply",
        "text": "Option 2 please.\n\nPriya",
        "bounce": None,
        "calendar": None,
        "error": None,
    }


def test_a_bounce_is_told_with_its_recipient_and_status(tmp_path: Path) -> None:
    mail = tmp_path / "bounce.eml"
    mail.write_text(
        "Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: failure notice\n\n<sam@oak.example>:\n(#5.1.1)\n"
    )
    assert answer({"id": "b", "path": str(mail)})["bounce"] == {"recipient": "sam@oak.example", "status": "5.1.1"}


def test_a_calendar_answer_is_told_with_its_moment(tmp_path: Path) -> None:
    mail = tmp_path / "yes.eml"
    mail.write_text(
        "From: sam@oak.example\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\n"
        "BEGIN:VEVENT\nATTENDEE;PARTSTAT=ACCEPTED:mailto:sam@oak.example\nDTSTART:20270126T091500Z\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    told = answer({"id": "c", "path": str(mail)})
    assert told["kind"] == "calendar"
    assert told["calendar"] == {"method": "REPLY", "partstat": "ACCEPTED", "dtstart": "2027-01-26T09:15:00Z"}


def test_a_mail_that_was_only_passed_on_is_shown_whole(tmp_path: Path) -> None:
    mail = tmp_path / "fwd.eml"
    mail.write_text(
        "From: sam@oak.example\n\nBegin forwarded message:\n\nFrom: kim@oak.example\nSubject: x\nTo: sam\n\nThe 23rd."
    )
    assert "The 23rd." in str(answer({"id": "f", "path": str(mail)})["text"])


@pytest.mark.parametrize("path", ["", "no/such/file", "\0", None, 3, ["x"], str(MAILS)])
def test_what_is_no_file_gets_an_answer_too(path: object) -> None:
    told = answer({"id": "x", "path": path})
    assert told["error"]
    assert (told["kind"], told["text"]) == (None, "")


def test_patience_ends() -> None:
    with pytest.raises(OutOfPatienceError), at_most(0.05):
        _spin(time.monotonic() + 60)


def _spin(until: float) -> None:
    while time.monotonic() < until:
        pass
