"""What "she will be there" says of the person named before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.understanding.people_cues import before
from bot.understanding.people_groups import Group
from bot.understanding.people_mention import Mention
from bot.understanding.people_predicates import after
from bot.understanding.people_seen import Seen, seen_as
from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_words import Sentence, Token

PRONOUNS = {"he": "m", "she": "f", "they": "", "he's": "m", "she's": "f", "hes": "m", "shes": "f"}


def said_of_pronouns(
    tokens: Sequence[Token],
    span: Sentence,
    groups: Sequence[Group],
    last: Sequence[Mention],
    mentions: Sequence[Mention] = (),
) -> Iterator[Seen]:
    """What "she will be there" says of the person named before."""
    for place in [place for place in range(*span) if tokens[place].low in PRONOUNS]:
        at, gender = place, PRONOUNS[tokens[place].low]
        earlier = (member for group in groups if group.last <= at for member in group.members)
        named = [member for member in earlier if not member.is_self and not predicated(tokens, member)]
        before_it = named or list(last)
        who = _meant(before_it, gender)
        yield from _role_of_pronoun(tokens, at, mentions, who)
        if tokens[min(at + 2, span[1] - 1)].low in {"i", "me", "myself"} and tokens[at + 1].low in {"and", "&"}:
            at += 2
        beside = next((g for g in groups if g.first == at + 2 and tokens[at + 1].low in {"and", "&"}), None)
        at = beside.last - 1 if beside is not None else at
        end = next((group.first for group in groups if group.first > at), span[1])
        found = after(tokens, at + 1, end, is_self=False) or _has_with(tokens, at, span)
        front = before(tokens, at, span[0])
        if found is None or (front is not None and front.stance is Stance.PERHAPS) or _conditional(tokens, span[0], at):
            continue
        for member in who:
            yield seen_as(tokens, member, found, member.last)


def predicated(tokens: Sequence[Token], member: Mention) -> bool:
    """Whether a role only tells what somebody is or was, "she is our SENCO", "Val was a foster carer": nobody new."""
    at = member.first - 1
    if member.named or member.is_self or at < 1 or tokens[at].low not in _IS:
        return False
    subject = tokens[at - 1]
    if tokens[at].low == "be":
        return [token.low for token in tokens[max(0, at - 2) : at]] == ["used", "to"]
    return subject.low in PRONOUNS or tokens[at].low in {"hes", "shes", "he's", "she's", "was"} or subject.capital


_IS = frozenset({"be", "is", "'s", "was", "hes", "shes", "he's", "she's"})


def _conditional(tokens: Sequence[Token], first: int, at: int) -> bool:
    """As in "If Glenn can get away he'll come": nothing is promised; "if that's OK" takes nothing back."""
    for position in range(first, at):
        if tokens[position].low == "if" and tokens[position - 1].low != "asked":
            return not any(token.low in {"ok", "okay", "alright", "fine"} for token in tokens[position : position + 6])
    return False


def _role_of_pronoun(
    tokens: Sequence[Token], at: int, mentions: Sequence[Mention], who: Sequence[Mention]
) -> Iterator[Seen]:
    """As in "… he is our deputy head" says a role and nothing of coming."""
    role = next((m for m in mentions if at < m.first <= at + 3 and not m.named and m.roles), None)
    if role is None or tokens[role.first - 1].low not in {"is", "'s", "he's", "she's", "hes", "shes", "been", "was"}:
        return
    for member in who:
        yield seen_as(tokens, member, Verdict(Stance.PERHAPS, "role"), member.last, frozenset(role.roles))


def _has_with(tokens: Sequence[Token], at: int, span: Sentence) -> Verdict | None:
    """As in "He'll have Mrs Ekwueme with him": whoever has company is there."""
    rest = [token.low for token in tokens[at + 1 : min(span[1], at + 24)]]
    if rest[:2] in (["'ll", "have"], ["will", "have"]):
        pairs = pairwise(rest)
        if any(pair in {("with", "him"), ("with", "her"), ("with", "them")} for pair in pairs):
            return Verdict(Stance.ATTENDS, "will take part")
    return None


def _meant(members: Sequence[Mention], gender: str) -> list[Mention]:
    if not gender:
        return list(members[-3:])
    fitting = [member for member in members if member.gender in ("", gender)]
    return fitting[-1:]
