"""The words that say whether somebody takes part: tables only."""

from __future__ import annotations

from bot.understanding.people_tables import pair_set, word_set

AUXILIARIES = word_set(
    """will 'll would 'd can could is are am 'm 's has have 've was were be shall wil willl might may should ill hes
    shes theyll theyre gonna going going-to wants want need needs must do does"""
)
"""Verbs that begin a predicate."""
SKIPPED = word_set(
    """unfortunately sadly alas regrettably luckily thankfully fortunately
        himself herself themselves also both all too kindly certainly definitely of course , now then - – — already
        either at least still gladly who that which to each as well naturally obviously indeed only just happily very
        much really again today so far I've hopefully probably possibly perhaps maybe currently have from around about
        if and in"""
)
"""What may stand between a person and the verb."""
NEGATIONS = word_set(
    """not can't cant cannot won't wont isn't isnt doesn't doesnt don't dont wouldn't couldn't aren't arent hasn't
    haven't never unable neither nor no didn't wasn't weren't shan't cannae unlikely unavailable declined can´t
    refuses"""
)
PERHAPS_WORDS = word_set(
    """might may probably hopefully hopes hoping hope possibly perhaps maybe try trying tries tbc likely whether if
    unless should provisionally tentatively potentially wonder wondering pencilled checking aim aiming aims poss
    prob probs normally usually ordinarily unconfirmed subject ideally provided"""
)
"""What makes a promise no promise."""
ATTENDING = word_set(
    """attend attends attending join joins joining come comes coming participate participates participating represent
    represents representing host hosting hosts receive receives receiving welcome welcoming greet greeting greets
    accompany accompanying accompanies deputise deputising deputize deputizing volunteered comign comming atend
    joing jion partake partaking sit sits"""
)
"""Verbs of taking part, whoever does it."""
ATTENDING_OTHERS = word_set(
    """meet meeting meets available free able stay staying cover covering confirmed agreed accepted do make manage
    around
    replace replacing show showing step stepping steps fill filling stand standing pop popping drop dropping look
    looking
    call calling travelling traveling acting complete help helping support supporting speak speaking talk talking
    host see seeing arrange zoom dial
    dialling tag tagging swing get take game nip nipping observe observing explain contribute contributing
    chair sitting present bring bringing chat chatting promised spare sparing give giving lead leading lend lending"""
)
"""Verbs that say so of others, while the writer may only speak of a date ("I can do the 9th")."""
ATTENDING_SELF = word_set(
    "chairing meeting spare bring bringing meet hosting accompanied joined supported included sitting"
)
"""Verbs that say so of the writer alone."""
ABSENCE = word_set(
    """out away left retired off ill sick unavailable unable busy teaching resigned stood pulled apologies apologises
    apologising leaving elsewhere offsite isolating retiring tied double-booked removed withdrawn dropped declined
    holiday abroad leave poorly stepped cancelled quit moved swapped unwell"""
)
BOUNDARIES = word_set("but because although though however ; while whilst whereas when unless . ! ? whom")
"""Where a clause ends."""
CUES = word_set(
    """putting releasing fielding nominating
    expect expecting getting with plus + alongside including include includes incl bringing bring add adding added
    have having welcoming involve involving invite comprising meet meeting see seeing put & introduce introducing
    w/"""
)
"""Words that bring a person in."""
NOT_WITH = word_set(
    """dictated sent typed written created powered made left lies check checked checking speak spoken speaking liaise
    liaising liaised fine ok okay happy discuss discussed cleared confirm confirmed confirming catch clash clashes
    clashed problem deal deals dealing coordinate double-check chat word talk talked talking agree agreed share
    shared confer conferring confered consult arranged booked busy cover trouble spoke worked working works help
    need struggling struggle happened happening going done support sit sits sitting rests rest lies issue issues
    conversation contact touch up"""
)
"""Before "with", these speak of something other than company."""
COPULA_SUBJECTS = word_set(
    """coming it its it's thatll name that there this attendees people attending team party they those names present
    attendance us representatives panel rep reps representative who room colleagues participants group visitors list
    person here these delegates day replacement substitute stand-in guests guest joining staff line-up lineup
    personnel ones meeting with folk folks faces crew gang cast suspects bodies party contingent those quartet trio
    foursome threesome"""
)
"""What "will be Tom" may have for a subject."""
BY = word_set(
    """joined accompanied represented supported attended led met hosted greeted welcomed assisted covered looked shown
    helped chaired taken introduced seen received guided"""
)
AGAINST = word_set(
    """neither not without minus except excluding bar drop remove removing replace replacing lose delete dropping
        swap"""
)
"""Words that leave a person out."""
BACK_SKIPPED = word_set(
    """colleague colleagues our the a my both all just also only - – — definitely please , \" “ ' ‘ now ( your his
    her"""
)
"""What may stand between a cue and the person."""
DATE_OBJECTS = word_set(
    """it that the either both any all this those them monday tuesday wednesday thursday friday mon tue tues wed weds
    thu thurs fri option morning afternoon mornings afternoons only first second same . , am pm then rest one you 1
    2 3"""
)
"""What somebody can "do" or "make"."""
NEW_SUBJECTS = word_set("you you'll i we he she they it it's that this there your")
ELLIPTIC = word_set("will can would can't won't cannot cant wont")
"""Auxiliaries that can stand alone ("but Duncan can")."""
ALONE = word_set("is are does isn't isnt aren't")
"""The same right behind the person, where a comma or a full stop follows ("but Duncan is.")."""
LEAVES_AT = word_set("by before at from after until till")
"""Behind "away" and a time, these tell when somebody goes."""
LEAVES_EARLY = word_set("at by early after before us you for around about promptly straight halfway part")
IN_WHERE = word_set("with as alongside the school that all on . for then too at attendance from")
WISHED = word_set("there attend join come present along involved included sit meet")
ONCE = word_set("was were need needs have had has nice first going wait")
FINE_IF = word_set("asked ok okay alright fine possible mind great nice good lovely helpful")
OPENERS = word_set(
    """do does did is are will would should shall who what which when where how am has have might must whether"""
)
LEAVE = word_set("add alright fine join late mind ok okay possible")
ATTENDING_PAIRS = pair_set(
    """'ll there|'m there|a tour|all there|also there|are present|are there|are with|be accompanied|be added|
    be attending|be here|
    be round|be around|be alongside|both attending|both coming|both joining|all attending|
    be hosting|be in|be included|be introduced|be invited|be involved|be joined|be meeting|
    be part|be present|be put|be released|be represented|be seeing|be supported|be ther|be there|be with|been part|
    been released|being joined|being present|being there|both there|definitely there|guided tour|her place|
    his place|his presence|is here|is present|is there|is with|like to|on board|on hand|him in|her in|them in|me in|
    stepped in|stepped into|stepped up|stood in|your host|your guide|our rep|our representative|said yes|says yes|
    be ready|are ready|all ready|'ll ready|'ve ready|sit in|wants in|want in|only one|stood there|sat there|
    sitting in|take her|take his|take my|take over|take part|take their|take your|taking her|taking his|be along|
    your people|your man|your woman|your lady|her company|
    him company|you company|them company|me company|us company|my side|my elbow|my shoulder|the party|our party|
    the trio|the quartet|the foursome|the line-up|the lineup|the numbers|their diaries|their diary|
    taking my|taking over|taking part|there as|there throughout|there too|there with|took part|up for|with me|
    with you|you around|you round|at liberty|b there|the ropes|the fort|the reins|the baton|the helm|be about|be
    free|to hand|at hand|turn up|turns up|turning up"""
)
ABSENT_PAIRS = pair_set(
    """at work|be away|bow out|come off|coming off|cried off|cry off|drop out|dropped out|dropping out|pull out|
    pulled out|pulling out|stand down|standing down|step down|stepped down|stepping down|stood down|taken off"""
)
AGAINST_PAIRS = pair_set(
    """and not|apart from|apologies for|apologies from|apols from|aside from|but not|change from|cross off|
    out goes|out go|off goes|exit stage|goodbye to|farewell to|over from|baton from|reins from|
    instead of|lieu of|no longer|other than|place of|rather than|strike off|take off"""
)
NOT_AFTER: dict[str, frozenset[str]] = {
    "present": word_set("at"),
    "come": word_set("could you have"),
    "meeting": word_set("a our the"),
    "coming": word_set("are for thanks the you're your"),
    "there": word_set("is not"),
    "in": word_set("are booked fit is pencil taken took"),
    "take": word_set("to"),
    "host": word_set("to"),
    "receive": word_set("to"),
    "meet": word_set("to"),
    "see": word_set("to would"),
}
"""Words that only look like taking part behind these."""
FITTING: dict[str, frozenset[str]] = {
    "receive": word_set("you your them visitors the"),
    "receives": word_set("you your"),
    "receiving": word_set("you your"),
    "welcome": word_set("you them him her visitors your our the"),
    "welcoming": word_set("you them him her"),
    "represent": word_set("the our us governors govs school slt them"),
    "host": word_set("you the this it ."),
    "hosting": word_set("you the this it ."),
    "sit": word_set("down in with"),
    "sits": word_set("in with"),
    "take": word_set("her him over part the you"),
    "get": word_set("away here there to"),
    "look": word_set("after in"),
    "call": word_set("in"),
    "cover": word_set(". for it this"),
    "travelling": word_set("up down over across in to from"),
    "traveling": word_set("up down over across in to from"),
    "acting": word_set("for"),
    "complete": word_set("the our"),
    "show": word_set("u ya her him them you your"),
    "see": word_set("u ya yous her him them you your"),
    "arrange": word_set("it"),
    "speak": word_set("for to with"),
    "talk": word_set("to with you"),
    "talking": word_set("to with"),
    "able": word_set(", ."),
    "drop": word_set("by in into"),
    "dropping": word_set("by in into"),
    "pop": word_set("along by down in into over up"),
    "step": word_set("in into"),
    "steps": word_set("in into"),
    "stepping": word_set("in into"),
    "stand": word_set("in"),
    "standing": word_set("in"),
    "fill": word_set("in"),
    "filling": word_set("in"),
    "covering": word_set(". for it the"),
    "helping": word_set("out with"),
    "support": word_set("me the you"),
    "supporting": word_set("me the you"),
    "accepted": word_set(") , . ; and"),
    "agreed": word_set(") , . ; and to"),
    "confirmed": word_set(") , . ; attendance he her his she their they"),
    "make": DATE_OBJECTS,
    "do": DATE_OBJECTS,
    "manage": DATE_OBJECTS,
    "in": word_set(". all on school that then too"),
    "meeting": word_set("u ya her him them with you your"),
    "meet": word_set("u ya yous ye . and everyone her him the them us with you your"),
    "included": word_set(", . ;"),
    "sitting": word_set("in down alongside"),
    "promised": word_set("us you me an half to his her their"),
    "spare": word_set("you us an half some the"),
    "sparing": word_set("you us an half some the"),
    "give": word_set("you"),
    "giving": word_set("you up"),
    "lead": word_set("it the this on you"),
    "leading": word_set("it the this on you"),
    "lend": word_set("a"),
    "lending": word_set("a"),
}
"""What must follow these to make them taking part: "sit in", "meet you"."""
UNFITTING: dict[str, frozenset[str]] = {
    "come": word_set("off back"),
    "coming": word_set("up back"),
    "comes": word_set("up back first out to"),
    "present": word_set("the our a this"),
    "bring": word_set("a forward it some them this up you your"),
}
"""What must not follow."""
