"""Where the words mention a person: by name, by role, or as the writer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.model import Role
from bot.understanding.given_names import GIVEN_NAMES
from bot.understanding.names import NEVER_FIRST, TITLES, Name, is_ordinary, name_at
from bot.understanding.people_links import linked
from bot.understanding.people_mention import Mention
from bot.understanding.people_role_words import may_name_roles, possessive, roles_in
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import COMMON_WORDS, Sentence, Token, words_in
from bot.understanding.roles import ROLE_STARTS, role_at

SELF_WORDS = frozenset({"me", "myself", "i"})
_SELF_TYPOS = frozenset({"il", "im", "ill", "ive", "mysef"})


def mentions_in(
    tokens: Sequence[Token],
    sentence: Sentence,
    known: frozenset[str],
    words: set[str] | None = None,
    *,
    split_names: bool = False,
) -> list[Mention]:
    """Everybody that a sentence mentions, in order, each name joined with its roles.

    `words` are all that stand in it, where they are known already; `split_names` joins names in neighbouring cells,
    where a table keeps given and family names apart.
    """
    words = words_in(tokens, sentence) if words is None else words
    roles = roles_in(tokens, sentence) if may_name_roles(words) else []
    taken = frozenset([i for mention in roles for i in range(mention.first, mention.last)]) if roles else _NONE
    mentions = _names_and_self(tokens, sentence, known, taken, words)
    if len(mentions) + len(roles) < 2:
        return mentions or roles
    if roles:
        mentions = sorted([*mentions, *roles], key=lambda mention: (mention.first, mention.last))
        mentions = _without_theirs(tokens, mentions)
    return linked(tokens, _without_cells(mentions) if split_names else mentions)


_NONE: frozenset[int] = frozenset()


def _without_theirs(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those whom others teach or know: "who teaches our children", "Liam's class teacher"."""
    found: list[Mention] = []
    person: Mention | None = None
    for mention in mentions:
        before = found[-1] if found else None
        if person is not None and mention.roles == (Role.PUPIL,) and _known_to(tokens, person, mention):
            continue
        person = mention if mention.named or person is None or not person.named else person
        if len(found) > 1 and before is not None and before.named and _owns(tokens, before, mention):
            found[-1] = mention._replace(first=before.first, pieces=((before.first, mention.last),))
        else:
            found.append(mention)
    return found


def _owns(tokens: Sequence[Token], child: Mention, role: Mention) -> bool:
    """As in "Gary, Liam's class teacher": the one who is taught only says which teacher it is."""
    gap = tokens[child.last : role.first]
    cared = tokens[role.first].low in {"foster", "adoptive", "social", "key", "adopted"}
    taught = not role.named and (role.roles[:1] in _TEACHERS or cared) and not child.roles
    return taught and len(gap) == 1 and gap[0].low == "'s"


_TEACHERS = ((Role.CLASS_TEACHER,), (Role.TEACHING_ASSISTANT,), (Role.PASTORAL,))


def _known_to(tokens: Sequence[Token], before: Mention, mention: Mention) -> bool:
    """As in "our SENCO, who knows all the children": those whom somebody teaches or knows do not come themselves."""
    gap = {token.low for token in tokens[before.last : mention.first]}
    if before.named and tokens[before.last].low in {"has", "teaches", "knows", "supports", "mentors"}:
        return True
    return not gap.isdisjoint(_RELATIVES) and not gap.isdisjoint(_DEALS_WITH)


_RELATIVES = frozenset({"who", "she", "he", "they"})
_DEALS_WITH = word_set(
    """knows teaches supports helps mentors counsels sees runs leads oversees looks works with for champions represents
    know teach support help mentor see run lead oversee look work champion represent has"""
)


