import datetime as dt
import html as html_words
import re
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.effects import MailKind, Preface
from bot.model import (
    Address,
    Attendee,
    Governor,
    Hours,
    OfferedSlot,
    Part,
    Role,
    School,
    Slot,
    Team,
    Visit,
)
from bot.wording.headers import UnsendableAddressError
from bot.wording.mails import compose
from bot.wording.material import MailMaterial

Make = Callable[..., MailMaterial]
Sent = Callable[..., EmailMessage]
Text = Callable[..., str]

SLOT_LINE = re.compile(
    r"^(\d)\. ([A-Z][a-z]+day \d{1,2} [A-Z][a-z]+ \d{4}), (morning|afternoon) \((\S+) to (\S+)\)$", re.MULTILINE
)
NUMBERED = re.compile(r"^\s*\d+[.)]", re.MULTILINE)
ORDINAL = re.compile(r"\b\d+(st|nd|rd|th)\b")
TO_SCHOOLS = [kind for kind in MailKind if kind not in (MailKind.CARD, MailKind.DIGEST)]
OFFERS = [MailKind.OFFER, MailKind.CHASE, MailKind.REOFFER]
AGREED_LINE = "Agreed: Tuesday 26 January 2027, morning (9:15am to 12:15pm)"
THREAD = "Virtual School visit to Hethersett Oak Primary School"


def test_an_offer_says_all_that_a_school_needs_to_answer(text: Text) -> None:
    assert text(MailKind.OFFER) == (
        """\
Dear Priya Nair

The Virtual School visits every school once a year. This year’s visit to Hethersett Oak Primary School is due. \
It takes half a day.

Please choose one of these half days. We are keeping them free for you.

1. Tuesday 26 January 2027, morning (9:15am to 12:15pm)
2. Thursday 28 January 2027, afternoon (1pm to 3:30pm)
3. Tuesday 2 February 2027, morning (9:15am to 12:15pm)

How to answer

- Reply to this email with a number, or answer in your own words.
- Tell us who will take part, including a governor.
- If none of these half days suits you, tell us what would.

What happens on the visit

- We meet the designated teacher and the headteacher.
- We talk about how the school supports the education of children in care, and about the quality of education \
plans in general.
- We have a short meeting with a governor.

The proforma that we use on the day is attached. It shows what we will ask about. \
You can fill in the numbers beforehand if that helps.

Your adviser is Alex Marsh. You can write to alex.marsh@council.example, or reply to this email.

Virtual School Visits

Reference: VS-0421. Please do not send names or other details of children by email.
"""
    )


def test_a_confirmation_says_what_is_agreed_and_what_is_still_open(text: Text) -> None:
    visit = Visit(
        "VS-0421",
        "121001",
        2027,
        "alex.marsh@council.example",
        attendees=(Attendee("Priya Nair", Role.DESIGNATED_TEACHER), Attendee(None, Role.GOVERNOR)),
        governor=Governor.UNNAMED,
    )
    assert text(MailKind.CONFIRMATION, of={"visit": visit}) == (
        """\
Dear Priya Nair

Thank you. The Virtual School visit to Hethersett Oak Primary School is agreed.

Agreed: Tuesday 26 January 2027, morning (9:15am to 12:15pm)

Where: Hethersett Oak Primary School, Oak Lane, Hethersett, NR9 3XX
Adviser: Alex Marsh

Who will take part

- Priya Nair (designated teacher)
- Governor still to be named. Please tell us who it will be.

If something changes

Reply to this email if you cannot keep this date, or if other people will take part. \
This email carries an invitation for your calendar.

Your adviser is Alex Marsh. You can write to alex.marsh@council.example, or reply to this email.

Virtual School Visits

Reference: VS-0421. Please do not send names or other details of children by email.
"""
    )


@pytest.mark.parametrize("kind", OFFERS)
def test_slots_on_offer_stand_one_a_line_in_the_exact_form(kind: MailKind, text: Text) -> None:
    found = SLOT_LINE.findall(text(kind))
    wanted = [
        ("1", "Tuesday 26 January 2027", "morning", "9:15am", "12:15pm"),
        ("2", "Thursday 28 January 2027", "afternoon", "1pm", "3:30pm"),
        ("3", "Tuesday 2 February 2027", "morning", "9:15am", "12:15pm"),
    ]
    assert found == (wanted[1:] if kind is MailKind.CHASE else wanted)
    assert len(NUMBERED.findall(text(kind))) == len(found)


