"""What marks words as a complaint about a grown-up, by name or by office, or as their private trouble."""

from __future__ import annotations

from bot.understanding.people_tables import either
from bot.understanding.sensitive_rules import Rule, rule

_TITLED = r"(?:mr|mrs|ms|miss|mx|dr|cllr|rev|revd|fr|father|sister|canon)\.? [a-z][\w'’-]+"
_OFFICE = (
    r"(?:(?:the|our|my|your|a|an|one of (?:our|your|the)) (?:[\w-]+ )?(?:head|headteacher|deputy|principal|governors?|"
    r"chair|senco|dsl|dt|teachers?|teaching assistants?|tas?|staff|colleagues?|line manager|"
    r"member of staff|business manager|receptionist|caretaker|trustees?))\b"
)
_SOMEBODY = rf"(?:{_TITLED}|{_OFFICE}|him|her|me\b(?! (?:being|not)))"
_NO_ROUTINE = r"(?! (?:panel|policy|committee|procedure|training|meeting|form|hub|pack|board))"

COMPLAINT_RULES: tuple[Rule, ...] = (
    rule(
        "an adult's conduct",
        either("complain"),
        rf"\bcomplain(?:ts?|ed|ing)? (?:\w+ )?(?:about|against|concerning|regarding|involving) (?:how |the way |"
        rf"the conduct "
        rf"of |the behaviou?r of |comments (?:by|from) |something )?{_SOMEBODY}{_NO_ROUTINE}(?! (?:hearing|not sending|"
        rf"being slow))",
    ),
    rule(
        "an adult's conduct",
        either("grievance"),
        r"\bgrievances? (?:\w+ ){0,3}?against\b|\b(?:raised|lodged|put in|submitted|taken out|brought|filed|making|"
        r"made|"
        r"got|have|has|had|registered|pursuing) (?:an? |my |her |his |the )?(?:formal |official )?grievance\b"
        r"(?! (?:panel|policy|committee|procedure|training|form))",
    ),
    rule(
        "an adult's conduct",
        either("spoke|speaks|talked|treated|behaved|dealt with|addressed"),
        rf"\b(?:how|the way|the manner in which|way in which) (?:{_TITLED}|{_OFFICE})(?:,? (?:from|at|of|in) [^.;,!?\n]"
        rf"{{1,25}}?,?)?(?: \w+)? (?:(?:spoke|speaks|talked) (?:to|at|down)|treated|treats|behaved|behaves|addressed|"
        rf"dealt with) (?:(?:our|my|the|us|me|him|her|them|one|a|staff)\b|[a-z][\w'’-]+ (?:in|at|on)\b)",
    ),
    rule(
        "an adult's conduct",
        either(
            "walked out|row with|fallen out|fell out|desk duties|offhand|dismissive|patronis|condescend|hostile|"
            "unpleasant"
        ),
        rf"\b(?:walked out (?:\w+ ){{0,3}}?(?:after|over|following|because)|moved (?:\w+ )?(?:to|onto) desk duties|"
        rf"on desk duties|(?:a|blazing|massive|huge|big) row with (?:{_SOMEBODY})|"
        rf"(?:offhand|dismissive|patroni[sz]ing|condescending|hostile|unpleasant|nasty|sarcastic|short) "
        rf"(?:with|to|towards) (?:me|us|our|my|the (?:office|staff|receptionist|secretary))\b)",
    ),
    rule(
        "an adult's conduct",
        either("allegation|accusation"),
        r"\b(?:while|whilst|until|till|since|pending|there is|there['’]s|facing|with) (?:an?|the|serious|this|these) "
        r"(?:\w+ )?(?:allegations?|accusations?)\b|\b(?:allegations?|accusations?) (?:is|are|being|to be) (?:\w+ )?"
        r"(?:looked into|investigated|dealt with|considered|serious)\b",
    ),
    rule(
        "an adult's health",
        either("signed me off|signed him off|signed her off|signed them off"),
        r"\bsigned (?:me|him|her|them) off\b(?! (?:on|for the (?:course|visit|trip|form)))",
    ),
    rule(
        "an adult's health",
        either("autistic|epileptic|diabetic|bipolar|an alcoholic|having ivf|lost a baby|lost the baby"),
        r"\b(?:i['’]m|i am|he['’]s|she['’]s|he is|she is) (?:\w+ )?(?:autistic|epileptic|diabetic|bipolar|an alcoholic|"
        r"having ivf)\b|\blost (?:a|the) baby\b",
    ),
    rule(
        "an adult's trouble",
        either("husband|wife|partner|boyfriend|girlfriend"),
        r"\b[a-z]+['’]s (?:husband|wife|partner|boyfriend|girlfriend)(?:['’]s| has| have)? (?:just |recently )?"
        r"(?:left (?:him|her)|walked out|been arrested|died|passed away|hit (?:him|her)|thrown (?:him|her) out)\b",
    ),
)
