"""Reading a letter sentence by sentence: who is mentioned, and what is said of their taking part."""

from __future__ import annotations

from bot.understanding.people_tables import word_set

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.model import Role
from bot.understanding.people_groups import Group, grouped, is_only_people, own_verdict, verdict
from bot.understanding.people_lists import columns, heading_stance, is_heading, is_item, splits_names
from bot.understanding.people_mentions import Mention, mentions_in
from bot.understanding.people_stance import Stance, Verdict, after, before
from bot.understanding.people_standin import email_beside, name_of, stand_in
from bot.understanding.people_who import Writer, same_person
from bot.understanding.people_words import Sentence, Token, sentences

_PRONOUNS = {"he": "m", "she": "f", "they": "", "he's": "m", "she's": "f", "hes": "m", "shes": "f"}


@dataclass(frozen=True, slots=True)
class Seen:
    """One person in one sentence with what it says of them; offsets into the letter's text."""

    name: str | None
    roles: frozenset[Role]
    is_self: bool
    stance: Stance
    rule: str
    start: int
    end: int
    email: str | None = None
    several: bool = False


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
            seen, sofar = _read(tokens, span, mentions, sofar, writer)
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
            found[name_line] = (_seen(tokens, names[0], verdict_, spans[name_line][1], extra=frozenset(roles)),)
    return found


def _read(
    tokens: Sequence[Token], span: Sentence, mentions: Sequence[Mention], sofar: _Sofar, writer: Writer
) -> tuple[tuple[Seen, ...], _Sofar]:
    if not mentions:
        found_ = tuple(_of_pronouns(tokens, span, (), sofar.last)) if sofar.last else ()
        return found_, _after(tokens, span, (), sofar.listed, sofar)
    brackets = _in_brackets(tokens, span)
    listing = sofar.listed is not None
    persons = [
        m
        for m in mentions
        if ((m.named and m.sure) or m.first not in brackets) and _counts(tokens, span, m, listed=listing)
    ]
    listed = _list_goes_on(tokens, span, persons, sofar)
    colon = _colon(tokens, span, persons)
    groups = [_sharing(tokens, group) for group in grouped(tokens, persons)]
    only = bool(persons) and is_only_people(tokens, (max(span[0], colon), span[1]), persons)
    named = any(mention.named for mention in persons)
    replaced = named and stand_in(tokens, span, persons) is not None
    only = only and not replaced
    seen: list[Seen] = []
    for position, group in enumerate(groups):
        inherited = heading_stance(tokens, span[0], colon) if span[0] < colon < group.first else listed
        found = verdict(tokens, span, groups, position, inherited)
        if found is None and only and group.first >= colon and _is_answer(tokens, group, writer):
            found = Verdict(Stance.ATTENDS, "named without more")
        if found is not None:
            seen.extend(_of_group(tokens, group, found, _until(groups, position, span)))
        else:
            each = ((member, own_verdict(tokens, member, elsewhere=replaced)) for member in group.members)
            seen.extend(
                _seen(tokens, member, own or _ONLY_MENTIONED, member.last)
                for member, own in each
                if own or member.roles
            )
    seen.extend(_of_pronouns(tokens, span, groups, sofar.last))
    seen = _as_governor(_called(tokens, span, seen, sofar.last))
    return tuple(seen), _after(tokens, span, persons, listed, sofar)


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


def _colon(tokens: Sequence[Token], span: Sentence, persons: Sequence[Mention]) -> int:
    """Where a colon parts a heading from what it holds; not one that parts a role from its name."""
    inside = {i for mention in persons for i in range(mention.first, mention.last)}
    places = range(span[0], min(span[1], span[0] + 40))
    return next((i for i in places if tokens[i].text == ":" and i not in inside), span[0])


def _until(groups: Sequence[Group], position: int, span: Sentence) -> int:
    return groups[position + 1].first if position + 1 < len(groups) else span[1]


def _is_answer(tokens: Sequence[Token], group: Group, writer: Writer) -> bool:
    """Whether people named without a verb answer who will come, rather than sign or greet."""
    if len([m for m in group.members if m.named]) > 1 or (
        len(group.members) > 1 and any(m.is_self for m in group.members)
    ):
        return True
    if group.members[0].is_self:
        return tokens[group.members[0].first].low != "i"
    member = group.members[0]
    signs = member.named and writer.name is not None and same_person(writer.name, name_of(tokens, member))
    if signs and member.first == member.pieces[0][0] != member.name_from:
        return True
    if signs:
        return False
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