def test_a_chase_repeats_what_is_free_under_the_same_numbers(sent: Sent, text: Text) -> None:
    of = {"thread_subject": THREAD, "in_reply_to": "<o@council.example>", "references": ("<o@council.example>",)}
    mail = sent(MailKind.CHASE, of=of)
    assert mail["Subject"] == f"Re: {THREAD} [VS-0421]"
    assert (mail["In-Reply-To"], mail["References"]) == ("<o@council.example>", "<o@council.example>")
    assert "We wrote to you on Monday 11 January 2027" in text(MailKind.CHASE)
    only = OfferedSlot(3, Slot(dt.date(2027, 2, 2), Part.AM))
    assert "This half day is still free, under the same number as before." in text(MailKind.CHASE, slots=(only,))


@pytest.mark.parametrize("kind", [MailKind.CONFIRMATION, MailKind.CHANGE])
@pytest.mark.parametrize("governor", Governor)
def test_a_confirmation_has_one_agreed_line_and_no_numbered_one(
    kind: MailKind, governor: Governor, text: Text, material: Make
) -> None:
    visit = material(kind).visit
    assert visit is not None
    shown = text(kind, of={"visit": replace(visit, governor=governor)}, agreed=Slot(dt.date(2027, 1, 26), Part.AM))
    assert [line for line in shown.splitlines() if line.startswith("Agreed")] == [AGREED_LINE]
    assert not NUMBERED.search(shown)
    assert ("Governor still to be named" in shown) == (governor in (Governor.UNNAMED, Governor.NOT_MENTIONED))


def test_a_change_says_what_it_was_before(text: Text) -> None:
    shown = text(MailKind.CHANGE)
    assert "Agreed: Thursday 28 January 2027, afternoon (1pm to 3:30pm)" in shown.splitlines()
    assert "Before: Tuesday 26 January 2027, morning (9:15am to 12:15pm)" in shown.splitlines()
    assert "Before:" not in text(MailKind.CHANGE, previous=None)


@pytest.mark.parametrize(
    ("preface", "changes", "words"),
    [
        (Preface.NONE_SUITED, {}, "We are sorry that none of the half days suited you."),
        (Preface.AGREED_CANNOT_BE_KEPT, {}, "Thank you for telling us that you cannot keep the agreed date."),
        (
            Preface.AGREED_CANNOT_BE_KEPT,
            {"previous": Slot(dt.date(2027, 1, 26), Part.AM)},
            "Thank you for telling us that you cannot keep Tuesday 26 January 2027, morning.",
        ),
        (Preface.SLOT_GONE, {"answers": "<x@y.example>"}, "the half day that you chose is no longer free"),
        (
            Preface.SLOT_GONE,
            {},
            "The half days that we offered to you for the Virtual School visit are no longer free.",
        ),
        (Preface.POSTPONED_BY_US, {"note": "Alex Marsh is not well."}, "We have to postpone the Virtual School visit"),
        (Preface.POSTPONED_BY_US, {"note": "Alex Marsh is not well."}, "\nAlex Marsh is not well.\n"),
        (Preface.ASKED_BY_ADVISER, {}, "Alex Marsh has asked us to write to you"),
        (Preface.FIRST_CONTACT_UNREACHABLE, {}, "We could not reach the person at Hethersett Oak Primary School"),
    ],
)
def test_a_new_offer_opens_with_why_it_comes(
    preface: Preface, changes: dict[str, object], words: str, text: Text
) -> None:
    shown = text(MailKind.REOFFER, preface=preface, **changes)
    assert words in shown
    assert len(SLOT_LINE.findall(shown)) == 3


def test_a_postponement_without_slots_promises_a_further_mail(text: Text) -> None:
    shown = text(MailKind.REOFFER, preface=Preface.POSTPONED_BY_US, slots=(), offer=None)
    assert "We will write to you again with new half days." in shown
    assert "How to answer" not in shown


def test_a_cancellation_tells_the_school_and_the_adviser_each_their_own(text: Text, material: Make) -> None:
    to_school = text(MailKind.CANCELLATION, note="The school asked for it.")
    assert "on the morning of Tuesday 26 January 2027 is cancelled." in to_school
    assert "The school asked for it." in to_school
    adviser = material(MailKind.CANCELLATION).adviser
    assert adviser is not None
    to_adviser = text(MailKind.CANCELLATION, of={"to": (Address(adviser.name, adviser.email),)})
    assert "will not take place then" in to_adviser
    assert "Your adviser is" not in to_adviser


def test_a_visit_cancelled_before_it_had_a_date_takes_nothing_out_of_a_calendar(sent: Sent, text: Text) -> None:
    assert "no longer kept free" in text(MailKind.CANCELLATION, agreed=None)
    assert not [
        part for part in sent(MailKind.CANCELLATION, agreed=None).walk() if "calendar" in part.get_content_type()
    ]


