"""The list of visits in every format that `visits --format` knows."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.local_time import LONDON
from bot.model import Adviser, Attendee, Governor, Hours, School, Slot, Visit, VisitState
from bot.wording.invitation import invitation_uid
from storage.records import Records


@dataclass(frozen=True, slots=True)
class ListedVisit:
    """A visit with the names of its school and its adviser."""

    visit: Visit
    school: School | None
    adviser: Adviser | None

    @property
    def school_name(self) -> str:
        """The school's name, or its URN where the school is not known."""
        return self.school.name if self.school else self.visit.urn

    @property
    def adviser_name(self) -> str:
        """The adviser's name, or the address where the adviser is not known."""
        return self.adviser.name if self.adviser else self.visit.adviser


@dataclass(frozen=True, slots=True)
class Listing:
    """What a format needs beside the visits."""

    visits: tuple[ListedVisit, ...]
    mail_domain: str
    hours_of: Callable[[School], Hours]
    now: dt.datetime


def listed_visits(
    records: Records,
    *,
    state: VisitState | None = None,
    adviser: str | None = None,
    from_: dt.date | None = None,
    to: dt.date | None = None,
) -> tuple[ListedVisit, ...]:
    """The visits that match, with their names; `from_` and `to` bound the agreed date, inclusive."""
    schools = {school.urn: school for school in records.schools(open_only=False)}
    advisers = {item.email: item for item in records.advisers(active_only=False)}
    found = records.visits(state=state, adviser=adviser, from_=from_, to=to)
    return tuple(ListedVisit(visit, schools.get(visit.urn), advisers.get(visit.adviser)) for visit in found)


def visit_data(item: ListedVisit) -> dict[str, object]:
    """One visit as the JSON format has it."""
    visit, offer = item.visit, item.visit.open_offer
    return {
        "reference": visit.reference,
        "urn": visit.urn,
        "school": item.school_name,
        "adviser": visit.adviser,
        "adviser_name": item.adviser_name,
        "state": visit.state.value,
        "waiting_for": visit.waiting_for.value,
        "reason_code": visit.reason_code.value if visit.reason_code else None,
        "reason": visit.reason,
        "date": visit.agreed.date.isoformat() if visit.agreed else None,
        "part": visit.agreed.part.value if visit.agreed else None,
        "attendees": [_person(person) for person in visit.attendees],
        "governor": visit.governor.value,
        "offered": [_offered(number.option, number.slot) for number in offer.slots] if offer else [],
        "first_sent_at": utc_text(visit.first_sent_at),
        "agreed_at": utc_text(visit.agreed_at),
        "offers": len(visit.offers),
        "chases": sum(offer.chases for offer in visit.offers),
        "updated": utc_text(visit.updated),
    }


def utc_text(moment: dt.datetime | None) -> str | None:
    """A moment as `2027-01-26T09:15:00Z`."""
    return None if moment is None else moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _person(person: Attendee) -> dict[str, str | None]:
    return {"name": person.name, "role": person.role.value if person.role else None, "email": person.email}


def _offered(option: int, slot: Slot) -> dict[str, object]:
    return {"option": option, "date": slot.date.isoformat(), "part": slot.part.value}


def as_json(listing: Listing) -> bytes:
    """A JSON list."""
    return (json.dumps([visit_data(item) for item in listing.visits], ensure_ascii=False, indent=1) + "\n").encode()


_GOVERNORS = {
    Governor.NAMED: "named",
    Governor.UNNAMED: "will come, no name yet",
    Governor.UNAVAILABLE: "none can come",
    Governor.NOT_MENTIONED: "not mentioned",
}
COLUMNS = (
    "Reference", "URN", "School", "Adviser", "State", "Waiting for", "Reason", "Date", "Part", "Attendees", "Governor",
    "Offers", "Reminders", "First sent", "Agreed", "Updated",
)  # fmt: skip


CSV_COLUMNS = (
    "reference", "urn", "school", "adviser", "adviser_name", "state", "waiting_for", "reason_code", "reason", "date",
    "part", "attendees", "governor", "offered", "first_sent_at", "agreed_at", "offers", "chases", "updated",
)  # fmt: skip
"""The keys of the JSON format, in its order."""


def _people(visit: Visit) -> str:
    return "; ".join(
        f"{person.name or 'not named'} ({person.role.value.replace('_', ' ') if person.role else 'no role'})"
        for person in visit.attendees
    )


def _on_offer(visit: Visit) -> str:
    slots = visit.open_offer.slots if visit.open_offer else ()
    return "; ".join(f"{item.option}. {item.slot.date.isoformat()} {item.slot.part.value}" for item in slots)


def _row(item: ListedVisit) -> tuple[str | int, ...]:
    visit = item.visit
    return (
        visit.reference, visit.urn, item.school_name, item.adviser_name, visit.state.value, visit.waiting_for.value,
        visit.reason, visit.agreed.date.isoformat() if visit.agreed else "",
        visit.agreed.part.value if visit.agreed else "", _people(visit), _GOVERNORS[visit.governor], len(visit.offers),
        sum(offer.chases for offer in visit.offers), utc_text(visit.first_sent_at) or "",
        utc_text(visit.agreed_at) or "", utc_text(visit.updated) or "",
    )  # fmt: skip


def as_csv(listing: Listing) -> bytes:
    """A CSV table in UTF-8 for other programs: the columns are the names of the JSON format."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(CSV_COLUMNS)
    for item in listing.visits:
        cells = {**visit_data(item), "attendees": _people(item.visit), "offered": _on_offer(item.visit)}
        writer.writerow(["" if cells[name] is None else _harmless(str(cells[name])) for name in CSV_COLUMNS])
    return text.getvalue().encode()


def _harmless(cell: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula: its text may come from a school's mail."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def as_xlsx(listing: Listing) -> bytes:
    """An Excel workbook with one sheet, its header frozen and filtered."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    workbook = Workbook(write_only=False)
    sheet = workbook.active
    if sheet is None:
        raise ValueError("a new workbook has no sheet")
    sheet.title = "Visits"
    for line, cells in enumerate((COLUMNS, *map(_row, listing.visits)), start=1):
        for column, value in enumerate(cells, start=1):
            cell = sheet.cell(line, column, _harmless(value))
            cell.font = Font(bold=line == 1)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def as_ics(listing: Listing) -> bytes:
    """The agreed visits as an iCalendar file to look at (RFC 5545), METHOD:PUBLISH."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Visit Bot//visits//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for item in listing.visits:
        slot, school = item.visit.agreed, item.school
        if slot is None or school is None:
            continue
        begin, end = listing.hours_of(school).of(slot.part)
        event = Event()
        event.add("uid", invitation_uid(item.visit.reference, listing.mail_domain))
        event.add("dtstamp", listing.now.astimezone(dt.UTC))
        event.add("dtstart", dt.datetime.combine(slot.date, begin, LONDON).astimezone(dt.UTC))
        event.add("dtend", dt.datetime.combine(slot.date, end, LONDON).astimezone(dt.UTC))
        event.add("sequence", max(item.visit.sequence, 0))
        event.add("summary", f"Virtual School visit: {school.name} [{item.visit.reference}]")
        event.add("location", ", ".join(part for part in (school.street, school.town, school.postcode) if part))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


FORMATS: Mapping[str, Callable[[Listing], bytes]] = {"json": as_json, "csv": as_csv, "xlsx": as_xlsx, "ics": as_ics}
"""The formats that are bytes; the table is drawn by the command line."""
