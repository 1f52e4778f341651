"""The words by which a yes shows itself to be somebody else's, put off, of another thing, or no words of a school."""

from __future__ import annotations

from bot.understanding.aside_words import COURTESY, HOSTING, PEOPLE_TALK, ROOMS, SMALL, SMALL_TALK
from bot.understanding.choice_words import BESIDE_A_CHOICE
from bot.understanding.leftover_words import ABOUT_THE_DATE, ABOUT_US
from bot.understanding.phrases import PhraseTable, one_of

EMBEDDING = one_of("that who which say says said saying think thinks believe claim claims pretend call calls tell told")
"""Words that put a yes inside of what somebody is denied to have said."""

OWN = one_of("i we you i've we've you've i'd we'd you'd")
DISBELIEF = one_of("don't doesn't didn't can't cannot couldn't wouldn't won't not never")
BELIEVING = one_of("think believe say suppose reckon imagine pretend claim recall remember")
"""Whoever denies these denies what follows: "I don't think that anyone said ..."."""
HARMLESS_THINGS = one_of("problem problems issue issues wrong objection objections reason clash clashes mind")

NOBODY = one_of("nobody noone no none hardly scarcely neither nor never")
LEADING = one_of(
    "love through way asked asks instructed write writing reply replying told tell like able delighted pleased "
    "happy glad want wanted need hoping decided chosen agreed going content keen inform allowed authorised free "
    "ready say possible easy easier best willing requested spoken speak checked liberty position honoured "
    "privileged"
)
"""What an infinitive of consent may hang on."""

BECOMING = one_of(
    "gets get perfectly timed looks look seems seem appears falls fall causes cause proves turns out comes goes "
    "gives leaves straight sounds feels remains stays hits ticks absolutely clearly obviously far easily by "
    "released spared truly become became becomes simply still already probably everybody's everyone's somehow certainly"
)
"""What may lead from a day to the yes that is said of it."""
TALKING = one_of("discuss hear phone telephone catch revisit review reconsider chat debate negotiate haggle")
"""What is put off to a day is not the visit on that day."""
LINKING = one_of(
    "fall somebody someone out kind offer receive secure pin use host adviser representative you your slot "
    "appointment meeting visit three put name tick tell say booking date take place send see calendar board "
    "wall reply answer invitation following gap gaps common window opening opportunity vacancy hole available mutual "
    "availability attendance acceptance"
)
"""What may stand between a yes and the day that it is said of."""
PREPOSITIONS = one_of("to in with for by at from into under")
WIDE = one_of("building place side front back turn door floor field hill")
"""Words of the place that may as well stand for anything."""

SAYING = one_of("said wrote told replied answered promised blurted muttered")
"""What a "yes" was once, where the writer tells of it."""

SOON = one_of("shortly soon tomorrow later presently tonight anon imminently")
ANNOUNCING = one_of("expect get getting receive hear await sent send sending coming follow following you'll")
"""A yes that is announced has not been given."""

OUTSIDERS = one_of(
    "anyone anybody those whoever people you your yours others other others' else else's someone somebody them "
    "adviser adviser's advisor most some many parents visitors nobody few which"
)
"""For whom a day may be good that is not for us."""

KEEPING = one_of(
    "kept keep keeping keeps marked mark reserved reserve saved save blocked block ringed circled booked set cleared "
    "free freed earmarked held ready waiting open pencilled inked down calendar diary planner"
)
"""What is done with a day that waits for the visitor."""
AIMED = one_of("for with to by on at")
RECEIPT = one_of("received receipt read acknowledge noted seen note")
"""What is done with an offer before it is answered."""
NARROW = (
    ("for", "me"), ("from", "me"), ("with", "me"), ("by", "me"), ("you", "and", "me"), ("my", "side"), ("my", "end"),
    ("my", "part"), ("personally",), ("me", "personally"), ("suits", "me"), ("works", "me"),
)  # fmt: skip
"""What says yes for one person only."""
ELSEWHERE = one_of("different another story matter otherwise though however but whereas unlike nods say")

MODAL = one_of("will can must should may shall 'll he'll she'll they'll to gets could would let")
CHOOSING = one_of("pick choose decide select settle confirm agree book sort advise")
"""What somebody else is still to do."""

