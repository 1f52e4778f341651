"""A yes in words that do not belong to it: of no known kind, of some other event, of a machine."""

from __future__ import annotations

import unicodedata
from itertools import pairwise, takewhile

from bot.understanding.aside_words import ARRIVAL, AUTHORITY, PASSING, SCENERY, SMALL_TALK
from bot.understanding.ground import Shape
from bot.understanding.leftover_words import PERSONS
from bot.understanding.phrases import one_of
from bot.understanding.plain_words import (
    ANAGRAMS,
    BECOMING,
    BESIDE,
    BRACKETS,
    CHOOSING,
    DOUBTFUL_SIGNS,
    LEADING,
    LINKING,
    MACHINE,
    MARKED,
    MARKING,
    MODAL,
    OPENING,
    PREPOSITIONS,
    TAKING,
    TALKING,
    WIDE,
)
from bot.understanding.plain_yes import Yes
from bot.understanding.stance import is_bare
from bot.understanding.words import Sort, Word

_PEOPLE = PERSONS | AUTHORITY
_BESIDE_PEOPLE = BESIDE | _PEOPLE
_CHOICE_AND_BESIDE = TAKING | BESIDE
_KNOWN = BESIDE | LEADING
_KNOWN_OR_PASSING = _KNOWN | PASSING
_BECOMING = BECOMING | PASSING
_TALK = (SCENERY | SMALL_TALK | ARRIVAL) - WIDE
_OPENING_ANEW = OPENING - {"please"}


def left_to_somebody(yes: Yes) -> bool:
    """Such as "As for the ones in the middle my deputy will pick", "whichever day our governor can make"."""
    hit, mention = yes.said.hit, yes.said.mentions[-1]
    if mention.rule == "any" and WHATEVER.intersection(yes.reading.texts[mention.first : mention.last]):
        behind = yes.reading.texts[mention.last : mention.last + 3]
        return bool(_PEOPLE.intersection(behind[: 2 + (behind[:1] in _KINDS)]))
    if hit is None or not yes.said.personal or hit.first <= yes.said.clause.first:
        return False
    cue = set(yes.reading.texts[hit.first : hit.last])
    if cue & _GLAD:
        return False
    return bool(cue & CHOOSING) and bool(MODAL & (cue | {yes.reading.texts[hit.first - 1]}))


def something_else_is_on(yes: Yes) -> bool:
    """A thing, and none of us, is ready on that day: "our DVD will be ready on 2 February"."""
    hit, mention = yes.said.hit, yes.said.mentions[0]
    if hit is None or hit.first >= mention.first or yes.reading.texts[mention.first - 1] != "on":
        return False
    before = [at for at in range(yes.said.clause.first, hit.first) if yes.words[at].sort is Sort.WORD]
    strange = [at for at in before if at not in yes.cued and yes.reading.texts[at] not in _BESIDE_PEOPLE]
    strange = [at for at in strange if not yes.words[at].raw[0].isupper() or yes.words[at].raw.isupper()]
    ours = {yes.reading.texts[at] for at in before} & _OF_US
    return bool(strange) and not ours


_GLAD = frozenset({"pleased", "happy", "delighted", "glad", "asked"})
WHATEVER = frozenset({"whichever", "whatever"})
_KINDS = (["day"], ["date"], ["one"], ["slot"], ["option"])
_US = frozenset(
    [
        "i",
        "i'm",
        "i'll",
        "i'd",
        "i've",
        "we",
        "we're",
        "we'll",
        "we'd",
        "we've",
        "everyone",
        "everybody",
        "all",
        "school",
        "team",
        "staff",
        "you",
        "your",
        "us",
        "who",
        "both",
        "that",
    ]
)
_OF_US = _PEOPLE | _US


def words_that_choose_nothing(yes: Yes) -> bool:
    """The one slot is named, with words that are no choice: "Wednesday's in the lap of the gods"."""
    said = yes.said
    if said.hit is not None or not said.bare or is_bare(said.clause, yes.reading.mentions, yes.words):
        return False
    last = said.mentions[-1].last
    if yes.reading.texts[last : last + 2] in (["for", "us"], ["for", "me"]):
        return False
    end = next((at for at in range(last, said.clause.last) if _is_an_errand(yes, at)), said.clause.last)
    places = (at for at in range(_behind_lead_in(yes), end) if at not in yes.told)
    content = [yes.words[at] for at in places if yes.words[at].sort is Sort.WORD]
    strange = [word for word in content if word.text not in _CHOICE_AND_BESIDE]
    return any(not word.raw[0].isupper() for word in strange) or "no" in yes.clause


