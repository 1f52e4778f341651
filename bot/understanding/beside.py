"""Sentences that are plainly about something else than the visit's date: the library, the roadworks, who will come.

What is doubted, promised or checked in such a sentence holds back no yes: "Hopefully the roadworks will have gone".
What a visit may hang on (cover, a room that is free) is never beside the point.
"""

from __future__ import annotations

from collections.abc import Set

from bot.understanding.aside_words import ARRIVAL, ROOMS, WEATHER
from bot.understanding.everyday_words import THINGS
from bot.understanding.phrases import one_of

_OF_THE_VISIT = one_of(
    "it it's it'll it'd that this these those that's that'll that'd date dates day days slot slots option options "
    "visit visits visiting visited diary diaries calendar calendars booking appointment available availability "
    "free possible ok okay fine yes no agreed agree agrees suitable suits suit works work time times session "
    "moved move change changed rearrange reschedule cancel cancelled postpone postponed confirmation ahead "
    "happen happens happening"
)
"""Words by which a sentence may speak of the visit after all."""
_MEANS = one_of(
    "cover supply staffing timetable release released budget permission approval head headteacher heads principal "
    "ht slt trust boss ofsted inspection inspectors strike closure closed shut"
)
"""What a visit may hang on."""
_COMPANY = one_of(
    "attendees attendee names name list trainee trainees student students pupil pupils children governor governors gov "
    "colleague colleagues team who whom roles role minutes late lateness early sandwiches"
)
"""Who comes along, and how punctually."""
_BESIDE = (THINGS | ARRIVAL | WEATHER | _COMPANY) - {"pencil", "pencils"}


_ASKED = one_of(
    "ask asked asking check checking consult consulted speak approve clear run decide replied replies heard"
)
_TO_NAME = one_of("name names who which whom attendees attendee list")
_OTHERS = one_of("governor governors gov chair colleague colleagues team children pupils")


_OF_THE_VISIT_AND_MEANS = _OF_THE_VISIT | _MEANS
_BUT_OF_A_GATE = _OF_THE_VISIT | (_MEANS - {"shut", "closed"})


def is_of_arrival(texts: Set[str]) -> bool:
    """Whether such a sentence tells how to get in: "if the gate is shut, press the buzzer"."""
    return any(text.removesuffix("'s") in ARRIVAL for text in texts) and texts.isdisjoint(_BUT_OF_A_GATE)


def is_beside(texts: Set[str]) -> bool:
    """Whether a sentence of these words, in which no day or option is named, is about something else than the date."""
    consulted = bool(_ASKED & texts and _OTHERS & texts) and not _TO_NAME & texts
    if texts & ROOMS and texts & {"which", "what"}:
        texts = texts - {"free", "available"}
    if "nearer" in texts:
        texts = texts - {"time"}
    busy = "then" in texts and "by" not in texts  # "the hall is being used then"
    return bool(_BESIDE & texts) and texts.isdisjoint(_OF_THE_VISIT_AND_MEANS) and not consulted and not busy
