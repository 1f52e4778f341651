"""How a slot is chosen: the verbs of picking, claiming, suiting and welcoming, and the idioms of a plain yes.

Tables only, written as `phrases` explains; `stance_words` takes them in.
"""

from __future__ import annotations

_OURS = "our|my|everyone's|everybody's|the+head's|her|his|their"
_US = "us|me|the+school|this+school|our+school"
_SOON = "duly|now|all|already|officially|formally|hereby|therefore"

PICKING = f"""
    booked out (at+our+end|for+you|for+the+visit|for+us) ; (said|says) (we|you|to) (should|can|may|could) (have|take|do)
    (i'm|we're|i+am|we+are) (picking|choosing|selecting|taking|bagging|having|accepting|booking|plumping+for)
    a definite (yes)? (from|for) (us|me)? ; (i'm|we're|i+am|we+are) going to say
    (is|are|been|have|we've|i've)? (now|all)? blocked (out|off) ... (for|in)
    (will|shall|i'll|we'll|to) (put|add|enter|place|get|log) (the+visit|it|this|you) (in|on|into|down) (the|our|my|for)
    (is|it's|are|you're|down|written|entered|noted)? (now|already)? (in|on) (my|our|the) ... (planner|whiteboard)
    (in|on) (my|our|the) (wall|big|school|staffroom|outlook|office|kitchen|red) (diary|calendar|planner)
    (that's|that+is) us ; (let|let's) us? go with ; (please)? record our acceptance of ; accept on (their|our) behalf
    have (the)? pleasure in (selecting|choosing|accepting|confirming)
    (asked|told|instructed|wants|asks|tells) (me|us) to (say|answer|reply|put|confirm|accept|book|go+for|go+with)
    (match|matches) (up)? (with)? (yours|ours|our+diary|your+offer|nicely|perfectly)
    (plump|plumping|plumped|opt|opting|opted|rooting|rooted|voting|voted|elect|elected|electing) (for|to+have)
    (pick|picked|picking|single|singled) out ; (homed|homing|home) in on ; (hit|alighted|lit|fixed|fastened) (on|upon)
    (came|come|coming) down (on+the+side+of|in+favour+of|for) ; (in|all+in) favour of ; all for ; sold on
    (first)? dibs (on)? ; (call|calling|called|calls) (dibs|bagsy|shotgun) ; (bagsie|bags|bagsied|bagged|nabbed) (us)?
    (stake|staked|staking|lay|laying) (our|my|a)? claim (to|on|for)?
    (snaffle|snaffled|nabbing|grabbing|claiming|grabbed|seize|jump+on|leap+on) ; (gonna|wanna) (go+for|go+with|do|have)
    (put|stick|pop|get|write|have|bung|chuck) (our|my) (name|names|marker|flag|pin) (on|against|next+to|beside|down+for)
    (put|stick|pop|bung|chuck|slot|write|pen|get|fit|have) ({_US}) (down|in)? (for|on)
    (mark|enter|register|enrol|schedule|allocate|assign) ({_US}) (up|down|in)? (for|on)
    (allot|slot|fit|diarise|note|sign|pop) ({_US}) (up|down|in)? (for|on)
    (please)? (allocate|assign|award|allot) ({_US})
    (is|was|would+be|being|be|it's|that's) ({_OURS}) (choice|pick|selection|decision|winner|vote)
    ({_OURS}) (choice|pick|selection|vote) (is|would+be|falls+on|fell+on|goes+to|goes+for)
    (so|please|just|do|and) book it (in|please)?
    (sold|deal|done+deal) ! ; you've got (yourself|yourselves) a (date|deal|visit) ; game on
    (that|which|this|it) (would|will|'ll|'d)? get ({_OURS}) (vote|nod|blessing|approval)
    ({_OURS}) (money's|heart's|finger|pin) (is|landed|fell|stopped)? (on|at)
    (have|has|having|had) ({_OURS}) (vote|nod|blessing|approval|thumbs+up|backing)
    (gets|get|got|has|have|getting|wins) (a|an|the|two|all|both)? (big|firm|resounding|massive|definite)? (yes|nod|tick)
    (gets|get|got|has|have|getting) (a|an|the|two|both)? (big|firm)? (thumbs+up|green+light|gold+star|gold+medal)
    (gets|get|got|has|have|getting) (top|full) marks ; (ten|10) out of (ten|10) ; 10 / 10
    (two|2|big|both|a+big)? (thumbs|thumb) (up|👍) (for|to|from|all+round|here)?
    (a|it's+a|that's+a|an|is+a|big)? yes (from|to|for) (us|me|all|everyone)
    (firm|definite|solid|resounding|massive|hearty)? yes (from|to|for) (us|me|all|everyone)
    (seal|stamp) of approval ; all systems go (for)? ; green - lit ; green light ; go for launch
    (you|you'd|you'll) ... not better
    (can't|couldn't|cannot|won't|not|nothing|you'll+not|never) (beat|better|fault|top|beats|tops|betters)
    (pick|best|cream) of the (bunch|crop|lot|three|two|four|pair|set)
    (is|are|was|be) (the)? (only)? (one|day|slot|date|option) (left|standing|left+standing)
    (is|are|was|be) (the)? (only)? (one|day|slot|date|option) (we+can+do|that+works|that+suits)
    (is|are|was|be) the only (one|day|slot|date|option) (we+can+do|that+works|that+suits|which+works|which+suits)
    (last|only) (horse|one|man|date|day|slot|option) (left|standing) (in+the+race|in+the+running|on+the+list)?
    (survivor|stands+up|remains|left+standing|stays+standing)
    (take|taking|took|taken) (you|them) up on ; (hold|pin) you to
"""
"""The verbs and idioms of picking one out of several."""

