"""What is said of governors beyond the people named: that one will come without a name, or that none can."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.model import Governor
from bot.reading.guarded import Watch, phrasing

_ONE = (
    r"(?:governors?|gov(?:s|ernor)?|govs|goveners?|govenors?|governers?|trustees?|chair of governors|cog|"
    r"governing (?:body|board|committee))"
    r"(?!['’]?s?['’]? (?:meeting|panel|committee|training|hearing|disciplinary|review|event|evening|agenda|report|"
    r"visit|day|board meeting|papers|minutes))"
)
_SOME = r"(?:a|an|any|one of (?:our|the|my)|our|the|another|some|two of (?:our|the)|someone from the|somebody from the)"
_GET = (
    r"(?:get|manage|find|offer|provide|rustle up|field|send|secure|have|include|bring|spare|supply|release|muster|"
    r"source|line up|persuade)"
)

NONE_CAN = (
    phrasing(
        "no ",
        rf"\bno (?!longer)(?:[\w-]+ ){{0,2}}{_ONE}\b",
    ),
    phrasing(
        "no one|no member|no body|no rep",
        rf"\bno (?:one|member|body|representative|rep) (?:of|from|on) (?:the |our )?(?:\w+ )?{_ONE}\b",
    ),
    phrasing(
        "nor ",
        rf"\bnor (?:can|could|will|would|is|are) (?:(?:we|i) (?:\w+ )?{_GET} )?(?:a|any|our|the) (?:\w+ )?{_ONE}\b",
    ),
    phrasing("none of ", r"\bgovernors'? meeting\b[^.;?]{0,70}\bnone of (?:them|those) (?:can|could|are|is|were)\b"),
    phrasing(
        "all ",
        rf"\b{_ONE}\b[^.;?]{{0,30}}\b(?:they(?: have|'ve)? all|all of them|have all|all) (?:resigned|left|quit|"
        r"stepped down|walked out)\b",
    ),
    phrasing(
        "so none",
        rf"\b{_ONE}s?\b[^.;?]{{0,60}}\b(?:resigned|fallen out|quit|stepped down|moved away)\b[^.;?]{{0,60}}\bso none\b",
    ),
    phrasing(
        "have no |haven't |havent ",
        rf"\b(?:haven'?t|have no) (?:a |any |our |the )?(?:\w+ )?{_ONE}\b",
    ),
    phrasing(
        "without|minus|lacking|not have|n't have|nt have|n't got|nt got",
        rf"\b(?:without|minus|lacking|not have|don'?t have|do not have|won'?t have|haven'?t got) (?:a |any |our |"
        rf"the )?(?:\w+ )?{_ONE}\b",
    ),
    phrasing(
        "none|neither|nobody|no one|no-one|not one|not a single|not any",
        rf"\b(?:none|neither|nobody|no one|no-one|not one|not a single one|not any) (?:of|from|on) (?:our|the|"
        rf"my) (?:[\w-]+ )?{_ONE}\b",
    ),
    phrasing(
        "not a single",
        rf"\bnot a single {_ONE}\b",
    ),
    phrasing(
        "governorless|governor-less|governor less|ungoverned",
        r"\bgovernor[- ]?less\b|\bungoverned\b",
    ),
    phrasing(
        "possible",
        rf"\b{_ONE}\b[^.;?]{{0,25}}\b(?:is|are|will be) (?:sadly |just |simply )?(?:not|im)[ -]?possible\b",
    ),
    phrasing(
        "nobody|no one|no-one|none|not one|not a single|neither",
        rf"\b{_ONE}\b[^.;?]{{0,70}}\b(?:nobody|no one|no-one|none|not one|not a single one|neither)(?: of them)? "
        r"(?:is|are|can|could|was|were|will|has|have|available|free|able)\b",
    ),
    phrasing(
        "blank|no takers|no joy|no luck|no volunteers|no success|to no avail",
        rf"\b{_ONE}\b[^.;?]{{0,60}}\b(?:dr[ae]wn? (?:a |\w+ )?blanks?|no takers|no joy|no luck|no volunteers|"
        r"no success|to no avail)\b",
    ),
    phrasing(
        " short|short of",
        rf"\b{_ONE} short\b|\bshort of (?:a |any )?{_ONE}\b",
    ),
    phrasing(
        "n't think|nt think",
        rf"\bdon'?t think [^.;?]{{0,30}}\b{_ONE}\b",
    ),
    phrasing(
        "n't be one|nt be one|without one|n't have one|nt have one|not have one|n't get one|nt get one|"
        "n't find one|nt find one|be none|is none",
        rf"\b{_ONE}\b[^.;?]{{0,70}}\b(?:there won'?t be one|without one|won'?t have one|not have one|can'?t get one|"
        r"couldn'?t find one|there will be none|there is none)\b",
    ),
    phrasing(
        "can't|cant|cannot|can not|unable to|couldn't|couldnt|able to|failed to|struggling to|possible to",
        rf"\b(?:can'?t|cannot|can not|unable to|couldn'?t|not able to|been able to|failed to|struggling to|"
        rf"won'?t be able to|not possible to)"
        rf" (?:\w+ )?{_GET} (?:\w+ ){{0,3}}{_ONE}\b(?! to mind)",
    ),
    phrasing(
        "can't|cant|cannot|can not|unable|available|won't|wont|not be |not free|at work|in work|n't able|"
        "nt able|n't free|nt free|all work|all away|all busy|pull out|pulled out|dropped out|resigned",
        rf"\b{_ONE}\b[^.;,?]{{0,45}}\b(?:can'?t|cannot|can not|unable|not available|unavailable|won'?t|"
        rf"not be able|not free|at work|in work|"
        r"isn'?t able|aren'?t able|isn'?t free|aren'?t free|isn'?t available|aren'?t available|at work|all work\w*|"
        r"all away|all busy|"
        r"has had to pull out|had to pull out|has pulled out|has dropped out|has resigned|not be joining|"
        r"not be attending)\b",
    ),
    phrasing(
        "blank",
        rf"\b(?:drawn|drew|draw) a blank [^.;]{{0,30}}{_ONE}\b",
    ),
    phrasing(
        "no luck|no joy|no success",
        rf"\b(?:no luck|no joy|no success) [^.;]{{0,25}}{_ONE}\b",
    ),
    phrasing(
        ":|–|—|-",
        rf"\b{_ONE}\b[^.;?]{{0,30}}[:–—-] ?(?:sorry,? |alas,? |i'm afraid,? |afraid )?(?:none|not available|"
        rf"not this time|not on this occasion|unable|"
        rf"no(?=[.,;!]|$| sorry)|unavailable|n/a|no one|nobody|apologies)\b",
    ),
    phrasing(
        "gainful|day jobs|have jobs|full-time|full time|both work|all working|time off|apologies",
        rf"\b{_ONE}\b[^.;?]{{0,60}}\b(?:in gainful employment|have day jobs|got day jobs|have jobs|"
        r"work full[- ]time|both work(?:ing)?|all working|can'?t get (?:the )?time off|"
        r"(?:sends?|sending|(?:has|have) sent) (?:(?:his|her|their) )?apologies|"
        r"sent (?:his|her|their) apologies)\b",
    ),
    phrasing(
        "refuse|declined|do without|go without|manage without|n't do|nt do|a no|said no|said nay|turned |"
        "useless|never come",
        rf"\b{_ONE}\b[^.;?]{{0,60}}\b(?:(?:point blank |all |flatly )?refuse[ds]?(?: to)?|declined|"
        rf"do without|go without|"
        rf"manage without|make do without|don'?t do|it's a no|said no|said nay|gave me a no|turned (?:me|us|"
        rf"it) down|"
        rf"are useless|never come)\b",
    ),
    phrasing(
        "do without|go without|manage without",
        rf"\b(?:do|go|manage|make do) without (?:a |any |our |the )?(?:\w+ )?(?:{_ONE}|one)\b",
    ),
    phrasing(
        "vacanc|vacant",
        rf"\b(?:vacancy|vacancies)\b[^.;]{{0,30}}{_ONE}\b|\b{_ONE}\b[^.;]{{0,20}}\bvacan(?:cy|t)\b",
    ),
)
_REFUSING = re.compile(
    r"\bno|n'?t\b|without|minus|lack|neither|short|possible|unable|failed|struggl|work|away|busy|pull|drop|"
    r"resign|blank|"
    r"unavail|less|ungov|refus|declin|useless|never|nay|turned|n/a|apolog|vacan|jobs|time off|avail|gainful"
)
"""What must stand in the sentence of a refusal."""
_ONLY_LATER = re.compile(r"[^.;]{0,30}\b(?:before|until|till) \d")
_STILL_OPEN = re.compile(
    r"\byet\b|\bstill (?:trying|looking|waiting|asking)|\bwill (?:keep|try|ask|look|let you know|find)|"
    r"\b(?:i'll|we'll) (?:try|ask|look|find|chase|see)"
    r"|\bhope(?! (?:that|this|it|you)\b| none)|\bif (?:we|no|there|you)\b|\bproblem\b|\bdo you\b|\bobjection"
)
SOMEONE_COMES = (
    phrasing("expect ", r"\bexpect [^.;?]{0,30}\ba (?:\w+ )?governor\b"),
    phrasing(
        " lined up| arranged| sorted| booked| confirmed| organised| in place| on board| coming| ready",
        rf"\b(?:have|'ve|got|has) {_SOME} (?:[\w-]+ ){{0,2}}{_ONE} (?:lined up|arranged|sorted|booked|"
        rf"confirmed|organised|in place|on board|coming|ready)\b",
    ),
    phrasing(
        "for you|for u|for the visit|for it|for the day|for this|for that|who can|who will|who is|willing|keen|able to",
        rf"\b(?:have|'ve|got|has|found)(?: you)? {_SOME} (?:[\w-]+ ){{0,2}}{_ONE} (?:for (?:you|u|the visit|"
        r"it|the day|this|that)|who (?:can|will|is)|willing|keen|able to)\b",
    ),
    phrasing(
        "round the table|around|about|sitting in|at the table|in the room|on hand|dropping in|popping in|alongside|"
        "there|here|with me|with us|with you",
        rf"\b{_SOME} (?:[\w-]+ ){{0,2}}{_ONE} (?:will|'ll|is going to) (?:also |be )*(?:round the table|around|"
        rf"about|"
        r"sitting in|at the table|in the room|on hand|dropping in|popping in|alongside|there|here|with (?:me|us|"
        r"you))\b",
    ),
    phrasing(
        "governors for|governors at|governors from|governors in",
        r"\b(?:one|two|a couple) of (?:our|the|my) (?:[\w-]+ )?governors (?:for|at|from|in) (?:the |a |about )?"
        r"(?:last|first|final|opening|start|end|second|half|hour|beginning|whole|part)\b",
    ),
    phrasing(
        "colleague|fellow governor|fellow trustee",
        r"\b(?:colleague|fellow (?:governor|trustee))(?: of (?:his|hers?|theirs))?(?: (?:on|from) the (?:board|"
        r"governing "
        r"(?:body|board)))? (?:will|'ll|is going to|has agreed to) (?:deputise|stand in|step in|come|attend|"
        r"represent)",
    ),
    phrasing(
        "tbc|tba|tbd|to be confirmed|name to follow",
        rf"\b(?:tbc|tba|tbd|to be confirmed|name to follow)\b ?[-–—:,(|] ?{_ONE}\b",
    ),
    phrasing(
        "got |found |bagged |secured ",
        rf"\b(?:got|found|bagged|secured) (?:you|u|ya|us) {_SOME} (?:[\w-]+ ){{0,2}}{_ONE}\b",
    ),
    phrasing(
        "come|coming|attend|join|there|present",
        rf"\b{_ONE}\b[^.;?]{{0,60}}\b(?:one|someone|somebody)(?: of (?:them|us))? (?:will|'ll|is|can|"
        rf"has agreed to|should) "
        r"(?:definitely |certainly |be )?(?:come|coming|attend|attending|join|joining|there|present|represent)",
    ),
    phrasing(
        "send|provid|arrang|found|lined up|organis|got|sort|secured|ensure|make sure",
        rf"\b(?:will|'ll|can|have|has|am|is|are|'ve|i) (?:be |also |make sure |ensure |now )*(?:send|sending|"
        rf"provide|providing|arrange|arranged|"
        rf"found|lined up|organise|organised|got|sorted|secured|sort|ensure|make sure) (?:for |that |"
        rf"there is )?{_SOME} (?:[\w-]+ ){{0,2}}{_ONE}\b",
    ),
    phrasing(
        "tbc|tba|tbd|to be |to follow",
        rf"\b{_ONE}\b[^.;,?]{{0,20}}?[ ,:(–-]+(?:the |their |his |her )?(?:name |names |details )?(?:tbc|tba|"
        rf"tbd|to be confirmed|to be advised|to follow|to be decided|to be named)\b",
    ),
    phrasing(
        "get |have |bring |drag |getting |bringing |got |having ",
        rf"\b(?:(?:i|we)(?:'?ll| will|'ve|'m)|il|will) (?:be )?(?:get|have|bring|drag|getting|bringing|got|"
        rf"having) "
        rf"{_SOME} (?:[\w-]+ ){{0,2}}{_ONE} "
        r"(?:along|in|over|there|to (?:come|join|attend|be there|sit in|meet)|with)\b",
    ),
    phrasing(
        ":|?|=|-",
        rf"\b{_ONE}(?: attending| coming| present)? ?[:?=-] ?(?:yes|y|✓|✔|confirmed|sorted)(?![\w-])(?! [a-z]* ?\()",
    ),
    phrasing(
        "whichever|there'll|there will",
        rf"\bwhichever (?:of (?:the|our) )?(?:\w+ )?{_ONE} (?:draws|gets|is|can|pulls|loses|turns|happens|has)|"
        rf"\b{_ONE}\b[^.;?]{{0,80}}\bthere(?:'ll| will)(?: definitely| certainly| surely)? be (?:one|at least one|"
        rf"somebody|someone)\b",
    ),
    phrasing(
        "confirm",
        rf"\bconfirm (?:the attendance of |attendance of |that )?{_SOME} (?:[\w-]+ ){{0,2}}{_ONE}"
        r"(?:'s? (?:attendance|presence)| will| is| can)",
    ),
    phrasing(
        "arranged|sorted|organised|lined up|booked|confirmed|secured",
        rf"\b{_ONE} (?:is |has been |are |has |all )(?:arranged|sorted|organised|lined up|booked|confirmed|"
        rf"secured)\b",
    ),
    phrasing(
        " from | of ",
        r"\b(?:someone|somebody|one|two|a member|a rep|a representative|representative)(?: will (?:come|"
        r"be there|attend|join))? (?:from|of) "
        r"(?:our |the )?(?:[\w-]+ )?(?:governing (?:body|board)|governors|govs|lgb|board of governors)\b",
    ),
)
_WATCH_FOR_NONE = Watch(each.pieces for each in NONE_CAN)
_WATCH = Watch(each.pieces for each in SOMEONE_COMES)
_PROMISED = re.compile(
    rf"\b(?:promise[sd]?|guarantee[sd]?|pledge[sd]?) (?:me |us |you )?(?:a|one|"
    rf"some) (?:\w+ )?{_ONE}\b"
)
_PROMISES = ("promise", "guarantee", "pledge")
_NOT = re.compile(r"n't\b|\b(?:do|does|did|is|are|was|has|have|ca|wo|could|would)nt\b|\bnot\b|\bno\b|\byet\b")
_APPOSED = re.compile(r"[A-Z][\w'’-]+(?:,| is| was|,? who is) ?$")
"""A name that "one of our governors" only explains; needs the search's end at the words explained."""
_OF_OTHERS = re.compile(r",? (?:was|were|had|said|says|asked|wants|wanted|works|has said|told)\b")
_TRYING = re.compile(
    r"\b(?:try|trying|hope|hoping|hopefully|ask|asking|asked|might|may|maybe|possibly|perhaps|see if|whether|"
    r"if i can|if we can|wait|"
    r"check|chase|looking for|agenda|whoever|would you|do you|should|probably)\b"
)


