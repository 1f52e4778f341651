"""Who the governor is, where the name stands far from the word: "the governor you'll meet is Dr Oyelaran"."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.reading.guarded import lowered, phrasing
from bot.understanding.names import is_ordinary

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Fr|Father|Cllr|Councillor|Sir|Dame|Lady|Lord|Prof|Canon|Sister|Sr)\.? )?"
_NAME = rf"(?:old |dear )?{_TITLE}(?P<name>[A-Z][\w'’-]+(?: (?:(?:de|van|der|al|O') )?[A-Z][\w'’-]+){{0,2}})"
_OFFICE = r"(?:[Gg]overnor|[Tt]rustee)(?! (?:meeting|panel|training|hub|services))"
_YES = (
    r"(?:cracked|caved|said yes|says yes|agreed|has agreed|volunteered|stepped|will (?:be|come|join|do|attend|"
    r"meet|sit|see|"
    r"represent)|can (?:be|come|join|do|make|meet)|is (?:coming|joining|free|happy|keen|able|available)|"
    r"has (?:said yes|"
    r"offered|volunteered|stepped)|is going to|is up for|fits the bill)"
)
_UNSURE = (
    r"(?![^.!?\n]*\b(?:not|no longer|\w+n['’]?t|never|cannot|if|whether|might|may|maybe|perhaps|probably|hopefully|"
    r"hopes?|"
    r"wait\w*|reply|hear|answer|asked|away|off|abroad|ill|poorly|leav\w+|resign\w*|apolog\w+|unable|unavailable|"
    r"instead|busy|check\w*|but|though|although|sorry|declin\w+|refus\w+)\b)"
)
"""What nothing of stands in the rest of a sentence that counts on somebody."""
_TOLD = r"(?:told|let|warned|alerted|notified|informed|squared it with|tipped off|diarised it with)"
_RUNS = r"(?:chairs|heads|leads|runs|is chair of|is the chair of|is on|sits on)"
_AS_OFFICE = (
    r"(?:do|be|act as|play|fill in as|stand in as|step in as|represent|cover) (?:the |our |your |a |as )?(?:\w+ )?"
    rf"{_OFFICE}"
)
NAMED = (
    phrasing(
        "twisted|collared|cornered|nabbed|bagged|press-ganged|persuaded|talked round|dragooned|bribed|"
        "recruited|got hold of|signed up|enlisted",
        r"\b(?:twisted the arm of|twisted|arm-twisted|collared|cornered|nabbed|bagged|press-ganged|"
        r"persuaded|talked round|"
        rf"dragooned|bribed|recruited|got hold of|signed up|enlisted) {_NAME}(?:['’]s arm)?,? (?:who is |"
        rf"our |a |the )*(?:[\w-]+ )?{_OFFICE}",
    ),
    phrasing(
        "is|will be|'s|’s|'ll be|’ll be",
        rf"\b{_OFFICE}\b(?: (?!who was|was\b)[^.;!?\n,]{{0,70}}?)? ?(?:\bis|\bwill be|['’]s|"
        rf"['’]ll be)(?: going to be| now|"
        rf" still| once again| again)? (?:called |named |one |none other than |our old friend |"
        rf"our very own )?{_NAME}",
    ),
    phrasing(
        "? ",
        rf"\b{_OFFICE}\b[^.;!\n]{{0,60}}\? {_NAME}(?= ?[.!,\n]|$)",
    ),
    phrasing(
        "do |be |act |acts |play|fill|stand|step|represent|cover",
        rf"\b{_NAME}(?: (?:is|says|has|will|can|and|back|from|who|said|tells|he|she|that|to|been|kindly|"
        rf"agreed|offered|"
        rf"happy|going|willing|promised)\b|['’]ll| [\w'’]+| [\w'’]+ [\w'’]+)"
        rf"{{1,6}}? {_AS_OFFICE}(?:s\b)?(?: bit| rep| side| part| role| seat| slot| duties| after all| for the day|"
        rf" on the day)?",
    ),
    phrasing(
        ":|–|—|-|namely|in the shape of|by the name of|, one|, called",
        rf"\b(?:a|our|the|one|another|your) (?:[\w-]+ )?{_OFFICE}(?: (?:at last|for you|for the visit|"
        rf"sorted|found|lined up|in the "
        rf"bag|who can come|now|on the day|that day))?(?: ?[:–—-]|, namely|, in the shape of|"
        rf", by the name of|, one|, called) ?{_NAME}",
    ),
    phrasing(
        "but|and|until|till|so ",
        rf"\b{_OFFICE}s?\b[^.;!?\n]{{0,40}}\b(?:but|and|until|till|so) {_NAME}(?: kindly| finally| has)? {_YES}",
    ),
    phrasing(
        "changed",
        rf"\b{_OFFICE}\b[^.!?\n]{{0,40}}\bchanged\b[^\n]{{0,80}}?\b(?:and|but|now|so) {_NAME} {_YES}",
    ),
    phrasing(
        "told|let|warned|alerted|notified|informed|squared it with|tipped off|diarised it with",
        rf"\b(?:I|I['’]ve|we|we['’]ve|have|We|We['’]ve) {_TOLD} {_NAME}(?: know)?,? \(?(?:who['’]?s |who is |"
        rf"(?:he|she)['’]s |our |the |a |my )*(?:[\w-]+ ){{0,2}}{_OFFICE}\b{_UNSURE}",
    ),
    phrasing(
        ":|–|—|-",
        rf"\b{_OFFICE}s? ?[:–—-] ?(?:(?:I['’]m told|I hear|I gather|that['’]s|that|it['’]s|it|this|will be|"
        rf"['’]ll be|is|to be|"
        rf"going) )+?{_NAME}{_UNSURE}",
    ),
    phrasing(
        " is our| is the|'s our|’s our|'s the|’s the",
        rf"\b{_NAME}(?: is|['’]s) (?:our|the) (?:[\w-]+ ){{0,2}}{_OFFICE}\b(?= ?[.!,;\n]|$| and| who| for){_UNSURE}",
    ),
    phrasing(
        "chairs|heads|leads|runs|is chair of|is the chair of|is on|sits on",
        rf"\b(?:so['’]?s|so is|so will|as is|as will|and) {_NAME},? (?:what|who|that|as) {_RUNS} (?:the |our )?"
        rf"(?:board of )?(?:[Gg]overnors|[Gg]overning (?:body|board)|[Tt]rustees){_UNSURE}",
    ),
    phrasing(
        "governor (|trustee (",
        rf"\b{_OFFICE} \({_NAME}\),? (?:is |are |has been |have been |been )?(?:\w+ (?:and )?){{0,2}}(?:both |"
        rf"all )?"
        rf"(?:attending|coming|joining|present|on board|confirmed){_UNSURE}",
    ),
    phrasing(
        "who said|who has agreed|who agreed|who can|who will|who is|who jumped",
        rf"\b{_OFFICE}\b[^.!?\n]{{0,90}}, {_NAME},? who (?:said yes|has agreed|agreed|can|will|is coming|"
        rf"jumped|is free)",
    ),
)
AGREED = (
    phrasing(
        "sked ",
        rf"\b[Aa]sked {_NAME} (?:if|whether) (?:he|she|they)(?:['’]d| would| could| can| will|['’]ll)? {_AS_OFFICE}"
        rf"[^.!?\n]{{0,20}}\b(?:and|\.|who) (?:he|she|they|who)?(?:['’]s| has| have| is|['’]re)? ?(?:kindly |happily |"
        rf"very |immediately |straight away )?(?:said yes|says yes|agreed|accepted|jumped|would love to|happy to|"
        rf"delighted|coming|up for it|free)",
    ),
    phrasing(
        "add him|add her|add them",
        rf"\bnew (?:chair|{_OFFICE}|chair of {_OFFICE}s?)\b[^.!?\n]{{0,90}}\badd (?:him|her|them)\b[^.!?\n:]{{0,40}}: ?"
        rf"{_NAME}",
    ),
    phrasing(
        "sorted|found|secured|confirmed|bagged|nailed|located|in the bag|update|news",
        rf"\b{_OFFICE} (?:sorted|found|secured|confirmed|bagged|nailed|located|in the bag|update|"
        rf"news)\b[^.!?\n:]{{0,30}}"
        rf"[.!:]+ ?{_NAME}(?=[, ](?![^.!?\n]{{0,40}}\b(?:can['’]t|won['’]t|isn['’]t|told|asked|says I)\b))",
    ),
    phrasing(
        "if ",
        rf"\b[Ii]f {_NAME},? (?:is )?our {_OFFICE}\b[^.!?\n]{{0,70}}\bbut (?:he|she)(?: (?:says|said|has said) (?:he|"
        rf"she))?"
        rf"(?:['’]ll| will) be (?:there|coming|along|with)",
    ),
    phrasing(
        "so ",
        rf"\b[Oo]ur (?:[\w-]+ )?{_OFFICE}(?: for [\w ]{{3,30}}?)?,? {_NAME},? (?:has|have|is at|is in|teaches|works)\b"
        rf"[^.!?\n]{{0,60}}\bso (?:he |she |they )?(?:would|['’]d|will|['’]ll)(?: be grateful| like| need| want|"
        rf" have)? "
        rf"(?:\w+ )?to (?:be (?:done|finished|away|out)|finish|leave|get away|go|dash|shoot off|join)\b",
    ),
    phrasing(
        " (our ",
        rf"\b{_NAME} \(our (?:[\w-]+ )?{_OFFICE}\)[^.!?\n]{{0,60}}[.!?] ?(?:He|She|They) (?:has |"
        rf"have )?(?:managed to keep|"
        rf"kept|keeping|blocked|cleared|saved|put aside|can do|can make|says yes to)",
    ),
)
"""How somebody's yes is told who was asked or only mentioned first; nothing more is doubted of these."""
_FILLS_THE_OFFICE = re.compile(_AS_OFFICE)
_NAMED_BESIDE = tuple(each for each in NAMED if _AS_OFFICE not in each.written)
"""What need not stand before the office that somebody fills, and is quickly looked for."""
_NOT_HERE = re.compile(
    r"\b(?:not|no longer|never|used to be|was|were|believe|may|might|perhaps|hopefully|probably|whether|if|"
    r"ask(?:ed|ing)?|"
    r"isn['’]?t|can['’]?t|won['’]?t|instead of|resign\w*|stood down(?! and)|email|former\w*|report|call|ring|"
    r"approach)\b"
)
_EXPLAINED = re.compile(
    rf"\b(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}) [^.!?;\n]{{3,60}}[–—-] ?[^.!?;\n–—]{{0,60}}\b(?:{_OFFICE})\b"
)
"""Somebody whose office follows behind a dash: "Len Ashdown will come – retired fireman, parent governor …"."""