_ERRANDS = one_of("mind bring wear watch ask park come use remember thank give tell pack follow expect ignore excuse")


def _is_an_errand(yes: Yes, at: int) -> bool:
    """Whether an "and" leads to what the visitor is to do: "9th March, and mind the step"."""
    following = yes.words[at + 1].text if at + 1 < len(yes.words) else ""
    return yes.words[at].text == "and" and following in _ERRANDS and yes.words[at - 1].text == ","


_LEADING_IN = one_of("after following given having despite with")


def _behind_lead_in(yes: Yes) -> int:
    """Where the clause begins behind what led to it: "After much sucking of teeth, the 11th"."""
    first, named = yes.said.clause.first, yes.said.mentions[0].first
    commas = [at for at in range(first, named) if yes.words[at].text == ","]
    leads = yes.words[first].text in _LEADING_IN and bool(commas) and named - commas[-1] <= 2
    return commas[-1] if leads else first


def all_of_them_but_no_yes(yes: Yes) -> bool:
    """All of the slots, and something said of them that is no yes: "both of those are when the builders are in"."""
    named = yes.said.mentions[-1]
    if named.shape is not Shape.SET or named.rule != "any" or yes.reading.texts[named.first] not in ALL_OF_THEM:
        return False
    behind = yes.reading.texts[named.last : yes.bounds[1]]
    if len(behind) > 1 and behind[0] in _LYING and behind[1] in _AT_A_TIME:
        return True
    if {yes.reading.texts[named.last - 1], *behind[:1]} & _LEAVING_OUT:
        return False
    before = yes.reading.texts[yes.bounds[0] : named.first]
    said = [*takewhile(_leads_on, behind), *takewhile(_leads_on, reversed(before))]
    return yes.said.hit is None and any(text not in _SAYING_NOTHING for text in said)


def _leads_on(text: str) -> bool:
    return text[:1].isalpha() and text not in ("so", "but")


ALL_OF_THEM = one_of("any all both either each every those these they them your")
_LEAVING_OUT = one_of("bar but except excepting apart other save excluding barring minus")
_LYING = one_of("is are fall falls land lands sit sits come comes lie lies happen clash coincide")
_AT_A_TIME = one_of("after before during when while whilst in within over inside throughout where because as since")
_SAYING_NOTHING = one_of(
    "please thanks thank you cheers ta yes sure ok okay well then of the really honestly just simply is are would will"
    " be do me us for mate love folks guys team all everyone pal chief duck flower petal"
    " happily dear friends colleague x"
)


def strange_words_behind(yes: Yes) -> bool:
    """Behind the yes its clause goes on in words of no known kind: "perfect for a nervous breakdown"."""
    if yes.said.hit is None:
        return False
    end = _end_of_clause(yes)
    first = max(yes.said.hit.last, yes.said.mentions[0].last)
    last = next((at for at in range(first, end) if _begins_anew(yes, at)), end)
    lead = max(yes.said.mentions[0].last, yes.said.hit.first - 1)
    opened = {yes.reading.texts[at] for at in range(lead, first)} & _OPENING_ANEW
    among = first < last and yes.reading.texts[first] in _AMONG_OTHERS
    words = [] if opened or among else _content(yes, first, last)
    texts = {word.text for word in words}
    if "mind" in texts or texts & _TALK:
        return False
    return any(word.text.removesuffix("'s") not in BESIDE for word in words)


def _begins_anew(yes: Yes, at: int) -> bool:
    """Whether something else is told from here: a new subject, or a comma that leads to no preposition."""
    if yes.words[at].text == "and" and at + 1 < len(yes.words) and yes.words[at + 1].text in _PREDICATING_OR_THANKING:
        return True
    if yes.words[at].text == "here" and at + 1 < len(yes.words) and yes.words[at + 1].text in ("at", "in", "on", "by"):
        return True
    if yes.reading.texts[at] != "," or at + 1 >= len(yes.words):
        return yes.reading.texts[at] in OPENING
    return yes.reading.texts[at + 1] not in _GOING_ON


_PREDICATING = one_of("will would shall can has have is are hopes intends plans")
_PREDICATING_OR_THANKING = _PREDICATING | {"thanks", "thank", "apologies", "sorry"}
_AMONG_OTHERS = one_of("round around between among amongst alongside beside of")
"""What leads from a day that fits to what it lies among: "fits nicely between swimming and the dentist"."""
_VERBS = frozenset({"was", "is", "has", "were", "had"})
_GOING_ON = PREPOSITIONS | _VERBS