SUITING = f"""
    (fits|fit|fitted|foots) the bill ; (suit|suits|suited|suiting) ({_US})? (fine|well|nicely|perfectly|a+treat|to+a+t)
    (down|right|straight) up our (street|alley) ; (right|just|bang) up (our|my) street
    what the doctor ordered ; (music|honey) to (my|our) ears ; (in|on) the bag ; fills the bill
    (ticks|tick|ticked|ticking) (all|every|each|most+of)? (of)? (the|our|my)? (box|boxes)
    (wins|won|win|winner) (by+a|hands|the|out|it|easily|outright) (mile|country+mile|long+chalk|nose|landslide|down)?
    by a (mile|country+mile|long+chalk|long+way|landslide|distance) ; (head|heads) and shoulders above
    (streets|miles|light-years) (ahead|better) ; (comes|came|come) up trumps
    (is|it's|be|would+be|will+be|that's|sounds|looks) (a)? (cinch|doddle|breeze|dream|gem)
    (is|it's|be|would+be|will+be|that's|sounds|looks) (a)? (gift|godsend|beauty|belter|corker|cracker)
    (is|be|would+be|will+be|that's|it's) (bliss|heaven|divine|fine+and+dandy|tickety+boo|tip+top|just+so)
    (has|have|got|with) (our|my|the+school's|your|all+our) (name|names) (all+over|written) (on|over|it)?
    (has|have|got|with) (our|my|the+school's|your|all+our) (name|names) (on|against|plastered) (on|over|it)?
    (has|have|got|with) (our|my|the+school's|your) (name|names) written all over it
    (is|keeps|was|starts) (calling|calling+to|calling+out+to) (us|me|our+name|my+name)?
    (speaks|spoke|shouts|leaps|jumps) (out)? (to|at) (us|me)
    as good a (day|time|date|slot) as any ; (just|absolutely|perfectly|totally|more+than) fine
    (meets|met|meeting) (with)? ({_OURS}|general|universal)? (approval|agreement|requirements)
    (finds|found) favour (with)? ; (in|all+in) order (for|with)? ; amenable (to)? ; accords with
    (plain+sailing|coast+is+clear|no+obstacles|no+barriers|all+clear|decks+are+clear|clear+run|a+clear+day)
    (a|is+a|as+a|completely)? blank (page|sheet|space|square) (in|on) (the|my|our) (diary|calendar|planner|wall)
    (diary|diaries|calendar) (is|are|looks|stands|lies)? (an+open+book|wide+open|empty|blank)
    (planner|day|morning|afternoon) (is|are|looks|stands|lies)? (an+open+book|wide+open|empty|blank)
    (easy|easier|easiest|simple|simplest) (peasy)? (for|to) (us|me|everyone)
    (works|work) (for|with) (us|me|everyone|all|everybody|both) ; (is|are) (both)? doable
    passt ; (it)? goes (on|for+us+on) ; (am|are|is) (agree|agreed) (with)?
    (would|will|'d|'ll|should|does|do|did)? (us)? (very|just|perfectly)? (nicely|grand|lovely|splendidly|admirably)
    (chuffed|thrilled|delighted|honoured|privileged|tickled+pink|over+the+moon) (to+bits)? (with|to|for|that)?
    (only|more)? (too|than) (happy|glad|pleased|welcome|delighted) (to|with|for|on)?
"""
"""What is said of a day that suits."""

