"""Which school somebody means who types part of its name, perhaps misspelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from bot.model import School
from bot.understanding.phrases import one_of

ALIKE = 84
"""Out of 100: how much of a word must be right for it to stand for a word of a school's name."""
SHORTEST = 4
"""Letters: shorter words must be written as they are."""
MOST = 20
"""More schools than this are no choice."""
COMMON = one_of(
    "school schools primary infant infants junior juniors nursery academy high college of the and church c e ce "
    "cofe catholic rc voluntary aided controlled va vc first middle lower upper community free st saint saints s "
    "all"
)
"""Words of school names that tell no school from another by themselves."""


@dataclass(frozen=True, slots=True)
class SchoolNames:
    """The words of all schools' names, and the schools that have them."""

    schools: Mapping[str, School]
    by_word: Mapping[str, frozenset[str]]

    def mean(self, words: Sequence[str]) -> tuple[School, ...]:
        """The schools whose names have the most of these words, by name; none where no word tells a school.

        A word that no name has counts for the one most like it. Common words ("primary") only narrow a choice down.
        """
        telling = [self._with(word) for word in words if word not in COMMON]
        telling = [urns for urns in telling if urns]
        if not telling:
            return ()
        best = _most_often(telling)
        narrowed = _most_often([best, *(best & self.by_word.get(word, frozenset()) for word in words)])
        return tuple(sorted((self.schools[urn] for urn in narrowed), key=lambda school: (school.name, school.urn)))

    def _with(self, word: str) -> frozenset[str]:
        exact = self.by_word.get(word)
        if exact is not None or len(word) < SHORTEST:
            return exact or frozenset()
        near = process.extractOne(word, self.by_word.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        return self.by_word[near[0]] if near and near[0] not in COMMON else frozenset()


def _most_often(groups: Sequence[frozenset[str]]) -> frozenset[str]:
    """The URNs that are in the most groups."""
    counts: dict[str, int] = defaultdict(int)
    for group in groups:
        for urn in group:
            counts[urn] += 1
    most = max(counts.values(), default=0)
    return frozenset(urn for urn, count in counts.items() if count == most)


def name_words(text: str) -> list[str]:
    """The words of a name or a question as they are compared: lower case, no marks; "St Mary's" gives "mary"."""
    return [word for word in utils.default_process(text.replace("’s", "").replace("'s", "")).split() if word != "s"]


def school_names(schools: Iterable[School]) -> SchoolNames:
    """What is needed to find these schools by name."""
    known = {school.urn: school for school in schools}
    by_word: dict[str, set[str]] = defaultdict(set)
    for school in known.values():
        for word in name_words(school.name):
            by_word[word].add(school.urn)
    return SchoolNames(known, {word: frozenset(urns) for word, urns in by_word.items()})
