"""Somebody who only opens the door, makes the tea or shows where to park: met on the day, and no part of the visit."""

from __future__ import annotations

import re

from bot.reading.guarded import Watch, lowered, phrasing

_WILL = (
    r"[^.;!?\n]{0,30}?(?: will|['’]ll| can| is going to| has kindly offered to| has offered to| is on hand to|"
    r" to|, who will)(?: be there to| be on hand to| kindly)? "
)
_ALSO = (
    r"(?![^.;!?\n]{0,90}\b(?:and|then|before|she['’]ll|he['’]ll) (?:\w+ )?(?:join\w*|sit\w*|stay\w*|attend\w*|"
    r"tak\w+ part|"
    r"meet\w*|talk\w*|be (?:there|with)|bring you|take you|show you round|see you)\b)"
)
"""Nothing of which may follow, for then the one at the gate comes along."""
OPENS_DOORS = (
    phrasing(
        "meet|greet|collect|fetch|pick",
        rf"{_WILL}(?:meet|greet|collect|fetch|pick) (?:you|them|him|her)(?: up)? (?:at|from|by|in|"
        rf"outside) (?:the )?(?:\w+ )?"
        rf"(?:gates?|barrier|car park|carpark|station|bus stop|lodge|kerb|road)\b{_ALSO}",
        re.IGNORECASE,
    ),
    phrasing(
        "let |buzz|sign |show you|point you|direct you|badge|lanyard|pass|permit|wave you|open ",
        rf"{_WILL}(?:let (?:you|u|them|him|her) (?:in|through|into|up)|buzz (?:you|u|them)|sign (?:you|u|them)|"
        rf"wave you|point you|direct you|"
        rf"show you (?:where to|to (?:the|your|a) (?:\w+ )?(?:room|office|space|bay|parking)|the way)|open (?:up|the)|"
        rf"have your (?:\w+ )?(?:badge|lanyard|pass)|give you (?:a|your) (?:\w+ )?(?:badge|lanyard|pass|"
        rf"permit))\b{_ALSO}",
        re.IGNORECASE,
    ),
    phrasing(
        "tea|coffee|lunch|sandwich|refreshment|drinks|cake|kettle|biscuits|space",
        rf"{_WILL}(?:do|bring|sort|provide|serve|organise|lay on|save|keep|have)(?: you)? (?:the |some |you |a |"
        rf"us )?"
        rf"(?:\w+ )?(?:teas?|coffees?|lunch|sandwiches|refreshments|drinks|cakes?|kettle|biscuits|parking space|"
        rf"space)\b{_ALSO}",
        re.IGNORECASE,
    ),
)
_WATCH = Watch(each.pieces for each in OPENS_DOORS)
_BEHIND = re.compile(r"[^.;!?\n]*")


def only_opens_doors(text: str, end: int) -> bool:
    """Whether the words of a letter behind a mention that ends at `end` say no more of somebody than that."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    return any(OPENS_DOORS[at].pattern.match(text, end) for at in _WATCH.found_in(lowered(behind[0])))
