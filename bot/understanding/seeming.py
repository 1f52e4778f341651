"""What only looks like a yes or a no to a day: somebody's first day, working days, another event, whoever says so.

Each looks at one statement: the words, its clause, what it names (`group`) and the cue that told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.understanding.aside_words import OCCUPIED
from bot.understanding.clauses import Clause
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.stance_words import Cue
from bot.understanding.weighing_words import ENTERTAINED
from bot.understanding.words import Sort, Word

if TYPE_CHECKING:
    from bot.understanding.said import Hit

_BEGAN = one_of("started starts joined began begins arrived returned left leaves retired appointed")
_HELD = one_of("place happen ahead held")
WHOEVER = one_of("anyone anybody whoever those people somebody someone who")
"""Of whom a thing is told that is said of nobody here."""
_FAR_BEFORE = 4
_KEPT_NEAR = 5
_KEEPING = one_of("our the my a an their year")
_CHOSEN = one_of(
    "one best winner favourite preferred better easiest ideal ticket date slot option choice answer yes goer runner "
    "pick preference vote earliest quietest calmest least most only first"
)
"""What a day is called that is chosen, and nothing that is kept on it."""


def seems_a_yes(
    words: Sequence[Word], clause: Clause, group: Sequence[Mention], hit: Hit | None, hits: Sequence[Hit]
) -> bool:
    """Whether a yes says nothing of what is named; `hits` are the cues of the clause."""
    if _only_began_then(words, clause, group):
        return True
    if hit is None:
        return False
    return (
        _only_works_then(words, group, hit, hits)
        or _is_so(words, clause)
        or _hails_a_feast(words, group, hit)
        or _books_something_else(words, group, hit)
        or _is_an_event_to_be(words, clause, hit)
    )


def seems_a_no(words: Sequence[Word], clause: Clause, hit: Hit) -> bool:
    """Whether a no says nothing of what is named."""
    return is_whoevers(words, clause) or _not_both_at_once(words, hit) or _clears_a_doubt(words, clause, hit)


_DOUBTS = one_of(
    "doubt doubts worry worries query clash problem snag hitch conflict concern concerns muddle uncertainty"
)
_GONE = one_of("gone cleared lifted vanished evaporated disappeared passed moved")


def _clears_a_doubt(words: Sequence[Word], clause: Clause, hit: Hit) -> bool:
    """Whether only what stood against a day is gone: "the doubt I had over 3 Feb has gone"."""
    gone = not _GONE.isdisjoint(word.text for word in words[hit.first : hit.last])
    return gone and not _DOUBTS.isdisjoint(word.text for word in words[clause.first : hit.first])


def _only_began_then(words: Sequence[Word], clause: Clause, group: Sequence[Mention]) -> bool:
    """Whether only somebody's first day is told: "he only started Monday and would like to meet you all"."""
    first = group[0].first
    if any(m.shape is not Shape.WEEKDAY for m in group):
        return False
    return not _BEGAN.isdisjoint([word.text for word in words[max(first - _FAR_BEFORE, clause.first) : first]])


def _only_works_then(words: Sequence[Word], group: Sequence[Mention], hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether only somebody's working days are told: "our governor works Monday to Thursday on the railway"."""
    if words[hit.first].text not in ("work", "works") or hit.last - hit.first > 1:
        return False
    if any(h.cue is Cue.ONLY for h in hits):
        return False  # "I only work Tuesdays"
    between = [word.text for word in words[hit.last : group[0].first]]
    return hit.last <= group[0].first and between in ([], ["on"], ["a"], ["only"], ["every"])


def _is_so(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a whole clause only tells that something is so: "... hadn't been our assembly, but it is"."""
    if clause.lead not in ("but", "because", "as", "and"):
        return False
    return [word.text for word in words[clause.first : clause.last] if word.sort is Sort.WORD] == ["it", "is"]


_BOOKED = one_of("booked arranged organised organized planned reserved")
_OF_A_VISIT = one_of(
    "room slot visit space hall place meeting appointment time morning afternoon hour parking lunch date"
)


def _books_something_else(words: Sequence[Word], group: Sequence[Mention], hit: Hit) -> bool:
    """Whether a thing of the writer's own was booked for the day: "I've booked us a day out on the Wednesday"."""
    between = [word.text for word in words[hit.last : group[0].first]]
    owned = words[hit.last - 1].text in _BOOKED and words[hit.last - 2].text in ("i've", "have", "we've", "had", "has")
    thing = not {"a", "an", "some", "tickets", "leave"}.isdisjoint(between)
    return owned and thing and _OF_A_VISIT.isdisjoint(between)


def _hails_a_feast(words: Sequence[Word], group: Sequence[Mention], hit: Hit) -> bool:
    """Whether a feast is only exclaimed at: "Yeah great, World Book Day, the one day I'm dressed as a lobster"."""
    feast = all(m.rule == "feast" for m in group)
    return feast and words[group[0].first - 1].text == "," and hit.last < group[0].first


def _is_an_event_to_be(words: Sequence[Word], clause: Clause, hit: Hit) -> bool:
    """Whether something else must be held on the day: "The governors' meeting has to take place on the 9th"."""
    if not _HELD.intersection(word.text for word in words[hit.first : hit.last]):
        return False
    before = {word.text for word in words[clause.first : hit.first]}
    return not before.isdisjoint(ENTERTAINED | OCCUPIED) and "visit" not in before


def is_whoevers(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the clause tells of whoever says or does a thing: "Whoever says the 4th is bad ..."."""
    opening = [word.text for word in words[clause.first : clause.first + 2]]
    return opening[:1] == ["whoever"] or (opening[0] in WHOEVER and opening[1:] == ["who"])


def _not_both_at_once(words: Sequence[Word], hit: Hit) -> bool:
    """Whether only two things at once are ruled out: "we couldn't both have visitors"."""
    if hit.cue is not Cue.NOT:
        return False
    following = [word.text for word in words[hit.last : hit.last + 2]]
    return following[:1] == ["both"] and following[1:] not in (["of"], ["days"], ["dates"])


def is_kept(words: Sequence[Word], clause: Clause, group: Sequence[Mention]) -> bool:
    """Whether only what is kept on the day stands behind it: "4th, World Book Day", "11th's our open evening"."""
    if len(group) > 1 and (group[1].rule == "feast" or (group[0].rule == "feast" and group[1].days == group[0].days)):
        return True
    behind = [word.text for word in words[group[-1].last : clause.last]]
    if behind[:1] == [","] and len(behind) <= _KEPT_NEAR and not ENTERTAINED.isdisjoint(behind):
        return True
    owned = behind[:2] == ["'", "s"] or words[group[0].last - 1].text.endswith("'s") or behind[:1] == ["is"]
    kept = next((at for at, text in enumerate(behind[:3]) if text in _KEEPING), None)
    return owned and kept is not None and not _CHOSEN.intersection(behind[kept + 1 : kept + 4])
