"""A letter's text cut into pieces: what is newly written, signed or quoted, and which words led to a conclusion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bot.model import Evidence, Part, Slot, Understanding, Visible
from bot.wording.dates import half_day, long_date


class Zone(StrEnum):
    """Whose words a stretch of a letter is."""

    WRITTEN = "written"
    SIGNATURE = "signature"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same conclusions. `labels` are those of the conclusions whose last words it holds."""

    text: str
    is_marked: bool = False
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a letter that belongs to one zone."""

    zone: Zone
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words of the stretch."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def lines(self) -> int:
        """How many lines hold words."""
        return sum(bool(line.strip()) for line in self.text.splitlines())

    @property
    def is_marked(self) -> bool:
        """Whether any of its words led to a conclusion."""
        return any(piece.is_marked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Labelled:
    start: int
    end: int
    label: str


_LABELS = {
    "accepted": "yes to {}",
    "ruled_out": "no to {}",
    "proposed": "proposes {}",
    "window": "could do {}",
    "attendee": "takes part: {}",
    "absent": "not there: {}",
    "governor": "governor: {}",
    "sensitive": "about a child: kept out of the channel",
    "action": "taken as {}",
    "kind": "{}",
    "returns_on": "back on {}",
    "stand_in": "write to {}",
}
_PLAIN = {
    "reply": "a person wrote this",
    "auto_reply": "a machine wrote this",
    "bounce": "came back undelivered",
    "calendar": "a calendar program wrote this",
    "ACCEPTED": "an acceptance",
    "DECLINED": "a refusal",
    "TENTATIVE": "not yet an answer",
}


def cut(text: str, visible: Visible | None, said: Understanding | None) -> tuple[Stretch, ...]:
    """The whole text in order, as stretches of one zone each; blank lines at their edges are left out."""
    evidence = tuple(_Labelled(item.start, item.end, label(item, said)) for item in said.evidence) if said else ()
    trimmed = [(*_trimmed(text, start, end), zone) for start, end, zone in _zones(len(text), visible)]
    return tuple(Stretch(zone, _pieces(text, start, end, evidence)) for start, end, zone in trimmed if start < end)


def label(evidence: Evidence, said: Understanding) -> str:
    """What was concluded, in a few plain words; a yes that was not believed in the end is only "perhaps" one."""
    slots = {f"{slot.date} {slot.part}" for slot in said.accepted}
    doubt = "perhaps " if evidence.about == "accepted" and evidence.value not in slots else ""
    pattern = doubt + _LABELS.get(evidence.about, evidence.about.replace("_", " ") + ": {}")
    return pattern.format(_PLAIN.get(evidence.value) or _dated(evidence.value)).strip(" :")


def _dated(value: str) -> str:
    """A value such as "2027-01-26 am" in words; any other value as it stands."""
    day, _, rest = value.partition(" ")
    try:
        date = dt.date.fromisoformat(day)
    except ValueError:
        return value.replace("_", " ")
    if rest in tuple(Part):
        return half_day(Slot(date, Part(rest)))
    return f"{long_date(date)} {rest}".strip()


def _zones(length: int, visible: Visible | None) -> list[tuple[int, int, Zone]]:
    if visible is None:
        return [(0, length, Zone.WRITTEN)] if length else []
    known = [(Zone.SIGNATURE, passage) for passage in visible.signature]
    known += [(Zone.QUOTED, passage) for passage in visible.quoted]
    zones: list[tuple[int, int, Zone]] = []
    at = 0
    for zone, passage in sorted(known, key=lambda item: item[1].start):
        start, end = max(passage.start, at), min(passage.start + len(passage.text), length)
        if start >= end:
            continue
        if start > at:
            zones.append((at, start, Zone.WRITTEN))
        zones.append((start, end, zone))
        at = end
    if at < length:
        zones.append((at, length, Zone.WRITTEN))
    return zones


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return end - len(inside.lstrip()), start + len(inside.rstrip())


def _pieces(text: str, start: int, end: int, evidence: Sequence[_Labelled]) -> tuple[Piece, ...]:
    inside = [item for item in evidence if start <= item.start < item.end <= end]
    edges = sorted({start, end, *(item.start for item in inside), *(item.end for item in inside)})
    return tuple(_piece(text, first, last, inside) for first, last in pairwise(edges))


def _piece(text: str, start: int, end: int, evidence: Sequence[_Labelled]) -> Piece:
    covering = any(item.start <= start and end <= item.end for item in evidence)
    labels = dict.fromkeys(item.label for item in evidence if item.end == end and item.start <= start)
    return Piece(text[start:end], covering, tuple(labels))
