"""One yes of a letter, with the words of its clause, of its sentence and of what comes after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.model import ReasonCode
from bot.understanding.findings import Doubt
from bot.understanding.phrases import by_first_word
from bot.understanding.reading import Reading
from bot.understanding.said import Said, Stance
from bot.understanding.stance_words import POLITE_IF
from bot.understanding.watching import Watched, watched_in
from bot.understanding.words import Word

_LONGEST = 10


@dataclass(frozen=True)
class Yes:
    """One yes, the words of its clause and its sentence.

    The words of the yes, its cue and what is named, begin at `start` and end at `stop`; its sentence lies in `bounds`.
    `named` are the places of all that is named in the letter, `cued` those of all cues, and `refusing` those of the
    words that refuse some other slot.
    """

    reading: Reading
    said: Said
    words: Sequence[Word]
    start: int
    stop: int
    bounds: tuple[int, int]
    named: frozenset[int]
    cued: frozenset[int]
    refusing: frozenset[int]

    @cached_property
    def told(self) -> frozenset[int]:
        """The places of all that is named, of all cues, and of the sentence's courtesies."""
        return self.named | self.cued | self.polite

    @cached_property
    def watched_before(self) -> tuple[Watched, ...]:
        """The watched phrases of the sentence up to the yes."""
        return tuple(watched_in(self.reading, self.bounds[0], self.start))

    def refuses_beside(self, at: int) -> bool:
        """Whether the sentence of that word only tells of a slot that is refused: "a shame we can't do the 9th"."""
        clause = next((c for c in self.reading.clauses if c.first <= at < c.last), None)
        told = [s for s in self.reading.saids if clause is not None and s.clause.sentence == clause.sentence]
        return any(s.stance is Stance.NO and s.mentions[0].rule not in ("it", "agreed") for s in told)

    def texts(self, first: int, last: int) -> list[str]:
        """The words from `first` to `last` that name nothing."""
        return [self.reading.texts[at] for at in range(first, last) if at not in self.named]

    @cached_property
    def polite(self) -> frozenset[int]:
        """The places of the sentence's courteous conditions: "if nobody minds"."""
        texts = self.reading.texts[slice(*self.bounds)]
        found = ((at, POLITE_IF.at(texts, at, at + _LONGEST)) for at in POLITE_IF.starts(texts))
        first = self.bounds[0]
        return frozenset(place + first for at, hit in found if hit for place in range(at, hit[1]))

    @property
    def clause(self) -> list[str]:
        """The words of the clause that name nothing."""
        return self.texts(self.said.clause.first, self.said.clause.last)

    @property
    def others(self) -> Iterator[tuple[int, int]]:
        """The other clauses of the letter that come with the yes or after it."""
        mine = self.said.clause
        return ((c.first, c.last) for c in self.reading.clauses if c != mine and c.sentence >= mine.sentence)

    @property
    def sentence(self) -> Sequence[str]:
        """The words of the sentence, whatever they name."""
        return self.reading.texts[slice(*self.bounds)]

    @property
    def tail(self) -> Sequence[str]:
        """The words of the sentence behind the yes."""
        return self.reading.texts[self.stop : self.bounds[1]]

    @property
    def head(self) -> list[str]:
        """The words of the sentence before the yes that name nothing."""
        return self.texts(self.bounds[0], self.start)


def yeses(reading: Reading, saids: Sequence[Said]) -> Iterator[Yes]:
    """The statements, each with where it stands; what is true of the whole letter is looked up once."""
    named = frozenset([at for m in reading.mentions for at in range(m.first, m.last)])
    cued = frozenset([at for h in reading.hits for at in range(h.first, h.last)])
    told = [s.hit for s in reading.saids if s.hit and s.stance is Stance.NO and s.mentions[0].rule != "it"]
    refusing = frozenset([at for hit in told for at in range(hit.first, hit.last)])
    for said in saids:
        start, stop = said.mentions[0].first, said.mentions[-1].last
        if said.hit is not None:
            start, stop = min(start, said.hit.first), max(stop, said.hit.last)
        same = [c for c in reading.clauses if c.sentence == said.clause.sentence]
        bounds = (same[0].first, same[-1].last) if same else (said.clause.first, said.clause.last)
        yield Yes(reading, said, reading.words, start, stop, bounds, named, cued, refusing)


class Guard(NamedTuple):
    """What a guard finds, and whether it holds of a yes; never where none of its `words` stands in the letter.

    A guard without words looks at every yes.
    """

    name: str
    holds: Callable[[Yes], bool]
    words: frozenset[str] = frozenset()


class Guards:
    """Guards in their order."""

    def __init__(self, *guards: Guard) -> None:
        self.guards = guards
        self._always = [number for number, guard in enumerate(guards) if not guard.words]
        self._by_word = by_first_word((number, guard.words) for number, guard in enumerate(guards))

    def first_doubt(self, reading: Reading, saids: Sequence[Said]) -> Doubt | None:
        """What the first guard that holds finds in these statements, in their order; None where none holds."""
        if not saids:
            return None
        woken = {number for word in self._by_word.keys() & reading.texts for number in self._by_word[word]}
        guards = [self.guards[number] for number in sorted(woken.union(self._always))]
        for yes in yeses(reading, saids):
            for guard in guards:
                if guard.holds(yes):
                    return Doubt(ReasonCode.UNCLEAR, guard.name, yes.start, yes.stop)
        return None
