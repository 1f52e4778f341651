"""The table of what marks words as being about one child, or about an adult's health or conduct."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from bot.understanding.people_tables import either


class Check(Enum):
    """What must still be ruled out where a pattern has matched."""

    NONE = auto()
    NAME = auto()
    """The first group is a name: of a known adult, or no name at all, it means nothing."""
    NOT_ADULTS = auto()
    """Where the sentence speaks of a grown-up before, the mother or sister is theirs."""
    TOUR = auto()
    """Pupils who show visitors round are nobody in particular."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the lower-case words of which at least one must occur before it is worth trying."""

    name: str
    triggers: tuple[str, ...]
    pattern: re.Pattern[str]
    check: Check = Check.NONE


_CHILD = (
    r"(?:child|boy|girl|pupil|student|lad|lass|young (?:person|man|lady|woman)|youngster|kid|learner|"
    r"little (?:one|boy|girl)|"
    r"y[pr]|lac|plac|cla|cic|sibling|twin|refugee|asylum seeker|uasc|toddler|teenager|year \d{1,2}|y\d{1,2}|"
    r"yr ?\d{1,2})"
)
_CHILDREN = (
    r"(?:children|boys|girls|pupils|students|lads|lasses|young people|youngsters|kids|learners|siblings|twins|"
    r"lacs|placs|"
    r"year ?\d{1,2}s?|y\d{1,2}s?|yr ?\d{1,2}s?|lac|plac|cla)"
)
_ADJECTIVES = r"(?:[\w'’-]{1,20} ){0,4}"
_YEAR = r"(?:(?:year|yr|y|ks) ?\d{1,2}|reception|nursery)\b"
_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]{1,14}(?:-[A-ZÀ-Þ]?[a-zà-ÿ]{1,12})?"
_KIN = (
    r"(?:mum|mother|mam|mummy|dad|father|nan|nana|nanna|gran|granny|grandma|grandmother|grandad|grandfather|"
    r"grandparents?|aunt|auntie|"
    r"uncle|stepdad|stepmum|guardians?|special guardians?|siblings?|brothers?|sisters?|foster \w+|carers?|"
    r"parents?|birth \w+|key ?worker)"
)
_POSSESSED = (
    r"(?:(?:new|current|last|old|next|own|long-term|emergency|latest|recent|final|school|initial|adoptive|key) ){0,2}"
    rf"(?:{_KIN}|placements?|peps?|personal education plan|social worker|sw|iro|contact (?:arrangements?|"
    rf"visits?|time|with)|behaviou?r|ehcp|"
    r"ehc plan|exclusion|suspension|attendance (?:is|has|this|at)|medication|lac review|cla review|review|"
    r"care plan|court|hearing|adoption|"
    r"allegations?|disclosures?|self-harm\w*|therapy|counselling|camhs|diagnosis|move|timetable|needs|case|"
    r"file|one-to-one|1:1|"
    r"(?:school )?transport|taxi|wellbeing|safety|anxiety|trauma|surname|full name|initials|pp\+?|PP\+?|"
    r"pupil premium|spend|funding|progress|targets|date of birth|dob|birthday|home|school place|case notes)"
)
_EVENT = (
    r"(?:placements?|exclu(?:ded|sion|ding)|suspen(?:ded|sions?)|self[- ]?harm\w*|disclos\w+|foster\w*|"
    r"carers?|abscond\w*|"
    r"(?:went|gone|goes|go|going|is|reported) missing|missing from|social workers?|police|arrest\w*|"
    r"adopt(?:ed|ion|ive)|care order|in care|into care|"
    r"abus\w+|neglect\w*|birth (?:mum|mother|family|parents?|dad|father)|contact with (?:mum|dad|his|her|"
    r"birth)|managed move|"
    r"(?:part[- ]time|reduced) timetable|ehcp|camhs|overdose|restrain\w*|bruis\w+|section 47|strategy meeting|"
    r"meltdowns?|dysregulat\w+|"
    r"kicked off|kicking off|school refus\w+|refusing (?:to come|to attend|school)|permanently excluded)"
)
_NOT_OF_ONE = (
    r"(?! ?(?:protection|premium|voice|council|services?|progress|data|outcomes|records?|leaders?|welfare|"
    r"support|development|benefit|"
    r"led|centred|numbers|population|teachers?|lead|reps?|representatives?|ambassadors?|care|minders?|"
    r"wellbeing|mental))"
)
_DOES = (
    r"(?:has|hasn['’]t|is|isn['’]t|was|wasn['’]t|['’]s|had|having|whose|told|made|went|came|left|moved|hit|"
    r"attacked|ran|brought|said|"
    r"says|started|joined|needs|refuses?|lost|disclosed|being|concerned|in question|arrived|broke|assaulted|"
    r"lives|living|"
    r"with (?:autism|adhd|an ehcp|complex)|keeps|struggl\w+|will be (?:leaving|moving)|didn['’]t|won['’]t|can['’]t)"
)
_STATE = (
    r"(?:struggling|excluded|suspended|permanently|hitting|violent|upset|in (?:a bit of |some |real |"
    r"a lot of )?(?:bother|trouble)|"
    r"refusing|moved|moving|settled|settling|missing|self[- ]harming|"
    r"kicking off|out of control|doing (?:really |so |very )?well|unsettled|adopted|placed|dysregulated|"
    r"attending|absconding|living|fostered|"
    r"in care|in crisis|on a (?:part|reduced)|not in school|not attending|at risk|hurt|injured|returned to|"
    r"left us|back with|with (?:new|emergency) carers|"
    r"going (?:to live|through)|having (?:a (?:hard|tough|difficult)|contact|meltdowns))"
)
_CHILD_WORDS = either(
    "child|boy|girl|pupil|student|lad|lass|young|kid|learner|little|lac|plac|cla|year |y1|y2|y3|"
    "y4|y5|y6|y7|y8|y9|yr|sibling|twin|refugee|asylum|uasc|toddler|teenager|cic"
)
_WHOSE = either("'s |’s |s' |s’ ")
_THEIR = either("his |her |he |she |him |he'|she'|he’|she’|their ")


