"""What the predicate behind a person says: "will be there", "can't make it", "might join us if she's free"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.understanding.people_circumstances import (
    BEING_THERE,
    of_something_else,
    of_the_slots,
    of_the_visit,
    only_thinks,
    was_asked,
)
from bot.understanding.people_doings import (
    LESSONS,
    OTHERS_SUBJECTS,
    WANTING,
    WHO,
    asks_on,
    by_what_follows,
    has_only,
    of_our_side,
    of_things,
)
from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_stance_words import (
    ABSENCE,
    ABSENT_PAIRS,
    ALONE,
    ATTENDING,
    ATTENDING_OTHERS,
    ATTENDING_PAIRS,
    ATTENDING_SELF,
    AUXILIARIES,
    BOUNDARIES,
    ELLIPTIC,
    FITTING,
    IN_WHERE,
    LEAVES_AT,
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
_OFOTHERS_SUBJECTS = ATTENDING | ATTENDING_OTHERS
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
        kindly has volunteered offered says said had bring bringing remains steps stepping
        stands insists insisted fancies intends means plans asks begged jumped leapt chose loves loved volunteers
        undertakes vowed swears pledged promises promised arranged manages managed wishes hopes knows holds holding
        fronts turns lives came"""
    )
)
_PREPOSITIONS = word_set("from of in on at :")
_AWAY = word_set("out off away")
_BEING = word_set("be is 's are am 'm was been now both all still currently just also going gone hes shes")
_APOLOGIES = word_set("apologies apols")
_FINE = word_set("ok okay fine good alright agree agrees leave bear it great perfect works")
_OPEN_QUESTION = word_set("who whom what when where how whether")
_OPENING = word_set("know confirm tell say ask decide see check advise")
_NOT_OF_I = word_set("said says is are his her their")
_TO_WHOM = word_set("you everyone people visitors")
_ONLY_AGREED = word_set("yes confirmed agreed accepted volunteered")
_NO_DENIAL = word_set("doubt less fewer end trouble problem worries")
"""Behind these a "no" denies nothing: "will no doubt ask more questions than you"."""
_HALF = word_set("hopefully probably tbc provided fingers maybe possibly perhaps")
_COURTESY = word_set("so needed ok okay alright fine convenient you merrier room space welcome allowed helpful useful")


def after(tokens: Sequence[Token], at: int, end: int, *, is_self: bool) -> Verdict | None:
    """What the predicate from token `at` on says of the people before it; `end` is where others are named."""
    if at < end and tokens[at].low in {"in", "out"} and _clause_ends(tokens, at + 1, end):
        return _ATTENDS if tokens[at].low == "in" else _ELSEWHERE
    at = _verb_at(tokens, at, end)
    if at >= end or not _predicate_begins(tokens, at, end) or (is_self and only_thinks(tokens, at, end)):
        return None
    heard: set[str] = set()
    for position in _outside_brackets(tokens, at, min(end, at + _LONGEST)):
        low = tokens[position].low
        if low == "but" and position + 1 < end and tokens[position + 1].low in AUXILIARIES:
            heard.clear()
            continue
        if (
            low in _PARTING
            and (not heard.isdisjoint(AUXILIARIES) or of_the_slots(tokens, position, end))
            and _new_clause(tokens, position, end)
        ):
            return None
        if _turns_to_others(tokens, position, end, heard) if is_self else of_our_side(tokens, position, end):
            return None
        if low in _OPEN_QUESTION and not heard.isdisjoint(_OPENING):
            return None
        asked = low == "if" and (
            tokens[position - 1].low == "asked" or (position > at and heard.isdisjoint(AUXILIARIES))
        )
        behind = tokens[position + 1].low if position + 1 < end else ""
        if not asked and not (low == "no" and behind in _NO_DENIAL):
            heard.add(low)
        found = _decided(tokens, position, end, heard, is_self=is_self) if low in _DECISIVE else None
        if found is not None:
            return found
    return None


