"""Which name goes with which role: what touches, what a comma or a verb connects."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Role
from bot.understanding.names import TITLES
from bot.understanding.people_mention import Mention
from bot.understanding.people_role_words import DETERMINERS
from bot.understanding.people_tables import phrase_set, word_set
from bot.understanding.people_words import Token

_ABOUT_THE_VISIT = word_set(
    """'s will attend attends be is … attending present joining coming for the visit this on day meeting
    representative rep name : attendee"""
)
_ASSERTING = frozenset({"is", "'s", "will", "would", "'ll", "be", "have", "by", "are"})
_COPULAS = phrase_set(
    """, her name|, his name|her name|his name|, name of|name of|by the name of|, by name|who goes by|, that's|,
    that is|'d be|'ll be|'m|'s|'s doing|'s name is|'s name will be|=|acting as|am|are|as|attending is|attending will be|
    being|called|can not be|can't be|cannot be|coming is|coming will be|comin is|coming along is|
    who is coming is|who's coming is|that's coming is|who will come is|for the visit is|for the visit will be|
    for this is|for this will be|i.e|i.e.|ie|is|is also|is still|'s still|still is|remains|remains as|will still be|
    stays|is again|is being|is once again|is called|is doing|is going to be|is no longer|
    is not|is now|isn't|it will be|joining us is|joining us will be|name is|named|namely|on the day will be|
    shall be|should be|this time is|this time will be|to attend is|was|was going to be|who is|who will attend is|
    will be|has been|'s been|has always been|will be doing|will do|will not be|will now be|won't be|would be"""
)
_WHO_VERBS = word_set(
    """is 's are runs leads heads manages oversees coordinates does looks deals chairs sits has works acts leading "
    "running
    will be as was took takes who's responsible in serves teaches handles supports covers doubles also represents
    volunteers keeps does does"""
)
_ON_BODIES = word_set("chairs sits is 's on serves works represents from")
_ROLE_LINKS = word_set("from on of off for representing represent represents at as")
_OPENERS = frozenset({"…", "(", "-", "–", "—", ":", "|", "/", "\t", "=", "[", "<", "•", "·", "~"})


_THAT_IS_ME = (
    ["("], ["(", "that", "'s"], ["(", "thats"], ["(", "ie"], ["(", "i.e"], ["(", "that", "is"], ["(", "i.e."],
    ["="], ["["], ["(", "i.e.", ","], [",", "that", "'s"], [",", "i.e."], ["that", "'s"], ["(", "aka"], [",", "ie"],
)  # fmt: skip
_HONOURS = word_set("obe mbe cbe bem jp qpm dl kc ma bsc ba phd msc npqh npqsl td frsa esq kbe dbe mp")
"""Letters behind a name."""
_ASIDES = (["too"], ["also"], ["as", "well"], ["again"], ["tbc"])
"""What may stand between somebody and the bracket or comma that explains them: "our SENCO too (Tim Rusk)"."""


def linked(tokens: Sequence[Token], mentions: list[Mention]) -> list[Mention]:
    """Join names with the roles beside them: what touches first, then what a comma or a verb connects."""
    if len(mentions) < 2:
        return mentions
    found = mentions
    for strong in (True, False):
        merged: list[Mention] = []
        for position, mention in enumerate(found):
            after = found[position + 1] if position + 1 < len(found) else None
            listed = not strong and len(merged) > 1 and _in_a_list(tokens, merged[-2], merged[-1], mention)
            joined = _join(tokens, merged[-1], mention, after, strong=strong) if merged and not listed else None
            if joined is None:
                merged.append(mention)
            else:
                merged[-1] = joined
        found = merged
    found = _row(tokens, found)
    closed = [_closed(tokens, mention, found, position) for position, mention in enumerate(found)]
    return [m for position, m in enumerate(closed) if not position or m.first >= closed[position - 1].last]


def _row(tokens: Sequence[Token], mentions: list[Mention]) -> list[Mention]:
    """As in "Mrs B Coyle    Deputy Head, SENDCo and DSL": in a row with one name, every role is that person's."""
    person, *others = mentions
    if not others or not person.named or not person.roles or any(m.named or m.is_self or m.body for m in others):
        return mentions
    wall = tokens[person.name_to] if person.name_to < len(tokens) else None
    if (
        wall is None
        or not (wall.space > 1 or wall.text in _WALLS)
        or any(t.text == "\n" for t in tokens[person.first : others[-1].last])
    ):
        return mentions
    gaps = [tokens[one.last : two.first] for one, two in zip(mentions, others, strict=False)]
    if any(len(gap) > 5 or not _PARTING_ROLES.isdisjoint(token.low for token in gap) for gap in gaps):
        return mentions
    if any(tokens[other.first].low in DETERMINERS for other in others):
        return mentions
    roles = tuple(role for mention in mentions for role in mention.roles)
    return [
        person._replace(
            last=others[-1].last, roles=roles, pieces=(*person.pieces, *(p for m in others for p in m.pieces))
        )
    ]


