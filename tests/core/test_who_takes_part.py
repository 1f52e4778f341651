"""Who will take part: a visit without its governor is half a visit, and a name that was said must not be lost."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from bot.attendance import attendance_after
from bot.model import Action, Attendee, Governor, Kind, Role, Understanding, Visit
from tests.core.builders import agreed

ASKEW = Attendee("Tom Askew", Role.GOVERNOR)
BELL = Attendee("Ann Bell", Role.HEADTEACHER)
A_GOVERNOR = Attendee(None, Role.GOVERNOR)

names = st.sampled_from(["Tom Askew", "tom askew", "Ann Bell", "Priya Nair", None])
roles = st.sampled_from([Role.GOVERNOR, Role.HEADTEACHER, Role.PUPIL, None])
people = st.builds(Attendee, names, roles).filter(lambda person: person.name or person.role)
crowds = st.lists(people, max_size=4).map(tuple)


def visit_with(*people: Attendee, governor: Governor = Governor.NOT_MENTIONED) -> Visit:
    return dataclasses.replace(agreed(), attendees=people, governor=governor)


def saying(
    *people: Attendee, governor: Governor = Governor.NOT_MENTIONED, absent: tuple[Attendee, ...] = ()
) -> Understanding:
    return Understanding(Kind.REPLY, Action.UPDATE_ATTENDEES, attendees=people, governor=governor, absent=absent)


def test_people_of_two_letters_come_together() -> None:
    assert attendance_after(visit_with(BELL), saying(ASKEW, governor=Governor.NAMED)) == (
        (BELL, ASKEW),
        Governor.NAMED,
    )


def test_a_named_governor_takes_the_place_of_one_without_a_name() -> None:
    before = visit_with(A_GOVERNOR, BELL, governor=Governor.UNNAMED)
    assert attendance_after(before, saying(ASKEW, governor=Governor.NAMED)) == ((BELL, ASKEW), Governor.NAMED)


def test_a_governor_without_a_name_does_not_push_out_the_named_one() -> None:
    before = visit_with(ASKEW, governor=Governor.NAMED)
    assert attendance_after(before, saying(A_GOVERNOR, governor=Governor.UNNAMED)) == ((ASKEW,), Governor.NAMED)


def test_a_letter_without_a_word_of_a_governor_changes_nothing_about_one() -> None:
    for known in (Governor.UNNAMED, Governor.UNAVAILABLE):
        assert attendance_after(visit_with(governor=known), saying(BELL))[1] is known


def test_naming_somebody_again_without_the_role_keeps_the_role() -> None:
    before = visit_with(dataclasses.replace(ASKEW, email="t.askew@hethersettoak.example"), governor=Governor.NAMED)
    after, governor = attendance_after(before, saying(Attendee("tom askew", None), BELL))
    assert after == (Attendee("tom askew", Role.GOVERNOR, "t.askew@hethersettoak.example"), BELL)
    assert governor is Governor.NAMED


def test_who_cannot_come_after_all_is_taken_off() -> None:
    before = visit_with(ASKEW, BELL, governor=Governor.NAMED)
    assert attendance_after(before, saying(absent=(Attendee("TOM ASKEW", None),))) == (
        (BELL,),
        Governor.NOT_MENTIONED,
    )


def test_the_head_cannot_come_is_about_the_one_head_who_was_named() -> None:
    assert attendance_after(visit_with(BELL, ASKEW), saying(absent=(Attendee(None, Role.HEADTEACHER),)))[0] == (ASKEW,)


def test_a_governor_cannot_come_is_about_nobody_in_particular_where_two_were_named() -> None:
    second = Attendee("Una Marsh", Role.GOVERNOR)
    before = visit_with(ASKEW, second, governor=Governor.NAMED)
    assert attendance_after(before, saying(absent=(A_GOVERNOR,))) == ((ASKEW, second), Governor.NAMED)


def test_when_no_governor_can_come_the_named_one_is_no_longer_expected() -> None:
    before = visit_with(ASKEW, BELL, governor=Governor.NAMED)
    assert attendance_after(before, saying(governor=Governor.UNAVAILABLE)) == ((BELL,), Governor.UNAVAILABLE)


@given(crowds, crowds, st.sampled_from(Governor), st.sampled_from(Governor))
def test_nobody_is_listed_twice_and_a_named_governor_is_always_told(
    before: tuple[Attendee, ...], new: tuple[Attendee, ...], known: Governor, said: Governor
) -> None:
    start, _ = attendance_after(visit_with(), saying(*before))
    after, governor = attendance_after(visit_with(*start, governor=known), saying(*new, governor=said))
    listed = [person.name.casefold() for person in after if person.name]
    assert len(listed) == len(set(listed))
    if any(person.name and person.role is Role.GOVERNOR for person in after):
        assert governor is Governor.NAMED
    assert {person.name.casefold() for person in new if person.name} <= set(listed)


@given(crowds, crowds)
def test_the_same_letter_again_changes_nothing(before: tuple[Attendee, ...], new: tuple[Attendee, ...]) -> None:
    once = attendance_after(visit_with(*before), saying(*new))
    twice = attendance_after(visit_with(*once[0], governor=once[1]), saying(*new))
    assert set(twice[0]) == set(once[0])
