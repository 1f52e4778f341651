"""What the words in front of a person say: "with", "joined by", "instead of", "I'll ask"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_stance_words import (
    AGAINST,
    AGAINST_PAIRS,
    BACK_SKIPPED,
    BY,
    COPULA_SUBJECTS,
    CUES,
    FINE_IF,
    LEAVE,
    NEGATIONS,
    NOT_WITH,
    ONCE,
    OPENERS,
    PERHAPS_WORDS,
    WISHED,
)
from bot.understanding.people_tables import pair_set, word_set
from bot.understanding.people_words import Token

_STILL_TO_DO = word_set("asking ask asked whoever find chase need needs which until when once")
_HEDGES = (PERHAPS_WORDS - {"should"}) | _STILL_TO_DO
_UNKNOWN = word_set("see know check confirm establish wait find ask not sure depends depending decide out")
_PARTS = word_set(", ; : ( ) but so —")
_FUTURE = word_set("'ll will would 'd be can youll also")
_ELSEWHERE = word_set(
    """came did had met visited spent went spoke spoken was were off conference course training trip away lesson
    interviews"""
)
_COMPANY = word_set(
    """i i'll we you me be there meet meeting join joining joined her she he they attend attending will 'll along
    together tour walkabout myself visit it him come coming here sit go us our"""
)
_CONSULTING = word_set(
    """look looking looked diary diaries check checking checked discuss discussing speak sort sorting arrange arranging
    plan planning agree agreeing confirm run running talk go going went gone work through over compare comparing
    calendar calendars rota liaise sit-down pinned pin fix fixing settle shared share deal dealing stuck tied catch"""
)
_TOGETHER = word_set("join joined joining meet meeting attend attending there come coming here sit present along along")
_NUMBERS = word_set("two three four five six seven of")
_INVERTED = word_set("will would can is am shall could do does did")


def before(tokens: Sequence[Token], at: int, start: int) -> Verdict | None:
    """What the words in front of the person at token `at` say; `start` is where the sentence or others' part begins."""
    position = at - 1
    while position >= start and tokens[position].low in BACK_SKIPPED:
        position -= 1
    if position < start:
        return None
    if tokens[position].low in {"on", "down"} and tokens[max(start, position - 1)].low in {"put", "add", "putting"}:
        position -= 1
    low = tokens[position].low
    previous = tokens[position - 1].low if position > start else ""
    if low in AGAINST or (previous, low) in AGAINST_PAIRS:
        return Verdict(Stance.ABSENT, "named as left out")
    conditional = _conditional(tokens, at, position, start)
    if conditional is not None:
        return conditional
    near = [token.low for token in tokens[max(start, position - 8) : position]]
    if tokens[at].low == "i" and not _so_do_i(low, previous, near):
        return None
    if not (_introduces(low, previous, near) or _is_wish(tokens, at, low, previous)):
        return None
    if "going" in near[-3:] and not {"was", "were"}.isdisjoint(near[-4:]):
        return Verdict(Stance.PERHAPS, "was going to")
    if not NEGATIONS.isdisjoint(near[-4:]):
        return Verdict(Stance.ABSENT, "said not to come")
    return Verdict(Stance.ATTENDS, "named as taking part")


def _so_do_i(low: str, previous: str, near: Sequence[str]) -> bool:
    """As in "so will I", "as am I"; behind "is happy with the 9th" an "and so am I" says nothing of coming."""
    return low in _INVERTED and previous in {"so", "as"} and (low != "am" or _PLEASED.isdisjoint(near))


_ONLY_ONCE = word_set("once soon until till when after before unless")
"""What an answer waits for: "as soon as I've collared Mr Hudson"."""


def _hedged(tokens: Sequence[Token], position: int, start: int) -> bool:
    """Whether the clause so far only hopes, asks or wonders."""
    if tokens[position].text == ":":
        return False
    for back in range(position, max(start, position - 9) - 1, -1):
        low = tokens[back].low
        if low in {"which", "when"} and tokens[back - 1].low not in _UNKNOWN:
            continue
        if low in {"need", "needs"} and tokens[back - 1].low == "you":
            continue
        if (low == "hope" and tokens[back + 1].low in _HOPED) or (low == "asked" and tokens[back + 1].low == "me"):
            continue
        if low in _HEDGES:
            month = low == "may" and tokens[back].capital
            return not month and not (low == "if" and (tokens[back - 1].low in FINE_IF or _of_the_date(tokens, back)))
        if low in _PARTS and (back < position or low == "but"):
            return False
    return False


