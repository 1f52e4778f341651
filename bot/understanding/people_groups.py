"""Who is named together in a sentence, and what the sentence says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.model import Role
from bot.understanding.people_cues import before, questioned
from bot.understanding.people_mention import Mention
from bot.understanding.people_only import INSERTED, SEPARATORS
from bot.understanding.people_predicates import after
from bot.understanding.people_stance import Stance, Verdict
from bot.understanding.people_stance_words import AGAINST, NEGATIONS
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import Sentence, Token

_PERHAPS_BETWEEN = word_set(
    """probably possibly hopefully maybe perhaps might ideally if whoever potentially poss prob"""
)


class Group(NamedTuple):
    """People named in one breath; `alternative` where an "or" leaves open which of them; `hedged` by a "probably"."""

    members: tuple[Mention, ...]
    alternative: bool = False
    hedged: bool = False

    @property
    def first(self) -> int:
        """The first token."""
        return self.members[0].first

    @property
    def last(self) -> int:
        """Behind the last token."""
        return self.members[-1].last

    @property
    def only_self(self) -> bool:
        """Whether it is the writer and nobody else."""
        return self.members[0].is_self and all(member.is_self for member in self.members[1:])


def grouped(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Group]:
    """The mentions of a sentence, those together that only commas, "and", times or brackets part."""
    if len(mentions) == 1:
        return [Group(tuple(mentions), hedged=_unsettled(tokens, mentions[0]))]
    groups: list[Group] = []
    run: list[Mention] = []
    alternative = hedged = False
    for mention in mentions:
        gap = _bare(tokens, run[-1].last, mention.first) if run else []
        words = {token.low for token in gap}
        together = bool(run) and _together(words, gap) and not _in_exchange(tokens, run[0], words)
        if not together and run:
            groups.append(Group(tuple(run), alternative, hedged))
            run, alternative, hedged = [], False, False
        if run and "or" in words and not any(token.text.isdigit() for token in gap):
            alternative = True
        if run and words & _PERHAPS_BETWEEN:
            groups.append(Group(tuple(run), alternative, hedged))
            run, alternative, hedged = [], False, True
        if run and not hedged and _unsettled(tokens, mention):
            groups.append(Group(tuple(run), alternative, hedged))
            run, alternative = [], False
        hedged = hedged or _unsettled(tokens, mention)
        run.append(mention)
    if run:
        groups.append(Group(tuple(run), alternative, hedged))
    return groups


def _in_exchange(tokens: Sequence[Token], first: Mention, between: set[str]) -> bool:
    """As in "minus Karen, plus Toby": the one goes and the other comes."""
    return "plus" in between and first.first > 0 and tokens[first.first - 1].low in AGAINST


def _unsettled(tokens: Sequence[Token], mention: Mention) -> bool:
    """As in "Glenn Pike (governor, tbc)"."""
    return mention.named and not _OPEN_STILL.isdisjoint([token.low for token in tokens[mention.first : mention.last]])


_OPEN_STILL = frozenset({"tbc", "possibly", "probably"})


def _bare(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    """The tokens between two people, brackets and what is in them left out."""
    found, depth = [], 0
    for token in tokens[_behind_relative(tokens, first, last) : last]:
        if token.low == "(":
            depth += 1
        elif token.low == ")" and depth:
            depth -= 1
        elif not depth and "@" not in token.text:
            found.append(token)
    return found


def _behind_relative(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the words go on behind a relative clause between commas: "Jo Day, who teaches Year 2, and our governor"."""
    opens = first + (first < last and tokens[first].text == ",")
    if opens < last and tokens[opens].low in {"who", "who's", "that", "whose"}:
        return next((i for i in range(opens + 1, last) if tokens[i].text == ","), first)
    return first


_SIGNS = "\u2190"
"""Where the signs begin that are no letters, such as arrows and little pictures."""


