"""What an adviser tells the bot to do in chat: found out what is meant, shown to be confirmed, then carried out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.asking.order import Deed, Order
from bot.asking.schools import MOST
from bot.errors import PlainError
from bot.local_time import local_day
from bot.model import Attendee, Governor, Part, Role, School, Slot, Visit
from bot.school_days import academic_year
from bot.wording.dates import half_day, long_date
from bot.wording.people import attendee_text
from handlers import resolving
from handlers.as_seen import MovedOnError, resolve_as_seen
from handlers.inviting import invite
from handlers.parts import Parts
from handlers.people_said import saying
from handlers.resolving import Resolver, Wish
from storage.records import Records

LONGEST_NOTE = 300


class UnclearOrderError(PlainError):
    """An order leaves something open; the sentence asks for it."""


class UnreadableErrandError(PlainError):
    """What was to be confirmed cannot be read any more."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to do. `subject` is a visit's reference, or for an invitation a URN.

    `version` counts the lines of the visit's story when it was asked for, so that it is done only while nothing else
    has happened. `people` and `governor` are who takes part, `from_` and `to` bound new dates; `note` is for the story.
    """

    deed: Deed
    subject: str
    version: int = 0
    slot: Slot | None = None
    from_: dt.date | None = None
    to: dt.date | None = None
    people: tuple[Attendee, ...] = ()
    governor: Governor = Governor.NOT_MENTIONED
    note: str = ""


def errands_of(records: Records, order: Order, now: dt.datetime) -> tuple[tuple[str, Errand], ...]:
    """What the order may mean, each with its school's name: several want a choice. Raises UnclearOrderError."""
    if order.deed is Deed.BOOK and (order.day is None or order.part is None):
        raise UnclearOrderError("Which half day? Say the date, and morning or afternoon (such as “26 January am”).")
    if order.deed is Deed.INVITE:
        found = [(school.name, Errand(order.deed, school.urn)) for school in order.schools]
    else:
        found = [(name, _on_visit(records, order, visit)) for name, visit in _visits(records, order, now)]
    if len(found) > MOST:
        raise UnclearOrderError(f"{len(found):,} schools have a name like that; write more of it.")
    if found:
        return tuple(found)
    if len(order.schools) > 1:
        raise UnclearOrderError("None of the schools with a name like that has a visit this year.")
    if order.schools:
        raise UnclearOrderError(f"{order.schools[0].name} has no visit this year; say “invite” and its name first.")
    raise UnclearOrderError("Which school? Say its name or the visit's reference (such as VS-0421).")


def _visits(records: Records, order: Order, now: dt.datetime) -> list[tuple[str, Visit]]:
    year, names = academic_year(local_day(now)), {school.urn: school.name for school in order.schools}
    if order.references:
        named = [visit for reference in order.references if (visit := records.visit(reference)) is not None]
        return [(_name(records.school(visit.urn), visit.urn), visit) for visit in named]
    ours = records.visits(urns=names) if names else ()
    found = [(names[visit.urn], visit) for visit in ours if visit.academic_year == year]
    return sorted(found, key=lambda pair: (pair[0], pair[1].reference))


def _name(school: School | None, otherwise: str) -> str:
    return school.name if school else otherwise


def _on_visit(records: Records, order: Order, visit: Visit) -> Errand:
    return Errand(
        deed=order.deed,
        subject=visit.reference,
        version=len(records.history(visit.reference)),
        slot=Slot(order.day, order.part) if order.day and order.part and order.deed is Deed.BOOK else None,
        from_=order.from_,
        to=order.to,
        people=order.attendees if order.deed is Deed.BOOK else (),
        governor=order.governor if order.deed is Deed.BOOK else Governor.NOT_MENTIONED,
        note=order.note[:LONGEST_NOTE],
    )


def described(records: Records, errand: Errand) -> str:
    """What would be done, to be confirmed."""
    visit = records.visit(errand.subject) if errand.deed is not Deed.INVITE else None
    name = _name(records.school(visit.urn if visit else errand.subject), errand.subject)
    given_up = f" {half_day(visit.agreed)} is given up." if visit and visit.agreed else ""
    return _DESCRIBED[errand.deed](errand, name, given_up)


def _agreeing(errand: Errand, name: str, given_up: str) -> str:
    people = ", ".join(text for person in errand.people if (text := attendee_text(person)))
    governor = " No governor can take part." if errand.governor is Governor.UNAVAILABLE else ""
    when = half_day(errand.slot) if errand.slot else ""
    said = f" Taking part: {people}." if people else ""
    return f"Agree {when} with {name} ({errand.subject}).{given_up}{said}{governor} The school gets a confirmation."


