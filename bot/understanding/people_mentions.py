"""Where the words mention a person, and which name goes with which role."""

from __future__ import annotations

from bot.understanding.people_tables import word_set

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.model import Role
from bot.understanding.given_names import GIVEN_NAMES
from bot.understanding.names import TITLES, Name, name_at
from bot.understanding.people_words import Sentence, Token
from bot.understanding.roles import MODIFIERS, ROLE_STARTS, RoleSpan, needs_company, role_at

SELF_WORDS = frozenset({"me", "myself", "i"})
_SELF_TYPOS = frozenset({"il", "im", "ill", "ive", "mysef"})
_TOPICS = word_set(
    """attendance finance pastoral inclusion nurture safeguarding thrive learning mentor behaviour student behavior
    support pp send lead head's counsellor counselling pupil-premium sen send manager director parent carer teacher
    tutor clerk chair's education adviser advisor sw ect supply social foster interpreter trustee child boy girl
    children child's welfare therapist nurse secretary emotional family wellbeing 1:1 one-to-one principle hot
    finance provost ta ap ep pa sip eht dso cpo kids lads pupil students student child young parents sixth deputies
    tas"""
)
"""Role words that name nobody by themselves unless a determiner or a name stands with them."""

_DETERMINERS = word_set(
    """our the my a an one another your their his her both two three some several couple few four"""
)
_FIELDS = word_set(
    """safeguarding sen send lac cla plac inclusion pp premium wellbeing attendance finance behaviour welfare"""
)
_THEMES = word_set(
    """attendance finance pastoral inclusion nurture safeguarding thrive behaviour support pp premium plus care
    literacy welfare admin 1:1 one-to-one liaison education intervention sen send council voice"""
)
"""A role phrase that ends so is a person only beside a name."""
_COUNTS = word_set("two three four some several couple few")
_THINGS = word_set(
    """team teams department dept staff room rooms meeting meetings policy training data figures service services group
    groups week day days work issues review report reports form forms budget spend funding strategy plan plans area
    hub base assembly interviews interview duty diary office panel concerns agenda conference network cluster visit
    visits voice trip trips council residential exams leavers assessments tests walk learning"""
)
"""What follows a role word where it speaks of a thing, "our pastoral team"."""
_ABOUT_THE_VISIT = word_set(
    """attending present joining coming for the visit this on day meeting representative rep name : attendee"""
)
_ASSERTING = frozenset({"is", "'s", "will", "would", "'ll", "be", "have", "by", "are"})
_INDEFINITE = word_set("a an one another some two three several couple few any four")
_COPULAS = frozenset(
    {"is", "'s", "will be", "would be", "'ll be", "being", "called", "named", "is called", "as", "i.e.", "ie", "i.e", "=",
     "is now", "am", "'m", "will now be", "is going to be", "was going to be", "namely", "acting as", "is also", "who is",
     "should be", "'d be", "for the visit is", "for the visit will be", "this time is", "this time will be", "are", "was",
     "for this is", "for this will be", "on the day will be", "attending is", "attending will be", "joining us is",
     "joining us will be", "'s name is", "'s name will be", "name is", "who will attend is", "coming will be", "coming is", "to attend is", "it will be"}
)  # fmt: skip
_WHO_VERBS = word_set(
    """is 's runs leads heads manages oversees coordinates does looks deals chairs sits has works acts leading running
    will be as was took takes who's responsible in"""
)
_ROLE_LINKS = word_set("from on of for representing represent represents at as")
_OPENERS = frozenset({"(", "-", "–", "—", ":", "|", "/", "\t", "=", "[", "<", "•", "·", "~"})
_COMPLEMENT = MODIFIERS | word_set("w / with responsibility for & in groups and of learners who looked-after c")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person in a sentence: tokens `first` to `last` (half open) hold the name and what was linked with it.

    `name_from` and `name_to` bound the name itself (equal where there is none). `body` says that the words are a
    governing body rather than a person; `asserted` that a verb makes the person the governor ("our governor is …").
    """

    first: int
    last: int
    name_from: int = 0
    name_to: int = 0
    roles: tuple[Role, ...] = ()
    is_self: bool = False
    sure: bool = True
    gender: str = ""
    indefinite: bool = False
    body: bool = False
    pieces: tuple[tuple[int, int], ...] = ()
    asserted: bool = False

    @property
    def named(self) -> bool:
        """Whether the words give a name."""
        return self.name_to > self.name_from


def mentions_in(
    tokens: Sequence[Token], sentence: Sentence, known: frozenset[str], *, split_names: bool = False
) -> list[Mention]:
    """Everybody that a sentence mentions, in order, each name joined with its roles.

    `split_names` joins names in neighbouring cells, where a table keeps given and family names apart.
    """
    roles = _of_roles(tokens, _role_spans(tokens, sentence), sentence)
    taken = frozenset(i for mention in roles for i in range(mention.first, mention.last))
    mentions = _names_and_self(tokens, sentence, known, taken)
    if roles:
        mentions = sorted([*mentions, *roles], key=lambda mention: (mention.first, mention.last))
    return _linked(tokens, _without_cells(tokens, mentions) if split_names else mentions)


def _without_cells(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if last is not None and last.named and mention.named and mention.first - last.last <= 1:
            joined = replace(last, last=mention.last, name_to=mention.name_to, sure=True)
            found[-1] = replace(joined, pieces=((joined.name_from, joined.name_to),))
        else:
            found.append(mention)
    return found


def _role_spans(tokens: Sequence[Token], sentence: Sentence) -> list[RoleSpan]:
    spans: list[RoleSpan] = []
    at, end = sentence
    while at < end:
        low = tokens[at].low
        span = role_at(tokens, at, end) if low in ROLE_STARTS else None
        if span is None and low in {"year", "yr", "y"}:
            span = _year_group(tokens, at, end)
        if span is None or _is_other_word(tokens, span):
            at += 1
            continue
        spans.append(replace(span, last=_with_number(tokens, span.last, end)))
        at = spans[-1].last
    return _compounds(tokens, spans)


_SHORT = word_set("ta ht pa ap ep vp dh hot sw sip ppl flo gov psa cog ect eht dso cpo hoh pp")


def _is_other_word(tokens: Sequence[Token], span: RoleSpan) -> bool:
    """Whether a short form stands where it is a word of its own: "ta" is thanks unless written TA or "our ta"."""
    token = tokens[span.first]
    if span.head not in _SHORT or span.last - span.first > 1 or (token.text.isupper() and len(token.text) > 1):
        return False
    if span.head in {"gov", "cog"}:
        return False
    before = tokens[span.first - 1].low if span.first else ""
    behind = tokens[span.last].low if span.last < len(tokens) else ""
    return not (before in {"our", "the", "my", "a", "(", "/", "lac", "1:1", "&"} or behind in {")", "/", "&"})


def _with_number(tokens: Sequence[Token], at: int, end: int) -> int:
    """Take in the number of "Head of Year 8"."""
    before = tokens[at - 1].low
    if before in {"year", "yr", "y", "ks", "stage", "hoy", "house"} and at < end and tokens[at].text[0].isdigit():
        return at + 1
    return at


def _year_group(tokens: Sequence[Token], at: int, end: int) -> RoleSpan | None:
    """Pupils called by their year, "one of our Year 10s"; a teacher of it is found as a teacher."""
    if at + 2 < end and tokens[at + 1].text.isdigit():
        plural = tokens[at + 2]
        if plural.low in {"s", "'s"} and plural.space == 0:
            return RoleSpan(at, at + 3, Role.PUPIL, "year")
    return None


def _compounds(tokens: Sequence[Token], spans: Sequence[RoleSpan]) -> list[RoleSpan]:
    """Noun compounds take the last word's role: a "pupil premium governor" is a governor."""
    found: list[RoleSpan] = []
    for span in spans:
        while found and found[-1].last == span.first and (span.role is Role.GOVERNOR or found[-1].role is span.role):
            span = replace(span, first=found.pop().first)
        found.append(span)
    return found


