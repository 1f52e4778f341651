"""What is left when all that was offered is refused: a day of the school's own, told with its hour, is put forward."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.findings import Findings, meanings
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.stance import Said, Stance
from bot.understanding.words import Word

_TAKEN = one_of(
    "until till since back return returns returning off away leave deadline by was were had has not no never none "
    "neither isn't can't won't don't doesn't aren't couldn't wouldn't start starts starting begin begins ends end "
    "break due evening meet meets meeting meetings governors' parents' inset closed shut training course trip trips "
    "residential exam exams mocks sats ofsted inspection interviews interview assembly play concert fair fete "
    "election polling strike holiday funeral wedding birthday panel panels review reviews moderation sports show "
    "production disco prom performance deadline conference network cluster booked if unless maybe perhaps might may "
    "could possibly probably last yesterday sent wrote emailed rang letter email out busy full surgery hospital "
    "appointment dentist court jury leaves left joins joined they their he she his her council local authority "
    "nobody everyone's teaching teach taught arrives arrive clash clashes"
)
"""Words that tell of something else on a day, or of somebody's coming and going."""
_FEW = 14


def put_forward_by_elimination(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """Where every offered slot is refused and nothing else is asked for, a new day told with its hour is proposed."""
    if ground.agreed is not None or found.accepted or found.proposed or found.doubts or not ground.offered:
        return
    if any(slot not in found.refused for slot in ground.offered):
        return
    told = {id(said) for said in saids if _is_told(said, words, ground)}
    for said, meaning in meanings(saids, words, ground) if told else ():
        if id(said) in told and not meaning.doubts:
            for proposal in meaning.proposed:
                found.proposed.setdefault(proposal, said)


def _is_told(said: Said, words: Sequence[Word], ground: Ground) -> bool:
    days = [m for m in said.mentions if m.shape is Shape.DAY]
    halves = any(m.shape is Shape.PART for m in said.mentions)
    if said.stance is not Stance.NEWS or said.personal or not days or not halves:
        return False
    if not all(_is_new(mention, ground) for mention in days):
        return False
    named = {at for m in said.mentions for at in range(m.first, m.last)}
    rest = [words[at].text for at in range(said.clause.first, said.clause.last) if at not in named]
    rest = [text for text in rest if text[:1].isalpha()]
    return len(rest) <= _FEW and not _TAKEN.intersection(rest)


def _is_new(mention: Mention, ground: Ground) -> bool:
    """Whether one school day is named that lies ahead and was not offered."""
    if len(mention.days) != 1 or mention.days[0] in ground.days_on_table:
        return False
    return mention.days[0] > ground.today and ground.calendar.is_school_day(mention.days[0])
