"""What a letter only leans to, asks or thinks of, told by single clauses; `facts` puts it together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.clauses import Clause
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.reading import Reading
from bot.understanding.said import Hit
from bot.understanding.stance_words import Cue
from bot.understanding.words import Sort

_ASKING_US = (["can", "you"], ["could", "you"], ["would", "you"])
_TELLING = one_of("tell explain clarify say advise remind send clear outline share")
_COPING = one_of("cope manage squeeze could possible live fit survive")
_OURSELVES = one_of("we i it there")
_TOLD = one_of("told hear heard understand thought we've i've we'd think thinks says said reckons we already")
"""How a visit of which one has heard is asked about: "I'm told we've already had a visit?"."""
_WEIGHING = one_of("might could whether considering wondering perhaps maybe possibly tempted unless sure")


def names_a_slot(mention: Mention, reading: Reading, ground: Ground) -> bool:
    """Whether a slot on the table is named, and not a day by which an answer will come."""
    if mention.opens or mention.rule == "it":
        return False
    if mention.rule == "any":
        return mention.last - mention.first > 1 and reading.texts[mention.first] in ("either", "any")
    if mention.shape is Shape.OPTION:
        return any(0 < number <= len(ground.offered) for number in mention.options)
    if mention.shape is Shape.WEEKDAY:
        weekdays = {slot.date.weekday() for slot in ground.on_table}
        return _is_picked(mention, reading) and not weekdays.isdisjoint(mention.weekdays)
    return any(day in ground.days_on_table for day in mention.days)


def _is_picked(mention: Mention, reading: Reading) -> bool:
    """Whether a weekday is weighed: "the Tuesday", "probably Tuesday", "Tuesday if ..."."""
    before = reading.words[mention.first - 1] if mention.first else None
    leaning = any(h.cue is Cue.MAYBE and h.last == mention.first for h in reading.hits)
    return before is None or before.sort is not Sort.WORD or before.text == "the" or leaning


def is_weighed(reading: Reading, clause: Clause) -> bool:
    """Whether a thing is only thought of or asked about: "Can we opt out?", "I may have to withdraw"."""
    texts = reading.texts[clause.first : clause.last]
    ours = clause.ends == "?" and bool(_OURSELVES.intersection(texts[:4]))
    told = clause.ends == "?" and not _TOLD.isdisjoint(texts) and "already" in texts
    unsure = any(before in _OURSELVES and word == "may" for before, word in pairwise(texts))
    asked = any(pair in _ASKING_US for pair in (texts[at : at + 2] for at in range(len(texts)))) and "us" in texts
    weighing = _WEIGHING - {"could"} if asked and not ours else _WEIGHING
    return ours or told or unsure or not weighing.isdisjoint(texts)


def asks_of_us(reading: Reading, deferred: Sequence[tuple[int, bool]]) -> bool:
    """Whether more is asked than patience, which "is it ok if I get back to you?" asks; `deferred` from `deferrals`."""
    for clause in reading.clauses:
        texts = reading.texts[clause.first : clause.last]
        patient = any(clause.first <= at < clause.last for at, asked in deferred if asked)
        behind = (texts[at + 2] for at in range(len(texts) - 2) if texts[at : at + 2] in _ASKING_US)
        if (clause.ends == "?" and not patient) or not _TELLING.isdisjoint(behind):
            return True
    return False


_DATES = one_of(
    "date dates day days slot slots option options others alternatives ones suggestions choices times "
    "start availability possibilities batch set selection round list rearrange reschedule rebook postpone"
)
_REQUESTING = one_of("please could can would will might may have any send offer suggest give find try what what's")
_IN_CASE = one_of("if unless otherwise failing should")


_OTHERS = one_of("other others alternative alternatives new further more different fresh another")


def other_dates(reading: Reading) -> list[Hit]:
    """The words that ask for others than what was offered, whether they name them or beg for them."""
    words = reading.words
    return [
        hit
        for hit in reading.hits
        if hit.cue is Cue.OTHER
        or (hit.cue is Cue.OFFER and not _OTHERS.isdisjoint(word.text for word in words[hit.first : hit.last + 1]))
    ]


def asks_for_other_dates(reading: Reading) -> bool:
    """Whether other dates are asked for outright: "Could you send some others?"; not "if that's gone, send others"."""
    words = reading.words
    for hit in other_dates(reading):
        if not _DATES.intersection(word.text for word in words[hit.first : hit.last + 1]):
            continue
        things = [word.text for word in words[hit.first : hit.last]] == ["new", "ones"]
        clause = next((c for c in reading.clauses if c.first <= hit.first < c.last), None)
        if clause is None or things:
            continue
        same = [c for c in reading.clauses if c.sentence == clause.sentence]
        texts = {word.text for word in words[same[0].first : same[-1].last]}
        asked = clause.ends == "?" or words[same[0].first].text in _REQUESTING
        denied = any(c.cue in (Cue.NO, Cue.NOT) and clause.first <= c.first < hit.first for c in reading.hits)
        if asked and not denied and _IN_CASE.isdisjoint(texts):
            return True
    return False


def copes(reading: Reading) -> bool:
    """Whether a "but" behind a refusal gives way: "both are a problem but we'd cope"."""
    turned = (reading.words[c.first : c.last] for c in reading.clauses if c.lead == "but" and c.ends != "?")
    return any(not _COPING.isdisjoint(word.text for word in clause) for clause in turned)
