"""Places in the list that was offered: "the first one", "the second of your pair", "the latter", "the last of them"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.date_words import COUNT, ORDINAL_WORD
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.words import Sort, Word

_THINGS = "one|ones|option|options|date|dates|slot|slots|suggestion|suggestions|time|times|day|days|appointment|choice"
_PLACES = PhraseTable(
    {
        "first": """
            the (earlier|former|first) of (the|those|these|your) (two|three|four) ; the opener
            (one|date|slot) at the top (of ... list)? ; top (one|of+the+list|of+your+list|date|slot)
            top of the (bill|pops|menu) ; (earliest|soonest) (of+the+lot|possible|available)? (please|you+have)
            (earlier|former|earliest|soonest) (one|date|slot|option|suggestion|proposal|day)
            the (former|earlier|earliest|soonest) ; (former|earliest|soonest) ; first (of|on) ... list
            (former's|former'd) ; the (former's|former'd) ; the earlier (please|is|works|suits|would|will|then)
            number one on ... list ; the earlier one ; (as+early+as+possible)
            (the|your) (opening|initial) (offer|suggestion|date|slot|option|proposal|bid|one)
        """,
        "last": f"""
            the (later|latter|last) of (the|those|these) (two|three|four) ; the (latter|later|latest) ; latter
            (later|latter|latest|last) (one|date|slot|option) (please|, please) ; the later one ; the last
            (latter's|latter'd) ; the (latter's|latter'd) ; the very last (one|{_THINGS})?
            last (of|on) ... list ; (the|your) (closing|bottom) (offer|suggestion|date|slot|option|proposal|one)
            (one|date|slot) at the (bottom|end) (of ... list)? ; bottom (one|of+the+list|of+your+list|date|slot)
            (the|your|that|this) (very)? last (one|option|date|slot|suggestion|proposal|offer)
            last (one|option|slot) ... list ; last one
            the (final|last|latest|latter|later) (one|option|date|slot|suggestion|proposal|offer) ; latest
            (the|your) final (one|option|date|slot|suggestion|proposal|offer) ; final (option|slot|date) please
        """,
        "second last": """
            the? (last but one|penultimate|second last|next to last|second to last) (one|date|slot|option)?
        """,
        "middle": f"""
            the? middle ({_THINGS}) ; the middle ; (one+in+the+middle) ; (slot|date|option) in the middle
            the meat in the sandwich ; (the|your) centre (one|slot|date|option)
        """,
    }
)  # fmt: skip
PLACE_FIRSTS = _PLACES.firsts | one_of("last final latter former earlier later earliest latest top bottom very")
"""The words that a place may begin with, beside an ordinal."""
AFTER_BARE = one_of(
    "please is are would works work suits will for thanks looks seems be of if as ok fine good great and or , . ! "
    "? - ; ) on at it we i from best perfect sounds too also yes no not clashes falls lands coincides doesn't isn't "
    "won't can't has wins sits suits fits goes wouldn't couldn't"
) | {"\n"}
"""The words that may follow a place or a number that stands for a slot."""
_AFTER_PLACE = one_of(
    "one one's offer proposal option date slot suggestion ones dates options slots possibility alternative listed "
    "offered appointment option's date's slot's"
)
_LONE = frozenset({"\n", ".", "!", ",", "please", "thanks"})

_WITHIN = "(of|from|in|on|among) (the|your|these|those|that|this)?"
_OF_A_SET = PhraseTable(
    {
        "of a set": f"""
            {_WITHIN} (very|lovely|kind|proposed|offered|suggested)? (pair|trio|threesome|foursome|quartet|duo|list)
            {_WITHIN} (very|lovely|kind|proposed|offered|suggested)? (lot|bunch|set|selection|batch|suggestions)
            {_WITHIN} (very|lovely|kind|proposed|offered|suggested)? (proposals|offers|offerings|choices|menu|line-up)
            {_WITHIN} (possibilities|alternatives|sequence|email|message) ; of (them|em|those|these|'em|yours)
            (down|up|along|in) (the|your|that)? (list|page|email|menu)? ; down ; from the (top|bottom)
            of ' em ; {_WITHIN} (two|three|four|five) ; {_WITHIN} (two|three|four|five)? (dates|options|slots|ones)
            {_WITHIN} (two|three|four|five)? (days|times|choices|suggestions|possibilities)
        """
    }
)
"""What may follow a place and tell of which list it is."""
_OFFERED = PhraseTable(
    {
        "offered": """
            (that|which)? (you|you've|you+have) (very|so|kindly)? (sent|gave|given|offered|offer|listed|list|suggested)
            (that|which)? (you|you've|you+have) (very|so|kindly)? (suggest|proposed|propose|put|mentioned|quoted)
            (that|which)? (you|you've|you+have) (very|so|kindly)? (sent|gave|given|offered|suggested) (us|me)
            (listed|offered|given|suggested|proposed|sent|mentioned|quoted|shown) (below|above|here|in+your+email)?
            (below|above) ; on (offer|the+list|your+list|the+table) ; in (your|the) (list|email|message)
        """
    }
)
"""What may follow a slot's place and tell that it was offered."""
_DATING = one_of("month months year term week weeks half weekend lessons lesson")


def option_mention(first: int, last: int, number: int, ground: Ground, rule: str) -> Mention:
    """Words `first` to `last` that name the slot of that number, known or not."""
    known = 1 <= number <= len(ground.offered)
    return Mention(Shape.OPTION, first, last, rule, options=(number,), clash=not known)


def ordinal(words: Sequence[Word], texts: Sequence[str], at: int, ground: Ground) -> Mention | None:
    """Such as "the 2nd date", "the third one on your list", in words that a date has taken."""
    following = texts[at + 1] if at + 1 < len(words) else ""
    last = at + 2 if following in _AFTER_PLACE else _behind_the_list(texts, at + 1)
    word = words[at]
    if last <= at + 1:
        return None
    number = int(word.text[:-2]) if word.sort is Sort.ORDINAL else ORDINAL_WORD[word.text]
    if following not in _AFTER_PLACE and number > len(ground.offered):
        return None
    return option_mention(at, _behind_the_list(texts, last), number, ground, "place in the list")


def _behind_the_list(texts: Sequence[str], at: int) -> int:
    """The place behind "of your pair", "on your list", "you sent us"; `at` where no such words stand."""
    hit = _OF_A_SET.at(texts, at, at + 9) if at < len(texts) else None
    last = hit[1] if hit is not None else at
    if last < len(texts) and texts[last] in _DATING:
        return at
    more = _OFFERED.at(texts, last, last + 7) if last < len(texts) else None
    return more[1] if more is not None else last


def _several(texts: Sequence[str], at: int, size: int) -> Mention | None:
    """Such as "the first two", "the last two dates": several options at one end of the list."""
    lead = at + (texts[at] in ("the", "your"))
    if lead + 1 >= len(texts) or texts[lead] not in ("first", "last") or lead == at:
        return None
    count = COUNT.get(texts[lead + 1], 0) if texts[lead + 1] in ("two", "three", "couple") else 0
    behind = texts[lead + 2] if lead + 2 < len(texts) else "."
    if not 1 < count < size or (behind not in AFTER_BARE and behind not in _AFTER_PLACE):
        return None
    last = lead + 2 + (behind in _AFTER_PLACE)
    numbers = tuple(range(1, count + 1)) if texts[lead] == "first" else tuple(range(size - count + 1, size + 1))
    return Mention(Shape.OPTION, at, last, "places in the list", options=numbers)


def placed(words: Sequence[Word], texts: Sequence[str], at: int, ground: Ground) -> Mention | None:
    """Such as "the first one", "your second date", "the latter", "the middle one", "last of the bunch"."""
    number = ORDINAL_WORD.get(texts[at], 0)
    if words[at].sort is Sort.ORDINAL:
        number = int(texts[at][:-2])
    if 0 < number < 6 and (number > 1 or texts[at + 1 : at + 2] not in (["two"], ["three"])):
        found = _counted(texts, at, number, ground)
        if found is not None or texts[at + 1 : at + 2] not in (["of"], ["on"]):
            return found
    following = texts[at + 1] if at + 1 < len(texts) else ""
    if _EDGES.isdisjoint(texts[at : at + 3]) and not _PLACES.may_begin(texts[at], following):
        return None
    return _several(texts, at, len(ground.offered)) or _at_an_end(texts, at, ground)


def _counted(texts: Sequence[str], at: int, number: int, ground: Ground) -> Mention | None:
    """Such as "the second one", "your third", "first please", "second of your pair"."""
    following = texts[at + 1] if at + 1 < len(texts) else "."
    before = texts[at - 1] if at else ""
    if before in ("at", "my"):
        return None
    last = at + 1
    if following in _AFTER_PLACE or texts[at + 1 : at + 3] == ["choice", "down"]:
        last = at + 2 + (texts[at + 2 : at + 3] == ["down"])
    elif (behind := _behind_the_list(texts, at + 1)) > at + 1 and number <= len(ground.offered):
        return option_mention(at, behind, number, ground, "place in the list")
    elif not (_is_led(texts, at) and following in AFTER_BARE):
        return None
    return option_mention(at, _behind_the_list(texts, last), number, ground, "place in the list")


def _is_led(texts: Sequence[str], at: int) -> bool:
    """Whether a bare ordinal stands as a slot's place may: "the second", "First please", or alone."""
    before = texts[at - 1] if at else "\n"
    following = texts[at + 1] if at + 1 < len(texts) else "."
    return before in ("the", "your") or (before == "\n" and following == "please") or (not at and following in _LONE)


_ENDS = {"last": "last", "final": "last", "latest": "last", "later": "last", "latter": "last", "bottom": "last"}
_ENDS |= {"former": "first", "earlier": "first", "earliest": "first", "top": "first", "soonest": "first"}
_ENDS |= {"middle": "middle", "penultimate": "second last"}
_EDGES = _ENDS.keys() | {"first", "last"}
_BY_DATE = one_of("earlier earliest soonest later latest")


def _at_an_end(texts: Sequence[str], at: int, ground: Ground) -> Mention | None:
    """Such as "the latter", "the last of them", "the middle slot"."""
    size = len(ground.offered)
    place = _of_the_set(texts, at) or _PLACES.at(texts, at, at + 7)
    if place is None or not size or (at and texts[at - 1] == "at"):
        return None
    if place[1] < len(texts) and texts[place[1]] in ("the", "week", "half"):
        return None
    if place[0] == "middle" and texts[at - 1 : at] == ["in"] and texts[place[1] : place[1] + 1] == ["of"]:
        return None
    if "top" in texts[at : place[1]] and texts[place[1] : place[1] + 1] == [":"]:
        return None
    if texts[at : place[1]] == ["the", "last"] and place[1] < len(texts) and texts[place[1]] not in AFTER_BARE:
        return None
    places = {"first": 1, "last": size, "second last": size - 1, "middle": (size + 1) // 2 if size % 2 else 0}
    index = places[place[0]]
    ordered = sorted(range(size), key=lambda i: ground.offered[i])
    by_date = any(word in _BY_DATE for word in texts[at : place[1]])
    number = ordered[index - 1] + 1 if by_date and index else index
    return option_mention(at, _behind_the_list(texts, place[1]), number, ground, "place in the list")


def _of_the_set(texts: Sequence[str], at: int) -> tuple[str, int] | None:
    """Such as "the very last of them", "the later of your pair"."""
    place = at
    while place < min(at + 2, len(texts)) and texts[place] in ("the", "very", "your"):
        place += 1
    end = _ENDS.get(texts[place]) if place < len(texts) else None
    if end is None:
        return None
    named = place + 1 + (place + 1 < len(texts) and texts[place + 1] in _AFTER_PLACE)
    hit = _OF_A_SET.at(texts, named, named + 9) if named < len(texts) else None
    if hit is None or (hit[1] < len(texts) and texts[hit[1]] in _DATING):
        return None
    return end, hit[1]