_HOPED = word_set("you you'll this it that's it's")
"""Of whom we only hope that it suits them: "hope you can manage with just me"."""
_THE_DATE = word_set("it that this those these you so option slot either not any")


def _of_the_date(tokens: Sequence[Token], at: int) -> bool:
    """As in "if it goes ahead it'll be …", "if the 5th is free …": the date is unsure and the people are not."""
    behind = [token.low for token in tokens[at + 1 : at + 4]]
    if behind[:1] == ["the"]:
        return any(word[0].isdigit() or word.endswith("day") for word in behind[1:])
    return bool(behind) and (behind[0] in _THE_DATE or behind[0][0].isdigit())


def _conditional(tokens: Sequence[Token], at: int, position: int, start: int) -> Verdict | None:
    if _hangs_on(tokens, at, start):
        return Verdict(Stance.ATTENDS, "named under a condition")
    if tokens[position].low == "bring" and any(token.low == "mind" for token in tokens[at : at + 5]):
        return Verdict(Stance.PERHAPS, "only thought of")
    waited = tokens[position].low in _NEEDING and tokens[position].low not in {"to", "of", "getting"}
    if waited and not _ONLY_ONCE.isdisjoint(token.low for token in tokens[max(0, position - 6) : position]):
        return Verdict(Stance.PERHAPS, "waited for")
    return Verdict(Stance.PERHAPS, "only perhaps") if _hedged(tokens, position, start) else None


def _hangs_on(tokens: Sequence[Token], at: int, start: int) -> bool:
    """As in "If Mrs Abara can get the morning off then Thursday 17th": who must come for the date to stand comes."""
    if tokens[at].low == "i" or "if" not in {token.low for token in tokens[max(start, at - 3) : at]}:
        return False
    reach = range(at, min(at + 22, len(tokens) - 1))
    then = next((i for i in reach if tokens[i].low == "then" or tokens[i].text in ",\n"), 0)
    if then == 0:
        then = next((i for i in reach if tokens[i].low in {"we", "i"} and tokens[i + 1].low in {"'d", "'ll"}), 0)
        return then > 0
    follows = [token.low for token in tokens[then + 1 : then + 3]]
    return then > 0 and any(word.endswith("day") or word == "option" or word[0].isdigit() for word in follows)


_INSTEAD = word_set("place stead instead")
_NEEDING = {
    "get": word_set("managed 've able you"),
    "got": word_set("managed 've able"),
    "field": word_set("can will 'll could able"),
    "provide": word_set("can will 'll could able"),
    "muster": word_set("can will 'll could able"),
    "supply": word_set("can will 'll could able"),
    "promise": word_set("can will 'll could able"),
    "secured": word_set("have 've has"),
    "bagged": word_set("have 've has i we"),
    "persuaded": word_set("have 've has i we"),
    "recruited": word_set("have 've has i we"),
    "nominated": word_set("have 've has i we"),
    "collared": word_set("have 've has i we"),
    "enlisted": word_set("have 've has i we"),
    "roped": word_set("have 've has i we"),
    "getting": word_set("you"),
    "to": word_set("introduce introducing introduced"),
    "of": word_set("pleasure company consist consists comprised"),
}
"""Words that bring a person in only behind these."""


def _is_company(previous: str, near: Sequence[str]) -> bool:
    """Whether "with" speaks of who comes along, and not of a trip, a lesson or the past."""
    if previous in _MAKING_DO:
        return not {"you", "you'll", "youll"}.isdisjoint(near)
    if previous in NOT_WITH or previous in {"", ",", ":"}:
        return previous not in NOT_WITH
    if list(near[-3:-1]) in (["in", "a"], ["a", "long"]) and near[-1] == "meeting":
        return False
    telling = next((word for word in reversed(near) if word in _CONSULTING or word in _TOGETHER), "")
    if telling in _CONSULTING or list(near[-2:]) in (["it", "is"], ["it", "'s"]):
        return False
    return not _COMPANY.isdisjoint(near) and _ELSEWHERE.isdisjoint(near)


_PLEASED = word_set("happy fine good ok okay alright content pleased delighted")


