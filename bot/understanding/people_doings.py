"""What somebody does that only sounds like taking part, and what says it by the words behind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.people_stance_words import AUXILIARIES, LEAVES_EARLY
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import Token

WHO = word_set("who who'd who'll who's whos whod")


def asks_on(tokens: Sequence[Token], at: int, end: int, heard: set[str]) -> bool:
    """As in "while I've got you, would Wednesday be free": behind the comma something else is asked."""
    return at + 1 < end and tokens[at + 1].low in _ASKS and not heard.isdisjoint(AUXILIARIES)


_ASKS = word_set("would could can is are will shall should do does")


def of_our_side(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "has asked me to check", "says there's scaffolding": this tells of others, or of something."""
    low, behind = tokens[at].low, tokens[at + 1].low if at + 1 < end else ""
    if low in {"says", "said"}:
        return behind in _TOLD
    if low not in {"me", "us"} or tokens[at - 1].low not in _ASKED_US:
        return False
    rest = [token.low for token in tokens[at + 1 : min(end, at + 14)]]
    goes_on = any(word == "and" and then in AUXILIARIES for word, then in pairwise(rest))
    return not goes_on and OTHERS_SUBJECTS.isdisjoint(rest)


_TOLD = word_set("there there's theres it it's its the that's can could we you don't please no not what")
_ASKED_US = word_set("asked asks told tells landed reminded instructed warned lumbered begged left got made makes")
OTHERS_SUBJECTS = word_set("they he she they'd they'll he'd he'll she'd she'll they're he's she's")
LESSONS = word_set(
    "pick word point name advice calls coat hand arm time team class classes lesson lessons group assembly register "
    "form year set break playground duty children"
)
_MEETS = frozenset({"meet", "meets", "meeting"})
_OF_THINGS = frozenset({"the", "our", "your", "their", "a", "my", "that"})
_MET_THINGS = word_set("deadline deadlines target targets criteria costs needs requirements standard standards demand")
WANTING = word_set(
    """want wants keen like love happy delighted pleased glad able free going due hopes-to available looking
    eager dying ready itching excited proud thrilled"""
)
_DIARIES = word_set("diary diaries calendar calendars")
_DONE_BY = word_set("done finished away gone")
_GOES_OFF = word_set("shoot dash nip head rush pop zoom run")
_CATERING = word_set(
    """tea teas coffee coffees drinks lunch lunches sandwiches refreshments catering biscuits cakes washing photocopying
    parking badges lanyards signing"""
)
_COMPANIES = word_set("party team trio line-up lineup set picture crew foursome quartet numbers panel group")


def by_what_follows(tokens: Sequence[Token], at: int, end: int) -> bool | None:
    """What others' words say by those behind: "has it in her diary", "must be away by 11", "wants to tell you"."""
    low, before = tokens[at].low, tokens[at - 1].low
    follows = tokens[at + 1].low if at + 1 < end else "."
    if low in _DIARIES and before in {"his", "her", "their", "the"}:
        return tokens[at - 2].low in {"in", "into"}
    if low in _DONE_BY and before == "be" and follows in {"by", "before", "at"}:
        return not {"to", "must"}.isdisjoint(token.low for token in tokens[max(0, at - 4) : at])
    if low == "off" and before in _GOES_OFF and follows in LEAVES_EARLY:
        return tokens[at - 2].low == "to"
    if before != "to" or low not in {"leave", "tell"} or (low == "tell" and follows != "you"):
        return None
    return follows in LEAVES_EARLY if low == "leave" else tokens[at - 2].low in WANTING


def of_things(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a verb's object is no visit: "do the teas", "take the register", "meet the deadline"."""
    low = tokens[at].low
    follows, behind = ([token.low for token in tokens[at + 1 : min(end, at + 3)]] + ["", ""])[:2]
    if low in _MAKING and follows in {"the", "some", "a"}:
        return behind in (LESSONS if low in {"take", "leading"} else _CATERING)
    if low == "complete":
        return behind not in _COMPANIES
    if low in {"welcome", "receive"} and follows in {"your", "the", "our"}:
        return behind in _IDEAS
    return low in _MEETS and follows in _OF_THINGS and behind in _MET_THINGS


_IDEAS = word_set(
    """thoughts views input help advice comments feedback ideas support guidance suggestions opinion opinions news idea
    email letter message training form report data invoice visit chance"""
)
_MAKING = word_set("do doing take bring leading")


def has_only(tokens: Sequence[Token], at: int) -> bool:
    """As in "I've a man coming about the roof", "I've shared it with you": whoever has something does not come."""
    first = next((i for i in range(at - 1, max(-1, at - 14), -1) if tokens[i].low in {"i", "ive"}), -1)
    if first < 0:
        return False
    verb = tokens[first + 1].low if tokens[first].low == "i" else "'ve"
    between = [token.low for token in tokens[first + 2 : at]]
    return verb in {"'ve", "have"} and between[:1] not in (["to"], ["said"], ["agreed"]) and "to" not in between
