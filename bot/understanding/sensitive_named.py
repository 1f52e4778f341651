"""What marks words as being about a child who is called by a name or by initials."""

from __future__ import annotations

import re

from bot.understanding.people_tables import either
from bot.understanding.sensitive_life import LIFE, MEETINGS, TIMES
from bot.understanding.sensitive_rules import Check, Named, Rule, any_of, rule, seen_by
from bot.understanding.sensitive_words import NAME, WHOSE

_LATER = r"[^.;!?\n]{0,70}?"
_NEAR = r"[^.;!?\n]{0,30}?"
_BEHIND = r"(?:for|with|about|to|of|on|re|regarding|concerning|over)"
_INITIALS = r"(?<![\w.@&/'’-])([A-Z]{2})(?![\w/&])(?!['’][a-rt-z])"
_TWO_LETTERS = re.compile(r"[A-Z][A-Z](?![\w/&])(?<![\w.@&/'’-]..)")
_TWO_DOTTED = re.compile(r"\.[A-Za-z]\.")
_SUCH_TIMES = either(TIMES.removeprefix("(?:").removesuffix(")"))
_NO_TEAM = (
    r"(?! (?:team|officer|panel|manager|lead|coordinator|co-ordinator|training|policy|course|unit|data|figures|"
    r"service|services|department|section|desk|line|network|forum|conference|consultant|adviser|advisor|nurse)\b)"
)
"""Behind a word of a child's life: whoever is named works with such things."""
_NO_MORE_NAME = rf"\b(?!['’-]?{NAME})(?! {NAME})(?! (?:and|&|or) {NAME} {NAME})"
_NOT_COMING = (
    r"(?! (?:joining|coming|attending|being (?:there|here|available|able|with)|taking|meeting|having|covering|"
    r"representing|away|off|out|from (?:the|your)|in (?:the|your)|at (?:the|your)|who|our|the|\(|,))"
)

