"""Addresses in a header (RFC 5322, 3.4), read in one pass: quoted names, comments, angle brackets, groups."""

from __future__ import annotations

import re

from bot.model import Address

LONGEST_HEADER = 20_000
MOST_ADDRESSES = 200

_TOKEN = re.compile(
    r"\"((?:[^\"\\]|\\.){0,1000})\"|<([^<>]{0,1000})>|([,;:])|([()])|\\.|[^\"<,;:()\\]+|[\"<\\]", re.DOTALL
)
_ADDRESS = re.compile(r"[^\s<>()\[\]\\,;:\"@]{1,128}@(?:[^\s<>()\[\]\\,;:\"@]{1,255}|\[[0-9A-Fa-f:.]{2,60}\])")
_ROUTE = re.compile(r"^@[^:<>]{1,500}:")


def addresses(value: str) -> tuple[Address, ...]:
    """Every mailbox that the header names, in order; one without a readable address has email ""."""
    found: list[Address] = []
    words: list[str] = []
    angle: str | None = None
    depth = 0
    for match in _TOKEN.finditer(value[:LONGEST_HEADER]):
        quoted, inside, sign, bracket = match.groups()
        if bracket:
            depth = depth + 1 if bracket == "(" else max(0, depth - 1)
        elif depth:
            continue
        elif sign in (",", ";"):
            _keep(found, words, angle)
            words, angle = [], None
        elif sign == ":":
            words = [] if angle is None and not any("@" in word for word in words) else words
        elif inside is not None:
            angle = inside if angle is None else angle
        else:
            words.append(match.group() if quoted is None else re.sub(r"\\(.)", r"\1", quoted))
        if len(found) >= MOST_ADDRESSES:
            return tuple(found)
    _keep(found, words, angle)
    return tuple(found)


def _keep(found: list[Address], words: list[str], angle: str | None) -> None:
    name = " ".join(" ".join(words).split())
    if angle is None:
        match = _ADDRESS.search(name)
        if match is not None:
            found.append(Address("", match.group().lower()))
        elif name:
            found.append(Address(name, ""))
        return
    match = _ADDRESS.fullmatch(_ROUTE.sub("", "".join(angle.split()).removeprefix("mailto:")))
    if match is not None or name:
        found.append(Address(name, match.group().lower() if match is not None else ""))
