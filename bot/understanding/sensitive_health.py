"""What marks words as being about an adult's health, trouble or conduct, beside the words in `sensitive_adults`."""

from __future__ import annotations

from bot.understanding.people_tables import either
from bot.understanding.sensitive_rules import Rule, any_of, rule, seen_by
from bot.understanding.sensitive_words import NAME

_BY_RULE = (
    r"(?<!visitors )(?<!guests )(?<!nobody )(?<!no one )(?<!anyone )(?<!contractors )(?<!parents )(?<!deliveries )"
    r"(?<!vehicles )(?<!cars )(?<!dogs )(?<!people )(?<!outsiders )(?<!adults )(?<!strangers )(?<!phones )(?<!no "
    r"one is )"
    r"(?<!anyone is )(?<!visitors are )(?<!guests are )(?<!people are )(?<!nobody is )(?<!parents are )(?<!they are )"
    r"(?<!we are )(?<!you are )(?<!\bwe )(?<!\byou )(?<!dogs are )"
)
"""What a rule keeps off a site is nobody's conduct: "visitors aren't allowed on site"."""

ILLNESSES = (
    "leukaemia|lymphoma|melanoma|myeloma|sarcoma|metastas*|sepsis|pneumonia|meningitis|angina|aneurysm|embolism|"
    "blood clot*|pleurisy|cirrhosis|hepatitis|parkinson's|alzheimer's|motor neurone|multiple sclerosis|lupus|crohn's|"
    "colitis|fibromyalgia|endometriosis|long covid|chronic fatigue|bipolar|schizophreni*|psychosis|psychotic|ptsd|"
    "panic attack*|anxiety attack*|alcoholi*|addict*|postnatal depression|post natal depression|bulimi*|"
    "mastectomy|lumpectomy|hysterectomy|colonoscopy|endoscopy|angiogram|angioplasty|mammogram|colposcopy|"
    "triple bypass|heart bypass|gastric bypass|quadruple bypass|double bypass|pacemaker|stent|transplant*|"
    "dialysis|ventilator|keyhole surgery|caesarean|c section|amputat*|"
    "stillb*|ectopic|termination|pre eclampsia|preeclampsia|all clear|funny turn|the priory|post op|"
    "post-operative|out of hospital|open heart|fertility treatment|found a lump|the lump|a lump|"
    "bad news about her|bad news about his|bad news about my|her scan|his scan|my scan|bad scan|"
    "palliative|life support|end of life|not got long|months to live|weeks to live|dying|on his deathbed|"
    "on her deathbed|nervous exhaustion|burnt out|burnout|burn out|on antidepressants|anti-depressants|"
    "her nerves|his nerves|"
    "drinking again|off the wagon|rehab*|detox|collapsed|blackout*|brain bleed|brain haemorrhage|bleed on the brain|"
    "hip fracture|broken hip|broken his hip|broken her hip|broke his hip|broke her hip|cardiac arrest|mini stroke|a tia"
)
_NO_EVENT = (
    r"(?! (?:training|awareness|nurse|day|week|team|charity|policy|fund\w*|walk|run|appeal|vaccin\w+|jabs?|research|uk|"
    r"society|support|lead|workshop|talk|session|coffee|course|centre|club|certificate)\b)"
)
_NOUNS = (
    r"(?:hospital appointments?|hospital tests?|scans?|biops\w+|mri|ct scan|x-?rays?|(?:medical|minor|small|"
    r"surgical|hospital|exploratory) procedure|procedure (?:done|at the)|"
    r"operations?|op|surgery|tests? at the hospital|blood tests?|blood transfusion|"
    r"appointment at the (?:hospital|clinic|infirmary)|pre-?op|"
    r"check ?-?up at the hospital|consultant['’]?s? appointment|(?:oncology|cardiology|fracture|breast|fertility|"
    r"hospital|outpatients?|memory) (?:clinic|appointment|review)|oncologist|cardiologist|psychiatrist|psychologist|"
    r"breakdown|stroke|heart attack|fall|(?<!to )fits?|blood clot|seizure|relapse|scare|turn for the worse|"
    r"bad news from the (?:hospital|doctor|consultant)|lump)"
)
_ROLE = (
    r"(?:heads?|headteacher|principal|deputy|chair|governor|senco|sendco|dsl|dt|designated teacher|ta|teacher|"
    r"secretary|"
    r"colleague|caretaker|bursar|business manager|mentor|lead|member of (?:the )?(?:staff|the team)|clerk|"
    r"vicar|trustee)"
)
_WHO = (
    rf"(?:\b(?:[Ii](?!s\b)|[Hh]e|[Ss]he|who)|\b(?:[Oo]ur|[Tt]he|[Mm]y|[Aa]) (?:[\w-]+ ){{0,2}}{_ROLE}|"
    rf"\b(?!(?:The|This|That|It|There|We|They|You|What|School|Reception|Our|Your|My|His|Her|If|In|On|At|For|To|"
    rf"By|From|After|Before|With|No|Yes|Not|Any|All|Some|One|Two|Is|Are|Do|Can|Could|Would|Will|Have|Has|"
    rf"Please|Thanks|Sorry|So|And|But|Also|When|As|Year|Anyone|Someone|Everyone|Nobody|January|February|March|April|June|July)\b){NAME}|\b(?:he|she|"
    rf"i(?!s\b)))"
)
_HAS = (
    r"(?:['’](?:ve|s|m|d)|s| have| has| had| am| is| was| will be|['’]ll be)?(?: \w+){0,2}? "
    r"(?:an?|my|her|his|some|the|(?:having|had|got|have|has|for|more|awaiting|facing|needs?|needing))(?: \w+){0,2}? "
)

