"""What marks words as being about one child or family without a name."""

from __future__ import annotations

from bot.understanding.people_tables import either
from bot.understanding.sensitive_rules import Check, Rule, rule
from bot.understanding.sensitive_words import (
    ADJECTIVES,
    CHILD,
    CHILD_WORDS,
    CHILDREN,
    DOES,
    NOT_IN_OFFICE,
    NOT_OF_ONE,
    THEIR,
)

_ONE = (
    rf"(?:one of (?:our|the|my|your) {ADJECTIVES}{CHILDREN}|(?:a|an|our|this|that|"
    rf"another) {ADJECTIVES}{CHILD}){NOT_OF_ONE}"
)
_NOUN = (
    r"(?:child|boy|girl|pupil|lad|lass|youngster|young (?:person|man|lady)|little one|kid|toddler|"
    r"teenager|student|learner)"
)
_NOT_ONE = (
    r"(?!['’]s (?:wedding|christening|graduation|off to|centre|eye)| ?[&/]|[- ](?:[\w-]+ )?(?:protection|"
    r"premium|voice|council\w*|"
    r"services?|progress|"
    r"data|outcomes|records?|leaders?|welfare|support|development|benefit|led|centred|numbers?|population|teachers?|"
    r"lead|reps?|representatives?|ambassadors?|minders?|wellbeing|mental health|tour|panel|group|forum|nurse|friendly|"
    r"leadership|parliament|librarians?|entrance|exit|gate|voices|conference|week|day|files?|place numbers|"
    r"on the gate|on reception|alive|covering|shadowing|observing|on placement|from the uni\w*|on (?:mon|tues|wednes|"
    r"thurs|fri)days?|"
    r"in the office|on the desk|scouts?|guides?|brigade|band|choir|teams?|toilets?|changing|football|netball|"
    r"rugby|cricket|"
    r"poverty|line|benefits?)\b| (?:from (?:each|every|the (?:university|college))|on (?:a )?(?:placement|work))\b|"
    r" (?:in|on|at|from) (?:the |th['’] ?|an? |our )?(?:office|hi-?vis|site team|gate|desk|reception desk|"
    r"front|switchboard|canteen|kitchen)\b)"
)
_KIN_ALONE = (
    r"(?:(?:foster|birth|step|adoptive)[ -]?)?(?:mum|mam|mummy|mother(?! (?-i:[A-Z]))|dad|daddy|"
    r"father(?! (?-i:[A-Z]))|nan|nana|nanna|gran|grandma|"
    r"grandad|"
    r"foster (?:carer|parent)s?|carer|stepdad|stepmum)"
)

_OF_ITS_LIFE = (
    *either(
        "autis|adhd|asd|assessed for|in custody|live with|lives with|living with|stay with|stays with|staying with|"
        "back with|home to|back to|returned to| safe |danger to|risk to|eaten|eating|slept|sleeping|spoken|speaking|"
        "it badly|unaccompanied|asylum|from syria|from sudan|from eritrea|from afghanistan|from iraq|from iran|"
        "from vietnam|from albania|never been to|never seen|out of school|out of education|special school|"
        "secure unit|secure home|attachment |leave my side|get out of|let anyone|stay in class|stay in lessons|"
        "go into class|go into lessons|go to class|go to lessons|be left|come out from|talk to anyone|cope|drinking|"
        "smoking weed|vaping|truant|bunking|taken tablets|taking tablets|hurt"
    ),
    *(
        f"{before} {age}"
        for before in either("is|'s|’s|only")
        for age in either("four|fif|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|4|5|6|7|8|9|1")
    ),
)
"""What stands in all that the first rule finds."""
_DONE = tuple(
    rf"\b{each}"
    for each in either(
        "restrain|lost|losing|hurt|bully|bullied|hit|attack|threaten|assault|exclud|suspend|groom|abus|police|meeting|"
        "conference|referral|court|hearing|tribunal|emergency pep|allegation|complaint|disclosure|search|looking for|"
        "dealing with|sitting with|tied up with|adoption|fostering|removal"
    )
)
"""How what is done for one child begins."""

