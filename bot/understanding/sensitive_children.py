"""What marks words as being about one child."""

from __future__ import annotations

import re

from bot.understanding.people_tables import either
from bot.understanding.sensitive_rules import Check, Rule, rule
from bot.understanding.sensitive_words import (
    ABBREVIATIONS,
    ADJECTIVES,
    CHILD,
    CHILD_EVENT,
    CHILD_EVENTS,
    CHILD_WORDS,
    CHILDREN,
    DOES,
    DOTTED,
    EVENT,
    EVENT_OF_INITIALLED,
    EVENTS,
    IN_A_YEAR,
    KIN,
    KINSFOLK,
    LETTER,
    NAME,
    NOT_IN_OFFICE,
    NOT_OF_ONE,
    OF_A_LETTER,
    ONE_OR_TWO_LETTERS,
    POSSESSED,
    PREDICATE,
    STATE,
    STATES,
    THEIR,
    TWO_LETTERS_ALONE,
    WHOSE,
    YEAR,
)

CHILDREN_RULES: tuple[Rule, ...] = (
    rule(
        "initials of a child",
        either("."),
        rf"(?<![\w.])(?:[A-Z]\.){{2,3}}(?:['’]s\b|(?=\)?,? \(?(?:in |from )?(?i:{YEAR})|\)?,? (?:is|has|was|"
        rf"had|moves|moved|goes|went|came|lives|left|starts?|started|needs|got|gets|won|did|"
        rf"who|will|isn|hasn|and (?:his|her))\b))",
        cased=True,
        sign=DOTTED,
    ),
    rule(
        "initials of a child",
        CHILD_WORDS,
        rf"\b(?i:{CHILD})\b(?: (?:in|from) (?i:{YEAR}))?,? ?[(,–-] ?(?:[A-Z]\.? ?){{2,3}}[),.–-]",
        cased=True,
        sign=re.compile(r"[(,–-] ?[A-Z]\.? ?[A-Z]"),
    ),
    rule(
        "initials of a child",
        either("year|yr| y|(y|reception|nursery"),
        rf"(?<![\w.@&/-])(?!(?:{ABBREVIATIONS}|HLTA|ELSA|TAs)\b)[A-Z]{{1,3}},? (?:(?i:is )?(?i:in|from) |"
        rf"\()(?i:{YEAR})(?! (?i:class|teacher|lead|"
        rf"team|tutor|ta\b))",
        cased=True,
        sign=IN_A_YEAR,
    ),
    rule(
        "initials of a child",
        WHOSE,
        rf"(?<![\w.@&/-])(?!(?:HT|DT|IT|SENCO|LA|DFE|PA|VS|TA|SLT|SEN|SEND|DSL|CEO|PTA|AHT|DHT|SBM|"
        rf"COG)['’])[A-Z]{{1,3}}['’]s (?i:{POSSESSED})\b",
        cased=True,
        sign=OF_A_LETTER,
    ),
    rule(
        "a child by letter",
        CHILD_WORDS,
        r"\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Yy]oung [Pp]erson|"
        r"YP) (?:[A-HJ-Z]{1,2}|[A-Z]\.[A-Z]\.?)\b(?!['’]?[a-z])",
        cased=True,
        sign=ONE_OR_TWO_LETTERS,
    ),
    rule(
        "something of a named child",
        WHOSE,
        rf"\b({NAME})(?:['’]s|(?<=s)['’]) (?i:{POSSESSED})\b",
        Check.NAME,
        cased=True,
    ),
    rule(
        "a named child's state",
        either("ing|ed |ed.|well|care|missing|upset|violent|crisis|hurt|left us|placed|moved|not in school|back with"),
        rf"\b({NAME})(?: {NAME})?(?:['’]s(?: been)?| is| has been| was| has| isn['’]t| hasn['’]t(?: been)?|"
        rf" has just| has now| is now)(?: \w+){{0,2}} {STATE}\b",
        Check.NAME,
        cased=True,
        also=STATES,
    ),
    rule(
        "a named child is spoken of",
        either("worr|concern|discuss|about "),
        rf"\b(?:worried|concerned|concerns?|worry|query|question|news|information|info|anxious|update|talk|"
        rf"speak|chat|help) (?:\w+ )?(?:about|regarding|re|on) ({NAME})\b(?! (?:{NAME}|and {NAME}))",
        Check.NAME,
        cased=True,
    ),
    rule(
        "a paper of a named child",
        either("pep|ehcp|placement|review|referral"),
        rf"\b(?:PEPs?|pep|EHCP|ehcp|placement|LAC review|CLA review|referral|chronology|"
        rf"care plan)(?: \w+){{0,2}} (?:for|on|about|of) ({NAME})\b",
        Check.NAME,
        cased=True,
    ),
    rule(
        "what happened to one child",
        CHILD_WORDS,
        rf"\b(?:one of (?:our|the|your|my|these|those) {ADJECTIVES}{CHILDREN}|(?<!attendance of )"
        rf"(?<!progress of )(?<!attainment of )(?<!number of )(?<!all )(?<!most of )(?<!many of )(?:a|another|our|the|"
        rf"this|that|my (?=(?:[\w'’-]+ ){{0,3}}?(?:year|y\d|yr|looked|cla|lac|form|tutor))|your|one|an|only|his|her) "
        rf"{ADJECTIVES}{CHILD}){NOT_OF_ONE}\b(?!['’]s (?:wedding|christening|graduation|engage\w+|off to uni)|"
        rf" (?:(?:on|at|from) (?:the )?reception|(?:on|in|at|behind) (?:the )?(?:reception desk|gate|desk|"
        rf"front|door|switchboard|phones?|office|kitchen|canteen|bank|"
        rf"a hi-?vis|hi-?vis|th['’] ?office|"
        rf"shop|post office))\b)"
        r"(?: (?:in|from|of|on|at|here|you|we|with|placed)\b[^.;!?\n,]{0,40}?)?,?(?: (?:who|whose|that|"
        r"which)['’]?s?)? ?(?:,[^.;!?\n,]{1,40}, )?"
        rf"{DOES}\b",
        Check.TOUR,
    ),
    rule(
        "what happened to one child",
        either("his |her "),
        rf"\b(?:his|her) {KIN}\b",
        Check.NOT_ADULTS,
        also=KINSFOLK,
    ),
    rule(
        "what happened to one child",
        either("his |her |their "),
        r"\b(?:his|her) (?:foster \w+|social workers?|placement|pep|ehcp|lac review|cla review|care plan)\b|"
        r"\btheir (?:foster \w+|social worker|placement|birth \w+|carers?)\b",
        also=either("foster |social worker|placement|pep|ehcp|lac review|cla review|care plan|birth |carer"),
    ),
    rule(
        "what happened to one child",
        either("foster|carer|placement"),
        r"(?<!one of )\b(?:the|a) (?:foster (?:carers?|mum|dad|placement)|carers?|placement) (?:is|are|has|have|was|"
        r"were|broke|breaking|says?|said|ended|asked|rang|called|wants?|can['’]t|won['’]t|moved)\b(?! (?:all |"
        r"also |both )?(?:invited|welcome|coming in|having))",
    ),
    rule(
        "what happened to one child",
        THEIR,
        rf"\b(?:he|she|him|her|his)\b(?:['’](?:s|d|ll))?{NOT_IN_OFFICE}"
        rf"[^.;!?\n]{{0,60}}\b{EVENT}\b",
        also=EVENTS,
    ),
    rule(
        "a child told something",
        either("disclos|safeguarding|child protection|strategy|section 47"),
        r"\b(?:(?:has|have|had|just|a|made|child['’]?s?|serious|this) disclos(?:ed|ure)|disclosed (?:to|"
        r"something|that|a)|(?:a|another|serious|live|ongoing|urgent|possible|this|"
        r"the) (?:\w+ )?(?:safeguarding|child protection) (?:concern|disclosure|incident|referral|matter|"
        r"issue|case|situation)|strategy meeting(?! (?:with|for|of) (?:the |our )?(?:trust|governors?|slt|board|mat|"
        r"heads?|council|staff|team|school|leaders\w*))|section 47)\b",
    ),
    rule(
        "a passage about a named child",
        either(
            "bit|part|paragraph|section|sentence|line|passage|comment|reference|mention|wording|words|file|"
            "paperwork|record|notes|details|assessment|case"
        ),
        rf"\b(?:bits?|parts?|paragraphs?|sections?|sentences?|lines?|passages?|comments?|references?|mentions?|wording|"
        rf"words|files?|paperwork|records?|notes|details|assessment|case) "
        rf"(?:about|on|re|regarding|concerning|mentioning|naming|where it says|to|for|of) ({NAME})\b(?! {NAME})",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "a child who may be known",
        either("identif|recogni"),
        rf"\b(?:{CHILD}|{CHILDREN})\b[^.;!?\n]{{0,60}}\b(?:identif(?:ied|iable|ies|y)|recogni[sz](?:ed|able|e))\b",
    ),
    rule("a family of children", either("sibling group"), r"\bsibling groups?\b"),
    rule(
        "one child among ours",
        either("one of ours|one of mine"),
        r"\b(?:see|about|for|with|meet|visit|collect|support|review|move|place|lost|losing|exclude|excluded|worr\w+)"
        r"(?:ing|s)? one of (?:ours|mine)\b",
    ),
    rule(
        "a child by name and initial",
        either(" on | about | re | regarding | concerning "),
        rf"\b(?:about|on|re|regarding|concerning) ({NAME}) [B-HJ-Z]\b(?! ?(?:[A-Z]\.? )?[A-Z][a-z])",
        Check.CHILDS_NAME,
        cased=True,
        sign=LETTER,
    ),
    rule(
        "a family of children",
        either("boys|girls|twins|children|siblings|brothers|sisters|kids"),
        rf"\b[Tt]he ({NAME}) (?:boys|girls|twins|siblings|brothers|sisters|kids|children)\b",
        Check.NAME,
        cased=True,
    ),
    rule(
        "a family of children",
        either("sibling|twins|brothers|sisters"),
        r"\b(?:the|our|these|those) (?:[\w-]+ ){0,2}(?:siblings|twins|brothers|sisters)\b[^.;!?\n]{0,40}"
        r"\b(?:are|have|were|had|moved|left|will be)\b",
    ),
    rule(
        "a child by letter",
        either(" about | regarding | re "),
        r"\b(?:about|regarding|re) [B-HJ-Z](?=[.,!?;]|\s*$)",
        cased=True,
        sign=LETTER,
    ),
    rule(
        "trouble with one child",
        CHILD_WORDS,
        rf"\b(?:difficult|trouble|problems?|issues?|incident|concerns?|(?<!you are )(?<!you['’]re )worr\w+|"
        rf"crisis|exclusion|suspension|discuss\w*|talk|help|advice|speak|struggling|"
        rf"support(?:ing)?)\b[^.;!?\n]{{0,30}}\b(?:with|about|for|involving|concerning|regarding|over|"
        rf"discuss) (?:one of (?:our|the|my) {ADJECTIVES}{CHILDREN}|(?:a|our|this|"
        rf"that) {ADJECTIVES}{CHILD}){NOT_OF_ONE}\b",
        also=either(
            "difficult|trouble|problem|issue|incident|concern|worr|crisis|exclusion|suspension|discuss|talk|"
            "help|advice|"
            "speak|struggling|support"
        ),
    ),
    rule(
        "initials of a child",
        either("."),
        r"\b(?:for|about|with|of|re|regarding|"
        r"on) (?:[A-Z]\.){2,3}(?! ?[A-Z][a-z])(?!\w)",
        cased=True,
        sign=DOTTED,
    ),
    rule(
        "a child by letter",
        either(" is | has | was "),
        rf"(?<![\w.'’&/-])(?<![Oo]ption )(?<![Ss]lot "
        rf")(?<![Bb]lock )(?<![Pp]lan )(?<![Rr]oom )[B-HJ-Z] "
        rf"(?:is|has|was|has been) (?:\w+ ){{0,2}}{STATE}\b",
        cased=True,
        also=STATES,
    ),
    rule(
        "what happened to one child",
        either("carers|carer "),
        r"\bwith (?:(?:the|her|his|their|new|emergency|"
        r"respite|kinship|foster) ){1,3}carers?\b",
    ),
    rule(
        "the only child of its kind",
        CHILD_WORDS,
        rf"\b(?:only|one|single|last|"
        rf"sole) (?:remaining )?(?:[\w-]+ ){{0,3}}{CHILD}\b[^.;!?\n]{{0,50}}\b(?:left|moved|gone|leaves|"
        rf"leaving|adopted|transferred|returned|went|moves|moving|off roll|excluded)\b",
        also=either("left|moved|gone|leaves|leaving|adopted|transferred|returned|went|moves|moving|off roll|excluded"),
    ),
    rule(
        "a child by name and initial",
        (" ",),
        rf"({NAME}) [B-HJ-Z]\b(?!\.? ?(?:\(?(?i:our|the|from|head|governor|chair|senco|teacher|deputy|ta\b|dsl|"
        rf"office|will (?:join|be)|is joining|joins|can (?:join|make)|and (?:i|me)\b)|and [A-Z]|"
        r"[A-Z][a-z]|[A-Z]\.|&))(?!\.?[ \t]*$)",
        Check.CHILDS_NAME,
        cased=True,
        sign=LETTER,
    ),
    rule(
        "what happened to a named child",
        (" ",),
        rf"({NAME}){PREDICATE}[^.;!?\n]{{0,50}}?\b{CHILD_EVENT}\b",
        Check.CHILD_AS_SUBJECT,
        cased=True,
        also=CHILD_EVENTS,
    ),
    rule(
        "what happened to a named child",
        (" ",),
        rf"({NAME}) [B-HJ-Z]\b\.?{PREDICATE}[^.;!?\n]{{0,50}}?\b{EVENT_OF_INITIALLED}\b",
        Check.NAME,
        cased=True,
        sign=LETTER,
    ),
    rule(
        "what is done for a named child",
        either(
            "exclud|suspend|restrain|reintegrat|safeguard|foster|adopt|social worker|carer|taxi|transport|key worker|"
            "little|poor "
        ),
        r"\b(?:(?:exclud|suspend|restrain|reintegrat|safeguard|foster|adopt|plac)(?:e|ed|ing)?|(?:social worker|"
        r"carers?|taxi|"
        r"transport|school place|key worker|provision|funding|tuition|one-to-one|1:1) for|[Ll]ittle|[Pp]oor little) "
        rf"({NAME})\b(?! {NAME})",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "initials of a child",
        either("about|update|concern|worr|discuss|regarding|re "),
        r"\b(?:[Ww]orr\w+|[Cc]oncern\w*|[Uu]pdates?|[Nn]ews|[Qq]uer(?:y|ies)|[Qq]uestions?|[Cc]hat|[Tt]alk|"
        r"[Ss]peak|[Dd]iscuss\w*|"
        rf"[Mm]eeting|[Ii]ssues?|[Ii]ncidents?)(?: \w+){{0,3}}? (?:about|on|re|regarding|for|with|"
        rf"involving) (?!{ABBREVIATIONS}\b)"
        r"[A-Z]{2}\b(?!['’/&-]?\w)",
        cased=True,
        sign=TWO_LETTERS_ALONE,
    ),
    rule(
        "initials of a child",
        either(" is | has | was |'s |’s "),
        rf"(?<![\w.'’&/-])(?!{ABBREVIATIONS}\b)[A-Z]{{2}}(?:['’]s| is| has| was| has been) (?:\w+ ){{0,2}}{STATE}\b",
        cased=True,
        also=STATES,
    ),
    rule(
        "something of a named child",
        either("placement|pep|foster|social worker|carer|exclusion|ehcp|managed move"),
        r"\b([a-z]{2,14}?(?:-[a-z]{1,12}?)?)['’]?s (?:\w+ )?(?:placements?|pep|personal education plan|foster \w+|"
        r"social worker|"
        r"carers?|exclusions?|ehcp|managed move|suspension|iro)\b",
        Check.CHILDS_NAME,
    ),
)
