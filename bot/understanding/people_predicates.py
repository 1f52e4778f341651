"""What the predicate behind a person says: "will be there", "can't make it", "might join us if she's free"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_stance_words import (
    ABSENCE,
    ABSENT_PAIRS,
    ATTENDING,
    ATTENDING_OTHERS,
    ATTENDING_PAIRS,
    ATTENDING_SELF,
    AUXILIARIES,
    BOUNDARIES,
    ELLIPTIC,
    FITTING,
    IN_WHERE,
    LEAVES_EARLY,
    NEGATIONS,
    NEW_SUBJECTS,
    NOT_AFTER,
    PERHAPS_WORDS,
    SKIPPED,
    UNFITTING,
)
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import Token

_ATTENDS = Verdict(Stance.ATTENDS, "will take part")
_ABSENT = Verdict(Stance.ABSENT, "said not to come")
_ELSEWHERE = Verdict(Stance.ABSENT, "said to be elsewhere")
_PERHAPS = Verdict(Stance.PERHAPS, "only perhaps")
_OF_OTHERS = ATTENDING | ATTENDING_OTHERS
_OF_SELF = ATTENDING | ATTENDING_SELF
_LONGEST = 26
"""Tokens of a predicate that are read."""
_BEGINS = (
    AUXILIARIES
    | ATTENDING
    | NEGATIONS
    | PERHAPS_WORDS
    | word_set(
        """apologies apols take takes happy keen delighted pleased able free available look looks looking
        sends agreed confirmed
        kindly has volunteered offered says said bring bringing remains steps stepping
        stands"""
    )
)
_PREPOSITIONS = word_set("from of in on at :")
_AWAY = word_set("out off away")
_BEING = word_set("be is 's are am 'm was been now both all still currently just also going gone hes shes")
_APOLOGIES = word_set("apologies apols")
_BEING_THERE = word_set("be is are 's 're 'm am being been")


def _of_the_visit(tokens: Sequence[Token], position: int, end: int) -> bool:
    """As in "will be in the meeting", "won't be at your visit"."""
    behind = [token.low for token in tokens[position + 1 : min(end, position + 4)]]
    return bool(behind) and behind[0] in {"the", "your", "this", "that"} and not _MEETINGS.isdisjoint(behind[1:])


_MEETINGS = word_set("meeting visit discussion session room")
_ASKED = word_set("asked invited approached roped governor governors govs gov chair chairman trustee")


def _was_asked(tokens: Sequence[Token], position: int) -> bool:
    """Whether a "said yes" answers our wish for people: the others say yes to a date."""
    return any(token.low in _ASKED for token in tokens[max(0, position - 28) : position])


_FINE = word_set("ok okay fine good alright agree agrees leave bear it great perfect works")
_NOT_OF_I = word_set("is are his her their")
_TO_WHOM = word_set("you everyone people visitors")
_ONLY_AGREED = word_set("confirmed agreed volunteered")
_HALF = word_set("hopefully probably tbc provided fingers maybe possibly perhaps")
_COURTESY = word_set("ok okay alright fine convenient you")


def after(tokens: Sequence[Token], at: int, end: int, *, is_self: bool) -> Verdict | None:
    """What the predicate from token `at` on says of the people before it; `end` is where others are named."""
    if at < end and tokens[at].low in {"in", "out"} and _clause_ends(tokens, at + 1, end):
        return _ATTENDS if tokens[at].low == "in" else _ELSEWHERE
    if at < end and tokens[at].low in {"and", "&", ","}:
        at = _behind_apposition(tokens, at, end)
    if at >= end or not _predicate_begins(tokens, at, end) or (is_self and _only_thinks(tokens, at, end)):
        return None
    heard: set[str] = set()
    for position in _outside_brackets(tokens, at, min(end, at + _LONGEST)):
        if tokens[position].low == "but" and position + 1 < end and tokens[position + 1].low in AUXILIARIES:
            heard.clear()
            continue
        if (not heard.isdisjoint(AUXILIARIES) or _of_the_slots(tokens, position, end)) and _new_clause(
            tokens, position, end
        ):
            return None
        low = tokens[position].low
        asked = low == "if" and (
            tokens[position - 1].low == "asked" or (position > at and heard.isdisjoint(AUXILIARIES))
        )
        if not asked:
            heard.add(low)
        found = _decided(tokens, position, end, heard, is_self=is_self)
        if found is not None:
            return found
    return None


_THOUGHTS = word_set(
    "afraid think believe know suppose guess gather hear understand presume assume imagine reckon see note feel fear"
)


def _only_thinks(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "I'm afraid", "I think", "I've just heard": what follows is said of somebody else."""
    while at < end and (tokens[at].low in _AROUND_A_THOUGHT or tokens[at].low in SKIPPED):
        at += 1
    follows = tokens[at + 1].low if at + 1 < end else "."
    return at < end and tokens[at].low in _THOUGHTS and follows not in {"i", "i'll", "we", "we'll"}