def _together(words: set[str], gap: Sequence[Token]) -> bool:
    if not gap or all(token.text >= _SIGNS for token in gap):
        return True
    if words <= {"an", "an'", "our", "the"} and "an" in words:
        return True
    if len(gap) <= 3 and gap[-1].text in ".)" and gap[-2:-1] and gap[-2].text.isdigit():
        return True
    rest = words - SEPARATORS - _PERHAPS_BETWEEN - {"\n", "\t", "|"}
    if not rest:
        return bool(
            words
            & {
                ",",
                "and",
                "nor",
                "&",
                "+",
                "plus",
                "/",
                ";",
                "with",
                "n",
                "as",
                "or",
                "along",
                "alongside",
                "-",
                "–",
                "\n",
            }
        )
    return bool(words & {",", "and", "&", "+", "plus", ";"}) and all(
        word in INSERTED or word[0].isdigit() for word in rest
    )


def verdict(
    tokens: Sequence[Token],
    sentence: Sentence,
    groups: Sequence[Group],
    at: int,
    listed: Stance | None,
    words: set[str],
) -> Verdict | None:
    """What the sentence says of the group `groups[at]`; `listed` is what a heading above or in front says of it.

    `words` are all that stand in the sentence.
    """
    group = groups[at]
    start = _own_start(tokens, sentence, groups, at)
    end = groups[at + 1].first if at + 1 < len(groups) else sentence[1]
    only_self, first = group.only_self, group.first
    taken = _by_its_place(tokens, group, end, sentence, words)
    if taken is not None:
        return taken
    if _as_others_do(tokens, group):
        return None
    if only_self and not _NEITHER.isdisjoint([token.low for token in tokens[max(start, first - 2) : first]]):
        return None
    if group.members[0].is_self and tokens[first].low == "bringing":
        return Verdict(Stance.ATTENDS, "brings others")
    if only_self and at + 1 < len(groups) and _joins_me(tokens, groups, at + 1):
        return Verdict(Stance.ATTENDS, "is joined")
    if only_self and tokens[first - 1].low in _JOINED:
        return _as_joined(tokens, sentence, groups, at, listed, words)
    if at and _joins_me(tokens, groups, at):
        return Verdict(Stance.ATTENDS, "joins the writer")
    swapped = _exchanged(tokens, groups, at, sentence) if len(groups) > 1 else None
    if swapped is not None:
        return swapped
    return _said(tokens, sentence, group, start, end, listed, words)


def _by_its_place(
    tokens: Sequence[Token], group: Group, end: int, sentence: Sentence, words: set[str]
) -> Verdict | None:
    """What little words right around a group say: "nor can a governor", "so Trish instead", "I did say Norman but"."""
    before = tokens[group.first - 1].low
    if group.first > 1 and before in _CAN and tokens[group.first - 2].low in _NEITHER:
        return Verdict(Stance.ABSENT, "said not to come")
    if group.only_self:
        return None
    if _comes_instead(tokens, group, end):
        return Verdict(Stance.ATTENDS, "in another's place")
    return Verdict(Stance.ABSENT, "was said to come") if _was_said(tokens, group, sentence, words) else None


def _as_others_do(tokens: Sequence[Token], group: Group) -> bool:
    """As in "as our head suggested", "as our music teacher does"."""
    if tokens[group.first - 1].low != "as":
        return False
    behind = [token.low for token in tokens[group.last : group.last + 4]]
    return behind[:1] in (["does"], ["do"], ["did"], ["used"], ["always"]) or not _SAID.isdisjoint(behind)


def _said(
    tokens: Sequence[Token],
    sentence: Sentence,
    group: Group,
    start: int,
    end: int,
    listed: Stance | None,
    words: set[str],
) -> Verdict | None:
    """What the words around a group say; `start` and `end` are where the others' part of the sentence lies."""
    only_self = group.only_self and not _beside_another(tokens, group.first)
    ahead = after(tokens, group.last, end, is_self=only_self)
    front = before(tokens, group.first, start)
    if ahead is None and front is not None and front.stance is Stance.ATTENDS and _comes_and_goes(tokens, group, end):
        return None
    doubtful = group.hedged or not _DOUBTS.isdisjoint(words)
    doubted = _doubted(tokens, group, sentence) if doubtful else None
    if doubted is not None:
        return doubted
    if front is not None and front.stance is not Stance.ATTENDS:
        return front
    if "whom" in words and _will_be_met(tokens, group, sentence[1]):
        return Verdict(Stance.ATTENDS, "whom you will meet")
    alone = group.first > 0 and tokens[group.first - 1].low in {"just", "only"} and _is_me(tokens, group.members[0])
    if alone and ahead is None:
        return Verdict(Stance.ATTENDS, "nobody else")
    return ahead or front or (Verdict(listed, "listed") if listed else None)


