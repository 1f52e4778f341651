"""From mentions to slots: what a group of mentions names, on the ground of what was offered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import NamedTuple

from bot.model import Part, ProposedSlot, Slot
from bot.understanding.ground import Ground, Mention, Shape, week_of
from bot.understanding.units import Unit, units_of
from bot.understanding.words import Word

_DAY, _SPAN, _WEEKDAY, _PATTERN, _PART, _OPTION, _SET = Shape  # on its class, a member costs as much as a call

_PAIR = 2
_PLACES = {"first": 0, "earlier": 0, "former": 0, "second": 1, "third": 2, "last": -1, "later": -1, "latter": -1}
SEVERAL_DAYS = "several such days"
SEVERAL_WEEKDAYS = "several such weekdays"
SEVERAL_HALVES = "several such halves"
SEVERAL_WITHIN = "several in that time"
EITHER_HALF = "either half of the day"
WHICH_ONE = "which one"
PAST_DAY = "past day"
CLASHING_DATE = "weekday and date disagree"
DAY_OR_OPTION = "day or option"
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth"})
CLASHING_NUMBER = "number and date disagree"


class Meaning(NamedTuple):
    """What a group of mentions comes to.

    `slots`: offered slots, in the order named. `proposed`: days or halves that were not offered. `spans`: stretches and
    weekdays as such, as units. `doubts`: names of what makes the group ambiguous. `loose` is True where the words only
    filter what was offered ("Mondays", "in June"), and so may as well describe other days.
    """

    slots: tuple[Slot, ...] = ()
    proposed: tuple[ProposedSlot, ...] = ()
    spans: tuple[Unit, ...] = ()
    doubts: tuple[str, ...] = ()
    loose: bool = False

    def plus(self, other: Meaning) -> Meaning:
        """Both together, without repeats."""
        return Meaning(
            tuple(dict.fromkeys(self.slots + other.slots)),
            tuple(dict.fromkeys(self.proposed + other.proposed)),
            self.spans + other.spans,
            self.doubts + other.doubts,
            self.loose or other.loose,
        )


@dataclass(slots=True)
class Memory:
    """What the letter has named so far: slots by order of naming, the last group, and what has been refused."""

    named: list[Slot] = field(default_factory=list)
    last: tuple[Slot, ...] = ()
    last_days: tuple[ProposedSlot, ...] = ()
    last_refused: bool = False
    taken: set[Slot] = field(default_factory=set)
    refused: set[Slot] = field(default_factory=set)


_NOTHING = Meaning()


def meaning_of(group: Sequence[Mention], words: Sequence[Word], ground: Ground, memory: Memory) -> Meaning:
    """What the group names: offered slots, other days, stretches; and what is doubtful about it."""
    plural = any(words[m.first].text in ("mornings", "afternoons") for m in group if m.shape is _PART)
    reader = _Reader(words, ground, memory, plural)
    group = _days_among_days(_without_appositions(group, words))
    meanings = [reader.meaning(unit) for unit in units_of(group, words)]
    total = reduce(Meaning.plus, meanings) if meanings else _NOTHING
    return _once(group, words, ground, total)


def _without_appositions(group: Sequence[Mention], words: Sequence[Word]) -> Sequence[Mention]:
    """A weekday whose date follows is that date: "the same Wednesday a week on, 19 May"."""
    if group[0].shape is not _WEEKDAY or len(group) < 2:
        return group
    dated = {mention.days[0].weekday() for mention in group if mention.shape is _DAY and len(mention.days) == 1}
    listed = any(word.text in ("or", "and", "&") for word in words[group[0].first : group[-1].last])
    if listed or not dated:
        return group
    return [m for m in group if m.shape is not _WEEKDAY or m.weekdays[0] not in dated]


def _days_among_days(group: Sequence[Mention]) -> Sequence[Mention]:
    """A number that may be a day or an option is a day beside one that can only be a day: "the 28th or the 2nd"."""
    if not any(_is_plain_day(mention) for mention in group):
        return group
    return [replace(m, options=()) if m.shape is _DAY and m.options else m for m in group]


def _is_plain_day(mention: Mention) -> bool:
    return (
        mention.shape is _DAY and mention.rule == "day of the month" and (not mention.options or mention.options[0] > 5)
    )


def _once(group: Sequence[Mention], words: Sequence[Word], ground: Ground, total: Meaning) -> Meaning:
    """A number and a date side by side name one slot twice; where they disagree, neither stands."""
    options = [m for m in group if m.shape is _OPTION]
    if len(options) != 1:
        return total
    days = {day for m in group if m.shape is _DAY for day in m.days}
    weekdays = {day for m in group if m.shape is _WEEKDAY for day in m.weekdays}
    listed = any(w.text in ("or", "and", "&") for w in words[group[0].first : group[-1].last])
    if not (days or weekdays) or listed or not 0 < options[0].options[0] <= len(ground.offered):
        return total
    slot = ground.offered[options[0].options[0] - 1]
    if (days and slot.date not in days) or (weekdays and slot.date.weekday() not in weekdays):
        return total._replace(doubts=(*total.doubts, CLASHING_NUMBER))
    doubts = tuple(doubt for doubt in total.doubts if doubt != EITHER_HALF)
    return total._replace(slots=tuple(s for s in total.slots if s == slot) or total.slots, doubts=doubts)


def _matching(slots: Iterable[Slot], part: Part | None) -> tuple[Slot, ...]:
    return tuple(slot for slot in slots if part is None or slot.part is part)


@dataclass(slots=True)
class _Reader:
    """Reads units; `plural` says that halves of the day were named in general ("mornings")."""

    words: Sequence[Word]
    ground: Ground
    memory: Memory
    plural: bool

    def meaning(self, unit: Unit) -> Meaning:
        """What one unit names."""
        if unit.same and unit.part is None:
            unit = self._same_half(unit)
        if unit.straddles:
            return Meaning(doubts=("straddling time",))
        mention = unit.mention
        if mention is None:
            return self._half(unit)
        if mention.shape is _DAY:
            return self._day(unit, mention)
        if mention.shape is _OPTION:
            return self._option(unit, mention)
        if mention.shape is _SET:
            return self._set(unit, mention)
        return self._span(unit, unit.span) if unit.span is not None else self._weekday(unit, mention)

    def _same_half(self, unit: Unit) -> Unit:
        """The half of the day of the slot that a day is counted from, of the agreed one, or of all offered."""
        if self.ground.agreed is not None:
            return unit._replace(part=self.ground.agreed.part)
        if unit.mention is not None and unit.mention.options:
            return unit._replace(part=self.ground.offered[unit.mention.options[0] - 1].part)
        near = self.memory.last or tuple(slot for slot in self.ground.offered if self._is_of_weekday(unit, slot))
        halves = {slot.part for slot in near} or {slot.part for slot in self.ground.offered}
        return unit._replace(part=next(iter(halves))) if len(halves) == 1 else unit

    def _is_of_weekday(self, unit: Unit, slot: Slot) -> bool:
        """Whether an offered slot lies on the weekday of the day named: "the Wednesday after, at the same time"."""
        days = unit.mention.days if unit.mention is not None else ()
        return len(days) == 1 and days[0].weekday() == slot.date.weekday()

    def _day(self, unit: Unit, mention: Mention) -> Meaning:
        on_day = tuple(slot for slot in self.ground.on_table if slot.date in mention.days)
        numbered = self._numbered(mention)
        just_named = any(day.date in mention.days for day in self.memory.last_days)
        if (on_day and numbered in self.memory.refused) or (just_named and not self.memory.last):
            numbered = None
        if numbered is not None and on_day != (numbered,):
            same = not on_day and unit.part in (None, numbered.part)
            return Meaning(slots=(numbered,) if same else on_day, doubts=(DAY_OR_OPTION,))
        if mention.clash:
            return Meaning(doubts=(CLASHING_DATE,))
        if len(mention.days) > 1:
            fits = _matching(on_day, unit.part)
            settled = len(fits) == 1 and unit.part is not None
            return Meaning(slots=fits) if settled else Meaning(slots=on_day, doubts=(SEVERAL_DAYS,))
        return self._on_day(mention.days[0], on_day, unit)

    def _numbered(self, mention: Mention) -> Slot | None:
        """The option whose number an ordinal without a month may be: "the 2nd"."""
        if self.ground.agreed is not None and mention.days:
            return None  # once a day is agreed, nobody counts the offer any more
        number = mention.options[0] if mention.options and mention.rule == "day of the month" else 0
        return self.ground.offered[number - 1] if 0 < number <= len(self.ground.offered) else None

    def _on_day(self, day: dt.date, on_day: Sequence[Slot], unit: Unit) -> Meaning:
        fits = _matching(on_day, unit.part)
        if fits:
            ambiguous = len(fits) > 1 and not unit.both and not unit.any_of
            return Meaning(slots=fits, doubts=(EITHER_HALF,) if ambiguous else ())
        if day <= self.ground.today:
            return Meaning(doubts=(PAST_DAY,))
        return Meaning(proposed=(ProposedSlot(day, unit.part),))

    def _option(self, unit: Unit, mention: Mention) -> Meaning:
        if len(mention.options) > 1:
            return Meaning(slots=tuple(self.ground.offered[number - 1] for number in mention.options))
        number = mention.options[0]
        if not 0 < number <= len(self.ground.offered):
            return Meaning(doubts=("no such option",))
        slot = self.ground.offered[number - 1]
        if self._may_be_a_day(mention, number, slot):
            return Meaning(slots=(slot,), doubts=(DAY_OR_OPTION,))
        if unit.part in (None, slot.part):
            return Meaning(slots=(slot,))
        return self._on_day(slot.date, [s for s in self.ground.on_table if s.date == slot.date], unit)

    def _may_be_a_day(self, mention: Mention, number: int, slot: Slot) -> bool:
        """Whether a bare "the second" may as well be the day of another slot."""
        bare = mention.last - mention.first == 1 and self.words[mention.first].text in _ORDINALS
        return bare and any(other.date.day == number for other in self.ground.offered if other != slot)

    def _set(self, unit: Unit, mention: Mention) -> Meaning:
        if mention.rule == "it":
            return self._it(unit, mention)
        own = self.memory.last_days if mention.rule == "any" and not self.memory.last else ()
        if own and unit.part is not None and self.memory.refused.issuperset(self.ground.offered):
            return Meaning(proposed=tuple(ProposedSlot(day.date, unit.part) for day in own))
        slots = self._members(mention)
        if mention.rule == "these" and unit.part is None and len(slots) > 1 and slots == self.ground.offered:
            return Meaning(slots=slots, doubts=(WHICH_ONE,))
        if unit.part is None:
            return Meaning(slots=slots)
        return self._of_part(slots or self.ground.offered, unit.part)

    def _it(self, unit: Unit, mention: Mention) -> Meaning:
        memory = self.memory
        asked = mention.first > 0 and self.words[mention.first - 1].text in ("make", "do", "manage")
        none_left = asked and memory.refused.issuperset(self.ground.offered)
        pointed = unit.part or mention.last - mention.first > 1 or none_left
        if not memory.last and memory.last_days and pointed:
            days = memory.last_days[-1:] if unit.part else memory.last_days
            return Meaning(proposed=tuple(ProposedSlot(d.date, unit.part or d.part) for d in days))
        slots = memory.last or (self.ground.offered if self.ground.agreed is None else self._agreed_day(mention))
        if len(slots) > 1:
            return Meaning(slots=slots, doubts=(WHICH_ONE,))
        return Meaning(slots=slots) if unit.part is None or not slots else self._of_part(slots, unit.part)

    def _agreed_day(self, mention: Mention) -> tuple[Slot, ...]:
        """The agreed slot, where "this date" or "that day" is said and no other was named."""
        named = mention.last - mention.first > 1 and self.ground.agreed is not None
        return (self.ground.agreed,) if named and self.ground.agreed is not None else ()

    def _members(self, mention: Mention) -> tuple[Slot, ...]:
        """The slots of a set: what was named just now, the rest, or all that are not refused."""
        memory, offered = self.memory, self.ground.offered
        several = memory.last if len(memory.last) > 1 else ()
        if mention.rule == "agreed":
            return () if self.ground.agreed is None else (self.ground.agreed,)
        if mention.rule == "others":
            return tuple(slot for slot in offered if slot not in memory.named)
        if not several and (named := self._named_of_late(mention)):
            return named
        if mention.rule == "these":
            return several or offered
        if mention.rule == "any":
            if self.words[mention.first].text == "both" and not several and len(memory.named) > _PAIR:
                return tuple(memory.named[-_PAIR:])
            one_word = mention.last - mention.first == 1
            pool = memory.named if one_word and len(memory.named) > 1 and not several else offered
            return several or tuple(slot for slot in pool if slot not in memory.refused)
        return offered

    def _named_of_late(self, mention: Mention) -> tuple[Slot, ...]:
        """The slots named one by one that "those" and "neither of them" point back to; () where they mean the offer."""
        named = tuple(slot for slot in self.memory.named if slot not in self.memory.taken)
        texts = [word.text for word in self.words[mention.first : mention.last]]
        if mention.rule == "these" and texts == ["those"] and len(named) > 1:
            return named
        days = {slot.date for slot in named}
        return named if mention.rule == "none" and texts[0] == "neither" and len(days) == _PAIR else ()

    def _of_part(self, slots: tuple[Slot, ...], part: Part) -> Meaning:
        fits = _matching(slots, part)
        if fits:
            return Meaning(slots=fits)
        return Meaning(proposed=tuple(ProposedSlot(slot.date, part) for slot in slots), loose=True)

    def _half(self, unit: Unit) -> Meaning:
        """A half of the day by itself: of the day just named, else of every offered one."""
        offered, part = self.ground.offered, unit.part
        dates = {day.date for day in self.memory.last_days} | {slot.date for slot in self.memory.last}
        near = tuple(slot for slot in _matching(offered, part) if slot.date in dates)
        if unit.of_that_day and part is not None and dates:
            return (
                Meaning(slots=near) if near else Meaning(proposed=tuple(ProposedSlot(d, part) for d in sorted(dates)))
            )
        if near and not self.plural and len(dates) == 1 and part is not None and not unit.any_of:
            return Meaning(slots=near, loose=True)
        if unit.both and dates and not unit.any_of and self._says_both_halves():
            return Meaning(slots=tuple(slot for slot in offered if slot.date in dates))
        if unit.any_of and part is not None and not _matching(offered, part):
            return Meaning(proposed=tuple(ProposedSlot(slot.date, part) for slot in offered), loose=True)
        if self._is_of_the_day_named(unit, dates):
            return Meaning(proposed=tuple(ProposedSlot(day, part) for day in dates))
        fits = offered if unit.both else _matching(offered, part)
        several = len(fits) > 1 and not unit.any_of and not unit.both and not self.plural
        return Meaning(slots=fits, spans=(unit,), doubts=(SEVERAL_HALVES,) if several else (), loose=True)

    def _says_both_halves(self) -> bool:
        """Whether the two halves of one day are spoken of: "so that's a no to both halves"."""
        return any(word.text == "halves" for word in self.words)

    def _is_of_the_day_named(self, unit: Unit, dates: set[dt.date]) -> bool:
        """Whether a half is that of a day named just before: "the 29th? After lunch is best".

        The day is the writer's own, or one of which only the offered half is refused.
        """
        memory = self.memory
        own = bool(memory.last_days) and not memory.last
        turned = len(memory.last) == 1 and memory.last[0] in memory.refused and memory.last[0].part is not unit.part
        one = len(dates) == 1 and unit.part is not None and not self.plural and not unit.any_of
        return one and (own or turned) and not memory.last_refused

    def _span(self, unit: Unit, span: Mention) -> Meaning:
        if span.start is None or span.end is None:
            return Meaning()
        inside = [slot for slot in self.ground.on_table if span.start <= slot.date <= span.end]
        if span.rule in ("one before", "one after") and inside:
            inside = [max(inside) if span.rule == "one before" else min(inside)]
        fits = tuple(s for s in _matching(inside, unit.part) if not unit.weekdays or s.date.weekday() in unit.weekdays)
        several = len(fits) > 1 and not unit.any_of
        return Meaning(slots=fits, spans=(unit,), doubts=(SEVERAL_WITHIN,) if several else (), loose=True)

    def _weekday(self, unit: Unit, mention: Mention) -> Meaning:
        on_days = [slot for slot in self.ground.on_table if slot.date.weekday() in unit.weekdays]
        if self.memory.last_days and not self.memory.last and self.ground.agreed is None:
            on_days = [slot for slot in on_days if slot not in self.memory.refused]
        counted = self._of_that_place(on_days, mention)
        if len(counted) < len(on_days):
            return Meaning(slots=_matching(counted, unit.part), doubts=(SEVERAL_WEEKDAYS,))
        fits = _matching(on_days, unit.part)
        one_of_them = {"one", "of"} <= {word.text for word in self.words[max(mention.first - 4, 0) : mention.first]}
        general = mention.shape is _PATTERN and not one_of_them
        if fits:
            repeated = len({slot.date.weekday() for slot in fits}) < len(fits)
            doubts = (SEVERAL_WEEKDAYS,) if repeated and not general and not unit.any_of else ()
            return Meaning(slots=fits, spans=(unit,) if general else (), doubts=doubts, loose=general)
        if general or not self._is_definite(mention):
            return Meaning(spans=(unit,), loose=True, doubts=() if general else ("weekday of no week",))
        if not on_days and self.memory.last_days and not self.memory.last:
            return self._in_week_of(self.memory.last_days[-1].date, unit)
        dates = {slot.date for slot in on_days}
        if len(dates) > 1:
            return Meaning(doubts=(SEVERAL_WEEKDAYS,))
        return Meaning(proposed=(ProposedSlot(dates.pop(), unit.part),)) if dates else self._in_that_week(unit)

    def _of_that_place(self, on_days: Sequence[Slot], mention: Mention) -> Sequence[Slot]:
        """The one of several slots on that weekday that "the first Thursday", "the second Tuesday" counts."""
        lead = self.words[mention.first - 1].text if mention.first else ""
        dates = sorted({slot.date for slot in on_days})
        place = _PLACES.get(lead)
        if place is None or len(dates) < _PAIR or place >= len(dates):
            return on_days
        return [slot for slot in on_days if slot.date == dates[place]]

    def _is_definite(self, mention: Mention) -> bool:
        """Whether one day of the week under discussion is meant: "the Wednesday", "Wednesday instead"."""
        lead = self.words[mention.first - 1].text if mention.first else ""
        following = {word.text for word in self.words[mention.last : mention.last + 3]}
        before = {word.text for word in self.words[max(mention.first - 4, 0) : mention.first]}
        return lead in ("the", "that") or "instead" in following or bool(before & {"would", "could", "can"})

    def _in_that_week(self, unit: Unit) -> Meaning:
        """A weekday that was not offered, of the one week that the offer is about."""
        slots = (self.ground.agreed,) if self.ground.agreed else self.ground.offered
        weeks = {week_of(slot.date)[0] for slot in slots}
        if len(weeks) != 1:
            return Meaning(spans=(unit,), doubts=("weekday of no week",), loose=True)
        return self._in_week_of(weeks.pop(), unit)

    def _in_week_of(self, near: dt.date, unit: Unit) -> Meaning:
        """A weekday of the week of a day: "Monday 15th, or the Tuesday or the Wednesday"."""
        monday = week_of(near)[0]
        days = [monday + dt.timedelta(weekday) for weekday in unit.weekdays]
        return Meaning(proposed=tuple(ProposedSlot(day, unit.part) for day in days))
