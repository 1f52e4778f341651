"""Which words are a person's name.

A name is known by its title, by its shape (capitals in a row), by a contact of the school, or by a table of given
names used in the United Kingdom. The table only helps: an unseen name in a person's place is a name too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.understanding.given_names import GIVEN_NAMES, ORDINARY_WORDS_TOO
from bot.understanding.name_words import CAPITALISED_WORDS, EVENTS, OFFICES, PLACES_AND_EVENTS, SURNAMES_TOO
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import COMMON_WORDS, Token
from bot.understanding.roles import ROLE_STARTS

TITLES = word_set(
    """mr mrs ms miss mx dr doctor prof professor rev revd reverend fr father sr sister br brother canon cllr
    councillor sir lt lieut lieutenant brigadier brig cdr commander sgt sergeant maj squadron alderman ald mister missus
    dame lady lord col colonel major capt captain pastor imam rabbi deacon archdeacon mme madame herr frau señora
    señor signor signora monsieur pan pani ustadh sheikh"""
)
"""Words before a name that are no part of it."""

_TITLES_THAT_ARE_WORDS = word_set(
    "miss father sister brother major sir lady lord doctor pastor fr br sr col ms pan commander"
)

FEMALE_TITLES = word_set("mrs missus ms miss sister sr dame lady mme madame")
MALE_TITLES = word_set("mr mister father brother fr sir lord canon")

_PARTICLES = word_set("vd v de da vd v del della van von der den al el bin bint ibn la le du dos ter ap ab")


class Name(NamedTuple):
    """A name in a run of tokens, `first` to `last` (half open) with its title; `words_from` is where the name begins.

    `sure` is False for a lone capitalised word that no table knows: it needs a role or a list to be a person.
    """

    first: int
    words_from: int
    last: int
    sure: bool
    gender: str = ""


@lru_cache(maxsize=4096)
def is_office(name: str) -> bool:
    """Whether a From header's name is an office's and nobody's own: "Gorsebank Office"."""
    return not OFFICES.isdisjoint(name.lower().replace(",", " ").split())


def known_names(names: Sequence[str]) -> frozenset[str]:
    """The lower-case words of the given people's names, initials and titles left out; an office is no person."""
    return frozenset().union(*map(_known_name, names))


@lru_cache(maxsize=4096)
def _known_name(name: str) -> frozenset[str]:
    words = [word.strip(".,()'").lower() for word in name.split()]
    return frozenset(word for word in words if len(word) > 1) - TITLES if OFFICES.isdisjoint(words) else frozenset()


def name_at(tokens: Sequence[Token], start: int, end: int, known: frozenset[str], taken: frozenset[int]) -> Name | None:
    """The name that begins at token `start`, if one does; it stops before `end` and before tokens `taken` by roles."""
    position, gender = _after_titles(tokens, start, end)
    if position > start:
        last = _titled_name_end(tokens, position, end, taken)
        return Name(start, position, last, sure=True, gender=gender) if last > position else None
    if not (_may_begin(tokens[start], known) or _is_initial(tokens, start, end)):
        return None
    last = _name_end(tokens, start, end, taken)
    if last < end and last > start and last not in taken and _is_place(tokens[last]):
        return None
    if last - start > 1 and last < end and tokens[last].low in EVENTS and tokens[start].low not in GIVEN_NAMES:
        return None
    if last == start:
        return _lower_case_name(tokens, start, end, known, taken)
    words = [token.low for token in tokens[start:last] if token.is_word]
    longest = max(map(len, words), default=1)
    if longest == 1:
        return None
    sure = len(words) > 1 or not GIVEN_NAMES.isdisjoint(words) or not known.isdisjoint(words)
    if longest <= 3:  # short words in capitals are rather an abbreviation
        sure = sure and not all(token.text.isupper() for token in tokens[start : start + len(words)])
    return Name(start, start, last, sure=sure)


