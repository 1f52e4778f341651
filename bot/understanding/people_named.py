"""Somebody named with an office of whom no known verb speaks: beside a visit, whoever is presented takes part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.model import Role
from bot.understanding.people_groups import Group
from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_words import Sentence, Token

_OFFICES = frozenset(Role) - {Role.OTHER, Role.PUPIL, Role.DESIGNATED_TEACHER}
_OTHER_MATTERS = re.compile(
    r"\b(?:no|not|never|nor|neither|without|unable|\w+n't|cannot|cant|wont|dont|isnt|"
    r"if|unless|whether|so long as|provided|subject to|might|may|maybe|perhaps|possibly|probably|hopefully|hope\w*|"
    r"once|until|till he|till she|when|would have|could have|should|"
    r"asked|ask|asks|asking|told|tell|tells|says|said|writes|wrote|email\w*|e-mail\w*|rang|ring|phone\w*|call|"
    r"contact\w*|"
    r"copy|copied|copying|cc|cc'd|check\w*|spoke|spoken|speak|speaking|discuss\w*|consult\w*|wait\w*|"
    r"forward\w*|write|send|sent|pass|passed|on behalf|thank\w*|sorry|dear|regards|signed|"
    r"suspend\w*|resign\w*|retir\w*|left|leaves|leaving|leave|course|"
    r"(?<!kick )(?<!kicks )(?<!us )(?<!things )(?<!you )off|away|out|ill|sick|poorly|unwell|"
    r"operation|hospital|"
    r"funeral|conference|died|dead|was|were|used to|had|has had|formerly|former|previous|predecessor|last year|"
    r"last time|no longer|instead|swap|replac\w*|drop|remove|scratch|correction|spelt|spelled|surname|minutes|"
    r"confidence|between ourselves|allegation|investigat\w*|complain\w*|"
    r"responsible for|in charge of the|deals with|handles (?:the )?(?:dates|diary|bookings)|diary is|keeps the|"
    r"wants to know|would like to know|wondered|diaries|calendar|blessing|permission|decides?|approv\w*|"
    r"confirmed|okayed|approved|agreed(?! to)|happy with|remembered|new|now|from here on|future|lets?|"
    r"sign you in|map|lanyard|parking|gate|desk|lunch|raffle|"
    r"pick|choose|both feel|feels?|thinks?|prefers?|works? (?:mon|tue|wed|thu|fri|part)|believe|heard|met|"
    r"your(?! (?:person|man|woman|guide|host))|yours|child|pupil|"
    r"virtual|adviser|keys?|registers?|line manager|rota|website|accounts|payroll|"
    r"(?<!cleared her )(?<!cleared his )diary|governors (?:are|have|were))\b"
)
"""What a sentence tells of somebody who is not presented as one of the company."""
_VERB = re.compile(
    r"\b(?:is|'s|are|will|'ll|does|do|runs|takes|sits|represents?|hosts?|hosting|steps|has|have|can|wants|leads|"
    r"chairs|holds|act|acts|covers|joins|meet|lend|lends|kicks|opens|starts|brings|makes|fills|stands|'re|"
    r"going|coming|wants|pops|drops|sticks|puts|shows|greets|receives|welcomes|gives|stays|remains|talks|"
    r"fancies|"
    r"be)\b"
)


_TURN = re.compile(r",? but |; | though | although ", re.IGNORECASE)


def _clause(text: str, at: int) -> str:
    """The part of a sentence around offset `at` between its turns: "I won't be there, but Olivia has the files"."""
    cuts = [match.span() for match in _TURN.finditer(text)]
    begins = max((end for _, end in cuts if end <= at), default=0)
    return text[begins:]


def presented(text: str, tokens: Sequence[Token], span: Sentence, group: Group) -> Verdict | None:
    """What a sentence that says no more makes of a name with an office: one of those who take part.

    `text` is the sentence. Nothing in it may speak of other matters; a verb must stand in it, as in no signature.
    """
    if not any(member.named and not member.body and _OFFICES.intersection(member.roles) for member in group.members):
        return None
    if group.alternative or group.hedged or tokens[span[1] - 1].text == "?":
        return None
    low = _clause(text, tokens[group.first].start - tokens[span[0]].start).lower().replace("’", "'")
    if _OTHER_MATTERS.search(low) or not _VERB.search(low):
        return None
    return Verdict(Stance.ATTENDS, "presented with an office")
