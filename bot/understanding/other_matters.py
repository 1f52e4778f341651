"""Sentences about matters of their own, told by the words that nobody needs to arrange a visit.

Who takes back a yes says so in the common words of arranging ("we may have to move it"), or names what stands in its
way. Of the everyday sentences that the tests keep a quarter are told so, of the second thoughts none.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.arranging_words import ARRANGING
from bot.understanding.aside_words import CLOSING, DECIDING, ENGAGED, OCCUPIED
from bot.understanding.leftover_words import ABOUT_THE_DATE, DATE_WORDS
from bot.understanding.phrases import one_of
from bot.understanding.words import Sort, Word

ENOUGH = 2
"""Words of its own by which a sentence is known to be about something else."""
BY_FAR = 4
"""Words of its own that outweigh a word by which the sentence may speak of the visit after all."""
_KNOWN = ARRANGING | DECIDING | CLOSING | ENGAGED | OCCUPIED | DATE_WORDS | ABOUT_THE_DATE
_OF_THE_VISIT = (DATE_WORDS | CLOSING | ENGAGED) | one_of(
    "then cover supply visit visits visiting visitor visitors slot slots move moved rearrange rearranged reschedule "
    "postpone postponed hold ahead approve approved agrees permission that's"
)
"""By these a sentence may speak of the visit."""
_IN_ITS_WAY = CLOSING | one_of(
    "cover supply postpone reschedule rearrange visit slot booking permission approve approval acceptance ratification"
)
"""By these it does, whatever else it holds."""


def own_words(words: Sequence[Word]) -> set[str]:
    """The words of a sentence that arrange nothing; names of people and places are left out."""
    plain = (word for word in words if word.sort is Sort.WORD and len(word.text) > 2 and not word.raw[0].isupper())
    return {word.text for word in plain if word.text.removesuffix("'s") not in _KNOWN}


def is_of_other_matters(words: Sequence[Word], enough: int = ENOUGH) -> bool:
    """Whether a sentence in which no agreed day is named is about something else than the visit.

    `enough` is the number of words of its own that it must have.
    """
    texts = {word.text for word in words}
    if texts & _IN_ITS_WAY:
        return False
    return len(own_words(words)) >= (BY_FAR if texts & _OF_THE_VISIT else enough)
