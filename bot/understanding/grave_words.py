"""Matters that a person must see, whatever a letter says of its date: tables only, written as `phrases` explains."""

from __future__ import annotations

_LAWFUL = """
    (data|information|gdpr|privacy) (breach|breaches|protection+officer|commissioner|incident|request)
    (our|the|my|your) dpo ; to the ico ; (report|reported|reporting) ... (to)? (data+protection|the+ico|ico)
    freedom of information ; foi (request|act) ; an foi ; subject access ; right of access ; (dsar|dsars|sar) request
    (our|my|the|legal) (solicitor|solicitors|lawyer|lawyers|barrister)
    legal (advice|action|proceedings|matter|dispute)
    (high|family|county|crown|magistrates) court ; (formal|written|collective) grievance ; (raise|raising) a grievance
    (another|other|wrong) (school's|school|pupil's|child's|family's) (child|children|pupils|data)
    (another|other|wrong) (school's|school|pupil's|child's|family's) (details|names|records)
"""
"""What the law gives a term for."""

_MISUSED = """
    (in|into|to) (floods+of|flood+of) tears
    (shouted|shouting|swore|swearing|yelled|screamed) at (our|my|me|us|the|her|him)
    the way (your|one+of+your|mr|mrs|ms|miss) _? _? (spoke|speaks|talked|treated|behaved)
    the way (she|he|that|the|somebody|someone) _? _? (spoke|speaks|talked|treated|behaved)
    (bullied|harassed|humiliated|belittled|intimidated|threatened) (by|our|me|us|my|the|her|him)
    (very|really|so|rather|extremely|downright) (rude|abrupt|aggressive|abusive|offhand) (to|with|on|when|about)
    (look|looked|looking) into (how|why|the+way|what) (your|one+of|mr|mrs|ms|miss|she|he|that|happened)
    (racist|sexist|homophobic|discriminatory|derogatory) (remark|remarks|comment|comments|language|slur|joke)
"""
"""How somebody of ours is said to have behaved."""

_OF_THE_WRITER = """
    (i've|i+have|i+am|i'm|been|being|was|got) (been|now|currently)? (suspended|sacked|dismissed|disciplined|demoted)
    (i've|i+have|i+am|i'm|she's) (been)? (under|on) (investigation|gardening+leave|garden+leave)
    (he's|been|being|placed) (been)? (under|on) (investigation|gardening+leave|garden+leave)
    (placed|put|sent) on (gardening+leave|garden+leave|special+leave|suspension) ; neutral act
"""
"""What has befallen the writer's post."""

_OF_THE_SITE = """
    (banned|barred|excluded) from (the)? (site|school|premises|building|grounds) ; restraining order
    non - molestation ; injunction
    (violent|aggressive|abusive|threatening) (dad|father|mum|mother|parent|parents|ex)
    (violent|aggressive|abusive|threatening) (partner|stepdad|uncle|man|visitor)
    (bomb|death) threat ; (in|into) (full)? lockdown ; intruder ; (knife|weapon|weapons) (in|on|at|was|were|found)
"""
"""Who may do harm on the day."""

_WANTED_NOW = """
    what i (really|actually|do)? need (though|is|are|right|most|however|today|urgently)
    (panel|hearing|tribunal) (sits|meets|is) (today|tomorrow|this+week|on+monday|this+afternoon|this+morning)
"""
"""What is really wanted of us, and now."""

GRAVE = _LAWFUL + _MISUSED + _OF_THE_WRITER + _OF_THE_SITE + _WANTED_NOW
"""What is never told by the way: the law, misconduct, a danger."""

_TITLE = "mr|mrs|ms|miss|dr"
_OF_OURS = (
    f"your|{_TITLE}|whoever|the+adviser|the+person|the+lady|the+man|the+woman|the+gentleman|somebody|someone|he|she"
)
_STAFF = "receptionist|secretary|staff|senco|sendco|bursar|deputy|colleague|colleagues|teacher|ta|tas|admin|office|cook"
_RUDE = (
    "rude|abrupt|aggressive|dismissive|patronising|offhand|condescending|unprofessional|abusive|inappropriate|hostile"
    "|unpleasant|disrespectful|bullying|nasty"
)
_RUDELY = "rudely|badly|sharply|abruptly|disrespectfully|dismissively|aggressively|unprofessionally|appallingly"

