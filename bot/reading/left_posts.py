"""Notices of somebody who has left the post for good, which answer whoever writes, where no header betrays them.

A person who has left may write the same first sentence. What makes it a notice is that the rest answers anybody: it
thanks for "your email", says who is there for what or for all mail, or that nobody reads here; or there is no rest but
whom to contact. Whoever speaks of our matter or to us, by a name, a feeling or a "so", is a person; in doubt also.
"""

from __future__ import annotations

import re

from bot.reading.guarded import either_of, lowered

FIRST_WORDS = 400
"""Characters within which a notice comes to the point."""
_SHORTEST_NAME = 3


_PLACE = (
    r"(?:(?:the (?:school|academy|college|trust|organisation|council|company|team)|(?:my|the) (?:post|role|job|"
    r"position)|teaching|employment|(?!(?-i:Mon|Tues|Wednes|Thurs|Fri)day)(?-i:[A-Z])[\w'’.-]*"
    r"(?: (?:(?-i:[A-Z])[\w'’.-]*|of|the|for)){0,6})(?= ?(?:[.,;:!?\n]|$|and (?:this|my|am|no)|as |at |on \d|"
    r"on the|in (?-i:[A-Z]|the)|to take|last|this|now|after|with effect)))"
)
_ALREADY = r"(?: (?:now|recently|since|already|also))?"
GONE = (
    rf"(?:(?:have|has|'ve|'s){_ALREADY} (?:left (?:{_PLACE})|retired|moved (?:on\b|to (?:another|a new) "
    rf"(?:school|post|job))|changed (?:jobs|schools|roles))|"
    rf"{_ALREADY} ?(?:left {_PLACE}|retired|finished (?:work(?:ing)?|my employment) (?:at|for|with))\b|"
    rf"(?:am|'m|is|will){_ALREADY} no longer (?:be )?(?:employed (?:at|by|with)|working (?:at|for)|with {_PLACE}|"
    rf"at {_PLACE}|the (?:designated|head|dt\b|contact)|in post)|"
    rf"no longer works? (?:at|for|here)\b)"
)
"""That somebody has left for good, as written in a pattern."""
GONE_PIECES = ("left ", "retired", "moved ", "changed ", "finished ", "no longer ")
"""What stands in all that `GONE` finds."""
_I_LEFT = either_of(
    rf"(?:^|[.!\n,]\s*|\bthat |\b(?:as of|from|since) [\w ]{{3,20}},? )"
    rf"(?:please note )?(?:that )?i(?: [\w ]{{3,40}} and)?(?: ?{GONE})"
)
_SOMEBODY_LEFT = re.compile(
    rf"(?P<who>(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}) ?(?i:{GONE})"
)
_TURN_TO = (
    r"(?:contact|e-?mail|direct|redirect|re-?send|forward|send|address|refer|ring|call|telephone|use|write to|"
    r"speak to|get in touch with)"
)
_ELSEWHERE = either_of(rf"\b{_TURN_TO}\b", r"\bshould (?:now )?(?:be (?:sent|directed|forwarded|addressed)|go) ?to\b")
_FOR_ANYBODY = either_of(
    r"^\W*(?:(?:hi|hello|hey|dear sir or madam|good (?:morning|afternoon|day))\W{1,4})?(?:many )?thank(?:s| you)"
    r"(?: very much)? for (?:your (?:e-?mail|message|mail|enquiry)|contacting|getting in touch|e-?mailing|writing)\b",
    r"\b(?:all|any|your|other|future|urgent|further) (?:\w+ ){0,2}(?:e-?mails?|messages?|mail|correspondence|"
    r"enquir\w+|quer\w+|matters|communications?)\b",
    r"\bfor (?:all|any|anything|everything|[\w ]{3,40} (?:matters|queries|enquiries|issues|concerns))\b",
    r"\bif your (?:e-?mail|message|enquiry|query) (?:is|relates|concerns)\b",
    r"\b(?:e-?mails?|messages?|mailbox|inbox|account|address)\b[^.!?\n]{0,40}\b(?:not|no longer|never)\b[^.!?\n]{0,15}"
    r"\b(?:read|monitored|checked|in use|active|seen|forwarded)\b",
    r"\bno longer (?:have access to|checking|monitoring|reading)\b[^.!?\n]{0,20}\b(?:e-?mails?|inbox|mailbox|account)",
    r"\bthis is an automat\w+\b|\bafter this date\b",
)
_SUBJECT = either_of(
    r"^\W*(?:auto\w*|out of office|i(?: ha|')ve (?:now )?(?:left|retired)|no longer (?:at|with|in|working|employed)|"
    r"(?:notice of )?(?:retire\w*|leav\w+|left)\b.{0,30}$)"
)
TO_US = either_of(
    r"\b(?:(?:mon|tues|wednes|thurs|fri)days?|to me|i(?: a|')m (?:the|now)|the (?:new )?dt (?:now|is))\b",
    r"!",
    r"\?(?:\s|$)",
    r"^\W*(?:hi|hello|hey|dear)\s+(?!all\b|there\b|everyone\b|sir\b|colleagues?\b|sender\b)[a-z]",
    r"\b(?:so|sorry|afraid|unfortunately|lovely|luck|hope|hoping|maybe|perhaps|but|though|copied|cc'?d|"
    r"forwarded (?:this|it|your|to)|passed|tell|told|ask|asked|instead)\b(?<!unfortunately)",
    r"\b(?:contact|e-?mail|ring|call|reach|send|write to) (?:me|us|them|him|her)\b",
    r"\b(?:take|remove) me\b|\byour list\b|\bthis (?:isn't|is not|one|matter|pupil|child|young)\b|"
    r"\babout (?:this|it|the visit|that|the \d)\b|\b(?:the|your|our|this) visits?\b|\b(?:you|she|he|they) (?:need|want|"
    r"would|could)\b|\bwho (?:has taken|takes|took) over\b|\b(?:fix|book|arrange|rearrange|change|cancel)\b",
)
"""What somebody says who answers us, beside what `standing_notices` knows of it."""
_BARE = re.compile(
    r"\W*(?:hello|hi|good \w+)?\W*[^.!?\n]{5,120}[.\n]\s*(?:please|kindly) [^!?\n;]{5,120}\W*", re.IGNORECASE
)
"""Nothing but that the writer has left, and whom to contact."""
_OUR_MATTER = either_of(r"\blooked[- ]after\b|\bin care\b|\b(?:lac|cla|peps?)\b|\bvirtual school\b")
_HAS_PLACE = either_of(r"\S+@\S+", r"\b(?:school|main) office\b|\breception\b|\bthe office\b|\bour new \w+")


def left_notice(subject: str, text: str, sender: str) -> str:
    """The words that make the newly written `text` a notice of somebody who has left; "" where a person answers.

    `sender` is the display name of From. Of a notice about another than the sender nothing is known: a colleague may
    have written it.
    """
    found = _gone(text[:FIRST_WORDS], sender) or _gone(subject, sender)
    if not found or _ELSEWHERE.search(text) is None or TO_US.search(text) is not None:
        return ""
    if _FOR_ANYBODY.search(text) or _SUBJECT.search(subject) or _gone(subject, sender):
        return found
    if _OUR_MATTER.search(text) is not None:
        return ""
    return found if _BARE.fullmatch(text.strip()) and _HAS_PLACE.search(text) else ""


def _gone(text: str, sender: str) -> str:
    if not any(map(lowered(text).__contains__, GONE_PIECES)):
        return ""
    own = _I_LEFT.search(text)
    if own is not None:
        return own.group().strip()
    surname = sender.rsplit(maxsplit=1)[-1].lower() if sender.strip() else ""
    about = _SOMEBODY_LEFT.search(text) if len(surname) >= _SHORTEST_NAME else None
    return about.group() if about is not None and surname in about["who"].lower().split() else ""
