"""Moments as Exchange writes them."""

from __future__ import annotations

import datetime as dt

from bot.local_time import LONDON


def moment_in(text: str | None, zone: dt.tzinfo = LONDON) -> dt.datetime:
    """An xs:dateTime as UTC; one without an offset is in the zone that the request named. Raises ValueError."""
    value = dt.datetime.fromisoformat((text or "").strip())
    return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(dt.UTC)
