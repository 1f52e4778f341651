"""What the invented schools and their advisers do, read from `data/schools_at_work.toml`."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from bot.model import Part

DATA = Path(__file__).parent / "data"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")


class Form(StrEnum):
    """What sort of letter an answer is."""

    REPLY = "reply"
    AWAY = "away"
    BOUNCE = "bounce"
    CALENDAR = "calendar"


class Act(StrEnum):
    """What an adviser does with a visit that waits for one."""

    BOOK = "book"
    REOFFER = "reoffer"
    WAIT = "wait"
    CONTACT = "contact"
    RETRY = "retry"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class OwnDate:
    """A date of somebody's own choosing: that weekday (0 is Monday), that many weeks on, in that half of the day."""

    weekday: int
    weeks: int
    part: Part


@dataclass(frozen=True, slots=True)
class Answer:
    """One letter that a school writes, and what makes it write (see the head of the data file)."""

    text: str
    at: dt.time
    to: tuple[str, ...] = ()
    nth: int = 1
    after: int = 1
    before_visit: int | None = None
    reader: str = ""
    writer: str = "designated_teacher"
    form: Form = Form.REPLY
    away: int = 0
    own: OwnDate | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    between: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settlement:
    """One thing that the adviser does, `after` school days of the visit waiting for one."""

    act: Act
    note: str
    slot: str = ""
    own: OwnDate | None = None
    after: int = 1
    name: str = ""
    role: str = ""
    email: str = ""
    gone: str = ""


@dataclass(frozen=True, slots=True)
class SchoolScript:
    """One school: how its letters look, what it answers, and what its adviser does about it."""

    urn: str
    persona: str
    client: str
    signature: str = ""
    disclaimer: str = ""
    answers: tuple[Answer, ...] = ()
    settled: tuple[Settlement, ...] = ()


@dataclass(frozen=True, slots=True)
class Wave:
    """So many more schools are invited on that day."""

    on: dt.date
    limit: int


@dataclass(frozen=True, slots=True)
class Scripts:
    """The whole play."""

    waves: tuple[Wave, ...]
    schools: tuple[SchoolScript, ...]

    def of(self, urn: str) -> SchoolScript | None:
        """The script of that school, None where it has none."""
        return next((school for school in self.schools if school.urn == urn), None)


@cache
def load_scripts(path: Path = DATA / "schools_at_work.toml") -> Scripts:
    """The scripts in that file. Raises KeyError or ValueError where an entry lacks something or names no known act."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    disclaimers = {name: text.strip() for name, text in data["disclaimers"].items()}
    waves = tuple(Wave(wave["on"], wave["limit"]) for wave in data["wave"])
    return Scripts(waves, tuple(_school(entry, disclaimers) for entry in data["school"]))


def _school(entry: Mapping[str, Any], disclaimers: Mapping[str, str]) -> SchoolScript:
    return SchoolScript(
        urn=entry["urn"],
        persona=entry["persona"],
        client=entry["client"],
        signature=entry.get("signature", "").strip(),
        disclaimer=disclaimers[entry["disclaimer"]] if "disclaimer" in entry else "",
        answers=tuple(_answer(answer) for answer in entry.get("answer", ())),
        settled=tuple(_settlement(act) for act in entry.get("settled", ())),
    )


def _answer(entry: Mapping[str, Any]) -> Answer:
    plain = {key: entry[key] for key in ("nth", "after", "before_visit", "reader", "writer", "away") if key in entry}
    return Answer(
        text=entry["text"].strip(),
        at=dt.time.fromisoformat(entry["at"]),
        to=tuple(entry.get("to", ())),
        form=Form(entry.get("form", "reply")),
        own=_own(entry.get("own")),
        yes=tuple(entry.get("yes", ())),
        no=tuple(entry.get("no", ())),
        between=dict(entry.get("between", {})),
        **plain,
    )


def _settlement(entry: Mapping[str, Any]) -> Settlement:
    plain = {key: entry[key] for key in ("slot", "after", "name", "role", "email", "gone") if key in entry}
    return Settlement(act=Act(entry["do"]), note=entry["note"], own=_own(entry.get("own")), **plain)


def _own(entry: Mapping[str, Any] | None) -> OwnDate | None:
    if entry is None:
        return None
    return OwnDate(WEEKDAYS.index(entry["weekday"]), entry["weeks"], Part(entry["part"]))
