"""Frames in which a decision is told whatever its words: who decided, how it came out, what is left.

Tables only, written as `phrases` explains; `stance_words` and `leftover_words` take them in.
"""

from __future__ import annotations

_OUTCOME = "upshot|verdict|answer|consensus|decision|outcome|conclusion|choice|pick|selection|result|vote|winner"

_RESOLVED = "content|agreed|resolved|happy|decided|recommended|voted"
_HOSTING = "see|have|welcome|host|meet|receive|greet|show"
_CANNOT = "can't|cannot|couldn't|unable+to|haven't+been+able+to"

DECIDED = f"""
    (i'm|we're|he's|she's) (free|available|around) (on|all|most|any|every)?
    (is|was|be|looks) (a|the|our) (very|really|perfectly)? (good|great|fine|decent) (day|morning|afternoon|one)
    (is|was|be|looks) (a|the|our) (very|really|perfectly)? (better|lovely) (day|morning|afternoon|one)
    (first|next|earliest|nearest|soonest) (real|proper|clear|decent)? (gap|hole|opening|space|slot) (i|we) have is
    (first|next|earliest|nearest|soonest) (real|proper|clear|decent)? (gap|hole|opening|space|slot) (i've|we've) got is
    (only|one) _? (gap|hole|space|slot|opening|window|bit) (of+space|of+time)? (that)? (i|we) have (got|left|free)? is
    (only|one) _? (gap|hole|space|slot|opening|window|time|bit) (of+space|of+time)? (i've|we've) (got|left|free)? is
    (all|what) (that)? (i've|we've|i+have|we+have) (got|free|clear)? (left)? (is|are)
    (is|are|that's) (about|pretty+much|roughly|literally)? (what|all) (i've|we've|i+have|we+have) (got|left|free|clear)
    ({_OUTCOME}) (is|was|being) ; ({_OUTCOME}) ... (is|was|went|fell|came+down) (for|on|to)
    ({_OUTCOME}) ... _ - _ for ; the long and short of it is ; it (all)? (boils|comes|came|boiled) down to
    (came|comes|come|coming) (out|up)? (on)? (top|ahead|first)
    (tops|topped|heads|headed) (the|our|my) (list|poll|bill)
    won ; (carries|carried|won|wins) the (day|vote|poll) ; (got|gets|won|had) the most votes
    (you'll|you+will) be (here|with+us|coming|visiting|joining+us) (on|at|in)
    (head|headteacher|ht|principal|boss|deputy|chair|she|he|they|governor|dt|everyone|everybody) (chose|picks)
    (placed|entered|put|recorded|noted|written|added) (in|into|on|to) (the|our|my|his|her) (diary|diaries|calendar)
    (inserted|popped|marked|now) (in|into|on|to) (the|our|my|his|her) (diary|diaries|calendar|planner)
    (placed|entered|put|recorded|noted|added|inserted) (in|into|on|to) (the|our|my|his|her) _ (diary|diaries|calendar)
    (in|into) the (head's|headteacher's|school|office|head|heads|staff|main|shared|principal's) (diary|calendar)
    (is|be) (it|the+one) then ; will have to be ; it'll have to be
    (scribbled|inked|scrawled|typed|entered|bunged|popped|stuck) (it|you|that) (in|into|on|down|up)
    ({_RESOLVED}) that (the|this|your|it) (visit)? should (be|go+ahead|take+place|happen|proceed)
    ({_RESOLVED}) that (the|this|your|it) (visit)? (goes|go|takes|take) (ahead|place)
    (we'd|i'd|would|should) (love|like|be+glad|be+happy|be+pleased|be+thrilled) to ({_HOSTING})
    (we'd|i'd|we+would|i+would) (love|welcome|adore|favour) (the|that|a|your|option|number|_)
    (is|was) what (we've|i've|we+have|they've|we) (gone+for|gone+with|chosen|picked|decided+on|went+for)
    (looks|is|seems|was) the least _ ; (we'd|i'd) (snap+up|jump+at|leap+at|grab|seize)
    (is|are) (unclaimed|begging) ; (went|gone) (with|for)
    (go|goes|going) down (well|nicely|a+storm|a+treat)
    no (quibbles|quibble|qualms|quarrel|gripes|arguments|argument) (with|here|about)?
    (block|blocked|blocking|keeping|kept) (it|that) (out|off|free|clear) ; call it ; make a date of it
"""
"""What tells that a day has been decided on."""

