"""What a rule is that marks words as being about one child, or about an adult's health or conduct."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from itertools import product

from bot.reading.guarded import spelt_out


class Check(Enum):
    """What must still be ruled out where a pattern has matched."""

    NONE = auto()
    NAME = auto()
    """The first group is a name: of a known adult, or no name at all, it means nothing."""
    CHILDS_NAME = auto()
    """The same, and the name must be one that is given in the United Kingdom: less else says that it is a child's."""
    CHILD_AS_SUBJECT = auto()
    """The same, and a clause must begin with the name."""
    NOT_ADULTS = auto()
    """Where the sentence speaks of a grown-up before, the mother or sister is theirs."""
    TOUR = auto()
    """Pupils who show visitors round are nobody in particular."""
    ONE_CHILD = auto()
    """`TOUR`, and nobody is asked to meet, choose or bring the child."""
    YOUNG = auto()
    """`CHILDS_NAME`, a name that few grown-ups have, and nobody at work or spoken to in the sentence."""
    LIFE = auto()
    """`CHILDS_NAME`, and no word of a colleague's work may stand in the match."""
    INITIALS = auto()
    """The first group is capitals: of a known adult, or an abbreviation of schools, they mean nothing."""


class Named(IntEnum):
    """The rarest name among a text's that may be a child's; a rule asks for one at least as rare."""

    NOBODY = 0
    SOMEBODY = 1
    """A word with a capital that is no known adult's name."""
    GIVEN = 2
    """One that is given in the United Kingdom."""
    YOUNG = 3
    """One that few grown-ups have."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the lower-case words of which at least one must occur before it is worth trying."""

    name: str
    triggers: tuple[str, ...]
    written: str
    check: Check = Check.NONE
    asks: Named = Named.NOBODY
    """The name without which it is not worth trying."""
    also: tuple[str, ...] = ()
    """Further lower-case words, one of which stands in whatever the pattern finds."""
    sign: re.Pattern[str] | None = None
    """A shape that whatever the pattern finds has, and that is quickly looked for."""
    cased: bool = False
    """Whether the pattern heeds capitals."""
    in_a_breath: bool = False
    """Whether all it finds lies within one breath, between two of the marks `.;!?` or line ends, with a trigger."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it."""
        return spelt_out(self.written, 0 if self.cased else re.IGNORECASE)

    def matches(self, text: str, first: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What it finds from `first` to `end`; what begins with a name may be found within what it found before.

        In "Yesterday Kian bolted" the first word with a capital takes all; the second is the child.
        """
        ends = len(text) if end is None else end
        if self.asks is Named.NOBODY:
            yield from self.pattern.finditer(text, first, ends)
            return
        while (match := self.pattern.search(text, first, ends)) is not None:
            yield match
            first = match.start() + 1

    def may_find(self, low: str) -> bool:
        """Whether the pattern could find something in a text, given as `lowered` makes it.

        To heed no capitals takes twice the time, and most patterns that are tried find nothing.
        """
        if self.cased or _CASED_PART in self.written:
            return True
        return spelt_out(self.written).search(low) is not None


_CASED_PART = "(?-i:"
_ASKED = {
    Check.NAME: Named.SOMEBODY,
    Check.CHILDS_NAME: Named.GIVEN,
    Check.CHILD_AS_SUBJECT: Named.GIVEN,
    Check.LIFE: Named.GIVEN,
    Check.YOUNG: Named.YOUNG,
}
"""The names without which the checks would let nothing pass that a pattern heeding capitals finds."""


def rule(
    name: str,
    triggers: tuple[str, ...],
    pattern: str,
    check: Check = Check.NONE,
    *,
    cased: bool = False,
    also: tuple[str, ...] = (),
    sign: re.Pattern[str] | None = None,
    in_a_breath: bool = False,
    asks: Named | None = None,
) -> Rule:
    """A rule whose pattern heeds no capitals and is written in small letters, unless it is `cased`.

    `asks` is to be given where the pattern also finds what has no name for the check to look at.
    """
    asked = _ASKED.get(check, Named.NOBODY) if cased and asks is None else asks or Named.NOBODY
    return Rule(name, triggers, pattern, check, asked, also, sign, cased, in_a_breath)


def any_of(phrases: str) -> str:
    """A pattern for one of the phrases, parted by "|": "*" stands for the rest of a word.

    Each begins with a letter, in whatever case, and those with the same stand together: so most of them are passed over
    at a glance.
    """
    by_letter: dict[str, list[str]] = {}
    for phrase in phrases.split("|"):
        one = re.escape(" ".join(phrase.split()))
        spelt = one.replace("'", "['’]?").replace(r"\*", r"[\w'’-]*").replace(r"\ ", "[ -]")
        by_letter.setdefault(spelt[0], []).append(spelt[1:])
    each = (f"(?-i:[{letter}{letter.upper()}])(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return rf"(?:{'|'.join(each)})"


def seen_by(phrases: str) -> tuple[str, ...]:
    """What of each phrase must stand in a lower-case text for `any_of` to find it, as the triggers of a rule.

    The pattern must let each phrase begin with a word.
    """
    parted = (re.split(r"[*']", " ".join(phrase.split())) for phrase in phrases.split("|"))
    marked = ((rf"\b{parts[0]}", *parts[1:]) for parts in parted)
    longest = (max((each.strip(" -") for each in parts), key=lambda each: (" " in each, len(each))) for parts in marked)
    return tuple(sorted({each for piece in longest for each in _hyphened(piece)}))


def _hyphened(piece: str) -> Iterator[str]:
    """A piece with each of its blanks as it stands and as a hyphen."""
    for gaps in product(" -", repeat=piece.count(" ")):
        yield "".join(word + gap for word, gap in zip(piece.split(" "), (*gaps, ""), strict=True))
