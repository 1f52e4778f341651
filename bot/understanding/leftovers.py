"""Whether every word of a letter that could change its yes is accounted for by what was read.

A yes is acted on only when nothing is left over. A watched word is accounted for where it told the stance of a slot,
stands in a phrase that changes nothing, or belongs to a sentence about something else (who will come, where to park).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.model import ReasonCode, Slot
from bot.understanding.asides import unread
from bot.understanding.clauses import Clause
from bot.understanding.findings import Doubt
from bot.understanding.ground import Ground
from bot.understanding.leftover_sentence import GONE, Sentence
from bot.understanding.pointing import pointing_elsewhere
from bot.understanding.reading import Reading
from bot.understanding.rivals import Rival
from bot.understanding.said import Said
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic
from bot.understanding.watched_words import Watch
from bot.understanding.watching import Watched, watched_in

_REASONS = {
    Watch.TERMS: ReasonCode.CONDITIONAL,
    Watch.CONDITION: ReasonCode.CONDITIONAL,
    Watch.DOUBT: ReasonCode.TENTATIVE,
}
_TAKING_BACK = frozenset({Watch.TAKEN_BACK})


def left_over(reading: Reading, acted_on: Sequence[Said], slots: Sequence[Slot], ground: Ground) -> Doubt | None:
    """The first words that could change the yes to `slots`, and that nothing read accounts for; None for none."""
    begin = min((said.mentions[0].first for said in acted_on), default=0)
    elsewhere = pointing_elsewhere(reading.clauses, reading.words, reading.mentions)
    days = frozenset(slot.date for slot in slots)
    gone = _places_of(GONE, reading.texts)
    marked = sorted({*reading.openings.watched, *reading.openings.second_thoughts, *gone})
    for sentence in _sentences(reading.clauses):
        if not _holds_one(sentence, marked):
            continue
        of_things = sentence[0].sentence in elsewhere
        looked_at = Sentence(reading, sentence, of_things=of_things, days=days)
        thought = looked_at.second_thought()
        if thought is not None:
            return thought
        for hit in looked_at.unexplained(begin):
            return Doubt(_REASONS.get(hit.watch, ReasonCode.UNCLEAR), hit.watch.value, hit.first, hit.last)
    strange = unread(reading, begin, _sentences(reading.clauses), elsewhere)
    if strange is not None:
        return strange
    rival = Rival(reading, slots, ground)
    for said in reading.saids:
        if said not in acted_on and said.mentions[0].first > begin and rival.is_in(said):
            return Doubt(ReasonCode.UNCLEAR, "another time", said.mentions[0].first, said.mentions[-1].last)
    return None


def _places_of(some: frozenset[str], texts: Sequence[str]) -> list[int]:
    return [] if some.isdisjoint(texts) else [at for at, text in enumerate(texts) if text in some]


def reserved(reading: Reading, agreed: frozenset[int]) -> Watched | None:
    """The first words that hold back from an agreement with a report, told by the words at `agreed`; None for none."""
    courtesies = {at for hit in reading.hits if hit.cue is Cue.PLAIN for at in range(hit.first, hit.last)}
    begin = max((hit.last for hit in reading.topics if hit.topic is Topic.WITHDRAWN), default=0)
    for hit in watched_in(reading, begin, len(reading.words)):
        if hit.first not in agreed and not courtesies.intersection(range(hit.first, hit.last)):
            return hit
    return None


def _holds_one(sentence: Sequence[Clause], places: Sequence[int]) -> bool:
    """Whether one of the places, which are in order, lies in the sentence."""
    return bisect_left(places, sentence[0].first) < bisect_left(places, sentence[-1].last)


def taken_back(reading: Reading, said: Sequence[Said]) -> bool:
    """Whether words behind the last of these statements take back what was said."""
    begin = max((one.mentions[-1].last for one in said), default=0)
    marked = reading.openings.watched
    behind = (sentence for sentence in _sentences(reading.clauses) if sentence[-1].last > begin)
    behind = (sentence for sentence in behind if _holds_one(sentence, marked))
    hits = (hit for sentence in behind for hit in Sentence(reading, sentence).unexplained(begin, _TAKING_BACK))
    return any(hit.first >= begin for hit in hits)


def _sentences(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """The clauses, sentence by sentence."""
    group: list[Clause] = []
    for clause in clauses:
        if group and clause.sentence != group[0].sentence:
            yield group
            group = []
        group.append(clause)
    if group:
        yield group
