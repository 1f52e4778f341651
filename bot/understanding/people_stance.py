"""Whether the words about a person say that they take part, that they do not, or only perhaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.people_words import Token


class Stance(StrEnum):
    """What was said of somebody's taking part."""

    ATTENDS = "attends"
    ABSENT = "absent"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stance and the rule that saw it."""

    stance: Stance
    rule: str


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    pairs = (pair.strip().split(" ") for pair in text.split("|"))
    return frozenset((first, second) for first, second in pairs)


_AUXILIARIES = _words(
    """will 'll would 'd can could is are am 'm 's has have 've was were be shall wil willl might may should ill hes shes
    theyll theyre gonna going going-to wants want need needs must do does"""
)
_SKIPPED = _words(
    """also both all too kindly certainly definitely of course , now then - – — already either at least still gladly who that
    which to each as well naturally obviously indeed only just happily very much really again today so far I've really
    hopefully probably possibly perhaps maybe currently both have kindly from around about if and have both in"""
)
NEGATIONS = _words(
    """not can't cant cannot won't wont isn't isnt doesn't doesnt don't dont wouldn't couldn't aren't arent hasn't haven't
    never unable neither nor no didn't wasn't weren't shan't cannae unlikely unavailable declined can´t refuses"""
)
PERHAPS_WORDS = _words(
    """might may probably hopefully hopes hoping hope possibly perhaps maybe try trying tries tbc likely whether if unless
    should provisionally tentatively potentially wonder wondering pencilled checking aim aiming aims poss prob probs
    unconfirmed subject ideally provided"""
)
_ATTENDING = _words(
    """attend attends attending join joins joining come comes coming participate participates participating represent
    represents representing host hosting hosts receive receives receiving welcome welcoming greet greeting greets
    accompany accompanying accompanies deputise deputising deputize deputizing volunteered comign comming atend joing
    jion partake partaking sit"""
)
_ATTENDING_OTHERS = _words(
    """meet meeting meets available free able stay staying cover covering confirmed agreed do make manage around replace
    replacing show showing step stepping fill filling stand standing pop popping drop dropping look looking
    call calling help helping support supporting speak speaking talk talking host see seeing arrange zoom dial dialling
    tag tagging swing get take game nip nipping observe observing willing explain contribute contributing chair
    sitting present bring bringing chat chatting"""
)
_ATTENDING_SELF = _words("bring bringing meet hosting accompanied joined supported included sitting")
_ATTENDING_PAIRS = _pairs(
    """be there|is there|are there|also there|both there|all there|definitely there|'m there|'ll there|be present|
    take part|taking part|took part|on hand|be with|is with|are with|said yes|says yes|be part|been part|be involved|
    take her|take his|take my|take their|take your|taking her|taking his|taking my|taking over|be joined|be accompanied|
    be here|is here|on board|her place|his place|be included|being joined|be meeting|be attending|be represented|
    be released|been released|a tour|guided tour|you round|you around|be in|sit in|sitting in|being there|being present|are present|is present|like to|up for|be supported|
    be added|be invited|be put|take over|there too|there throughout|there as|there with|with me|with you|his presence|be hosting|be introduced|be seeing"""
)
_NOT_AFTER: dict[str, frozenset[str]] = {
    "present": _words("at"),
    "come": _words("you could"),
    "meeting": _words("a the our"),
    "coming": _words("for are you're your the thanks"),
    "there": _words("is not"),
    "in": _words("is are fit booked took taken pencil"),
    "take": _words("to"),
    "host": _words("to"),
    "receive": _words("to"),
    "meet": _words("to"),
    "see": _words("to would"),
}
"""Words that only look like taking part behind these."""

_ABSENCE = _words(
    """out away left retired off ill sick unavailable unable busy teaching resigned stood pulled apologies apologises
    apologising leaving elsewhere offsite isolating retiring tied double-booked removed withdrawn dropped declined
    holiday abroad leave poorly stepped cancelled quit moved swapped unwell"""
)
_ABSENT_PAIRS = _pairs(
    "drop out|dropped out|dropping out|pull out|pulled out|pulling out|step down|stepping down|stepped down|come off|coming off|"
    "stand down|stood down|standing down|bow out|be away|taken off|cry off|cried off|at work"
)
_BOUNDARIES = _words("but because although though however ; while whilst whereas when unless . ! ? whom")

_CUES = _words(
    """with plus + alongside including include includes incl bringing bring add adding added have having welcoming
    have involve involving invite comprising meet meeting see seeing put & introduce introducing + w/"""
)
_NOT_WITH = _words(
    """check checked checking speak spoken speaking liaise liaising liaised fine ok okay happy discuss discussed cleared
    confirm confirmed confirming catch clash clashes clashed problem deal deals dealing coordinate double-check chat word
    talk talked talking agree agreed share shared confer conferring confered consult arranged booked busy cover trouble
    spoke worked working works help need struggling struggle happened happening going done support sit sits sitting rests rest lies issue issues conversation contact touch up"""
)
_COPULA_SUBJECTS = _words(
    """it its it's thatll name that there this attendees people attending team party they those names present attendance us representatives
    panel rep reps representative who room colleagues participants group visitors list person here these delegates day
    replacement substitute stand-in guests guest joining staff line-up lineup personnel ones meeting with"""
)
_BY = _words("joined accompanied represented supported attended led met hosted greeted welcomed assisted covered")
_AGAINST = _words(
    "neither not without minus except excluding bar drop remove removing replace replacing lose delete dropping swap"
)
_AGAINST_PAIRS = _pairs(
    """instead of|rather than|place of|apart from|other than|apologies from|apologies for|take off|aside from|lieu of|
    change from|cross off|strike off|apols from|no longer|but not|and not"""
)
_CONTRAST = _words("unfortunately sadly")
_BACK_SKIPPED = _words("our the a my both all just also only - – — definitely please , \" “ ' ‘ now ( your his her")


def after(tokens: Sequence[Token], at: int, end: int, *, is_self: bool) -> Verdict | None:
    """What the predicate from token `at` on says of the people before it; `end` is where others are named."""
    if at < end and tokens[at].low in {"in", "out"} and _clause_ends(tokens, at + 1, end):
        return Verdict(Stance.ATTENDS if tokens[at].low == "in" else Stance.ABSENT, "in or out")
    if at < end and tokens[at].low in {"and", "&", ","}:
        at = _behind_apposition(tokens, at, end)
    if at >= end or not _predicate_begins(tokens, at, end):
        return None
    negated = perhaps = helped = False
    attending = _ATTENDING | (_ATTENDING_SELF if is_self else _ATTENDING_OTHERS)
    for position in _outside_brackets(tokens, at, min(end, at + 26)):
        low = tokens[position].low
        before = tokens[position - 1].low
        if low in _BOUNDARIES and helped:
            return None
        if low in {"and", "then"} and helped and position + 1 < end and tokens[position + 1].low in _NEW_SUBJECTS:
            return None
        if low in NEGATIONS:
            negated = True
        if low in PERHAPS_WORDS and before != "asked" and not (low == "if" and helped is False and position > at):
            perhaps = True
        if _takes_part(tokens, position, end, low, before, attending, is_self=is_self):
            if negated and low in {"confirmed", "agreed", "volunteered"}:
                return Verdict(Stance.PERHAPS, "only perhaps")
            if negated:
                return _other_day(tokens, position + 1, end) or Verdict(Stance.ABSENT, "said not to come")
            perhaps = perhaps or _perhaps_follows(tokens, position + 1, end)
            return Verdict(Stance.PERHAPS, "only perhaps") if perhaps else Verdict(Stance.ATTENDS, "will take part")
        if low in _ELLIPTIC and position > at - 1 and _clause_ends(tokens, position + 1, end) and not is_self:
            return Verdict(Stance.ABSENT if low in NEGATIONS else Stance.ATTENDS, "said of the same")
        if low in _AUXILIARIES:
            helped = True
        elif not is_self and ((before, low) in _ABSENT_PAIRS or (low in _ABSENCE and helped and not negated)):
            return _other_day(tokens, position + 1, end) or Verdict(Stance.ABSENT, "said to be elsewhere")
    return None


def _behind_apposition(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where the verb is: "…, parent governor and school cook, will attend"."""
    reach = range(at + 1, min(end - 1, at + 9))
    return next((i + 1 for i in reach if tokens[i].text == "," and tokens[i + 1].low in _AUXILIARIES), at)


