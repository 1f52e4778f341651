"""Notices without a header that betrays them: a person taken for one is not heard, one taken for a person decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Address, Kind, Letter
from bot.reading.automatic import kind_of

LEFT_POSTS = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_name("left_posts.txt").read_text(encoding="utf-8").splitlines()[1:]
]


def letter_of(text: str, subject: str = "Re: Visit [VS-0421]") -> Letter:
    return Letter("<1@oak.example>", Address("Sam Smith", "sam@oak.example"), subject, text, in_reply_to=("<1@c>",))


@pytest.mark.parametrize(
    "text",
    [
        (
            "Thank you for your message. I am out of the office until Monday 18 January with no access to email. For "
            "urgent matters please contact Jo Brown (jo@oak.example)."
        ),
        (
            "I am currently on annual leave and will return on 4 January 2027. If your enquiry is urgent please "
            "contact the main office."
        ),
        "I am on maternity leave until September 2027. Please contact Kim Lee in my absence.",
        "Thank you for your email. I work Tuesdays and Wednesdays only and will respond when I am next in.",
        "School is now closed for half term. We will reopen on Monday 22 February. Your email will be read then.",
        (
            "Many thanks for your email. I am teaching today and will not be able to check emails regularly. If urgent "
            "please ring the school office on 01234 567890."
        ),
        (
            "I'm away from my desk on a course this week with limited access to emails. I'll get back to you as soon "
            "as I can."
        ),
        (
            "Hello,\n\nThank you for your email. I am not in school on Mondays and Fridays. I will reply to your email "
            "on my return.\n\nSam"
        ),
        "I am off sick at the moment. Please contact Jo Brown on jo@oak.example who will be able to help.",
        (
            "Please be aware that my working days are Monday to Wednesday. Emails received outside these days will be "
            "answered on my next working day."
        ),
        "Sam Smith is no longer employed at Oak Primary. Please contact the school office on office@oak.example.",
        "Thank you for your email. Sam is no longer working at Oak Primary. Please direct your enquiry to Jo Brown.",
        "Please note that Mrs Smith has left Oak Primary. Please forward all correspondence to head@oak.example",
        "This email account is no longer monitored. Please use office@oak.example.",
        "The person you wrote to is no longer with Oak Trust. Please email office@oak.example.",
        "Hello, I am travelling and not at my desk until 30 July. If this is urgent, please contact Jo Brown.",
        "I have limited access to email this week. For urgent requests please call the office.",
        "Hi, I'm on PTO until Monday. If this is urgent please reach out to Jo. Otherwise I'll reply when I'm back.",
        "Thanks for your email. I am currently supporting pupils and will read my emails at the end of the school day.",
        "Please note this inbox is only monitored in term time. Emails will be answered when school reopens.",
        "Due to the high volume of emails we receive it may take up to 5 working days to respond.",
        "I'm not working today. For urgent safeguarding matters call the school on 01234 567890.",
        "I am on secondment until July. Please redirect your email to head@oak.example.",
        "I will be out of school from 11 to 15 January, back on Monday 18 January.",
    ],
)
def test_a_notice_for_anybody_is_a_machines(text: str) -> None:
    assert kind_of(letter_of(text)) is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: [Auto-Reply] Visit", "I am away until Monday."),
        ("RE: (Out of office) Visit", "I'll be back on Tuesday 12 January."),
        ("Out of Office", "I am on a course."),
    ],
)
def test_a_subject_that_is_a_notice_is_a_machines_even_behind_an_answers_mark(subject: str, text: str) -> None:
    assert kind_of(letter_of(text, subject)) is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    "text",
    [
        "Currently away with Year 6 until Friday, I will come back to you",
        "Hi, I'm on a residential with Year 4 till Thursday. I'll look at the dates when I'm back and let you know.",
        "I'm off until Monday, can I get back to you then?",
        "Sorry for the delay, I have been on leave. Option 2.",
        "I am out that week, sorry. What about the week after?",
        "We are closed on the 26th for inset. The 28th would do.",
        "I'm in meetings all day so will come back to you tomorrow.",
        "Away on a course today. Will speak to the head tomorrow and let you know which date.",
        "Mrs Smith is no longer at the school. I'm the new DT, please send me the dates. Jo Brown",
        "Hi, Sam Smith has left us. Please contact Jo Brown, who takes over, jo@oak.example.\n\nKind regards,\nTina",
        "I only work Tuesdays and Wednesdays so none of these are possible.",
        "Thank you for your email. I am out on Tuesday but Thursday is good.",
        "Thanks for your message. I will be away until the 20th, so could we say the 21st?",
        "Thank you for your email. I will check with the governors and get back to you as soon as possible.",
        "I'm on leave until Monday, will look at this then.",
        "We have received your email, thank you. We will reply within the week.",
        "School is closed for half term, I'll sort this when we are back on Monday. Sam",
        "On a school trip today. I will respond tomorrow. Jo",
        "Thanks for your email. The school is closed that day. Please contact Jo in the office to arrange another.",
        "We're on holiday until the 19th so nobody will be in to ask until then.",
        "Our head is out of the office until Monday. I will ask her and reply when she is back.",
        "I don't work Fridays. Please use one of the other days.",
        "The office is closed on Wednesday afternoons, so please use the side gate.",
        "I'm on leave next week. Please email the office to fix a time.",
        "I will be away on the 26th. Please contact Jo to arrange.",
        "I'm out of school on a course. If it is urgent ring me, otherwise I'll look tomorrow night.",
        "Hi all, I wanted to remind everyone that I will be out of the office from Monday until Friday.",
        "I have limited access to email this week, so let me know by phone if it changes.",
        "I'm afraid I'm out of school until Wednesday but I have asked Jo to answer you.",
        "I'm on secondment and not back till Monday 24 May so not either of those. From then on anything you like.",
        "We're on residential until Friday, so neither of them I'm afraid. Have you something later?",
    ],
)
def test_a_person_who_is_away_and_answers_is_heard(text: str) -> None:
    assert kind_of(letter_of(text)) is Kind.REPLY


def test_somebody_who_quotes_our_mail_has_read_it() -> None:
    away = "I am on annual leave until Monday."
    quote = "\n\nOn 12/01/2027 09:00, Virtual School wrote:\n> Dear Sam"
    assert kind_of(letter_of(away)) is Kind.AUTO_REPLY
    assert kind_of(letter_of(away + quote)) is Kind.REPLY


def test_an_answer_above_a_notes_history_is_a_persons_though_the_history_is_a_notice() -> None:
    history = (
        "\tSam Smith\n\t01/12/2027 06:19 PM\n\t\t To: Jo Brown/OAK\n\t\t cc: \n\t\t Subject: Sam is out of the office."
    )
    text = f"Why did this come to me?\n\n{history}\n\nI will be out of the office until 31 January."
    assert kind_of(letter_of(text, "Re: Sam is out of the office.")) is Kind.REPLY


def test_a_member_of_an_old_mailing_list_is_heard() -> None:
    headers = (
        ("precedence", "bulk"),
        ("sender", "owner-heads@lists.example"),
        ("x-loop", "owner-majordomo@lists.example"),
    )
    letter = Letter("<1@oak.example>", Address("Sam", "sam@oak.example"), "Dates", "Has anyone a room?", headers)
    assert kind_of(letter) is Kind.REPLY


@pytest.mark.parametrize(("writer", "subject", "text"), LEFT_POSTS)
def test_who_has_left_is_a_person_only_where_the_words_are_for_us(writer: str, subject: str, text: str) -> None:
    letter = letter_of(text.replace("/", "\n"), *([] if subject == "-" else [subject]))
    assert kind_of(letter) is (Kind.AUTO_REPLY if writer == "notice" else Kind.REPLY)


def test_a_person_who_has_left_and_quotes_our_mail_has_read_it() -> None:
    left = "I have now retired. Please contact Jo Brown (jo@oak.example)."
    assert kind_of(letter_of(left)) is Kind.AUTO_REPLY
    assert kind_of(letter_of(left + "\n\nOn 12/01/2027 09:00, Virtual School wrote:\n> Dear Sam")) is Kind.REPLY
