"""What must not be shown in a team's channel: a particular child, or a named adult's health or conduct.

Children in general ("our looked-after children", "pupils will show you round") are nobody in particular. A rule that
finds too much costs an adviser a look; one that finds too little shows a child, so the rules lean to the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.model import Attendee, Conversation, Evidence, Letter, Passage, Role, Visible
from bot.understanding.given_names import GIVEN_NAMES

_CHILD = (
    r"(?:child|boy|girl|pupil|student|lad|lass|young (?:person|man|lady|woman)|youngster|kid|learner|little (?:one|boy|girl)|"
    r"y[pr]|lac|plac|cla|cic|sibling|twin|refugee|asylum seeker|uasc|toddler|teenager|year \d{1,2}|y\d{1,2}|yr ?\d{1,2})"
)
_CHILDREN = r"(?:children|boys|girls|pupils|students|lads|young people|youngsters|kids|learners|siblings|twins|ones|lacs|placs|year \d{1,2}s?|y\d{1,2}s?|yr ?\d{1,2}s?|lac|plac|cla|lot|cohort|[\w-]+ kids)"
_ADJECTIVES = r"(?:[\w'’-]{1,20} ){0,4}"
_YEAR = r"(?:year|yr|y|reception|nursery|class|key stage|ks) ?\d{0,2}\b"
_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]{1,14}(?:-[A-ZÀ-Þ]?[a-zà-ÿ]{1,12})?"
_POSSESSED = (
    r"(?:(?:new|current|last|old|next|own|long-term|emergency|foster|birth|latest|recent|special|final|school|initial|adoptive|key) ){0,2}"
    r"(?:placement|placements|carers?|foster\w*|pep|peps|social worker|sw|iro|contact arrangements?|behaviou?r|ehcp|ehc plan|exclusion|suspension|"
    r"attendance (?:is|has|this|at)|medication|nan|nana|nanna|gran|granny|grandmother|grandfather|grandparents?|grandad|mum|mother|dad|father|mam|"
    r"stepdad|stepmum|aunt|auntie|uncle|guardian|special guardian|siblings?|brother|sister|lac review|cla review|review|care plan|"
    r"court|hearing|adoption|allegations?|disclosures?|self-harm\w*|therapy|counselling|camhs|diagnosis|move|transition|timetable|"
    r"needs|situation|case|file|funding|one-to-one|1:1|transport|taxi|case worker|personal education plan|phone calls?|wellbeing|safety|anxiety|trauma)"
)
_EVENT = (
    r"(?:placement|exclu(?:ded|sion|ding)|suspen(?:ded|sion|sions)|self[- ]?harm\w*|disclos\w+|foster\w*|carers?|abscond\w*|went missing|gone missing|"
    r"go(?:es|ing)? missing|missing from|social worker|police|arrest\w*|adopt(?:ed|ion|ive)|care order|in care|into care|abus\w+|neglect\w*|birth (?:mum|mother|family|parents?|dad|father)|"
    r"contact with (?:mum|dad|his|her|birth)|managed move|(?:part[- ]time|reduced) timetable|ehcp|camhs|overdose|hospital|"
    r"restrain\w*|bruis\w+|section 47|strategy meeting|safeguarding (?:concern|incident|referral|issue|matter)|meltdowns?|dysregulat\w+|kicked off|"
    r"moved (?:to|in with|out of|away|schools?)|broken? down|left us|off roll|school refus\w+|refusing (?:to come|school)|permanently)"
)
_TOUR = re.compile(
    r"^[^.;!?\n]{0,25}\b(?:will|would|can|could|'ll|to)\b[^.;!?\n]{0,30}\b(?:show|tour|guide|greet|meet|join|attend|welcome|take part|present|read|speak|sing|give|say|chat|talk|be there|come along|host)",
    re.IGNORECASE,
)
_GENERIC_NEXT = (
    r"(?! ?(?:protection|premium|voice|council|services?|progress|data|outcomes|records?|leaders?|welfare|support|development|benefit|"
    r"led|centred|support|numbers|population|teacher|teachers|leader|lead|reps?|representatives?|numbers|ambassadors?|care|minders?))"
)


def _rule(name: str, pattern: str, *, cased: bool = False) -> tuple[str, re.Pattern[str]]:
    return name, re.compile(pattern, 0 if cased else re.IGNORECASE)


_CHILD_RULES = (
    _rule("initials of a child", rf"(?<![\w.])(?:[A-Z]\.){{2,3}}(?:['’]s)?(?= (?:in|from|of) (?i:{_YEAR})|,? \(?(?i:{_YEAR})|['’]s|,? (?:is|has|was|had|who|will|isn|hasn|and his|and her)\b)", cased=True),
    _rule("initials of a child", rf"(?<![\w.@])[A-Z]{{1,3}} (?:in (?i:year|yr|y) ?\d{{1,2}}|\(?(?i:year|yr|y) ?\d{{1,2}}\)?(?! (?i:class|teacher|lead|team|tutor|ta\b)))", cased=True),
    _rule("initials of a child", rf"(?<![\w.@&-])(?!(?i:ht|dt|it|senco|head|school|council|la|trust|lea|dfe|pa|vs|ta|slt|sen|send|dsl)['’])[A-Z]{{1,3}}['’]s {_POSSESSED}\b", cased=True),
    _rule("something of a named child", rf"\b(?!(?:School|Head|Council|Governor|Teacher|Trust|Monday|Tuesday|Wednesday|Thursday|Friday|Today|Tomorrow|Yesterday|Year|It|That|What|There|Who|He|She|Let|Here|Where|How|This|Child|Children|Everyone|Everybody|Pupil|Mother|Father)['’]){_NAME}(?:['’]s|s['’]) {_POSSESSED}\b", cased=True),
    _rule("what happened to one child", rf"\b(?:one of (?:our|the|your|my|these|those) {_ADJECTIVES}{_CHILDREN}|(?:a|another|our|the|this|that|my|your|one|an|only|his|her) {_ADJECTIVES}{_CHILD}){_GENERIC_NEXT}\b"
          r"(?: (?:in|from|of|on|at|here|you|we|with|placed)\b[^.;!?\n,]{0,40}?)?,?(?: (?:who|whose|that|which)['’]?s?)? ?(?:,[^.;!?\n,]{1,40}, )?"
          rf"(?:has|hasn['’]t|is|isn['’]t|was|wasn['’]t|['’]s|had|having|whose|told|made|went|came|left|moved|hit|attacked|ran|brought|said|says|started|joined|needs|refuses?|lost|disclosed|being|concerned|in question|arrived|broke|assaulted|lives|living|with (?:autism|adhd|an ehcp|complex)|keeps|struggl\w+)\b"),
    _rule("what happened to one child", rf"\b(?:his|her|their) (?:foster (?:carers?|mum|family|placement|parents?|home)|social workers?|carers?|placement|pep|birth (?:mum|mother|family|parents?)|ehcp|lac review|special guardian)\b"),
    _rule("what happened to one child", r"\b(?:the|a) (?:foster (?:carers?|mum|dad|placement)|carers?|placement) (?:is|are|has|have|was|were|broke|breaking|says?|said|ended|asked|rang|called|wants?|can['’]t|won['’]t|moved)\b"),
    _rule("what happened to one child", rf"\b(?:he|she|him|her|his)\b(?:['’](?:s|d|ll))?[^.;!?\n]{{0,60}}\b{_EVENT}\b"),
    _rule("a child told something", r"\b(?:disclos(?:ed|ure)|safeguarding (?:concern|disclosure|incident|referral|matter|issue)|child protection (?:matter|concern|issue|referral|conference)|strategy meeting|section 47)\b"),
    _rule("the only child of its kind", rf"\b(?:only|one|single|last|sole) (?:remaining )?(?:[\w-]+ ){{0,3}}{_CHILD}\b[^.;!?\n]{{0,50}}\b(?:left|moved|gone|leaves|leaving|adopted|transferred|returned|went|moves|moving|off roll|excluded)\b"),
)  # fmt: skip
_ADULT = r"(?:head(?:teacher)?|principal|deputy|ht|senco|sendco|dt|designated teacher|dsl|colleague|governor|chair|teacher|mr|mrs|ms|miss|dr|he|she|i|i['’]m|i['’]ve|his|her|my|our)"
_ADULT_RULES = (
    _rule("an adult's conduct", r"\b(?:(?:was|been|is|has been|being|got|were) (?:suspended|sacked|dismissed|arrested|investigated|disciplined|charged)|under investigation|pending (?:an |the )?(?:investigation|outcome|disciplinary)|disciplinary (?:hearing|action|process|matter|proceedings|meeting)|gross misconduct|misconduct|allegations? (?:against|about|made|has|have|was|were|of)|the lado|lado (?:referral|meeting|strategy)|(?:a|formal) grievance (?:against|has|was)|drink(?:ing)? problem|drunk|affair|inappropriate (?:behaviou?r|conduct|relationship|messages))\b"),
    _rule("an adult's health", r"\b(?:cancer|tumou?r|chemo(?:therapy)?|radiotherapy|had a stroke|heart attack|heart surgery|nervous breakdown|(?:having|has had|had|had to have|needs|for|recovering from|undergoing|after|an) (?:\w+ ){0,2}(?:operation|surgery|biopsy|hysterectomy|bypass)|in hospital|into hospital|hospitali[sz]ed|admitted to hospital|(?:signed|been) off (?:sick )?(?:with|for|by)|off (?:work )?(?:with|due to) (?:stress|depression|anxiety|a |her |his |mental)|off long[- ]term|long[- ]term (?:sick\w*|absence|illness)|miscarriage|ivf|hospice|terminal(?:ly)? ?(?:ill)?|serious(?:ly)? ill\w*|critically ill|suicid\w+|rehab|mental health (?:is|has|crisis|problems|issues|difficulties)|diagnosed with|diagnosis of|dementia|sectioned|work-related stress|stress-related|occupational health|phased return|intensive care|bereave\w+|passed away)\b"),
)  # fmt: skip
_WORTH_A_LOOK = re.compile(
    r"child|boy|girl|pupil|student|lad\b|lass\b|young|kid|learner|\blac\b|\bplac\b|\bcla\b|\by(?:ea)?r? ?\d|[A-Z]\.[A-Z]\.|['’]s\b|\bhis\b|\bher\b|\bhe\b|\bshe\b|\bhim\b|"
    r"carer|disclos|safeguard|suspen|investigat|disciplin|misconduct|allegation|lado|grievance|drink|drunk|affair|inappropriate|"
    r"cancer|tumou?r|chemo|radioth|stroke|heart|breakdown|operation|surgery|biopsy|bypass|hospital|off |miscarr|ivf|hospice|terminal|ill|suicid|rehab|"
    r"mental|diagnos|dementia|section|stress|health|phased|intensive|bereav|passed|dismiss|arrest|sacked|charged|s['’] ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    rule: str


def sensitive(
    visible: Visible, letter: Letter, conversation: Conversation, attendees: tuple[Attendee, ...]
) -> tuple[Evidence, ...]:
    """The words about a particular child, or about a named adult's health or conduct; empty where there are none.

    Takes time linear in the length of the newly written words.
    """
    adults = _adults(conversation, attendees, letter)
    found = [hit for passage in visible.passages for hit in _in(passage, adults)]
    found.extend(_named_pupils(letter, visible, attendees))
    distinct = {(hit.start, hit.end): hit for hit in reversed(found)}
    return tuple(
        Evidence("sensitive", hit.rule, letter.text[hit.start : hit.end], hit.start, hit.end, hit.rule)
        for hit in sorted(distinct.values(), key=lambda hit: hit.start)
    )


def _adults(conversation: Conversation, attendees: tuple[Attendee, ...], letter: Letter) -> frozenset[str]:
    """The lower-case words of the names of people who are known to be grown up."""
    names = [contact.name for contact in conversation.contacts] + [letter.sender.name]
    names += [each.name for each in attendees if each.name and each.role not in (None, Role.PUPIL)]
    return frozenset(word.strip(".,'’").lower() for name in names for word in name.split())


def _in(passage: Passage, adults: frozenset[str]) -> Iterator[_Found]:
    text = passage.text
    if not _WORTH_A_LOOK.search(text):
        return
    for name, pattern in _CHILD_RULES:
        for match in pattern.finditer(text):
            if not _harmless(text, match, adults, name):
                yield _Found(passage.start + match.start(), passage.start + match.end(), name)
                break
    yield from _children_by_year(passage, adults)
    for name, pattern in _ADULT_RULES:
        match = pattern.search(text)
        if match is not None:
            yield _Found(passage.start + match.start(), passage.start + match.end(), name)


def _harmless(text: str, match: re.Match[str], adults: frozenset[str], rule: str) -> bool:
    words = match[0]
    first = re.split(r"['’ ]", words, maxsplit=1)[0].strip(".,")
    if rule == "something of a named child":
        before = text[max(0, match.start() - 12) : match.start()].lower()
        return first.lower() in adults or re.search(r"\b(?:mr|mrs|ms|miss|dr|cllr|rev)\.? $", before) is not None
    if rule == "what happened to one child":
        return _TOUR.match(text[match.end() : match.end() + 70]) is not None
    return False


_BY_YEAR = re.compile(
    rf"({_NAME})(?: {_NAME})?(?:,? (?:in|from)|,| \(|,? who is in|,? who['’]s in)? ?(?:is in |in |from )?(?:[Yy](?:ea)?r? ?\d{{1,2}}|[Rr]eception|[Nn]ursery)\b(?! ?(?:class|teacher|lead|leader|team|tutor|head|ta\b|hlta|parents?|and \d|year|residential|trip|sats|mocks?|exams?|staff|cover|to \d))"
)


def _children_by_year(passage: Passage, adults: frozenset[str]) -> Iterator[_Found]:
    """A given name with a school year and nobody's title or role: "Kayden in Y6"."""
    for match in _BY_YEAR.finditer(passage.text):
        before = passage.text[max(0, match.start() - 24) : match.start()].lower()
        adult = re.search(r"\b(?:mr|mrs|ms|miss|dr|teacher|ta|tutor|mentor|head|lead|head of|senco)[.,:]? $", before)
        if match[1].lower() in GIVEN_NAMES and match[1].lower() not in adults and not adult:
            yield _Found(passage.start + match.start(), passage.start + match.end(), "a child's name and year")


def _named_pupils(letter: Letter, visible: Visible, attendees: tuple[Attendee, ...]) -> Iterator[_Found]:
    for attendee in attendees:
        if attendee.role is Role.PUPIL and attendee.name:
            for passage in visible.passages:
                at = letter.text.find(attendee.name, passage.start, passage.start + len(passage.text))
                if at >= 0:
                    yield _Found(at, at + len(attendee.name), "a pupil by name")
                    break
