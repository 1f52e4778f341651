"""Who deals with the visit from now on, or instead of the writer, and whether that person's predecessor has left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import Contact, Role
from bot.understanding.given_names import GIVEN_NAMES
from bot.understanding.names import TITLES
from bot.understanding.people_mention import Mention
from bot.understanding.people_tables import either, word_set
from bot.understanding.people_words import Token
from bot.understanding.roles import most_telling

_TURN_TO = re.compile(
    r"\b(?:contact|email|e-mail|write to|speak to|speak with|redirect\w*|forward\w*|send|sent|direct|"
    r"get in touch with|reply to|respond to|"
    r"liaise with|pass(?:ed|ing)?|copied in|address\w*|ask for|try|via)"
    r"(?:,? (?:this|it|that|them|your (?:e?-?mails?|messages?|request|query|letter|reply)|all|any|e?-?mails?|"
    r"queries|further|future|correspondence|enquir(?:y|ies)|matters|questions|requests|visits?|mail|anything|about|"
    r"designated|teacher|dt|cla|lac|pep|looked|after|children|virtual|school|relating|regarding|in|absence|place|"
    r"on|to|instead|directly|direct|the|our|my|colleague|new|please|either|acting|interim|both|over|or))*[ ,:(]*$"
)
_TURNING = either(
    "contact|mail|write to|speak |redirect|forward|send|sent|direct|in touch|reply |respond |liaise |pass|copied |"
    "address|ask for|try|via"
)
"""One of these stands in what `_TURN_TO` finds."""
_DEALS_WITH_IT = re.compile(
    r"^[^.;!?]{0,70}?\b(?:(?:has|have|is|will be) (?:now )?(?:taken|taking) (?:this |it |the role )?over|takes over|"
    r"(?:will|'ll) (?:now |then )?(?:be )?(?:deal\w* with|handl\w+|answer\w* (?:you|this|your|direct)|repl\w+|"
    r"respond\w*|pick\w* (?:this|it) up|"
    r"be in touch|your (?:new )?contact|look\w* after (?:this|it|visits)|tak\w+ (?:this |it )?over|"
    r"contact you|get back to you|come back to you|be the new)|"
    r"deals with|handles|looks after|is (?:now )?(?:dealing with|looking after|handling|picking (?:this|it) up)|"
    r"is (?:now |currently )?(?:(?:the|our) )?(?:new |acting |interim |current )?(?:dt|designated teacher|contact|"
    r"lac lead|cla lead)|"
    r"is (?:now )?(?:acting|interim) (?:dt|designated teacher)|is covering (?:for me|my (?:role|work|post)|"
    r"the role|this)|"
    r"is (?:the person|your (?:new )?contact|who you (?:need|want))|(?:now )?has (?:the role|responsibility))\b"
)
_DEALING = word_set(
    """taken taking takes take deal deals dealing handle handles handling answer answers answering reply replies
    replying
    respond responds responding pick picks picking touch contact look looks looking get come new dt designated lac cla
    covering person need want role responsibility"""
)
"""Words of which at least one stands in what `_DEALS_WITH_IT` finds."""
_OTHER_TOPICS = re.compile(
    r"\b(?:year \d+|safeguarding|lettings|admissions|attendance|absences?|press|invoices?|finance|key stage|ks\d|"
    r"emergenc\w+|child protection|cover|exams?|trips?|behaviour|welfare|it support|general (?:enquir\w+|"
    r"quer\w+)|agenda|parking|catering)\b"
)
_NEW = word_set("new acting interim now current temporary")
_I_LEFT = re.compile(
    r"\bi(?:'m| am|'ve| have)? (?:now |also |actually |already )?(?:no longer (?:work|at|employed|with|"
    r"the (?:dt|designated)|a |in (?:post|this role)|responsible|designated|dt)|"
    r"not the (?:dt|designated teacher)|left (?:the |our |this |[a-z]+ (?:school|primary|academy))|"
    r"leaving (?:the |this |my )?(?:school|post|role|job)|"
    r"retired|moved (?:on|to (?:a|another|a different|a new) (?:school|post|role|job))|stepped down|"
    r"changed (?:role|school|job|post)s?|"
    r"(?:haven't|have not|not) been the (?:dt|designated teacher))\b"
)
_THEY_LEFT = re.compile(
    r"^[^.;!?]{0,40}?\b(?:(?:has|had|have) (?:now |since |recently |sadly )?(?:left|retired|moved on|resigned|"
    r"stepped down)|left (?:us|the|our|this|at|in|on|last|[a-z]+ )|"
    r"retired|resigned|(?:no longer|not) (?:works?|with|employed|at|the (?:dt|designated teacher)|our (?:dt|"
    r"designated teacher)|in post)|"
    r"is no longer|moved (?:on|to (?:a|another|a different|a new) (?:school|post|role|job)))\b"
)
_DEAD_MAILBOX = re.compile(
    r"\b(?:mailbox|address|account|inbox|email) is (?:no longer|not) (?:being )?(?:monitored|read|in use|"
    r"checked|active|used)\b(?! (?:during|over|outside|in|at|on) (?:the |our |school |half|any |week|out|out-of-)?"
    r"(?:holidays?|half|half-term|term|weekends?|hours|evenings?|school|easter|christmas|summer|closure))"
)
_MAY_HAVE_LEFT = either(
    "left|leaving|longer|retire|resign|moved|stepped|not the |been the |not monitored|changed|not read|not checked|"
    "not active|not used"
)


@dataclass(frozen=True, slots=True)
class StandIn:
    """A person pointed to, with the offsets of the words."""

    contact: Contact
    start: int
    end: int


def may_have_left(low: str) -> bool:
    """Whether lower-case text is worth asking `has_left` about."""
    return any(map(low.__contains__, _MAY_HAVE_LEFT))


def has_left(tokens: Sequence[Token], sentence: str, mentions: Sequence[Mention], known: frozenset[str]) -> bool:
    """Whether the writer, a known contact or the designated teacher has left the school or the role.

    `known` are the words of the contacts' and the writer's names.
    """
    if not may_have_left(sentence):
        return False
    low = sentence.lower().replace("’", "'")
    if _I_LEFT.search(low) or _DEAD_MAILBOX.search(low):
        return True
    first = tokens[mentions[0].first].start if mentions else 0
    offset = _offset(tokens, mentions, low) if mentions else 0
    for mention in mentions:
        theirs = mention.named and any(t.low in known for t in tokens[mention.name_from : mention.name_to])
        if theirs or (Role.DESIGNATED_TEACHER in mention.roles and not mention.is_self):
            behind = tokens[mention.last - 1].end - first + offset
            if _THEY_LEFT.match(low[behind:]):
                return True
    return False


def _offset(tokens: Sequence[Token], mentions: Sequence[Mention], low: str) -> int:
    """Where the first mention begins in the sentence's text."""
    return max(low.find(tokens[mentions[0].first].low), 0)


