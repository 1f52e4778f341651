"""The first sheet of an XLSX workbook as rows of text."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
import zlib

from storage.errors import ImportRefusedError
from storage.imports.cells import clean

ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LARGEST = 400_000_000
"""Bytes that a workbook may unpack to; the national register takes a third of it."""


_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,  # what both XML parsers derive their errors from
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,  # locked with a password, or packed in a way that nobody knows
)


def workbook_rows(content: bytes, file: str) -> list[tuple[int, list[str] | str]]:
    """Row number from 1 and the row's cells. Raises ImportRefusedError where it is no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size <= _LARGEST:
            return _rows(content)
    except _DAMAGED as error:
        raise ImportRefusedError(
            f"{file} is a ZIP archive or a damaged workbook; unpack it, or save the table as CSV."
        ) from error
    raise ImportRefusedError(f"{file} is too large to be read as a workbook; save it as CSV.")


def _rows(content: bytes) -> list[tuple[int, list[str] | str]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and links, which are not read
        sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        sheet.reset_dimensions()
        rows = enumerate(sheet.iter_rows(values_only=True), start=1)
        return [(line, [_text(cell) for cell in row]) for line, row in rows]


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