def _as_joined(
    tokens: Sequence[Token],
    sentence: Sentence,
    groups: Sequence[Group],
    at: int,
    listed: Stance | None,
    words: set[str],
) -> Verdict | None:
    """What is said of the writer by what is said of those who join: "Ada will attend, joining me", "he'll join me"."""
    first = groups[at].first
    if not at:
        subject = next((i for i in range(sentence[0], first) if tokens[i].low in _PRONOUNS), first)
        return after(tokens, subject + 1, first, is_self=False) if subject < first else None
    others = groups[at - 1]
    own = next((own_verdict(tokens, member, elsewhere=False) for member in others.members), None)
    return verdict(tokens, sentence, groups, at - 1, listed, words) or own


_CAN = word_set("can could will would is are may shall do does")
_BEFORE_INSTEAD = word_set("so , with and but by - – — be it's 's is have bring bringing sending now ; :")


def _comes_instead(tokens: Sequence[Token], group: Group, end: int) -> bool:
    """As in "Alan can't do it now so Trish (deputy) instead"."""
    stops = (
        group.last + 1 >= end or tokens[group.last + 1].text in ".,;!\n" or tokens[group.last + 1].low in {"now", "and"}
    )
    named = group.last < end and tokens[group.last].low == "instead" and stops
    return named and group.first > 0 and tokens[group.first - 1].low in _BEFORE_INSTEAD


def _was_said(tokens: Sequence[Token], group: Group, sentence: Sentence, words: set[str]) -> bool:
    """As in "I did say Norman for governor but …", "I said Sarah was coming - she's away": it no longer holds."""
    front = [token.low for token in tokens[max(sentence[0], group.first - 4) : group.first]]
    if group.only_self or _SAID_BEFORE.isdisjoint(front) or front[-1] not in _SAID_BEFORE | {"you", "that", "down"}:
        return False
    subject = next((at for at, word in enumerate(front) if word in {"i", "we"}), None)
    if subject is None or not _SAID_BEFORE.intersection(front[subject + 1 : subject + 3]) or "'m" in front:
        return False
    behind = [token.low for token in tokens[group.last : min(sentence[1], group.last + 12)]]
    return ("but" in words and "but" in behind) or bool({"was", "were"}.intersection(behind[:2]))


_SAID_BEFORE = word_set("say said told put mentioned promised wrote named gave")
_PRONOUNS = frozenset({"he", "she", "they", "who"})


def _beside_another(tokens: Sequence[Token], at: int) -> bool:
    """As in "she and I will see you": what is said of both is said as of others."""
    return at > 1 and tokens[at - 1].low in {"and", "&"} and tokens[at - 2].low in _PRONOUNS


def _is_me(tokens: Sequence[Token], member: Mention) -> bool:
    """Whether the writer is named by "me", "little old me"."""
    return member.is_self and any(
        tokens[first].low in _ME or tokens[last - 1].low in _ME for first, last in member.pieces
    )


_ME = frozenset({"me", "myself"})
_NEITHER = frozenset({"nor", "neither"})
_ALL_OF_THEM = frozenset({"all", "both", "each"})


def _joins_me(tokens: Sequence[Token], groups: Sequence[Group], at: int) -> bool:
    """As in "Joining me will be Ada Fox"."""
    me = groups[at - 1]
    if not me.members[-1].is_self or tokens[me.first - 1].low not in _WITH_ME:
        return False
    gap = [token.low for token in tokens[me.last : groups[at].first]]
    if gap[:2] == ["will", "be"] or gap[:1] in (["is"], ["are"], ["'s"]):
        return len(gap) <= 7 and NEGATIONS.isdisjoint(gap) and _PARTED.isdisjoint(gap)
    return not {"be", ":"}.isdisjoint(gap) and _WILL_BE.issuperset(gap)


