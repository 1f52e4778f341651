"""A yes that stands under something: a denial, a report, a condition, a wish, or somebody else than us."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.aside_words import AROUND, ARRIVAL, AUTHORITY, COURTESY, OCCUPIED, SCENERY, SMALL_TALK
from bot.understanding.clauses import Clause
from bot.understanding.ground import Shape
from bot.understanding.leftover_words import PERSONS, is_of_the_visitor
from bot.understanding.phrases import one_of
from bot.understanding.plain_words import (
    AFTER,
    AIMED,
    ANNOUNCING,
    BEFORE,
    BELIEVING,
    BESIDE_IT,
    DISBELIEF,
    ELSEWHERE,
    EMBEDDING,
    FRAMES,
    HARMLESS_THINGS,
    IMPERATIVES,
    KEEPING,
    LATER_ON,
    NARROW,
    NOBODY,
    OUTSIDERS,
    OWN,
    RECEIPT,
    SAYING,
    SOON,
    THREATS,
    TURNS,
)
from bot.understanding.plain_yes import Yes
from bot.understanding.said import Said, Stance
from bot.understanding.stance import content, negated
from bot.understanding.stance_words import Cue
from bot.understanding.watched_words import Watch
from bot.understanding.watching import watched_in
from bot.understanding.words import Sort, Word

_NEAR = 4
_LONGEST = 10
_BRIEF = 4
_POINTING = frozenset({"it's", "that's", "it", "that"})
_PEOPLE = PERSONS | AUTHORITY
PEOPLE_AND_ME = _PEOPLE | {"me"}
_AWAY = OCCUPIED | ELSEWHERE
_TALK = SCENERY | SMALL_TALK | ARRIVAL
_TALK_AROUND = _TALK | AROUND
_TALK_AND_COURTESY = _TALK_AROUND | COURTESY


def denied_from_afar(yes: Yes) -> bool:
    """Such as "I don't think that anybody said that the 26th works"."""
    if yes.said.hit is None:
        return False
    first = yes.bounds[0]
    own = range(yes.said.hit.first, yes.said.hit.last)
    for hit in yes.watched_before:
        far = hit.watch is Watch.DENIAL and hit.first not in own and hit.first not in yes.refusing
        between = yes.texts(hit.last, yes.start)
        if far and EMBEDDING.intersection(between) and "but" not in between:
            return True
    before = yes.texts(first, yes.start)
    pairs = pairwise(before)
    doubted = any(one in DISBELIEF and two in BELIEVING for one, two in pairs)
    return doubted and not HARMLESS_THINGS & set(before) and "but" not in before


def reported(yes: Yes) -> bool:
    """Such as "I said yes to the 10th", "You wrote: Tuesday 26 January is good"."""
    first = max(yes.start - _NEAR, yes.bounds[0])
    before = yes.reading.texts[first : yes.start]
    for at in range(1, len(before)):
        if before[at] in SAYING and before[at - 1] in OWN:
            if before[at] == "told" and before[at + 1 : at + 2] not in (["you"], ["them"], ["her"], ["him"]):
                continue
            return at < 2 or before[at - 2] != "as"
    return False


def announced(yes: Yes) -> bool:
    """Such as "Expect a yes to the 26th shortly"."""
    hit = yes.said.hit
    if hit is None or "yes" not in yes.reading.texts[hit.first : hit.last]:
        return False
    before = yes.texts(yes.said.clause.first, hit.first)
    return bool(ANNOUNCING.intersection(before)) or bool(SOON.intersection(yes.clause))


def for_others(yes: Yes) -> bool:
    """A day that is good for somebody else, or for other things: "perfect for you"."""
    hit = yes.said.hit
    last = yes.said.clause.last
    behind = yes.reading.texts[yes.stop : yes.bounds[1]]
    if _is_kept_for_you(yes, behind) or _leaves_it_to_you(yes):
        return False
    if _aimed_at_others(yes, behind[: _NEAR + 2]):
        return True
    between = yes.reading.texts[hit.last : last] if hit is not None else []
    return between[:2] in (["for", "you"], ["with", "you"], ["by", "you"])


def _is_kept_for_you(yes: Yes, behind: Sequence[str]) -> bool:
    """Whether the day is only kept, or marked down, for the visitor: "marked on the calendar for you"."""
    aimed = next((at for at, text in enumerate(behind[: _NEAR + 2]) if text == "for"), None)
    own = set(yes.reading.texts[yes.start : yes.stop + (aimed or 0)])
    return aimed is not None and behind[aimed + 1 : aimed + 2] == ["you"] and bool(own & KEEPING)


def _leaves_it_to_you(yes: Yes) -> bool:
    """Whether several slots are left to the visitor's choice: "whichever is easier for you"."""
    return any(m.shape is Shape.SET and m.rule in ("any", "others", "all but") for m in yes.said.mentions)


