"""Reading a letter sentence by sentence: who is mentioned, and what is said of their taking part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.model import Role
from bot.understanding.people_answers import (
    PLURALS,
    as_governor,
    called,
    introduces_self,
    labelled,
    named_after,
    seen_of,
    sharing,
    signs_off,
    without_verb,
)
from bot.understanding.people_groups import grouped, verdict
from bot.understanding.people_lists import (
    CELLS,
    MARKS,
    cell_stance,
    columns,
    heading_stance,
    is_heading,
    is_item,
    marks,
    splits_names,
)
from bot.understanding.people_mention import Mention
from bot.understanding.people_mentions import mentions_in
from bot.understanding.people_myself import comes_myself, turns_in
from bot.understanding.people_named import presented
from bot.understanding.people_only import gathered, is_only_people
from bot.understanding.people_present import persons_in
from bot.understanding.people_pronouns import PRONOUNS, predicated, said_of_pronouns
from bot.understanding.people_role_words import owners_of_diaries
from bot.understanding.people_seen import Seen, seen_as
from bot.understanding.people_signing import below_name, is_own_name, is_school, names_others
from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_standin import StandIn, name_of, stand_in
from bot.understanding.people_tables import either, word_set
from bot.understanding.people_who import Writer, same_person
from bot.understanding.people_words import Sentence, Token, sentences, words_in


class SentenceRead(NamedTuple):
    """A sentence with whom it mentions and what it says of them; `start` is its offset in the letter's text."""

    tokens: Sequence[Token]
    span: Sentence
    text: str
    start: int
    mentions: tuple[Mention, ...]
    seen: tuple[Seen, ...]
    stand_in: StandIn | None = None


_Around = tuple[bool, bool, bool]
"""Whether a sentence is the letter's last, stands below the writer's name, or says whom to turn to instead."""


class _Sofar(NamedTuple):
    """What earlier sentences leave open: a list under a heading, the people last named, a table's columns."""

    listed: Stance | None = None
    last: tuple[Mention, ...] = ()
    split_names: bool = False


_NOTHING = _Sofar()


def read_sentences(
    tokens: Sequence[Token], text: str, writer: Writer, answers: Sequence[tuple[int, int]] = ()
) -> list[SentenceRead]:
    """Every sentence of a letter, read in order; people within the offsets of `answers` answer who will be met."""
    spans = sentences(tokens)
    read: list[SentenceRead] = []
    sofar, signed = _NOTHING, False
    table = _column_people(tokens, spans, writer)
    turns = turns_in(text[tokens[0].start : tokens[-1].end]) if tokens else []
    for position, span in enumerate(spans):
        start, end = tokens[span[0]].start, tokens[span[1] - 1].end
        if answers and any(start == first for first, _ in answers):
            sofar = sofar._replace(listed=Stance.ATTENDS)
        words = words_in(tokens, span)
        mentions = _mentions(tokens, span, words, sofar, writer)
        pointed = stand_in(tokens, span, mentions) if mentions else None
        if position in table:
            seen: tuple[Seen, ...] = table[position]
        else:
            closing = 0 < position == len(spans) - 1 and (not read[-1].seen or _stands_apart(tokens, span))
            around = (closing, signed, pointed is not None)
            seen, sofar = _read(tokens, span, text[start:end], words, mentions, sofar, writer, around)
        if read and _completes(tokens, span, seen, read[-1].seen):
            read[-1] = read[-1]._replace(seen=(read[-1].seen[0]._replace(roles=seen[0].roles),))
            seen = ()
        if read and not seen and not signed and (name := _only_name(tokens, span, mentions, writer)) is not None:
            seen = _named(tokens, name, read[-1].seen)
        if not (signed or any(each.is_self for each in seen)):
            myself = comes_myself(text[start:end], start, turns)
            seen = seen if myself is None else (*seen, myself)
        if read and tokens[span[0]].low.startswith(_TAKING_BACK) and _TAKEN_BACK.match(text, start, end):
            read[-1] = read[-1]._replace(seen=())
        read.append(SentenceRead(tokens, span, text[start:end], start, mentions, seen, pointed))
        if position and sofar.listed is None:
            signed = below_name(tokens, span, signed=signed)
            if not signed and is_own_name(tokens, span, writer):
                below = spans[position + 1] if position + 1 < len(spans) else (0, 0)
                following = _mentions(tokens, below, words_in(tokens, below), sofar, writer)
                signed = not names_others(tokens, following, writer)
    return read


