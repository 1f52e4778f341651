"""People without a verb: answers, labels, signatures, and whose roles and places they take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.model import Role
from bot.understanding.people_groups import Group, own_verdict
from bot.understanding.people_lists import heading_stance, is_label
from bot.understanding.people_mention import Mention
from bot.understanding.people_only import is_only_people
from bot.understanding.people_seen import Seen, seen_as
from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_stance_words import NEGATIONS, PERHAPS_WORDS
from bot.understanding.people_standin import name_of
from bot.understanding.people_tables import word_set
from bot.understanding.people_who import Writer, same_person
from bot.understanding.people_words import Sentence, Token

_ONLY_MENTIONED = Verdict(Stance.PERHAPS, "only mentioned")
"""Says a role and nothing of coming: kept because a later sentence may say the rest."""


def signs_off(tokens: Sequence[Token], group: Group, writer: Writer) -> bool:
    """Whether a lone given name at the very end is the writer's."""
    member = group.members[0]
    if (
        len(group.members) == 1
        and member.named
        and writer.name is not None
        and _are_initials(tokens, member, writer.name)
    ):
        return True
    alone = len(group.members) == 1 and member.named and not member.roles and member.name_to - member.name_from == 1
    return alone and writer.name is not None and tokens[member.name_from].low == writer.name.lower().split()[0]


def introduces_self(tokens: Sequence[Token], group: Group, writer: Writer) -> bool:
    """As in "hi it's Joyce": the writer only says who writes."""
    member = group.members[0]
    if len(group.members) > 1 or not member.named or member.roles or writer.name is None:
        return False
    front = [token.low for token in tokens[max(0, group.first - 2) : group.first]]
    introduced = front[-1:] == ["its"] or front in (["it", "'s"], ["it", "is"], ["this", "is"])
    return introduced and same_person(writer.name, name_of(tokens, member))


def _are_initials(tokens: Sequence[Token], member: Mention, name: str) -> bool:
    """Whether "HP" under a letter is how Harvey Plaskett signs."""
    text = "".join(token.text for token in tokens[member.name_from : member.name_to])
    return not member.roles and text.isupper() and text == "".join(word[0] for word in name.split()).upper()


def labelled(tokens: Sequence[Token], first: int, label: int | None) -> Stance | None:
    """What a row's label says: "Staff | …", "Attending - …", "The people you will meet: …"."""
    if label is None:
        return None
    if tokens[label].text != ":" and not is_label(tokens, first, label):
        return None
    return heading_stance(tokens, first, label)


