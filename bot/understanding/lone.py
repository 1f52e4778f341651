"""The one slot that a letter names in words of no known kind: "bring on the twentieth", "10/6 a.m. for definite".

Who names one slot, asks nothing, doubts nothing and refuses at most the others, has chosen it, however they put it.
What is only dated by the slot ("we break up on the 26th"), or said to be on that day ("the 26th is our fair"), chooses
nothing.
"""

from __future__ import annotations

from dataclasses import replace

from bot.model import Slot
from bot.understanding.aside_words import AUTHORITY, OCCUPIED
from bot.understanding.ground import Ground, Shape
from bot.understanding.leftover_words import PERSONS, REPORTING
from bot.understanding.meaning import Memory, meaning_of
from bot.understanding.phrases import one_of
from bot.understanding.reading import Reading
from bot.understanding.said import Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic
from bot.understanding.watching import watched_in
from bot.understanding.weighing import asks_for_other_dates
from bot.understanding.weighing_words import ENTERTAINED

_PLAIN = frozenset({Cue.PLAIN, Cue.YES, Cue.OFFER, Cue.PREFER, Cue.ONLY, Cue.SLIP})
_DATING = one_of("on by until till before after since from of for around about during past between except not than")
_IS = one_of("is was are were isn't wasn't has have had")
_SOMETHING = one_of("one a an my our when where the your his her their being also already been")
_UNWELCOME = one_of(
    "timetable hectic busy mad manic madness chaos chaotic bonkers nightmare awful horrible grim painted "
    "builders closed break "
    "birthday visitor visitors interview interviews meeting party away out off "
    "headache pain worry busy worst bad hard silly gone left "
    "see have you've offered sent listed list wedding leave back shut last term starts ends deadline due was were"
)
_NO_CHOICE = OCCUPIED | PERSONS | AUTHORITY | REPORTING | _UNWELCOME
_SHAPES = (Shape.DAY, Shape.OPTION, Shape.WEEKDAY)


def with_lone_choice(reading: Reading, ground: Ground) -> Reading:
    """The reading with the one slot that is named taken as chosen, where nothing else is."""
    told = [said for said in reading.saids if said.mentions[0].rule not in ("it", "clock")]
    if (
        ground.agreed is not None
        or asks_for_other_dates(reading)
        or any(said.stance not in (Stance.NEWS, Stance.NO) for said in told)
    ):
        return reading
    refused = {slot for said in told if said.stance is Stance.NO for slot in _slots(said, reading, ground)}
    named = [(said, left) for said in told if (left := _slots(said, reading, ground) - refused)]
    slots = {slot for _, left in named for slot in left}
    if len(slots) != 1 or not named:
        return reading
    chosen = named[0][0]
    others = [said for said, _ in named[1:] if any(m.shape is not Shape.PATTERN for m in said.mentions)]
    if not all(_is_open(said, reading) for said in (chosen, *others)):
        return reading
    taken = replace(chosen, stance=Stance.YES, bare=True)
    return replace(reading, saids=tuple(taken if said is chosen else said for said in reading.saids))


def _slots(said: Said, reading: Reading, ground: Ground) -> set[Slot]:
    return set(meaning_of(said.mentions, reading.words, ground, Memory()).slots)


def _is_open(said: Said, reading: Reading) -> bool:
    """Whether nothing in the clause keeps its words from being a choice."""
    clause, first, last = said.clause, said.mentions[0].first, said.mentions[-1].last
    if said.stance is not Stance.NEWS or not _names_a_slot(said) or clause.sentence < 0:
        return False
    spoken = _spoken_for(reading, clause.first, first, last)
    if said.personal and not spoken:
        return False
    if clause.ends == "?" or clause.lead in (":", "(") or _is_undone(said, reading):
        return False
    if len(said.mentions) > 1 and any(mention.rule == "feast" for mention in said.mentions):
        return False  # "4 March, World Book Day"
    behind = reading.texts[last : clause.last]
    if behind[:1] == [","] and not ENTERTAINED.isdisjoint(behind[:_A_NOTICE]):
        return False  # "11th, open evening"
    inside = {place for mention in reading.mentions for place in range(mention.first, mention.last)}
    texts = {reading.texts[at] for at in range(clause.first, clause.last) if at not in inside}
    if clause.last == last and _is_order(reading, clause.first, first):
        texts -= {"have"}
    texts -= spoken
    if texts & _NO_CHOICE or _dates_something(reading, first, last):
        return False
    if any(clause.first <= hit.first < clause.last and hit.cue not in _PLAIN for hit in reading.hits):
        return False
    if any(clause.first <= hit.first < clause.last and hit.topic is Topic.PEOPLE for hit in reading.topics):
        return False
    return next(watched_in(reading, clause.first, clause.last), None) is None


