"""Who will take part: what a letter says of people, laid over what was known."""

from __future__ import annotations

from dataclasses import replace

from bot.model import Attendee, Governor, Role, Understanding, Visit


def attendance_after(visit: Visit, understanding: Understanding) -> tuple[tuple[Attendee, ...], Governor]:
    """The visit's attendees and governor after a letter.

    Those said to be absent leave, and every governor where none can come; a named person takes the place of an unnamed
    one of the same role; the same name is kept once, with what the newer letter adds. A letter without a word of a
    governor changes nothing about one.
    """
    kept = [person for person in visit.attendees if not _leaves(person, visit.attendees, understanding)]
    for person in sorted(understanding.attendees, key=lambda person: person.name is None):
        known = next((other for other in kept if _same_name(person, other)), None)
        kept = [other for other in kept if not _replaces(person, other)]
        if not (person.name is None and _has_role(kept, person.role)):
            kept.append(_with_what_was_known(person, known))
    return tuple(kept), _governor_after(visit.governor, understanding.governor, kept)


def _leaves(person: Attendee, everybody: tuple[Attendee, ...], understanding: Understanding) -> bool:
    if person.role is Role.GOVERNOR and understanding.governor is Governor.UNAVAILABLE:
        return True
    return any(_means(absent, person, everybody) for absent in understanding.absent)


def _means(absent: Attendee, person: Attendee, everybody: tuple[Attendee, ...]) -> bool:
    """Whether "she cannot come" is about this person; a role alone means whoever has it, where that is one person."""
    if absent.name:
        return _same_name(absent, person)
    having = [other for other in everybody if other.role is absent.role]
    return person.role is absent.role and (person.name is None or len(having) == 1)


def _same_name(one: Attendee, other: Attendee) -> bool:
    return one.name is not None and other.name is not None and one.name.casefold() == other.name.casefold()


def _replaces(newer: Attendee, older: Attendee) -> bool:
    in_place_of_unnamed = newer.name is not None and older.name is None and newer.role is older.role
    return in_place_of_unnamed or _same_name(newer, older)


def _with_what_was_known(person: Attendee, known: Attendee | None) -> Attendee:
    if known is None:
        return person
    return replace(person, role=person.role or known.role, email=person.email or known.email)


def _has_role(people: list[Attendee], role: Role | None) -> bool:
    return any(person.role is role for person in people)


def _governor_after(before: Governor, said: Governor, people: list[Attendee]) -> Governor:
    if any(person.role is Role.GOVERNOR and person.name for person in people):
        return Governor.NAMED
    if said is Governor.NOT_MENTIONED:
        return Governor.NOT_MENTIONED if before is Governor.NAMED else before
    return said
