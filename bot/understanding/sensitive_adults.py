"""What marks words as being about an adult's health or conduct, or told in confidence."""

from __future__ import annotations

from bot.understanding.people_tables import either
from bot.understanding.sensitive_rules import Rule, rule

ADULT_RULES: tuple[Rule, ...] = (
    rule(
        "an adult's conduct",
        either("allegation|complaint"),
        r"\b(?:after|following|over|amid|because of) (?:an? |the |some |serious ){0,3}"
        r"(?:allegations?|complaints? (?:about|against))\b",
    ),
    rule(
        "told in confidence",
        either(
            "confidence|between you and me|between ourselves|to yourself|to yourselves|please don't share|"
            "not to be shared|nobody knows|doesn't know yet"
        ),
        r"\b(?:in (?:the )?(?:strict(?:est)?|complete|absolute|utmost|total)? ?confidence\b|"
        r"between (?:you and me|ourselves)\b|keep (?:this|it|that) to (?:yourself|yourselves))",
    ),
    rule(
        "an adult's conduct",
        either("shouted|swore|screamed|bull|harass|threaten|abusive|aggressive|intimidat|assault|groped|lied|rude to"),
        r"\b(?:shouted at|swore at|screamed at|bull(?:ied|ies|ying) (?:me|us|staff|our|by|of)|harass(?:ed|"
        r"es|ing|ment)|threatened (?:me|us|our|staff|to)|abusive (?:to|towards)|"
        r"aggressive (?:to|towards|with)|intimidat(?:ed|es|ing)|assaulted (?:me|us|a|our)|lied to (?:me|us|"
        r"our)|rude to (?:me|us|our|the|my))",
    ),
    rule(
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
    rule(
        "an adult's conduct",
        either("disciplinary|grievance|capability|investigation"),
        r"\b(?:going through|facing|(?<!service is )(?<!council is )(?<!trust is )(?<!team is )(?<!department is )"
        r"(?<!school is )under|up for|subject to|in the middle of) (?:an? |the )?(?:\w+ )?"
        r"(?:disciplinary|grievance|capability|investigation)\b(?! (?:panel|committee|hearing for|training|policy))",
    ),
    rule(
        "an adult's conduct",
        either(
            "suspen|sacked|dismiss|arrest|investigat|disciplin|charged|misconduct|allegation|lado|"
            "grievance|warning|capability|drink|drunk|affair|inappropriate"
        ),
        r"(?<!\bwe are )(?<!\bwe['’]re )(?<!\byou are )(?<!\byou['’]re )(?<!\bschool is )\b(?:(?:was|been|is|"
        r"has been|being|got|were) (?:suspended|sacked|dismissed|arrested|investigated|"
        r"disciplined|charged)|(?<!service is )(?<!council is )(?<!trust "
        r"is )(?<!team is )(?<!department is )(?<!school is )(?<!we are )(?<!we['’]re )under investigation|"
        r"pending (?:an |"
        r"the )?(?:investigation|outcome|"
        r"disciplinary)|disciplinary (?:hearing|action|process|matter|proceedings|meeting)|misconduct|"
        r"(?:final|written|verbal) warning|capability (?:process|procedures?|proceedings)|"
        r"allegations? (?:against|about|made|has|have|was|were|of)|the lado|lado (?:referral|meeting|"
        r"strategy)|(?:a|formal) grievance (?:against|has|was)|drink(?:ing)? problem|drunk|affair|"
        r"inappropriate (?:behaviou?r|conduct|relationship|messages))\b",
    ),
    rule(
        "an adult's health",
        either(
            "cancer|tumo|chemo|radioth|stroke|heart |breakdown|operation|surgery|biopsy|hospital|signed off |"
            "off with|off due|off sick|off work|off long|"
            "long-term|long term|miscarr|ivf|hospice|terminal| ill|suicid|rehab|mental health|diagnos|"
            "dementia|sectioned|stress|occupational|phased|intensive|bereav|passed away"
        ),
        r"\b(?:cancer(?! (?:research|awareness|charity|fund\w*|walk|run|day))|tumou?r|chemo(?:therapy)?|"
        r"radiotherapy|had a stroke|heart attack|heart surgery|"
        r"nervous breakdown|(?:having|has had|had|had to have|needs|for|recovering from|undergoing|after|"
        r"an) (?:\w+ ){0,2}(?:operation|surgery|biopsy|hysterectomy|bypass)|in hospital|into hospital|"
        r"hospitali[sz]ed|admitted to hospital|signed off (?:sick|work|"
        r"with (?:stress|anxiety|depression|her|his|my|a\b|back|mental)|for (?:\d|a|two|three|four|six|"
        r"several|the|weeks)|"
        r"by (?:the |her |his |my )?(?:gp|doctor|hospital|consultant))|been off with|"
        r"off (?:sick |work )?(?:with|due to) (?:stress|depression|anxiety|her |his |mental)|"
        r"off long[- ]term|long[- ]term (?:sick\w*|absence|illness)|miscarriage|ivf|"
        r"(?:in|into|to) (?:an? |the |st \w+ )?hospice|"
        r"terminal(?:ly)? ?(?:ill)?|serious(?:ly)? ill\w*|critically ill|suicid\w+|rehab|"
        r"mental health (?:is|has|crisis|problems|issues|difficulties)|diagnosed with|diagnosis of|dementia|"
        r"sectioned|work-related stress|stress-related|occupational health|(?:on|having|starting|doing|begins|"
        r"starts) (?:an? |her |his |my )?phased return|intensive care|"
        r"bereave\w+(?! in (?:the|our) (?:\w+ )?community)|passed away)\b",
    ),
    rule(
        "an adult's health",
        either("sick|poorly| ill|unwell|hospital|operat|surgery|treatment|appointment|scan|covid|broke|fell|accident"),
        r"\b(?:mr|mrs|ms|miss|dr|rev|fr|"
        r"cllr)\.? [a-z][\w'’-]+(?: [a-z][\w'’-]+)?(?:,[^,.;!?\n]{1,30},)?"
        r"(?:['’]s| is| has been| has| was| will be| went)(?: \w+){0,4}? (?:off sick|on sick leave|poorly|ill|"
        r"unwell|not (?:at all )?"
        r"well|in (?:the )?hospital|to (?:the )?hospital|having (?:an? )?(?:\w+ )?(?:operation|op|scan|surgery|"
        r"treatment|tests?)|"
        r"broken (?:his|her)|had a (?:bad )?(?:fall|accident)|in an accident)\b",
    ),
    rule(
        "told in confidence",
        either(
            "confiden|private|not for sharing|don't pass|don’t pass|go no further|off the record|entre nous|between us"
        ),
        r"\b(?:this is (?:strictly |very )?(?:confidential|private)|(?:strictly )?(?:private and confidential)|"
        r"in the strictest|"
        r"not for sharing|don['’]?t pass (?:this|it) on|go(?:es)? no further|off the record|entre nous|(?:just|"
        r"strictly|only|keep (?:this|it)) between us\b|between us,(?! the \w+ and (?:i|me)\b)|"
        r"told (?:me|us) (?:this )?in confidence|please treat (?:this|it) as confidential|confidentially)",
    ),
)
