"""What a sentence is about, where it names no slot: tables of words, and one pass over them."""

from __future__ import annotations

from enum import StrEnum

from bot.understanding.agreed_words import MERGED, NOT_QUITE_SETTLED, WHOSE_DAY
from bot.understanding.by_the_way_words import ASKED_BEFORE, OF_OTHER_THINGS, TURNED_AWAY
from bot.understanding.grave_words import (
    CHILD_IN_TROUBLE,
    CONDUCT,
    DANGER,
    FOR_THE_DAY,
    GRAVE,
    NO_COMPLAINT,
    NO_LONGER_SPEAKING,
    OFFICIAL,
)
from bot.understanding.moving_words import TO_BE_MOVED
from bot.understanding.phrases import PhraseTable
from bot.understanding.weighing_words import ON_A_JOURNEY, SCORN


class Topic(StrEnum):
    """What a phrase shows the writer to be doing."""

    THANKS = "thanks"
    RECEIVED = "received"
    FORM = "form"
    RING = "ring"
    WRONG = "wrong"
    LEFT = "left"
    CANCEL = "cancel"
    COMPLAINT = "complaint"
    CLOSED = "closed"
    COLLEAGUE = "colleague"
    MOVE = "move"
    SIGN = "sign"
    MEND = "mend"
    UNREAD = "unread"
    PEOPLE = "people"
    SUBJECT = "subject"
    WITHDRAWN = "withdrawn"
    URGENT = "urgent"
    MISSING = "missing"
    UPHEAVAL = "upheaval"
    SARCASM = "sarcasm"
    MEETING = "meeting"
    SECURE = "secure"
    STANDS = "stands"
    WHICH_DAY = "which day"
    COURTESY = "courtesy"
    MAY_MOVE = "may move"
    MUST_MOVE = "must move"
    QUESTIONS = "questions"
    OFFICIAL = "official"
    TROUBLED = "troubled"
    FOR_THE_DAY = "for the day"
    MERGING = "merging"

    __hash__ = str.__hash__  # Enum's own is not written in C, and topics are looked up often