CONDUCT = f"""
    the way ({_OF_OURS}) ... ... (spoke|spoken|speaks|treated|treats|behaved)
    the way ({_OF_OURS}) ... ... (behaves|dealt|talked|carried+on|conducted)
    (look|looking|looked) into (how|the+way|what) ({_OF_OURS})
    (left|was|were|been|reduced) (in|to) tears (after|afterwards|because|when|over|by|,|.|and)
    (drove|driven|her|him|them) (in|to) tears (after|afterwards|because|when|over|by|,|.|and)
    (was|were|been|very|so|quite|extremely|rather|downright|being|incredibly) ({_RUDE}) (to|with|towards|on|about)
    ({_RUDE}) (to|with|towards) (me|us|my|our|two|one|several|members)
    (spoken|spoke|talked|talking) to (me|us|her|him)? (very|so|quite|most|rather|really|extremely)? ({_RUDELY}|like)
    (shouted|swore|yelled|bawled|snapped|barked|screamed) at (me|us|my|our|one|two|the|a)
    (hung+up|hung+the+phone+up|put+the+phone+down|slammed+the+phone+down) on (me|us|my|our|one|two|the|her|him)
    (want|wants|like|likes|expect|expects|demand|owed|deserve|deserves|await|awaiting) (an|a+written|a+full) apology
    (like|want|wants|expect|expects|need|needs) (it|that|this|them) (looked+at|looked+into|dealt+with|investigated)
    (like|want|wants|expect|expects|need|needs) (it|that|this|them) (followed+up|taken+up|addressed|taken+seriously)
    complaints (procedure|policy|process|officer|department|team|form|address|manager)
    upset (my|our|one+of+my|one+of+our|two+of+our) ({_STAFF})
    (after|because+of|given) what ({_OF_OURS}) _? (said|did|wrote|called|put) (to|about|last|in|at)
    (considering|following) what ({_OF_OURS}) _? (said|did|wrote|called|put) (to|about|last|in|at)
    not ({_TITLE}) _ (again|please|this+time|any+more) ; (anyone|anybody) (but|except|other+than) ({_TITLE}|him|her)
    (don't|do+not|rather+not) (want|have|see) ({_TITLE}|him|her|them) _? (again|back|here|near|in+the|coming|on+site)
    (made|making|passed) (a|an|some|several) _? (comment|comments|remark|remarks) (to|about)
    (racist|sexist|discriminatory) (remark|remarks|comment|comments|language|joke)
    (offensive|derogatory|homophobic|crude) (remark|remarks|comment|comments|language|joke)
    (behaviour|conduct|attitude|manner|tone) of (your|{_TITLE}|the+adviser|the+person|whoever|the+lady|the+man)
    (are|am|we're|i'm) not (at+all|very|best|remotely)? (happy|impressed|pleased|amused) .
    (somebody|someone|anybody) senior (to+write|write|writes|rings|to+ring|ring|calls|to+call|contacts|replies) (to)?
    (who|whom) (do|can|should|must|would) (i|we) (complain|write|report|escalate|appeal) (to|this|it|about)
    (feel|feels|felt|feeling|bordering+on|amounts+to|borders+on) (harassed|harassment|bullied|bullying|hounded|got+at)
"""
"""How one of ours behaved, or was said to."""

_APOLOGY = "sorry|apologies|apologise|forgive|excuse|hope"
NO_COMPLAINT = f"""
    (children|kids|pupils|they|learners|little+ones|youngsters) ... ... (can't|cannot) wait
    ({_APOLOGY}) ... ... ({_RUDE}) (to|with|towards|on|about)?
    (pgce|student|trainee|student's|trainee's|teacher's|teaching|students') placement ; placement (student|students)
"""
"""What asks pardon for the writer's own manners; the joy of children, and the placements of students."""

_HELD = "correspondence|emails|records|information|documents|data|reports|letters|minutes|notes|files"
_WRONG = "another|a+different|the+wrong|somebody+else's|someone+else's|other"
_SCHOOLS = "school's|child's|pupil's|school|child|pupil|schools'|children's|family's|schools|student's"
_SENT = "sent|emailed|posted|attached|forwarded|shared"
_PAPERS = "attachment|list|spreadsheet|sheet|letter|email|link|document|file|form|message"
_TELLING = "report|reported|told|informed|notify|notified|refer|referred|raise|raised|flag|flagged|tell|forwarded"
_PRESS = "reporter|journalist|press|newspaper|paper|bbc|gazette|chronicle|echo|herald|telegraph|reporters|journalists"

