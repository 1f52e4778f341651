"""HTML mail to plain text, with "> " before what its mail program marks as quoted.

One pass over the tags, no tree and no recursion: the time is linear in the length whatever the HTML looks like.
"""

from __future__ import annotations

import html as entities
import re

from bot.reading.html_page import LONGEST_TEXT, Page

LONGEST_HTML = 1_000_000
MOST_TAGS = 25_000
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:]{0,30})")
_ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s*=\s*(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s>\"']{1,500}))")
_RAW = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("style", "script", "title", "textarea", "xml", "noscript")
}


def to_text(source: str) -> str:
    """The text of an HTML mail: one line a block, table cells parted by " | ", struck words between "~~"."""
    page = Page()
    position, tags = 0, 0
    source = source[:LONGEST_HTML]
    while position < len(source) and tags < MOST_TAGS and page.length < LONGEST_TEXT:
        start = source.find("<", position)
        page.text(source[position : start if start >= 0 else len(source)])
        if start < 0:
            break
        tags += 1
        position = _token(source, start, page)
    return page.finish()


def _token(source: str, start: int, page: Page) -> int:
    """Handle the tag or comment at `start`; where to go on."""
    following = source[start + 1 : start + 2]
    if following in ("!", "?"):
        return _behind_comment(source, start, page)
    name = _NAME.match(source, start)
    end = source.find(">", start) if page.tags_close and name is not None else -1
    if name is None or end < 0:
        page.tags_close = page.tags_close and name is None
        page.text("<")
        return start + 1
    if source.count('"', start, end) % 2:
        closing = source.find('"', end)
        later = source.find(">", closing) if 0 <= closing < end + 2_000 else -1
        end = later if 0 <= later < end + 4_000 else end
    tag = name.group(1).lower()
    if following == "/":
        page.close(tag)
        return end + 1
    if tag in _RAW:
        closing_tag = _RAW[tag].search(source, end)
        return closing_tag.start() if closing_tag is not None else len(source)
    words = source[name.end() : min(end, name.end() + 6_000)]
    page.open(tag, _attributes(words) if "=" in words else {})
    return end + 1


def _behind_comment(source: str, start: int, page: Page) -> int:
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4) if page.comments_close else -1
        page.comments_close = end >= 0
        return end + 3 if end >= 0 else start + 4
    end = source.find(">", start) if page.tags_close else -1
    page.tags_close = end >= 0
    return end + 1 if end >= 0 else start + 2


def _attributes(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(words):
        value = double or single or bare
        found.setdefault(name.lower(), entities.unescape(value) if "&" in value else value)
    return found
