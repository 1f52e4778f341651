"""Who will take part: what a letter says of people, laid over what was known."""

from __future__ import annotations

from bot.model import Attendee, Governor, Role, Understanding, Visit


def attendance_after(visit: Visit, understanding: Understanding) -> tuple[tuple[Attendee, ...], Governor]:
    """The visit's attendees and governor after a letter.

    Those said to be absent leave; a named person takes the place of an unnamed one of the same role; the same name is
    kept once, with what the newer letter says. A letter without a word of a governor changes nothing about one.
    """
    gone = {_key(person) for person in understanding.absent}
    kept = [person for person in visit.attendees if _key(person) not in gone]
    for person in understanding.attendees:
        kept = [other for other in kept if not _replaces(person, other)]
        if not (person.name is None and _has_role(kept, person.role)):
            kept.append(person)
    return tuple(kept), _governor_after(visit.governor, understanding.governor, kept)


def _key(person: Attendee) -> str:
    return person.name.casefold() if person.name else f"role:{person.role}"


def _replaces(newer: Attendee, older: Attendee) -> bool:
    if newer.name and older.name:
        return newer.name.casefold() == older.name.casefold()
    return newer.name is not None and older.name is None and newer.role is older.role


def _has_role(people: list[Attendee], role: Role | None) -> bool:
    return any(person.role is role for person in people)


def _governor_after(before: Governor, said: Governor, people: list[Attendee]) -> Governor:
    if any(person.role is Role.GOVERNOR and person.name for person in people):
        return Governor.NAMED
    if said is Governor.NOT_MENTIONED:
        return Governor.NOT_MENTIONED if before is Governor.NAMED else before
    return said