OFFICIAL = f"""
    freedom of information ; foi ; (an|the|this) f.o.i ; subject access ; dsar ; (a|this|the|your|and|formal) sar
    sar (to|from|request|attached|follows)
    (data+protection|equality+act|environmental+information) (act|request|claim)
    under (gdpr|the+data|the+freedom|section|the+equality|article)
    gdpr (breach|request|issue|complaint|matter|concern)
    right to (be+forgotten|erasure)
    (erase|delete|remove) (the|all|my|her|his|our) (personal)? (details|data) ... from your
    (all|any) ({_HELD}) _? (held|hold|relating|between|concerning)
    (all|everything|anything|what) you hold (on|about)
    (copies|disclosure|sight) of (all|any|every) ({_HELD}) ; (20|twenty) working days
    request (all|any|every|copies) ({_HELD}|of) ; statutory (timescale|deadline|request)
    data breach ; breach of (data|gdpr|confidentiality|privacy|the+data) ; information commissioner ; (the|to) ico
    ({_TELLING}) ... ... (data+protection|dpo|ico)
    (dpo|data+protection+officer|data+protection+lead) (would|wants|has|says|needs|asked)
    (dpo|data+protection+officer|data+protection+lead) (asks|must|will+want|will+be+in)
    ({_SENT}) (us|me)? ({_WRONG}) ({_SCHOOLS}) ; ({_SENT}) (us|me)? ... (of|from|about) ({_WRONG}) ({_SCHOOLS})
    ({_PAPERS}) ... (with|had|has|have|holds|shows|contained|contains|names|included|includes) ({_WRONG}) ({_SCHOOLS})
    ({_PAPERS}) ... (was|is|were|are|has|had) _? (of|from|about) ({_WRONG}) ({_SCHOOLS})
    ({_PAPERS}) ... (has|had|with) (children|pupils|names) (from|of|at|belonging+to) ({_WRONG}) ({_SCHOOLS})
    ({_PAPERS}) ... (has|had|with) (details|people) (from|of|at|belonging+to) ({_WRONG}) ({_SCHOOLS})
    (addresses|names|details|emails) (were|are|was|is|all)? (showing|visible|on+show|exposed|displayed|for+all+to+see)
    (copied|cc'd|cced|included) (in)? (a|the|one|some|two) _? _? (parent|parents|carer|mum|dad|father|mother|carers)
    (you|you've|you'd|somebody|someone) ({_SENT}) ... ... (by+mistake|in+error|by+accident|accidentally|to+everyone)
    (names|named|naming|identifies|identified) a (child|pupil|family|parent|carer)
    (solicitors|lawyers|lawyer|barrister) (have|has|are|is|will|says|say|advise|asked|writing|want|wants)
    (our|my|the) (solicitors|lawyers|lawyer|barrister) ; legal (action|proceedings|claim|challenge) ; ombudsman
    judicial review ; whistleblowing ; whistleblower ; a grievance ; grievance (against|procedure|with|in)
    ({_PRESS}) ... ... (asking|rang|phoned|contacted|been+in+touch|emailed|sniffing|story|outside|comment)
    (by|from|of) (my|our|the) (union|unions)
    (my|our|the) union (rep|reps|says|advises|advice|guidance|instruction|has)
    written to (our|my|the) mp
"""
"""What is asked for under the law, went astray, or lies with a union, a lawyer or the press."""

FOR_THE_DAY = """
    (bring|put|fill|get) you (up+to+date|up+to+speed|in+the+picture|in)
    (ten|five|fifteen|twenty|a+few) (minutes|mins)
    (while|when|once) you're (here|in|with) ; when you (come|visit|get+here|are+here) ; (before|so) you come
    (for|on) the day ; (for|on) the agenda ; no action ; nothing (required|needed) from you
    his social worker knows ; her social worker knows ; their social worker knows
    (all|been) (logged|reported) (already)?
    (talk|tell+you|discuss|speak|explain) ... (then|about+it+then|on+the+day|in+person)
    (go+into+it|say+more|fill+you+in) ... (then|about+it+then|on+the+day|in+person)
"""
"""What keeps a matter for the visit itself."""

