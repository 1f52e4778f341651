"""Words of school life that show a sentence to be about something else than the date: tables by class."""

from __future__ import annotations

from bot.understanding.phrases import PhraseTable, one_of

ARRIVAL = one_of(
    "park parking parked car cars carpark bay bays gate gates drive driveway road roads lane street lay-by layby kerb "
    "reception receptionist office foyer entrance door doors buzz buzzer intercom keypad barrier lanyard lanyards "
    "badge badges id photo dbs sign signing visitor visitors visitors' building buildings site lift stairs step "
    "steps floor "
    "corridor block annexe hut portakabin church pub roundabout bypass motorway traffic roadworks satnav sat-nav map "
    "postcode directions route bus train station bike miss lost find arrive arriving arrival turn walk side back front "
    "entry access wheelchair ramp signpost signposted signs pedestrian crossing place hill bridge ford queue"
)
"""Finding the school and getting in."""

HOSPITALITY = one_of(
    "tea coffee kettle brew cuppa biscuit biscuits cake cakes bun buns mug milk sugar lunch dinner dinners lunches "
    "canteen sandwich sandwiches water hobnobs doughnuts toast pudding crumble roast chips pie allergies allergy "
    "vegetarian vegan nuts nut-free hungry breakfast fruit kitchen cook menu food drink custard scones flapjack"
)
"""What is on the table."""

ROOMS = one_of(
    "room rooms hall library studio gym den cupboard staffroom classroom classrooms nursery playground field wifi "
    "projector laptop screen password whiteboard plug sofa quiet chairs table"
)
"""Where we shall sit, and with what."""

PAPERS = one_of(
    "paperwork proforma form forms data attendance figures progress pep peps file files folder policy policies report "
    "reports agenda list documents document records minutes summary template questionnaire pack link attached "
    "server desktop computer printer sharepoint copy copies handbook booklet guidance "
    "attachment attach spreadsheet register email emails inbox junk spam mail phone number extension ext mobile laptop"
)
"""What there is to send, to read and to bring."""

WEATHER = one_of(
    "weather snow snows snowing snowed snowy ice icy cold freezing frosty rain raining rained wet soggy wind windy "
    "storm "
    "sun sunny sunshine hot heatwave heating boiler radiator coats wellies umbrella fog flood flooded flooding brrr "
    "spring summer winter autumn"
)
"""The sky and the boiler."""

TIMES_OF_YEAR = one_of(
    "half-term term holiday holidays break christmas easter year years weekend ofsted inspection inspectors sats mocks "
    "exams nativity panto concert assembly sports fair fete disco trip residential reports phonics cover supply "
    "teaching lessons lesson class timetable bell playtime breaktime flu bug bugs covid norovirus poorly cold colds "
    "staffing staff tired knackered exhausted shattered frantic hectic manic busy mad madness chaos chaotic bonkers "
    "survive survived surviving survival marking budget builders painters scaffolding photographer duty shift"
)
"""The year's round, and how tired it leaves us."""

COURTESY = one_of(
    "thanks thank thankyou thanking grateful appreciate appreciated kindly sorry apologies apologise apologize excuse "
    "forgive pardon hello hi hiya dear hey regards wishes xx xxx yours hope hoping welcome welcoming forward "
    "glad pleased delighted pleasure excited luck congratulations enjoy enjoyed patience patient flexible "
    "flexibility worry worries hesitate reply replying respond responding response slow late delay sent iphone "
    "ipad android outlook haste typos question questions query queries bless cheers ps p.s chat cu sleeps pronouns "
    "looking value valuable proud wear prepare answers ticked marked struck kiss"
)
"""Greetings, thanks, apologies and good wishes; and where the answer stands."""

PEOPLE_TALK = one_of(
    "children child kids pupils pupil students learners class reception nursery parents parent carer carers mum dad "
    "team colleague colleagues staff governor governors gov chair head headteacher deputy senco sendco dt principal ht "
    "slt assistant secretary caretaker cook lady gentleman man guy woman vicar lollipop match apology buried teacher "
    "teachers mentor lead manager officer administrator bursar "
    "mr mrs ms miss dr rev revd cllr sir join joining present attendees attending me myself meet meeting met "
    "introduce everybody everyone she he they her him"
    "them his she'll he'll they'll she's he's they're adviser advisor who name names heads deputies chairs sencos "
    "leaders tour lucky show round visitor"
)
"""Who is who, and whom to ask for."""

