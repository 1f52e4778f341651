"""The clocks of England: the one place that says where our people are."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def local_day(moment: dt.datetime) -> dt.date:
    """The day of a moment (aware) in England."""
    return moment.astimezone(LONDON).date()