_WALLS = frozenset({"|", "\t", "-", "–", "—", ":"})
_PARTING_ROLES = word_set("with will is are our the a who me . ; ! ? : plus not and-the for")


def _in_a_list(tokens: Sequence[Token], before: Mention, left: Mention, right: Mention) -> bool:
    """Whether commas part three people: in "me, the head, Ada Fox (DSL)" the head is not Ada Fox."""
    if left.named or not left.roles or not right.roles or not (right.named or right.is_self):
        return False
    gaps = [[t.low for t in tokens[one.last : two.first]] for one, two in ((before, left), (left, right))]
    return gaps[0] in ([","], [";"]) and gaps[1] in ([","], [";"]) and set(left.roles).isdisjoint(right.roles)


def _closed(tokens: Sequence[Token], mention: Mention, all_: Sequence[Mention], position: int) -> Mention:
    """Take in the bracket that was opened between a name and a role, with what else it holds."""
    if len(mention.pieces) < 2:
        return mention
    marks = [token.text for token in tokens[mention.first : mention.last]]
    if marks.count("(") <= marks.count(")"):
        return mention
    end = min(len(tokens), mention.last + 14)
    bracket = next((i for i in range(mention.last, end) if tokens[i].text in ")\n("), end)
    if bracket == end or tokens[bracket].text != ")":
        return mention
    roles = [
        role
        for other in all_[position + 1 :]
        if other.last <= bracket and not other.named and tokens[other.first - 1].text in ",&/+;"
        for role in other.roles
    ]
    return mention._replace(last=bracket + 1, roles=(*mention.roles, *roles))


def _join(
    tokens: Sequence[Token], left: Mention, right: Mention, after: Mention | None, *, strong: bool
) -> Mention | None:
    unfit = not _joinable(left, right) or (not strong and bool(left.pronoun or right.pronoun))
    if unfit and not left.is_self and not right.is_self:
        return None
    gap = _bare(tokens[left.last : right.first])
    if left.is_self and right.named and not right.roles and _only_in_brackets(tokens, left, right):
        return left._replace(last=right.last + 1)
    if left.is_self and strong and right.named and not gap and tokens[left.first].low in {"me", "myself"}:
        return left._replace(last=right.last, roles=right.roles, pieces=(*left.pieces, *right.pieces))
    if right.is_self and left.named != bool(left.roles) and [token.low for token in gap] in _THAT_IS_ME:
        return left._replace(last=right.last, is_self=True, pieces=(*left.pieces, *right.pieces))
    if unfit:
        return None
    if _touches(tokens, gap, left, right) if strong else _connects(tokens, gap, left, right, after):
        named = left if left.named or left.is_self else right
        return Mention(
            left.first,
            right.last,
            named.name_from,
            named.name_to,
            (*left.roles, *right.roles),
            is_self=left.is_self or right.is_self,
            gender=named.gender or left.gender or right.gender,
            indefinite=left.indefinite and right.indefinite,
            sure=named.sure or bool(left.roles or right.roles),
            body=left.body and right.body,
            pronoun=left.pronoun or right.pronoun,
            pieces=(*left.pieces, *right.pieces),
            asserted=_renamed(gap, left, right)
            or (not strong and Role.GOVERNOR in (*left.roles, *right.roles) and _asserts(gap)),
        )
    return None


def _only_in_brackets(tokens: Sequence[Token], left: Mention, right: Mention) -> bool:
    """As in "me (Vikki)": the writer's own name."""
    gap = [token.low for token in tokens[left.last : right.first]]
    return gap == ["("] and right.last < len(tokens) and tokens[right.last].text == ")"


def _asserts(gap: Sequence[Token]) -> bool:
    """Whether a verb makes the person the governor; "who is our governor" only explains."""
    words = {token.low for token in gap}
    return not words.isdisjoint(_ASSERTING) and "who" not in words


def _renamed(gap: Sequence[Token], left: Mention, right: Mention) -> bool:
    """As in "HoY is now Mrs Lightfoot": whoever is new in a role of those who come comes too."""
    new = [token.low for token in gap] == ["is", "now"] and bool(left.roles) and right.named
    return new and Role.DESIGNATED_TEACHER not in left.roles


