"""The words of yes, no, perhaps and if: tables only, written as `phrases` explains."""

from __future__ import annotations

from enum import StrEnum

from bot.understanding.by_the_way_words import POLITE_CONDITIONS
from bot.understanding.choice_words import ENDEARMENTS
from bot.understanding.choosing_words import PICKING, SUITING, WELCOMING
from bot.understanding.moving_words import ASKED, FREE, GIVEN_UP, LEFT_ALONE, OTHERWISE, POLITE
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.verdict_words import COMMITTING_NOTHING, DECIDED, RULED_OUT
from bot.understanding.weighing_words import (
    NO_ANSWER_YET,
    ON_A_JOURNEY,
    ONCE_WISHED,
    ONLY_SEEN,
    STILL_TO_CHOOSE,
    TAKEN_BY_OTHERS,
    WEIGHED,
)


class Cue(StrEnum):
    """What a phrase does to the clause that it stands in."""

    PLAIN = "plain"
    YES = "yes"
    OFFER = "offer"
    NO = "no"
    NOT = "not"
    HARD = "hard"
    MAYBE = "maybe"
    IF = "if"
    LATER = "later"
    ONLY = "only"
    OTHER = "other"
    PREFER = "prefer"
    LESS = "less"
    EXCEPT = "except"
    SLIP = "slip"
    RETRACT = "retract"


_PLAIN = """
    (shout|ring|call|email|holler|write|contact you) if (that|this|things|anything|it|something) (changes|change)
    (let you know|be in touch|come back to you|get back to you) if (that|this|things|anything|it) (changes|change)
    (just|please|do)? (let|tell) (us|me) (know)? (which|what) (one|you+choose|you+pick|day|date|suits+you)?
    (it)? (doesn't|does+not|don't|do+not) (really|much)? matter ; makes no difference
    (can't|cannot|don't|couldn't|hardly) believe (it|how|that|we|we're|it's|this)
    (can't|cannot|don't|couldn't|hardly) believe (january|february|march|april|may|june)
    (never|didn't|haven't|not) (got|get|had|receive) (the|your|an|any|this) (email|message|letter)
    (never|didn't|haven't|not) (received|see|seen|saw) (the|your|an|any|this) (email|message|letter)
    (never|didn't|haven't|not) (got|get|had|receive) (the|your|an|any|this) (mail|attachment|note)
    (never|didn't|haven't|not) (received|see|seen|saw) (the|your|an|any|this) (mail|attachment|note)
    (doesn't|won't|not|don't) come as (a|any|much+of+a) (surprise|shock)
    sorry to (miss|be missing) (it|you|out|this)
    hang (on|about|fire) (until|till) ; (can't|cannot|won't) (name|reach|find) (them|him|her)
    pencilled ... ... ... (in+pen|in+ink)
    love (nor|or) money ; i should (say|add|mention|explain) that ; happy (monday|tuesday|wednesday|thursday|friday)
    (i|we) (only|do|just|very+much)? hope (i'm|we're|i+am|we+are|it's|this+is|it+isn't|this+isn't) (not)? too late
    (not+sure|don't+know) (if|whether|that)? (anybody|anyone|somebody|someone) (reads|sees|gets|opens|checks)
    (wonder|unsure) (if|whether|that)? (anybody|anyone|somebody|someone) (reads|sees|gets|opens|checks)
    (but)? in case (they|you|anyone|anybody|somebody|someone) (do|does|did|is|are) ; (might|may) as well
    (on|after|having|following|from) (checking|consulting|asking|consultation+with) (my|our|the|her|his|their|with)
    (never|didn't) (thought|think|expect|expected) (i'd|we'd|i+would|we+would|to) (say|type|write|hear|see|be|need)
    (do+you)? know what , ; tell you what ,
    (we'd|i'd|we+had|i+had|had) (first|originally)? thought (of|about) ... (at+first|first|originally|initially)
    (i'll|we'll|will) let you know (what|how) the (lane|road|roads|weather) (is|are|'s|lane's)?
    (i'll|we'll|will) let you know (what|how) the (snow|traffic|car+park|hill) (is|are|'s|lane's)?
    (i'll|we'll|will) let you know (what|how) the (lane's|road's|weather's|snow's|traffic's)
    (save|saved|keep|leave) (it|that|them|this) (for|till|until) (when|then|later|the+day|the+visit|you're|you)
    (will|i'll|she'll|he'll|they'll|we'll|to) look (in+on|in+briefly|in+at|in+for|in+.|in+,|like)
    (will|i'll|she'll|he'll|they'll|we'll|to) look (smart|lovely|different|well|a+bit|the+part|busy|tired)
    (shout|ring|email|write) if (that|this|anything|it|things|circumstances) (changes|change|does)
    (know|touch|back|say|you) if (that|this|anything|it|things|circumstances) (changes|change|does)
    there (might|may|could) (well)? be (a|an|some|the)? _? (smell|noise|queue|crew|dust|mess|dog|dogs|banging|drilling)
    there (might|may|could) (well)? be (a|an|some|the)? _? (singing|children|toddlers|paint)
    there (might|may|could) (well)? be (a|an|some|the)? _? (puddles|traffic|delays|lambs)
    (it|that) (might|may) (well)? be _ (who|that) (does|answers|replies|sends|meets|greets)
    (it|that) (could|will+probably|will+possibly) (well)? be _ (who|that) (does|answers|replies|sends|meets|greets)
    (it|that) (might|may) (well)? be _ (who|that) (shows|lets|opens|picks|collects|signs)
    (it|that) (could|will+probably|will+possibly) (well)? be _ (who|that) (shows|lets|opens|picks|collects|signs)
    you (might|may|could|will+probably) (well)? (have|need|want) to (shout|speak+up|knock|step|squeeze|dodge|hunt)
    you (might|may|could|will+probably) (well)? (have|need|want) to (walk|bear|climb|queue)
    you (might|may|could|will+probably) (well)? (have|need|want) to (excuse|put+up|duck|raise|ring)
    be (awkward|cheeky|a+pain|difficult|a+nuisance|forward|bold|greedy|tricky) and
    (on|after|having|from) (checking|checked|consulting|consulted) (with|to)
    (on|after|having|from) (speaking|spoken|asking|asked|talking|talked) (with|to)
    if (anything|something|that|this|things|it) (changes|crops+up|comes+up) ... (will|i'll|we'll) let you know
    if (anything|something|that|this|things|it) (changes|crops+up|comes+up) ... (will|i'll|we'll) _ _? let you know
    if (anything|something|that|this|things|it) (changes|crops+up|comes+up) ... (will|i'll|we'll) be in touch
    if (anything|something|that|this|things|it) should (change|crop+up|come+up) ... (will|i'll|we'll) let you know
    (hopefully|let's+hope|with+luck) (the|this|that)? (snow|ice|weather|rain|frost|sun|mud|fog|wind|floods|flu|bugs)
    looking at (the|my|our) ... (diary|calendar|planner|diaries) ... (now|here|together)
    (what|which|any|anything|documents|paperwork|information|data|files|people|staff|children) you (need|want|wish) to
    what you (need|have|want) to (see|check|ask|discuss|look+at|hear)
    (said|promised|told) ... (i'd|we'd) (let|get|come|reply) (you|back|it|this)? ... (know|you|back|today|now)?
    (said|promised|told) ... (i+would) (let|get|come|reply) (you|back|it|this)? ... (know|you|back|today|now)?
    (said|promised|told) ... (we+would|to) (let|get|come|reply) (you|back|it|this)? ... (know|you|back|today|now)?
    (said|promised|told) ... (i'd|we'd) (answer|respond) (you|back|it|this)? ... (know|you|back|today|now)?
    (said|promised|told) ... (i'd|we'd) (check|confirm) (you|back|it|this)? ... (know|you|back|today|now)?
    (said|promised|told) ... (i+would|we+would|to) (answer|respond) (you|back|it|this)? ... (know|you|back|today|now)?
    (said|promised|told) ... (i+would|we+would|to) (check|confirm) (you|back|it|this)? ... (know|you|back|today|now)?
    (can't|couldn't) come (soon|quick) enough
    (i'll|we'll|will|shall|going+to|let+me) have a (look|think|word|chat|read|check|good+look|quick+look)
    have a (look|think|word|chat|read|check|good+look|quick+look)
    which (one)? (they|he|she|you|people|staff|everyone|governors) (would)? (prefer|prefers|like|likes|want|suits)
    if (anything|something|things) changes ; my lovely ; lovely lot ; my lovelies ; no later than ; no earlier than
    no sooner ; not only ; not to worry ; no worries ; no rush ; no hurry ; no need ; can't wait
    sorry (for|about|to) ... (delay|reply|late|slow|short|bother|mess) ; not sorry ; no doubt ; no one ; not least
    why not ; without fail ; (good|great) (morning|afternoon|evening|day|news|luck)
    (good|great) (practice|old|school|stuff|staff|to hear|to meet) ; in good time ; (what|how) good ; for good
    happy new year ; hope you're well ; hope (you|this|all) ... well ; best (wishes|regards) ; all the best
    kind regards ; many thanks ; happy to help ; even if ; i meant to ; as if by magic ; not a lot ; not long
    in the meantime
    may i say ... how (much|very|lovely|nice|good)
    hold the (fort|door|gate|baby) ; but otherwise
    (she|he|they|you|who|anyone|everyone|head|governor|staff|governors) should read
    (can't|cannot|won't) promise (the|you|any|a|it'll+be)? (sun|sunday|sunshine|weather|cake|biscuits|quiet|silence)
    (can't|cannot|won't) promise (the|you|any|a|it'll+be)? (peace|miracles|calm|much|warmth|heat|tidy|tidiness|order)
    free school meals ; feel free ; any good news ; please (let|tell|note|see|find|pass|ring|call|phone|reply|send)
    please (confirm|remember|ask|sign|make sure|treat|accept my|accept our|park|report|bring)
    (could|can) you please ; would you (please|mind) ; book in (at|with) ; clear up ; take part ; take place
    take you ; taken part ; pick up ; pick you up ; will be good to (see|meet) ; available to (answer|discuss|talk)
    more than happy ; go ahead and ; yes i (know|am) ; open (day|evening|morning|afternoon|week)
    thank you for ... (dates|options|slots|these|this|email|message)
    thanks for ... (dates|options|slots|these|this|email|message) ; thank you for ; thanks for
    look forward to hearing ; looking forward to hearing ; (getting|got|get|being|been) in touch
    (asked me|just|writing) to let you (all)? know ; to let you know that ; make sure ; makes sure ; don't forget
    not forgetting ; not to mention ; no matter ; no thanks to ; no fewer ; no less ; no more than
    not to be missed ; year's work ; (will|i'll|we'll|shall)? look after (you|them|him|her|us)
    when the? _ (have|has) gone ; not provided ; (want|wants|wanting|going) to take the
    (we're|we are|i'm|i am) (out of|out and about|out in|out at)
    (is|are|be) provided ; lunch provided
    work (with|on|scrutiny|experience|load|closely) ; social work ; homework
    good to know ; take (care|it easy|a look) ; that said ; as good as ; perfectly happy ; free (of|from) charge
    great deal ; good deal ; best practice ; clear idea ; best interests ; make up ; made up ; off the record
    (i|we) see you ; as you (can|will) see ; (kindly|please) confirm (by return|receipt)? ; hours that suit
    times that suit ; (suit|suits) them ; (i|we) (do not|don't) expect ; open (evening|day|morning|afternoon)
    save the date ; good with outstanding ; rated good ; last worked ; (i|we) work ; at work ; hard work
    course work ; my work ; their work ; work in ; work at ; works on ; works from
"""

