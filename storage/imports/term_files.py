"""Reading the TOML file of terms: every entry checked by itself, and terms against each other."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.school_days import Closure, Term
from storage.errors import ImportRefusedError
from storage.imports.cells import clean, urn_in
from storage.imports.result import Problem

_LONGEST_DAYS = 200
"""No term, and no closure, is longer; one that is has a mistyped year."""

_PHASES = {
    phase.casefold(): phase
    for phase in (
        "Nursery",
        "Primary",
        "Middle deemed primary",
        "Secondary",
        "Middle deemed secondary",
        "16 plus",
        "All-through",
        "Not applicable",
    )
}
"""The phases of the national register (GIAS)."""

_KINDS = {"terms": ("name", "start", "end"), "closed": ("name", "start", "end", "phase", "urn")}


@dataclass(frozen=True, slots=True)
class TermFile:
    """The good entries of a file, and the problems of the others."""

    terms: tuple[Term, ...]
    closures: tuple[Closure, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One `[[terms]]` or `[[closed]]`; `line` is that of its heading, or 0 where it is written in another way."""

    kind: str
    line: int
    values: Mapping[str, Any]


class _WrongError(Exception):
    """What is wrong with one entry: its key, and the reason."""

    def __init__(self, column: str, reason: str) -> None:
        self.column = column
        self.reason = reason
        super().__init__(reason)


def read_term_file(path: Path, urns: Collection[str]) -> TermFile:
    """The terms in order and the closures; `urns` are the known schools (none known: any URN will do).

    Raises ImportRefusedError, one sentence, where the file cannot be read or holds neither.
    """
    terms: list[Term] = []
    closures: list[Closure] = []
    problems: list[Problem] = []
    for entry in _entries(path):
        try:
            if entry.kind == "terms":
                terms.append(_term(entry, terms))
            else:
                closures.append(_closure(entry, urns))
        except _WrongError as wrong:
            problems.append(Problem(path.name, entry.line, wrong.column, wrong.reason))
    return TermFile(tuple(sorted(terms, key=lambda term: term.start)), tuple(closures), tuple(problems))


def _entries(path: Path) -> list[_Entry]:
    text = _text(path)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ImportRefusedError(f"{path.name} is not written as TOML: {error}.") from error
    entries: list[_Entry] = []
    for kind in _KINDS:
        tables = content.get(kind, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise ImportRefusedError(f"{path.name}: write every entry under a heading [[{kind}]] of its own.")
        lines = [text.count("\n", 0, match.start(1)) + 1 for match in _heading(kind).finditer(text)]
        lines += [0] * (len(tables) - len(lines))
        entries += [_Entry(kind, line, table) for line, table in zip(lines, tables, strict=False)]
    if not entries:
        raise ImportRefusedError(f"{path.name} holds no terms; write each under a heading [[terms]].")
    return entries


def _heading(kind: str) -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*(\[\[\s*{kind}\s*\]\])", re.MULTILINE)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise ImportRefusedError(f"There is no file {path}.") from None
    except OSError as error:
        raise ImportRefusedError(f"The file {path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ImportRefusedError(f"{path.name} is not text in UTF-8; save it as TOML in UTF-8.") from error


def _term(entry: _Entry, before: Sequence[Term]) -> Term:
    name, start, end = _span(entry)
    for other in before:
        if other.start <= end and start <= other.end:
            raise _WrongError("start", f"“{name}” overlaps “{other.name}” ({other.start} to {other.end})")
    return Term(name, start, end)


def _closure(entry: _Entry, urns: Collection[str]) -> Closure:
    name, start, end = _span(entry)
    phase = clean(str(entry.values.get("phase", "")))
    if phase and phase.casefold() not in _PHASES:
        raise _WrongError("phase", f"“{phase}” is not a phase of the register, such as Primary or Secondary")
    given = clean(str(entry.values.get("urn", "")))
    if given and (urn_in(given) is None or (urns and given not in urns)):
        raise _WrongError("urn", f"no school with the URN “{given}” has been imported")
    return Closure(name, start, end, _PHASES.get(phase.casefold(), ""), given)


def _span(entry: _Entry) -> tuple[str, dt.date, dt.date]:
    unknown = [key for key in entry.values if key not in _KINDS[entry.kind]]
    if unknown:
        raise _WrongError(unknown[0], f"is not known here; an entry has {', '.join(_KINDS[entry.kind])}")
    name = clean(str(entry.values.get("name", "")))
    if not name:
        raise _WrongError("name", "is missing")
    start, end = _date(entry, "start"), _date(entry, "end")
    if end < start:
        raise _WrongError("end", f"“{name}” ends on {end}, before it begins on {start}")
    if (end - start).days > _LONGEST_DAYS:
        raise _WrongError("end", f"“{name}” would last {(end - start).days + 1} days; is the year right?")
    return name, start, end


def _date(entry: _Entry, key: str) -> dt.date:
    value = entry.values.get(key)
    match value:
        case None:
            raise _WrongError(key, "is missing")
        case dt.datetime():
            return value.date()
        case dt.date():
            return value
        case str():
            try:
                return dt.date.fromisoformat(value.strip())
            except ValueError:
                pass
    raise _WrongError(key, f"“{value}” is not a date; write it as 2027-01-05")