NAMED_RULES: tuple[Rule, ...] = (
    rule(
        "what is told of a named child",
        seen_by(LIFE),
        rf"\b({NAME})\b(?!-\w)(?:['’]s)?(?! {NAME}){_LATER}\b(?i:{any_of(LIFE)})\b{_NO_TEAM}",
        Check.LIFE,
        cased=True,
        in_a_breath=True,
    ),
    rule(
        "what is told of a child by initials",
        seen_by(LIFE),
        rf"{_INITIALS}(?:['’]s)?{_LATER}\b(?i:{any_of(LIFE)})\b",
        Check.INITIALS,
        cased=True,
        sign=_TWO_LETTERS,
        in_a_breath=True,
    ),
    rule(
        "what is held for a named child",
        seen_by(MEETINGS),
        rf"\b(?i:{any_of(MEETINGS)})(?:s|es)?\b{_NEAR}\b(?i:{_BEHIND}) ({NAME}){_NO_MORE_NAME}{_NOT_COMING}",
        Check.LIFE,
        cased=True,
        in_a_breath=True,
    ),
    rule(
        "what is held for a child by initials",
        seen_by(MEETINGS),
        rf"\b(?i:{any_of(MEETINGS)})(?:s|es)?\b{_NEAR}\b(?i:{_BEHIND}) {_INITIALS}(?! [A-Z])",
        Check.INITIALS,
        cased=True,
        sign=_TWO_LETTERS,
        in_a_breath=True,
    ),
    rule(
        "a hard time with a named child",
        either(" with | for | over "),
        rf"\b(?i:{TIMES})\b{_NEAR}\b(?:with|for|over) ({NAME}){_NO_MORE_NAME}{_NOT_COMING}",
        Check.LIFE,
        cased=True,
        also=_SUCH_TIMES,
    ),
    rule(
        "a hard time with a child by initials",
        either(" with | for | over "),
        rf"\b(?i:{TIMES})\b{_NEAR}\b(?:with|for|over) {_INITIALS}",
        Check.INITIALS,
        cased=True,
        also=_SUCH_TIMES,
        sign=_TWO_LETTERS,
    ),
    rule(
        "a named child is to be talked of",
        either(
            "talk|speak|chat|ask|discuss|minutes|mins|time|word|go through|go over|look at|update|news|happening|tell|"
            "told|heard|hear |know |proud|fond|gutted|pleased|anxious|frightened|scared"
        ),
        rf"\b(?i:talk|speak|chat|ask|tell|told|hear|heard|know|discuss\w*|(?:minutes|mins|time|a word|proud|"
        rf"something|fond|anxious|frightened|scared|gutted)|go (?:through|over)|catch up|look at|"
        rf"updates?|news|happening)\b(?: (?:(?:with|to) (?:you|us|your adviser|the adviser|him|her|them|somebody|"
        rf"someone)|me|something|everything|all|a bit|briefly|together|too|also|privately|properly|in person|again|"
        rf"while you['’]re here|on the day|"
        rf"when you come|more)){{0,2}},? (?:about|on|over|of|re|regarding|concerning) ({NAME}){_NO_MORE_NAME}"
        rf"{_NOT_COMING}(?!['’]s (?:availab|diary|role|email|address|phone|number|place))",
        Check.LIFE,
        cased=True,
    ),
    rule(
        "a named child is to be talked of",
        either("discuss"),
        rf"\b(?i:discuss) ({NAME}){_NO_MORE_NAME}{_NOT_COMING}",
        Check.LIFE,
        cased=True,
    ),
    rule(
        "a child by initials is to be talked of",
        either(
            "talk|speak|chat|ask|discuss|minutes|mins|word|notes|file|update|news|happening|re |about|re:|regarding"
        ),
        rf"\b(?i:talk|speak|chat|ask|discuss\w*|(?:minutes|mins|a word)|notes|file|updates?|news|happening)\b"
        rf"(?: \w+){{0,3}}? (?:about|on|over|re:?|regarding|concerning|with|for) {_INITIALS}(?! [A-Z])|"
        rf"\((?i:this is about|about|re:?|concerning|regarding) {_INITIALS}\)",
        Check.INITIALS,
        cased=True,
        sign=_TWO_LETTERS,
    ),
    rule(
        "whether a child is still with somebody",
        either("still |on your |one of yours|one of ours|looked after|adopted|in care"),
        rf"\b(?i:is) (?:({NAME})|(?-i:[A-Z]{{2}})) (?:still (?:with|on your|under|at|living|in)|on your "
        rf"(?:books|list|roll)|"
        rf"one of (?:yours|ours)|looked after|adopted|in care)\b(?! (?:you|your team|the team|us|touch|post|charge|"
        rf"the post|office|working|teaching|involved|happy))",
        Check.LIFE,
        cased=True,
        asks=Named.SOMEBODY,
    ),
    rule(
        "a hard time of a named child",
        either("had |has |having |is "),
        rf"\b({NAME})\b(?! {NAME})(?:['’]s| has| had| is| was| has been| is having)(?: (?:just|really|also|now|been))*"
        rf"(?: (?:had|having|has))? (?:an? |another |some )(?:\w+ )?{TIMES}(?: \w+)?? (?:time|term|half[- ]term|week|"
        r"weekend|night|day|morning|year|month|patch|start|spell|few|couple|summer|christmas)\b",
        Check.LIFE,
        cased=True,
        also=_SUCH_TIMES,
    ),
    rule(
        "a hard time of a child by initials",
        either("had |has |having |is "),
        rf"{_INITIALS}(?:['’]s| has| had| is| was| has been| is having)(?: (?:just|really|also|now|been))*"
        rf"(?: (?:had|having|has))? (?:an? |another |some )(?:\w+ )?{TIMES}",
        Check.INITIALS,
        cased=True,
        also=_SUCH_TIMES,
        sign=_TWO_LETTERS,
    ),
    rule(
        "what is done with a named child",
        either(
            "mov|keep|los|plac|send|exclu|bought|buy|tak|collect|told|tell|front of|happen|plan|latest|help|"
            "brain|hold on to"
        ),
        rf"(?:\b(?i:mov(?:e|ed|es|ing)|keep(?:ing)?|plac(?:e|ed|ing)|send(?:ing)? back|sent|exclud(?:e|ed|ing)|taken?|"
        rf"taking|collect(?:ed|ing)?|hold(?:ing)? on to) ({NAME})(?! {NAME}) (?:to|from|away|here|out|home|"
        rf"back|with us|in "
        rf"school|another|on to|into|up from)\b|"
        rf"\b(?i:bought|buy(?:ing)?|got|told|tell) ({NAME})(?! {NAME}) (?:an? (?:bed|coat|bike|laptop|uniform)|"
        rf"(?:yet )?(?:that )?(?:he|she)['’]s (?:mov|leav|go)|new shoes)|"
        rf"\b(?i:in front of|happen(?:ed|ing|s) (?:to|with)|plan (?:is )?for|latest (?:on|with|about)|"
        rf"help with|brains? "
        rf"(?:on|about|over)|going on with|become of|done about|"
        rf"decided (?:about|for)|best for|right for|fighting for|advocate for|heard about|where) ({NAME})"
        rf"{_NO_MORE_NAME}{_NOT_COMING})",
        Check.LIFE,
        cased=True,
    ),
    rule(
        "initials of a child",
        either("."),
        r"\b(?i:about|on|for|re|with|have|had|got|see|seeing|meeting|collect\w*|chasing|over|discuss|and) "
        r"(?!(?:[aApP]\.[mM]|[eE]\.[gG]|[iI]\.[eE]|[nN]\.[bB]|[pP]\.[sS]|[tT]\.[bB]|[pP]\.[tT]|[pP]\.[eE]|"
        r"[hH]\.[tT]|[dD]\.[tT]|[rR]\.[eE]))"
        r"(?:[A-Z]\.[A-Z]\.|[a-z]\.[a-z]\.)(?! ?[A-Z][a-z])(?!\w)",
        cased=True,
        sign=_TWO_DOTTED,
    ),
    rule(
        "what is told of a child by letter",
        seen_by(LIFE),
        rf"(?<![\w.'’&/-])(?<![Oo]ption )(?<![Ss]lot )(?<![Bb]lock )(?<![Pp]lan )(?<![Rr]oom )(?<![Cc]lass "
        rf")(?<![Hh]all )"
        rf"[B-HJ-Z] (?:is|has|will|was|had|may|might|can|needs|won['’]t|isn['’]t|can['’]t|goes|went|moved|"
        rf"moves){_LATER}\b"
        rf"(?i:{any_of(LIFE)})\b",
        cased=True,
        in_a_breath=True,
    ),
    rule(
        "a name that few grown-ups have",
        (" ",),
        rf"(?<![\w@.’'-])({NAME})\b(?! {NAME})(?!-\w)",
        Check.YOUNG,
        cased=True,
    ),
    rule(
        "something of a named child",
        WHOSE,
        rf"\b({NAME})(?:['’]s|(?<=s)['’]) (?:\w+ ){{0,2}}?(?i:gcses?|grades?|results|predicted|report(?= card)|"
        rf"certificates?|worker|allocated|case|keyworker|birthday|"
        rf"attendance(?! (?:at (?:the|this|our)|on the|is confirmed))|annual review|ehc review|review meeting|"
        rf"core group|"
        rf"tac\b|taf\b|cin\b|(?:new|old|last|next|former|previous) (?:school|home|family|placement|provision)|"
        rf"behaviour|"
        rf"meltdowns?|adopti\w+|escort|interpreter|solicitor|guardian|bruises|sats|reading|phonics|"
        rf"nursery place|college place|uniform|birth family|contact|foster\w*|allocated worker|caseworker|therapist|"
        rf"counsellor|hearing aids?|glasses|laptop|(?:half )?(?:brother|sister)s?|cousins?)\b",
        Check.LIFE,
        cased=True,
    ),
)
