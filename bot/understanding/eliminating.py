"""What is left when all that was offered is refused: a day of the school's own, told with its hour, is put forward."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.findings import Findings, meanings
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.said import Said, Stance
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


_FRAMES = PhraseTable(
    {
        "put forward": """
            (i'm|we're|i+am|we+are|i+was|we+were|was|were) (just|only)? thinking (of|more|along)?
            (is|would|could|might) ... (a|an|any) (goer|runner|possibility|option|thought|chance|non-starter)
            (is|would|could|might) ... (any+good|any+use|of+use|a+possibility|on+the+cards|out+of+the+question)
            if (it's|it+is|that's) all the same (to|with) (you|your+adviser|everyone|everybody)
            (what|how) (do+you|would+you|d'you) (think|say|feel) (to|of|about) ; (how|what) (about|say) ; what price
            (chance|chancing|push|pushing|try|trying) (my|our) (arm|luck) ; here's (a|my|one) (thought|idea|suggestion)
            (we'd|i'd|we'll|i'll|we+would) (have|get) (the+whole+team|everyone|everybody|all+of+us)
            (we'd|i'd|we'll|i'll|we+would) (have|get) (space|room|time|the+place)
            simpler : ; better (still|idea) : ; (our|my) (suggestion|counter-offer|bid|plea|pitch|vote|shout)
            a thought
            (free|clear|empty|quiet|off+timetable|nobody+to+teach|nothing+on|no+clubs|all+yours)
        """
    }
)
"""Words by which a day that nobody offered is put forward."""
_ASKED_IN_FEW = 9


def put_forward_in_words(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """A new day that is only named, in a question or behind words of putting forward, is proposed: "Weds 24th Feb?"."""
    given_up = ground.agreed is None or ground.agreed in found.refused
    if not given_up or found.accepted or found.proposed or found.doubts or not ground.offered:
        return
    new = {id(said) for said in saids if _names_only_new_days(said, ground)}
    for said, meaning in meanings(saids, words, ground) if new else ():
        if id(said) not in new or meaning.doubts:
            continue
        named = {at for m in said.mentions for at in range(m.first, m.last)}
        clause = [words[at].text for at in range(said.clause.first, said.clause.last)]
        rest = [words[at].text for at in range(said.clause.first, said.clause.last) if at not in named]
        rest = [text for text in rest if text[:1].isalpha()]
        asked = said.clause.ends == "?" and len(rest) <= _ASKED_IN_FEW
        if (asked or clause[:1] == ["say"] or _FRAMES.stands_in(clause)) and not _UNASKED.intersection(rest):
            for proposal in meaning.proposed:
                found.proposed.setdefault(proposal, said)


def _names_only_new_days(said: Said, ground: Ground) -> bool:
    """Whether news is told of days that are written out and were not offered, and of nothing else."""
    if said.stance is not Stance.NEWS or said.personal or any(m.shape not in _NAMING for m in said.mentions):
        return False
    days = [m for m in said.mentions if m.shape is Shape.DAY]
    return bool(days) and all(_is_new(m, ground) and m.rule in _WRITTEN for m in days)


_NAMING = (Shape.DAY, Shape.PART, Shape.WEEKDAY)
_WRITTEN = frozenset({"day and month", "day of the month"})
"""How a day is named that may be put forward by its name alone; "try us in a month?" names none."""
_WEIGHED = one_of("if maybe perhaps might could off by was were back")
"""Words of `_TAKEN` that may lead to a day put forward."""
_UNASKED = (_TAKEN - _WEIGHED) | one_of(
    "happening what's who's where's it it's that that's there when what who which bank term half-term"
)
"""What a question is about that asks for no visit: "Is 20 May a bank holiday?"."""


def _is_new(mention: Mention, ground: Ground) -> bool:
    """Whether one school day is named that lies ahead and was not offered."""
    if len(mention.days) != 1 or mention.days[0] in ground.days_on_table:
        return False
    return mention.days[0] > ground.today and ground.calendar.is_school_day(mention.days[0])
