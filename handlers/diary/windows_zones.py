"""Time zones by the names that calendars use: those of the IANA database, and those of Windows."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_UTC = frozenset({"utc", "z", "gmt", "etc/utc", "etc/gmt", "tzone://microsoft/utc"})


@lru_cache(maxsize=256)
def zone_named(name: str) -> dt.tzinfo | None:
    """The zone of that name; None for one that nobody knows."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    name = name.strip().strip('"')
    if name.casefold() in _UTC:
        return dt.UTC
    try:
        return ZoneInfo(WINDOWS_TO_OLSON.get(name, name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
