"""Stretches whose edge is something that happens on a day: "after the exams finish on 25 June"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.understanding.phrases import one_of
from bot.understanding.places import Place, Stretch, one_day
from bot.understanding.words import Sort

_ENDS = one_of(
    "finish finishes finished end ends ended conclude concludes close closes complete completes stop stops leave "
    "leaves goes"
)
_BEGINS = one_of(
    "start starts started begin begins began kick kicks open opens arrive arrives come comes reopen reopens resume "
    "resumes return returns returned back land lands join joins"
)
_OVER = one_of("over done finished gone back through complete finalised in off")
_WENT = one_of("go leave set head depart close break start begin move welcome host run hold have travel take")
_BEING = one_of("is are have has had")
_LEADING = one_of("in on ( by around about here off up again from -")
_FARTHEST = 9
_STOPS = frozenset({".", "!", "?", ";", ",", "\n"})


def happening(here: Place) -> Stretch | None:
    """The day on which something ends or begins, told behind the verb: "(after) study leave kicks in (17 May)"."""
    for verb in _verbs(here):
        found = _day_behind(here, verb)
        if found is not None:
            return found
    return None


def _day_behind(here: Place, verb: int) -> Stretch | None:
    """The day right behind the verb that stands so far on."""
    place = here.on(verb + 1)
    while place.text() in _LEADING or place.text() in _OVER:
        place = place.on(1)
    dated = place.text(-1) in ("on", "(", "by", "from", "in", "around", "about")
    day = one_day(place) if dated else None
    if day is None or day.rule == "weekday":
        return None
    ends = here.text(verb) in _ENDS or here.text(verb) in _OVER or here.text(verb) in _BEING
    return day._replace(rule="end of something" if ends else "begin of something")


def departure(here: Place) -> Stretch | None:
    """The day on which the school does something: "(before) we go to Whitby on the 24th"."""
    if here.text() not in ("we", "the", "our", "i", "they", "everyone", "half", "most", "y6", "year"):
        return None
    for step in range(1, _FARTHEST):
        if here.text(step) in _STOPS or not here.text(step):
            return None
        day = one_day(here.on(step + 1).past("the")) if here.text(step) == "on" and step > 1 else None
        if day is not None:
            return None if day.rule == "weekday" else day._replace(rule="begin of something")
    return None


def _verbs(here: Place) -> Iterator[int]:
    """How far on the verbs of what happens may stand, up to the end of the sentence."""
    for step in range(1, _FARTHEST):
        text = here.text(step)
        if text in _STOPS or not text or here.words[here.at + step].sort is Sort.BREAK:
            return
        if text in _ENDS or text in _BEGINS or (text in _BEING and here.text(step + 1) in _OVER):
            yield step