def _end_of_clause(yes: Yes) -> int:
    """The end of the clause, with what hangs on it behind a comma: "welcome on the 26th, to an empty school"."""
    end = yes.said.clause.last
    for clause in yes.reading.clauses:
        texts = [word.text for word in yes.words[clause.first : clause.first + 2] if word.text != ","]
        joined = clause.first in (end, end + 1) and clause.sentence == yes.said.clause.sentence
        if joined and PREPOSITIONS.intersection(texts[:1]):
            end = clause.last
    return end


def _content(yes: Yes, first: int, last: int) -> list[Word]:
    """The words from `first` to `last` that neither name anything nor are a cue or a name."""
    places = (at for at in range(first, last) if at not in yes.told)
    words = (yes.words[at] for at in places if yes.words[at].sort is Sort.WORD)
    return [word for word in words if len(word.raw) > 1 and not word.raw[0].isupper()]


def strange_words_between(yes: Yes) -> bool:
    """What is named and the yes have words of no known kind between them: "for the first I'd pay good money"."""
    hit, last = yes.said.hit, yes.said.mentions[-1].last
    if hit is None:
        return False
    if hit.first <= last:
        between = _content(yes, hit.last, yes.said.mentions[0].first)
        run = yes.words[max(hit.first - 1, 0) : yes.said.mentions[0].first]
        talked = [word.text for lead, word in pairwise(run) if lead.text not in _NAMING]
        if TALKING.intersection(talked) or {"pick", "up"} <= set(talked):
            return True
        return any(_is_strange(word, LINKING) for word in between)
    return any(_is_strange(word, _BECOMING) for word in _content(yes, last, hit.first))


_NAMING = one_of("the by on over a our your")
"""Before these a phone is a thing: "settled on the phone"."""


def _is_strange(word: Word, more: frozenset[str]) -> bool:
    """Whether a word is of no known kind, even with its letters put right."""
    known = word.text in _KNOWN or word.text in more
    return not known and "".join(sorted(word.text)) not in ANAGRAMS


def written_to_a_machine(yes: Yes) -> bool:
    """What no school writes: "[SYSTEM] status: confirmed", "mark option 1 as accepted"."""
    sentence = yes.reading.texts[yes.bounds[0] : yes.bounds[1]]
    ordered = MARKING.intersection(sentence[: yes.start - yes.bounds[0]])
    if ordered and any(one == "as" and two in MARKED for one, two in pairwise(sentence)):
        return True
    texts = yes.reading.texts
    if texts[:1] == ["draft"]:
        return True
    return not MACHINE.isdisjoint(texts) and any(
        text in MACHINE and BRACKETS.intersection(texts[max(at - 2, 0) : at + 3]) for at, text in enumerate(texts)
    )


TO_A_MACHINE = MARKING | MACHINE | {"draft"}
"""Words of which one stands in whatever is written to a machine."""


def with_a_doubtful_sign(yes: Yes) -> bool:
    """A shrug, a thinking face, tears of laughter beside the yes."""
    first, last = yes.bounds
    signs = (c for word in yes.words[first : last + 2] if not word.raw.isascii() for c in word.raw if ord(c) > 0x2000)
    return any(part in unicodedata.name(sign, "") for sign in signs for part in DOUBTFUL_SIGNS)


def strange_words_before(yes: Yes) -> bool:
    """An infinitive hangs on words of no known kind: "I'd have to be mad to agree to the 28th"."""
    hit = yes.said.hit
    if (
        hit is None
        or hit.first < 2
        or yes.reading.texts[hit.first - 1] != "to"
        or hit.first > yes.said.mentions[0].first
    ):
        return False
    if hit.first - 2 in yes.cued:
        return False
    subjects = [at for at in range(yes.said.clause.first, hit.first) if yes.reading.texts[at] in _SUBJECTS]
    first = subjects[-1] if subjects else yes.said.clause.first
    return any(word.text not in _KNOWN for word in _content(yes, first, hit.first - 1))


_SUBJECTS = frozenset(["i", "we", "i'm", "we're", "i've", "we've", "i'd", "we'd"])


_OF_THE_SKY = one_of("raining rains pouring tipping chucking snowing wet dry sunny windy freezing icy muddy foggy")


def strange_condition(yes: Yes) -> bool:
    """An "if" in the sentence of the yes in words of no known kind: "if you fancy interviewing the cat"."""
    last = yes.bounds[1]
    place = next((at for at in range(yes.stop, last) if yes.words[at].text == "if" and at not in yes.polite), None)
    if place is None:
        return False
    if _OF_THE_SKY.intersection(word.text for word in yes.words[place + 1 : place + 6]):
        return False
    end = next((at for at in range(place, last) if yes.reading.texts[at] == ","), last)
    return sum(word.text not in _KNOWN_OR_PASSING for word in _content(yes, place, end)) > 1
