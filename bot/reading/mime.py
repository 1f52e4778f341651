"""The bytes of a mail as a tree of parts (RFC 2045 to 2047, 2231), read within bounds and without ever raising."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from bot.reading.charsets import clean, decode, decode_base64, decode_header

LARGEST_MAIL = 60_000_000
LARGEST_HEADER = 1_000_000
MOST_HEADERS = 1_000
LONGEST_VALUE = 20_000
MOST_PARTS = 500
DEEPEST = 30

Headers = tuple[tuple[str, str], ...]

_NAME = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_PARAMETER = re.compile(
    r";\s*([\w!#$&.+^`|~-]{1,60}?)(\*\d{1,3})?(\*)?\s*=\s*(?:\"((?:[^\"\\]|\\.){0,2000})\"?|([^;\s\"]{0,2000}))",
    re.DOTALL,
)
_BOUNDARY_LINE = re.compile(rb"^--([^\s-][^\r\n]{0,200}?)(?:--)?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """One node of the tree. `body` is still encoded as in the mail; `children` are those of a multipart."""

    headers: Headers
    content_type: str
    parameters: tuple[tuple[str, str], ...]
    body: bytes
    children: tuple[Part, ...] = ()

    def header(self, name: str) -> str:
        """The first value of a header, "" where it is absent."""
        return next((value for key, value in self.headers if key == name), "")

    def parameter(self, name: str) -> str:
        """A parameter of Content-Type, "" where it is absent."""
        return next((value for key, value in self.parameters if key == name), "")

    @property
    def disposition(self) -> str:
        """ "attachment", "inline" or ""."""
        return self.header("content-disposition").partition(";")[0].strip().lower()

    @property
    def filename(self) -> str:
        """The name that the sender gave this part, without any folder."""
        name = dict(parameters(self.header("content-disposition"))).get("filename") or self.parameter("name")
        return re.split(r"[/\\]", " ".join(name.split()))[-1][:255]

    def data(self, limit: int | None = None) -> bytes:
        """The body without its transfer encoding, at most about `limit` bytes; an unknown encoding stays as it is."""
        encoding = self.header("content-transfer-encoding").strip().strip('"').lower()
        body = self.body if limit is None else self.body[: limit * 2]
        if encoding == "base64":
            return decode_base64(body)[:limit]
        if encoding == "quoted-printable":
            return binascii.a2b_qp(body)[:limit]
        if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
            return uudecode(body)[:limit]
        return body[:limit]

    def text(self, limit: int) -> str:
        """The body as text with "\\n" line breaks, at most about `limit` characters."""
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
        budget.note("mail longer than 60 MB: the rest was not read")
    return _part(_line_breaks(raw[:LARGEST_MAIL], budget), 0, "text/plain", budget), tuple(budget.defects)


def _line_breaks(raw: bytes, budget: _Budget) -> bytes:
    raw = raw.lstrip(b"\r\n\xef\xbb\xbf")
    if b"\r" not in raw:
        return raw
    unix = raw.replace(b"\r\n", b"\n")
    if b"\r" in unix:
        budget.note("bare CR")
        unix = unix.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return unix


def _part(data: bytes, depth: int, default_type: str, budget: _Budget) -> Part:
    headers, body = split_headers(data, budget.defects)
    declared = next((value for key, value in headers if key == "content-type"), "")
    content_type = declared.partition(";")[0].strip().lower()
    if "/" not in content_type:
        content_type = default_type if not content_type else "text/plain"
    params = parameters(declared)
    children: tuple[Part, ...] = ()
    if content_type.startswith("multipart/"):
        children = _children(body, content_type, dict(params).get("boundary", ""), depth, budget)
    return Part(headers, content_type, params, b"" if children else body, children)


def _children(body: bytes, content_type: str, boundary: str, depth: int, budget: _Budget) -> tuple[Part, ...]:
    if depth >= DEEPEST:
        budget.note(f"parts nested deeper than {DEEPEST}: not read")
        return ()
    mark = boundary.strip().encode("utf-8", "replace")
    if not mark or b"--" + mark not in body:
        guess = _BOUNDARY_LINE.search(body[:100_000])
        budget.note("multipart without its boundary")
        if guess is None:
            return (Part((), "text/plain", (), body),)
        mark = guess.group(1)
    default = "message/rfc822" if content_type == "multipart/digest" else "text/plain"
    children = []
    for piece in _pieces(body, mark, budget):
        budget.parts -= 1
        if budget.parts < 0:
            budget.note(f"more than {MOST_PARTS} parts: the rest was not read")
            break
        children.append(_part(piece, depth + 1, default, budget))
    return tuple(children)


def _pieces(body: bytes, mark: bytes, budget: _Budget) -> Iterator[bytes]:
    """What stands between the boundary lines; an unterminated last part counts."""
    line = b"\n--" + mark
    data = b"\n" + body
    start = data.find(line)
    while start >= 0:
        end_of_line = data.find(b"\n", start + 1)
        rest = data[start + len(line) : end_of_line if end_of_line >= 0 else len(data)]
        if rest.startswith(b"--") and not rest[2:].strip():
            return
        if rest.strip():  # a longer boundary that only begins like ours
            start = data.find(line, start + 1)
            continue
        if end_of_line < 0:
            break
        after = _next_mark(data, line, end_of_line)
        if after < 0:
            budget.note("multipart without its end")
            yield data[end_of_line + 1 :]
            return
        yield data[end_of_line + 1 : after] if after > end_of_line else b""
        start = after


def _next_mark(data: bytes, line: bytes, position: int) -> int:
    """Where the next line begins that is this boundary and no longer one."""
    found = data.find(line, position)
    while found >= 0:
        following = data[found + len(line) : found + len(line) + 3]
        if not following or following[:1] in b"\n \t" or following[:2] == b"--":
            return found
        found = data.find(line, found + 1)
    return -1


def split_headers(data: bytes, defects: list[str] | None = None) -> tuple[Headers, bytes]:
    """The headers (names in lower case, values unfolded and decoded) and what stands behind the empty line."""
    notes = defects if defects is not None else []
    headers: list[tuple[str, bytes]] = []
    position, end = 0, min(len(data), LARGEST_HEADER)
    while position < len(data):
        if position >= end:
            _note(notes, "header longer than 1 MB")
            break
        stop = data.find(b"\n", position)
        stop = len(data) if stop < 0 else stop
        line = data[position:stop]
        if not line.strip():
            position = stop + 1
            break
        match = _NAME.match(line)
        if match is not None and line[:1] not in b" \t":
            headers.append((match.group(1).decode("ascii").lower(), line[match.end() :]))
        elif line[:1] in b" \t" and headers:
            name, value = headers[-1]
            if len(value) < LONGEST_VALUE:
                headers[-1] = name, value + b" " + line.strip()
        elif not line.startswith((b"From ", b">From ")):
            _note(notes, "a line in the header is none")
            break
        position = stop + 1
    if len(headers) > MOST_HEADERS:
        _note(notes, f"more than {MOST_HEADERS} headers: the rest was not read")
    read = tuple((name, decode_header(value[:LONGEST_VALUE].strip())) for name, value in headers[:MOST_HEADERS])
    return read, data[position:]


def _note(defects: list[str], defect: str) -> None:
    if defect not in defects:
        defects.append(defect)


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
