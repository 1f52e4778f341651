"""GetUserAvailability ([MS-OXWAVAIL]): an adviser's times, told in the time zone that the request describes."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from tests.fakes.ews_store import EwsMailbox, EwsStore
from tests.fakes.ews_xml import Element, Fault, M, Refusal, T, in_order, maybe, one, words

LONGEST = dt.timedelta(62)
_DAYS = {name: number for number, name in enumerate(calendar.day_name)}
_DIGITS = {"Free": "0", "Tentative": "1", "Busy": "2", "OOF": "3", "WorkingElsewhere": "4", "NoData": "4"}


@dataclass(frozen=True)
class Zone:
    """A SerializableTimeZone: minutes to add to local time for UTC, and when the clocks change."""

    bias: int
    changes: tuple[tuple[int, int, int, int, dt.time], ...]

    def to_local(self, moment: dt.datetime) -> dt.datetime:
        """A moment as the local clock shows it, without an offset."""
        standard, daylight = self.changes
        local = moment.replace(tzinfo=None) - dt.timedelta(minutes=self.bias + standard[0])
        starts, ends = self._at(daylight, local.year), self._at(standard, local.year)
        in_summer = starts <= local < ends if starts < ends else not ends <= local < starts
        minutes = self.bias + (daylight[0] if in_summer else standard[0])
        return moment.replace(tzinfo=None) - dt.timedelta(minutes=minutes)

    def to_utc(self, local: dt.datetime) -> dt.datetime:
        guess = local.replace(tzinfo=dt.UTC)
        return guess + (local - self.to_local(guess))

    @staticmethod
    def _at(change: tuple[int, int, int, int, dt.time], year: int) -> dt.datetime:
        _, order, month, weekday, time = change
        days = [
            day
            for day in range(1, calendar.monthrange(year, month)[1] + 1)
            if dt.date(year, month, day).weekday() == weekday
        ]
        return dt.datetime.combine(dt.date(year, month, days[min(order, len(days)) - 1]), time)


def zone_in(body: Element) -> Zone:
    element = maybe(body, "t:TimeZone")
    if element is None:
        raise Fault("ErrorTimeZone", "The time zone is missing.")
    in_order(element, "t:Bias!", "t:StandardTime!", "t:DaylightTime!")
    changes = []
    for name in ("t:StandardTime", "t:DaylightTime"):
        change = one(element, name)
        in_order(change, "t:Bias!", "t:Time!", "t:DayOrder!", "t:Month!", "t:DayOfWeek!", "t:Year")
        try:
            changes.append(
                (
                    int(words(change, "t:Bias")),
                    int(words(change, "t:DayOrder")),
                    int(words(change, "t:Month")),
                    _DAYS[words(change, "t:DayOfWeek")],
                    dt.time.fromisoformat(words(change, "t:Time")),
                )
            )
        except (ValueError, KeyError):
            raise Fault("ErrorSchemaValidation", "The time zone cannot be read.") from None
        if not (1 <= changes[-1][1] <= 5 and 1 <= changes[-1][2] <= 12):
            raise Fault("ErrorTimeZone", "The time zone makes no sense.")
    return Zone(int(words(element, "t:Bias")), tuple(changes))


def availability(store: EwsStore, user: str, body: Element, *, merged_only: bool) -> Element:
    """GetUserAvailabilityResponse."""
    in_order(body, "t:TimeZone", "m:MailboxDataArray!", "t:FreeBusyViewOptions", "t:SuggestionsViewOptions")
    zone = zone_in(body)
    options = one(body, "t:FreeBusyViewOptions")
    in_order(options, "t:TimeWindow!", "t:MergedFreeBusyIntervalInMinutes", "t:RequestedView")
    window = one(options, "t:TimeWindow")
    in_order(window, "t:StartTime!", "t:EndTime!")
    start, end = (_window_moment(zone, words(window, name)) for name in ("t:StartTime", "t:EndTime"))
    answers = []
    for person in one(body, "m:MailboxDataArray"):
        in_order(person, "t:Email!", "t:AttendeeType!", "t:ExcludeConflicts")
        address = words(one(person, "t:Email"), "t:Address").lower()
        try:
            answers.append(_answer(store, user, address, zone, start, end, options, merged_only))
        except Refusal as refusal:
            message = (M("MessageText", str(refusal)), M("ResponseCode", refusal.code), M("DescriptiveLinkKey", "0"))
            answers.append(M("FreeBusyResponse", M("ResponseMessage", *message, ResponseClass="Error")))
    return M("GetUserAvailabilityResponse", M("FreeBusyResponseArray", *answers))


def _window_moment(zone: Zone, text: str) -> dt.datetime:
    try:
        value = dt.datetime.fromisoformat(text)
    except ValueError:
        raise Fault("ErrorSchemaValidation", f"{text} is no moment.") from None
    return value.astimezone(dt.UTC) if value.tzinfo else zone.to_utc(value)


def _answer(
    store: EwsStore, user: str, address: str, zone: Zone, start: dt.datetime, end: dt.datetime, options: Element,
    merged_only: bool,
) -> Element:  # fmt: skip
    if end <= start:
        raise Fault("ErrorInvalidTimeInterval", "The time window ends before it begins.")
    if end - start > LONGEST:
        raise Refusal("ErrorTimeIntervalTooBig", "The requested time window is too long.")
    mailbox = store.mailboxes.get(address)
    if mailbox is None:
        raise Refusal("ErrorMailRecipientNotFound", "Unable to resolve the address.")
    if not mailbox.free_busy and user not in {mailbox.address, *mailbox.access}:
        raise Refusal("ErrorNoFreeBusyAccess", "The caller does not have access to free/busy data.")
    asked = maybe(options, "t:RequestedView")
    view = "MergedOnly" if merged_only else (asked.text or "").strip() if asked is not None else "Detailed"
    content = [M("ResponseMessage", M("ResponseCode", "NoError"), ResponseClass="Success")]
    events = _events(mailbox, start, end)
    shown = M("FreeBusyView", T("FreeBusyViewType", view))
    if "Merged" in view:
        shown.append(
            T("MergedFreeBusy", _digits(events, start, end, int(words(options, "t:MergedFreeBusyIntervalInMinutes"))))
        )
    if view != "MergedOnly" and events:
        shown.append(
            T(
                "CalendarEventArray",
                *(
                    T(
                        "CalendarEvent",
                        T("StartTime", zone.to_local(begins).isoformat()),
                        T("EndTime", zone.to_local(ends).isoformat()),
                        T("BusyType", status),
                    )
                    for begins, ends, status in events
                ),
            )
        )
    return M("FreeBusyResponse", *content, shown)


def _events(mailbox: EwsMailbox, start: dt.datetime, end: dt.datetime) -> list[tuple[dt.datetime, dt.datetime, str]]:
    items = mailbox.in_folder(mailbox.distinguished("calendar"))
    return sorted(
        (item.start, item.end, item.values.get("calendar:LegacyFreeBusyStatus", "Busy"))
        for item in items
        if item.start and item.end and item.start < end and item.end > start
    )


def _digits(
    events: list[tuple[dt.datetime, dt.datetime, str]], start: dt.datetime, end: dt.datetime, minutes: int
) -> str:
    step = dt.timedelta(minutes=minutes)
    count = -((start - end) // step)

    def worst(begin: dt.datetime) -> str:
        kinds = [_DIGITS[kind] for begins, ends, kind in events if begins < begin + step and ends > begin]
        return max(kinds, default="0")

    return "".join(worst(start + step * n) for n in range(count))