def _of_roles(tokens: Sequence[Token], spans: Sequence[RoleSpan], sentence: Sentence) -> list[Mention]:
    """The roles as mentions; "the head's diary" mentions no head, "governor for inclusion" one role, not two."""
    found: list[Mention] = []
    for span in spans:
        mention = _of_role(tokens, span, sentence)
        if found and mention.first < found[-1].last:
            if span.first < found[-1].last:
                continue
            mention = replace(mention, first=found[-1].last, pieces=((found[-1].last, mention.last),))
        if not _possessive(tokens, mention.last, sentence[1]):
            found.append(mention)
    return found


def _possessive(tokens: Sequence[Token], at: int, end: int) -> bool:
    if at >= end or tokens[at].low != "'s":
        return False
    return not _is_verb_s(tokens, at, end) and tokens[min(at + 1, end - 1)].low != "name"


def _of_role(tokens: Sequence[Token], span: RoleSpan, sentence: Sentence) -> Mention:
    first = span.first
    while first > sentence[0] and _modifies(tokens, first - 1):
        first -= 1
    last = _complement(tokens, span.last, sentence[1])
    determiners = [token.low for token in tokens[first : span.first] if token.low in _DETERMINERS]
    digit = first > sentence[0] and tokens[first - 1].text.isdigit() and tokens[first - 1].start < tokens[first].start
    counted = span.body and (bool(_COUNTS.intersection(determiners)) or digit)
    first -= counted and digit
    weak = span.body or (not determiners and (needs_company(span, tokens) or span.head in _TOPICS))
    weak = (
        (weak and not counted)
        or (tokens[span.last - 1].low in _THEMES and span.role is not Role.PUPIL)
        or (last < sentence[1] and tokens[last].low in _THINGS and not span.body)
    )
    return Mention(
        first,
        last,
        roles=(span.role,),
        sure=not weak and not _half_term(tokens, span),
        indefinite=any(word in _INDEFINITE for word in determiners),
        body=span.body and not counted,
        pieces=((first, last),),
    )