def _without_cells(mentions: Sequence[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if last is not None and last.named and mention.named and mention.first - last.last <= 1:
            joined = last._replace(last=mention.last, name_to=mention.name_to, sure=True)
            found[-1] = joined._replace(pieces=((joined.name_from, joined.name_to),))
        else:
            found.append(mention)
    return found


def _names_and_self(
    tokens: Sequence[Token], sentence: Sentence, known: frozenset[str], taken: frozenset[int], words: set[str]
) -> list[Mention]:
    found: list[Mention] = []
    first, end = sentence
    small = (words & _TELLING) | (words & known)
    telling = [
        at
        for at, (_, low, _, _, _, is_word, capital) in enumerate(tokens[first:end], first)
        if is_word and (low in small or (capital and low not in NEVER_FIRST)) and at not in taken
    ]
    reached = first
    for at in telling:
        token = tokens[at]
        if at < reached or _is_another_me(tokens, at, first):
            continue
        if token.low in _OBJECTS and _in_company(tokens, at, sentence):
            pieces = ((at, at + 1),)
            found.append(
                Mention(at, at + 1, gender=_OBJECTS[token.low], pronoun=_OBJECTS[token.low] or "?", pieces=pieces)
            )
        elif token.low in SELF_WORDS or (token.low in _SELF_TYPOS and _is_typo(tokens, at, end)):
            own = _humbly(tokens, at, first)
            found.append(Mention(own, at + 1, is_self=True, sure=token.low in SELF_WORDS, pieces=((own, at + 1),)))
        elif token.low in _ALWAYS_SELF or (token.low in _SELF_PHRASES and _is_self_phrase(tokens, at, sentence)):
            own = _humbly(tokens, at, first)
            found.append(Mention(own, at + 1, is_self=True, pieces=((own, at + 1),)))
        elif not (token.capital or token.low in GIVEN_NAMES or token.low in known or token.low in TITLES):
            continue
        elif (name := name_at(tokens, at, end, known, taken)) is not None:
            found.append(_of_name(tokens, name, sentence))
            reached = found[-1].last
    return found


def _humbly(tokens: Sequence[Token], at: int, first: int) -> int:
    """Where the words for the writer begin: "little old me", "my humble self", "yours truly", "the undersigned"."""
    begins = at
    while begins > first and tokens[begins - 1].low in _HUMBLE and tokens[at].low not in {"i", "myself"}:
        begins -= 1
    return begins


_HUMBLE = word_set("little old lil ole poor humble good own my yours the dear")
_ALWAYS_SELF = word_set("undersigned muggins moi meself mysen masel")
_SELF_PHRASES = word_set("truly self writer will would 'll 'd shall can am bringing")
_LEADING = word_set("also and plus so then oh yes ps thanks great lovely perfect")
_SELF_VERBS = word_set("be bring attend join host meet bringing")


def _is_self_phrase(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """As in "the undersigned", "yours truly will be there", and "Would bring the head", where "I" is left out."""
    low, before, behind = tokens[at].low, tokens[at - 1].low if at > sentence[0] else "", at + 1
    if low == "truly":
        return before == "yours" and (at - 1 > sentence[0] or (behind < sentence[1] and tokens[behind].low in _GOES_ON))
    if low == "self":
        return before in _BEFORE_SELF or tokens[at - 1].text == "\n"
    if low == "writer":
        return before in {"the", "this"}
    leads = all(token.low in _LEADING or not token.is_word for token in tokens[sentence[0] : at])
    if not leads or behind >= sentence[1] or tokens[sentence[1] - 1].text == "?":
        return False
    if low == "bringing":
        return tokens[behind].is_word
    return tokens[behind].low in _SELF_VERBS and (
        tokens[behind].low != "be" or tokens[min(behind + 1, sentence[1] - 1)].low in {"there", "joined", "bringing"}
    )


_GOES_ON = word_set("will 'll is 's and & + plus , shall")
_BEFORE_SELF = word_set("( : , and & + plus - – — ; with / = one's humble good")


_OBJECTS = {"him": "m", "her": "f", "them": "", "himself": "m", "herself": "f"}
_TELLING = SELF_WORDS | _SELF_TYPOS | _ALWAYS_SELF | _SELF_PHRASES | GIVEN_NAMES | TITLES | frozenset(_OBJECTS)
"""Of words without a capital, those that can begin a mention; all others are passed over."""
_JOINING = word_set("and & + plus , n")
_CLOSING = word_set(". , ( ) and & ; will at for from on in as plus + ! ?")


def _in_company(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Whether "him" or "her" is named beside "me", as in "me and him": somebody in the room."""
    follows = tokens[at + 1].low if at + 1 < sentence[1] else "."
    if tokens[at].low.endswith("self"):
        return follows == "("
    if follows not in _CLOSING:
        return False
    behind = at + 1
    if follows == "(":
        reach = range(at + 1, min(sentence[1], at + 12))
        behind = next((i + 1 for i in reach if tokens[i].low == ")"), behind)
    left = {token.low for token in tokens[max(sentence[0], at - 3) : at]}
    right = {token.low for token in tokens[behind : min(sentence[1], behind + 3)]}
    return bool(left & {"me", "myself", "i"} and left & _JOINING) or bool(
        right & {"me", "myself", "i"} and right & _JOINING
    )


def _is_typo(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "ill be there", "im bringing": I'll and I'm without the apostrophe."""
    return not tokens[at].capital or (
        at + 1 < end and tokens[at + 1].low in {"be", "bring", "join", "bringing", "meet"}
    )


_BEFORE_ME = word_set(
    """| have having getting and & + plus with by be is 's just only , : - – — ( include includes including see
    seeing meet meeting join joins joining accompany accompanying accompanies support supporting alongside / add not
    than like as either or both n of w then ; . involve involving bring
    also it's its that's ) =
    old little lil ole poor lonesome an i.e i.e. ie actually obviously naturally obvs namely so humble usual
    stuck saddled lumbered
        me ! ? … am pm a.m. p.m. a.m p.m please pls plz thanks yes too morning afternoon"""
) | {"\n", "\t"}


def _is_another_me(tokens: Sequence[Token], at: int, first: int) -> bool:
    return tokens[at].low == "me" and not _takes_me(tokens, at, first)


def _takes_me(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether "me" is somebody in the room rather than whom somebody told, asked or manages."""
    if tokens[at - 1].low == "with":
        return _NOT_MY_COMPANY.isdisjoint(token.low for token in tokens[max(first, at - 4) : at - 1])
    leads = not any(token.is_word for token in tokens[first:at])
    if tokens[at - 1].low == "as" and at - 2 >= first and tokens[at - 2].low == "well":
        return True
    if at + 1 < len(tokens) and tokens[at + 1].low in {"only", "alone"}:
        return True
    if tokens[at - 1].low == "for" and at + 1 < len(tokens) and tokens[at + 1].low in {"and", "&"}:
        return True
    if tokens[at - 1].low == "from" and at - 2 > first and tokens[at - 2].low in {",", "and", "&"}:
        return True
    before = tokens[at - 1]
    return (
        leads or before.low in _BEFORE_ME or before.text[0].isdigit() or (not before.is_word and before.text >= _SIGNS)
    )


_SIGNS = "\u2190"
"""Where the signs begin that are no letters, such as arrows and little pictures."""


_NOT_MY_COMPANY = word_set(
    "leave bear left fine ok okay agree stick check liaise confirm arrange speak contact works suits problem stay"
)


def _is_adjective(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether an unknown capitalised word only begins a thing's name, "Outstanding personal development"."""
    if at >= end or tokens[at].space != 1:
        return False
    token = tokens[at]
    return token.is_word and not token.capital and token.low not in COMMON_WORDS and role_at(tokens, at, end) is None


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


def _teaches(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "Neha Joshi, who teaches Year 2", "Tom (he has Reception)"."""
    his_class = [token.low for token in tokens[at : min(end, at + 12)]]
    if his_class[:1] == ["has"] and any(pair in _OWN_CLASS for pair in pairwise(his_class)):
        return True
    at += at < end and tokens[at].text in {",", "("}
    if at + 2 >= end or tokens[at].low not in {"who", "she", "he", "who's", "she's", "he's"}:
        return False
    at += 1 + (tokens[at + 1].low == "'s")
    taught = at + 1 + (tokens[min(at + 1, end - 1)].low in {"the", "our"})
    return tokens[at].low in _TEACHING and tokens[min(taught, end - 1)].low in _CLASSES


_OWN_CLASS = {("his", "class"), ("her", "class"), ("his", "form"), ("her", "form"), ("his", "group"), ("her", "group")}
_TEACHING = word_set("teaches takes has teaching")
_CLASSES = word_set("year yr y reception nursery eyfs class form infants juniors him her them")
_OF_STAFF = word_set("teachers tutors staff colleagues tas practitioners")
_YEAR_STAFF = word_set("teacher class teaching lead leader team tutor head ta hlta and & / parent parents ditto")


def _second_name(tokens: Sequence[Token], name: Name, end: int) -> Mention | None:
    """As in "Raj (Chopra)", "Mrs Moss (Ceri)", "Harvey (Nunn, HT)", "Robert Hill (Bob)": two halves of one name."""
    inner = name.last + 1
    if (
        inner + 1 >= end
        or tokens[name.last].text != "("
        or not tokens[inner].capital
        or name.last - name.words_from > 3
    ):
        return None
    token, behind = tokens[inner], tokens[inner + 1].text
    if is_ordinary(token.low) or token.low in ROLE_STARTS or token.text.isupper() or behind not in {")", ","}:
        return None
    if behind == "," and role_at(tokens, min(inner + 2, end - 1), end) is None:
        return None
    last = inner + 1 + (behind == ")")
    name_to = inner + 1 if name.last - name.words_from == 1 else name.last
    pieces = ((name.words_from, name_to),)
    return Mention(name.first, last, name.words_from, name_to, gender=name.gender, pieces=pieces)


def _of_name(tokens: Sequence[Token], name: Name, sentence: Sentence) -> Mention:
    pieces = ((name.words_from, name.last),)
    lone = name.first == name.words_from == name.last - 1
    if (bracket := _second_name(tokens, name, sentence[1])) is not None:
        return bracket
    taught = any(token.low in _OF_STAFF for token in tokens[sentence[0] : name.first])
    if lone and not taught and (last := _school_year(tokens, name.last, sentence[1])):
        return Mention(name.first, last, name.words_from, name.last, (Role.PUPIL,), pieces=(*pieces, (name.last, last)))
    if _teaches(tokens, name.last, sentence[1]):
        roles = (Role.CLASS_TEACHER,)
        return Mention(name.first, name.last, name.words_from, name.last, roles, gender=name.gender, pieces=pieces)
    if not name.sure and _is_adjective(tokens, name.last, sentence[1]):
        return Mention(name.first, name.last, sure=False, body=True, pieces=pieces)
    sure = name.sure and not possessive(tokens, name.last, sentence[1])
    return Mention(name.first, name.last, name.words_from, name.last, sure=sure, gender=name.gender, pieces=pieces)
