"""Date words that our own grammar finds but does not count: resolved by dateparser, which only this file imports."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache


@lru_cache(maxsize=1024)
def counted(words: str, today: dt.date) -> dt.date | None:
    """The day that words such as "in ten days" count from today, None where dateparser makes nothing of them.

    Only ever given a span that our grammar has found: over a whole body dateparser invents dates.
    """
    import dateparser

    base = dt.datetime.combine(today, dt.time(12), tzinfo=dt.UTC).replace(tzinfo=None)
    found = dateparser.parse(
        words,
        languages=["en"],
        settings={"DATE_ORDER": "DMY", "RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"},
    )
    return None if found is None else found.date()
