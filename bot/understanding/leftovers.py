"""Whether every word of a letter that could change its yes is accounted for by what was read.

A yes is acted on only when nothing is left over: each watched word either told the stance of a slot, stands in a
phrase that changes nothing, or belongs to a sentence about something else (who will come, where to park).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import ReasonCode
from bot.understanding.clauses import Clause
from bot.understanding.findings import Doubt
from bot.understanding.leftover_words import ABOUT_THE_MATTER, SHORT, WATCHED, Watch
from bot.understanding.reading import Reading
from bot.understanding.stance import Said, Stance
from bot.understanding.topics import Topic
from bot.understanding.words import Sort, Word

_REASONS = {
    Watch.TAKEN_BACK: ReasonCode.UNCLEAR,
    Watch.CONDITION: ReasonCode.CONDITIONAL,
    Watch.DOUBT: ReasonCode.TENTATIVE,
    Watch.DENIAL: ReasonCode.UNCLEAR,
    Watch.CONTRAST: ReasonCode.UNCLEAR,
}


@dataclass(frozen=True, slots=True)
class Watched:
    """A watched phrase at words `first` to `last`."""

    watch: Watch
    first: int
    last: int


def watched_in(words: Sequence[Word], first: int, last: int) -> Iterator[Watched]:
    """The watched phrases of a run of words, in order and apart; harmless ones hide what they hold."""
    texts = [word.text for word in words[first:last]]
    at = 0
    while at < len(texts):
        hit = WATCHED.at(texts, at, min(at + 10, len(texts)))
        if hit is None:
            at += 1
            continue
        if hit[0] != Watch.HARMLESS:
            yield Watched(Watch(hit[0]), first + at, first + hit[1])
        at = hit[1]


def left_over(reading: Reading, accepted: Sequence[Said]) -> Doubt | None:
    """The first watched words that what was read does not account for."""
    told = [said for said in reading.saids if said.stance in (Stance.YES, Stance.NO)]
    begin = min((said.mentions[0].first for said in accepted), default=0)
    for sentence in _sentences(reading.clauses):
        first, last = sentence[0].first, sentence[-1].last
        used = {place for said in told for place in _places(said)}
        for hit in watched_in(reading.words, first, last):
            if used.intersection(range(hit.first, hit.last)):
                continue
            if hit.watch is Watch.TAKEN_BACK and hit.last <= begin:
                continue
            if hit.watch is Watch.TAKEN_BACK or _bears(reading, first, last, told):
                return Doubt(_REASONS[hit.watch], hit.watch.value, hit.first, hit.last)
    return None


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


def _places(said: Said) -> Iterator[int]:
    for mention in said.mentions:
        yield from range(mention.first, mention.last)
    if said.hit is not None:
        yield from range(said.hit.first, said.hit.last)


def _bears(reading: Reading, first: int, last: int, told: Sequence[Said]) -> bool:
    """Whether a sentence speaks of the visit's date, and not only of who will come."""
    if any(first <= said.mentions[0].first < last and said.mentions[0].rule != "it" for said in told):
        return True
    if any(hit.topic is Topic.PEOPLE and first <= hit.first < last for hit in reading.topics):
        return False
    texts = [word.text for word in reading.words[first:last] if word.sort not in (Sort.MARK, Sort.BREAK)]
    return len(texts) <= SHORT or bool(ABOUT_THE_MATTER.intersection(texts))
