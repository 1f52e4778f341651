"""Advisers' diaries that are published as calendar feeds (iCalendar, RFC 5545): they can be read, not written.

What the bot arranges goes into the diary that stands behind this one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot.ports import BusyPeriod, Clock, Diary, DiaryChange, DiaryError
from handlers.diary.feed_entries import MISSING, Feed, NoCalendarError, read_feed
from handlers.diary.feed_source import feed_text, host_of
from handlers.diary.feed_times import busy_periods
from handlers.diary.graph_times import midnight
from handlers.http_line import HttpLine

FRESH = dt.timedelta(minutes=1)
"""For so long a feed is not fetched again: short, as a half day is looked at again when a school agrees to it."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was read from a feed, and when."""

    at: dt.datetime
    feed: Feed


class FeedDiary:
    """Free time from the feeds at `addresses` (by adviser's email), entries in `own`.

    An adviser without a feed is free as far as is known. The clock says how old a fetched feed is; `ca_file` names
    certificate authorities to trust beside the usual ones; `line` fetches in place of a usual one.
    """

    def __init__(
        self,
        addresses: Mapping[str, str],
        own: Diary,
        clock: Clock,
        *,
        ca_file: Path | None = None,
        line: HttpLine | None = None,
    ) -> None:
        self._addresses = {adviser.casefold(): address for adviser, address in addresses.items()}
        self._own = own
        self._clock = clock
        self._line = line or HttpLine(MISSING, ca_file=ca_file, step=15, whole=30)
        self._kept: dict[str, _Kept] = {}

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        """What the feed says, and the own diary; raises DiaryError where the feed cannot be read."""
        own = self._own.busy(adviser, first, last)
        address = self._addresses.get(adviser.casefold())
        if address is None:
            return own
        window = BusyPeriod(midnight(first), midnight(last + dt.timedelta(1)))
        try:
            return (*own, *busy_periods(self._feed(adviser, address), window))
        except NoCalendarError as error:
            raise DiaryError(f"The calendar feed of {adviser} ({host_of(address)}) {error}.") from error

    def write(self, changes: Sequence[DiaryChange]) -> None:
        """Nobody writes into a feed: the own diary takes the entries."""
        self._own.write(changes)

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        """Where the entries lie in the own diary."""
        return self._own.standing(adviser, keys)

    def _feed(self, adviser: str, address: str) -> Feed:
        now = self._clock.now()
        kept = self._kept.get(adviser)
        if kept is not None and dt.timedelta() <= now - kept.at < FRESH:
            return kept.feed
        feed = read_feed(feed_text(address, self._line))
        if feed.unread:
            log.warning("entries of a calendar feed cannot be read", adviser=adviser, count=feed.unread)
        self._kept[adviser] = _Kept(now, feed)
        return feed
