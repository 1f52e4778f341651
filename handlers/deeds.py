"""What an adviser asks for in chat and confirms: invite, agree, offer other dates, put off, cancel, mark as visited."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import PlainError
from bot.model import Attendee, Part, Role, Slot, Visit
from bot.wording.dates import half_day
from bot.wording.people import attendee_text
from handlers import resolving
from handlers.as_seen import MovedOnError, resolve_as_seen
from handlers.inviting import invite
from handlers.parts import Parts
from handlers.people_said import with_people
from handlers.resolving import Resolver, Wish
from storage.records import Records


class DeedKind(StrEnum):
    """What is to be done."""

    INVITE = "invite"
    AGREE = "agree"
    REOFFER = "reoffer"
    POSTPONE = "postpone"
    CANCEL = "cancel"
    VISITED = "visited"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do, before it is confirmed. `subject` is a visit's reference, or for an invitation a URN.

    `version` counts the lines of the visit's story when it was asked for, so that it is done only while nothing else
    has happened; `people` are those who take part, as the adviser says.
    """

    kind: DeedKind
    subject: str
    version: int = 0
    slot: Slot | None = None
    people: tuple[Attendee, ...] = ()


class UnreadableDeedError(PlainError):
    """What was to be confirmed cannot be read any more."""


def proposed(records: Records, kind: DeedKind, reference: str, slot: Slot | None = None) -> Deed:
    """A deed on a visit as it is now."""
    return Deed(kind, reference, len(records.history(reference)), slot)


def described(records: Records, deed: Deed) -> str:
    """What would be done, in one sentence to be confirmed."""
    visit = records.visit(deed.subject) if deed.kind is not DeedKind.INVITE else None
    school = records.school(visit.urn if visit else deed.subject)
    name = school.name if school else deed.subject
    with_reference = f"{name} ({deed.subject})"
    slot = half_day(deed.slot) if deed.slot else ""
    people = ", ".join(text for person in deed.people if (text := attendee_text(person)))
    said = f" Taking part: {people}." if people else ""
    agreed = f" {half_day(visit.agreed)} is given up." if visit and visit.agreed else ""
    return {
        DeedKind.INVITE: f"Invite {name}: the school gets an email with half days to choose from.",
        DeedKind.AGREE: f"Agree {slot} with {with_reference}: the school gets a confirmation.{said}",
        DeedKind.REOFFER: f"Offer other half days to {with_reference}.{agreed}",
        DeedKind.POSTPONE: f"Postpone the visit to {with_reference}: the school gets an apology and new dates.{agreed}",
        DeedKind.CANCEL: f"Cancel this year's visit to {with_reference}; the school is told.{agreed}",
        DeedKind.VISITED: f"Mark the visit to {with_reference} as visited.",
    }[deed.kind]


def carry_out(parts: Parts, now: dt.datetime, by: str, deed: Deed) -> str:
    """Do what was confirmed, and say how things stand; raises MovedOnError, CannotResolveError or PlainError."""
    if deed.kind is DeedKind.INVITE:
        return _invited(parts, now, deed.subject)

    def look(records: Records) -> tuple[Visit, Resolver]:
        visit = records.visit(deed.subject)
        story = records.history(deed.subject)
        if visit is None:
            raise MovedOnError(f"No visit has the reference {deed.subject}.")
        if len(story) != deed.version:
            last = story[-1]
            adviser = records.adviser(last.by)
            raise MovedOnError(
                f"{deed.subject} has moved on: {last.what}, by {adviser.name if adviser else last.by}."
                " Nothing was changed by you; ask again."
            )
        return visit, _resolver(deed)

    return stands(resolve_as_seen(parts, deed.subject, look, Wish(by), now))


def _resolver(deed: Deed) -> Resolver:
    if deed.kind is DeedKind.AGREE:
        if deed.slot is None:
            raise UnreadableDeedError("The half day is missing; ask again.")
        return with_people(deed.people, resolving.book(deed.slot), all_of_them=False)
    return _RESOLVERS[deed.kind]()


_RESOLVERS: Mapping[DeedKind, Callable[[], Resolver]] = {
    DeedKind.REOFFER: lambda: resolving.reoffer(None, None),
    DeedKind.POSTPONE: resolving.put_off,
    DeedKind.CANCEL: lambda: resolving.cancel,
    DeedKind.VISITED: lambda: resolving.visited,
}


def _invited(parts: Parts, now: dt.datetime, urn: str) -> str:
    result = invite(parts, now, urn=urn)
    if result.invited:
        return f"{result.invited[0].reference}: {result.invited[0].school.name} is invited."
    if result.already:
        return "This school has a visit this year already; nothing was changed by you."
    if result.without_contact:
        return "Nobody is known at this school who could be written to; add a contact first."
    return "No half day is left for this school."


def stands(visit: Visit) -> str:
    """How a visit stands, in one sentence."""
    when = f" for {half_day(visit.agreed)}" if visit.agreed else ""
    return f"{visit.reference} is {visit.state.value.replace('_', ' ')}{when}."


def written(deed: Deed) -> str:
    """A deed as a confirming button carries it."""
    slot = [deed.slot.date.isoformat(), deed.slot.part.value] if deed.slot else None
    people = [[person.name, person.role.value if person.role else None] for person in deed.people]
    return json.dumps([deed.kind.value, deed.subject, deed.version, slot, people], separators=(",", ":"))


def read(value: str) -> Deed:
    """The deed that a button carries; raises UnreadableDeedError."""
    try:
        kind, subject, version, slot, people = json.loads(value)
        return Deed(
            kind=DeedKind(kind),
            subject=str(subject),
            version=int(version),
            slot=Slot(dt.date.fromisoformat(slot[0]), Part(slot[1])) if slot else None,
            people=tuple(Attendee(name and str(name), Role(role) if role else None) for name, role in people),
        )
    except (ValueError, TypeError, KeyError, IndexError):
        raise UnreadableDeedError("This button is from another version of Visit Bot; ask again.") from None
