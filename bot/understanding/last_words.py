"""What the end of a sentence comes back to: "Wed 5th - I'd have to leave at 2 to catch the minibus, so no"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.clauses import Clause
from bot.understanding.ground import Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.words import Sort, Word

_LEADS = one_of("so - -- but and therefore because as")
_REFUSING = frozenset({Cue.NO, Cue.NOT})
_ASIDES = ("-", "(", ":", "--")
_NAMING = (Shape.DAY, Shape.OPTION, Shape.WEEKDAY)
_IN_GENERAL = (Shape.WEEKDAY, Shape.PATTERN, Shape.PART, Shape.SET)
_AROUND_A_NO = one_of(
    "so no not nope sadly alas unfortunately that's it's that it is a an the big firm out sorry i'm afraid me us for "
    "one this then really definitely obviously nah go can do good chance way either again still and but"
)
"""What may stand in a last clause that says nothing but no."""


def with_last_words(
    told: Sequence[Said], clauses: Sequence[Clause], words: Sequence[Word], hits: Sequence[Hit]
) -> list[Said]:
    """What is said, where the sentence of a day that was only named ends in a no, or its aside refuses such days."""
    if not any(said.stance in (Stance.YES, Stance.NEWS) and _only_names(said) for said in told):
        return list(told)
    return [_ended(said, told, clauses, words, hits) if _only_names(said) else said for said in told]


def _only_names(said: Said) -> bool:
    """Whether a day is named without a verdict of its own."""
    bare = said.stance is Stance.NEWS or (said.stance is Stance.YES and said.bare)
    return bare and said.clause.ends != "?" and any(m.shape in _NAMING for m in said.mentions)


def _ended(
    said: Said, told: Sequence[Said], clauses: Sequence[Clause], words: Sequence[Word], hits: Sequence[Hit]
) -> Said:
    behind = [c for c in clauses if c.sentence == said.clause.sentence and c.first >= said.clause.last]
    named = [
        s for s in told if s.clause.sentence == said.clause.sentence and any(m.shape in _NAMING for m in s.mentions)
    ]
    if not behind or any(s.stance is Stance.YES and not s.bare for s in named):
        return said
    verdict = _no_at_the_end(behind, words, hits) or _refused_aside(behind[0], told)
    return said if verdict is None else replace(said, stance=Stance.NO, hit=verdict, bare=False)


def _no_at_the_end(behind: Sequence[Clause], words: Sequence[Word], hits: Sequence[Hit]) -> Hit | None:
    """The no with which a sentence ends, or with which its last clause begins: "so close but no, it's our inset"."""
    last = behind[-1]
    inside = [h for h in hits if last.first <= h.first < last.last]
    refusal = next((h for h in inside if h.cue in _REFUSING), None)
    if refusal is None or last.lead not in _LEADS:
        return None
    texts = [word.text for word in words[last.first : last.last] if word.sort is Sort.WORD]
    if not set(texts) - _AROUND_A_NO:
        return refusal
    closes = texts[-1] in ("no", "nope") and words[last.last - 2].text in (",", "-", "--") and len(inside) == 1
    if closes and last.lead in _ASIDES:
        return refusal
    opens = words[last.first].text == "no" and last.first + 1 < last.last and words[last.first + 1].text in (",", "-")
    agrees = any(h.cue in (Cue.YES, Cue.OFFER) for h in inside)
    return refusal if opens and not agrees else None


def _refused_aside(aside: Clause, told: Sequence[Said]) -> Hit | None:
    """The refusal in the aside behind a day, of such days or halves in general: "11th - I don't work Thursdays pm"."""
    if aside.lead not in _ASIDES:
        return None
    inside = [s for s in told if s.clause == aside]
    general = all(m.shape in _IN_GENERAL and m.rule not in ("none", "clock") for s in inside for m in s.mentions)
    refused = [s for s in inside if s.stance is Stance.NO and s.hit is not None]
    return refused[0].hit if refused and general and not any(s.stance is Stance.YES for s in inside) else None