_AROUND_A_THOUGHT = word_set("'m am do 've have should would 'd can heard")


def _decided(tokens: Sequence[Token], position: int, end: int, heard: set[str], *, is_self: bool) -> Verdict | None:
    low = tokens[position].low
    negated = not heard.isdisjoint(NEGATIONS)
    if _takes_part(tokens, position, end, is_self=is_self):
        if negated and low in _ONLY_AGREED:
            return _PERHAPS
        if negated and _only_later(tokens, position + 1, end):
            return _ATTENDS
        if negated:
            return _other_day(tokens, position + 1, end) or _ABSENT
        perhaps = not heard.isdisjoint(PERHAPS_WORDS) or _perhaps_follows(tokens, position + 1, end)
        return _PERHAPS if perhaps else _ATTENDS
    if is_self:
        return None
    if low in ELLIPTIC and _clause_ends(tokens, position + 1, end):
        return _ABSENT if low in NEGATIONS else _ATTENDS
    away = low in ABSENCE and not negated and not heard.isdisjoint(AUXILIARIES)
    away = away and not _of_something_else(tokens, position, end)
    away = (away and (low not in _AWAY or tokens[position - 1].low in _BEING)) or low in _APOLOGIES
    if away or (tokens[position - 1].low, low) in ABSENT_PAIRS:
        return _other_day(tokens, position + 1, end) or _ELSEWHERE
    return None


def _of_something_else(tokens: Sequence[Token], position: int, end: int) -> bool:
    """As in "is retired", "has moved his shift", "is out of lessons then": it keeps nobody away."""
    low, before = tokens[position].low, tokens[position - 1].low
    behind = [token.low for token in tokens[position + 1 : min(end, position + 4)]]
    if low == "retired":
        return before in {"is", "'s", "being", "now", "are", "she's", "he's"}
    if low in {"stepped", "stood"} and behind[:1] in (["in"], ["into"], ["up"], ["forward"]):
        return True
    if low == "out" and behind[:1] == ["of"]:
        return not _LESSONS.isdisjoint(behind)
    return low in _HAS_DONE and bool(behind) and behind[0] in _WHAT_IS_MOVED


_LESSONS = word_set("class lessons lesson timetable the hours")
_HAS_DONE = word_set("moved cancelled swapped dropped left declined removed withdrawn")
_WHAT_IS_MOVED = word_set("his her their its a an another some things everything my our two one")


def _new_clause(tokens: Sequence[Token], position: int, end: int) -> bool:
    low = tokens[position].low
    if low in BOUNDARIES:
        return True
    if low not in {"and", "then"} or position + 1 >= end:
        return False
    return tokens[position + 1].low in NEW_SUBJECTS or _of_the_slots(tokens, position, end)


_SLOTS = word_set(
    "option options slot slots date dates monday tuesday wednesday thursday friday mon tue tues wed weds thu thurs fri"
)


def _of_the_slots(tokens: Sequence[Token], position: int, end: int) -> bool:
    """As in "… and option 1 is free": the clause turns to the slots."""
    behind = [token.low for token in tokens[position + 1 : min(end, position + 3)]]
    return tokens[position].low in {"and", "then", "so"} and any(word in _SLOTS for word in behind)