def _bare(gap: Sequence[Token]) -> Sequence[Token]:
    """The tokens between two mentions without an email address and its brackets, or a "too" before a bracket."""
    words = [token.low for token in gap]
    while words and words[0] in _HONOURS:
        gap, words = gap[1:], words[1:]
    for aside in _ASIDES:
        if words[: len(aside)] == aside and words[len(aside) :] in (["("], [","], ["-"], ["–"], [":"]):
            return gap[len(aside) :]
    if len(words) > 3 and words[0] == "(" and words[2] == ")" and (words[1] in TITLES or "/" in words[1]):
        return gap[3:]
    if "@" not in "".join(words):
        return gap
    return [token for token in gap if "@" not in token.text and token.text not in "()<>[]"]


def _joinable(left: Mention, right: Mention) -> bool:
    people = (left.named or left.is_self) + (right.named or right.is_self)
    if people == 0:
        return not left.body and not right.body
    return people == 1


_BRACKETS = (
    ["("], ["["], ["(", "she", "'s"], ["(", "he", "'s"], ["(", "she", "is"], ["(", "he", "is"], ["(", "who", "is"],
    ["(", "she", "'s", "also"], ["(", "also"], ["(", "as"],
)  # fmt: skip


_TELLS = word_set("has is was had left will 's stepped retired resigned moved went would used ca can can't won't isn't")
"""Behind a name in a bracket, these tell something of somebody else: "our governor (Barbara has stepped down)"."""


def _touches(tokens: Sequence[Token], gap: Sequence[Token], left: Mention, right: Mention) -> bool:
    """Nothing, or an opening bracket, between a name and a role; a slash or "&" between two roles of one person."""
    words = [token.low for token in gap]
    if not left.named and not right.named and not left.is_self:
        if left.pronoun and right.roles:
            return words in _BRACKETS and (right.sure or words == ["("])
        return words == ["/"] and not right.indefinite
    if left.is_self:
        if words in (["-"], ["–"]):
            return right.last >= len(tokens) or tokens[right.last].low not in _TELLS
        return words in (["("], ["as"], ["as", "the"]) or (words == [")"] and left.named)
    if right.is_self:
        return words in ([":"], ["-"], ["–"], ["("], ["="], ["|"])
    if not words:
        return not (right.body and left.named)
    if right.named and words[0] == "(" and tokens[min(right.last, len(tokens) - 1)].low in _TELLS:
        return False
    if words[0] == "(" and left.roles and right.named and right.sure and ")" not in words:
        return len(words) <= 8 and _KNOWN_AS.isdisjoint(words)
    if left.named and right.roles and words[0] == "(" and words[-1] in {"-", "–", "—", ",", "/"} and ")" not in words:
        return len(words) <= 6
    return words in _BRACKETS and (left.named or right.sure)


_KNOWN_AS = word_set("known aka a.k.a alias nicknamed née nee")


def _connects(
    tokens: Sequence[Token], gap: Sequence[Token], left: Mention, right: Mention, after: Mention | None
) -> bool:
    """Whether a comma, a verb or a relative clause makes the two one person."""
    words = [token.low for token in gap]
    phrase = " ".join(words)
    if right.is_self:
        return False
    if left.is_self:
        return phrase in _I_AM or (phrase == "," and bool(left.roles))
    if not left.named and not right.named:
        if phrase in {", who is also", "who is also", ", also", ", who is", "who is"} or words in _AND_ALSO:
            return left.sure
        return phrase in {"and", "&", "+"} and not right.indefinite and _names_follow(tokens, right, after)
    if left.named and left.roles:
        return _second_role(tokens, words, left, right, after)
    if left.body and right.named:
        return _speaks_for(tokens, words, left)
    if left.roles and right.named and (_who_comes(words) or _presented(words) or _heads(tokens, words, left)):
        return True
    if words == ["'s"] and left.named and tokens[right.first].low not in DETERMINERS:
        return False
    if (
        phrase in {",", ", also", ", who is also", "and also"}
        or phrase in _COPULAS
        or (len(words) == 1 and words[0] in _OPENERS)
    ):
        return not (left.named and _names_follow(tokens, right, after, touching=True))
    return left.named and (_by_relation(tokens, words, right) or _becomes(words) or _wears(tokens, words, right))


_WEARING = (
    ["has", "the"], ["has"], ["wears", "the"], ["wears"], ["is", "wearing", "the"], ["is", "wearing"],
    ["will", "wear", "the"], ["will", "wear"], ["dons", "the"], ["has", "on", "the"], ["has", "got", "the"],
    ["wearing", "the"], ["wearing"],
)  # fmt: skip
_WORN = word_set("hat hats cap badge chain mantle")


