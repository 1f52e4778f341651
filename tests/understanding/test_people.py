"""Who takes part: what a school would lose if the bot misread the names in a reply."""

from __future__ import annotations

import pytest

from bot.model import Address, Contact, Conversation, ConversationState, Governor, Letter, Role, Visible
from bot.reading.visible import visible
from bot.understanding.people import People, people

WRITER = Address("Priya Nair", "p.nair@elmfold.example")
CONTACTS = (
    Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@elmfold.example"),
    Contact("Duncan Frayne", Role.HEADTEACHER, "d.frayne@elmfold.example"),
)
PRIYA = "Priya Nair (designated_teacher)"
Text = str
Who = set[str]


def read(text: str, state: ConversationState = ConversationState.OFFERED, sender: Address = WRITER) -> People:
    letter = Letter("<1@elmfold.example>", sender, "Re: Virtual School visit", text)
    return people(visible(text), letter, Conversation("VS-0001", state, "Elmfold Primary", (), None, CONTACTS))


def names(found: People) -> set[str]:
    return {f"{each.name or '-'} ({each.role or '-'})" for each in found.attendees}


def check(cases_text: str, who: Who) -> None:
    assert names(read(cases_text)) == who


LISTS: list[tuple[Text, Who]] = [
    (
        (
            "The 11th will work. The people joining will be:\n\nDuncan Frayne - HT\nRosie Hart - Deputy DSL\n"
            "Glenn Pike - parent governor & LAC link\n\nBest wishes\nPriya"
        ),
        {"Duncan Frayne (headteacher)", "Rosie Hart (safeguarding_lead)", "Glenn Pike (governor)"},
    ),
    (
        "In attendance: Rosie Hart (Assistant Principal / DSL), Glenn Pike (Governor).",
        {"Rosie Hart (safeguarding_lead)", "Glenn Pike (governor)"},
    ),
    (
        "Attending: HT - Duncan Frayne, DSL - Ruth Ives, CoG - Max Brandt",
        {"Duncan Frayne (headteacher)", "Ruth Ives (safeguarding_lead)", "Max Brandt (governor)"},
    ),
    (
        "Role | Name\nGovernor | Ada Fox\nSENDCo | Bo Lund",
        {"Ada Fox (governor)", "Bo Lund (senco)"},
    ),
    (
        "Forename | Surname | Role\nAda | Fox | Governor\nBo | Lund | Learning Mentor",
        {"Ada Fox (governor)", "Bo Lund (pastoral)"},
    ),
    (
        "Attendees\nKim Ward\nSENCO\nLen Ashby\nGovernor",
        {"Kim Ward (senco)", "Len Ashby (governor)"},
    ),
    (
        "Name\nKim Ward\nLen Ashby\nRole\nSENCO\nGovernor",
        {"Kim Ward (senco)", "Len Ashby (governor)"},
    ),
    (
        "1. Ada Fox, Governor\n2. Bo Lund, SENDCo\n3. me",
        {"Ada Fox (governor)", "Bo Lund (senco)", PRIYA},
    ),
    (
        "Governors: Glenn Pike, Ada Fox",
        {"Glenn Pike (governor)", "Ada Fox (governor)"},
    ),
    (
        "Who: me, Ruth Ives, and our Chair\nWhen: option 3",
        {PRIYA, "Ruth Ives (-)", "- (governor)"},
    ),
    (
        "Headteacher: Mrs R Hart; Governor: Mr G Pike; SENCo: Miss T Low",
        {"R Hart (headteacher)", "G Pike (governor)", "T Low (senco)"},
    ),
]


@pytest.mark.parametrize(("text", "who"), LISTS)
def test_nobody_is_lost_from_a_list_or_table(text: Text, who: Who) -> None:
    check(text, who)


