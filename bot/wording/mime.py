"""The bytes of a mail (RFC 2045, RFC 2046): parts under parts, written once and never parsed."""

from __future__ import annotations

import binascii
import hashlib
from dataclasses import dataclass

_LINE = 76
"""Longest line in base64 (RFC 2045, 6.8)."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part with content. `content_type` with its parameters; `body` is the content as the reader will have it.

    `encoding` is the Content-Transfer-Encoding: "7bit", "quoted-printable" or "base64".
    """

    content_type: str
    body: bytes
    encoding: str
    disposition: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A multipart; `subtype` is "alternative" or "mixed"."""

    subtype: str
    parts: tuple[Part, ...]


Part = Leaf | Branch


def text_leaf(text: str, subtype: str) -> Leaf:
    """Text of ours, as text/plain or text/html."""
    return Leaf(f"text/{subtype}; charset=utf-8", crlf(text).encode(), "quoted-printable")


def calendar_leaf(text: str, method: str) -> Leaf:
    """An iCalendar object, CRLF inside, shown in place by programs that know invitations (RFC 6047, 2.4)."""
    encoding = "7bit" if text.isascii() else "base64"
    return Leaf(f"text/calendar; charset=utf-8; method={method}", text.encode(), encoding)


def attachment_leaf(content_type: str, body: bytes, filename: str) -> Leaf:
    """A file to keep; `filename` in ASCII, without quotes."""
    named = f'{content_type};\r\n name="{filename}"'
    return Leaf(named, body, "base64", f'attachment;\r\n filename="{filename}"')


def crlf(text: str) -> str:
    """`text` with every line ended as mail has it."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def part_bytes(part: Part, seed: str) -> bytes:
    """A part with its headers. Boundaries come from `seed`, so the same mail always has the same bytes."""
    if isinstance(part, Leaf):
        return _leaf_bytes(part)
    # "=_" can stand in neither quoted-printable nor base64 (RFC 2045, 6.7 note), and our 7bit parts hold none
    boundary = "=_" + hashlib.sha256(f"{part.subtype} {seed}".encode()).hexdigest()[:32]
    opening = f"--{boundary}\r\n".encode()
    inner = b"".join(opening + part_bytes(inside, seed) + b"\r\n" for inside in part.parts)
    head = f'Content-Type: multipart/{part.subtype};\r\n boundary="{boundary}"\r\n\r\n'
    return head.encode() + inner + f"--{boundary}--\r\n".encode()


def _leaf_bytes(leaf: Leaf) -> bytes:
    head = f"Content-Type: {leaf.content_type}\r\nContent-Transfer-Encoding: {leaf.encoding}\r\n"
    if leaf.disposition:
        head += f"Content-Disposition: {leaf.disposition}\r\n"
    return head.encode() + b"\r\n" + _transferred(leaf)


def _transferred(leaf: Leaf) -> bytes:
    if leaf.encoding == "base64":
        encoded = binascii.b2a_base64(leaf.body, newline=False)
        return b"".join(encoded[at : at + _LINE] + b"\r\n" for at in range(0, len(encoded), _LINE))
    if leaf.encoding == "quoted-printable":
        return binascii.b2a_qp(leaf.body, istext=True)
    return leaf.body