@dataclass(frozen=True, slots=True)
class SaidOfGovernors:
    """A finding and where its words stand: offsets into the sentence's text."""

    governor: Governor
    start: int
    end: int
    rule: str


def mentions_governors(low: str) -> bool:
    """Whether lower-case text can speak of governors at all."""
    return "gov" in low or "trustee" in low or "cog" in low


def seeks_another(low: str) -> bool:
    """Whether a governor is looked for in another's place: that one is gone then says nothing."""
    return _SEEKING.search(low) is not None


_SEEKING = re.compile(
    r"\b(?:ask|look|search|try|find|seek|hunt|advertis|recruit|appoint|elect)\w*\b[^.;!?]{0,40}\b(?:someone|"
    r"somebody|replacement|"
    r"replace|another|others|a new|new governor|else|successor)\b"
)


def said_of_governors(sentence: str) -> SaidOfGovernors | None:
    """What one sentence says of governors at large; a promise to try, ask or look is nothing."""
    low = sentence.lower().replace("’", "'")
    if not mentions_governors(low):
        return None
    promised = _PROMISED.search(low) if any(map(low.__contains__, _PROMISES)) else None
    if promised is not None:
        return SaidOfGovernors(Governor.UNNAMED, *promised.span(), "a governor without a name")
    found = _first((NONE_CAN[at].pattern for at in _WATCH_FOR_NONE.found_in(low)), low)
    if (
        found is not None
        and _REFUSING.search(low)
        and not _STILL_OPEN.search(low)
        and not _ONLY_LATER.match(low, found.end())
    ):
        return SaidOfGovernors(Governor.UNAVAILABLE, *found.span(), "no governor can come")
    found = _first((SOMEONE_COMES[at].pattern for at in _WATCH.found_in(low)), low)
    if found is not None and _APPOSED.search(sentence, max(0, found.start() - 40), found.start()):
        return None
    if found is not None and _OF_OTHERS.match(low, found.end()):
        return None
    if found is not None and _NOT.search(low[max(0, found.start() - 12) : found.end()]):
        return None
    if found is not None and not _TRYING.search(low[max(0, found.start() - 30) : found.end() + 30]):
        return SaidOfGovernors(Governor.UNNAMED, *found.span(), "a governor without a name")
    return None


def _first(patterns: Iterable[re.Pattern[str]], low: str) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := pattern.search(low)) is not None), None)
