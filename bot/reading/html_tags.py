"""What one HTML tag does to the text of a mail, worked out once for each spelling: mail programs repeat themselves."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass
from enum import Enum, auto

from bot.reading import html_marks as marks

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:]{0,30})")
_ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s*=\s*(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s>\"']{1,500}))")
_LONGEST_TAG = 6_000
_EDGES = frozenset(["blockquote", "pre", "table", "tr"])
_PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = frozenset(
    [
        "address", "article", "aside", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer",
        "form", "header", "li", "main", "nav", "ol", "section", "table", "tbody", "tfoot", "thead", "tr", "ul", "pre",
    ]
)  # fmt: skip
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_STRUCK = frozenset(["s", "strike", "del"])
RAW = frozenset(["style", "script", "title", "textarea", "xml", "noscript"])
"""Elements whose content is no text of the mail."""


class Flow(Enum):
    """How an element stands among its neighbours."""

    INLINE = auto()
    BLOCK = auto()
    TIGHT = auto()  # a paragraph without room around it
    PARAGRAPH = auto()
    EDGE = auto()  # begins a line whatever stands before it


class Mark(Enum):
    """What a mail program says by an id, a class or a border."""

    NONE = auto()
    QUOTE = auto()
    SIGNATURE = auto()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is spelt: `quote`, `hidden` and `struck` are 1 where its element does that to what stands in it."""

    name: str
    closes: bool
    void: bool = False
    flow: Flow = Flow.INLINE
    mark: Mark = Mark.NONE
    quote: int = 0
    hidden: int = 0
    struck: int = 0
    value: int = 0
    shown: str = ""


def tag_of(source: str) -> Tag | None:
    """The tag that `source` spells, from "<" to ">"; None where it is none.

    `value` is the number of a list or of its item, `shown` what an image stands for in few letters.
    """
    match = _NAME.match(source)
    if match is None:
        return None
    name = match.group(1).lower()
    if source[1] == "/":
        return Tag(name, closes=True, flow=_flow(name, {}, 0))
    words = source[match.end() : min(len(source) - 1, match.end() + _LONGEST_TAG)]
    found = _attributes(words) if "=" in words else {}
    style = found.get("style", "")
    quote = _quote(name, found, style)
    return Tag(
        name,
        closes=False,
        void=name in _VOID,
        flow=_flow(name, found, quote),
        mark=_mark(found, style) if found else Mark.NONE,
        quote=quote,
        hidden=int(marks.HIDDEN.search(style) is not None),
        struck=int(name in _STRUCK or marks.LINE_THROUGH.search(style) is not None),
        value=_number(found.get("start" if name == "ol" else "value", "")),
        shown=found.get("alt", "")[:5],
    )


def _attributes(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(words):
        value = double or single or bare
        found.setdefault(name.lower(), entities.unescape(value) if "&" in value else value)
    return found


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0


def _flow(name: str, found: dict[str, str], quote: int) -> Flow:
    if name in _EDGES or quote:
        return Flow.EDGE
    if name in _PARAGRAPHS:
        tight = marks.TIGHT.search(found.get("class", "") + " " + found.get("style", "")) is not None
        return Flow.TIGHT if tight else Flow.PARAGRAPH
    return Flow.BLOCK if name in _BLOCKS else Flow.INLINE


def _quote(name: str, found: dict[str, str], style: str) -> int:
    classes = found.get("class", "")
    if name == "blockquote":
        cited = found.get("type", "").lower() == "cite" or "quote" in classes.lower() or "cite" in found
        return int(cited or not marks.INDENT_ONLY.search(style))
    return int(bool(marks.QUOTE_CLASSES.search(classes) or marks.QUOTE_NAMES.match(found.get("name", ""))))


def _mark(found: dict[str, str], style: str) -> Mark:
    name, classes = found.get("id", ""), found.get("class", "")
    if (
        marks.QUOTE_IDS.match(name)
        or marks.HEADER_CLASSES.search(classes)
        or found.get("data-marker", "").lower() in marks.QUOTE_MARKERS
        or marks.OUTLOOK_BORDER.search(style)
    ):
        return Mark.QUOTE
    signs = marks.SIGNATURE.search(classes) or marks.SIGNATURE.search(name)
    return Mark.SIGNATURE if signs or marks.SIGNATURE_NAMES.match(found.get("name", "")) else Mark.NONE
