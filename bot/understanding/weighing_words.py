"""Words of a choice still open, once meant, or weighed and let go: tables only, written as `phrases` explains."""

from __future__ import annotations

from bot.understanding.phrases import one_of

_WHO = "we|they|she|he|it|that|everyone|everybody|the+head|the+school|the+two+of+you|you+and+the+head|you+both"
_OPEN = "day|date|one|slot|option|of+them|of+those|of+these|of+the+two|of+the+three|of+the+four|half|morning|afternoon"
_CHOOSE = (
    "go+for|go+with|choose|pick|select|settle|decide|agree|end+up|land+on|plump+for|opt+for|book|get|take|have|confirm"
    "|finally|eventually|are|is|turns+out|gets|say|can|ends|lands|all|both|do|come+up+with|stick+with|fix+on|fix|use"
)

STILL_TO_CHOOSE = f"""
    (whichever|whatever) ({_OPEN})? ({_WHO}) ({_CHOOSE}) (on|for|with)?
    (whichever|whatever) ({_OPEN})? (we're|they're|it's|she's|he's) (going|picking|choosing) (for|with)?
    (whichever|whatever) ({_OPEN})? (we're|they're|it's|she's|he's) (having|given|offered) (for|with)?
    (whichever|whatever) ({_OPEN})? (is|gets|ends+up|has+been|will+be) (chosen|picked|agreed|settled|booked|decided)
    (whichever|whatever) ({_OPEN})? (is|gets|ends+up|has+been|will+be) (fixed|confirmed|selected|arranged|finalised)
    any (day|date|slot) (we|they|the+head|it) (end+up|settle+on|agree|choose|pick|go+for|go+with|book|decide+on)
"""
"""What leaves the choice to a later hour, whoever may come then: "she'll join on whichever day we go for"."""

_SAY = "say|pick|choose|offer|suggest|go+for|take|plump+for|opt+for|snap+up|jump+at|have+said|have+picked|have+taken"

ONCE_WISHED = f"""
    (i'd|we'd|i+would|we+would|i+should|would) (love|like) (to|to+be+able+to) say
    (i'd|we'd|i+would|we+would|i+should|would) have (loved|liked|preferred) (to)? ({_SAY})?
    (i|we) wish (i|we) could (do|make|manage|say|take|offer|choose|pick)
    (was|were|am|are|been|i'm|we're) (sorely|rather|very|so)? tempted (by|to+say|to+go+for|to+pick|with)
    much as (i'd|we'd|i+would|we+would) (love|like) (to)? (say|do|take|have|pick|choose|go+for)?
    (was|were|is|looked|seemed|sounded) (very|so|rather|sorely)? tempting (until|till|but)? ; (as|though) tempting as
    tempting as ; (looked|seemed|sounded|felt) (good|perfect|fine|ideal|promising|ok) until
"""
"""What was wished for and is not to be: "I'd love to say the 11th but the hall's booked, so no"."""

_VISITING = (
    "ep|ed+psych|educational+psychologist|ofsted|photographer|nurse|dentist|auditors|auditor|inspectors|inspector|sip"
    "|consultant|trainer|moderator|moderators|author|bishop|vicar|engineers|electricians|electrician|builders|plumber"
    "|surveyors|surveyor|assessor|assessors|therapist|salt|camhs|police|archdeacon|diocese|trust|mp|mayor|theatre+company"
    "|theatre+group|book+fair|union|lawyers|interviewees|candidates|ed+welfare|opticians|optician|drama+company"
)

TAKEN_BY_OTHERS = f"""
    (has|have|had|has+all|have+all) (already|all|now|just|since)? been (nabbed|bagged|snaffled|pinched)
    (has|have|had|has+all|have+all) (already|all|now|just|since)? been (taken|swiped|booked)
    (has|have|had|has+all|have+all) (already|all|now|just|since)? been (grabbed|filled|hijacked)
    (has|have|had|has+all|have+all) (already|all|now|just|since)? been (commandeered|gobbled|claimed)
    (has|have|had|has+all|have+all) (already|all|now|just|since)? been (swallowed|requisitioned|allocated)
    (has|have|had|has+all|have+all) (already|all|now|just|since)? been (earmarked|nicked)
    (lands|land|falls|fall|sits|sit|comes|come) (slap|bang|right|smack)? (on+top|on+something|on+a)
    (lands|land|falls|fall|sits|sit|comes|come) (slap|bang|right|smack)? (on+an|over+our|across+our)
    (i've|we've|i+have|we+have) (got)? (the|a|an|our|my|some|two)? ({_VISITING}) (booked|coming|in|visiting)
    (there's|with|have) (got)? (the|a|an|our|my|some|two)? ({_VISITING}) (booked|coming|in|visiting)
    (i've|we've|i+have|we+have) (got)? (the|a|an|our|my|some|two)? ({_VISITING}) (here|on+site|all+day)
    (there's|with|have) (got)? (the|a|an|our|my|some|two)? ({_VISITING}) (here|on+site|all+day)
    (half|most|two+thirds) (of)? (the|our|my)? (school|staff|class|team|teachers|slt) (are|is|will+be) (in|at|on|off)
    (half|most|two+thirds) (of)? (the|our|my)? (school|staff|class|team|teachers|slt) (are|is|will+be) (out|away|gone)
    (at|on|in) (a|an|the) (union|trust|diocesan|county|cluster|network|headship|leadership) (thing|meeting|event|day|do)
    (nobody|no+one|none+of+us|no+member) ... (fit|ready|up|good) for (anything|much|visitors|a+visit|visiting)
    (can't|cannot|couldn't|won't) be (fit|ready|good) for (anything|much)
"""
"""What a day is given to, so that nobody is left to receive a visitor."""

