"""Second thoughts: what is said beside a yes by somebody who does not know, has not asked, or does not decide.

Unlike single words of doubt these phrases hold back a yes whatever else their sentence is about.
"""

from __future__ import annotations

from bot.understanding.misgiving_words import CLASHING, HAPPENING, NO_SAY, ODDS, SHUT_OUT, SQUARING, UNSURE, UNWILLING
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
    "somebody": one_of("someone someone's somebody somebody's they've"),
    "nobody": one_of("nobody noone"),
    "kin": one_of("daughter wife partner baby sister daughter's wife's partner's baby's sister's twins girlfriend's"),
    "demand": one_of(
        "bring send pay fund cover guarantee promise give provide waive extend keep limit supply reimburse"
    ),
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

CROSSED_FINGERS, MAY_BE_ON, ASKS_TO_WAIT = "crossed fingers", "something may be on", "asks us to wait"
NOT_ASKED, NOT_KNOWN, MAY_COME_TO_NOTHING = "has not asked", "does not know", "may come to nothing"
NEWS_JUST_IN, MAY_BE_CALLED_AWAY = "news just in", "may be called away"
SECOND_THOUGHTS = PhraseTable(
    {
        NOT_KNOWN: """
            (won't|shan't|not) know (till|until|before|more|yet|for)
            (i'll|we'll|will|should|shall) know (more|better)
            (i'll|we'll|will|should|shall) know (for|on|by|when|after|tomorrow|monday)
            (i'll|we'll|will|should|shall) know (tuesday|wednesday|thursday|friday)
            (till|until|once|when|before) (i|we) know (if|whether|what|more|for|how|when)
            and (i|we) don't know (what|when|if|whether|how|who) ; (i|we) couldn't (say|tell|swear)
            (i|we) can't (swear|vouch|answer|speak|regard|be+certain|be+sure|say+for) ; (can't|couldn't) swear
            (me|i'm|am|just|only) guessing ; (my|a) guess ; (for|is) all (i|we) know
            (i'll|we'll|will|let's|let+me|then) see (if|whether) (i|we|it|that|the|she|he|they|my)
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
            (without|before) (having)? (seeing|seen|asking|asked|telling) (the|my|our)
            (without|before) (having)? (told|checking|checked|consulting) (the|my|our)
            (nobody|no+one|noone) (has|has+yet|had) (asked|told|checked|mentioned|cleared|consulted|warned)
            (hasn't|haven't) (answered|replied|responded|been+asked|been+told|been+consulted|got+back|come+back)
            (was|is|were) going to (let+me+know|let+us+know|tell+me|tell+us|check|confirm) and (hasn't|haven't)
            (ring|phone|call|ask|email|speak+to|talk+to|word+with) ... (see|find+out) (where|what|if|whether)
            going to have a word
            (hasn't|haven't|hadn't) (yet|even|actually)? seen (any+of)? (this|these|them|those|your|it)
            (has+not|have+not) (yet|even|actually)? seen (any+of)? (this|these|them|those|your|it)
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
            put a (stop|ban|freeze|block|hold|halt) on
            (real|proper) (answer|reply) (follows|to+follow|later|tomorrow)
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
        "has still to be squared": SQUARING + NO_SAY + UNWILLING,
        MAY_BE_ON: HAPPENING + CLASHING + SHUT_OUT,
        CROSSED_FINGERS: UNSURE + ODDS,
        "a formal reservation": """
            @consent ... ... (outstanding|awaited|pending|required|needed|sought|forthcoming|obtained)
            @booking ... (subject|conditional|contingent|dependent) (to|on|upon)
            (without|with) prejudice ; reserve the right ; (remains|remain) outstanding
            (treat|regard|take|consider) (the+above|the+foregoing|this|it|our+reply|our+answer) as @provisional
            until (our|the|a|my) ... (issues|issue|raises|raise|signs|releases|countersigns) (a|an|the|it|our)
        """,
        ASKS_TO_WAIT: """
            (till|until|before|unless) (i've|we've|i+have) (had|got|been+given|heard|spoken|seen) (the|from)
            (till|until|before|unless) (we+have|she's|he's) (had|got|been+given|heard|spoken|seen) (the|from)
            (don't|do+not|not) send (anything|any+of+it|it|that) (official|formal|out|yet|till|until|just)
            (could|can|would|will) (someone|somebody|one+of+you) (choose|decide|pick) ; (hold|hang) (off|fire)
            don't (put|book|enter|log|write) (it|that|this|us|anything) (in|down|up)? (yet|just|until|till)
            leave it (a|an|for|another|till|until|over) (day|week|bit|few|couple|hour|while|moment)
            before you (put|book|enter|send|commit|finalise) (that|it|this|anything|us|in|out|the+invite)
            (when|by+when) do you need (to+know|an+answer|a+reply|confirmation|our+answer|us+to)
            if you (can|will) @demand (the|another|some|us|our|it)
            if you (agree+to|promise+to|are+able+to|are+willing+to) @demand (the|another|some|us|our|it)
            if you (can|will) @demand (someone|somebody|that|a+colleague)
            if you (would|agree+to|promise+to|are+able+to) @demand (someone|somebody|that|a+colleague)
            leave it (a|another|one|two|three|for+a|for+another) (day|days|week|couple|few|or|bit|moment|while|little)
            before you (put|book|enter|log|add|record|lock|write|fix|finalise) (that|it|this|anything|us|them)
            (another|one+more) (look|think|rethink) (at|about|over) (the|it|this|that|these|those|your)
            (a+second|a+further) (look|think|rethink) (at|about|over) (the|it|this|that|these|those|your)
            wait (for|until|till) ; (best|better|please|maybe|should|could) (to)? wait ; before you confirm
            without confirming ; (don't|not) confirm
            (keep|hold|leave) (it|that|this|both|them) (free|open|clear|back)
            or (shall|should|would|do|can|could|will) (we|i|you) (rather|prefer|better)? @rearrange
            is (that|this|it) (still)? (workable|viable|feasible|acceptable|doable|too+much|a+deal-breaker)
            why (not|don't+you) (do|see|visit|make|combine|come+to) ... _? (then|instead|together|same+day)
            keep ... for us as well ; (give|allow) (us|me) (until|till|a|the|another)
            (just|only) until ; leave it (till|until) ; report back
        """,
        MAY_COME_TO_NOTHING: """
            @may (well|still|yet)? (have|need) to (say|send|close|shut|stay|go|move|call|cancel|back|pull|be)
            (they|he|she|it|something|things) @may (well|still|yet)? (have+something|clash|fall|change|need|be+moved)
            (a|one|small|slight|only|the|big|possible|potential) (hitch|snag|catch|hiccup)
            (a|one|small|slight|only|the|big|possible|potential) (wrinkle|drawback|complication)
            (send|sending|sent) (everyone|everybody|children|them|pupils|all) home
            (empty|emptying|evacuate|evacuating|clear|clearing) the (building|school|site)
            (all|it|everything|things|plans|plan) ... (fall|falls|fallen) (apart|through|flat|over)
            nowhere to (put|see|sit|host|meet) ; (no|isn't|not) another room ; the only (free|quiet|spare) room
            not opening (up|for|till|until|before)
            (balloting|on+strike|walk+out|walking+out|industrial+action|come+out+on)
            (ballot|ballots|dispute|picket) ; (bring|brings|brought|move|moved) it (forward|back)
            (nobody|no+one|noone) else (here|in|left)? (who|that) (can|could|would|will|is+able|knows)
            (nobody|no+one|noone) else (here|in|left)? (to|could|can) (see|meet|receive|host|show)
            (nobody|no+one|noone) else (here|in|left)? (to|could|can) (greet|look+after|take)
            (operation|hip|surgery) (is|'s)? due (on|that|any|the|in|then)
            (off|away|out+of+here|gone) (to|for)? _? the (minute|moment|second|instant) ; on standby to
            (someone's|somebody's|someone+has|somebody+has|something's|something+is) @written
            (asked|asking|booked|requested) (for)? (me|us|the+head) (for|on|in|at)? the? @same
            (want|wanted|summoned|claimed|called) (for)? (me|us|the+head) (for|on|in|at)? the? @same
            (we|school|everyone|everybody) (close|closes|shut) (that|the+same) (week|day)
            (we|school|everyone|everybody) (shuts|break+up|breaks+up|finish) (that|the+same) (week|day)
            (we|we're) (are)? (closed|shut|away|all+out) (that|the+same) (week|day|morning)
            (school's|everyone's|everybody's) (are)? (closed|shut|away|all+out) (that|the+same) (week|day|morning)
            (it's|it+is|visit's|that's) (all)? off (.|!|,|then|again|if)
            (is|has|there's|got|was|already|be|been) something in the school? (diary|calendar|hall)
            something on (that|then|the) ; after the _ too
            (handed|taken|given) (back|over) ... (week|day) ; (close|closed|shut) (twice|again|already|early)
        """,
        "has misgivings": """
            (diary|calendar|planner|timetable|diary's|calendar's) ... (lying|lied|lies|unreliable)
            (diary|calendar|planner|timetable|diary's|calendar's) ... (out+of+date|not+synced|corrupt)
            (nagging|horrible|funny|sneaking|sinking|nasty) (feeling|suspicion|memory)
            (awful|uneasy|vague|niggling|dreadful|bad) (feeling|suspicion|memory)
            (something|small+voice|little+voice|voice|gut|instinct) (tells|says|is+telling|warns) (me|us)
            can't put my finger on ; (back|corner) of my mind ; (that|it|which|date|day) rings a bell
            (nagging|niggling) (at|away|doubt)
            (square|smooth|clear) it (over|up)? (with|past) (the|my|our|him|her|them|mr|mrs|ms|everyone)
            (talk|bring|win) (him|her|them|the+head|the+boss) round ; (twist|bend) (his|her|their|the+head's) arm
            break (it|the+news) (gently)? to (him|her|them|the+head|the+boss|my|our|mr|mrs|ms)
            fingers crossed (nobody's|nobody+has|nobody|no+one's|no+one+has) (booked|taken|got|using|had|wants|bagged)
            (have|has) my (guts|head|hide|job|life)
            (head|boss|she|he|they) (will|would|may|might)? (kill|murder|shoot|lynch|strangle|sack) me
            (chair|deputy|bursar) (will|would|may|might)? (kill|murder|shoot|lynch|strangle|sack) me
            (hit|hits|go+through|goes+through) the roof ; (go|goes|going) (spare|ballistic|berserk|bananas)
            (there's|facing|going+through) (a|the)? (restructure|restructuring|redundancies)
            (middle+of+a|middle+of|under) (a|the)? (restructure|restructuring|redundancies)
            still be (here|working|employed|in+post|open|standing|trading) (by|then|when|on|that|at)
            promised (that|it|the+day|that+day|that+morning|that+afternoon) (day|morning|afternoon|one)? (to|away)
            (less|not+so|not+as) (happy|keen|sure|certain|fine) (now|since) ; let me find out
            (i|we) (now|do+now|can+now) see (it's|that|there's|the|it) ; i see now (it's|that|there's)
            (don't|do+not) do anything (till|until|yet|before|just) ; do nothing (till|until|yet|before|just)
            if (you're|you+are|you+get|really) (desperate)
            (locking|locked|sealing) (off|up)? (the|our) (site|building|school|gates|grounds)
            (sealed|fencing|bulldozing) (off|up)? (the|our) (site|building|school|gates|grounds)
            (some|one) (day|point|time|morning|afternoon) that (week|fortnight|month)
            other (ideas|thoughts|intentions) (but|about|for|and|though)?
            (head|boss|chair|governors) (finding|finds|found) out
            (banning|banned|bans|ban+on|barring) (all|any|outside|external)? (visitors|visits|visiting)
            said (that|the+same|yes+to+that) to (three|two|four|several|other|another)
            said (that|the+same|yes+to+that) to (someone|somebody|everyone|everybody)
            expect (another|a|an|one+more|some) _? (email|call|apology|correction|retraction|phone) (from|to|call)
            (correction|retraction|grovelling|change+of+mind) (to+follow|may+follow|will+follow|follows)
            (keep|hold|have) the _ up your sleeve ; (i'd|i+would) bet
            something about that (day|date|morning|afternoon|week) ; two places at once
            my (money's|money+is) on (the|our|my)? (head|boss|governors|trust|ofsted|weather|her|him|them|it|somebody)
            the day (we|they|everyone|school) (move|moves|shut|shuts|close|closes|break+up|strike|evacuate|decamp)
            (shan't|won't|can't|couldn't) be able to (leave|get+out|come+out|get+away) ; signed off (till|until|sick)
            (they've|they+have|he's|she's) (got|booked|had|bagged) (that|this|the+same) (slot|day|date)
            (they've|they+have|he's|she's) (got|booked|had|bagged) (that|this|the+same) (morning|afternoon)
            which (one|day|date|monday|tuesday|wednesday|thursday|friday) was (it|that) ; under protest
            if (anybody|anyone|somebody|someone|she|he) (complains|objects|kicks+off)
            (nobody's|no+one's|nobody+has|no+one+has) (yet)? told (the+head|her|him|the+boss|them|mr|mrs|ms|my)
            (lease|licence|license|insurance|registration) (runs+out|ends|expires|is+up|finishes|lapses)
            (expecting|awaiting|dreading|waiting+for|due) the (call|phone+call|dreaded|ofsted|big)
            (i'm|i+am) (only|just) (the|a) (temp|supply|cleaner|trainee|student)
            (i'm|i+am) (only|just) (the|a) (volunteer|cook|caretaker|husband|locum)
            (ring|call|phone) ... ... to (see|check) (if|whether)
            (i'm|i+am) (only|just) here (till|until) (friday|easter|half-term|the+end|christmas|july|monday)
            (i'll|i+will|we'll|we+will) be (gone|long+gone) by then
            (unless|if) (i'm|i+am) (thinking|looking) (of|at) the wrong ; (so+we'll|we'll|and) see what happens
        """,
        "was so once": """
            or (it|that|they) (was|were|did|had+been|would+have+been)
            or (we|i|it|they) (could|did|was|were|had) (when|until|till|before|this+morning|last|yesterday|earlier)
            or so (it|i|we|they|she|he) (seemed|looked|thought|said|believed|appeared|had+thought|was+told|were+told)
            or had been (until|till|up|when|before) ; or it had been
            at least (it|that|they|we) (was|were|did|had+been|could) (when|until|till|this|last)
            at least (it|that|they|we) (was|were|did|had+been|could) (before|earlier|yesterday|a)
            it was (a+yes|free|fine|clear|ok|good) (when|until|till|before|up+to) (i|we|the|five|ten|a)
            it was (so|open|empty|true|right) (when|until|till|before|up+to) (i|we|the|five|ten|a)
        """,
        NEWS_JUST_IN: """
            (muttering|mumbling|muttered|mumbled|mutters|hissing|hissed|wailing|bleating) (about|something|that)
            (waving|brandishing|clutching|flapping) (a|an|the|her|his) (letter|diary|calendar|planner)
            (waving|brandishing|clutching|flapping) (a|an|the|her|his) (note|memo|email|piece)
            (waving|brandishing|clutching|flapping) (a|an|the|her|his) (sheet|list|timetable|form)
            (waving|brandishing|clutching|flapping) (a|an|the|her|his) (rota|phone|newsletter)
            (said|saying|mentioned|mentioning|says|say|shouted|heard|hear|shouting|shouts|yelled) something about
            (shaking|shakes|shook) (her|his|their) (head|heads)
            (pulling|pulls|making|makes|pulled|made) (a+face|faces)
            (pointing|points|pointed) (at|to) (the|her|his|a|my|our) (calendar|diary|planner|clock|screen)
            (jabbing|tapping) (at|to) (the|her|his|a|my|our) (calendar|diary|planner|clock|screen)
            (pointing|points|pointed) (at|to) (the|her|his|a|my|our) (board|date|noticeboard|newsletter)
            (jabbing|tapping) (at|to) (the|her|his|a|my|our) (board|date|noticeboard|newsletter)
            a face like ; (have|haven't|had|what+have) (i|we) forgotten ; forgotten something
            (buzzed|buzzing) (through|up|me)? (to+say|about|with) ; at my (door|elbow|shoulder|desk) with
            (man|somebody|someone|lady|bloke|chap|men|people|woman|lot) here about
            just (mentioned|reminded) (a|an|the|that|there|there's|me|us|we)
        """,
        "another calendar differs": """
            @somebody (has|have)? (already|just|since|also)? (scrawled|scribbled|pencilled)
            @somebody (has|have)? (already|just|since|also)? (penned|greyed|grayed|shaded)
            @somebody (has|have)? (already|just|since|also)? (ringed|circled|crossed) (it|that|the)
            @somebody (has|have)? (already|just|since|also)? (highlighted|blocked) (it|that|the)
            @somebody (has|have)? (already|just|since|also)? (written|drawn) (something|a|an|in|over|across)
            @somebody (has|have)? (already|just|since|also)? (stuck|typed|put) (something|a|an|in|over|across)
            (right|straight|scrawled|scribbled|stuck) (across|over|through) (it|that|that+day|the+day)
            (right|straight|scrawled|scribbled|stuck) (across|over|through) (the+morning|the+square)
            (@nobody|no+one|none+of+us) (will|would|can|could)? (own+up|admit|admits|explain)
            (@nobody|no+one|none+of+us) (will|would|can|could)? (remember|remembers|recall|recalls)
            (@nobody|no+one|none+of+us) (can|could|will|would) (tell|say) (me|us)? (what|why|who|whose|which)
            (@nobody|no+one|none+of+us) (knows|know|remembers|seems+to+know) (what|why|who|whose|which)
            has (it|that|him|her|them|the+head|us) (greyed|grayed|shaded|crossed|blocked|blacked) (out|off|through)
            has (him|her|them|us|me|the+head) down as (busy|out|away|off|unavailable|elsewhere|engaged)
            has (the+hall|the+deputy) down as (busy|out|away|off|unavailable|elsewhere|engaged)
            (showing|shows|shown|listed) as (busy|out|away|unavailable|tentative|engaged|taken|booked)
            (on|in) that (day|date|morning|afternoon|square|slot) (in|on|of) the (big|other|wall|office)
            (on|in) that (day|date|morning|afternoon|square|slot) (in|on|of) the (head's|main|shared)
        """,
        MAY_BE_CALLED_AWAY: """
            @kin (is|are)? due (on|any|that|then|the|this|around|about|tomorrow|next|imminently|now|at+the)
            (go|goes|going|went|gone) into labour ; waters break ; (if|when|once) the? baby (comes|arrives|decides)
            (the+minute|the+moment|the+second|as+soon+as|if|when) (the|my)? (bleeper|pager|bleep|hospital|hospice) _
            (the+minute|the+moment|the+second) (the|my) phone (goes|rings) ; drop everything
            (i've|i+have|i'm|i+am|for|summoned+for) (got|on|called+for|down+for|awaiting)? jury (service|duty)
            (goes|rings|comes|calls|rang|rung) (,|then)? (i'm|i'd+be|i'll+be|i+am) (off|gone|away|out)
            (i'd+be|i'll+be|i'm) (gone|off|away|out+of+here) (if|when|the+minute|the+moment|like+a+shot)
            on (standby|stand-by) ; on call for ; waiting (on|for) (a|my|an) (hospital|operation|transplant|surgery)
            (it|which|call|date|baby) (could|can|may|might) (come|happen|go|ring|call) any (day|minute|moment)
            (they|she|he|labour) (could|can|may|might) (come|happen|go|ring|call) any (day|minute|moment)
            any (day|time) that (week|fortnight|month) ; one (call|phone+call|text) (takes|and|would)
            (@nobody|no+one) (else)? (here|in+school|on+site)? (who|that) (could|can|would) (see|meet|host)
            (@nobody|no+one) (else)? (here|in+school|on+site)? (who|that) (could|can|would) (receive|stand)
            (@nobody|no+one) to (stand+in|take+over|step+in|see+you|meet+you|receive+you|host+you)
        """,
    },
    _CLASSES,
)
"""By kind; the names are told as the reason."""
