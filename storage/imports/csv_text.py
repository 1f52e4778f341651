"""CSV as people and programs write it: UTF-8 or Windows-1252, commas, semicolons or tabs, quotes now and then wrong."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Sequence

from storage.errors import ImportRefusedError
from storage.imports.cells import folded

_DELIMITERS = (",", ";", "\t")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_MOST_LINES_OF_A_ROW = 40
_QUOTES = "the quotation marks do not match"


def csv_rows(content: bytes, file: str, titles: Collection[str]) -> Iterator[tuple[int, list[str] | str]]:
    """Line number from 1, and the row's cells or what is wrong with it: one bad quote costs one line, not the rest.

    `titles` are the headers looked for, as `folded` makes them: they tell which delimiter the file uses. Raises
    ImportRefusedError where it is no text.
    """
    lines = _LINE.findall(_text(content, file))
    delimiter = _delimiter(lines, titles)
    at = 0
    while at < len(lines):
        cells, used = _row(lines, at, delimiter)
        yield at + 1, _QUOTES if cells is None else cells
        at += used


def _text(content: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ImportRefusedError(f"{file} is not a table that can be read; save it as CSV (UTF-8) or as .xlsx.")


def _row(lines: Sequence[str], at: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The cells of the row that begins at that line, and how many lines it takes; None where its quotes are wrong."""
    for used in range(1, _MOST_LINES_OF_A_ROW + 1):
        try:
            return next(csv.reader(lines[at : at + used], delimiter=delimiter, strict=True), []), used
        except csv.Error as error:
            if "unexpected end of data" not in str(error) or at + used >= len(lines):
                break
    return None, 1


def _delimiter(lines: Sequence[str], titles: Collection[str]) -> str:
    header = next((line for line in lines if line.strip(" \t\r\n,;")), "")

    def found(delimiter: str) -> int:
        return sum(folded(cell.strip('"')) in titles for cell in header.split(delimiter))

    return max(_DELIMITERS, key=found)