NO_LONGER_SO = """
    (that's|it's|that+is|it+is) the only (day|date|one|slot|time|morning|afternoon|gap|space) _?
    (tempting|hopeful|promising) (until|till)
    (looked|seemed|sounded|was|were) (very|so|quite)? (good|fine|perfect|ideal|ok) (until|till)
    (looked|seemed|sounded|was|were) (very|so|quite)? (possible|lovely|clear|free) (until|till)
"""
"""What tells of a day that seemed good once; its "until" holds back no other."""

ON_A_JOURNEY = """
    (before|when|until|till|after|once) (we|they|y6|y5|year+6|everyone) (go|leave|head|depart) (to|on|off|for|away|out)
    (before|when|until|till|after|once) (we|they|y6|y5|year+6|everyone) (go|leave|head|depart) (camping|skiing|abroad)
"""
"""What dates a journey, and asks nothing of us."""

WEIGHED = """
    (nobody|no+one|none+of+us) (has|needs|had|have|will+have) to (miss|move|cancel|change|cover)
    (nobody|no+one|none+of+us) (has|needs|had|have|will+have) to (swap|rush|give|drop|lose)
    (nobody|no+one|none+of+us) (misses|loses|is|would+be|will+be|gets) (out|anything|away|hurt|put+out|caught|short)
    (can|could|will|able+to|both|all|would) make that ; if desperate
    (waiting|wait) (for|on) the (aa|rac|plumber|bus|train)

, say ; straight (after|before|from)
    thought better of (it|that|this)? ; (thought|think) (twice|again) about (it|that)
    weighing (it|things|them|everything|these|those)? (all)? up ; having weighed (it|things|them|everything) (all)? up
    (i've|we've|i+have|we+have|having|i|we) (thought|talked|mulled) (it|this|them|things) (over|through)
    (i've|we've|i+have|we+have|having|i|we) (chewed|gone|been) (it|this|them|things) (over|through)
    (i'm|we're|i+am|we+are) pulling rank ; (the|my|a) casting vote ; toss of (a|the) coin ; tossed (a|the) coin
    not to be (awkward|difficult|a+pain|funny|rude|greedy|fussy|contrary|cheeky|pushy|picky|a+nuisance|a+bore|negative)
    (hate|sorry|don't+want) (to+be|of+being|being)? (awkward|difficult|a+pain)
    (not+wanting|at+the+risk+of|without+wanting) (to+be|of+being|being)? (awkward|difficult|a+pain)
    (hate|sorry|don't+want|not+wanting|at+the+risk+of) (to+be|being)? (fussy|contrary|cheeky|pushy|picky|a+nuisance)
"""
"""What only leads up to an answer."""

NO_ANSWER_YET = """
    (can|may|could|might) (i|we) (come|get) back to you
    no (answer|reply|response|word|news|decision|verdict) (yet|as+yet|from|so+far|back|received)
    (not|nothing) heard (back|yet|from) ; (still|yet) waiting to hear
"""
"""What tells that somebody else's answer is awaited."""

ONLY_SEEN = """
    yes ,? (i|i've|we've|we|have)? (saw|seen|got|read|received) (this|it|these|them|your|the|that)
    yes ,? (i|i've|we've|we|have)? (had|spotted|noticed|opened) (this|it|these|them|your|the|that)
    that's your lot
    (booked|signed|put|enrolled) (himself|herself|themselves|myself|ourselves|itself) (on|onto|in|up|for|down)
"""
"""What only tells that the offer has come, or of something else."""