def _aimed_at_others(yes: Yes, tail: Sequence[str]) -> bool:
    """Whether the words right behind a yes lead to somebody else."""
    hit = yes.said.hit
    if hit is not None and yes.stop == hit.last and yes.reading.texts[hit.last - 1] in AIMED:
        return bool(OUTSIDERS.intersection(tail[:1]))
    for at, text in enumerate(tail[:3]):
        if text == "to" and at and tail[at - 1] in ("over", "up"):
            continue
        if text in _SIDED and not _SIDES.intersection(tail[at + 2 : at + 3]):
            continue
        reach = tail[at + 1 : at + 2 + (text != "to")]
        if text in AIMED and OUTSIDERS.intersection(reach) and not _OURS & set(tail):
            return True
    return False


NARROW_FIRSTS = frozenset(words[0] for words in NARROW)
_SIDED = frozenset({"on", "at"})
_SIDES = frozenset({"side", "end", "part"})
_OURS = frozenset({"us", "me", "no", "not"})


def only_for_one(yes: Yes) -> bool:
    """A yes of the writer's own, beside somebody of whom no yes is told: "lovely for me. Mrs Lee is on a course"."""
    sentence = yes.texts(*yes.bounds)
    begins = [at for at, text in enumerate(sentence) if text in NARROW_FIRSTS]
    if not any(tuple(sentence[at : at + len(n)]) == n for at in begins for n in NARROW):
        return False
    for first, last in yes.others:
        texts = set(yes.texts(first, last))
        held = texts & _AWAY or any(watched_in(yes.reading, first, last))
        if texts & _PEOPLE and held and not texts & AROUND:
            return True
    return False


def hung_in_its_sentence(yes: Yes) -> bool:
    """A condition in the sentence of the yes that is no talk of the road or the kettle: "till Father Declan nods"."""
    first, last = yes.stop, yes.bounds[1]
    texts = yes.reading.texts[first:last]
    for hit in watched_in(yes.reading, first, last):
        rest = texts[hit.first - first :]
        visiting = texts[hit.first - first] == "if" and is_of_the_visitor(texts, hit.first - first)
        told = hit.first in yes.cued or hit.first in yes.named or _at_a_time(yes.words[hit.last : hit.last + 1])
        if hit.watch is Watch.CONDITION and not told and not visiting and _TALK.isdisjoint(rest):
            return True
    return _hangs_on_somebody(yes.words[first:last])


def hung_on_a_question(yes: Yes) -> bool:
    """What stands or falls with an answer of ours: "Could you come at 4pm? If so the 28th"."""
    first = yes.bounds[0]
    opening = tuple(yes.reading.texts[first : first + 2])
    return opening in _IF_SO and any(_asks_of_us(yes, c) for c in yes.reading.clauses if c.last <= first)


_IF_SO = (("if", "so"), ("if", "not"), ("if", "yes"), ("if", "no"), ("in", "that"))
IF_SO_FIRSTS = frozenset(opening[0] for opening in _IF_SO)
THREAT_FIRSTS = frozenset(threat[0] for threat in THREATS)