def _is_verb_s(tokens: Sequence[Token], at: int, end: int) -> bool:
    after = tokens[at + 1].low if at + 1 < end else ""
    return after.endswith("ing") or after in {
        "not",
        "in",
        "on",
        "free",
        "happy",
        "able",
        "unable",
        "unavailable",
        "away",
    }


def _half_term(tokens: Sequence[Token], span: RoleSpan) -> bool:
    """HT is half-term behind "after" or "before"."""
    if span.head != "ht":
        return False
    near = {token.low for token in tokens[max(0, span.first - 2) : span.first]}
    return bool(
        near & {"after", "before", "until", "till", "since", "over", "during", "post", "pre", "by", "this", "feb"}
    )


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.low in MODIFIERS or token.low in {"year", "yr", "y", "ks", "of", "key"}:
        if token.low == "and":
            return at > 0 and tokens[at - 1].low in _FIELDS and tokens[at + 1].low in _FIELDS
        if token.low in {"in", "a", "after", "for", "children", "of", "previously"}:
            return token.low == "a" or (
                at > 0 and token.low == "of" and tokens[at - 1].low in _DETERMINERS | {"member"}
            )
        return True
    return token.text.isdigit() and at > 0 and tokens[at - 1].low in {"year", "yr", "y", "ks", "stage"}