NOBODY_ELSES = """
    (not|isn't|hardly) (really)? (for|up+to) (us|me) to (say|decide|judge|choose|comment|agree|promise)
    (is|'s|remains|that's|it's|be) (anybody's|everybody's|anyone's|everyone's) (guess|bet)
    (is|'s|remains|that's|it's|be) (quite|altogether)? (another|a+different) (matter|story|question|kettle|thing)
    (can't|cannot|couldn't|don't|won't|not) (really|exactly)? speak for (the|my|our|him|her|them|others|everyone|anyone)
    (can't|cannot|couldn't|wouldn't+like+to) (say|tell|predict|guess) (what|if)
    (hard+to|difficult+to|who+can|impossible+to) (say|tell|predict|guess) (what|if)
    (can't|cannot|couldn't|wouldn't+like+to|hard+to|difficult+to|who+can|impossible+to) (say|tell|predict|guess) whether
    (changes|change|changing) (his|her|their|its) (mind|minds)
    (i'd|i+would|i+wouldn't|we+wouldn't|don't|do+not|we'd) (not)? (book|buy|get) (your|the|any) (train|ticket|tickets)
    (i'd|i+would|we'd|you'd) not (book|buy|get|count|bank|bet) ; (wouldn't|don't) (count|bank|bet) on
    (obliged|required|compelled|bound|forced|expected|entitled|supposed) to (take+part|participate|have|do|agree|host)
    (want|wants|need|needs|like|likes|expect|expects) (an|your|a|some|the) answer (first|before|beforehand|to+that)
    (answer|answers|reply|explanation|reassurance|assurances|clarification) (first|beforehand|before+then)
    your (service|team|department|authority|council) (is|are|was|were) (under|being|facing|failing|rated|in|closing)
"""
"""What takes a yes out of the writer's hands, or sets a question before it."""

SCORN = """
    the (highlight|high+point|high+spot|crowning+glory) of (our|my|the) (year|week|term|month|life|lives|career)
    (we|i) (do)? so (enjoy|love|like) (preparing|writing|filling|dropping|rearranging|producing|gathering|finding|doing)
    (we|i) (do)? so (enjoy|love|like) (being|having|collating|printing|compiling|cancelling|moving|it+when|a)
    how (we|i) (love|enjoy|adore|relish) (a|an|being|preparing|filling|these|your|having|doing)
    lay on (a|an|the) (brass|marching|string|full|banquet|fanfare|feast|parade|firework) ; (brass|marching) band
    who needs (sleep|weekends|lessons|lunch|ppa|evenings|notice|planning|sats|a+life|holidays|teaching)
    (teachers|schools|we're|we|us) (all|just)? (sit|sitting) (around|about) ; twiddling (our|my) thumbs
    (drop|dropping) everything (for|because|just) ; at (your|the+council's) (beck|every)
    what could be (nicer|better|lovelier|more) (than)? ; heaven (forbid|forfend) ; god forbid
    (aren't|are) we (lucky|honoured|blessed|privileged) ; (feel|feeling) so (honoured|blessed|privileged|lucky)
    (you|council) (do|always) (pick|choose) your moments
    (perfect|impeccable|exquisite|immaculate) timing as (ever|always)
    (i'll|i+will|we'll) (just|simply|have+to)? (clone|teleport|duplicate|split|halve|saw) (myself|me|ourselves)
    (i+shall|must|can|could) (just|simply|have+to)? (clone|teleport|duplicate|split|halve|saw) (myself|me|ourselves)
    (just|simply|to) (clone|teleport|duplicate|split|halve|saw) (myself|me|ourselves)
    (tell|ask|get) the (auditors|auditor|inspectors|inspector|ofsted|builders|bishop|mayor|photographer|children|others)
    to (budge|move|shove|squeeze|shift|squash) (up|over|along) ; grow (another|a+second|an+extra) (head|pair|arm)
    how (kind|thoughtful|generous|sweet|good) (of+you)? (,|!|.|to) (three|two|four|all|another|more|even|a|the)
    (dates|days|slots|weeks) in (our|my|the) (very)? (busiest|worst|maddest|most+hectic)
    the (twelfth|12th|thirtieth|30th|thirty-first|31st|fortieth|32nd) of (never|february|nevermas|juvember)
"""
"""Scorn in the guise of thanks."""

ENTERTAINED = one_of(
    "play show audit census evening evenings fair fete inset "
    "sports concert panto production performance assembly disco ofsted inspection "
    "review election meeting meetings trip training nativity carols prom camp residential moderation swimming gala"
)
"""What stands behind a day and a comma as what is on: "11th, open evening"."""
