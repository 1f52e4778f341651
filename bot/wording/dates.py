"""Dates, times and lists in words, as GOV.UK style has them: no ordinals, no leading zeros, midday.

The names are our own tables: `strftime` follows the machine's locale, and a mail must not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.model import Hours, OfferedSlot, Part, Slot

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
PART_NAMES = {Part.AM: "morning", Part.PM: "afternoon"}
_NAMED_TIMES = {dt.time(0): "midnight", dt.time(12): "midday"}


def month_name(day: dt.date) -> str:
    """The month's name: "January"."""
    return MONTH_NAMES[day.month - 1]


def short_date(day: dt.date) -> str:
    """A day without its weekday: "26 January 2027"."""
    return f"{day.day} {month_name(day)} {day.year}"


def long_date(day: dt.date) -> str:
    """A day with its weekday: "Tuesday 26 January 2027"."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {short_date(day)}"


def span_text(first: dt.date, last: dt.date) -> str:
    """A span of days, inclusive: "22 to 26 February 2027", "29 March to 2 April 2027", or the one day."""
    if first == last:
        return short_date(first)
    if first.year != last.year:
        return f"{short_date(first)} to {short_date(last)}"
    if first.month != last.month:
        return f"{first.day} {month_name(first)} to {short_date(last)}"
    return f"{first.day} to {short_date(last)}"


def clock(time: dt.time) -> str:
    """A time of day to the minute: "9:15am", "1pm", "midday", "midnight"."""
    named = _NAMED_TIMES.get(time.replace(second=0, microsecond=0, tzinfo=None))
    if named:
        return named
    minutes = f":{time.minute:02}" if time.minute else ""
    return f"{time.hour % 12 or 12}{minutes}{'am' if time.hour < 12 else 'pm'}"


def part_name(part: Part) -> str:
    """The half of the day: "morning" or "afternoon"."""
    return PART_NAMES[part]


def hours_text(hours: Hours, part: Part) -> str:
    """When that half of the day is: "9:15am to 12:15pm"."""
    start, end = hours.of(part)
    return f"{clock(start)} to {clock(end)}"


def half_day(slot: Slot) -> str:
    """A slot without its times: "Tuesday 26 January 2027, morning"."""
    return f"{long_date(slot.date)}, {part_name(slot.part)}"


def in_sentence(slot: Slot) -> str:
    """A slot within a sentence: "on the morning of Tuesday 26 January 2027"."""
    return f"on the {part_name(slot.part)} of {long_date(slot.date)}"


def slot_text(slot: Slot, hours: Hours) -> str:
    """A slot with its times: "Tuesday 26 January 2027, morning (9:15am to 12:15pm)"."""
    return f"{half_day(slot)} ({hours_text(hours, slot.part)})"


def option_line(offered: OfferedSlot, hours: Hours) -> str:
    """A slot on offer as it stands in a mail: "1. Tuesday 26 January 2027, morning (9:15am to 12:15pm)"."""
    return f"{offered.option}. {slot_text(offered.slot, hours)}"


def list_text(things: Sequence[str], joiner: str = "and") -> str:
    """Things in a row: "a", "a and b", "a, b and c"; "" for nothing."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {joiner} {things[-1]}"


def count_text(number: int, one: str, many: str = "") -> str:
    """A number and its noun: "1 school", "1,200 schools"; `many` where adding an s is wrong."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
