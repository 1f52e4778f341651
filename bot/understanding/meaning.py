"""From mentions to slots: what a group of mentions names, on the ground of what was offered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.model import Part, ProposedSlot, Slot
from bot.understanding.ground import Ground, Mention, Shape, week_of
from bot.understanding.words import Word


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing named: a day, an option, weekdays, a stretch, a set; restricted to `part`, or open to both halves."""

    mention: Mention | None = None
    weekdays: tuple[int, ...] = ()
    span: Mention | None = None
    part: Part | None = None
    both: bool = False
    any_of: bool = False
    straddles: bool = False
    same: bool = False


_FILTERED = (Shape.WEEKDAY, Shape.PATTERN, Shape.PART, Shape.SPAN, Shape.OPTION, Shape.DAY)


@dataclass(frozen=True, slots=True)
class Meaning:
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


@dataclass(slots=True)
class Memory:
    """What the letter has named so far: slots by order of naming, the last group, and what has been refused."""

    named: list[Slot] = field(default_factory=list)
    last: tuple[Slot, ...] = ()
    last_days: tuple[ProposedSlot, ...] = ()
    refused: set[Slot] = field(default_factory=set)
    sentence: int = -1


def units_of(group: Sequence[Mention], words: Sequence[Word]) -> list[Unit]:
    """The group's mentions put together: halves of the day and weekdays join what they stand beside."""
    units: list[Unit] = []
    lead = Unit()
    for index, mention in enumerate(group):
        joined = index > 0 and not _parted(words, group[index - 1].last, mention.first)
        alternative = index > 0 and any(w.text in ("or", "/") for w in words[group[index - 1].last : mention.first])
        if mention.shape is Shape.PART:
            _add_part(units, mention, alternative, words)
            if not units:
                lead = replace(
                    lead,
                    part=mention.part,
                    both=mention.rule == "both" or (alternative and lead.part is not None),
                    straddles=mention.clash,
                )
        elif (
            mention.shape is Shape.SET
            and mention.rule in ("any", "none")
            and group[min(index + 1, len(group) - 1)].shape in _FILTERED
            and _next_to(mention, group[min(index + 1, len(group) - 1)])
            and index + 1 < len(group)
            and not _parted(words, mention.last, group[index + 1].first)
        ):
            lead = replace(lead, any_of=True)
        elif mention.shape is Shape.WEEKDAY and units and not alternative and _is_week(units[-1].span):
            units[-1] = _in_week(units[-1], mention)
        elif (
            mention.shape in (Shape.WEEKDAY, Shape.PATTERN) and units and _takes_weekday(units[-1], joined, alternative)
        ):
            units[-1] = replace(units[-1], weekdays=units[-1].weekdays + mention.weekdays)
        elif mention.shape is Shape.SPAN and units and not alternative and _is_named(units[-1]):
            continue
        elif mention.rule == "any" and units and _is_named(units[-1]):
            units[-1] = replace(units[-1], any_of=True)
        elif mention.shape is Shape.SPAN and units and _explains(units[-1], mention, alternative):
            units[-1] = replace(units[-1], span=_explained(units[-1].span, mention))
        elif (
            mention.shape is Shape.SPAN and units and units[-1].weekdays and units[-1].span is None and not alternative
        ):
            units[-1] = replace(units[-1], span=mention)
        else:
            units.append(_unit(mention, lead, units))
            lead = replace(lead, part=None, both=False, straddles=False) if mention.shape is not Shape.PATTERN else lead
    if not units and (lead.part is not None or lead.both or lead.any_of or lead.straddles):
        units.append(lead)
    return _shared_weekdays(_shared_part(units, group))


def _shared_weekdays(units: list[Unit]) -> list[Unit]:
    """Such as "Thursday or Friday, that week or the week after": the weekdays hold for both weeks."""
    first = units[0] if units else None
    if first is None or not first.weekdays or first.span is None:
        return units
    return [first, *(replace(u, weekdays=first.weekdays) if u.span and not u.weekdays else u for u in units[1:])]


def _unit(mention: Mention, lead: Unit, units: list[Unit]) -> Unit:
    base = replace(lead, any_of=lead.any_of)
    if mention.shape in (Shape.WEEKDAY, Shape.PATTERN):
        return replace(base, mention=mention, weekdays=mention.weekdays)
    if mention.shape is Shape.SPAN:
        return replace(base, mention=mention, span=mention)
    return replace(base, mention=mention)


