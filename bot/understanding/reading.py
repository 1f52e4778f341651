"""One letter's newly written words, read: mentions, cues, clauses, and what each clause says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.model import Passage
from bot.understanding.clauses import Clause, clauses_of
from bot.understanding.dates import mentions_of
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.marked import marked_said
from bot.understanding.options import option_mentions
from bot.understanding.stance import Hit, Said, Stance, content, hits_of, negated, said_in, without_asides
from bot.understanding.stance_words import Cue
from bot.understanding.tables import table_said
from bot.understanding.topics import TOPICS, Topic
from bot.understanding.words import Sort, Word, words_of


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A phrase that shows what a sentence is about."""

    topic: Topic
    first: int
    last: int


@dataclass(frozen=True)
class Reading:
    """All that was read in the words of a letter, by index into `words`."""

    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    hits: tuple[Hit, ...]
    clauses: tuple[Clause, ...]
    saids: tuple[Said, ...]
    topics: tuple[TopicHit, ...]
    flat_no: Said | None = None

    def text(self, first: int, last: int, whole: str) -> str:
        """The letter's own characters for words `first` to `last`."""
        return whole[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def topics_in(self, clause: Clause) -> set[Topic]:
        """The topics of one clause."""
        return {hit.topic for hit in self.topics if clause.first <= hit.first < clause.last}


def read(passages: Sequence[Passage], ground: Ground) -> Reading:
    """Read the passages in order; places are counted through all of them."""
    words: list[Word] = []
    mentions: list[Mention] = []
    hits: list[Hit] = []
    clauses: list[Clause] = []
    saids: list[Said] = []
    for number, passage in enumerate(passages):
        part = _without_greeting_noise(words_of(passage.text, passage.start))
        base = len(words)
        found = _mentions(part, ground)
        cues = hits_of(part, found)
        quiet = frozenset(place for mention in found for place in range(mention.first, mention.last))
        sentence = clauses[-1].sentence + 1 if clauses else 0
        halves = frozenset(m.first for m in found if m.shape is Shape.PART)
        parts = [
            c
            for clause in clauses_of(part, number, quiet, halves, sentence)
            for c in _at_commas(clause, part, found, cues)
        ]
        told = [said for clause in parts for said in said_in(clause, part, found, cues)]
        told = table_said(part, found, _settled(told, part, cues))
        told = marked_said(part, found, told, ground)
        told = _inherited(told, parts, part, passage, ground, cues)
        words.extend(part)
        mentions.extend(_moved(m, base) for m in found)
        hits.extend(Hit(h.cue, h.first + base, h.last + base) for h in cues)
        clauses.extend(_clause_moved(c, base) for c in parts)
        saids.extend(_said_moved(s, base) for s in told)
    flat = _flat_no(words, clauses, mentions, hits)
    return Reading(
        tuple(words), tuple(mentions), tuple(hits), tuple(clauses), tuple(saids), tuple(_topics(words)), flat
    )


def _without_greeting_noise(words: list[Word]) -> list[Word]:
    """Without the stars and underscores that HTML leaves behind."""
    return [word for word in words if word.text not in ("*", "_", "__")]


def _mentions(words: Sequence[Word], ground: Ground) -> list[Mention]:
    dates = mentions_of(words, ground)
    options = option_mentions(words, dates, ground)
    covered = {place for mention in options for place in range(mention.first, mention.last)}
    kept = [m for m in dates if m.first not in covered]
    return sorted(kept + options, key=lambda mention: mention.first)


def _topics(words: Sequence[Word]) -> list[TopicHit]:
    texts = [word.text for word in words]
    found = []
    at = 0
    while at < len(texts):
        hit = TOPICS.at(texts, at, min(at + 10, len(texts)))
        if hit is not None:
            found.append(TopicHit(Topic(hit[0]), at, hit[1]))
        at = hit[1] if hit is not None and hit[0] == Topic.WITHDRAWN else at + 1
    return found


_POLAR = frozenset({Cue.YES, Cue.NO, Cue.NOT, Cue.OFFER, Cue.EXCEPT, Cue.LESS, Cue.ONLY, Cue.HARD})


_MOST_COMMAS = 60
"""A clause with more is a list that nobody wrote to be understood clause by clause."""


def _at_commas(clause: Clause, words: Sequence[Word], mentions: Sequence[Mention], hits: Sequence[Hit]) -> list[Clause]:
    """Part a clause at a comma where both sides say something of their own."""
    quiet = frozenset(place for m in mentions for place in range(m.first, m.last))
    commas = [at for at in range(clause.first, clause.last) if words[at].text == "," and at not in quiet]
    if not 0 < len(commas) <= _MOST_COMMAS:
        return [clause]
    near = [m for m in mentions if clause.first <= m.first < clause.last]
    cues = without_asides(clause, words, [h for h in hits if clause.first <= h.first < clause.last])
    out: list[Clause] = []
    first = clause.first
    for comma, following in zip(commas, (*commas[1:], clause.last), strict=True):
        left = _tells(first, comma, near, cues)
        right = _tells(comma + 1, following, near, cues)
        told = content(words, comma + 1, following, quiet)
        opens = any(comma < m.first < following and m.rule in ("any", "others") for m in near)
        if (opens and left[0]) or _stands_apart(left, right, told, content(words, first, comma, quiet)):
            out.append(replace(clause, first=first, last=comma))
            first = comma + 1
    out.append(replace(clause, first=first))
    return [c for c in out if c.last > c.first]


def _stands_apart(left: tuple[bool, bool], right: tuple[bool, bool], told: bool, told_left: bool) -> bool:
    """Whether two sides of a comma are two statements. Each side: names a slot?, says yes or no?"""
    names, says = left
    if names and says:
        return right[1] or (right[0] and told) or (told and not right[0])
    if names and not says:
        return told_left and right == (True, True)
    return says and right[0] and (right[1] or told)


def _tells(first: int, last: int, mentions: Sequence[Mention], hits: Sequence[Hit]) -> tuple[bool, bool]:
    about = any(first <= m.first < last and m.shape is not Shape.PART for m in mentions)
    says = any(first <= h.first < last and h.cue in _POLAR for h in hits) or any(
        first <= m.first < last and m.rule == "none" for m in mentions
    )
    return about, says


def _settled(told: list[Said], words: Sequence[Word], hits: Sequence[Hit]) -> list[Said]:
    """Halves of the day joined to the day they follow, asides to what they explain, and slips taken back."""
    out: list[Said] = []
    for said in told:
        before = out[-1] if out else None
        if before is not None and _only_halves(said) and _takes_half(before, said):
            out[-1] = replace(before, mentions=before.mentions + said.mentions)
            continue
        if (
            before is not None
            and said.bare
            and said.clause.lead == "("
            and said.clause.sentence == before.clause.sentence
        ):
            beside = before.mentions[-1].last == said.clause.first - 1
            said = replace(said, stance=before.stance if beside else Stance.NEWS, hit=before.hit if beside else None)
        if before is not None and _denied(said):
            out[-1] = replace(before, stance=Stance.NO)
            continue
        if before is not None and _is_day_of(before, said):
            out[-1] = replace(before, mentions=before.mentions + said.mentions)
            continue
        out.append(said)
    return _corrected(out, hits)


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


def _takes_half(before: Said, said: Said) -> bool:
    """Whether a half of the day named by itself belongs to the slot named before it."""
    if said.stance is Stance.NO or before.stance is not Stance.YES:
        return False
    same = said.mentions[0].rule == "same"
    same = same or said.mentions[0].rule == "both"
    same = (
        same or said.bare or (said.hit is not None and said.hit.cue is Cue.YES and said.hit.last - said.hit.first == 1)
    )
    near = said.clause.sentence == before.clause.sentence or (
        same and said.clause.sentence == before.clause.sentence + 1
    )
    free = not any(m.shape is Shape.PART or m.shape is Shape.SPAN for m in before.mentions)
    return near and free


def _corrected(told: list[Said], hits: Sequence[Hit]) -> list[Said]:
    """Such as "The 23rd, sorry, I mean the 16th": a slip is dropped; "no hang on ..." takes the earlier yes back."""
    slips = [h.first for h in hits if h.cue is Cue.SLIP]
    retractions = [h.first for h in hits if h.cue is Cue.RETRACT]
    if not slips and not retractions:
        return told
    out = []
    for index, said in enumerate(told):
        later = [other for other in told[index + 1 :] if other.stance is Stance.YES]
        end = said.mentions[-1].last
        if said.stance is Stance.YES and later:
            if any(end <= slip <= later[0].mentions[0].first for slip in slips):
                said = replace(said, stance=Stance.NEWS)
            elif any(end <= place and place <= later[-1].mentions[0].first for place in retractions):
                said = replace(said, stance=Stance.NO)
        out.append(said)
    return out


def _flat_no(
    words: Sequence[Word], clauses: Sequence[Clause], mentions: Sequence[Mention], hits: Sequence[Hit]
) -> Said | None:
    """A refusal that names nothing, as the first thing said: "Not possible, ...", "No can do", "Sorry, we can't"."""
    for clause in clauses[:4]:
        inside = [h for h in hits if clause.first <= h.first < clause.last]
        if any(clause.first <= m.first < clause.last for m in mentions):
            return None
        refusals = [h for h in negated(inside, ()) if h.cue in (Cue.NO, Cue.NOT)]
        quiet = frozenset(place for h in inside for place in range(h.first, h.last))
        if refusals and not content(words, clause.first, clause.last, quiet):
            hit = refusals[0]
            return Said((Mention(Shape.SET, hit.first, hit.last, "flat no"),), Stance.NO, clause, hit)
        if inside and not all(h.cue is Cue.PLAIN for h in inside):
            return None
    return None


_ANSWERING = (Cue.YES, Cue.NO, Cue.NOT, Cue.LESS, Cue.PREFER)


def _inherited(
    told: list[Said],
    clauses: Sequence[Clause],
    words: Sequence[Word],
    passage: Passage,
    ground: Ground,
    hits: Sequence[Hit],
) -> list[Said]:
    """What stands under a quoted option answers it, if it names nothing itself."""
    if passage.answers is None:
        return told
    option = answered_option(passage.answers, ground)
    if option is None:
        return told
    for clause in clauses[:4]:
        cue = next((h for h in hits if clause.first <= h.first < clause.last and h.cue in _ANSWERING), None)
        lone = clause.last - clause.first == 1 or words[clause.first + 1].sort is Sort.MARK
        lettered = words[clause.first].text if lone else ""
        mine = [said for said in told if said.clause == clause]
        pointed = any(m.rule == "it" for said in mine for m in said.mentions)
        if lettered in ("y", "n", "x"):
            cue = None
        if cue is None and lettered not in ("y", "n", "x") and not pointed:
            if not mine:
                continue
            break
        if mine and any(m.shape not in (Shape.SET, Shape.PART) for said in mine for m in said.mentions):
            break
        no = cue.cue in (Cue.NO, Cue.NOT) if cue else lettered in ("n", "x")
        place = cue.first if cue else clause.first
        mention = Mention(Shape.OPTION, place, place + 1, "answer under the option", options=(option,))
        lesser, liked = (
            cue is not None and cue.cue is Cue.LESS,
            any(h.cue is Cue.PREFER for h in hits if clause.first <= h.first < clause.last),
        )
        said = Said((mention,), Stance.NO if no else Stance.YES, clause, cue, preferred=liked, lesser=lesser)
        return [said, *(s for s in told if s not in mine)]
    return told


_OPTION_LINE = re.compile(r"^[\s>]*(?:option\s*)?\(?(\d)\)?\s*[.):-]?\s", re.IGNORECASE | re.MULTILINE)


def answered_option(answers: str, ground: Ground) -> int | None:
    """The number of the one offered slot that the quoted lines show, None for none or several."""
    numbers = {int(found) for found in _OPTION_LINE.findall(answers)}
    known = {number for number in numbers if number <= len(ground.offered)}
    if len(known) == 1:
        return known.pop()
    days = {d for m in mentions_of(words_of(answers[:2000]), ground) if m.shape is Shape.DAY for d in m.days}
    fits = [i for i, slot in enumerate(ground.offered, 1) if slot.date in days]
    return fits[0] if len(fits) == 1 and not known else None


def _moved(mention: Mention, base: int) -> Mention:
    return replace(mention, first=mention.first + base, last=mention.last + base) if base else mention


def _clause_moved(clause: Clause, base: int) -> Clause:
    return replace(clause, first=clause.first + base, last=clause.last + base) if base else clause


def _said_moved(said: Said, base: int) -> Said:
    if not base:
        return said
    hit = said.hit and Hit(said.hit.cue, said.hit.first + base, said.hit.last + base)
    moved = tuple(_moved(mention, base) for mention in said.mentions)
    return replace(said, mentions=moved, clause=_clause_moved(said.clause, base), hit=hit)