_WITH_ME = word_set("joining with alongside accompanying supporting helping")
_PARTED = word_set(", ; but and so if when in on at")
_WILL_BE = word_set("will be is are 's 'll : on the day by both also then and our")


def _own_start(tokens: Sequence[Token], sentence: Sentence, groups: Sequence[Group], at: int) -> int:
    """Where the words about a group begin; the "I" before "myself" is no other person."""
    own = at > 0 and tokens[groups[at].first].low == "myself" and groups[at - 1].members[-1].is_self
    before_it = at - 1 - own
    return groups[before_it].last if before_it >= 0 else sentence[0]


def _will_be_met(tokens: Sequence[Token], group: Group, end: int) -> bool:
    """As in "…, all three of whom you'll meet"."""
    behind = [token.low for token in tokens[group.last : end]]
    if not _ALL_OF_THEM.intersection(behind):
        behind = behind[:9]
    return (
        "whom" in behind and behind[behind.index("whom") + 1 :][:1] == ["you"] and bool({"meet", "see"} & set(behind))
    )


_DOUBTS = word_set("tbc unsure sure doubt ?")
"""Without one of these `_doubted` finds no doubt in a sentence."""


def _doubted(tokens: Sequence[Token], group: Group, sentence: Sentence) -> Verdict | None:
    """A "tbc" behind the name, a "probably" before it, or a question that only asks."""
    behind = tokens[group.last : min(group.last + 2, sentence[1])]
    unconfirmed = group.members[-1].named and any(t.low == "tbc" for t in behind)
    if unconfirmed or group.hedged:
        return Verdict(Stance.PERHAPS, "only perhaps")
    near = [token.low for token in tokens[max(sentence[0], group.first - 3) : group.first]]
    if "unsure" in near or near[-2:] == ["not", "sure"] or "doubt" in near:
        return Verdict(Stance.PERHAPS, "only perhaps")
    asked = questioned(tokens, sentence[0], group.first, sentence[1])
    return Verdict(Stance.PERHAPS, "only asked") if asked else None


_SAID = word_set("confirmed agreed said says suggested requested explained mentioned")
_JOINED = word_set("join joins joining accompany accompanying accompanies support supporting supports")
_COMES_AND_GOES = word_set("starting leaving arriving off out away absent going retiring being having teaching doing")


def _comes_and_goes(tokens: Sequence[Token], group: Group, end: int) -> bool:
    """As in "with a new class teacher starting on the 18th": what is going on, not who comes along."""
    with_ = any(token.low == "with" for token in tokens[max(0, group.first - 4) : group.first])
    return with_ and group.last < end and tokens[group.last].low in _COMES_AND_GOES


_FIRST_LEAVES = re.compile(
    r"^(?:(?:has|have|is|was|will|had|'s|to) )?(?:now )?(?:be |been |being )?(?:replaced|substituted|"
    r"swapped) (?:by|with|for)$"
)
_SECOND_LEAVES = re.compile(
    r"(?:replac(?:es|ing|e|ed)|succeed(?:s|ed|ing)|(?:tak(?:ing|es|e)|took) over from|"
    r"(?:stand|step|fill)(?:s|ing)? in for|cover(?:s|ing)? for|cover(?:s|ing)?|deputis(?:ing|es|e) for|"
    r"instead of|rather than|in place of|in lieu of|tak(?:ing|es|e) the place of|and not|not)(?: our| the| my)?$"
)


_COMES = Verdict(Stance.ATTENDS, "in another's place")
_GOES = Verdict(Stance.ABSENT, "replaced")


