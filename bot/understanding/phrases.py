"""Tables of phrases, matched over words in one pass.

A phrase is written as words with these signs: `(a|b)` or `a|b` for either, `x?` for a word that may be missing, `_` for
any one word, `@name` for any one word of a class, `...` for up to three words of any kind, `;` or a new line between
phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from re import sub
from typing import TypeVar

_ANY, _CLASS = "_", "@"
_GAP: tuple[tuple[str, ...], ...] = ((), ("_",), ("_", "_"), ("_", "_", "_"))


def one_of(text: str) -> frozenset[str]:
    """A set of words written one after the other."""
    return frozenset(text.split())


Rule = TypeVar("Rule")


def by_first_word(rules: Iterable[tuple[Rule, Iterable[str]]]) -> dict[str, tuple[Rule, ...]]:
    """The rules, each with the words that what it reads may begin with, by those words; their order stays."""
    found: dict[str, tuple[Rule, ...]] = {}
    for rule, words in rules:
        for word in words:
            found[word] = (*found.get(word, ()), rule)
    return found


_Part = tuple[tuple[str, ...], ...]
"""One place in a phrase: the runs of words that may stand there, `()` where it may be empty."""


def _phrases(text: str) -> Iterable[list[_Part]]:
    """The phrases of a text, each as what may stand at its places."""
    joined = sub(r"\([^)]*\)", lambda choice: choice[0].replace(" ", "+"), text)
    for single in joined.replace("\n", ";").split(";"):
        parts = [_choices(part) for part in single.split()]
        if parts:
            yield parts


def _choices(part: str) -> _Part:
    if part == "...":
        return _GAP
    missing: tuple[tuple[str, ...], ...] = ((),) if part.endswith("?") and len(part) > 1 else ()
    bare = part[:-1] if missing else part
    return missing + tuple(tuple(word.split("+")) for word in bare.strip("()").split("|"))


@dataclass(slots=True)
class _Node:
    """One step into the phrases: the words that may follow, and the name of the phrase that ends here.

    `loose` where a sign that stands for several words may follow.
    """

    after: dict[str, _Node] = field(default_factory=dict)
    name: str = ""
    loose: bool = False


def _add(node: _Node, run: Iterable[str], name: str) -> None:
    for word in run:
        node.loose = node.loose or word == _ANY or word.startswith(_CLASS)
        node = node.after.setdefault(word, _Node())
    node.name = node.name or name


def _first_words(parts: Sequence[_Part]) -> set[str]:
    """The words that a phrase may begin with."""
    found: set[str] = set()
    for part in parts:
        found.update(run[0] for run in part if run)
        if () not in part:
            break
    return found


def _runs_from(word: str, parts: Sequence[_Part]) -> Iterator[Iterator[str]]:
    """What may follow that first word, run by run."""
    for at, part in enumerate(parts):
        begun = tuple(run[1:] for run in part if run[:1] == (word,))
        for runs in product(begun, *parts[at + 1 :]):
            yield chain.from_iterable(runs)
        if () not in part:
            return


class PhraseTable:
    """Phrases by name; finds the longest that begins at a place. `classes`: the words that each `@name` stands for.

    The phrases of a first word are spelt out when that word is first met: few of the many are ever needed.
    """

    def __init__(self, phrases: Mapping[str, str], classes: Mapping[str, frozenset[str]] | None = None) -> None:
        members = {f"@{name}": words for name, words in (classes or {}).items()}
        self._signs = by_first_word(members.items())
        self._unspelt: dict[str, list[tuple[str, Sequence[_Part], str]]] = {}
        for name, text in phrases.items():
            for parts in _phrases(text):
                for sign in _first_words(parts):
                    for word in members.get(sign, (sign,)):
                        self._unspelt.setdefault(word, []).append((name, parts, sign))
        self._spelt: dict[str, _Node] = {}
        self.firsts: frozenset[str] = frozenset(self._unspelt)
        """The words that a phrase may begin with."""

    def _spell(self, word: str) -> _Node:
        """The step into the phrases that begin with a word, which is one of `firsts`."""
        node = _Node()
        for name, parts, sign in self._unspelt[word]:
            for run in _runs_from(sign, parts):
                _add(node, run, name)
        self._spelt[word] = node
        return node

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases stands anywhere in the words."""
        return any(self.at(words, at, len(words)) for at in self.starts(words))

    def starts(self, words: Sequence[str]) -> list[int]:
        """The places where a phrase may begin, as far as a word and the next one tell."""
        firsts, last = self.firsts, len(words) - 1
        found = []
        for at in [at for at, word in enumerate(words) if word in firsts]:
            first = self._spelt.get(words[at]) or self._spell(words[at])
            if first.name or (at < last and (first.loose or words[at + 1] in first.after)):
                found.append(at)
        return found

    def may_begin(self, word: str, following: str) -> bool:
        """Whether a phrase may begin with a word and the next one, "" for none."""
        if word not in self.firsts:
            return False
        first = self._spelt.get(word) or self._spell(word)
        return bool(first.name) or first.loose or following in first.after

    def at(self, words: Sequence[str], start: int, stop: int) -> tuple[str, int] | None:
        """The name of the longest phrase that begins at `start` and ends before `stop`, and where it ends."""
        word = words[start]
        first = self._spelt.get(word)
        if first is None:
            if word not in self.firsts:
                return None
            first = self._spell(word)
        place = start + 1
        stop = min(stop, len(words))
        if not first.loose and (place >= stop or words[place] not in first.after):  # the most common case
            return (first.name, place) if first.name else None
        return self._longest(words, first, place, stop)

    def _longest(self, words: Sequence[str], first: _Node, begin: int, stop: int) -> tuple[str, int] | None:
        best: tuple[str, int] | None = None
        paths: list[tuple[_Node, int]] = []
        node: _Node | None = first
        place = begin
        while node is not None:
            if node.name and (best is None or place > best[1]):
                best = (node.name, place)
            following = node.after.get(words[place]) if place < stop else None
            place += 1
            if node.loose and place <= stop:
                paths += self._ways_on(node, following, words[place - 1], place)
                following = None
            if following is None and paths:
                following, place = paths.pop()
            node = following
        return best

    def _ways_on(self, node: _Node, following: _Node | None, word: str, place: int) -> list[tuple[_Node, int]]:
        """The steps that a word may be where a sign may stand for it, each with the place behind the word."""
        ways = [] if following is None else [(following, place)]
        anything = node.after.get(_ANY)
        if anything is not None and word[0].isalnum():
            ways.append((anything, place))
        ways += [(node.after[sign], place) for sign in self._signs.get(word, ()) if sign in node.after]
        return ways
