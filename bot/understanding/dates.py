"""Every mention of days in a text: one pass over its words, with our own grammar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.understanding.date_lists import in_lists, settled
from bot.understanding.date_words import COUNT, DAY_FIRSTS, WEEKDAY_NAMES, WEEKDAY_PLURAL
from bot.understanding.days import DayWords, day_at, may_be_day, weekday_at
from bot.understanding.general_days import listed_in_general
from bot.understanding.ground import ALL_BUT, Ground, Mention, Shape
from bot.understanding.named_days import NAMED_FIRSTS
from bot.understanding.parts import PART_FIRSTS, is_hour_of_a_day, part_at
from bot.understanding.phrases import one_of
from bot.understanding.relative import RELATIVE_FIRSTS, relative_day
from bot.understanding.spans import SPAN_FIRSTS, span_at
from bot.understanding.tense import tells_past
from bot.understanding.words import Sort, Word

_OPENERS = (
    one_of(
        "after following post once when before until till til up by from between since w/c week weeks one last "
        "final early beginning start mid middle late later end this next that same following latter spring summer "
        "autumn w/e good easter rest remainder not no nothing prior ahead other far opening closing term half sats "
        "bank today tomorrow yesterday day coming fortnight penultimate in within over during"
    )
    | NAMED_FIRSTS
)
_EXCEPTING = one_of("except excepting bar barring excluding save but apart other")
_TIME_WORDS = one_of(
    "morning mornings afternoon afternoons first before after early soon start end all morning's afternoon's any "
    "anytime whichever whole either earlier later both no same "
    "at forenoon half quarter seven eight nine ten eleven twelve "
    "elevenish tennish tenish"
)
_TRIGGERS = _OPENERS | _EXCEPTING | _TIME_WORDS | DAY_FIRSTS | set(WEEKDAY_PLURAL)
_ONLY_COUNTS = COUNT.keys() - _TRIGGERS
_FIRSTS = _TRIGGERS | _ONLY_COUNTS
_WEEKDAYS = WEEKDAY_NAMES | set(WEEKDAY_PLURAL)
_WORD, _NUMBER, _ORDINAL, _CLOCK = Sort.WORD, Sort.NUMBER, Sort.ORDINAL, Sort.CLOCK
_NUMBERED = (_NUMBER, _ORDINAL, Sort.DATE, _CLOCK)
_UNITS = frozenset({"week", "weeks", "fortnight", "day", "days", "month"})
_GENERAL = one_of("any every each a an most other another all")


def mentions_of(words: Sequence[Word], ground: Ground) -> list[Mention]:
    """Every mention of days, weekdays, stretches and halves of the day, in order and apart."""
    found: list[Mention] = []
    drafts: list[tuple[DayWords, int]] = []
    anchor: dt.date | None = None
    reached = 0
    for at in [
        at
        for at, word in enumerate(words)
        if word.text in _FIRSTS or (word.sort is not _WORD and word.sort in _NUMBERED)
    ]:
        if at < reached:
            continue
        written = day_at(words, at) if may_be_day(words[at]) else None
        mention = _mention_at(words, at, ground, anchor, written)
        if mention is None and written is not None and written.day is not None:
            written = written._replace(past=written.month is None and tells_past(words, at))
            mention = settled(written, ground, anchor)
            if (
                mention.clash
                and at + 1 < len(words)
                and words[at + 1].text == "."
                and _is_a_new_weekday(written, ground)
            ):
                written = DayWords(at, at + 1, written.weekday)  # "... Thurs pm and Fri. 11th would be fine"
                mention = _weekdays_at(words, at, written)
            else:
                drafts.append((written, len(found)))
        if mention is not None:
            found.append(mention)
            anchor = _anchor(mention, ground) or anchor
            reached = mention.last
    return in_lists(words, found, drafts, ground)


def _is_a_new_weekday(written: DayWords, ground: Ground) -> bool:
    """Whether a day is on a weekday of which no slot is, so that a full stop behind it may end its sentence."""
    return written.weekday is not None and all(day.weekday() != written.weekday for day in ground.days_on_table)


def _mention_at(
    words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None, written: DayWords | None
) -> Mention | None:
    """What begins at a word; `written` is the day that is written from it on."""
    word = words[at]
    if word.sort is not _WORD:
        return _at_a_number(words, at, ground, anchor, written)
    text = word.text
    if text in _ONLY_COUNTS and not any(following.text.rstrip("'") in _UNITS for following in words[at + 1 : at + 3]):
        return None
    return (
        (span_at(words, at, ground, anchor, written) if text in SPAN_FIRSTS else None)
        or (relative_day(words, at, ground, anchor) if text in RELATIVE_FIRSTS else None)
        or (_all_but_weekdays(words, at) if text in _EXCEPTING else None)
        or (_weekdays_at(words, at, written) if text in _WEEKDAYS else None)
        or (part_at(words, at) if text in PART_FIRSTS else None)
    )


def _at_a_number(
    words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None, written: DayWords | None
) -> Mention | None:
    """What begins at a number, an ordinal, a date in figures or a time."""
    sort = words[at].sort
    found = span_at(words, at, ground, anchor, written) if written is not None or sort is _ORDINAL else None
    if found is None and sort is not _CLOCK:
        found = relative_day(words, at, ground, anchor)
    dated = sort is _NUMBER and written is not None and written.month is not None
    dated = dated and not is_hour_of_a_day(words, at)
    return part_at(words, at) if found is None and not dated else found


def _anchor(mention: Mention, ground: Ground) -> dt.date | None:
    """The day that "that week" and "the day after" count from behind this mention; what is long past is none."""
    day = _day_of(mention) if mention.rule != "day beside" else None
    return day if day is not None and day > ground.today - _LONG_PAST else None


_LONG_PAST = dt.timedelta(21)


def _day_of(mention: Mention) -> dt.date | None:
    if mention.shape is Shape.DAY and mention.days:
        return mention.days[0]
    if mention.opens == "start" or mention.rule in ("range", "between"):
        return mention.end
    if mention.opens == "end":
        return mention.start
    if mention.shape is Shape.SPAN and mention.start and mention.end and (mention.end - mention.start).days < 31:
        return mention.start
    return None


def _weekdays_at(words: Sequence[Word], at: int, written: DayWords | None) -> Mention | None:
    """A weekday without a date: "the Tuesday", or in general: "Tuesdays", "any Tuesday", "Monday to Thursday"."""
    plural = WEEKDAY_PLURAL.get(words[at].text)
    if plural is not None:
        return Mention(Shape.PATTERN, at, at + 1, "weekdays", weekdays=(plural,))
    weekday = weekday_at(words, at)
    if weekday is None or written is None or written.day is not None or _evening(words, at + 1):
        return None
    if at + 2 < len(words) and words[at + 1].text in ("to", "-", "until", "through"):
        second = weekday_at(words, at + 2)
        after = day_at(words, at + 2) if second is not None else None
        if second is not None and second > weekday and after is not None and after.day is None:
            return Mention(Shape.PATTERN, at, at + 3, "weekdays", weekdays=tuple(range(weekday, second + 1)))
    lead = words[at - 1].text if at else ""
    following = words[at + 1].text if at + 1 < len(words) else ""
    general = (
        lead in _GENERAL or listed_in_general(words, at) or (following in ("mornings", "afternoons") and lead != "the")
    )
    return Mention(Shape.PATTERN if general else Shape.WEEKDAY, at, at + 1, "weekday", weekdays=(weekday,))


_LEADS_TO_ALL = one_of("any every all anything anytime mornings afternoons either day days")
_WEEKDAY_JOINTS = one_of(", or and & / nor on for a")
_SCHOOL_WEEK = range(5)


def _all_but_weekdays(words: Sequence[Word], at: int) -> Mention | None:
    """The weekdays that "any day except Fridays", "any afternoon but Monday or Tuesday" leave."""
    lead = words[at].text
    before = {word.text for word in words[max(at - 5, 0) : at]}
    following = words[at + 1].text if at + 1 < len(words) else ""
    if not before & _LEADS_TO_ALL or {"apart": "from", "other": "than"}.get(lead, following) != following:
        return None
    place = at + 1 + (following in ("from", "than", "for", "on"))
    left, last = set(_SCHOOL_WEEK), 0
    while place < len(words) and (barred := _weekday_alone(words, place)) is not None:
        left.discard(barred)
        last = place = place + 1
        while place < len(words) and place < last + 3 and words[place].text in _WEEKDAY_JOINTS:
            place += 1
    return Mention(Shape.PATTERN, at, last, ALL_BUT, weekdays=tuple(sorted(left))) if last and left else None


def _weekday_alone(words: Sequence[Word], at: int) -> int | None:
    """A weekday named in general, or by itself: no "the Friday", no "Friday 5 March"."""
    plural = WEEKDAY_PLURAL.get(words[at].text)
    if plural is not None:
        return plural
    weekday = weekday_at(words, at)
    written = day_at(words, at) if weekday is not None else None
    return weekday if written is not None and written.day is None else None


def _evening(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in ("evening", "evenings", "night", "nights")
