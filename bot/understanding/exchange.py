"""One day given up for another: "swap the 9th for the 10th", "trade the visit (24th, pm) for Fri 26th, am".

What stands before the "for" or "to" is given up, what stands behind it is asked for; whoever only tells that something
was moved asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from bot.understanding.clauses import Clause
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.stance import grouped
from bot.understanding.stance_words import Cue
from bot.understanding.words import Sort, Word

_VERBS = one_of(
    "swap swapping trade trading exchange exchanging switch switching change changing move moving shift shifting push "
    "pushing bring bringing bump bumping slide sliding nudge delay delaying postpone postponing defer deferring "
    "knock knocking kick shunt shunting hop juggle budge rearrange rearranging reschedule rescheduling rebook "
    "rebooking re-book "
    "transfer transferring substitute put "
    "putting slip reallocate re-arrange alter altering"
)
_PASSIVES = one_of(
    "swapped traded exchanged switched changed moved shifted pushed brought bumped put rescheduled rebooked"
)
_MOVING = _VERBS | _PASSIVES
_MAKING_PASSIVE = one_of("be get have been if we i you it")
_LEADS = one_of("for to with into until till onto by")
_OBJECTS = one_of(
    "it this that us me the our your my you one ours yours mine visit visits date dates day slot slots appointment "
    "meeting booking session time half original agreed planned arranged booked fixed confirmed existing first we've "
    "we'd we had you've have i've i'd i set made pencilled in on from of at back forward forwards out over up down "
    "along around adviser advisers a an another different new next current later earlier bit little tad couple days "
    "day's week weeks one's then only so please , ( ) - and offered gave to again though pm am whole thing date's "
    "which that's was is down half-day by week fortnight"
)
_ASKING = one_of(
    "please can could may might would like need needs want wants wish have has must hoping hope prefer chance way "
    "possible mind able let's shall wondering wonder ask asking happy love rather possibility scope feasible willing "
    "kindly grateful appreciate"
)
_HELD_BACK = one_of(
    "don't didn't not never won't wouldn't can't couldn't doesn't no nobody without if unless might may perhaps "
    "maybe possibly rather instead"
)
_POLITE_AFTER = one_of("mind chance way possible problem wondering if grateful ok able could can")
_NAMING = (Shape.DAY, Shape.WEEKDAY, Shape.OPTION)


def with_exchanges(
    told: Sequence[Said], clauses: Sequence[Clause], words: Sequence[Word], mentions: Sequence[Mention], ground: Ground
) -> list[Said]:
    """What is said, with the two sides of every exchange that is asked for told as what they are."""
    out = [_taken_over(said, words) for said in told]
    if _MOVING.isdisjoint([word.text for word in words]):
        return out
    for _, group in groupby(clauses, key=lambda clause: clause.sentence):
        sentence = list(group)
        verb = next(_exchanging(sentence, words), None)
        if verb is not None:
            out = _exchanged(out, sentence, verb, words, mentions, ground)
    return out


def _taken_over(said: Said, words: Sequence[Word]) -> Said:
    """What was agreed, and now holds something else: "we've had to put moderation into the slot we agreed"."""
    first = said.mentions[0]
    into = first.rule == "agreed" and first.first > 0 and words[first.first - 1].text in _OVER
    if not into or said.clause.ends == "?" or said.asked:
        return said
    return replace(said, stance=Stance.NO, hit=Hit(Cue.NO, first.first - 1, first.first))


_OVER = one_of("into onto over across")


def _exchanging(sentence: Sequence[Clause], words: Sequence[Word]) -> Iterator[int]:
    """The places of the verbs that ask for an exchange in a sentence."""
    first, last, ends = sentence[0].first, sentence[-1].last, sentence[-1].ends
    for at in range(first, last):
        text = words[at].text
        passive = text in _PASSIVES and at > first and words[at - 1].text in _MAKING_PASSIVE
        if (text in _VERBS or passive) and _is_asked(words, first, at, ends):
            yield at


def _is_asked(words: Sequence[Word], first: int, at: int, ends: str) -> bool:
    before = [word.text for word in words[first:at]]
    if any(pair in _TOLD for pair in pairwise(before)):
        return False
    if set(before) & _HELD_BACK and not (ends == "?" and set(before) & _POLITE_AFTER and not set(before) & _DENIED):
        return False
    opens = at == first or words[at - 1].text in ("and", "then", ",", "so") or words[at - 1].sort is Sort.BREAK
    return ends == "?" or opens or bool(set(before) & _ASKING)


_TOLD = frozenset({(verb, who) for verb in ("did", "have", "has", "had") for who in ("you", "it", "they", "the", "we")})
"""What opens a question of what has happened: "did you move it to the 12th?"."""
_DENIED = one_of("don't didn't not never won't can't couldn't doesn't no nobody without unless")


def _exchanged(
    told: list[Said], sentence: Sequence[Clause], verb: int, words: Sequence[Word], mentions: Sequence[Mention],
    ground: Ground,
) -> list[Said]:  # fmt: skip
    last = sentence[-1].last
    inside = [m for m in mentions if verb < m.first < last and m.rule != "it"]
    wanted = next((m for m in inside if _may_be_wanted(m, ground) and _is_led(words, m.first, verb)), None)
    if wanted is None or not _is_object(words, verb, wanted.first, inside):
        return told
    given_up = [m for m in inside if m.first < wanted.first]
    if _is_told_of_another(given_up, ground):
        return told
    group = next(g for g in grouped([m for m in inside if m.first >= wanted.first], words))
    clause = next(c for c in sentence if c.first <= wanted.first < c.last)
    joined = (m for said in told if wanted in said.mentions for m in said.mentions)
    group = (*group, *(m for m in joined if m.first >= last and m.shape is Shape.PART))
    asked = Said(group, Stance.YES, clause, Hit(Cue.OFFER, verb, verb + 1), asked=True)
    spent = {m.first for m in (*given_up, *group)}
    kept = [said for said in told if not spent.intersection(m.first for m in said.mentions)]
    if given_up:
        left = next(c for c in sentence if c.first <= given_up[0].first < c.last)
        stance = Stance.NO if ground.agreed is not None else Stance.NEWS
        kept.append(Said(tuple(given_up), stance, left, Hit(Cue.NO, verb, verb + 1)))
    return sorted([*kept, replace(asked)], key=lambda said: said.mentions[0].first)


def _may_be_wanted(mention: Mention, ground: Ground) -> bool:
    """Whether the mention names a day, or of an agreed day the other half."""
    half = ground.agreed is not None and mention.shape is Shape.PART and mention.part not in (None, ground.agreed.part)
    return mention.shape in _NAMING or half


def _is_led(words: Sequence[Word], first: int, verb: int) -> bool:
    """Whether a "for" or "to" stands right before what is named."""
    lead = first - 1
    while lead > verb and words[lead].text in ("the", "on", "maybe", "a", "say", "perhaps"):
        lead -= 1
    return lead > verb and words[lead].text in _LEADS


def _is_object(words: Sequence[Word], verb: int, stop: int, inside: Sequence[Mention]) -> bool:
    """Whether nothing but the visit or its day is what is moved: no trip, no training."""
    named = {at for m in inside for at in range(m.first, m.last)}
    return all(at in named or words[at].text in _OBJECTS or words[at].text in _LEADS for at in range(verb + 1, stop))


def _is_told_of_another(given_up: Sequence[Mention], ground: Ground) -> bool:
    """Whether the day given up is none of ours, so that something else is moved."""
    days = [day for m in given_up if m.shape is Shape.DAY for day in m.days]
    return bool(days) and not any(day in ground.days_on_table for day in days)
