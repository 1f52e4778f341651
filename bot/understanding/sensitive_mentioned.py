"""What marks words as being about a child who is only mentioned: placed by us, not to be met, asking after us."""

from __future__ import annotations

from bot.understanding.people_tables import either
from bot.understanding.sensitive_rules import Check, Rule, rule
from bot.understanding.sensitive_words import NAME, WHOSE

_ALONE = rf"\b(?!['’-]?{NAME})(?! {NAME})(?! (?:and|&|or) {NAME} {NAME})(?! \()(?!,? (?:who is|our|the) )"
_PLACED = (
    r"(?:placed|moved|sent us|found|took on|excluded|took in|spoke about|discussed|talked about|were worried about|"
    r"worried about|worry about|mentioned|rang about|emailed about|asked about|asked after)"
)

MENTIONED_RULES: tuple[Rule, ...] = (
    rule(
        "somebody whom we placed",
        either(
            "placed|moved|sent us|found|took |excluded|spoke about|discussed|talked about|worr|mentioned|about|asked"
        ),
        rf"\b({NAME}),? (?:(?:who|whom|that) )?(?:you|we|your team|social care)(?:['’](?:ve|d)| have| had| all| kindly|"
        rf" so)? {_PLACED}\b",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "somebody whom we placed",
        either("placed |moved "),
        rf"\b(?:[Yy]ou|[Yy]our team|[Ss]ocial care|[Ww]e)(?:['’](?:ve|d)| have| had)? (?:placed|moved) ({NAME})"
        rf"{_ALONE} (?:with|to|here|from|in|back|on)\b",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "just one of them, by name",
        either("just the one|only the one|only one|newest|latest|littlest|smallest|youngest"),
        rf"\b(?i:just the one|only the one|we have only one|(?:our|your|the) (?:newest|latest|littlest|youngest|"
        rf"smallest)(?: (?:one|arrival|addition|starter))?),? ({NAME})\b(?! {NAME})",
        Check.LIFE,
        cased=True,
    ),
    rule(
        "somebody not to be met or spoken of",
        either("rather you|prefer you|prefer it if you|best not|please don|you asked a"),
        rf"\b(?i:(?:rather|prefer(?: it if)?) you (?:didn['’]?t|did not|don['’]?t) (?:meet|see|speak to|talk to|"
        rf"mention|approach|ask|ask about)|(?:please don['’]?t|best not(?: to)?) (?:meet|mention|approach|"
        rf"ask about|stare at|touch|hug|photograph)|you asked (?:about|after)) ({NAME}){_ALONE}",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "somebody who wants to show or ask us something",
        either("show you h|show u h|read you h|sing you|play you h|draw you|made you a|asking when you|asks when you"),
        rf"\b({NAME})(?:['’]s| is| has| will|['’]ll)?(?: been| just| really)?(?: (?:wants|would love|wanted|hopes|"
        rf"dying|"
        rf"desperate|keen|going|itching))?(?: to)? (?:show (?:you|u) (?:his|her) (?!team|class|data|books|staff|PEPs?|"
        rf"room|office|school|work\b|new room|figures|classroom|spreadsheet|tracker|assessment|files?|paperwork)|"
        rf"read you (?:his|her)|sing you|play you (?:his|her)|draw you|made you a|asking when you|asks when you)\b",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "somebody not to be met or spoken of",
        either(" i want| i need| i'd like| i’d like| we need| we want| we'd like| we’d like"),
        rf"\b(?:[Ii]t['’]?s|[Ii]t is|[Ii]s it|[Ii]t was) ({NAME}) (?:that )?(?:I|we|I['’]d|we['’]d) (?:want|need|"
        rf"like|wanted|needed)"
        rf" to (?:discuss|talk|speak|ask|go over|raise|flag|mention|see)\b",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "somebody of a form",
        either(" in my "),
        rf"\b({NAME}) in my (?:form|tutor group|class|year group|nurture group|year)\b",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "something of a named child",
        WHOSE,
        rf"\b({NAME})(?:['’]s|(?<=s)['’]) (?i:age assessment|leave to remain|asylum|tag (?:is|was|comes|came|has|"
        rf"means)|"
        rf"(?:youth )?(?:court|custody)|new mum|new dad|nurture|bus pass|inhaler|epipen|wheelchair|feeding|seizures|"
        rf"meds|"
        rf"medicine|tantrums|outburst|lies|stealing|lunch money|nits|shoes|trainers|coat|bedtime|potty|nappy|"
        rf"one[- ]to[- ]one|1:1|top-?up|teacher|"
        rf"tutor|head of year|ta\b|mentor|class|form)\b(?! (?:will|is (?:coming|joining|free|happy|able|going|on|off)|"
        rf"can|has (?:agreed|offered|said)|and|joins|would|,))",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "the only child of its kind",
        either(" only | one | single | sole | lone "),
        r"\b(?:our|my) (?:only|one|single|sole|lone|one and only) (?:(?:currently|previously) )?(?:looked[- ]after|"
        r"lac|cla|"
        r"plac|cic|care[- ]experienced)(?: (?:child|pupil|boy|girl|one|student|lad))?"
        r"(?:,| is| has| was| who| would| will| loves| can|['’]s| left| moved| went| came)(?! (?:governor|lead))",
    ),
    rule(
        "a child with its carers",
        either(" who have | who has | who had | who foster| who took | who look| who are foster| who is foster"),
        rf"\b(?:[Cc]arers?|[Pp]arents?|[Cc]ouple|[Ff]amily|[Pp]eople|[Gg]randparents|[Nn]an|[Aa]unt\w*|[Mm]rs? \w+|"
        rf"[Tt]he [A-Z]\w+s),? who (?:have|has|had|foster(?:s|ed)?|(?:are|is) fostering|took|takes?|looks? after|"
        rf"looked "
        rf"after|took in|are adopting|adopted) ({NAME})\b(?! {NAME})",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "a child by name and initial",
        either("year|yr| y|(y"),
        rf"\b({NAME}) [A-Z]\.?,? ?\(?(?:(?:is )?(?:in|from) )?(?i:year|yr|y) ?\d{{1,2}}\b"
        rf"(?! ?(?i:class|teacher|lead|leader|team|tutor|ta\b|hlta|parent))",
        Check.CHILDS_NAME,
        cased=True,
    ),
    rule(
        "what becomes of one child",
        either("calls me m|calls me n|calls me d|calls me miss|calls us m"),
        r"\b(?:he|she|they)(?:['’]s)?(?: \w+)? (?:calls|calling|call) (?:me|us) (?:mum|mummy|mam|nana|nan|dad|daddy|"
        r"auntie)\b",
    ),
)
