"""What stands beside a yes and names no slot: talk of school life, or words that nobody has understood.

A yes is acted on only where every sentence behind it is either read, or about something else by its words (the car
park, the kettle, the weather). A short sentence that is neither may mean anything: "In your dreams".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.model import ReasonCode
from bot.understanding.aside_words import (
    ARRIVAL,
    AUTHORITY,
    DECIDING,
    ENGAGED,
    FORMULAE,
    PASSING,
    PRESENCE,
    PRONOUNS,
    SMALL,
    TITLED,
)
from bot.understanding.clauses import Clause
from bot.understanding.everyday_words import EVERYDAY
from bot.understanding.findings import Doubt
from bot.understanding.ground import Shape
from bot.understanding.other_matters import own_words
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.reading import Reading
from bot.understanding.said import Stance
from bot.understanding.stance_words import Cue
from bot.understanding.words import Sort, Word

NOT_UNDERSTOOD = "not understood"
_A_QUESTION = 4
_BRIEF = 8
"""A longer sentence tells a story; what takes a yes back is short, or holds a word that is watched."""
_A_STATEMENT = 4
"""Words of which at least one arranges nothing: such a sentence has a matter of its own."""
_KNOWN_CUES = frozenset({Cue.PLAIN, Cue.YES, Cue.OFFER})

_IT = frozenset({"it", "it's", "it'll"})
_POINTING = frozenset({"that", "that's", "this", "it", "it's", "like", "as", "when"})
"""What opens a saying, or points back to the yes."""
_AT_THAT_TIME = PhraseTable(
    {
        "then": """
            then ; (that|the+same|the+very+same) (day|date|morning|afternoon|week|time|tuesday|thursday)
            (that|the+same) (monday|wednesday|friday) ; on the day
        """
    }
)
_EVERYBODY = frozenset(
    [
        "we",
        "we're",
        "we've",
        "we'll",
        "we'd",
        "staff",
        "school",
        "everyone",
        "everybody",
        "hall",
        "building",
        "site",
        "half",
        "children",
        "years",
        "it's",
        "there's",
        "that's",
        "there",
    ]
)


_BRINGING_ABOUT = frozenset(
    ["it", "this", "that", "forward", "back", "about", "if", "not", "don't", "another", "later", "then"]
)
"""What makes of bringing something else than a thing in a bag."""


_KNOWN = PASSING | EVERYDAY
_TITLED = AUTHORITY | TITLED
_SMALL = SMALL - PRONOUNS


def unread(reading: Reading, begin: int, sentences: Iterator[list[Clause]], elsewhere: frozenset[int]) -> Doubt | None:
    """The first sentence behind the yes at `begin` that is neither read nor plainly about something else.

    `elsewhere` numbers the sentences in which an "it" is some thing, and not the visit.
    """
    named = [said.mentions[0].first for said in reading.saids if said.stance is not Stance.NEWS]
    named += [mention.first for mention in reading.mentions if mention.shape is Shape.PART]
    named += [said.hit.first for said in reading.saids if said.hit is not None and said.mentions[0].rule != "it"]
    for clauses in sentences:
        first, last = clauses[0].first, clauses[-1].last
        if first < begin:
            continue
        if any(first <= place < last for place in named):
            continue
        asked = clauses[-1].ends == "?"
        if asked and (last - first > _A_QUESTION or own_words(reading.words[first:last])):
            continue
        if clauses[0].sentence in elsewhere and reading.texts[first] in _IT and last - first > _A_QUESTION:
            continue
        words = [word for word in reading.words[first:last] if word.sort is Sort.WORD and len(word.raw) > 1]
        if _holds_something_else(words) or _means_nothing(reading, words, first, last, clauses[-1].ends):
            return Doubt(ReasonCode.UNCLEAR, NOT_UNDERSTOOD, first, last)
    return None


def _means_nothing(reading: Reading, words: Sequence[Word], first: int, last: int, ends: str) -> bool:
    """Whether a brief sentence is of no known kind."""
    if not 0 < len(words) <= _BRIEF or _is_name(words, closed=ends not in (".", "!")):
        return False
    texts = reading.texts[first:last]
    if FORMULAE.stands_in(texts) or _brings_something(texts):
        return False
    if len(words) >= _A_STATEMENT and (own_words(words) or _tells_who(words)):
        return False
    if _presents_somebody(words):
        return False
    passing = {word.text.removesuffix("'s") for word in words} & _KNOWN
    if passing & EVERYDAY and words[0].text in _POINTING:
        passing = passing & PASSING
    comes = any(word.text in PRESENCE for word in words)
    if passing <= _TITLED and not comes:
        passing = set()
    if passing or any(_is_named(word) for word in words[1 if comes else 2 :]):
        return False
    cues = {hit.cue for hit in reading.hits if first <= hit.first < last}
    said = any(said.stance is not Stance.NEWS for said in reading.saids if first <= said.mentions[0].first < last)
    return not said and not cues & _KNOWN_CUES


def _tells_who(words: Sequence[Word]) -> bool:
    """Whether somebody with a name is said to be the governor: "Dora Kilbride is the governor"."""
    named = words[0].raw[0].isupper() and words[0].text not in SMALL
    verb = words[1] if words[1].text == "is" else words[2]
    both = verb is words[1] or words[1].raw[0].isupper()
    return named and both and verb.text == "is" and words[-1].text in TITLED


def _presents_somebody(words: Sequence[Word]) -> bool:
    """Whether somebody with a name is given an office, and nothing is decided: "Gareth Lunn, governor"."""
    first, texts = words[0], {word.text for word in words}
    named = first.raw[:1].isupper() and first.text.removesuffix("'s") not in _NO_NAMES and len(words) > 1
    return named and not _OFFICES.isdisjoint(texts) and texts.isdisjoint(DECIDING | _OF_THE_YES)


_OFFICES = one_of(
    "governor governors gov senco sendco dt dsl deputy assistant mentor lead teacher trustee bursar secretary elsa ta "
    "hlta caretaker clerk manager officer"
)
_NO_NAMES = SMALL | AUTHORITY | TITLED | _OFFICES
_OF_THE_YES = one_of(
    "it that this not no never but if unless until yet day date then busy away ill off out unavailable wants says said "
    "thinks agrees can't won't isn't doesn't hasn't needs must should may might could would"
)


def _brings_something(texts: Sequence[str]) -> bool:
    """Whether only what somebody brings along is told: "Bring suncream", "He will bring eggs"."""
    return "bring" in texts and not _BRINGING_ABOUT.intersection(texts)


def _is_name(words: Sequence[Word], *, closed: bool) -> bool:
    """Whether the words are a signature: capitals alone, or one or two words with which nothing is said."""
    signed = all(word.raw[0].isupper() or word.text in PRONOUNS for word in words) and not any(
        word.text in _SMALL for word in words[1:]
    )
    plain = len(words) <= 2 and not any(word.text in SMALL for word in words) and closed
    return plain or (signed and words[0].text not in SMALL)


def _is_named(word: Word) -> bool:
    return word.raw[0].isupper() and word.text not in SMALL


def _holds_something_else(words: Sequence[Word]) -> bool:
    """Whether all of us are said to be busy "then" or "that day"."""
    texts = [word.text for word in words]
    if texts[:1] in (["year"], ["years"], ["reception"]):
        return False
    busy = ENGAGED.intersection(texts) and _EVERYBODY.intersection(texts) and not ARRIVAL.intersection(texts)
    return bool(busy) and _AT_THAT_TIME.stands_in(texts)
