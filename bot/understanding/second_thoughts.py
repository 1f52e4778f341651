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
        """,
        "asks us to wait": """
            wait (for|until|till) ; (best|better|please|maybe|should|could) (to)? wait ; before you confirm
            without confirming ; (don't|not) confirm ; (keep|hold|leave) (it|that|this|both|them) (free|open|clear|back)
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
            something in the school? (diary|calendar|hall) ; something on (that|then|the) ; after the _ too
            (handed|taken|given) (back|over) ... (week|day) ; (close|closed|shut) (twice|again|already|early)
        """,
    },
    _CLASSES,
)
"""By kind; the names are told as the reason."""
