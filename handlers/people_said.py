"""Who takes part, as an adviser says it: on the telephone, or to correct what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import life
from bot.change import Cause, Change, story_line
from bot.errors import WrongUseError
from bot.model import Action, Attendee, Governor, Kind, Role, Understanding, Visit
from bot.wording.plain import one_line
from handlers.parts import Parts
from handlers.resolving import Resolver
from handlers.surroundings import Surroundings
from storage.imports.roles import role_in

MOST = 12
LONGEST_NAME = 80


def people_from(lines: str) -> tuple[Attendee, ...]:
    """People as typed, one a line: "Tom Askew, governor", a name, or a role alone; raises WrongUseError."""
    people = tuple(_person(line) for line in lines.splitlines() if line.strip())
    if len(people) > MOST:
        raise WrongUseError(f"No more than {MOST} people, please.")
    return people


def _person(line: str) -> Attendee:
    name, _, said = (one_line(part) for part in line.partition(","))
    if not said and (alone := role_in(name)) is not None:
        return Attendee(None, alone)
    role = role_in(said) if said else None
    if said and role is None:
        raise WrongUseError(f'"{said[:40]}" is not a role that is known; write for example governor or SENCO.')
    if len(name) > LONGEST_NAME or "@" in name or not name:
        raise WrongUseError(f'"{name[:40]}" is not a name; write one person a line, such as Tom Askew, governor.')
    return Attendee(name, role)


def as_lines(people: Sequence[Attendee]) -> str:
    """The same people as one would type them."""
    return "\n".join(", ".join(part for part in (person.name, _role(person)) if part) for person in people)


def _role(person: Attendee) -> str:
    return person.role.value.replace("_", " ") if person.role else ""


def saying(people: tuple[Attendee, ...], governor: Governor, then: Resolver) -> Resolver:
    """Record what the school says of people, as a letter of theirs would, then do the rest."""
    said = Understanding(Kind.REPLY, Action.UPDATE_ATTENDEES, attendees=people, governor=governor)

    def resolver(visit: Visit, around: Surroundings, cause: Cause, parts: Parts) -> Change:
        told = life.record_people(visit, said, cause)
        return told.then(lambda after: then(after, around, cause, parts))

    return resolver


def being(people: tuple[Attendee, ...], then: Resolver) -> Resolver:
    """Put right who takes part, so that these and no others do, then do the rest."""

    def resolver(visit: Visit, around: Surroundings, cause: Cause, parts: Parts) -> Change:
        return _put_right(visit, people, cause).then(lambda after: then(after, around, cause, parts))

    return resolver


def _put_right(visit: Visit, people: tuple[Attendee, ...], cause: Cause) -> Change:
    governors = [person for person in people if person.role is Role.GOVERNOR]
    if governors:
        governor = Governor.NAMED if any(person.name for person in governors) else Governor.UNNAMED
    else:
        governor = Governor.UNAVAILABLE if visit.governor is Governor.UNAVAILABLE else Governor.NOT_MENTIONED
    if (people, governor) == (visit.attendees, visit.governor):
        return Change(visit)
    after = replace(visit, attendees=people, governor=governor, updated=cause.at)
    roles = ", ".join(_role(person) or "a person" for person in people)
    return Change(after, (story_line(cause, f"Takes part: {roles or 'nobody named'}"),))
