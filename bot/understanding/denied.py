"""What a "no" is said of, where it is said of no slot: of a gate, a thing, a first thought."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.arranging_words import OF_A_VISIT
from bot.understanding.aside_words import HOSTING
from bot.understanding.clauses import Clause
from bot.understanding.everyday_words import FAMILY
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.words import Sort, Word

_NEAR = 4
_BESIDE = 3
_SITE = one_of(
    "gate gates front entrance drive driveway road lane street car park carpark lift kitchen canteen pool library "
    "field playground path bridge door hall"
)
_WE = one_of("i we we're i'm we've we'd we'll i've i'd i'll school neither nobody")
_OURSELVES = _WE - one_of("school nobody neither")
_DENIALS = one_of("not never cannot")
_AUXILIARIES = one_of("can could do does did will would to really quite even just")
_RANKS = one_of("first favourite")
_THOUGHTS = one_of("thought thoughts choice preference idea pick instinct time part bit thing half lesson")
_DUMMY = one_of("to if")
"""Behind these an "it" stands for what follows: "it would have been nice to know"."""


def denies_something_else(words: Sequence[Word], clause: Clause, group: Sequence[Mention], cue: range) -> bool:
    """Whether the refusal at the words of `cue` is of something else than what `group` may name."""
    return (
        _of_a_place(words, clause, group, cue)
        or _of_a_thing(words, clause, group, cue)
        or _of_a_comfort(words, group, cue)
        or _of_attendance(words, group, cue)
        or _of_rank(words, cue)
        or _of_the_family(words, clause, cue)
        or _of_once(words, clause, cue)
        or _of_people(words, group, cue)
        or _of_its_kind(words, group, cue)
        or _of_a_worry(words, group, cue)
        or _of_others_till_then(words, clause, group, cue)
        or _of_somebodys_days(words, clause, group, cue)
        or _of_the_hour(words, group, cue)
    )


def _of_a_place(words: Sequence[Word], clause: Clause, group: Sequence[Mention], cue: range) -> bool:
    """Whether only a gate or a kitchen is shut for a while: "the front is closed until the 12th"."""
    if any(mention.shape is not Shape.SPAN for mention in group):
        return False
    before = {word.text for word in words[clause.first : cue.start]}
    beside = {word.text for word in words[max(cue.start - _BESIDE, clause.first) : cue.start]}
    return not before.isdisjoint(_SITE) and (not beside.isdisjoint(_SITE) or before.isdisjoint(_WE))


def _of_a_thing(words: Sequence[Word], clause: Clause, group: Sequence[Mention], cue: range) -> bool:
    """Whether "it" or "them" is what another verb is denied of: "I can't find it", "don't tell them"."""
    mention = group[0]
    if mention.rule not in ("it", "these") or len(group) > 1 or mention.last - mention.first > 1:
        return False
    if mention.first <= cue.start <= mention.last:
        if words[cue.stop - 1].text == "anything" and words[cue.stop - 2].text == "change":
            return True
        following = words[cue.stop].text if cue.stop < clause.last else ""
        return words[mention.last].text == "would" and following in _DUMMY
    before = [word for word in words[cue.start : mention.first] if word.sort is Sort.WORD]
    denied = [word for word in before if word.text.endswith("n't") or word.text in _DENIALS]
    verbs = {word.text for word in before if word not in denied} - _AUXILIARIES
    return bool(denied) and bool(verbs) and verbs.isdisjoint(HOSTING)


_COMFORTS = one_of(
    "parking park car cars lunch lunches tea coffee hot meals dinners heating refreshments biscuits cake "
    "food drink drinks wifi wi-fi taxi lift"
)


def _of_a_comfort(words: Sequence[Word], group: Sequence[Mention], cue: range) -> bool:
    """Whether only parking or lunch is denied to the visitor: "we can't offer parking that day"."""
    if group[0].rule not in ("it", "that week") or group[0].last - group[0].first < 2:
        return False
    return any(word.text in _COMFORTS for word in words[cue.start : group[0].first])


def _of_attendance(words: Sequence[Word], group: Sequence[Mention], cue: range) -> bool:
    """Whether somebody will not be at the visit, which stands: "so won't be at our visit"."""
    between = [word.text for word in words[cue.start : group[0].first]]
    return group[0].rule == "agreed" and bool(between) and between[-1] in _ATTENDING


_ATTENDING = one_of("at attend attending join joining")


def _of_rank(words: Sequence[Word], cue: range) -> bool:
    """Whether only the first place is denied: "Friday afternoon wasn't anyone's first thought"."""
    texts = [word.text for word in words[cue.stop - 1 : cue.stop + _NEAR]]
    return not _RANKS.isdisjoint(texts) and any(one in _RANKS and two in _THOUGHTS for one, two in pairwise(texts))


def _of_the_family(words: Sequence[Word], clause: Clause, cue: range) -> bool:
    """Whether only somebody at home is away, or their school shut: "my daughter's school is closed that day"."""
    before = [word.text.removesuffix("'s") for word in words[clause.first : cue.start]]
    at = next((place for place, text in enumerate(before) if text in FAMILY), None)
    return at is not None and _OURSELVES.isdisjoint(before[at:])


def _of_once(words: Sequence[Word], clause: Clause, cue: range) -> bool:
    """Whether it is told why something could not be: "a speech about why we couldn't do any of them"."""
    if words[cue.start].text not in ("couldn't", "didn't", "wouldn't"):
        return False
    return any(word.text == "why" for word in words[max(cue.start - _BESIDE, clause.first) : cue.start])


def _of_people(words: Sequence[Word], group: Sequence[Mention], cue: range) -> bool:
    """Whether persons are meant, or what the visitor needs: "with either of us", "if you don't need them"."""
    behind = [word.text for word in words[group[-1].last : group[-1].last + 2]]
    asked = cue.start > 0 and words[cue.start - 1].text == "you" and group[0].rule in ("it", "these")
    return behind == ["of", "us"] or (asked and group[0].first >= cue.stop)


_DETERMINERS = one_of("a an the our my your any")
_NOT_QUITE = one_of("really quite even exactly actually just all so too very at any much necessarily always")
_OF_A_DAY = one_of(
    "good great convenient suitable ideal possible option goer runner starter day date time slot school moment week "
    "best right easy brilliant go clever happy chance given problem morning afternoon working one"
)
_BEING = one_of("isn't wasn't not ain't")
_DOING = one_of("doesn't don't didn't won't wouldn't")
_SMALL = one_of("a an the our my your on in at for to of")
_REFUSING = (
    HOSTING
    | OF_A_VISIT
    | _OF_A_DAY
    | one_of("be help look sound seem feel please appeal stand last hold matter for now yet then until till anymore")
)


def _of_its_kind(words: Sequence[Word], group: Sequence[Mention], cue: range) -> bool:
    """Whether only what "it" is like is denied: "I'm relieved it's not an inspection", "it doesn't affect anything"."""
    mention = group[0]
    if mention.rule != "it" or len(group) > 1 or mention.first > cue.start:
        return False
    denial = words[cue.start].text
    if denial in _DOING and mention.first > 1 and words[mention.first - 1].text == "if":
        return words[mention.first - 2].text in ("me", "know", "shout", "say", "say,")
    behind = [word.text for word in words[cue.start + 1 : cue.start + _NEAR + 1] if word.text not in _NOT_QUITE]
    being = denial in _DOING and behind[:1] == ["be"]
    if being:
        behind = behind[1:]
    if (denial in _BEING or being) and behind[:1] and behind[0] in _DETERMINERS:
        return len(behind) > 1 and behind[1].isalpha() and behind[1] not in _OF_A_DAY
    return denial in _DOING and behind[:1] != [] and behind[0].isalpha() and behind[0] not in _REFUSING | _SMALL


_RELIEVED = one_of("relieved relief glad delighted pleased thankful grateful phew thankfully luckily")


def _of_a_worry(words: Sequence[Word], group: Sequence[Mention], cue: range) -> bool:
    """Whether the writer is glad of what is denied: "I'm relieved it's not the same day as the audit"."""
    if group[0].rule != "it":
        return False
    first = min(cue.start, group[0].first)
    return any(word.text in _RELIEVED for word in words[max(first - _BESIDE, 0) : first])


_POSSIBLE = one_of("possible feasible practical practicable workable doable viable")
_ALL_OF_US = _WE | one_of(
    "everyone everybody all staff building site academy college nursery unit whole us our term closed shut"
)


def _of_others_till_then(words: Sequence[Word], clause: Clause, group: Sequence[Mention], cue: range) -> bool:
    """Whether somebody else is away for a while: "Year 6 are out on residential until the Friday"."""
    if any(mention.shape is not Shape.SPAN or mention.opens != "start" for mention in group):
        return False
    subject = [word.text for word in words[clause.first : cue.start] if word.sort is Sort.WORD]
    subject += [word.text for word in words[cue.stop : group[0].first] if word.text in ("us", "me", "possible")]
    return (
        bool(subject)
        and not _POSSIBLE & {word.text for word in words[cue.start : cue.stop]}
        and _ALL_OF_US.isdisjoint(subject)
    )


_SOMEBODY = one_of(
    "governor governors gov govs chair lead senco sendco deputy ta hlta mentor teacher secretary caretaker cook nurse "
    "clerk colleague elsa year class children pupils trustee trustees councillor cllr"
)


def _of_somebodys_days(words: Sequence[Word], clause: Clause, group: Sequence[Mention], cue: range) -> bool:
    """Whether only somebody's weekdays are told: "our safeguarding lead doesn't do Thursdays"."""
    if not all(mention.shape is Shape.PATTERN for mention in group):
        return False
    subject = {word.text for word in words[clause.first : cue.start]}
    asked = {word.text for word in words[cue.start : cue.stop]}
    return not _SOMEBODY.isdisjoint(asked) or (not _SOMEBODY.isdisjoint(subject) and _OURSELVES.isdisjoint(subject))


_LATENESS = (["too", "late"], ["too", "early"])


def _of_the_hour(words: Sequence[Word], group: Sequence[Mention], cue: range) -> bool:
    """Whether only the hour within the half day is limited: "please don't leave it too late in the afternoon"."""
    if group[0].shape is not Shape.PART or [word.text for word in words[cue.start : cue.stop]] not in _LATENESS:
        return False
    return words[cue.stop].text == "in"