def stand_in(tokens: Sequence[Token], span: tuple[int, int], mentions: Sequence[Mention]) -> StandIn | None:
    """The named person whom a sentence says to turn to; topics that are not this visit's are passed over."""
    named = [mention for mention in mentions if mention.named and mention.sure]
    for position, mention in enumerate(named):
        until = named[position + 1].first if position + 1 < len(named) else span[1]
        if _is_pointed_to(tokens, span, mention):
            if _OTHER_TOPICS.search(" ".join(token.low for token in tokens[span[0] : span[1]])):
                return None
            email = email_beside(tokens, mention.last, until)
            contact = Contact(name_of(tokens, mention), most_telling(mention.roles), email.lower())
            return StandIn(contact, tokens[mention.first].start, tokens[mention.last - 1].end)
    return None


def _is_pointed_to(tokens: Sequence[Token], span: tuple[int, int], mention: Mention) -> bool:
    front = [token.low for token in tokens[max(span[0], mention.first - 9) : mention.first]]
    said = " ".join(front)
    if any(map(said.__contains__, _TURNING)) and _TURN_TO.search(said):
        return True
    behind = [token.low for token in tokens[mention.name_to : min(span[1], mention.name_to + 20)]]
    if not _DEALING.isdisjoint(behind) and _DEALS_WITH_IT.match(" ".join(behind).replace(" '", "'")):
        return True
    if Role.DESIGNATED_TEACHER not in mention.roles:
        return False
    return any(token.low in _NEW for token in tokens[mention.pieces[0][0] : mention.pieces[-1][1]])


def email_beside(tokens: Sequence[Token], at: int, until: int) -> str:
    """The address within a few tokens behind a person, or ""."""
    for token in tokens[at : min(until, at + 8)]:
        if "@" in token.text and len(token.text) > _SHORTEST:
            return token.text
    return ""


_SHORTEST = 3
"""Characters that no address has."""


def name_of(tokens: Sequence[Token], mention: Mention) -> str:
    """The name as written, single blanks between its words, titles and closing dots left out.

    "Raj (Chopra)" and "Moss (Ceri)" are read as "Raj Chopra" and "Ceri Moss".
    """
    words: list[str] = []
    turned = opened = False
    for token in tokens[mention.name_from : mention.name_to]:
        if token.text in {"|", "\t", "\n", "("}:
            opened = token.text == "("
            titled = tokens[mention.name_from - 1].low in TITLES
            turned = turned or (opened and (titled or words[0].lower() not in GIVEN_NAMES))
            continue
        if words and ((token.space == 0 and not opened) or token.text == "."):
            words[-1] += token.text
        else:
            words.append(token.text)
        opened = False
    return " ".join(reversed(words) if turned and words[-1].lower() in GIVEN_NAMES else words).strip(" .,|")
