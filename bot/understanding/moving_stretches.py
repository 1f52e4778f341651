"""Whether an agreed visit is asked into another stretch of days: "Could you make it the week after instead?"."""

from __future__ import annotations

from bot.understanding.ground import Shape
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.reading import Reading
from bot.understanding.said import Stance
from bot.understanding.stance_words import Cue

_MOVING = PhraseTable(
    {
        "moving": """
            (can|could|shall|may|might) (you|we) (please)? (make|move|shift|push|swap|change) (it|this|that|the)
            (can|could|shall|may|might) (you|we) (please|possibly)? (bring|take) (it|this|that|the+visit) (forward|back)
            (can|could|shall|may|might) (you|we) (please)? (do|have|say|go+for|switch+to|aim+for) (the|some|any)
            (would|will) you be able to (make|move|shift|push|swap|change) (it|this|that|the)
            (would|will) it be possible to (make|move|shift|push|swap|change) (it|this|that|the)
        """
    }
)
_FARTHEST = 10
_WEIGHED = one_of("if unless case otherwise should were bring send papers")
_BETWEEN = one_of("the some any a time day week date in on to for into it sometime one of during within until till")
"""What stands between the asking and the stretch: more would be what else is done then, "the tour in the last week"."""
_STRETCHES = (Shape.SPAN, Shape.PATTERN)


def asks_for_a_stretch(reading: Reading) -> bool:
    """Whether a question moves the visit into a week, a month or a kind of day that is named, and gives no day."""
    texts = reading.texts
    for said in reading.saids:
        clause, named = said.clause, said.mentions
        words = texts[clause.first : clause.last]
        if said.stance is not Stance.YES or clause.ends != "?" or not _WEIGHED.isdisjoint(words):
            continue
        if any(m.shape not in _STRETCHES or m.opens == "start" for m in named):
            continue
        asked = any(h.cue is Cue.OFFER and clause.first <= h.first < clause.last for h in reading.hits)
        moving = [at for at in _MOVING.starts(texts) if clause.first <= at < clause.last]
        ends = [hit[1] for at in moving if (hit := _MOVING.at(texts, at, min(at + _FARTHEST, clause.last)))]
        moves = any(_BETWEEN.issuperset(texts[end : named[0].first]) for end in ends)
        if asked and moves and "instead" in words:
            return True
    return False
