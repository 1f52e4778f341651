"""HTML mail to plain text, with "> " before what its mail program marks as quoted.

One pass over the tags, no tree and no recursion: the time is linear in the length whatever the HTML looks like.
"""

from __future__ import annotations

import re

from bot.reading.html_page import LONGEST_TEXT, Page
from bot.reading.html_tags import RAW, Tag, tag_of

LONGEST_HTML = 1_000_000
MOST_TAGS = 12_000
_NAME = re.compile(r"</?[A-Za-z]")
_END_OF_RAW = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in RAW}


def to_text(source: str) -> str:
    """The text of an HTML mail: one line a block, table cells parted by " | ", struck words between "~~"."""
    page = Page()
    known: dict[str, Tag] = {}
    position, tags = 0, 0
    source = source[:LONGEST_HTML]
    while position < len(source) and tags < MOST_TAGS and page.length < LONGEST_TEXT:
        start = source.find("<", position)
        if start != position:
            page.text(source[position : start if start >= 0 else len(source)])
        if start < 0:
            break
        tags += 1
        end = source.find(">", start) + 1 if page.tags_close else 0
        tag = known.get(source[start:end])
        if tag is None:
            position = _new_token(source, start, page, known)
        else:
            page.take(tag)
            position = end
    return page.finish()


def _new_token(source: str, start: int, page: Page, known: dict[str, Tag]) -> int:
    """Handle the tag or comment at `start`, which is met for the first time; where to go on."""
    if source[start + 1 : start + 2] in ("!", "?"):
        return _behind_comment(source, start, page)
    named = _NAME.match(source, start) is not None
    end = source.find(">", start) if page.tags_close and named else -1
    if end < 0:
        page.tags_close = page.tags_close and not named
        page.text("<")
        return start + 1
    is_whole = source.count('"', start, end) % 2 == 0
    end = end if is_whole else _behind_quotes(source, end)
    tag = tag_of(source[start : end + 1])
    if tag is None:
        page.text("<")
        return start + 1
    if tag.name in RAW and not tag.closes:
        closing_tag = _END_OF_RAW[tag.name].search(source, end)
        return closing_tag.start() if closing_tag is not None else len(source)
    if is_whole:
        known[source[start : end + 1]] = tag
    page.take(tag)
    return end + 1


def _behind_quotes(source: str, end: int) -> int:
    """The end of a tag whose first ">" stands in quotation marks."""
    closing = source.find('"', end)
    later = source.find(">", closing) if 0 <= closing < end + 2_000 else -1
    return later if 0 <= later < end + 4_000 else end


def _behind_comment(source: str, start: int, page: Page) -> int:
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4) if page.comments_close else -1
        page.comments_close = end >= 0
        return end + 3 if end >= 0 else start + 4
    end = source.find(">", start) if page.tags_close else -1
    page.tags_close = end >= 0
    return end + 1 if end >= 0 else start + 2
