"""Whether every word of a letter that could change its yes is accounted for by what was read.

A yes is acted on only when nothing is left over. A watched word is accounted for where it told the stance of a slot,
stands in a phrase that changes nothing, or belongs to a sentence about something else (who will come, where to park).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import ReasonCode
from bot.understanding.clauses import Clause
from bot.understanding.findings import Doubt
from bot.understanding.leftover_words import (
    ABOUT_THE_DATE,
    ABOUT_THE_PLACE,
    ABOUT_THE_SCHOOL,
    SHORT,
    WATCHED,
    Watch,
)
from bot.understanding.reading import Reading
from bot.understanding.stance import Said, Stance
from bot.understanding.stance_words import POLITE_IF, Cue
from bot.understanding.topics import Topic
from bot.understanding.words import Sort, Word

_REASONS = {Watch.CONDITION: ReasonCode.CONDITIONAL, Watch.DOUBT: ReasonCode.TENTATIVE}
_EXPLAINING = frozenset({Cue.PLAIN, Cue.PREFER, Cue.ONLY, Cue.LESS, Cue.EXCEPT})
"""Cues that were weighed where they stand: courtesies, ranks and limits."""
_WEAK = frozenset({Watch.DENIAL, Watch.CONTRAST})
"""Watched words that say nothing of a yes that comes after them."""
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Watched:
    """A watched phrase at words `first` to `last`."""

    watch: Watch
    first: int
    last: int


def watched_in(words: Sequence[Word], first: int, last: int) -> Iterator[Watched]:
    """The watched phrases of a sentence, in order and apart; harmless ones hide what they hold."""
    texts = [word.text for word in words[first:last]]
    at = 0
    while at < len(texts):
        stop = min(at + _LONGEST, len(texts))
        hit = WATCHED.at(texts, at, stop)
        polite = POLITE_IF.at(texts, at, stop)
        if polite is not None and (hit is None or polite[1] >= hit[1]):
            at = polite[1]
        elif hit is None:
            at += 1
        else:
            if hit[0] != Watch.HARMLESS:
                yield Watched(Watch(hit[0]), first + at, first + hit[1])
            at = hit[1]


def left_over(reading: Reading, acted_on: Sequence[Said]) -> Doubt | None:
    """The first words that could change what is acted on, and that nothing read accounts for; None for none."""
    begin = min((said.mentions[0].first for said in acted_on), default=0)
    for sentence in _sentences(reading.clauses):
        for hit in _Sentence(reading, sentence).unexplained(begin):
            return Doubt(_REASONS.get(hit.watch, ReasonCode.UNCLEAR), hit.watch.value, hit.first, hit.last)
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


class _Sentence:
    """One sentence, and what was read in it."""

    def __init__(self, reading: Reading, clauses: Sequence[Clause]) -> None:
        self.reading, self.clauses = reading, clauses
        self.first, self.last = clauses[0].first, clauses[-1].last
        told = [said for said in reading.saids if self.first <= said.mentions[0].first < self.last]
        self.told = [said for said in told if said.stance in (Stance.YES, Stance.NO)]
        self.texts = [w.text for w in reading.words[self.first : self.last] if w.sort not in (Sort.MARK, Sort.BREAK)]

    def unexplained(self, begin: int) -> Iterator[Watched]:
        """The watched phrases that nothing accounts for; `begin` is where what is acted on was said."""
        used = self._used()
        for hit in watched_in(self.reading.words, self.first, self.last):
            passed = hit.last <= begin and hit.watch in (Watch.TAKEN_BACK, *_WEAK)
            if not passed and not used.intersection(range(hit.first, hit.last)) and self._matters(hit):
                yield hit

    def _used(self) -> set[int]:
        used = {at for m in self.reading.mentions for at in range(m.first, m.last) if m.rule != "it"}
        for said in self.told:
            if said.hit is not None:
                used.update(range(said.hit.first, said.hit.last))
        for cue in self.reading.hits:
            if cue.cue in _EXPLAINING and self.first <= cue.first < self.last:
                used.update(range(cue.first, cue.last))
        return used

    def _matters(self, hit: Watched) -> bool:
        """Whether the phrase speaks of the visit's date, and not of who will come or where to park."""
        if hit.watch is Watch.TAKEN_BACK:
            return True
        if hit.watch in _WEAK and self._refuses_around(hit):
            return False
        if any(said.mentions[0].rule != "it" for said in self.told):
            return True
        if any(topic.topic is Topic.PEOPLE and self.first <= topic.first < self.last for topic in self.reading.topics):
            return False
        words = set(self.texts)
        if words & ABOUT_THE_PLACE:
            return False
        about = ABOUT_THE_DATE if hit.watch in _WEAK else ABOUT_THE_DATE | ABOUT_THE_SCHOOL
        return len(self.texts) <= SHORT or bool(about & words)

    def _refuses_around(self, hit: Watched) -> bool:
        """Whether a denial stands in a clause that refuses a slot anyway."""
        return any(
            said.stance is Stance.NO and said.clause.first <= hit.first < said.clause.last for said in self.told
        )
