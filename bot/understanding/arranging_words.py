"""The words in which people arrange things, said in every letter whatever it is about. Tables only.

A sentence of these words alone may be about the visit. Words outside them are matters of their own: lambs, permits, a
film crew. Rather a word too many than one too few: what stands here holds back a yes, which costs a person a look.
"""

from __future__ import annotations

from bot.understanding.phrases import one_of

_POINTING = one_of(
    "a an the this that these those some any no every each either neither both all half such what which whose who "
    "whom how when where why i me my mine we us our ours you your yours he him his she her hers it its they them "
    "their theirs one ones myself ourselves yourself himself herself itself themselves i'm i've i'd i'll we're "
    "we've we'd we'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll they're they've "
    "they'd they'll that's that'd that'll there's there'll here's what's who's who'd who'll how's let's where's "
    "when's"
)
"""What points at something, asks for it, or says who speaks and of whom."""

_HELPING = one_of(
    "am is are was were be been being do does did done doing have has had having will would shall should can could "
    "may might must ought need needs needed dare isn't aren't wasn't weren't don't doesn't didn't haven't hasn't "
    "hadn't won't wouldn't shan't shouldn't can't cannot couldn't mightn't mustn't needn't ain't"
)
"""Verbs that help others, and their denials."""

_JOINING = one_of(
    "and or but nor so yet for if unless because as since until till while whilst whereas although though than "
    "whether lest once provided providing assuming supposing given of in on at by to from with without within into "
    "onto upon about above below over under between among through during before after against along across around "
    "near off out up down back away behind beyond despite except plus per via towards toward"
)
"""What joins words and clauses."""

_JUDGING = one_of(
    "not never always often sometimes usually normally rarely seldom hardly scarcely barely just only even still "
    "also too very really quite rather pretty fairly almost nearly maybe perhaps possibly probably certainly "
    "definitely surely clearly obviously hopefully unfortunately sadly luckily fortunately actually honestly "
    "frankly basically simply merely mainly mostly generally especially particularly exactly precisely "
    "approximately roughly again already now then soon later earlier today tonight tomorrow yesterday here there "
    "everywhere anywhere somewhere nowhere ever else instead otherwise however therefore thus hence anyway besides "
    "meanwhile moreover apparently presumably supposedly much many more most less least few fewer little lot lots "
    "plenty enough several couple bit own same other another others different next last first second third final "
    "new old good better best bad worse worst great fine nice big small long short early late high low full free "
    "ready right wrong true sure certain clear possible impossible likely unlikely able unable happy glad pleased "
    "sorry afraid keen willing hopeful doubtful tentative provisional definite firm set fixed settled set-in-stone "
    "yes ok okay please thanks thank well oh ah hmm hm um er hello hi dear regards cheers"
)
"""How often, how surely, how much and how good; courtesies."""

_DOING = one_of(
    "say says said saying tell tells told telling think thinks thought thinking know knows knew known knowing hear "
    "hears heard hearing find finds found finding get gets got getting gotten give gives gave giving take takes "
    "took taken taking make makes made making put puts putting let lets letting see sees saw seen seeing look looks "
    "looked looking keep keeps kept keeping go goes went gone going come comes came coming ask asks asked asking "
    "check checks checked checking sort sorts sorted sorting happen happens happened happening turn turns turned "
    "turning try tries tried trying want wants wanted wanting like likes liked wish wishes wished hope hopes hoped "
    "hoping expect expects expected expecting wait waits waited waiting hold holds held holding leave leaves left "
    "leaving start starts started begin mean means meant show shows shown feel feels felt seem seems seemed sound "
    "sounds believe believes suppose supposes guess guesses reckon reckons bet understand understood remember "
    "remembered forget forgot forgotten realise realised notice noticed promise promised guarantee depend depends "
    "depending hang hangs rest rests stand stands stood run runs ran bring brings brought send sends sent write "
    "wrote written reply replied answer answered respond mention mentioned speak spoke spoken talk talked consult "
    "discuss discussed decide decided decides agree agreed agrees approve approved approves confirm confirmed "
    "confirms commit committed change changed changes move moved moves cancel cancelled postpone postponed "
    "rearrange rearranged reschedule rescheduled swap swapped switch shift book booked fit fits suit suits work "
    "works manage managed cope spare release released cover covered clash clashes clashed overrule overruled veto "
    "vetoed object objected refuse refused decline declined allow allowed allows permit permits permitted insist "
    "insists require requires sign signed use used help helped call called ring rang phone phoned email emailed "
    "text"
)
"""What anybody does."""

_NAMING = one_of(
    "thing things something anything nothing everything someone somebody anyone anybody noone nobody everyone "
    "everybody people person way ways time times day days week weeks month months term terms year years morning "
    "mornings afternoon afternoons evening hour hours minute minutes moment date dates slot slots option options "
    "choice choices visit visits visiting meeting meetings diary diaries calendar booking appointment arrangement "
    "arrangements plan plans case point problem problems issue issues question questions doubt doubts word news "
    "idea ideas fact matter mind part side end number kind chance chances mistake mistakes error"
)
"""Things without a matter of their own, and times."""

