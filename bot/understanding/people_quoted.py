"""Words that count although they stand in the quoted part: a colleague's, forwarded, and answers marked by initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Letter, Passage, Visible
from bot.reading.guarded import Guarded

_NEXT_MAIL = re.compile(
    r"^(?:>|-{3,} ?(?:original|forwarded)|_{10,}|on .{6,120}(?:wrote:|<)\s*$|from:\s|sent:\s|begin forwarded)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"^[ \t*>]*(?:from|date|sent|subject|to|cc|bcc|reply-to|importance)\*?:[^\n]*\n?", re.IGNORECASE | re.MULTILINE
)
_FROM = re.compile(r"^[ \t*]*from\*?:[ \t*]*\"?([^<\n\[\"]{2,60})", re.IGNORECASE | re.MULTILINE)
_POINTS_BELOW = Guarded(
    re.compile(
        r"\b(?:below|underneath|beneath|forward\w*|fwd|fw|pass(?:ing|ed)? (?:it|this|that|these)? ?(?:on|over|along)|"
        r"(?:his|her|their|[a-z]+'s) (?:answer|reply|verdict|response|email|words|thoughts))\b",
        re.IGNORECASE,
    ),
    (
        "below", "neath", "forward", "fwd", "fw", "pass", " answer", " reply", " verdict", " response", " email",
        " words", " thoughts",
    ),
)  # fmt: skip
"""What a writer says who sends a colleague's words on."""
_NOTE = 400
_OF_THE_BOT = re.compile(r"virtual school", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aside:
    """A passage of the quoted part that speaks to us, with who wrote it ("" for the letter's writer)."""

    passage: Passage
    author: str = ""


def speaking_quotes(visible: Visible, letter: Letter) -> tuple[Aside, ...]:
    """What the quoted part says for the school: forwarded words, and lines that the writer's initials mark."""
    if not visible.quoted:
        return ()
    marks = _marks(letter.sender.name)
    asides: list[Aside] = []
    passed_on = visible.forwarded or (
        _POINTS_BELOW.search(visible.text[:_NOTE]) is not None and len(_colleagues(visible.quoted[0].text, letter)) == 1
    )
    if passed_on and visible.quoted[0].start > (visible.passages[0].start if visible.passages else -1):
        asides.extend(_forwarded(visible.quoted[0]))
    for passage in visible.quoted:
        asides.extend(_marked(passage, marks))
    return tuple(asides)


def _colleagues(text: str, letter: Letter) -> set[str]:
    """Who wrote the quoted letters, apart from us and the writer."""
    names = {name[1].strip().lower() for name in _FROM.finditer(text) if not _OF_THE_BOT.search(name[1])}
    return names - {letter.sender.name.strip().lower()}


def _forwarded(passage: Passage) -> Iterator[Aside]:
    text = passage.text
    sender = _FROM.search(text[:1000])
    if sender is None or _OF_THE_BOT.search(sender[1]):
        return
    start = sender.end()
    while (header := _HEADER.match(text, text.find("\n", start) + 1)) and header.end() > start:
        start = header.end() - 1
    start = text.find("\n", start) + 1
    following = _NEXT_MAIL.search(text, start)
    end = following.start() if following else len(text)
    if start and text[start:end].strip():
        yield Aside(Passage(text[start:end], passage.start + start), sender[1].strip())


def _marks(name: str) -> tuple[str, ...]:
    """How the writer may mark lines: by initials or the given name."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalpha()]
    if len(words) < 2:
        return ()
    initials = {"".join(word[0] for word in words).upper(), (words[0][0] + words[-1][0]).upper()}
    return tuple(sorted(initials | {words[0]}, key=len, reverse=True))


def _marked(passage: Passage, marks: Sequence[str]) -> Iterator[Aside]:
    """As in "WA: Governor will be Helen Prys-Jones", where WA writes."""
    if ":" not in passage.text or not any(f"{m}:" in passage.text or f"{m} :" in passage.text for m in marks):
        return
    either = "|".join(map(re.escape, marks))
    pattern = rf"(?:^[> \t]*|[ \t]{{2,}}|[\[(*])(?:{either})[ \t]?:[ \t]*([^\n]{{2,400}})$"
    for match in re.finditer(pattern, passage.text, re.MULTILINE):
        yield Aside(Passage(match[1], passage.start + match.start(1)))
