"""Mail that failed: a missed bounce leaves a school unasked for weeks, an invented one writes off a good address."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import DeliveryReport, Kind
from bot.reading.automatic import kind_of
from bot.reading.bounces import reports_of
from bot.reading.letter import read_letter
from bot.reading.mime import parse
from tests.no_hang import no_hang

SECTIONS = (Path(__file__).parent / "bounces.txt").read_text(encoding="utf-8").split("\n%% ")[1:]
EXAMPLES = [
    (*(cell.strip() for cell in head.split("|")), raw) for head, _, raw in (s.partition("\n") for s in SECTIONS)
]
REPORT = """Return-Path: <>
From: MAILER-DAEMON@mx.council.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=B

--B

Sorry.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.council.example

{fields}
--B
Content-Type: {kind}

From: visits@council.example
To: sam@oak.example
Message-ID: <visit.offer1@council.example>

--B--
"""


def report_of(fields: str, kind: str = "message/rfc822") -> DeliveryReport | None:
    return read_letter(REPORT.format(fields=fields, kind=kind).encode()).delivery_report


@pytest.mark.parametrize(("name", "recipient", "status", "raw"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_every_mail_servers_notice_is_understood(name: str, recipient: str, status: str, raw: str) -> None:
    letter = read_letter(raw.encode())
    if not recipient:
        assert letter.delivery_report is None, name
        assert kind_of(letter) is Kind.AUTO_REPLY
        return
    assert kind_of(letter) is Kind.BOUNCE
    assert letter.delivery_report is not None
    assert letter.delivery_report.recipient == recipient
    assert letter.delivery_report.status.startswith(status)


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_the_mail_that_failed_is_known_by_its_message_id(kind: str) -> None:
    report = report_of("Final-Recipient: rfc822; sam@oak.example\nAction: failed\nStatus: 5.1.1\n", kind)
    assert report == DeliveryReport(
        "sam@oak.example", "5.1.1", permanent=True, original_message_id="<visit.offer1@council.example>"
    )


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("Action: delayed\nStatus: 4.4.1\n", "4.4.1"),
        ("Action: delayed\nStatus: 5.0.0\n", "4.4.7"),
        ("Action: failed\nStatus: 4.2.2\n", "4.2.2"),
        ("Action: delayed\n", "4.4.7"),
    ],
)
def test_what_is_only_late_is_not_given_up(fields: str, status: str) -> None:
    report = report_of(f"Final-Recipient: rfc822; sam@oak.example\n{fields}")
    assert report is not None
    assert (report.status, report.permanent) == (status, False)


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_mail_that_arrived_is_no_failure(action: str) -> None:
    assert report_of(f"Final-Recipient: rfc822; sam@oak.example\nAction: {action}\nStatus: 2.0.0\n") is None


def test_of_several_recipients_each_is_reported_and_the_lasting_failure_goes_first() -> None:
    fields = (
        "Final-Recipient: rfc822; late@oak.example\nAction: delayed\nStatus: 4.4.1\n\n"
        "Final-Recipient: rfc822; gone@oak.example\nAction: failed\nStatus: 5.1.1\n"
    )
    raw = REPORT.format(fields=fields, kind="message/rfc822").encode()
    found = reports_of(parse(raw)[0], "mailer-daemon@x.example", "", "")
    assert [report.recipient for report in found] == ["late@oak.example", "gone@oak.example"]
    report = read_letter(raw).delivery_report
    assert report is not None
    assert report.recipient == "gone@oak.example"


def test_the_address_that_we_wrote_to_goes_before_the_one_it_was_sent_on_to() -> None:
    fields = (
        "Original-Recipient: rfc822; sam@oak.example\nFinal-Recipient: rfc822; s.smith@trust.example\nAction: failed\n"
    )
    report = report_of(fields + "Status: 5.1.1\n")
    assert report is not None
    assert report.recipient == "sam@oak.example"


def test_an_invitation_that_bounced_is_a_bounce_and_no_answer() -> None:
    raw = REPORT.format(fields="Final-Recipient: rfc822; sam@oak.example\nAction: failed\n", kind="text/calendar")
    letter = read_letter(raw.encode())
    assert kind_of(letter) is Kind.BOUNCE
    assert letter.calendar is None


def test_gmail_tells_the_message_id_in_the_report_itself() -> None:
    raw = REPORT.format(fields="Final-Recipient: rfc822; sam@oak.example\nAction: failed\n", kind="text/plain")
    raw = raw.replace("Reporting-MTA", "X-Original-Message-ID: <visit.offer2@council.example>\nReporting-MTA")
    report = read_letter(raw.replace("Message-ID: <visit.offer1@council.example>\n", "").encode()).delivery_report
    assert report is not None
    assert report.original_message_id == "<visit.offer2@council.example>"


def test_a_notice_that_names_nobody_still_counts() -> None:
    raw = b"Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: Undeliverable mail\n\nUser unknown.\n"
    report = read_letter(raw).delivery_report
    assert report is not None
    assert (report.recipient, report.status) == ("", "5.1.1")


def test_a_report_inside_another_servers_notice_names_the_address() -> None:
    inner = REPORT.format(
        fields="Final-Recipient: rfc822; sam@oak.example\nAction: failed\nStatus: 5.1.1", kind="message/rfc822"
    )
    outer = (
        "From: Mail Delivery <MAILER-DAEMON@gate.example>\nTo: visits@council.example\nSubject: Returned mail\n"
        "Content-Type: multipart/mixed; boundary=X\n\n--X\n\nThese addresses had permanent errors.\n--X\n"
        f"Content-Type: message/rfc822\n\n{inner}\n--X--\n"
    )
    report = read_letter(outer.encode()).delivery_report
    assert report is not None
    assert (report.recipient, report.status) == ("sam@oak.example", "5.1.1")


def test_a_notice_that_only_names_the_full_mailbox_is_a_bounce() -> None:
    raw = (
        "Return-Path: <>\nFrom: mail@phone.example\nTo: visits@council.example\nSubject: Mail\n\n"
        "Your mail could not be delivered to: <sam@oak.example>\nAs their mailbox is full.\n"
    )
    letter = read_letter(raw.encode())
    assert kind_of(letter) is Kind.BOUNCE
    assert letter.delivery_report is not None
    assert letter.delivery_report.recipient == "sam@oak.example"


def test_a_report_of_what_was_delivered_is_no_bounce() -> None:
    raw = REPORT.format(
        fields="Final-Recipient: rfc822; sam@oak.example\nAction: deliverable\nStatus: 2.1.5", kind="message/rfc822"
    )
    letter = read_letter(raw.encode())
    assert letter.delivery_report is None
    assert kind_of(letter) is Kind.AUTO_REPLY


def test_a_gateway_that_gives_up_is_not_taken_for_one_that_tries_again() -> None:
    raw = (
        "From: postmaster@oak.example\nSubject: Message Delivery Failure\n\n"
        "Your message to sam@oak.example has been rejected. Attempts will not continue.\n"
    )
    report = read_letter(raw.encode()).delivery_report
    assert report is not None
    assert report.status.startswith("5")


def test_a_person_who_asks_about_a_bounce_is_heard() -> None:
    raw = (
        "From: Sam <sam@oak.example>\nSubject: Delivery failure?\n\n"
        "Your message to head@oak.example could not be delivered: 550 5.1.1. Use mine, and option 2 please.\n"
    )
    assert kind_of(read_letter(raw.encode())) is Kind.REPLY


def test_a_notice_of_empty_lines_keeps_nobody_waiting() -> None:
    raw = (
        "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail\n\nIt could not be delivered.\n550 no"
        + "\n" * 200_000
    )
    with no_hang():
        assert kind_of(read_letter(raw.encode())) is Kind.BOUNCE