def _reoffering(errand: Errand, name: str, given_up: str) -> str:
    first = f" from {long_date(errand.from_)}" if errand.from_ else ""
    last = f" to {long_date(errand.to)}" if errand.to else ""
    return f"Offer other half days{first}{last} to {name} ({errand.subject}).{given_up}"


_DESCRIBED: Mapping[Deed, Callable[[Errand, str, str], str]] = {
    Deed.INVITE: lambda _, name, __: f"Invite {name}: the school gets an email with half days to choose from.",
    Deed.BOOK: _agreeing,
    Deed.REOFFER: _reoffering,
    Deed.POSTPONE: lambda errand, name, given_up: (
        f"Postpone the visit to {name} ({errand.subject}).{given_up} The school gets an apology and other half days."
    ),
    Deed.CANCEL: lambda errand, name, given_up: (
        f"Cancel this year's visit to {name} ({errand.subject}).{given_up} The school is told."
    ),
    Deed.VISITED: lambda errand, name, _: f"Mark the visit to {name} ({errand.subject}) as visited.",
}


def run_errand(parts: Parts, now: dt.datetime, by: str, errand: Errand) -> str:
    """Do what was confirmed, and say how things stand; raises MovedOnError, CannotResolveError or PlainError."""
    if errand.deed is Deed.INVITE:
        return _invite(parts, now, errand.subject)

    def look(records: Records) -> tuple[Visit, Resolver]:
        visit = records.visit(errand.subject)
        if visit is None:
            raise MovedOnError(f"No visit has the reference {errand.subject}.")
        _must_be_as_shown(records, errand)
        return visit, _RESOLVERS[errand.deed](errand)

    return stands(resolve_as_seen(parts, errand.subject, look, Wish(by, errand.note), now))


def _must_be_as_shown(records: Records, errand: Errand) -> None:
    story = records.history(errand.subject)
    if len(story) == errand.version or not story:
        return
    last = next((line for line in reversed(story) if not line.what.startswith("Note: ")), story[-1])
    adviser = records.adviser(last.by)
    by = adviser.name if adviser else last.by
    raise MovedOnError(f"{errand.subject} has moved on: {last.what}, by {by}. Nothing was changed by you; ask again.")


def _book(errand: Errand) -> Resolver:
    if errand.slot is None:
        raise UnreadableErrandError("The half day is missing; ask again.")
    return saying(errand.people, errand.governor, resolving.book(errand.slot))


_RESOLVERS: Mapping[Deed, Callable[[Errand], Resolver]] = {
    Deed.BOOK: _book,
    Deed.REOFFER: lambda errand: resolving.reoffer(errand.from_, errand.to),
    Deed.POSTPONE: lambda _: resolving.put_off(),
    Deed.CANCEL: lambda _: resolving.cancel,
    Deed.VISITED: lambda _: resolving.visited,
}


def _invite(parts: Parts, now: dt.datetime, urn: str) -> str:
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


def written(errand: Errand) -> str:
    """An errand as the confirming button carries it."""
    slot = [errand.slot.date.isoformat(), errand.slot.part.value] if errand.slot else None
    people = [[person.name, person.role.value if person.role else None] for person in errand.people]
    days = [day.isoformat() if day else None for day in (errand.from_, errand.to)]
    kept = [errand.deed.value, errand.subject, errand.version, slot, days, people, errand.governor.value, errand.note]
    return json.dumps(kept, separators=(",", ":"), ensure_ascii=False)


def read_errand(value: str) -> Errand:
    """The errand that a button carries; raises UnreadableErrandError."""
    try:
        deed, subject, version, slot, (from_, to), people, governor, note = json.loads(value)
        return Errand(
            deed=Deed(deed),
            subject=str(subject),
            version=int(version),
            slot=Slot(dt.date.fromisoformat(slot[0]), Part(slot[1])) if slot else None,
            from_=dt.date.fromisoformat(from_) if from_ else None,
            to=dt.date.fromisoformat(to) if to else None,
            people=tuple(Attendee(name and str(name), Role(role) if role else None) for name, role in people),
            governor=Governor(governor),
            note=str(note)[:LONGEST_NOTE],
        )
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        raise UnreadableErrandError("This button is from another version of Visit Bot; ask again.") from None
