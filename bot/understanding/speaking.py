"""What a sentence speaks of: its words without those that only seem to name the visit's date.

"She asked me to add that sports day is on if it rains" holds "that", "day" and "it", and says nothing of the visit.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.arranging_words import OF_A_VISIT
from bot.understanding.everyday_words import THINGS
from bot.understanding.phrases import one_of

_POINTED = one_of(
    "is was will would works work suits suit day date one ones morning afternoon week time slot visit may might can "
    "could should has had isn't wasn't won't doesn't fits still does did 'd 's , . ! ?"
)
"""What follows a "that" which points to a day; any other "that" only joins or points to a thing."""
_LEADING = one_of("on by for with after before until about of from like at than to do make manage have")
_HAPPENING = one_of("rains rain snows pours freezes floods thunders hails")
_HANDLED = one_of(
    "find open print read send sent lost lose eat drink use using fix mend wear carry watch heard knows love hate "
    "spell pronounce show showed hide break broke bring brought leave left clean wash tidy count spend sell selling"
)
"""Behind these an "it" is a thing."""
_EVENT_OF = {
    "day": one_of(
        "sports open inset mufti non-uniform uniform book every other busy bad good long rainy wet dry some most photo "
        "election polling may training school working careers transition market bin pay wash father's mother's mental "
        "health history maths science arts red nose pancake dress moving another field my your her his a all rest"
    ),
    "days": one_of(
        "sports open inset these some most other good bad early busy working three two four five ten school"
    ),
    "meeting": one_of("staff governors' governors parents' parents team board trust leadership briefing panel cluster"),
    "visit": one_of("another last previous other home museum zoo library theatre church farm year's return"),
    "visits": one_of("other home school these such museum"),
    "booking": one_of("hall lunch taxi coach online room"),
    "diary": one_of("home reading food school homework"),
    "options": one_of("gcse year menu vegetarian"),
    "option": one_of("vegetarian vegan gluten-free menu lunch"),
    "plan": one_of("care seating fire floor evacuation lesson provision"),
    "plans": one_of("care seating lesson provision holiday wedding building"),
    "slot": one_of("coin money time-tabled"),
}
"""What makes of such a word something else than the visit's date: "sports day", "a staff meeting"."""
_DETERMINERS = one_of(
    "a an any the our my your his her their some no many much enough single one more another new that"
)
_TAKING = one_of("have take need want like do make get see hold offer accept cover use done doing taking having")
_REACH = 4
_NEAR = 8
_BESIDE = 6
_SKY = one_of("snow rain ice fog storm wind sun sunshine weather heatwave thunder sleet hail frost")


def speaking(texts: Sequence[str]) -> set[str]:
    """The words of a sentence, without those that only seem to speak of the visit's date."""
    return {text for at, text in enumerate(texts) if not _only_seems(texts, at)}


def _only_seems(texts: Sequence[str], at: int) -> bool:
    text = texts[at]
    before = texts[at - 1] if at else ""
    after = texts[at + 1] if at + 1 < len(texts) else "."
    if text == "that":
        return bool(before) and after not in _POINTED and before not in _LEADING
    if text in ("it", "it's", "it'll"):
        if not THINGS.isdisjoint(texts[max(at - _BESIDE, 0) : at]) and OF_A_VISIT.isdisjoint(texts[at : at + _BESIDE]):
            return True
        return after in _HAPPENING or before in _HANDLED or not _SKY.isdisjoint(texts[max(at - _NEAR, 0) : at])
    if text in _EVENT_OF:
        return before in _EVENT_OF[text] or (text.startswith("visit") and after == "from")
    return text in _TAKING and _takes_a_thing(texts, at)


def _takes_a_thing(texts: Sequence[str], at: int) -> bool:
    """Whether a verb that may stand for the visit takes a thing or a child: "we do not have any children in Year 4"."""
    reach = texts[at + 1 : at + 1 + _REACH]
    noun = next((n for n, text in enumerate(reach) if text in THINGS), None)
    return noun is not None and noun <= 1 + sum(text in _DETERMINERS for text in reach[:noun])