def _is_place(token: Token) -> bool:
    """Whether the word behind a run of capitals makes it a school's or a room's name, "Gorse Hill High School"."""
    return token.capital and token.low in PLACES_AND_EVENTS and token.space == 1


def _after_titles(tokens: Sequence[Token], start: int, end: int) -> tuple[int, str]:
    position, gender = start, ""
    while position < end and tokens[position].low in TITLES:
        token = tokens[position]
        if token.low in _TITLES_THAT_ARE_WORDS and not token.capital and not _small_title(tokens, position, end):
            return start, ""
        gender = gender or ("f" if token.low in FEMALE_TITLES else "m" if token.low in MALE_TITLES else "")
        position += 1
        while position < end and tokens[position].text in {".", "'d", "’d"}:
            position += 1
    return position, gender


def _small_title(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "miss bell is our governor": a title without its capital, told from the verb by what stands around it."""
    if tokens[at].low not in {"miss", "ms", "dr", "fr", "sr"} or at + 1 >= end:
        return False
    name, before = tokens[at + 1], tokens[at - 1].low if at else "."
    if not name.is_word or len(name.low) < 3 or name.space != 1 or is_ordinary(name.low):
        return False
    return tokens[at].low != "miss" or before not in _BEFORE_THE_VERB


_BEFORE_THE_VERB = word_set("i we they you to not don't didn't can't will 'll 'd would may might a near should could")


def _titled_name_end(tokens: Sequence[Token], start: int, end: int, taken: frozenset[int]) -> int:
    last = _name_end(tokens, start, end, taken, lenient=True)
    if last > start or start >= end or start in taken:
        return last
    token = tokens[start]
    if not token.is_word or token.low in COMMON_WORDS or token.space > 1:
        return start
    if token.low in _PARTICLES:
        return _behind_particles(tokens, start, end)
    second = start + 1
    if token.low in GIVEN_NAMES and second < end and _may_be_surname(tokens[second]) and second not in taken:
        return second + 1
    return start + 1


def _behind_particles(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of a name in small letters whose particles begin at `at`: "mrs van der berg", "alex de souza"."""
    while at < end and tokens[at].low in _PARTICLES:
        at += 1
    return at + (at < end and _may_be_surname(tokens[at]))


def _may_begin(token: Token, known: frozenset[str]) -> bool:
    if token.capital:
        return (
            not _ordinary(token)
            or token.low in _NAMES_OF_MONTHS
            or (token.low in known and token.low not in COMMON_WORDS)
        )
    return token.low in known or token.low in GIVEN_NAMES


def is_ordinary(low: str) -> bool:
    """Whether a lower-case word is one that mail uses for other things than people."""
    return low in CAPITALISED_WORDS or low in COMMON_WORDS


def _ordinary(token: Token) -> bool:
    if len(token.text) == 1 and token.text not in "IA":
        return False
    return token.low in CAPITALISED_WORDS or token.low in COMMON_WORDS


def _name_end(tokens: Sequence[Token], start: int, end: int, taken: frozenset[int], *, lenient: bool = False) -> int:
    """The token after the last word of a capitalised name that begins at `start`; `start` where none does."""
    position, last, words = start, start, 0
    while position < end and words < 5 and position not in taken:
        token = tokens[position]
        if position > start and token.space != 1 and token.text != ".":
            break
        if token.capital and (
            not _ordinary(token)
            or _surname_too(tokens, position, end, words)
            or (words == 0 and (lenient or _opens_a_name(tokens, position, end)))
        ):
            words += 1
            position += 1
            last = position
            initials = len(token.text) == 1 or "." in token.text
            if initials and position < end and tokens[position].text == "." and _follows_on(tokens, position, end):
                position += 1
        elif words and token.low in _PARTICLES and _particles_lead_on(tokens, position, end):
            position += 1
        else:
            break
    return last


def _surname_too(tokens: Sequence[Token], at: int, end: int, words: int) -> bool:
    """As in "Ravi Sen", "Kim Hall": an ordinary word that is a family name behind a given name and before no number."""
    if words != 1 or tokens[at].low not in SURNAMES_TOO or tokens[at].text.isupper():
        return False
    given = tokens[at - 2] if tokens[at - 1].text == "." else tokens[at - 1]
    if given.low not in GIVEN_NAMES and not (len(given.text) == 1 and given.capital):
        return False
    follows = tokens[at + 1] if at + 1 < end else None
    return follows is None or not (follows.text[0].isdigit() or (follows.capital and follows.space == 1))


def _opens_a_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    return _month_name(tokens, at, end) or _is_initial(tokens, at, end)


_BEHIND_A_NAME = frozenset({"(", ",", ")", "-", "–", "—", ";", ":", "and", "&", "\n"})


def _is_initial(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "A. Wills" and "A Wills (DT)": the letter that is also an article, where a family name stands behind it."""
    dotted = at + 1 < end and tokens[at + 1].text == "."
    name = at + 1 + dotted
    if tokens[at].text != "A" or name >= end or not tokens[name].capital or _ordinary(tokens[name]):
        return False
    if tokens[name].space > 1 or len(tokens[name].text) < 2:
        return False
    return dotted or (name + 1 < end and tokens[name + 1].text in _BEHIND_A_NAME)


_NAMES_OF_MONTHS = word_set("jan april june may august summer will mark grace hope")
NEVER_FIRST = frozenset(word for word in CAPITALISED_WORDS | COMMON_WORDS if len(word) > 1) - _NAMES_OF_MONTHS
"""Lower-case words that, with a capital, begin no name unless a contact has it; a letter may be an initial."""


def _month_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "Jan Kerr", "April Jones": a word that is also a month, with a family name behind it."""
    follows = tokens[at + 1] if at + 1 < end else None
    if tokens[at].low not in _NAMES_OF_MONTHS or follows is None or follows.space != 1:
        return False
    if follows.text == "(" and at + 2 < end and tokens[at + 2].low in ROLE_STARTS:
        return True
    if follows.low in _PARTICLES:
        return _particles_lead_on(tokens, at + 1, end)
    if not follows.capital or _ordinary(follows):
        return False
    starts = at == 0 or tokens[at - 1].text in ".!?\n"
    asks = starts and tokens[at].low in {"will", "may"}
    return not asks or (at + 2 < end and tokens[at + 2].low in _SAYS_OF_SOMEBODY)


_SAYS_OF_SOMEBODY = word_set("will is has can 's 'll was ca can't cannot isn't won't and ( , from")


def _particles_lead_on(tokens: Sequence[Token], at: int, end: int) -> bool:
    while at < end and tokens[at].low in _PARTICLES:
        at += 1
    return at < end and tokens[at].capital


def _follows_on(tokens: Sequence[Token], position: int, end: int) -> bool:
    return position + 1 < end and tokens[position + 1].capital


def _may_be_surname(token: Token) -> bool:
    return token.is_word and len(token.low) > 2 and token.low not in COMMON_WORDS and token.space == 1


def _lower_case_name(
    tokens: Sequence[Token], start: int, end: int, known: frozenset[str], taken: frozenset[int]
) -> Name | None:
    """A name on a phone's keyboard: a known given name, with the word behind it if that is no ordinary word."""
    token = tokens[start]
    if token.capital or not token.is_word or token.low in COMMON_WORDS:
        return None
    second = start + 1
    has_surname = second < end and second not in taken and _may_be_surname(tokens[second])
    if has_surname and tokens[second].low in CAPITALISED_WORDS:
        has_surname = False
    if second < end and tokens[second].low in _PARTICLES and tokens[second].low not in COMMON_WORDS:
        return Name(start, start, _behind_particles(tokens, second, end), sure=True)
    return Name(start, start, second + has_surname, sure=token.low not in ORDINARY_WORDS_TOO or token.low in known)
