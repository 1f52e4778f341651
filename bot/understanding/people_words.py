"""The newly written words as tokens in sentences, for finding people in them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from bot.understanding.people_tables import word_set

_LONGEST_SENTENCE = 250
"""Tokens; whatever runs on longer is a list, and is read in parts."""

COMMON_WORDS = word_set(
    """a about above accompany across actually add after afternoon again all along alongside already also although
    always am an and another any anyone anything apart are around as ask asked at attend attended attending attends
    available away back be because been before behind being below best better between both bring bringing but by bye
    call came can can't cannot cant case check class cheers child children come comes coming confirm confirmed could
    couldn't cover day days deal did didn't didnt do does doesn't done don't dont down due during each early either
    else email emailed end even evening ever every everyone everything except fine first for free friday from full
    get gets getting give go goes going gone good got great had half happy has hasn't have haven't having he head
    hello help her here hers hi him his hold hope hopefully hour how however i i'm if ill im in include including
    inside instead into is isn't isnt it its join joined joining joins just keep kind know last late later least
    leave leaving left less let like likely long look looking lot lots love lunch made make makes many may maybe me
    mean meet meeting meets might mind mine monday more morning most much must my myself near need needs never new
    next nice no nobody none nor not nothing now number of off office ok okay on once one only option or other
    others our out outside over own part people perhaps phone place please plus pop possible possibly present
    probably put quite rather ready really regards remove represent right room said same saturday say says school
    see seeing seen send sent she should show since site sitting so some someone soon sorry speak staff start stay
    step still such suit suits sunday sure ta take taking talk teach teacher teaching team tell term than thank
    thanks that that's the their them then there these they thing things think this those though through thursday
    till time times to today together tomorrow too took try tuesday two unable under until up us usual very via
    visit wait want was we wednesday week weeks welcome well were what when where whether which while who whole whom
    whose why will wish with within without won't wont work works would year years yes yesterday yet you your
    represented represents represented apologies instead she's he's they're who's whos shes hes theyll n w x xx re"""
)
"""Ordinary words that are no surname behind a given name written without capitals."""


class Token(NamedTuple):
    """A word, number, mark or line end; `start` is its offset in the letter's text, `space` the gap before it."""

    text: str
    low: str
    start: int
    end: int
    space: int
    is_word: bool
    capital: bool


Sentence = tuple[int, int]
"""A run of tokens, first and last (half open)."""


_LOW = itemgetter(Token._fields.index("low"))


def words_in(tokens: Sequence[Token], span: Sentence) -> set[str]:
    """The words and marks of a sentence, lower case: what rules out most of what could be looked for in it."""
    return set(map(_LOW, tokens[span[0] : span[1]]))


def sentences(tokens: Sequence[Token]) -> list[Sentence]:
    """The sentences and list lines that the tokens make; a line that only wraps runs on."""
    found: list[Sentence] = []
    first = opened = 0
    line_start = tokens[0].start if tokens else 0
    for position, token in enumerate(tokens):
        if token.is_word and position - first < _LONGEST_SENTENCE:
            continue  # most tokens end nothing
        opened = position if token.text == "(" else opened
        ends = (
            (token.text in "!?" and not (opened and _in_brackets(tokens, opened, position)))
            or position - first >= _LONGEST_SENTENCE
            or (token.text == "." and _full_stop(tokens, position))
        )
        if token.text == "\n":
            ends = _line_breaks(tokens, position, token.start - line_start)
            line_start = token.end
        if ends:
            if position > first:
                found.append((first, position + (token.text != "\n")))
            first = position + 1
    if first < len(tokens):
        found.append((first, len(tokens)))
    return found


_LONGEST_BRACKET = 16


def _in_brackets(tokens: Sequence[Token], opened: int, at: int) -> bool:
    """Whether a mark stands within a bracket on its line, "Bill Yates (no relation! - governor)": it ends nothing."""
    for token in tokens[opened + 1 : opened + _LONGEST_BRACKET]:
        if token.text in "()\n":
            return token.text == ")" and token.start > tokens[at].start
    return False


_ABBREVIATIONS = word_set(
    """mr mrs ms dr prof rev revd fr sr cllr st col capt hon e.g i.e eg ie etc approx no tel yr dep asst"""
)


def _full_stop(tokens: Sequence[Token], position: int) -> bool:
    before = tokens[position - 1] if position else None
    behind = tokens[position + 1] if position + 1 < len(tokens) else None
    if behind is not None and behind.text == ".":
        return False
    if before is not None and before.text == "." and behind is not None and behind.is_word and not behind.capital:
        return False
    if before is not None and before.text.isdigit() and (position == 1 or tokens[position - 2].text in "\n•"):
        return False
    if before is None or not before.is_word:
        return True
    if before.low in _ABBREVIATIONS:
        return False
    follows = tokens[position + 1] if position + 1 < len(tokens) else None
    return not (
        len(before.text) == 1 and before.capital and before.low != "i" and follows is not None and follows.capital
    )


def _in_columns(tokens: Sequence[Token], end: int) -> bool:
    """Whether wide gaps part the words of the line that ends at `end`, as in a table."""
    at = end - 1
    while at > 0 and end - at < _LONGEST_ROW and tokens[at].text != "\n":
        if tokens[at].space > 2 and tokens[at - 1].text != "\n":
            return True
        at -= 1
    return False


_LONGEST_ROW = 40


_WRAPPED = 58
"""Characters from which on a line may have been wrapped by a mail program."""


def _line_breaks(tokens: Sequence[Token], position: int, length: int) -> bool:
    """Whether the line end at `position` ends a sentence: not where a long line wraps or the next begins small."""
    if position + 1 >= len(tokens) or position == 0:
        return True
    before, after = tokens[position - 1], tokens[position + 1]
    if before.text in ".!?:\n" or after.text == "\n" or not after.is_word:
        return True
    if before.text == "," or before.low in {"and", "&", "with", "plus"}:
        return False
    if length < _WRAPPED and (position + 2 >= len(tokens) or tokens[position + 2].text == "\n"):
        return True
    return after.capital and (
        length < _WRAPPED
        or _in_columns(tokens, position)
        or any(t.text in "|\t" for t in tokens[position - 4 : position])
    )
