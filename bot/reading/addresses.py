"""Addresses in a header (RFC 5322, 3.4), read in one pass: quoted names, comments, angle brackets, groups."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.model import Address
from bot.reading.charsets import decode_words

LONGEST_HEADER = 20_000
SEVERAL_SENDERS = "several senders"
"""The defect of a letter whose From names more than one mailbox."""
MOST_ADDRESSES = 200

_TOKEN = re.compile(
    r"\"((?:[^\"\\]|\\.){0,1000})\"|<([^<>]{0,1000})>|([,;:])|([()])|\\.|[^\"<,;:()\\]+|[\"<\\]", re.DOTALL
)
_ADDRESS = re.compile(
    r"[^\s<>()\[\]\\,;:\"@\x00-\x1f]{1,128}@(?:[^\s<>()\[\]\\,;:\"@\x00-\x1f]{1,255}|\[[0-9A-Fa-f:.]{2,60}\])"
)
_ROUTE = re.compile(r"^@[^:<>]{1,500}:")


def addresses(value: str) -> tuple[Address, ...]:
    """Every mailbox that the header names, in order; one without a readable address has email "".

    `value` is the header as it came: names are decoded only after the addresses are found.
    """
    found: list[Address] = []
    entry = _Entry()
    depth = 0
    for match in _TOKEN.finditer(value[:LONGEST_HEADER]):
        sign, bracket = match.group(3), match.group(4)
        if bracket:
            depth = depth + 1 if bracket == "(" else max(0, depth - 1)
        elif depth:
            continue
        elif sign == ":" and not entry.angles and not any("@" in word for word in entry.plain):
            entry = _Entry()  # the name of a group
        elif sign in (",", ";"):
            found.extend(entry.addresses())
            entry = _Entry()
        else:
            entry.take(match)
        if len(found) >= MOST_ADDRESSES:
            break
    return (*found, *entry.addresses())


@dataclass(slots=True)
class _Entry:
    """What stands between two commas. An address is never looked for in a quoted name."""

    name: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    angles: list[str] = field(default_factory=list)

    def take(self, match: re.Match[str]) -> None:
        """Add a quoted name, an address in angle brackets, or plain words."""
        quoted, inside = match.group(1), match.group(2)
        if inside is not None:
            self.angles.append(inside)
            return
        self.name.append(match.group() if quoted is None else re.sub(r"\\(.)", r"\1", quoted))
        if quoted is None:
            self.plain.append(match.group())

    def addresses(self) -> list[Address]:
        """The mailbox; several where it is not clear which one is meant."""
        name = " ".join(decode_words(" ".join(" ".join(self.name).split())).split()).strip(" <>")
        if not self.angles:
            plain = _ADDRESS.findall(" ".join(self.plain))
            return [Address("", one.lower()) for one in plain] or ([Address(name, "")] if name else [])
        read = (_ROUTE.sub("", "".join(angle.split())).removeprefix("mailto:") for angle in self.angles)
        emails = [one.lower() if _ADDRESS.fullmatch(one) else "" for one in read]
        return [Address(name, email) for email in emails if email or name]