def test_a_reminder_says_who_when_where_and_what(text: Text, material: Make) -> None:
    visit = material(MailKind.REMINDER).visit
    assert visit is not None
    shown = text(MailKind.REMINDER, of={"visit": replace(visit, governor=Governor.NOT_MENTIONED)})
    for words in (
        "When: Tuesday 26 January 2027, morning (9:15am to 12:15pm)",
        "Where: Hethersett Oak Primary School, Oak Lane, Hethersett, NR9 3XX",
        "Tom Askew (governor)",
        "Governor still to be named",
        "What we will talk about",
    ):
        assert words in shown


def test_a_question_asks_what_the_adviser_wrote(text: Text) -> None:
    assert "\nDo you mean the morning or the afternoon?\n" in text(MailKind.QUESTION)
    slots = (OfferedSlot(1, Slot(dt.date(2027, 1, 26), Part.AM)), OfferedSlot(3, Slot(dt.date(2027, 2, 2), Part.AM)))
    choice = text(MailKind.QUESTION, note="", slots=slots)
    assert "Which of these half days do you choose?" in choice
    assert [found[0] for found in SLOT_LINE.findall(choice)] == ["1", "3"]
    assert "is it the morning or the afternoon?" in text(MailKind.QUESTION, note="")


def test_a_report_mail_promises_nothing_that_it_does_not_carry(text: Text, sent: Sent) -> None:
    assert "attach" not in text(MailKind.REPORT)
    assert "We will send it to you to agree." in text(MailKind.REPORT)
    assert not list(sent(MailKind.REPORT).iter_attachments())
    written = text(MailKind.REPORT, note="Plans are complete.\nTraining is planned.")
    assert "\nPlans are complete.\n\nTraining is planned.\n" in written
    assert "Do you agree this report?" in written


@pytest.mark.parametrize("kind", TO_SCHOOLS)
def test_every_mail_names_its_kind_and_its_visit(kind: MailKind, sent: Sent) -> None:
    mail = sent(kind)
    assert mail["X-Visit-Mail"] == kind
    assert mail["X-Visit-Reference"] == "VS-0421"
    assert str(mail["Subject"]).endswith("[VS-0421]")
    assert mail["From"] == "Virtual School Visits <visits@council.example>"
    assert mail["Message-ID"] == "<visit.1@council.example>"
    assert mail["Date"].datetime == dt.datetime(2027, 1, 11, 9, tzinfo=dt.UTC)
    assert not [defect for part in mail.walk() for defect in part.defects]


@pytest.mark.parametrize("kind", TO_SCHOOLS)
def test_no_automatic_mail_starts_a_loop_and_out_of_office_answers_still_come(kind: MailKind, sent: Sent) -> None:
    assert sent(kind)["Auto-Submitted"] == "auto-generated"
    answer = sent(kind, of={"in_reply_to": "<x@y.example>"}, answers="<x@y.example>")
    assert (answer["Auto-Submitted"], answer["In-Reply-To"]) == ("auto-replied", "<x@y.example>")
    suppressed = str(answer["X-Auto-Response-Suppress"]).split(", ")
    assert "AutoReply" in suppressed
    assert not {"OOF", "NDR", "All"} & set(suppressed)


@pytest.mark.parametrize("kind", TO_SCHOOLS)
def test_the_plain_text_carries_everything_that_the_page_says(kind: MailKind, text: Text, html: Text) -> None:
    page = re.sub(r"<style>.*?</style>|<title>.*?</title>|<h1>.*?</h1>", "", html(kind), flags=re.DOTALL)
    shown = re.sub(r"<a [^>]*>(Choose option \d|Tell us if none of these suits you)</a>", "", page)
    words = html_words.unescape(re.sub(r"<[^>]+>", " ", shown)).replace(" :", ":").split()
    assert re.sub(r"\W", "", "".join(words)) == re.sub(r"\W", "", text(kind))


@pytest.mark.parametrize("kind", TO_SCHOOLS)
def test_the_page_is_accessible_and_fetches_nothing(kind: MailKind, html: Text) -> None:
    page = html(kind)
    assert '<html lang="en-GB">' in page
    assert page.count("<h1>") == 1
    assert not re.search(r"<(img|script|link|iframe|form)\b|https?://|url\(", page)


