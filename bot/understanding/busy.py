"""Whole stretches that are taken up: "all our mornings are phonics", told by somebody who asks for other days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.model import Part, Slot
from bot.understanding.findings import Findings
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Said, Stance
from bot.understanding.words import Word

_BUSY = one_of(
    "teach teaches teaching taught class lesson lessons timetable timetabled phonics cover covering intervention "
    "interventions assembly assemblies panel panels swimming forest training exam exams mock mocks sats assessment "
    "assessments moderation inset trip trips residential rehearsal rehearsals choir duty clinic court booked busy full "
    "maths english reading ppa tests testing inspection ofsted parents' university uni college sacred out off away "
    "conference studying study placement elsewhere moderators clinics hospital nursery"
)
_SETS = frozenset({"any", "these", "all"})
_HALVES = frozenset({"mornings", "afternoons"})


def taken_up(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """Where another day is asked for and none accepted, what is said to be busy in general refuses what it covers."""
    if found.accepted or not found.proposed or ground.agreed is not None:
        return
    for said in saids:
        clause = {word.text for word in words[said.clause.first : said.clause.last]}
        if said.stance is Stance.NEWS and clause & _BUSY:
            for slot in _covered(said.mentions, words, ground):
                found.refused.setdefault(slot, said)


def _covered(mentions: Sequence[Mention], words: Sequence[Word], ground: Ground) -> Iterator[Slot]:
    """The offered slots in the weekdays, halves or set that these mentions name in general."""
    weekdays = {day for m in mentions if m.shape in (Shape.WEEKDAY, Shape.PATTERN) for day in m.weekdays}
    parts = {m.part for m in mentions if m.shape is Shape.PART and words[m.last - 1].text in _HALVES and m.part}
    whole = any(m.shape is Shape.SET and m.rule in _SETS for m in mentions)
    days = any(m.shape is Shape.DAY for m in mentions)
    if days or not (weekdays or parts or whole):
        return
    for slot in ground.offered:
        on_day = not weekdays or slot.date.weekday() in weekdays
        if on_day and slot.part in (parts or set(Part)):
            yield slot
