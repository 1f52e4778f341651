"""Sentences that only wonder who will come: they say nothing of the date, whatever "may", "if" or "no" stands in them.

Each must have one of a few shapes, and no word in it may touch a day, the visit as such or anybody's consent to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.model import Passage
from bot.understanding.given_names import GIVEN_NAMES

_TOUCHES_THE_DATE = re.compile(
    r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul)[a-z]{0,6}\b|\b(?:may|june|july) (?:half|is|week)\b|"
    r"\b(?:days?|dates?|weeks?|slots?|options?|visits?|visitors?|visiting|times?|mornings?|afternoons?|am|pm|"
    r"terms?|months?|easter|"
    r"half|booked|booking|books?|cancel\w*|postpone\w*|rearrang\w*|mov(?:e|ed|ing)|instead|permission|approv\w*|sign|"
    r"allow us|allowed|object\w*|against|unhappy|happy|insist\w*|veto\w*|decid\w*|decision|say-so|confirm\w*|check\w*|"
    r"yes|it|this|these|those|either|any of them|all of them|suits?|works? for|fine|ok|okay|good|best|"
    r"prefer\w*|until|unless|"
    r"before|first|get back|come back|let you|hold|wait\w*|council|you|your|yours|virtual|adviser|inspect\w*|"
    r"ofsted|complain\w*|"
    r"cross|angry|upset|union|stop|scrap|ignore|forget|withdraw\w*|call|ring|phone|email me|write|meanwhile|"
    r"question\w*|why|"
    r"so|says?|said no|wants?|wanted|agree[sd]?|keen|likes?|us|outsiders?|writing|over|charge|hang|doubt\w*|"
    r"refused(?! to)|"
    r"reluctant|nervous|hesita\w*|mind|minds|blessing|nod|go-ahead|vote[sd]?|mandate|condition that (?!i do)|"
    r"else(?! (?:free|around|about|"
    r"from|coming|except|apart|bar|but|to))|budget|funding|pay|paid|concern\w*|worr\w*|problem\w*|issue\w*|"
    r"trouble|should we|shall we|can we|could we|we)\b"
)
_GOVERNOR = r"(?:governors?|govs?|trustees?)"
_SOME = (
    rf"(?:an?|another|any|some|the remaining|the other|one of the (?:other|others)|one of our|which|"
    rf"a spare|our new) (?:\w+ )?{_GOVERNOR}"
)
_COMES = (
    r"(?:come|join|attend|be there|be in|be with us|pop in|drop in|sit in|show up|turn up|appear|"
    r"make an appearance|be around|come along|join in)"
)
_WHO = (
    rf"(?:(?:our|the|my) (?:[\w-]+ )?(?:head|headteacher|deputy|senco|chair|ta|{_GOVERNOR}|dsl|chaplain|nurse|"
    rf"mentor|elsa|link "
    rf"{_GOVERNOR})|head|deputy|senco|chair|governor|(?P<name>[a-z][\w'-]+)(?: [a-z][\w'-]+)?(?: \([^)]*\)|"
    rf", our [\w ]{{2,20}},)?|he|she)"
)
_TERMS = (
    r"(?:cake|biscuits?|tea|coffee|lambs?|lambing|minibus|bus|babysitter|cover|a lift|weather|parking|traffic|"
    r"trains?|cows?|sheep|"
    r"farm|silage|harvest|milking|tide|ferry|shifts?|boss|rota|knees?|back|grandchildren|the talking|grub|"
    r"sandwiches|talk)"
)
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"^(?:not sure|no idea|don'?t know|unsure|as yet no|still (?:to find|trying|looking|hunting|short of|"
            rf"after)|yet to|"
            rf"(?:i|we)?'?(?:ll|m|ve)? ?(?:have yet to|am|will|be|try|trying to|hoping to|sort|find|ask|chase|get|"
            rf"rope in|nab|hunt|"
            rf"persuade|working|looking|need|haven'?t|can'?t)) (?:[\w'-]+ ){{0,5}}?{_SOME}\b.*$"
        ),
        (
            rf"^(?:(?:will|'ll|i'll|still|just) )*(?:sort|sorting|find|finding|chase|chasing|rustle up|see about|"
            rf"look for|looking for) "
            rf"{_SOME}\b.*$"
        ),
        (
            rf"\b(?:our|the|my|all our|all the|both) {_GOVERNOR} (?:[\w'-]+ ){{0,4}}?(?:refuse[ds]?|won'?t|don'?t|"
            rf"can'?t|declined|never|"
            rf"are all|all|are (?:away|abroad|working|farmers)|have day) [^.]{{0,60}}\b(?:working hours|"
            rf"daytime|day ?jobs?|jobs|work|anything|"
            rf"free|available|"
            rf"released?|get away|farm\w*|farmers|abroad|away|come|attend|join|spare|lambing|silage)\b"
        ),
        rf"^{_GOVERNOR}(?: wise| situation| rep)? ?(?:[-–—:=,]|not|still|tbc|is tbc) ?.{{0,80}}$",
        (
            rf"^{_WHO},? (?:may|might|may or may not|might or might not|could|hopes to|will try to|is trying to|"
            rf"'ll try to|probably (?:won'?t|"
            rf"will)|won'?t|can'?t|cannot|will not|isn'?t (?:able to|going to)|is not able to) {_COMES}\b.{{0,70}}$"
        ),
        (
            rf"^{_WHO} (?:isn'?t|is not|won'?t be|is) (?:in|around|about|available|a maybe|a definite maybe|free|"
            rf"off|away)(?: (?:as|because|sadly|"
            rf"though|tho|i'?m afraid).{{0,60}})?$"
        ),
        r"^(?P<name>[a-z][\w'-]+)(?: [a-z][\w'-]+)? (?:as well|too|also)$",
        r"^(?:no ?one|nobody|no-one) else\b.{0,70}$",
        (
            rf"^{_WHO} (?:has )?(?:asked to be (?:kept in the loop|copied in|remembered)|sends? (?:his|her|"
            rf"their) (?:love|regards|apologies|"
            rf"best|excuses)|presents? (?:his|her) (?:compliments|apologies))\b.{{0,60}}$"
        ),
        (
            rf"\b(?:agreed to|agrees to|happy to|promised to|promises to|says (?:he|she)'?(?:ll| will)|"
            rf"has said (?:he|she)'?(?:ll| will)|will|'ll|"
            rf"may|might|could) (?:come|do|attend|join|sit|be there|come along|show up|"
            rf"turn up)\b[^.]{{0,30}}\b(?:on condition|"
            rf"provided|as long as|so long as|if|depending on|weather)\b[^.]{{0,40}}\b{_TERMS}\b"
        ),
    )
)
_CONDITION = re.compile(
    r"\b(?:if|assuming|presuming|supposing|providing|provided|as long as|so long as|on condition|contingent|subject to|"
    rf"depend\w*|once|when|given) (?!(?:that |on |upon |i do |the |her |his |their |our |my |there's |a )*{_TERMS})"
)
_LEAVE_TO_ME = re.compile(
    r",? ?(?:but )?leave (?:it|that|this) (?:with|to) me|,? (?:make|makes) it\b|"
    r",? i'?m afraid|,? i (?:think|suspect|fear)"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)\s*")


def only_of_who_comes(sentence: str) -> bool:
    """Whether a sentence does no more than wonder who will come."""
    low = sentence.lower().replace("’", "'").strip().strip('"“” .!:)(')
    plain = _LEAVE_TO_ME.sub("", low).strip(" ,")
    if (
        not plain
        or _CONDITION.search(plain)
        or _TOUCHES_THE_DATE.search(plain.replace("may or may", "might or might").replace(" may ", " might "))
    ):
        return False
    found = next((match for shape in _SHAPES if (match := shape.search(plain)) is not None), None)
    if found is None:
        return False
    name = found.groupdict().get("name")
    return name is None or name in GIVEN_NAMES


def without_people_talk(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages without the sentences that only wonder who will come; whole where nothing else would be left."""
    kept = tuple(piece for passage in passages for piece in _kept(passage))
    return kept if any(piece.text.strip() for piece in kept) else tuple(passages)


def _kept(passage: Passage) -> Iterator[Passage]:
    if passage.answers is not None:  # an answer to a line of ours stays with it
        yield passage
        return
    begin = 0
    for sentence in _SENTENCE.finditer(passage.text):
        if only_of_who_comes(sentence.group()):
            if passage.text[begin : sentence.start()].strip():
                yield replace(passage, text=passage.text[begin : sentence.start()], start=passage.start + begin)
            begin = sentence.end()
    if begin == 0:
        yield passage
    elif passage.text[begin:].strip():
        yield replace(passage, text=passage.text[begin:], start=passage.start + begin)
