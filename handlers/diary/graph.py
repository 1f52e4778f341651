"""The advisers' diaries in Microsoft 365 (Exchange Online), through Microsoft Graph.

Free time comes from getSchedule, asked in the name of the bot's own mailbox: it needs no right to anybody's calendar
but what colleagues may see of each other. Entries are events without attendees in the adviser's calendar, found again
by an extended property that holds our key.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import takewhile

from bot.ports import BusyPeriod, DiaryChange, DiaryEntry, DiaryError
from handlers.diary.graph_times import IN_UTC, VIEW_MINUTES, busy_items, period_in, windows, written
from handlers.http_line import Answer
from handlers.microsoft_graph import GraphClient, GraphError, TooLargeError, code_of, path, quoted, said

KEY_PROPERTY = "String {6f0d2c1e-8a44-4f6e-9b0b-5d1c7e2f4a90} Name VisitBotKey"
"""The extended property that holds our key; the GUID is our own namespace."""
FRESH = 30.0
"""Seconds for which free time once asked for is not asked for again, as when many visits are arranged in a row."""
_CREATIONS = 8
_WORTH_LISTING = 4
_PAGE = 100
_MOST_PAGES = 100
_Event = Mapping[str, object]


class GraphDiary:
    """Calendars asked and written through `client`; `mailbox` is the bot's own, which asks for free time.

    `elapsed` is a clock in seconds that only goes forward.
    """

    def __init__(self, client: GraphClient, mailbox: str, *, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._mailbox = mailbox
        self._elapsed = elapsed
        self._known: dict[str, tuple[float, dt.date, dt.date, tuple[BusyPeriod, ...]]] = {}

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        """When the adviser is tentatively booked, busy or away; free and working elsewhere do not count."""
        known = self._known.get(adviser)
        if known is not None and known[1:3] == (first, last) and self._elapsed() - known[0] < FRESH:
            return known[3]
        began = self._elapsed()
        found: list[BusyPeriod] = []
        with self._told(adviser, "asked for free time"):
            for number, window in enumerate(windows(first, last)):
                # What began in an earlier stretch has been counted there, to its end.
                found += [one for one in self._busy_in(adviser, window) if not number or one.start >= window.start]
        self._known[adviser] = (began, first, last, tuple(found))
        return tuple(found)

    def write(self, changes: Sequence[DiaryChange]) -> None:
        """Write, move and take out events by key. Somebody else's copy of one of ours is not moved, but taken out."""
        for change in changes:
            self._known.pop(change.adviser, None)
            with self._told(change.adviser, "written"):
                if isinstance(change, DiaryEntry):
                    self._put(change)
                else:
                    for event in self._events(change.adviser, change.key):
                        self._done(change.adviser, self._client.write("DELETE", _place(change.adviser, event)), (404,))

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        """Where the events of those keys lie; of several of one key, the oldest counts."""
        found: dict[str, BusyPeriod | None] = {}
        with self._told(adviser, "looked at"):
            listed = self._listed(adviser, keys)
            for key in keys:
                # One that was not listed is asked for by itself before it counts as gone.
                events = listed.get(key) or self._events(adviser, key)
                events = [event for event in events if event.get("isCancelled") is not True]
                period = period_in(events[0]) if events else None
                if not events or period is not None:
                    found[key] = period
        return found

    def _listed(self, adviser: str, keys: Sequence[str]) -> Mapping[str, list[_Event]]:
        """The events whose keys begin as all of those keys do, by key: a few requests in place of one for each."""
        beginning = _beginning(keys)
        listed: dict[str, list[_Event]] = defaultdict(list)
        if len(keys) < _WORTH_LISTING or not beginning:
            return listed
        for event in self._found(adviser, f"startswith(ep/value, {quoted(beginning)})", _PAGE):
            listed[str(_key_of(event))].append(event)
        return listed

    def _busy_in(self, adviser: str, window: BusyPeriod) -> list[BusyPeriod]:
        table = {
            "schedules": [adviser],
            "startTime": {"dateTime": f"{window.start:%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"},
            "endTime": {"dateTime": f"{window.end:%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"},
            "availabilityViewInterval": VIEW_MINUTES,
        }
        answer = self._client.write(
            "POST", path("users", self._mailbox, "calendar", "getSchedule"), table, prefer=IN_UTC
        )
        self._done(self._mailbox, answer)
        schedule = _only(answer.table().get("value"))
        error = schedule.get("error")
        if isinstance(error, Mapping):
            code = "".join(letter for letter in str(error.get("responseCode", "")) if letter.isalnum())[:60]
            raise DiaryError(
                f"Microsoft 365 has no free time of {adviser} for us ({code}); check the adviser's address,"
                f" and that {adviser} lets the organisation see when they are busy."
            )
        periods = busy_items(schedule, window)
        if periods is None:
            raise DiaryError(
                f"What Microsoft 365 says of the free time of {adviser} cannot be read; it is tried again."
            )
        return periods

    def _put(self, entry: DiaryEntry) -> None:
        events = self._events(entry.adviser, entry.key)
        if events:
            answer = self._client.write("PATCH", _place(entry.adviser, events[0]), _table(entry))
            self._done(entry.adviser, answer, (404,))
            if answer.status != 404:
                return
        self._make(entry)

    def _make(self, entry: DiaryEntry) -> None:
        """Create the event, once: Graph drops a repeated creation by its transactionId.

        An id is used up even when its event has been deleted or moved since, and then the next one is taken.
        """
        for number in range(_CREATIONS):
            table = {
                **_table(entry),
                "transactionId": _transaction(entry, number),
                "singleValueExtendedProperties": [{"id": KEY_PROPERTY, "value": entry.key}],
            }
            answer = self._client.write("POST", path("users", entry.adviser, "calendar", "events"), table)
            if code_of(answer) != "ErrorDuplicateTransactionId" and answer.status != 409:
                self._done(entry.adviser, answer)
                return
            if self._events(entry.adviser, entry.key):
                return
        raise DiaryError(
            f"Microsoft 365 does not take an entry into the calendar of {entry.adviser}; write it by hand:"
            f" {entry.title}, {entry.slot.date:%d %B %Y}."
        )

    def _events(self, adviser: str, key: str) -> list[_Event]:
        """The events of that key, the oldest first; filters do not mind capitals, we do."""
        found = self._found(adviser, f"ep/value eq {quoted(key)}", 10)
        return [event for event in found if _key_of(event) in (key, None)]

    def _found(self, adviser: str, condition: str, page: int) -> list[_Event]:
        """The events whose key fulfils a condition, the oldest first."""
        place = path("users", adviser, "calendar", "events")
        query: Mapping[str, str] | None = {
            "$filter": f"singleValueExtendedProperties/Any(ep: ep/id eq {quoted(KEY_PROPERTY)} and {condition})",
            "$select": "id,start,end,isCancelled,createdDateTime",
            "$expand": f"singleValueExtendedProperties($filter=id eq {quoted(KEY_PROPERTY)})",
            "$top": str(page),
        }
        events: list[_Event] = []
        for _ in range(_MOST_PAGES):
            answer = self._client.read(place, query, prefer=IN_UTC)
            self._done(adviser, answer)
            table = answer.table()
            value, following = table.get("value"), table.get("@odata.nextLink")
            some = value if isinstance(value, list) else []
            events += [one for one in some if isinstance(one, dict) and isinstance(one.get("id"), str)]
            if not isinstance(following, str):
                break
            place, query = following, None
        return sorted(events, key=lambda event: str(event.get("createdDateTime", "")))

    def _done(self, owner: str, answer: Answer, harmless: tuple[int, ...] = ()) -> None:
        if not answer.well and answer.status not in harmless:
            raise DiaryError(f"The calendar of {owner} could not be used: {said(answer)}{self._advice(owner, answer)}.")

    def _advice(self, owner: str, answer: Answer) -> str:
        section = self._client.access.section
        return {
            401: f"; check {section}.tenant_id, and that the application may use Microsoft Graph",
            403: (
                f"; let the administrator give the application {self._client.access.client_id} the Exchange role"
                f" Application Calendars.ReadWrite over {owner} (RBAC for Applications), and allow two hours"
            ),
            404: f"; check that {owner} is the address of a mailbox in Exchange Online",
        }.get(answer.status, "; it is tried again")

    @contextmanager
    def _told(self, adviser: str, done: str) -> Iterator[None]:
        try:
            yield
        except GraphError as error:
            raise DiaryError(f"The calendar of {adviser} could not be {done}: {error}") from error
        except TooLargeError:
            raise DiaryError(f"The calendar of {adviser} could not be {done}: the answer has no end.") from None


