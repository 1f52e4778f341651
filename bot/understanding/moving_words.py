"""Words of putting a day forward, and of giving one up: tables only, written as `phrases` explains."""

from __future__ import annotations

_CAN_HAVE = "have+you|see+you|get+you|fit+you+in|host+you|do+it|make+it|come|manage+it|be+there|visit"

FREE = """
     would (let|allow|enable) you (meet|see|talk|catch|speak|visit|join)
    (is|was|'s|be|looks) the right (day|date|one|week|slot)
    (is|are|looks|look|was) (completely|totally|utterly|wholly|gloriously|blissfully|pretty) empty
    (we've|i've|have|has|with) (got)? no (clubs|duty|duties|meetings|events|trips|commitments)
    (we've|i've|have|has|with) (got)? no (assembly|assemblies|appointments|interruptions|rehearsals)
    pencilled (in|as)? (free|clear|empty|spare) ; marked (as)? (free|clear|empty)
    (clean|clear) as a (whistle|bell) ; (isn't|aren't|not|won't+be|wasn't) (affected|impacted|touched|in+question)
    (isn't|aren't|not|won't+be|wasn't) (moving|changing|in+doubt|altered|at+risk|in+jeopardy)
    (bite|snap) your (hand|arm) off ; (jump|leap) at (it|the+chance|that) ; (put|stuck|stick) a pin in
    going spare ; (to|going) spare ; going (begging|free) ; at your disposal ; yours for the (taking|asking)
    yours if you (want|like|fancy) (it|that|them)? ; (vacant|unclaimed|unspoken+for) ; wide open for
    (is|are|was|would+be) when (i'd|id|we'd|i+would|we+would) (like|love|prefer|want|rather|choose|pick|suggest)
    (is|are|was|would+be) when (i'd|id|we'd|i+would|we+would) (be+free|be+available|be+around|be+able|welcome)
    (is|are|was|would+be) when (i've|we've|i|we) (got)? (time|space|room|capacity|a+gap|a+free|a+slot|nothing+on|cover)
    (is|are|was|would+be) when (i|we) have (time|space|room|capacity|a+gap|a+slot|nothing+on|cover|staff)
    (is|are|was|would+be) when (i'm|we're|everyone's|everybody's|the+head's|she's|he's) (all)? (free|available|around)
    (is|are|was|would+be) when (i'm|we're|everyone's|everybody's|the+head's|she's|he's) (all)? (in|here|next|clear)
    (is|are|would+be) when (everyone|everybody|the+head|our+governor|all+of+us|both+of+us) (is|are|can|could|will)
    (it'd|that'd) be ; (lots|loads|plenty) of (room|space|time) ; (nothing|nowt|zilch|zero) on (that|then)
    a blank page
    (is|are|look|looks|looking) (quieter|calmer|emptier|clearer|freer)
"""
"""What tells that a day is there to be had."""

_VISITOR = "you|they|she|he|your+adviser|the+adviser|an+adviser|your+colleague|your+team|someone|somebody|one+of+you"
_POP = "pop|drop|call|swing|nip|head|get|look|stretch|travel|venture|join+us|see+us|run+to|rock+up|slip"