HEALTH_RULES: tuple[Rule, ...] = (
    rule(
        "an adult's health",
        seen_by(ILLNESSES),
        rf"(?<!\bfor )(?<!\bwith )\b{any_of(ILLNESSES)}(?!\w){_NO_EVENT}",
    ),
    rule(
        "an adult's health",
        either(
            " ms| hiv| tb| copd| ibs|epilepsy|diabetes|arthritis|shingles|vertigo|cancer|condition|problem|"
            "issue|bad heart|pressure"
        ),
        r"\b(?:i|he|she|who)(?:['’]ve| have| has|['’]s)(?: got| had)? (?:ms|hiv|tb|copd|ibs|epilepsy|diabetes|"
        r"arthritis|"
        r"shingles|vertigo|cancer|a (?:heart|chronic|serious|health|medical|long-term) (?:condition|problem|"
        r"issue)|a bad "
        r"heart|high blood pressure)\b(?! (?:training|week|nurse|awareness|on the|at|to)\b)",
    ),
    rule(
        "an adult's health",
        either(
            r"hospital|scan|biops|mri|x-ray|xray|procedure|operation|\bop\b|surgery|blood test|transfusion|"
            r"clinic|infirmary|"
            r"pre-op|preop|consultant|oncolog|cardiolog|psych|breakdown|stroke|heart attack|\bfall\b|\bfit|clot|"
            r"seizure|relapse|scare|worse|bad news|lump"
        ),
        rf"{_WHO}{_HAS}(?i:{_NOUNS})\b(?! (?:in|of) (?:staff|the roof|numbers|pupils|funding))(?! out)",
        cased=True,
    ),
    rule(
        "an adult's health",
        either("signed off"),
        rf"(?:{_WHO}(?:['’](?:ve|s|m)|s| have| has| am| is| was| are)(?: \w+){{0,2}}? signed off\b"
        r"(?! (?:the|on|it|this|all|as|by (?:the|our|his|her) (?:head|governors?|chair|slt|trust)))|"
        r"\bsigned off (?:following|after|until|till|since|sick|ill|work|from work|again|with|for)\b"
        r"(?! (?:the (?:head|governors?)|checking|a read)))",
        cased=True,
    ),
    rule(
        "an adult's health",
        either("stress|off sick|long term|long-term|sick leave|since|for months|for weeks|off work|indefinitely"),
        r"\b(?:off (?:work |sick |ill )?(?:\w+ ){0,4}?(?:with|through|because of|due to) (?:work )?(?:stress|anxiety|"
        r"depression|exhaustion|burnout|her|his|mental|nerves)|off sick (?:for (?:a|the) long|long|since|for (?:months|"
        r"weeks)|indefinitely)|(?:long[- ]term|indefinite) sick(?:ness)?(?: leave)?|on (?:long[- ]term )?sick leave|"
        r"off (?:long[- ]term|for the foreseeable|indefinitely))\b",
    ),
    rule(
        "an adult's health",
        either(" ill| well|bad way|unwell|poorly|not good"),
        rf"{_WHO}(?:['’]s|s| is| has been| was|['’]ve been|['’]m| am| have been)(?! (?:all|works|"
        rf"work)\b)(?: \w+)? (?:very|really|"
        rf"gravely|seriously|"
        r"critically|dangerously|desperately|terribly|extremely|quite|so|far from|in a very|in a) "
        r"(?:ill|unwell|poorly|sick|well|bad way)\b",
        cased=True,
    ),
    rule(
        "an adult's health",
        either(
            "hospital|oncology|infirmary|clinic|consultant|specialist|surgeon|neurolog|results|tests|new hip|new knee|"
            "valve|since|months|cataract|glaucoma|health|blood pressure|heart|not well|n't well|n’t well|"
            "going in for|went in for|operation|accident| fall"
        ),
        rf"{_WHO}(?:['’]s|['’]m|['’]ve been|s| is| am| was| will be| has been|['’]ll be)(?: (?:up|back|over|"
        rf"still|just|now))? "
        r"(?:(?:at|in|off to|out of|going into|under) (?:the |our )?(?:local )?(?:hospital|oncology|infirmary|"
        r"clinic|Priory|consultant)"
        r"\b(?! (?:school|roundabout|education|site|chapel|radio|car))|"
        r"seeing (?:an?|my|her|his|the) (?:\w+ )?(?:consultant|specialist|surgeon|neurologist|oncologist|cardiologist|"
        r"psychiatrist|therapist|counsellor)|having (?:some |more |further |medical |heart |blood )?(?:tests|"
        r"treatment)\b|"
        r"(?:waiting|awaiting)(?: (?:for|on))? (?:her|his|my|some|the|test|scan|biopsy|blood)(?: \w+)? results|"
        r"(?:going|gone|booked|due) in (?:to hospital |to have|for (?:an? |her |his |my )(?:new|op|operation|procedure|"
        r"scan|hip|knee|heart|bypass|hernia))|not (?:a |at all )?well(?: at all| man| woman| enough to| and)|"
        r"(?:n['’]t|not) well (?:at all|and|enough)|having a (?:new )?(?:hip|knee|heart|valve|kidney))|"
        r"\b(?:[Hh]er|[Hh]is|[Mm]y|[A-Z][a-z]+['’]s) (?:heart|health|mental health|blood pressure|memory|"
        r"eyesight|liver|"
        r"kidneys?|lungs?|hip|back|nerves|condition|illness) (?:is|isn['’]t|has|hasn['’]t|are|went|gave|keeps|was|"
        r"problems?|condition|scare|issues?)\b|"
        r"\b(?:on|for|because of|due to) (?:(?:ill|her|his|my|poor|mental|serious) ){0,2}(?:health|"
        r"medical) ?(?:reasons|"
        r"grounds|issues|problems)\b|\bill[- ]health\b|\btold (?:she|he|I) (?:has|have|"
        r"had) (?:only )?\w+ (?:months|weeks)\b|\b(?:isn|wasn)['’]t (?:at all )?well at all\b|"
        r"\bsince (?:her|his|my|the) (?:accident|fall|stroke|operation|heart attack|op|surgery|diagnosis|breakdown)\b",
        cased=True,
    ),
    rule(
        "an adult's health",
        either("pregnan|baby|losing the"),
        r"\bpregnan\w+\b[^;!?\n]{0,60}\b(?:scare|hard time|rough|tough|complicat\w*|sick|lost|lose|ill|risk|bed rest|"
        r"problems?|bleed\w*|told|tell|know|knows|early days|secret|announced)\b|"
        r"\b(?:not told|haven['’]t told|hasn['’]t told|tell) [^.;!?\n]{0,30}\bpregnan\w+|"
        r"\b(?:lost|losing|lose) (?:the|her|their|a|his|my) baby\b",
    ),
    rule(
        "an adult's trouble",
        either("divorc|baby|split|left her|left him|left his|walked out|lost|husband|wife|bankrupt|evicted|custody"),
        r"\b(?:messy|nasty|painful|difficult|acrimonious|going through an?|in the middle of an?|her|his) (?:\w+ )?"
        r"(?:divorce|separation|split|break-?up|custody (?:case|battle))\b|"
        r"\b(?:her husband|his wife|her partner|his partner|her boyfriend|his girlfriend)(?:['’]s| has|"
        r" have)? (?:just |"
        r"recently )?(?:left|died|walked out|"
        r"been arrested|passed)\b|\b(?:lost|loses|losing) (?:her|his) (?:husband|wife|partner|baby|son|daughter|child|"
        r"mum|mother|dad|father|brother|sister)\b",
    ),
    rule(
        "an adult's conduct",
        either(
            r"accus|complaint|allegation|incident|\brow|investigat|scandal|concern|argument|fall out|fall-out|"
            r"falling out|falling-out|asked to |asked not to|told to |told not to|escort|gardening leave|under a cloud|"
            r"marched off|banned from|removed from|not allowed|n't allowed|n’t allowed|administrative leave|"
            r"settlement agreement|in the till|helping police|helping the police|placed on leave|fraud|drink driv|"
            r"drink-driv|harass|\bspoke to|\bspeaks to|\btreated|\bbehaved|"
            r"his manner|her manner|his attitude|her attitude|his behav|her behav|his conduct|her conduct|"
            r"his tone|her tone|sexis|racis"
        ),
        r"\b(?:(?:been|was|is|were|stands|being) accused of|accusations? (?:against|about|of)|accused (?:him|"
        r"her|me|us|a) |"
        r"(?:step(?:ped)? down|stood down|stand down|resigned|left|suspended|gone|sent home|stepped aside) (?:\w+ )?"
        r"(?:after|over|following|because of|amid|pending) (?:an? |the |some )?(?:\w+ )?(?:complaint|"
        r"allegation|incident|row|investigation|scandal|"
        r"concern|accusation|argument|fall(?:ing)?[- ]out)\w*|"
        r"(?:been |was )?(?:asked|told) (?:to|not to) (?:stay (?:away|at home|off)|keep away|"
        r"leave (?:the )?(?:site|premises|building)|stay at home|"
        r"come (?:in|on site|into school|onto the site))|escorted (?:off|from|out)|gardening leave|under a cloud|"
        r"marched off|(?:banned|removed) from (?:the )?(?:site|premises|school|post|the board|governing)|"
        rf"(?=not|\w+n['’]t){_BY_RULE}(?:not|\w+n['’]t) allowed (?:on|in|near|onto) (?:the )?"
        r"(?:site|premises|school|children|pupils)|"
        r"administrative leave|"
        r"settlement agreement|hand in the till|fingers in the till|helping (?:the )?police|"
        r"(?:off|away|out|gone) since (?:the|that|an) incident|"
        r"complaints? (?:about|of) (?:bullying|harassment|assault|racism|sexism|his|her)|"
        r"complaints? against (?:him|her|the head|our|"
        r"mr|mrs|ms|miss|the deputy|a colleague|a teacher|a governor)|"
        r"placed on leave|investigat\w+ (?:into|of|against) (?:our|the|a|one of|his|her|him|mr|mrs|ms|miss|its)\b"
        r"(?! (?:roof|boiler|heating|leak|drains|budget|breach|site|building|damp|water))|"
        r"(?:he|she|head|deputy|governor|teacher|dsl|dt|senco|chair|ta|colleague)(?:['’]s| is| was| has been|s) "
        r"(?:\w+ )?(?:being |under |been )investigat\w+|"
        r"fraud|drink[- ]driving|harass\w+|"
        r"(?:how|the way|manner in which) (?:he|she|they|your \w+|(?!(?:you|we|it|this|that|they|pupils|children|"
        r"staff|people|things|everyone|"
        r"everybody|the|our|all|i)\b)[a-z]\w+) (?:spoke|speaks|talked|treated|behaved|"
        r"dealt with|acted|carried on)|(?:his|her) (?:manner|attitude|behaviou?r|conduct|tone)\b(?! (?:talk|"
        r"training|policy|lead|work|session|course|team|book|system|charts?))|sexist|racist)\b",
    ),
)
