"""Days in their lists and beside what explains them: months shared, weekdays checked, repeats dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.date_words import CARRYING, CONNECTORS
from bot.understanding.days import DayWords, readings
from bot.understanding.ground import Ground, Mention, Shape, week_of
from bot.understanding.phrases import one_of
from bot.understanding.words import Sort, Word


def settled(written: DayWords, ground: Ground, anchor: dt.date | None) -> Mention:
    """A day as written, resolved on the ground; a clash where its weekday disagrees."""
    dates = readings(written, ground, anchor)
    rule = "day and month" if written.month else "day of the month"
    options = (written.day,) if written.day and written.month is None and written.weekday is None else ()
    return Mention(Shape.DAY, written.first, written.last, rule, days=dates, options=options, clash=not dates)


def in_lists(
    words: Sequence[Word], found: list[Mention], drafts: list[tuple[DayWords, int]], ground: Ground
) -> list[Mention]:
    """Lists of days share what one member says: the month ("2, 4 or 9 February"), or that weekdays are general."""
    firm = {index: written for written, index in drafts}
    if len(found) < 2:  # no list
        return [m for i, m in enumerate(found) if i not in firm or firm[i].firm or _is_on_table(words, m, ground)]
    out: list[Mention] = list(found)
    for index in range(len(found) - 1, -1, -1):
        following = found[index + 1] if index + 1 < len(found) else None
        joined = following is not None and _joined(words, found[index].last, following.first)
        written = firm.get(index)
        if written is not None and written.month is None and joined and following is not None:
            later = firm.get(index + 1)
            if later is not None and _numbers_the_line(written, later):
                continue
            if later is not None and later.month is not None:
                firm[index] = written = written._replace(month=later.month, year=later.year, firm=True)
                out[index] = settled(written, ground, None)
            elif following.rule == "week of a day":
                continue
    out = _weekdays_carried(words, _carried_on(words, out, firm, ground))
    out = _no_options(words, out)
    kept = [m for i, m in enumerate(out) if i not in firm or firm[i].firm or _is_on_table(words, m, ground)]
    return _generalised(words, _checked(words, _plain(words, kept), ground))


def _numbers_the_line(written: DayWords, later: DayWords) -> bool:
    """Whether a bare number only counts the days of a list: "3 Mon 8 Feb"."""
    alone = written.weekday is None and not written.firm
    return alone and later.weekday is not None and written.last == later.first


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
        told = told and before is not None and before.rule in ("day and month", "day of the month")
        if before is None or not told or tuple(gap) not in _TELLING:
            out.append(mention)
            continue
        days = tuple(day for day in before.days if day.weekday() in mention.weekdays)
        behind = words[mention.last].text if mention.last < len(words) else ""
        if tuple(gap) == (",",) and not days and behind in _LISTING:
            out.append(mention)
            continue
        out[-1] = replace(before, days=days, clash=not days, last=mention.last)
    return out


_LISTING = one_of("or and & /")
_TELLING = frozenset(
    {
        ("(",),
        (",",),
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
        if before is not None and mention.rule == "feast" and _is_restated(before, mention, gap):
            continue
        if before is not None and _is_restated(before, mention, gap):
            out[-1] = replace(mention, part=mention.part or before.part)
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
        if written is None or not (
            _joined(words, before.last, written.first, CARRYING) or _halved(words, before.last, written)
        ):
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
                found[index] = settled(firm[index], ground, None)
            elif not written.firm:
                firm[index] = written._replace(firm=True)
    return found


_HALVING = CARRYING | one_of(
    "am pm a.m p.m . half morning mornings afternoon afternoons day all any anytime time in at lunch lunchtime until "
    "till before after noon midday then again failing that"
)


def _halved(words: Sequence[Word], start: int, written: DayWords) -> bool:
    """Whether only a half of the day stands between two days of a list: "25 February, either half, or Friday 26th"."""
    gap = words[start : written.first]
    listed = any(word.text in ("or", "and", "&", "/", ",") for word in gap)
    return listed and len(gap) <= _HALVES_LONGEST and all(word.text in _HALVING for word in gap)


_HALVES_LONGEST = 8


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
