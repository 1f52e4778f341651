"""Halves of the day: "am", "after lunch", "at 9.30", "13.30"; and times that lie in both."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Part
from bot.understanding.date_words import MONTH, NOT_DAYS_BEFORE, WEEKDAY
from bot.understanding.ground import THAT_HALF, Mention, Shape
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.words import Sort, Word

_PHRASES = PhraseTable(
    {
        "am": """
            morning|mornings|morning's|morn ; first (half|part) of the (school)? day ; forenoon ; first thing
            before (lunch|lunchtime|break|noon|midday|dinner|dinnertime|dinners|playtime|breaktime)
            (before|by) (dinner|lunch|break|play) time ; pre lunch
            (till|until|til|up+to) (lunch|lunchtime|noon|midday|dinner|dinnertime|breaktime|dinner+time|lunch+time)
            by (lunch|lunchtime|noon|midday|dinner|dinnertime|break) ; pre - lunch ; pre-lunch ; this side of lunch
            (early|soon) as (you|we) (like|can) ; start of (the|our) (school)? day ; earlier in the day
        """,
        "pm": """
            afternoon|afternoons|afternoon's|aft ; second (half|part) of the (school)? day
            after (dinner|lunch) time ; post lunch ; from (lunch|lunchtime|noon|midday|dinnertime) (on|onwards)?
            after (lunch|lunchtime|noon|midday|dinner|dinnertime|dinners|lunches) ; post - lunch ; post-lunch
            (once|when) (lunch|dinner) (is|has) (over|cleared|done|been|finished) ; other side of lunch
            end of the (school)? day
            later in the day
        """,
        "same": """
            same time ; (the|at) same time (of day)? ; same half
        """,
        "both": """
            (whichever|either|any) (end|part|half) (of the (school)? day)? (you|your|suits|of|that) ; all day
            any time ; anytime ; any time of (the)? day ; whole day ; either half ; either end of the day
            (morning|mornings) (or|and|/) (afternoon|afternoons)
            (afternoon|afternoons) (or|and|/) (morning|mornings) ; morning / afternoon ; either morning or afternoon
            no preference (on|about|for) time ; both halves
        """,
    }
)  # fmt: skip
_AM_VERB_OK = one_of(
    "of or only please is would works slot one session visit suits and on for best preferred thanks if the but with "
    "instead then ideally session preferably"
)
_GREETED = one_of(", ! - . all team everyone both folks there colleagues to everybody") | {"\n"}
_WORD, _NUMBER, _CLOCK = Sort.WORD, Sort.NUMBER, Sort.CLOCK
_TIMES = (_CLOCK, _NUMBER)
_HOURS = {
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "one": 13,
    "two": 14,
    "three": 15,
    "four": 16,
}
_SPOKEN_FIRSTS = _HOURS.keys() | {hour + "ish" for hour in _HOURS} | {"half", "quarter"}
PART_FIRSTS = _PHRASES.firsts | _SPOKEN_FIRSTS | one_of("both each all")
"""The words that a half of the day may begin with, beside a number."""
_LEADS = one_of("at from before by until till til after for around about @ circa")
_TO = frozenset({"to", "-", "till", "until", "til", "through", "thru"})
_VAGUE_TO = frozenset({"to", "-"})
"""Between two numbers in words these count things as well as hours."""
_ABOUT = one_of("about around say approx approximately roughly circa")
_SO_FAR = one_of("right up or so")
_LEADING_ON = _TO | _ABOUT | _SO_FAR
_LIMITS = one_of("before by until till til")
_LONGEST_TO = 5
NOON = 12 * 60
LATEST_END_OF_MORNING = NOON + 30


_DAY_ENDS = (Sort.ORDINAL, Sort.DATE)


def is_hour_of_a_day(words: Sequence[Word], at: int) -> bool:
    """Whether a small number behind "after" or "before" is an hour of the day just named: "Wed 3 March after 1"."""
    if at < 2 or at >= len(words) or words[at - 1].text not in ("after", "before", "at", "from"):
        return False
    number, lead = words[at], words[at - 2]
    small = number.sort is _NUMBER and int(number.text) <= NOON // 60
    dated = lead.text in MONTH or lead.text in WEEKDAY or lead.sort in _DAY_ENDS
    return small and dated and not (at + 1 < len(words) and words[at + 1].text in MONTH)


def part_at(words: Sequence[Word], at: int) -> Mention | None:
    """The half of the day named from word `at` on; `clash` where a stretch of time lies in both halves."""
    word = words[at]
    if word.sort in _TIMES:
        return _on_the_clock(words, at)
    if word.sort is not _WORD:
        return None
    if word.text not in PART_FIRSTS:
        return None
    early = (_spoken(words, at) if word.text in _SPOKEN_FIRSTS else None) or _each_half(words, at)
    if early is not None:
        return early
    if not _PHRASES.may_begin(word.text, words[at + 1].text if at + 1 < len(words) else ""):
        return None
    texts = [w.text for w in words[at : at + 7]]
    found = _PHRASES.at(texts, 0, len(texts))
    if found is None or _is_no_part(words, at, found[0]):
        return None
    part = {"am": Part.AM, "pm": Part.PM}.get(found[0])
    rule = found[0] if part is None else THAT_HALF if at and words[at - 1].text == "that" else "part"
    return Mention(Shape.PART, at, at + found[1], rule, part=part)


_HALVES = {"mornings": Part.AM, "afternoons": Part.PM}


def _each_half(words: Sequence[Word], at: int) -> Mention | None:
    """Such as "both mornings", "all afternoons" set apart behind a list of days."""
    if words[at].text not in ("both", "each", "all") or at < 2 or at + 1 >= len(words):
        return None
    part = _HALVES.get(words[at + 1].text) or _HALVES.get(words[at + 1].text + "s")
    dated = words[at - 2].sort in (_NUMBER, Sort.ORDINAL, Sort.DATE) or words[at - 2].text in (*MONTH, *WEEKDAY)
    if part is None or not dated or words[at - 1].text not in (",", "(", "-", ";"):
        return None
    return Mention(Shape.PART, at, at + 2, "part", part=part)


def _spoken(words: Sequence[Word], at: int) -> Mention | None:
    """Such as "at ten", "till half twelve", "from two o'clock", "eleven till two"."""
    found = _spoken_minutes(words, at)
    if found is None:
        return None
    minutes, last = found
    before = words[at - 1].text if at else ""
    if before in _ABOUT and at > 1:
        before = words[at - 2].text
    place = last - 1 - (words[last - 1].text == "o'clock")
    if minutes % 60 and words[at].text not in ("half", "quarter"):
        return _moment(words, at, minutes, last)
    following = words[last].text if last < len(words) else ""
    stretch = _until(words, at, minutes, last)
    if (
        stretch is not None
        and not _counted(words, stretch.last)
        and (before in _LEADS or words[last].text not in _VAGUE_TO)
    ):
        return stretch
    if following in NOT_DAYS_BEFORE or not (before in _LEADS or place > at or words[last - 1].text == "o'clock"):
        return None
    firm = before in ("at", "from", "until", "till", "by") or words[place].text.endswith("ish")
    if not firm and following in ("of", "or", "and", "week", "the") and place == at:
        return None
    return _moment(words, at, minutes, last)


def _spoken_minutes(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Minutes since midnight of a time written in words, and the place behind it."""
    if at >= len(words):
        return None
    quarter = {"half": 30, "quarter": 15}.get(words[at].text, 0)
    place = at + bool(quarter)
    to = False
    while quarter and place < min(at + 3, len(words)) and words[place].text in ("past", "to"):
        to, place = to or words[place].text == "to", place + 1
    hour = _hour(words, place, spoken=not quarter)
    if hour is None:
        return None
    last = place + 1
    last += last < len(words) and words[last].text == "o'clock"
    past = _minutes_behind(words, last) if not quarter else None
    if past is not None:
        return hour * 60 + past[0], past[1]
    return hour * 60 + (-quarter if to else quarter), last


