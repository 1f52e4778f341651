"""Every mention of days in a text: one pass over its words, with our own grammar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.date_words import CARRYING, CONNECTORS, COUNT, DAY_FIRSTS, WEEKDAY_NAMES, WEEKDAY_PLURAL
from bot.understanding.days import DayWords, day_at, may_be_day, readings, weekday_at
from bot.understanding.ground import ALL_BUT, Ground, Mention, Shape, week_of
from bot.understanding.parts import part_at
from bot.understanding.phrases import one_of
from bot.understanding.relative import relative_day
from bot.understanding.spans import span_at
from bot.understanding.tense import tells_past
from bot.understanding.words import Sort, Word

_OPENERS = one_of(
    "after following post once when before until till til up by from between since w/c week weeks one last "
    "final early beginning start mid middle late later end this next that same following latter spring summer "
    "autumn w/e good easter rest remainder not no nothing prior ahead other far opening closing term half sats "
    "bank today tomorrow yesterday day coming fortnight in within over during shrove ash pancake"
)
_EXCEPTING = one_of("except excepting bar barring excluding save but apart other")
_TIME_WORDS = one_of(
    "morning mornings afternoon afternoons first before after early soon start end all morning's afternoon's any "
    "anytime whole either earlier later both no same at forenoon half quarter seven eight nine ten eleven twelve "
    "elevenish tennish tenish"
)
_TRIGGERS = _OPENERS | _EXCEPTING | _TIME_WORDS | DAY_FIRSTS | set(WEEKDAY_PLURAL)
_FIRSTS = _TRIGGERS | set(COUNT)
_WEEKDAYS = WEEKDAY_NAMES | set(WEEKDAY_PLURAL)
_NUMBERED = (Sort.NUMBER, Sort.ORDINAL, Sort.DATE, Sort.CLOCK)
_UNITS = frozenset({"week", "weeks", "fortnight", "day", "days", "month"})
_GENERAL = one_of("any every each a an most other another all")


def mentions_of(words: Sequence[Word], ground: Ground) -> list[Mention]:
    """Every mention of days, weekdays, stretches and halves of the day, in order and apart."""
    found: list[Mention] = []
    drafts: list[tuple[DayWords, int]] = []
    anchor: dt.date | None = None
    reached = 0
    for at in [at for at, word in enumerate(words) if word.text in _FIRSTS or word.sort in _NUMBERED]:
        if at < reached:
            continue
        mention = _mention_at(words, at, ground, anchor) if _may_begin(words, at) else None
        if mention is None:
            written = day_at(words, at) if may_be_day(words[at]) else None
            if written is not None and written.day is not None:
                written = written._replace(past=written.month is None and tells_past(words, at))
                drafts.append((written, len(found)))
                mention = _settled(written, ground, anchor)
        if mention is not None:
            found.append(mention)
            anchor = _anchor(mention, ground) or anchor
            reached = mention.last
    return _in_lists(words, found, drafts, ground)


def _may_begin(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.sort is Sort.WORD and word.text in COUNT and word.text not in _TRIGGERS:
        return any(following.text.rstrip("'") in _UNITS for following in words[at + 1 : at + 3])
    return word.sort is Sort.WORD or word.sort in _NUMBERED


def _mention_at(words: Sequence[Word], at: int, ground: Ground, anchor: dt.date | None) -> Mention | None:
    return (
        span_at(words, at, ground, anchor)
        or relative_day(words, at, ground, anchor)
        or _all_but_weekdays(words, at)
        or _weekdays_at(words, at)
        or (None if _reads_as_day(words, at) else part_at(words, at))
    )


def _reads_as_day(words: Sequence[Word], at: int) -> bool:
    if words[at].sort is not Sort.NUMBER:
        return False
    written = day_at(words, at)
    return written is not None and written.month is not None


def _settled(written: DayWords, ground: Ground, anchor: dt.date | None) -> Mention:
    dates = readings(written, ground, anchor)
    rule = "day and month" if written.month else "day of the month"
    options = (written.day,) if written.day and written.month is None and written.weekday is None else ()
    return Mention(Shape.DAY, written.first, written.last, rule, days=dates, options=options, clash=not dates)


def _anchor(mention: Mention, ground: Ground) -> dt.date | None:
    """The day that "that week" and "the day after" count from behind this mention; what is long past is none."""
    day = _day_of(mention)
    return day if day is not None and day > ground.today - _LONG_PAST else None


_LONG_PAST = dt.timedelta(21)


def _day_of(mention: Mention) -> dt.date | None:
    if mention.shape is Shape.DAY and mention.days:
        return mention.days[0]
    if mention.opens == "start" or mention.rule in ("range", "between"):
        return mention.end
    if mention.shape is Shape.SPAN and mention.start and mention.end and (mention.end - mention.start).days < 31:
        return mention.start
    return None


def _weekdays_at(words: Sequence[Word], at: int) -> Mention | None:
    """A weekday without a date: "the Tuesday", or in general: "Tuesdays", "any Tuesday", "Monday to Thursday"."""
    if words[at].text not in _WEEKDAYS:
        return None
    plural = WEEKDAY_PLURAL.get(words[at].text)
    if plural is not None:
        return Mention(Shape.PATTERN, at, at + 1, "weekdays", weekdays=(plural,))
    weekday = weekday_at(words, at)
    written = day_at(words, at) if weekday is not None else None
    if weekday is None or written is None or written.day is not None or _evening(words, at + 1):
        return None
    if at + 2 < len(words) and words[at + 1].text in ("to", "-", "until", "through"):
        second = weekday_at(words, at + 2)
        after = day_at(words, at + 2) if second is not None else None
        if second is not None and second > weekday and after is not None and after.day is None:
            return Mention(Shape.PATTERN, at, at + 3, "weekdays", weekdays=tuple(range(weekday, second + 1)))
    lead = words[at - 1].text if at else ""
    following = words[at + 1].text if at + 1 < len(words) else ""
    general = lead in _GENERAL or (following in ("mornings", "afternoons") and lead != "the")
    return Mention(Shape.PATTERN if general else Shape.WEEKDAY, at, at + 1, "weekday", weekdays=(weekday,))


_LEADS_TO_ALL = one_of("any every all anything anytime mornings afternoons either day days")
_WEEKDAY_JOINTS = one_of(", or and & / nor on for a")
_SCHOOL_WEEK = range(5)


def _all_but_weekdays(words: Sequence[Word], at: int) -> Mention | None:
    """The weekdays that "any day except Fridays", "any afternoon but Monday or Tuesday" leave."""
    lead = words[at].text
    if lead not in _EXCEPTING:
        return None
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


def _in_lists(
    words: Sequence[Word], found: list[Mention], drafts: list[tuple[DayWords, int]], ground: Ground
) -> list[Mention]:
    """Lists of days share what one member says: the month ("2, 4 or 9 February"), or that weekdays are general."""
    firm = {index: written for written, index in drafts}
    out: list[Mention] = list(found)
    for index in range(len(found) - 1, -1, -1):
        following = found[index + 1] if index + 1 < len(found) else None
        joined = following is not None and _joined(words, found[index].last, following.first)
        written = firm.get(index)
        if written is not None and written.month is None and joined and following is not None:
            later = firm.get(index + 1)
            if later is not None and later.month is not None:
                firm[index] = written = written._replace(month=later.month, year=later.year, firm=True)
                out[index] = _settled(written, ground, None)
            elif following.rule == "week of a day":
                continue
    out = _weekdays_carried(words, _carried_on(words, out, firm, ground))
    out = _no_options(words, out)
    kept = [m for i, m in enumerate(out) if i not in firm or firm[i].firm or _is_on_table(words, m, ground)]
    return _generalised(words, _checked(words, _plain(words, kept), ground))


_NAMING = one_of("the of on or and & not except but both either , is with for yes no ( - bar") | {"\n", ""}
_NAMED = one_of(". , ! ? or and & please is are works work suits suit would fine ok good best ) ;") | {"\n", ""}


def _is_on_table(words: Sequence[Word], mention: Mention, ground: Ground) -> bool:
    """Whether a bare number can only be a day on offer: "whichever of 26 or 28", "the 28 works"."""
    number = mention.days[0].day if mention.days else 0
    if number <= 12 or mention.days[0] not in ground.days_on_table:
        return False
    before = words[mention.first - 1].text if mention.first else ""
    behind = words[mention.last].text if mention.last < len(words) else ""
    return before in _NAMING and behind in _NAMED


def _checked(words: Sequence[Word], found: list[Mention], ground: Ground) -> list[Mention]:
    """Days with the weekday that stands behind them in brackets or "which is a ...": they must agree."""
    out: list[Mention] = []
    for mention in found:
        before = out[-1] if out else None
        gap = [word.text for word in words[before.last : mention.first]] if before is not None else []
        told = before is not None and before.shape is Shape.DAY and mention.shape in (Shape.WEEKDAY, Shape.PATTERN)
        told = told and before is not None and all(day >= ground.today for day in before.days)
        if before is None or not told or tuple(gap) not in _TELLING:
            out.append(mention)
            continue
        days = tuple(day for day in before.days if day.weekday() in mention.weekdays)
        out[-1] = replace(before, days=days, clash=not days, last=mention.last)
    return out


_TELLING = frozenset(
    {
        ("(",),
        (",", "also", "a"),
        ("also", "a"),
        ("(", "a"),
        ("(", "the"),
        (",", "a"),
        ("which", "is", "a"),
        (",", "which", "is", "a"),
        (",", "that's", "a"),
        ("-", "a"),
        ("is", "a"),
        ("(", "it's", "a"),
        ("(", "that's", "a"),
    }
)


def _plain(words: Sequence[Word], found: list[Mention]) -> list[Mention]:
    """Without stretches that only tell where a day lies, or repeat it: "26 February, back after the hols"."""
    out: list[Mention] = []
    for mention in found:
        before = out[-1] if out else None
        gap = words[before.last : mention.first] if before is not None else ()
        if before is not None and len(gap) <= _NEAR and _explains(before, mention, gap):
            continue
        if before is not None and _is_restated(before, mention, gap):
            out[-1] = mention
        else:
            out.append(mention)
    return out


_NEAR = 4
_APPOSING = one_of(", ( i.e ie - : namely so to that's")
_FLOATING = frozenset({"following week", "week after", "week before", "next week", "week after next"})


def _explains(before: Mention, mention: Mention, gap: Sequence[Word]) -> bool:
    dated = before.shape is Shape.DAY or before.shape is Shape.PART
    if before.shape is Shape.DAY and mention.rule == "once back":
        return True
    return dated and mention.opens == "end" and any(word.text in ("back", "returning") for word in gap)


def _is_restated(before: Mention, mention: Mention, gap: Sequence[Word]) -> bool:
    """Whether the second says the first again in figures: "the week after, w/c 15 March", "a week later, 9 March"."""
    if not gap or not all(word.text in _APPOSING for word in gap) or gap[0].text not in (",", "(", "-", ":"):
        return False
    if before.shape is Shape.SPAN and mention.rule == "week of a day":
        return before.rule in _FLOATING
    same_day = before.shape is Shape.DAY and mention.shape is Shape.DAY and before.days == mention.days
    return same_day and before.rule not in ("day and month", "day of the month")


def _weekdays_carried(words: Sequence[Word], found: list[Mention]) -> list[Mention]:
    """A weekday listed behind a counted one is of the same week: "next Tuesday or Wednesday"."""
    out = list(found)
    for index in range(1, len(out)):
        before, mention = out[index - 1], out[index]
        counted = before.shape is Shape.DAY and before.rule.endswith(" weekday") and len(before.days) == 1
        if not counted or mention.shape is not Shape.WEEKDAY or not _joined(words, before.last, mention.first):
            continue
        day = before.days[0] + dt.timedelta((mention.weekdays[0] - before.days[0].weekday()) % 7)
        out[index] = replace(mention, shape=Shape.DAY, rule=before.rule, days=(day,), weekdays=())
    return out


def _no_options(words: Sequence[Word], found: list[Mention]) -> list[Mention]:
    """A day in a list with days that can be no option is no option either: "the 28th or the 2nd"."""
    out = list(found)
    for index, mention in enumerate(found):
        if not mention.options or mention.shape is not Shape.DAY:
            continue
        beside = [found[place] for place in (index - 1, index + 1) if 0 <= place < len(found)]
        chosen = any(_only_day(o) and _chosen_from(words, *sorted((mention, o), key=_first)) for o in beside)
        if chosen or any(_only_day(o) and _opens_line(words, o) and _opens_line(words, mention) for o in beside):
            out[index] = replace(mention, options=())
    return out


def _opens_line(words: Sequence[Word], mention: Mention) -> bool:
    return mention.first == 0 or words[mention.first - 1].sort is Sort.BREAK


def _first(mention: Mention) -> int:
    return mention.first


def _chosen_from(words: Sequence[Word], left: Mention, right: Mention) -> bool:
    """Whether two days stand in one list that is a choice: "or", "not"."""
    gap = words[left.last : right.first]
    joined = _joined(words, left.last, right.first, CARRYING)
    return joined and any(word.text in ("or", "not", "nor", "/", "either") for word in gap)


def _only_day(mention: Mention) -> bool:
    return mention.shape is Shape.DAY and (not mention.options or mention.options[0] > _MOST_OPTIONS)


_MOST_OPTIONS = 5


def _carried_on(
    words: Sequence[Word], found: list[Mention], firm: dict[int, DayWords], ground: Ground
) -> list[Mention]:
    """Such as "12 March or 16": the month of the day before; "w/c 8 March or 15": a week as well."""
    for index in range(1, len(found)):
        written, before = firm.get(index), found[index - 1]
        if written is None or not _joined(words, before.last, written.first, CARRYING):
            continue
        if before.rule == "week of a day" and before.start is not None:
            dates = readings(written, ground, before.start)
            if dates and dates[0].weekday() == 0:
                monday, friday = week_of(dates[0])
                found[index] = replace(
                    found[index], shape=Shape.SPAN, rule="week of a day", start=monday, end=friday, clash=False
                )
                firm[index] = written._replace(firm=True)
            continue
        earlier = firm.get(index - 1)
        if written.month is None and earlier is not None and earlier.month is not None and earlier.firm:
            own = readings(written, ground, before.days[0] if before.days else None)
            on_table = own and own[0] in ground.days_on_table
            if not on_table:
                firm[index] = written._replace(month=earlier.month, year=earlier.year, firm=True)
                found[index] = _settled(firm[index], ground, None)
            elif not written.firm:
                firm[index] = written._replace(firm=True)
    return found


def _joined(words: Sequence[Word], start: int, stop: int, by: frozenset[str] = CONNECTORS) -> bool:
    return start <= stop <= start + 4 and all(word.text in by for word in words[start:stop])


def _generalised(words: Sequence[Word], found: list[Mention]) -> list[Mention]:
    """A weekday in one list with general weekdays is general itself: "a Monday or Tuesday"."""
    out = list(found)
    for step in (1, -1):
        for index in range(len(out))[::step]:
            other = index - step
            if (
                not 0 <= other < len(out)
                or out[index].shape is not Shape.WEEKDAY
                or out[other].shape is not Shape.PATTERN
            ):
                continue
            left, right = sorted((out[index], out[other]), key=lambda mention: mention.first)
            if _joined(words, left.last, right.first) and words[out[index].first - 1].text != "the":
                out[index] = replace(out[index], shape=Shape.PATTERN)
    return out