_TAKEN_BACK = re.compile(
    r"(?:(?:no|oh|actually|sorry|hang on|hold on|wait)[, -]{1,3})*(?:wait,? )?(?:scrap|ignore|forget|scratch|"
    r"strike|disregard|"
    r"cancel) (?:that|this|the last|what i|me\b|all that)",
    re.IGNORECASE,
)
"""What takes back the sentence before."""
_TAKING_BACK = either("no|oh|actually|sorry|hang|hold|wait|scrap|ignore|forget|scratch|strike|disregard|cancel")
"""How such a sentence begins."""


def _mentions(
    tokens: Sequence[Token], span: Sentence, words: set[str], sofar: _Sofar, writer: Writer
) -> tuple[Mention, ...]:
    found = mentions_in(tokens, span, writer.known, words, split_names=sofar.split_names)
    return tuple([mention for mention in found if not is_school(tokens, mention, writer)]) if found else ()


def _stands_apart(tokens: Sequence[Token], span: Sentence) -> bool:
    """Whether an empty line stands before the sentence."""
    return span[0] > 1 and tokens[span[0] - 1].text == tokens[span[0] - 2].text == "\n"


def _completes(tokens: Sequence[Token], span: Sentence, seen: Sequence[Seen], above: Sequence[Seen]) -> bool:
    """Whether a line is but the role of the person on the line above: "Role: Governor" under "Name: Ada Fox"."""
    if len(seen) != 1 or len(above) != 1 or seen[0].name or seen[0].is_self or not above[0].name or above[0].roles:
        return False
    labelled_ = tokens[span[0]].low in _ROLE_LABELS and tokens[span[0] + 1].text in ":-–"
    first = span[0] + 2 * labelled_
    covers = tokens[first].start == seen[0].start and tokens[span[1] - 1].end <= seen[0].end + 1
    return covers and above[0].rule == "listed" and (labelled_ or seen[0].rule == "listed")


def _only_name(tokens: Sequence[Token], span: Sentence, mentions: Sequence[Mention], writer: Writer) -> Mention | None:
    """The name that is all of a sentence, on the line of the one before: "He's coming. Phil Munro."."""
    if len(mentions) != 1 or not mentions[0].named or mentions[0].roles or not mentions[0].sure:
        return None
    name = mentions[0]
    alone = name.first == span[0] and span[1] - name.last <= 1 and tokens[span[0] - 1].text != "\n"
    return name if alone and not same_person(writer.name or "", name_of(tokens, name)) else None


def _named(tokens: Sequence[Token], name: Mention, before: Sequence[Seen]) -> tuple[Seen, ...]:
    """The name of the one person without a name of whom the sentence before says that they come."""
    coming = [each for each in before if each.stance is Stance.ATTENDS and not each.name and not each.is_self]
    if len(coming) != 1 or not coming[0].roles or Role.PUPIL in coming[0].roles:
        return ()
    return (seen_as(tokens, name, Verdict(Stance.ATTENDS, "named after"), name.last, coming[0].roles),)


_ROLE_LABELS = frozenset({"role", "position", "title", "job", "post"})


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
    tokens: Sequence[Token],
    span: Sentence,
    text: str,
    words: set[str],
    mentions: Sequence[Mention],
    sofar: _Sofar,
    writer: Writer,
    around: _Around,
) -> tuple[tuple[Seen, ...], _Sofar]:
    if tokens[span[0]].text == "[" and tokens[min(span[0] + 1, span[1] - 1)].text == "]":
        return (), sofar
    if not mentions:
        pronouns = sofar.last and not PRONOUNS.keys().isdisjoint(words)
        found_ = tuple(said_of_pronouns(tokens, span, (), sofar.last)) if pronouns else ()
        owners = owners_of_diaries(tokens, span, words)
        return found_, _after(tokens, span, owners, None if owners else sofar.listed, sofar)
    listing = sofar.listed is not None or (":" in words and _opens_list(tokens, span, mentions[0].first))
    persons = persons_in(tokens, span, mentions, sofar.last, words, listing=listing)
    if not listing and _is_bare_name(tokens, span, persons):
        return (), _after(tokens, span, persons, None, sofar)
    listed = _list_goes_on(tokens, span, persons, sofar)
    seen = _said_of(tokens, span, text, mentions, persons, words, listed, sofar, writer, around)
    return tuple(seen), _after(tokens, span, persons, listed, sofar)


