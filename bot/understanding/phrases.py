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


class _Place:
    """How far some words lead into the phrases of one first word: to one node, or to several where signs stand.

    `known` are the words that lead on by themselves or by their class, `other` is where any other word leads to;
    `after` holds where known words have led to so far, None for nowhere.
    """

    __slots__ = ("after", "known", "name", "nodes", "other")

    def __init__(self, nodes: Sequence[_Node], known: frozenset[str], other: _Place | None) -> None:
        self.nodes, self.known, self.other = nodes, known, other
        self.name = next((node.name for node in nodes if node.name), "")
        self.after: dict[str, _Place | None] = {}


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
        self._members = members = {f"@{name}": words for name, words in (classes or {}).items()}
        self._signs = by_first_word(members.items())
        self._unspelt: dict[str, list[tuple[str, Sequence[_Part], str]]] = {}
        for name, text in phrases.items():
            for parts in _phrases(text):
                for sign in _first_words(parts):
                    for word in members.get(sign, (sign,)):
                        self._unspelt.setdefault(word, []).append((name, parts, sign))
        self._spelt: dict[str, _Place] = {}
        self.firsts: frozenset[str] = frozenset(self._unspelt)
        """The words that a phrase may begin with."""

    def _spell(self, word: str) -> _Place:
        """The step into the phrases that begin with a word, which is one of `firsts`."""
        node = _Node()
        for name, parts, sign in self._unspelt[word]:
            for run in _runs_from(sign, parts):
                _add(node, run, name)
        first = self._spelt[word] = self._place((node,))
        return first

    def _place(self, nodes: Sequence[_Node]) -> _Place:
        known = {word for node in nodes for word in node.after}
        if any(node.loose for node in nodes):
            known.update(*[self._members[sign] for sign in known & self._members.keys()])
        anything = [node.after[_ANY] for node in nodes if _ANY in node.after]
        return _Place(nodes, frozenset(known), self._place(anything) if anything else None)

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases stands anywhere in the words."""
        return any(self.at(words, at, len(words)) for at in self.starts(words))

    def starts(self, words: Sequence[str]) -> list[int]:
        """The places where a phrase may begin, as far as a word and the next one tell."""
        firsts, last, spelt = self.firsts, len(words) - 1, self._spelt
        if firsts.isdisjoint(words):
            return []
        found = []
        for at in [at for at, word in enumerate(words) if word in firsts]:
            first = spelt.get(words[at]) or self._spell(words[at])
            if first.name or (at < last and (first.other is not None or words[at + 1] in first.known)):
                found.append(at)
        return found

    def may_begin(self, word: str, following: str) -> bool:
        """Whether a phrase may begin with a word and the next one, "" for none."""
        if word not in self.firsts:
            return False
        first = self._spelt.get(word) or self._spell(word)
        return bool(first.name) or following in first.known or (first.other is not None and following != "")

    def following(self, word: str) -> frozenset[str]:
        """The words that may follow a first word of the phrases, `_` where any may."""
        if word not in self.firsts:
            return frozenset()
        return (self._spelt.get(word) or self._spell(word)).known

    def at(self, words: Sequence[str], start: int, stop: int) -> tuple[str, int] | None:
        """The name of the longest phrase that begins at `start` and ends before `stop`, and where it ends."""
        word = words[start]
        if word not in self.firsts:
            return None
        here: _Place | None = self._spelt.get(word) or self._spell(word)
        stop = min(stop, len(words))
        best, place = None, start
        while here is not None:
            place += 1
            if here.name:
                best = here.name, place
            if place >= stop:
                break
            word = words[place]
            if word in here.known:
                here = here.after[word] if word in here.after else self._led_to(here, word)
            else:
                here = here.other if here.other is not None and word[0].isalnum() else None
        return best

    def _led_to(self, here: _Place, word: str) -> _Place | None:
        """Where a word leads to that stands in the phrases itself or by its class."""
        nodes = tuple(way for node in here.nodes for way in self._ways_on(node, word))
        there = here.after[word] = self._place(nodes) if nodes else None
        return there

    def _ways_on(self, node: _Node, word: str) -> Iterator[_Node]:
        """The steps that a word may be, those first whose name is told where several phrases end together."""
        if node.loose:
            yield from (node.after[sign] for sign in reversed(self._signs.get(word, ())) if sign in node.after)
            if _ANY in node.after and word[0].isalnum():
                yield node.after[_ANY]
        if word in node.after:
            yield node.after[word]


class Openers:
    """The words with which the phrases of several tables may begin; one pass over a text serves all the tables."""

    def __init__(self, *tables: PhraseTable) -> None:
        self._tables = tables
        firsts = chain(*[table.firsts for table in tables])
        self._followed: dict[str, dict[str, tuple[int, ...]] | None] = dict.fromkeys(firsts)

    def starts(self, words: Sequence[str]) -> list[list[int]]:
        """What the `starts` of each table finds, and where any word may follow, marks as well."""
        found: list[list[int]] = [[] for _ in self._tables]
        followed, last = self._followed, len(words) - 1
        for at in [at for at, word in enumerate(words) if word in followed]:
            ways = followed[words[at]] or self._learnt(words[at])
            following = words[at + 1] if at < last else ""
            for number in ways[following if following in ways else _ANY]:
                found[number].append(at)
        return found

    def _learnt(self, word: str) -> dict[str, tuple[int, ...]]:
        """By the word that follows, which tables a word may begin a phrase of; "" for the end, `_` for any other."""
        following = {"", _ANY}.union(*[table.following(word) for table in self._tables])
        found = {
            after: tuple(n for n, table in enumerate(self._tables) if table.may_begin(word, after))
            for after in following
        }
        self._followed[word] = found
        return found
