"""Notices that stand ready for anybody who writes: absences, closures and left posts, where no header betrays them.

A person who writes the same words answers us: says what becomes of our matter, asks, quotes our mail. In doubt it is
a person.
"""

from __future__ import annotations

import re

from bot.reading.guarded import either_of
from bot.reading.left_posts import FIRST_WORDS, TO_US, left_notice

_LEAVE = (
    r"(?:(?:on|taking) (?:(?:my|a period of|some|a) )?(?:annual|maternity|paternity|parental|adoption|study|sick|"
    r"compassionate|long[- ]term|extended|special|unpaid|my)? ?(?:leave|holidays?|vacation|sabbatical)|"
    r"on a(?:n annual| (?:training )?) ?(?:leave|holiday|break)|on (?:pto|secondment|sabbatical)\b)"
)
_WHO = r"(?:i(?:'m| am| will be|'ll be| have been| shall be)|we(?:'re| are| will be)|am|currently|now)"
_SAYS_OUT = (
    r"(?:out of (?:the |my )?(?:office|school|building)|away from (?:the |my )?(?:office|desk|mail|e-?mails?)|ooo|oof)"
)

FAR = either_of(
    rf"\b{_WHO} (?:currently |now |presently |also )?(?:{_SAYS_OUT}|{_LEAVE})",
    rf"^\W*(?:{_SAYS_OUT}|{_LEAVE})\b",
    r"^(?!\W*(?:our|my|the|your|his|her|their|yes|no|sorry)\b).{3,40} is (?:currently |"
    r"now )?(?:out of (?:the )?office|on (?:annual |maternity |sick )?leave)\b",
    r"\b(?:the )?(?:school|office|college|academy|team|centre|our (?:school|office))(?: office)? (?:is|are|"
    r"will be|has|has been) "
    r"(?:now |currently )?(?:closed|shut)\b",
)
"""Who says this is nowhere near the mail."""
BUSY = either_of(
    r"\bi (?:will |'ll )?have (?:very |extremely )?(?:limited|no|little|"
    r"intermittent) (?:or no )?access to (?:my )?e-?mail",
    rf"\b{_WHO} (?:currently |now |presently |also |both )?(?:away|not working|supporting|working with|"
    rf"travell?ing|absent|off(?: sick| work| ill)?|"
    rf"unwell|teaching|"
    r"in (?:meetings?|training|lessons|class)|on a (?:course|residential|trip|training)|at a conference|"
    r"not (?:in|at) (?:the )?(?:school|office|work|my desk)|unavailable|attending)\b",
    r"\b(?:i (?:only |normally |usually |do not |don't )?work|i am in (?:school|the office)|my (?:normal |usual )?"
    r"(?:working|office|work) (?:days|hours|pattern)|work part[- ]time|i am part[- ]time)\b",
)
"""Who says this may read it between two lessons."""
STANDS_READY = either_of(
    r"\b(?:limited|no|little|intermittent|without|restricted|infrequent|sporadic) (?:or no )?access to (?:my |"
    r"the )?(?:work )?e-?mails?\b",
    r"\b(?:not|unable to|only|infrequently|rarely|intermittently|periodically|"
    r"occasionally) (?:be )?(?:able to )?(?:regularly )?(?:be )?"
    r"(?:check|read|monitor|access|answer|pick up|see|receiv|review)\w*(?: (?:my|the|any|your|"
    r"these))?(?: work)? ?(?:e-?mails?|messages|mail|inbox|this (?:account|mailbox|inbox))\b",
    r"\be-?mails? (?:will|are|is|sent|received)\b.{0,50}\b(?:read|checked|monitored|answered|dealt|forwarded|"
    r"responded|replied|deleted|seen|received|picked)\b",
    r"\byour (?:e-?mail|message)s? (?:will (?:not )?be|has been|is being|is not being)\b",
    r"\b(?:respond|reply|answer|deal with|read|attend to|back to you|contact you|in touch|"
    r"action)\b[^.!?\n]{0,60}\b(?:when i (?:am|'m|return|get|come)\b|(?:on|upon|after) my return|"
    r"next working day|once i (?:am|'m|return|get)|as soon as i (?:can|am|'m|return|get)|"
    r"as soon as (?:possible )?(?:on|upon|after|when)|when (?:i'm|we) (?:next |are )?(?:back|in|return))",
    r"\b(?:if|should) (?:(?:your|the|this|it|you|an?)\b[^.!?\n]{0,50})?(?:urgent|immediate|an emergency|"
    r"emergenc|assistance|require|need)",
    r"\b(?:for|in case of|with|any) (?:an? |any |all |more )?(?:urgent|immediate|emergenc|safeguarding)\w*\b",
    r"\bin my absence\b|\bwhil(?:e|st) i am (?:away|off|out)\b|\bduring (?:this|my) (?:time|period|absence|leave)\b",
    r"\b(?:please|kindly|you (?:can|may|should)) (?:instead )?(?:contact|ring|call|telephone|phone|e-?mail|"
    r"direct|redirect|forward|re-?send|speak to|get in touch with|reach out to|refer|address|use "
    r"(?:\S+@|the (?:office|school|main|following)))\b|\b(?:i|and) (?:will|shall) (?:read|check|answer|"
    r"respond to|reply to) (?:my|all|your|"
    r"any) e-?mails?\b",
)
"""What is said to anybody who may write."""
OPENS_SO = either_of(
    r"^\W*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|day|evening))\b[^\n]{0,40}\n\s*)?"
    r"(?:many )?thank(?:s| you)(?: very much)? for (?:your (?:e-?mail|message|mail|enquiry)|contacting|"
    r"getting in touch|e-?mailing|writing)\b"
)
UNTIL = either_of(
    r"\b(?:until|till|return(?:s|ing)?|back(?: (?:in|at|on|to))?|reopen(?:s|ing)?|re-open\w*|from .{3,30} to|"
    r"between .{3,30} and|through)\b"
)
"""Beside FAR these are enough: such a notice needs no more."""
ANSWERS_US = either_of(
    r"\b(?:options?|confirm\w*|works for|suits?|happy (?:to|with)|replying|on behalf of|can do|prefer\w*|governors?|"
    r"(?:the|your|this|our) visit|slots?|fine|agree|agreed|yes|proforma)\b",
    r"\?(?:\s|$)",
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|\w+day) instead\b|\binstead of (?:the )?(?:\d|\w+day|option)",
    r"\blet (?:you|me) know\b|\bback to you (?:then|tomorrow|by|with|later|this|next week|on (?!my return|return)\w+)",
    r"\bcome back to you(?! (?:on my return|on return|as soon as|when i|once i|upon))",
    r"\b(?:look|looking|sort|do|answer|reply to|think about|consider|book|arrange|fix|discuss|"
    r"deal with) (?:at |out )?(?:this|these|it|that|them|the (?:dates?|days|times))\b(?! (?:e-?mail|message|"
    r"address|mailbox|account))",
    r"\b(?:speak|talk|check|liaise|meet) (?:to|with) (?:the|my|our|him|her|them|mr|mrs|ms|miss|"
    r"dr)\b.{0,60}\b(?:and|tomorrow|then|first|before)\b",
    r"\b(?:passed|forwarded|sent|given) (?:this|it|your (?:e-?mail|message)) (?:on )?to\b(?<!been forwarded "
    r"to)|\basked \w+(?: \w+)? to\b",
    r"\b(?:reply|respond|answer|write|ring|call) (?:properly |fully )?(?:to you )?(?:tomorrow|later|"
    r"after school|tonight|this (?:afternoon|evening|week))\b",
    r"\b(?:that|this) (?:week|day|date|morning|afternoon)[,.]? (?:sorry|so|but|is|would|could|could we)\b|"
    r"\bsorry for the delay\b|\b(?:could|can|shall) (?:we|i|you) (?!be contacted)",
    r"\b(?<!outside )(?<!outside of )(?<!during )(?<!on )(?:that|those|these) (?:days?|weeks?|dates?)\b|"
    r"(?<!return )\bdates?\b|\bto arrange\b|"
    r"\bthe other (?:days?|ones?)\b|"
    r"\banother (?:day|time|week|one)\b|\b(?:fix|find|set|choose|pick|suggest|agree|arrange) (?:a|another|the|"
    r"one) (?:time|day)\b|"
    r"\b(?:i|we)(?:'ll| will| have|'ve) (?:have a )?(?:look|ask(?:ed)? |put|left|told)\b|\bask (?:her|him|"
    r"them|the head)\b|"
    r"\bso (?:nobody|no ?one|none|it is|it's|we)\b|\bone of the\b|\bwhen (?:she|he|they) (?:is|are|gets?) back\b",
    r"\b(?:none|neither|not (?:either|any)) of (?:these|those|them|your|the)\b|"
    r"\bfrom then on\b|\bi'?(?: a)?m the new\b|\bbut (?:\w+day|the \d)",
)
"""What somebody says who has read our mail."""
SUBJECT_ALONE = either_of(
    r"^\W*(?:out[- ]of[- ](?:the[- ])?office|ooo|oof|away from (?:the |my )?(?:office|desk|mail|e-?mail)|"
    r"(?:annual|maternity) leave)\W*$",
    r"^\W*(?:re|aw|sv|antw|fwd?)\s?:\s*[\[(](?:auto[- ]?(?:matic(?:ally)? |mated )?(?:reply|response|answer|"
    r"generated)|out[- ]of[- ](?:the[- ])?office|ooo|away|vacation)[\])]",
)
"""A subject that is a notice by itself, if nobody answers under it."""
_GONE = (
    r"\b(?:is|am) no longer (?:employed|working|with|at (?:the|this|our)?|an? (?:member|employee)|"
    r"based|in post)\b|"
    r"\bno longer works?\b|\bhas (?:now |recently |since )?(?:left|retired|moved on)\b"
)
GONE = either_of(_GONE)
_IMPERSONAL = either_of(
    r"\bth(?:is|e) (?:person|employee|user|recipient|member of staff|staff member|colleague|individual|owner)\b|"
    r"\bwhom? you (?:are trying|have tried|tried|wrote|e-?mailed)\b"
)
"""How a notice speaks of the owner of a mailbox."""
_EMBEDDED = re.compile(
    r"(?:^|[.!?,;\n])[^.!?,;\n]{0,80}\b(?:remind|tell|inform|told|reminder|heads[- ]up|"
    r"mention|wanted)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)
"""Words before an absence by which somebody tells certain people of it."""
_ELSEWHERE = either_of(
    r"\b(?:please|kindly)\b[^.!?\n]{0,30}\b(?:contact|e-?mail|direct|redirect|send|forward|re-?send|use|write|"
    r"refer|address|speak)\b"
)
_CLOSES = either_of(
    r"^[ \t*]*(?:(?:with |many |kind(?:est)? |best |warm(?:est)? )*(?:regards|wishes|thanks)|"
    r"yours (?:sincerely|faithfully|truly)|"
    r"cheers|thanks|best)[ \t,.!*]*$"
)
_LEAVING = either_of(r"\bafter this date\b", r"\b(?:the|our new|new|our) designated (?:teacher|lead)\b")
"""Words of a notice of leaving that would show an answer elsewhere."""
_CLOSE_LINE = re.compile(_CLOSES.pattern, re.IGNORECASE | re.MULTILINE)


def standing_notice(subject: str, text: str, sender: str, *, quotes: bool) -> str:
    """The words that make the newly written `text` a notice for anybody; "" for a person's answer.

    `sender` is the display name of From; `quotes` tells whether the mail quotes another, as no such notice does.
    """
    if quotes:
        return ""
    alone = SUBJECT_ALONE.search(subject)
    notice = alone.group() if alone is not None else _absence(subject, text) or _left(text, sender)
    # What shows an answer is looked for last: it takes long, and few letters get as far.
    if notice and ANSWERS_US.search(text) is None:
        return notice
    left = left_notice(subject, text, sender)
    others = _LEAVING.sub(" ", text.replace(left, " ", 1)) if left else text
    return left if left and ANSWERS_US.search(others) is None else ""


def _absence(subject: str, text: str) -> str:
    head = text[:FIRST_WORDS]
    for place in (head, subject):
        found = FAR.search(place)
        if found is None or _EMBEDDED.search(place[: found.start()]) is not None:
            continue
        if any(sign.search(text) for sign in (STANDS_READY, UNTIL, OPENS_SO)):
            return found.group()
    found = BUSY.search(head)
    return found.group() if found is not None and STANDS_READY.search(text) is not None else ""


def _left(text: str, sender: str) -> str:
    """That somebody has left who cannot have written it: the sender; or, to anybody's thanks, somebody unnamed."""
    found = GONE.search(text[:FIRST_WORDS])
    if found is None or _ELSEWHERE.search(text) is None or _CLOSE_LINE.search(text) or TO_US.search(text):
        return ""
    start = max(text.rfind(".", 0, found.start()), text.rfind("\n", 0, found.start())) + 1
    named = set(re.findall(r"[^\W\d_]{2,}", text[start : found.start()].lower()))
    is_sender = bool(named & set(re.findall(r"[^\W\d_]{2,}", sender.lower())))
    is_nobody = _IMPERSONAL.search(text[start : found.start()]) is not None
    return found.group() if is_sender or is_nobody or OPENS_SO.search(text) is not None else ""