_YES = """
    yes ; y to ; yes please ; fine ; good ; great ; perfect ; lovely ; brilliant ; excellent ; super ; wonderful
    grand ; fab ; fabulous ; spot on ; ok ; cool ; sound ; fantastic ; splendid ; agreeable ; works ; work ; suits
    suit ; convenient ; acceptable ; satisfactory ; workable ; doable ; possible ; available ; free ; clear ; open
    manageable ; feasible ; happy (with|to|for)? ; happier (with|to)? ; happiest (with|to)?
    agree ; agreed ; accept ; accepted ; accepting ; confirm
    confirmed ; confirming ; booked ; book (us|it|the|in|that|option|you|me) ; (to|please|and|can|could) book
    bagsy ; (have|we've|we+all) gone (with|for|to) ; has gone (with|for) ; (vote|nod) has gone to
    go for ; go with ; going for ; going with ; opt for ; opting for ; plump for ; settle on ; settle for
    stick with ; choose ; pick ; chosen ; picked ; select ; selected ; (i'd|we'd|would) like (to|it)?
    (she'd|he'd|they'd) like (the|option|to have|to go|to do) ; please ; pretty please ; take ; taking ; would do
    will do ; do us ; do me
    (can|could|will) (definitely|certainly|happily)? (do|make|manage|host|accommodate|offer)
    (we'll|i'll|shall|able to) (definitely|certainly|happily)? (do|make|manage|host|accommodate|offer)
    (can|could|will) (also|still|easily) (do|make|manage|host|accommodate|offer)
    (we'll|i'll|shall|able to) (also|still|easily) (do|make|manage|host|accommodate|offer)
    (can|could|will) (definitely|certainly|happily)? (have|take|fit|receive|welcome|see you)
    (we'll|i'll|shall|able to) (definitely|certainly|happily)? (have|take|fit|receive|welcome|see you)
    (can|could|will) (also|still|easily) (have|take|fit|receive|welcome|see you)
    (we'll|i'll|shall|able to) (also|still|easily) (have|take|fit|receive|welcome|see you)
    (can|could|will|we'll|i'll|shall|able to) (only|just|both) (do|make|manage|host|accommodate|offer)
    (can|could|will) (all|however|though|therefore) (do|make|manage|host|accommodate|offer)
    (we'll|i'll|shall|able to) (all|however|though|therefore) (do|make|manage|host|accommodate|offer)
    (can|could|will|we'll|i'll|shall|able to) (only|just|both) (have|take|fit|receive|welcome|see you)
    (can|could|will) (all|however|though|therefore) (have|take|fit|receive|welcome|see you)
    (we'll|i'll|shall|able to) (all|however|though|therefore) (have|take|fit|receive|welcome|see you)
    no (problem|problems|issue|issues|objection|objections|trouble|clashes|conflicts) (with|at|on)?
    no (clash|conflict|difficulty|difficulties) (for+us|for+me|here|with|at|on)?
    no (obstacle|obstacles|impediment|hindrance) (for+us|for+me|here|with|at|on)?
    no (clash|conflict|clashes|conflicts) for us (with|at|on)? ; not a problem
    nothing wrong with ; nothing against ; no probs
    see you (on|at|then|there|in|the|this|next|tomorrow|monday|tuesday|wednesday|thursday|friday) ; all yours ; gd
    content for ; content with ; want ; look forward ; looking forward
    look forward to (seeing|welcoming|meeting)
    looking forward to (seeing|welcoming|meeting) ; let's ; make it ; let it be ; it is ; welcome
    expect you ; expecting you ; have you ; delighted ; pleased ; sorted
    in (the|our|my|her|his|everyone's|everybody's) (diary|diaries|calendar|calendars) ; in diary ; blocked out
    blocked off ; (put|pop|stick|get|mark) (us|me|it) (down|in) ; book us in ; sign us up ; count us in ; ✓ ; ✔ ; ☑
    👍 ; ✅ ; 👌 ; wins ; nails it ; a treat ; works (well|fine|best) ; a goer ; good to go ; be there ; go ahead
    that leaves ; which leaves ; leaving ; leaves ; down for ; our vote ; vote for ; do nicely ; do fine ; nicely
    easiest ; easier ; bring it on ; hoping for ; hope for ; anything ; anytime ; any time ; whenever ; something
    sometime ; come and see ; would be ; reserved ; set aside ; in hand ; is on us ; keen on ; fancy
    (i'm|we're|i+am|we+are) (in|free|here|around|available) (in|at)? school? (every+day|all+week|any+day|all+day)
    (is|be|looks) a runner ; doesn't clash ; go on (then|,|the|with+it)
    (is|are) when (we|i) (can|could|would|want|prefer|have+time|have+space|are+free|am+free)
    (is|are) when (we're|i'm) (free|available|around|clear|in)
    (we|i) should (be)? (very|most|only+too)? (pleased|delighted|glad|happy|welcome|honoured|privileged) (to|with)?
    (look|looks) (ok|fine|good|great|perfect)
    (i'm|we're|we are|i am) looking at the? (w/c|week|early|late|mid|any) ; should take place ; content that
    you (may|can) (come|visit) ; (are|be|most|very) welcome to (come|visit) ; pencilled in ink ; locked in
    lock in ; nail down ; secured
"""