class NamedGovernor(NamedTuple):
    """The name as written and where it stands: offsets into the text searched."""

    name: str
    start: int
    end: int


def governor_by_name(text: str) -> NamedGovernor | None:
    """The first whom a text names as the governor who comes; no sentence that doubts it counts."""
    low = lowered(text)
    for each in AGREED:
        match = each.pattern.search(text) if any(map(low.__contains__, each.pieces)) else None
        if match is not None and not is_ordinary(match["name"].split()[0].lower()):
            return _told(match)
    fills_the_office = _FILLS_THE_OFFICE.search(text) is not None
    for each in NAMED if fills_the_office else _NAMED_BESIDE:
        for match in each.pattern.finditer(text) if any(map(low.__contains__, each.pieces)) else ():
            if match["name"].split()[0].lower() not in _NO_NAMES and not _doubted(text, match):
                return _told(match)
    return None


def explained_as_governor(text: str) -> NamedGovernor | None:
    """Somebody of whom a text says behind a dash that they are a governor; whether they come is said elsewhere."""
    match = _EXPLAINED.search(text) if any(map(text.__contains__, "–—-")) else None
    return None if match is None or is_ordinary(match["name"].split()[0].lower()) else _told(match)


_NO_NAMES = frozenset({"i", "we", "he", "she", "you", "they", "it", "there", "tbc", "tba", "no", "yes", "none", "see"})


def _told(match: re.Match[str]) -> NamedGovernor:
    words = match["name"].removesuffix("'s").removesuffix("’s").split()
    while len(words) > 1 and is_ordinary(words[-1].lower()):
        words.pop()
    return NamedGovernor(" ".join(words), *match.span("name"))


def _doubted(text: str, match: re.Match[str]) -> bool:
    if is_ordinary(match["name"].split()[0].lower()):
        return True
    begins = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
    ends = min((at for mark in ".!\n" if (at := text.find(mark, match.end())) >= 0), default=len(text))
    around = text[begins : match.start()] + " " + re.sub(r"[^.!?\n]*\?", "", match[0])
    return _NOT_HERE.search(around) is not None or text[ends - 1 : ends + 1].rstrip().endswith("?")
