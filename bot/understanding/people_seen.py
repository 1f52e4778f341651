"""One person in one sentence, with what it says of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.model import Role
from bot.understanding.people_mention import Mention
from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_standin import email_beside, name_of
from bot.understanding.people_words import Token


class Seen(NamedTuple):
    """One person in one sentence with what it says of them; offsets into the letter's text."""

    name: str | None
    roles: frozenset[Role]
    is_self: bool
    stance: Stance
    rule: str
    start: int
    end: int
    email: str | None = None
    words: tuple[str, ...] = ()


def seen_as(
    tokens: Sequence[Token], member: Mention, found: Verdict, until: int, extra: frozenset[Role] = frozenset()
) -> Seen:
    """A mention with its verdict; its address is looked for as far as `until`, and `extra` roles are added."""
    name = name_of(tokens, member) if member.named else None
    email = email_beside(tokens, member.name_to if member.named else member.last, until).lower() or None
    return Seen(
        name or None,
        frozenset(member.roles) | extra,
        is_self=member.is_self,
        stance=found.stance,
        rule=found.rule,
        start=tokens[member.first].start,
        end=tokens[member.last - 1].end,
        email=email,
        words=tuple(token.low for token in tokens[member.first : member.last]) if not member.named else (),
    )
