"""Bytes of a mail to text, whatever their label says; what comes out holds no NUL and no lone surrogate."""

from __future__ import annotations

import binascii
import codecs
import re

_KNOWN = re.compile(
    r"ascii|utf-(?:8|7|16|16-be|16-le|32|32-be|32-le)|utf-8-sig|iso8859-\d{1,2}|cp\d{3,4}|koi8-[rut]|mac-\w+|"
    r"tis-620|big5|big5hkscs|gb2312|gbk|gb18030|hz|johab|shift_jis(?:_2004|x0213)?|euc_(?:jp|kr|jis_2004|jisx0213)|"
    r"iso2022_\w+|kz1048|ptcp154"
)
_LABELS = {
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode-2-0-utf-8": "utf-8",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-6-i": "iso8859-6",
    "x-gbk": "gb18030",
    "gb2312": "gb18030",
    "ks_c_5601-1987": "cp949",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "windows-31j": "cp932",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "ansi": "cp1252",
    "win-1252": "cp1252",
    "x-cp1252": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
_WORD = re.compile(r"=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([bBqQ])\?([^?\r\n]{0,20000})\?=")
_BETWEEN = re.compile(r"(\?=)[ \t]+(?==\?)")
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without control characters (tab and line breaks excepted), lone surrogates and non-characters."""
    return _BAD.sub("", text)


def codec(label: str | None) -> str | None:
    """The name of Python's text codec for a charset label; None where it is unknown, or no charset at all."""
    name = (label or "").strip(" \t\"'").lower()
    try:
        found = codecs.lookup(_LABELS.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return found if _KNOWN.fullmatch(found) else None


def decode(data: bytes, label: str | None) -> str:
    """Text in the declared charset; where that is unknown or wrong: UTF-8, else Windows-1252, else Latin-1."""
    declared = codec(label)
    one_byte = declared is None or declared.startswith(("cp125", "iso8859", "ascii"))
    for name in ("utf-8", declared) if one_byte else (declared, "utf-8"):
        if name is None:
            continue
        try:
            return clean(data.decode(name).removeprefix("\ufeff"))
        except (UnicodeError, ValueError):
            continue
    try:
        return clean(data.decode("cp1252"))
    except UnicodeError:
        return clean(data.decode("latin-1"))


def decode_words(text: str) -> str:
    """Header text with its encoded words (RFC 2047) decoded; broken ones stay.

    Only for text that is shown or read by people: an address must be found before its name is decoded, or an encoded
    word could smuggle one in.
    """
    if "=?" not in text:
        return text
    words = _BETWEEN.sub(r"\1", text)
    out, position, pending, label = [], 0, b"", ""
    for match in _WORD.finditer(words):
        data = _word(match.group(2), match.group(3))
        if pending and (match.start() != position or match.group(1).lower() != label):
            out.append(decode(pending, label))
            pending = b""
        out.append(words[position : match.start()])
        position, label = match.end(), match.group(1).lower()
        pending += data
    out.append(decode(pending, label))
    out.append(words[position:])
    return clean("".join(out))


def _word(encoding: str, payload: str) -> bytes:
    data = payload.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(data, header=True)
    return decode_base64(data)


def decode_base64(data: bytes | memoryview) -> bytes:
    """What base64 holds, as far as it can be read: foreign characters and missing padding are forgiven."""
    try:
        return binascii.a2b_base64(data)
    except binascii.Error:
        digits = bytes(data).translate(None, delete=_NOT_BASE64)
        whole = len(digits) - len(digits) % 4
        tail = digits[whole:]
        padded = tail + b"=" * (4 - len(tail)) if len(tail) > 1 else b""
        return binascii.a2b_base64(digits[:whole] + padded)


_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))