_SUITING = """
    just to confirm (that)?
    (note|receive|take|have|is|find) (our|my|the+school's) acceptance (of|for)?
    (jumped|jumps|leapt|stood|stands) out ; (gone|went|going) for
    (comes|come|came) out on top ; all set (for|on)? ; one's (good|fine|great|perfect|ideal|ok|best)
    (accept|take|treat|consider|regard) (this|it|that) as (confirmation|acceptance) (of|for|to)?
    (accept|take|treat|consider|regard) (this|it|that) as (our+acceptance|a+yes|our+yes) (of|for|to)?
    (accept|take|treat|consider|regard) (this|it|that) as (booked|confirmed) (of|for|to)?
    (accept|take|treat|consider|regard) (this|it|that) as (agreed|my+confirmation|our+confirmation) (of|for|to)?
    (we're|we+are) (all|both) (in+on|here+on|free|around+on|available) ; (is|it's|that's) a date ; a date
    (don't|can't|cannot|couldn't) (see|think+of) (any|a) reason ... (wouldn't|couldn't) (work|do|be|suit)?
    (don't|can't|cannot|couldn't) (see|think+of) (any|a) reason ... (shouldn't|can't|not) (work|do|be|suit)?
    (isn't|is+not|aren't|are+not|not|won't+be|never) (a|an|any)? (problem|issue|trouble|bother|hardship)
    (couldn't|can't) be (happier|better|nicer|more+pleased|simpler|easier)
    (no|any) (good|earthly)? reason ... (wouldn't|couldn't|shouldn't|not) (work|do|be|suit)?
    no (probs|prob|problemo|worries+with|drama|stress) ; ready and waiting ; (has|with) our (name|names) on (it)?
    nothing (in|on) the (calendar|diary|board|planner) ; (give|gives) us (the|that|option) ; be ready for
    bright and early ; see your (adviser|colleague|team)
    (can't|cannot|couldn't|can) find (fault|any+fault|no+fault|nothing) ... (wrong|against|amiss)?
    (can't|cannot|couldn't|can) find (anything|a+single+thing|a+thing|no+reason) ... (wrong|against|amiss)?
    nothing wrong with
    (i|we) should (like|prefer|be+content|be+happy|be+glad) (to|with)?
    (that's|it's|is) the (slot|one|date|day) (we|i) (need|want|are+after)
    (is|was|be) what (we|i) (want|wanted|like|need|had+in+mind)
    (is|was|be) what (we|i) (would+like|should+like|was+after|were+after|is+after|are+after)
    (is|that's|it's) (where|what) (we've|we|i|i've) (landed|settled|want|wanted|agreed|ended+up|plumped)
    bring (on|it+on) ; wins (out|hands+down|the+day|it)? ; for (definite|certain|sure|definitely)
    (fewest|least|no|minimum) (clashes|problems|headaches|noses|hassle|complications|conflicts)
    (simplest|easiest|kindest|quietest|calmest|handiest|likeliest+to+suit|suits) (for|to|of|is|all)? ; simplest
    (marked|written|pencilled+in+ink|chalked|penned|noted|entered) (up|down|in|on|into) (on|in|the|our|my)?
    pounced (on)? ; (use|using|have|having) (that|it|this) (one|slot|date)?
    (gives|leaving|leaves) us (with)? ; (that|which|it) (gives|leaves) ; could live with
    (live|manage|cope|do+fine) with ; (i'd|we'd|would) ... be (glad|grateful|delighted) ; back of the net ; tidy
    lovely jubbly ; canny ; reet good
    (fits|fit|slots|dovetails|ties) in
    (fits|fit|sits|slots|lands|falls|goes|suits) (nicely|well|perfectly|neatly|beautifully|best)
    fits ; (fits|slots) (us|in) ; hits the spot ; does the (job|trick) ; does nicely ; ticks ... (box|boxes) ; appeals
    (gets|get|has|have) (our|my|everyone's|the) (vote|votes|blessing|approval|support|backing)
    (gets|got|has|have|given|giving|been+given) (the|a) (thumbs+up|nod|green+light|go-ahead)
    (gets|got|has|have|given|giving|been+given) (the|a) (all+clear|ok|tick|yes|big+tick)
    (is|it's|that's|be) the (one|winner|ticket|one+for+us|clear+winner|best+fit) ; the winner ; (is|a) winner
    (is|are|it's|that's) (a|all)? go (.|!|,|for|from|with|at|this|our|here|as|and|so|then|on)
    (is|it's|that's) on (.|!)
    (has|have|edges|edged|shades|shaded) it (by|on|.|!|,|for) ; (has|have) it by (a|two|three|four|one|several)
    (school|academy|college|team|governors|head|headteacher|principal) (accepts|selects|chooses|picks|opts+for)
    a winner ; first class ; top notch ; hunky - dory ; hunky dory ; peachy ; tickety boo ; tickety-boo ; dandy ; ace
    smashing ; champion ; marvellous ; terrific ; magic ; bob on ; bang on ; dead right ; just right
    just the (job|ticket)
    a - ok ; bostin ; belting ; mint ; lush ; tip top ; super duper ; swell ; amazing ; awesome ; ideal for
    (down|right) to (the|a) (ground|t) ; no brainer ; like a glove ; up our street
    (no|not+a|nothing|without|never) (objections|objection|hitch|hitches|bother|drama|sweat)
    (nothing|no+reason|nowt) ... (stands+in+the+way|standing+in+the+way|to+stop+us|why+not|getting+in+the+way)
    nothing (is|was|seems|appears) (on|booked|planned|happening|in|down)
    nothing (on|booked|planned|else+on|happening|in+the+diary|clashes|stopping)
    nobody ... (objection|objections|objects|minds)
    (can't|don't|cannot|not) ... (see|think+of|foresee) ... (why+not|a+problem|any+problem)
    (can't|don't|cannot|not) ... (see|think+of|foresee) ... (any+issue|an+issue|any+reason+not)
    (everyone|everybody|we) (is|are|has|have|all|both|also|seems)? (smiling|agrees|approves)
    (all|head|governor|governors) (is|are|has|have|all|both|also|seems)? (smiling|agrees|approves)
    (everyone|everybody|we) (is|are|has|have|all|both|also|seems)? (on+board|up+for+it|in+agreement)
    (all|head|governor|governors) (is|are|has|have|all|both|also|seems)? (on+board|up+for+it|in+agreement)
    (wide|completely|totally|nice+and|all) (open|free|clear) ; free as a bird ; free all (day|morning|afternoon)
    (green|thumbs) (light|up) ; (least|minimal) (disruption|disruptive|bother|painful|trouble) ; least (bad|worst)
    (most|more|very|particularly|equally|especially|also) (suitable|convenient|practical|workable|manageable|sensible)
    suitable ; practical ; practicable ; sensible ; serviceable
"""

_RESERVING = """
    could be (any|anything|anytime|either|whenever)
    (i'd|we'd|would) (really|ideally|dearly|actually|much|most) (like|love|want|prefer)
    (reserve|reserved|reserving|earmark|earmarked|ringed|circled)
    (starred|highlighted|underlined|inked|diarised|diarized)
    (scheduled|calendared|logged|allocated|allotted|arranged|cleared|allowed+for|kept+free|kept+clear|set+aside)
    (save|saved) (us|that|me|it) ; (kept|keeping|left|made|making) (it|that|the|this)? ... (free|clear|open)
    (settled|decided|agreed|landed|fixed|plumped|voted|signed+up) (on|for|upon) ; rubber stamped ; rubber-stamped
    (lock|locked|locking) (us|that|it|me)? in
    (slot|slotted|pop|popped|write|written|bung|stick) (us|it|that|you|me)? (in|down)
    snap (it|that) up ; (grab|bag|nab|nick|claim|snap+up|jump+at|leap+at|run+with) (the|that|it)?
    (proceed|proceeding) with
    (press|push|crack|carry) (on|ahead) with ; (count|sign) (on)? (us|me) (for|in|up) ; count on us
    put (us|me) (down|in)
    put the (kettle|urn) on ; (have|get) the (kettle|urn) on ; roll out the red carpet ; red carpet ; bunting
    (send|bring) (him|her|them|someone|somebody|your+adviser|the+adviser|your+colleague) (along|on|over|in|round)
    (do|please) (come|visit|pop+in|drop+in) ; come (then|to+us|on+the|along+then|along+on)
    (shall|will|we'll|i'll|we|i) (expect|await|receive|greet|welcome) ; (shall|will|we'll|i'll) host
    (we|i) host (you|the+visit|it|that|your|him|her|them)
    (shall|will|we'll|i'll|we|i) (be+ready+and+waiting|be+ready|be+waiting|be+glad|be+delighted|be+happy)
    (glad|grateful|thankful|honoured|keen|eager) (of|for|with|to) ; most grateful ; be grateful for
    (we|i) (opt|option|plump|vote|settle|go) for ; (would|i'd|we'd) (opt|option|plump|vote|settle|go) (for|with)
    (squeeze|fit|slot) (you|it|this|them) in
    consider (it|that|this|the)? ... (done|booked|taken|sorted|agreed|confirmed|yours|accepted) ; consider
    (has|have|had|it's|its|is|was|been|got) (been)? (agreed|approved|accepted|cleared|ok'd)
    (has|have|had|it's|its|is|was|been|got) (been)? (okayed|authorised|confirmed|signed+off|sanctioned)
    (happy|fine|good|ok|content|delighted|pleased) (to|for|with) (host|go|have|do|take)
    (happy|fine|good|ok|content|delighted|pleased) (to|for|with) (accept|proceed|book|confirm|welcome|receive)
    (am|is|are|be|all|both) (free|available|around|about|in+school|in+that+day|in+then)
    make (the|that|it|this|either|both)
    (can|could|will|able+to) (both|all|each) make ; (all|both) (can|could|will) (make|do) ; can make
    (had|have|put|written|got|stuck) ... (in|into|on) (the|our|my|his) (diary|diaries|calendar)
    (had|have|put|written|got|stuck) ... (in|into|on) (her|their|everyone's|all) (diary|diaries|calendar)
    (had|have|put|written|got|stuck) ... (in|into|on) (the|our|my|his) (calendars|planner|wall+planner|board)
    (had|have|put|written|got|stuck) ... (in|into|on) (her|their|everyone's|all) (calendars|planner)
    (had|have|put|written|got|stuck) ... (in|into|on) (her|their|everyone's|all) (wall+planner|board)
    it (shall|will|must|has+to|would|can|'ll)? be ; (we'll|i'll|we|i) (say|call+it|go|plump) ; say yes to
    (a|it's+a|that's+a|is+a) yes (to|for)?
    (big|firm|definite|resounding|hearty|massive|huge|enthusiastic|unanimous|clear|solid) yes
    yes ... from (us|me|here|everyone)
"""