def _takes_part(tokens: Sequence[Token], position: int, end: int, *, is_self: bool) -> bool:
    """Whether the word at `position`, with its neighbours, is one of taking part."""
    low, before = tokens[position].low, tokens[position - 1].low
    follows = tokens[position + 1].low if position + 1 < end else "."
    if low == "diary" and before in {"his", "her", "their", "the"}:
        return tokens[position - 2].low in {"in", "into"} and not is_self
    if low in {"in", "at"} and before in _BEING_THERE and _of_the_visit(tokens, position, end):
        return True
    if low == "leave" and before == "to":
        return follows in LEAVES_EARLY and not is_self
    if (before, low) in ATTENDING_PAIRS:
        if is_self and before in _NOT_OF_I:
            return False
        if low == "yes":
            return _was_asked(tokens, position) and follows not in {"to", "for"}
        if (before, low) == ("with", "me") and tokens[position - 2].low in _FINE:
            return False
        if low == "to" and before == "like":
            return not is_self and follows[0].isalpha()
        if low == "in" and before in {"him", "her", "them", "me"}:
            return tokens[position - 2].low in {"count", "counted", "counting"}
        if low == "in":
            return (before != "be" or follows in IN_WHERE) and not is_self
        return True
    if low not in (_OF_SELF if is_self else _OF_OTHERS) or before in NOT_AFTER.get(low, ()):
        return False
    if before == "to" and tokens[position - 2].low in _TO_WHOM:
        return False
    return follows not in UNFITTING.get(low, ()) and (low not in FITTING or follows in FITTING[low])


def _behind_apposition(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where the verb is: "…, parent governor and school cook, will attend"."""
    reach = range(at + 1, min(end - 1, at + 9))
    return next((i + 1 for i in reach if tokens[i].text == "," and tokens[i + 1].low in AUXILIARIES), at)


def _clause_ends(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at >= end or tokens[at].text in ".,;!)" or tokens[at].low in {"too", "also", "instead"}


def _only_later(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "… can't get here before 12.15" comes, and late."""
    for position in range(at, min(at + 5, end - 1)):
        if tokens[position].low in {"before", "until", "till"}:
            return tokens[position + 1].text[0].isdigit() or tokens[position + 1].low in {
                "midday",
                "noon",
                "lunch",
                "about",
            }
    return False


def _other_day(tokens: Sequence[Token], at: int, end: int) -> Verdict | None:
    """As in "… cannot make the 9th but could do the 11th": another day is a yes to coming."""
    for position in range(at, min(at + 10, end - 1)):
        if tokens[position].low == "but":
            found = after(tokens, position + 1, end, is_self=False)
            return found if found is not None and found.stance is Stance.ATTENDS else None
    return None


def _predicate_begins(tokens: Sequence[Token], at: int, end: int) -> bool:
    position = at
    while position < end and tokens[position].low == "(":
        position = _bracket_end(tokens, position, end)
    if position < end and tokens[position].low in _PREPOSITIONS:
        reach = range(position + 1, min(end, position + 7))
        position = next((i for i in reach if tokens[i].low in AUXILIARIES), position)
    while position < end and (tokens[position].low in SKIPPED or tokens[position].low == ")"):
        position += 1
    if position >= end:
        return False
    if tokens[position].low in _BEGINS:
        return True
    return tokens[at].low in {",", "who"} and any(token.low in {"who", "who's"} for token in tokens[at : at + 3])


def _perhaps_follows(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "… if she's not teaching", "(tbc)", "hopefully": what takes a promise half back."""
    for position in range(at, min(at + 10, end)):
        low = tokens[position].low
        if low in {"but", "so", "and", ";"} and position > at:
            return False
        if low in {"if", "unless"}:
            return _COURTESY.isdisjoint(token.low for token in tokens[position : position + 6])
        if low in _HALF:
            names_next = position == end - 1 and end < len(tokens) and tokens[end].capital
            return not names_next
    return False


def _outside_brackets(tokens: Sequence[Token], at: int, end: int) -> Iterator[int]:
    while at < end:
        if tokens[at].low == "(":
            at = _bracket_end(tokens, at, end)
            continue
        yield at
        at += 1


def _bracket_end(tokens: Sequence[Token], at: int, end: int) -> int:
    return next((i + 1 for i in range(at, min(at + 40, end)) if tokens[i].low == ")"), at + 1)
