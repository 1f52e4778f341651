"""The bytes of a mail as a tree of parts (RFC 2045 to 2047, 2231), read within bounds and without ever raising."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.reading.charsets import decode, decode_base64, decode_words
from bot.reading.parameters import LONGEST_VALUE, parameters

LARGEST_MAIL = 50_000_000
MOST_BREAKS = 5_000_000
"""CRs and LFs in what is read: the largest mail in lines of 76 characters has a quarter of them."""
CROWDED_MAIL = 2 * MOST_BREAKS
"""Bytes that are read of a mail that has more; every one of them may be a line."""
LARGEST_HEADER = 250_000
MOST_HEADERS = 1_000
MOST_PARTS = 500
MOST_LOOK_ALIKES = 10_000
DEEPEST = 10

Headers = tuple[tuple[str, str], ...]

_BARE_CR = bytes.maketrans(b"\r", b"\n")  # many times faster than replace where nearly every byte is one
_NAME = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_BOUNDARY_LINE = re.compile(rb"^--([^\s-][^\r\n]{0,200}?)(?:--)?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """One node of the tree. Its body is `source[start:end]`, still encoded; `children` are those of a multipart."""

    headers: Headers
    content_type: str
    parameters: tuple[tuple[str, str], ...]
    source: bytes
    start: int
    end: int
    children: tuple[Part, ...] = ()

    def header(self, name: str) -> str:
        """The first value of a header, "" where it is absent."""
        return next((value for key, value in self.headers if key == name), "")

    def parameter(self, name: str) -> str:
        """A parameter of Content-Type, "" where it is absent."""
        return next((value for key, value in self.parameters if key == name), "")

    @property
    def disposition(self) -> str:
        """How the part is to be shown: attachment, inline, or nothing said."""
        return self.header("content-disposition").partition(";")[0].strip().lower()

    @property
    def filename(self) -> str:
        """The name that the sender gave this part, without any folder."""
        name = dict(parameters(self.header("content-disposition"))).get("filename") or self.parameter("name")
        return re.split(r"[/\\]", " ".join(decode_words(name).split()))[-1][:255]

    def data(self, limit: int | None = None) -> bytes:
        """The body without its transfer encoding, at most about `limit` bytes; an unknown encoding stays as it is."""
        encoding = self.header("content-transfer-encoding").strip().strip('"').lower()
        end = self.end if limit is None else min(self.end, self.start + limit * 2)
        if encoding == "base64":
            return decode_base64(memoryview(self.source)[self.start : end])[:limit]
        body = self.source[self.start : end]
        if encoding == "quoted-printable":
            return binascii.a2b_qp(body)[:limit]
        if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
            return uudecode(body)[:limit]
        return body[:limit]

    def text(self, limit: int) -> str:
        """The body as text with LF line breaks, at most about `limit` characters."""
        text = decode(self.data(limit * 2), self.parameter("charset"))[:limit]
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def walk(self) -> Iterator[Part]:
        """This part and all below it, in the order of the mail."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.children))


@dataclass(slots=True)
class _Budget:
    """What may still be read of this mail, and what was found wrong with it."""

    parts: int = MOST_PARTS
    defects: list[str] = field(default_factory=list)

    def note(self, defect: str) -> None:
        if defect not in self.defects:
            self.defects.append(defect)


def parse(raw: bytes) -> tuple[Part, tuple[str, ...]]:
    """The tree of a mail, and its defects in plain words."""
    budget = _Budget()
    if len(raw) > LARGEST_MAIL:
        budget.note("mail longer than 50 MB: the rest was not read")
    data = _line_breaks(_uncrowded(raw[:LARGEST_MAIL], budget), budget)
    return _part(data, (0, len(data)), 0, "text/plain", budget), tuple(budget.defects)


def _uncrowded(raw: bytes, budget: _Budget) -> bytes:
    """The mail, or its beginning where it is hardly anything but line breaks: each costs many times a letter's work."""
    if len(raw) <= CROWDED_MAIL or raw.count(b"\r") + raw.count(b"\n") <= MOST_BREAKS:
        return raw
    budget.note(f"more than {MOST_BREAKS} line breaks: only the first {CROWDED_MAIL} bytes were read")
    return raw[:CROWDED_MAIL]


def _line_breaks(raw: bytes, budget: _Budget) -> bytes:
    if raw[:1] in (b"\r", b"\n", b"\xef"):
        raw = raw.lstrip(b"\r\n\xef\xbb\xbf")
    if b"\r" not in raw:
        return raw
    if b"\n" not in raw:
        budget.note("bare CR")
        return raw.translate(_BARE_CR)
    unix = raw.replace(b"\r\n", b"\n")
    if b"\r" in unix:
        budget.note("bare CR")
        unix = (unix.replace(b"\r\n", b"\n") if b"\r\n" in unix else unix).translate(_BARE_CR)
    return unix