_OFFER = """
    if you could (shift|move|swap|switch|change|stretch|push|bump|slide) (it|this|that|things|the+visit)?
    unless you (can|could) (do|come|make|manage|offer|visit)
    if (someone|somebody|one+of+you|anyone|your+adviser|the+adviser) could (come|do|make|visit|manage|be)
    if you (had|have|had+got|have+got|could+offer|were+free) (the|a|any|on|for)? ; we'd prefer to wait
    do you (have|do) (any|anything|a|some) ; have you (got)? (any|anything|a|some|other)
    (might|could|may|can) (i|we) (suggest|propose|ask|request|take|go|opt|have|put) (that|we|for|up|with)?
    you couldn't (do|manage|come|make|squeeze) ; (have|got) you (got)? (owt|anything|something|summat)
    (would|could|might) ... be (an+option|possible|feasible|alright|doable|workable)
    (would|could|might) ... be (acceptable|any+good|any+use|a+possibility|convenient|on+the+cards)
    (can|could|would) ... be (moved|changed|shifted|swapped|pushed)
    (leave|do|make) it (until|till|in|after) ; squeezing it in
    (slot|date|time|day) (i'd|we'd|i|we) ... (like|liked|want|prefer|have)
    (is|are) there any (way|chance|possibility|hope|scope|prospect) (of|you|we|that|for)?
    any (way|possibility|hope|scope|prospect|flexibility) (of|you|we|that|for)
    (could|can|may|might|would) (your|the|one+of+your) (adviser|advisor|colleague) (do|come|make|manage|visit|be+here)
    (could|can|may|might|would) (your|the|one+of+your) (team|visitor|person) (do|come|make|manage|visit|be+here)
    (please)? (send|offer|suggest|give|propose|find|try) (us|me)? (some|a+few|any|new|more|other)? (dates|slots|times)
    (please)? (send|offer|suggest) (us|me)? (some|a+few|any|new|more|other)? (days|options|something|somewhere)
    (please)? (give|propose|find|try) (us|me)? (some|a+few|any|new|more|other)? (days|options|something|somewhere)
    (please)? (try|ask) us (again)? ; (please)? (offer|suggest|send) us (something|dates)
    if (we|i|it|they) could (possibly|please|instead|perhaps)? (make+it|make+that|do|say|push)
    if (we|i|it|they) could (possibly|please|instead|perhaps)? (move|be|swap|change|have)
    (how|where) (are|is) (you|your+diary) (fixed|placed|looking|for) (for|on)? ; how (are|is) you for
    (would|does|will) ... still be (going|free|available|there)
    (possible|feasible|doable|ok) (to|for+you+to|for+us+to) (move|change|shift|push|swap|rearrange|reschedule|have|do)
    (be+able|able|willing|prepared|happy) to (come|offer|do|move) ... instead
    would you be able to (come|do|make|offer|manage|visit)
    how about ; what about ; (how's|what's|hows|whats) about ; (be|am|is|are|i'm|we're) asking for
    (do|would|did|wouldn't|don't) you (want|like|fancy|care) to (say|do|come|try|make|have|go)
    (do|would) you (want|like) us to (say|do|try|have)
    how would ; how does ; any chance of ; any chance ; chance of ; wondering (if|whether)
    wonder (if|whether) ; wondered (if|whether)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (do|have|say|make)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (do|have|say|make)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (book|come|be|go|try)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (book|come|be|go|try)
    (could|can|may) (we|you|i|it|they) (instead|ever|therefore|also|all) (do|have|say|make)
    (might|shall|would) (we|you|i|it|they) (instead|ever|therefore|also|all) (do|have|say|make)
    (could|can|may) (we|you|i|it|they) (instead|ever|therefore|also|all) (book|come|be|go|try)
    (might|shall|would) (we|you|i|it|they) (instead|ever|therefore|also|all) (book|come|be|go|try)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (look|move)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (suggest|propose|offer)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (look|move)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (suggest|propose|offer)
    (could|can|may) (we|you|i|it|they) (instead|ever) (look|move|suggest|propose|offer)
    (could|can|may) (we|you|i|it|they) (therefore|also|all) (look|move|suggest|propose|offer)
    (might|shall|would) (we|you|i|it|they) (instead|ever) (look|move|suggest|propose|offer)
    (might|shall|would) (we|you|i|it|they) (therefore|also|all) (look|move|suggest|propose|offer)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (change|switch)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (visit|squeeze|fit)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (change|switch)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (visit|squeeze|fit)
    (could|can|may) (we|you|i|it|they) (instead|ever) (change|switch|visit|squeeze|fit)
    (could|can|may) (we|you|i|it|they) (therefore|also|all) (change|switch|visit|squeeze|fit)
    (might|shall|would) (we|you|i|it|they) (instead|ever) (change|switch|visit|squeeze|fit)
    (might|shall|would) (we|you|i|it|they) (therefore|also|all) (change|switch|visit|squeeze|fit)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (swap|push|rearrange|reschedule)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (swap|push)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (rearrange|reschedule)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (wait|arrange|pick|take|choose)
    (might|shall|would) (we|you|i|it|they) (possibly|please)? (wait|arrange|pick|take|choose)
    (might|shall|would) (we|you|i|it|they) (perhaps|maybe) (wait|arrange|pick|take|choose)
    (could|can|may) (we|you|i|it|they) (instead|ever) (swap|push|rearrange|reschedule)
    (could|can|may) (we|you|i|it|they) (therefore|also|all) (swap|push|rearrange|reschedule)
    (might|shall|would) (we|you|i|it|they) (instead|ever) (swap|push|rearrange|reschedule)
    (might|shall|would) (we|you|i|it|they) (therefore|also|all) (swap|push|rearrange|reschedule)
    (could|can|may) (we|you|i|it|they) (instead|ever|therefore|also|all) (wait|arrange|pick|take|choose)
    (might|shall|would) (we|you|i|it|they) (instead|ever) (wait|arrange|pick|take|choose)
    (might|shall|would) (we|you|i|it|they) (therefore|also|all) (wait|arrange|pick|take|choose)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (aim|opt|manage|consider|shift)
    (might|shall|would) (we|you|i|it|they) (possibly|please)? (aim|opt|manage|consider|shift)
    (might|shall|would) (we|you|i|it|they) (perhaps|maybe) (aim|opt|manage|consider|shift)
    (could|can|may) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (ask for|request|start|get|plan)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (ask for|request)
    (might|shall|would) (we|you|i|it|they) (possibly|please|perhaps|maybe)? (start|get|plan)
    (could|can|may) (we|you|i|it|they) (instead|ever|therefore|also|all) (aim|opt|manage|consider|shift)
    (might|shall|would) (we|you|i|it|they) (instead|ever) (aim|opt|manage|consider|shift)
    (might|shall|would) (we|you|i|it|they) (therefore|also|all) (aim|opt|manage|consider|shift)
    (could|can|may) (we|you|i|it|they) (instead|ever) (ask for|request|start|get|plan)
    (could|can|may) (we|you|i|it|they) (therefore|also|all) (ask for|request|start|get|plan)
    (might|shall|would) (we|you|i|it|they) (instead|ever) (ask for|request|start|get|plan)
    (might|shall|would) (we|you|i|it|they) (therefore|also|all) (ask for|request|start|get|plan)
    would it be possible ; is it possible ; would it be ok ; any good ; any use ; any possibility ; suggest
    propose ; proposing ; suggesting ; suggested ; (should|would)? be obliged if ; (should|would)? be grateful if
    (should|would) be (very|most|so) grateful if ; appreciate it if ; (we|i) (were|was) hoping
    asks if (you|we|i) (could|can) ; asked if you (could|can) ; instead ; (would|will) ... (suit|work) you
    (could|can|might|shall|would) (we|you|i|it|they) (just|kindly|simply|even) (do|have|say|make|book)
    (could|can|might|shall|would) (we|you|i|it|they) (just|kindly|simply|even) (come|be|go|try|move)
    (could|can|might|shall|would) (we|you|i|it|they) (just|kindly|simply|even) (push|shift|swap|change)
    (could|can|might|shall|would) (we|you|i|it|they) (just|kindly|simply|even) (switch|put|bump)
    (could|can|might|shall|would) (we|you|i|it|they) (please|just|kindly)? (leave|hold|park) (it|this|that|off)
    (could|can|might|shall|would) (we|you|i|it|they) (push|shift|put|bump|bring|delay|postpone) (it|this|that|the)
    (my|our) (dates|suggestions|suggestion|alternatives)
    are you (free|available|around) ; (could|can) offer you ; offer you ; we were thinking ; try for ; or else
    (should|would) be grateful ; too cheeky ; we could do ; i could do ; what if we ; (could|might) (we|you) look
    proposes ; suggests ; (give|send|find|offer) (me|us) something (in|after|from|before)
    (can|could|might) give you ; (can|could|might) let you have
    hoping you could ; hope you can ; ask for ; request ; requesting ; resend ; re-send ; reoffer ; re-offer
    asks if we (could|can)
    (we'd|i'd|we+would|i+would|would) be (very|most|so|really|ever+so)? (grateful|obliged|thankful|glad) if
    (we'd|i'd|we+would|i+would|would) be (very|most|so|really|ever+so)? (delighted|happy|pleased|appreciative) if
    (could|can|might|shall|would) (we|you|i|they) (possibly|please|perhaps)? (meet|host|welcome|see|receive|invite)
    (we|i) (would)? (ask|beg) (you)? (kindly)? for ; kindly ask (you)? (for|to)
    (going+to+have|have|need|will+have|i'll+have|we'll+have|had) to ask (you|for|if|whether) (to)? (come|visit|do)?
"""