PRONOUNS = one_of("he she they him her them he'll she'll they'll she's he's they're")
THOSE_WHO_DECIDE = one_of(
    "head headteacher heads principal ht governors chair trust slt boss deputy leaders head's chair's boss's "
    "principal's"
)
AUTHORITY = PRONOUNS | THOSE_WHO_DECIDE
"""Who may have a say in the matter, and so is no mere talk."""

AROUND = one_of(
    "join joining come coming came attend attending meet meeting met greet greeting present pop sit help host hosting "
    "welcome say hello show name names called new retire retiring retired started starting settling settled appointed "
    "lead leads leading ask informed aware notified copied told briefed look around contact know "
    "tell thank thanks sends"
)
"""What such people do when they only take part, or are spoken of."""

PRESENCE = AROUND | one_of(
    "joins joined attends popping available free sitting represent representing there able can can't could be back "
    "around away in out leave leaving stay staying part volunteer volunteers volunteered named nominated find found "
    "got get getting sorted arranged lined working possible who which one name details confirmed via list with us me "
    "together alongside instead replace replaced stand"
)
"""Words by which somebody is said to come, or not to."""

TITLED = one_of("mr mrs ms miss dr rev revd cllr sir governor gov senco sendco dt")
"""Persons who may have a say as well as a seat."""

