"""What only looks like taking part or staying away: a thought, a slot, a thing moved, a yes to something else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.people_stance_words import SKIPPED
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import Token


def of_something_else(tokens: Sequence[Token], position: int, end: int) -> bool:
    """As in "is retired", "has moved his shift", "is out of lessons then": it keeps nobody away."""
    low, before = tokens[position].low, tokens[position - 1].low
    behind = [token.low for token in tokens[position + 1 : min(end, position + 4)]]
    if low == "retired":
        return before in {"is", "'s", "being", "now", "are", "she's", "he's"}
    if low in {"stepped", "stood"} and behind[:1] in (["in"], ["into"], ["up"], ["forward"]):
        return True
    if low == "left" and before in {"his", "her", "their", "the", "your", "my"}:
        return True
    if low == "teaching" and (before in {"our", "the", "of", "for"} or behind[:2] == ["and", "learning"]):
        return True
    if low == "stood" and behind[:1] in (["there"], ["ready"], ["waiting"]):
        return True
    if low == "off" and behind[:1] in (["shift"], ["duty"], ["timetable"], ["rota"], ["work"]):
        return True
    if low == "out" and behind[:1] == ["of"]:
        return not _LESSONS.isdisjoint(behind)
    return low in _HAS_DONE and bool(behind) and behind[0] in _WHAT_IS_MOVED


_LESSONS = word_set("class lessons lesson timetable the hours")
_HAS_DONE = word_set("moved cancelled swapped dropped left declined removed withdrawn")
_WHAT_IS_MOVED = word_set("his her their its a an another some things everything my our two one")


_THOUGHTS = word_set(
    "afraid think believe know suppose guess gather hear understand presume assume imagine reckon see note feel fear"
)


def only_thinks(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "I'm afraid", "I think", "I've just heard": what follows is said of somebody else."""
    while at < end and (tokens[at].low in _AROUND_A_THOUGHT or tokens[at].low in SKIPPED):
        at += 1
    follows = tokens[at + 1].low if at + 1 < end else "."
    return at < end and tokens[at].low in _THOUGHTS and follows not in {"i", "i'll", "we", "we'll"}


_AROUND_A_THOUGHT = word_set("'m am do 've have should would 'd can heard")


_SLOTS = word_set(
    "option options slot slots date dates monday tuesday wednesday thursday friday mon tue tues wed weds thu thurs fri"
)


def of_the_slots(tokens: Sequence[Token], position: int, end: int) -> bool:
    """As in "… and option 1 is free": the clause turns to the slots."""
    behind = [token.low for token in tokens[position + 1 : min(end, position + 3)]]
    return tokens[position].low in {"and", "then", "so"} and any(word in _SLOTS for word in behind)


BEING_THERE = word_set("be is are 's 're 'm am being been")


def of_the_visit(tokens: Sequence[Token], position: int, end: int) -> bool:
    """As in "will be in the meeting", "won't be at your visit"."""
    behind = [token.low for token in tokens[position + 1 : min(end, position + 4)]]
    return bool(behind) and behind[0] in {"the", "your", "this", "that"} and not _MEETINGS.isdisjoint(behind[1:])


_MEETINGS = word_set("meeting visit discussion session room")
_ASKED = word_set("asked invited approached roped governor governors govs gov chair chairman trustee")


def was_asked(tokens: Sequence[Token], position: int) -> bool:
    """Whether a "said yes" answers our wish for people: the others say yes to a date."""
    return any(token.low in _ASKED for token in tokens[max(0, position - 28) : position])