def _wears(tokens: Sequence[Token], words: Sequence[str], right: Mention) -> bool:
    """As in "Ken Stubbs has the governor hat on"."""
    return list(words) in _WEARING and tokens[min(right.last, len(tokens) - 1)].low in _WORN


_I_AM = frozenset({"am", "'m", "as", "am now", "will be attending as"})


def _who_comes(words: Sequence[str]) -> bool:
    """As in "the governor who will attend is Ada Fox" and "Governor attending: Ada Fox"."""
    if words[:1] in (["who"], ["that"]):
        return words[-1] in {"is", "be", "called", "'s", "named"}
    return (
        words[-1:] in ([":"], ["name"], ["…"], ["="], ["-"], ["–"])
        and len(words) <= 5
        and _ABOUT_THE_VISIT.issuperset(words)
    )


def _heads(tokens: Sequence[Token], words: Sequence[str], left: Mention) -> bool:
    """As in "Governor on duty that afternoon: Mrs Ada Fox": a label of a few words, the role first."""
    opens = left.first == 0 or tokens[left.first - 1].text in ".!?\n;•"
    return opens and 1 < len(words) <= 7 and words[-1] == ":" and _OF_LETTERS.isdisjoint(words)


_OF_LETTERS = word_set("email e-mail mail phone tel contact contacted asked told copied and or , 's")
_PRESENTING = word_set(
    """be found sorted confirmed identified secured located update news is it 's 'll will be going to has now been and
    for ( ) coming joining attending available free this year , he she he's she's yes y my our namesake friend
    colleague own lovely old wonderful again still now
    the this visit day time our on behalf wise name turns out : - – — , . as it'll"""
)


def _presented(words: Sequence[str]) -> bool:
    """As in "Governor found: it's going to be Pat Swann": the role first, some words, then who it is."""
    if len(words) <= 14 and list(words[-2:]) in (["'s", "called"], ["is", "called"], ["name", "is"], ["'s", "named"]):
        return True
    if list(words[-1:]) == [","] and words[-2:-1] and words[-2] in _KIN:
        return len(words) <= 6
    return (
        1 < len(words) <= 9
        and _PRESENTING.issuperset(words)
        and (
            words[-1] in {"be", "is", "'s", ":", "-", "–", "—"}
            or words[-2:] in (["yes", "("], ["y", "("], ["yes", ","])
        )
        and "and" not in words[-2:]
    )


_KIN = word_set("namesake friend colleague wife husband sister brother mother father neighbour")


def _second_role(
    tokens: Sequence[Token], words: Sequence[str], left: Mention, right: Mention, after: Mention | None
) -> bool:
    """A further role of somebody whose first is known: "SENCO and DSL", "who is our governor too"."""
    if not right.roles or right.body or Role.PUPIL in right.roles:
        return False
    if "who" in words[:2]:
        return _by_relation(tokens, words, right)
    if words in _AND_ALSO or (words == ["and"] and _both(tokens, left)):
        return True
    if words == ["and"] and left.asserted and tokens[right.first].low in {"a", "an"}:
        return True
    if words == [","]:
        return _of_one_person(tokens, left, right)
    joined = words in (["/"], ["&"], ["and"], ["+"])
    if tokens[right.first].low in {"our", "the", "my"} and words != ["/"]:
        return False
    return joined and not right.indefinite and not _names_follow(tokens, right, after)


_AND_ALSO = (
    ["and", "also"], ["but", "also"], [",", "but", "also"], [",", "and", "also"], ["as", "well", "as"],
    ["plus", "also"],
    [",", "also"], [",", "who", "is", "also"], ["doubling", "as"], ["who", "doubles", "as"], ["cum"], ["-", "cum", "-"],
    ["slash"], ["and", "is", "also"], ["and", "'s", "also"],
)  # fmt: skip


def _both(tokens: Sequence[Token], left: Mention) -> bool:
    """As in "Lottie Spence, who is both a TA and a parent governor"."""
    return any(token.low == "both" for token in tokens[left.name_to : left.last])


def _of_one_person(tokens: Sequence[Token], left: Mention, right: Mention) -> bool:
    """As in "Kim Ward, who is deputy head, DSL and SENCO": roles in a row behind "who is"."""
    behind = {token.low for token in tokens[left.name_to : left.last]}
    return "who" in behind and bool(right.roles) and not right.named and tokens[right.first].low not in DETERMINERS


