"""When somebody is free, told in UTC whatever zones the server knows ([MS-OXWAVAIL])."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exchangelib import Account, EWSDateTime, EWSTimeZone
from exchangelib.properties import (
    DaylightTime,
    FreeBusyViewOptions,
    MailboxData,
    StandardTime,
    TimeWindow,
    TimeZone,
)
from exchangelib.services import GetUserAvailability
from exchangelib.util import TNS
from lxml.etree import _Element

from bot.ports import BusyPeriod
from handlers.exchange.moments import moment_in

MERGED_MINUTES = 30
_BUSY = frozenset({"Tentative", "Busy", "OOF"})
_BUSY_DIGITS = frozenset("123")


def busy_periods(account: Account, start: dt.datetime, end: dt.datetime, *, as_owner: bool) -> list[BusyPeriod]:
    """When the account's owner is tentatively or firmly away in that span; times in UTC, each entry its own.

    A server that tells no single entries is taken by its half hours. Raises LookupError where it tells nothing at all.
    """
    service = _Times(account, as_owner=as_owner)
    (view,) = list(service.call(start, end))
    if isinstance(view, Exception):
        raise view
    kind = view.findtext(f"{{{TNS}}}FreeBusyViewType")
    if kind in (None, "None"):
        raise LookupError("the server tells nothing about these times")
    if kind == "MergedOnly":
        return list(_merged(view.findtext(f"{{{TNS}}}MergedFreeBusy") or "", start))
    return [_period(event) for event in view.iter(f"{{{TNS}}}CalendarEvent") if _is_busy(event)]


def _is_busy(event: _Element) -> bool:
    return event.findtext(f"{{{TNS}}}BusyType") in _BUSY


def _period(event: _Element) -> BusyPeriod:
    """Times in an answer have no offset: they are in the zone that was asked for, which is UTC."""
    start, end = (moment_in(event.findtext(f"{{{TNS}}}{name}"), dt.UTC) for name in ("StartTime", "EndTime"))
    return BusyPeriod(start, end)


def _merged(digits: str, start: dt.datetime) -> Iterator[BusyPeriod]:
    step = dt.timedelta(minutes=MERGED_MINUTES)
    begun: int | None = None
    for place, digit in enumerate(f"{digits}0"):
        if digit in _BUSY_DIGITS:
            begun = place if begun is None else begun
        elif begun is not None:
            yield BusyPeriod(start + step * begun, start + step * place)
            begun = None


class _Times(GetUserAvailability):
    """Asked in UTC, described by us: a server need not know any zone by name, and no hour comes twice."""

    def __init__(self, account: Account, *, as_owner: bool) -> None:
        self._of = account
        self._as_owner = as_owner
        super().__init__(protocol=account.protocol)

    @property
    def _account_to_impersonate(self) -> object:
        return self._of.identity if self._as_owner else None

    def call(self, start: dt.datetime, end: dt.datetime) -> Iterator[_Element | Exception]:
        utc = EWSTimeZone("UTC")
        window = TimeWindow(start=EWSDateTime.from_datetime(start), end=EWSDateTime.from_datetime(end))
        never = {"bias": 0, "time": dt.time(2), "occurrence": 5, "weekday": "Sunday"}
        return iter(
            super().call(
                tzinfo=utc,
                mailbox_data=[
                    MailboxData(email=self._of.primary_smtp_address, attendee_type="Required", exclude_conflicts=False)
                ],
                timezone=TimeZone(
                    bias=0,
                    standard_time=StandardTime(iso_month=10, **never),
                    daylight_time=DaylightTime(iso_month=3, **never),
                ),
                free_busy_view_options=FreeBusyViewOptions(
                    time_window=window, merged_free_busy_interval=MERGED_MINUTES, requested_view="FreeBusyMerged"
                ),
            )
        )

    def _elem_to_obj(self, elem: _Element | None) -> _Element:
        if elem is None:
            raise LookupError("the server tells nothing about these times")
        return elem