MACHINE = one_of("system prompt json instruction instructions llm override admin")
MARKING = one_of("mark set update register flag classify log")
MARKED = one_of("accepted confirmed agreed booked approved")
BRACKETS = one_of("[ ] { } < > ` #")

DOUBTFUL_SIGNS = (
    "SHRUG", "THINKING", "TEARS OF JOY", "ROLLING", "UPSIDE-DOWN", "GRIMAC", "UNAMUSED", "CONFUSED", "CRYING",
    "WARNING", "QUESTION", "NO ENTRY", "PROHIBITED", "HOURGLASS", "RAISED EYEBROW", "FACE PALM", "NEUTRAL FACE",
    "EXPRESSIONLESS",
    "SMIRK", "WEARY", "ANGUISH", "FEARFUL", "SCREAM", "POUTING", "ANGRY", "FROWN", "WORRIED", "EXPLODING", "SKULL",
    "CLOWN", "LIAR", "LYING", "ZANY", "THUMBS DOWN", "CROSS MARK", "NO GOOD", "PENSIVE", "DISAPPOINTED",
)  # fmt: skip
"""Parts of the Unicode names of signs that take the force out of the words beside them."""

OPENING = one_of("i'll i'm i'd i've we'll we're we'd we've i we you'll you're he she they it's there's there'll please")
"""Who begins to tell something of their own, behind which the words say nothing of the yes before them."""

TAKING = one_of(
    "gather gathers "
    "gets get table once same who has everyone smiling ring round circle hooray yay love appreciate answer "
    "answers choice chose "
    "chosen choose decision decided pleasure put diary shows show record question email ask asked had ours ll "
    "dee us thing sure usual trouble lucky luckily onwards gr 8 made mine winner have go went going down in up "
    "it'll option slot date desk lunchtime one of tis"
)
"""What may stand beside the one slot that is named, when nothing else says that it is chosen."""

VOCATIVES = one_of(
    "mate mates pal pals chum chums buddy love loves lovely lovelies dear dears duck ducky petal pet flower hun hon "
    "darling sweetheart treacle poppet chuck hen marra bab boss chief guv guvnor squire sir madam folks folk guys gang "
    "team peeps lads ladies gents all everyone everybody people comrades troops amigo amigos bro sis"
)
"""Names for those who are written to."""

BESIDE = (
    SMALL
    | COURTESY
    | PEOPLE_TALK
    | ROOMS
    | SMALL_TALK
    | HOSTING
    | ABOUT_THE_DATE
    | ABOUT_US
    | BESIDE_A_CHOICE
    | VOCATIVES
    | one_of(
        "process elimination default deduction desperate thing fortnight "
        "following charm dream wonders inst aforesaid said "
        "these those matters diaries timed ish very well absolutely "
        "indeed all both three "
        "four five two list side end our behalf brilliantly beautifully superbly admirably wonderfully splendidly "
        "swimmingly bird lark daisy same regardless nonetheless nevertheless anyhow anyway slt smt calendars "
        "fantastically marvellously neatly smoothly excellently famously fabulously handsomely ideally comfortably "
        "calendar planner office too also now again nicely perfectly best order preference suggestions suggestion "
        "proposed offered given start finish early late latest sharp prompt onwards session sessions half hour "
        "minutes time times am pm x xx y n e i ll s definitely certainly honestly actually really thankyou ta "
        "cheers asap away up out together instead rather than any either one ones each every much more less most "
        "least school's mind here there body board governing young virtual council lead academy primary junior "
        "infant infants high college federation church before after until till between around about during while "
        "because since as due long far straight quick yes ok okay yep please neatly back then next first second "
        "third last final other others another today quite pretty choice bunch realistic namely got you've sooner "
        "pupils full stop super fully totally completely easily happily gladly entirely fine good great me myself "
        "arrive arrival free week weeks month term day days bright morning afternoon evening noon midday lunch "
        "break break-time o'clock per see used use using show showing set sit look looking listen speak talk walk "
        "tour via whole entire nice nicer timetable way fit fits suit suits work works do does did can could "
        "perfect ideal lovely bet state stated specify specified indicate indicated mention mentioned quoted "
        "reference above arranged establishment what's return"
    )
)  # fmt: skip
"""Words that may follow a yes in its clause and leave it what it is."""