_CHILD = "his|her|their"
_KIN = (
    "mum|dad|mother|father|parents|parent|nan|gran|grandad|uncle|aunt|carer|carers|stepdad|stepfather|family|boyfriend"
)
_WORKER = "social+worker|social+workers|sw|iro|caseworker|key+worker|independent+reviewing+officer"
_BODY = "arm|arms|neck|face|back|leg|legs|wrist|wrists|hands|hand|body|chest"
_SOFAS = "sofa|sofas|floor|floors|couch|settee"

CHILD_IN_TROUBLE = f"""
    (is|was) (that|this|it) (known|on+record|news) (your|to|at|by|on) ; (known|aware) (at|on)? your (end|side)
    (does|do|has|have|did|is|are) ({_CHILD}|the|a|any) ({_WORKER}) ... (know|aware|told|informed)
    (does|do|has|have|did|is|are) ({_CHILD}|the|a|any) ({_WORKER}) ... (heard|realise|realised)
    (not+had|hasn't+had|without|no|had+no|hasn't+got|got+no|haven't+had) (a|an)? (allocated|named)? ({_WORKER})
    bruises ; bruise ; bruising ; injuries ; black eye ; (marks|mark|burns|cuts|burn) (on|to) ({_CHILD}) ({_BODY})
    (isn't|is+not|hasn't+been|not|no+longer|stopped) (sleeping|living) (at|in|with) ...
    (isn't|is+not|hasn't+been|not|no+longer|stopped) (staying|been+sleeping|been+living) (at|with) ...
    (being|been) (hit|hurt|beaten|abused|neglected|groomed|exploited|trafficked)
    (sleeping|staying|living) (on|at) (a|{_CHILD}|friends|friend's|people's|mates|mate's) '? ({_SOFAS})
    (stopping|dossing|kipping) (on|at) (a|{_CHILD}|friends|friend's|people's|mates|mate's) '? ({_SOFAS})
    (sleeping|staying|living) on (a|the|{_CHILD}) (friend's|mate's|friends|mates) '? ({_SOFAS})
    (stopping|dossing|kipping) on (a|the|{_CHILD}) (friend's|mate's|friends|mates) '? ({_SOFAS})
    sofa surfing ; sofa-surfing ; (sleeping|slept) (rough|in+a+car|in+the+car|in+the+park)
    (nobody|no+one|nobody's) (has)? (told|informed) (us|me|school) (officially|formally|anything|a+thing)
    (no+one's|noone) (has)? (told|informed) (us|me|school) (officially|formally|anything|a+thing)
    (came|comes|coming|come) (in|to+school) ... ... (no+coat|no+shoes|no+breakfast|filthy|unwashed|hungry|starving)
    (they're|he's|she's|they+are|he+is|she+is|they+were) being (moved|taken|sent|placed|rehoused|removed)
    that (i|we) (need|ought|have|must|should) (to)? (pass+on|report|raise|tell+somebody|tell+someone)
    (been|was|were|got|gets|be|being|get) arrested ; in (police)? custody ; (charged|cautioned) (with|by)
    placement (is)? (ends|ending|finishes|finishing|up|coming+to+an+end|under+notice|on+notice|collapsing)
    drinking again ; (hitting|on|back+on) the bottle ; using again ; (under+the+influence|off+his+head|off+her+head)
    ({_KIN}) (has|have|had|was|is|keeps|keep)? (hits|hit|hitting|hurts|hurt|hurting) (him|her|them)
    ({_KIN}) (has|have|had|was|is|keeps|keep)? (slapped|locked|locks|kicked|beats|beaten) (him|her|them)
    self-harm ; self-harming ; self harm ; self harming ; self-harmed ; overdose ; suicide ; suicidal
    (cutting|hurting|hurt|harmed|harming|burning) (himself|herself|themselves)
    (run|ran|runs|running) (away|off) from (home|the|{_CHILD}|a|care) ; absconded ; absconding
    end of ({_CHILD}) tether ; (at|in) immediate (risk|danger) ; (section|s) 47
"""
"""What one child goes through, told so that somebody should do something."""

_PERSON = (
    f"{_KIN}|grandparent|man|woman|someone|somebody|person|relative|brother|partner|ex-partner|ex|pupil|visitor"
    "|fathers|mothers"
)
_FORBIDDEN = (
    "not+allowed|not+permitted|isn't+allowed|is+not+allowed|no+longer+allowed|not+welcome|no+longer+welcome|banned|barred"
    "|not+supposed|forbidden|excluded"
)
_THREATENING = "aggressive|abusive|violent|threatening|irate|dangerous"

