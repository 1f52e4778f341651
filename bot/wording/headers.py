"""Header lines of a mail (RFC 5322, 2.2 and 3.4; RFC 2047 for what is not ASCII), fast and safe from injection.

The standard library's message objects parse every value again as it is set, which costs more than all the rest of a
mail; we only ever write, so we write.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable

from bot.model import Address
from bot.wording.plain import one_line

LINE_LENGTH = 78
"""Longest line that a header should have (RFC 5322, 2.1.1)."""
_HARD_LIMIT = 900
_ENCODED_BYTES = 42
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]+>")


class UnsendableAddressError(ValueError):
    """An address that cannot stand in a mail; says which."""


def header_line(name: str, value: str) -> str:
    """One header with its CRLF, folded; whatever `value` holds, it stays this one header."""
    clean = one_line(value)
    if not _plain(clean):
        return f"{name}: {_encoded(clean)}\r\n"
    return f"{name}: {_folded(clean.split(' '), len(name) + 2)}\r\n"


def address_header(name: str, addresses: Iterable[Address]) -> str:
    """A To, Cc or From line, one address a line; "" for no address. Raises UnsendableAddressError."""
    written = ",\r\n ".join(map(_mailbox, addresses))
    return f"{name}: {written}\r\n" if written else ""


def id_header(name: str, message_ids: Iterable[str]) -> str:
    """A Message-ID, In-Reply-To or References line; ids that are none (RFC 5322, 3.6.4) are left out, "" for none."""
    good = [found for message_id in message_ids if (found := well_formed_id(message_id))]
    return f"{name}: {_folded(good, len(name) + 2)}\r\n" if good else ""


def well_formed_id(message_id: str) -> str:
    """The Message-ID with its angle brackets, or "" where it could not stand in a header."""
    found = message_id.strip()
    return found if len(found) < _HARD_LIMIT and _MESSAGE_ID.fullmatch(found) else ""


def checked_address(email: str) -> str:
    """The address in ASCII, its domain as IDNA where need be. Raises UnsendableAddressError."""
    local, _, domain = email.strip().rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        ascii_domain = ""
    if not (_LOCAL_PART.fullmatch(local) and _DOMAIN.fullmatch(ascii_domain)):
        raise UnsendableAddressError(f"not an address that mail can be sent to: {one_line(email)!r}")
    return f"{local}@{ascii_domain}"


def _mailbox(address: Address) -> str:
    name, email = one_line(address.name), checked_address(address.email)
    if not name:
        return email
    if not _plain(name):
        return f"{_encoded(name)}\r\n <{email}>"
    if _ATOMS.fullmatch(name):
        return f"{name} <{email}>"
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}" <{email}>'


def _plain(value: str) -> bool:
    return value.isascii() and "=?" not in value and all(len(word) < _HARD_LIMIT for word in value.split(" "))


def _folded(words: list[str], used: int) -> str:
    lines: list[str] = []
    line = words[0]
    room = LINE_LENGTH - used
    for word in words[1:]:
        if len(line) + 1 + len(word) > room:
            lines.append(line)
            line, room = word, LINE_LENGTH - 1
        else:
            line = f"{line} {word}"
    return "\r\n ".join([*lines, line])


def _encoded(value: str) -> str:
    chunks: list[bytes] = [b""]
    for character in value:
        octets = character.encode()
        if len(chunks[-1]) + len(octets) > _ENCODED_BYTES:
            chunks.append(b"")
        chunks[-1] += octets
    return "\r\n ".join(f"=?utf-8?b?{base64.b64encode(chunk).decode()}?=" for chunk in chunks)
