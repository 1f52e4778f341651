"""Whether a letter speaks for another school than the one that was written to."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.phrases import one_of
from bot.understanding.words import Sort, Word, words_of

_NOUNS = one_of("school academy primary infants juniors infant junior college nursery secondary federation prep")
_FILLERS = one_of("the our st saint ce rc cofe church catholic community and of high grammar upper lower middle")
_JOINING = one_of("if when as since while though although but and so because once should unless until whether")
_NAMELESS = _FILLERS | _NOUNS | _JOINING | {"virtual"}
_ASKS = one_of(
    "have has can could would will needs need wants want like also prefers prefer is are takes take chooses choose"
)
_OPENS = one_of("can could would may might does will")
_SPEAKS = (
    ("we", "are"), ("we're",), ("i'm", "at"), ("here", "at"), ("this", "is"), ("behalf", "of"), ("we're", "at"),
    ("are", "at"), ("i'm", "from"), ("am", "from"), ("am", "at"), ("reply", "for"), ("replying", "for"),
    ("speak", "for"),
    ("and", "for"), ("please", "for"), ("fine", "for"), ("good", "for"), ("yes", "for"), ("called",), ("ours", "is"),
)  # fmt: skip
_NO_NAMES = one_of("we we're i i'm i'd i'll we'd we'll this is here at our my yes please for from it's are that's")
_FARTHEST = 5


def another_school(words: Sequence[Word], own: str) -> tuple[int, int] | None:
    """Where the letter speaks for a school of another name than `own`, by index; None where it does not."""
    nouns = [at for at, word in enumerate(words) if word.text in _NOUNS and word.sort is Sort.WORD]
    known = {word.text.removesuffix("'s") for word in words_of(own)} if nouns else set()
    for at in nouns:
        first = _begin(words, at)
        named = [w.text.removesuffix("'s") for w in words[first:at] if w.text not in _NAMELESS]
        if named and known.isdisjoint(named) and _speaks(words, first, at + 1):
            return first, at + 1
    return None


def _begin(words: Sequence[Word], noun: int) -> int:
    """Where the name before the noun begins."""
    first = noun
    while first > max(noun - _FARTHEST, 0):
        word = words[first - 1]
        inner = word.raw[:1].isupper() or word.text in ("of", "the", "and")
        if word.sort is not Sort.WORD or not inner or word.text in _NO_NAMES:
            break
        first -= 1
    while first < noun and (words[first].text in ("of", "the", "and") or words[first].text in _OPENS):
        first += 1
    return first


def _speaks(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the school named is said to be the writer's, or asks for a day."""
    while last < len(words) and words[last].text in _NOUNS:
        last += 1
    before = [word.text for word in words[max(first - 3, 0) : first] if word.text not in ("the", "now")]
    after = words[last].text if last < len(words) else ""
    if any(tuple(before[-len(pair) :]) == pair for pair in _SPEAKS):
        return True
    asked = bool(before) and before[-1] in _OPENS and after in _ASKS
    opens = first == 0 or words[first - 1].sort is not Sort.WORD or before[-1:] == ["and"]
    return asked or (opens and after in _ASKS)