DANGER = f"""
    (made|making|makes|make|issued|sent|received|had|death) threats ; threats (to|against|towards|from)
    threatening (us|staff|me|my|our|behaviour|language|messages|letters)
    threatened (us|staff|me|my|our|the|one|to+hurt)
    ({_PERSON}) (who's|who+is|that's|who+has+been) ({_FORBIDDEN}) (on|from|near|in|to|at)
    ({_PERSON}) (who+was|who|he's|she's|is|has+been|was) ({_FORBIDDEN}) (on|from|near|in|to|at)
    (court+order|injunction|non-molestation|restraining+order|bail+conditions|exclusion+order|prohibited+steps)
    ({_KIN}) ... (found|find|finds|finding|worked) out (where|which|about)
    ({_PERSON}) ... ... (got|gets|getting|caught|has) wind of (the|your|this|our) (visit|date|meeting|day)
    (found|find|finds|worked|knows|know) (out)? where (she's|he's|they're|she+is|he+is) (placed|living|at)
    (found|find|finds|worked|knows|know) (out)? where (she's|he's|they're|she+is|he+is) (staying|.|,|and|now)
    (found|find|finds|worked|knows|know) (out)? where (they+are|she+lives|he+lives) (placed|living|at)
    (found|find|finds|worked|knows|know) (out)? where (they+are|she+lives|he+lives) (staying|.|,|and|now)
    (protest|protests|protesters|protesting) (at|outside|planned|by|about|against|over|on|in)
    intruder ; intruders ; trespasser ; bomb (threat|scare|hoax) ; stabbing ; stabbed
    (a|the|with+a) (knife|gun|machete|weapon) (on|in|at|into|to|found|incident|attack)
    (following|followed|stalking|filming|harassing) (staff|the+staff|our+staff) (to|home|from|outside|at|round)
    (following|followed|stalking|filming|harassing) (children|the+children|pupils) (to|home|from|outside|at|round)
    sort "? out "? (whoever|anyone|anybody|you|the+next)
    (isn't|not|wouldn't+be|won't+be) safe (for+you|for+anyone|for+anybody)? to (come|visit|be+here)
    (may+not+be|mightn't+be) safe (for+you|for+anyone|for+anybody)? to (come|visit|be+here)
    for your own (safety|protection) ; ({_THREATENING}) ({_KIN}|grandparent|man|woman|visitor|towards)
    (your|the) visit (is)? (on|all+over|onto) (facebook|social+media|whatsapp|twitter|tiktok)
"""
"""Who may do harm to the one who comes."""

_I = "i've|i+have|i'm|i+am|i+was|i|he's|she's|he+has|she+has|he|she|who's|who+has|who"
_OFFICER = (
    "head|head's|headteacher|headteacher's|deputy|deputy's|senco|senco's|principal|principal's|chair|chair's|bursar"
    "|colleague"
)
_OUT = "suspended|dismissed|sacked|escorted|struck+off|removed+from+post|disciplined|marched+off|frogmarched|arrested"

NO_LONGER_SPEAKING = f"""
    ({_I}|{_OFFICER}) (has|have|had|was|is|am|were)? (been)? (just|now|also|since)? ({_OUT})
    ({_I}|{_OFFICER}) (has|have|had|was)? (been+fired|was+fired|been+let+go|been+made+redundant+today)
    gardening leave ; (i'm|i+am|he's|she's|head+is|head's|deputy+is) (currently|now)? under investigation
    (i'm|i+am|he's|she's|head+is|head's) (now)? the subject of (an|a)
    (i've+been|i+was|been|i'm) (told|asked) to (stay+at+home|stay+away|resign|go+home+and+stay)
    (i've+been|i+was|been|i'm) (told|asked) to (go+quietly|leave+quietly|clear+my+desk)
    (told|asked|advised|instructed|ordered|warned) not to (contact|speak|talk|email|write|reply|communicate|discuss)
    disciplinary (hearing|meeting|action|procedure|matter|against|process|about|for)
    escorted (off|from|out) ; (resigned|quit) (in+protest|on+the+spot|with+immediate)
"""
"""A writer, or a head, of whom nobody knows whether they still speak for the school."""
