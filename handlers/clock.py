"""The clock, and a clock that stands still: where the time of every command comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.errors import WrongUseError
from bot.local_time import LONDON
from bot.ports import Clock


class MomentError(WrongUseError, ValueError):
    """A moment could not be read; says in one sentence what was given and how to write it."""


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock."""

    def now(self) -> dt.datetime:
        """The moment, in UTC."""
        return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands at `moment`, an aware datetime."""

    moment: dt.datetime

    def now(self) -> dt.datetime:
        """The same moment every time, in UTC."""
        return self.moment.astimezone(dt.UTC)


def parse_moment(text: str) -> dt.datetime:
    """An ISO 8601 moment as UTC; without an offset it is local time in London, a bare date is its midnight.

    Where the clocks go back the earlier of the two moments is meant. Raises MomentError.
    """
    try:
        moment = dt.datetime.fromisoformat(text.strip())
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=LONDON)
        return aware.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise MomentError(f'"{text}" is not a moment; write it like 2027-01-26T09:15 or 2027-01-26T09:15Z.') from None


def clock_from(now: str | None) -> Clock:
    """The clock of a command: standing at `--now` where that was given, else the machine's. Raises MomentError."""
    return SystemClock() if now is None else FixedClock(parse_moment(now))


def london(moment: dt.datetime) -> dt.datetime:
    """The same moment as local time in London, for people to read."""
    return moment.astimezone(LONDON)