def _beginning(keys: Sequence[str]) -> str:
    """What all of the keys begin with."""
    first, last = min(keys, default=""), max(keys, default="")
    return first[: sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))]


def _only(value: object) -> Mapping[str, object]:
    """The one schedule of an answer; empty where there is not one."""
    return value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) else {}


def _place(adviser: str, event: _Event) -> str:
    return path("users", adviser, "events", str(event["id"]))


def _key_of(event: _Event) -> object:
    """The key that an event shows; None where it is not shown."""
    properties = event.get("singleValueExtendedProperties")
    for one in properties if isinstance(properties, list) else []:
        if isinstance(one, dict):
            return one.get("value")
    return None


def _table(entry: DiaryEntry) -> dict[str, object]:
    return {
        "subject": entry.title,
        "start": written(entry.start),
        "end": written(entry.end),
        "location": {"displayName": entry.location},
        "showAs": "tentative" if entry.tentative else "busy",
        "isReminderOn": not entry.tentative,
    }


def _transaction(entry: DiaryEntry, number: int) -> str:
    """The same for the same entry at the same time, so that to create it again changes nothing."""
    digest = hashlib.sha256(f"{entry.key}\n{entry.adviser}\n{entry.start}\n{entry.end}\n{number}".encode()).digest()
    return str(uuid.UUID(bytes=digest[:16]))
