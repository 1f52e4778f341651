"""The role words of a sentence as mentions of people, with and without a determiner."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Role
from bot.understanding.given_names import GIVEN_NAMES
from bot.understanding.names import TITLES, is_ordinary
from bot.understanding.people_mention import Mention
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import COMMON_WORDS, Sentence, Token
from bot.understanding.roles import MODIFIERS, ONE_WORD_ROLES, ROLE_STARTS, RoleSpan, needs_company, role_at

_TOPICS = word_set(
    """attendance finance pastoral inclusion nurture safeguarding thrive learning mentor behaviour student behavior
    support pp send lead head's counsellor counselling pupil-premium sen send manager director parent carer teacher
    tutor clerk chair's education adviser advisor sw ect supply social foster interpreter trustee child boy girl
    children child's welfare therapist nurse secretary emotional family wellbeing 1:1 one-to-one principle hot
    finance provost ta ap ep pa sip eht dso cpo kids lads pupil students student child young parents sixth deputies
    tas"""
)
"""Role words that name nobody by themselves unless a determiner or a name stands with them."""
DETERMINERS = word_set("""our the my a an one another your their his her both two three some several couple few four""")
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
_INDEFINITE = word_set("a an one another some two three several couple few any four")
_YEARS = word_set("year yr y")
_FIRSTS = ROLE_STARTS | _YEARS
_COMPLEMENT = MODIFIERS | word_set(
    "w / with responsibility for & in groups and of learners who looked-after c behaviour pastoral attendance "
    "inclusion standards teaching learning curriculum culture ethos personal development wellbeing safeguarding"
)


def _role_spans(tokens: Sequence[Token], sentence: Sentence) -> list[RoleSpan]:
    spans: list[RoleSpan] = []
    first, end = sentence
    reached = first
    places = [at for at in range(first, end) if tokens[at].low in _FIRSTS or "-" in tokens[at].low]
    for at in places:
        if at < reached:
            continue
        low = tokens[at].low
        span = role_at(tokens, at, end) if low in ROLE_STARTS else _turned(tokens, at) if "-" in low else None
        if span is None and low in _YEARS:
            span = _year_group(tokens, at, end)
        if span is not None and not _is_other_word(tokens, span) and not _is_phrase(tokens, span, first):
            reached = _with_noun(tokens, _with_number(tokens, span.last, end), end)
            spans.append(span if reached == span.last else span._replace(last=reached))
    return _compounds(spans)


_SHORT = word_set("ta ht pa ap ep vp dh hot sw sip ppl flo gov psa cog ect eht dso cpo hoh pp")


def _is_phrase(tokens: Sequence[Token], span: RoleSpan, first: int) -> bool:
    """Whether the words are no role here: "in attendance", "PA to the Principal", "put her head round the door"."""
    if span.role is Role.HEADTEACHER and _is_on_shoulders(tokens, span, first):
        return True
    before = [token.low for token in tokens[max(first, span.first - 3) : span.first]]
    if span.head == "attendance" and span.last - span.first == 1:
        return before[-1:] == ["in"]
    near = before[:-1] if before[-1:] == ["the"] else before
    return near[-2:-1] in (["pa"], ["secretary"], ["assistant"]) and near[-1:] == ["to"]


def _is_on_shoulders(tokens: Sequence[Token], span: RoleSpan, first: int) -> bool:
    """As in "stick your head in", "got my head around it", and "head of the Virtual School", who is ours."""
    if span.last - span.first != 1 or span.head != "head":
        return False
    before = [token.low for token in tokens[max(first, span.first - 4) : span.first]]
    behind = [token.low for token in tokens[span.last : span.last + 4]]
    if behind[:1] == ["of"] and not _OURS.isdisjoint(behind):
        return True
    owned = before[-1:] and before[-1] in {"your", "my", "her", "his", "their"}
    return bool(owned) and (not _STUCK.isdisjoint(before[:-1]) or behind[:1] in (["round"], ["around"], ["above"]))


_OURS = word_set("virtual service services vs")
_STUCK = word_set("stick put pop poke get got wrap bang bury keep lose scratch shake stuck popped poked turn over off")


def _turned(tokens: Sequence[Token], at: int) -> RoleSpan | None:
    """A role behind a hyphen, "matron-turned-ELSA"; what somebody was before is none ("ex-head")."""
    front, _, last = tokens[at].low.rpartition("-")
    role = ONE_WORD_ROLES.get(last)
    if role is None or front in {"ex", "non", "pre", "post", "mid", "former"}:
        return None
    return RoleSpan(at, at + 1, role, last)


def _is_other_word(tokens: Sequence[Token], span: RoleSpan) -> bool:
    """Whether a short form stands where it is a word of its own: "ta" is thanks unless written TA or "our ta"."""
    token = tokens[span.first]
    if span.head in {"sen", "send"} and span.last - span.first == 1:
        return not token.text.isupper()
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


_PERSON_NOUNS = word_set(
    """guy lady person man woman bod chap girl champion queen king guru expert specialist link contact member supremo
    colleague gentleman wizard whizz superstar"""
)


def _with_noun(tokens: Sequence[Token], at: int, end: int) -> int:
    """Take in what makes a person of a field: "attendance guy", "safeguarding lady"."""
    return at + (at < end and tokens[at].low in _PERSON_NOUNS and tokens[at - 1].low in _THEMES)


def _year_group(tokens: Sequence[Token], at: int, end: int) -> RoleSpan | None:
    """Pupils called by their year, "one of our Year 10s"; a teacher of it is found as a teacher."""
    if at + 2 < end and tokens[at + 1].text.isdigit():
        plural = tokens[at + 2]
        if plural.low in {"s", "'s"} and plural.space == 0:
            return RoleSpan(at, at + 3, Role.PUPIL, "year")
    return None


def _compounds(spans: Sequence[RoleSpan]) -> list[RoleSpan]:
    """Noun compounds take the last word's role: a "pupil premium governor" is a governor."""
    found: list[RoleSpan] = []
    for span in spans:
        first = span.first
        while found and found[-1].last == first and (span.role is Role.GOVERNOR or found[-1].role is span.role):
            first = found.pop().first
        found.append(span if first == span.first else span._replace(first=first))
    return found