_NO = """
    (nobody|no+one|no+-+one|noone|not+a+soul) ... ... (can|could|able+to) (do|make|manage|attend|host|cover|see|meet)
    (nobody|no+one|no+-+one|noone|not+a+soul) ... ... (free|available|able+to+be|around|(left+to))
    (haven't|hasn't|isn't|have+not) (got)? (anyone|anybody|a+soul) ... (can|could|able+to) (do|make|manage|host|cover)
    (don't|can't|cannot) (see|imagine|foresee) (any|either|all) (of+us|of+them) (being+free|being+able|making+it)
    (don't|can't|cannot) (see|imagine|foresee) (any|either|all) (of+us|of+them) (being+available|being+around)
    (nobody|no+one|noone|none) (left|free|here|around)? to (cover|meet|see|host|release|spare|greet|receive|teach)
    nothing (at all|before|until|in|on|free|left) ; do not commend ; don't commend ; no ; n to ; nope ; none
    neither ; nor ; impossible ; unavailable ; unsuitable ; inconvenient ; impracticable ; impractical ; unworkable
    hopeless ; unable ; unfeasible ; no good ; no use
    (we're|we are|everyone's) all? (out|away|off site) ; (we're|we are) (chocka|chocker|rammed|packed)
    (both|all) gone
    not happening ; no can do
    no go
    no chance ; no way ; non starter
    nonstarter ; definite no ; not possible ; not a good
    (is|are|be|it's|that's|they're) (out|off|full|gone|taken|booked up|over)
    (is now|are now|now|all|completely|totally|absolutely) (out|off|full|gone|taken|booked up|over)
    (is|are|be|it's|that's|they're) (chocka|chocker|manic|packed|rammed|jammed|a write-off|blocked)
    (is now|are now|now|all|completely|totally|absolutely) (chocka|chocker|manic|packed)
    (is now|are now|now|all|completely|totally|absolutely) (rammed|jammed|a write-off|blocked) ; out of the question
    off the table ; not an option ; rule out ; ruled out ; ruling out ; rules out ; clash ; clashes ; clashing
    conflict ; conflicts ; clashed ; decline ; declined ; refuse ; avoid ; avoiding ; (fully|already|double) booked
    booked up ; has gone ; have gone ; struggle ; struggling ; nightmare ; problematic ; a problem ; an issue
    a (big|definite|firm) no ; too soon ; too early ; too late ; short notice ; too short notice ; too tight ; ✗ ; ✘
    ❌ ; ✖ ; ❎ ; 👎 ; ~~ ; see off ; sees off ; strike out ; scrub ; knock out ; knocks out ; steer clear ; wipe out
    wipes out ; wiped out ; miss ; won't be (in|here|there|around|back|available|able|with|joining|at) ; away
    (i'm|we're|i+am|we+are) all? (out|away|off|offsite) (on|for|all|that|those|then)
    off (sick|work|site) ; closed ; shut ; miles away
    (can't|couldn't|won't) (do|make|manage|be|accommodate|host|fit|take|offer|have|attend|come)
    (have|need|needs|got|going to have) to (shift|move|change|cancel|postpone|rearrange|reschedule|pull)
    going to have to ; no longer ; pull out ; fallen through ; fall through ; falls through ; back out ; scupper
    scuppered ; scuppers ; isn't going to work ; not going to work ; won't happen ; no room ; no space ; no-go
    wash - out ; washout ; wash out ; write - off ; non - starter ; no - go
    (won't|doesn't|don't|wouldn't|can't|couldn't|not|didn't|never) work
"""

_ENGAGED = """
    (was|were|been) (about|going|hoping|planning|due) to (suggest|propose|offer|say|ask|go|choose|pick)
    (is|are|was|be|of)? a no ; double - booked ; (ofsted|inspectors) (is|are) (here|in|due|coming|with+us)
    (no|not) x _ ; such bad luck
    (is|are|it's|that's|all|be) (bad|poor|rubbish|terrible|dreadful|awful|dire|useless|horrendous)
    (is|are|it's|that's|all|be) (horrible|solid|crammed|jammed|choc|nuts|crackers|mental|murder)
    a (disaster|mess|pain|bad+one|bad+day|bad+week|dead+loss|washout|no-no|non-runner)
    dead loss ; (give|giving) (them|these|those|it|all|both|that) ... a miss
    wrong (time|half|week|month|term|end|part) ; not on (those|these|that|any|either|the) ; (is|are|was) solid for
    (leave|give|i'd+leave|steer) well alone ; well alone ; has to go ; condemned ; dare not ; daren't
    (can't|won't|cannot) happen ; nicked (by)? ; no gap ; (isn't|is+not|aren't) a gap ; no good to (me|us|anyone)
    (unable|not+able|not+in+a+position) (to)? ; in a position ; (out|over|away) at (leeds|a|the|our|another)
    (would|i'd|we'd|it'd) have (been|worked|suited|done|loved|liked|preferred|fitted|chosen|picked|said+yes)
    would've (been|worked|suited)
    would have (been|worked) ... (good|fine|perfect|ideal|lovely|ok|great|nice|brilliant|the+one)
    (something|things|stuff|an+emergency|it) (has|have|'s)? (just|now|since)? (cropped|come|came|popped) up
    cropped up
    (have|has|got|with|is|are|there's) (something|things|lots|stuff|plenty|a+lot) on
    something on (every|each|all|both|that|those|on) ; (a+bit|bit|rather|quite|all|completely|totally)? full up (on)?
    (we've|i've|there's|we+have) (something|things|lots|stuff|plenty|a+lot) on (for|on|every|each|all)
    (tied|caught|wrapped) up
    tied up ; snowed under ; swamped ; rammed ; stacked ; slammed ; chock - a - block ; chock-a-block ; chockablock
    chock a block ; chocker ; chocca ; chockers ; jam packed ; jam-packed ; back to back ; wall to wall ; flat out
    up to (our|my) (eyes|necks|eyeballs|ears) ; (otherwise|already) (engaged|committed|booked|spoken+for|taken)
    (other|prior|previous|existing|long-standing|clashing) (commitment|commitments)
    (other|prior|previous|existing|long-standing|clashing) (engagement|engagements|arrangements)
    (have|has|got|with|had) (commitments|engagements|other+things|something+else|things+on|events)
    committed (elsewhere|that|then) ; spoken for
    no (availability|capacity|gaps|wiggle+room|spare|slots|cover+then|joy|dice|luck)
    (not|isn't|aren't|won't+be) (free|available|around|about|in|open|here)
    (not|isn't|aren't) (good|great) (for|with|at)
    (coincide|coincides|coinciding|coincided|overlap|overlaps|overlapping|collide|collides) with? ; coincide ; overlap
    (falls|fall|falling|lands|land|landing) (in+our|on+our|in+the+middle|on+the+same|at+the+same|during|slap)
    (falls|fall|falling|lands|land|landing) (bang|smack|right|within|into|across|the+day)
    (bang|slap|smack|right) in the middle (of)? ; in the (middle|thick|midst) of
    (during|amid|amidst) (our|assessment|assessments|exams|mocks|sats|inspection)
    (won't|not+going+to|isn't+going+to|never+going+to|can't) (fly|wash|run|happen|stretch|cut+it|be+possible|be+able)
    (no|not+a|isn't+a|isn't) (goer|runner|starter|go|use|goers)
    (no|not+a|isn't+a|isn't) (good|possibility|prospect|viable|feasible|practical|workable)
    no - gos ; no-gos ; no gos ; nogo ; no use ; useless ; hopeless for ; out for (us|me) ; a write off ; write offs
    (is|are|was|were|it's|that's|they're|all|both) (stuffed|scuppered|sunk|kiboshed)
    (is|are|was|were|it's|that's|they're|all|both) (blocked+out|toast|dead|taken+up)
    (can't|cannot|couldn't) (get|find|spare|free|release|arrange|stretch|justify|commit|say+yes|accept|agree)
    no cover
    (must|have+to|had+to|going+to+have+to) (decline|refuse|pass|say+no|turn+down)
    (need+to|obliged+to|forced+to|regret+to) (decline|refuse|pass|say+no|turn+down)
    (a|it's+a|that's+a|is+a|hard|flat) no (to|for|from) ; no from ; (turn|turning) (down|these+down|them+down)
    nothing (suits|works|fits|free|available|doing) ; (not|nothing) ... (any+good|any+use|of+use|of+any+use)
    two dates ... clash
"""