_AT_SCHOOL = one_of(
    "head heads headteacher deputy boss chair governor governors trust slt principal leadership staff school "
    "schools team office council authority colleague colleagues supply availability available capacity permission "
    "approval say-so ofsted inspection inspectors strike closure closed shut open inset training course trip "
    "residential exam exams funeral wedding polling election half-term holiday holidays easter christmas bank "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december mr mrs ms miss dr"
)
"""Who decides at a school, and what a day may be given to."""

_HINDERING = one_of(
    "staffed staffing short-staffed understaffed fall falls fallen apart through deciding undecided persuade "
    "persuaded persuading convince convinced convincing real proper properly follow follows following sight verdict "
    "different await awaits permitting caveat caveats pig pigs fly dead body weather minds touch wood past ten nine "
    "eight seven six five four three two hundred green light barring accidents accident accidental eat hat closing "
    "closes close stop stopping working assumption theory practice principle paper reflection thoughts kidding "
    "joking joke pull foot breath fat dream dreams breathe pencil pencilled penciled pencilling ink stone air grabs "
    "balance crossed fingers luck lucky flux state limbo pipeline subject snag catch hitch condition conditions "
    "string strings attached cost costs fee charge ignore disregard scrap scratch scrub correction whoops oops damn "
    "drat blast bother nope nah nay negative alas regret regrets regretfully apologies apologise longer rule rules "
    "ruled ratify ratified minuted vote voted voting vetoes blessing nod thumbs disagree disagrees prefer prefers "
    "preferred preference opinion view views building premises site hall room rooms timetable rota lesson lessons "
    "class classes teacher teachers senco dsl smt clerk bursar manager director executive board committee panel "
    "union unions builder builders caretaker covers covering absence absences ill illness sick hospital operation "
    "retire retired retiring resign resigned sacked suspended redundant redundancy maternity paternity merge "
    "merging academise academising takeover inspectorate hmi hmcc audit review tribunal court complaint complain "
    "complaining appeal grievance safeguarding incident emergency evacuate evacuated flood flooded fire gas leak "
    "asbestos power snow snows snowed ice storm heating boiler water electricity roof contract contractor "
    "contractors whole fully entire completely totally absolutely utterly virtual teams zoom video online remote "
    "remotely employed employee job post role successor predecessor interim acting temporary temporarily caretaking "
    "unsure uncertain hesitate hesitant reluctant wary worried concern concerned concerns bothered problematic "
    "awkward tricky difficult tough impractical impracticable unrealistic optimistic pessimistic double triple "
    "overlap overlaps overlapping coincide coincides conflict conflicts conflicting busy hectic manic swamped "
    "rammed chocka stretched tied engaged commitment commitments sleep overnight ponder consider considered "
    "considering reconsider rethink revisit weigh weighed toss coin mood whim gods lap hour's day's week's month's "
    "year's today's tomorrow's finalise finalised finalising formal formally official officially informal "
    "informally rubber-stamp rubber stamp stamped approving authorise authorised authorising authorisation "
    "clearance cleared clearing sanction sanctioned agreeing honest station visitor visitors adviser advisor alone "
    "list urgent urgently ringing emailing usual ideally provisionally tentatively none stay stays staying ages age "
    "fault meaning place places"
)
"""What a visit may hang on, what may come in its way, and the sayings of doubt and scorn."""

_FORMAL = one_of(
    "accept accepts accepted accepting acceptance remain remains remained remaining body trustees trustee "
    "directors confirmation agreement endorse endorses endorsed endorsement minute minutes resolution quorum meets "
    "reserve reserved reservation reservations consent consents consented ratification authority authorities "
    "acknowledge acknowledged receipt proposal proposed propose request requested "
    "requests response indication indicative outcome result ruling approvals pass passes passed await awaited awaiting "
    "presume understanding clarified clarification clarify query queries validity valid binding"
)
"""What is said of offers and of consent in formal letters."""

ARRANGING = _FORMAL | _POINTING | _HELPING | _JOINING | _JUDGING | _DOING | _NAMING | _AT_SCHOOL | _HINDERING
"""All of them."""

OF_A_VISIT = one_of(
    "happen ahead possible impossible cancelled cancel off moved move postponed postpone convenient inconvenient clash "
    "clashes date visit booking suit suits booked rearranged rearrange reschedule doable feasible confirmed agreed "
    "then settled work works fit fits day morning afternoon"
)
"""What is said of a visit, and hardly of a boiler."""

DENIABLE = one_of(
    "accept accepted agree agreed agreement allow allowed approve approved approval authorise authorised clear cleared "
    "confirm confirmed commit committed consent decide decided decision permission permit permitted sign signed "
    "settled fixed firm final definite set certain sure happy keen convinced impressed persuaded willing able ready "
    "told tell asked ask said say spoken speak talked checked check consulted heard hear seen see know knows known "
    "possible convenient available open free cover supply staff staffed staffing room space capacity budget time "
    "host hosting accommodate happen happening manage work works working suit suits go going ahead come coming visit "
    "visits visiting visitors booked booking book date dates day then yet board here sort sorted arrange arranged "
    "want wanted need needed do doing done make have having take taking hold held change move cancel postpone"
)
"""What must be denied for a yes to fall."""