def may_name_roles(words: set[str]) -> bool:
    """Whether a role could stand among a sentence's words."""
    return not _FIRSTS.isdisjoint(words) or "-" in " ".join(words)


def roles_in(tokens: Sequence[Token], sentence: Sentence) -> list[Mention]:
    """The roles as mentions; "the head's diary" mentions no head, "governor for inclusion" one role, not two."""
    found: list[Mention] = []
    for span in _role_spans(tokens, sentence):
        mention = _of_role(tokens, span, sentence)
        if found and mention.first < found[-1].last:
            if span.first < found[-1].last:
                continue
            mention = mention._replace(first=found[-1].last, pieces=((found[-1].last, mention.last),))
        if not possessive(tokens, mention.last, sentence[1]) and not (span.body and _of_a_thing(tokens, span.last)):
            found.append(mention)
    return found


def _of_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """As in "a governors' panel", "the governors' calendar": a thing of theirs."""
    behind = [token.low for token in tokens[at : at + 2]]
    return behind[:1] == ["'"] and behind[-1] in _THINGS | _DIARIES


def owners_of_diaries(tokens: Sequence[Token], sentence: Sentence, words: set[str]) -> list[Mention]:
    """Whose diary a sentence speaks of, "The Principal's diary is clear": whom a "she" behind it means."""
    if "'s" not in words or words.isdisjoint(_DIARIES):
        return []
    owned = (mention for mention in (_of_role(tokens, span, sentence) for span in _role_spans(tokens, sentence)))
    return [each for each in owned if {token.low for token in tokens[each.last + 1 : each.last + 3]} & _DIARIES]


_DIARIES = frozenset({"diary", "calendar", "timetable", "schedule"})


