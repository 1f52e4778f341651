"""Halves of the day: "am", "after lunch", "at 9.30", "13.30"; and times that lie in both."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Part
from bot.understanding.date_words import NOT_DAYS_BEFORE
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.words import Sort, Word

_PHRASES = PhraseTable(
    {
        "am": """
            morning|mornings|morning's ; first (half|part) of the (school)? day ; forenoon ; first thing
            before (lunch|lunchtime|break|noon|midday|dinner)
            (early|soon) as (you|we) (like|can) ; start of (the|our) (school)? day ; earlier in the day
        """,
        "pm": """
            afternoon|afternoons|afternoon's ; second (half|part) of the (school)? day
            after (lunch|lunchtime|noon|midday|dinner) ; end of the (school)? day
            later in the day
        """,
        "same": """
            same time ; (the|at) same time (of day)? ; same half
        """,
        "both": """
            all day ; any time ; anytime ; any time of (the)? day ; whole day ; either half ; either end of the day
            (morning|mornings) (or|and|/) (afternoon|afternoons)
            (afternoon|afternoons) (or|and|/) (morning|mornings) ; morning / afternoon ; either morning or afternoon
            no preference (on|about|for) time ; both halves
        """,
    }
)  # fmt: skip
_AM_VERB_OK = one_of(
    "or only please is would works slot one session visit suits and on for best preferred thanks if the but with "
    "instead then ideally session preferably"
)
_GREETED = one_of(", ! - . all team everyone both folks there colleagues to everybody") | {"\n"}
_HOURS = {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "one": 13, "two": 14, "three": 15}
_LEADS = one_of("at from before by until till til after for around about @ circa")
_TO = frozenset({"to", "-", "till", "until", "til", "through"})
NOON = 12 * 60
LATEST_END_OF_MORNING = NOON + 30


def part_at(words: Sequence[Word], at: int) -> Mention | None:
    """The half of the day named from word `at` on; `clash` where a stretch of time lies in both halves."""
    word = words[at]
    if word.sort in (Sort.CLOCK, Sort.NUMBER):
        return _clock(words, at)
    if word.sort is not Sort.WORD:
        return None
    spoken = _spoken(words, at)
    if spoken is not None:
        return spoken
    texts = [w.text for w in words[at : at + 7]]
    found = _PHRASES.at(texts, 0, len(texts))
    if found is None or _is_no_part(words, at, found[0]):
        return None
    part = {"am": Part.AM, "pm": Part.PM}.get(found[0])
    return Mention(Shape.PART, at, at + found[1], found[0] if part is None else "part", part=part)


def _spoken(words: Sequence[Word], at: int) -> Mention | None:
    """Such as "at ten", "till half twelve", "from two o'clock", "12 noon"."""
    before = words[at - 1].text if at else ""
    place = at + 1 if words[at].text in ("half", "quarter") else at
    while place < min(at + 3, len(words)) and place > at and words[place].text in ("past", "to"):
        place += 1
    hour = _HOURS.get(words[place].text.removesuffix("ish")) if place < len(words) else None
    following = words[place + 1].text if place + 1 < len(words) else ""
    if hour is None or following in NOT_DAYS_BEFORE or not (before in _LEADS or place > at or following == "o'clock"):
        return None
    firm = before in ("at", "from", "until", "till", "by") or words[place].text.endswith("ish")
    if not firm and following in ("of", "or", "and", "week", "the") and place == at:
        return None
    last = place + 2 if following == "o'clock" else place + 1
    limit = before in ("before", "by", "until", "till", "til")
    return Mention(Shape.PART, at, last, "clock", part=_half(hour * 60 - limit))


def _is_no_part(words: Sequence[Word], at: int, name: str) -> bool:
    """Such as "I am", "good morning", "Morning all,", "this afternoon": no half of a visit's day."""
    if name in ("both", "same"):
        return False
    word = words[at]
    before = words[at - 1].text if at else "\n"
    after = words[at + 1] if at + 1 < len(words) else None
    if word.raw == "am":
        plain = after is not None and after.sort is Sort.WORD and after.text not in _AM_VERB_OK
        return before == "i" or (plain and after is not None and words[at - 1].sort is Sort.WORD if at else plain)
    if before in ("good", "this", "yesterday", "every", "day"):
        return word.text in ("morning", "afternoon")
    opening = all(w.sort is Sort.BREAK for w in words[:at])
    return opening and word.text in ("morning", "afternoon") and after is not None and after.text in _GREETED


