"""Answers typed into our own quoted lines without a quote mark: arrows beside an option, dashes underneath it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Passage, Visible

_OPTION = re.compile(r"^[\s>]*(?:option\s*)?\(?\d\)?[.):]?\s+\S[^\n]*\d[^\n]*$", re.IGNORECASE)
_ARROW = re.compile(r"[ \t]+(?:<[<=-]+|←|⇐|={2,}>?|-{2,}>|→|\*{2,}|#{2,}|\^)[ \t]*(?P<said>\w[^\n<>]{0,80}?)[ \t*<#]*$")
_UNDER = re.compile(r"^[ \t>]*(?:-{1,3}>?|={1,2}>|→|\*{2,}|#{1,3}|>>+|~+)[ \t]+(?P<said>\S[^\n]{0,300})$")


def answers_inside(view: Visible) -> Iterator[Passage]:
    """What stands at the end of an option's line behind an arrow, or on the line beneath it behind a dash."""
    for quoted in view.quoted:
        at, option = quoted.start, ""
        for line in quoted.text.split("\n"):
            shown = _OPTION.match(line)
            found = _ARROW.search(line) if shown else _UNDER.match(line) if option else None
            if found is not None:
                head = line[: found.start()] if shown else option
                yield Passage(found["said"], at + found.start("said"), head)
            option = line if shown else option if found is not None or not line.strip(" >\t") else ""
            at += len(line) + 1
