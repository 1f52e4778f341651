"""The words of the rules about one child: patterns and triggers, tables only."""

from __future__ import annotations

import re

from bot.understanding.people_tables import either

CHILD = (
    r"(?:child|boy|girl|pupil|student|lad|lass|young (?:person|man|lady|woman)|youngster|kid|learner|"
    r"little (?:one|boy|girl)|"
    r"y[pr]|lac|plac|cla|cic|sibling|twin|refugee|asylum seeker|uasc|toddler|teenager|year \d{1,2}|y\d{1,2}|"
    r"yr ?\d{1,2})"
)
CHILDREN = (
    r"(?:children|boys|girls|pupils|students|lads|lasses|young people|youngsters|kids|learners|siblings|twins|"
    r"lacs|placs|"
    r"year ?\d{1,2}s?|y\d{1,2}s?|yr ?\d{1,2}s?|lac|plac|cla)"
)
ADJECTIVES = (
    r"(?:(?!(?:governors?|gov|lead|leads|link|chair|trustee|teachers?|head|tutor|team|staff|data|work|for|"
    r"with|about|of|"
    r"and|to|on)\b)[\w'’-]{1,20} ){0,4}"
)
YEAR = r"(?:(?:year|yr|y|ks) ?\d{1,2}|reception|nursery)\b"
NAME = r"[A-ZÀ-Þ][a-zà-ÿ]{1,14}(?:-[A-ZÀ-Þ]?[a-zà-ÿ]{1,12})?"
KIN = (
    r"(?:mum|mother|mam|mummy|dad|father|nan|nana|nanna|gran|granny|grandma|grandmother|grandad|grandfather|"
    r"grandparents?|aunt|auntie|"
    r"uncle|stepdad|stepmum|guardians?|special guardians?|siblings?|brothers?|sisters?|foster \w+|carers?|"
    r"parents?|birth \w+|key ?worker)"
)
POSSESSED = (
    r"(?:(?:new|current|last|old|next|own|long-term|emergency|latest|recent|final|school|initial|adoptive|key) ){0,2}"
    rf"(?:{KIN}|placements?|peps?|personal education plan|social worker|sw|iro|contact (?:arrangements?|"
    rf"visits?|time|with)|behaviou?r|ehcp|"
    r"ehc plan|exclusion|suspension|attendance (?:is|has|this|at)|medication|lac review|cla review|review|"
    r"care plan|court|hearing|adoption|"
    r"allegations?|disclosures?|self-harm\w*|therapy|counselling|camhs|diagnosis|move|timetable|needs|case|"
    r"file|one-to-one|1:1|"
    r"weight|diet|eating|sleep\w*|anger|moods?|tics?|emotions?|outbursts?|nightmares?|trauma|attachment|drinking|"
    r"hospital \w+|(?:doctor|dentist|gp|camhs|hospital|medical)['’]?s? appointments?|health|medical \w+|situation|"
    r"circumstances|background|history|home life|story|photo\w*|birth \w+|life story|reintegration|transition|"
    r"social work\w*|support plan|risk assessment|sanctions?|detentions?|isolation|fixed term|sibling|twin|custody|"
    r"(?:school )?transport|taxi|wellbeing|safety|anxiety|trauma|surname|full name|initials|pp\+?|PP\+?|"
    r"pupil premium|spend|funding|progress|targets|date of birth|dob|birthday|home|school place|case notes)"
)
EVENT = (
    r"(?:placements?|exclu(?:ded|sion|ding)|suspen(?:ded|sions?)|self[- ]?harm\w*|disclos\w+|foster\w*|"
    r"carers?|abscond\w*|"
    r"(?:went|gone|goes|go|going|is|reported) missing|missing from|social workers?|police|arrest\w*|"
    r"adopt(?:ed|ion|ive)|care order|in care|into care|"
    r"abus\w+|neglect\w*|birth (?:mum|mother|family|parents?|dad|father)|contact with (?:mum|dad|his|her|"
    r"birth)|managed move|"
    r"(?:part[- ]time|reduced) timetable|ehcp|camhs|overdose|restrain\w*|bruis\w+|section 47|strategy meeting|"
    r"meltdowns?|dysregulat\w+|"
    r"overdos\w+|pregnan\w+|seizures?|stabb\w+|knife|county lines|special guardian\w*|kinship|respite|new carers?|"
    r"ran away|running away|ran off|bail|youth court|wet (?:him|her)self|eating disorder|"
    r"kicked off|kicking off|school refus\w+|refusing (?:to come|to attend|school)|permanently excluded)"
)
NOT_IN_OFFICE = (
    r"(?![^.;!?\n]{0,40}\b(?:an?|former|retired|ex|as|one of (?:our|the|your)) (?:[\w-]+ ){0,2}"
    r"(?:foster (?:carers?|parents?|mum|mother|dad)|"
    r"adoptive \w+|social worker|police|carer)\b)"
    r"(?!(?:[^.;!?\n]{0,40}\b(?:he|she|they))?(?:['’]s| has| have| had| used to)? (?:foster(?:s|ed)?|adopted) "
    r"(?:for|over|many|several|a lot|two|three|four|some|children|kids|lots|loads|himself|herself|and)\b)"
    r"(?!(?:[^.;!?\n]{0,40}\b(?:he|she|they))?(?:['’](?:s|d|ll)| has| have| had| will| is| was)?(?: \w+)?? "
    r"(?:chairs?|chaired|chairing|leads?|led|leading|works?|worked|working|runs?|ran the|manages?|managed|managing|"
    r"oversees|heads|sits on|sat on|in charge|responsible|used to (?:be|work|run|chair|manage|lead|sit|do)|"
    r"our|the link|"
    r"the governor|the designated|trained|training|specialis\w+|volunteers?|advises|represents?|looks after|"
    r"grew up|was brought up|retired|a (?:former|retired|trained)|teaches|monitors?)\b)"
)
"""What somebody is or was by trade says nothing of a child: "she used to be a foster carer herself"."""
NOT_OF_ONE = (
    r"(?! ?(?:protection|premium|voice|council|services?|progress|data|outcomes|records?|leaders?|welfare|"
    r"support|development|benefit|"
    r"led|centred|numbers|population|teachers?|lead|reps?|representatives?|ambassadors?|care|minders?|"
    r"wellbeing|mental| from (?:the |a )?(?:uni\w*|college)\b| (?:on (?:a )?placement|covering|shadowing|observing)\b))"
)
DOES = (
    r"(?:has|hasn['’]t|is(?! (?:it|there|this|that) )|isn['’]t|was|wasn['’]t|['’]s|had|having|whose|told|made|"
    r"went|came|left|moved|hit|"
    r"attacked|ran|brought|said|"
    r"says|started|joined|needs|refuses?|lost|disclosed|being|concerned|in question|arrived|broke|assaulted|"
    r"lives|living|"
    r"with (?:autism|adhd|an ehcp|complex)|keeps|struggl\w+|died|collapsed|tried|attempted|threw|bit|punched|"
    r"kicked|got|gets|takes|wants|"
    r"thinks|feels|cries|cried|sleeps|hides|misses|missed|finds|found|will be (?:leaving|moving)|didn['’]t|"
    r"won['’]t|can['’]t|in (?:tears|bits|pieces|crisis|meltdown|floods)|crying|sobbing|screaming|kicking|"
    r"up (?:before|in front of))"
)
STATE = (
    r"(?:struggling|excluded|suspended|permanently|hitting|violent|upset|in (?:a bit of |some |real |"
    r"a lot of )?(?:bother|trouble)|"
    r"refusing|mov(?:ed|ing)(?! (?:on|up to|his|her|their|the|a|an|it|offices?|rooms?|house)\b)|settled|"
    r"settling|missing|"
    r"self[- ]harming|"
    r"kicking off|out of control|doing (?:really |so |very )?well|unsettled|adopted|placed|dysregulated|"
    r"attending|absconding|living|fostered|"
    r"in care|in crisis|on a (?:part|reduced)|not in school|not attending|at risk|hurt|injured|returned to|"
    r"left us(?! (?:for (?:a|an|the|another|pastures)|to (?:teach|run|work|join|retire))\b)|back with|with (?:new|"
    r"emergency) carers|"
    r"(?:been )?seen since|not eating|not sleeping|"
    r"going (?:to live|through)|having (?:a (?:hard|tough|difficult)|contact|meltdowns))"
)
CHILD_WORDS = (
    *either(
        r"child|boy|girl|pupil|student|\blad\b|\blads\b|\blass|young|\bkid|learner|little one|\blac\b|\blacs\b|"
        r"\bplac\b|\bplacs\b|\bcla\b|\bcic\b|\byp\b|\byr|sibling|twin|refugee|asylum|uasc|toddler|teenager"
    ),
    *(f"{year}{number}" for year in either(r"\by|\byear|year ") for number in range(10)),
)
"""What stands in every `CHILD` and in `CHILDREN`."""
WHOSE = either("'s |’s |s' |s’ ")
THEIR = either("his |her |he |she |him |he'|she'|he’|she’|their ")

