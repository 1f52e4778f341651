"""Turns of phrase by which schools name who comes, in words of many writers; a lost one is a person nobody expects."""

from __future__ import annotations

import pytest

from bot.model import Address, Contact, Conversation, ConversationState, Governor, Letter, Role
from bot.reading.visible import visible
from bot.understanding.people import People, people

CONTACTS = (
    Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@elmfold.example"),
    Contact("Duncan Frayne", Role.HEADTEACHER, "d.frayne@elmfold.example"),
)
WRITER = Address("Priya Nair", "p.nair@elmfold.example")
PRIYA = "Priya Nair (designated_teacher)"


def read(text: str, sender: Address = WRITER, contacts: tuple[Contact, ...] = CONTACTS) -> People:
    letter = Letter("<1@elmfold.example>", sender, "Re: Virtual School visit", text)
    conversation = Conversation("VS-0001", ConversationState.OFFERED, "Gorse Hill High School", (), None, contacts)
    return people(visible(text), letter, conversation)


def names(found: People) -> set[str]:
    return {f"{each.name or '-'} ({each.role or '-'})" for each in found.attendees}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A. Whelan (SENCO) and B Fox (governor) will attend.", {"A. Whelan (senco)", "B Fox (governor)"}),
        ("miss pell is our governor, she will sit in", {"pell (governor)"}),
        ("You will meet our DT (that's me) and the head.", {PRIYA, "- (headteacher)"}),
        ("me and our ELSA too (Joy Poole)", {PRIYA, "Joy Poole (pastoral)"}),
        ("Would bring the head and our SENCO.", {PRIYA, "- (headteacher)", "- (senco)"}),
        ("Also bringing our ELSA, Joy.", {PRIYA, "Joy (pastoral)"}),
        ("The school will be represented by the Head, Mr Ode; by the Chair, Mrs Lowe; and by the undersigned.",
         {"Ode (headteacher)", "Lowe (governor)", PRIYA}),
        ("We'll be three in all: Bex Ford from attendance; Mr T. Uddin, safeguarding; me.",
         {"Bex Ford (attendance)", "T. Uddin (safeguarding_lead)", PRIYA}),
        ("We'd have:\n- me\n- Beth Lyle, learning mentor\n- Head for the last part",
         {PRIYA, "Beth Lyle (pastoral)", "- (headteacher)"}),
        ("Everyone can still make that (me, Tess Rawle and Olu Bright).",
         {PRIYA, "Tess Rawle (-)", "Olu Bright (-)"}),
        ("Mr Abara wants to look first. If it goes ahead it'll be him (he's the head) and me.",
         {"Abara (headteacher)", PRIYA}),
        ("I'll be in the meeting, also Carol Ames (she is pastoral manager).", {PRIYA, "Carol Ames (pastoral)"}),
        ("I can get Ms Pell (vice principal) and Glenn from the governing body along.",
         {"Pell (deputy_head)", "Glenn (governor)"}),
        ("Our governor Olu Bright would join me.", {"Olu Bright (governor)", PRIYA}),
        ("We can field the head, the SENCO and a parent governor (Mrs Achebe).",
         {"- (headteacher)", "- (senco)", "Achebe (governor)"}),
        ("The head, Mr Ode, says that he and the chair, Mrs Lowe, will receive you.",
         {"Ode (headteacher)", "Lowe (governor)"}),
        ("You asked for names: Kim Ward (HT), Olu Bright (Gov).", {"Kim Ward (headteacher)", "Olu Bright (governor)"}),
        ("1) Kim Ward 2) Olu Bright 3) me", {"Kim Ward (-)", "Olu Bright (-)", PRIYA}),
        ("me + tim + ann", {PRIYA, "tim (-)", "ann (-)"}),
        ("yes 26th, me, head and gov", {PRIYA, "- (headteacher)", "- (governor)"}),
        ("Head, DT and link gov will be in attendance.",
         {"- (headteacher)", "- (designated_teacher)", "- (governor)"}),
        ("You'll be looked after by Joy Poole, our ELSA.", {"Joy Poole (pastoral)"}),
        ("Kim Ward (head), Sal Tooley (governor) and I will be ready for you.",
         {"Kim Ward (headteacher)", "Sal Tooley (governor)", PRIYA}),
        ("Brychan Lee, our safeguarding governor, has moved his shift to be there.", {"Brychan Lee (governor)"}),
        ("Ravi Sen, our governor, is retired and will come on whichever.", {"Ravi Sen (governor)"}),
        ("We will have two governors there, Ada Fox and Olu Bright.", {"Ada Fox (governor)", "Olu Bright (governor)"}),
        ("Ada Fox, the DT for this visit, won't be at your visit. Mrs Rawal, the head, steps in for her.",
         {"Rawal (headteacher)"}),
        ("Who's coming: yours truly, Olu Bright (AHT inclusion).", {PRIYA, "Olu Bright (other)"}),
        ("Attending from us: HT; DHT; DSL.", {"- (headteacher)", "- (deputy_head)", "- (safeguarding_lead)"}),
        ("Name: Olu Bright\nRole: Governor\n\nName: Kim Ward\nRole: Head",
         {"Olu Bright (governor)", "Kim Ward (headteacher)"}),
        ("The SENCO, who is also our DSL, will meet you.", {"- (senco)"}),
    ],
)  # fmt: skip
def test_whoever_is_said_to_come_is_expected(text: str, who: set[str]) -> None:
    assert names(read(text)) == who