def _asks_of_us(yes: Yes, clause: Clause) -> bool:
    """Whether a clause asks something else than for a slot."""
    named = any(clause.first <= at < clause.last for at in yes.named)
    timed = any(s.clause == clause and s.mentions[0].rule == "clock" for s in yes.reading.saids)
    return clause.ends == "?" and (timed or not named)


def echoed(yes: Yes) -> bool:
    """A day of which the same is said as of one that is refused: "The 26th is INSET. The 28th is too"."""
    mine = yes.said
    earlier = [s for s in yes.reading.saids if s.mentions[0].first < mine.mentions[0].first]
    if not earlier or earlier[-1].stance is not Stance.NO:
        return False
    texts = set(yes.clause)
    return bool(texts & TOO) and texts <= _TOO_AND_ECHOING


TOO = one_of("too also likewise ditto same either")
_ECHOING = one_of("is are as well the so and i'm afraid sorry , . ! do does and")
_TOO_AND_ECHOING = TOO | _ECHOING


def _at_a_time(following: Sequence[Word]) -> bool:
    """Whether an "until" only leads to a time on the clock."""
    return bool(following) and following[0].sort in (Sort.NUMBER, Sort.CLOCK)


def _hangs_on_somebody(words: Sequence[Word]) -> bool:
    """Such as "If it's good for Mrs Lund": the courtesy of "if it's good for you", said of somebody else."""
    for at, word in enumerate(words):
        rest = words[at + 1 : at + 8]
        if word.text == "if" and rest and rest[0].text in ("it", "it's", "that", "that's"):
            aimed = next((n for n, each in enumerate(rest) if each.text in AIMED), len(rest))
            if any(each.text in _PEOPLE or each.raw[0].isupper() for each in rest[aimed + 1 : aimed + 3]):
                return True
    return False


def framed(yes: Yes) -> bool:
    """A frame around the yes: "we had been happy with", "hypothetically", "were I still there", "the ballot closes"."""
    first, last = yes.bounds
    texts = yes.reading.texts
    reaches = {
        BEFORE: (first, yes.start),
        AFTER: (yes.stop, last + 1),
        BESIDE_IT: (first, last),
        LATER_ON: (yes.stop, len(texts)),
    }
    for at in yes.reading.openings.frames:
        hit = FRAMES.at(texts, at, min(at + _LONGEST, len(texts)))
        own = yes.said.hit
        if hit is None or (own is not None and own.first <= at and hit[1] <= own.last):
            continue
        if hit[0] == LATER_ON and yes.refuses_beside(at):
            continue
        begin, end = reaches[hit[0]]
        if begin <= at and hit[1] <= end and at not in yes.refusing:
            return True
    return False


def turned(yes: Yes) -> bool:
    """A "though ..." in the sentence of the yes that denies or doubts, and not where to park or who will join."""
    for clause in yes.reading.clauses:
        behind = clause.sentence == yes.said.clause.sentence and clause.first >= yes.stop
        if not behind or clause.lead not in TURNS:
            continue
        texts = set(yes.texts(clause.first, clause.last))
        about = texts & _TALK_AROUND or yes.named.intersection(range(clause.first, clause.last))
        denied = (hit for hit in watched_in(yes.reading, clause.first, clause.last) if hit.watch is not Watch.CONTRAST)
        if not about and next(denied, None) is not None:
            return True
    return False


def threatened(yes: Yes) -> bool:
    """An order with its consequence is a warning: "Choose the 28th and you'll be talking to yourself"."""
    hit = yes.said.hit
    opens = hit is not None and hit.first == yes.bounds[0] and yes.reading.texts[hit.first] in IMPERATIVES
    tail = yes.tail
    return opens and any(tuple(tail[at : at + len(t)]) == t for t in THREATS for at in range(len(tail)))


def denied_by_nobody(yes: Yes) -> bool:
    """Such as "On behalf of nobody in particular, the 26th is fine"."""
    hits = [hit for hit in yes.watched_before if hit.watch is Watch.DENIAL]
    return any(yes.reading.texts[hit.first] in NOBODY and hit.first not in yes.refusing | yes.cued for hit in hits)