_SPEAKING = one_of("says say said fancies wants prefers likes picked picks chose chooses suggests")
_LEADING = one_of("our the my and so well yes ok right , . ! hi hello has have had")
_THAT_IS_ALL = one_of(". ! , please thanks thank so ( - ;") | {"\n"}


def _spoken_for(reading: Reading, begin: int, first: int, last: int) -> set[str]:
    """The words by which somebody who decides is said to have chosen, and no more: "Head says the 9th. Please"."""
    before = [word.text for word in reading.words[begin:first] if word.text not in _LEADING]
    after = reading.words[last].text if last < len(reading.words) else "."
    speaks = len(before) == 2 and before[0] in AUTHORITY and before[1] in _SPEAKING
    return set(before) if speaks and after in _THAT_IS_ALL else set()


def _names_a_slot(said: Said) -> bool:
    """Whether a day or an option is named, and not only a half of some day: "afternoon of the 11th"."""
    return said.mentions[-1].shape in _SHAPES or said.mentions[0].shape in _SHAPES


def _is_order(reading: Reading, begin: int, first: int) -> bool:
    """Whether a "have" opens the clause right before the day: "Have the Thursday"."""
    texts = reading.texts[begin:first]
    return texts[:1] == ["have"] and len(texts) <= _AN_ORDER


_AN_ORDER = 2
_A_NOTICE = 5
_REASONING = one_of("as because since when and")
_OURSELVES = one_of("we we're we've we'll i i'm i've i'll")
_DENYING = one_of("not don't won't can't isn't aren't never no nobody school closed strike")
_UNDOING = OCCUPIED | _DENYING
_SECOND = frozenset({Cue.LESS, Cue.NO, Cue.NOT})


def _is_undone(said: Said, reading: Reading) -> bool:
    """Whether the clause behind tells why the day is bad: "... as everyone is on strike", "when we're in Wales"."""
    after = [c for c in reading.clauses if c.sentence == said.clause.sentence and c.first > said.clause.first]
    for clause in (c for c in after if c.lead in _REASONING or reading.texts[c.first] in _REASONING):
        texts = set(reading.texts[clause.first : clause.last])
        opening = set(reading.texts[clause.first : clause.first + 2])
        second = any(clause.first <= h.first < clause.last and h.cue in _SECOND for h in reading.hits)
        away = "when" in (clause.lead, reading.texts[clause.first]) and bool(opening & _OURSELVES)
        if away or second or texts & _UNDOING:
            return True
    return False


def _dates_something(reading: Reading, first: int, last: int) -> bool:
    """Whether the day is only when something happens, or is said to be something."""
    words = reading.words
    before = [word.text for word in words[max(first - 3, 0) : first]]
    while before and before[-1] in ("the", "a", "this", "that"):
        before.pop()
    if before[-2:] in (["in", "for"], ["down", "for"], ["up", "for"]):
        return False
    dated = bool(before) and before[-1] in _DATING
    following = [word.text for word in words[last : last + 3]]
    if following[:2] == ["'", "s"]:
        following = ["is", *following[2:]]
    elif words[last - 1].text.endswith("'s"):
        following = ["is", *following]
    following = following[:2]
    return dated or (len(following) == 2 and following[0] in _IS and following[1] in _SOMETHING)