ASKED = f"""
    what (do|d'you) you? (reckon|think|say) ?
    (how|what) (do|would|d'you) you (feel|think|say) (about|to|of) (coming|doing|having|making|visiting)? (it|us)? (on)?
    (would|do) you mind (awfully|terribly|very+much|at+all)? (coming|doing|making|having)
    ask you for ; in it's (place|stead)
    (head|headteacher|ht|boss|principal|chair|deputy|she|he) (fancies|has+asked+for|insists+on|is+set+on)
    (could|can|might|may) (rustle|conjure|magic|drum|scrape|free|open|cobble) (you)? (up|together|out) (an|a|the|some)?
    (could|can|might|may) (carve|squeeze|eke|prise) (you)? (out|open) (an|a|the|some)? ; (could|can) do you (an|a|the)
    (could|can) (find|spare|clear|rearrange|make+space|make+room|make+time|set+aside) (you)? (an|a|the|some|on|for)
    in the mix
    into the (mix|ring|hat|pot|frame|ether) ; (run|fly|float) (this|it|a+date) (up|past|by) (the|you) (flagpole)?
    (could|can|might|would|will) (somebody|someone|anyone|anybody) (please)?
    (could|can|might|would|will) (one+of+your+team|one+of+the+team|your+person) (please)?
    (could|can|might|would) (somebody|someone|anyone|one+of+you|one+of+your+team|your+person) (please|possibly)? (come)
    (could|can|might|would) (somebody|someone|anyone|one+of+you|one+of+your+team) (please)? (make|do|manage|visit|be)
    (have|has) it (down|marked|noted) as (the|a) ; (would|do) (your|the) team (ever)? do ; do (they|you) ever do
    if (it's|it+is|that's) all the same (to|with) (you|your+adviser|everyone) ; would earlier be ; would later be
    (chance|chancing|push|pushing|try|trying) (my|our) (arm|luck) ; here's (a|my|one) (thought|idea|suggestion)
    (there's|now+there's|here's) (a|an) (thought|idea|notion) ; if you're desperate
    (could|can|might|may|would|will) ({_VISITOR}) (possibly|please|perhaps|maybe|instead)? ({_POP}) (to|over|in|by)?
    (were|are|would|was) ({_VISITOR}) (be)? able to (offer|do|come|make|manage|fit+us+in|visit|see+us|get)
    is there (any)? (scope|flexibility|potential|leeway|wriggle+room) (for|of|to|in) (doing|having|moving)? (it|this)?
    (would|could|will) you (switch|swap|trade|reconsider|consider|entertain)
    see your way (clear)? to (coming|offering) ; (could|can|might) (just|perhaps)? see (my|our) way (clear)? to (a|the)?
    (i'd|we'd|she'd|he'd|they'd|would|could) (countenance|entertain|stomach|contemplate|tolerate|stretch+to|run+to)
    any (joy|luck|mileage|hope|interest|room|chance) (with|in|on|for|of) ; (offer|give) us (the|a)
    (try|catch|ask|see) us (again)? (in|on|after|from|during)
    (please|could+you|can+you|would+you) look (at|in|to) (the|a)
    (would|i'd|we'd|she'd|he'd|they'd) (much|far|really)? (rather|sooner) (have|do|it+was|it+were|the)?
    (got|have) (you)? anything (at+all)? (on|for|around) ; do you (have|still+have) (the|that)
    (i'd|we'd|i+would|we+would|i'll|we'll) (be)? (ask|asking|have+to+ask) (for|if) ; (he'll|she'll|they'll) do
    (how's|hows) about ; (do|would) you want to say ; (ask|asks|asking) (if|whether) the visit (might|could|can) be
    (could|can) offer (you|up|the|as)? ; (could|can|would) (fit|squeeze|slot|slip|tuck) you in (on|at|in)?
    (if|so+long+as) (we|i) (can|could|may|might) ({_CAN_HAVE}) (then|there|on+that+day|that+day|instead)?
    if (you're|you+are|your+adviser+is|she's|he's) (free|available|about|around) (then|that+day|on+that+day)?
    if that (works|suits|fits|is+any+good|would+do|would+work|would+suit) (for|at|with)? (you|your+end|your+side)?
    (put|putting) forward ; (put|putting) in a (bid|plea|request|word) for ; (throw|chuck|toss) (in|out) the
    (counter|counter-propose|counterpropose|counter - propose|counter-offer|counter - offer)
    (would|might|could) you (be)? (entertain|stretch+to|run+to|consider|countenance|contemplate|look+at|go+for)
    (would|might|could) you (be)? (open+to|up+for|happy+with|ok+with|able+to+do|able+to+make|able+to+come)
    (fancy|care+for|up+for) ; (my|our) (counter|counter-offer|offer|suggestion|proposal|alternative) (is|would+be|would)
    (a|one|another) (possibility|option|idea|thought|suggestion) (is|would+be|might+be)
    (is|are|any) there (space|room|a+gap|a+slot|anything|something|owt|availability|a+space) (on|for|in)
"""
"""What asks for a day."""

