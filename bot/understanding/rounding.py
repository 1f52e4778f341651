"""Statements rounded off before they are added up: exceptions spelt out, questions taken as wishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.asking import as_asked, put_forward
from bot.understanding.ground import ALL_BUT, NOT_BEFORE, Ground, Mention, Shape, ends_of
from bot.understanding.phrases import one_of
from bot.understanding.said import Said, Stance
from bot.understanding.words import Word


def rounded(saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> list[Said]:
    """The statements with "any but" parted, wishes in questions told, and what a flat refusal takes back left out."""
    told = [_asked_for(_asking(part), words, ground) for said in saids for part in _all_but(said)]
    return _after_all(told, ground)


def _is_own(said: Said, ground: Ground) -> bool:
    """Whether only days that were not offered, or stretches, are named."""
    days = [day for m in said.mentions if m.shape is Shape.DAY for day in m.days]
    shapes = {m.shape for m in said.mentions}
    if Shape.SPAN in shapes and shapes <= {Shape.SPAN, Shape.PATTERN, Shape.PART}:
        return True
    return bool(days) and not ground.days_on_table.intersection(days)


def _all_but(said: Said) -> tuple[Said, ...]:
    """The refusal and the acceptance in "any but the Thursday"; only what is named in "either of 26th or 28th"."""
    first, rest = said.mentions[0], said.mentions[1:]
    if first.rule == "any" and len(rest) == 1 and rest[0].rule == "between":
        rest = ends_of(rest[0])
    if first.rule == "any" and len(rest) > 1 and all(m.shape in (Shape.DAY, Shape.OPTION) for m in rest):
        return (replace(said, mentions=rest),)
    if first.shape is Shape.SPAN and len(rest) > 1 and rest[0].rule == "all but":
        return (_without_weekdays(said, first, rest),)
    if first.rule != "all but" or not rest or said.stance not in (Stance.YES, Stance.NEWS):
        return (said,)
    whole = replace(said, mentions=(replace(first, rule="any"),), stance=Stance.YES)
    return (replace(said, mentions=rest, stance=Stance.NO), whole)


def _without_weekdays(said: Said, stretch: Mention, rest: Sequence[Mention]) -> Said:
    """A stretch with the weekdays that are left of it: "the week after, any day except the Monday"."""
    if any(mention.shape not in (Shape.WEEKDAY, Shape.PATTERN) for mention in rest[1:]):
        return said
    out = {day for mention in rest[1:] for day in mention.weekdays}
    left = tuple(day for day in range(_SCHOOL_DAYS) if day not in out)
    kept = Mention(Shape.PATTERN, rest[0].first, rest[-1].last, "weekdays", weekdays=left)
    return replace(said, mentions=(stretch, kept))


def _asking(said: Said) -> Said:
    """A stretch that begins where a refusal ends is asked for: "nothing before half-term"."""
    asks = said.stance is Stance.NO and said.mentions[0].rule == NOT_BEFORE
    return replace(said, stance=Stance.YES) if asks else said


_MODALS = one_of("would could might can shall may")
_POINTING = one_of("the a that this following same next coming very")
_SCHOOL_DAYS = 5
_TAG = 3
"""Words that are looked at behind a clause."""
_BEFORE_MODALS = one_of("or and so but then maybe perhaps alternatively instead otherwise , please")


def _asked_for(said: Said, words: Sequence[Word], ground: Ground) -> Said:
    """A question that opens with a day not on offer asks for it: "Would Wednesday 10 March be a possibility?"."""
    first = said.mentions[0]
    if said.stance is Stance.NEWS and first.rule == ALL_BUT:
        return replace(said, stance=Stance.YES)
    if put_forward(said, words, ground):
        return as_asked(said)
    if (
        said.stance is not Stance.NEWS
        or said.clause.ends != "?"
        or first.shape is not Shape.DAY
        or len(first.days) != 1
    ):
        return said
    lead = [word.text for word in words[said.clause.first : first.first] if word.text not in _BEFORE_MODALS]
    lead = [text for text in lead if text not in _POINTING]
    known = first.days[0] in ground.days_on_table or first.days[0] <= ground.today
    opens = lead[:1] and lead[0] in _MODALS and len(lead) <= 2
    asks = not known and (opens or _is_asked_after(said, words))
    return replace(said, stance=Stance.YES, asked=True) if asks else said


def _is_asked_after(said: Said, words: Sequence[Word]) -> bool:
    """Whether the question behind a day is about that day: "we've a gap on the 10th - would that be any use?"."""
    behind = [word.text for word in words[said.clause.last : said.clause.last + _TAG]]
    behind = behind[1:] if behind[:1] and not behind[0].isalpha() else behind
    return len(behind) > 1 and behind[0] in (_MODALS | {"is", "does"}) and behind[1] in ("that", "it", "this")


def _after_all(saids: Sequence[Said], ground: Ground) -> list[Said]:
    """A blanket refusal takes back what was said before it: "I can do the first, no I can't. So none of them".

    A day of the writer's own stays: "We'd like Monday 22 March. None of yours suits".
    """
    refusals = [i for i, s in enumerate(saids) if s.stance is Stance.NO and [m.rule for m in s.mentions] == ["none"]]
    last = max(refusals, default=0)
    return [
        replace(said, stance=Stance.NEWS)
        if i < last and said.stance is Stance.YES and not said.asked and not _is_own(said, ground)
        else said
        for i, said in enumerate(saids)
    ]