def _of_group(tokens: Sequence[Token], group: Group, found: Verdict, until: int) -> Iterator[Seen]:
    if group.alternative and found.stance is Stance.ATTENDS:
        shared = frozenset.intersection(*(frozenset(member.roles) for member in group.members))
        if shared:
            start, end = tokens[group.first].start, tokens[group.last - 1].end
            yield Seen(None, shared, is_self=False, stance=found.stance, rule="one of several", start=start, end=end)
        return
    for position, member in enumerate(group.members):
        if not member.sure and not member.roles and found.rule == "listed" and not member.named:
            continue
        behind = group.members[position + 1].first if position + 1 < len(group.members) else until
        yield _seen(tokens, member, found, behind)


def _seen(
    tokens: Sequence[Token], member: Mention, found: Verdict, until: int, extra: frozenset[Role] = frozenset()
) -> Seen:
    name = name_of(tokens, member) if member.named else None
    email = email_beside(tokens, member.last, until).lower() or None
    return Seen(
        name or None,
        frozenset(member.roles) | extra,
        is_self=member.is_self,
        stance=found.stance,
        rule=found.rule,
        start=tokens[member.first].start,
        end=tokens[member.last - 1].end,
        email=email,
    )


def _of_pronouns(
    tokens: Sequence[Token], span: Sentence, groups: Sequence[Group], last: Sequence[Mention]
) -> Iterator[Seen]:
    """What "she will be there" says of the person named before."""
    for at in range(*span):
        gender = _PRONOUNS.get(tokens[at].low)
        if gender is None:
            continue
        named = [member for group in groups if group.last <= at for member in group.members if not member.is_self]
        before_it = named or list(last)
        who = _meant(before_it, gender)
        yield from _role_of_pronoun(tokens, at, groups, who)
        end = next((group.first for group in groups if group.first > at), span[1])
        found = after(tokens, at + 1, end, is_self=False) or _has_with(tokens, at, span)
        front = before(tokens, at, span[0])
        if found is None or (front is not None and front.stance is Stance.PERHAPS) or _conditional(tokens, span[0], at):
            continue
        for member in who:
            yield _seen(tokens, member, found, member.last)


def _conditional(tokens: Sequence[Token], first: int, at: int) -> bool:
    """ "If Glenn can get away he'll come": nothing is promised; "if that's OK" takes nothing back."""
    for position in range(first, at):
        if tokens[position].low == "if" and tokens[position - 1].low != "asked":
            return not any(token.low in {"ok", "okay", "alright", "fine"} for token in tokens[position : position + 6])
    return False


def _role_of_pronoun(
    tokens: Sequence[Token], at: int, groups: Sequence[Group], who: Sequence[Mention]
) -> Iterator[Seen]:
    """ "… he is our deputy head" says a role and nothing of coming."""
    role = next((m for group in groups for m in group.members if at < m.first <= at + 3 and not m.named), None)
    if role is None or tokens[role.first - 1].low not in {"is", "'s", "he's", "she's"}:
        return
    for member in who:
        yield _seen(tokens, member, Verdict(Stance.PERHAPS, "role"), member.last, frozenset(role.roles))


def _has_with(tokens: Sequence[Token], at: int, span: Sentence) -> Verdict | None:
    """ "He'll have Mrs Ekwueme with him": whoever has company is there."""
    rest = [token.low for token in tokens[at + 1 : min(span[1], at + 24)]]
    if rest[:2] in (["'ll", "have"], ["will", "have"]):
        pairs = zip(rest, rest[1:], strict=False)
        if any(pair in {("with", "him"), ("with", "her"), ("with", "them")} for pair in pairs):
            return Verdict(Stance.ATTENDS, "will take part")
    return None


def _meant(members: Sequence[Mention], gender: str) -> list[Mention]:
    if not gender:
        return list(members[-3:])
    fitting = [member for member in members if member.gender in ("", gender)]
    return fitting[-1:]


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