TOPICS = PhraseTable(
    {
        Topic.THANKS: """
            thank you ; thanks ; lovely ; brilliant ; wonderful ; perfect ; great ; excellent ; fantastic ; super
            noted ; much appreciated ; diary updated ; all (noted|good|set) ; look forward to ; looking forward to
            ok ; yes ; 👍 ; got it ; in the diary
            (confirmed|booked|sorted|set|done|ready|noted) (at|on|from|this|our|here|too|and)
            (diary|diaries|calendar|calendars) (marked|updated|done|filled|amended) ; ace ; much obliged
            obliged to ; magic ; champion ; amazing ; awesome ; fab ; fabulous
            top (stuff|notch|banana)
            nice one ; good stuff ; cool ; roger ; bless you ; you're a star ; legend ; marvellous ; superb
            tremendous ; bravo
            terrific ; splendid ; delightful ; all good ; appreciated ; grateful ; bang on ; sorted ; sweet
            smashing ; grand ; cheers ; all (sorted|booked|confirmed|done)
        """,
        Topic.RECEIVED: """
            received ; acknowledge receipt ; safely received ; has arrived ; come through ; came through
        """,
        Topic.WITHDRAWN: """
            i am wrong ; i was wrong ; my mistake ; my error ; you are right ; you were right ; no mistakes
            no errors ; nothing wrong ; nothing missing ; no corrections ; not wrong ; no typos
            (don't|never|won't|please+don't|not) tell the (children|kids|head|others|staff)
            (speak|talk|word|chat) (to|with) (the|our|my) (business|office|site|pastoral|facilities) manager
            prefer not to (do|use|pick|go+with|choose) (the|that|this|either|any|those|these|option|both|a)
            for the record : ; extraordinary (meeting|general|agm|governors|session|board)
            thanks but no thanks (to|for|on) (those|these|them|both|either|any|all|your+dates|the+dates|option|options)
            thanks but no thanks (to|for|on) (the+two|the+three|the+four|your+two|your+three|the+offered|what+you)
        """,
        Topic.MEETING: """
            see you (then|there|on the day|all then) ; looking forward to (it|seeing|meeting|welcoming)
            look forward to (it|seeing|meeting|welcoming)
        """,
        Topic.COLLEAGUE: """
            which of (these|those|them) (can|could|will|would) you (do|make|manage|cover)
            (shall|should|do) (i|we) (say yes|tell them|reply|accept) ; say yes to (them|these|this lot)
            can you cover ; are you (about|around) on ; cc'd ; cc'ing ; what do you (think|reckon) ; if i say yes
            you're the one with ; can you do ... if i ; your call boss ; below from (the|our|fenshire) ; see trail
            (can|could) you (do|make|manage|spare|cover) (any|either|one) of (these|those|them)
            (are|would|will) you (free|around|about|available|in) (for|on) (any|either|one|all) of
            (they've|they+have|council+has|council+have|vs+have|vs+has) (offered|suggested|given|proposed|sent)
            ok with (everyone|everybody|you+all|you+both|all+of+you|you+lot|both+of+you) ?
            (suit|suits|work|works|fine|good) (for|with)? (everyone|everybody|you+all|you+both|all+of+you) ?
            (forwarding|forwarded|passing|passed|sending) (this|it|these)? (on)? to you
            as you (are|were|will+be) covering
            (shall|should) i (reply|book|tell|confirm|say|accept|go+back) ; say yes to them ; get back to them
            (tell|reply+to|answer) them (yes|the|we|that|it's) ; , you ? ; how about you ? ; and you ? ; thoughts ?
            (anyone|everyone|everybody|all) (ok|okay|happy) (with|for|on) (the|this|that|any) ... ?
            (anyone|everyone|everybody|all) (free|available|around) (with|for|on) (the|this|that|any) ... ?
            any objections
        """,
        Topic.TROUBLED: CHILD_IN_TROUBLE,
        Topic.FOR_THE_DAY: FOR_THE_DAY,
        Topic.MERGING: MERGED,
        Topic.URGENT: GRAVE
        + DANGER
        + NO_LONGER_SPEAKING
        + """
            (treat|take|keep|regard) (this|it) (as|in)? (strictly|completely)? (confidential|private)
            (treat|take|keep|regard) (the+following) (as|in)? (strictly|completely)? (confidential|private)
            (treat|take|keep|regard) (what+follows) (as|in)? (strictly|completely)? (confidential|private)
            (keep|kept) (this|it) (between+us|to+yourself|between+ourselves|between+you+and+me|under+your+hat|quiet)
            (is|strictly|highly|completely) confidential
            (haven't|not|didn't) (yet)? (told|tell) (my|the|any) colleagues
            (haven't|not|didn't) (yet)? (told|tell) (my|the|any) (head|staff|team|school) (about|yet|.)
            (haven't|not|didn't) (yet)? (told|tell) (my|the|any) (boss|line+manager|governors) (about|yet|.)
            pressing ; in crisis ; urgent ; urgently ; the police ; emergency carers ; emergency placement
            at risk of ; disclosed ; disclosure ; allegation
            safeguarding (concern|issue|matter|worry|referral) ; worried about (a|one|him|her)
            something ... can't wait ; in confidence ; strict confidence ; strictly confidential ; in the strictest
        """,
        Topic.MISSING: """
            missing from ; went missing ; gone missing ; didn't come home ; hasn't been seen ; hasn't been in since
        """,
        Topic.UPHEAVAL: """
            permanent exclusion ; permanently excluded ; placement ... (broke|broken|breaking|breakdown|break)
        """,
        Topic.SARCASM: SCORN
        + """
            (sure|oh|yeah) ,? why not , ; it's only (the|our|my) (last|first|busiest|worst|only)
            oh (absolutely|marvellous|how|what|fab|super) ,? (the|because|how|just|another|what|more|i)
            oh (lovely|perfect|yes|goodie|happy|heavens) ,? (the|because|how|just|another|what|more|i)
            (is|was|be|being) (exactly|precisely|just) (when|what|how|where|the) (i|we|i'd|we'd|you)
            (deserve|deserves|deserving) a (medal|prize|round+of+applause)
            yeah right ; yeah , right ; i (was|have+been|am) (so|just) hoping for ; so hoping for
            (what|because|precisely|exactly) (every|what+every) (school|teacher|head) (needs|wants)
            (as+if|like) (we|i|our|the) (had|have|haven't|hadn't|didn't|don't|needed|weren't) ; nothing better to do
            how (marvellous|wonderful|generous|nice|splendid|lovely) ,? (i|we|of|another|just)
            (cannot|can't) wait . ; because (what|who|nothing) (we|every|says|i|doesn't)
            (with|yet|just|more) (another|more) (visitor|visitors|paperwork|clipboard|forms|box)
            visitor with a clipboard ; more paperwork ; my (cup|joy) ; overjoyed ; ecstatic ; can hardly contain
            (lucky|aren't) (us|we+lucky|you+kind|we+the+lucky) ; what a treat ; be still my ; stop the press
            if you (absolutely|really|simply)? (must|insist) ; shall i .
            i'll just (cancel|drop|magic|pull|find|rustle|abandon|ditch) ; not as if ; it's not as if
            (in|with) (january|our+staffing|this+weather|my+timetable) ?
            ha . (in|with|as|no|chance|you|good|very|that|if|like)
            thrilled
            another (morning|day|afternoon|half-day|half+day|lesson|week) (gone|lost|wasted|down|up|out|written)
            (foul|bad|vile|terrible|grumpy|black) mood ; twist my arm ; (if+we|if+i) must (.|!|,|-)
            why would (a|any|we|you|i) ; just what (we|i|the|everyone) ; crying out for
            oh (wonderful|joy|great|goody|marvellous|splendid|brilliant) ; nothing (i'd|we'd|i would) like better
            bring friends ; shall we bake ; another (half|inspection|half-day)
            how (delightful|thoughtful|kind of) ; be my guest ; because obviously ; as if we ; what could possibly
        """,
        Topic.FORM: """
            (to be|be|make it|have it|keep it) ... (virtual|remote) ; (want|prefer|rather) ... (virtual|remote)
            (over|via|on|through|using|use|by) (teams|zoom|video|skype|google meet)
            (do|done|hold|held|have|visit|meet|meeting|it) ... (by|over|on) the? (phone|telephone)
            (a|an) (online|remote|video|teams|zoom|virtual|telephone) (visit|meeting|call|version|one)? ; online
            it (a|by) (phone|telephone|video|teams|zoom|skype) (call|meeting|chat|visit)? ; remotely ; virtually
            (teams|zoom) (call|meeting|link) ; different venue ; another venue
            come to (you|your|county) ; combine (it|this|them) with ; joint visit ; full day ; whole day visit
            all day visit ; not in person ; instead of in person ; instead of a visit
        """,
        Topic.RING: """
            (ring|call|phone|telephone) (the|our) (office|school|head|main) and (speak|ask|talk|leave)
            (give|drop) (the|our) (office|school|head) a (ring|call|bell)
            (ring|call|phone|telephone) (me|us) ; please (ring|call|phone) (asap|urgently|today|.|!)
            (someone|somebody|anyone|anybody|one of you|person) ... (ring|call|phone|contact|telephone|speak)
            give (me|us) a (ring|call|bell)
            (i|we|i'd|we'd) ... (like|need|want|prefer|sooner|rather) to (talk|speak|discuss)
            (fix|sort|arrange|agree|settle|decide) (it|this|that) between (you|yourselves|them)
            rather (talk|speak|discuss) ; talk it through ; call back
            speak to (someone|somebody|a person|a human|you|an adviser|your manager)
            who (can|do|should) i (talk|speak|ring|call|contact) ; a chat first ; speak before ; reply from a human
        """,
        Topic.WRONG: TURNED_AWAY
        + """
            (this|it|you|email|message|yours|be|is|was) (not|clearly|probably|perhaps)? (meant|intended) for
            in your (county|area|patch|authority)
            your (county|council's|authority's) (patch|area)
            wrong (person|school|address|email|one|place|inbox|department|authority) ; come to the wrong
            (have|got|is+this|this+is|are+you) ... the right (school|person|address)
            i was the (dt|designated teacher)
            (sent|came|come|reached|addressed|forwarded|emailed|written) ... (in+error|by+mistake)
            not (the|a) (dt|designated teacher|designated lead) ; (i'm|i am) not staff
            not (at|part of) (that|this) school ; no longer (the|our) (dt|designated teacher)
            haven't been the (dt|designated teacher) ; not me you (want|need) ; (i|we) don't work (at|for|there)
            nothing to do with (me|us) ; not our school ; not my (area|role|responsibility|job)
            (please|could you|best|better) ... (write|email|contact|send|direct|redirect|address) ... instead
            (another|different) (authority|council|county|borough) ; have a virtual school of our own ; best ask the
            should (go|be sent|be addressed) to
            from now on ,? (please)? (to|contact|email|write|use|send|deal|direct|address|all)
            (to|email|contact|write+to|use|deal+with) (me|her|him|them|us|_) (here)? from now on
            in future ... (to|contact|email)
            (gave|given|handed|passed|giving) (up|over|on) (the|my|this)? (dt|designated+teacher)
            (gave|given|handed|passed|giving) (up|over|on) (the|my|this)? (role|post|baton|reins)
            (gave|given|handed) (up|over|on) (the|my|this) (dt|designated+teacher) (role|job|post|stuff|hat)
            (passed|giving) (up|over|on) (the|my|this) (dt|designated+teacher) (role|job|post|stuff|hat)
            you'll (want|need) to (send|write|email|speak|talk) (this|it|these)? to ; not one for me
            (gave|given|handed|passed) (up|over|on) (the|my|this) (cla|lac) (role|job|post|stuff|hat)
            (gave|given|handed|passed) (up|over|on) (the|my|this) (pla|inclusion|looked-after) (role|job|post|stuff|hat)
            (it's|that's) _ _? you (want|need) now
            (send|address|direct) (everything|it+all|all+this|these) to (him|her|them|_)
            take me off (your|the|this) (list|lists|mailing|books) and
            new designated teacher ; our (new|acting|interim) (dt|designated teacher) ; taken over (as|from)
            took over from (me|us) ; (got|have|reached|emailed|found) the wrong _
            update your (records|contact|contacts|list) ; i am not the right person
            (person|one|office|team|department|school|council|head|someone|somebody) you want to (speak|talk|write) to
            (it's|it+is|that's|think) ... you want to (speak|talk|write) to ; not the right person
            isn't the right person ; unsubscribe me
            my colleague ... deals with
            (normally|usually|always|generally) (deals|handles|answers|sorts|organises|arranges|looks+after)
            (no+longer|aren't|are+not|not) _ (school|academy|primary|college) (any+more|anymore|now|any+longer)
            (are+now+called|now+called|renamed|rebranded)
        """,
        Topic.LEFT: """
            has left ; have left ; (has|have) retired ; retired (at|in|from|last)
            no longer (works|work|employed|here|with us|at) ; left (the|this) (school|trust) ; left us ; moved on to
            passed away ; has moved to another ; left in ... (july|august|december|summer|easter)
            left (at|in) (easter|christmas|the summer) ; left on _
        """,
        Topic.CANCEL: """
            (decided|resolved) (to|not+to)? (decline|withdraw|opt+out) (it|from|the|this|your|to|of|any|altogether)?
            (voted|chosen) (to|not+to)? (decline|withdraw|opt+out) (it|from|the|this|your|to|of|any|altogether)?
            (opted|wish|prefer|like) (to|not+to)? (decline) (it|from|the|this|your|to|of|any|altogether)?
            (opted|wish|prefer|like) (to|not+to)? (withdraw|opt+out) (it|from|the|this|your|to|of|any|altogether)?
            (decided|resolved) (to|not+to)? (refuse|not) (it|from|the|this|your|to|of|any|altogether)?
            (decided|resolved) (to|not+to)? (step+back|pull+out) (it|from|the|this|your|to|of|any|altogether)?
            (voted|chosen) (to|not+to)? (refuse|not|step+back|pull+out) (it|from|the|this|your|to|of|any|altogether)?
            (opted|wish|prefer|like) (to|not+to)? (refuse|not) (it|from|the|this|your|to|of|any|altogether)?
            (opted|wish|prefer|like) (to|not+to)? (step+back|pull+out) (it|from|the|this|your|to|of|any|altogether)?
            close (your|the|our) file ; (scrap|cancel|drop|forget|abandon|scrub) ... altogether
            (not|won't+be|without) (looking|wanting|wishing)? to? (rebook|re-book|rearrange|reschedule)
            (don't+want+to|no+need+to|no+wish+to) (looking|wanting|wishing)? to? (rebook|re-book|rearrange|reschedule)
            (scrap|cancel|abandon) (the|our|this|your) (visit|booking|whole+thing|appointment|one)
            (scrub|withdraw|call+off) (the|our|this|your) (visit|booking|whole+thing|appointment|one)
            (close|shut) (our|the) (file|case|request) (off|down)?
            withdraw (our|the|this|my) (request|application) for (a|the|this|your|our)? _? _? (visit|visits)
            withdraw (our|the) (school|name) from
            (don't|do+not|doesn't|can't) (think|believe|see) we (need|want) (one|a+visit|any+visit) (from|at|this|.|,)
            (don't|do+not|doesn't|can't) (think|believe|see) we (need|require|want) (your+visit|this+visit) (at|.|,)
            call off (the|our|this|your) ; count us out ; leave us out
            (should|would) prefer not to ; rather not (have|take|be)
            (shall|will|won't|shan't) (not)? be (wanting|needing|requiring|taking) (a|the|any|this|up)
            no need for (another|a|one|any|the) ; none of these ... wanted ; none wanted
            please cancel ; cancel please ; cancel (our|the|this|your) (visit|booking|appointment|meeting|slot|one)
            cancel (it|this|that|us) ; (to|must|shall|should|will|we'll) cancel (the|our|this|your|it)
            (not|won't|aren't|never) ... (take|taking) part ; (not|won't+be|aren't) participating
            (don't|doesn't|do not|won't|not) ... (need|want|require) (a|the|this|to have) ... visit
            (don't|doesn't|do not|won't|not) ... (needing|requiring|wish) (a|the|this|to have) ... visit
            (don't|doesn't|do not|won't|not) ... (need|want|require) (any|our|your|to take up) ... visit
            (don't|doesn't|do not|won't|not) ... (needing|requiring|wish) (any|our|your|to take up) ... visit
            won't be needing (a|the|this|any)
            no visit ... (needed|required|necessary|wanted) ; no visit this year ; no need for a visit
            (visit|it) ... (not|no longer) (needed|required|necessary|wanted|applicable)
            (not|no longer) (needed|required|necessary) this year ; nothing further is needed
            (take|strike|remove|cross|leave) us off ; (withdraw|withdrawing) from
            do not wish to (take|have|proceed|go ahead|be visited) ; does not wish to
            do not want the virtual school ; does not want ; don't want (a|the|this) visit ; not be taking (up|part)
            (scrap|drop|abandon|call off|stand down) (the|this|our|your) (visit|booking|meeting)
            nothing ... to visit for
            not to take part (.|!|this|at|again|,|in+it|in+this|in+the+visit|in+your|in+these) ; resolved not to
            (remove|take) (the|our|us|this) school? (from|off) (the|your|this) list
            (opt|opting|opts|opted) out ; (pull|bow|duck|drop) out altogether
            (we|we'll|we're|school) ... (pull|bow|duck|drop|pulling|bowing|dropping|ducking) out (of|altogether)
            (sit|sitting) (this|it) (one|year)? out ; (give|giving) (this|it|the+visit) (one|year)? a miss
            (don't|doesn't|do+not) (want|need|require) (one|it|this) (.|,|at|this|thanks|thank|so|as|in)
            (don't|doesn't|do+not) (want|need|require) (a+visit|visiting|any+visits) (.|,|at|this|thanks)
            (don't|doesn't|do+not) (want|need|require) (a+visit|visiting|any+visits) (thank|so|as|in)
            (don't|doesn't|do+not) (wish+for|wish+to+have) (one|it|this) (.|,|at|this|thanks|thank|so|as|in)
            (don't|doesn't|do+not) (wish+for|wish+to+have) (a+visit|visiting|any+visits) (.|,|at|this|thanks)
            (don't|doesn't|do+not) (wish+for|wish+to+have) (a+visit|visiting|any+visits) (thank|so|as|in)
            (don't|doesn't|do+not) (want|need|wish) to (take+part|be+visited|be+involved|go+ahead)
            (don't|doesn't|do+not) (want|need|wish) to (participate|proceed|go+on+with)
            (take|strike|cross|remove) _? _? _? (off|from) (your|this|the) (round|rota|programme|books)
            (drop|delete|leave) _? _? _? (off|from) (your|this|the) (round|rota|programme|books)
            (take|strike|cross|remove) (us|our+school|this+school) (off|from) (your|the|this) (list|lists)
            (drop|delete|leave) (us|our+school|this+school) (off|from) (your|the|this) (list|lists)
            (won't|not|don't|no+longer) (need|be+needing|require|be+requiring) (one|it|you|visiting)
            (won't|not|don't|no+longer) (need|be+needing|require|be+requiring) (the+visit|your+visit|a+visit)
            (no|without) (need|reason|call|cause) for (you|anyone|anybody|somebody|an+adviser) to (come|visit)
            (no|little) (point|sense|purpose|value|use) (in)? (you|your|a|the)? (coming|visiting|visit|having)
            (no|little) (point|sense|purpose|value|use) (in)? (anyone|anybody|us)? (coming|visiting|visit|having)
            (nobody|no+one|no+child|none) (for|here+for) you to (see|visit|meet|talk|ask) ; thanks but no thanks
            (stand|standing|stood) (it|this|the+visit|you) down
            (abandon|shelve|drop|scrap|cancel) the (whole)? (thing|idea|visit)
            (shan't|won't|not) be needing you ; (on|that+day|then) or at all ; not at all this year
            (not|won't|shan't|aren't|never) ... (taking|take) (this|it|that|one|the+visit|your+offer) up
            no (visit|visits) (needed|required|wanted|necessary)
            no (pupils|children|students|learners|cla|lac) (here|in+care|in+your+care|looked+after|to+speak+of)
            (says|said|say) no to (having|any|all) (visits|visitors|visit|visiting)
            don't send (any)? more (dates|slots|options)
            no need (for+you)? to (come|visit) (.|,|as|because|this|at|now|after)
            (not|rather+not|not+to) go (through|ahead) with (it|this|the+visit|a+visit|one)
            (have|had|has) to withdraw ; (we|school|governors|head) (are|is)? (withdraw|withdrawing|declining|decline)
            decline the visit ; decline your (offer|kind offer) of a visit
            no (looked after|cla) (children|pupils)? ... (on roll|this year|at present|any more)
            no (lac) (children|pupils)? ... (on roll|this year|at present|any more)
            no (children in care|care experienced) (children|pupils)? ... (on roll|this year)
            no (children in care|care experienced) (children|pupils)? ... (at present|any more)
            (no|don't have any|any) (children|pupils) in care ; no longer have any
            (no longer|not) (need|want|require|wish) (it|this|that|a) ... (visit|appointment|meeting|slot)
            (no longer|not) (need|want|require|wish) (the|our|your|any) ... (visit|appointment|meeting|slot)
            (no longer|not) (requires|needs) (it|this|that|a|the|our|your|any) ... (visit|appointment|meeting|slot)
            (no longer|not) (wants|requiring|needing) (it|this|that|a) ... (visit|appointment|meeting|slot)
            (no longer|not) (wants|requiring|needing) (the|our|your|any) ... (visit|appointment|meeting|slot)
            (no longer|not) (need|want|require|requires|needs) (it|this)
            (take|remove|cross|strike) (it|us|this|that) (out|off) (of)? the (diary|list|calendar|programme|schedule)
            (visit|it) ... (isn't|is+not|not|won't+be) (necessary|needed|required|wanted)
            already had (our|the|this|one|a) ... visit ; already (visited|been visited|been|had|done)
            call (it|the visit) off ; not rebook ; skip (us|this year) ; give (it|this year|the visit) a miss
        """,
        Topic.OFFICIAL: OFFICIAL,
        Topic.COMPLAINT: CONDUCT
        + """
            (does|do) (anybody|anyone|nobody) ... (own|possess|have|use) (a|any) (calendar|diary|clue|watch)
            had enough (of|visits|visitors|inspections|emails)
            fiasco ; debacle ; (showing|show) your (face|faces) ; (had|have|got) the (gall|brass) ; brass neck
            last (year's|time's|term's) (mess|carry-on|performance|pantomime|farce|circus|disaster)
            (want|wish|would+like|like) ... (recorded|minuted|on+record|put+on+record) ; place on record
            for the record
            (second|third|fourth|fifth|second+year|third+year|fourth+year) ... (running|in+a+row)
            not (happy|impressed|pleased|amused|satisfied) (about|with|at|that)
            (poor|bad|dreadful|terrible|shocking|shoddy|sloppy|rude|dire) (service|communication|treatment|manners)
            (poor|bad|dreadful|terrible|shocking|shoddy|sloppy|rude|dire) (planning|organisation|form|show)
            (your|such) (poor|bad|dreadful|terrible|shocking|dire) timing
            nothing but trouble ; (whoever|the+person) ... (manages|runs|in+charge)
            speak to (a|the|your|whoever) ... manager ; line manager
            (find|found) (this|it|that|the|your) ... (rude|patronising|offensive)
            (find|found) (this|it|that|the|your) ... (unhelpful|insensitive|unprofessional|abrupt)
            (minutes|hour|hours) late
            (let|letting) us down ; (once|yet) again you
            lack of (notice|respect|consideration|consultation|communication) ; (this|it) (simply)? won't do
            (obviously|clearly|evidently) (haven't|didn't|hasn't|never|nobody) (read|seen|got|looked)
            (obviously|clearly|evidently) (haven't|didn't|hasn't|never|nobody) (listened|had|been|bothered)
            (haven't|didn't|never) (read|answered|replied+to|seen) my (last|email|emails|reply|previous|message)
            (council|authority|team|service) hasn't (answered|replied+to|read) my (last|email|emails|message)
            (haven't|hasn't|didn't|never) (got|received|opened) my (last|email|emails|reply|previous|message)
            as i (said|told+you|wrote|explained|mentioned) (before|already|twice|weeks|last|days|in+my)
            how many times
            again . again ; . again .
            complaint ; complain ; complained
            complaining ; unacceptable ; appalling ; disgraceful ; outrageous ; disgusted
            extraordinary ; ridiculous ; shambles ; shambolic ; furious ; insulting ; insulted ; appalled
            disappointed ; disappointing ; a joke ; not good enough ; (i'm|we're|am|are|getting|truly|utterly) fed up
            waste of ; sick of ; unhappy ; absurd
            (written|full) (explanation|apology) ; reimburse ; reimbursement ; compensation
            (third|fourth|fifth) time (you|you've|we've|i've|i|we|that|your|someone|somebody|this|now|of)
            (third|fourth|fifth) time in (a|as|two|three|four|six) ; for the (third|fourth|fifth) time ,
            (told|tell|telling|asked|asking|said|saying|written|wrote) ... for the (third|fourth|fifth) time
            (replied|answered|answering|replying|explained|explaining) ... for the (third|fourth|fifth) time
            farce ; farcical ; cheek ; nerve
            (does|do) (anybody|anyone|nobody) ... (look|read|listen|know|check|think)
            nobody has (replied|answered|returned|bothered|listened|rung|called|ever|been)
            nobody (ever|returned|replies|replied|listens|bothers)
            nobody (answers|answered) (my|our|emails|calls|us)
            no one (has|ever|returned|replies|replied|listens|bothers)
            no one (answers|answered) (my|our|emails|calls|us)
            copied in the
            (my|our) (mp|solicitor|union) ; (raise|take|taking|copied|escalate|escalating|telling) ... our director
             human being ; unanswered ; the final straw ; last straw
        """,
        Topic.CLOSED: """
            (school|academy|primary|juniors) (has|have|had|is)? (closed|shut) (on|in|at|its|down)
            (school|academy|primary|juniors) (has|have|had|is)? (ceased|merged|amalgamated) (on|in|at|its|down)
            (school|academy|primary|juniors) (has|have|had|is)? (closed|shut) (last|for+good|permanently)
            (school|academy) (has|have|had|is)? (ceased|merged|amalgamated) (last|for+good|permanently)
            (primary|juniors) (has|have|had|is)? (ceased|merged|amalgamated) (last|for+good|permanently)
            (school|academy|primary|juniors) (has|have|had|is)? (closed|shut) (with|into|as+a)
            (school|academy|primary|juniors) (has|have|had|is)? (ceased|merged|amalgamated) (with|into|as+a)
            (infants|college|we|nursery|site) (has|have|had|is)? (closed|shut) (on|in|at|its|down)
            (infants|college|we|nursery|site) (has|have|had|is)? (ceased|merged|amalgamated) (on|in|at|its|down)
            (infants|college|we|nursery|site) (has|have|had|is)? (closed|shut) (last|for+good|permanently)
            (infants|college) (has|have|had|is)? (ceased|merged|amalgamated) (last|for+good|permanently)
            (we|nursery|site) (has|have|had|is)? (ceased|merged|amalgamated) (last|for+good|permanently)
            (infants|college|we|nursery|site) (has|have|had|is)? (closed|shut) (with|into|as+a)
            (infants|college|we|nursery|site) (has|have|had|is)? (ceased|merged|amalgamated) (with|into|as+a)
            no school here ; (pupils|children) were (moved|transferred)
            (is|are) closing (down|for+good|permanently|at+the+end|in)
            (joined|become+part+of|absorbed+into|taken+over+by) (another|the) (school|academy)
            school (closes|closed|is closing|has closed|will close) (for good|permanently|down|in|at)
            has closed permanently ; (merged|merging|amalgamated|amalgamating) with ; no longer exists
            has been replaced by
        """,
        Topic.WHICH_DAY: WHOSE_DAY
        + """
            which (have|did|had|is+it|one+did|one+have) we (agreed|agree|book|booked|say|settle|settled|fix|fixed)
            have you (got)? (us|me|our+school) (down|in|booked) (for|on)
            (the+email|email|letter|invite|invitation|calendar|diary|trail) says (different|otherwise|another)
            (the+email|email|letter|invite|invitation|calendar|diary|trail) says something else
            is (our|the|your) visit ... (or|as agreed|still|on) ; did (the adviser|you|we|somebody|someone|they) say
            have (i|we) got the (right|wrong) (day|date) ; which (day|date) (is|are|was|have|did)
            what (day|date) (is|are|was|have|did)
            (is|was) it the? _ or the? _
        """,
        Topic.MAY_MOVE: NOT_QUITE_SETTLED
        + """
            (if|whether) (we|i|it|this|that) (need|needs|have|has) to (move|be+moved|change|rearrange|cancel|shift)
            (if|whether) (it|this|that) can be (undone|moved|shifted|changed|swapped|sorted|rearranged|fixed)
            (put|booked|scheduled|arranged|dropped) ... (on+top+of|over) (your|the|our) (visit|appointment|slot|date)
            (may|might|could) (well|yet|still)? (have|need) to (shut|close|send+everyone+home|call+it+off|stay+closed)
            (only|just) (asking|checking|wondering) ; (not|isn't) (saying|asking+you+to|suggesting)
            (hasn't|haven't|not) (made|made+up|decided) (her|his|their|our|my)? (mind|minds)? (up)?
            (might|may|could) (well)? (have|be|there+be) (a|an)? (clash|problem|issue|conflict|hitch)
            (might|may|could) (clash|change|fall+through)
            (there's|there+is|there+may+be|there+might+be) (a|some|every|an) ... (chance|possibility|risk|danger)
            (looking|looks|feeling|seems|getting|bit) ... (shaky|iffy|dodgy|doubtful|unlikely|uncertain|wobbly)
            (hopefully|hope|hoping) (that)? (we|it|i|things) (can|will|is|could) still
            (might|may|could) (well)? be (shut|closed|cancelled|off|moved)
            (might|may|could) (well)? be (called+off|postponed|unable|out+of+action|struggling)
            (worried|nervous|anxious) (about|if|whether|that) (we|it|the+visit|this|the+date)
            (concerned|unsure|doubtful|uncertain) (about|if|whether|that) (we|it|the+visit|this|the+date)
            (worried|nervous|anxious) about (monday|tuesday|wednesday|thursday|friday|the+day)
            (concerned|unsure|doubtful) about (monday|tuesday|wednesday|thursday|friday|the+day)
            watch this space
            (if|whether) (it's|it+is|the+visit+is|we're|it+can|we+can|we+could) still (on|ok|going|go|do|be)
            in (doubt|jeopardy|the+balance) ; under threat ; touch and go ; hanging by a thread
            (might|may|could|possibly|perhaps|maybe) (well)? (need|have) to (move|shift|change|cancel)
            (might|may|could|possibly|perhaps|maybe) (well)? (need|have) to (postpone|rearrange|reschedule|rebook)
        """,
        Topic.MUST_MOVE: TO_BE_MOVED
        + """
            (would|do) you mind (awfully|terribly|very+much)? (moving|switching|swapping|changing|shifting|rearranging)
            (could|can) (the+visit|this+visit|our+visit) (please)? (be)? (moved|rearranged|rescheduled|postponed)
            (can|could|may|might) (we|you|i) (possibly|please|perhaps)? (postpone|rearrange|reschedule)
            (can|could|may|might) (we|you|i) (possibly|please|perhaps)? (rebook|delay|defer)
            any (way|chance|possibility) (of|we|you|that) (can|could|we+can|we+could|you+can|you+could)? (bump|delay)
            any (way|chance|possibility) (of|we|you|that) (can|could|we+can|we+could)? (postpone|swap)
            any (way|chance|possibility) (of|we|you|that) (you+can|you+could)? (postpone|swap)
            (have|has|having|need|needs|going) to (bump|shunt|slide|scrub|pull|push)
            (have|has|having|need|needs|going) to (knock|defer|delay|call+off|stand+down)
            (can't|cannot|couldn't|won't) (have|see|receive|welcome|host|take) you (then|after+all|that+day)
            (can't|cannot|couldn't|won't) (have|see|receive|welcome|host|take) you (any+more|now)
            (let|give|send|find|offer) (us|me) (have)? (a+few|some|any)? (other|different|new) (dates|days)
            (let|give|send|find|offer) (us|me) (have)? (a+couple+of)? (other|different|new) (dates|days)
            (let|give|send|find|offer) (us|me) (have)? (a+few|some|any|a+couple+of)? (more|fresh) (dates|days)
            (let|give|send) (us|me) (have)? (a+few|some|any|a+couple+of)? (other|different|new) (options|slots)
            (find|offer) (us|me) (have)? (a+few|some|any|a+couple+of)? (other|different|new) (options|slots)
            (let|give|send|find|offer) (us|me) (have)? (a+few|some|any|a+couple+of)? (more|fresh) (options|slots)
            (send|offer|give|find|suggest) (me|us)? (a+few|some) (for|from|in|after|when|dates|more)
            (would|could|can|will) you (switch|swap|move|change|shift|rebook) (it|us|that|days|dates)?
            (would|could|can|will) you (switch|swap|move|change|shift|rebook) (the+date|the+day)?
            (put|putting) (you|us|it|this) off ; (have|has) you ... (another|different|other) (date|day|slot)
            (suggest|offer|send|find) (something|anything|somewhere) (in|after|later|else)
            (has|have|got|need|needs|will+have|going) to (go|be+moved|be+changed|be+rearranged|shift|be+put+off|wait)
            (put|putting) (the|our|it|this|that|your)? (visit)? off
            (find|give|offer|suggest|come+up+with|send) (us|me)? (something|somewhere|anything) (else|later|in|after)
            (find|give|offer) (us|me)? (something|somewhere|anything) (instead|day|date|slot|time)
            (suggest|come+up+with|send) (us|me)? (something|somewhere|anything) (instead|day|date|slot|time)
            (find|give|offer) (us|me)? (another|a+different|a+new|an+alternative) (else|later|in|after)
            (suggest|come+up+with|send) (us|me)? (another|a+different|a+new|an+alternative) (else|later|in|after)
            (find|give|offer) (us|me)? (another|a+different|a+new|an+alternative) (instead|day|date|slot|time)
            (suggest|come+up+with|send) (us|me)? (another|a+different) (instead|day|date|slot|time)
            (suggest|come+up+with|send) (us|me)? (a+new|an+alternative) (instead|day|date|slot|time)
            (need|want|like|require|ask+for|have) (another|a+different|a+new) (date|day|dates)
            (need|want|like|require|ask+for|have) (another|a+different|a+new) (slot|time|option|options)
            (need|want|like|require|ask+for|have) (an+alternative|some+other|other) (date|day|dates)
            (need|want|like|require|ask+for|have) (an+alternative|some+other|other) (slot|time|option|options)
            (been|was|is|got|gets|getting) (nicked|pinched|bagged|hijacked|commandeered|requisitioned)
            (has|have|been|was|is) (swallowed|scuppered|kiboshed|overtaken|double-booked|double+booked)
            (like|want|wish|prefer|hoping|hope) to (move|rearrange) (it|the|our|this|to|visit|date)
            (like|want|wish|prefer|hoping|hope) to (reschedule|postpone) (it|the|our|this|to|visit|date)
            (like|want|wish|prefer|hoping|hope) to (rebook|shift|swap|change) (it|the|our|this|to|visit|date)
            (ask|asking|request) to (move|rearrange|reschedule|postpone) (it|the|our|this|to|visit|date)
            (requesting|possible|able) to (move|rearrange|reschedule|postpone) (it|the|our|this|to|visit|date)
            (ask|asking|request) to (rebook|shift|swap|change) (it|the|our|this|to|visit|date)
            (requesting|possible|able) to (rebook|shift|swap|change) (it|the|our|this|to|visit|date)
            (have|has|having|need|needs|going) to (move|shift|change|rearrange|reschedule|postpone|rebook|swap)
            have to be (another|a different|some other|moved|changed|rearranged|postponed)
        """,
        Topic.MOVE: """
            (can|could|may|might) (we|you|i) (possibly|please)? (push|shunt|bump|slide|nudge) (the|it|our)
            (can|could|may|might) (we|you|i) (possibly|please)? (knock|delay|defer|shift) (the|it|our)
            any (way|chance) (of|we|you|that) (can|could|we+can|we+could|you+can|you+could)? (push|move|shift|change)
            any (possibility) (of|we|you|that) (can|could|we+can|we+could|you+can|you+could)? (push|move|shift|change)
            (have|has|need|needs|going|got) to (move|shift|change|rearrange|reschedule)
            (have|has|need|needs|going|got) to (postpone|cancel|rebook|swap|pull|put+off)
            (can|could|may|might) (we|you|i|it) ... (move|rearrange|reschedule|postpone|change)
            (can|could|may|might) (we|you|i|it) ... (swap|put+off|push+back|rebook|shift)
            (move|rearrange|reschedule|postpone|rebook|re-book) (it|our|the|this|that|your)? ; can't go ahead
            cannot go ahead ; won't go ahead ; not going ahead ; will not go ahead ; can't happen
            (no|any) longer ... (do|make|possible|works|work|suitable|convenient|good|suits|manage|host) ; has gone
            have gone ; fallen through ; falls through ; find (another|a new|a different|an alternative|some other)
            let (me|us) have (some|other|any) (alternatives|other|others)
            (new|another|alternative|different|other) (date|dates|day|slot|time|alternatives)
            (clash|clashes|clashed|double booked|double-booked)
        """,
        Topic.PEOPLE: """
            governor ; governors ; governing ; chair ; chair's ; governor's ; governors' ; attendee ; attendees
            attending ; attend ; join ; joining
            joined ; joins ; present ; senco ; sendco ; who ; names ; staffing ; trustee ; trustees ; cog
            vice-chair ; (link|parent|chair of|vice chair|lac|safeguarding) (governor|governors|govs) ; in the room
            it'll be (me|us|just|myself) ; (just|only) be (me|us|myself) ; will be (me|just+me|myself) ; with me
            alongside ; represent ; accompany
            accompanied ; sit in ; put me down ; stand in
            standing in ; step in ; stepping in ; in my place ; take (her|his|their|my) place ; meet you
            meeting you
        """,
        Topic.COURTESY: ON_A_JOURNEY
        + NO_COMPLAINT
        + OF_OTHER_THINGS
        + """
            (teach|teaching|teaches|have|on) (a|the|my)? full day
            (thinks|think|thought|assumed|imagined) (you|you're) ... on (zoom|teams)
            (thinks|think|thought|assumed|imagined) (the+virtual+school|you+all|you're+all) ... on (zoom|teams)
            (tried|try|attempted) (a|the|using)? (teams|zoom|video) (link|call|meeting|thing)?
            (i|we|i'll|we'll|he) (might|may|could|will|shall)? be ... minutes late
            (she|he'll|she'll|they|they'll|governor) (might|may|could|will|shall)? be ... minutes late
            (ignore|disregard|delete|bin) my (other|last|first|previous) (email|message|one|reply) was meant for
            (ignore|disregard) my (other|last|first|previous) (email|message|one|reply) (that|which|it) was meant for
            (delete|bin) my (other|last|first|previous) (email|message|one|reply) (that|which|it) was meant for
            (ignore|disregard) my (other|last|first|previous) (email|message|one|reply) , (that|which|it) was meant for
            (delete|bin) my (other|last|first|previous) (email|message|one|reply) , (that|which|it) was meant for
            (i've|i+have|we've|have) (also|now|just)? cc'd _ (as|who|so|because|for|in+as|,)
            (dial|dialling|attending) (in)? (on|by|over|via|through) (teams|zoom|phone) from (her|his|their)
            (attend|joining|join|beaming) (in)? (on|by|over|via|through) (teams|zoom|phone) from (her|his|their)
            (dial|dialling|attending) (in)? (on|by|over|via|through) (teams|zoom|phone) because she
            (attend|joining|join|beaming) (in)? (on|by|over|via|through) (teams|zoom|phone) because she
            (dial|dialling|attending) (in)? (on|by|over|via|through) (teams|zoom|phone) because he
            (attend|joining|join|beaming) (in)? (on|by|over|via|through) (teams|zoom|phone) because he
            complaint from (a|the|our|some|one) (neighbour|neighbours|parent|parents|resident|residents|farmer)
            not thrilled but
            (on|onto|to|got|having|have) (teams|zoom) (phones|telephones|telephony|licences|for+our+phones)
            not to take part in (any|further|other) (data|research|survey|surveys|duties|activities|work|meetings)
            before (i|we) can (say|tell|let|give+you|answer|reply|get+back|come+back)
        """
        + """
            (not|nothing|isn't|is+not|hardly|non|no) (at+all|terribly|very|super|that|particularly)? pressing
            (nothing|no) (particularly|especially|that|very|really)? (urgent|pressing)
            if (it's|it+is|its|anything's|anything+is|something+is|there's+anything) urgent
            (retired|ex|retiring|moved|came|comes|background|career|years|volunteers) (from|in|with|at)? the police
            (works|worked|working|was|been|job|serves|served|used+to+be) (for|in|with|at) the police
            (i|we|i'd|we'd) (sent|replied|emailed|wrote|addressed|posted) (this|it|that)? to (the|a) wrong _
            (she's|he's|they're|she+is|he+is|they+are) (so|really|absolutely|quite|very)? thrilled
            (i|i've|i+have) (recently|just|only|now|since)? (taken|took) over (as|from)
            my colleague (who|that) (usually|normally|generally) (deals|handles|sorts|looks) (with|after)
            (ring|call|phone|telephone) (me|us) (if|when|on|once) (you|your|arrival|arriving|the)
            (third|3rd) time (lucky|pays) ; third time's (the|a) (charm|lucky)
            (is|are|or) (it|they) online ; online now
            (not|nothing|isn't|no|hardly|non|never) -? (that|very|at+all|particularly)? urgent
            (not|nothing|isn't|no|hardly|non|never) -? (desperately|too|super|terribly)? urgent
            (my|our|her|his) line manager ; nothing (that's|that+is) urgent ; urgent reminder to (self|myself|me)
            less urgent ; (isn't|not) pressing
            (a|an|the|our|your|any|previous|first|last) virtual school
            (is|are) (it|they|this|that|these) (all)? (available)? online
            online (somewhere|anywhere|safety|training|lessons|lesson|thing|stuff|school)
            online (course|form|portal|system|shop|learning|resources|register|platform|banking|bullying|survey|bit)
            (put|posted|find|found|read|seen|looked) (it|them|this|that)? online
            (published|order|ordered|saw|buy|bought) (it|them|this|that)? online
            (available|published|posted|free|all) online
        """,
        Topic.STANDS: """
            (leave|keep|stick|stay) (it|with|to|things|everything|us) ... (as|where|is|are|was|original|agreed)
            (if not|otherwise|else|if so) ,? (no|not+a) (problem|problems|worries|bother|matter|panic|harm)
            (if not|otherwise|else) ,? (we|i|we'll|i'll|it|that's|it's|that) (fine|ok|keep|stick|stay|leave)
            (if not|otherwise|else) ,? (we|i|it|that) (will|can|stands)
            (can't|cannot|not) ,? (no|not+a) (problem|worries|bother) ; still stands
            (keep|stick) (to|with) (the|our|what)
            (happy|fine|content) to (keep|leave|stick|stay) ; no matter if ; don't worry if ; not the end of the world
        """,
        Topic.SUBJECT: """
            see subject ; (as|see|in) (per)? (the|my)? (subject|title|heading|header) ; subject line
        """,
        Topic.QUESTIONS: ASKED_BEFORE
        + """
            (i've|we've|she's|he's|has|have) had your (answer|answers|reply|response) (about|on|to|as)
            (until|before|once|unless|till) (she|he|we|i|they) (has|have|get|gets|had) your (answer|reply)
            (until|before|once|unless|till) (she|he|we|i|they) (receives|receive|hears|hear) your (answer|reply)
            (until|before|once|unless|till) (she|he|we|i|they) (has|have|get|gets) (an|your) (answers|answer)
            (until|before|once|unless|till) (she|he|we|i|they) (had|receives|receive) (an|your) (answers|answer)
            remind (me|us) (what|which|when|whether) (we|i|you|it|day|date|one)
            who (authorised|agreed|decided|arranged|approved|gave|asked|organised) (this|it|that|to|you|for|the)
            which of our (learners|pupils|children) ; which (pupil|pupils|child|children|learner) is
            before we (go|put|book|agree|commit|can|confirm|decide|sign|say)
            (before|until|till) (any|a|the) (date|dates|day|visit|booking) (gets|get|is|are|can|goes|go|will) _? ...
            (first|before+that|before+anything+else) (can|could|may|might) (i|we|you) (ask|check|clear|clarify|query)
            (clear|clarify) (something|a+few+things|one+thing|one+point|a+point|a+couple+of+things) up? first?
            (wants|want|needs|need|like) (it|this|that) in writing
            before i (go|put|book|agree|commit|can|confirm|decide|sign|say)
            which (is+it|one+is+it|is+right|is+correct|one+is+right|is+the+right+one) ?
            is (it|this|the visit) (compulsory|statutory|mandatory|voluntary|optional|ofsted)
            what (is|does|exactly) (this|the visit|it|a virtual) ... (for|about|involve|involves|entail)
            (need|needs|want|wants) to know ; find out the following ; under what
            what is (the|this) (purpose|visit|about) ; why (are|do|is|does|have) ; who are you
            is there a (cost|charge|fee) ; how (much|long) ... (cost|charge|take) ; how long ... last
        """,
    }
)  # fmt: skip