def _part(data: bytes, span: tuple[int, int], depth: int, default_type: str, budget: _Budget) -> Part:
    headers, start = split_headers(data, *span, budget.defects)
    declared = next((value for key, value in headers if key == "content-type"), "")
    content_type = declared.partition(";")[0].strip().lower()
    if "/" not in content_type:
        content_type = default_type if not content_type else "text/plain"
    params = parameters(declared)
    children: tuple[Part, ...] = ()
    if content_type.startswith("multipart/"):
        boundary = dict(params).get("boundary", "")
        children = _children(data, (start, span[1]), content_type, boundary, depth, budget)
    return Part(headers, content_type, params, data, start, span[1], children)


def _children(
    data: bytes, span: tuple[int, int], content_type: str, boundary: str, depth: int, budget: _Budget
) -> tuple[Part, ...]:
    if depth >= DEEPEST:
        budget.note(f"parts nested deeper than {DEEPEST}: not read")
        return ()
    mark = boundary.strip().encode("utf-8", "replace")
    if not mark or data.find(b"--" + mark, *span) < 0:
        budget.note("multipart without its boundary")
        guess = _BOUNDARY_LINE.search(data, span[0], min(span[1], span[0] + 100_000))
        if guess is None:
            return (Part((), "text/plain", (), data, *span),)
        mark = guess.group(1)
    default = "message/rfc822" if content_type == "multipart/digest" else "text/plain"
    children = []
    for piece in _pieces(data, span, b"\n--" + mark, budget):
        budget.parts -= 1
        if budget.parts < 0:
            budget.note(f"more than {MOST_PARTS} parts: the rest was not read")
            break
        children.append(_part(data, piece, depth + 1, default, budget))
    return tuple(children)


def _pieces(data: bytes, span: tuple[int, int], line: bytes, budget: _Budget) -> Iterator[tuple[int, int]]:
    """Where the parts between the boundary lines stand; an unterminated last part counts."""
    first = max(span[0] - 1, 0)
    found = _next_mark(data, line, (first, span[1]), budget)
    if found < 0 and data.startswith(line[1:], span[0]):
        found = span[0] - 1
    while found >= 0:
        after_mark = found + len(line)
        end_of_line = data.find(b"\n", after_mark, span[1])
        if data.startswith(b"--", after_mark) or end_of_line < 0:
            return
        following = _next_mark(data, line, (end_of_line, span[1]), budget)
        if following < 0:
            budget.note("multipart without its end")
            yield end_of_line + 1, span[1]
            return
        yield end_of_line + 1, max(following, end_of_line + 1)
        found = following


def _next_mark(data: bytes, line: bytes, span: tuple[int, int], budget: _Budget) -> int:
    """Where the next line begins that is this boundary, and no longer one that only begins like it; -1 for none."""
    found = data.find(line, *span)
    for _ in range(MOST_LOOK_ALIKES):
        if found < 0:
            return -1
        stop = found + len(line)
        if stop >= span[1] or data[stop : stop + 1] in (b"\n", b" ", b"\t") or data.startswith(b"--", stop):
            return found
        found = data.find(line, found + 1, span[1])
    budget.note("too many lines that look like a boundary")
    return -1


def split_headers(
    data: bytes, start: int = 0, stop: int | None = None, defects: list[str] | None = None
) -> tuple[Headers, int]:
    """The headers from `start` on (names in lower case, values unfolded, not decoded), and where the body begins."""
    notes = defects if defects is not None else []
    headers: list[tuple[str, bytes]] = []
    position, stop = start, len(data) if stop is None else stop
    while position < stop:
        if position - start > LARGEST_HEADER or len(headers) > MOST_HEADERS:
            _note(notes, f"header longer than {LARGEST_HEADER} bytes or {MOST_HEADERS} fields: the rest was not read")
            empty = data.find(b"\n\n", position - 1, stop)
            position = empty + 2 if empty >= 0 else stop
            break
        end = data.find(b"\n", position, stop)
        end = stop if end < 0 else end
        line = data[position : min(end, position + LONGEST_VALUE)]
        if not line.strip():
            position = end + 1
            break
        if not _take(line, headers):
            _note(notes, "a line in the header is none")
            break
        position = end + 1
    read = tuple((name, decode(value[:LONGEST_VALUE].strip(), None)) for name, value in headers[:MOST_HEADERS])
    return read, min(position, stop)


def _take(line: bytes, headers: list[tuple[str, bytes]]) -> bool:
    """Add a header line, or the fold of one, to what is known; False where it is neither."""
    if line[:1] in (b" ", b"\t") and headers:
        name, value = headers[-1]
        if len(value) < LONGEST_VALUE:
            headers[-1] = name, value + b" " + line.strip()
        return True
    match = _NAME.match(line)
    if match is not None:
        headers.append((match.group(1).decode("ascii").lower(), line[match.end() :]))
        return True
    return line.startswith((b"From ", b">From "))


def _note(defects: list[str], defect: str) -> None:
    if defect not in defects:
        defects.append(defect)


def uudecode(data: bytes) -> bytes:
    """What the lines of a uuencoded block hold; unreadable lines are skipped."""
    out = []
    for line in data.split(b"\n"):
        if line.startswith(b"begin ") or line in (b"end", b"`", b""):
            continue
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(out)
