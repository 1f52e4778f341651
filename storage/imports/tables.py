"""Tables from CSV or XLSX files: columns found by the names in the header, cells cleaned, bad rows named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.errors import ImportRefusedError
from storage.imports.cells import clean, folded
from storage.imports.csv_text import csv_rows
from storage.imports.result import Problem, Progress
from storage.imports.workbooks import OLD_EXCEL, ZIP, workbook_rows

_STEP = 1000
_TOO_MANY = (
    "has {found} cells where the header has {wanted}; a comma inside a cell needs quotation marks around the cell"
)


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
    records = _records(_content(path), file, columns)
    header = next((cells for _, cells in records if not isinstance(cells, str) and any(map(clean, cells))), None)
    if header is None:
        raise ImportRefusedError(f"{file} is empty; its first line must name the columns {_wanted(columns)}.")
    places = _places(header, columns, file)
    good: list[Row] = []
    problems: list[Problem] = []
    for line, cells in records:
        reason = cells if isinstance(cells, str) else _too_many(cells, len(header))
        if reason:
            problems.append(Problem(file, line, "", reason))
        elif any(map(str.strip, cells)):
            good.append(_row(line, cells, places))
    return Table(file, columns, frozenset(places), tuple(good), tuple(problems))


def with_progress(rows: Sequence[Row], progress: Progress | None) -> Iterator[Row]:
    """The rows, one by one; `progress` is told every thousand and at the end."""
    for done, row in enumerate(rows):
        if progress is not None and done % _STEP == 0:
            progress(done, len(rows))
        yield row
    if progress is not None:
        progress(len(rows), len(rows))


def _records(content: bytes, file: str, columns: Columns) -> Iterator[tuple[int, list[str] | str]]:
    if content.startswith(ZIP):
        return iter(workbook_rows(content, file))
    return csv_rows(content, file, {folded(name) for names in columns.headers.values() for name in names})


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


def _places(header: Sequence[str], columns: Columns, file: str) -> dict[str, int]:
    titles = [folded(title) for title in header]
    places: dict[str, int] = {}
    for name, names in columns.headers.items():
        found = [titles.index(folded) for folded in map(folded, names) if folded in titles]
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


def _too_many(cells: Sequence[str], width: int) -> str:
    if len(cells) <= width or not any(map(str.strip, cells[width:])):
        return ""
    return _TOO_MANY.format(found=len(cells), wanted=width)


def _row(line: int, cells: Sequence[str], places: Mapping[str, int]) -> Row:
    return Row(line, {name: clean(cells[place]) if place < len(cells) else "" for name, place in places.items()})


def _wanted(columns: Columns) -> str:
    return ", ".join(columns.title(name) for name in columns.required)