FORMULAE = PhraseTable(
    {
        "formula": """
            (i'll|i+will|we'll) be? (seeing|meeting|greeting|hosting) you (on+my+own|alone|myself)
            (i'll|i+will|we'll) be? (welcoming|see|meet|greet) you (on+my+own|alone|myself)
            (i'm|we're|i'll+be) (in|here|around|about) (regardless|anyway|whatever|all+day|throughout)
            (not|nothing|non|isn't) (at+all|that|very|too)? (urgent|pressing)
            took (some|a+bit+of|a+lot+of|a+while+of) doing
            my (own)? fault (completely|entirely|totally|not+yours|for|i) ; all my (own)? (fault|doing) ; my bad (.|!)
            mea culpa
            (can|will|could) (easily|happily)? wait (for|until|till)
            (two|three|four|five|six|2|3|4|5|6|both|couple) of us
            no (governor|governors|trustee) (i'm|available|free|yet|for|at|sorry|this|we|as|here|can|could|,|.|!)
            you know (what|how) (it's|it|june|july|may|january|december|term) _ ...
            you know (what|how) (things|they|spring|summer|sats|year|heads) _ ...
            you (get|know|have|see) the (idea|picture|sort+of+thing|feeling|type|score|drill) ; say no more
            (let|indulge|humour|forgive|pity|thank|blame|congratulate) (him|her|them) ; (he|she|they) will anyway
            surprise us ; spoilt for choice
            see (you|u|everyone|all) ; (see|as|per) (my|the)? (below|above|attached|subject|answers|notes|comments)
            (comments|answers|notes|replies) (below|above|in|inline) ; in (red|green|blue|bold|capitals)
            yours (sincerely|faithfully|truly|aye|ever|etc) ; with (respect|best|warm|kind|love|thanks|apologies)
            i remain ; i have the (honour|pleasure) ; i am , ; god bless ; take care ; all the best ; have a
            save the date ; (the|as) follows ; the following ; as (above|below|follows|agreed|discussed|requested)
            (in|into) (the|our|my|your|his|her|everyone's) ... (diary|diaries|calendar|calendars|planner) ; in ink
            (tell|let|keep|give) (me|us) ; (promise|honest|honestly) ; promise ... final answer ; full stop ; job done
            there you (go|are) ; get it over ; that's (all|it) ; that is all ; over to you ; short and sweet
            (shout|holler|yell|ping+me|let+rip) if ; final answer ; fire away
            (can't|cannot) think of (anyone|anything|anybody) ; (speak|talk|chat) soon
            must (dash|run|fly|go) ; all go
            (value|enjoy|love|like|appreciate) (these|your|the) (visit|visits) ; watch the ; mind the ; off to
            off out ; back to (the|work|it)
            (last|previous|earlier|first) (visit|time|year|adviser) ; as they say ; such a help ; progress since
            (all|best) (for+now|from+me) ; bye ; ta ta ; tara ; toodle pip ; onwards ; phew ; hurrah ; hooray
            yay ; woo hoo ; woohoo ; bingo ; no brainer ; done deal ; can't wait ; not a moment too soon
            (will|would|do|that'll|that) ... (lovely|nice|great|grand|fun|brilliant|super|fab)
            (they|he|she|we|they'd|he'd|she'd|we'd|i'd|pupils) (would|will)? (love|like|enjoy) (it|that)
            (given|gave|got) (us|me|it|this) (the|a) (nod|go-ahead|green+light|ok|all+clear|thumbs+up|blessing)
            makes a (nice|pleasant|welcome)? change
            come (on+in|hungry|early|prepared|ready|rain+or+shine|and+see|along) ; rain or shine
            it's (us|me|only+me) ; me again ; guess who ; (here|here's) (to|hoping)
            (been|has+been|was|it's+been) a (while|day|week|month|term|blast|joy|long|one+of+those)
            what a (day|week|month|term|year|life|time|start|relief|mess|palaver|game|morning)
            (small|tiny|little|large|friendly|village|rural) school ; the joys of
            where (does|do|did|has)? the (time|days|weeks|term|year) ; (time|how+time) flies
            (is|are|was|were) still (here|standing|going)
            (never|not) a dull ; (one|two|three|several|couple|few) of (those|them)? (things|days|weeks)
            (one|two|three|couple+of|a+few) (things|points|other+things|quick+things|more+things)
            any (more|other|further)? (problems|problem|queries|query|questions|question|issues|concerns|worries)
            (couldn't|could+not|can't|cannot|didn't|unable+to) get (through|hold)
            (last|previous) (year's|term's)? visit
            last (year's|time's|term's|spring's|summer's) (visit|one) ; (there|those+attending|attending) will be
            there'll be ; (we're|i'm|we+are|i+am) not going anywhere
            (everyone's|everybody's|everyone+is|we're+all|all) (in|around|about|here|happy)
            (everyone's|everybody's|everyone+is|we're+all|all) (agreed|free|on+board|on+side)
            anything else : (no|none|nothing|n) ; (spoken|dictated|typed|sent) ,? not (typed|read|written|checked)
            with (friendly|cordial|kindest|sincere|warmest) (greetings|regards|wishes)
            (we|we're|school) (are|is)? a (_|-)? (_|-)? _ (school|site|setting|environment|academy|employer|college)
            (here|in|around|free|about) (on)? both (days|dates|mornings|afternoons|times)
            as _ (says|said|told|mentioned|put+it) ; (literally|honestly|truly|seriously|genuinely|really|honest)
            (don't|do+not) (ask|let+on|tell|judge|all+rush|mention+it) ; as _ says ; as _ _ says ; long story
            (nobody|no+one) (objected|minded|complained) ; no (rest|peace) for
            (you|you've) (have|been) (been)? warned ; (say|saying) no more ; need i say
            (that's|that+is) for another (day|time) ; for another (day|time)
            (i'll|i|we'll) be (a+bit|rather|a+little) _
            (he|she|they) (was|were) (a|an|so|such|very|always)
            (nobody|no+one) (is|was|got) (hurt|died|dead|injured)
            i (won't|can't|shan't) be (there|around|here|present) ; (turns|turn|shows|show) up
            i kid you not ; true story ; (such|that's) (is|life) ; c'est la vie ; (it|that)'s? never dull
            better late than ; third time lucky ; touché ; hey ho ; heigh ho ; oh well ; ho hum
            (one|two|some) of (them|the|our|us) (is|are|has|have|will|was|were) (on|in|at|a|the|new|very)
            (most|many|both|half) of (them|the|our|us) (is|are|has|have|will|was|were) (on|in|at|a|the|new|very)
            for your (records|info|information|diary|interest) ; fyi ; by the (way|by) ; btw ; incidentally
        """
    }
)
"""What is said at the edges of a letter."""

