"""Reading a letter sentence by sentence: who is mentioned, and what is said of their taking part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.model import Role
from bot.understanding.people_groups import Group, grouped, is_only_people, own_verdict, verdict
from bot.understanding.people_lists import columns, heading_stance, is_heading, is_item, marks, splits_names
from bot.understanding.people_mention import Mention
from bot.understanding.people_mentions import mentions_in
from bot.understanding.people_predicates import after
from bot.understanding.people_pronouns import said_of_pronouns
from bot.understanding.people_seen import Seen, seen_as
from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_standin import name_of, stand_in
from bot.understanding.people_tables import word_set
from bot.understanding.people_who import Writer, same_person
from bot.understanding.people_words import Sentence, Token, sentences


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """A sentence with whom it mentions and what it says of them; `start` is its offset in the letter's text."""

    tokens: Sequence[Token]
    span: Sentence
    text: str
    start: int
    mentions: tuple[Mention, ...]
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class _Sofar:
    """What earlier sentences leave open: a list under a heading, the people last named, a table's columns."""

    listed: Stance | None = None
    last: tuple[Mention, ...] = ()
    split_names: bool = False
    waiting: Mention | None = None


_ONLY_MENTIONED = Verdict(Stance.PERHAPS, "only mentioned")
"""Says a role and nothing of coming: kept because a later sentence may say the rest."""


def read_sentences(tokens: Sequence[Token], text: str, writer: Writer) -> list[SentenceRead]:
    """Every sentence of a letter, read in order."""
    spans = sentences(tokens)
    read: list[SentenceRead] = []
    sofar = _Sofar()
    table = _column_people(tokens, spans, writer)
    for position, span in enumerate(spans):
        start, end = tokens[span[0]].start, tokens[span[1] - 1].end
        mentions = tuple(mentions_in(tokens, span, writer.known, split_names=sofar.split_names))
        if position in table:
            seen: tuple[Seen, ...] = table[position]
        else:
            closing = 0 < position == len(spans) - 1 and not read[-1].seen
            seen, sofar = _read(tokens, span, mentions, sofar, writer, closing=closing)
        if read and _completes(tokens, span, seen, read[-1].seen):
            read[-1] = replace(read[-1], seen=(replace(read[-1].seen[0], roles=seen[0].roles),))
            seen = ()
        read.append(SentenceRead(tokens, span, text[start:end], start, mentions, seen))
    return read


def _completes(tokens: Sequence[Token], span: Sentence, seen: Sequence[Seen], above: Sequence[Seen]) -> bool:
    """Whether a line is nothing but the role of the person on the line above, as tables come apart."""
    if len(seen) != 1 or len(above) != 1 or seen[0].name or seen[0].is_self or not above[0].name or above[0].roles:
        return False
    covers = tokens[span[0]].start == seen[0].start and tokens[span[1] - 1].end <= seen[0].end + 1
    return covers and seen[0].rule == above[0].rule == "listed"


def _column_people(tokens: Sequence[Token], spans: Sequence[Sentence], writer: Writer) -> dict[int, tuple[Seen, ...]]:
    """The people of a table written out column by column, by the line of their name; lines of roles stay empty."""
    found: dict[int, tuple[Seen, ...]] = {}
    for name_line, role_line in columns(tokens, spans):
        names = [m for m in mentions_in(tokens, spans[name_line], writer.known) if m.named and found]
        roles = [role for m in mentions_in(tokens, spans[role_line], writer.known) for role in m.roles]
        found[role_line] = found[name_line] = ()
        if names:
            verdict_ = Verdict(Stance.ATTENDS, "listed")
            found[name_line] = (seen_as(tokens, names[0], verdict_, spans[name_line][1], extra=frozenset(roles)),)
    return found


def _read(
    tokens: Sequence[Token], span: Sentence, mentions: Sequence[Mention], sofar: _Sofar, writer: Writer, *, closing: bool
) -> tuple[tuple[Seen, ...], _Sofar]:
    if tokens[span[0]].text == "[" and tokens[min(span[0] + 1, span[1] - 1)].text == "]":
        return (), sofar
    if not mentions:
        found_ = tuple(said_of_pronouns(tokens, span, (), sofar.last)) if sofar.last else ()
        return found_, _after(tokens, span, (), sofar.listed, sofar)
    persons = _persons_in(tokens, span, mentions, sofar)
    listed = _list_goes_on(tokens, span, persons, sofar)
    if listed is not None and tokens[span[1] - 1].low in _REFUSED:
        listed = Stance.ABSENT
    groups = [_sharing(tokens, group) for group in grouped(tokens, persons)]
    inside = frozenset(i for mention in persons for i in range(mention.first, mention.last))
    parted = marks(tokens, span, inside) if persons else []
    replaced = any(m.named for m in persons) and stand_in(tokens, span, persons) is not None
    seen: list[Seen] = []
    for position, group in enumerate(groups):
        label = parted[0] if parted and parted[0] < group.first else None
        inherited = _labelled(tokens, span[0], label) or listed
        found = verdict(tokens, span, groups, position, inherited)
        if found is None and not replaced:
            found = _without_verb(tokens, span, groups, position, parted, seen, writer, closing=closing)
        seen.extend(_of_group(tokens, group, found, _until(groups, position, span), replaced=replaced))
    seen.extend(said_of_pronouns(tokens, span, groups, sofar.last))
    seen = _as_governor(_called(tokens, span, seen, sofar.last))
    return tuple(seen), _after(tokens, span, persons, listed, sofar)


