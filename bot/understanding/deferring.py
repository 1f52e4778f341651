"""Whether a letter only says that an answer will follow: asked of letters that name no slot."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.words import Word

_CLASSES = {
    "will": one_of("will i'll we'll shall she'll he'll they'll who'll"),
    "do": one_of(
        "reply respond answer confirm check look email write sort decide choose pick discuss ask consult chase update "
        "turn tell find see know talk speak get come drop send make give have try raise run dig ring call message"
    ),
    "doing": one_of(
        "checking asking waiting sorting working trying speaking talking chasing consulting looking deciding "
        "discussing "
        "seeing finding liaising juggling comparing pinning awaiting hunting meeting tracking gathering"
    ),
    "still": one_of("i'm we're just still am are currently busy now is she's he's been"),
    "answer": one_of(
        "answer reply response decision choice preference date pick news something word confirmation details"
    ),
    "soon": one_of(
        "by on before shortly soon asap tomorrow next after when once later this in tonight today presently "
        "monday tuesday "
        "wednesday thursday friday straight directly properly first as the end"
    ),
    "board": one_of(
        "head headteacher chair governors slt team senior leadership principal boss deputy office board staff"
    ),
    "patience": one_of("until till til a some another more time to few day days week bit"),
    "yet": one_of(
        "looked look chance time answered replied decided spoken asked heard checked opened seen got managed"
    ),
}
_DEFERRING = PhraseTable(
    {
        "later": """
            @will (then|also|just|be|try|all|both|both)? (to|able)? @do
            @will (have|properly|definitely|certainly|need|get|aim|now)? (to|able)? @do
            @will be in touch ; @will ... (back|touch|know|answer|reply|respond|word|decision|line)
            (waiting|chasing|consulting|liaising) (on|for|with)? (the|my|our|head|governors|slt|them|him|her|mr|mrs|ms)
            @still (just|still|busy|now)? @doing ; (need|needs|have|got|going|trying|hoping|ought) to @do
            (with|to) you @soon ; (on|at) (my|the|our) (desk|list|radar|to-do|pile|agenda) ; in (my|the) (in-tray|inbox)
            (not|haven't|hasn't|yet+to|still+to|didn't|never) _? _? @yet ; (yet|still) to @yet
            before (i|we) (can)? (answer|reply|choose|decide|commit|pick|respond|come|get|give|let)
            receiving (our)? attention
            @will (shout|holler|revert|bell|return) ; hear from (me|us) ; hold your horses
            watch this space ; to follow ; more anon ; back (soon|shortly|later)
            have a (think|chat|word|ponder|natter)
            let me (check|see|ask|think|look|get|find|run|speak|talk|chat|have|dig|consult|sort)
            (chew|mull|talk|think|look|go) (it|this|them) over
            (in+front+of|before|past) (the|our|my) @board
            @will (peruse|ponder|report|respond|revert|advise|inform|communicate)
            (not|haven't|hasn't) (been)? (ignoring|ignored|forgotten|overlooked) ; (in|under) (hand|way|discussion)
            being (looked|discussed|considered|sorted|checked) ; will do ; first ... then ; then @will
            (tell|send|give|drop|email|show|ring|call) you (which|our|the|what|an|my|a)
            (tell|send|give|drop|email|show|ring|call) you (when|once|have|by|asap|soon|tomorrow)
            @answer (will|to|should|shall|coming|follows|is+coming) ; (have|has) (an|our|the|a|my|your)? @answer
            (an|our|the|my|your|a) @answer (by|before|on|tomorrow|soon|shortly|from|out+of|next|this|later)
            (will|and) one of us ; @soon and @will
            (put|take|passed|passing|forwarded|sent|sending) (it|this|them) (on)? (to|past)
            (asked|spoken+to|emailed|messaged) (the|my|our|mr|mrs|ms|miss|all|both|everyone|slt)
            (contacted|consulted|written+to) (the|my|our|mr|mrs|ms|miss|all|both|everyone|slt)
            talking to ... @soon
        """,
        "patience": """
            (give|allow|grant|spare) (us|me) @patience
            (get|getting|come|coming|be|go) (straight|right)? back (to+you|on|with)
            (bear|bearing) with ; leave (it|this|that) with ; (hold|hang) (on|tight|fire) ; let you know
            gimme @patience ; one (moment|sec|minute|second) ; few days ; (day|week) or (two|so) ; couple of days
            till then
        """,
    },
    _CLASSES,
)
_LONGEST = 10


def deferrals(words: Sequence[Word]) -> tuple[tuple[int, bool], ...]:
    """Where an answer is put off, as places among the words; and whether patience is asked for."""
    texts = [word.text for word in words]
    found = []
    for at in _DEFERRING.starts(texts):
        hit = _DEFERRING.at(texts, at, at + _LONGEST)
        if hit is not None:
            found.append((at, hit[0] == "patience"))
    return tuple(found)
