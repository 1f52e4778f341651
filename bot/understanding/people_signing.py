"""Where a letter's words end and its signature begins, and which capitals are the school's own name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.people_mention import Mention
from bot.understanding.people_tables import word_set
from bot.understanding.people_who import Writer, same_person
from bot.understanding.people_words import Sentence, Token

_SAYS_SOMETHING = word_set(
    """is will 'll has have are can could would be was were should am 'm don't won't can't isn't forgot forgotten ps
    p.s p.s. nb please sorry"""
)
"""Words that no signature has: with them somebody speaks again below the name, as in a postscript."""


def below_name(tokens: Sequence[Token], span: Sentence, *, signed: bool) -> bool:
    """Whether a sentence below the writer's name still belongs to the signature."""
    return signed and all(token.low not in _SAYS_SOMETHING for token in tokens[slice(*span)])


def is_own_name(tokens: Sequence[Token], span: Sentence, writer: Writer) -> bool:
    """Whether a line is nothing but the writer's name, whole or given: "Priya", "Priya Nair", "P Nair"."""
    if writer.name is None or span[1] - span[0] > 8 or span[0] == 0 or tokens[span[0] - 1].text != "\n":
        return False
    words = [token.low for token in tokens[slice(*span)] if token.is_word]
    own = writer.name.lower().split()
    return bool(words) and words in ([own[0]], own, [own[0][0], own[-1]])


def names_others(tokens: Sequence[Token], mentions: Sequence[Mention], writer: Writer) -> bool:
    """Whether the line under the writer's name begins a list of people rather than a signature."""
    others = (m for m in mentions if m.named and not same_person(writer.name or "", _name(tokens, m)))
    return any(not is_school(tokens, mention, writer) for mention in others)


def is_school(tokens: Sequence[Token], mention: Mention, writer: Writer) -> bool:
    """Whether a name without a title or role is made of the school's own: "Nab Wood Edge"."""
    if not mention.named or mention.roles or mention.first != mention.name_from:
        return False
    words = {token.low for token in tokens[mention.name_from : mention.name_to] if token.is_word}
    return words <= writer.school and not words <= writer.known


def _name(tokens: Sequence[Token], mention: Mention) -> str:
    return " ".join(token.text for token in tokens[mention.name_from : mention.name_to])