def _next_to(mention: Mention, following: Mention) -> bool:
    return following.first - mention.last <= 2


def _takes_weekday(unit: Unit, joined: bool, alternative: bool) -> bool:
    if unit.mention is None or unit.part is not None:
        return False
    if unit.mention.shape in (Shape.WEEKDAY, Shape.PATTERN):
        return unit.span is None
    return unit.mention.shape is Shape.SPAN and not alternative and not unit.weekdays


def _is_week(span: Mention | None) -> bool:
    return (
        span is not None
        and span.start is not None
        and span.end is not None
        and not span.opens
        and (span.end - span.start).days < 5
    )


def _in_week(unit: Unit, mention: Mention) -> Unit:
    """Such as "The week after, Tuesday pm": a day of that week."""
    start = unit.span.start if unit.span else None
    monday = week_of(start)[0] if start else None
    days = tuple(monday + dt.timedelta(weekday) for weekday in mention.weekdays) if monday else ()
    return replace(unit, mention=replace(mention, shape=Shape.DAY, days=days), span=None)


def _is_named(unit: Unit) -> bool:
    """Whether a day or an option is named already, so that a stretch behind it only says where it lies."""
    return unit.mention is not None and unit.mention.shape in (Shape.DAY, Shape.OPTION)


def _explains(unit: Unit, mention: Mention, alternative: bool) -> bool:
    """Such as "From the week after that, w/c 3 May": the second stretch says where the open first one begins."""
    return not alternative and unit.span is not None and unit.span.rule == "from" and not mention.opens


def _explained(span: Mention | None, mention: Mention) -> Mention | None:
    return span and replace(span, start=mention.start, end=max(filter(None, (span.end, mention.end))))


def _add_part(units: list[Unit], mention: Mention, alternative: bool, words: Sequence[Word]) -> None:
    if not units:
        return
    unit = units[-1]
    if mention.rule == "same":
        units[-1] = replace(unit, same=True)
        return
    if mention.rule == "clock" and unit.part is not None and mention.part is not None and mention.part is not unit.part:
        units[-1] = replace(unit, straddles=True)
    elif mention.rule == "both" or (unit.part is not None and alternative and mention.part is not unit.part):
        units[-1] = replace(unit, part=None, both=True)
    elif unit.part is None and not unit.both:
        units[-1] = replace(unit, part=mention.part, straddles=mention.clash)


def _parted(words: Sequence[Word], start: int, stop: int) -> bool:
    return any(word.text in ("or", "and", ",", "&", "/") for word in words[start:stop])


def _shared_part(units: list[Unit], group: Sequence[Mention]) -> list[Unit]:
    """A half of the day in the plural at the end, or openness to both, holds for every member of the list."""
    if len(units) > 1 and units[-1].both and not any(unit.part for unit in units):
        return [replace(unit, both=True) for unit in units]
    return units


def meaning_of(group: Sequence[Mention], words: Sequence[Word], ground: Ground, memory: Memory) -> Meaning:
    """What the group names: offered slots, other days, stretches; and what is doubtful about it."""
    total = Meaning()
    plural = any(words[m.first].text in ("mornings", "afternoons") for m in group if m.shape is Shape.PART)
    for unit in units_of(group, words):
        one = _unit_meaning(unit, words, ground, memory, plural)
        total = Meaning(
            total.slots + tuple(s for s in one.slots if s not in total.slots),
            total.proposed + tuple(p for p in one.proposed if p not in total.proposed),
            total.spans + one.spans,
            total.doubts + one.doubts,
            total.loose or one.loose,
        )
    return _agreed(group, words, ground, total)


def _agreed(group: Sequence[Mention], words: Sequence[Word], ground: Ground, total: Meaning) -> Meaning:
    """Such as "Option 2, Thursday 28th" names one slot twice; where number and date disagree, neither stands."""
    options = [m for m in group if m.shape is Shape.OPTION]
    days = [m for m in group if m.shape is Shape.DAY]
    if (
        len(options) != 1
        or not days
        or any(w.text in ("or", "and", "&") for w in words[group[0].first : group[-1].last])
    ):
        return total
    number = options[0].options[0]
    if not 0 < number <= len(ground.offered):
        return total
    slot = ground.offered[number - 1]
    dates = {day for mention in days for day in mention.days}
    if slot.date not in dates:
        return replace(total, doubts=(*total.doubts, "number and date disagree"))
    return replace(total, slots=tuple(s for s in total.slots if s == slot) or total.slots)


