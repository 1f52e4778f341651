"""Cells as people type them: text, mail addresses, URNs."""

from __future__ import annotations

import re

_WINDOWS = {n: bytes([n]).decode("cp1252", "ignore") for n in range(0x80, 0xA0)}
_UNSEEN = dict.fromkeys((*range(0x20), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
_CLEANED = {**_UNSEEN, **_WINDOWS, **{ord(space): " " for space in "\t\r\n\v\f\x1c\x1d\x1e\x1f"}}
_NEEDS_CLEANING = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2060\ufeff]")
_ADDRESS = re.compile(
    r"(?=.{3,254}\Z)(?=[^@]{1,64}@)"
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])"
)
_URN = re.compile(r"[1-9][0-9]{4,5}")


def clean(text: str) -> str:
    """A cell without unseen characters and doubled, leading or trailing spaces; stray Windows characters mended."""
    if _NEEDS_CLEANING.search(text):
        text = text.translate(_CLEANED)
    return " ".join(text.split())


def folded(title: str) -> str:
    """A header as it is compared: cleaned, in lower case."""
    return clean(title).casefold()


def address_in(cell: str) -> str | None:
    """The one address in the cell, in lower case, without `mailto:` or angle brackets; None where it is none."""
    address = cell.casefold().removeprefix("mailto:").removeprefix("<").removesuffix(">").strip().replace("’", "'")
    return address if _ADDRESS.fullmatch(address) else None


def urn_in(cell: str) -> str | None:
    """The URN in the cell, five or six digits (GIAS); None where it is none."""
    return cell if _URN.fullmatch(cell) else None
