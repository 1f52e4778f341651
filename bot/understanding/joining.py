"""Clauses parted at commas, and what they say joined again where one only adds to the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.clauses import Clause
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.stance import content, without_asides
from bot.understanding.stance_words import Cue
from bot.understanding.words import Sort, Word

_POLAR = frozenset({Cue.YES, Cue.NO, Cue.NOT, Cue.OFFER, Cue.EXCEPT, Cue.LESS, Cue.ONLY, Cue.HARD})


_CONTRASTING = frozenset({"but", "though", "although"})
"""What opens the first statement behind it only: "but not the 11th, it's our parents' evening"."""
_MOST_COMMAS = 60
"""A clause with more is a list that nobody wrote to be understood clause by clause."""


def apart_at_commas(
    clauses: Sequence[Clause],
    words: Sequence[Word],
    texts: Sequence[str],
    mentions: Sequence[Mention],
    hits: Sequence[Hit],
    quiet: frozenset[int],
) -> list[Clause]:
    """Part clauses at a comma where both sides say something of their own.

    `texts` is how the words are spelt, `quiet` are the places of mentions.
    """
    if "," not in texts:
        return list(clauses)
    firsts = [mention.first for mention in mentions]
    out: list[Clause] = []
    for clause in clauses:
        near = mentions[bisect_left(firsts, clause.first) : bisect_left(firsts, clause.last)]
        listed = near and "," in texts[clause.first : clause.last]
        out.extend(_apart(clause, words, texts, near, hits, quiet) if listed else (clause,))
    return out


def _apart(
    clause: Clause,
    words: Sequence[Word],
    texts: Sequence[str],
    near: Sequence[Mention],
    hits: Sequence[Hit],
    quiet: frozenset[int],
) -> list[Clause]:
    commas = [at for at in range(clause.first, clause.last) if texts[at] == "," and at not in quiet]
    if not 0 < len(commas) <= _MOST_COMMAS:
        return [clause]
    cues = without_asides(clause, texts, [h for h in hits if clause.first <= h.first < clause.last])
    out: list[Clause] = []
    first, lead = clause.first, clause.lead
    for comma, following in zip(commas, (*commas[1:], clause.last), strict=True):
        left = _tells(first, comma, near, cues)
        right = _tells(comma + 1, following, near, cues)
        opens = any(comma < m.first < following and m.rule in ("any", "others") for m in near)
        if (opens and left[0]) or _stands_apart(left, right, words, (first, comma, following), quiet):
            out.append(clause._replace(first=first, last=comma, lead=lead))
            first, lead = comma + 1, "," if lead in _CONTRASTING else lead
    out.append(clause._replace(first=first, lead=lead))
    return [c for c in out if c.last > c.first]


def _stands_apart(
    left: tuple[bool, bool],
    right: tuple[bool, bool],
    words: Sequence[Word],
    places: tuple[int, int, int],
    quiet: frozenset[int],
) -> bool:
    """Whether two sides of a comma are two statements. Each side: names it a slot, says it yes or no.

    `places` are where the left side begins, the comma, and the end of the right side.
    """
    names, says = left
    first, comma, last = places
    if names and not says and _lists_people(words[comma + 1 : last]):
        return True
    if names and not says:
        return right == (True, True) and content(words, first, comma, quiet)
    if not says or not (names or right[0]):
        return False
    return right[1] or content(words, comma + 1, last, quiet)


def _lists_people(words: Sequence[Word]) -> bool:
    """Whether only people are named: "me + Mr Ogden (HT)", "Mrs Lee, Mr Shah and myself"."""
    texts = {word.text for word in words}
    names = all(
        word.text in _AMONG_PEOPLE or word.raw[0].isupper()
        for word in words
        if word.sort not in (Sort.MARK, Sort.BREAK)
    )
    return names and len(words) > 1 and not texts.isdisjoint(_PERSON)


_PERSON = one_of("me myself mr mrs ms miss mx dr cllr rev")
_AMONG_PEOPLE = _PERSON | one_of("and plus with n & + also i head deputy governor chair senco of governors our the")


def _tells(first: int, last: int, mentions: Sequence[Mention], hits: Sequence[Hit]) -> tuple[bool, bool]:
    about = any(first <= m.first < last and m.shape is not Shape.PART for m in mentions)
    says = any(first <= h.first < last and h.cue in _POLAR for h in hits) or any(
        first <= m.first < last and m.rule == "none" for m in mentions
    )
    return about, says


def settled(told: list[Said], hits: Sequence[Hit]) -> list[Said]:
    """Halves of the day joined to the day they follow, asides to what they explain, and slips taken back."""
    out: list[Said] = []
    for said in told:
        passed = len(out) > 1 and (_only_points(out[-1]) or _is_left(out[-2], out[-1]))
        place = -2 if passed and _only_halves(said) else -1
        joined = _joined(out[place], said) if out else None
        if joined is not None:
            out[place] = joined
        else:
            out.append(_explained(out[-1], said) if out else _aside(said))
    return _corrected(out, hits)


def _only_points(said: Said) -> bool:
    """Whether news is told of "that day", so that what is said next goes on about the day itself."""
    return said.stance is Stance.NEWS and all(m.rule == "it" for m in said.mentions)


def _is_left(before: Said, said: Said) -> bool:
    """Whether a day is only what another is asked for in place of: "Can we do the 4th instead of the 3rd?"."""
    exchanged = said.stance is Stance.NO and said.hit is not None and said.hit.cue is Cue.EXCEPT
    return exchanged and said.clause == before.clause and before.stance is Stance.YES and before.asked


def _joined(before: Said, said: Said) -> Said | None:
    """Both as one, where the second only adds to the first."""
    if (_only_halves(said) and _takes_half(before, said)) or _is_day_of(before, said):
        return replace(before, mentions=before.mentions + said.mentions, only=before.only or said.only)
    if _is_either_of(before, said):
        return replace(before, stance=Stance.YES, hit=said.hit)
    return replace(before, stance=Stance.NO) if _denied(said) else None


def _is_either_of(before: Said, said: Said) -> bool:
    """Such as "The week of the 8th, or the one after, either would be fine": said of the stretches just named."""
    spans = all(m.shape is Shape.SPAN for m in before.mentions) and before.stance is Stance.NEWS
    either = said.stance is Stance.YES and all(m.rule == "any" for m in said.mentions)
    return spans and either and said.clause.sentence == before.clause.sentence


def _explained(before: Said, said: Said) -> Said:
    """An aside in brackets right behind a day is the same day again; elsewhere it is news."""
    if not said.bare or said.clause.lead != "(" or said.clause.sentence != before.clause.sentence:
        return said
    beside = before.mentions[-1].last == said.clause.first - 1
    return replace(said, stance=before.stance if beside else Stance.NEWS, hit=before.hit if beside else None)


def _aside(said: Said) -> Said:
    """A stretch in brackets behind something else only tells when that is: "between the camp (8th to 10th) and ..."."""
    told = said.bare and said.clause.lead == "(" and said.mentions[0].shape is Shape.SPAN
    return replace(said, stance=Stance.NEWS, hit=None) if told else said


def _only_halves(said: Said) -> bool:
    return said.mentions[0].shape is Shape.PART and all(m.shape is Shape.PART or m.rule == "any" for m in said.mentions)


def _denied(said: Said) -> bool:
    """Such as "13/05 - none": the day before the dash has nothing free."""
    return said.mentions[0].rule == "none" and said.stance is Stance.NEWS and said.clause.lead == "-"


def _is_day_of(before: Said, said: Said) -> bool:
    """Such as "The week after: Tuesday pm": a day of the week named before the colon."""
    last = before.mentions[-1]
    week = last.shape is Shape.SPAN and last.start and last.end and (last.end - last.start).days < 5
    return (
        bool(week)
        and said.clause.lead == ":"
        and said.mentions[0].shape is Shape.WEEKDAY
        and before.stance is said.stance
    )


def _is_at_large(said: Said) -> bool:
    """Whether news is told of such halves in general: "- afternoons are harder for us"."""
    opens = said.mentions[0].first == said.clause.first and said.clause.lead != ""
    return said.stance is Stance.NEWS and not said.bare and opens and said.hit is None and said.clause.lead in _TELLING


_TELLING = frozenset({"-", "--"})


def _takes_half(before: Said, said: Said) -> bool:
    """Whether a half of the day named by itself belongs to the slot named before it."""
    if said.clause.ends == "?" and said.mentions[0].rule == "both":
        return False
    explained = said.clause.lead == "when" and all(m.rule == "clock" for m in said.mentions) and before.asked
    if (said.stance is Stance.NO and not explained) or before.stance is not Stance.YES:
        return False
    if said.personal or _is_at_large(said):
        return False
    brief = said.hit is not None and said.hit.cue is Cue.YES and said.hit.last - said.hit.first <= 2
    brief = brief or (said.hit is not None and said.hit.cue is Cue.PREFER and said.clause.last - said.clause.first <= 2)
    timed = all(m.rule == "clock" for m in said.mentions) and (
        said.stance is Stance.YES or (before.asked and said.mentions[0].first - said.clause.first <= 1)
    )
    alone = said.bare or brief or timed or said.mentions[0].rule in ("same", "both")
    step = said.clause.sentence - before.clause.sentence
    near = step == 0 or (step == 1 and alone) or (step == 2 and said.bare and before.asked)
    free = not any(m.shape is Shape.PART or m.shape is Shape.SPAN for m in before.mentions)
    return near and free


def _corrected(told: list[Said], hits: Sequence[Hit]) -> list[Said]:
    """Such as "The 23rd, sorry, I mean the 16th": a slip is dropped; "no hang on ..." takes the earlier yes back."""
    slips = [h.first for h in hits if h.cue is Cue.SLIP]
    retractions = [h.first for h in hits if h.cue is Cue.RETRACT]
    if not slips and not retractions:
        return told
    return [_second_thought(said, told[index + 1 :], slips, retractions) for index, said in enumerate(told)]


def _second_thought(said: Said, rest: Sequence[Said], slips: Sequence[int], retractions: Sequence[int]) -> Said:
    later = [other for other in rest if other.stance is Stance.YES and other.mentions[0].rule != "it"]
    end = said.mentions[-1].last
    if said.stance is not Stance.YES or not later:
        return said
    if any(end <= slip <= later[0].mentions[0].first for slip in slips):
        return replace(said, stance=Stance.NEWS)
    taken_back = any(end <= place <= later[-1].mentions[0].first for place in retractions)
    return replace(said, stance=Stance.NO) if taken_back else said