EVENTS = either(
    "placement|exclu|suspen|harm|disclos|foster|carer|abscond|missing|social worker|police|arrest|adopt|care order|"
    "in care|into care|abus|neglect|birth |contact with |managed move|timetable|ehcp|camhs|overdos|restrain|bruis|"
    "section 47|strategy meeting|meltdown|dysregulat|pregnan|seizure|stabb|knife|county lines|guardian|kinship|"
    "respite|ran away|running away|ran off|bail|youth court|wet |eating disorder|kicked off|kicking off|school refus|"
    "refusing "
)
"""What stands in every `EVENT`."""
CHILD_EVENTS = EVENTS + either(
    "kick|hitting|attack|unsettled|wobbly|struggling|refus|adhd|autis|epilep|diabet|vap|youth offending|yot|"
    "family time|nan|auntie|reintegrat|off-roll|off roll|detention|well|settl|esteem|tantrum"
)
"""What stands in every `CHILD_EVENT`."""
STATES = either(
    "struggling|excluded|suspended|permanently|hitting|violent|upset|bother|trouble|refusing|moved|moving|settl|"
    "missing|harming|kicking off|out of control|well|adopted|placed|dysregulated|attending|absconding|living|fostered|"
    "in care|in crisis|on a part|on a reduced|not in school|at risk|hurt|injured|returned to|left us|back with|carers|"
    "seen since|not eating|not sleeping|going to live|going through|having "
)
"""What stands in every `STATE`."""
KINSFOLK = either(
    "mum|mother|mam|dad|father|nan|gran|aunt|uncle|guardian|sibling|brother|sister|foster |carer|parent|birth |"
    "keyworker|key worker"
)
"""What stands in every `KIN`."""
DOTTED = re.compile(r"\.[A-Z]\.")
LETTER = re.compile(r" [B-HJ-Z](?!\w)")
TWO_LETTERS_ALONE = re.compile(r" [A-Z]{2}(?!\w)")
ONE_OR_TWO_LETTERS = re.compile(r" [A-Z]{1,2}(?![a-z])")
OF_A_LETTER = re.compile(r"[A-Z]['’]s ")
IN_A_YEAR = re.compile(r"[A-Z],? [iIfF(]")
"""Shapes of what is written instead of a child's name, or behind it."""

