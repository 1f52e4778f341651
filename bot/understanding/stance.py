"""What each clause says of what it mentions: yes, no, perhaps, if; with the reach of "not", "but" and "except"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.clauses import Clause
from bot.understanding.ground import Mention, Shape
from bot.understanding.stance_words import GO_BETWEEN, POLITE_IF, STANCE, Cue
from bot.understanding.words import Sort, Word


class Stance(StrEnum):
    """The writer's attitude to what a group of mentions names."""

    YES = "yes"
    NO = "no"
    NEWS = "news"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found at words `first` to `last`."""

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Said:
    """A group of mentions that belong together, and what its clause says of them.

    `hit` is the cue that told; `preferred` and `lesser` rank it, `only` makes it exclude the rest; `asked` is True for
    a request or a question.
    """

    mentions: tuple[Mention, ...]
    stance: Stance
    clause: Clause
    hit: Hit | None = None
    preferred: bool = False
    lesser: bool = False
    only: bool = False
    asked: bool = False
    bare: bool = False


_JOINTS = frozenset({"or", "and", "&", "/", ",", "the", "on", "in", "at", "of", "from", "a", "an", "any", "-", "(", ")", "either", "both", "for", "to", "also", "then", "even", "only", "just", "i.e", "ie", "other", "one", "ones", "~~", "most", "every", "around", "about", "during", "+", "s", "'", "another", "some", "all", "with", "two", "pm", "anytime", "please", "@", ".", "say", "being", "as", "your", "that", "is", "week"})  # noqa: E501
_NEAR = 4


def hits_of(words: Sequence[Word], mentions: Sequence[Mention]) -> list[Hit]:
    """Every cue in the words, in order, apart from those inside the words of a mention."""
    texts = [word.text for word in words]
    used = {place for m in mentions if m.shape is not Shape.SET for place in range(m.first, m.last)}
    sets = {m.first: m.last for m in mentions if m.shape is Shape.SET}
    found: list[Hit] = []
    at = 0
    while at < len(texts):
        if at in used or words[at].sort is Sort.BREAK:
            at += 1
            continue
        polite = POLITE_IF.at(texts, at, min(at + 10, len(texts)))
        hit = STANCE.at(texts, at, min(at + 10, len(texts)))
        if polite is not None and (hit is None or polite[1] >= hit[1]):
            at = polite[1]
        elif hit is not None and hit[1] >= sets.get(at, 0):
            found.append(Hit(Cue(hit[0]), at, hit[1]))
            at = hit[1]
        else:
            at = sets.get(at, at + 1)
    return found


def said_in(clause: Clause, words: Sequence[Word], mentions: Sequence[Mention], hits: Sequence[Hit]) -> list[Said]:
    """What one clause says, group by group, in order."""
    inside = [m for m in mentions if clause.first <= m.first < clause.last]
    own = _negated([h for h in hits if clause.first <= h.first < clause.last], inside)
    groups = grouped(inside, words)
    out: list[Said] = []
    for number, group in enumerate(groups):
        before = groups[number - 1][-1].last if number else clause.first
        after = groups[number + 1][0].first if number + 1 < len(groups) else clause.last
        out.append(_said(group, own, clause, words, (before, after)))
    return out


def grouped(mentions: Sequence[Mention], words: Sequence[Word]) -> list[tuple[Mention, ...]]:
    """Mentions with nothing but small words between them."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        gap = words[groups[-1][-1].last : mention.first] if groups else ()
        if groups and len(gap) <= _NEAR and all(w.text in _JOINTS for w in gap):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [tuple(group) for group in groups]


_POLAR = (Cue.YES, Cue.NO, Cue.OFFER, Cue.PREFER, Cue.LESS)


def _negated(hits: list[Hit], mentions: Sequence[Mention]) -> list[Hit]:
    """A "not" shortly before a yes-word makes one no of both."""
    out: list[Hit] = []
    for hit in hits:
        last = out[-1] if out else None
        near = last is not None and last.cue in (Cue.NOT, Cue.NO) and hit.first - last.last <= _NEAR
        apart = last is not None and any(last.last <= m.first < hit.first and m.shape is not Shape.SET for m in mentions)
        if last is not None and near and not apart and hit.cue in (Cue.YES, Cue.PREFER, Cue.OFFER, Cue.LESS) and hit.cue is not Cue.LESS:
            out[-1] = Hit(Cue.NO, last.first, hit.last)
        else:
            out.append(hit)
    return out


def _said(
    group: tuple[Mention, ...], hits: Sequence[Hit], clause: Clause, words: Sequence[Word], reach: tuple[int, int]
) -> Said:
    first, last = group[0].first, group[-1].last
    preceding = [h for h in hits if h.last <= first]
    following = [h for h in hits if h.first >= last]
    asked = clause.ends == "?" or any(h.cue is Cue.OFFER for h in hits)
    only = any(h.cue is Cue.ONLY for h in hits)
    preferred = any(h.cue is Cue.PREFER for h in hits)
    lesser = any(h.cue is Cue.LESS for h in hits)

    def told(stance: Stance, hit: Hit | None, bare: bool = False) -> Said:
        return Said(group, stance, clause, hit, preferred, lesser, only, asked, bare)

    prefix = preceding[-1] if preceding else None
    gap = words[prefix.last : first] if prefix is not None else ()
    close = prefix is not None and len(gap) <= _NEAR + 2 and all(w.text in GO_BETWEEN or w.text in _JOINTS for w in gap)
    if prefix is not None and close and prefix.cue in (Cue.NOT, Cue.EXCEPT, Cue.NO):
        return told(Stance.NO, prefix)
    ahead = next((h for h in following if h.cue in (*_POLAR, Cue.NOT) and h.first < reach[1] + 40), None)
    if ahead is not None and ahead.first >= reach[1]:
        ahead = None
    behind = next((h for h in reversed(preceding) if h.cue in (*_POLAR, Cue.NOT) and h.cue is not Cue.EXCEPT), None)
    shared = next((h for h in following if h.cue in (*_POLAR, Cue.NOT)), None)
    chosen = _chosen(ahead, behind, close)
    if chosen is None:
        chosen = shared
    if chosen is not None:
        stance = Stance.NO if chosen.cue in (Cue.NO, Cue.NOT) else Stance.YES
        return told(stance, chosen)
    if group[0].rule == "none":
        return told(Stance.NO, None)
    bare = _is_bare(clause, group, words)
    return told(Stance.YES if bare else Stance.NEWS, None, bare)


def _chosen(ahead: Hit | None, behind: Hit | None, close: bool) -> Hit | None:
    """The cue that governs a group: the one right before it, else the one behind it, else any before."""
    if behind is not None and close and behind.cue in (Cue.YES, Cue.OFFER) and (ahead is None or ahead.cue not in (Cue.NO, Cue.NOT)):
        return behind
    return ahead or behind


def _is_bare(clause: Clause, group: tuple[Mention, ...], words: Sequence[Word]) -> bool:
    """Whether the clause holds nothing beside the mentions and words that add nothing."""
    inside = {place for mention in group for place in range(mention.first, mention.last)}
    for at in range(clause.first, clause.last):
        word = words[at]
        if at in inside or word.sort in (Sort.MARK, Sort.BREAK) or word.text in GO_BETWEEN:
            continue
        if word.sort is Sort.WORD and word.raw[0].isupper() and len(word.raw) < 3:
            continue
        return False
    return True