UNNAMED_RULES: tuple[Rule, ...] = (
    rule(
        "what happened to one child",
        THEIR,
        rf"\b(?:he|she|him|her|his)\b(?:['’](?:s|d|ll))?{NOT_IN_OFFICE}[^.;!?\n]{{0,40}}?\b(?:has autism|autistic|"
        r"adhd|asd|fasd|(?:being |been )assessed for|in custody|"
        r"(?:live|lives|living|stay(?:s|ing)?|back) with (?:mum|dad|(?:his|her) (?:mum|mam|dad|mother|father|"
        r"nan|gran\w*|aunt\w*|uncle|brother|sister|foster|carers?)|an? (?:aunt|uncle|relative)|the (?:aunt|"
        r"uncle|nan|gran)|grandparents|nan|foster|carers|relatives)|(?:home|back|returned) to (?:mum|dad|"
        r"live with|his|her (?:mum|dad|birth|family))|"
        r"(?:not|isn['’]t) safe (?:to|round|around|at|with|on)|danger to|risk to|"
        r"(?:hasn['’]t|not|isn['’]t) (?:been )?(?:eaten|eating|slept|sleeping|spoken|speaking)|"
        r"(?:taken|taking) it badly|unaccompanied|asylum|from (?:syria|sudan|eritrea|afghanistan|iraq|iran|vietnam|"
        r"albania)|"
        r"(?:is|['’]s) (?:only )?(?:four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
        r"sixteen|[4-9]|1[0-6])(?: years? old)?(?= and\b|[,.;!]|$| years)|"
        r"never (?:been to|seen) (?:school|a school)|out of (?:school|education)|special school|secure (?:unit|home)|"
        r"attachment (?:disorder|issues|difficulties)|(?:won['’]t|will not|refuses to|can['’]t|cannot) "
        r"(?:leave my side|get out of|let anyone|stay in (?:class|lessons)|go (?:into|to) (?:class|lessons)|"
        r"be left|come out from|talk to anyone|cope)|drinking|smoking weed|vaping|truant\w*|bunking|"
        r"taken tablets|taking tablets|hurt(?:s|ing)? (?:himself|herself|others|other))\b",
        also=_OF_ITS_LIFE,
    ),
    rule(
        "a relation of one child",
        either("mum|mam|mother|dad|father|nan|gran|carer|parent"),
        rf"(?:^|[.!?;:,\n(–-] ?|\b(?:and|but|because|since|that|when|as|now|if) )(?:the |a |"
        rf"one )?{_KIN_ALONE}(?:['’]s)?(?: \w+)?? "
        r"(?:is|are|was|were|has|have|had|hasn['’]t|isn['’]t|out of|back (?:in|on)|turned|came|rang|says|said|"
        r"can['’]t|won['’]t|wants|"
        r"keeps|died|left|got|gave|stopped|refuses|threatened|hit|hasn|doesn['’]t|didn['’]t|moved|asked|given|"
        r"giving|handed|"
        r"works|lives|made|making|caring|knows|struggling|cannot|phoned|called|drinks|uses|"
        r"being)\b(?! (?:all |always |often )?(?:welcome|invited|coming in|"
        r"evening|consultation|most supportive|supportive|lovely|great|very (?:good|supportive|pleased)|free to))",
    ),
    rule(
        "one child is spoken of",
        CHILD_WORDS,
        rf"(?<!can take )\b(?:(?:a|the|this|that|our|your|another|whose|my(?= (?:year|yr|y\d|lac|cla|form|tutor|"
        rf"[a-z]+ [a-z]+ in (?:year|y\d)|[a-z]+ in (?:year|y\d)))|"
        rf"one(?= (?:particular|certain|specific)))(?! (?:local|new free|special|head)\b) (?:(?!head |"
        rf"any |each |every |no |nobody |sixth "
        rf"|if |who |for |with |and |to |in |on |at |is |was )[\w'’-]+ ){{0,3}}?{_NOUN}|"
        rf"one of (?:our|your|the|my|those|these) (?:(?!governors?|staff)[\w'’-]+ ){{0,3}}?(?:children|boys|"
        rf"girls|pupils|lads|"
        rf"lasses|kids|youngsters|twins|siblings))\b{_NOT_ONE}",
        Check.ONE_CHILD,
    ),
    rule(
        "one child among ours",
        either("one of our |one of your |one of the |the older |the younger |the eldest |the youngest |one and only"),
        rf"\b(?:one of (?:our|your|the) (?:two|three|four|five|six|seven|eight|nine|ten|lot|bunch)|"
        rf"the (?:older|younger|"
        rf"other) (?:one|of the two|of our two)|(?:the|our) (?:older|younger|elder|smaller|bigger|"
        rf"smallest) of (?:our|the) [^.;!?\n]{{0,30}}?|(?:the|our) (?:eldest|youngest|oldest|middle one|"
        rf"one and only))\b(?! (?:dates?|"
        rf"options?|slots?|days?|governors?|staff|class(?:es)?|part|building|site))(?: (?:who|here|"
        rf"in year \d+))? {DOES}\b(?! "
        rf"(?:fine|good|best|free|ok|okay|possible|great|better|perfect|ideal|not|a|the|no)\b)",
        Check.TOUR,
    ),
    rule(
        "what is done for one child",
        CHILD_WORDS,
        rf"\b(?:restrain\w*|lost|losing|hurt\w*|bully\w*|bullied|hit|hitting|attack\w*|threaten\w*|assault\w*|"
        rf"exclud\w+|suspend\w*|groom\w*|abus\w*|police|meetings?|conference|referrals?|court|hearing|tribunal|"
        rf"emergency pep|allegations?|complaint|disclosure|search\w*|looking for|dealing with|sitting with|"
        rf"tied up with|"
        rf"adoption|fostering|removal)\b[^.;!?\n]{{0,25}}?"
        rf"(?<!a word )(?:(?: for| about| of| with| by| on| involving| over| against| concerning| from)? ){_ONE}\b"
        rf"(?! (?:to|would|could|from each|for the|can|join|come|talk|show|speak|present|lead|who can|who could|who "
        rf"would|each|or two)\b)",
        also=_DONE,
    ),
    rule(
        "a family of children",
        either("brothers|sisters|siblings|cousins|twins|family"),
        r"\b(?:(?:two|three|four|five|our two|a pair of|set of|both|those|the two|the three) (?:[\w-]+ ){0,2}?"
        r"(?:brothers|sisters|siblings|cousins)|(?:a|the|our|one) (?:[\w-]+ ){0,2}?family of (?:two|three|"
        r"four|five|six))"
        r"\b[^.;!?\n]{0,40}?\b(?:joined|joining|are|were|was|have|had|came|arrived|moved|moving|placed|split|taken|"
        r"started|starting|left|leaving|removed|separated)\b",
    ),
    rule(
        "what happened to one child",
        either("care|custody|prison|jail|placed|placement|removal|removed|secure|foster|adopted|protection"),
        r"\b(?:taken into (?:care|police protection|foster)|(?:brother|sister|sibling|child|he|she|boy|girl|lad|one|"
        r"eldest|youngest|oldest) (?:\w+ )?(?:is|was|has been|['’]s) (?:\w+ )?(?:in custody|in secure|"
        r"remanded)|in a secure (?:unit|home)|"
        r"emergency (?:removal|placement|foster)|removed from (?:home|mum|dad|the family|his|her|their)|"
        r"placed with (?:an? |his |her |their |the )?(?:aunt\w*|uncle|nan|gran\w*|relatives?|kinship|foster|new family|"
        r"adopters|carers?)|(?:is|was|been|gone|went|sent|back|dad|father|mum|mother|out) (?:\w+ )?(?:in|to|of|from) "
        r"(?:prison|jail)|"
        r"under (?:a )?(?:police protection|special guardianship|care order|interim care|supervision order)|"
        r"(?:interim )?care (?:order|proceedings)|placement order|adoption (?:order|hearing)|pre-birth)\b"
        r"(?! (?:training|team|panel|work))",
    ),
    rule(
        "a family of children",
        either("their |they|split|the baby|against|non-mol|injunction|one of yours|one of ours"),
        r"\btheir (?:dad|mum|mam|nan|gran|father|mother|brother|sister|stepdad|stepmum|aunt\w*|uncle)\b|"
        r"\bthey(?:['’]re| are) (?:in care|with (?:new |their )?carers)\b|"
        r"\b(?:split(?:ting)?|separat\w+) (?:up )?(?:the|our|these|two|three) (?:siblings|twins|brothers|sisters)\b|"
        r"\bthe baby(?:['’]s| has| is| was)(?: been)? (?:taken|removed|with|in care|placed|adopted|poorly|"
        r"in hospital)\b|"
        r"\b(?:non-mol\w*|injunction|restraining order|court order|order|"
        r"threats?)\b[^.;!?\n]{0,30}\bagainst (?:the |his |"
        r"her |their )?(?:dad|father|mum|mother|step\w+|parents?|family)\b|"
        r"\b(?:exclusions?|suspensions?|incident|fight|disclosure|arrest|placement|assault|fire alarm|fall ?out)\b"
        r"[^.;!?\n]{0,40}\bone of (?:yours|ours)\b",
    ),
    rule(
        "a family of children",
        either("twins|brothers|sisters|siblings"),
        r"\bthey(?:['’]re| are) (?:twins|(?:brothers|sisters)(?![ -]in[ -]law)|siblings)\b"
        r"(?!,? (?:[\w'’-]+ ){0,5}?(?:caretakers|tas|cooks|teachers|ladies|governors|cleaners|technicians|staff))",
        Check.NOT_ADULTS,
    ),
    rule(
        "one child is spoken of",
        either(
            "year old|year-old|yr old|yr-old|brothers|sisters|siblings|twins|family|his worker|her worker|their worker|"
            "new worker|old worker|allocated worker|usual worker|refuses to|n't going to|n’t going to"
        ),
        r"(?<!my )\b(?:\d{1,2}|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)"
        r"[- ](?:year|yr)[- ]old\b(?! (?:son|daughter|building|school|boiler|minibus|kit|roof|hall|website|"
        r"computer|laptop|"
        r"system|lift|heating|problem|tradition|dog|tree|block|piano|photocopier))|"
        r"\b(?:about|with|for|on|over|of|to) (?:our|the|these|those) (?:(?:two|three|little|older|younger|"
        r"\w+) )?(?:brothers|sisters|"
        r"siblings|twins)\b(?! (?:trust|school|academy|day))|"
        r"\b(?:report|meetings?|concern\w*|situation|call|case|chat|worr\w+|issue|referral|court|hearing|"
        r"social services)\b"
        r"[^.;!?\n]{0,30}\b(?:on|about|for|with|involving|over) (?:one|a|this|that) (?:[\w-]+ )?family\b|"
        r"\b(?:his|her|their) (?:new |old |allocated |usual )?worker\b|"
        r"\b(?:he|she) (?:refuses to|isn['’]t going to) (?:come in(?:to school)?|"
        r"come to school|go home)\b",
    ),
    rule(
        "what happened to one child",
        either("evidence|court|won't|won’t|will not"),
        r"\b(?:he|she)\b(?:['’](?:s|d|ll))?[^.;!?\n]{0,40}?\b(?:giving evidence|give evidence|(?:up |due )?in court|"
        r"(?:won['’]t|will not) (?:come in(?:to school)?|come to school|go home))\b",
        Check.NOT_ADULTS,
    ),
    rule(
        "something of one child",
        either("his |her "),
        r"\b(?:his|her) (?:anxiety|attachment|self[- ]esteem|taxi|transport|education plan|school place|key adult|"
        r"care plan|support plan)\b",
        Check.NOT_ADULTS,
        also=either(
            "anxiety|attachment|esteem|taxi|transport|education plan|school place|key adult|care plan|support plan"
        ),
    ),
    rule(
        "what becomes of one child",
        either("social care|social services|social worker|children's services|children’s services|carers"),
        r"(?=social |children|foster |the carer|carers)(?<!was a )(?<!is a )(?<!as a )"
        r"(?<!been a )(?<!be a )(?<!she['’]s a )(?<! he['’]s a )(?<!former )"
        r"(?<!retired )(?<!ex-)"
        r"(?<!she['’]s one of our )(?<! he['’]s one of our )(?<!is one of our )"
        r"\b(?:social (?:care|services|workers?)|children['’]?s services|foster carers?|the carers?|"
        r"(?<!foster )carers)\b"
        r"(?:(?!\b(?:com(?:e|ing)|join\w*|fancied|invited|visit\w*|welcome)\b)[^.;!?\n]){0,50}?\b(?:him|her|"
        r"he|she|his|them both|the (?:boy|girl|child|baby))\b(?! (?:is our|leads|chairs))",
    ),
    rule(
        "what happened to one child",
        either("behaviour|contact|mash|initials"),
        r"\b(?:his|her) (?:behaviou?r|attendance|moods?|attitude) (?:has|is|was|had|went|at)\b|"
        r"\bcontact (?:has |was |is |had )?(?:restarted|re-?started|stopped|resumed|suspended|broken down|ended)\b|"
        r"\b(?:mash|front door|social care|early help) (?:referral|about)\b[^.;!?\n]{0,20}\b(?:a|one|the|our|this) "
        r"(?:\w+ )?(?:family|child|boy|girl|pupil|student)\b|"
        r"\breferral to (?:the )?(?:mash|social care|early help|camhs|channel|prevent|front door)\b|"
        r"\binitials? (?:are |is )?(?!and\b|my\b|on\b|in\b|for\b|as\b|to\b|of\b|or\b|at\b|are\b|is\b|by\b|all\b|not\b|"
        r"but\b|the\b|out\b)[a-z](?:\.?[a-z]){1,2}\b",
    ),
    rule(
        "one child among ours",
        either("one of them|one of ours|one of yours|one of the ones"),
        r"\bone of (?:them|ours|yours|the ones)(?:['’]s| is| has| was| had| went| got| came|"
        r" who)? (?:\w+ ){0,2}?(?:excluded|"
        r"before the (?:judge|bench|court|magistrates)|suspended|moved|moving|missing|struggling|placed|"
        r"leaving|left|adopted|arrested|hospital|pregnant|upset|"
        r"unsettled|crisis|hurt|attacked|refusing|in care|disclosed)\b",
    ),
)