RULED_OUT = """
    a (bust|no-no|goner|non-event) ; (is|are|was) (sacred|sacrosanct)
    (all|both|each) (two|three|four|five|of+them|of+those|of+these) (gone|out|sunk|scuppered|shot|finished|blown|lost)
    (is|are|it's|that's|was|been|gets|got) (also|already)? (booked|taken) (as+well|too|also|up|solid|already)
    (leave|leaving) (both|all|either|any) (of)? (those|these|them|the+others)? (be|alone|well+alone|out|aside|off)
    (leave|leaving) (those|these|them|it|that|the+others|the+other+two) (be|alone|well+alone|out|aside)
    non - (starter|starters) ; write - (off|offs) ; forget ; count out
    (gone|goes|went|going) (pear|belly) - shaped ; (gone|goes|went|going) (to+pot|south|out+the+window|by+the+board)
    (turned|turning|morphed) into (a|our|the) ; (give|gives|giving|gave) way to (that|this|it|them)
    best (avoided|left|forgotten|skipped|missed) ; best to (leave|avoid|skip|forget)
    (pull|pulled|pulling) the plug (on)? ; in two places ; (a|one) hard no ; hard no
    (would+be|is|was|'s)? (my|our|the) last (choice|resort|pick)
    (my|our|the) least (favourite|favoured|preferred|suitable|convenient)
    (i'd|we'd|i+would|we+would) least (like|want|choose|pick) ; thumbs down
    (would+be|is|was)? nobody's (vote|choice|pick|preference|idea)
    (is|are|was|were|all|fully) booked out
    (will|would|may|might|must|has|have|must+now) (have)? to? (give|make) way
    (will|would|must) have to (wait|go|move|change|shift|slip|come+off|be+moved|be+changed|be+postponed|be+put+off)
    (have|has|needs|need|going+to+have|got) to be (put+back|put+off|moved|shifted|changed|postponed|rearranged)
    (have|has|needs|need|going+to+have|got) to be (rescheduled|cancelled|delayed|pushed+back|rebooked|deferred|scrapped)
    will have to be (put+back|put+off|moved|shifted|changed|postponed|rearranged|rescheduled|cancelled|delayed)
    will have to be (pushed+back|rebooked|deferred|scrapped|called+off) ; must be (moved|postponed|rearranged|changed)
    (nor|neither) (am|are|is|can|could|will|do) (i|we)
    (drawn|draw|drew|drawing) a blank (with|on) (all|any|these|those|the|both|each)
"""
"""What tells that a day is none of ours."""

WAVERING = f"""
    (silence|nothing|nowt|no+word|radio+silence|no+reply|no+answer|crickets) (yet)? from
    (ofsted|god|weather|head|governors|trust|heads) willing ; % (sure|certain) ; worst ; appealed ; except from
    think again ; (we|i) (hear|gather|understand) (that)? (you'll|you're)
    subject ... to ; (everything|fingers|toes|legs|all|arms) crossed
    the (trouble|snag|catch|rub|hitch|difficulty) (is|being)
    (sticking|stumbling) (point|block)
    ({_CANNOT}) (get+hold+of|reach|track+down|pin+down) (anybody|anyone|him|her|them)
    (as+far+as|if) (i'm|i+am) concerned ; (isn't|is+not|not) (mine|ours|my+place|my+call) (to)?
    (only) the (senco|secretary|messenger|dt|deputy) ; (up|down) to (him|her|them|the+trust|the+head)
    (leave|left|leaving) (that|it|the+date|the+decision) (up)? (to|with) (the|my|our|him|her|them)
    (being|been|was|were) (told|asked|made|instructed|leant+on) to (say|agree|accept) ; who knows ; give or take
    (say|saying) (that|this|it) with ; thumbs down ; mine (is|was|the|would) ; alas .
"""
"""What tells that a yes is not the writer's to give, or not yet."""

COMMITTING_NOTHING = f"""
    ({_OUTCOME}) (is|was|being)? on
    (i'd|we'd|i|we|i'll|we'll|she'd|he'd) have to be (in|at|on|out|away|off|elsewhere)
    (hear|gather|understand|see|told|read) (that)? you'll be (here|with+us|coming|visiting) (on)?
    looking at (the|my|our) (wall)? (diary|calendar|planner|timetable) ,? (the|it|we|i|our|that|there|a|only)
    for once ; (should|must|would) say so ; (he|she|they) should (say|bring|ask|ring|come|go|use|wear|sign|report|let)
    whatever (you've|you+have) (got|offered|planned|put|in+mind|down) ; (ed|ep|educational) psych
    blocked (out|off|it+out|it+off|that+out|that+off|you+in|the+morning|the+afternoon|the+time|the+slot)
    (blocked|blocking) ... (diary|calendar|planner|diaries)
    (our|my|their|his|her|its) only ; the only (room|hall|person|space|member|teacher|adult|office|governor|decent)
    the only (one|person) (who|with|left|that) ; (it's|is|was|it+was) only (a|the|right|fair|polite|just|because)
"""
"""What sounds like a doubt and is none."""

SIGNING = """
    (are|is|am) (all)? (happy|content|satisfied)
    no (quibbles|quibble|qualms|quarrel|gripes|arguments|argument|disagreement|complaints)
    (wouldn't|would+not|couldn't|shouldn't) (alter|change) (a|one|any) (comma|word|thing|jot|letter|syllable)
"""
"""What agrees with a report by finding nothing against it."""
