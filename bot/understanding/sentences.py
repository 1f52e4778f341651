"""Questions about one sentence of a letter: what it names, whom it is about, which cues it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.clauses import Clause
from bot.understanding.reading import Reading
from bot.understanding.said import Hit, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic
from bot.understanding.words import Word

_THINKING = frozenset({"i", "we", "think", "reckon"})


def judges(reading: Reading, opening: Sequence[str], clause: Clause) -> bool:
    """Whether "I think" opens a clause that says which day is best: a choice, and no doubt."""
    inside = [h for h in reading.hits if clause.first <= h.first < clause.last]
    best = any(h.cue is Cue.PREFER or _picks_one(h, reading) for h in inside)
    texts = set(reading.texts[clause.first : clause.last])
    asked = any(c.ends == "?" for c in reading.clauses)
    return set(opening) <= _THINKING and best and not texts & _WOULD and not asked


def _picks_one(hit: Hit, reading: Reading) -> bool:
    """Whether a yes tells which one it is to be: "Tuesday is the one to go for"."""
    texts = set(reading.texts[hit.first : hit.last])
    return hit.cue is Cue.YES and not texts.isdisjoint({"one", "winner", "least"})


_WOULD = frozenset({"should", "might", "could", "probably", "perhaps"})


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a reading; each is asked for by one of its clauses."""

    reading: Reading

    def clauses_with(self, *cues: Cue) -> list[Clause]:
        """The clauses with one of these cues."""
        places = [hit.first for hit in self.reading.hits if hit.cue in cues]
        return [c for c in self.reading.clauses if any(c.first <= at < c.last for at in places)] if places else []

    def at(self, place: int) -> Clause | None:
        """The clause that a word stands in."""
        return next((clause for clause in self.reading.clauses if clause.first <= place < clause.last), None)

    def bounds(self, clause: Clause) -> tuple[int, int]:
        """The words of the clause's sentence, by index: the first, and the place behind the last."""
        same = [c for c in self.reading.clauses if c.sentence == clause.sentence]
        return same[0].first, same[-1].last

    def words(self, clause: Clause) -> Sequence[Word]:
        """The words of the clause's sentence."""
        first, last = self.bounds(clause)
        return self.reading.words[first:last]

    def texts(self, clause: Clause) -> set[str]:
        """The words of the clause's sentence, each once, in one spelling."""
        first, last = self.bounds(clause)
        return set(self.reading.texts[first:last])

    def names_slots(self, clause: Clause) -> bool:
        """Whether the clause's sentence says something of a slot."""
        return any(
            said.clause.sentence == clause.sentence and said.stance is not Stance.NEWS and said.mentions[0].rule != "it"
            for said in self.reading.saids
        )

    def is_about_people(self, clause: Clause) -> bool:
        """Whether the clause's sentence speaks of who will come, and of no slot."""
        first, last = self.bounds(clause)
        if self.names_slots(clause):
            return False
        later = {at for h in self.reading.hits if h.cue is Cue.LATER for at in range(h.first, h.last)}
        return any(
            hit.topic is Topic.PEOPLE and first <= hit.first < last and not later.issuperset(range(hit.first, hit.last))
            for hit in self.reading.topics
        )
