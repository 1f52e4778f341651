"""Chromium's pictures made small: drawings have few colours, so a small palette is enough (PNG, ISO/IEC 15948)."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = 64
STEPS = (1, 4, 8, 16, 24, 32, 48, 64)
"""How coarse colours become, until so many are enough."""


def small_png(png: bytes) -> bytes:
    """The same picture with a palette; `png` has 8 bits a channel, RGB or RGBA, and is not interlaced."""
    chunks = list(_chunks(png))
    width, height, depth, kind = struct.unpack(">IIBB", chunks[0][1][:10])
    if depth != 8 or kind not in (2, 6):
        raise ValueError("not a picture as Chromium writes it")
    channels = 3 if kind == 2 else 4
    rows = _rows(zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT")), width, height, channels)
    pixels = [[bytes(row[at : at + 3]) for at in range(0, len(row), channels)] for row in rows]
    colours = Counter(pixel for row in pixels for pixel in row)
    step = next(step for step in STEPS if len({_rounded(colour, step) for colour in colours}) <= COLOURS)
    palette = {
        colour: place for place, colour in enumerate(dict.fromkeys(_rounded(colour, step) for colour in colours))
    }
    place_of = {colour: palette[_rounded(colour, step)] for colour in colours}
    packed = b"".join(b"\0" + bytes(map(place_of.__getitem__, row)) for row in pixels)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    made = ((b"IHDR", head), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(packed, 9)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in made)


def _rounded(colour: bytes, step: int) -> bytes:
    return bytes(min(255, (value + step // 2) // step * step) for value in colour)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _rows(data: bytes, width: int, height: int, channels: int) -> Iterator[bytearray]:
    """The rows with their filters undone (section 9.2)."""
    length = width * channels
    above = bytearray(length)
    for number in range(height):
        start = number * (length + 1)
        row = bytearray(data[start + 1 : start + 1 + length])
        _undo(data[start], row, above, channels)
        yield row
        above = row


def _undo(kind: int, row: bytearray, above: bytearray, channels: int) -> None:
    for at in range(len(row) if kind else 0):
        left = row[at - channels] if at >= channels else 0
        corner = above[at - channels] if at >= channels else 0
        guess = (0, left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[kind]
        row[at] = (row[at] + guess) & 255


def _paeth(left: int, above: int, corner: int) -> int:
    estimate = left + above - corner
    return min((abs(estimate - left), 0, left), (abs(estimate - above), 1, above), (abs(estimate - corner), 2, corner))[
        2
    ]