SENTENCES: list[tuple[Text, Who]] = [
    ("Option 1 please. Sam Okafor (parent governor) and I will meet you.", {"Sam Okafor (governor)", PRIYA}),
    ("You'll be meeting myself, Mr Patel (deputy) and Mrs O'Brien from the governing body",
     {PRIYA, "Patel (deputy_head)", "O'Brien (governor)"}),
    ("Friday works. I've asked Mr Khan (Chair) to join for the last half hour and he's confirmed.",
     {"Khan (governor)"}),
    ("Two of our governors, Glenn Pike and Ada Fox, will attend.", {"Glenn Pike (governor)", "Ada Fox (governor)"}),
    ("Glenn Pike and Ada Fox (both governors) will attend.", {"Glenn Pike (governor)", "Ada Fox (governor)"}),
    ("The governing body will be represented by Glenn Pike.", {"Glenn Pike (governor)"}),
    ("I shall be there, as will Rosie Hart.", {PRIYA, "Rosie Hart (-)"}),
    ("Kim Ward, who is deputy head, DSL and SENCO, will attend.", {"Kim Ward (deputy_head)"}),
    ("Bo Lund, who leads on attendance, will sit in for the second hour.", {"Bo Lund (attendance)"}),
    ("Our governor can only do mornings so option 2. His name is Len Ashby.", {"Len Ashby (governor)"}),
    ("Ruth (our DSL) can only stay until 11.", {"Ruth (safeguarding_lead)"}),
    ("Maria de la Cruz and Jan van Dijk (trustee) will attend", {"Maria de la Cruz (-)", "Jan van Dijk (governor)"}),
    ("Dr. A. B. Carter-Jones, Principal, and I shall be present.", {"A. B. Carter-Jones (headteacher)", PRIYA}),
    ("You'll meet Wanjiru (our SENCO) and Thandeka (governor).", {"Wanjiru (senco)", "Thandeka (governor)"}),
    ("Duncan and I will both be there", {"Duncan (headteacher)", PRIYA}),
    ("HT, DSL and CoG will all be there with me",
     {"- (headteacher)", "- (safeguarding_lead)", "- (governor)", PRIYA}),
    ("Two Year 9 students will show you round, then you'll meet me and the SENCO.",
     {"- (pupil)", PRIYA, "- (senco)"}),
    ("Could Kwame Mensah, our pupil premium lead, be added please", {"Kwame Mensah (pupil_premium_lead)"}),
    ("Is it ok if our EWO Tom Lee joins us?", {"Tom Lee (attendance)"}),
    ("Kim's joining us.", {"Kim (-)"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), SENTENCES)
def test_people_named_in_running_words_are_expected_on_the_day(text: Text, who: Who) -> None:
    check(text, who)


LAYOUTS: list[tuple[Text, Who]] = [
    ("REPLY SLIP\nDate chosen ....... Tues 27/4\nGovernor .......... Len Ashby\n", {"Len Ashby (governor)"}),
    (
        "Staff | me, Ruth Ives (SBM)\nGovernor | Len Ashby",
        {PRIYA, "Ruth Ives (business_manager)", "Len Ashby (governor)"},
    ),
    (
        "* Date - option 2\n* Attending - myself, Ruth Ives (HLTA, Y5)\n* Governor - Len Ashby, from 10\n",
        {PRIYA, "Ruth Ives (teaching_assistant)", "Len Ashby (governor)"},
    ),
    ("[x] Head will attend\n[ ] SENCO will attend\n[x] Governor will attend: name Len Ashby", {
        "- (headteacher)", "Len Ashby (governor)",
    }),
    (
        "Name         Role      Coming?\nRuth Ives    HT        N\nKim Ward     DSL       Y\n",
        {"Kim Ward (safeguarding_lead)"},
    ),
    (
        "Coming will be myself comma our head Mrs Ives comma and the governor Len Ashby full stop Thanks Priya",
        {PRIYA, "Ives (headteacher)", "Len Ashby (governor)"},
    ),
    ("I've asked our head, Mr Bevan, and he's happy. It would be me and him.", {PRIYA, "Bevan (headteacher)"}),
    (
        "Two other governors want to come instead, Len Ashby and Olu Bright, so you'll have a crowd.",
        {"Len Ashby (governor)", "Olu Bright (governor)"},
    ),
    ("Head joins 13:30, CoG (Amit Desai) at 2.", {"- (headteacher)", "Amit Desai (governor)"}),
    (
        (
            "> Please also say who we will be meeting, including a governor.\n\n"
            "Head (Kim Ward) and a governor, name to follow after Monday.\n\n> Which date would suit?\n\nThe 9th.\n"
        ),
        {"Kim Ward (headteacher)", "- (governor)"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), LAYOUTS)
def test_forms_ticks_dictation_and_answers_in_between_are_read_as_they_are_meant(text: Text, who: Who) -> None:
    check(text, who)


PHONES: list[tuple[Text, Who]] = [
    ("Tuesday works. me and dave from the governors", {PRIYA, "dave (governor)"}),
    ("il be there with sarah our senco", {PRIYA, "sarah (senco)"}),
    ("i'll be there plus steve jones chair of govs", {PRIYA, "steve jones (governor)"}),
    ("its gonna be me, kim (senco) n len who's a govenor", {PRIYA, "kim (senco)", "len (governor)"}),
    ("see you then. Ill be with kim our senco", {PRIYA, "kim (senco)"}),
    ("option 2 - glenn pike will be the governor", {"glenn pike (governor)"}),
]


@pytest.mark.parametrize(("text", "who"), PHONES)
def test_a_reply_without_capitals_names_people_all_the_same(text: Text, who: Who) -> None:
    check(text, who)


CHANGES: list[tuple[Text, Who]] = [
    ("Please note our DSL, Karim Aslam, will be joining instead of Jo Hart.", {"Karim Aslam (safeguarding_lead)"}),
    ("Not Jo Hart but Karim Aslam will be our governor.", {"Karim Aslam (governor)"}),
    ("Can you swap Jo Hart for Karim Aslam (SENDCo)?", {"Karim Aslam (senco)"}),
    ("Attendees remain the same except that Ada Fox has been replaced by Tim Crane (governor)",
     {"Tim Crane (governor)"}),
    ("please note its glenn pike not ada fox who is our governor for this", {"glenn pike (governor)"}),
    ("I won't be there but Duncan will.", {"Duncan (headteacher)"}),
    ("Ada Fox is stepping down from the visit, Glenn Pike is taking her place.", {"Glenn Pike (-)"}),
    ("Ruth Ives has left so please take her off. Kim Ward has taken over as SENCO and will join instead.",
     {"Kim Ward (senco)"}),
    ("Apologies from Nita Rao, she can't make it.", set()),
    ("Neither Rosie Hart nor I can attend.", set()),
    ("Kim Ward will join us but Ruth Ives will not.", {"Kim Ward (-)"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), CHANGES)
def test_who_drops_out_is_not_expected_and_who_steps_in_is(text: Text, who: Who) -> None:
    check(text, who)


UNSURE: list[Text] = [
    "9th good for us, I'll ask a governor",
    "I hope that Kim Ward (SENCO) will be able to join.",
    "Kim Ward (SENCO) will join us if she is free.",
    "I will try and get Kim Ward (SENCO) to join.",
    "I'm waiting for Kim Ward to confirm whether she can join.",
    "If Glenn Pike (governor) can get time off he'll come.",
    "Would you like our SENCO to join us?",
    "Do you need the head to be there?",
    "Is it essential that a governor attends?",
]


@pytest.mark.parametrize("text", UNSURE)
def test_nobody_is_put_down_on_a_perhaps(text: Text) -> None:
    check(text, set())


ELSEWHERE: list[Text] = [
    "Ask for me at reception.",
    "Works for us, see you then!",
    "Karen from the office will let you in.",
    "The head's diary is full until March.",
    "I need to speak to Tim Crane first.",
    "I'll be in a meeting with Tim Crane until 10.",
    "It was good to see Ms Carter last time.",
    "Your colleague Ms Carter came last year. The 9th is fine.",
    "I have copied in our SENCO, Bo Lund, for information.",
    "Please send the report to Ada Fox, our chair of governors (a.fox@elmfold.example).",
    "On behalf of Ruth Ives, Headteacher - the 4th is good.",
    "Hi Tom and Sarah, the 9th is great.",
    "The governors' meeting is on the 9th so that's not possible.",
    "9th is ok ta",
    "Anything before HT is fine.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_name_in_passing_is_no_attendee(text: Text) -> None:
    check(text, set())


def test_a_report_that_is_being_agreed_has_no_attendees_left_to_take() -> None:
    found = read("Our governor is Siân Pritchard, please correct it.", ConversationState.REPORT)
    assert found.attendees == ()
    assert found.governor is Governor.NOT_MENTIONED


def test_an_address_beside_a_name_is_kept_for_the_invitation() -> None:
    found = read("Please add Len Ashby (l.ashby@elmfold.example), our governor, to the list.")
    assert [(each.name, each.email) for each in found.attendees] == [("Len Ashby", "l.ashby@elmfold.example")]


def test_the_writer_of_a_forwarded_letter_is_the_one_who_says_i() -> None:
    text = (
        "See below from our head.\n\nPriya\n\n---------- Forwarded message ---------\n"
        "From: Duncan Frayne <d.frayne@elmfold.example>\nDate: Mon, 1 Feb 2027 at 09:00\nSubject: Visit\n"
        "To: Priya Nair <p.nair@elmfold.example>\n\n"
        "The 9th suits. I'll be there and Len Ashby will come for the governors.\n"
    )
    assert names(read(text)) == {"Duncan Frayne (headteacher)", "Len Ashby (governor)"}


def test_a_title_in_the_from_header_is_no_part_of_the_name() -> None:
    sender = Address("NAIR, Dr Priya (Elmfold)", "p.nair@elmfold.example")
    assert names(read("Just me.", sender=sender)) == {"Priya NAIR (designated_teacher)"}


def test_said_not_to_come_is_told_apart_from_not_mentioned() -> None:
    found = read("Mr Frayne can't be there on the day.")
    assert [each.name for each in found.absent] == ["Frayne"]
    assert found.attendees == ()


def test_an_empty_letter_names_nobody() -> None:
    letter = Letter("<1@elmfold.example>", WRITER, "", "")
    conversation = Conversation("VS-0001", ConversationState.OFFERED, "Elmfold", ())
    assert people(Visible(()), letter, conversation) == People()