_WITH = "with|on|for|about|over|regarding"
GIVEN_UP = f"""
    (i'd|we'd|i+would|we+would|would) (much|far|really)? (rather|prefer|sooner) not (to)?
    (knock|knocked|knocking|hit) ... on the head
    (slight|little|small|minor|major|bit+of+a|big|a|another) (hitch|snag|glitch|complication|hiccup|setback) ({_WITH})
    (slight|little|small|minor|major|bit+of+a|big) (problem|issue|clash) ({_WITH})
    (hand|handed|handing|give|giving|gave) back (the|that|our|it|both|your) ; (hand|give) (it|that|them|these) back
    (had|have|has|having|got|going|need|forced) to hand back ; (give|gave|giving|given) backword (on|for|about)?
    (have|had|having|got|need) to (give|send) (our)? (backword|apologies|our+apologies|regrets)
    (will|we'll|i'll|shall|going+to|gonna|have+to|must) (pass|skip|sit+out) (on)?
    (can't|cannot|couldn't|won't) (have|see|receive|welcome|host|take) (you|anyone|anybody|visitors|a+soul) (then|after)
    not for us ; (isn't|aren't|not) (one|ones|any) for us
    (is|are|it's|that's|they're) not for us ; (afraid|sorry) not (to|for) (any|all|both|these|those|either|the)
    (have|had|having) to (cry) (out|off) (of|on)? ; scratch (us|the|our) from
    (has|have|had|is|are) (bitten|bit) the dust ; (come|came|comes) to grief ; (gone|went|go) for a burton ; scotched
    (got|been|was|were) (hijacked|gazumped|trumped|bumped|pulled|canned|binned|axed|scuppered) ; (fell|fallen) foul of
    (have|having|had) to (withdraw|retract|rescind|unpick|undo) (the|our|that)
    (have|having|had) to (unpick|release|relinquish|surrender|forfeit) (the|our|that)
    (knocked|knock) on the head ; kicked into touch ; (put|go|gone) on (ice|the+back+burner) ; (shelved|parked)
    (renege|reneging|welch|welsh|bail|bailing) on ; (cry|crying) off
    (take|taking) a (rain+check|raincheck|rain-check) (on)? ; (is|are) (now)? (a|an|the|our|my) (inset|strike+day|trip)
    (gone|going|went) (haywire|awry|wrong|belly-up|up+in+smoke|west|phut|to+pieces) ; (be|being) shut ; (give|gave) way
    (please|kindly) (cancel|scrap|release|unbook|drop|ditch) ; (can|could) you (please)? (cancel|scrap|unbook)
    (have|need|needs|has|going|got) to (bump|shunt|slide|scrub|pull|push|knock|defer|delay|stand+down|call+off)
    (can't|cannot|couldn't|won't|not) (stand|be+kept|be+honoured|hold|be+met|stick|keep+to|stick+to|honour|keep)
    (unable|not+able) to (keep|honour|stick+to|accommodate|manage|host|do|make|accept|take+up|commit+to|offer|fulfil)
    (unable|not+able) to (meet|have+you|see+you|receive+you|be+there|be+in|be+around|attend|go+ahead)
    (rubbish|terrible|dreadful|awful|dire|grim|hopeless|horrid|lousy|pants) (for|here|at) (us|me|here|our+end)? ; pants
    rubbish ; no thanks to (the|these|those|any|all|either|both|that|your|1|2) ; thanks but no thanks
    thank you but no thank you
    (is|are|it's|that's) (no+longer+possible|not+going+to+happen|not+to+be|beyond+us)
    (wiped|blown|knocked|bumped|crossed|scratched|struck) (out|off) ; (falls|fallen|fell) (over|apart)
    (put|puts|has+put|have+put) paid to ; (put|puts) the (kibosh|mockers|block) on ; (bit|bites) the dust
"""
"""What gives a day up, or turns it down."""

