"""The visitor told when to come: where that is not when the accepted slot is, one of the two is a slip of the pen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.model import Slot
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.words import Sort, Word

_AWAITING = frozenset(
    [
        *((verb, "you") for verb in one_of("see meet greet expect expecting seeing meeting welcome awaiting for")),
        *(("you", verb) for verb in one_of("arrive come get reach land visit")),
        *(("you're", place) for place in one_of("here in coming with visiting")),
        *(("your", thing) for thing in one_of("arrival visit")),
    ]
)
_DIRECTING = one_of("park come report ring buzz press use sign ask pop head enter bring wear avoid")
_BEFORE_A_DIRECTION = one_of("p s ps please so and just do but also oh nb n b")
_OTHER_GATHERINGS = one_of(
    "meeting meetings forum training conference network briefing cluster course event panel review pep peps hearing "
    "surgery call phone zoom teams drinks pub"
)
_NOT_THAT_DAY = one_of("last every each most not other any before after until by since except instead than")


def awaited_at_another_time(
    words: Sequence[Word], mentions: Sequence[Mention], slots: Sequence[Slot], *, refused: bool = False
) -> bool:
    """Whether the words of a clause await the visitor on a day, or at an hour, at which none of the slots is.

    Such as "Park on the verge Thursday" beside a yes to the Wednesday. `mentions` are the clause's own. What is
    `refused` there is refused of the visit, unless the clause only directs: "Park on the verge, ... will be full".
    """
    texts = [word.text for word in words if word.sort is not Sort.MARK]
    if not _OTHER_GATHERINGS.isdisjoint(texts):
        return False
    awaited = not refused and not _AWAITING.isdisjoint(pairwise(texts))
    opening = next((text for text in texts if text not in _BEFORE_A_DIRECTION), "")
    if not awaited and opening not in _DIRECTING:
        return False
    return any(_is_another(mention, slots, clock=awaited) for mention in mentions)


def stands_for_that_day(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a day is meant itself, and not the days around it: "every Thursday", "after Thursday"."""
    before = words[mention.first - 1].text if mention.first else ""
    return before not in _NOT_THAT_DAY and not words[mention.first].text.endswith("days")


def _is_another(mention: Mention, slots: Sequence[Slot], *, clock: bool) -> bool:
    if mention.shape is Shape.WEEKDAY:
        return {slot.date.weekday() for slot in slots}.isdisjoint(mention.weekdays)
    if mention.shape is Shape.DAY:
        return bool(mention.days) and {slot.date for slot in slots}.isdisjoint(mention.days)
    if mention.rule != "clock" or not clock or mention.part is None:
        return False
    return all(slot.part is not mention.part for slot in slots)