_MAYBE = """
    just to confirm (with|whether|if|which|when|what) ; (is|are|looking|look|looks) (like)? (the)? favourite
    (i'd|we'd|she'd|he'd|would) like to (hear|check|speak|talk|consult|clear|run) (from|with|to|it|this|them)
    (haven't|hasn't|have+not|has+not) (quite|yet|actually|really)? (decided|settled|chosen|picked|made+up)
    (it|that)? could be the ; or (was|is) it ; or do (i|you) mean ; or did (we|you|i) say
    on the face of it ; at first (glance|sight) ; on paper ; by the look of (it|things)
    (need|needs|have|has|had|want|wants|got) to (ok|okay|approve|agree|sanction|authorise|clear|sign+off|rubber+stamp)
    could be (the|option) ; (had|were|was) to guess ; (i|we) suppose ; in pencil
    (what|where) (i've|we've|i|we) (asked|put|suggested|proposed)
    (pretty|fairly|almost|nearly|quite|reasonably|fairly|90%|99%) (sure|certain|confident|positive|definite)
    (am|are|is) (hoping|hopeful) ; jury's out ; either way ; go either way ; as things stand ; as it stands
    at (this|the) (stage|moment|minute)
    (nothing|not|isn't|hardly|far+from) (definite|certain|firm|fixed|final|settled) ; (not|never) (been)? able to ask
    (want|like|love|tempted|hoping|going|inclined) to say ; wish (i|we) could ; would love to say
    could try (for|and)?
    keep (the|that|this|it|option|tuesday|thursday) ... (free|open|clear) (for|just|in)
    keep ... (free|open) for (us|me)
    should (be|do|work|suit|manage|fit|still|hopefully|all|also|just) ; should ; might ; maybe ; perhaps ; possibly
    probably ; potentially ; presumably ; hopefully ; provisionally ; provisional ; tentatively ; tentative
    conceivably ; i (do)? think (so)? ; we think ; i'd (think|guess|imagine)
    i (guess|suppose|reckon|believe|expect|imagine|hope)
    pencil (in|us|you|me|it|that|this|the|option|tuesday|thursday) ; pencilled ; penciled ; pencilling ; pencil in
    to be confirmed ; tbc ; tba ; to be agreed
    hold (the|that|this|option|us|these|those|a|both|it+for|on+to|tuesday|thursday) ; holding ; keep hold
    (i|we)? (need|have|needs|want|got|going|ought|just) to (check|confirm|ask|speak|clear)
    (i|we)? (need|have|needs|want|got|going|ought|just) to (run|consult|double|see|make sure)
    not (sure|certain|100|entirely|totally|confirmed|definite|set|yet)
    (isn't|aren't|i'm not|we're not) (sure|certain) ; unsure ; uncertain ; dunno ; don't know ; in principle
    all being well ; fingers crossed ; touch wood ; looking (ok|fine|good)
    (look|looks|looking) (possible|doable|likely)
    (seems|seem|appears) (ok|fine|good|possible) ; could be (ok|possible|fine|good|doable|able) ; could (work|suit)
    is that (right|correct) ; is this (right|correct) ; thought ; may (be|work|suit|well|not)
    leaning (towards|to)? ; as far as i ; can't promise ; no promises
    don't quote me ; don't hold me ; subject to ; awaiting ; waiting (on|for|to) ; for now
    for the (moment|time being) ; ink it ; firm (it|this) up ; in theory ; wait and see ; whatever ; or maybe not
    second thoughts ; if i remember ; rekon ; recon ; reckon ; gonna try ; should think ; supposed to be
    just (remembered|realised|realized|noticed|spotted|been told) ; all going well ; god willing ; likely ; unlikely
    likeliest ; ratify ; ratified ; (for|needs|need|await|awaiting) approval ; toss up ; torn between ; touch and go
    penultimate
    (ought|ought+to|supposed+to|meant+to) (be|work|suit|do|manage) ; (try|trying|aim|aiming|shoot) for ; try and
    (most|more|very|quite|fairly|pretty) likely ; in all (likelihood|probability) ; odds on
    (fair|good|decent|sporting) chance
    (best|rough|educated) guess ; (put|with|has|have|big|slight) ... question mark
    question mark (against|over|beside|next) ; (leaning|inclined|tempted|minded) (to|towards) ; inclined
    (feels|sounds|looks|looking|seems) (like|promising|hopeful|likely|probable|plausible|about+right) ; toying with
    just about ... (manage|doable|possible) ; about (manage|doable|possible)
    (could|might|may) (just|yet|still|conceivably|possibly|well|probably|try) ... (work|do|manage|fit|go)
    a (maybe|contender|definite+maybe|strong+maybe|toss) ; possibles ; in two minds ; undecided
    (not|never) (decided|committed|finalised|finalized|nailed|locked|signed+off|agreed)
    up for (grabs|debate|discussion)
    (keep|keeping|leave|put) (it|that|the|this)? _? _? (open|pencilled|on+hold|in+reserve|warm|in+mind|to+one+side)
    (won't|will+not|don't|not+going+to) know ... (until|till|for+sure|yet|for+certain|for+definite)
    (will|should|we'll|i'll) know ... (more|better|soon|by|on|for+sure) ; know for (sure|certain|definite)
"""

_LATER = """
    (dates|date|answer|reply|response|decision|choice) (to+you|for+you|with+you)? (by|at) the? end of
    (dates|date|answer|reply|response|decision) (to+you|for+you)? (tomorrow|later|shortly|soon)
    get back (to you)? ; come back to (you|this) ; let you (all)? know ; be in touch
    (will|i'll|we'll|shall|she'll|he'll) (check|confirm|ask|look|reply)
    (will|i'll|we'll|shall|she'll|he'll) (respond|answer|sort|speak|discuss)
    (will|i'll|we'll|shall|she'll|he'll) (consult|find|chase|send you|email)
    (will|i'll|we'll|shall|she'll|he'll) (write|double check|get back|come back|pick this) ; check with
    checking with ; speak to ; speak with ; speaking to ; consult ; confer ; haven't forgotten ; bear with (me|us)
    leave it with (me|us) ; give me (a|until|till|til|an|some) ; sort it ; run (it|this|them) (past|by) ; look then
    look at (it|this|these|them) ; look into
    (you'll|you+will) hear (back|from|soon|by|shortly|more|when|once|on|after|before|tomorrow|next)
    hear from (us|me|him|her) ; circulated
    forwarded (it|this|them)? to ; passed (it|this|them)? (on)? to ; sent (it|this|them)? (on)? to
    passing (it|this)? (on)? to ; shared (it|this|them)? with ; (i|we)? need to see (which|what|when|who|if)
    to follow ; will follow ; once (i've|i have|we have|we've) ; when i've ; as soon as (i|we) ; find out
    (will|who'll|she'll|he'll|they'll) (answer|reply|respond|confirm|write)
    (will|who'll|she'll|he'll|they'll) (email|contact|come back|get back|be in touch|let+you+know)
    confirm (shortly|later|soon|asap|tomorrow|by|in due course|with) ; in due course ; watch this space
    (have|send|with|know|give) ... our choice
    respond (shortly|soon|properly|fully) ; reply (properly|soon|shortly|later|fully) ; looking into
    liaise ; liaising ; back to you (by|on|before|soon|asap|tomorrow|next|shortly)
    (come|get) back on (those|these|that|it)
    sit down with (the|my|our|him|her) ; holding reply ; on my list ; revert
    ask (my|our|the) (head|ht|principal|boss|line|chair|governors|team) ; (get|come) straight back
    substantive (reply|response) ; reply may be expected
    answer (by|before|on|after|next) ; (you'll|you will|you shall) have (it|an answer|our answer|a reply|our reply)
    consulting ; will be in touch ; still choosing ; still deciding ; looking at the (diary|calendar|wall)
    on the case ; under discussion ; being discussed ; deciding ; decide by ; will decide ; decision by
    by the end of (the week|today|tomorrow|play)
"""