def _said_of(
    tokens: Sequence[Token],
    span: Sentence,
    text: str,
    mentions: Sequence[Mention],
    persons: Sequence[Mention],
    words: set[str],
    listed: Stance | None,
    sofar: _Sofar,
    writer: Writer,
    around: _Around,
) -> list[Seen]:
    """What a sentence says of the people in it, and of those whom a "she" or "they" stands for."""
    refused = listed is not None and tokens[span[1] - 1].low in _REFUSED
    in_cell = persons and persons[0].first - span[0] < _NEAR_START and not CELLS.isdisjoint(words)
    cell = cell_stance(tokens, span) if in_cell else None
    groups = grouped(tokens, persons)
    if not PLURALS.isdisjoint(words):
        groups = [sharing(tokens, group) for group in groups]
    parted = marks(tokens, span, persons) if persons and not MARKS.isdisjoint(words) else []
    closing, signed, replaced = around
    everyone = gathered(tokens, span, mentions) if len(persons) > 1 and "(" in words else range(0)
    seen: list[Seen] = []
    for position, group in enumerate(groups):
        label = parted[0] if parted and parted[0] < group.first else None
        if (closing and signs_off(tokens, group, writer)) or introduces_self(tokens, group, writer):
            continue
        if len(group.members) == 1 and predicated(tokens, group.members[0]):
            continue
        inherited = Stance.ABSENT if refused else cell or labelled(tokens, span[0], label) or listed
        found = Verdict(cell, "listed") if cell is not None else None
        found = found or verdict(tokens, span, groups, position, inherited, words)
        found = found or (Verdict(Stance.ATTENDS, "named in brackets") if group.first in everyone else None)
        if found is None and not replaced and not signed:
            found = without_verb(tokens, span, groups, position, parted, seen, writer, closing=closing)
            found = found or presented(text, tokens, span, group)
        unsaid = seen and (found is None or found.rule == "like the one before")
        explained = named_after(tokens, seen, group) if unsaid else None
        until = groups[position + 1].first if position + 1 < len(groups) else span[1]
        verdict_ = Verdict(Stance.ATTENDS, "named after their number") if explained else found
        seen.extend(seen_of(tokens, explained or group, verdict_, until, replaced=replaced or signed))
    if not PRONOUNS.keys().isdisjoint(words):
        seen.extend(said_of_pronouns(tokens, span, groups, sofar.last, mentions))
    if seen:
        low = " ".join([token.low for token in tokens[slice(*span)]]) if len(seen) > 1 else ""
        seen = as_governor(called(tokens, span, seen, sofar.last), low)
    return seen


def _is_bare_name(tokens: Sequence[Token], span: Sentence, persons: Sequence[Mention]) -> bool:
    """Whether a sentence is one name without a role, alone or behind a greeting: it says nothing of coming."""
    if len(persons) != 1 or not persons[0].named or persons[0].roles or persons[0].is_self or persons[0].pronoun:
        return False
    first, last = persons[0].first, persons[0].last
    ends = span[1] == last or (span[1] == last + 1 and tokens[last].text in ",.!")
    if not ends or not CELLS.isdisjoint([token.low for token in tokens[first:last]]):
        return False
    return first == span[0] or _COURTESIES.issuperset([token.low for token in tokens[span[0] : first]])


_COURTESIES = word_set("hi hello dear hey hiya thanks thank you many kind best warm regards wishes cheers")
"""What may stand before a name that is only greeted, thanked or signed."""


def _opens_list(tokens: Sequence[Token], span: Sentence, first: int) -> bool:
    """Whether a colon before token `first` opens a list of those who come, "The usual suspects: head, chair, me"."""
    colon = next((at for at in range(first - 1, span[0], -1) if tokens[at].text == ":"), 0)
    return colon > 0 and heading_stance(tokens, span[0], colon) is Stance.ATTENDS


_NEAR_START = 4
_REFUSED = frozenset({"n", "no", "✗", "✘"})


def _list_goes_on(tokens: Sequence[Token], span: Sentence, persons: Sequence[Mention], sofar: _Sofar) -> Stance | None:
    if sofar.listed is None or not persons:
        return sofar.listed
    begins = persons[0].first == span[0] and persons[0].named and bool(persons[0].roles)
    if begins or is_only_people(tokens, span, persons) or is_item(tokens, span, persons[0].first):
        return sofar.listed
    return None


def _after(
    tokens: Sequence[Token], span: Sentence, persons: Sequence[Mention], listed: Stance | None, sofar: _Sofar
) -> _Sofar:
    others = tuple([member for member in persons if not member.is_self])
    heading = not others and is_heading(tokens, span)
    if not heading and listed is None and not persons:
        return sofar if sofar.listed is None and not sofar.split_names else _Sofar(last=sofar.last)
    stance = heading_stance(tokens, *span) if heading else listed if persons else _kept(tokens, span, listed)
    split = (heading and splits_names(tokens, span)) or (sofar.split_names and stance is not None)
    return _Sofar(stance, others or sofar.last, split)


def _kept(tokens: Sequence[Token], span: Sentence, listed: Stance | None) -> Stance | None:
    """A rule or a short line without people does not end a list; a sentence does."""
    words = sum(token.is_word for token in tokens[span[0] : span[1]])
    return listed if not words else None
