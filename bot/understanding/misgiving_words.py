"""Misgivings beside a yes: what may come in its way, and who has still to be squared; tables only.

Written as `phrases` explains. Unlike a single word of doubt each of these holds back a yes whatever its sentence holds.
"""

from __future__ import annotations

_DAY = "day|week|morning|afternoon|date|fortnight"
_STAFF = "staff|team|school|teachers|slt|office|department|building|children|pupils|us"
_BOSS = "head|headteacher|principal|boss|deputy|chair|governors|trust|slt|bursar|manager|business+manager"
_TO = (
    "i'll|we'll|i+will|we+will|need+to|have+to|must|going+to|yet+to|still+to|should|got+to|ought+to|better|best|want+to"
)

SQUARING = f"""
    ({_TO}) (just|quickly|first|then|also)? (square|clear|float|agree) (it|this|that) (with|past|by)
    ({_TO}) (just|quickly|first|then|also)? (discuss|raise|sort|smooth) (it|this|that) (with|past|by)
    ({_TO}) (just|quickly|first|then|also)? (confess|own+up|break+it|break+the+news) to (the|my|our|her|him)
    before (i've|we've|i+have|we+have) (broken|told|mentioned|run|cleared|asked|checked|spoken|confessed|had)
    what (the)? ({_BOSS}|she|he|they) (doesn't|don't|won't) know ; (better|easier) to ask (for)? forgiveness
    (can't|cannot|couldn't|don't) see (the|my|our)? ({_BOSS}|her|him|them) (saying|agreeing|allowing)
    (can't|cannot|couldn't|don't) see (the|my|our)? ({_BOSS}|her|him|them) (going|liking|approving)
    (stickler|particular|funny|touchy|fussy|sniffy|territorial) (for|about) (being|these|dates|visitors|permission|who)
    (has|have|needs|will+have|would+have) to (release|spare|excuse) (me|him|her|us|them|staff)
    (release|spare|excuse) (me|him|her|us) first ; not my (diary|decision|call|place) to
    (need|needs|requires|awaits|wants) (counter-signing|countersigning|ratifying)
    (need|needs|requires|awaits|wants) (approving|authorising|endorsing|okaying)
    (need|needs|requires|awaits|wants) (rubber-stamping|rubber+stamping|minuting|sanctioning|vetting) (by|at|from)?
    (overruled|outvoted|outranked|shouted+down) ; (under|with) (protest|duress) ; against (my|our) (better)? judgement
    (might|may|will|could|would) (well)? want a say ; (want|wants|have|has) a say in (it|this|that|these)
"""
"""Whose leave has still to be got, or was not."""

_MASTER = "head|headteacher|principal|trust|slt|boss|deputy|mat|ceo|executive|exec|director|bursar"

NO_SAY = f"""
    (haven't|not|without|don't+have) (got)? (my|the|our) (diary|calendar|planner) (with|to+hand|on)
    (haven't|not|without|don't+have) (got)? (my|the|our) (diary|calendar|planner) (here|in+front|at+hand)
    (diary|calendar|planner) (is|'s|was|being)? (locked|lost|missing|elsewhere|at+home|in+the+car|at+work|broken)
    (diary's|calendar's|planner's) (locked|lost|missing|elsewhere|at+home|in+the+car|at+work|broken)
    ({_MASTER}) (is|are|has|have) yet to
    ({_MASTER}) (is|are|was) the (one|person) who (normally|usually|always|really)?
    no (real|actual|formal|proper)? (authority|power|right|remit|mandate) to (agree|book|accept)
    no (real|actual|formal|proper)? (authority|power|right|remit|mandate) to (say|decide|commit|confirm)
    (not|never|isn't|wasn't) (really|actually|strictly)? (supposed|meant) to (agree|book|accept)
    (not|never|isn't|wasn't) (really|actually|strictly)? (allowed|entitled|authorised) to (agree|book|accept)
    above my (station|pay|head|level|grade)
    only (work+experience|the+temp|a+temp|a+volunteer|the+cleaner|on+placement)
    (don't|didn't|please+don't) (let+on+to|mention+it+to|say+anything+to) (the|my)? ({_BOSS})
    (don't|didn't|please+don't) tell (the|my)? ({_BOSS}) (i|i've|we|we've|that|,|.|!)
    didn't hear (it|this) from
    (agreed|agreeing|saying+yes|accepting|said+yes) under (pressure|orders|sufferance) ; under pressure from
    (formal|final|official|proper|full) (confirmation|answer|reply|response|word|decision) (will|to|from|follows|comes)
    (confirmation|reply|answer|decision) (will|shall|must|can+only) (come|follow) (from|by|later)
    (confirmation|reply|answer|decision) (will|shall|must|can+only) (be+given|be+sent|be+issued) (from|by|later)
    says yes with (her|his) ; (heart|mouth|lips|eyes) (says|say) (no|otherwise)
"""
"""Who has no say in the matter, or leaves the last word to somebody else."""

