"""No child in the channel: what must be noticed before a card or a post is written."""

from __future__ import annotations

import pytest

from bot.model import Address, Attendee, Contact, Conversation, ConversationState, Evidence, Letter, Role
from bot.reading.visible import visible
from bot.understanding.people import people
from bot.understanding.sensitive import sensitive

CONTACTS = (Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@elmfold.example"),)


def found(text: str, attendees: tuple[Attendee, ...] | None = None) -> tuple[Evidence, ...]:
    letter = Letter("<1@elmfold.example>", Address("Priya Nair", "p.nair@elmfold.example"), "", text)
    conversation = Conversation("VS-0001", ConversationState.OFFERED, "Elmfold Primary", (), None, CONTACTS)
    seen = visible(text)
    return sensitive(seen, letter, conversation, attendees or people(seen, letter, conversation).attendees)


@pytest.mark.parametrize(
    "text",
    [
        "Jayden's placement has broken down so we may need to talk.",
        "Could we use some of the time to talk about Kyle?",
        "I am worried about Tyrell",
        "Could you bring the PEP form for Tyrell?",
        "Tyrell is really struggling at the moment",
        "The adviser will know about Amira (Y8).",
        "Tommy from Year 5 will show you round.",
        "Please take Lacey-Mae's surname out of the report.",
        "On page 2 the report says Declan is in Year 9. He's in Year 10.",
    ],
)
def test_a_child_by_name_never_reaches_the_channel(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "KT (Y7) is refusing to come in.",
        "Could we also discuss M.J. in Year 10?",
        "Little one in reception, A.B., has settled",
        "please delete S.B.'s initials from page 3",
        "We need more funding for L.M.",
        "Regarding pupil RT, please ring me.",
        "Could you look at S's PP+ spend?",
        "R is doing well",
    ],
)
def test_initials_are_a_child_as_much_as_a_name(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "We have a boy in Year 4 who has been excluded this week.",
        "One of our looked after children has just moved to a new foster home.",
        "our only LAC pupil left at Christmas",
        "a girl in my class disclosed something to me today",
        "The child you placed with us ran off yesterday",
        "We'd like to discuss his PEP, the social worker has not replied.",
        "He has been moved to a new placement and we have not been told where.",
        "You asked about the twins - they have settled well with the new carers.",
        "we've had a difficult week with one of our looked after pupils.",
    ],
)
def test_a_child_without_a_name_is_still_a_particular_child(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The head teacher is off with stress and I don't want this shared.",
        "Mrs Bell is having chemotherapy so won't be there.",
        "Our head has been suspended.",
        "Please keep this to yourself but Janet is being investigated.",
        "Between you and me, Mr Fox has been given a final written warning.",
        "our DT has been signed off for six weeks",
    ],
)
def test_an_adults_health_or_conduct_is_nobody_elses_business(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "We have three looked after children this year.",
        "We have no looked-after children at the moment.",
        "Two of our looked-after children will be there for the first ten minutes.",
        "One of our Year 6 pupils will give you a tour.",
        "I am on maternity leave until June.",
        "Year 6 are on residential that week.",
        "Child protection training all day.",
        "I'd like to talk about attendance, PEPs and pupil premium plus.",
        "My daughter is getting married that day!",
        "Tom Askew's availability is limited",
        "I have PEP meetings all day on the 9th.",
        "She is in a safeguarding meeting until 3.",
        "The boys' toilets are flooded!",
        "We are a special school for pupils with SEMH.",
        "I find the tone of your email unacceptable.",
        "His timetable means Fridays only.",
        "Mrs Ames, Year 4 teacher, will join us.",
    ],
)
def test_school_life_in_general_is_not_held_back(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kayden M. moved last week and is still very wobbly.",
        "Can we talk about Tyler B while you're here?",
        "I'm stuck in a meeting for Amelie R till 4.",
        "jaydens pep is due",
        "Any update on KW would be great.",
        "TJ is struggling at the moment.",
        "Leo has a meltdown most mornings.",
        "Ellie won't come in since contact with her mum.",
        "We have had to exclude Riley again.",
        "Could you tell the social worker for Mason that he was sent home?",
        "One of our year 9s tried to run off.",
        "Our two youngest siblings have gone back to an aunt.",
        "A lad in Y8 threw a chair.",
        "Little Amara is in and out of school.",
    ],
)
def test_a_child_is_noticed_however_a_busy_teacher_writes_of_one(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Lane is off sick.",
        "Mr Pole, our bursar, has been in hospital.",
        "Please treat this as confidential: we may lose our DT.",
        "Strictly between us, the chair is not coping.",
    ],
)
def test_what_befell_a_colleague_or_is_told_in_confidence_stays_with_the_adviser(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our link governor for CLA is Fr Damian Roche.",
        "As for May, Year 11 have their English papers.",
        "May I ask for option B instead?",
        "Between us the Head and I could offer you Tuesday.",
        "Sarah B will join us.",
        "The 9th.\n\nJo T",
        "Helen will bring the attendance figures.",
        "Jo is on a behaviour course.",
        "Duncan has moved his lesson.",
        "Kim is our attendance lead.",
        "Our children have settled well this year.",
    ],
)
def test_colleagues_at_their_work_are_not_held_back(text: str) -> None:
    assert found(text) == ()


def test_a_pupil_who_takes_part_by_name_is_sensitive_and_without_a_name_is_not() -> None:
    text = "Kayden will meet you at the gate."
    assert [each.words for each in found(text, (Attendee("Kayden", Role.PUPIL),))] == ["Kayden"]
    assert found("A pupil will meet you at the gate.", (Attendee(None, Role.PUPIL),)) == ()


def test_the_words_shown_to_the_adviser_are_those_of_the_letter() -> None:
    text = "Option 1.\n\nAlso, can we talk about Reece's attendance is poor, see the file."
    assert [text[each.start : each.end] for each in found(text)] == [each.words for each in found(text)] != []


def test_a_child_in_the_quoted_mail_below_is_not_what_the_writer_said() -> None:
    quoted = "On Mon, 1 Feb 2027 at 09:00, Somebody <a@elmfold.example> wrote:\n> Jayden's placement broke down\n"
    text = f"Yes to the 9th.\n\n{quoted}"
    assert found(text) == ()