def _turns_to_others(tokens: Sequence[Token], position: int, end: int, heard: set[str]) -> bool:
    """Whether the writer speaks of others from here on: "I'd love her to come", "I've a man who'll come"."""
    low = tokens[position].low
    if low in _OBJECTS and tokens[position - 1].low in _WISHING:
        return True
    return low in WHO or low in OTHERS_SUBJECTS or (low == "," and asks_on(tokens, position, end, heard))


_DECISIVE = (
    word_set("diary diaries calendar calendars in at leave tell going was were done finished away gone off")
    | frozenset(second for _, second in ATTENDING_PAIRS | ABSENT_PAIRS)
    | _OFOTHERS_SUBJECTS
    | _OF_SELF
    | ELLIPTIC
    | ALONE
    | ABSENCE
    | _APOLOGIES
    | word_set("be")
)
"""The words at which `_decided` can decide anything."""


def _decided(tokens: Sequence[Token], position: int, end: int, heard: set[str], *, is_self: bool) -> Verdict | None:
    if "going" in heard and not heard.isdisjoint(_ONCE_MEANT):
        return _PERHAPS
    if _takes_part(tokens, position, end, is_self=is_self):
        return _with_reserve(tokens, position, end, heard)
    return None if is_self else _stays_away(tokens, position, end, heard)


def _with_reserve(tokens: Sequence[Token], position: int, end: int, heard: set[str]) -> Verdict:
    """What is left of a word of taking part beside a "not", a "perhaps" or a "but"."""
    negated = not heard.isdisjoint(NEGATIONS)
    if negated and "or" in heard and not heard.isdisjoint(PERHAPS_WORDS):
        return _PERHAPS
    if negated and tokens[position].low in _ONLY_AGREED:
        return _PERHAPS
    if negated and not _only_later(tokens, position + 1, end):
        return _other_day(tokens, position + 1, end) or _ABSENT
    if not negated and _taken_back(tokens, position + 1, end):
        return _ABSENT
    perhaps = not heard.isdisjoint(PERHAPS_WORDS) or _perhaps_follows(tokens, position + 1, end)
    return _PERHAPS if perhaps and not negated else _ATTENDS


def _stays_away(tokens: Sequence[Token], position: int, end: int, heard: set[str]) -> Verdict | None:
    """What a word says that is none of taking part: an elliptic "but Duncan is", or that somebody is elsewhere."""
    low = tokens[position].low
    if low in ELLIPTIC and tokens[position - 1].low in _INVERTING:
        return None
    alone = low in ALONE and len(heard - SKIPPED) <= 1 and _stops(tokens, position + 1)
    alone = alone and _ASKING.isdisjoint([token.low for token in tokens[max(0, position - 6) : position]])
    if alone or (low in ELLIPTIC and _clause_ends(tokens, position + 1, end)):
        return _ABSENT if low in NEGATIONS else _ATTENDS
    if low == "be" and tokens[position - 1].low in _WILL and _in_contrast(tokens, position, end):
        return _ATTENDS
    leaves = _goes_at(tokens, position + 1, end)
    away = low in ABSENCE and heard.isdisjoint(NEGATIONS) and not heard.isdisjoint(AUXILIARIES)
    away = away and not leaves and not of_something_else(tokens, position, end)
    away = away and tokens[position - 1].low not in {"a", "an"}  # "she's a retired GP"
    away = (away and (low not in _AWAY or tokens[position - 1].low in _BEING)) or low in _APOLOGIES
    pair = (tokens[position - 1].low, low) in ABSENT_PAIRS and not leaves
    return (_other_day(tokens, position + 1, end) or _ELSEWHERE) if away or pair else None


_WILL = word_set("will 'll")
_CONTRAST = word_set("but though although whereas however")


