"""What is said of slots: a statement, its stance, and the cue that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.understanding.clauses import Clause
from bot.understanding.ground import Mention
from bot.understanding.stance_words import Cue


class Stance(StrEnum):
    """The writer's attitude to what a group of mentions names."""

    YES = "yes"
    NO = "no"
    NEWS = "news"
    UNSURE = "unsure"


class Hit(NamedTuple):
    """A cue found at words `first` to `last`."""

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Said:
    """A group of mentions that belong together, and what its clause says of them.

    `hit` is the cue that told; `preferred` and `lesser` rank it, `only` makes it exclude the rest; `asked` is True for
    a request or a question; `bare` where nothing but the mention is said; `personal` where it is about one person.
    """

    mentions: tuple[Mention, ...]
    stance: Stance
    clause: Clause
    hit: Hit | None = None
    preferred: bool = False
    lesser: bool = False
    only: bool = False
    asked: bool = False
    bare: bool = False
    personal: bool = False