def _complement(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of a role with what it is for: "governor for looked after children", "lead governor with responsibility…"."""
    if at >= end or tokens[at].low not in {"for", "with", "w"}:
        return at
    if tokens[at].low != "for" and not any(token.low == "responsibility" for token in tokens[at : at + 4]):
        return at
    last = at + 1
    while last < end and tokens[last].low in _COMPLEMENT:
        last += 1
    while last > at and tokens[last - 1].low in {"and", "&", "the", "our", "my", "a", "his", "her", "one"}:
        last -= 1
    return last if last > at + 1 else at


def _names_and_self(
    tokens: Sequence[Token], sentence: Sentence, known: frozenset[str], taken: frozenset[int]
) -> list[Mention]:
    found: list[Mention] = []
    at, end = sentence
    while at < end:
        token = tokens[at]
        if at in taken or not token.is_word or (token.low == "me" and not _takes_me(tokens, at, sentence[0])):
            at += 1
        elif token.low in SELF_WORDS or (token.low in _SELF_TYPOS and _is_typo(tokens, at, end)):
            found.append(Mention(at, at + 1, is_self=True, sure=token.low in SELF_WORDS, pieces=((at, at + 1),)))
            at += 1
        elif not (token.capital or token.low in GIVEN_NAMES or token.low in known or token.low in TITLES):
            at += 1
        elif (name := name_at(tokens, at, end, known, taken)) is not None:
            found.append(_of_name(tokens, name, sentence))
            at = name.last
        else:
            at += 1
    return found


def _is_typo(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "ill be there", "im bringing": I'll and I'm without the apostrophe."""
    return not tokens[at].capital or (
        at + 1 < end and tokens[at + 1].low in {"be", "bring", "join", "bringing", "meet"}
    )


_BEFORE_ME = word_set(
    """and & + plus with by be is 's just only , : - – — ( include includes including see seeing meet meeting alongside
    / add not than like as either or both n of w then ; . involve involving bring also it's its that's ) me ! ? …"""
) | {"\n"}


def _takes_me(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether "me" is somebody in the room rather than whom somebody told, asked or manages."""
    return at == first or tokens[at - 1].low in _BEFORE_ME or tokens[at - 1].text[0].isdigit()


def _school_year(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of a school year behind a given name, "Tommy from Year 5", "Mia (Y6)"; 0 where none or a teacher's."""
    while at < end and tokens[at].low in {",", "(", "from", "in", "who", "is", "'s"}:
        at += 1
    if at + 1 >= end or tokens[at].low not in {"year", "yr", "y"} or not tokens[at + 1].text.isdigit():
        return 0
    behind = at + 2
    if behind < end and (tokens[behind].low in _YEAR_STAFF or tokens[behind].low in ROLE_STARTS):
        return 0
    return behind + (behind < end and tokens[behind].text == ")")


_YEAR_STAFF = word_set("teacher class teaching lead leader team tutor head ta hlta and & / parent parents")


def _of_name(tokens: Sequence[Token], name: Name, sentence: Sentence) -> Mention:
    pieces = ((name.words_from, name.last),)
    if len(name) == 1 and name.first == name.words_from and (last := _school_year(tokens, name.last, sentence[1])):
        return Mention(name.first, last, name.words_from, name.last, (Role.PUPIL,), pieces=(*pieces, (name.last, last)))
    sure = name.sure and not _possessive(tokens, name.last, sentence[1])
    return Mention(name.first, name.last, name.words_from, name.last, sure=sure, gender=name.gender, pieces=pieces)


def _linked(tokens: Sequence[Token], mentions: list[Mention]) -> list[Mention]:
    """Join names with the roles beside them: what touches first, then what a comma or a verb connects."""
    if len(mentions) < 2:
        return mentions
    found = mentions
    for strong in (True, False):
        merged: list[Mention] = []
        for position, mention in enumerate(found):
            after = found[position + 1] if position + 1 < len(found) else None
            joined = _join(tokens, merged[-1], mention, after, strong=strong) if merged else None
            if joined is None:
                merged.append(mention)
            else:
                merged[-1] = joined
        found = merged
    closed = [_closed(tokens, mention, found, position) for position, mention in enumerate(found)]
    return [m for position, m in enumerate(closed) if not position or m.first >= closed[position - 1].last]


def _closed(tokens: Sequence[Token], mention: Mention, all_: Sequence[Mention], position: int) -> Mention:
    """Take in the bracket that was opened between a name and a role, with what else it holds."""
    if len(mention.pieces) < 2:
        return mention
    opened = sum(token.text == "(" for token in tokens[mention.first : mention.last])
    closed = sum(token.text == ")" for token in tokens[mention.first : mention.last])
    if opened <= closed:
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
    return replace(mention, last=bracket + 1, roles=(*mention.roles, *roles))


def _join(
    tokens: Sequence[Token], left: Mention, right: Mention, after: Mention | None, *, strong: bool
) -> Mention | None:
    gap = _without_address(tokens[left.last : right.first])
    if left.named and right.is_self and not left.roles and [token.low for token in gap] == ["("]:
        return replace(left, last=right.last, is_self=True, pieces=(*left.pieces, *right.pieces))
    if not _joinable(left, right):
        return None
    if _touches(gap, left, right) if strong else _connects(tokens, gap, left, right, after):
        named = left if left.named or left.is_self else right
        return Mention(
            left.first,
            right.last,
            named.name_from,
            named.name_to,
            (*left.roles, *right.roles),
            is_self=left.is_self or right.is_self,
            gender=named.gender,
            indefinite=left.indefinite and right.indefinite,
            sure=named.sure or bool(left.roles or right.roles),
            body=left.body and right.body,
            pieces=(*left.pieces, *right.pieces),
            asserted=not strong
            and Role.GOVERNOR in (*left.roles, *right.roles)
            and any(t.low in _ASSERTING for t in gap),
        )
    return None


def _without_address(gap: Sequence[Token]) -> Sequence[Token]:
    """The tokens between two mentions without an email address and its brackets."""
    if not any("@" in token.text for token in gap):
        return gap
    return [token for token in gap if "@" not in token.text and token.text not in "()<>[]"]


def _joinable(left: Mention, right: Mention) -> bool:
    people = (left.named or left.is_self) + (right.named or right.is_self)
    if people == 0:
        return not left.body and not right.body
    return people == 1


def _touches(gap: Sequence[Token], left: Mention, right: Mention) -> bool:
    """Nothing, or an opening bracket, between a name and a role; a slash or "&" between two roles of one person."""
    words = [token.low for token in gap]
    if not left.named and not right.named and not left.is_self:
        return words == ["/"] and not right.indefinite
    if left.is_self:
        return words in (["("], ["as"], ["as", "the"], ["-"], ["–"])
    if right.is_self:
        return words in ([":"], ["-"], ["–"], ["("], ["="], ["|"])
    if right.is_self or left.is_self:
        return words == ["("]
    if not words:
        return not (right.body and left.named)
    return words in (["("], ["["]) and (left.named or right.sure)


def _connects(
    tokens: Sequence[Token], gap: Sequence[Token], left: Mention, right: Mention, after: Mention | None
) -> bool:
    words = [token.low for token in gap]
    phrase = " ".join(words)
    if right.is_self:
        return False
    if left.is_self:
        return phrase in {"am", "'m", "as", ",", "am now", "will be attending as"} and (
            phrase != "," or left.roles != ()
        )
    if not left.named and not right.named:
        return phrase in {"and", "&", "+"} and not right.indefinite and _names_follow(tokens, right, after)
    if left.named and left.roles and right.roles and not right.body:
        if words[:1] in (["who"], ["who's"]) or words[:2] in ([",", "who"], [",", "who's"]):
            return _by_relation(words, right)
        if phrase == ",":
            return _of_one_person(tokens, left, right)
        return (
            phrase in {"/", "&", "and", "+", "/ "} and not right.indefinite and not _names_follow(tokens, right, after)
        )
    if left.roles and left.named:
        return False
    if left.body and right.named:
        return _speaks_for(tokens, words, left)
    if left.roles and right.named and words[:1] in (["who"], ["that"]):
        return words[-1] in {"is", "be", "called", "'s", "named"}
    if left.roles and right.named and words[-1:] == [":"] and len(words) <= 5 and _ABOUT_THE_VISIT.issuperset(words):
        return True
    if phrase in {",", ", ,"} or phrase in _COPULAS or (len(words) == 1 and words[0] in _OPENERS):
        return not (left.roles and left.body) and not (
            left.named and _names_follow(tokens, right, after, touching=True)
        )
    return left.named and (_by_relation(words, right) or _becomes(words))


def _of_one_person(tokens: Sequence[Token], left: Mention, right: Mention) -> bool:
    """ "Kim Ward, who is deputy head, DSL and SENCO": roles in a row behind "who is"."""
    behind = {token.low for token in tokens[left.name_to : left.last]}
    return "who" in behind and bool(right.roles) and not right.named and tokens[right.first].low not in _DETERMINERS


def _names_follow(tokens: Sequence[Token], role: Mention, after: Mention | None, *, touching: bool = False) -> bool:
    """Whether the role belongs to the name behind it."""
    if after is None or not after.named or after.roles:
        return False
    between = [token.low for token in tokens[role.last : after.first]]
    return not between if touching else between in ([], [","], ["("])


def _speaks_for(tokens: Sequence[Token], words: Sequence[str], body: Mention) -> bool:
    """ "Governors: Ada Fox", "the governors will be represented by …", "from the governors we have …"."""
    if list(words[-2:]) == ["represented", "by"] or list(words) in ([":"], ["-"], ["–"], ["are"], ["("]):
        return True
    front = tokens[body.first - 1].low if body.first else ""
    return (
        front in {"from", "representing", "for", "of"}
        and len(words) <= 3
        and words[-1] in {"is", "be", "have", ",", "are"}
    )


def _becomes(words: Sequence[str]) -> bool:
    """ "has agreed to be", "is happy to act as": the role that somebody takes on."""
    return (
        2 < len(words) <= 7 and words[-1] in {"be", "as"} and words[-2] in {"to", "act", "acting"} and "," not in words
    )


def _by_relation(words: Sequence[str], right: Mention) -> bool:
    """ "who runs our nurture room", "from the governors", "will represent the governing body"."""
    inner = [word for word in words if word != ","]
    if not inner or len(words) > 8 or len(words) - len(inner) > 1:
        return False
    if inner[0] in {"who", "who's", "whos"}:
        return (
            (not right.body
            and (len(inner) == 1 or inner[1] in _WHO_VERBS))
            or inner[1:2] in (["chairs"], ["sits"], ["is"])
        )
    if inner[-1] == "as":
        return not {"well", "such", "same"}.intersection(inner)
    if inner == ["from"] and right.roles[0] in {Role.PASTORAL, Role.ATTENDANCE}:
        return True
    return right.roles == (Role.GOVERNOR,) and inner[-1] in _ROLE_LINKS and (right.body or len(inner) == 1)
