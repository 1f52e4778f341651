"""A reply cut into sentences and clauses, so that a yes or a no reaches no further than its own words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.date_words import MONTH
from bot.understanding.phrases import one_of
from bot.understanding.words import Sort, Word

_ENDS = frozenset({".", "!", "?", "..", "...", "...."})
_SHORT_FORMS = one_of(
    "mr mrs ms miss dr rev revd st prof cllr fr sr hon jr e.g i.e eg ie etc re vs approx ext tel col rt capt v"
)
_OPENING = one_of(
    "She She's He He's We We're They They're It It's I I'm I'll The Our My You Please Could Can Is Thanks"
)
"""With these a sentence begins, even behind an initial: "suits Mrs H. She's teaching till 9.30"."""
_SPLITTERS = one_of("but though although because whereas while unless except apart bar albeit")
_SUBJECTS = one_of(
    "i i'm i'll i've i'd we we're we'll we've we'd it it's that that's they they're he she he's she's there "
    "there's this these those our my you he'll she'll they'll she'd he'd they'd mrs mr ms everyone"
)
_FRANKLY = one_of(
    "honestly frankly personally ideally sadly unfortunately regrettably obviously clearly truthfully really "
    "actually basically understandably thankfully luckily annoyingly alas naturally also then besides anyway now "
    "currently presently sometimes usually normally generally"
)
"""What may stand before the subject of a clause of its own: "and honestly I'd rather"."""
_JOINING = frozenset({"but", "and", "or", "so", "though", "although"})
_BEFORE_SUBJECT = frozenset({"since", "and", "so", "or", "when", "once", "unless"})
_ASKING = one_of(
    "ask asks asked asking wondering wonder wondered see know grateful possible check appreciate tell say sure "
    "nice great only even as and or"
)
_AS_BEFORE = one_of(
    "as such same well soon so act acts acting work works regarded treat known appear join joining attend "
    "attending is was present down here there clean clear free happy"
)
_POINTED = frozenset({"this", "it", "that"})
_TAKING = one_of("accept take treat consider regard count see")
"""What is taken as something: "accept this as confirmation of the 9th"."""
_ACCEPTANCE = one_of("confirmation acceptance our my booked confirmed agreed")
_AS_AFTER = one_of(
    "well soon long far per possible early late requested discussed agreed above follows good much many usual "
    "before planned suggested offered part governor chair close it below ever always yet of if though to you "
    "confirmation acceptance agreement"
    "clean clear"
)
_GROUPS = one_of("the our year y yr ks everyone everybody all most half children staff pupils")
"""Who a "when ..." tells about: what they do then says nothing of the day."""
_OPENED_BY = {"when": _GROUPS, "and": frozenset({"if"})}
"""What a joining word opens a clause of its own with: "..., and if she wants lunch"."""
_REQUESTING = frozenset({"could", "can", "would", "may", "might", "do", "does", "did", "is", "are"})
_PARTING_MARKS = frozenset({";", ":", "(", ")", "--", "|"})
_MAY_PART = _SPLITTERS | _BEFORE_SUBJECT | _PARTING_MARKS | {"-", "when", "however", "as", "if", "so"}
"""The words and marks at which a clause may end; no other is looked at twice."""
_SOFT_WRAP = 50
_BREAK, _MARK, _WORD, _NUMBER = Sort.BREAK, Sort.MARK, Sort.WORD, Sort.NUMBER
_CUTTING = (_BREAK, _NUMBER, Sort.CLOCK, Sort.ADDRESS)
_HALVES = frozenset({"morning", "afternoon"})
"""What an "a.m." and a "p.m." are read as; a sentence may end at their last full stop."""


class Clause(NamedTuple):
    """Words `first` to `last` (by index) of sentence number `sentence`.

    `lead` is the word that opens it where it was parted from the words before ("but", "because", "("); `ends` is the
    mark that closes its sentence; `passage` counts the passages of the letter.
    """

    first: int
    last: int
    sentence: int
    lead: str
    ends: str
    passage: int


def sentences(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """The sentences as (first word, place behind the last, closing mark)."""
    found: list[tuple[int, int, str]] = []
    first, line = 0, 0
    cutting = [
        at
        for at, word in enumerate(words)
        if (word.text in _HALVES if word.sort is _WORD else word.sort in _CUTTING or word.text in _ENDS)
    ]
    for at in cutting:
        word = words[at]
        begun = _begun_without_a_mark(words, at)
        if begun > first:
            found.append((first, begun, "," if begun == at else "."))
            first = begun
            continue
        if word.sort is _BREAK:
            wrapped = _wrapped(words, at, line)
            line = word.end
            if wrapped:
                continue
        elif word.text not in _ENDS or not _closes(words, at):
            continue
        if at > first:
            found.append((first, at, word.text[0]))
        elif found and word.text[0] == "?":
            found[-1] = (found[-1][0], found[-1][1], "?")
        first = at + 1
    if first < len(words):
        found.append((first, len(words), ""))
    return found


def _halved(word: Word) -> bool:
    """Whether it is an "a.m." or a "p.m."."""
    return word.raw[-3:] == ".m."


def _begun_without_a_mark(words: Sequence[Word], at: int) -> int:
    """Where a sentence begins at or behind this word with no mark of its own before it, 0 for nowhere.

    A number may begin the next verdict; the full stop of "p.m." may be that of its sentence as well.
    """
    if words[at].sort is _NUMBER:
        return at if _numbers_a_verdict(words, at) else 0
    after = words[at + 1] if at + 1 < len(words) else None
    return at + 1 if _halved(words[at]) and after is not None and after.raw in _OPENING else 0


def _numbers_a_verdict(words: Sequence[Word], at: int) -> bool:
    """Whether a number behind one verdict begins the next: the 2 and the 3 of "1. no 2. no 3. yes"."""
    if len(words[at].text) > 1 or not (_is_verdict(words, at - 1) or words[at - 1].text in (",", ";")):
        return False
    marked = at + 1 < len(words) and words[at + 1].text in (".", ")", ":", "-", "=")
    return _is_verdict(words, at + 1 + marked)


def _is_verdict(words: Sequence[Word], at: int) -> bool:
    return 0 <= at < len(words) and words[at].text in _VERDICTS


def _wrapped(words: Sequence[Word], at: int, line: int) -> bool:
    """Whether a line break is only the width of a mail program's window."""
    if at == 0 or at + 1 >= len(words) or words[at - 1].sort is _BREAK:
        return False
    after = words[at + 1]
    starts_low = after.raw[0].islower() or after.sort in (Sort.NUMBER, Sort.ORDINAL)
    return starts_low and words[at].start - line >= _SOFT_WRAP and words[at - 1].text not in _ENDS