def _rule(
    name: str, triggers: tuple[str, ...], pattern: str, check: Check = Check.NONE, *, cased: bool = False
) -> Rule:
    return Rule(name, triggers, re.compile(pattern, 0 if cased else re.IGNORECASE), check)


RULES: tuple[Rule, ...] = (
    _rule(
        "initials of a child",
        either("."),
        rf"(?<![\w.])(?:[A-Z]\.){{2,3}}(?:['’]s\b|(?=,? \(?(?:in |from )?(?i:{_YEAR})|,? (?:is|has|was|had|"
        rf"who|will|isn|hasn|and (?:his|her))\b))",
        cased=True,
    ),
    _rule(
        "initials of a child",
        either("year|yr| y|(y|reception|nursery"),
        rf"(?<![\w.@&/-])[A-Z]{{1,3}},? (?:(?i:is )?(?i:in|from) |\()(?i:{_YEAR})(?! (?i:class|teacher|lead|"
        rf"team|tutor|ta\b))",
        cased=True,
    ),
    _rule(
        "initials of a child",
        _WHOSE,
        rf"(?<![\w.@&/-])(?!(?:HT|DT|IT|SENCO|LA|DFE|PA|VS|TA|SLT|SEN|SEND|DSL|CEO|PTA|AHT|DHT|SBM|"
        rf"COG)['’])[A-Z]{{1,3}}['’]s (?i:{_POSSESSED})\b",
        cased=True,
    ),
    _rule(
        "a child by letter",
        _CHILD_WORDS,
        r"\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Yy]oung [Pp]erson|"
        r"YP) (?:[A-HJ-Z]{1,2}|[A-Z]\.[A-Z]\.?)\b(?!['’]?[a-z])",
        cased=True,
    ),
    _rule(
        "something of a named child",
        _WHOSE,
        rf"\b({_NAME})(?:['’]s|(?<=s)['’]) (?i:{_POSSESSED})\b",
        Check.NAME,
        cased=True,
    ),
    _rule(
        "a named child's state",
        either("ing|ed |ed.|well|care|missing|upset|violent|crisis|hurt|left us|placed|moved|not in school|back with"),
        rf"\b({_NAME})(?: {_NAME})?(?:['’]s(?: been)?| is| has been| was| has|isn['’]t|hasn['’]t been|has just|has now|"
        rf"is now)(?: \w+){{0,2}} {_STATE}\b",
        Check.NAME,
        cased=True,
    ),
    _rule(
        "a named child is spoken of",
        either("worr|concern|discuss|about "),
        rf"\b(?:worried|concerned|concerns?|worry|query|question|news|information|info|anxious|update|talk|"
        rf"speak|chat|help) (?:\w+ )?(?:about|regarding|re|on) ({_NAME})\b(?! (?:{_NAME}|and {_NAME}))",
        Check.NAME,
        cased=True,
    ),
    _rule(
        "a paper of a named child",
        either("pep|ehcp|placement|review|referral"),
        rf"\b(?:PEPs?|pep|EHCP|ehcp|placement|LAC review|CLA review|referral|chronology|"
        rf"care plan)(?: \w+){{0,2}} (?:for|on|about|of) ({_NAME})\b",
        Check.NAME,
        cased=True,
    ),
    _rule(
        "what happened to one child",
        _CHILD_WORDS,
        rf"\b(?:one of (?:our|the|your|my|these|those) {_ADJECTIVES}{_CHILDREN}|(?:a|another|our|the|this|"
        rf"that|my|your|one|an|only|his|her) {_ADJECTIVES}{_CHILD}){_NOT_OF_ONE}\b"
        r"(?: (?:in|from|of|on|at|here|you|we|with|placed)\b[^.;!?\n,]{0,40}?)?,?(?: (?:who|whose|that|"
        r"which)['’]?s?)? ?(?:,[^.;!?\n,]{1,40}, )?"
        rf"{_DOES}\b",
        Check.TOUR,
    ),
    _rule("what happened to one child", either("his |her "), rf"\b(?:his|her) {_KIN}\b", Check.NOT_ADULTS),
    _rule(
        "what happened to one child",
        either("his |her |their "),
        r"\b(?:his|her) (?:foster \w+|social workers?|placement|pep|ehcp|lac review|cla review|care plan)\b|"
        r"\btheir (?:foster \w+|social worker|placement|birth \w+|carers?)\b",
    ),
    _rule(
        "what happened to one child",
        either("foster|carer|placement"),
        r"\b(?:the|a) (?:foster (?:carers?|mum|dad|placement)|carers?|placement) (?:is|are|has|have|was|"
        r"were|broke|breaking|says?|said|ended|asked|rang|called|wants?|can['’]t|won['’]t|moved)\b",
    ),
    _rule(
        "what happened to one child",
        _THEIR,
        rf"\b(?:he|she|him|her|his)\b(?:['’](?:s|d|"
        rf"ll))?[^.;!?\n]{{0,60}}\b{_EVENT}\b",
    ),
    _rule(
        "a child told something",
        either("disclos|safeguarding|child protection|strategy|section 47"),
        r"\b(?:(?:has|have|had|just|a|made|child['’]?s?|serious|this) disclos(?:ed|ure)|disclosed (?:to|"
        r"something|that|a)|(?:a|another|serious|live|ongoing|urgent|possible|this|"
        r"the) (?:\w+ )?(?:safeguarding|child protection) (?:concern|disclosure|incident|referral|matter|"
        r"issue|case|situation)|strategy meeting|section 47)\b",
    ),
    _rule(
        "a family of children",
        either("boys|girls|twins|children|siblings|brothers|sisters|kids"),
        rf"\b[Tt]he ({_NAME}) (?:boys|girls|twins|siblings|brothers|sisters|kids|children)\b",
        Check.NAME,
        cased=True,
    ),
    _rule(
        "a family of children",
        either("sibling|twins|brothers|sisters"),
        r"\b(?:the|our|these) (?:two |three |other )?(?:siblings|twins|brothers|sisters)\b[^.;!?\n]{0,40}"
        r"\b(?:are|have|were|had|moved|left|will be)\b",
    ),
    _rule(
        "a child by letter",
        either(" about | regarding | re "),
        r"\b(?:about|regarding|re) [B-HJ-Z](?=[.,!?;]|\s*$)",
        cased=True,
    ),
    _rule(
        "an adult's conduct",
        either("allegation|complaint"),
        r"\b(?:after|following|over|amid|because of) (?:an? |the |some |serious ){0,3}"
        r"(?:allegations?|complaints? (?:about|against))\b",
    ),
    _rule(
        "trouble with one child",
        _CHILD_WORDS,
        rf"\b(?:difficult|trouble|problems?|issues?|incident|concerns?|(?<!you are )(?<!you['’]re )worr\w+|"
        rf"crisis|exclusion|suspension|discuss\w*|talk|help|advice|speak|struggling|"
        rf"support(?:ing)?)\b[^.;!?\n]{{0,30}}\b(?:with|about|for|involving|concerning|regarding|over|"
        rf"discuss) (?:one of (?:our|the|my) {_ADJECTIVES}{_CHILDREN}|(?:a|our|this|"
        rf"that) {_ADJECTIVES}{_CHILD}){_NOT_OF_ONE}\b",
    ),
    _rule(
        "initials of a child",
        either("."),
        r"\b(?:for|about|with|of|re|regarding|"
        r"on) (?:[A-Z]\.){2,3}(?! ?[A-Z][a-z])(?!\w)",
        cased=True,
    ),
    _rule(
        "a child by letter",
        either(" is | has | was "),
        rf"(?<![\w.'’&/-])(?<![Oo]ption )(?<![Ss]lot "
        rf")(?<![Bb]lock )(?<![Pp]lan )(?<![Rr]oom )[B-HJ-Z] "
        rf"(?:is|has|was|has been) (?:\w+ ){{0,2}}{_STATE}\b",
        cased=True,
    ),
    _rule(
        "what happened to one child",
        either("carers|carer "),
        r"\bwith (?:(?:the|her|his|their|new|emergency|"
        r"respite|kinship|foster) ){1,3}carers?\b",
    ),
    _rule(
        "the only child of its kind",
        _CHILD_WORDS,
        rf"\b(?:only|one|single|last|"
        rf"sole) (?:remaining )?(?:[\w-]+ ){{0,3}}{_CHILD}\b[^.;!?\n]{{0,50}}\b(?:left|moved|gone|leaves|"
        rf"leaving|adopted|transferred|returned|went|moves|moving|off roll|excluded)\b",
    ),
    _rule(
        "told in confidence",
        either(
            "confidence|between you and me|between ourselves|keep this to yourself|please don't share|"
            "not to be shared|nobody knows|doesn't know yet"
        ),
        r"\b(?:in (?:the )?(?:strict(?:est)?|complete|absolute|utmost|total)? ?confidence\b|"
        r"between (?:you and me|ourselves)\b|keep (?:this|it) to yourself)",
    ),
    _rule(
        "an adult's conduct",
        either("shouted|swore|screamed|bull|harass|threaten|abusive|aggressive|intimidat|assault|groped|lied|rude to"),
        r"\b(?:shouted at|swore at|screamed at|bull(?:ied|ies|ying) (?:me|us|staff|our|by|of)|harass(?:ed|"
        r"es|ing|ment)|threatened (?:me|us|our|staff|to)|abusive (?:to|towards)|"
        r"aggressive (?:to|towards|with)|intimidat(?:ed|es|ing)|assaulted (?:me|us|a|our)|lied to (?:me|us|"
        r"our)|rude to (?:me|us|our|the|my))",
    ),
    _rule(
        "an adult's health",
        either(
            "knee|hip|back |cataract|shoulder|gall|appendix|treatment|scan|test results|consultant|"
            "medical|unwell|illness|depress|anxi"
        ),
        r"\b(?:(?:has|have|having|had|getting) (?:her|his|my|a new|their) (?:knees?|hips?|back|eyes?|"
        r"cataracts?|shoulder|heart|gall ?bladder|appendix|tonsils|foot|feet|hand|wrist|ankle|womb|"
        r"prostate) "
        r"(?:\w+ )?(?:done|replaced|operated|removed|fixed|seen to|replacement|out)|(?:knee|hip|hernia|"
        r"heart|cataract) (?:op|replacement|operation)\b|"
        r"(?:start(?:s|ing|ed)?|having|undergoing|needs?|begin(?:s|ning)?|back for|more|my|her|"
        r"his) (?:\w+ )?treatment\b|test results|(?:awaiting|having|has|have|my|her|his) (?:an? )?(?:mri|ct|"
        r"biopsy|brain|urgent|hospital) (?:scan|results?|tests?)|"
        r"my consultant|on medical grounds|depression\b|suffer(?:s|ing|ed)? (?:from|with)|(?:very|seriously|"
        r"quite) (?:ill|poorly|unwell)\b)",
    ),
    _rule(
        "an adult's conduct",
        either(
            "suspen|sacked|dismiss|arrest|investigat|disciplin|charged|misconduct|allegation|lado|"
            "grievance|warning|capability|drink|drunk|affair|inappropriate"
        ),
        r"\b(?:(?:was|been|is|has been|being|got|were) (?:suspended|sacked|dismissed|arrested|investigated|"
        r"disciplined|charged)|under investigation|pending (?:an |the )?(?:investigation|outcome|"
        r"disciplinary)|disciplinary (?:hearing|action|process|matter|proceedings|meeting)|misconduct|"
        r"(?:final|written|verbal) warning|capability (?:process|procedures?|proceedings)|"
        r"allegations? (?:against|about|made|has|have|was|were|of)|the lado|lado (?:referral|meeting|"
        r"strategy)|(?:a|formal) grievance (?:against|has|was)|drink(?:ing)? problem|drunk|affair|"
        r"inappropriate (?:behaviou?r|conduct|relationship|messages))\b",
    ),
    _rule(
        "an adult's health",
        either(
            "cancer|tumo|chemo|radioth|stroke|heart |breakdown|operation|surgery|biopsy|hospital| off |"
            "long-term|long term|miscarr|ivf|hospice|terminal|ill|suicid|rehab|mental health|diagnos|"
            "dementia|sectioned|stress|occupational|phased|intensive|bereav|passed away"
        ),
        r"\b(?:cancer|tumou?r|chemo(?:therapy)?|radiotherapy|had a stroke|heart attack|heart surgery|"
        r"nervous breakdown|(?:having|has had|had|had to have|needs|for|recovering from|undergoing|after|"
        r"an) (?:\w+ ){0,2}(?:operation|surgery|biopsy|hysterectomy|bypass)|in hospital|into hospital|"
        r"hospitali[sz]ed|admitted to hospital|signed off (?:sick|work|"
        r"with (?:stress|anxiety|depression|her|his|my|a\b|back|mental)|for (?:\d|a|two|three|four|six|"
        r"several|the|weeks)|"
        r"by (?:the |her |his |my )?(?:gp|doctor|hospital|consultant))|been off with|"
        r"off (?:sick |work )?(?:with|due to) (?:stress|depression|anxiety|her |his |mental)|"
        r"off long[- ]term|long[- ]term (?:sick\w*|absence|illness)|miscarriage|ivf|hospice|"
        r"terminal(?:ly)? ?(?:ill)?|serious(?:ly)? ill\w*|critically ill|suicid\w+|rehab|"
        r"mental health (?:is|has|crisis|problems|issues|difficulties)|diagnosed with|diagnosis of|dementia|"
        r"sectioned|work-related stress|stress-related|occupational health|phased return|intensive care|"
        r"bereave\w+|passed away)\b",
    ),
)

BY_YEAR = re.compile(
    rf"\b({_NAME})(?: {_NAME})?,? ?\(?(?:(?:who is|who['’]s|is|now) )?(?:in |"
    rf"from )?(?:[Yy](?:ea)?r? ?\d{{1,2}}|[Rr]eception|[Nn]ursery)\b"
    r"(?! ?(?:class|teacher|lead|leader|team|tutor|head|ta\b|hlta|parents?|and \d|& \d|/ ?\d|year|residential|"
    r"trip|sats|mocks?|exams?|staff|cover|to \d|assembly))"
)
"""A name with a school year behind it: "Kayden in Y6"."""

TOUR = re.compile(
    r"[^.;!?\n]{0,25}\b(?:will|would|can|could|'ll|to)\b[^.;!?\n]{0,30}\b(?:show|tour|guide|greet|meet|join|"
    r"attend|welcome|take part|"
    r"present|read|speak|sing|give|say|chat|talk|be there|come along|host)",
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
    r"\b(?:mr|mrs|ms|miss|mx|dr|cllr|rev|fr|teacher|ta|tutor|mentor|head|lead|senco|governor|chair)[.,:]? $"
)
