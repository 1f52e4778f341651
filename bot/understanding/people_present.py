"""Which of a sentence's mentions are people spoken of: not asides, not whom the words are spoken to, no things."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Role
from bot.understanding.people_mention import Mention
from bot.understanding.people_only import gathered
from bot.understanding.people_predicates import after
from bot.understanding.people_role_words import possessive
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import COMMON_WORDS, Sentence, Token


def persons_in(
    tokens: Sequence[Token],
    span: Sentence,
    mentions: Sequence[Mention],
    last: Sequence[Mention],
    words: set[str],
    *,
    listing: bool,
) -> list[Mention]:
    """The mentions that may be people, "him" and "her" as whom they stand for of `last`, those named before.

    `words` are all that stand in the sentence.
    """
    brackets = _in_brackets(tokens, span) if "(" in words else _NO_TOKENS
    if len(brackets) > 2 and len(mentions) > 1:
        brackets -= frozenset(gathered(tokens, span, mentions))
    persons: list[Mention] = []
    for mention in mentions:
        aside = mention.first in brackets and not (mention.named and mention.sure)
        alone = mention.is_self and tokens[mention.first - 1].low in {"just", "only"}
        if mention.first in brackets and tokens[mention.first - 1].low in _BYGONE:
            continue
        if mention.named and not mention.roles and _only_called(tokens, mention):
            continue
        if (
            (aside and not alone)
            or _addressed(tokens, span, mention)
            or not _counts(tokens, span, mention, listed=listing)
        ):
            continue
        if mention.pronoun:
            meant = (m for m in (*last, *persons) if m.sure and not m.is_self and m.roles != (Role.PUPIL,))
            fitting = [m for m in meant if m.gender in ("", mention.gender)]
            if fitting:
                persons.append(_standing_for(mention, fitting[-1]))
        else:
            persons.append(mention)
    return persons


def _only_called(tokens: Sequence[Token], mention: Mention) -> bool:
    """As in "(known to all as Big Bob)", "had her down as Fanny": what somebody is or was called."""
    before = [token.low for token in tokens[max(0, mention.first - 7) : mention.first]]
    return before[-1:] == ["as"] and not _CALLED.isdisjoint(before)


_CALLED = word_set("known down spelt spelled written listed aka nicknamed addressed")
_NO_TOKENS: frozenset[int] = frozenset()
_BYGONE = word_set("was were formerly previously née nee replacing instead not ex once")
"""Before a name in a bracket: "our head of year is now Mrs Fox (was Mr Pye)"."""


def _addressed(tokens: Sequence[Token], span: Sentence, mention: Mention) -> bool:
    """As in "Matt - do you want this one?": whom the words are spoken to, not of."""
    if mention.first != span[0] or mention.roles or not mention.named or mention.last + 1 >= span[1]:
        return False
    if tokens[mention.last].low in _ASKING and tokens[mention.last + 1].low == "you":
        return True
    behind = [token.low for token in tokens[mention.last + 1 : mention.last + 5]]
    return tokens[mention.last].text in ",-–—:" and not _YOU.isdisjoint(behind)


_ASKING = frozenset({"can", "could", "would", "will", "are", "do", "did", "have", "please"})
_YOU = frozenset({"you", "you're", "your", "shall"})


def _standing_for(pronoun: Mention, person: Mention) -> Mention:
    """A pronoun as the person it stands for; "her (Val Bevan)" has a name of its own."""
    roles = pronoun.roles or person.roles
    if pronoun.named:
        return pronoun._replace(roles=roles)
    return person._replace(first=pronoun.first, last=pronoun.last, roles=roles, pieces=pronoun.pieces)


def _counts(tokens: Sequence[Token], span: Sentence, mention: Mention, *, listed: bool) -> bool:
    """Whether a mention may be a person at all: a lone unknown word at a sentence's start is none."""
    if not _FORMER.isdisjoint([token.low for token in tokens[mention.first : mention.last]]):
        return False
    if mention.body or (mention.named and possessive(tokens, mention.last, span[1])):
        return False
    if mention.sure or (listed and mention.roles):
        return True
    if mention.named and not mention.roles and _is_whereabouts(tokens, mention.first - 1, span[0]):
        return False
    if mention.named and not mention.roles and mention.last < span[1] and tokens[mention.last].low in _NO_NAME_BEFORE:
        return False
    at_start = all(not token.is_word for token in tokens[span[0] : mention.first])
    if (
        at_start
        and mention.named
        and not listed
        and [t.low for t in tokens[mention.last : mention.last + 2]] == ["and", "i"]
    ):
        return True
    if at_start and mention.named and not listed and tokens[mention.name_from].low.endswith("ly"):
        return False
    if at_start and mention.named and not listed:
        found = after(tokens, mention.last, span[1], is_self=True)
        return (
            found is not None
            and not tokens[mention.name_from].low.endswith("s")
            and mention.name_to - mention.name_from == 1
        )
    if mention.named and not mention.roles and not listed and _is_a_things(tokens, mention):
        return _in_a_row(tokens, span, mention)
    capital = mention.named and tokens[mention.name_from].capital
    return (capital and (listed or not at_start)) or mention.is_self or _in_a_row(tokens, span, mention)


def _is_a_things(tokens: Sequence[Token], mention: Mention) -> bool:
    """As in "in the Hive", "with the Hendersons", "a MUGA": an unknown name of a thing, or an abbreviation."""
    if mention.sure:
        return False
    words = tokens[mention.name_from : mention.name_to]
    return tokens[mention.first - 1].low in {"the", "a", "an", "its"} or all(
        word.text.isupper() and 1 < len(word.text) <= _LONGEST_ABBREVIATION for word in words
    )


_LONGEST_ABBREVIATION = 5


def _is_whereabouts(tokens: Sequence[Token], at: int, start: int) -> bool:
    """As in "doesn't land from Accra", "hi from sunny Tenby": an unknown name behind such a word is a place's."""
    if at > start and tokens[at].is_word and not tokens[at].capital and tokens[at].low not in COMMON_WORDS:
        at -= 1
    return at >= start and tokens[at].low in _WHERE


_WHERE = word_set("from in at to near around outside via towards into across beyond through off visiting toward")


_FORMER = word_set("previous former outgoing ex-chair ex-head ex-governor")


def _in_a_row(tokens: Sequence[Token], span: Sentence, mention: Mention) -> bool:
    """As in "me + tim + ann": a word that is also a name, between the marks of a list."""
    short = not mention.named and frozenset(mention.roles) <= _SHORT_ROLES and bool(mention.roles)
    if not (mention.named or short) or mention.first == span[0]:
        return False
    behind = tokens[mention.last].low if mention.last < span[1] else "\n"
    return tokens[mention.first - 1].low in _ROW and behind in _ROW | {"\n", ".", "("}


_SHORT_ROLES = frozenset({Role.GOVERNOR, Role.HEADTEACHER, Role.DEPUTY_HEAD})
_ROW = frozenset({"+", "&", "and", ",", "n", "plus"})


_NO_NAME_BEFORE = word_set("the a an your our of to this that it")


def _in_brackets(tokens: Sequence[Token], span: Sentence) -> frozenset[int]:
    inside: set[int] = set()
    opened = -1
    for position in range(*span):
        if tokens[position].low == "(":
            opened = position
        elif tokens[position].low == ")" and opened >= 0:
            inside.update(range(opened, position))
            opened = -1
    return frozenset(inside)
