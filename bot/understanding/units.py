"""Mentions put together into things named: a half of the day with its day, weekdays with their stretch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.model import Part
from bot.understanding.ground import THAT_HALF, Mention, Shape, week_of
from bot.understanding.words import Word

_DAY, _SPAN, _WEEKDAY, _PATTERN, _PART, _OPTION, _SET = Shape  # on its class, a member costs as much as a call

_FILTERED = (Shape.WEEKDAY, Shape.PATTERN, Shape.PART, Shape.SPAN, Shape.OPTION, Shape.DAY)
_PLACED = (Shape.DAY, Shape.WEEKDAY, Shape.OPTION)
_SCHOOL_DAYS = 5
_NEAR = 2


class Unit(NamedTuple):
    """One thing named: a day, an option, weekdays, a stretch, a set.

    `part` restricts it to a half of the day; `both` leaves it open to either, `same` asks for the half of another slot;
    `any_of` says that any member may be taken; `straddles` that its time lies in both halves;
    `of_that_day` that a half is of the day named just before.
    """

    mention: Mention | None = None
    weekdays: tuple[int, ...] = ()
    span: Mention | None = None
    part: Part | None = None
    both: bool = False
    any_of: bool = False
    straddles: bool = False
    same: bool = False
    of_that_day: bool = False

    @property
    def is_named(self) -> bool:
        """Whether a day or an option is named already, so that a stretch behind it only says where it lies."""
        return self.mention is not None and self.mention.shape in (_DAY, _OPTION)

    @property
    def is_week(self) -> bool:
        """Whether one week is named."""
        span = self.span
        if span is None or span.start is None or span.end is None or span.opens:
            return False
        return (span.end - span.start).days < _SCHOOL_DAYS


def units_of(group: Sequence[Mention], words: Sequence[Word]) -> list[Unit]:
    """The things that a group of mentions names."""
    if len(group) == 1:
        return _lone(group[0])
    assembly = _Assembly(group, words)
    for index, mention in enumerate(group):
        assembly.add(index, mention)
    units = _leading_half(_shared_half(assembly.done()), group, words)
    return _shared_weekdays(_general_half(_trailing_half(units, group, words), group, words))


def _lone(mention: Mention) -> list[Unit]:
    """What a mention names by itself."""
    if mention.shape is not _PART:
        return [_unit(mention)]
    half = Unit(
        part=mention.part,
        both=mention.rule == "both",
        straddles=mention.clash,
        of_that_day=mention.rule == THAT_HALF,
    )
    return [half] if half.part is not None or half.both or half.straddles else []


def _unit(mention: Mention) -> Unit:
    """A mention that is no half of the day, as a unit of its own."""
    weekdays = mention.weekdays if mention.shape in (_WEEKDAY, _PATTERN) else ()
    return Unit(mention, weekdays, mention if mention.shape is _SPAN else None, part=mention.part)


class _Assembly:
    """Puts the mentions of one group together, one after the other."""

    def __init__(self, group: Sequence[Mention], words: Sequence[Word]) -> None:
        self.group, self.words = group, words
        self.units: list[Unit] = []
        self.lead = Unit()

    def add(self, index: int, mention: Mention) -> None:
        """Join a mention to the last unit, or begin another."""
        gap = self.words[self.group[index - 1].last : mention.first] if index else ()
        alternative = any(word.text in ("or", "/") for word in gap)
        if mention.shape is _PART and self._leads(index):
            self.lead = self.lead._replace(part=mention.part, both=mention.rule == "both", straddles=mention.clash)
        elif mention.shape is _PART:
            self._add_half(mention, alternative=alternative)
        elif self._filters(index, mention):
            self.lead = self.lead._replace(any_of=True)
        elif not self.units or not self._joins(mention, alternative=alternative):
            self._begin(mention)

    def _leads(self, index: int) -> bool:
        """Whether a half of the day belongs to what follows: "9 June or the morning of 15 June"."""
        if not self.units or index + 1 >= len(self.group):
            return False
        following = self.group[index + 1]
        gap = [word.text for word in self.words[self.group[index].last : following.first]]
        return gap[:1] == ["of"] and len(gap) <= _NEAR and following.shape in (*_PLACED, _SET)

    def done(self) -> list[Unit]:
        """The units; a half of the day by itself is one too."""
        lead = self.lead
        self.units = _same_as_before(self.units)
        if not self.units and (lead.part is not None or lead.both or lead.any_of or lead.straddles):
            return [lead]
        return self.units

    def _begin(self, mention: Mention) -> None:
        named = _unit(mention)
        part = self.lead.part or named.part
        self.units.append(
            self.lead._replace(mention=named.mention, weekdays=named.weekdays, span=named.span, part=part)
        )
        if mention.shape is not _PATTERN:
            self.lead = Unit(any_of=self.lead.any_of)

    def _filters(self, index: int, mention: Mention) -> bool:
        """Whether "either", "any" or "none" only counts what stands right behind it: "either afternoon"."""
        if mention.shape is not _SET or mention.rule not in ("any", "none") or index + 1 >= len(self.group):
            return False
        following = self.group[index + 1]
        gap = self.words[mention.last : following.first]
        apart = any(word.text in ("or", "and", ",", "&", "/") for word in gap)
        return following.shape in _FILTERED and len(gap) <= _NEAR and not apart

    def _joins(self, mention: Mention, *, alternative: bool) -> bool:
        """Whether the mention adds to the last unit; if so, it is added."""
        last = self.units[-1]
        joined = (
            self._weekday_joined(last, mention, alternative=alternative)
            if mention.shape in (_WEEKDAY, _PATTERN)
            else self._span_joined(last, mention, alternative=alternative)
        )
        if joined is not None:
            self.units[-1] = joined
        return joined is not None

    def _weekday_joined(self, last: Unit, mention: Mention, *, alternative: bool) -> Unit | None:
        if mention.shape is _WEEKDAY and last.is_week and not alternative:
            return _in_week(last, mention)
        if last.mention is None or last.part is not None:
            return None
        listed = last.mention.shape in (_WEEKDAY, _PATTERN) and last.span is None
        placed = last.mention.shape is _SPAN and alternative == bool(last.weekdays)
        return last._replace(weekdays=last.weekdays + mention.weekdays) if listed or placed else None

    def _span_joined(self, last: Unit, mention: Mention, *, alternative: bool) -> Unit | None:
        if mention.rule == "any" and (last.is_named or self.words[mention.first].text == "both"):
            return last._replace(any_of=True)
        if mention.shape is not _SPAN or alternative:
            return None
        if last.is_named:
            return last
        if last.span is not None and last.span.rule == "from" and not mention.opens:
            return last._replace(span=_explained(last.span, mention))
        if last.span is None and _names_a_day(last, mention):
            return _in_week(Unit(span=mention, part=last.part, both=last.both), last.mention or mention)
        if last.span is not None and mention.opens and sum(unit.span is not None for unit in self.units) == 1:
            narrowed = _narrowed(last.span, mention)
            return None if narrowed is None else last._replace(span=narrowed)
        return last._replace(span=mention) if last.weekdays and last.span is None else None

    def _add_half(self, mention: Mention, *, alternative: bool) -> None:
        if self.units:
            self.units[-1] = _with_half(self.units[-1], mention, alternative=alternative)
            return
        both = mention.rule == "both" or (alternative and self.lead.part is not None)
        self.lead = self.lead._replace(of_that_day=mention.rule == THAT_HALF, same=mention.rule == "same")
        self.lead = self.lead._replace(part=mention.part, both=both, straddles=mention.clash)


def _same_as_before(units: list[Unit]) -> list[Unit]:
    """The half of the day before it in the list: "Friday 12th March at 10, or Monday 15th at the same time"."""
    out: list[Unit] = []
    for unit in units:
        part = out[-1].part if out else None
        out.append(unit._replace(part=part, same=False) if unit.same and part is not None and not unit.part else unit)
    return out


def _with_half(unit: Unit, mention: Mention, *, alternative: bool) -> Unit:
    other = unit.part is not None and mention.part is not unit.part
    if mention.rule == "same":
        return unit._replace(same=True)
    if mention.rule == "clock" and other and mention.part is not None:
        return unit._replace(straddles=True)
    if mention.rule == "both" or (alternative and other):
        return unit._replace(part=None, both=True)
    if unit.part is None and not unit.both:
        return unit._replace(part=mention.part, straddles=mention.clash)
    return unit


def _names_a_day(unit: Unit, week: Mention) -> bool:
    """Whether a weekday and a week name one day: "the Thursday morning, that week"."""
    known = unit.mention is not None and unit.mention.shape is _WEEKDAY and len(unit.weekdays) == 1
    return known and Unit(span=week).is_week


def _in_week(unit: Unit, mention: Mention) -> Unit:
    """A day of the week named before: "the week after, Tuesday pm"."""
    start = unit.span.start if unit.span else None
    monday = week_of(start)[0] if start else None
    days = tuple(monday + dt.timedelta(weekday) for weekday in mention.weekdays) if monday else ()
    return unit._replace(mention=replace(mention, shape=_DAY, days=days), span=None)


def _narrowed(span: Mention, limit: Mention) -> Mention | None:
    """What an open stretch leaves of one named before: "later this term, after half-term"; None for nothing."""
    if span.start is None or span.end is None or limit.start is None or limit.end is None:
        return None
    if span.opens and (span.opens, limit.opens) != ("end", "start"):
        return None
    start, end = max(span.start, limit.start), min(span.end, limit.end)
    return replace(span, start=start, end=end, opens="") if start <= end else None


def _explained(span: Mention, mention: Mention) -> Mention:
    """An open stretch whose begin the next one tells: "from the week after that, w/c 3 May"."""
    return replace(span, start=mention.start, end=max(filter(None, (span.end, mention.end)), default=None))


def _shared_half(units: list[Unit]) -> list[Unit]:
    """Openness to both halves at the end of a list holds for every member."""
    if len(units) > 1 and units[-1].both and not any(unit.part for unit in units):
        return [unit._replace(both=True) for unit in units]
    return units


def _leading_half(units: list[Unit], group: Sequence[Mention], words: Sequence[Word]) -> list[Unit]:
    """A half before a list of days is that of each: "after lunch on the 10th or the 17th"."""
    first = group[0]
    days = len(group) > _NEAR and all(mention.shape is _DAY for mention in group[1:])
    if not days or first.shape is not _PART or first.part is None or words[first.last].text not in ("on", "of"):
        return units
    return [unit if unit.part or unit.both else unit._replace(part=first.part) for unit in units]


def _trailing_half(units: list[Unit], group: Sequence[Mention], words: Sequence[Word]) -> list[Unit]:
    """A half set apart behind a list holds for every member: "10 or 11 February, pm", "... (mornings)"."""
    last = group[-1]
    if len(units) < 2 or last.shape is not _PART or last.part is None or len(group) < len(units) + 1:
        return units
    gap = words[group[-2].last : last.first]
    apart = any(word.text not in _CLOSE for word in gap)
    bare = not any(unit.part or unit.both for unit in units[:-1])
    if not apart or not bare or not all(unit.is_named for unit in units):
        return units
    return [unit._replace(part=last.part, straddles=units[-1].straddles) for unit in units]


_CLOSE = frozenset({"in", "the", "at", "from", "on", "a", "of", "about", "around", "for"})
"""What joins a half of the day to the day before it, and to no other of the list."""


def _general_half(units: list[Unit], group: Sequence[Mention], words: Sequence[Word]) -> list[Unit]:
    """A half named in general behind a list holds for every member: "8, 9 or 11 March, mornings"."""
    last = group[-1]
    if last.shape is not _PART or words[last.last - 1].text not in ("mornings", "afternoons"):
        return units
    return [unit if unit.part or unit.both or not unit.is_named else unit._replace(part=last.part) for unit in units]


def _shared_weekdays(units: list[Unit]) -> list[Unit]:
    """Weekdays named before two stretches hold for both: "Thursday or Friday, that week or the week after"."""
    first = units[0] if units else None
    if first is None or not first.weekdays or first.span is None:
        return units
    return [first, *(u._replace(weekdays=first.weekdays) if u.span and not u.weekdays else u for u in units[1:])]
