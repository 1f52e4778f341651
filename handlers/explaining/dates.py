"""Every date or stretch of days that a text mentions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from bot.school_days import academic_year, usual_school_year
from bot.understanding.dates import mentions_of
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.words import words_of


def answer(case: Mapping[str, object]) -> dict[str, object]:
    """The dates in `text`, seen from `now`: inclusive pairs of ISO dates, in order of mention, a single day twice.

    Raises KeyError, TypeError or ValueError where the case has another shape.
    """
    text, now = case["text"], case["now"]
    if not isinstance(text, str) or not isinstance(now, str):
        raise TypeError("text and now are texts")
    today = dt.datetime.fromisoformat(now).date()
    ground = Ground(today, usual_school_year(academic_year(today)))
    pairs = [pair for mention in mentions_of(words_of(text), ground) for pair in _pairs(mention)]
    return {
        "id": case.get("id"),
        "dates": [[start.isoformat(), end.isoformat()] for start, end in dict.fromkeys(pairs)],
    }


def _pairs(mention: Mention) -> list[tuple[dt.date, dt.date]]:
    if mention.shape is Shape.DAY and mention.days:
        return [(mention.days[0], mention.days[0])]
    if mention.shape is Shape.SPAN and mention.start is not None and mention.end is not None:
        return [(mention.start, mention.end)]
    return []
