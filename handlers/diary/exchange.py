"""The advisers' diaries on an Exchange server: when they are free, and our own entries among theirs.

An entry carries our key in a property of its own, so that it is known again wherever its owner moves it. Nobody is ever
invited by Exchange: schools get their invitations from the bot.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from bot.local_time import LONDON
from bot.ports import BusyPeriod, DiaryChange, DiaryEntry, DiaryError, DiaryRemoval
from handlers.exchange.diary_calls import (
    Event,
    add_event,
    change_event,
    differs,
    our_events,
    remove_events,
)
from handlers.exchange.free_times import busy_periods
from handlers.exchange.server import Answer, ExchangeServer
from handlers.exchange.troubles import Trouble
from handlers.sections_exchange import ExchangeConnection

LONGEST_SPAN = dt.timedelta(42)
"""A server may refuse to tell more than 62 days at once, an old one more than 42."""


class ExchangeDiary:
    """The diaries of everybody whose mailbox our account may open; an adviser is known by the address."""

    def __init__(
        self,
        settings: ExchangeConnection,
        mailbox: str,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.server = ExchangeServer(settings, mailbox, monotonic=monotonic, sleep=sleep)

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        """When the adviser is tentatively or firmly away from the first to the last day inclusive (London).

        Free time and working elsewhere do not count. Raises DiaryError.
        """
        start, end = (_midnight(day) for day in (first, last + dt.timedelta(1)))
        periods: list[BusyPeriod] = []
        begin = start
        while begin < end:
            until = min(begin + LONGEST_SPAN, end)
            found = self._ask(adviser, partial(self._busy, adviser, begin, until))
            # What began before this span was told with the one before it.
            periods += [period for period in found if begin == start or period.start >= begin]
            begin = until
        return tuple(sorted(periods, key=lambda period: (period.start, period.end)))

    def write(self, changes: Sequence[DiaryChange]) -> None:
        """Write, move and take out entries, in this order; to repeat them changes nothing. Raises DiaryError."""
        for change in changes:
            act = partial(self._put, change) if isinstance(change, DiaryEntry) else partial(self._remove, change)
            self._ask(change.adviser, act)

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        """Where our entries lie now, by key; None for one that is gone. Raises DiaryError."""
        if not keys:
            return {}
        events = self._ask(adviser, lambda: our_events(self.server.account(adviser), keys))
        places = {event.key: BusyPeriod(event.start, event.end) for event in reversed(events)}
        return {key: places.get(key) for key in keys}

    def close(self) -> None:
        """End the connection to the server."""
        self.server.close()

    def _ask(self, adviser: str, call: Callable[[], Answer]) -> Answer:
        try:
            return self.server.ask(call, adviser)
        except Trouble as trouble:
            raise DiaryError(f"The diary of {adviser}: {trouble}") from trouble

    def _busy(self, adviser: str, start: dt.datetime, end: dt.datetime) -> list[BusyPeriod]:
        return busy_periods(self.server.account(adviser), start, end, as_owner=self.server.impersonates)

    def _put(self, entry: DiaryEntry) -> None:
        """Looked up each time: after an answer that was lost, the entry may be there already."""
        account = self.server.account(entry.adviser)
        events = our_events(account, [entry.key])
        if not events:
            add_event(account, entry)
            return
        ours, *others = events
        twins = [event for event in others if _alike(event, ours)]
        if twins:  # two of one answer that came too late; what the adviser copied elsewhere is the adviser's own
            remove_events(account, twins)
        if differs(ours, entry):
            change_event(account, ours, entry)

    def _remove(self, removal: DiaryRemoval) -> None:
        account = self.server.account(removal.adviser)
        events = our_events(account, [removal.key])
        if events:
            remove_events(account, events)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), LONDON).astimezone(dt.UTC)


def _alike(one: Event, other: Event) -> bool:
    return (one.start, one.end, one.title) == (other.start, other.end, other.title)