def without_verb(
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
    if _greeted(tokens, span, group) or (len(groups) == 1 and _says_nothing_alone(tokens, span, group)):
        return None
    start = max((mark + 1 for mark in parted if mark < group.first), default=span[0])
    end = min((mark for mark in parted if mark >= group.last), default=span[1])
    everybody = [member for each in groups for member in each.members]
    if is_only_people(tokens, (start, end), everybody) and _is_answer(tokens, group, writer, closing=closing):
        return Verdict(Stance.ATTENDS, "named without more")
    if _says_yes(tokens, span) and is_only_people(tokens, (start, end), everybody):
        return Verdict(Stance.ATTENDS, "answers who comes")
    before_it = tokens[group.first - 1].low if group.first > span[0] else ""
    nobody = not any(member.named or member.is_self or set(member.roles) - {Role.OTHER} for member in group.members)
    follows_on = at > 0 and not nobody and before_it in _MORE and bool(seen) and seen[-1].stance is Stance.ATTENDS
    until = min(end, groups[at + 1].first if at + 1 < len(groups) else end)
    if follows_on and is_only_people(tokens, (group.first, until), group.members):
        return Verdict(Stance.ATTENDS, "like the one before")
    if _named_together(tokens, span, group):
        return Verdict(Stance.ATTENDS, "named together")
    return None


def _says_nothing_alone(tokens: Sequence[Token], span: Sentence, group: Group) -> bool:
    """Whether it is only "I", or one name without a role: these need a verb, unless a yes stands before them."""
    if len(group.members) > 1 or _says_yes(tokens, span):
        return False
    member = group.members[0]
    if member.is_self:
        return tokens[group.first].low == "i"
    return member.named and not member.roles


def _named_together(tokens: Sequence[Token], span: Sentence, group: Group) -> bool:
    """As in "28th: Ngozi Okoro (Head), Jo Bell (governor)": who is listed with roles answers who will be met.

    Not those who are asked, told, thanked or waited for, nor those of whom a verb behind tells something.
    """
    members = group.members
    if len(members) < 2 or group.alternative or group.hedged or tokens[group.first].low == "i":
        return False
    front = [t.low for t in tokens[max(span[0], group.first - 8) : group.first] if t.text != "May"]
    me = any(member.is_self and not member.named for member in members)
    with_roles = any(member.named and member.roles for member in members) or (
        me
        and any(member.named for member in members)
        and (front[-1:] in (["for"], ["both"]) or _stands_alone(tokens, span, group))
    )
    if not with_roles:
        return False
    behind = tokens[group.last] if group.last < span[1] else None
    if behind is not None and behind.is_word and behind.low not in _AFTER_A_LIST:
        return behind.low == "to" and group.last + 1 < span[1] and tokens[group.last + 1].low in _TO_MEET
    if tokens[span[1] - 1].text == "?":
        return False
    return _NOT_OF_A_LIST.isdisjoint(front)


def _stands_alone(tokens: Sequence[Token], span: Sentence, group: Group) -> bool:
    """As in "4th March please, me and Pawel": two named behind a mark, and nothing behind them."""
    marked = group.first == span[0] or tokens[group.first - 1].text in ",-–—:;.+=("
    named = _ME.isdisjoint([token.low for token in tokens[group.first : group.last]])
    if not marked or named or any(token.is_word for token in tokens[group.last : span[1]]):
        return False
    return _OTHER_BUSINESS.isdisjoint([token.low for token in tokens[span[0] : group.first]])


_ME = frozenset({"me", "myself"})
_OTHER_BUSINESS = word_set(
    "conference training course places webinar invite invites tickets login logins access copy cc email emails trip"
)


_TO_MEET = word_set("meet see attend join be host come sit take show welcome")
_AFTER_A_LIST = word_set(
    """this next only if as because while during together for from on at in
    too also as both all from throughout please thanks then who x and plus"""
)
_NOT_OF_A_LIST = (
    NEGATIONS
    | PERHAPS_WORDS
    | word_set(
        """to told tell telling ask asked asking check checked checking speak spoke spoken speaking thank thanks cc
    copied copying contact email emailed about of by when until once need needs needed wait waiting await awaiting
    hear heard
    hello hi dear regards between see seen consult consulted consulting discuss discussed met had was were did send
    sent forward forwarded former previous ex without let pass passed share shared replaced replacing instead lost left
    chased chasing after find say said says run past because since"""
    )
)


def _greeted(tokens: Sequence[Token], span: Sentence, group: Group) -> bool:
    """As in "Hi Tom and Sarah, …": whom the letter is written to."""
    return tokens[span[0]].low in _GREETINGS and not any(
        token.text in ",.!-–" for token in tokens[span[0] : group.first]
    )


_GREETINGS = frozenset({"hi", "hello", "dear", "hey", "hiya", "morning", "afternoon"})
_MORE = frozenset({",", "and", "&", "also", "plus", ";", "then", "+"})


def _is_answer(tokens: Sequence[Token], group: Group, writer: Writer, *, closing: bool) -> bool:
    """Whether people named without a verb answer who will come, rather than sign or greet."""
    if tokens[group.first].low == "i":
        return False
    if len([m for m in group.members if m.named]) > 1 or (
        len(group.members) > 1 and any(m.is_self for m in group.members)
    ):
        return True
    if group.members[0].is_self:
        return tokens[group.members[0].first].low != "i"
    member = group.members[0]
    signs = member.named and writer.name is not None and same_person(writer.name, name_of(tokens, member))
    leads = member.first == member.pieces[0][0] != member.name_from or tokens[member.first - 1].text in {
        ".",
        ")",
        "•",
        "]",
    }
    if signs or (closing and not leads and Role.GOVERNOR not in member.roles):
        return leads and bool(member.roles)
    if member.named:
        return bool(member.roles)
    return bool(member.roles) and member.last - member.first > 1 and tokens[member.first].low in {
        "our", "the", "a", "an", "my", "one", "another", "two", "plus", "some"
    }  # fmt: skip


def called(tokens: Sequence[Token], span: Sentence, seen: list[Seen], last: Sequence[Mention]) -> list[Seen]:
    """As in "Our governor will come. His name is Len Ashby.": the name of whom the sentence before had no name for."""
    if not seen or not last:
        return seen
    if seen[0].name and not seen[0].roles and tokens[span[0]].low in _IT and _is_now(tokens, span):
        return [seen[0]._replace(roles=frozenset(last[-1].roles)), *seen[1:]]
    if last[-1].named:
        return seen
    if seen[0].name and not seen[0].roles and last[-1].roles and _ticked(tokens, span[0]):
        return [seen[0]._replace(roles=frozenset(last[-1].roles)), *seen[1:]]
    if _says_yes(tokens, span) and seen[0].name:
        return [seen[0]._replace(roles=seen[0].roles or frozenset(last[-1].roles)), *seen[1:]]
    if span[1] - span[0] < 4:
        return seen
    if tokens[span[0]].low in {"his", "her", "their"} and tokens[span[0] + 1].low == "name":
        return [seen[0]._replace(roles=seen[0].roles | frozenset(last[-1].roles)), *seen[1:]]
    return seen


_IT = frozenset({"it", "its", "it's"})


def _is_now(tokens: Sequence[Token], span: Sentence) -> bool:
    """As in "Karen was our head. It's Rita Shah now": whoever now is what the one before was."""
    return any(token.low == "now" for token in tokens[span[0] : min(span[1], span[0] + 8)])


def _ticked(tokens: Sequence[Token], at: int) -> bool:
    """As in "Governor? Tick. Joan's coming": the answer to a question that was only a role."""
    behind = [token.low for token in tokens[max(0, at - 3) : at]]
    return len(behind) == 3 and behind[0] == "?" and behind[-1] in {".", "!", ",", "-"} and behind[1] in _YES


_YES = word_set("yes yep yeah y tick check sorted done ✓ ✔ ✅ found confirmed success")
_STEPS_IN = re.compile(
    r"\b(?:stand\w*|stood|step\w*|fill\w*) in\b|\binstead\b|\b(?:place|stead)\b|\bthis (?:year|time)\b|\bcover\w*\b"
)


def _says_yes(tokens: Sequence[Token], span: Sentence) -> bool:
    """As in "Governor attending? Yes, Ada Fox"."""
    return span[0] > 0 and tokens[span[0]].low in _YES and tokens[span[0] - 1].low == "?"


_NEW_GOVERNOR = re.compile(
    r"(?:please |just )?(?:a )?(?:change of|new|different|replacement|another|swap|change|switch|replace)"
    r"(?: the| our| a)? (?:[\w-]+ )?governors?\b"
)


def as_governor(seen: list[Seen], low: str) -> list[Seen]:
    """Who comes in a governor's place comes as governor."""
    absent = any(each.stance is Stance.ABSENT and Role.GOVERNOR in each.roles for each in seen)
    absent = absent or _NEW_GOVERNOR.match(low) is not None
    absent = absent or (
        any(each.rule == "in another's place" for each in seen)
        and any(not each.name and each.roles == {Role.GOVERNOR} for each in seen)
    )
    replaced = any(each.stance is Stance.PERHAPS and each.roles == {Role.GOVERNOR} for each in seen)
    if not absent and not (replaced and _STEPS_IN.search(low)):
        return seen
    governor = frozenset({Role.GOVERNOR})
    return [
        each._replace(roles=governor) if each.stance is Stance.ATTENDS and each.name and not each.roles else each
        for each in seen
    ]


def named_after(tokens: Sequence[Token], seen: Sequence[Seen], group: Group) -> Group | None:
    """The group with its roles, where names say who is counted: "two governors come, Ada Fox and Olu Bright"."""
    if not seen or seen[-1].name or seen[-1].stance is not Stance.ATTENDS or not group.members[0].named:
        return None
    plain = not any(member.roles or member.is_self for member in group.members)
    if plain and len(group.members) == 1 and len(seen) == 1 and tokens[group.first - 1].text in "-–—:":
        return group._replace(members=(group.members[0]._replace(roles=tuple(seen[0].roles)),))
    many = any(word in PLURALS for word in seen[-1].words)
    if not (plain and many and tokens[group.first - 1].text in ",:-–—("):
        return None
    members = tuple(member._replace(roles=tuple(seen[-1].roles)) for member in group.members)
    return group._replace(members=members)


def sharing(tokens: Sequence[Token], group: Group) -> Group:
    """As in "Two of our governors, Ada and Glenn", "Ada and Glenn (both governors)": the role is everybody's."""
    group = _counted(tokens, group)
    for position, member in enumerate(group.members):
        words = {token.low for start, end in member.pieces for token in tokens[start:end]}
        if not (member.named and words & PLURALS):
            continue
        leads = member.pieces[0][0] != member.name_from
        plural = words & {"both", "all"} or _says_are(tokens, member)
        reach = range(len(group.members)) if plural else range(position, len(group.members) * leads)
        members = tuple(
            each._replace(roles=member.roles) if at in reach and each.named and not each.roles else each
            for at, each in enumerate(group.members)
        )
        return group._replace(members=members)
    return group


def _says_are(tokens: Sequence[Token], member: Mention) -> bool:
    """As in "Maureen and Shabnam who are our TAs", "Ada and Len are coming from the governors"."""
    between = zip(member.pieces, member.pieces[1:], strict=False)
    return any(token.low == "are" for (_, end), (start, _) in between for token in tokens[end:start])


def _counted(tokens: Sequence[Token], group: Group) -> Group:
    """As in "We will have two governors there, Ada Fox and Glenn Pike": the count is those behind it, all governors."""
    if len(group.members) < 2:
        return group
    count, *named = group.members
    words = {token.low for token in tokens[count.first : count.last]}
    plain = all(member.named and not member.roles for member in named)
    gap = {token.low for token in tokens[count.last : named[0].first]}
    if count.named or count.is_self or not plain or not words & PLURALS or gap & {"and", "&", "+", "plus", "with"}:
        return group
    return group._replace(members=tuple(member._replace(roles=count.roles) for member in named))


PLURALS = word_set(
    "co-chairs chairs vice-chairs governors govs trustees students pupils children tas hltas lsas elsas deputies "
    "teachers "
    "tutors mentors"
)
"""Roles of several people: without one of these `sharing` finds nothing to share."""


def seen_of(
    tokens: Sequence[Token], group: Group, found: Verdict | None, until: int, *, replaced: bool
) -> Iterator[Seen]:
    """Everybody of a group with what was said of them; `until` is where the next group or the sentence's end begins."""
    if group.alternative and found is not None and found.stance is Stance.ATTENDS:
        held = [frozenset(member.roles) for member in group.members]
        shared = frozenset.intersection(*held) if all(held[:-1]) else held[-1]
        if shared:
            start, end = tokens[group.first].start, tokens[group.last - 1].end
            yield Seen(None, shared, is_self=False, stance=found.stance, rule="one of several", start=start, end=end)
        return
    for position, member in enumerate(group.members):
        behind = group.members[position + 1].first if position + 1 < len(group.members) else until
        own = own_verdict(tokens, member, elsewhere=replaced)
        outweighs = own is not None and (found is None or own.stance is Stance.ABSENT or own.rule == "was once")
        said = own if outweighs else found
        if said is not None or member.roles:
            yield seen_as(tokens, member, said or _ONLY_MENTIONED, behind)
