"""Second thoughts: what is said beside a yes by somebody who does not know, has not asked, or does not decide.

Unlike single words of doubt these phrases hold back a yes whatever else their sentence is about.
"""

from __future__ import annotations

from bot.understanding.phrases import PhraseTable, one_of

_CLASSES = {
    "we": one_of("i we"),
    "deciders": one_of(
        "head headteacher principal boss deputy chair governors trust slt ht director executive union unions "
        "solicitors council diocese bishop bursar secretary management committee board"
    ),
    "them": one_of("him her them anyone anybody everyone everybody staff nobody"),
    "asked": one_of("asked told checked consulted cleared squared run warned spoken mentioned seen looked"),
    "may": one_of("may might could"),
    "consent": one_of(
        "ratification endorsement approval sign-off authorisation authorization consent agreement clearance permission "
        "funding funds sanction countersignature"
    ),
    "booking": one_of(
        "reservation booking acceptance agreement date visit arrangement arrangements this it which confirmation slot"
    ),
    "provisional": one_of("indicative provisional tentative draft interim unofficial informal"),
    "they": one_of("he she they he's she's they've they're"),
    "via": one_of("via through past by to"),
    "cleared": one_of("cleared agreed approved signed authorised sanctioned okayed vetted run"),
    "rearrange": one_of(
        "look find try pick go move rearrange prefer rather want need choose change swap postpone leave"
    ),
    "written": one_of("written scribbled scrawled pencilled inked crossed blocked booked ringed circled"),
    "same": one_of("same then that"),
    "on": one_of(
        "coming visiting drill visit inspection trip training course inset exam exams photographer strike cover"
    ),
}

