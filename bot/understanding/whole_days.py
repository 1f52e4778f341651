"""A whole day asked for, where half a day is on offer: "26th, morning AND afternoon please".

Both halves of a day that are only said to be free leave the choice to us; both that are wanted are another visit.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.findings import Findings
from bot.understanding.ground import Shape
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.said import Said
from bot.understanding.words import Sort, Word

_BOTH = PhraseTable(
    {
        "both": """
            (morning|am|a.m|mornings) (and|+|plus|then|and+then) (then)? (the|in+the)? (afternoon|pm|p.m)
            (morning|am|a.m|mornings) (as+well+as|followed+by|&) (then)? (the|in+the)? (afternoon|pm|p.m)
            (morning|am|a.m) (right|all+the+way)? (through|till|until|to|up+to) (to)? (the+end|home|close|pm)
            (morning|am|a.m) (right|all+the+way)? (through+to|right+through+to) (to)? (the+end|home|close|pm)
            (morning|am|a.m) with _ _? and (then)? (the|in+the)? (afternoon|pm|p.m)
            both (halves|sessions|parts|ends) ; both (the)? (morning|mornings|am|a.m) and
            the (whole|entirety|entire) of ; (for|in) the morning and (then)? (stay|stop|remain|carry+on|on+into)
            (1|2|3|4|one|two|three) and (2|3|4|5|two|three|four) (together|combined|as+one|joined|back+to+back)
        """
    }
)
_WANTING = one_of("please book reserve want wanted need like love have come stay down plus together as")
_LEFT_OPEN = one_of(
    "or either any anytime whichever whatever free work works working fine ok okay available availability good clear "
    "suit suits possible easy doable open empty can could choose choice pick prefer neither no not"
)


def asks_for_a_whole_day(found: Findings, words: Sequence[Word]) -> None:
    """Doubt a yes whose sentence wants both halves of a day."""
    for said in {id(one): one for one in found.accepted.values()}.values():
        texts = _sentence_of(said, words)
        wanting = any(text in _WANTING for text in texts) and _LEFT_OPEN.isdisjoint(texts)
        named = any(m.rule == "both" and m.shape is Shape.PART for m in said.mentions)
        if wanting and (named or _BOTH.stands_in(texts)):
            found.doubt("a whole day asked for", said.mentions)


def _sentence_of(said: Said, words: Sequence[Word]) -> list[str]:
    """The words of the sentence in which something is said, brackets and commas left out."""
    first, last = said.clause.first, max(said.clause.last, said.mentions[-1].last)
    while first > 0 and not _ends(words[first - 1]):
        first -= 1
    while last < len(words) and not _ends(words[last]):
        last += 1
    return [word.text for word in words[first:last] if word.sort is not Sort.MARK or word.text in ("+", "&")]


def _ends(word: Word) -> bool:
    return word.sort is Sort.BREAK or word.text in (".", "!", "?", ";")
