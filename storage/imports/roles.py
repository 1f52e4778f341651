"""A role as a table names it: its code, or the usual words for it."""

from __future__ import annotations

from bot.model import Passage, Role

_JOINING = frozenset({"and", "&", "/", ",", ";", "+", "-", "–", "(", ")", "of", "for", "to", "."})


def role_in(cell: str) -> Role | None:
    """The role that the cell names; of several the one that matters most for a visit. None where it names none.

    Every word must belong to a role: a head chef is no headteacher.
    """
    from bot.understanding.people_tokens import tokens_of
    from bot.understanding.roles import MODIFIERS, most_telling, role_at

    code = cell.strip().casefold().replace(" ", "_")
    if code in frozenset(Role):
        return Role(code)
    tokens = tokens_of([Passage(cell, 0)])
    roles: list[Role] = []
    at = 0
    while at < len(tokens):
        span = role_at(tokens, at, len(tokens))
        if span is not None:
            roles.append(span.role)
            at = span.last
        elif tokens[at].low in MODIFIERS or tokens[at].low in _JOINING:
            at += 1
        else:
            return None
    return most_telling(roles)
