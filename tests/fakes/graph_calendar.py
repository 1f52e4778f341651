"""Calendars as Microsoft's documentation of Graph 1.0 describes them: getSchedule, and events with their properties."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tests.fakes.graph_wire import RefusalError, Reply, Request, expanded_property, extended_condition, tabled

STATES = ("free", "tentative", "busy", "oof", "workingElsewhere", "unknown")
ZONES = {"UTC": "UTC", "GMT Standard Time": "Europe/London", "Pacific Standard Time": "America/Los_Angeles"}
_PROPERTIES = (
    "id subject start end showAs location body isAllDay isCancelled transactionId categories attendees type "
    "isReminderOn createdDateTime lastModifiedDateTime singleValueExtendedProperties sensitivity"
)
PROPERTIES = frozenset(_PROPERTIES.split())
WRITABLE = PROPERTIES - {"id", "type", "createdDateTime", "lastModifiedDateTime", "isCancelled"}
_PROPERTY_ID = re.compile(r"String \{[0-9a-fA-F-]{36}\} Name \S+")
MOST_DAYS = 62
FIRST = dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC)
MOST_SCHEDULES = 20


def moment(value: object) -> dt.datetime:
    """A dateTimeTimeZone as a moment in UTC."""
    if not isinstance(value, dict) or not isinstance(value.get("dateTime"), str) or "timeZone" not in value:
        raise RefusalError(400, "ErrorInvalidRequest", "dateTimeTimeZone expected")
    name = str(value["timeZone"])
    try:
        zone = ZoneInfo(ZONES.get(name, name))
        naive = dt.datetime.fromisoformat(value["dateTime"])
    except (ZoneInfoNotFoundError, ValueError):
        raise RefusalError(400, "TimeZoneNotSupportedException", "A valid TimeZone value must be specified.") from None
    return (naive if naive.tzinfo else naive.replace(tzinfo=zone)).astimezone(dt.UTC)


def shown_moment(value: dt.datetime, zone: str) -> dict[str, str]:
    local = value.astimezone(ZoneInfo(ZONES.get(zone, zone)))
    return {"dateTime": f"{local:%Y-%m-%dT%H:%M:%S}.0000000", "timeZone": zone}


@dataclass
class Event:
    number: int
    start: dt.datetime
    end: dt.datetime
    fields: dict[str, Any] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"AAMkEvent-{self.number:05}="

    def shown(self, request: Request, expand: str = "") -> dict[str, Any]:
        zone = next(
            (
                part.partition("=")[2].strip('"')
                for part in request.preferences()
                if part.startswith("outlook.timezone")
            ),
            "UTC",
        )
        shown = {
            "id": self.id,
            "createdDateTime": f"{FIRST + dt.timedelta(seconds=self.number):%Y-%m-%dT%H:%M:%S.0000000Z}",
            "subject": "",
            "showAs": "busy",
            "isCancelled": False,
            "isAllDay": False,
            "type": "singleInstance",
            "attendees": [],
            **self.fields,
            "start": shown_moment(self.start, zone),
            "end": shown_moment(self.end, zone),
        }
        if expand in self.properties:
            shown["singleValueExtendedProperties"] = [{"id": expand, "value": self.properties[expand]}]
        return shown


class CalendarStore:
    """The default calendar of one person. `trouble`: what getSchedule says of it instead of its times."""

    def __init__(self) -> None:
        self.events: dict[int, Event] = {}
        self.used: dict[str, int] = {}
        self.trouble: dict[str, str] | None = None
        self.only_merged = False
        self._made = 0

    def add(self, start: dt.datetime, end: dt.datetime, show_as: str = "busy", subject: str = "Private") -> Event:
        self._made += 1
        event = Event(self._made, start, end, {"showAs": show_as, "subject": subject})
        self.events[event.number] = event
        return event

    def answer(self, request: Request, rest: tuple[str, ...]) -> Reply:
        match (request.method, *rest):
            case ("GET", "events"):
                return self._list(request)
            case ("POST", "events"):
                return self._make(request)
            case ("GET", "events", key):
                request.only("$select", "$expand")
                return tabled(self._event(key).shown(request))
            case ("PATCH", "events", key):
                event = self._event(key)
                if "transactionId" in request.json():
                    raise RefusalError(400, "ErrorInvalidPropertySet", "transactionId cannot be changed")
                self._set(event, request.json())
                return tabled(event.shown(request))
            case ("DELETE", "events", key):
                del self.events[self._event(key).number]
                return Reply(204)
        raise RefusalError(405, "Request_BadRequest", "This operation is not documented.")

    def _event(self, key: str) -> Event:
        found = re.fullmatch(r"AAMkEvent-(\d{5})=", key)
        if found is None:
            raise RefusalError(400, "ErrorInvalidIdMalformed", "Id is malformed.")
        if int(found[1]) not in self.events:
            raise RefusalError(404, "ErrorItemNotFound", "The specified object was not found in the store.")
        return self.events[int(found[1])]

    def _list(self, request: Request) -> Reply:
        request.only("$filter", "$select", "$expand", "$top", "$skip", "$orderby")
        request.selected(PROPERTIES)
        found = list(self.events.values())
        if "$filter" in request.query:
            name, fits = extended_condition(request.query["$filter"])
            found = [event for event in found if name in event.properties and fits(event.properties[name])]
        expand = expanded_property(request.query["$expand"]) if "$expand" in request.query else ""
        start, end = int(request.query.get("$skip", "0")), int(request.query.get("$skip", "0")) + request.top()
        page: dict[str, Any] = {"value": [event.shown(request, expand) for event in found[start:end]]}
        if found[end:]:
            query = urlencode({**request.query, "$skip": str(end)})
            page["@odata.nextLink"] = f"{request.base}/v1.0/{'/'.join(request.segments)}?{query}"
        return tabled(page)

    def _make(self, request: Request) -> Reply:
        table = request.json()
        transaction = table.get("transactionId")
        if isinstance(transaction, str) and transaction in self.used:
            event = self.events.get(self.used[transaction])
            if event is not None and (event.start, event.end) == (moment(table["start"]), moment(table["end"])):
                return tabled(event.shown(request), 201)
            raise RefusalError(
                409,
                "ErrorDuplicateTransactionId",
                "The TransactionId specified in the request has already been used to create a different event.",
            )
        if "start" not in table or "end" not in table:
            raise RefusalError(400, "ErrorInvalidRequest", "start and end are needed")
        event = Event(self._made + 1, moment(table["start"]), moment(table["end"]))
        self._set(event, table)
        self._made += 1
        self.events[event.number] = event
        if isinstance(transaction, str):
            self.used[transaction] = event.number
        return tabled(event.shown(request), 201)

    def _set(self, event: Event, table: dict[str, Any]) -> None:
        for name, value in table.items():
            if name not in WRITABLE:
                raise RefusalError(400, "RequestBodyRead", f"The property '{name}' does not exist or is read-only.")
            if name == "showAs" and value not in STATES:
                raise RefusalError(400, "RequestBodyRead", "Requested value was not found.")
            if name == "singleValueExtendedProperties":
                self._set_properties(event, value)
            elif name in ("start", "end"):
                setattr(event, name, moment(value))
            else:
                event.fields[name] = value
        if event.end < event.start:
            raise RefusalError(400, "ErrorPropertyValidationFailure", "The end is before the start.")

    def _set_properties(self, event: Event, value: object) -> None:
        for item in value if isinstance(value, list) else []:
            if not isinstance(item, dict) or not _PROPERTY_ID.fullmatch(str(item.get("id"))):
                raise RefusalError(400, "ErrorInvalidProperty", "PropertyId values may only be in documented formats.")
            event.properties[str(item["id"])] = str(item["value"])


def schedules(request: Request, calendars: dict[str, CalendarStore]) -> Reply:
    """Free/busy of several people, as calendar: getSchedule describes it."""
    table = request.json()
    start, end = moment(table.get("startTime")), moment(table.get("endTime"))
    wanted = table.get("schedules")
    interval = table.get("availabilityViewInterval", 30)
    if not isinstance(wanted, list) or not 1 <= len(wanted) <= MOST_SCHEDULES:
        raise RefusalError(400, "ErrorInvalidParameter", "1 to 20 schedules are expected")
    if not isinstance(interval, int) or not 5 <= interval <= 1440:
        raise RefusalError(400, "ErrorInvalidMergedFreeBusyInterval")
    if not dt.timedelta() < end - start < dt.timedelta(days=MOST_DAYS):
        raise RefusalError(400, "ErrorTimeIntervalTooBig", "The time period to look up must be less than 62 days.")
    return tabled({"value": [_schedule(str(name), calendars, request, start, end, interval) for name in wanted]})


def _schedule(
    name: str,
    calendars: dict[str, CalendarStore],
    request: Request,
    start: dt.datetime,
    end: dt.datetime,
    interval: int,
) -> dict[str, Any]:
    calendar = calendars.get(name)
    trouble = calendar.trouble if calendar else {"responseCode": "ErrorMailRecipientNotFound", "message": "Unknown."}
    if trouble is not None or calendar is None:
        return {"scheduleId": name, "error": trouble}
    events = sorted(
        (event for event in calendar.events.values() if event.start < end and start < event.end), key=lambda e: e.start
    )
    items = []
    for event in events:
        shown = event.shown(request)
        items.append({"status": shown["showAs"], "start": shown["start"], "end": shown["end"]})
    step = dt.timedelta(minutes=interval)
    view, now = "", start
    digits = {"tentative": "1", "busy": "2", "oof": "3", "workingElsewhere": "4"}
    while now < end:
        view += max(
            (digits.get(e.fields.get("showAs", "busy"), "0") for e in events if e.start < now + step and now < e.end),
            default="0",
        )
        now += step
    return {"scheduleId": name, "availabilityView": view, "scheduleItems": [] if calendar.only_merged else items}
