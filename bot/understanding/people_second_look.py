"""A second look at somebody taken to come: what the same sentence says against it."""

from __future__ import annotations

import re

from bot.reading.guarded import Watch, lowered, phrasing
from bot.understanding.people_stance import Stance

BEFORE = (
    (
        Stance.ABSENT,
        phrasing("apolog", r"\bapolog(?:y|ies) (?:again )?(?:from|for) (?:[\w'’-]+ ){0,5}$", re.IGNORECASE),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "send|sent|post|email|forward|give|pass|return|address|copy|cc",
            r"\b(?:send|sending|sent|post|email|forward|give|pass|return|address|copy|cc)(?: \w+){0,4} (?:to|"
            r"for) (?:\w+ )?$",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "on the |on our ",
            r"\bon (?:the|our) (?:door|gate|desk|reception|front desk|"
            r"switchboard)(?: \w+){0,3}(?: ?[:,–-])? $",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "their dt|i believe|i think|i gather|as far as i know",
            r"\btheir dt\b[^.;]{0,60}$|\b(?:i believe|i think|i gather|as far as i know)(?: that)? $",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "dog|cat|hamster|rabbit|pony|tortoise|taxi|pet",
            r"\b(?:dog|cat|hamster|rabbit|pony|tortoise|taxi|pet)\b[^.;!?]{0,30}$",
            re.IGNORECASE,
        ),
    ),
)
BEHIND = (
    (
        Stance.ABSENT,
        phrasing(
            "called|summoned|told to|sent to|sent on|asked to|seconded|double-booked|double booked|jury|in court|"
            "evidence",
            r",?[^.,;:!?–—\n-]{0,24}?(?: has| have|['’]s|['’]ve| is| are|['’]re|"
            r" was)(?: \w+){0,2}? (?:been )?(?:called (?:up|away|for "
            r"jury|to)\b|summoned|told to (?:go|be at|attend)|sent (?:to|on)\b|asked to go|seconded|double[- ]booked|"
            r"on jury|doing jury|giving evidence|in court)(?![^.;!?\n]{0,80}\b(?:but (?:he|she|they)|insists?|wants?|"
            r"join you|attend you)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.ABSENT,
        phrasing(
            "course|conference|leave|holiday|residential|cruise|jury|honeymoon|secondment|interviews|exchange|training|trip",
            r",?[^.,;:!?–—\n-]{0,20}?(?: is|['’]s| are| will be|['’]ll be)(?: \w+)? (?:on|at) (?:an? |the |annual |"
            r"long |maternity |mat |"
            r"sick |paternity |jury |some )*(?:course|conference|leave|holiday|residential|cruise|jury service|"
            r"honeymoon|"
            r"secondment|interviews|exchange|training|trip)\b(?! (?:today|yesterday|tomorrow|this|now|at the|"
            r"currently|until|till|before|after|that morning but))"
            r"(?![^.;!?\n]{0,60}\bbut\b)",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.ABSENT,
        phrasing(
            r"\bbut|regret",
            r"[^.,;:!?\n]{0,20}\bwas (?:down|due|going|meant|supposed|set|hoping|lined up) to (?:come|attend|join|be|"
            r"sit)\b"
            r"[^.;!?]{0,30}\bbut\b|[^.;!?]{0,30}\bregrets?\b[^.;!?]{0,40}\b(?:not|unable|cannot|can['’]t)\b|"
            r"[^.;:!?\n]{0,60}\bbut\b[^.;,!?\n]{0,50}\b(?:won['’]t|will not|can['’]t|cannot|"
            r"isn['’]t) (?:be )?(?:stay\w*|sit\w* in|"
            r"join\w* (?:us|the meeting)|in (?:the|on the) meeting|part of the meeting)",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            " you |offered",
            r",? you (?:['’]?ll )?(?:want|need|should (?:write|email|speak|talk|contact))\b|"
            r"[^.;!?]{0,12}\boffered\b[^.;!?]{0,10}\bbut\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "put|pencilled|popped|booked|entered|logged|noted",
            r"[^.;!?]{0,20}\b(?:has|have|['’]s) (?:put|pencilled|popped|booked|entered|logged|noted) (?:it|that|"
            r"this|us|you|the)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.ABSENT,
        phrasing(
            "compliments|apologies|regrets|excuses",
            r"[^.;!?]{0,60}\b(?:sends?|presents?|gives?) (?:her|his|their) (?:compliments|apologies|"
            r"regrets|excuses)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.ABSENT,
        phrasing(
            "abroad|overseas|skiing|on a cruise|sunning|trekking|in spain|in france|in italy|in greece|in america|"
            "in australia|in tenerife|in florida|in portugal",
            r"[^.;!?]{0,60}\b(?:will be|is|'s|’s|are) (?:sadly |currently |still |then )?(?:abroad|overseas|"
            r"skiing|on a cruise|"
            r"sunning|trekking|in (?:spain|france|italy|greece|america|australia|tenerife|florida|portugal))\b",
            re.IGNORECASE,
        ),
    ),
    (Stance.ABSENT, phrasing(r"\bno", r"\)? ?[–—:-] ?(?:no|not)\b(?! (?:problem|later|before|need))", re.IGNORECASE)),
    (
        Stance.ABSENT,
        phrasing(
            r"\bbut|\bonly|\bexcept|\bif",
            r"[^.;!?]{0,30}(?:['’]d| would) (?:be (?:there|here)|come|join|love to|like to (?:come|join|be)|"
            r"have come)\b[^.;!?]{0,40}"
            r"\b(?:but|only|except|if)\b(?! (?:none|not (?:those|these|then|that|any)|neither|no (?:dates|slots)|"
            r"which|when|you|that))",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            r"\bonly",
            r"[^.;!?]{0,40}\bonly\b[^.;!?]{0,60}\bif\b(?! (?:that|it|this|ok|okay|you|needed|"
            r"possible|the (?:morning|afternoon)))",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "pick|choose|agree|decide|settle|sort|discuss|confirm|compare|look",
            r"[^.;!?]{0,30}\b(?:have to|has to|need to|needs to|must|will|are going to|is going to|"
            r"are still) (?:\w+ )?(?:pick|"
            r"choose|agree|decide|settle|sort|discuss|confirm|compare|look)\w*\b[^.;!?]{0,30}\b(?:day|date|slot|"
            r"between them|one|which|"
            r"diar\w+)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "feel|think|believe",
            r"[^.;!?]{0,20}\b(?:both |all )?(?:feel|feels|think|thinks|believe|believes) (?:that |"
            r"there|it|we|this)",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "allegation|suspended|investigat|under a cloud|disciplinary",
            r"[^.;!?]{0,40}\b(?:allegation|suspended|investigat\w+|under a cloud|disciplinary)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "diary|diaries|calendar",
            r"[^.;!?]{0,30}\b(?:looking|looks|checking|going) (?:at|in|through|over) (?:her|his|their|the|"
            r"our) (?:diary|diaries|"
            r"calendar)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "lanyard|badge|id|dbs|ticket",
            r"[^.;!?]{0,40}\b(?:to see|check|sign|take|want) (?:\w+ ){0,2}(?:your|a|the) (?:lanyard|"
            r"badge|id|dbs|ticket)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stance.PERHAPS,
        phrasing(
            "as to who|about who",
            r"[^.;!?]{0,40}\bas to who you['’]?d\b|[^.;!?]{0,40}\babout who you['’]?d (?:meet|see)\b",
            re.IGNORECASE,
        ),
    ),
)
_WATCH = Watch(each.pieces for _, each in BEHIND)
_UNFINISHED = re.compile(r"[^.;!?]*")
_SENTENCE = re.compile(r"[.!?;](?=\s)|\n")
_FAR = 80


def looked_at_again(text: str, start: int, end: int) -> Stance:
    """What the sentence of a letter around the mention from `start` to `end` leaves of their coming."""
    opening = max(0, start - _FAR)
    before = text[opening:start]
    cut = max((mark.end() for mark in _SENTENCE.finditer(before)), default=0)
    low = lowered(before)
    for stance, said in BEFORE:
        if any(map(low.__contains__, said.pieces)) and said.pattern.search(before, cut):
            return stance
    behind = _UNFINISHED.match(text, end)
    for at in _WATCH.found_in(lowered(behind[0])) if behind else ():
        stance, said = BEHIND[at]
        if said.pattern.match(text, end):
            return stance
    return Stance.ATTENDS
