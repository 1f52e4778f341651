"""An offer that is turned down as a whole without a plain no: by what it falls on, or by all that is left instead."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Slot
from bot.understanding.aside_words import OCCUPIED
from bot.understanding.findings import Findings, meanings
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.said import Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.words import Sort, Word

_GAP = "gap|hole|day|date|slot|chance|opening|window|time|space|bit|half-day|morning|afternoon|possibility|thing|free"
_ONLY = PhraseTable(
    {
        "only": f"""
            (best|most|all|soonest|earliest|nearest|closest) (that)? (i|we) (can|could) (do|offer|manage|find|see|give)
            (best|most|all|soonest|earliest|nearest|closest) (that)? (i|we) (can|could) (come+up+with|suggest|muster)
            the (only|one|sole) _? ({_GAP}) (of+space|of+time)? (that)? (i've|we've|i+have|we+have) (got|left|is|free)?
            (only|sole) _? ({_GAP}) (that)? (i've|we've|i+have|we+have) (got|left|is|free)
            all (that)? (i've|we've|i+have|we+have) (got|left)? (is|are|left|free)
            (is|are|that's) (about|roughly|literally|pretty+much)? (what|all) (i've|we've|i+have|we+have) (got|left)
            (one|a) (solitary|single|lonely|sole) ; nothing else ; (first|next) (real|proper|clear|decent)? gap
            (first|next) (real|proper|clear|decent)? (opening|space|free|clear) (i|we|in|is|day|morning|afternoon)
            (full|booked|chocka|solid|rammed|packed|busy|out) (up)? (before|until|till) (that|then|it)
            (everything|anything|all) (else)? (before|until|till|up+to) (that|then|it)
            your (two|three|four|dates|options|slots) included
        """
    }
)
"""What tells that a day put forward is all there is, so that nothing that was offered will do."""
_FAR = 10
_HANDLED = one_of(
    "look looked looking check checked checking share shared forward forwarded pass passed passing run ran show showed "
    "shown ask asked asking discuss discussed got received saw see read noted note put printed appreciate circulated "
    "going take taken tell told know let sort thinking consider considering mind find choose pick picked prefer seen "
    "think thought might may maybe perhaps possibly probably whichever depends depending if hope hoping sent wait "
    "hear back reply decide decided decision who governor governors attend join joining vote email emailed"
)
"""What is done with the dates, or wondered about them, and so tells nothing against them."""
_ASKED_ANY = one_of("use chance good joy luck hope scope way news idea ideas thoughts")
_SAID_OF = one_of("for on of with at against")
_OPENING = 6
"""Words that may stand before what a clause is about."""
_SMALL = 2
_ALL = frozenset({"these", "any", "none", "others", "all"})
_TALKED_OF = one_of(
    "join joins joining attend attends coming comes meet meets also too governor governors if may might"
)
_EVENTS = OCCUPIED | one_of(
    "class classes lesson lessons choir phonics swimming assembly meeting meetings trip trips training interviews "
    "exam exams mocks mock sats inset panto production rehearsal sports concert residential assessment assessments "
    "ppa cover covering invigilating moderation moderating court dentist hospital funeral wedding strike "
    "elsewhere nobody nobody's off out away ofsted inspection"
)


def refused_in_effect(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """Refuse what is told to be no use where other days are asked for, and what is busy beside the slot taken."""
    if ground.agreed is not None or not ground.offered:
        return
    if found.accepted:
        _busy_beside_the_choice(found, saids, words, ground)
        return
    asked = bool(found.proposed) or any(wish.wanted for wish in found.wishes)
    if not asked or all(slot in found.refused for slot in ground.offered):
        return
    for full in (one for one in saids if _fills_a_week(one, words)):
        for slot in ground.offered:
            if any(m.start and m.end and m.start <= slot.date <= m.end for m in full.mentions):
                found.refused.setdefault(slot, full)
    said = next((said for said in saids if _tells_against_all(said, words)), None) or _only_what_is_asked(found, words)
    if said is None:
        return
    named = {slot for one, meaning in meanings(saids, words, ground) if one is said for slot in meaning.slots}
    narrow = any(m.rule == "others" for m in said.mentions)
    for slot in ground.offered:
        if not narrow or slot in named:
            found.refused.setdefault(slot, said)


def _tells_against_all(said: Said, words: Sequence[Word]) -> bool:
    """Such as "Both of those land on my Y6 boosters", "the rest I'm out of school", "neither day suits his shifts"."""
    if said.stance is not Stance.NEWS or said.clause.ends == "?" or not any(_is_all(m) for m in said.mentions):
        return False
    if said.hit is not None and said.hit.cue in (Cue.YES, Cue.PREFER, Cue.MAYBE, Cue.LATER):
        return False
    if words[min(said.mentions[0].last, len(words) - 1)].text in _ASKED_ANY:
        return False  # "Any use: Monday 25 January?"
    lead = words[said.mentions[0].first - 1].text if said.mentions[0].first else ""
    if said.mentions[0].first - said.clause.first > _OPENING and lead not in _SAID_OF:
        return False
    named = {at for m in said.mentions for at in range(m.first, m.last)}
    first, last = said.clause.first, _end_of_sentence(said, words)
    texts = [words[at].text for at in range(first, last) if at not in named and words[at].sort is Sort.WORD]
    return len(texts) >= _SMALL and _HANDLED.isdisjoint(texts) and not _is_thanked(words, said.mentions[0])


def _fills_a_week(said: Said, words: Sequence[Word]) -> bool:
    """Such as "We're on residential that whole week", where other days are asked for."""
    if said.stance is not Stance.NEWS or said.clause.ends == "?" or not all(_is_a_week(m) for m in said.mentions):
        return False
    texts = {word.text for word in words[said.clause.first : said.clause.last]}
    return not texts.isdisjoint(_EVENTS) and texts.isdisjoint(_HANDLED)


def _is_all(mention: Mention) -> bool:
    return mention.shape is Shape.SET and mention.rule in _ALL


def _is_thanked(words: Sequence[Word], mention: Mention) -> bool:
    return {word.text for word in words[max(mention.first - 2, 0) : mention.first]} & {
        "for",
        "thanks",
        "thank",
    } != set()


def _end_of_sentence(said: Said, words: Sequence[Word]) -> int:
    at = said.clause.last
    while at < len(words) and words[at].text not in (".", "!", "?") and words[at].sort is not Sort.BREAK:
        at += 1
    return at


def _only_what_is_asked(found: Findings, words: Sequence[Word]) -> Said | None:
    """The statement of a new day, where the words around it tell that it is all there is."""
    for said in found.proposed.values():
        first = max(said.clause.first - _FAR, 0)
        last = min(_end_of_sentence(said, words) + _FAR, len(words))
        texts = [word.text for word in words[first:last]]
        if any(_ONLY.at(texts, at, at + _FAR) for at in _ONLY.starts(texts)):
            return said
    return None


def _busy_beside_the_choice(found: Findings, saids: Sequence[Said], words: Sequence[Word], ground: Ground) -> None:
    """Beside the slot taken, what is told of another slot by name with the word of an event is why it is not taken."""
    telling = {id(said) for said in saids if _tells_of_business(said, words)}
    if not telling or found.doubts:
        return
    for said, meaning in meanings(saids, words, ground):
        for slot in meaning.slots if id(said) in telling and not meaning.doubts else ():
            if _may_refuse(slot, meaning.slots, found):
                found.refused.setdefault(slot, said)


def _may_refuse(slot: Slot, named: Sequence[Slot], found: Findings) -> bool:
    return slot not in found.accepted and not any(other in found.accepted for other in named)


_NAMED = (Shape.DAY, Shape.OPTION, Shape.WEEKDAY, Shape.PART)
_SCHOOL_WEEK = 5


def _is_a_week(mention: Mention) -> bool:
    if mention.shape is not Shape.SPAN or mention.opens or mention.start is None or mention.end is None:
        return False
    return (mention.end - mention.start).days < _SCHOOL_WEEK


def _tells_of_business(said: Said, words: Sequence[Word]) -> bool:
    if said.stance is not Stance.NEWS or said.personal or said.clause.ends == "?":
        return False
    if not all(m.shape in _NAMED or _is_a_week(m) for m in said.mentions):
        return False
    told_of = words[max(said.mentions[0].first - 2, 0) : said.mentions[0].first]
    if all(m.shape is Shape.PART for m in said.mentions) or any(word.text in ("is", "was") for word in told_of):
        return False
    named = {at for m in said.mentions for at in range(m.first, m.last)}
    texts = {words[at].text for at in range(said.clause.first, said.clause.last) if at not in named}
    tests = any(m.rule == "week of the tests" for m in said.mentions)
    return (tests or not texts.isdisjoint(_EVENTS)) and texts.isdisjoint(_TALKED_OF)