_NEW_SUBJECTS = _words("you you'll i we he she they it it's that this there your")
_ELLIPTIC = _words("will can would can't won't cannot cant wont")


def _clause_ends(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at >= end or tokens[at].text in ".,;!)" or tokens[at].low in {"too", "also", "instead"}


def _other_day(tokens: Sequence[Token], at: int, end: int) -> Verdict | None:
    """ "… cannot make the 9th but could do the 11th": another day is a yes to coming."""
    for position in range(at, min(at + 10, end - 1)):
        if tokens[position].low == "but":
            found = after(tokens, position + 1, end, is_self=False)
            return found if found is not None and found.stance is Stance.ATTENDS else None
    return None


def _predicate_begins(tokens: Sequence[Token], at: int, end: int) -> bool:
    position = at
    while position < end and tokens[position].low == "(":
        position = _bracket_end(tokens, position, end)
    if position < end and tokens[position].low in {"from", "of", "in", "on", "at"}:
        reach = range(position + 1, min(end, position + 7))
        position = next((i for i in reach if tokens[i].low in _AUXILIARIES), position)
    while position < end and tokens[position].low in _SKIPPED:
        position += 1
    if position >= end:
        return False
    low = tokens[position].low
    if low in _AUXILIARIES or low in _ATTENDING or low in NEGATIONS or low in PERHAPS_WORDS:
        return True
    return low in {
        "happy",
        "keen",
        "delighted",
        "pleased",
        "able",
        "free",
        "available",
        "look",
        "looks",
        "looking",
        "sends",
        "agreed",
        "confirmed",
        "kindly",
        "has",
        "volunteered",
        "offered",
        "says",
        "said",
    } or (tokens[at].low in {",", "who"} and any(t.low in {"who", "who's"} for t in tokens[at : at + 3]))


def _takes_part(
    tokens: Sequence[Token],
    position: int,
    end: int,
    low: str,
    before: str,
    attending: frozenset[str],
    *,
    is_self: bool,
) -> bool:
    if low == "diary" and before in {"his", "her", "their", "the"}:
        return tokens[position - 2].low in {"in", "into"} and not is_self
    if low == "leave" and before == "to":
        return not is_self and position + 1 < end and tokens[position + 1].low in _LEAVES_EARLY
    if (before, low) in _ATTENDING_PAIRS:
        if (before, low) == ("be", "in"):
            return not is_self and position + 1 < end and tokens[position + 1].low in _IN_WHERE
        return not (is_self and before == "like")
    if low not in attending or before in _NOT_AFTER.get(low, frozenset()):
        return False
    if before == "to" and tokens[position - 2].low in {"you", "everyone", "people", "visitors"}:
        return False
    follows = tokens[position + 1].low if position + 1 < end else "."
    return _FITTING.get(low, _always)(follows)


_LEAVES_EARLY = _words("at by early after before us you for around about promptly straight halfway part")
_IN_WHERE = _words("the school that all on . for then too at attendance from")


def _always(_follows: str) -> bool:
    return True


_FITTING = {
    "sit": lambda follows: follows in {"in", "with", "down"},
    "take": lambda follows: follows in {"part", "over", "you", "the", "him", "her"},
    "get": lambda follows: follows in {"there", "here", "to", "away"},
    "look": lambda follows: follows in {"in", "after"},
    "call": lambda follows: follows == "in",
    "cover": lambda follows: follows in {"for", "it", "this", "."},
    "show": lambda follows: follows in {"you", "your", "them", "him", "her"},
    "see": lambda follows: follows in {"you", "your", "them", "him", "her"},
    "arrange": lambda follows: follows == "it",
    "speak": lambda follows: follows in {"to", "with", "for"},
    "talk": lambda follows: follows in {"to", "with", "you"},
    "talking": lambda follows: follows in {"to", "with"},
    "able": lambda follows: follows in {"to", ".", ","},
    "drop": lambda follows: follows in {"in", "by", "into"},
    "dropping": lambda follows: follows in {"in", "by", "into"},
    "pop": lambda follows: follows in {"in", "by", "into", "along", "up", "down", "over"},
    "step": lambda follows: follows in {"in", "into"},
    "stepping": lambda follows: follows in {"in", "into"},
    "stand": lambda follows: follows == "in",
    "standing": lambda follows: follows == "in",
    "fill": lambda follows: follows == "in",
    "filling": lambda follows: follows == "in",
    "come": lambda follows: follows != "off",
    "covering": lambda follows: follows in {"for", "it", ".", "the"},
    "happy": lambda follows: follows == "to",
    "helping": lambda follows: follows in {"with", "out"},
    "support": lambda follows: follows in {"me", "the", "you"},
    "supporting": lambda follows: follows in {"me", "the", "you"},
    "agreed": lambda follows: follows in {"to", ".", ",", "and", ";", ")"},
    "confirmed": lambda follows: (
        follows in {".", ",", "his", "her", "their", "attendance", "they", "he", "she", ";", ")"}
    ),
    "make": lambda follows: follows in _DATE_OBJECTS,
    "do": lambda follows: follows in _DATE_OBJECTS,
    "manage": lambda follows: follows in _DATE_OBJECTS,
    "in": lambda follows: follows in {"school", "that", "all", "on", ".", "then", "too"},
    "meeting": lambda follows: follows in {"you", "your", "with", "them", "him", "her"},
    "meet": lambda follows: (
        follows in {"you", "your", "the", "with", "them", "him", "her", "and", "everyone", "us", "."}
    ),
    "bring": lambda follows: follows not in {"a", "it", "your", "you", "them", "this", "up", "some", "forward"},
    "included": lambda follows: follows in {".", ",", ";"},
    "game": _always,
}

_DATE_OBJECTS = _words(
    """it that the either both any all this those them monday tuesday wednesday thursday friday mon tue tues wed weds thu
    thurs fri option morning afternoon mornings afternoons only first second same . , am pm then rest one you 1 2 3"""
)


def _perhaps_follows(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "… if she's not teaching", "(tbc)", "hopefully": what takes a promise half back."""
    for position in range(at, min(at + 10, end)):
        low = tokens[position].low
        if low in {"but", "so", "and", ";"} and position > at:
            return False
        if low in {"if", "unless"}:
            return not any(
                t.low in {"ok", "okay", "alright", "fine", "convenient", "you"} for t in tokens[position : position + 6]
            )
        if low in {"hopefully", "probably", "tbc", "provided", "fingers", "maybe", "possibly", "perhaps"}:
            return True
    return False


def _outside_brackets(tokens: Sequence[Token], at: int, end: int) -> list[int]:
    positions: list[int] = []
    while at < end:
        if tokens[at].low == "(":
            at = _bracket_end(tokens, at, end)
            continue
        positions.append(at)
        at += 1
    return positions


def _bracket_end(tokens: Sequence[Token], at: int, end: int) -> int:
    return next((i + 1 for i in range(at, min(at + 40, end)) if tokens[i].low == ")"), at + 1)


def before(tokens: Sequence[Token], at: int, start: int) -> Verdict | None:
    """What the words in front of the person at token `at` say; `start` is where the sentence or others' part begins."""
    position = at - 1
    while position >= start and tokens[position].low in _BACK_SKIPPED:
        position -= 1
    if position < start:
        return None
    if tokens[position].low in {"on", "down"} and tokens[max(start, position - 1)].low in {"put", "add", "putting"}:
        position -= 1
    low = tokens[position].low
    previous = tokens[position - 1].low if position > start else ""
    if low in _AGAINST or (previous, low) in _AGAINST_PAIRS:
        return Verdict(Stance.ABSENT, "named as left out")
    if _hedged(tokens, position, start):
        return Verdict(Stance.PERHAPS, "only perhaps")
    if not _introduces(tokens, position, start, low, previous, at):
        return None
    if any(token.low in NEGATIONS for token in tokens[max(start, position - 4) : position]):
        return Verdict(Stance.ABSENT, "said not to come")
    return Verdict(Stance.ATTENDS, "named as taking part")


def _hedged(tokens: Sequence[Token], position: int, start: int) -> bool:
    for back in range(position, max(start, position - 9) - 1, -1):
        low = tokens[back].low
        if low in {
            "asking",
            "ask",
            "asked",
            "whoever",
            "find",
            "chase",
            "need",
            "needs",
            "which",
            "until",
            "when",
            "once",
        } or (low in PERHAPS_WORDS and low != "should"):
            return not (low == "may" and tokens[back].capital) and not (
                low == "if" and tokens[back - 1].low in _FINE_IF
            )
        if low in {",", ";", ":", "(", ")", "but", "so", "—"} and back < position:
            return False
    return False


def _wished_for(tokens: Sequence[Token], at: int) -> bool:
    return any(token.low in _WISHED for token in tokens[at : at + 14])


_WISHED = _words("there attend join come present along involved included sit meet")


_ONCE = _words("was were need needs have had has nice first going wait")
_FINE_IF = _words("asked ok okay alright fine possible mind great nice good lovely helpful")


def _introduces(tokens: Sequence[Token], position: int, start: int, low: str, previous: str, at: int) -> bool:
    if low == "by":
        return any(token.low in _BY for token in tokens[max(start, position - 6) : position])
    if low == "with":
        return previous not in _NOT_WITH and not (
            previous == "meeting" and tokens[position - 2].low in {"a", "my", "the"}
        )
    if low == "of":
        return previous in {"pleasure", "company", "consist", "consists", "comprised"}
    if low in {"meet", "see"} and previous == "to":
        return not any(token.low in _ONCE for token in tokens[max(start, position - 4) : position])
    if low in {"meet", "meeting", "see", "seeing", "have"}:
        near = {token.low for token in tokens[max(start, position - 4) : position]}
        return bool(near & {"'ll", "will", "would", "'d", "be", "can", "youll", "also"}) and not near & {"was", "were"}
    if low in _CUES or low == "its":
        return True
    if previous in {"so", "as"} and low in {"will", "would", "can", "is", "are", "am", "shall", "could", "'s"}:
        return True
    if low in {"be", "is", "are", "'s", "were"}:
        near = {token.low for token in tokens[max(start, position - 4) : position]}
        return bool(near & _COPULA_SUBJECTS)
    return low in {"like", "want"} and previous in {"'d", "would", "we", "i"} and _wished_for(tokens, at)


def questioned(tokens: Sequence[Token], start: int, at: int, end: int) -> bool:
    """Whether the clause before token `at` asks if somebody is wanted, rather than saying that they come.

    "Could Tom join us?" and "is it OK if Tom joins?" ask leave for what is meant, and count as saying it.
    """
    if end == 0 or tokens[end - 1].text != "?":
        return False
    for position in range(at - 1, start - 1, -1):
        opens = (
            position == start
            or tokens[position - 1].text in ",;:-–—"
            or tokens[position - 1].low in {"and", "but", "so", "or"}
        )
        if opens and tokens[position].low in _OPENERS:
            return not any(token.low in _LEAVE for token in tokens[position : position + 5])
    return False


_OPENERS = _words(
    "do does did is are will would should shall who what which when where how am has have might must whether"
)
_LEAVE = _words("ok okay alright fine possible late mind add join")
