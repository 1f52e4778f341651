"""What a school says of one child's life, and hardly of a colleague's: phrases, tables only."""

from __future__ import annotations

import re

LIFE = (
    "meltdown*|kicked off|kicking off|kicks off|outburst*|tantrum*|dysregulat*|unsettled|unsettling|wobbl*|rocky|"
    "can't cope|cannot cope|isn't coping|not coping|struggling to cope|calm down|calmed down|settled in|settling in|"
    "settled back|up and down|in bits|in pieces|in a state|all over the place|"
    "bit a|bit another|bit one|bit me|bit my|bit the|bites|biting|punch*|headbutt*|spat at|spitting|swore at|swears at|"
    "threw a|threw chair*|throwing chair*|throwing thing*|threw thing*|smashed|trashed|lashed out|lashes out|"
    "lashing out|hit a|hit another|hit one|hit me|hit my|hitting|attacked|fighting|fight with|assault*|"
    "on the roof|off the roof|climbed|climbing out|hid under|hides under|hiding under|run away|runs away|"
    "running away|ran away|ran off|runs off|running off|legged it|bolted|bolting|abscond*|went missing|gone missing|"
    "goes missing|awol|is missing|been missing|going missing|missing from|"
    "cries|crying|in tears|sobbing|sobs|nightmare*|wet himself|wet herself|soiled|soiling|wets the bed|bed wetting|"
    "self harm*|cutting himself|cutting herself|cuts himself|cuts herself|hurt himself|hurt herself|"
    "suicid*|overdose*|took tablets|taken tablets|disclos*|told a teacher|told her teacher|told his teacher|"
    "told her ta|told his ta|told the ta|told our ta|opened up to|"
    "exclu*|suspended|suspension*|permanently|managed move|detention*|in isolation|internal exclusion|reset room|"
    "part time timetable|reduced timetable|reduced hours|mornings only|half days|off roll|on roll|school refus*|"
    "refus*|truant*|truancy|bunking|skipping school|skipping lessons|won't come in|won't come to school|"
    "won't go to lessons|won't get out of|hasn't been in|not been in school|hasn't been at school|not been seen|"
    "hasn't been seen|out of school|not in school|off school|back in school|back at school|persistently absent|"
    "poor attendance|his attendance|her attendance|their attendance|"
    "at the pru|special school|alternative provision|pupil referral|secure unit|in secure|out of secure|"
    "children's home|"
    "care home|residential home|residential placement|residential unit|residential school|"
    "placement*|placed with|fostered|foster*|carer*|respite|kinship|special guardian*|adopt*|care order|in care|"
    "into care|out of care|from care|no longer looked after|still looked after|looked after by his|"
    "looked after by her|became looked after|previously looked after|coming into care|social worker*|iro|"
    "birth mum|birth mother|birth dad|birth father|birth family|birth parents|family time|contact with|"
    "contact was|contact is|contact has|contact visit*|saw mum|saw dad|seen mum|seen dad|home to mum|home to dad|"
    "back with mum|back with dad|back to mum|back to dad|live with|living with|lives with|lived with|stay with his|"
    "stay with her|staying with|sleeping on|sofa*|rehoused|homeless|evicted|hostel|refuge|"
    "has a brother|has a sister|has a twin|his brother*|her brother*|his sister*|her sister*|his sibling*|"
    "her sibling*|his twin|her twin|his mum*|her mum*|his mam|her mam|his dad*|her dad*|his nan*|her nan*|his gran*|"
    "her gran*|his aunt*|her aunt*|his uncle|her uncle|his stepdad|her stepdad|his parents|her parents|"
    "in court|due in court|up in court|court case|court date|court hearing|giving evidence|give evidence|arrested|"
    "on bail|bailed|youth offending|yot|young offender*|custody|in prison|police|caution*|county lines|knife|stabb*|"
    "weapon|gang|exploit*|groom*|drugs|cannabis|weed|vape*|vaping|drinking|drunk|pregnan*|"
    "abus*|neglect*|bruis*|marks on|injur*|restrain*|section 47|strategy meeting|child protection|core group|"
    "child in need|camhs|ehcp|ehc plan|ehc needs|statement of|adhd|autis*|asd|asperger*|fasd|foetal alcohol|"
    "attachment disorder|odd|pda|dyslexi*|epilep*|diabet*|seizure*|eating disorder|anorexi*|medication|ritalin|"
    "sectioned|hospital|a&e|operation|ventilator|non verbal|nonverbal|sensory|speech therapy|play therapy|"
    "therapist|counsell*|trauma*|flashback*|bereave*|grieving|grief|unaccompanied|asylum|refugee|from syria|"
    "from sudan|from afghanistan|from eritrea|from ukraine|from iraq|from iran|from albania|from vietnam|"
    "gcse grades|reading age|predicted grade*|free school meals|pupil passport|bullied|bullying|racis*|"
    "secondary school|moving to secondary|starts secondary|start secondary|big school|new school|another school|"
    "school place|school move|own clothes|hearing aid*|nit*|head lice|hungry|stealing|stole|stolen|lying|"
    "sick in the|taxi|hoard*|food in his|food in her|his weight|her weight|his behaviour|her behaviour|"
    "his moods|her moods|his temper|"
    "her temper|his pep|her pep|his placement|her placement|still on your|on your books|on your list|on your caseload|"
    "main worry|main concern|biggest worry|biggest concern|real worry|real concern|great concern|big worry|"
    "big concern|a worry|a concern|worries me|worries us|worrying me|worrying us|on my mind|causing concern"
)