_MINUTES = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}


def _minutes_behind(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The minutes of "nine-thirty", "nine forty five", and the place behind them."""
    place = at + (at < len(words) and words[at].text == "-")
    minutes = _MINUTES.get(words[place].text) if place < len(words) else None
    if minutes is None:
        return None
    five = place + 1 < len(words) and words[place + 1].text == "five"
    hyphen = place + 2 < len(words) and words[place + 1].text == "-" and words[place + 2].text == "five"
    return minutes + 5 * (five or hyphen), place + 1 + five + 2 * hyphen


def _hour(words: Sequence[Word], at: int, *, spoken: bool) -> int | None:
    """The hour named by a word, or behind "half" and "quarter" by a number."""
    if at >= len(words):
        return None
    word = words[at]
    if word.sort is _NUMBER and not spoken and len(word.text) < 3 and 1 <= int(word.text) <= 12:
        return int(word.text) + 12 * (int(word.text) < 7)
    return _HOURS.get(word.text.removesuffix("ish"))


_ENDING = one_of("till until til up")
"""What a half of the day ends with: "not until lunch" says nothing of the morning before it."""
_UNDECIDED = one_of("sure unsure know decided decide undecided say certain")


def _is_undecided(words: Sequence[Word], at: int) -> bool:
    """Whether the halves are still weighed: "not sure yet if morning or afternoon"."""
    before = {word.text for word in words[max(at - 5, 0) : at]}
    return not before.isdisjoint(_UNDECIDED) and not before.isdisjoint(("if", "whether"))


def _is_no_part(words: Sequence[Word], at: int, name: str) -> bool:
    """Such as "I am", "good morning", "Morning all,", "this afternoon": no half of a visit's day."""
    if name in ("both", "same"):
        return _is_undecided(words, at)
    word = words[at]
    before = words[at - 1].text if at else "\n"
    if word.text in _ENDING and before in ("not", "nothing", "n't", "from", "since"):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    if word.raw == "am":
        plain = after is not None and after.sort is _WORD and after.text not in _AM_VERB_OK
        if at and (before in MONTH or before in WEEKDAY or words[at - 1].sort in (*_TIMES, *_DAY_ENDS)):
            return False
        return before == "i" or (plain and after is not None and words[at - 1].sort is _WORD if at else plain)
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
    if word.sort is _CLOCK:
        half = (
            "p" if text.rstrip(":").endswith(("pm", "p:m")) else "a" if text.rstrip(":").endswith(("am", "a:m")) else ""
        )
        digits = text.rstrip("apm:").replace(":m", "")
        hour, _, minute = digits.partition(":") if ":" in digits else (digits[:2], "", digits[2:])
        return _time(hour, minute or "0", half, words, at + 1)
    if word.sort is _NUMBER and (bare or _half_behind(words, at + 1)) and len(word.text) <= 2:
        return _time(word.text, "0", "", words, at + 1)
    if word.sort is _NUMBER and len(word.text) == 4 and at + 1 < len(words) and words[at + 1].text in ("hrs", "hours"):
        return _time(word.text[:2], word.text[2:], "", words, at + 2)
    return None


def _half_behind(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].raw.lower().replace(".", "") in ("am", "pm", "o'clock")


def _time(hour: str, minute: str, half: str, words: Sequence[Word], last: int) -> tuple[int, int, bool] | None:
    if not half and _half_behind(words, last):
        half, last = words[last].raw.lower()[0].replace("o", ""), last + 1
    hours, minutes = int(hour), int(minute)
    if hours > 23 or minutes > 59:
        return None
    if (half == "p" and hours < 12) or (not half and 1 <= hours <= 6):
        hours += 12
    return hours * 60 + minutes, last, bool(half)


def _on_the_clock(words: Sequence[Word], at: int) -> Mention | None:
    before = words[at - 1].text if at else ""
    led = before in _LEADS or (at > 1 and before in _ABOUT and words[at - 2].text in _LEADS)
    led = led or (at > 1 and before == "to" and words[at - 2].text == "up")
    first = _minutes(words, at, bare=led)
    if first is None:
        first = _minutes(words, at, bare=True) if _opens_range(words, at) else None
        if first is None:
            return None
    last = first[1]
    if last < len(words) and words[last].text in ("noon", "midday"):
        last += 1
    if words[at].sort is _NUMBER and not first[2] and _counted(words, last):
        return None
    return _until(words, at, first[0], last) or _moment(words, at, first[0], last)


def _moment(words: Sequence[Word], at: int, minutes: int, last: int) -> Mention:
    """One time on the clock; the end of a stretch belongs to the half before it."""
    limit = at > 0 and words[at - 1].text in _LIMITS | {"to"}
    part = Part.AM if limit and minutes <= LATEST_END_OF_MORNING else _half(minutes)
    return Mention(Shape.PART, at, last, "clock", part=part)


def _until(words: Sequence[Word], at: int, begin: int, last: int) -> Mention | None:
    """A stretch of time whose begin is read: "9.30 to 11.30", "from eleven through to two"."""
    place = _past_to(words, last, between=_is_between(words, at))
    if place is None:
        return None
    end = _minutes(words, place, bare=True) or _spoken_minutes(words, place)
    if end is None or end[0] <= begin:
        return None
    last = end[1] + (end[1] < len(words) and words[end[1]].text in ("noon", "midday"))
    straddles = begin < NOON and end[0] > LATEST_END_OF_MORNING
    return Mention(Shape.PART, at, last, "clock", part=None if straddles else _half(begin), clash=straddles)


def _is_between(words: Sequence[Word], at: int) -> bool:
    return any(word.text == "between" for word in words[max(at - 2, 0) : at])


def _past_to(words: Sequence[Word], at: int, *, between: bool) -> int | None:
    """The place behind "to", "right through until about" and the like, None where no such word stands."""
    place = at
    while place < min(at + _LONGEST_TO, len(words)) and words[place].text in _LEADING_ON:
        place += 1
    if place > at and not _TO.isdisjoint([word.text for word in words[at:place]]):
        return place
    return at + 1 if between and at < len(words) and words[at].text in ("and", "&") else None


def _opens_range(words: Sequence[Word], at: int) -> bool:
    """Such as "11 till 2", "9-12": two small numbers with a word of time between them, that count no days."""
    if words[at].sort is not _NUMBER:
        return False
    place = _past_to(words, at + 1, between=_is_between(words, at))
    if place is None or place >= len(words):
        return False
    second = words[place]
    if second.sort is _CLOCK:
        return True
    small = second.sort is _NUMBER and len(second.text) < 3 and not _counted(words, place + 1)
    return small and words[place - 1].text != "-"


def _counted(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in NOT_DAYS_BEFORE


def _half(minutes: int) -> Part:
    return Part.AM if minutes < NOON else Part.PM
