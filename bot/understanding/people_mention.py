"""A person, as a sentence mentions one."""

from __future__ import annotations

from typing import NamedTuple

from bot.model import Role


class Mention(NamedTuple):
    """A person in a sentence: tokens `first` to `last` (half open) hold the name and what was linked with it.

    `name_from` and `name_to` bound the name itself (equal where there is none). `body` says that the words are a
    governing body rather than a person; `asserted` that a verb makes the person the governor ("our governor is …");
    `pronoun` is "m", "f" or "?" for a him, her or them that stands for somebody named before.
    """

    first: int
    last: int
    name_from: int = 0
    name_to: int = 0
    roles: tuple[Role, ...] = ()
    is_self: bool = False
    sure: bool = True
    gender: str = ""
    indefinite: bool = False
    body: bool = False
    pieces: tuple[tuple[int, int], ...] = ()
    asserted: bool = False
    pronoun: str = ""

    @property
    def named(self) -> bool:
        """Whether the words give a name."""
        return self.name_to > self.name_from