def _in_contrast(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "I won't be there but Mr Laurence will be": all that is said of him is that he is other than the first."""
    stops = _clause_ends(tokens, at + 1, end) or tokens[at + 1].text in "-–—("
    return stops and not _CONTRAST.isdisjoint(token.low for token in tokens[max(0, at - 8) : at])


_INVERTING = word_set("nor neither so as")
_OBJECTS = word_set("him her them you someone somebody everyone people")
_WISHING = word_set("love like want need prefer expect rather have get wish")


def _goes_at(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "must be away by 10.45": somebody is there until then."""
    if at + 1 >= end or tokens[at].low not in LEAVES_AT:
        return False
    return tokens[at + 1].text[0].isdigit() or tokens[at + 1].low in {"midday", "noon", "lunch", "lunchtime", "half"}


_ASKING = word_set("how what where who which as than whether if")


def _stops(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in ".,;!\n"


_ONCE_MEANT = frozenset({"was", "were"})
_HABITS = frozenset({"come", "attend", "join"})
"""What the writer does as a rule where no "will" stands before: "I come in on Tuesdays"."""


_PARTING = BOUNDARIES | {"and", "then"}
"""The words at which a clause may begin."""


def _new_clause(tokens: Sequence[Token], position: int, end: int) -> bool:
    low = tokens[position].low
    if low in BOUNDARIES:
        return True
    if low not in {"and", "then"} or position + 1 >= end:
        return False
    return tokens[position + 1].low in NEW_SUBJECTS or of_the_slots(tokens, position, end)


def _takes_part(tokens: Sequence[Token], position: int, end: int, *, is_self: bool) -> bool:
    """Whether the word at `position`, with its neighbours, is one of taking part."""
    low, before = tokens[position].low, tokens[position - 1].low
    follows = tokens[position + 1].low if position + 1 < end else "."
    known = by_what_follows(tokens, position, end)
    if known is not None:
        return known and not is_self
    if low in {"in", "at"} and before in BEING_THERE and of_the_visit(tokens, position, end):
        return True
    if (before, low) in ATTENDING_PAIRS:
        return _pair_holds(tokens, position, follows, is_self=is_self)
    if is_self and _only_of_me(tokens, position, end):
        return False
    if of_things(tokens, position, end):
        return False
    barred = before in NOT_AFTER.get(low, ()) and not (before == "to" and tokens[position - 2].low in WANTING)
    if low not in (_OF_SELF if is_self else _OFOTHERS_SUBJECTS) or barred:
        return False
    if before == "to" and tokens[position - 2].low in _TO_WHOM:
        return False
    return follows not in UNFITTING.get(low, ()) and (low not in FITTING or follows in FITTING[low])


def _only_of_me(tokens: Sequence[Token], position: int, end: int) -> bool:
    """Whether a word of taking part says none of the writer: what is deputed, done as a rule, or read."""
    low, before = tokens[position].low, tokens[position - 1].low
    if low.startswith("deputi") or (low in _HABITS and before == "i"):
        return True
    if low == "come" and position + 2 < end and [t.low for t in tokens[position + 1 : position + 3]] == ["up", "with"]:
        return True
    if has_only(tokens, position):
        return True
    if low == "meeting" and (position + 1 >= end or tokens[position + 1].low not in _YOURS):
        return True
    if before != "to" or low != "sit":
        return False
    behind = [token.low for token in tokens[position + 1 : min(end, position + 3)]]
    return behind[:1] == ["down"] and not _READING.isdisjoint(behind)


def _pair_holds(tokens: Sequence[Token], position: int, follows: str, *, is_self: bool) -> bool:
    """Whether a pair of words that can mean taking part does so here, by its neighbours."""
    before, low, earlier = tokens[position - 1].low, tokens[position].low, tokens[position - 2].low
    if (is_self and before in _NOT_OF_I and low != "yes") or (before in {"take", "taking"} and follows in LESSONS):
        return False
    if low == "yes":
        return was_asked(tokens, position) and follows not in {"to", "for"}
    if (before, low) == ("only", "one"):
        return is_self and (follows in _ALONE_THERE or follows in ".,;!")
    if (before, low) == ("like", "to"):
        return not is_self and follows in _LIKED
    if before == "with":
        return earlier not in _FINE and (low == "me" or not is_self or earlier in _THERE or earlier in _BEING)
    if low in {"in", "hand"}:
        return _place_holds(before, low, earlier, follows, is_self=is_self)
    behind = _ONLY_BEHIND.get((before, low))
    return behind is None or earlier in behind


def _place_holds(before: str, low: str, earlier: str, follows: str, *, is_self: bool) -> bool:
    """The same of "be in", "count him in" and "to hand"."""
    if low == "hand":
        return before != "to" or follows not in {"the", "over", "it", "in", "out", "you", "them"}
    if before in {"him", "her", "them", "me"}:
        return earlier in {"count", "counted", "counting"}
    return not is_self and (before != "be" or follows in IN_WHERE)


_THERE = word_set(
    "on own alone solo there here in sit sitting stay staying along time throughout day morning afternoon session "
    "meet meeting"
)
_ALREADY = word_set("well really definitely quite totally absolutely always")
_BY_ME = frozenset({"at", "by"})
_ONLY_BEHIND = {
    ("up", "for"): _BEING | _ALREADY,
    ("my", "side"): _BY_ME,
    ("my", "elbow"): _BY_ME,
    ("my", "shoulder"): _BY_ME,
}
"""What must stand before these pairs."""
_ALONE_THERE = word_set("there here coming available free around about left able in")
_YOURS = word_set("you your u ya")
_READING = word_set("with and to properly")
"""What is no meeting: "I'm still to sit down with these"."""
_LIKED = word_set(
    "say speak share show be come join attend meet sit take pop help see host receive welcome listen hear talk"
)


def _verb_at(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where the verb is that may say something of coming."""
    if at < end and tokens[at].low in {"and", "&", ","}:
        return _behind_apposition(tokens, at, end)
    plain = at < end and tokens[at].is_word and not _predicate_begins(tokens, at, end)
    return _second_verb(tokens, at, end) if plain else at


def _second_verb(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where a second predicate begins: "… knows everything and will see you"."""
    for position in range(at + 1, min(at + _FAR, end - 1)):
        low = tokens[position].low
        if low in BOUNDARIES or low in _SUBJECTS or tokens[position].text in ",:":
            return at
        if low in {"and", "&"}:
            return position + 1 if tokens[position + 1].low in AUXILIARIES else at
    return at


_FAR = 9
_SUBJECTS = word_set("i we he she they you you'll there")


def _behind_apposition(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where the verb is: "…, parent governor and school cook, will attend"."""
    reach = range(at + 1, min(end - 1, at + 12))
    return next((i + 1 for i in reach if tokens[i].text == "," and tokens[i + 1].low in AUXILIARIES), at)


def _clause_ends(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at >= end or tokens[at].text in ".,;!)" or tokens[at].low in {"too", "also", "instead"}


def _taken_back(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "I'd love to be there but can't"."""
    but = next((i for i in range(at, min(at + 4, end)) if tokens[i].low == "but"), end)
    behind = but + 1 if but < end else end if _but_at(tokens, end) else len(tokens)
    rest = [token.low for token in tokens[behind : behind + 5]]
    if rest and rest[0] in _WHO_IS and not _ELSEWHERE_WORDS.isdisjoint(rest):
        return True
    refusal = next((i for i in range(but, min(but + 4, end)) if tokens[i].low in NEGATIONS & ELLIPTIC), end)
    return refusal < end and _clause_ends(tokens, refusal + 1, end)


_WHO_IS = word_set("i i'm he she he's she's is 'm am we there's")
_ELSEWHERE_WORDS = word_set("on away out off teaching elsewhere leave course funeral at training can't cannot abroad")


def _but_at(tokens: Sequence[Token], end: int) -> bool:
    """Whether a "but" stands right before the next person: "I'd love to be there but I'm on a course"."""
    return 0 < end < len(tokens) and tokens[end - 1].low == "but"


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
    if at + 1 < end and tokens[at].low in _HAVE and tokens[at + 1].low in _IT:
        return True
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


_HAVE = frozenset({"have", "has", "'ve"})
_IT = frozenset({"it", "this", "that", "you", "us"})


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


def _outside_brackets(tokens: Sequence[Token], at: int, end: int) -> Iterable[int]:
    if "(" not in [token.low for token in tokens[at:end]]:
        return range(at, end)
    found: list[int] = []
    while at < end:
        if tokens[at].low == "(":
            at = _bracket_end(tokens, at, end)
            continue
        found.append(at)
        at += 1
    return found


def _bracket_end(tokens: Sequence[Token], at: int, end: int) -> int:
    return next((i + 1 for i in range(at, min(at + 40, end)) if tokens[i].low == ")"), at + 1)