WELCOMING = f"""
    (you) (can|may|could|shall|will|are+to|must) have ; (you're|you+are|more+than|very|most) welcome (to|on|at|for|here)
    (is|it's|that's|be) (all)? yours (for+the+taking|for+the+asking|if+you+want+it)?
    help (yourself|yourselves) to ; be our guest (on)? ; come (along|over|down|on+down|by|round|then|to+us|here) (on)?
    (do|please|just) come (on|to|along)?
    (pop|drop|call|swing) (in|by|over|round|along) (on)? ; come (in|at|for) (the)?
    (we'll|we+will|we+shall|i'll|i+shall|we're) (all)? be (in|here|waiting|ready) (for+you|on)?
    (we'll|we+will|we+shall|i'll|i+shall|we're) (all)? be (at+home|around|free|expecting|about) (for+you|on)?
    (find|have|see) us (in|here|at+home|ready|waiting|open) (on|for)? ; (shall|will|we'll|i'll) look forward to
    (shall|will|we'll|i'll) look forward to (seeing|welcoming|meeting|having|hosting|greeting) (you)?
    (has|have|got) nothing (else)? (on|in|down|booked|planned) (it|then|there|that+day)? (whatsoever|at+all)?
    (is|with|there's) nothing (else)? (on|in|down|booked|planned) (it|then|there|that+day)? (whatsoever|at+all)?
    (put|place|stick|pop) (a|the|our|my|your) (tick|ring|circle|mark|star) (against|next+to|by|beside|round|around|on)
    in (the|our|my) (school|office|staff|main|big|shared|outlook|wall|department|leadership) (diary|calendar|planner)
    (hearts|heart|sights) set on
    (doors|door|gates|gate) (is|are|will+be|open) (open|to+you)? ; open house ; (at+home|waiting) to you
    (we|i|we'll|i'll|we+will|we+shall) (await|wait+for|look+out+for|expect|see|look+for|greet) you
    (roll|bring) on ; (hurrah|hooray|hurray|yay|three+cheers|hip+hip) (for)? ; (until|till) then
    (have|has|with|it's|in)? (great|much|every)? pleasure (in|to|of)? (accept|accepting|confirming|choosing|booking)?
    (accept|accepted|accepting) with (thanks|pleasure|gratitude|delight|many+thanks)
    (note|take|read) (our|this|my|it) (as)? (our|an|formal)? (acceptance|confirmation|yes|booking) (of|for)?
    (regard|treat|consider) (our|this|my|it) (as)? (our|an|formal)? (acceptance|confirmation|yes|booking) (of|for)?
    be so (kind|good) as to (book|reserve|enter|put) ; (kindly|please) (book|reserve|enter|note|put|secure|arrange|fix)
    (is|are|has+been|have+been|now|it's|been) ({_SOON}) (booked|agreed|settled|fixed|arranged|confirmed|entered)
    (have|has|i've|we've|it's|now|am|are) (booked|blocked|cleared|kept) (out|off|up)?
    (have|has|i've|we've|it's|now|am|are) (saved|reserved|marked|ringed|circled) (out|off|up)?
    (cleared|emptied|wiped) (my|our|the|her|his|everyone's) (diary|diaries|morning|afternoon|day)
    (freed|freed+up|blocked+out|blocked+off) (my|our|the|her|his|everyone's) (diary|diaries|morning|afternoon|day)
"""
"""What is said to a guest who may come."""