NOT_ASKED, NOT_KNOWN, MAY_COME_TO_NOTHING = "has not asked", "does not know", "may come to nothing"
SECOND_THOUGHTS = PhraseTable(
    {
        NOT_KNOWN: """
            (won't|shan't|not) know (till|until|before|more|yet|for) ; (i'll|we'll|will|should|shall) know (more|better)
            (i'll|we'll|will|should|shall) know (for|on|by|when|after|tomorrow|monday|tuesday|wednesday|thursday|friday)
            (till|until|once|when|before) (i|we) know (if|whether|what|more|for|how|when)
            and (i|we) don't know (what|when|if|whether|how|who) ; (i|we) couldn't (say|tell|swear)
            (i|we) can't (swear|vouch|answer|speak|regard|be+certain|be+sure|say+for) ; (can't|couldn't) swear
            (me|i'm|am|just|only) guessing ; (my|a) guess ; (for|is) all (i|we) know
            (wouldn't|don't|not) (put|write|mark|enter) it in (ink|pen|stone|yet|the)
            (jury|jury's) (is|still)? out ; (in+the+balance|up+in+the+air|hangs+by+a+thread)
            is another (matter|thing|question|story) ; (to|until|till) be sure
            @we (don't|do+not) know yet (which|if|whether) ; @we (don't|do+not) yet know (which|if|whether)
            (whichever|which) of (you|us|them|the+two) (wins|gets|goes+first|has+to+give|has+priority|takes+priority)
            (said|says|muttered|mumbled|mentioned|saying) something about (a|an|the|our|some|having) ... @on
            (well)? , i say (all|yes|fine|good|that|so) ; (could|may|might) go either
        """,
        "holds off": """
            (hang|hold|holding) fire ; so hold off
        """,
        NOT_ASKED: """
            @we (haven't|have+not|hadn't|didn't) (yet|actually)? @asked
            (without|before) (having)? (seeing|seen|asking|asked|telling|told|checking|checked|consulting) @them
            (without|before) (having)? (seeing|seen|asking|asked|telling|told|checking|checked|consulting) (the|my|our)
            (nobody|no+one|noone) (has|has+yet|had) (asked|told|checked|mentioned|cleared|consulted|warned)
            (hasn't|haven't) (answered|replied|responded|been+asked|been+told|been+consulted|got+back|come+back)
            (was|is|were) going to (let+me+know|let+us+know|tell+me|tell+us|check|confirm) and (hasn't|haven't)
            (ring|phone|call|ask|email|speak+to|talk+to|word+with) ... (see|find+out) (where|what|if|whether)
            going to have a word
            (hasn't|haven't|hadn't|has+not|have+not) (yet|even|actually)? seen (any+of)? (this|these|them|those|your|it)
            (speaking|talking|writing|replying) out of turn
            (tell+me+off|have+my+head|have+my+guts) if (it's|it+is|this+is|i've|i'm|that's)
            (kill+me|skin+me|sack+me|shoot+me) if (it's|it+is|this+is|i've|i'm|that's)
            (cover+supervisor|temp|caretaker|cleaner|cook|lunchtime+supervisor|agency+staff|work+experience) here ,
            (wants|needs|likes|expects|insists+on) (it|this|that|things|everything) _ first
            (presumably|hopefully|no+doubt|doubtless) ... (shout|scream|yell|object|complain|protest|overrule)
            (he'll|she'll|they'll|he|she|they) (will|can)? (shout|scream|yell|object|say|complain) if @they
        """,
        "does not decide": """
            (somebody|someone) (more+important|else|higher|senior|above) (needs|has|will|must|should) (to)?
            (don't|do+not) (normally|usually|really)? deal with (this|these|visits|it) ; above my pay
            @deciders (says|say|said) (no|not|over+her|over+his|we+can't|we+mustn't|otherwise)
            (says|saying|said) no to ; say no to (it|this|that|you|us|visits|visitors|all|everything|anything)
            (to|may|might|could) have to say no ; (asked|told|ordered) (us)? to say no
            (may|might|could|would) say no ; (absolutely|definitely)? not (that|this) (day|week|morning|afternoon)
            (await|awaiting|waiting+for|wait+for) (the|a|their|her|his) ... (verdict|decision|ruling|outcome|vote)
            (go|going) (by|with) (his|hers|theirs) ; less than (ideal|perfect|perfectly|convenient|keen|happy|certain)
            (need|want|like|without) sight of
            (needs|need|has|have|may+need|may+have) to (be)? (looked+at|seen|approved|agreed|signed|countersigned) by
            put a (stop|ban|freeze|block|hold|halt) on ; (real|proper) (answer|reply) (follows|to+follow|later|tomorrow)
            (not|no+longer) (allowed|permitted|meant|supposed) to (agree|book|accept|commit)
            (wouldn't|won't|can't|couldn't) do (it|this|that) without (her|him|them)
            @deciders (vote|votes|voting|decide|decides) (on|this|next|that|tomorrow|about)
            remains to be seen ; @deciders (has|have|had|is|are) (now|just|since)? (blocked|refused|refusing|blocking)
            (been|got|was|were) (blocked|refused|turned+down) by the? @deciders
            enter into nothing ; (cannot|can't|not) regard ; over (her|his|their) dead ; fight it out ; thrash it out
            (until|till|once) ... (advised|ruled|voted|met|decided|signed|agreed) ; they have told us
            (doesn't|don't|won't) like (it|visitors|visits) and
            (can't|cannot|couldn't|won't|not+able+to|unable+to) commit
            (visits|visitors|bookings|dates|everything|requests) (all)? (go|goes|must+go|has+to+go|have+to+go) @via
            (visits|visitors|bookings|dates|everything|requests) (must|has+to|have+to|need+to) be @cleared (by|with)
            (has|have|needs|need|must) (to)? (sit+in|be+there) , (says|say|said|insists)
            (has|have|needs|need|must) (to)? (be+present|attend|be+in+the+room) , (says|say|said|insists)
        """,
        "a formal reservation": """
            @consent ... ... (outstanding|awaited|pending|required|needed|sought|forthcoming|obtained)
            @booking ... (subject|conditional|contingent|dependent) (to|on|upon)
            (without|with) prejudice ; reserve the right ; (remains|remain) outstanding
            (treat|regard|take|consider) (the+above|the+foregoing|this|it|our+reply|our+answer) as @provisional
            until (our|the|a|my) ... (issues|issue|raises|raise|signs|releases|countersigns) (a|an|the|it|our)
        """,
        "asks us to wait": """
            wait (for|until|till) ; (best|better|please|maybe|should|could) (to)? wait ; before you confirm
            without confirming ; (don't|not) confirm ; (keep|hold|leave) (it|that|this|both|them) (free|open|clear|back)
            or (shall|should|would|do|can|could|will) (we|i|you) (rather|prefer|better)? @rearrange
            is (that|this|it) (still)? (workable|viable|feasible|acceptable|doable|too+much|a+deal-breaker)
            why (not|don't+you) (do|see|visit|make|combine|come+to) ... _? (then|instead|together|same+day)
            keep ... for us as well ; (give|allow) (us|me) (until|till|a|the|another)
            (just|only) until ; leave it (till|until) ; report back
        """,
        MAY_COME_TO_NOTHING: """
            @may (well|still|yet)? (have|need) to (say|send|close|shut|stay|go|move|call|cancel|back|pull|be)
            (they|he|she|it|something|things) @may (well|still|yet)? (have+something|clash|fall|change|need|be+moved)
            (a|one|small|slight|only|the|big|possible|potential) (hitch|snag|catch|hiccup|wrinkle|drawback|complication)
            (send|sending|sent) (everyone|everybody|children|them|pupils|all) home
            (empty|emptying|evacuate|evacuating|clear|clearing) the (building|school|site)
            (all|it|everything|things|plans|plan) ... (fall|falls|fallen) (apart|through|flat|over)
            nowhere to (put|see|sit|host|meet) ; (no|isn't|not) another room ; the only (free|quiet|spare) room
            not opening (up|for|till|until|before)
            (balloting|on+strike|walk+out|walking+out|industrial+action|come+out+on)
            (ballot|ballots|dispute|picket) ; (bring|brings|brought|move|moved) it (forward|back)
            (nobody|no+one|noone) else (here|in|left)? (who|that) (can|could|would|will|is+able|knows)
            (nobody|no+one|noone) else (here|in|left)? (to|could|can) (see|meet|receive|host|show|greet|look+after|take)
            (baby|daughter|wife|partner|sister|son's+wife|operation|hip|surgery) (is|'s)? due (on|that|any|the|in|then)
            (daughter's|wife's|partner's|sister's|baby's) due (on|that|any|the|in|then)
            (off|away|out+of+here|gone) (to|for)? _? the (minute|moment|second|instant) ; on standby to
            (someone's|somebody's|someone+has|somebody+has|something's|something+is) @written
            (asked|asking|booked|requested) (for)? (me|us|the+head) (for|on|in|at)? the? @same
            (want|wanted|summoned|claimed|called) (for)? (me|us|the+head) (for|on|in|at)? the? @same
            (we|school|everyone|everybody) (close|closes|shut) (that|the+same) (week|day)
            (we|school|everyone|everybody) (shuts|break+up|breaks+up|finish) (that|the+same) (week|day)
            (we|we're) (are)? (closed|shut|away|all+out) (that|the+same) (week|day|morning)
            (school's|everyone's|everybody's) (are)? (closed|shut|away|all+out) (that|the+same) (week|day|morning)
            (it's|it+is|visit's|that's) (all)? off (.|!|,|then|again|if)
            something in the school? (diary|calendar|hall) ; something on (that|then|the) ; after the _ too
            (handed|taken|given) (back|over) ... (week|day) ; (close|closed|shut) (twice|again|already|early)
        """,
    },
    _CLASSES,
)
"""By kind; the names are told as the reason."""