def only_received(yes: Yes) -> bool:
    """An offer is acknowledged: "I can confirm that I received your offer of 26 January"."""
    hit, first = yes.said.hit, yes.said.mentions[0].first
    return hit is not None and bool(RECEIPT.intersection(yes.texts(hit.last, first)))


def denied_at_once(yes: Yes) -> bool:
    """Behind the yes, its sentence holds nothing more than a no: "as good as any, i.e. no good"."""
    hits = [hit for hit in yes.reading.hits if hit.first >= yes.stop]
    for clause in yes.reading.clauses:
        first, last = max(clause.first, yes.stop), clause.last
        if clause.sentence != yes.said.clause.sentence or clause == yes.said.clause or first >= last:
            continue
        inside = [hit for hit in hits if first <= hit.first < last]
        told = negated(inside, ())
        quiet = frozenset(at for at in range(first, last) if yes.reading.texts[at] in _THAT_IS)
        quiet |= {at for hit in inside for at in range(hit.first, hit.last)} | yes.named
        if told and told[0].cue in (Cue.NO, Cue.NOT) and not content(yes.words, first, last, quiet):
            return not any(first <= m.first < last for m in yes.reading.mentions)
    return False


_THAT_IS = one_of("i.e ie i e . that is to say or rather meaning which means in other words")


def told_otherwise(yes: Yes) -> bool:
    """The same day, or in the same sentence another one on offer, is named with words that are neither yes nor no."""
    mine = yes.said
    days = {day for mention in mine.mentions for day in mention.days}
    for said in yes.reading.saids if days else ():
        dated = [m for m in said.mentions if m.shape in (Shape.DAY, Shape.OPTION) and m.rule != "it"]
        if said.stance is not Stance.NEWS or said is mine or not dated or said.mentions[0].first < yes.stop:
            continue
        again = days & {day for mention in dated for day in mention.days}
        words = yes.texts(said.clause.first, said.clause.last)
        brief = len(words) <= _BRIEF and said.clause.ends != "?" and said.clause.sentence > mine.clause.sentence
        pointed = not _POINTING.isdisjoint(yes.reading.texts[said.clause.first : said.mentions[-1].last])
        if again and brief and not pointed and _TALK_AND_COURTESY.isdisjoint(words):
            return True
    return False


def shared_out(yes: Yes) -> bool:
    """Each person has a day of their own: "the head picked the 26th, the deputy the 28th, me the 2nd"."""
    return _shared_behind(yes) or _said_by_another(yes)


def _said_by_another(yes: Yes) -> bool:
    """Another day is somebody else's word in the same sentence: "Head says 9th, I say 10th"."""
    for said in yes.reading.saids:
        first = said.mentions[0].first
        near = [word.text for word in yes.words[max(first - 3, yes.bounds[0]) : first] if word.text != "the"]
        spoken = len(near) > 1 and near[-1] in _SPEAKING and near[-2] in _PEOPLE
        inside = said is not yes.said and yes.bounds[0] <= first < yes.bounds[1]
        if inside and spoken and _are_other_days(said, yes.said):
            return True
    return False


def _are_other_days(one: Said, two: Said) -> bool:
    """Whether both name days or weekdays, and not the same ones."""
    days, others = ({day for m in said.mentions for day in m.days} for said in (one, two))
    if days and others:
        return not days & others
    weekdays, wanted = (
        {n for m in said.mentions for n in (*m.weekdays, *(day.weekday() for day in m.days))} for said in (one, two)
    )
    return bool(weekdays and wanted) and not weekdays & wanted


_SPEAKING = one_of("says wants prefers thinks reckons fancies likes suggests said wanted picked chose")


def _shared_behind(yes: Yes) -> bool:
    for said in yes.reading.saids:
        first = said.mentions[0].first
        inside = yes.stop <= first < yes.bounds[1] and said.stance is Stance.NEWS
        before = [word.text for word in yes.words[max(first - 3, yes.stop) : first] if word.text != "the"]
        if inside and before and before[-1] in PEOPLE_AND_ME and said.mentions[0].shape is Shape.DAY:
            return True
    return False
