"""What a sentence comes to: "the hall is booked on the 5th and the 7th, so the 12th please" chooses the 12th alone.

What stands before the "so" is why, whatever it sounds like; it is parted from the choice as a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.clauses import Clause
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.stance import is_bare
from bot.understanding.stance_words import Cue
from bot.understanding.words import Word

CONCLUDING = "therefore"
"""The `lead` of a clause in which a sentence concludes."""
_SO = frozenset({"so", "therefore", "hence", "thus"})
_CHOOSING = frozenset({Cue.YES, Cue.OFFER, Cue.PLAIN, Cue.ONLY, Cue.PREFER, Cue.SLIP})
_AGREEING = frozenset({Cue.YES, Cue.OFFER, Cue.ONLY})
_NAMING = (Shape.DAY, Shape.OPTION, Shape.WEEKDAY)
_INVERTING = one_of("do does did would will is are can could has have may might should")
"""Behind these a "so" adds: "so does the 28th"."""


def parted(
    clauses: Sequence[Clause], words: Sequence[Word], mentions: Sequence[Mention], hits: Sequence[Hit]
) -> list[Clause]:
    """The clauses, where one that concludes with a choice begins a sentence of its own."""
    if not any(clause.lead in _SO for clause in clauses):
        return list(clauses)
    out: list[Clause] = []
    added = 0
    for clause in clauses:
        behind = bool(out) and out[-1].sentence == clause.sentence + added
        ends = behind and _concludes(clause, words, mentions, hits)
        added += ends
        lead = CONCLUDING if ends else clause.lead
        out.append(clause._replace(lead=lead, sentence=clause.sentence + added))
    return out


def _concludes(clause: Clause, words: Sequence[Word], mentions: Sequence[Mention], hits: Sequence[Hit]) -> bool:
    """Whether the clause plainly chooses a day or an option."""
    if clause.lead not in _SO or words[clause.first].text in _INVERTING:
        return False
    inside = [m for m in mentions if clause.first <= m.first < clause.last]
    cues = {h.cue for h in hits if clause.first <= h.first < clause.last}
    named = any(m.shape in _NAMING for m in inside)
    return named and cues <= _CHOOSING and (bool(cues & _AGREEING) or is_bare(clause, inside, words))


def concluded(told: Sequence[Said], clauses: Sequence[Clause], words: Sequence[Word]) -> list[Said]:
    """What is said, where what led to a conclusion chooses nothing itself."""
    told = _after_weighing(told, words)
    reached = {c.sentence - 1: c for c in clauses if c.lead == CONCLUDING}
    if not reached:
        return list(told)
    chosen = {s.clause for s in told if s.stance is Stance.YES and not s.lesser}
    return [
        replace(said, stance=Stance.NEWS)
        if said.stance is Stance.YES and reached.get(said.clause.sentence) in chosen and _names_others(said)
        else said
        for said in told
    ]


_FINAL = frozenset({"it has to be", "it'll have to be", "it is", "it must be", "it'll be", "it had better be"})
"""What closes the weighing of several days."""


def _after_weighing(told: Sequence[Said], words: Sequence[Word]) -> list[Said]:
    """What is said, where days that were only weighed before "so the 29th it has to be" choose nothing themselves."""
    final = next((at for at, said in enumerate(told) if _closes(said, words)), None)
    if final is None:
        return list(told)
    before = [replace(s, stance=Stance.NEWS) if s.stance is Stance.YES else s for s in told[:final]]
    return [*before, *told[final:]]


def _closes(said: Said, words: Sequence[Word]) -> bool:
    """Whether the words bring the weighing of several days to an end with one of them."""
    if said.stance is not Stance.YES or said.hit is None or len(said.mentions) > 1 or said.clause.lead not in _SO:
        return False
    return " ".join(word.text for word in words[said.hit.first : said.hit.last]) in _FINAL and _names_others(said)


def _names_others(said: Said) -> bool:
    return all(m.shape in _NAMING or m.shape in (Shape.SPAN, Shape.PART) for m in said.mentions)