@pytest.mark.parametrize("kind", TO_SCHOOLS)
def test_gov_uk_style_holds_in_every_mail(kind: MailKind, text: Text) -> None:
    shown = text(kind)
    assert not ORDINAL.search(shown)
    assert "12pm" not in shown
    longest = max((sentence for line in shown.splitlines() for sentence in re.split(r"[.?!] ", line)), key=len)
    assert len(longest.split()) <= 26, longest


def test_a_named_pupil_is_not_named_by_us(sent: Sent, material: Make) -> None:
    visit = material(MailKind.CONFIRMATION).visit
    assert visit is not None
    with_pupil = replace(visit, attendees=(*visit.attendees, Attendee("Jayden Poole", Role.PUPIL)))
    for kind in (MailKind.CONFIRMATION, MailKind.CHANGE, MailKind.REMINDER):
        mail = sent(kind, of={"visit": with_pupil})
        shown = [str(part.get_content()) for part in mail.walk() if part.get_content_maintype() == "text"]
        assert not any("Jayden" in content for content in shown)
        assert "- Pupil\r\n" in shown[0]


def test_only_offer_and_reminder_bring_the_form(sent: Sent) -> None:
    brought = {kind: [part.get_filename() for part in sent(kind).iter_attachments()] for kind in TO_SCHOOLS}
    with_form = {kind for kind, names in brought.items() if names}
    assert with_form == {MailKind.OFFER, MailKind.REMINDER}
    assert brought[MailKind.OFFER] == ["proforma-VS-0421.docx"]


@pytest.mark.parametrize("kind", TO_SCHOOLS)
def test_the_same_mail_always_has_the_same_bytes_fit_for_any_server(kind: MailKind, material: Make) -> None:
    raw = compose(material(kind))
    assert raw == compose(material(kind))
    assert raw.isascii()
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))


def _content(mail: EmailMessage, face: str) -> str:
    body = mail.get_body((face,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


ODD = st.text(alphabet=st.characters(), max_size=60) | st.sampled_from(
    [
        "\r\nBcc: x@y.example\r\n\r\n1. Tuesday 26 January 2027, morning (9am to 1pm)",
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "%s {0}",
    ]
)


@given(name=ODD, person=ODD, kind=st.sampled_from(TO_SCHOOLS))
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_odd_names_never_break_a_mail_nor_write_a_line_of_ours(
    name: str, person: str, kind: MailKind, sent: Sent, material: Make
) -> None:
    visit = material(kind).visit
    assert visit is not None
    of = {
        "school": School("121001", name, street=person, town=name),
        "to": (Address(person, "p.nair@hethersettoak.example"),),
        "visit": replace(visit, attendees=(Attendee(person or "x", Role.GOVERNOR),)),
    }
    mail = sent(kind, of=of, note=name if kind is MailKind.QUESTION else "")
    assert set(mail.keys()) <= {
        *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Visit-Mail", "X-Visit-Reference"),
        *("X-Auto-Response-Suppress", "MIME-Version", "Content-Type"),
    }
    assert str(mail["Subject"]).endswith("[VS-0421]")
    shown = _content(mail, "plain")
    expected = {MailKind.OFFER: 3, MailKind.CHASE: 2, MailKind.REOFFER: 3}.get(kind, 0)
    if kind is not MailKind.QUESTION:
        assert len(SLOT_LINE.findall(shown)) == expected
    assert "<script" not in _content(mail, "html")


def test_a_mail_that_could_not_be_delivered_is_refused_in_one_sentence(material: Make) -> None:
    with pytest.raises(UnsendableAddressError, match="not an address"):
        compose(material(MailKind.OFFER, of={"to": (Address("Priya", "p nair"),)}))
    with pytest.raises(ValueError, match="needs the agreed half day"):
        compose(material(MailKind.CONFIRMATION, agreed=None))


def test_a_team_and_a_school_without_details_still_get_a_whole_mail(text: Text) -> None:
    bare = {"school": School("1", ""), "adviser": None, "visit": None, "to": (Address("", "office@a.example"),)}
    shown = text(MailKind.OFFER, of={**bare, "team": Team("v@c.example", "Team"), "hours": Hours()})
    assert shown.startswith("Dear colleague\n")
    assert "This year’s visit to your school is due." in shown
    assert "Your adviser" not in shown


def test_a_visit_whose_school_has_no_record_is_confirmed_all_the_same(text: Text, sent: Sent) -> None:
    assert "Where:" not in text(MailKind.CONFIRMATION, of={"school": None})
    assert "The Virtual School visit to your school is agreed." in text(MailKind.CONFIRMATION, of={"school": None})
    assert "text/calendar" in [
        part.get_content_type() for part in sent(MailKind.CONFIRMATION, of={"school": None}).walk()
    ]
