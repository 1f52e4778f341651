"""Every date or stretch of days that a text mentions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.school_days import academic_year, usual_school_year
from bot.understanding.dates import mentions_of
from bot.understanding.ground import Ground, Mention, Shape, week_of
from bot.understanding.phrases import one_of
from bot.understanding.words import Word, words_of


def answer(case: Mapping[str, object]) -> dict[str, object]:
    """The dates in `text`, seen from `now`: inclusive pairs of ISO dates, in order of mention, a single day twice.

    Raises KeyError, TypeError or ValueError where the case has another shape.
    """
    text, now = case["text"], case["now"]
    if not isinstance(text, str) or not isinstance(now, str):
        raise TypeError("text and now are texts")
    today = dt.datetime.fromisoformat(now).date()
    ground = Ground(today, usual_school_year(academic_year(today)))
    words = words_of(text)
    pairs = [pair for mention in _placed(mentions_of(words, ground), words) for pair in _pairs(mention)]
    return {
        "id": case.get("id"),
        "dates": [[start.isoformat(), end.isoformat()] for start, end in dict.fromkeys(pairs)],
    }


def _placed(mentions: Sequence[Mention], words: Sequence[Word]) -> Iterator[Mention]:
    """The mentions, a weekday right behind a week as a day of it: "next week, on the Wednesday"."""
    before: Mention | None = None
    for mention in mentions:
        week = before is not None and before.shape is Shape.SPAN and before.start is not None and not before.opens
        if week and before is not None and before.start is not None and mention.shape is Shape.WEEKDAY:
            near = all(word.text in _BETWEEN for word in words[before.last : mention.first])
            day = week_of(before.start)[0] + dt.timedelta(mention.weekdays[0])
            if near and before.end is not None and before.start <= day <= before.end < before.start + _WEEK:
                yield replace(mention, shape=Shape.DAY, days=(day,))
                continue
        yield mention
        before = mention


_BETWEEN = one_of(", on the - : ( ;")
_WEEK = dt.timedelta(7)


def _pairs(mention: Mention) -> list[tuple[dt.date, dt.date]]:
    if mention.shape is Shape.DAY and mention.days:
        return [(mention.days[0], mention.days[0])]
    if mention.shape is Shape.SPAN and mention.start is not None and mention.end is not None:
        return [(mention.start, mention.end)]
    return []
