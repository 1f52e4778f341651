"""Mail addresses and URNs as people type them into tables."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"(?=.{3,254}\Z)(?=[^@]{1,64}@)"
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])"
)
_URN = re.compile(r"[1-9][0-9]{4,5}")


def address_in(cell: str) -> str | None:
    """The one address in the cell, in lower case, without `mailto:` or angle brackets; None where it is none."""
    address = cell.casefold().removeprefix("mailto:").removeprefix("<").removesuffix(">").strip().replace("’", "'")
    return address if _ADDRESS.fullmatch(address) else None


def urn_in(cell: str) -> str | None:
    """The URN in the cell, five or six digits (GIAS); None where it is none."""
    return cell if _URN.fullmatch(cell) else None