def possessive(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a possessive 's stands at `at`: "the head's diary" is no head, "the head's coming" is one."""
    if at >= end or tokens[at].low != "'s":
        return False
    return not _is_verb_s(tokens, at, end) and tokens[min(at + 1, end - 1)].low != "name"


def _of_role(tokens: Sequence[Token], span: RoleSpan, sentence: Sentence) -> Mention:
    first = span.first
    while first > sentence[0] and _modifies(tokens, first - 1):
        first -= 1
    if first == span.first:
        first -= _praise(tokens, first, sentence[0])
    last = _complement(tokens, span.last, sentence[1])
    determiners = [token.low for token in tokens[first : span.first] if token.low in DETERMINERS]
    one = span.body and not _SINGLE.isdisjoint(determiners)
    digit = first > sentence[0] and tokens[first - 1].text.isdigit() and tokens[first - 1].start < tokens[first].start
    counted = one or (span.body and (bool(_COUNTS.intersection(determiners)) or digit))
    first -= counted and digit
    weak = (
        span.body
        or span.head == "supply"
        or (
            not determiners
            and ((needs_company(span, tokens) and first == span.first) or span.head in _TOPICS)
            and not any(token.text.isdigit() for token in tokens[first : span.first])
        )
    )
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


_SINGLE = frozenset({"one", "another"})
"""As in "one of our governors": one person of a body."""


def _is_verb_s(tokens: Sequence[Token], at: int, end: int) -> bool:
    after = tokens[at + 1].low if at + 1 < end else ""
    named = at + 1 < end and tokens[at + 1].capital and (after in GIVEN_NAMES or after in TITLES)
    return (
        named
        or after.endswith("ing")
        or after
        in {
            "just",
            "also",
            "now",
            "been",
            "already",
            "got",
            "had",
            "told",
            "asked",
            "promised",
            "offered",
            "called",
            "not",
            "in",
            "on",
            "free",
            "our",
            "the",
            "here",
            "there",
            "with",
            "agreed",
            "said",
            "coming",
            "happy",
            "able",
            "unable",
            "unavailable",
            "away",
        }
    )


def _half_term(tokens: Sequence[Token], span: RoleSpan) -> bool:
    """HT is half-term behind "after" or "before"."""
    if span.head != "ht":
        return False
    near = {token.low for token in tokens[max(0, span.first - 2) : span.first]}
    return bool(
        near & {"after", "before", "until", "till", "since", "over", "during", "post", "pre", "by", "this", "feb"}
    )


_PRAISING = word_set(
    "long longest last very most own newly much ever long-standing best youngest oldest part full time"
)
"""Common words that may praise or place somebody between a determiner and the role: "our longest serving governor"."""


def _praise(tokens: Sequence[Token], at: int, start: int) -> int:
    """How many tokens a determiner and up to three words of praise take before a role: "our wonderful TA"."""
    for position in range(at - 1, max(start, at - 4) - 1, -1):
        word = tokens[position]
        if word.low in DETERMINERS:
            return at - position if position < at - 1 else 0
        name = word.capital and not is_ordinary(word.low)
        if not word.is_word or name or (word.low in COMMON_WORDS and word.low not in _PRAISING):
            return 0
    return 0


_BY_WHOM = ("-appointed", "-elected", "-opted", "-nominated")
"""How governors come by their office: "trust-appointed"."""


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.low.endswith(_BY_WHOM):
        return True
    if token.low == "plus" and (at == 0 or tokens[at - 1].low not in {"premium", "pp"}):
        return False
    if token.low == "an" and tokens[at + 1].low in {"the", "our", "my", "her", "his"}:
        return False
    if token.low in MODIFIERS or token.low in {"year", "yr", "y", "ks", "of", "key"}:
        if token.low == "and":
            return at > 0 and tokens[at - 1].low in _FIELDS and tokens[at + 1].low in _FIELDS
        if token.low in {"in", "a", "after", "for", "children", "of", "previously"}:
            return token.low == "a" or (at > 0 and token.low == "of" and tokens[at - 1].low in DETERMINERS | {"member"})
        return True
    return token.text.isdigit() and at > 0 and tokens[at - 1].low in {"year", "yr", "y", "ks", "stage"}


_TEACHES = word_set("teacher tutor mentor ta assistant")
_CLASS = word_set("our the my year yr y reception class children child pupils pupil group looked after lac cla both")


def _class_of(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of whom somebody teaches: "the class teacher of our Year 4 children"."""
    last = at
    while last < end and (tokens[last].low in _CLASS or tokens[last].text.isdigit()):
        last += 1
    return last if last > at else at - 1


def _complement(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of a role with what it is for: "governor for looked after children"."""
    if at < end and tokens[at].low == "of" and tokens[at - 1].low in _TEACHES:
        return _class_of(tokens, at + 1, end)
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