def _same_half(unit: Unit, ground: Ground) -> Unit:
    """Such as "Same time": the half of the day of the slot that this one is counted from, of the agreed one, or of all offered."""
    halves = {slot.part for slot in ground.offered}
    if ground.agreed is not None:
        return replace(unit, part=ground.agreed.part)
    if unit.mention is not None and unit.mention.options:
        return replace(unit, part=ground.offered[unit.mention.options[0] - 1].part)
    return replace(unit, part=next(iter(halves))) if len(halves) == 1 else unit


def _unit_meaning(unit: Unit, words: Sequence[Word], ground: Ground, memory: Memory, plural: bool) -> Meaning:
    if unit.same and unit.part is None:
        unit = _same_half(unit, ground)
    if unit.straddles:
        return Meaning(doubts=("straddling time",))
    mention = unit.mention
    if mention is None:
        return _by_part(unit, ground, memory, plural)
    if mention.shape is Shape.DAY:
        return _by_day(unit, mention, ground)
    if mention.shape is Shape.OPTION:
        return _by_option(unit, mention, ground)
    if mention.shape is Shape.SET:
        return _by_set(unit, mention, ground, memory)
    if unit.span is not None:
        return _by_span(unit, ground)
    return _by_weekday(unit, mention, words, ground)


def _matching(slots: Iterable[Slot], part: Part | None) -> tuple[Slot, ...]:
    return tuple(slot for slot in slots if part is None or slot.part is part)


def _by_day(unit: Unit, mention: Mention, ground: Ground) -> Meaning:
    option = mention.options[0] if mention.options and mention.rule == "day of the month" else 0
    on_day = [slot for slot in ground.on_table if mention.days and slot.date in mention.days]
    if 0 < option <= len(ground.offered):
        numbered = ground.offered[option - 1]
        if not on_day:
            return (
                Meaning(slots=(numbered,), doubts=("day or option",))
                if unit.part in (None, numbered.part)
                else Meaning(doubts=("day or option",))
            )
        if on_day != [numbered]:
            return Meaning(slots=tuple(on_day), doubts=("day or option",))
    if mention.clash:
        return Meaning(doubts=("weekday and date disagree",))
    if len(mention.days) > 1:
        fits = _matching(on_day, unit.part)
        return (
            Meaning(slots=fits)
            if len(fits) == 1 and unit.part
            else Meaning(slots=tuple(on_day), doubts=("several such days",))
        )
    return _on_day(mention.days[0], on_day, unit, ground)


def _on_day(day: dt.date, on_day: Sequence[Slot], unit: Unit, ground: Ground) -> Meaning:
    fits = _matching(on_day, unit.part)
    if fits:
        ambiguous = len(fits) > 1 and not unit.both and not unit.any_of
        return Meaning(slots=fits, doubts=("either half of the day",) if ambiguous else ())
    if day <= ground.today:
        return Meaning(doubts=("past day",))
    return Meaning(proposed=(ProposedSlot(day, unit.part),))


def _by_option(unit: Unit, mention: Mention, ground: Ground) -> Meaning:
    number = mention.options[0]
    if not 0 < number <= len(ground.offered):
        return Meaning(doubts=("no such option",))
    slot = ground.offered[number - 1]
    if unit.part in (None, slot.part):
        return Meaning(slots=(slot,))
    return _on_day(slot.date, [s for s in ground.on_table if s.date == slot.date], unit, ground)


def _by_set(unit: Unit, mention: Mention, ground: Ground, memory: Memory) -> Meaning:
    if mention.rule == "agreed":
        slots: tuple[Slot, ...] = () if ground.agreed is None else (ground.agreed,)
    elif mention.rule == "it":
        if not memory.last and memory.last_days and (unit.part or mention.last - mention.first > 1):
            days = memory.last_days[-1:] if unit.part else memory.last_days
            return Meaning(proposed=tuple(ProposedSlot(d.date, unit.part or d.part) for d in days))
        slots = memory.last or (ground.offered if ground.agreed is None else ())
        if len(slots) > 1:
            return Meaning(slots=slots, doubts=("which one",))
    elif mention.rule == "others":
        slots = tuple(slot for slot in ground.offered if slot not in memory.named)
    elif mention.rule == "any" and len(memory.last) < 2 <= len(memory.named) and mention.last - mention.first == 1:
        slots = tuple(slot for slot in memory.named if slot not in memory.refused)
    elif mention.rule == "these":
        slots = memory.last if len(memory.last) > 1 else ground.offered
    elif mention.rule == "any":
        slots = memory.last if len(memory.last) > 1 else tuple(s for s in ground.offered if s not in memory.refused)
    else:
        slots = ground.offered
    if mention.rule == "these" and unit.part is None and len(slots) > 1 and slots == ground.offered:
        return Meaning(slots=slots, doubts=("which one",))
    if unit.part is not None and mention.rule in ("any", "these"):
        slots = slots or ground.offered
    if unit.part is not None and slots:
        fits = _matching(slots, unit.part)
        if fits:
            return Meaning(slots=fits)
        return Meaning(proposed=tuple(ProposedSlot(slot.date, unit.part) for slot in slots), loose=True)
    return Meaning(slots=slots)


