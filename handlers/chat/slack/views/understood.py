"""What was understood of a letter, for chat: half days and roles, never its words and nobody's name (law 3)."""

from __future__ import annotations

from collections.abc import Iterator

from bot.model import Attendee, Governor, ProposedSlot, Role, Slot, Understanding, Weekday, Window
from bot.wording.dates import WEEKDAY_NAMES, count_text, half_day, list_text, long_date, part_name, span_text
from bot.wording.people import role_name
from bot.wording.plain import sentence_case

MOST = 6
"""Lines of one kind; a letter that names more is better read."""
_GOVERNORS = {
    Governor.NAMED: "governor (named)",
    Governor.UNNAMED: "governor (not named yet)",
    Governor.UNAVAILABLE: "no governor",
}


def half_days(said: Understanding) -> tuple[str, ...]:
    """The half days and windows that the school spoke of, one a line: "Yes to Tuesday 26 January 2027, morning"."""
    lines = [
        *_several("Yes to", [half_day(slot) for slot in said.accepted]),
        *_several("Not", [half_day(slot) for slot in said.ruled_out]),
        *_several("Proposes", [_proposed(slot) for slot in said.proposed]),
        *_several("Could do", [_window(window) for window in said.windows]),
    ]
    return tuple(lines)


def _several(begin: str, told: list[str]) -> Iterator[str]:
    yield from (f"{begin} {item}" for item in told[:MOST])
    if len(told) > MOST:
        yield f"{begin} {count_text(len(told) - MOST, 'more', 'more')}"


def _proposed(slot: ProposedSlot) -> str:
    return half_day(Slot(slot.date, slot.part)) if slot.part else f"{long_date(slot.date)}, either half"


def _window(window: Window) -> str:
    days = list_text([f"{_WEEKDAYS[day]}s" for day in window.weekdays])
    half = f"{part_name(window.part)}s" if window.part else ""
    return ", ".join(part for part in (span_text(window.start, window.end), days, half) if part)


_WEEKDAYS = dict(zip(Weekday, WEEKDAY_NAMES, strict=False))


def taking_part(people: tuple[Attendee, ...], governor: Governor) -> str:
    """Who takes part, by role: "Headteacher, SENCO, governor (named)"; "" where nothing was said."""
    roles = [role_name(person.role) or "a person" for person in people if person.role is not Role.GOVERNOR]
    told = [*(_counted(role, roles.count(role)) for role in dict.fromkeys(roles)), _GOVERNORS.get(governor, "")]
    return sentence_case(", ".join(text for text in told if text))


def _counted(role: str, number: int) -> str:
    return role if number == 1 else f"{role} ({number})"