def _exchanged(tokens: Sequence[Token], groups: Sequence[Group], at: int, sentence: Sentence) -> Verdict | None:
    """One person for another: "swap Jo for Karim", "Jo has been replaced by Karim", "not Jo but Karim"."""
    if at:
        gap = _phrase(tokens, groups[at - 1].last, groups[at].first)
        front = _phrase(tokens, max(sentence[0], groups[at - 1].first - 4), groups[at - 1].first)
        if _FIRST_LEAVES.search(gap) or (gap in {"for", "with", "by", "to"} and _SWAPS.search(front)):
            return _COMES
        if gap in {"but", "but rather", "but instead"} and re.search(r"\bnot$", front):
            return _COMES
        if _SECOND_LEAVES.search(gap) and "can" not in gap:
            return _GOES
    if at + 1 < len(groups):
        gap = _phrase(tokens, groups[at].last, groups[at + 1].first)
        front = _phrase(tokens, max(sentence[0], groups[at].first - 4), groups[at].first)
        if _FIRST_LEAVES.search(gap) or (gap in {"for", "with", "by", "to"} and _SWAPS.search(front)):
            return _GOES
        if _FIRST_COMES.search(gap) or re.search(
            r"^(?:(?:will|is|'s|'ll|has) )?(?:be |been |now |kindly )*(?:replac|tak(?:ing|es|en|e) over from|"
            r"took over from|succeed|step(?:s|ped|ping)? into|tak(?:es|ing|en) the place of|took the place of|"
            r"standing in for|stepping in for|deputising for|covering for|(?:stands|steps|fills) in for)",
            gap,
        ):
            return _COMES
    return None


_SWAPS = re.compile(
    r"\b(?:swap\w*|switch\w*|replac\w+|exchang\w+|substitut\w+|chang(?:e|ed|es|ing))(?: out| the| our| my| from)*$"
)
_FIRST_COMES = re.compile(
    r"^(?:(?:will|is|'s|'ll) )?(?:be )?(?:come |coming |attend |attending )?(?:instead of|in place of|in lieu of|"
    r"rather than|and not)(?: our| the| my)?$"
)


def _phrase(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join([token.low for token in tokens[first : min(last, first + 14)] if token.text not in "(),"])


def own_verdict(tokens: Sequence[Token], member: Mention, *, elsewhere: bool) -> Verdict | None:
    """What stands between a person and the role: "will come in for the governors", "will be our governor".

    `elsewhere` says that the sentence is about whom to write to, where "our governor is …" promises nothing.
    """
    if not member.named or len(member.pieces) < 2:
        return None
    first, second = member.pieces[0], member.pieces[1]
    if not _FORMERLY.isdisjoint(token.low for token in tokens[first[1] : second[0]]):
        return Verdict(Stance.PERHAPS, "was once")
    between = {token.low for token in tokens[first[1] : second[0]]} - {"no" if tokens[first[1]].text == "(" else ""}
    if not NEGATIONS.isdisjoint(between):
        return Verdict(Stance.ABSENT, "said not to come")
    found = after(tokens, first[1], second[0], is_self=False) if second[0] - first[1] > 1 else None
    if found is not None or elsewhere:
        return found
    return Verdict(Stance.ATTENDS, "is the governor") if member.asserted or _is_ours(tokens, member) else None


def _is_ours(tokens: Sequence[Token], member: Mention) -> bool:
    """A governor by name, as schools answer which governor will come; not one who is only asked, told or thanked."""
    if Role.GOVERNOR not in member.roles:
        return False
    near = tokens[max(0, member.first - 14) : member.first]
    ends = max((at for at, token in enumerate(near) if token.text in ".!?\n"), default=-1)
    clause = [token.low for token in near[ends + 1 :]]
    if not _WAITED_FOR.isdisjoint(clause) or ("used" in clause and "to" in clause):
        return False
    front = [] if "name" in clause else clause[-4:]
    behind = [token.low for token in tokens[member.last : member.last + 4]]
    if not _OPEN.isdisjoint(behind):
        return False
    return _DEALINGS.isdisjoint(front) and _PASSIVE.isdisjoint(behind)


_OPEN = word_set("maybe possible possibly possibility doubtful uncertain unsure unlikely tbc pending unconfirmed")
_WAITED_FOR = word_set("waiting awaiting asking checking chasing predecessor formerly previously")
_FORMERLY = word_set("used was formerly previously")
_DEALINGS = word_set(
    """to from told tell telling ask asked asking contact cc thank thanks copied copy spoken spoke speak speaking know
    dear hi hello hey previous former ex old outgoing send sent email emailed check checked by about of inform informed
    consult await awaiting let need needs whether if when until once @"""
)
_PASSIVE = word_set("told informed asked copied meets met has had was were would says said suggests wants prefers asks")
