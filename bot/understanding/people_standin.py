"""Who deals with the visit from now on, or instead of the writer, and whether somebody has left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import Contact
from bot.understanding.people_mentions import Mention
from bot.understanding.people_words import Token
from bot.understanding.roles import most_telling

_POINTS_TO = re.compile(
    r"\b(?:contact|email|e-mail|write to|speak to|redirect\w* to|forward\w* to|send \w+ (?:\w+ )?to|direct\w* to|get in touch with|"
    r"reply to|respond to|deal with|liaise with|try|copy in|taken over|taking over|takes over|took over|new|now|covering|"
    r"cover for|covers|replac\w+|instead|in (?:my|his|her|their) (?:place|absence)|succe\w+|acting|interim|looking after|looks after|"
    r"dealing with|deals with|handles|handling|picked up|passed (?:\w+ )?(?:on )?to|will (?:now )?(?:be )?(?:answer\w*|respond\w*|pick\w*))\b"
)
_HAS_LEFT = re.compile(
    r"\b(?:(?:has|have|have now|has now|had|i've|we've|who) left|left (?:the |our |us|this )|no longer (?:work|at|employ|with|the d|our d|the desig)\w*|"
    r"(?:has |have |is |am |i'm |'m )?(?:retired|resigned|moved on|leaving (?:the |our |us|at|this)|stepped down)|"
    r"(?:am|is|'m|are|was) (?:no longer|not) (?:the |our |a )?(?:dt|designated teacher)|haven't been the (?:dt|designated teacher)|"
    r"left [A-Z][\w' ]{2,60}(?:on|in|at)|mailbox is no longer|no longer (?:monitored|read|in use)|not the (?:dt|designated teacher))\b",
    re.IGNORECASE,
)
_MAY_HAVE_LEFT = re.compile(r"left|leaving|longer|retire|resign|moved|stepped| not the |been the ")
_OTHER_TOPICS = re.compile(
    r"\b(?:urgent|year \d+|safeguarding|lettings|admissions|attendance|absence|parents?|press|invoices?|finance|key stage|ks\d|"
    r"emergenc\w+|child protection|cover|exams?|trips?|behaviour|welfare|it support|general)\b"
)


@dataclass(frozen=True, slots=True)
class StandIn:
    """A person pointed to, with the offsets of the words."""

    contact: Contact
    start: int
    end: int


def has_left(sentence: str) -> bool:
    """Whether a sentence says that somebody has left the school or the role."""
    return _MAY_HAVE_LEFT.search(sentence) is not None and _HAS_LEFT.search(sentence.replace("’", "'")) is not None


def stand_in(tokens: Sequence[Token], sentence: str, mentions: Sequence[Mention], end: int) -> StandIn | None:
    """The named person whom a sentence says to turn to; topics that are not this visit's are passed over."""
    low = sentence.lower().replace("’", "'")
    named = [mention for mention in mentions if mention.named]
    if not named or not _POINTS_TO.search(low) or _OTHER_TOPICS.search(low):
        return None
    for position, mention in enumerate(named):
        until = named[position + 1].first if position + 1 < len(named) else end
        email = email_beside(tokens, mention.last, until)
        if email or mention.roles:
            contact = Contact(name_of(tokens, mention), most_telling(mention.roles), email.lower())
            return StandIn(contact, tokens[mention.first].start, tokens[mention.last - 1].end)
    return None


def email_beside(tokens: Sequence[Token], at: int, until: int) -> str:
    """The address within a few tokens behind a person, or ""."""
    return next(
        (token.text for token in tokens[at : min(until, at + 8)] if "@" in token.text and len(token.text) > 3), ""
    )


def name_of(tokens: Sequence[Token], mention: Mention) -> str:
    """The name as written, its tokens' own spacing kept to single blanks, titles and closing dots left out."""
    words: list[str] = []
    for token in tokens[mention.name_from : mention.name_to]:
        joined = words and (token.space == 0 or token.text == ".")
        if token.text in {"|", "\t", "\n"}:
            continue
        if joined:
            words[-1] += token.text
        else:
            words.append(token.text)
    return " ".join(words).strip(" .,|")