ODDS = """
    (fifty|sixty|seventy|eighty|ninety|50|60|70|80|90|95) (per+cent|percent|%|-+50|fifty|/+50|50)
    more likely than not ; (odds|chances) are ; (no|not+making) (promises|guarantees) ; assume the worst
    (chalked|pencilled|sketched) ,? not inked ; (toss|flip) of a coin ; at a (push|pinch|stretch)
    as far as i (can+tell|know|can+see|am+aware) (from|according|the+diary|the+calendar|the+rota|it's|we're|it+is)
    (rota|timetable) (isn't|hasn't|not|is+not|has+not) (yet)? (been)? (out|published|done|finished)
    (calendar|staffing|list) (isn't|hasn't|not|is+not|has+not) (yet)? (been)? (out|published|done|finished)
    (doubt|doubtful|unlikely) (that|if|whether)? (anyone|anybody|we|we'll|i'll)
    (doubt|doubtful|unlikely) (that|if|whether)? (she|he|they|there|everyone)
    (daresay|dare+say|suspect|fear|imagine) (somebody|someone|the+head|they'll) (will|may|might)?
    (daresay|dare+say|suspect|fear|imagine) (she'll|he'll|it'll|the+trust) (will|may|might)?
"""
"""How likely it is."""

CLASHING = """
    (can't+promise|cannot+promise|couldn't+promise) (that|if|whether)? (anyone|anybody|we|we'll|i'll)
    (can't+promise|cannot+promise|couldn't+promise) (that|if|whether)? (she|he|they|there|everyone)
    (collide|collides|clash|clashes) with (my|our|the|a|an|something|governors)
    (overlap|overlaps|coincides|competes|conflicts) with (my|our|the|a|an|something|governors)
    (promise|promised|booked) ... ... (the|that) same (morning|day|slot|date|afternoon|week)
    (given|agreed|offered|pencilled) ... ... (the|that) same (morning|day|slot|date|afternoon|week)
    (on|for|against|in) the same (slot|morning|afternoon|half-day)
    (their|his|her) (day|morning|slot|afternoon) (too|as+well)
    double ?-? (promised|booked|let|sold) ; where it (lands|falls|ends|will+land|will+fall) ; (and|so) this may be
    (imposing|imposed|impose|moved|moving|shifted|put) (a|an|our|the|some|their) _? (training|inset) (day|days|on+us)?
    (won't|can't|not|shan't|couldn't) be (there|here|around|about|in) to (open|meet|greet|see|let|welcome|receive|host)
    who'd (see|meet|host|receive|look+after) you (is|has|will) ; off long term ; on long term
    (have+to|need+to|must|got+to) (find|get|beg|borrow|sort|arrange) (me|myself)? (someone|somebody)
    (trying+to|still+to|yet+to|i'll) (find|get|beg|borrow|sort|arrange) (me|myself)? (someone|somebody)
    (have+to|need+to|must|got+to|trying+to|still+to|yet+to|i'll) (find|get|beg|borrow) (cover|supply|a+sub)
    (hunting|looking|searching|scrabbling|begging|praying|desperate) for (cover|supply|someone+to|somebody+to|a+sub)
    (shift|swap|move|change|juggle|rejig) (it|that|mine)? (if|hopefully|somehow) (i|we) can
    (shift|swap|move|change|juggle|rejig) (my+class|my+lesson|my+appointment)? (if|hopefully|somehow) (i|we) can
    which (i'll|i+will|we'll|i'd|we'd) (have|try|need|hope|attempt) to (shift|move|swap|change|cancel|rearrange|juggle)
"""
"""What else is on, and who would have to stand in."""

