"""Days that have a name: saints' and feast days, and the days that British schools keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.words import Word

_DAY = dt.timedelta(1)
_LONGEST = 6

_FIXED = {
    "01-06": "epiphany",
    "01-25": "burns (night|day) ; burns' (night|day)",
    "01-27": "holocaust memorial day ; hmd",
    "02-02": "groundhog day ; candlemas (day)?",
    "02-04": "world cancer day",
    "02-14": "(st|saint)? (valentine's|valentines|valentine) day",
    "03-01": "(st|saint) (david's|davids) day ; (st|saint) . (david's|davids) day ; dydd gwyl dewi",
    "03-05": "(st|saint) (piran's|pirans) day",
    "03-08": "(international)? (women's|womens) day ; iwd",
    "03-17": """
        (st|saint) (patrick's|patricks|paddy's|paddys|pat's) day ; (paddy's|paddys|patrick's|patricks) day
        (st|saint) . (patrick's|patricks) day ; paddy day
    """,
    "03-25": "lady day",
    "04-01": "april (fool's|fools|fools') day ; all fools' day ; april fools",
    "04-22": "earth day ; stephen lawrence day",
    "04-23": "(st|saint) (george's|georges) day ; (st|saint) . (george's|georges) day ; shakespeare's birthday",
    "05-01": "mayday ; labour day",
    "05-04": "star wars day",
    "05-08": "(ve|v.e|v.e.) day",
    "06-06": "d - day",
    "06-08": "world (oceans|ocean) day",
    "06-21": "(summer|the) solstice ; midsummer",
    "06-22": "windrush day",
    "06-24": "(midsummer's|midsummers) day ; midsummer day",
    "07-04": "(american)? independence day",
    "07-14": "bastille day",
    "07-15": "(st|saint) (swithin's|swithins|swithun's|swithuns) day",
}
_FEASTS = {
    -47: "shrove (tuesday|tues) ; pancake (day|tuesday)",
    -46: "ash wednesday",
    -21: "(mothering|mothers|mother's) sunday ; (mothers|mother's) day",
    -7: "palm sunday",
    -3: "(maundy|holy) thursday",
    -2: "good friday",
    0: "easter sunday",
    1: "easter monday",
    39: "ascension (day|thursday) ; feast of the ascension",
    60: "corpus christi",
}
"""Days counted from Easter Sunday."""
_NTH = {
    "blue monday": (1, 0, 3),
    "time to talk day": (2, 3, 1),
    "safer internet day ; (sid|internet+safety) day": (2, 1, 2),
    "world book day ; wbd ; book day": (3, 3, 1),
}
"""Month, weekday (Monday 0) and which one of the month."""

_NAMES = PhraseTable(
    {f"fixed {day}": names for day, names in _FIXED.items()}
    | {f"feast {count}": names for count, names in _FEASTS.items()}
    | {f"nth {month} {weekday} {nth}": names for names, (month, weekday, nth) in _NTH.items()}
)
NAMED_FIRSTS = _NAMES.firsts
"""The words that such a name may begin with."""
_INSTITUTIONS = one_of("nursery care centre surgery trip trips return hospital unit")
"""What a "day" belongs to when it stands before it: "St George's Day Nursery"."""


def named_day(words: Sequence[Word], at: int, today: dt.date) -> tuple[dt.date, int] | None:
    """The coming day of the name that begins at word `at`, and the place behind it; None for no name."""
    if not _NAMES.may_begin(words[at].text, words[at + 1].text if at + 1 < len(words) else ""):
        return None
    hit = _NAMES.at([word.text for word in words[at : at + _LONGEST]], 0, _LONGEST)
    if hit is None or (words[at].text == "good" and not words[at].raw[0].isupper()):
        return None
    last = at + hit[1]
    if last < len(words) and words[last].text in _INSTITUTIONS:
        return None
    days = [_in_year(hit[0], year) for year in (today.year, today.year + 1)]
    return next(day for day in days if day >= today or day is days[-1]), last


def _in_year(name: str, year: int) -> dt.date:
    kind, _, rest = name.partition(" ")
    if kind == "fixed":
        return dt.date.fromisoformat(f"{year}-{rest}")
    if kind == "feast":
        from dateutil.easter import easter

        return easter(year) + int(rest) * _DAY
    month, weekday, nth = (int(piece) for piece in rest.split())
    first = dt.date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * _DAY
