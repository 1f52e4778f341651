"""A yes of another time or of another thing: what would have been, what was, a room that is free, a lunch."""

from __future__ import annotations

from bot.understanding.aside_words import ARRIVAL, OCCUPIED, ROOMS
from bot.understanding.ground import Shape
from bot.understanding.phrases import one_of
from bot.understanding.plain_words import AIMED
from bot.understanding.plain_yes import Yes

_NEAR = 4


def counterfactual(yes: Yes) -> bool:
    """What would have been, before something happened: "I'd have plumped for the 24th", "we could have had you"."""
    words = yes.reading.texts[yes.said.clause.first : yes.stop]
    for at in range(len(words) - 2):
        would = words[at] in _WOULD or words[at].endswith("'d")
        if would and words[at + 1] in HAVING and _is_participle(words[at + 2]):
            return True
    return False


_WOULD = one_of("would could might should")
HAVING = one_of("have of 've")
_PARTICIPLES = frozenset(
    {"gone", "said", "been", "had", "taken", "chosen", "done", "made", "put", "come", "given", "gladly"}
)


def _is_participle(text: str) -> bool:
    return text in _PARTICIPLES or (text.endswith("ed") and text not in ("need", "bed"))


def gone_by(yes: Yes) -> bool:
    """What was good is not said to be so now: "the 22nd was a goer"."""
    hit, last = yes.said.hit, yes.said.mentions[-1].last
    if hit is None or hit.first < last or yes.said.clause.ends == "?":
        return False
    told = yes.reading.texts[last : hit.last]
    if not WAS.intersection(told[:3]) or yes.reading.texts[hit.last - 1] in _CHOSEN:
        return False
    behind = yes.reading.texts[hit.last : hit.last + _NEAR]
    return not AIMED.intersection(behind) and not _CHOSEN.intersection([*told, *behind])


def denied_on_asking(yes: Yes) -> bool:
    """What is asked about is denied in the next breath: "Good for the 2nd? Not from where I'm sitting"."""
    if yes.said.clause.ends != "?" or yes.said.clause.last < yes.bounds[1]:
        return False
    following = [word.text for word in yes.words[yes.bounds[1] : yes.bounds[1] + 3] if word.text not in "?!.,"]
    return following[:1] != [] and following[0] in DENYING and _NOTHING_DENIED.isdisjoint(following[1:2])


DENYING = one_of("not no nope nah never nobody nobody's no-one hardly fat alas as")
_NOTHING_DENIED = one_of(
    "need rush hurry worries worry problem problems bother fuss sure fussed doubt long too that far bad excuse idea "
    "governor governors only parking always usual ever mind minds"
)
WAS = one_of("was were")
_CHOSEN = one_of(
    "winner favourite choice preference best chosen picked agreed decided settled one everyone everybody most least "
    "selected confirmed booked accepted consensus clear only"
)
"""What tells how the choice came out: "the 12th was the clear winner"."""


def put_off_till_then(yes: Yes) -> bool:
    """A day by which something is to be done: "can we say something by the 23rd?"."""
    hit, first = yes.said.hit, yes.said.mentions[0].first
    if hit is None or hit.first >= first:
        return False
    return not TILL.isdisjoint(yes.reading.texts[max(hit.last, first - 2) : first])


TILL = one_of("by until till")
PLACES = ROOMS | ARRIVAL


def of_a_room(yes: Yes) -> bool:
    """A room is free for half a day, and no slot taken: "the library will be free all morning"."""
    hit = yes.said.hit
    halves = all(mention.shape is Shape.PART for mention in yes.said.mentions)
    if hit is None or not halves:
        return False
    before = set(yes.reading.texts[yes.said.clause.first : hit.first])
    return bool(before & PLACES) and not before & _OURSELVES


_OURSELVES = one_of("we i we're i'm we'll i'll everyone")


def good_for_an_event(yes: Yes) -> bool:
    """A day that is good for something else: "great for the network lunch you mentioned"."""
    tail = yes.reading.texts[yes.stop : yes.bounds[1]]
    if "for" not in tail[:3] or yes.said.hit is None or yes.stop != yes.said.hit.last:
        return False
    tail = tail[tail.index("for") :]
    for at, text in enumerate(tail[1:7], 1):
        if text in EVENTS:
            plain = [each for each in tail[1:at] if each not in _ARTICLES]
            return bool(plain) or text not in _OF_THE_VISIT
        if text not in _ARTICLES and text in _HERE:
            return False
    return False


_ARTICLES = one_of("the a an our your this that")
_OF_THE_VISIT = one_of("visit meeting day appointment")
_HERE = one_of("us me everyone all school both everybody , . and but as so")
EVENTS = OCCUPIED | one_of(
    "lunch meeting rehearsal raffle fundraiser workshop webinar briefing assembly service party picnic walk talk "
    "network inset outing barbecue bbq disco fete quiz parents' evening clinic"
) - {"evening"}