SHUT_OUT = """
    (visits|visitors|visit|visitor) (are|is|have+been|has+been|were) (all)? (suspended|banned|stopped|paused|restricted)
    (visits|visitors|visit|visitor) (are|is|have+been|has+been) (all)? (cancelled|on+hold)
    (visits|visitors|visit|visitor) (are|is|have+been|has+been) (all)? (not+allowed|not+permitted|limited)
    (special+measures|in+quarantine|in+isolation|in+lockdown) ; (raac|legionella|asbestos) (survey|may|might|has|found)
    (may|might|could|threatening+to|about+to) (close|shut) (us|the+school|the+building|the+site|half)
    (shut|closed) (two|three|one|half|some) (classes|class|the+school|year+groups) ; until the outbreak ; up for sale
    (may|might|could|will+probably) (scrap|axe|bin|drop|ditch|pull) (it|them|these|this|visits|the+visit)
    (review|revisit|reconsider|rethink) (it|this|that|things) (in|next|again|nearer|after|at|once)
    (ring|check|call|email|phone|shout) ... ... (day+before|nearer+the+time|beforehand|first) to (make|check|see|find)
    to (make+sure|check|see) (if|whether)? (we're|it's|we+are|it+is) (still)? (open|on|going+ahead|happening)
    (check|checking) (with)? (us|me) nearer ; (certain|sure|definite) (next+week|on+monday|by+friday|tomorrow|soon)
    if you (hear+nothing|don't+hear|haven't+heard|hear+no+more) (by|from|within|before)
"""
"""What keeps visitors out, and what is to be looked at again."""

HAPPENING = f"""
    (gas|water|power|electricity|electric|electrics|heating|supply) (is|will|may|might|could)? be (off|cut|out|down)
    (ripping|digging|tearing|pulling|knocking) (up|down|out) ... ... (that|the+same|then) ({_DAY})?
    (nobody|no+one|noone) (can|could) (get|come|be) (in|inside|through|into)
    (empty|deserted|locked|closed|shut) (building|school|site|classroom)
    (half|most) (of)? (the|our|my)? ({_STAFF}) (have|has|are|is|will|may) ... (flexi|leave|away)
    (all|a+third|two+thirds) (of)? (the|our|my)? ({_STAFF}) (have|has|are|is|will|may) ... (flexi|leave|away)
    (half|most) (of)? (the|our|my)? ({_STAFF}) (have|has|are|is|will|may) ... (down|gone|ill|striking)
    (all|a+third|two+thirds) (of)? (the|our|my)? ({_STAFF}) (have|has|are|is|will|may) ... (down|gone|ill|striking)
    something (else|on|booked|planned|arranged|happening)? (on)? that ({_DAY})
    something (nagging|niggling|bothering|worrying|telling) (at)? (me|us)
    (told|asked|instructed|advised|warned) to keep (that|the|those) ({_DAY}) (free|clear|open)
    (keep|keeping|leave|leaving|kept|hold|holding) (that|those|the+whole) ({_DAY}) (free|clear|open) for
    ofsted (rang|called|phoned|have+called|has+called|are+here|are+coming|got+in+touch|have+rung|gave+us+the+call)
    (got|had|have+had|we've+had|received|taken) the call (today|yesterday|this|from|at)? ; the call (came|has+come)
    (strike|industrial|walkout) (vote|ballot|action|meeting|day|days) ; union meeting (to|about|over) ; being balloted
    balloted
    (burying|cremating|scattering) (my|our|her|his|the) ; (give|giving) birth (that|any|then|the|on|around|to)
    (either|both) that ({_DAY}) or (the|another)
    (haven't|hasn't|have+not|has+not) (yet|actually|even)? let (us|me) know ; (roof|ceiling|wall) has (come|fallen|gone)
"""
"""What may be on that day."""

