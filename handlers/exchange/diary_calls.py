"""Our own entries in somebody's diary: found by our key, added, changed and taken out ([MS-OXWSMTGS])."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exchangelib import Account, CalendarItem, EWSDateTime, EWSTimeZone, ExtendedProperty
from exchangelib.errors import ErrorItemNotFound
from exchangelib.fields import FieldPath
from exchangelib.items import AUTO_RESOLVE, MOVE_TO_DELETED_ITEMS, SAVE_ONLY, SEND_TO_NONE
from exchangelib.properties import DistinguishedFolderId, ItemId, Mailbox
from exchangelib.services import CreateItem, DeleteItem, UpdateItem
from exchangelib.util import TNS
from lxml.etree import _Element

from bot.ports import DiaryEntry
from handlers.exchange.moments import moment_in
from handlers.exchange.searching import AnyOf, Search

REMINDER_MINUTES = 30
KEYS_AT_ONCE = 20
_KEY = "visit_key"


class VisitKey(ExtendedProperty):
    """Our key on an entry: a property that Outlook keeps through every move, and shows nobody."""

    property_set_id = "6f0c2f5e-9d5b-4c62-8c1b-2a5d0c7e4b19"
    property_name = "VisitBotKey"
    property_type = "String"


CalendarItem.register(_KEY, VisitKey)
_SHOWN = ("subject", "start", "end", "location", "legacy_free_busy_status")
_WRITTEN = (*_SHOWN, "is_all_day")
_REMINDER = ("reminder_is_set", "reminder_minutes_before_start")
_PATHS = [FieldPath(field=CalendarItem.get_field_by_fieldname(name)) for name in (*_SHOWN, "datetime_created", _KEY)]


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of ours as it lies in a diary; the times in UTC."""

    id: str
    change_key: str
    key: str
    start: dt.datetime
    end: dt.datetime
    title: str
    location: str
    status: str
    created: dt.datetime


def our_events(account: Account, keys: Sequence[str]) -> list[Event]:
    """Our entries of these keys, the earliest made first; at most 20 keys are asked for at once."""
    found: list[Event] = []
    for place in range(0, len(keys), KEYS_AT_ONCE):
        some = keys[place : place + KEYS_AT_ONCE]
        offset: int | None = 0
        while offset is not None:
            page, following = Search(account=account).page(_calendar(account), AnyOf(_PATHS[-1], some), _PATHS, offset)
            events = [_event(element) for element in page.iter(f"{{{TNS}}}CalendarItem")]
            found += [event for event in events if event is not None and event.key in some]
            offset = following if following is None or following > offset else None
    return sorted(found, key=lambda event: (event.created, event.id))


def add_event(account: Account, entry: DiaryEntry) -> None:
    """A new entry, of which nobody is told."""
    item = CalendarItem(account=account, **_values(entry), visit_key=entry.key)
    results = list(_Add(account=account).call(item))
    for result in results:
        if isinstance(result, Exception):
            raise result


def change_event(account: Account, event: Event, entry: DiaryEntry) -> None:
    """The entry as it is to be; nobody is told."""
    item = CalendarItem(account=account, id=event.id, changekey=event.change_key or None, **_values(entry))
    # Only a hold that becomes a booking gets the reminder: what its owner has set since is the owner's.
    changed = _REMINDER if event.status != _status(entry) else ()
    results = UpdateItem(account=account).call(
        items=[(item, [*_WRITTEN, *changed])],
        conflict_resolution=AUTO_RESOLVE,
        message_disposition=SAVE_ONLY,
        send_meeting_invitations_or_cancellations=SEND_TO_NONE,
        suppress_read_receipts=True,
    )
    for result in list(results):
        if isinstance(result, Exception):
            raise result


def remove_events(account: Account, events: Sequence[Event]) -> None:
    """Into the owner's Deleted Items; one that has gone is no error, and nobody is told."""
    results = DeleteItem(account=account).call(
        items=[ItemId(id=event.id) for event in events],
        delete_type=MOVE_TO_DELETED_ITEMS,
        send_meeting_cancellations=SEND_TO_NONE,
        affected_task_occurrences="AllOccurrences",
        suppress_read_receipts=True,
    )
    for result in list(results):
        if isinstance(result, Exception) and not isinstance(result, ErrorItemNotFound):
            raise result


def differs(event: Event, entry: DiaryEntry) -> bool:
    """Whether an entry does not yet lie as it is to be."""
    lies = (event.start, event.end, event.title, event.location, event.status)
    return lies != (entry.start, entry.end, entry.title, entry.location, _status(entry))


def _calendar(account: Account) -> DistinguishedFolderId:
    return DistinguishedFolderId(id="calendar", mailbox=Mailbox(email_address=account.primary_smtp_address))


def _status(entry: DiaryEntry) -> str:
    return "Tentative" if entry.tentative else "Busy"


def _values(entry: DiaryEntry) -> dict[str, object]:
    return {
        "subject": entry.title,
        "start": _ews(entry.start),
        "end": _ews(entry.end),
        "location": entry.location,
        "legacy_free_busy_status": _status(entry),
        "is_all_day": False,
        "reminder_is_set": not entry.tentative,
        "reminder_minutes_before_start": REMINDER_MINUTES,
    }


def _ews(moment: dt.datetime) -> EWSDateTime:
    """In London time, so that Outlook shows the entry as one of there wherever its owner is."""
    return EWSDateTime.from_datetime(moment).astimezone(EWSTimeZone("Europe/London"))


def _event(element: _Element) -> Event | None:
    """An entry of ours, or None for anything else; raises ValueError where its times cannot be read."""
    named = element.find(f"{{{TNS}}}ItemId")
    key = next(
        (
            one.findtext(f"{{{TNS}}}Value")
            for one in element.findall(f"{{{TNS}}}ExtendedProperty")
            if one.find(f"{{{TNS}}}ExtendedFieldURI[@PropertyName='{VisitKey.property_name}']") is not None
        ),
        None,
    )
    if named is None or key is None:
        return None
    created = element.findtext(f"{{{TNS}}}DateTimeCreated")
    return Event(
        id=named.get("Id", ""),
        change_key=named.get("ChangeKey", ""),
        key=key,
        start=moment_in(element.findtext(f"{{{TNS}}}Start")),
        end=moment_in(element.findtext(f"{{{TNS}}}End")),
        title=element.findtext(f"{{{TNS}}}Subject") or "",
        location=element.findtext(f"{{{TNS}}}Location") or "",
        status=element.findtext(f"{{{TNS}}}LegacyFreeBusyStatus") or "",
        created=moment_in(created) if created else dt.datetime.max.replace(tzinfo=dt.UTC),
    )


class _Add(CreateItem):
    def call(self, item: CalendarItem) -> Iterator[object]:
        payload = self.get_payload(
            items=[item],
            folder=_calendar(self.account),
            message_disposition=SAVE_ONLY,
            send_meeting_invitations=SEND_TO_NONE,
        )
        return iter(self._elems_to_objs(self._get_elements(payload=payload)))

    def _elem_to_obj(self, elem: object) -> object:
        return elem
