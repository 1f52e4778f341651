"""Who is talking: a machine taken for a person starts a loop or books; a person taken for a machine is never heard."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.model import Address, CalendarAnswer, DeliveryReport, Kind, Letter
from bot.reading.automatic import kind_of, why_automatic
from bot.reading.letter import read_letter

HERE = Path(__file__).parent
CORPUS = HERE.parents[1].parent / "shared" / "corpus" / "replies-dev.jsonl"
MACHINES = {
    name: text
    for name, _, text in (
        part.partition("\n") for part in (HERE / "machines.txt").read_text(encoding="utf-8").split("\n%% ")[1:]
    )
}


def letter_of(subject: str, text: str, headers: dict[str, str] | None = None) -> Letter:
    named = tuple((key.lower(), value) for key, value in (headers or {}).items())
    return Letter("<1@oak.example>", Address("Sam", "sam@oak.example"), subject, text, named)


@pytest.mark.parametrize("name", MACHINES)
def test_what_a_machine_writes_is_never_read_as_an_answer(name: str) -> None:
    letter = read_letter(MACHINES[name].encode())
    assert kind_of(letter) is Kind.AUTO_REPLY
    assert why_automatic(letter)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Re: Undeliverable: Visit",
            "I got an undeliverable message from you: 550 5.1.1 user unknown. Option 2 please.",
        ),
        ("Email rejected", "Hi, my email to you was rejected, so trying again. Option 2 please."),
        ("Returned mail", "The form you posted was returned to sender, address not recognised. 500 Main St. Option 2."),
        (
            "Error sending the form",
            "I could not send you the form, it says mailbox full. We meet in room 550. Option 2.",
        ),
        ("Out of office on Tuesday", "I will be out of office on Tuesday, so Thursday please."),
        ("On holiday", "I'm on holiday that week, option 3."),
        ("RE: Automatic reply: Visit", "Thanks, option 2."),
        ("Received", "Received with thanks. Option 2."),
        ("Accepted: option 2", "Yes, we would like option 2."),
        ("Closed", "School closed on the 26th. Option 2 please."),
        ("Acknowledgement", "Option 2, thank you."),
        ("Read: my comments", "All good."),
        (
            "Visit",
            "I have sent you a secure message via Egress with the names. Click accept when you see it. Option 2.",
        ),
        ("Case closed", "ha, option 2 then"),
        ("Visit", "This is an automatic yes from me! Option 2."),
        ("Dates", "Option 2. Sign up to our newsletter at https://oak.example"),
        ("Re: Visit", "Option 2\n\nTo unsubscribe from our school newsletter write to office@oak.example"),
        ("", ""),
        ("", "👍"),
    ],
)
def test_a_person_is_always_heard(subject: str, text: str) -> None:
    assert kind_of(letter_of(subject, text)) is Kind.REPLY


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "no"},
        {"X-Auto-Response-Suppress": "All"},
        {"Precedence": "first-class"},
        {"X-MS-Exchange-Inbox-Rules-Loop": "sam@oak.example"},
        {"Return-Path": "<sam@oak.example>"},
        {"X-Autoreply": "no"},
    ],
)
def test_headers_that_people_have_too_prove_nothing(headers: dict[str, str]) -> None:
    assert kind_of(letter_of("Re: Visit", "Option 2", headers)) is Kind.REPLY


def test_a_person_who_answers_through_a_mailing_list_is_heard() -> None:
    raw = b"From: a@oak.example\nSubject: Re: Visit\nList-Id: <x.oak.example>\nIn-Reply-To: <1@c.example>\n\nYes"
    assert kind_of(read_letter(raw)) is Kind.REPLY
    assert kind_of(read_letter(raw.replace(b"In-Reply-To", b"X-Other"))) is Kind.AUTO_REPLY


def test_a_bounce_goes_before_a_calendar_and_a_calendar_before_an_automatic_mail() -> None:
    answer = CalendarAnswer("REPLY", "ACCEPTED", None)
    report = DeliveryReport("a@oak.example", "5.1.1", permanent=True)
    headers = (("auto-submitted", "auto-replied"),)
    calendar = Letter("<1@x.example>", Address("", "a@oak.example"), "", "", headers, calendar=answer)
    assert kind_of(calendar) is Kind.CALENDAR
    bounce = Letter("<1@x.example>", Address("", "a@oak.example"), "", "", headers, (), (), delivery_report=report)
    assert kind_of(bounce) is Kind.BOUNCE


@pytest.mark.skipif(not CORPUS.exists(), reason="the labelled replies are not beside this repository")
def test_every_labelled_reply_is_of_its_kind() -> None:
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        message = case["message"]
        name, _, email = message["from"].partition("<")
        letter = Letter(
            "<1@x.example>",
            Address(name.strip(), email.strip("> ").lower()),
            message["subject"],
            message["text"],
            tuple((key.lower(), value) for key, value in message["headers"].items()),
        )
        assert kind_of(letter).value == case["gold"]["kind"], case["id"]


LIST = {"List-Id": "<heads.oak.example>", "List-Post": "<mailto:heads@oak.example>", "Precedence": "bulk"}


@pytest.mark.parametrize(
    "headers",
    [
        LIST,
        {"List-Id": "<heads.oak.example>", "Precedence": "bulk", "In-Reply-To": "<offer@council.example>"},
        {"X-Mailman-Version": "2", "List-Id": "<heads.oak.example>", "Precedence": "list"},
        {"List-Id": "<heads.oak.example>", "Precedence": "list"},
    ],
)
def test_what_people_write_to_each_other_through_a_list_is_heard(headers: dict[str, str]) -> None:
    answered = tuple(value for name, value in headers.items() if name == "In-Reply-To")
    letter = replace(letter_of("[heads] Visit", "Option 2 suits us.", headers), in_reply_to=answered)
    assert kind_of(letter) is Kind.REPLY


@pytest.mark.parametrize(
    "headers",
    [
        {**LIST, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        {**LIST, "X-List-Administrivia": "yes"},
        {"Precedence": "bulk"},
        {"List-Id": "<n.example>", "Precedence": "list", "List-Unsubscribe": "<https://n.example/u>"},
        {"X-Mailer": "SuperMail Auto Responder"},
        {"User-Agent": "Vacation/2"},
    ],
)
def test_what_a_list_or_a_program_sends_by_itself_is_no_answer(headers: dict[str, str]) -> None:
    assert kind_of(letter_of("News", "Here is our news.", headers)) is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your email. I am out of the office until 11 January with limited access to email.",
        "Hello,\n\nI will be out of the office from 7 January and will not return until 11 January.",
        "Thank you for contacting Oak School. We have received your message and will reply within 3 working days.",
        "Thank you for your message. The school is now closed and reopens on 5 January. Mail will not be monitored.",
        "I do not work on Fridays. If this is urgent please ring the office. I will respond when I am next in school.",
        "I am in training all day today and have limited access to email.",
        "Ich bin bis 11. Januar nicht im Büro.",
        "Je suis absente jusqu'au 11 janvier.",
        "This mailbox is no longer monitored. Please contact office@oak.example.",
    ],
)
def test_an_absence_in_the_schools_own_words_is_no_answer(text: str) -> None:
    assert kind_of(letter_of("Re: Visit", text, {"In-Reply-To": "<offer@council.example>"})) is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your email. Kim is out of the office until Monday, but I can confirm that option 1 works.",
        "Our office is closed until Monday. I'm replying from home: option 3 please.",
        "I do not work on Fridays so Tuesday please.",
        "I'm out of the office on Tuesday, can you do Thursday?",
        "Thank you for your email. We received your dates and will reply within a week, the governors have to agree.",
        "I no longer work there, please write to Mrs Patel.",
    ],
)
def test_a_person_who_also_speaks_of_an_absence_is_heard(text: str) -> None:
    assert kind_of(letter_of("Re: Visit", text, {"In-Reply-To": "<offer@council.example>"})) is Kind.REPLY


def test_a_complaint_by_a_feedback_loop_is_no_answer() -> None:
    raw = (
        "From: fbl@mail.example\nSubject: Visit\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nA report.\n--B\n"
        "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n--B--\n"
    )
    assert kind_of(read_letter(raw.encode())) is Kind.AUTO_REPLY
