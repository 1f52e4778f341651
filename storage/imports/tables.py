"""Tables from CSV or XLSX files: columns found by the names in the header, cells cleaned, bad rows named."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from storage.errors import ImportRefusedError
from storage.imports.cells import clean
from storage.imports.result import Problem, Progress
from storage.imports.workbooks import OLD_EXCEL, ZIP, workbook_rows

_DELIMITERS = (",", ";", "\t")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_MOST_LINES_OF_A_ROW = 40
_STEP = 1000

_Record: TypeAlias = tuple[int, list[str] | str]
"""Line number, and the cleaned cells or what is wrong with the line."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that an import knows: its own name for each, and the headers that mean it, the usual one first."""

    headers: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]

    def title(self, name: str) -> str:
        """The usual header of a column."""
        return self.headers[name][0]


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the import's own column names; a column that the file lacks is "". `line` counts from 1."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that could be read, and the problems of those that could not. `present` are the columns it has."""

    file: str
    columns: Columns
    present: frozenset[str]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]

    def problem(self, row: Row, column: str, reason: str) -> Problem:
        """A problem of one cell, by the import's own column name ("" for the whole row)."""
        return Problem(self.file, row.line, self.columns.title(column) if column else "", reason)


def read_table(path: Path, columns: Columns) -> Table:
    """The table in the file, whatever it is called: an XLSX workbook's first sheet, else CSV (UTF-8, else cp1252).

    Raises ImportRefusedError, one sentence, where nothing can be read or a required column is missing.
    """
    file = path.name
    content = _content(path)
    good: list[Row] = []
    problems: list[Problem] = []
    places: dict[str, int] | None = None
    width = 0
    for line, cells in _records(content, file, columns):
        if isinstance(cells, str):
            problems.append(Problem(file, line, "", cells))
        elif not any(cells):
            continue
        elif places is None:
            places, width = _places(cells, columns, file), len(cells)
        elif any(cells[width:]):
            problems.append(Problem(file, line, "", _TOO_MANY.format(found=len(cells), wanted=width)))
        else:
            good.append(_row(line, cells, places))
    if places is None:
        raise ImportRefusedError(f"{file} is empty; its first line must name the columns {_wanted(columns)}.")
    return Table(file, columns, frozenset(places), tuple(good), tuple(problems))


_TOO_MANY = (
    "has {found} cells where the header has {wanted}; a comma inside a cell needs quotation marks around the cell"
)
_QUOTES = "the quotation marks do not match"


def with_progress(rows: Sequence[Row], progress: Progress | None) -> Iterator[Row]:
    """The rows, one by one; `progress` is told every thousand and at the end."""
    for done, row in enumerate(rows):
        if progress is not None and done % _STEP == 0:
            progress(done, len(rows))
        yield row
    if progress is not None:
        progress(len(rows), len(rows))


def _records(content: bytes, file: str, columns: Columns) -> Iterator[_Record]:
    if content.startswith(ZIP):
        yield from workbook_rows(content, file)
    else:
        yield from _csv_records(_text(content, file), columns)


def _content(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise ImportRefusedError(f"There is no file {path}.") from None
    except OSError as error:
        raise ImportRefusedError(f"The file {path} cannot be read: {error.strerror or error}.") from error
    if content.startswith(OLD_EXCEL):
        raise ImportRefusedError(f"{path.name} is an old Excel file (.xls); save it as .xlsx or as CSV.")
    return content


def _text(content: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ImportRefusedError(f"{file} is not a table that can be read; save it as CSV (UTF-8) or as .xlsx.")


def _csv_records(text: str, columns: Columns) -> Iterator[_Record]:
    """One bad quote costs one line, not the rest."""
    lines = _LINE.findall(text)
    delimiter = _delimiter(lines, columns)
    at = 0
    while at < len(lines):
        cells, used = _record(lines, at, delimiter)
        yield at + 1, _QUOTES if cells is None else [clean(cell) for cell in cells]
        at += used


def _record(lines: Sequence[str], at: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The cells of the row that begins at that line, and how many lines it takes; None where its quotes are wrong."""
    for used in range(1, _MOST_LINES_OF_A_ROW + 1):
        try:
            return next(csv.reader(lines[at : at + used], delimiter=delimiter, strict=True), []), used
        except csv.Error as error:
            if "unexpected end of data" not in str(error) or at + used >= len(lines):
                break
    return None, 1


def _delimiter(lines: Sequence[str], columns: Columns) -> str:
    header = next((line for line in lines if line.strip(" \t\r\n,;")), "")
    known = {_folded(name) for names in columns.headers.values() for name in names}

    def found(delimiter: str) -> int:
        return sum(_folded(cell.strip('"')) in known for cell in header.split(delimiter))

    return max(_DELIMITERS, key=found)


def _places(header: Sequence[str], columns: Columns, file: str) -> dict[str, int]:
    titles = [_folded(title) for title in header]
    places: dict[str, int] = {}
    for name, names in columns.headers.items():
        found = [titles.index(folded) for folded in map(_folded, names) if folded in titles]
        if found:
            places[name] = found[0]
            if titles.count(titles[found[0]]) > 1:
                raise ImportRefusedError(f"{file} has two columns named {header[found[0]]}; keep one of them.")
    missing = [columns.title(name) for name in columns.required if name not in places]
    if missing:
        raise ImportRefusedError(
            f"{file} has no column {' and no column '.join(missing)}; its first line must name the columns"
            f" {_wanted(columns)}."
        )
    return places


def _row(line: int, cells: Sequence[str], places: Mapping[str, int]) -> Row:
    return Row(line, {name: cells[place] if place < len(cells) else "" for name, place in places.items()})


def _wanted(columns: Columns) -> str:
    return ", ".join(columns.title(name) for name in columns.required)


def _folded(title: str) -> str:
    return clean(title).casefold()