STANCE = PhraseTable(
    {
        Cue.PLAIN: _PLAIN + COMMITTING_NOTHING + LEFT_ALONE + STILL_TO_CHOOSE + WEIGHED + ON_A_JOURNEY + ONLY_SEEN,
        Cue.SLIP: """
            i mean ; i meant ; (sorry|apologies) i (mean|meant) ; make that ; i should say ; correction ; typo
            should (read|have said|have read|have put|have written) ; (i)? meant to (say|put|write|type|ask+for|go+for)
        """,
        Cue.RETRACT: """
            hang on ; hold on ; no wait ; wait no ; scrap that ; ignore that ; scratch that ; forget that
            strike that ; actually no ; sorry , no ; no , hang on ; no , wait ; no , sorry ; on second thoughts
            (argh|aargh|agh|oops|whoops|eek|drat|damn|bother) ,? (no|sorry|wrong)? ; oh no
            tell a lie ; no ,? sorry , (the|it's|make|i|that|let's) ; as you were ; scrub that ; oh no wait
        """,
        Cue.YES: _YES + _SUITING + _RESERVING + DECIDED + FREE + PICKING + SUITING + WELCOMING,
        Cue.OFFER: _OFFER + ASKED,
        Cue.NO: _NO + _ENGAGED + RULED_OUT + GIVEN_UP + ONCE_WISHED + TAKEN_BY_OTHERS,
        Cue.NOT: """
            never ; not ; can't ; won't ; don't ; doesn't ; isn't ; aren't ; wouldn't ; couldn't ; shouldn't
            didn't ; haven't ; hasn't ; ain't ; hardly ; wasn't ; weren't ; shan't ; mustn't ; mightn't
        """,
        Cue.HARD: """
            (is|are|we're|they're|be) (all)? off timetable ; tricky ; difficult ; awkward ; iffy ; dodgy ; pushing it
            (is|be|are) hard
            not (ideal|great|easy|brilliant|best) ; (less|hardly) ideal ; far from ideal
        """,
        Cue.EXCEPT: """
            except (for)? ; save ; better than ; preferable to ; apart from ; other than ; bar ; excluding
            save for ; with the exception of ; aside from ; not including ; instead of ; rather than ; in place of
            as opposed to ; no to
        """,
        Cue.MAYBE: _MAYBE,
        Cue.IF: """
            if ; only if ; provided ; providing ; unless ; assuming ; conditional ; so long as ; as long as
            aslong as ; dependent on ; dependant on ; will depend ; would depend ; on condition ; depends
            depending ; on the understanding ; contingent ; on the proviso ; barring ; pending ; subject to ; failing
            (hangs|hinges|rests|rides|turns|relies|relying|reliant|banking|counting) (on|upon) ; on the basis that
            (always|so) (assuming|supposing|presuming|provided|providing) ; supposing ; presuming ; in the event
            with the proviso ; with the caveat
            (the|a|one|only|big|small) (proviso|caveat|condition|catch|snag|rider)
            (weather|staffing|ofsted|health|trains|traffic|covid|inspection|cover) permitting ; permitting ; allowing
            except if ; not unless ; other than if ; the moment ; the minute ; only when ; only once
            whether or not ; it's up to the ; up to the (head|governors|trust|chair|diary)
            if you can (pay|fund|cover|provide|guarantee|promise|confirm)
            if you can (send|bring|give|arrange|get|supply|help)
        """,
        Cue.LESS: OTHERWISE
        + """
            would have (done|worked|suited|been+fine) (just)? (as+well|equally+well|too|also|as+easily)
            if (somebody's|someone's|anybody's|anyone's|they've|others+have|somebody+has) (beaten|beat) (us|me) (to+it)?
            if (somebody's|someone's|anybody's|anyone's|they've|others+have|somebody+has) (got|nipped) in first
            if (somebody|someone|anybody|anyone) (else)? (nabs|bags|takes|snaps|pinches|has|wants|gets) (it|that|there)?
            if (that's|that|it|it's|that+is|it+is|that+has) (now)? (been)? (snapped|bagged|nabbed|taken|filled) up?
            if (you're|you+are) (stuck|desperate|pushed|struggling|short|really+stuck)
            (reserve|second|2nd|third|3rd|back-up|backup|fallback|spare) (choice|date|option|slot|day|preference)
            (second|2nd|third|3rd|reserve) (pick|favourite) ; (back|fall) - (up|back) (choice|date|option|slot|day)?
            next best ; less (good|convenient|keen) ; at a push ; at a pinch ; at a stretch
            would do (too|as well|also)? ; fallback ; fall back ; back up ; backup ; as a reserve ; failing that
            failing which ; otherwise ; second best ; reserve ; if not ; plan b ; would also ; also works
            also (fine|ok|okay|good|possible|doable|free|suits|suit)
            possible but not ideal ; not ideal but (possible|ok|fine|doable)
            if you could (do it|do|make it|come|manage|fit us)
            if (need be|necessary|push comes to shove|pushed|desperate)
            if (that|that's|those|these|neither) ... (gone|taken|full|no good|doesn't work)
            only? if the (morning|afternoon|first|other|top|earlier|_) ... (gone|taken|full|unavailable|no good)
            if (none|not|it|it's|this) ... (gone|taken|full|no good|doesn't work)
            if (that|that's|those|these|neither) ... (don't work|not possible|isn't possible)
            if (none|not|it|it's|this) ... (don't work|not possible|isn't possible)
            if (that|that's|those|these|neither|none|not|it|it's|this) ... (not free|unavailable|no use)
        """,
        Cue.PREFER: """
            (i'd|we'd|i+would|we+would) say
            (suit|suits|work|works|fit|fits) (us|me|everyone|everybody|him|her|them)? (more|better) ; prefer
            (has|have|having) (just)? (got)? the (edge|advantage) ; (just)? (shades|nudges|pips) it
            preferred ; preferable ; preference ; preferably ; ideally ; ideal ; favourite ; (first|1st) choice
            (first|1st) (preference|pick|favourite)
            top choice ; best ; would (rather|sooner) ; (i'd|we'd) (rather|sooner) ; rather have ; edges it
            slight preference ; slightly? better ; most convenient ; if (possible|poss|at all possible)
            would be nice ; nicest ; if (i|we) (get|got|had) to (pick|choose|decide)
            if (i|we) (have|had) (a|the|any) (choice|preference|say) ; if pushed ; if pressed
        """,
        Cue.ONLY: """
            and no other (please|one|day|date|slot|option)? ; and (only|just) that (one|day|date|slot)?
            (must|needs+to|has+to|can+only|may+only) (only)? (take+place|happen|go+ahead|be+held|fall) on
            (our|my|the) only (day|days|date|dates|slot|option|time|free|available|possible|gap|window|chance|clear)
            (our|my|the) only (morning|afternoon|choice|hope|possibility|opening|realistic|viable|other|non|clear)
            (need|needs|want|wants) it to be ; (has|have|needs|need|got) to (fall|come|happen|lie|sit|land|take+place)
            only ; got to be ; have to be ; has to be ; must be ; needs to be ; need to be ; solely ; exclusively
            or nothing ; or bust ; we need ; just ... (is|are) possible
        """,
        Cue.OTHER: """
            start (again|afresh|over)
            (different|new|alternative|fresh|more|other|later|earlier|further|extra) ones
            (can|could|would) you (please|possibly)? (send|offer|give|suggest|find|try|do) (me|us)? some (for|in|from)
            (can|could|would) you (please|possibly)? (send|offer|give|suggest|find) (me|us)? (some|a+few) (after|when)
            (some|a+few|several) more (at|for|to|over|please|?|dates|days|options) ; (when|what|where|who) else
            (find|arrange|suggest|offer|choose|fix) another (date|day|slot|one|time|.|,|!|?|please)
            (pick|book|sort|look+for|get) another (date|day|slot|one|time|.|,|!|?|please)
            another (dip|stab|rummage|bash|crack|root|forage|rake|shot|batch|trio|bite)
            other (dates|options|slots|times|days|availability|possibilities|alternatives) ; (some|any|send) others
            (different|another|new|fresh|alternative|second|next) (set|batch|selection|list) (of)?
            (different|another|new|fresh|alternative|second|next) (round|range|lot|bunch|choice) (of)? ; others
            fresh dates
            (offer|send|give|have|suggest|find) (me|us)? (a+few|some|any|several) more
            (have|has|take) another (go|look|stab|think|try) ; (try|look|check|rummage) ... (again|elsewhere)
            alternative ; alternatives ; another (date|day|time|slot|option|set|week|go)
            something (else|later|earlier|after|further|in)
            (different|new|fresh|further|later|earlier|more) (dates|date|day|days|slots)
            (different|new|fresh|further|later|earlier|more) (options|times|slot|suggestions|choices) ; more options
            (send|suggest|offer|give|find) (us|me)? (some)? more ; rearrange ; reschedule ; rebook ; postpone
            (try|look|come) again ; other suggestions ; rethink ; what else ; anything else
        """,
        Cue.LATER: _LATER + NO_ANSWER_YET,
    }
)  # fmt: skip
"""Phrases by what they do. Of two readings of the same words the longer one stands, then the first in this table."""

_SOFT_IF = "(if|as long as|so long as|provided|assuming)"

_VISITOR = (
    "you|she|he|they|your+colleague|your+adviser|the+adviser|the+visitor|your+visitor|your+colleagues|the+team"
    "|whoever+comes|whoever+is+coming|whoever+it+is"
)