_REFUSED = frozenset({"n", "no", "✗", "✘"})


def _persons_in(
    tokens: Sequence[Token], span: Sentence, mentions: Sequence[Mention], sofar: _Sofar
) -> list[Mention]:
    """The mentions that may be people, "him" and "her" as whom they stand for."""
    brackets = _in_brackets(tokens, span)
    listing = sofar.listed is not None
    persons: list[Mention] = []
    for mention in mentions:
        aside = mention.first in brackets and not (mention.named and mention.sure)
        alone = mention.is_self and tokens[mention.first - 1].low in {"just", "only"}
        if (aside and not alone) or not _counts(tokens, span, mention, listed=listing):
            continue
        if mention.pronoun:
            fitting = [m for m in (*sofar.last, *persons) if not m.is_self and m.gender in ("", mention.gender)]
            if fitting:
                persons.append(_standing_for(mention, fitting[-1]))
        else:
            persons.append(mention)
    return persons


def _standing_for(pronoun: Mention, person: Mention) -> Mention:
    """A pronoun as the person it stands for; "her (Val Bevan)" has a name of its own."""
    roles = pronoun.roles or person.roles
    if pronoun.named:
        return replace(pronoun, roles=roles)
    return replace(person, first=pronoun.first, last=pronoun.last, pieces=pronoun.pieces)


def _labelled(tokens: Sequence[Token], first: int, label: int | None) -> Stance | None:
    """What a row's label says: "Staff | …", "Attending - …", "The people you will meet: …"."""
    if label is None or (tokens[label].text != ":" and label - first > 4):
        return None
    return heading_stance(tokens, first, label)


def _without_verb(
    tokens: Sequence[Token],
    span: Sentence,
    groups: Sequence[Group],
    at: int,
    parted: Sequence[int],
    seen: Sequence[Seen],
    writer: Writer,
    *,
    closing: bool,
) -> Verdict | None:
    """What people are who stand without a verb: an answer, more of those before, or a signature."""
    group = groups[at]
    start = max((mark + 1 for mark in parted if mark < group.first), default=span[0])
    end = min((mark for mark in parted if mark >= group.last), default=span[1])
    if is_only_people(tokens, (start, end), [member for each in groups for member in each.members]):
        if _is_answer(tokens, group, writer, closing=closing):
            return Verdict(Stance.ATTENDS, "named without more")
    before_it = tokens[group.first - 1].low if group.first > span[0] else ""
    follows_on = at > 0 and before_it in _MORE and bool(seen) and seen[-1].stance is Stance.ATTENDS
    until = min(end, groups[at + 1].first if at + 1 < len(groups) else end)
    if follows_on and is_only_people(tokens, (group.first, until), group.members):
        return Verdict(Stance.ATTENDS, "like the one before")
    return None


_MORE = frozenset({",", "and", "&", "also", "plus", ";", "then", "+"})


def _counts(tokens: Sequence[Token], span: Sentence, mention: Mention, *, listed: bool) -> bool:
    """Whether a mention may be a person at all: a lone unknown word at a sentence's start is none."""
    if mention.body:
        return False
    if mention.sure or (listed and mention.roles):
        return True
    at_start = all(not token.is_word for token in tokens[span[0] : mention.first])
    if at_start and mention.named and not listed:
        found = after(tokens, mention.last, span[1], is_self=True)
        return (
            found is not None
            and not tokens[mention.name_from].low.endswith("s")
            and mention.name_to - mention.name_from == 1
        )
    return (mention.named and tokens[mention.name_from].capital and (listed or not at_start)) or mention.is_self


def _list_goes_on(tokens: Sequence[Token], span: Sentence, persons: Sequence[Mention], sofar: _Sofar) -> Stance | None:
    if sofar.listed is None or not persons:
        return sofar.listed
    begins = persons[0].first == span[0] and persons[0].named and bool(persons[0].roles)
    if begins or is_only_people(tokens, span, persons) or is_item(tokens, span, persons[0].first):
        return sofar.listed
    return None


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