BY_YEAR = re.compile(
    rf"\b({NAME})(?: {NAME})?,? ?\(?(?:(?:who is|who['’]s|is|now) )?(?:in |"
    rf"from )?(?<![a-z])(?:[Yy](?:ea)?r? ?\d{{1,2}}|[Rr]eception|[Nn]ursery)\b"
    r"(?! ?(?:class|teacher|lead|leader|team|tutor|head|ta\b|hlta|parents?|and \d|& \d|/ ?\d|year|residential|"
    r"trip|sats|mocks?|exams?|staff|cover|to \d|assembly|ditto|governor|phase|desk|will (?:sign|let|give|have your|"
    r"cover|buzz|point|direct|take you)|has your|signs|can let|knows you))"
)
"""A name with a school year behind it: "Kayden in Y6"."""

TOUR = re.compile(
    r"[^.;!?\n]{0,25}\b(?:will|would|can|could|'ll|to)\b[^.;!?\n]{0,30}\b(?:show|tour|guide|greet|meet|join|"
    r"attend|welcome|take part|"
    r"present|read|speak|sing|give|say|chat|talk|be there|come along|host|take you|play|open|hand|ring|"
    r"bring you|serve|recite|do (?:a|the))|"
    r" (?:asked|asks|wondered|wonders) (?:if|whether|who|what|why|about)\b|"
    r" (?:attached|clinging|hanging|holding on|clamped|glued|wrapped|tugging|pulling|swinging|yanking|sat|stood|"
    r"leaning)"
    r" (?:to|off|on|onto|round|around|at|from|against) (?:to )?(?:my|me|each|both|one)\b|"
    r" (?:wants to know|has made|painted|drew|won the|says hello)\b|"
    r" (?:going to (?:show|play|sing|read|tour|guide|greet|meet|join|take you|present|perform|speak|talk)|"
    r"doing|holding|running(?! (?:away|off|out|riot|wild))|selling|raising|playing(?! up| truant)|singing|"
    r"performing|competing|"
    r"reading|leading|hosting|showing|making|baking|cooking|dancing|swimming|rehearsing|visiting|collecting|"
    r"giving (?:a|the)|"
    r"taking part|taking (?:his|her|their|a) \w+ (?:test|exam)|off on|off to|on a (?:trip|visit|residential)|"
    r"in (?:the|a) (?:play|show|choir|final|team|panto|concert|nativity|orchestra|band|cast)|"
    r"on (?:the|a) (?:residential|trip|school trip|stage|council)|out on|at (?:the )?(?:farm|zoo|museum|"
    r"theatre|pantomime)|having "
    r"(?:their|a|an) (?:photo\w*|trip|party|sports|assembly|cake|bake|sleepover|disco|concert|inset|\w+ day))\b",
    re.IGNORECASE,
)
"""What unnamed pupils do who take part in the visit."""