MEETINGS = (
    "core group|taf|tac|cin|cin meeting|child in need|strategy meeting|strategy discussion|case conference|"
    "child protection|professionals meeting|annual review|lac review|cla review|care review|pep|pep meeting|"
    "epep|ehcp|ehc|ehc review|court|court hearing|hearing|tribunal|contact|placement|place|school place|"
    "transport|taxi|timetable|managed move|reintegration|exclusion|suspension|behaviour|incident|respite|"
    "support|funding|tuition|interpreter|interventions|one to one|ritalin|medication|therapy|counselling|"
    "police|ambulance|risk assessment|chronology|referral|assessment|transition|notes|file|paperwork|records"
)
"""What is held or had for, with or about one child: before a child's name or initials."""

TIMES = (
    r"(?:tough|rough|rocky|hard|difficult|dreadful|awful|terrible|bad|tricky|wobbly|fraught|stormy|worrying|"
    r"challenging|horrendous|hairy|grim|ropey|bumpy|rotten|horrid|horrible|rubbish|shocking|wretched|"
    r"miserable|chaotic|turbulent)"
)
"""How a time has been that somebody had with a child."""

AT_WORK = re.compile(
    r"\b(?:governors?|gov|trustee|chairs?|heads?|deputy|assistant|lead|leads|(?<!his )(?<!her )(?<!a )teacher|"
    r"teaches|teaching|senco|sendco|"
    r"tutor|mentor|(?<!his )(?<!her )ta|hlta|elsa|dsl|dt|officer|manager|manages|coordinat\w+|co-ordinat\w+|"
    r"secretary|colleague|"
    r"mr|mrs|ms|miss|principal|vice|dht|aht|sbm|"
    r"knows|runs|does|works?|worked|working|oversees|handles?|deals?|covers?|covering|supports|looks after|"
    r"join\w*|attend\w*(?<!attendance)|meet|available|free|represent\w*|responsible|in charge|"
    r"is our(?! (?:main|big\w*|one|only|real|great\w*|young\w*|new\w*|old\w*|little))|is the (?!one|boy|girl|"
    r"child|lad)|was our|"
    r"adviser|advisor|"
    r"retired|former\w*|used to|trained|training|has (?:been )?fostered|has adopted|foster(?:s|ed) (?!by)|adopted (?:a|"
    r"two|three|her|his|their)|volunteers?|can make|can do|will be (?:there|here|with|in|available|joining|our)|"
    r"tells me|says|said|asked|asks|suggested|wants|wondered|thinks|would like|our (?!main|big\w*|one|only|"
    r"real|great\w*|young\w*|new\w*|old\w*|little)|who (?:runs|does|leads))\b",
    re.IGNORECASE,
)
"""Words that show that somebody is at work here, or speaks as a colleague."""