def _until(groups: Sequence[Group], position: int, span: Sentence) -> int:
    return groups[position + 1].first if position + 1 < len(groups) else span[1]


def _is_answer(tokens: Sequence[Token], group: Group, writer: Writer, *, closing: bool) -> bool:
    """Whether people named without a verb answer who will come, rather than sign or greet."""
    if len([m for m in group.members if m.named]) > 1 or (
        len(group.members) > 1 and any(m.is_self for m in group.members)
    ):
        return True
    if group.members[0].is_self:
        return tokens[group.members[0].first].low != "i"
    member = group.members[0]
    signs = member.named and writer.name is not None and same_person(writer.name, name_of(tokens, member))
    leads = member.first == member.pieces[0][0] != member.name_from or tokens[member.first - 1].text in {".", ")", "•"}
    if signs or (closing and not leads and Role.GOVERNOR not in member.roles):
        return leads and bool(member.roles)
    if member.named:
        return bool(member.roles)
    return bool(member.roles) and member.last - member.first > 1 and tokens[member.first].low in {
        "our", "the", "a", "an", "my", "one", "another", "two", "plus", "some"
    }  # fmt: skip


def _called(tokens: Sequence[Token], span: Sentence, seen: list[Seen], last: Sequence[Mention]) -> list[Seen]:
    """ "Our governor will come. His name is Len Ashby.": the name of whom the sentence before had no name for."""
    if span[1] - span[0] < 4 or not seen or not last or last[-1].named:
        return seen
    if tokens[span[0]].low in {"his", "her", "their"} and tokens[span[0] + 1].low == "name":
        return [replace(seen[0], roles=seen[0].roles | frozenset(last[-1].roles)), *seen[1:]]
    return seen


def _as_governor(seen: list[Seen]) -> list[Seen]:
    """Who comes in a governor's place comes as governor."""
    if not any(each.rule == "replaced" and Role.GOVERNOR in each.roles for each in seen):
        return seen
    governor = frozenset({Role.GOVERNOR})
    return [
        replace(each, roles=governor) if each.stance is Stance.ATTENDS and each.name and not each.roles else each
        for each in seen
    ]


def _sharing(tokens: Sequence[Token], group: Group) -> Group:
    """ "Two of our governors, Ada and Glenn", "Ada and Glenn (both governors)": the role is everybody's."""
    for position, member in enumerate(group.members):
        words = {token.low for start, end in member.pieces for token in tokens[start:end]}
        if not (member.named and words & _PLURALS):
            continue
        leads = member.pieces[0][0] != member.name_from
        reach = range(len(group.members)) if words & {"both", "all"} else range(position, len(group.members) * leads)
        members = tuple(
            replace(each, roles=member.roles) if at in reach and each.named and not each.roles else each
            for at, each in enumerate(group.members)
        )
        return replace(group, members=members)
    return group


_PLURALS = word_set("governors govs trustees students pupils children tas deputies teachers")


def _of_group(
    tokens: Sequence[Token], group: Group, found: Verdict | None, until: int, *, replaced: bool
) -> Iterator[Seen]:
    if group.alternative and found is not None and found.stance is Stance.ATTENDS:
        shared = frozenset.intersection(*(frozenset(member.roles) for member in group.members))
        if shared:
            start, end = tokens[group.first].start, tokens[group.last - 1].end
            yield Seen(None, shared, is_self=False, stance=found.stance, rule="one of several", start=start, end=end)
        return
    for position, member in enumerate(group.members):
        behind = group.members[position + 1].first if position + 1 < len(group.members) else until
        said = found or own_verdict(tokens, member, elsewhere=replaced)
        if said is not None or member.roles:
            yield seen_as(tokens, member, said or _ONLY_MENTIONED, behind)


def _after(
    tokens: Sequence[Token], span: Sentence, persons: Sequence[Mention], listed: Stance | None, sofar: _Sofar
) -> _Sofar:
    others = tuple(member for member in persons if not member.is_self)
    heading = not persons and is_heading(tokens, span)
    if not heading and listed is None and not persons:
        return sofar if sofar.listed is None and not sofar.split_names else _Sofar(last=sofar.last)
    stance = heading_stance(tokens, *span) if heading else listed if persons else _kept(tokens, span, listed)
    split = (heading and splits_names(tokens, span)) or (sofar.split_names and stance is not None)
    return _Sofar(stance, others or sofar.last, split)


def _kept(tokens: Sequence[Token], span: Sentence, listed: Stance | None) -> Stance | None:
    """A rule or a short line without people does not end a list; a sentence does."""
    words = sum(token.is_word for token in tokens[span[0] : span[1]])
    return listed if not words else None