def _introduces(low: str, previous: str, near: Sequence[str]) -> bool:
    """Whether a cue with what stands before it brings a person in; `near` holds the eight words before the cue."""
    if low == "by":
        return not BY.isdisjoint(near)
    if low == "with":
        return _is_company(previous, near)
    if (previous, low) == ("well", "as"):
        return NOT_WITH.isdisjoint(near)
    if low in {"people", "persons", "us"}:
        return any(word.isdigit() or word in _NUMBERS for word in near[-2:])
    if _brings_about(low, previous, near):
        return True
    if low in _NEEDING:
        return not _NEEDING[low].isdisjoint(near[-4:])
    if low in _MEETING:
        return _will_meet(low, previous, near)
    if low in CUES or low == "its" or (previous in {"so", "as"} and low in _INVERTED):
        return True
    return low in _COPULAS and not COPULA_SUBJECTS.isdisjoint(near) and _TO_TURN_TO.isdisjoint(near[-4:])


def _brings_about(low: str, previous: str, near: Sequence[str]) -> bool:
    """As in "roped in", "the trust are sending", "swap her for", "should read"."""
    if (previous, low) in _ARRANGING or (previous, low) in {("addition", "to"), ("w", "/")}:
        return True
    if low == "for":
        return previous in _OBJECT and near[-2:-1] != [] and near[-2] in _SWAPPING
    if low in _SENDING:
        return previous in {"are", "is", "'re", "'s", "be"} and "office" not in near
    return low in _READ and "should" in near


_SENDING = word_set("sending lending releasing freeing")


_OBJECT = word_set("her him them that it")
_SWAPPING = word_set("swap change switch replace exchange swapped changed switched replaced substitute swapping")
_COPULAS = frozenset({"be", "is", "are", "'s", "were"})
_TO_TURN_TO = word_set("want contact speak email ring call")
"""In "the person you want is …", these only say whom to turn to."""
_READ = word_set("read be been said say")
"""Behind "should have" these mend a name."""
_MEETING = word_set("meet meeting see seeing have")


def _will_meet(low: str, previous: str, near: Sequence[str]) -> bool:
    """Whether "meet", "see" and "have" speak of the visit, and not of what was once."""
    if low in {"meet", "see"} and previous == "to":
        return ONCE.isdisjoint(near[-4:])
    if low == "have" and not _INSTEAD.isdisjoint(near[-6:]):
        return True
    return not _FUTURE.isdisjoint(near[-4:]) and "was" not in near[-4:]


_MAKING_DO = word_set("do stuck saddled landed lumbered cope manage blessed")
_ARRANGED = word_set("booked lined released confirmed coming joining attending ready")
_ALONG = word_set("along there released over too present across")
_ARRANGING = pair_set(
    "lined up|booked in|booked out|roped in|signed up|freed up|released from|arranged for|lined-up for|put forward|"
    "roping in|rope in|dragging in|drag in|dragged in|drafted in|drafting in|pulling in|pulled in|calling in|called in|"
    "brought in|bringing in|bring in|bring along|bringing along|brought along|drag along|dragging along|lining up|"
    "line up|sending along|send along|putting forward|puts forward|sending in|put up"
)


def _is_wish(tokens: Sequence[Token], at: int, low: str, previous: str) -> bool:
    """As in "we'd like our SENCO there as well" and "I have our SENCO booked in"."""
    if low in {"have", "'ve"} and previous in {"i", "we"}:
        return any(token.low in _ARRANGED for token in tokens[at : at + 14])
    if low in {"get", "have", "bring"} and previous in {"can", "will", "'ll", "could"}:
        return any(token.low in _ALONG for token in tokens[at : at + 24])
    if low not in {"like", "want"} or previous not in {"'d", "would", "we", "i"}:
        return False
    return any(token.low in WISHED for token in tokens[at : at + 14])


def questioned(tokens: Sequence[Token], start: int, at: int, end: int) -> bool:
    """Whether the clause before token `at` asks if somebody is wanted, rather than saying that they come.

    "Could Tom join us?" and "is it OK if Tom joins?" ask leave for what is meant, and count as saying it.
    """
    if end == 0 or tokens[end - 1].text != "?":
        return False
    for position in range(at - 1, start - 1, -1):
        before_it = tokens[position - 1].low
        opens = position == start or before_it in {",", ";", ":", "-", "–", "—", "and", "but", "so", "or"}
        if opens and tokens[position].low in OPENERS:
            return LEAVE.isdisjoint(token.low for token in tokens[position : position + 5])
    return False