HOSTING = one_of(
    "do doing make making host hosting manage come coming visit visits go going ahead happen work works suit suits "
    "possible available free able open ready book booking booked confirm confirmed agree agreed accept accepted allow "
    "allowed commit promise guarantee date dates day days diary morning afternoon convenient ideal keen sure certain "
    "fixed final definite settled want need like take offer asked told cleared checked heard cover approve approved "
    "approval permission authorised protocol seen option slot slots time happy done held hold accommodate have "
    "receive face fit here sign "
    "discuss discussed vote debate review whether signed decided decision decide change changed cancel cancelled "
    "rearrange postpone"
)
"""What must be denied or doubted for a yes to fall."""

DECIDING = one_of(
    "agree agreed agrees agreeing accept accepted approve approved approves approval permission allow allowed allows "
    "confirm confirmed decide decided decides decision sign signed authorise authorised cleared vote voted consent "
    "veto vetoed object objects objected refuse refused sanction blessing"
)
"""What people do who have a say, and not only a seat."""

DECISIONS = HOSTING - one_of(
    "do doing have go going come coming take like want need time happy here make making face fit seen asked told heard "
    "sure certain keen receive day days"
)
"""What a condition must speak of for a yes to hang on it."""

TREATS = one_of("cuppa tea coffee cake cakes biscuit biscuits brew kettle doughnuts sugar chocolate hobnobs scones")
"""What only a joke is conditional on."""

SMALL_TALK = HOSPITALITY | one_of(
    "weather snow cold freezing rain heating boiler coats umbrella parking car cars traffic satnav wifi biscuit "
    "sun sunshine lunch invoices heater radiator lift buzzer barrier lanyard postcode jam zig-zags wellies "
    "sleepy tired noisy loud chilly muddy messy dusty smelly giddy hyper lively grumpy bleary croaky frazzled"
)
"""What no date hangs on."""


CLOSING = one_of(
    "closed shut flooded cancelled cancel postpone postponed unavailable taken gone strike ofsted inspection"
)
"""What may happen to a school so that no visit can take place."""

NOTICED = one_of(
    "evening evenings morning fair fete inset half-term term terms holiday holidays sports concert show open closed "
    "hours days break panto production performance meeting assembly disco ofsted inspection review election"
)
"""What a notice at the foot of a letter is about, before a colon and a date."""

SCENERY = (
    ARRIVAL
    | HOSPITALITY
    | ROOMS
    | PAPERS
    | WEATHER
    | one_of(
        "signal chapel church farm field fields garden pond tractor village town moor wood sat navs nav co-op shop "
        "surgery "
        "phone phones mobile wildlife boots bell bells cash card hatch choir dongle login key keys caretaker"
    )
)
"""What there is to see and to find at a school."""

PASSING = SCENERY | TIMES_OF_YEAR | COURTESY | PEOPLE_TALK
"""Words by which a sentence is taken to be about something else than the date."""

SMALL = one_of(
    "a an the i i'm i'll i've i'd we we're we'll we've we'd you your you'll it it's it'll that that's this there "
    "here is are was were be been am will would shall can could do does did has have had of in on at for from to "
    "with by and or so as if but not no all any some my our then just only too also about over under what who how "
    "when where why which even still ever never let let's don't said says say thought know"
)
"""Words with which something is said; a line without one is a name, a title or a farewell."""

ENGAGED = one_of(
    "trip course training inset funeral wedding strike exam exams mocks residential inspection closed shut "
    "closure conference photographer photographers appointment surgery hospital leave sports fair election "
    "polling moderation interviews tribunal court hearing disciplinary rehearsal rehearsals production panto "
    "performance booked double-booked"
)
"""What else a day may hold, so that no visitor can be received."""

OCCUPIED = ENGAGED - {"hospital", "booked", "double-booked", "leave"} | one_of(
    "teach teaching sats screening assessment assessments moderating moderator auditors panel jury "
    "festival pantomime swimming school-trip trips courses dentist nurse visitors bishop"
)
"""What a day is given to already, so that naming it is a refusal."""
