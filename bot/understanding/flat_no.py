"""A refusal that names nothing: "Not possible, ...", "No can do", "It's a no on all counts"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.clauses import Clause
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.stance import content, negated
from bot.understanding.stance_words import GO_BETWEEN, Cue
from bot.understanding.words import Word

_OPENING = 4
"""Clauses in which a letter may open with a no."""
_LONGEST = 10

_CANNOT = "can't|cannot|couldn't|unable+to|not+able+to|won't+be+able+to|can+not"
_DO = "do|make|manage|accommodate|offer|host|commit+to|say+yes+to|stretch+to|entertain|honour|take+up|use|fit+in"
SWEEPING = PhraseTable(
    {
        "flat no": f"""
            (i'm|we're|i+am) (at|in|on|out|away|off|with) ... (for|on) (all|each|both) of (them|these|those)
            (we+are|he's|she's) (at|in|on|out|away|off|with) ... (for|on) (all|each|both) of (them|these|those)
            (i'm|we're|i+am) (at|in|on|out|away|off|with) _ _ _ _ ... (for|on) (all|each|both) of them
            (we+are|i'll+be|we'll+be) (at|in|on|out|away|off|with) _ _ _ _ ... (for|on) (all|each|both) of them
            (on|for) (all|each|both) of (them|these|those) (i'm|we're|i+am) (out|away|at|teaching|booked)
            (on|for) (all|each|both) of (them|these|those) (we+are|we've|i've) (out|away|at|teaching|booked)
            no ,? no ,? no ; no ,? no and no ; no ,? no , and no ; no to (all+of+them|the+lot|all+three|all+four)
            (saying|say|said) no (three|four|five|several|many) times
            (picked|chosen|found) (on)? (the|our) (_|very)? (worst|busiest|maddest|only) (days|dates|weeks)
            (hit|got|landed) (on)? (the|our) (_|very)? (worst|busiest|maddest|only) (days|dates|weeks)
            (the|our) (two|three|four|_) (worst|busiest|maddest) (days|dates|weeks|slots|mornings)
            (the|our) (two|three|four|_) (craziest|hardest|fullest) (days|dates|weeks|slots|mornings)
            (worst|busiest|maddest) (possible|imaginable)? (days|dates|weeks|slots) (possible|imaginable|of|in|you)
            (couldn't|could+not) have (picked|chosen|found|hit+on) worse (days|dates|slots)?
            (not|neither|none) (of)? (one|ones|any)? for us (.|,|!) (these|those|sadly|sorry|i'm|thank|thanks|this)
            ({_CANNOT}) ({_DO}) a single one (of+them|of+em|of+the+three|of+the+four|of+the+two)?
            (put|putting|slapped) a (stop|halt|block|ban|hold|freeze) (to|on) (all)? (external)? (visitors|visits)
            no (external|outside) visitors (this|until|till|before|in|at|for)
            no visitors (this|until|till|before|at+all)
            (all|every) (external)? (visits|visitors|visitor) (are|is|have+been|has+been) (cancelled|off)
            (all|every) (external)? (visits|visitors|visitor) (are|is|have+been|has+been) (suspended|banned)
            (all|every) (external)? (visits|visitors) (are|have+been) (on+hold|stopped|postponed|put+off)
            (anything|everything|any+day) (but|except|bar) (what|the+ones|those|these|the+days) (you've|you)
            (every+day|any+date) (but|except|bar) (what|the+ones|those|these|the+days) (you've|you)
            (anything|everything|any+day) (but|except|bar) (the+dates|the+three|the+two) (you've|you)?
            (every+day|any+date) (but|except|bar) (the+dates|the+three|the+two) (you've|you)?
            no (from|by) (us|me|_|all+of+us) on all (counts|fronts|three|four) ; on all (counts|fronts) ; three strikes
            ({_CANNOT}) ({_DO}) any . ; ({_CANNOT}) ({_DO}) any ! ; ({_CANNOT}) ({_DO}) any , ; ({_CANNOT}) any .
            ({_CANNOT}) ({_DO}) any of em ; ({_CANNOT}) ({_DO}) any of ' em
            not on (either|any) of (these|those|them) (days|dates|ones)? (.|!)
            not on (either|any) of (these|those|them) (days|dates|ones)? , ha
            not a (hope|chance|prayer|sausage|cat+in+hell's) ; nothing doing
            (a|it's+a|an|is+a) no (right)? across the board ; no dice ; no joy ; no good to (man|us)
            neither man nor beast
            (drew|drawn|draw|drawing) (a|another)? blank ; no use to man nor beast ; no luck with (any|these|those|them)
            (dates|they|these|those|all) all (clash|clashed|coincide|collide|conflict|fall|overlap|land)
            (has|have|going|got) to be (a)? no (to|from|this|for|,|.)?
            (sadly|regrettably|unfortunately|sorry|afraid) (it's|it+is|that's) a no
            out of luck (with|on) (these|those|them|all)
            (none|not+one) (fits|suits|works|fit|suit|work|possible|doable)
            (whole|entire) of (that|this|the) (week|fortnight|month|period|spell|stretch|half-term)
            (dates|days|slots|options) (are|were|is) (all)? (no+use|no+good|hopeless|impossible|out|unsuitable|no+goes)
        """
    }
)
"""Refusals of all that was offered, whatever stands around them."""
_LEAVING_OUT = one_of("but except bar apart other save excluding unless besides barring")
"""Behind these a refusal of all is one of some."""


_OFFICES = one_of(
    "governor governors gov head headteacher ht deputy dht chair dsl senco sendco dt principal clerk lead mentor "
    "teacher assistant ta hlta trustee attendees attending staff bursar secretary pastoral"
)
"""Behind one of these and a colon, a no is of who comes: "Head: not this time"."""
_UNWELL = frozenset({"sick", "ill", "poorly", "unwell"})
"""What is said of a person and refuses no day."""


def flat_no(
    words: Sequence[Word],
    texts: Sequence[str],
    clauses: Sequence[Clause],
    mentions: Sequence[Mention],
    hits: Sequence[Hit],
    places: Sequence[int],
) -> Said | None:
    """The refusal of all that was offered, if the letter holds one.

    `texts` is how its words are spelt; a sweeping refusal may begin at `places`.
    """
    return _first_thing(words, clauses, mentions, hits) or _sweeping(texts, clauses, places)


def _said(first: int, last: int, clause: Clause, hit: Hit) -> Said:
    return Said((Mention(Shape.SET, first, last, "flat no"),), Stance.NO, clause, hit)


def _first_thing(
    words: Sequence[Word], clauses: Sequence[Clause], mentions: Sequence[Mention], hits: Sequence[Hit]
) -> Said | None:
    """A bare no as the first thing said."""
    for clause in clauses[:_OPENING]:
        if clause.lead == ":" and clause.first > 1 and words[clause.first - 2].text in _OFFICES:
            continue
        inside = [h for h in hits if clause.first <= h.first < clause.last]
        if any(clause.first <= m.first < clause.last for m in mentions):
            return None
        if not inside:
            continue
        opening = [h for h in inside if h.cue is Cue.RETRACT and words[h.first].text in ("no", "sorry")]
        refusals = opening or [h for h in negated(inside, ()) if h.cue in (Cue.NO, Cue.NOT)]
        refusals = [h for h in refusals if _UNWELL.isdisjoint(w.text for w in words[h.first : h.last])]
        quiet = {place for h in inside for place in range(h.first, h.last)}
        quiet |= {place for place in range(clause.first, clause.last) if words[place].text in GO_BETWEEN}
        if refusals and not content(words, clause.first, clause.last, frozenset(quiet)):
            return _said(refusals[0].first, refusals[0].last, clause, refusals[0])
        if not all(h.cue is Cue.PLAIN for h in inside):
            return None
    return None


def _sweeping(texts: Sequence[str], clauses: Sequence[Clause], places: Sequence[int]) -> Said | None:
    """A refusal of everything in so many words, anywhere in the letter."""
    for at in places:
        hit = SWEEPING.at(texts, at, at + _LONGEST)
        clause = next((c for c in clauses if c.first <= at < c.last), None) if hit is not None else None
        if hit is None or clause is None or clause.ends == "?":
            continue
        behind = texts[hit[1] : hit[1] + 4]
        if not _LEAVING_OUT.intersection(behind):
            return _said(at, min(hit[1], clause.last), clause, Hit(Cue.NO, at, hit[1]))
    return None