@pytest.mark.parametrize(
    "text",
    [
        "Simon has said yes",
        "I'll have a look at the diary with Neil and let you know",
        "Vivien passed this on to me as chair of governors",
        "It's far too soon, with a new class teacher starting on the 18th.",
        "Pat Tooley used to be our governor for this; she isn't any more.",
        "I'm afraid Thursday is taken and the bishop is here.",
        "I'd love to be there but can't",
        "Mr Frayne will let you know who will attend",
        "Yes to the 9th, as my head Mr Frayne has confirmed",
        "It's Ann's last day on the 9th",
        "Leave it with me.",
        "28th is OK with me",
        "Not sure Miss Tran can be released.",
        "Hi Tom and Sarah, the 28th is great.",
        "I've let Olu Bright, our chair, know the date.",
        "Olu Bright, who is our link governor for children in care, has been told about the visit.",
        "Matt - do you want this one or shall I?",
        "Head says can a nurse sit in? No wait, scrap that.",
        "I've checked with Joy in the office and option 1 is free",
        "We'll have a supply teacher in for me.",
        "We're at the Priory Hall that day",
        "The designated teacher is now Mr Iwan Roach. Please write to him.",
        "The 9th.\n\nPriya Nair\nVice Principal, Gorse Hill High School",
        "The 9th.\nPriya\n\nPriya Nair - Gorse Hill High - 01632 960 718",
        "The 9th.\n\nPriya Nair\nChair of Governors: Bob Stone",
    ],
)
def test_whoever_is_only_mentioned_is_not_expected(text: str) -> None:
    found = read(text)
    assert names(found) == set()
    assert found.governor is Governor.NOT_MENTIONED


@pytest.mark.parametrize(
    ("text", "governor"),
    [
        ("Governor found: it's going to be Pat Swann", Governor.NAMED),
        ("The governor is still Mrs Pemberley.", Governor.NAMED),
        ("chair of govs (Mr D'Arcy) said count him in", Governor.NAMED),
        ("Not Colin any more - it's Deb Farrow who'll represent governors.", Governor.NAMED),
        ("Pat Swann is able to be with us as governor.", Governor.NAMED),
        ("Pat Swann has stepped in as governor.", Governor.NAMED),
        ("Last year Pat Swann was the governor; this year it's Olu Bright.", Governor.NAMED),
        ("Governor attending? Yes, Ada Fox", Governor.NAMED),
        ("If Mrs Abara the governor can get the day off then Thursday 17th.", Governor.NAMED),
        ("Our trustee rep will be Olu Bright.", Governor.NAMED),
        ("Olu Bright (chair) has accepted.", Governor.NAMED),
        ("Governor attending? Y - Olu Bright", Governor.NAMED),
        ("Governor (name): Olu Bright", Governor.NAMED),
        ("Governor: yes", Governor.UNNAMED),
        ("Governor: no", Governor.UNAVAILABLE),
        ("Governor - not this time, sorry", Governor.UNAVAILABLE),
        ("Olu Bright (chair) had hoped to attend but can't", Governor.UNAVAILABLE),
        ("il get one of the govenors along", Governor.UNNAMED),
        ("I can confirm a governor's attendance.", Governor.UNNAMED),
        ("A governor will be there - probably Pat Swann", Governor.UNNAMED),
        ("Ada Fox or Olu Bright from the governors will be there", Governor.UNNAMED),
        ("The governor sadly is not possible, all of them work.", Governor.UNAVAILABLE),
        ("Please take Pat Ode off the list, he's no longer a governor. We are asking for someone to replace him.",
         Governor.NOT_MENTIONED),
        ("Ray Tibbs, one of our governors, was at the fair on Friday.", Governor.NOT_MENTIONED),
        ("I've emailed Pat Swann, our governor, to see if she's free.", Governor.NOT_MENTIONED),
    ],
)  # fmt: skip
def test_a_governor_promised_in_any_words_is_counted_and_one_only_wished_for_is_not(
    text: str, governor: Governor
) -> None:
    assert read(text).governor is governor


def test_an_office_that_passes_on_the_only_contacts_words_speaks_for_that_contact() -> None:
    sender = Address("Gorse Hill Office", "office@elmfold.example")
    text = 'Priya asked me to send this:\n\n"The 23rd please. It\'ll be me and Amrit from pastoral."'
    assert names(read(text, sender, CONTACTS[:1])) == {PRIYA, "Amrit (pastoral)"}


def test_a_postscript_under_the_name_is_still_said() -> None:
    assert names(read("The 9th.\n\nPriya\n\nPS our governor is Ada Fox")) == {"Ada Fox (governor)"}
