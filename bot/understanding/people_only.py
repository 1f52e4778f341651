"""Lines and brackets that hold people and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.people_mention import Mention
from bot.understanding.people_stance_words import NEGATIONS
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import Sentence, Token

SEPARATORS = word_set(
    """, and & + nor plus also then with as well along together / n both our the a her his colleague colleagues
    yours sister brother ; alongside - – — our, or
    by either additionally including finally lastly of course ' ’ \" “ ” now"""
)
INSERTED = word_set(
    """for part of the morning afternoon first last half hour hours from until till at start end am pm after before
    break lunch beginning later on some all session day during bit opening closing meeting join joining joined us
    you both minutes mins min only time period whole throughout a.m. p.m. 10 30 day obvs obviously naturally clearly
    ofc defo
    deffo certainly"""
)
_FILLERS = (
    SEPARATORS
    | INSERTED
    | word_set(
        """an extra more addition additional little old thats that's all folks lot ( ) : . ! from to name names
            follow tbc tba me myself too yes
    i'll be is are will 'll it that
            's
            it'll so here there
        just people attending attendees attendance present ? side school team on our his her role roles one two three
        four | [ ] < > • · ~ = so as follows please thanks thank ta x xx cheers just tbd confirmed who who's confirm
        not instead of place lieu rather than no need will us them visit hi hello ok okay great lovely day these
        this those today e.g in room - -- governors' year ks stage provisionally date new our mr mrs ms miss dr
        and/or , \" ps p.s btw
        inclusion curriculum pastoral behaviour standards teaching learning culture ethos safeguarding attendance y
        oh also my no. your for th st nd rd january february march april may june july jan feb mar apr jun jul
        monday tuesday wednesday thursday friday mon tue tues wed weds thu thur thurs fri option slot"""
    )
) - {"meeting"}


_COLLECTIVE = word_set(
    "everyone everybody all us we people team party group same both attendees panel line-up lineup usual crew trio lot"
)


def gathered(tokens: Sequence[Token], sentence: Sentence, mentions: Sequence[Mention]) -> range:
    """The bracket that says who "everyone" is: "Everyone can make that (me, Ada Fox and Glenn)"; empty where none."""
    opened = next((i for i in range(*sentence) if tokens[i].low == "("), sentence[1])
    closed = next((i for i in range(opened, sentence[1]) if tokens[i].low == ")"), sentence[1])
    inside = [mention for mention in mentions if opened < mention.first and mention.last <= closed]
    front = {token.low for token in tokens[sentence[0] : opened]}
    if len(inside) < 2 or front.isdisjoint(_COLLECTIVE) or not front.isdisjoint(NEGATIONS):
        return range(0)
    return range(opened, closed) if is_only_people(tokens, (opened + 1, closed), inside) else range(0)


def is_only_people(tokens: Sequence[Token], sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence or line holds people and nothing else but times, commas and courtesies."""
    covered = {i for mention in mentions for i in range(mention.first, mention.last)}
    depth = 0
    for position in range(*sentence):
        token = tokens[position]
        if token.low == "(":
            depth += 1
        elif token.low == ")":
            depth = max(0, depth - 1)
        elif _says_no(tokens, position, sentence[1]) or not (
            depth
            or position in covered
            or token.low in _FILLERS
            or token.text[0].isdigit()
            or "@" in token.text
            or (token.text[0] >= _SIGNS and token.text not in _CROSSES)
        ):
            return False
    return True


_SIGNS = "\u2190"
"""Where the signs begin that are no letters, such as arrows and little pictures."""
_CROSSES = frozenset("✗✘❌✕✖")


def _says_no(tokens: Sequence[Token], position: int, end: int) -> bool:
    """As in "will not be at the visit", where "not" parts nobody from anybody."""
    return tokens[position].low == "not" and tokens[min(position + 1, end - 1)].low in _STAYS_AWAY


_STAYS_AWAY = frozenset({"be", "at", "there", "in", "with"})
