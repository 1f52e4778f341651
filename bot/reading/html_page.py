"""The text of an HTML mail as its tags come by: lines, quote depth, lists, table cells, struck and hidden words."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field

from bot.reading.html_tags import Flow, Mark, Tag

LONGEST_TEXT = 100_000
ORIGINAL_MESSAGE = "-----Original Message-----"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_UNEVEN = re.compile(r"[\t\r\n\f]|  ")


@dataclass(slots=True)
class Page:
    """The text as far as it is known, and the elements that are open."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    opened: list[Tag] = field(default_factory=list)
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
        if _UNEVEN.search(words) is not None:
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

    def take(self, tag: Tag) -> None:
        """Begin or end an element; to end one that is not open does nothing."""
        if tag.closes:
            self._close(tag)
        elif tag.void:
            self._void(tag)
        else:
            self._open(tag)

    def _open(self, tag: Tag) -> None:
        flow = tag.flow
        if flow is Flow.EDGE:
            self.new_line()
            self.cell_start = -1
        elif flow is Flow.PARAGRAPH and not self.at_cell:
            self.blank()
        elif flow is not Flow.INLINE and self.line and not self.at_cell:
            self.ends = True
        if tag.mark is not Mark.NONE and not self.depth and not self.hidden:
            self._mark(tag.mark)
        self._enter(tag)
        name = tag.name
        if name in ("ol", "ul"):
            self.lists.append((tag.value or 1) if name == "ol" else None)
        elif name == "li":
            self._item(tag.value)
        elif name in ("td", "th"):
            self.cell()
        elif tag.struck and not tag.hidden:
            self._write("~~")

    def _item(self, value: int) -> None:
        """Begin a list item with its number (answers are numbered like our options), or with a dash."""
        if self.lists and self.lists[-1] is not None:
            number = value or self.lists[-1]
            self.lists[-1] = number + 1
            self._write(f"{number}. ")
        else:
            self._write("- ")

    def _mark(self, mark: Mark) -> None:
        """Say in words what this mail program says by an id, a class or a border."""
        if mark is Mark.QUOTE:
            self.blank()
            if self.lines[-2:-1] != [ORIGINAL_MESSAGE]:
                self.lines.extend((ORIGINAL_MESSAGE, ""))
        elif self.lines[-1:] not in (["-- "], ["--"]):
            self.new_line()
            self.lines.append("-- ")

    def _enter(self, tag: Tag) -> None:
        self.opened.append(tag)
        self.counts[tag.name] = self.counts.get(tag.name, 0) + 1
        self.depth += tag.quote
        self.hidden += tag.hidden
        self.struck += tag.struck
        self.preformatted += tag.name == "pre"

    def _close(self, tag: Tag) -> None:
        """End an element and whatever was left open in it."""
        if not self.counts.get(tag.name):
            if tag.name == "p":
                self.blank()
            return
        while True:
            open_tag = self.opened.pop()
            self.counts[open_tag.name] -= 1
            self._leave(open_tag)
            if open_tag.name == tag.name:
                return

    def _leave(self, tag: Tag) -> None:
        if tag.struck and not tag.hidden:
            self._write("~~")
        if tag.flow is Flow.EDGE:
            self.new_line()
            self.cell_start = -1
        elif tag.flow is not Flow.INLINE:
            self.ends = True
        if tag.name in ("ol", "ul") and self.lists:
            self.lists.pop()
        self.depth -= tag.quote
        self.hidden -= tag.hidden
        self.struck -= tag.struck
        self.preformatted -= tag.name == "pre"

    def _void(self, tag: Tag) -> None:
        if self.hidden:
            return
        if tag.name == "br":
            if self.ends:
                self.new_line()
            self.new_line(keep_empty=True)
        elif tag.name == "hr":
            self.blank()
            self.lines.append("> " * bool(self.depth) + "_" * 32)
            if tag.mark is not Mark.NONE and not self.depth:
                self._mark(tag.mark)
        elif tag.name == "img" and 0 < len(tag.shown) <= 4:
            self._write(tag.shown)

    def finish(self) -> str:
        """The whole text."""
        self.new_line()
        return "\n".join(self.lines).strip("\n")
