"""The first sheet of an XLSX workbook as rows of text."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from storage.errors import ImportRefusedError
from storage.imports.cells import clean

ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LARGEST = 400_000_000
"""Bytes that a workbook may unpack to; the national register takes a third of it."""


def workbook_rows(content: bytes, file: str) -> Iterator[tuple[int, list[str] | str]]:
    """Row number from 1 and the row's cells. Raises ImportRefusedError where it is no workbook."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise ImportRefusedError(f"{file} is too large to be read; save it as CSV.")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield line, [_text(cell) for cell in row]
    except (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, IndexError, ValueError, TypeError) as error:
        raise ImportRefusedError(
            f"{file} is a ZIP archive or a damaged workbook; unpack it, or save the table as CSV."
        ) from error


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell)
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime():
            return cell.date().isoformat()
        case _:
            return clean(str(cell))
