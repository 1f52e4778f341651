"""Tables of words, written as running text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The blank-separated words of a text."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """Phrases, each parted by "|" from the next."""
    return frozenset(phrase.strip() for phrase in text.split("|"))


def pair_set(text: str) -> frozenset[tuple[str, str]]:
    """Pairs of words, each pair parted by "|" from the next."""
    each = (pair.split() for pair in text.split("|"))
    return frozenset((first, second) for first, second in each)


def either(text: str) -> tuple[str, ...]:
    """Strings, each parted by "|" from the next, blanks kept."""
    return tuple(text.split("|"))
