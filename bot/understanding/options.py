"""Mentions of the offer itself: "option 2", "the first one", "either of those", "the other two", "none"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.date_words import COUNT, ORDINAL_WORD
from bot.understanding.everyday_words import THINGS
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.option_places import AFTER_BARE, PLACE_FIRSTS, option_mention, ordinal, placed
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.set_words import ALL_OF_THEM, GIVEN, GIVEN_THINGS, GIVERS, OF_YOURS, SENT, THE_DATES, YOU
from bot.understanding.spelling import MONTHS
from bot.understanding.weighing_words import STILL_TO_CHOOSE
from bot.understanding.words import Sort, Word

_THINGS = "one|ones|option|options|date|dates|slot|slots|suggestion|suggestions|time|times|day|days|appointment|choice"
_MANY = (
    "these|those|them|the+dates|the+options|the+slots|your+dates|your+options|your+slots|your+suggestions|the+above"
    "|the+three|the+two|the+four|the+times|the+days|the+suggestions|the+ones|the+proposed+dates|you+list"
    f"|the+three+dates|the+two+dates|the+dates+offered|{ALL_OF_THEM}"
)

_APPOINTED = "(date|slot|day|time|visit|appointment|morning|afternoon|session|booking)"
_WE = "(we|we've|we+have|we'd|we+had|that+we|that+we've|you|you've|that+was|which+we|i|i've)"

SETS = PhraseTable(
    {
        "any": f"""
            (they're|they+are) all ; every single one ... ({_MANY}) ; every single one
            (any|either|both) of (the|your) ; (any|either|all|both) of (theirs|yours)
            each (and every)? (one)? of ({_MANY})
            (a single|any single|single) one of (these|those|your+dates|the+dates|the+slots)
            any (one)? of? ({_MANY}) ; any of (the)? (two|three|four|five) ; any (one)? will do
            any (date|option|slot|one) ; all of? ({_MANY}) ; (any|either|all|both|each) of em
            all (the|your|of+the|of+your)? (proposed|suggested|offered|given) (dates|options|slots|times|days)
            all (two|three|four|five) (dates|options|slots|of+these|of+those|of+them)? ; every one of ({_MANY})
            (either's|any's) ; either of? ({_MANY}) ; either one? ; either (date|option|slot|day|of+your+dates)
            either way ; (either|each|both) (occasion|occasions)
            neither (of+them|of+those|of+these)? (is|would+be|presents|causes|poses) _? (problem|trouble)
            neither (date|day|one|option|slot)? (is|would+be|presents|causes|poses) _? (problem|trouble)
            neither (of+them|of+those|of+these)? (is|would+be|presents|causes|poses) _? (issue|bother)
            neither (date|day|one|option|slot)? (is|would+be|presents|causes|poses) _? (issue|bother)
            neither (of+them|of+those|of+these)? (is|would+be) _? (hassle|hardship|inconvenience)
            neither (date|day|one|option|slot)? (is|would+be) _? (hassle|hardship|inconvenience)
            neither's (a|any) (problem|trouble|issue|bother|hassle|hardship)
            both of? ({_MANY}) ; both (dates|options|slots|days)? ; all dates ; all options
            you (choose|pick|decide) ; your (choice|call|pick) ; up to you ; take your pick
            whichever (you|suits|works|is+easiest|is+easier|is+best|is+better)
            whatever (you|suits|works|helps|is+easiest|is+easier|is+best) ; whichever ; (they|these) all ; all
            (not|never) (fussed|bothered|fussy|fixed) ; no (strong|particular)? preference ; easy either way
            (we're|we are|i'm|i am) (very|pretty|quite|really|totally|completely|fairly)? (easy|flexible)
            (don't|doesn't|do not|does not) (mind|matter) (which|what) (one|date|option|day|slot)?
            (i|we) (don't|do not) mind ; (don't|do not) have (any)? (strong)? (feelings|views|preference|opinions)
            (makes|make) no (odds|difference) ; either or ; any (please|really|literally|honestly|whatsoever|at+all)
        """,
        "all but": """
            any (day|date|one|slot|option) (but|except|bar|apart from|other than|except for)
            (all|any|anything|everything) (but|except|bar|apart from|other than|except for)
            (any|all) of (them|those|these) (but|except|bar|apart from|other than|except for)
        """,
        "none": f"""
            (no one|no+one|nobody) (of|from) ({_MANY}) ; (none|neither) from ({_MANY})
            nothing (that)? {YOU} ({SENT}) ; nothing (that's|that+is)? on (your|the) list
            none (of)? ({_MANY}) ; none ; (none|neither) of em ; (none|neither) of (theirs|yours)
            (no+one|nobody|nothing|no+date) (of|from|in|among|amongst) ({THE_DATES})
            (whole|entire) (week|week's|set|lot|list|batch|bunch|fortnight|fortnight's)
            no to the (whole|entire) (week|set|lot|list|batch|bunch)
            not (one|any|a+single+one) of (them|these|those) (works|work|suits|suit|is|are|will|would|fits)
            not (one|any|a+single+one) of (these|those|your+dates|the+dates) (can|could|does|do|has)
            neither (of)? ({_MANY}) ; neither (one|date|option|slot|day)?
            no to (all|both|any|everything) ; not any of ({_MANY})
            of the (two|three|four) (you|dates|that)? ... none ; no good either of them
        """,
        "others": """
            any (of the)? others ; the other (two|three|one|ones|dates|options|date|option|slot|slots|days|day)
            the others
            other (two|three|one|ones)
            (the|all) rest ; the remaining (one|two|three|dates|options|slots|date) ; the other
            others on your list
        """,
        "these": f"""
            ({_MANY}) ; (these|those) (two|three|four|five|dates|options|slots|days|times|ones|suggestions)
            what you (sent|offered|suggested)
            (everything|all|anything) (you|you've|you+have) (listed|offered|sent|suggested|given|put)
            the (dates|slots|options|times|days|ones) (offered|proposed|suggested|given|listed|you+list)
            the (dates|slots|options|times|days|ones) (you+sent|you+gave|you+offered)
            the (dates|slots|options|times|days|ones) (you+suggested|sent|in+your+email)
            the (two|three|four) (dates|slots|options|you+sent|you+list|you+offered|offered|given|proposed)
            your (two|three|four) (dates|slots|options)
        """
        + OF_YOURS,
        "it": """
            (this|that) (one|date|day|slot|option) ; (the|that) same (day|date) ; that ; it ; this ; that's ; it's
            that'll ; it'll ; that'd ; that+'s ; this one's
        """,
        "agreed": f"""
            what we agreed ; (the|our) agreed (date|slot|time|day|visit) ; the day you're coming
            our (visit|booking|date|slot|appointment) ; (your|the) visit ; the day of (the|your) visit
            the {_APPOINTED} {_WE} (agreed|booked|fixed|set|arranged|confirmed|settled+on|made|chose|picked|have)
            (the|our) (arranged|planned|original|existing|current|confirmed|booked|present) {_APPOINTED}
        """,
    }
)
_NAMED = one_of("option options slot slots choice number numbers suggestion suggestions # opt date")
_BARE_BEFORE = one_of(
    ". ! ; , : ( no not to yes or and either both & / option options go for with prefer take choose like - please "
    "number book do make manage have want only confirm say it's be"
) | {"\n"}
_COUNTED = one_of(
    "or and & , / . ! ? ; - : ) please is are would works work suits thanks for in will looks it we best thank ( "
    "clashes isn't doesn't won't can't falls lands gets but though"
) | {"\n"}


_AFTER_ONE = (AFTER_BARE - one_of("of or and on at from we i it")) | one_of("has gets got wins for")
"""What may follow "slot one" and leave it the first slot."""
_LETTERS = "abcde"
_WORD, _COUNTING = Sort.WORD, (Sort.NUMBER, Sort.ORDINAL)
_NUMBERED_FIRSTS = _NAMED | set(_LETTERS) | {"no"}
_PLACED_FIRSTS = PLACE_FIRSTS | set(ORDINAL_WORD)
_FIRSTS = {"any"} | _NUMBERED_FIRSTS | _PLACED_FIRSTS
"""The words that a mention of the offer may begin with, beside a number and the words for all that was offered."""


def option_mentions(
    words: Sequence[Word], texts: list[str], taken: Sequence[Mention], ground: Ground, sets: Sequence[int]
) -> list[Mention]:
    """Mentions of the offer in words that no date has taken, in order.

    `texts` is how the words are spelt; `sets` are the places where the words for all that was offered may begin.
    """
    used = {place for mention in taken for place in range(mention.first, mention.last)}
    counted = [
        at
        for at, word in enumerate(words)
        if word.text in _FIRSTS or (word.sort is not _WORD and word.sort in _COUNTING)
    ]
    found: list[Mention] = []
    reached = 0
    for at in sorted({*counted, *sets}):
        if at < reached:
            continue
        mention = None
        if at not in used:
            mention = _mention_at(words, texts, at, ground, at in sets)
        elif words[at].sort is Sort.ORDINAL or words[at].text in ORDINAL_WORD:
            mention = ordinal(words, texts, at, ground)
        if mention is not None and _names_nothing(texts, mention):
            mention = None
        if mention is not None and all(place not in used for place in range(mention.first + 1, mention.last)):
            found.append(mention)
            reached = mention.last
    return found


_OPEN = PhraseTable({"open": STILL_TO_CHOOSE})
_LONGEST = 10


def _mention_at(words: Sequence[Word], texts: list[str], at: int, ground: Ground, may_be_set: bool) -> Mention | None:
    text, counts = texts[at], words[at].sort in _COUNTING
    return (
        (_numbered(words, at, ground) if counts or text in _NUMBERED_FIRSTS else None)
        or (placed(words, texts, at, ground) if counts or text in _PLACED_FIRSTS else None)
        or (_set(texts, at, len(ground.offered)) if may_be_set or text == "any" else None)
    )


_TO_PEOPLE = one_of("tell ask let show give remind warn meet greet help see thank told asked warned invite around with")
_OF_PEOPLE = one_of("governor governors trustees parents staff teachers children pupils colleagues chair carers slt")
_TO_THINGS = one_of("want wants wanted print email send bring collect photocopy")
_DESCRIBING = one_of("little lovely nice new old big small green blue red yellow free laminated glossy useful handy")
_WISHING = one_of("want wanted hope intend plan said know insist asked")
_FAR_BACK = 12
_INSIDE = one_of("in of over for within")


def _names_nothing(texts: Sequence[str], mention: Mention) -> bool:
    """Whether people are meant, a stretch in which something lies, or a choice to come.

    "Tell them", "the only day in that fortnight", "whichever day we go for".
    """
    before = texts[max(mention.first - 2, 0) : mention.first]
    if mention.rule == "any" and _OPEN.at(texts, mention.first, mention.first + _LONGEST) is not None:
        return True
    if texts[mention.first : mention.last] == ["them"]:
        return bool(_TO_PEOPLE.intersection(before[-1:])) or bool(_TO_THINGS.intersection(before[-1:]))
    if _is_of_things_or_people(texts, mention):
        return True
    if mention.rule == "any" and {"they", "they're"}.intersection(texts[max(mention.first - 1, 0) : mention.first + 1]):
        return not _OF_PEOPLE.isdisjoint(texts[max(mention.first - _FAR_BACK, 0) : mention.first])
    if mention.rule == "none" and texts[mention.last : mention.last + 1] in (["half"], ["halves"], ["end"]):
        return True  # "Neither half of the 26th"
    if mention.rule == "others" and before == ["one", "or"]:
        return True
    whole = mention.rule == "none" and texts[mention.first] in ("whole", "entire")
    return whole and bool(_INSIDE.intersection(before))


def _is_of_things_or_people(texts: Sequence[str], mention: Mention) -> bool:
    """Whether things are pointed at, or two persons: "any of those little booklets", "both of them want to come"."""
    own, behind = texts[mention.first : mention.last], texts[mention.last : mention.last + 3]
    if own[:2] == ["whatever", "you"] and behind[:1] == ["do"]:
        return True
    if own == ["all"] and behind[:1] == ["is"]:
        return True
    if mention.rule == "these" and behind[:2] == ["of", "you"]:
        return True
    if own[-1:] == ["them"] and len(own) > 1:
        return not _WISHING.isdisjoint(behind[:1])
    things = not _DESCRIBING.isdisjoint(behind[:1]) or not THINGS.isdisjoint(behind[:1])
    return own[-1:] in (["these"], ["those"]) and things


def _numbered(words: Sequence[Word], at: int, ground: Ground) -> Mention | None:
    """Such as "option 2", "(2)", "1 or 3", "no to 2"."""
    word = words[at]
    number = _number(word)
    letter = _letter(words, at)
    if 0 < letter <= len(ground.offered):
        return option_mention(at, at + 1, letter, ground, "option letter")
    if number is None and word.text == "no":
        number = _number(words[at + 2]) if _abbreviates(words, at) else None
        return None if number is None else option_mention(at, at + 3, number, ground, "option number")
    if number is None:
        if word.text not in _NAMED or at + 1 >= len(words):
            return None
        place = at + 1 + (words[at + 1].text in (":", ".", "#", "("))
        value = _number(words[place]) if place < len(words) else None
        if value is None and place < len(words) and word.text in ("option", "options", "slot", "number", "choice"):
            value = (
                COUNT.get(words[place].text)
                if words[place].text not in ("a", "an", "one")
                or word.text == "option"
                or (at == 0 and place + 2 >= len(words))
                or (place + 1 < len(words) and words[place + 1].text in _AFTER_ONE)
                else None
            )
        if value is None or (word.text == "date" and value > len(ground.offered)):
            return None
        return option_mention(at, place + 1, value, ground, "option number")
    if number > len(ground.offered):
        return None
    return option_mention(at, at + 1, number, ground, "bare option number") if _stands_bare(words, at) else None


def _abbreviates(words: Sequence[Word], at: int) -> bool:
    """Whether a "no" is a number's short form, written without a gap: "no.1"."""
    run = words[at : at + 3]
    return len(run) == 3 and run[1].text == "." and run[0].end == run[1].start and run[1].end == run[2].start


def _letter(words: Sequence[Word], at: int) -> int:
    """The place in the alphabet of a letter that stands for an option: "b please", "option c"; 0 for none."""
    text = words[at].text
    if len(text) != 1 or text not in _LETTERS:
        return 0
    before = words[at - 1].text if at else "\n"
    following = words[at + 1].text if at + 1 < len(words) else "\n"
    asked = before in ("\n", ",", ".", "!") and following == "please"
    labelled = before in ("option", "slot", "choice") and (text != "a" or following in AFTER_BARE)
    whole = at == 0 and (following == "please" or (words[at].raw.isupper() and text != "a" and following in _LONE))
    return _LETTERS.index(text) + 1 if asked or labelled or whole else 0


def _number(word: Word) -> int | None:
    return int(word.text) if word.sort is Sort.NUMBER and len(word.text) == 1 else None


def _stands_bare(words: Sequence[Word], at: int) -> bool:
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before is not None and (before.end == words[at].start and before.text not in ("\n", "(", "/", "&", "#", "-")):
        return False
    if (
        after is not None
        and after.start == words[at].end
        and after.text not in (",", ".", "!", "?", "\n", ")", "/", "&", ":", "-")
    ):
        return False
    lead = before is None or before.text in _BARE_BEFORE
    if (before is None or before.text == "\n") and _only_marked(words, at + 1):
        return True
    tail = after is None or after.text in _COUNTED
    if not (lead and tail):
        return False
    opens_line = before is None or before.text in ("\n", "(")
    listed = after is not None and after.text in (".", ")", ":", "-") and opens_line
    if listed and _is_whole_answer(words, at):
        return True
    return not listed or _list_line_says(words, at + 2)


def _is_whole_answer(words: Sequence[Word], at: int) -> bool:
    """Whether a number and its full stop are a line of their own, and the only such line: "2."."""
    ends = at + 2 >= len(words) or words[at + 2].text == "\n"
    others = (w for place, w in enumerate(words) if place != at and w.sort is Sort.NUMBER and len(w.text) == 1)
    return ends and words[at + 1].text in (".", ")") and next(others, None) is None


_LONE = frozenset({"\n", ".", "!", ",", "please", "thanks"})
_SAYS = one_of(
    "yes no ok fine not can can't works good great perfect possible please unavailable available sorry ✓ ✗ x y n"
)


def _only_marked(words: Sequence[Word], at: int) -> bool:
    """Whether nothing but a mark stands behind the number in its line: "1 N", "3 ✓"."""
    ends = at + 1 >= len(words) or words[at + 1].text == "\n"
    verdict = at < len(words) and words[at].text in _SAYS
    return verdict and (
        ends or (words[at - 2 : at - 1] != [] and words[at + 1].text in ("-", "please", "thanks", ":", "("))
    )


def _list_line_says(words: Sequence[Word], at: int) -> bool:
    """Whether a line that begins with a number answers that option: "1. no", "2 - yes please"."""
    return at < len(words) and words[at].text in _SAYS


_PREDICATES = one_of(
    "work works suit suits is are was would will should might can can't could won't wouldn't doesn't don't isn't "
    "aren't looks look sounds seems fine good ok great perfect please clash clashes possible . , ! ? ; ) - then "
    "too for instead may has have all and but as"
)
_WELL = one_of("ok fine good great perfect possible free doable workable suitable clear lovely brilliant convenient")
_ALL_WELL = frozenset({"good", "fine", "ok", "great", "perfect"})
_EXCEPTING = frozenset({"except", "apart", "bar", "but"})
_GREETED = one_of("hi hello dear hey hiya morning afternoon evening thanks you to at after cheers")
_THANKED = one_of("for of about with to sending at see into in on")
_FILTERS = one_of(
    "mondays tuesdays wednesdays thursdays fridays monday tuesday wednesday thursday friday mornings afternoons "
    "morning afternoon january february march april may june july"
)
_MONTHS = frozenset(MONTHS)
_NARROWING = _FILTERS | _MONTHS
_ONLY_GIVERS = GIVERS - GIVEN
_NEEDS = (
    {
        "the": _PREDICATES | {"\n", "you", "offered", "suggested", "given", "proposed", "sent", "listed"},
        "all": _PREDICATES - one_of(". , ! ? ; ) - for as and"),
        "both": _PREDICATES | _FILTERS | {"\n", "of"},
        "either": _PREDICATES | _FILTERS | _MONTHS | {"\n", "(", "of"},
    }
    | dict.fromkeys(
        ("it's", "that's", "it'll", "that'll", "that'd"),
        one_of(
            "fine good ok great perfect ideal lovely brilliant best works possible not no a in be do have suit work "
            "absolutely the definitely all booked"
        ),
    )
    | dict.fromkeys(("that", "this", "it"), _PREDICATES | {"\n", "booked"})
)
"""Words that stand for slots only where something is said of them."""


_UNFUSSED = frozenset({"fussed", "bothered", "fussy"})
_DENIED = 9
_OF_A_DAY = one_of("which what when date dates day days slot slots time either whichever one")
"""What somebody is not fussed about who leaves the choice to us, and does without no visit."""
_ENDING = frozenset([".", ",", "!", ";", ")"]) | {"\n"}
_OF_A_CALL = one_of("missed miss got get return returning returned for after about from with of following")
_GOVERNORS = one_of("governor governors trustee trustees board governing")
_OF_OTHERS = _OF_PEOPLE | one_of(
    "people folk folks teams taxis buses forms documents files things items questions queries matters issues points "
    "jobs tasks activities lessons clubs families visitors emails letters reports policies topics rooms"
)
_SOME_OF = one_of("half most some other more")
_DOING = one_of("can could will are is want wants able have has ever")
_DENYING = one_of("isn't aren't doesn't can't cannot not no unable neither don't won't couldn't never")


def _in_a_diary(texts: list[str], at: int) -> bool:
    return texts[at : at + 1] == ["in"] and texts[at + 2 : at + 3] in (["diary"], ["calendar"], ["diaries"])


def _is_any_alone(texts: list[str], at: int) -> bool:
    """Whether "any" is all that its sentence says: "Any. Literally.", "Hi, any!"."""
    before = texts[at - 1] if at else "\n"
    following = texts[at + 1] if at + 1 < len(texts) else "\n"
    return texts[at] == "any" and before in ("\n", ".", "!", ",", ":") and following in (".", "!", "\n")


def _set(texts: list[str], at: int, size: int) -> Mention | None:
    found = SETS.at(texts, at, at + 9)
    if found is None:
        return Mention(Shape.SET, at, at + 1, "any") if _is_any_alone(texts, at) else None
    name, end = found
    denied = name == "all but" and texts[end - 1] == "but" and _DENYING.intersection(texts[max(at - _DENIED, 0) : at])
    if denied:
        return Mention(Shape.SET, at, end - 1, "any")
    if texts[at:end] == ["that", "option"] and end < len(texts) and (texts[end] in COUNT or texts[end].isdigit()):
        return None  # "I confirm that option two ..."
    run = _Run(texts, at, end, name)
    if run.is_miscounted(size) or run.is_unsaid() or run.is_other_talk():
        return None
    return Mention(Shape.SET, at, _behind_given(texts, end), name)


def _behind_given(texts: list[str], end: int) -> int:
    """The place behind what only names the dates once more: "any of the dates (that you have suggested)"."""
    if texts[end - 1] not in GIVEN_THINGS:
        return end
    place = end
    while place < min(end + 4, len(texts)) and texts[place] in _ONLY_GIVERS:
        place += 1
    last = place
    while last < min(place + 2, len(texts)) and texts[last] in GIVEN:
        last += 1
    return last if last > place else end


_SUITED = one_of("works work suits suit is fine good ok would will for please")
_COMING = one_of("do make come be attend manage meet join host")
_AUXILIARIES = one_of("will would has have had can could is are was am do does did")
_POSSESSIVES = one_of("our my the us")
_NOUNS_OF_DATES = one_of(
    "date dates day days slot slots one option options time works suits monday tuesday wednesday thursday friday"
)
_AS_FAR_AS_NOR = 6
_OF_DATES = one_of("dates date days slots options times suggestions offers")


class _Run(NamedTuple):
    """Words that may stand for slots, from `at` to `end`, as the set of that name."""

    texts: list[str]
    at: int
    end: int
    name: str

    @property
    def own(self) -> list[str]:
        """The words themselves."""
        return self.texts[self.at : self.end]

    @property
    def following(self) -> str:
        """The word behind them, a full stop for none."""
        return self.texts[self.end] if self.end < len(self.texts) else "."

    @property
    def before(self) -> str:
        """The word before them, "" for none."""
        return self.texts[self.at - 1] if self.at else ""

    def is_miscounted(self, size: int) -> bool:
        """Whether another number of slots was offered: "all three" of two."""
        counts = {COUNT[text] for text in self.own if text in ("two", "three", "four", "five")}
        return bool(counts) and self.name != "others" and counts != {size}

    def is_unsaid(self) -> bool:
        """Whether nothing is said of them, so that they may stand for anything."""
        single = self.end == self.at + 1 or self.own == ["the", "ones"]
        needed = _NEEDS.get(self.texts[self.at]) if single else None
        if needed is not None and self.following not in needed and not _in_a_diary(self.texts, self.end):
            return True
        if self.own[-1] in ("the", "your") and self.name == "any":
            return self.following not in _NARROWING
        return self.own[0] in ("they're", "they") and self.following not in _WELL

    def is_other_talk(self) -> bool:
        """Whether they greet, thank, deny or praise: "hi both", "all good", "not February either"."""
        if self.name == "none" and self.texts[self.end : self.end + 2] == ["of", "which"]:
            return True
        if self.name == "none" and self._is_of_persons():
            return True
        if self.following == "of" and not _GOVERNORS.isdisjoint(self.texts[self.end : self.end + 4]):
            return self.name == "none" and self.own[0] in ("whole", "entire")
        if self.name == "none" and self.following in ("mine", "his", "hers", "ours"):
            return True  # "two broken arms, neither of them mine"
        if self.own[-1] in ("these", "those") and self.following in _OF_OTHERS:
            return True  # "if you have any sway over any of these people"
        if self.before in _SOME_OF and _in_a_diary(self.texts, self.end):
            return True
        if self.own[:1] == ["all"] and self.before in ("can", "could", "we're") and self.following in _COMING:
            return True  # "we can all three do the Friday" counts persons
        if self.own[:2] == ["either", "way"] or (self.own == ["either"] and self.following == "way"):
            return not _SUITED.intersection(self.texts[self.end : self.end + 3])
        if self.own == ["whichever"] and self.texts[self.end : self.end + 2] in (["you", "haven't"], ["is", "still"]):
            return True
        return self._is_greeting() or self._is_turn_of_phrase() or self._is_object() or self._counts_governors()

    def _is_of_persons(self) -> bool:
        """Whether people are counted: "and neither will the deputy", "none of our governors", "none from us"."""
        behind = self.texts[self.end : self.end + 3]
        if self.own == ["neither"] and self.before in ("and", ",", "but") and behind[:1] and behind[0] in _AUXILIARIES:
            return behind[1:2] != ["of"]
        if self.own == ["neither"] and self._counts_us():
            return True
        if self.own != ["none"]:
            return False
        ours = behind[:1] == ["of"] and bool(_POSSESSIVES.intersection(behind[1:2])) and not _OF_DATES & {*behind[2:]}
        return ours or behind[:2] == ["from", "us"] or self.before in ("repeat", "whatsoever")

    def _counts_us(self) -> bool:
        """Such as the "neither" of "neither of us can make the 9th", "neither the head nor I can"."""
        behind = self.texts[self.end : self.end + _AS_FAR_AS_NOR]
        return _NOUNS_OF_DATES.isdisjoint(behind) and (behind[:2] == ["of", "us"] or "nor" in behind)

    def _counts_governors(self) -> bool:
        """Whether "none of them" is said of the governors named before: "... and none of them can make weekdays"."""
        if (
            self.name != "none"
            or self.own not in (["none"], ["none", "of", "them"], ["none", "of", "em"])
            or self.following not in _DOING
        ):
            return False
        ends = [at for at in range(self.at) if self.texts[at] in (".", "!", "?", "\n")]
        return bool(_GOVERNORS.intersection(self.texts[(ends[-1] if ends else 0) : self.at]))

    def _is_greeting(self) -> bool:
        if self.texts[max(self.at - 3, 0) : self.at - 1] == ["no", "thanks"]:
            return False
        thanked = self.name == "these" and bool({"thanks", "thank"} & set(self.texts[max(self.at - 4, 0) : self.at]))
        return thanked or (self.own[0] in ("all", "both") and self.at > 0 and self.before in _GREETED)

    def _is_turn_of_phrase(self) -> bool:
        if self.own[-1] in _UNFUSSED and self.following == "about":
            return not _OF_A_DAY.intersection(self.texts[self.end : self.end + 4])
        if self.own == ["whatever", "you"] and self.following == "do":
            return True  # "Whatever you do don't follow the sat nav"
        if "easy" in self.own and self.following in ("about", "on", "with"):
            return True
        if self.own == ["either"] and self.following in _ENDING:
            return bool(_DENYING.intersection(self.texts[max(self.at - 5, 0) : self.at]))
        excepting = _EXCEPTING.intersection(self.texts[self.at : self.at + 8])
        return self.own == ["all"] and self.following in _ALL_WELL and not excepting

    def _is_object(self) -> bool:
        if self.own == ["your", "call"] and self.before in _OF_A_CALL:
            return True
        if self.own[-1] == "lot" and (self.following == "of" or self.before in ("see", "show", "meet", "cover")):
            return True
        if self.own == ["the", "other"] and self.before in ("in", "on", "to"):
            return True
        if self.texts[self.at : self.at + 3] == ["the", "rest", "of"] or (self.name == "these" and self.before == "of"):
            return True
        if self.end > self.at + 1 or not self.at:
            return False
        if self.name == "none":
            return self.before in ("it's", "have", "had", "there", "you've", "got", "has", "see", "saw")
        ahead = set(self.texts[max(self.at - 7, 0) : self.at])
        negated = bool(_DENYING & ahead) and not ahead & _ENDING and not ahead & {"thanks", "thank", "sorry"}
        return self.name in ("it", "these") and self.before in _THANKED and not negated