BEFORE, AFTER, BESIDE_IT, LATER_ON = "before", "after", "beside it", "later on"
FRAMES = PhraseTable(
    {
        BEFORE: """
            (hardly|scarcely|barely|never) a (day|week|date|morning|month)
            you (asked|wondered|wrote|said) (if|whether|that) ; (rumour|rumor|gossip|legend|word) has it
            last (year|time|term|month) (you|we|it|the|your|our) _? (came|visited|did|had|was|were|saw)
            last (spring|summer|autumn) (you|we|it|the|your|our) _? (came|visited|did|had|was|were|saw)
            you (came|visited) (us)? (on|in|at|last) ; left to (my|our|me|myself|us) ; off the top of
            (most|some|few|part|many|two|three) of (us|the|our|them) ; half of (us|our|them|staff)
            half of the (staff|school|team|governors|class|children|teachers|slt|building|parents|kids|leaders)
            only (the|my|our) _
            (were|had) (i|it|we|they) ; if (it|i|we) were ; nobody of (us|the)
            (somebody|someone|anybody|anyone) (here|there|else)? (has|had)? (already)? said
            (somebody|someone|anybody|anyone) (here|there|else)? (may+have|must+have|might+have)? (already)? said
            (somebody|someone|anybody|anyone) (here|there|else)? (has|had|may+have) (already)? told
            (somebody|someone|anybody|anyone) (here|there|else)? (must+have|might+have) (already)? told
            (somebody|someone|anybody|anyone) (here|there|else)? (has|had) (already)? given
            (somebody|someone|anybody|anyone) (here|there|else)? (may+have|must+have|might+have) (already)? given
            can't ... (say|tell) whether ; (couldn't|can't|don't) (say|tell|know) ; (if|were) it (was|were)? up to me
            (somebody|someone|one+of+us|one+or+other) (will|may|might|must|should|can|could) ; acknowledge
            acknowledging ; (drawing|draw) lots ; (may|might|must) have (said|agreed|told|written)
            had been ; (was|were|been) (about|going|due|tempted|ready|prepared) to ; used to ; almost ; nearly
            wish (i|we|it|that|you|there|they|the|he|she) ; wishing ; wished
            (have|need) to be (mad|daft|crazy|stupid|desperate|drunk|joking|kidding|a|out)
            (it'd|would|it'll|will|that'd) take (a|an|more|some|the) ; on behalf of (nobody|no+one|noone)
            (the)? (odds|chances|likelihood|probability|hopes) (of|are|on) ; no (one|sane) (sane|person|right|would)
        """,
        AFTER: """
            no (good|use|way|chance|dice|go) . ; no (good|use|way|chance|dice|go) !
            , (were|had|should) (i|we|it|they|he|she|the) ; , were _ ; as soon as ; as an _
            as a (starting|last|first|fallback|stop|possible|potential|tentative)
            as a (possibility|maybe|basis|suggestion|holding|provisional|joke|test)
            when (you|we|i|she|he|they) (see|hear|get|receive|know) ; or (i've|i'm|we've) (lost|misread|gone|mad|got)
            (after|once|when|until|till|before) _ ... (decided|agreed|approved|signed|settled|passed|voted)
            (after|once|when|until|till|before) _ ... (ratified|nods|cleared)
            (i|we) hope . ; (i|we) hope ! ; or did ; or was ; or were ; or so ... (claims|claim|says|say|thinks|think)
            (i.e|ie|meaning|namely) (no|not|never|nothing|none|useless|hopeless)
            in (name|theory|spirit|dreams|fantasy) ; (my|your|his|her|their) (dreams|fantasy) ; of never ; on paper
            subject (of+course|obviously|naturally|as+ever)? to ; says who
            ie (no|not|never|none) ; said (nobody|no+one|noone)
            , (isn't|wasn't|doesn't|won't|didn't|wouldn't) (it|that|they|we)
            or (it|that|he|she|they|we|rather) (was|were|did|had) (when|till|until|before|yesterday)
            or (it|that|he|she|they|we|rather) (was|were|did|had) (this|an|ten|five|last)
            or (so)? (it|that) (was|seemed|looked|appeared)
            or so (i|we|i'm|we're|they|he|she|it) (thought|told|say|says|said|seems|hope|hoped|believe)
            (apart|aside) from (there|it|the+fact|being|us|our|having|everyone|everybody|nobody|me|my)
            (except|save|only) (for|that)? (the+fact|there's|there+is|it's|it+is|we're|we+are|i'm|i+am|that+we|that+i)
            (is|was|does|will) it ?
            but (i|we) (can't|cannot|couldn't|don't|won't|shan't|daren't) (,|.|!|and|so|yet) ; if i (had|have) any say
            i'd guess ; (i|we) guess ; i'd (imagine|suppose|reckon|say|think) , but ; (at|in) a (pinch|push)
            (says|said|according+to|claims|reckons) (a|the|my) ; until you ; till you ; and pigs
        """,
        BESIDE_IT: """
            (kept|keep|held|save) (open|free|back|for+us|clear|it|them)? (till|until|while|pending)
            (saved|reserve|reserved) (open|free|back|for+us|clear|it|them)? (till|until|while|pending)
            (kept|keep|held|save|saved|reserve|reserved) (open|free|back|for+us|clear|it|them)? (in+case|for+now)
            both (our)? schools ; (each|all) (of)? (our|the) schools
            (the|our) (other|sister|partner) school (would|needs|wants)
            is what you (want|wanted|asked|like|prefer) ; good for nothing
            to see about ; hypothetically ; theoretically ; notionally ; nominally
            allegedly ; supposedly ; ostensibly ; reportedly
            conceivably ; purportedly ; apparently ; refusal ; refusals ; rejection ; veto ; y / n ; yes / no
            (for|argument's|arguments|old+times) sake ; placeholder ; place-holder ; stopgap ; (our|a|as|in) reserve
            back-up ; backup ; dummy ; in a perfect world ; ideal world ; in another (life|world|universe)
            (parallel|another|different|other|dream) (universe|world|life|reality|planet|dimension)
            (confirmed|booked|taken|agreed|down|reserved|marked|set) as (our|the|my)
            and (then)? again (on|the)
            (hour|minutes|minute) of (the|that)
            please confirm (that|if|whether) ; (can|could|will|would) you confirm (that|if|whether)
            not ! ; (yeah|aye) , right
            visit to (our|the) (nursery|sister|other|partner|second|feeder|junior|infant) _?
        """,
        LATER_ON: """
            (down|out) (on|in) the other (side|way|favour) ; (the+other|a+different) way round after all
            (rather|sooner|prefer+to|better+to|best+to) (wait|hold+off|delay|put+it+off|leave+it)
            (the|our) (juniors|infants|nursery) (will|are|have|may|might) (write|writing|reply)
            (the|our) (primary|secondary|college) (will|are|have|may|might) (write|writing|reply)
            (the|our) (juniors|infants|nursery) (will|are|have) (answer|answering|respond|choose)
            (the|our) (primary|secondary|college) (will|are|have) (answer|answering|respond|choose)
            the (juniors|infants|juniors') (would|will|'d)? (need|needs|want|wants|like|prefer|prefers)
            the (primary|secondary|nursery) (would|will|'d)? (need|needs|want|wants|like|prefer|prefers)
            know nothing (about|of) ; news to (me|us) ; first (i've|we've|i|we) (heard|knew|know)
            what i'd say if ; (drawing|draw) (lots|straws)
            (stood|stand|standing) (us|me) up
            without (asking|telling|consulting|checking+with) (me|us|the) ; shame (about|that|we|the|it)
            pity (about|that|we|the|it) ; alas
            a (fight|row|battle) (about|over|on|with) ; (ballot|poll) (closes|ends|is|of|will|opens|result|result's)
            (jury|jury's) (is|still)? out ; show of hands ; tally ; un - _ ; unagreed ; reneged ; u-turn ; backtracked
            backtracking ; (went|gone|going|go) back on
            left (the|this) (school|trust|academy|post|job) (in|at|last)
            i (no+longer+work|retired|resigned)
            fell through ; fallen through ; off again
        """,
    }
)
"""Frames that take the force out of a yes: before it, after it, anywhere in its sentence, and anywhere behind it."""

TURNS = one_of("but though although however only whereas except yet albeit tho")
IMPERATIVES = one_of("choose pick take book come make go have opt send select")
THREATS = (("and", "you'll"), ("and", "you", "will"), ("and", "you'd"), ("and", "see"), ("and", "i'll", "quit"))

ANAGRAMS = frozenset("".join(sorted(word)) for word in BESIDE | LEADING | BECOMING)
"""The letters of known words, so that "woudl" and "teh" are no strange words."""