POLITE_IF = PhraseTable(
    {
        "polite": POLITE
        + """
            if (i|we) (have|had|must|need|really+must|absolutely+must) to? (pick|choose|plump|name+one)
            if (i|we) (have|had|must|need|really+must|absolutely+must) to? (say+one|nail+it+down)
            if (i'm|we're) (pushed|pressed|forced|made) to (pick|choose|name|say)
            if you want (me|us) to (pick|choose)
            , and i gather i do , ; depends (who|on+who|whom) you ask , but
            (i|we)? (hope|hoping) (i'm|we're|it's|i+am|we+are) not too late (to|for) (bag|book|grab|get|have)
            (i|we)? (hope|hoping) (i'm|we're|it's|i+am|we+are) not too late (to|for) (nab|say|ask|claim)
            (i|we)? (hope|hoping) (i'm|we're|it's|i+am|we+are) not too late (to|for) (reserve|choose|pick)
            (i|we)? (hope|hoping) (i'm|we're|it's|i+am|we+are) not too late (to|for) (take|snaffle)
            (might|may) (just)? as well (get|say|go|have|make|take|do|bite|plump)
            (might|may) (just)? as well (pick|book|stick|settle|come|crack|be+the)
        """
        + POLITE_CONDITIONS
        + f"""
            {_SOFT_IF} (that's|it's|that+is|it+is) (manageable|feasible|workable)
            {_SOFT_IF} (that's|it's|that+is|it+is) (realistic|practical|practicable|do-able)
            if you (come|arrive|turn+up|get+here|are+here) (at|in+by|early|before|via|from|round|through|past|a+bit|by)
            if (nobody|no+one|noone) (answers+the|answers+it|answers+.|answers+,)
            if (nobody|no+one|noone) (picks+up|comes+to+the|opens+the|hears+you|is+about)
            if (it's|it+is|the+weather's) (bad|icy|awful|grim|snowy|dreadful) (i'll|we'll)
            if (the+weather+is|roads+are|the+roads+are) (bad|icy|awful|grim|snowy|dreadful) (i'll|we'll)
            {_SOFT_IF} (nobody|no+one) (minds|mind|objects) ; (would|does|will) it matter (much)? if
            if (you+do|so|you+would|you+want+to|you'd+like|you+are) ,? (i'll|we'll|i+can|we+can|let|just|please|tell)
            unless you (like|fancy|enjoy|love|drive|walk|cycle|eat|are+vegetarian|are+vegan|are+allergic|have+a+blue)
            if i (had|have|got|get) my (druthers|way|wish|choice|pick) ; if (i|we) (have|had|must|really+must) to? pick
            if (i|we) (have|had|must|really+must) to? (choose|plump|say|decide|go+for+one|name+one)
            if you'd be so (kind|good) ; if you would be so (kind|good)
            (would|do) you mind (awfully|terribly|very+much|at+all)? if ; either way
            {_SOFT_IF} ({_VISITOR}) (don't|doesn't|wouldn't|won't|do+not|would+not) (mind|object)
            {_SOFT_IF} (that's|it's|this|that+is|it+is|that|it) (is|was|would+be)? (any+good|any+use) (to|for)? you?
            {_SOFT_IF} (that's|it's|that+is|it+is) (all+the+same|ok|fine|alright|good) (to|for|with|by) you
            {_SOFT_IF} you (can|could) still (do|manage|make|offer) (it|that|this) (please|.|,|!|thanks)
            {_SOFT_IF} you're (still|all)? (ok|happy|alright|fine|able) (with|to)
            {_SOFT_IF} (that|it|this) (still|also)? (suits|works|fits) (you|your|with|for|in)
            {_SOFT_IF} ({_VISITOR}) (can|could)? (cope|bear|stand|survive|handle|brave) (with)?
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (ok|alright)
            {_SOFT_IF} (that's|that) (is|was|would be)? (all|still|at all)? (right|convenient|easier)
            {_SOFT_IF} (this|it|it's) (is|was|would be)? (all|still|at all)? (right|convenient|easier)
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (helpful|useful)
            {_SOFT_IF} (that's|that) (is|was|would be)? (all|still|at all)? (fine|a problem|too much)
            {_SOFT_IF} (this|it|it's) (is|was|would be)? (all|still|at all)? (fine|a problem|too much)
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (suits|works)
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (helps|good)
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (agreeable|allowed)
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (acceptable)
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (any help|too late)
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (ok by you)
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (not a problem)
            {_SOFT_IF} (that's|that|this|it|it's) (is|was|would be)? (all|still|at all)? (not too late)
            if (it's|it|that's|that|they're) still (going|there|open|on offer|free|available|up for grabs)
            if (they|it is|that is|that one is|date is) still (going|there|open|on offer|free|available|up for grabs)
            if (it's|it|that's|that|they're|it is|that is) still (on the table|possible|vacant)
            if (it's|it|that's|that|they're|it is|that is) still (unclaimed|to be had|doable)
            if (you|nobody) (haven't|hasn't) ... (given|taken|snapped|gone) (it|that|away|up)? (away|up)?
            if (you|nobody) (has not|have not) ... (given|taken|snapped|gone) (it|that|away|up)? (away|up)?
            if (someone|anyone|somebody) (haven't|hasn't) ... (given|taken|snapped|gone) (it|that|away|up)? (away|up)?
            if (someone|anyone|somebody) (has not|have not) ... (given|taken) (it|that|away|up)? (away|up)?
            if (someone|anyone|somebody) (has not|have not) ... (snapped|gone) (it|that|away|up)? (away|up)?
            if (you|nobody) (haven't|hasn't|has not|have not) ... (allocated|filled) (it|that|away|up)? (away|up)?
            if (someone|anyone|somebody) (haven't|hasn't) ... (allocated|filled) (it|that|away|up)? (away|up)?
            if (someone|anyone|somebody) (has not|have not) ... (allocated|filled) (it|that|away|up)? (away|up)?
            if (you|nobody) (haven't|hasn't|has not|have not) ... (let|bagged|promised) (it|that|away|up)? (away|up)?
            if (someone|anyone|somebody) (haven't|hasn't) ... (let|bagged|promised) (it|that|away|up)? (away|up)?
            if (someone|anyone|somebody) (has not|have not) ... (let|bagged|promised) (it|that|away|up)? (away|up)?
            if (you've|you have|you) still (got|have) (it|that)? ; unless (i|we) hear ... (i'll|we'll|i will|we will)
            unless (you've|you have|someone|somebody) ... (given|gone|taken|promised|filled|snapped)
            unless (it's|it has|it|that's|it's been) ... (given|gone|taken|promised|filled|snapped)
            if (so|any|anything|need|needed|required|applicable|asked|i may|you may|wished|any of)
            if you could confirm
            if you (can|could) (let|manage|squeeze|make it|fit us|please|advise|reply|come in|park|use)
            if you (can't|couldn't|like|need|want|have|require|wish|prefer|would|let|swap)
            if you'd (like|prefer|rather) ; {_SOFT_IF} you (don't mind|wouldn't mind)
            if (there's|there is|there are) (anything|any|nothing) ; if (i|we) can help
            (tell|say|let) (me|us) (know)? if ; if (your|there)
            (see|ask|asks|asked|know|idea|if any) if
            if not , (no|we'll|i'll|never|not|don't|that's) ; if memory serves
            if (it|that|they|this) (comes|came|come|shows) (through|out|up) ; if i've
            if it comes (down)? to (it|that|a|tossing|the|choosing|picking) ; if push comes to shove
            if (i|we) (may|might) (be|make)? (so+bold|so+cheeky|ask|choose|pick|please)?
            if (it|that|this|they|still)? (still)? (remains|remain|is|are)? (still)? (available|vacant|unclaimed)
            if (it|that|this|they) (still)? (remains|remain) (still)? (free|open|going|there|on+offer|possible)
            if (i'm|we're) honest ; what if ; if it's all the same
            if it is all the same ; if it's all the same to you
            if (it|this|that|it's|that's|i'm|we're|i+am|we+are) (isn't|is+not|wasn't|not)? (too|all) (late|much)
            if (i|we|i'm|we're|you're|you+are) still (in+time|able|free|holding|not+too+late)
            if (it|that|this|it's|that's) (is|would+be)? (possible|convenient|suitable|ok|good|fine) (for|with|to) you
            if (it|that|this) (is|would+be) possible
        """,
    }
)  # fmt: skip

GO_BETWEEN = one_of(
    "a an the of in on at for from to with and or is are was be been being will would it it's that this these "
    "those them us me we i i'm i've i'd i'll we'd we'll we're you your our my then there here so as by too also "
    "both either just really very quite do doing definitely certainly absolutely any make made making have having "
    "go going manage able even only out afraid sorry"
)
"""Words that may stand between a "no" or a "yes" and what it is said of."""

BARE = ENDEARMENTS | one_of(
    "a an the of in on at for from to with and or us me our your you then there so too also both either just "
    "definitely certainly absolutely hi hello hiya dear hey haha ha lol alas sadly gosh oops all team everyone "
    "thanks thank regards wishes kind "
    "many lots cheers morning afternoon visit date dates slot option one ones day time please yes ok x xx xxx love "
    "best sorry late reply quick i.e e.g ie eg namely again instead year said afraid maybe if not but colleague "
    "colleagues folks sir madam mate bye good great lovely any other week weeks term even though however perhaps "
    "still well hmm um er oh ooh right then possible now next we i am mean meant session therefore "
    "really somewhere thus hence accordingly honestly truly frankly literally genuinely"
)
"""Words that add nothing to a bare choice of a slot; no verbs but "it is"."""