UNSURE = """
    (wouldn't|don't|shouldn't|not) (put|hang|crack|break|get) (the|out|open|your) (flags|bunting|champagne|hopes|fizz)
    (pinch|bucket|shovel|bag) of salt ; powder dry ; moveable feast ; famous last words
    call it (a|an) (working|placeholder|draft|maybe|provisional|aspiration|guess|possible|possibility|hope)
    (working|provisional) title ; nothing's (ever|yet)? certain ; nothing is (ever|yet)? certain
    (live|come|going|likely) to regret (this|it|that|saying) ; (be|i'm|i'd+be) lying if (i|we) (said|say|told)
    (doing|writing|answering|saying|typing) this from memory ; (my|the) memory (says|tells|is|isn't) ; from memory
    touch wood ; all being well ; (god|allah|fates|fate) willing ; if the (creek|creeks|gods|fates|stars|wind|lord)
    (gods|fates|stars|builders) (allowing|permitting|willing|align|smile) ; optimistic hat
    (quote|hold) me (on|to) (it|that|this) ; (bear|bearing) in mind the (strike|ballot|inspection|vote|closure|trip)
"""
"""What is said with crossed fingers."""

UNWILLING = """
    (hoping|holding+out|asking|angling) for (that|the+same) (slot|day|date|morning|afternoon) ; first refusal on
    (habit|history|record) of (cancelling|pulling|moving|changing)
    (can|could|will|may) always (cancel|move+it|change+it)
    (move|change|shift|swap|cancel) it (later|afterwards|nearer|if+it|if+we) ; for now (at+least|anyway|at+any+rate)
    signs (these|them|it|everything|visits) off ; gets (prickly|cross|upset|huffy|territorial|annoyed) (when|if|about)
    (may|might|could|will) (well)? (feel|think) (differently|otherwise) ; (may|might|could) want something else
    (warned|told|braced) (us)? to expect the call ; reserved the right ; reserves the right
    (we'd|we'll|we+would|we+will|we'd+have+to|we'll+have+to) (be)? (close|shut|closed|send+home|evacuate)
    i'll decide (if|whether|when) ; (if|whether) (it's|it+is|this+is) worth (it|the|my|our|doing|having)
    not (wholly|entirely|fully|totally|completely|altogether|quite) (persuaded|convinced|sold|certain|there|decided)
    what (is|'s) the point ; what's the point ; happy now ; off (my|our) back ; (shut|keep) (the+council|you) (up|quiet)
    (who|let's+see+who) blinks ; find an excuse ; stop (emailing|pestering|chasing|nagging|badgering) (me|us)
    (be|i'm|i+am) (in+hospital|having+an+operation|under+the+knife|having+my+knee|having+my+hip|going+under)
    (meeting|seeing|talking+to|facing) an empty (chair|room|desk|school|seat)
    (quit|walked+out|resigned|handed+in|walked) (yesterday|today|this+morning)
    (quit|walked+out|resigned|handed+in|walked) (last+night|on+friday|her+notice|his+notice)
    (asked|told|instructed) me to (stall|fob|delay|put+you+off|string+you) ; stake in the ground
    (to+be|still+being|not+yet) (thrashed|ironed|hammered|worked|argued) out
    as a (goodwill|holding|courtesy) (gesture|reply)
"""
"""What is said by somebody who would rather not, or may go back on it."""
