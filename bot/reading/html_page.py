"""The text of an HTML mail as its tags come by: lines, quote depth, lists, table cells, struck and hidden words."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field

from bot.reading import html_marks as marks

LONGEST_TEXT = 100_000
ORIGINAL_MESSAGE = "-----Original Message-----"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "header",
        "li",
        "main",
        "nav",
        "ol",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "pre",
    ]
)
_PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6"])
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_STRUCK = frozenset(["s", "strike", "del"])


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0


def _is_tight(attributes: dict[str, str]) -> bool:
    return marks.TIGHT.search(attributes.get("class", "") + " " + attributes.get("style", "")) is not None


@dataclass(slots=True)
class _Effect:
    """What an open element does to what stands in it."""

    tag: str
    quote: int = 0
    hidden: int = 0
    struck: int = 0


@dataclass(slots=True)
class Page:
    """The text as far as it is known, and the elements that are open."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    opened: list[_Effect] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    depth: int = 0
    hidden: int = 0
    struck: int = 0
    lists: list[int | None] = field(default_factory=list)
    line_depth: int = 0
    length: int = 0
    ends: bool = False
    cell_start: int = -1
    at_cell: bool = False
    preformatted: int = 0
    tags_close: bool = True
    comments_close: bool = True

    def text(self, source: str) -> None:
        """Add what stands between two tags."""
        if not source or self.hidden:
            return
        words = entities.unescape(source) if "&" in source else source
        if self.preformatted:
            first, *others = words.replace("\r\n", "\n").split("\n")
            self._write(first)
            for other in others:
                self.new_line(keep_empty=True)
                self._write(other)
            return
        words = _SPACE.sub(" ", words)
        at_start = not self.line or self.ends or self.line[-1].endswith(" ")
        self._write(words.lstrip(" ") if at_start else words)

    def _write(self, words: str) -> None:
        if not words:
            return
        if self.ends and words.strip(" "):
            self.new_line()
        if not self.line:
            self.line_depth = self.depth
        self.at_cell = self.at_cell and not words.strip(" |")
        self.line.append(words)
        self.length += len(words)

    def end_line(self) -> None:
        """Go to a new line before the next word, unless the next cell of a table comes first."""
        self.ends = True

    def new_line(self, *, keep_empty: bool = False) -> None:
        """End the line; an empty one counts only if it is meant."""
        source = "".join(self.line)
        words = source.strip(" \xa0")
        self.line.clear()
        self.ends = False
        if words or keep_empty or "\xa0" in source:
            depth = self.line_depth if words else self.depth
            self.lines.append(">" * min(depth, 50) + (" " if depth and words else "") + words)
            self.length += 1

    def blank(self) -> None:
        """Leave one empty line, unless there is one."""
        self.new_line()
        if self.lines and self.lines[-1].strip("> "):
            self.new_line(keep_empty=True)

    def cell(self) -> None:
        """Begin a table cell: beside the one before it, if that was a single line."""
        if self.cell_start == len(self.lines) and "".join(self.line).strip(" \xa0"):
            self.ends = False
            self._write(" | ")
        else:
            self.new_line()
        self.cell_start = len(self.lines)
        self.at_cell = True

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element; names in lower case."""
        if tag in _VOID:
            self._void(tag, attributes)
            return
        effect = self._effect(tag, attributes)
        if tag in ("blockquote", "pre", "table", "tr") or effect.quote:
            self.new_line()
            self.cell_start = -1
        elif tag in _PARAGRAPHS and not (self.at_cell or _is_tight(attributes)):
            self.blank()
        elif (tag in _BLOCKS or tag in _PARAGRAPHS) and self.line and not self.at_cell:
            self.end_line()
        if attributes and not self.depth and not self.hidden:
            self._mark(attributes)
        self._enter(effect)
        if tag in ("ol", "ul"):
            self.lists.append((_number(attributes.get("start", "")) or 1) if tag == "ol" else None)
        if tag == "li":
            self._item(attributes)
        elif tag in ("td", "th"):
            self.cell()
        elif effect.struck and not effect.hidden:
            self._write("~~")

    def _item(self, attributes: dict[str, str]) -> None:
        """Begin a list item with its number (answers are numbered like our options), or with a dash."""
        if self.lists and self.lists[-1] is not None:
            number = _number(attributes.get("value", "")) or self.lists[-1]
            self.lists[-1] = number + 1
            self._write(f"{number}. ")
        else:
            self._write("- ")

    def _effect(self, tag: str, attributes: dict[str, str]) -> _Effect:
        if not attributes:
            return _Effect(tag, int(tag == "blockquote"), 0, int(tag in _STRUCK))
        style = attributes.get("style", "")
        classes = attributes.get("class", "")
        quote = 0
        if tag == "blockquote":
            cited = attributes.get("type", "").lower() == "cite" or "quote" in classes.lower() or "cite" in attributes
            quote = int(cited or not marks.INDENT_ONLY.search(style))
        elif marks.QUOTE_CLASSES.search(classes) or marks.QUOTE_NAMES.match(attributes.get("name", "")):
            quote = 1
        hidden = int(marks.HIDDEN.search(style) is not None)
        struck = int(tag in _STRUCK or marks.LINE_THROUGH.search(style) is not None)
        return _Effect(tag, quote, hidden, struck)

    def _mark(self, attributes: dict[str, str]) -> None:
        """Say in words what this mail program says by an id, a class or a border."""
        name, classes = attributes.get("id", ""), attributes.get("class", "")
        label, marker = attributes.get("name", ""), attributes.get("data-marker", "").lower()
        if not (name or classes or label or marker or "border" in attributes.get("style", "").lower()):
            return
        opens = marks.QUOTE_IDS.match(name) or marks.HEADER_CLASSES.search(classes) or marker in marks.QUOTE_MARKERS
        if opens or marks.OUTLOOK_BORDER.search(attributes.get("style", "")):
            self.blank()
            if self.lines[-2:-1] != [ORIGINAL_MESSAGE]:
                self.lines.extend((ORIGINAL_MESSAGE, ""))
        elif self.lines[-1:] not in (["-- "], ["--"]) and (
            marks.SIGNATURE.search(classes) or marks.SIGNATURE.search(name) or marks.SIGNATURE_NAMES.match(label)
        ):
            self.new_line()
            self.lines.append("-- ")

    def _enter(self, effect: _Effect) -> None:
        self.opened.append(effect)
        self.counts[effect.tag] = self.counts.get(effect.tag, 0) + 1
        self.depth += effect.quote
        self.hidden += effect.hidden
        self.struck += effect.struck
        self.preformatted += effect.tag == "pre"

    def close(self, tag: str) -> None:
        """End an element and whatever was left open in it; nothing happens where it is not open."""
        if tag == "p" and not self.counts.get("p"):
            self.blank()
        if not self.counts.get(tag):
            return
        while True:
            effect = self.opened.pop()
            self.counts[effect.tag] -= 1
            self._leave(effect)
            if effect.tag == tag:
                return

    def _leave(self, effect: _Effect) -> None:
        if effect.struck and not effect.hidden:
            self._write("~~")
        if effect.tag in ("blockquote", "pre", "table", "tr") or effect.quote:
            self.new_line()
            self.cell_start = -1
        elif effect.tag in _PARAGRAPHS or effect.tag in _BLOCKS:
            self.end_line()
        if effect.tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        self.depth -= effect.quote
        self.hidden -= effect.hidden
        self.struck -= effect.struck
        self.preformatted -= effect.tag == "pre"

    def _void(self, tag: str, attributes: dict[str, str]) -> None:
        if self.hidden:
            return
        if tag == "br":
            if self.ends:
                self.new_line()
            self.new_line(keep_empty=True)
        elif tag == "hr":
            self.blank()
            self.lines.append("> " * bool(self.depth) + "_" * 32)
            self._mark(attributes)
        elif tag == "img" and 0 < len(attributes.get("alt", "")) <= 4:
            self._write(attributes["alt"])

    def finish(self) -> str:
        """The whole text."""
        self.new_line()
        return "\n".join(self.lines).strip("\n")