def _by_part(unit: Unit, ground: Ground, memory: Memory, plural: bool) -> Meaning:
    dates = {day.date for day in memory.last_days} | {slot.date for slot in memory.last}
    if not plural and len(dates) == 1 and unit.part is not None and not unit.any_of:
        return Meaning(slots=tuple(s for s in _matching(ground.offered, unit.part) if s.date in dates), loose=True)
    if unit.any_of and unit.part is not None and not _matching(ground.offered, unit.part):
        return Meaning(proposed=tuple(ProposedSlot(slot.date, unit.part) for slot in ground.offered), loose=True)
    fits = ground.offered if unit.both or unit.part is None else _matching(ground.offered, unit.part)
    several = len(fits) > 1 and not unit.any_of and not plural
    return Meaning(slots=fits, spans=(unit,), doubts=("several such halves",) if several else (), loose=True)


def _by_span(unit: Unit, ground: Ground) -> Meaning:
    span = unit.span
    if span is None or span.start is None or span.end is None:
        return Meaning()
    inside = [slot for slot in ground.on_table if span.start <= slot.date <= span.end]
    if span.rule in ("one before", "one after") and inside:
        inside = [max(inside) if span.rule == "one before" else min(inside)]
    fits = [slot for slot in _matching(inside, unit.part) if not unit.weekdays or slot.date.weekday() in unit.weekdays]
    several = len(fits) > 1 and not unit.any_of
    return Meaning(slots=tuple(fits), spans=(unit,), doubts=("several in that time",) if several else (), loose=True)


def _is_definite(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether one day of the week under discussion is meant: "the Wednesday", "Wednesday instead"."""
    lead = words[mention.first - 1].text if mention.first else ""
    following = {word.text for word in words[mention.last : mention.last + 3]}
    before = {word.text for word in words[max(mention.first - 4, 0) : mention.first]}
    return lead in ("the", "that") or "instead" in following or bool(before & {"would", "could", "can"})


def _by_weekday(unit: Unit, mention: Mention, words: Sequence[Word], ground: Ground) -> Meaning:
    on_days = [slot for slot in ground.on_table if slot.date.weekday() in unit.weekdays]
    fits = _matching(on_days, unit.part)
    general = mention.shape is Shape.PATTERN
    if fits:
        ambiguous = len({slot.date.weekday() for slot in fits}) < len(fits) and not (general or unit.any_of)
        return Meaning(
            slots=fits,
            spans=(unit,) if general else (),
            doubts=("several such weekdays",) if ambiguous else (),
            loose=general,
        )
    if general:
        return Meaning(spans=(unit,), loose=True)
    if not _is_definite(mention, words):
        return Meaning(spans=(unit,), loose=True, doubts=("weekday of no week",))
    if on_days:
        days = {slot.date for slot in on_days}
        if len(days) == 1:
            return Meaning(proposed=(ProposedSlot(on_days[0].date, unit.part),))
        return Meaning(doubts=("several such weekdays",))
    return _in_that_week(unit, ground)


def _in_that_week(unit: Unit, ground: Ground) -> Meaning:
    """Such as "The Wednesday", where no Wednesday was offered: that of the one week which the offer is about."""
    weeks = {week_of(slot.date)[0] for slot in ((ground.agreed,) if ground.agreed else ground.offered)}
    if len(weeks) != 1:
        return Meaning(spans=(unit,), doubts=("weekday of no week",), loose=True)
    monday = weeks.pop()
    days = [monday + dt.timedelta(weekday) for weekday in unit.weekdays]
    return Meaning(proposed=tuple(ProposedSlot(day, unit.part) for day in days))
