"""The parameters of Content-Type and Content-Disposition (RFC 2045, 2231)."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from bot.reading.charsets import clean, decode

LONGEST_VALUE = 20_000

_PARAMETER = re.compile(
    r";\s*([\w!#$&.+^`|~-]{1,60}?)(\*\d{1,3})?(\*)?\s*=\s*(?:\"((?:[^\"\\]|\\.){0,2000})\"?|([^;\s\"]{0,2000}))",
    re.DOTALL,
)


def parameters(value: str) -> tuple[tuple[str, str], ...]:
    """The parameters of a header value, names in lower case; continued and encoded ones put together (RFC 2231)."""
    plain: dict[str, str] = {}
    encoded: dict[str, list[tuple[int, str, bool]]] = {}
    for match in _PARAMETER.finditer(value[:LONGEST_VALUE]):
        name, number, star = match.group(1).lower(), match.group(2), match.group(3)
        text = match.group(5) if match.group(4) is None else re.sub(r"\\(.)", r"\1", match.group(4))
        if number or star:
            encoded.setdefault(name, []).append((int((number or "*0")[1:]), text, bool(star)))
        else:
            plain.setdefault(name, text)
    for name, pieces in encoded.items():
        plain[name] = _joined(sorted(pieces))
    return tuple((name, clean(text)) for name, text in plain.items())


def _joined(pieces: list[tuple[int, str, bool]]) -> str:
    charset, data = "utf-8", b""
    for number, text, is_encoded in pieces:
        piece = text
        if number == 0 and is_encoded and text.count("'") >= 2:
            charset, _, piece = text.split("'", 2)
        data += unquote_to_bytes(piece) if is_encoded else piece.encode("utf-8", "replace")
    return decode(data, charset)
