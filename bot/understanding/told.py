"""What is told on the way to a choice: what was once planned, what was asked and answered at once.

"We had Sports Day down for the 16th, then it moved" chooses nothing where a later sentence does; "First week of March?
Non-starter" and "Both fall in test week, so no" are verdicts on what was named right before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.understanding.aside_words import OCCUPIED
from bot.understanding.clauses import Clause
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.stance import content, negated
from bot.understanding.stance_words import GO_BETWEEN, Cue
from bot.understanding.words import Sort, Word

_STORY = one_of("had was were hoped planned wanted thought meant originally initially previously once used 'd moved")
"""What opens a story of the past; the verbs of choosing are not among them: "we agreed on the 28th" is an answer."""
_NOW = one_of(
    "is are can could will would we'll i'll i'd we'd let's please suits suit works work book go make put has have it's "
    "that's now still but said agreed chose chosen picked settled decided confirmed booked accepted after"
)
"""What brings a story back to the choice; "what we were after" is one."""
_ONCE = one_of("went had chose did was picked took agreed settled")
_HOPED = frozenset({"hoping", "thinking"})
_TIMES = one_of("year time term visit month summer spring autumn")
_VERDICTS = frozenset({Cue.YES, Cue.NO, Cue.NOT})
_SWAYING = frozenset({Cue.MAYBE, Cue.IF, Cue.LATER, Cue.HARD, Cue.OTHER, Cue.OFFER, Cue.PREFER, Cue.LESS})
_ANSWER = 9
"""A longer sentence behind a question is no mere answer to it."""
_AT_ONCE = 4
_SO = frozenset({"so", "-", "--"})
_POINTING = one_of("it it's that that's a an is")
"""What may stand in a "so yes"; "so we are clear" tells of something else."""
_NAMING = (Shape.DAY, Shape.OPTION, Shape.WEEKDAY)


def without_stories(told: Sequence[Said], words: Sequence[Word]) -> list[Said]:
    """What is said, where a day of a story is news if a day is plainly chosen after it."""
    told = [_excused(said, words) for said in told if not _is_of_a_train(said, words)]
    told = _defined(told, words)
    if any(said.stance is Stance.YES and said.mentions[0].shape in _NAMING for said in told):
        told = [replace(said, stance=Stance.NEWS) if _is_habit(said, words) else said for said in told]
    return [
        replace(said, stance=Stance.NEWS)
        if _is_of_last_time(said, words)
        or _is_past_hope(said, told, words)
        or (_is_story(said, words) and _is_chosen(told[at + 1 :], words))
        else said
        for at, said in enumerate(told)
    ]


_TRAINS = one_of("train trains bus flight ferry tram catch home")
_EXCUSING = one_of("apologies apologise sorry")
_BEEN = (("it's", "been"), ("it", "has"), ("it", "was"), ("has", "been"))


def _is_of_a_train(said: Said, words: Sequence[Word]) -> bool:
    """Whether a time on the clock is that of a journey: "then you can get the 14.04 home"."""
    if said.stance is not Stance.NEWS or any(m.rule != "clock" for m in said.mentions):
        return False
    return any(word.text in _TRAINS for word in words[said.clause.first : said.clause.last])


def _excused(said: Said, words: Sequence[Word]) -> Said:
    """What an excuse tells of a stretch of time refuses nothing: "Sorry, it's been a busy start of term"."""
    if said.stance is not Stance.NO or any(m.shape is not Shape.SPAN for m in said.mentions):
        return said
    texts = [word.text for word in words[said.clause.first : said.mentions[0].first]]
    excusing = _EXCUSING.intersection(texts[:2]) or any(pair in _BEEN for pair in pairwise(texts))
    return replace(said, stance=Stance.NEWS) if excusing and not _OWN.intersection(texts[:3]) else said


def _defined(told: Sequence[Said], words: Sequence[Word]) -> list[Said]:
    """What is said, where days behind an "are" tell which ones are meant: "our next free mornings are 5 and 7 July"."""
    out: list[Said] = []
    for said in told:
        before = out[-1] if out else None
        if before is not None and _defines(before, said, words):
            out[-1] = replace(said, mentions=(*said.mentions, *before.mentions))
        else:
            out.append(said)
    return out


def _defines(before: Said, said: Said, words: Sequence[Word]) -> bool:
    """Whether halves or weekdays in general stand before an "are" and the days."""
    if said.mentions[0].shape is not Shape.DAY or before.mentions[0].shape not in (Shape.PART, Shape.PATTERN):
        return False
    general = all(m.shape in (Shape.PART, Shape.PATTERN) and words[m.last - 1].text in _PLURAL for m in before.mentions)
    between = [word.text for word in words[before.mentions[-1].last : said.mentions[0].first]]
    dated = all(m.shape is Shape.DAY for m in said.mentions)
    return general and dated and between[:1] == ["are"] and len(between) == 1 and before.clause == said.clause


_PLURAL = one_of("mornings afternoons")


def _is_habit(said: Said, words: Sequence[Word]) -> bool:
    """Whether only what usually holds of a weekday is told: "I'm not in on a Monday usually but I've swapped"."""
    if said.stance is not Stance.NO or any(m.shape not in _GENERAL for m in said.mentions):
        return False
    return any(word.text in _USUALLY for word in words[said.clause.first : said.clause.last])


_GENERAL = (Shape.WEEKDAY, Shape.PATTERN, Shape.PART)
_USUALLY = one_of("usually normally ordinarily typically generally")
_OWN = one_of("we i we're i'm we've i've we'll i'll")


def _is_of_last_time(said: Said, words: Sequence[Word]) -> bool:
    """Whether a day was once taken: "We went with the 26th last year"."""
    if said.stance is not Stance.YES or said.hit is None or words[said.hit.first].text not in _ONCE:
        return False
    texts = [word.text for word in words[said.clause.first : said.clause.last]]
    return any(before == "last" and after in _TIMES for before, after in pairwise(texts))


def _is_past_hope(said: Said, told: Sequence[Said], words: Sequence[Word]) -> bool:
    """Whether a day was only hoped for, where another sentence takes one: "We were thinking of the 10th but ..."."""
    if said.hit is None or said.stance is not Stance.YES or said.clause.ends == "?":
        return False
    texts = {word.text for word in words[said.hit.first : said.hit.last]}
    if texts.isdisjoint(_HOPED) or texts.isdisjoint({"was", "were"}):
        return False
    others = (s for s in told if s.stance is Stance.YES and s.clause.sentence != said.clause.sentence)
    return any(m.shape in _NAMING for other in others for m in other.mentions)


def _is_chosen(rest: Sequence[Said], words: Sequence[Word]) -> bool:
    """Whether a day is said yes to, and neither asked about nor told of the past."""
    return any(
        said.stance is Stance.YES
        and said.clause.ends != "?"
        and any(m.shape in _NAMING for m in said.mentions)
        and not _is_story(said, words)
        for said in rest
    )


def _is_story(said: Said, words: Sequence[Word]) -> bool:
    """Whether the clause tells of the past up to its day: "had April open", "I'd hoped for the 4th"."""
    if said.stance is not Stance.YES or said.asked or said.personal or said.bare:
        return False
    end = max(said.mentions[-1].last, said.hit.last if said.hit else 0)
    places = [at for at in range(said.clause.first, said.mentions[0].first) if words[at].text in _STORY]
    return bool(places) and not any(words[at].text in _NOW for at in range(places[-1] + 1, end))


def with_exceptions(told: Sequence[Said], clauses: Sequence[Clause], words: Sequence[Word]) -> list[Said]:
    """What is said, where a lone "doesn't" denies the "clashes" before it: "the 18th clashes, the 25th doesn't"."""
    freed = [_freed(said, told, clauses, words) for said in told]
    return [_excepted(before, said, words) for before, said in zip((None, *freed), freed, strict=False)]


def _freed(said: Said, told: Sequence[Said], clauses: Sequence[Clause], words: Sequence[Word]) -> Said:
    """A day that an event is denied of is no day refused: "Phonics screening is that week but not on the Thursday"."""
    hit = said.hit
    if said.stance is not Stance.NO or hit is None or said.clause.lead != "but" or words[hit.first].text != "not":
        return said
    before = [c for c in clauses if c.sentence == said.clause.sentence and c.first < said.clause.first]
    named = [s for s in told if s.clause in before and s.stance is Stance.YES]
    busy = any(words[at].text in OCCUPIED for c in before for at in range(c.first, c.last))
    return replace(said, stance=Stance.NEWS) if busy and not named and hit.first == said.clause.first else said


def _excepted(before: Said | None, said: Said, words: Sequence[Word]) -> Said:
    hit, former = said.hit, before.hit if before is not None else None
    if before is None or hit is None or former is None or before.clause.sentence != said.clause.sentence:
        return said
    short = hit.cue is Cue.NOT and hit.last - hit.first == 1 and hit.last == said.clause.last
    behind = said.stance is Stance.NO and said.mentions[-1].last == hit.first
    plain = before.stance is Stance.NO and former.cue is Cue.NO and before.mentions[0].shape in _NAMING
    denies = any(w.text in _NEGATIVE or w.text.endswith("n't") for w in words[former.first : former.last])
    return replace(said, stance=Stance.YES) if short and behind and plain and not denies else said


_NEGATIVE = one_of("no not never none nor neither cannot unable nothing")


def with_verdicts(
    told: Sequence[Said],
    clauses: Sequence[Clause],
    words: Sequence[Word],
    mentions: Sequence[Mention],
    hits: Sequence[Hit],
) -> list[Said]:
    """What is said, with a verdict that names nothing said of what was named right before it."""
    following = {before.first: after for before, after in pairwise(clauses)}
    last = {said.clause.first: said for said in told}
    out = []
    for said in told:
        after = following.get(said.clause.first)
        verdict = None
        if after is not None and last[said.clause.first] is said:
            verdict = _verdict(after, words, mentions, hits)
            after, verdict = _behind_an_aside(said, after, verdict, following, words, mentions, hits)
        more = following.get(after.first) if verdict is not None and after is not None else None
        goes_on = more is not None and more.sentence == said.clause.sentence + 1
        if verdict is not None and verdict.cue is Cue.YES and goes_on:
            verdict = None
        out.append(said if verdict is None or after is None else _judged(said, after, verdict, words))
    return out


def _behind_an_aside(
    said: Said,
    after: Clause,
    verdict: Hit | None,
    following: dict[int, Clause],
    words: Sequence[Word],
    mentions: Sequence[Mention],
    hits: Sequence[Hit],
) -> tuple[Clause, Hit | None]:
    """The clause that judges a bare day behind a dash and its reason: "Feb 23 - I'm being observed so that's out"."""
    more = following.get(after.first)
    aside = said.bare and after.lead in ("-", "--", "(") and after.sentence == said.clause.sentence
    if verdict is not None or not aside or more is None or more.sentence != after.sentence or more.lead != "so":
        return after, verdict
    found = _verdict(more, words, mentions, hits)
    return (more, found) if found is not None and found.cue is not Cue.YES else (after, verdict)


_OF_THE_REST = one_of("everything anything else others before until till elsewhere")


def _verdict(clause: Clause, words: Sequence[Word], mentions: Sequence[Mention], hits: Sequence[Hit]) -> Hit | None:
    """The one yes or no of a clause that names nothing and sways in nothing."""
    inside = [h for h in hits if clause.first <= h.first < clause.last]
    if not inside or clause.ends == "?" or clause.passage < 0:
        return None
    if any(words[at].text in _OF_THE_REST for at in range(clause.first, clause.last)):
        return None  # "22 June? I've crossed out everything before it"
    if any(m.rule != "it" for m in mentions if clause.first <= m.first < clause.last):
        return None
    verdicts = [h for h in negated(inside, ()) if h.cue in _VERDICTS]
    sides = {h.cue is Cue.YES for h in verdicts}
    if len(sides) != 1 or any(h.cue in _SWAYING for h in inside) or verdicts[0].first - clause.first > _AT_ONCE:
        return None
    return verdicts[0]


def _next_number(after: Clause, words: Sequence[Word]) -> frozenset[int]:
    """The number of the line below, which a clause without a full stop runs into."""
    last = after.last - 1
    numbered = words[last].sort is Sort.NUMBER and last > after.first and words[last - 1].sort is Sort.BREAK
    return frozenset({last}) if numbered else frozenset()


def _judged(said: Said, after: Clause, verdict: Hit, words: Sequence[Word]) -> Said:
    """The statement under the verdict of the clause behind it, where that is said of it."""
    if not any(m.shape is not Shape.PART for m in said.mentions) or any(m.rule == "it" for m in said.mentions):
        return said
    yes = verdict.cue is Cue.YES
    if not yes and said.bare and after.lead == "so":
        return replace(said, stance=Stance.NO, hit=verdict, bare=False)
    echoed = said.clause.ends == "?" and said.bare and said.clause.sentence + 1 == after.sentence
    between = _POINTING if yes else GO_BETWEEN
    quiet = frozenset(at for at in range(after.first, after.last) if words[at].text in between)
    quiet |= frozenset(range(verdict.first, verdict.last)) | _next_number(after, words)
    alone = said.clause.sentence == after.sentence and after.lead in _SO and not content(words, *after[:2], quiet)
    whole = not content(words, *after[:2], quiet) and after.last - after.first <= _ANSWER
    untold = said.stance is Stance.NEWS or (said.bare and said.hit is None and not yes)
    alone = alone and untold and (not yes or all(m.shape in _NAMING for m in said.mentions))
    if (echoed and (whole or not yes)) or alone:
        settled = said.clause._replace(ends=".")
        return replace(said, stance=Stance.YES if yes else Stance.NO, hit=verdict, bare=False, clause=settled)
    return said