def _names_follow(tokens: Sequence[Token], role: Mention, after: Mention | None, *, touching: bool = False) -> bool:
    """Whether the role belongs to the name behind it."""
    if after is None or not after.named or after.roles:
        return False
    between = [token.low for token in tokens[role.last : after.first]]
    return not between if touching else between in ([], [","], ["("])


def _speaks_for(tokens: Sequence[Token], words: Sequence[str], body: Mention) -> bool:
    """As in "Governors: Ada Fox", "the governors will be represented by …", "from the governors we have …"."""
    if list(words[-2:]) == ["represented", "by"] or list(words) in ([":"], ["-"], ["–"], ["are"], ["("]):
        return True
    front = tokens[body.first - 1].low if body.first else ""
    return (
        front in {"from", "representing", "for", "of"}
        and len(words) <= 3
        and words[-1] in {"is", "be", "have", ",", "are"}
    )


def _in_their_company(words: Sequence[str]) -> bool:
    """Whether "me" before "as governor" is only company, as in "will be with me as governor"; else the role is mine."""
    return "me" not in words or words[max(0, list(words).index("me") - 1)] in {"with", "join", "joining", "alongside"}


def _becomes(words: Sequence[str]) -> bool:
    """As in "has agreed to be", "is happy to act as": the role that somebody takes on."""
    return (
        2 < len(words) <= 7 and words[-1] in {"be", "as"} and words[-2] in {"to", "act", "acting"} and "," not in words
    )


_IN_OFFICE = frozenset({"capacity", "role", "guise"})
_DOING = word_set("do doing wearing wears in with as")
"""Before "his governor …": what somebody does or wears as one."""
_RELATIVES = frozenset({"who", "who's", "whos", "he", "she", "shes", "hes"})
_INTO = word_set("to as acting become now")
_DEPARTMENTS = (
    Role.PASTORAL, Role.ATTENDANCE, Role.BUSINESS_MANAGER, Role.SAFEGUARDING_LEAD, Role.SENCO, Role.PUPIL_PREMIUM_LEAD,
)  # fmt: skip
_TAKING_ON = word_set(
    "picked picks took taken takes leads covers covering leading heads oversees does doing runs holds"
)
_TAKEN_ON = _TAKING_ON | word_set("has have is 's up on over now also our the all for in charge of who looks after")


def _takes_on(words: Sequence[str]) -> bool:
    """As in "has picked up pupil premium", "leads on safeguarding": an office said by a verb."""
    return len(words) <= 5 and not _TAKING_ON.isdisjoint(words) and _TAKEN_ON.issuperset(words)


def _comes_from(words: Sequence[str], right: Mention) -> bool:
    """As in "Sue from finance", "Bea from school council"."""
    if words in (["from"], ["in"]) and right.roles and right.roles[0] in _DEPARTMENTS:
        return True
    return words in (["from"], ["on"]) and right.roles == (Role.PUPIL,) and not right.indefinite


_RUNS = word_set("chairs leads heads runs manages oversees coordinates sits")
"""Verbs that say somebody's office without an "is": "chairs the governing body", "runs attendance"."""


def _by_relation(tokens: Sequence[Token], words: Sequence[str], right: Mention) -> bool:
    """As in "who runs our nurture room", "from the governors", "will represent the governing body"."""
    inner = [word for word in words if word != ","]
    if not inner or len(words) > 12 or len(words) - len(inner) > 1:
        return False
    if inner[0] in _RELATIVES and (len(inner) == 1 or inner[1] in (_ON_BODIES if right.body else _WHO_VERBS)):
        return len(inner) > 1 or inner[0] not in {"he", "she"}
    his = tokens[right.first].low in {"his", "her", "their"}
    if his and right.roles == (Role.GOVERNOR,) and not right.body and inner[-1] in _DOING:
        return True
    if inner[0] in _RUNS and len(inner) <= 3 and (right.body or inner[0] != "sits"):
        return True
    if inner[-1] == "as":
        barred = (
            {"well", "such", "same"}
            if _IN_OFFICE.intersection(inner)
            else {"well", "such", "same", "him", "her", "them"}
        )
        return not barred.intersection(inner) and _in_their_company(inner)
    if _comes_from(inner, right):
        return True
    if inner == ["on"] and not right.body and Role.GOVERNOR not in right.roles:
        plain = tokens[right.first].low not in DETERMINERS
        return plain or (right.last < len(tokens) and tokens[right.last].low in {"front", "side"})
    if _takes_on(inner) and not right.body:
        return True
    if inner[0] in _RELATIVES and inner[-1] in _INTO and tokens[right.first].low not in DETERMINERS:
        return True
    return right.roles == (Role.GOVERNOR,) and inner[-1] in _ROLE_LINKS and (right.body or len(inner) == 1)