_MOVED = "moved|rearranged|rescheduled|postponed|changed|put+back|deferred|delayed|switched|shifted"
_BEG = "ask|asking|request|requesting|need|want|like|require"
TO_BE_MOVED = f"""
    ({_BEG}) for? (the|our|your|this) (visit|appointment|booking) to be ({_MOVED})
    ({_BEG}) for? (the|our|your|this) (visit|appointment|booking) _ _ _? _? to be ({_MOVED})
"""
"""What asks that a visit be moved."""

OTHERWISE = """
    if (that|that's|this|it|it's|those) (is|was)? (a|too|all)? (bit)? (too)? (soon|late|early|tight|rushed|quick|close)
    if (that|that's|this|it|it's) (is)? (too)? (short+notice|much+of+a+rush|far+off|far+away|awkward|tricky|booked)
    if (that|that's|this|it|it's) (doesn't|won't|can't|isn't|is+not) (do|suit|possible|fit|fly|convenient|work|ok)
    if (that|those|these|they) (don't|are+not|aren't) (do|suit|work|any+good|any+use|possible|free)
    if you (can't|cannot|aren't+free|are+busy|can't+do|can't+manage|can't+make) (then|that|that+day|that+one)
"""
"""What leads to the next best, if the day asked for is not to be had."""

POLITE = """
    should you (ever)? (need|want|wish|have) to (shuffle|juggle|swap|move|change|switch|shift) (things|it|us)?
    if (ever)? you (ever)? (need|have|want|wish|had) to (shuffle|juggle|swap|move|change|switch|shift) (things|it|us)?
    (isn't|aren't|wasn't|doesn't|don't|won't|wouldn't|didn't|hasn't|haven't) (it|they|we) (.|!|,)
    (let|tell) (me|us) (know)? if (that's|this+is|it's|that+is|it+is|this|that|it) (a|not|no|an)? (problem|issue|good)
    (let|tell) (me|us) (know)? if (that's|this+is|it's|that+is|it+is|this|that|it) (a|not|no|an)? (ok|okay|possible)
    (let|tell) (me|us) (know)? if (that|this|it) (doesn't|does+not|won't|isn't|is+not) (work|suit|possible|ok|be)
    (let|tell) (me|us) (know)? if you (can't|cannot|can+no+longer|can't+make|no+longer|can+not) (make|come|do|manage)?
    (let|tell) (me|us) (know)? if (this|anything|that|plans|things|it|something) (changes|change|alters|altered)
    if (it's|that's|it+is|that+is|this+is|this+isn't|it+isn't) not (too|much)? (soon|late|early|short+notice)
    if (it's|that's|it+is|that+is) not (too|much|a|any)? (much+trouble|trouble|bother|hassle|imposition|nuisance|rushed)
    if (it+isn't|that+isn't|it's+not|that's+not) (too|a|much) (soon|late|early|short+notice|trouble|bother|cheeky)
"""
"""Conditions that are none."""

LEFT_ALONE = """
    (we've|i've|have|has|with) (got)? no (lessons|classes|timetable|teaching+then|teaching+that+day)
    (with|you|have|pick|choose|find|agree|settle|send|suggest|propose|offer|fix|confirm|name|set) a date
    not for us to (say|decide|judge|choose|comment)
    (tea|lunch|cake|coffee|biscuits|pudding|dinner|chips|drinks) to follow
    pass on (your|the|my|our|this|that|any|his|her|all) (message|thanks|regards|details|email)
    pass on (your|the|my|our|this|that|any|his|her|all) (name|names|info|invitation)
    pass on (your|the|my|our|this|that|any|his|her|all)? (best|good|kind|warm) (wishes|regards)
    (don't|do+not|please+don't|never|needn't|no+need+to) (move|change|cancel|touch|alter|shift|swap) (it|us|this|that)?
    (don't|do+not|please+don't|never) (move|change|cancel|touch|alter|shift|swap) (anything|the|our|ours)
"""
"""What leaves things as they are."""