ADULTS = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|cllr|rev|fr|head|headteacher|deputy|chair|governor|senco|sendco|colleague|"
    r"principal|teacher|dsl|dt|ht|"
    r"secretary|manager|assistant|ta|husband|wife)\b"
)
"""Words that make a sentence one about grown-ups."""

BEFORE_AN_ADULT = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|cllr|rev|fr|teacher|ta|tutor|mentor|head|lead|senco|governor|chair|"
    r"my (?:own )?(?:son|daughter|nephew|niece|grandson|granddaughter|husband|wife|dog|cat))[.,:]? $"
)

CHILD_EVENT = (
    rf"(?:{EVENT}|meltdowns?|kick(?:ed|ing) off|hitting|attack(?:ed|ing)|unsettled|wobbly|struggling|refus\w+|adhd|"
    r"autis\w+|epilep\w*|diabet\w*|vap(?:es|ing)|youth offending|yot|family time|nan|nana|auntie|foster\w*|ehcp|"
    r"reintegrat\w*|off[- ]roll|detention|doing (?:so |really |very )?well|settl(?:ed|ing)|self[- ]esteem|tantrums?)"
)
"""What is said of one child, and hardly of a grown-up."""

EVENT_OF_INITIALLED = (
    rf"(?:{CHILD_EVENT}|mov(?:ed|es|ing)|hit|hits|bit|bites|hospital|upset|attendance|behaviou?r|anxi\w+|trauma\w*|"
    r"medication|his|her|bull(?:y|ied|ying)|drugs|court|siblings?|brother|sister|mum|dad|uncle|pep|isolation|year|"
    r"taxi|"
    r"transport|school|class|group|home|lessons?)"
)
"""What is said of somebody called by a given name and an initial, as children are in mails."""

ABBREVIATIONS = (
    r"(?:HT|DT|TA|TAs|PP|LA|EP|SW|IT|PE|RE|VS|AP|PA|PD|HR|UK|EU|TV|AM|PM|OK|PS|NB|FW|CP|KS|DH|AH|ET|SI|QA|ID|OT|MP|"
    r"VP|"
    r"QTS|GP|DV|FE|HE|AI|ICT|CPD|DSL|DT|SLT|SEN|SEMH|EHC|EAL|PPG|LAC|CLA|PEP|PPA|SIP|CEO|COG|CE|RC|BM|NI|LP|FS|EY)"
)
"""Capitals in a school's mail that are nobody's initials."""

CLAUSE_BEGINS = re.compile(
    r"(?:^|[.!?\n,;:–-]\s?|\b(?:and|that|as|but|because|since|so|when) )$",
)
"""What stands before the first word of a clause."""

TO_AN_ADULT = re.compile(
    r"(?:\w|\b(?:ask|asked|cc|copied|copying|tell|told|hi|dear|thanks|regards|from) )$", re.IGNORECASE
)
"""What stands before a name that is a colleague's, or in the middle of a word."""

PREDICATE = (
    r"(?:(?: (?:has|had|is|was|moved|moves|went|goes|came|left|ran|got|gets|lives|keeps|lost|hit|attacked|refuses|"
    r"refused|"
    r"started|joined|won['’]t|can['’]t|isn['’]t|hasn['’]t|doesn['’]t|didn['’]t|wasn['’]t|needs|finds|found|"
    r"disclosed|told|"
    r"said|says|still|just|now|may|might|will)\b|['’]s\b))"
)
"""The verb behind a name."""