def _closes(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.sort is not _MARK:
        return False
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before is not None and before.sort is _NUMBER and len(before.text) == 1 and _is_verdict(words, at + 1):
        return at > 1 and words[at - 2].text in MONTH
    if word.text == "." and before is not None and before.end == word.start:
        if before.text in _SHORT_FORMS or (len(before.text) == 1 and before.raw.isupper() and before.sort is _WORD):
            return after is None or after.sort is _BREAK or after.raw in _OPENING
        return after is None or after.start > word.end or after.sort is _MARK
    return True


def clauses_of(
    words: Sequence[Word],
    texts: Sequence[str],
    passage: int,
    quiet: frozenset[int],
    halves: frozenset[int],
    numbered_from: int = 0,
) -> list[Clause]:
    """The clauses of one passage.

    `texts` is how its words are spelt. `quiet` holds the places of words inside mentions, where nothing is parted;
    `halves` those where a half of the day begins, which belongs to what stands before it whatever mark is between.
    """
    found: list[Clause] = []
    parting = [at for at, text in enumerate(texts) if text in _MAY_PART]
    for number, (first, last, ends) in enumerate(sentences(words), numbered_from):
        start, lead = first, ""
        for at in parting[bisect_left(parting, first) : bisect_left(parting, last)]:
            if (
                at in quiet
                or not (_parts(words, at, first, last) or _leads_to_a_day(words, at, quiet, last))
                or _belongs(words, at, quiet, halves, last)
            ):
                continue
            if at > start:
                found.append(Clause(start, at, number, lead, ends, passage))
            start, lead = at + (words[at].sort is not _WORD or words[at].text in _JOINING), words[at].text
        if last > start:
            found.append(Clause(start, last, number, lead, ends, passage))
            if ends == "?" and lead in _DASHES and words[start].text in _INTERROGATIVES:
                _asks_alone(found, number)
    return found


_DASHES = frozenset({"-", "--"})
_INTERROGATIVES = one_of(
    "is are was do does did can could will would shall should has have what who where when how any"
)


def _asks_alone(found: list[Clause], number: int) -> None:
    """Leave the question to the last clause of a sentence, which stands behind a dash: "9 March - is it Ffion?"."""
    for at in range(len(found) - 2, -1, -1):
        if found[at].sentence != number:
            return
        found[at] = found[at]._replace(ends="")


_LEADING = one_of("on the for then also")
_SINGULAR = one_of("is was has falls clashes lands")
_TELLING = _SINGULAR | _SUBJECTS


def _leads_to_a_day(words: Sequence[Word], at: int, quiet: frozenset[int], last: int) -> bool:
    """Whether an "and" leads to a day of which something else is told: "... in and the 28th is my PPA".

    Two days side by side are told of together: "the 27th and 28th are out".
    """
    if words[at].text != "and" or at - 1 in quiet:
        return False
    place = at + 1
    while place < last and words[place].text in _LEADING and place not in quiet:
        place += 1
    end = place
    while end < last and (end in quiet or (words[end].text == "," and end + 1 in quiet)):
        end += 1
    counted = end + 1 < last and words[end + 1].text in ("one", "among")
    return place < end < last and words[end].text in _TELLING and not counted


_VERDICTS = one_of("yes no ok fine good not can't possible impossible y n ✓ ✗ ✘ ❌ ✅ great perfect sorry")


def _belongs(words: Sequence[Word], at: int, quiet: frozenset[int], halves: frozenset[int], last: int) -> bool:
    """Whether a mark only leads to a half of the day or a verdict: "the 1st (am)", "9 February - am", "1 - yes"."""
    if words[at].text in ("-", ":") and at - 1 in quiet and at + 1 < last and words[at + 1].text in _VERDICTS:
        return True
    if words[at].text in ("(", ")") and _is_same_day(words, at, quiet, last):
        return True
    place = at + 1
    while place < min(at + 4, last) and words[place].text in ("in", "the", "a", "an", "of", "preferably", "at"):
        place += 1
    if place in halves:
        if words[at].text == ":" and at - 1 not in quiet:
            return False
        if words[at].text in _DASHES and place + 1 < last and _is_told_of(words[place], words[place + 1]):
            return False
        return words[at].text in ("-", "(", "but", ":", "--", "|")
    return words[at].text == ")" and any(place in halves for place in range(max(at - 4, 0), at))


def _is_told_of(half: Word, following: Word) -> bool:
    """Whether a half behind a dash begins a statement: "the 17th please - morning no good", "- mornings are easier"."""
    return following.text in _REFUSING or (half.text in _HALVES_AT_LARGE and following.text in _TELLING_OF_MANY)


_REFUSING = one_of("no not can't impossible won't isn't doesn't")
_HALVES_AT_LARGE = one_of("mornings afternoons ams pms")
_TELLING_OF_MANY = one_of(
    "are aren't tend seem work suit always usually generally just really never get can would were don't"
)


def _is_same_day(words: Sequence[Word], at: int, quiet: frozenset[int], last: int) -> bool:
    """Whether the brackets only name the day once more: "26th (Tuesday)"."""
    if words[at].text == "(":
        end = next((place for place in range(at + 1, min(at + 5, last)) if words[place].text == ")"), at)
        return at - 1 in quiet and end > at + 1 and _only_days(words, at + 1, end, quiet)
    start = next((place for place in range(at - 1, max(at - 5, 0), -1) if words[place].text == "("), at)
    return start < at - 1 and start - 1 in quiet and _only_days(words, start + 1, at, quiet)


def _only_days(words: Sequence[Word], first: int, last: int, quiet: frozenset[int]) -> bool:
    return all(place in quiet or words[place].text == "," for place in range(first, last))


def _requests(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether an "and" behind a comma asks for something else: "4 March, and could we talk about exclusions"."""
    if words[at].text != "and" or words[at - 1].text != "," or at + 2 >= last:
        return False
    return words[at + 1].text in _REQUESTING and words[at + 2].text in _SUBJECTS | {"you"}


def _as_parts(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether an "as" opens a reason: "none of them work as our exams begin", and not "works as well"."""
    before, after = words[at - 1].text if at > first else "", words[at + 1].text
    if before in ("work", "works"):
        return after in _SUBJECTS - {"you"}
    taken = after in _ACCEPTANCE and before in _POINTED and at - 1 > first and words[at - 2].text in _TAKING
    return not taken and before not in _AS_BEFORE and after not in _AS_AFTER


def _leads_a_subject(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether who does something stands next, an "honestly" before them or not."""
    frankly = at < last and words[at].text in _FRANKLY
    following = words[at + frankly : last][:1]
    return bool(following) and following[0].text in _SUBJECTS


def _parts(words: Sequence[Word], at: int, first: int, last: int) -> bool:
    word = words[at]
    after = words[at + 1] if at + 1 < last else None
    if word.sort is _MARK:
        if word.text == "-":
            return at > first and words[at - 1].end < word.start and after is not None and after.start > word.end
        return word.text in _PARTING_MARKS
    if word.sort is not _WORD:
        return False
    if word.text in _SPLITTERS:
        return True
    if word.text == "however":
        return at > first and words[at - 1].sort is _MARK
    if word.text == "as":
        return after is not None and _as_parts(words, at, first)
    if word.text == "if":
        return after is not None and after.text in _SUBJECTS and (at == first or words[at - 1].text not in _ASKING)
    if word.text == "so":
        return after is not None and after.text not in ("that", "much", "many", "long", "far", "kind", "sorry")
    if _requests(words, at, last) or (after is not None and after.text in _OPENED_BY.get(word.text, ())):
        return True
    return word.text in _BEFORE_SUBJECT and _leads_a_subject(words, at + 1, last)
