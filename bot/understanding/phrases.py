"""Tables of phrases, matched over words in one pass.

A phrase is written as words with these signs: `(a|b)` or `a|b` for either, `x?` for a word that may be missing, `_` for
any one word, `@name` for any one word of a class, `...` for up to three words of any kind, `;` or a new line between
phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from re import sub
from typing import TypeVar

_ANY = "_"
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


def spellings(text: str) -> Iterable[tuple[str, ...]]:
    """Every run of words that the phrases stand for."""
    joined = sub(r"\([^)]*\)", lambda choice: choice[0].replace(" ", "+"), text)
    for single in joined.replace("\n", ";").split(";"):
        for run in product(*(_choices(part) for part in single.split())):
            yield tuple(word for words in run for word in words)


def _choices(part: str) -> tuple[tuple[str, ...], ...]:
    if part == "...":
        return _GAP
    missing: tuple[tuple[str, ...], ...] = ((),) if part.endswith("?") and len(part) > 1 else ()
    bare = part[:-1] if missing else part
    return missing + tuple(tuple(word.split("+")) for word in bare.strip("()").split("|"))


@dataclass(slots=True)
class _Node:
    """One step into the phrases: the words that may follow, and the name of the phrase that ends here."""

    after: dict[str, _Node] = field(default_factory=dict)
    name: str = ""


class PhraseTable:
    """Phrases by name; finds the longest that begins at a place. `classes`: the words that each `@name` stands for."""

    def __init__(self, phrases: Mapping[str, str], classes: Mapping[str, frozenset[str]] | None = None) -> None:
        self._root = _Node()
        members = {f"@{name}": words for name, words in (classes or {}).items()}
        self._signs = by_first_word(members.items())
        for name, text in phrases.items():
            for run in spellings(text):
                if run:
                    self._add(run, name)
        opening = (members.get(word, (word,)) for word in self._root.after)
        self.firsts: frozenset[str] = frozenset(word for words in opening for word in words)
        """The words that a phrase may begin with."""

    def _add(self, run: tuple[str, ...], name: str) -> None:
        node = self._root
        for word in run:
            node = node.after.setdefault(word, _Node())
        node.name = node.name or name

    def starts(self, words: Sequence[str]) -> list[int]:
        """The places of the words that a phrase may begin with."""
        return [at for at, word in enumerate(words) if word in self.firsts]

    def at(self, words: Sequence[str], start: int, stop: int) -> tuple[str, int] | None:
        """The name of the longest phrase that begins at `start` and ends before `stop`, and where it ends."""
        stop = min(stop, len(words))
        if self._signs:
            return self._longest(words, [(self._root, start)], stop)
        first = self._root.after.get(words[start])
        if first is None:
            return None
        second = words[start + 1] if start + 1 < stop else ""
        if not (first.name or second in first.after or (second and _ANY in first.after)):
            return None  # the most common case, settled at once
        return self._longest(words, [(first, start + 1)], stop)

    def _longest(self, words: Sequence[str], paths: list[tuple[_Node, int]], stop: int) -> tuple[str, int] | None:
        best: tuple[str, int] | None = None
        while paths:
            node, place = paths.pop()
            if node.name and (best is None or place > best[1]):
                best = (node.name, place)
            if place < stop:
                word = words[place]
                if word in node.after:
                    paths.append((node.after[word], place + 1))
                if _ANY in node.after and word[0].isalnum():
                    paths.append((node.after[_ANY], place + 1))
                paths.extend((node.after[s], place + 1) for s in self._signs.get(word, ()) if s in node.after)
        return best