def _minutes(words: Sequence[Word], at: int, bare: bool) -> tuple[int, int, bool] | None:
    """Minutes since midnight, the place behind the time, and whether am or pm was said."""
    if at >= len(words):
        return None
    word = words[at]
    text = word.text.replace(".", ":")
    if word.sort is Sort.CLOCK:
        half = (
            "p" if text.rstrip(":").endswith(("pm", "p:m")) else "a" if text.rstrip(":").endswith(("am", "a:m")) else ""
        )
        digits = text.rstrip("apm:").replace(":m", "")
        hour, _, minute = digits.partition(":") if ":" in digits else (digits[:2], "", digits[2:])
        return _time(hour, minute or "0", half, words, at + 1)
    if word.sort is Sort.NUMBER and (bare or _half_behind(words, at + 1)) and len(word.text) <= 2:
        return _time(word.text, "0", "", words, at + 1)
    if (
        word.sort is Sort.NUMBER
        and len(word.text) == 4
        and at + 1 < len(words)
        and words[at + 1].text in ("hrs", "hours")
    ):
        return _time(word.text[:2], word.text[2:], "", words, at + 2)
    return None


def _half_behind(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].raw.lower().replace(".", "") in ("am", "pm")


def _time(hour: str, minute: str, half: str, words: Sequence[Word], last: int) -> tuple[int, int, bool] | None:
    if not half and _half_behind(words, last):
        half, last = words[last].raw.lower()[0], last + 1
    hours, minutes = int(hour), int(minute)
    if hours > 23 or minutes > 59:
        return None
    if (half == "p" and hours < 12) or (not half and 1 <= hours <= 6):
        hours += 12
    return hours * 60 + minutes, last, bool(half)


def _clock(words: Sequence[Word], at: int) -> Mention | None:
    before = words[at - 1].text if at else ""
    led = before in _LEADS or (at > 1 and before in ("say", "about") and words[at - 2].text in _LEADS)
    first = _minutes(words, at, bare=led)
    ranged = None
    if first is None:
        first = _minutes(words, at, bare=True) if _opens_range(words, at) else None
        if first is None:
            return None
    last = first[1]
    if last < len(words) and words[last].text in ("noon", "midday"):
        last += 1
    if last + 1 < len(words) and words[last].text in _TO:
        ranged = _minutes(words, last + 1 + (words[last].text == "through"), bare=True)
    if words[at].sort is Sort.NUMBER and not first[2] and _counted(words, last):
        return None
    if ranged is not None and ranged[0] > first[0]:
        straddles = first[0] < NOON and ranged[0] > LATEST_END_OF_MORNING
        last = ranged[1] + (ranged[1] < len(words) and words[ranged[1]].text in ("noon", "midday"))
        return Mention(Shape.PART, at, last, "clock", part=None if straddles else _half(first[0]), clash=straddles)
    limit = before in ("before", "by", "until", "till", "til")
    return Mention(Shape.PART, at, last, "clock", part=_half(first[0] - limit))


def _opens_range(words: Sequence[Word], at: int) -> bool:
    """Such as "11 till 2", "9-12": two small numbers with a word of time between them, that count no days."""
    if at + 2 >= len(words) or words[at + 1].text not in _TO or words[at].sort is not Sort.NUMBER:
        return False
    second = words[at + 2]
    return second.sort is Sort.CLOCK or (
        second.sort is Sort.NUMBER
        and words[at + 1].text != "-"
        and len(second.text) < 3
        and not _counted(words, at + 3)
    )


def _counted(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in NOT_DAYS_BEFORE


def _half(minutes: int) -> Part:
    return Part.AM if minutes < NOON else Part.PM
