"""Which words name a person's role at a school."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bot.model import Role
from bot.understanding.people_tables import phrase_set, word_set
from bot.understanding.people_words import Token

PRECEDENCE: tuple[Role, ...] = (
    Role.GOVERNOR,
    Role.DESIGNATED_TEACHER,
    Role.HEADTEACHER,
    Role.DEPUTY_HEAD,
    Role.SENCO,
    Role.SAFEGUARDING_LEAD,
    Role.PASTORAL,
    Role.PUPIL_PREMIUM_LEAD,
    Role.ATTENDANCE,
    Role.BUSINESS_MANAGER,
    Role.CLASS_TEACHER,
    Role.TEACHING_ASSISTANT,
    Role.PUPIL,
    Role.OTHER,
)
"""Of several roles of one person, the one that matters most for the visit comes first."""

_PHRASES: dict[Role, str] = {
    Role.GOVERNOR: """governor|govenor|govener|goverener|goverer|governer|gov|gov.|cog|chair of governors|
        chair of governers|chair of the governors|chair of our governors|chair of govs|chair of gov|chair of the govs|
        chairs of governors|chair of the governing body|chair of governing body|chair of the governing board|
        chair of governing board|chair of the board|chair of the board of governors|chair of trustees|
        chair of the trustees|chair of the trust|chair of the local governing body|chair of the local governing board|
        chair of the local governing committee|chair of lgb|chair of the lgb|chair of the lab|chair of the aab|
        chair of the local board|chair of the local advisory board|chair of the local academy board|
        chair of the academy council|chair of the management committee|chair of management committee|chair of the imb|
        chair of the ieb|chair of the trust board|chair of the trust board's local governing committee|
        chair of the school board|chair of the academy committee|chair of the local academy committee|
        chair of the academy board|chair of the interim executive board|chair of the standards committee|
        chair of the curriculum committee|chair|chairman|chairwoman|chairperson|vice chair|vice-chair|co-chair|
        co-chairs|vice chairs|vice-chairs|joint chair|joint chairs|
        vice chairman|vice chairwoman|deputy chair|vice chair of governors|vice-chair of governors|vice chair of govs|
        vice-chair of govs|co-chair of governors|vice chair of the governors|vice chair of the governing body|
        vice chair of the governing board|vice-chair of the governing body|vice chair of the board|
        vice chair of trustees|vcog|v-chair|member of the governing body|member of the governing board|
        member of our governing body|member of the lgb|member of our governing board|member of the board of governors|
        member of the local governing body|lgb member|clerk to governors|trustee|academy councillor|academy governor|
        board member|school governor|governor rep|governor representative|governors' rep|governors' representative|
        trustee rep|trustee representative|board rep|board representative|governing body rep|
        governing body representative|governor link|governors rep|gov rep|co-opted|ex officio governor|governer rep|
        governs here|member of the board|member of the board of trustees|chair of the governers""",
    Role.DESIGNATED_TEACHER: """dt|designated teacher|designated teacher for looked after children|desig teacher|
        designated teacher for looked-after children|designated teacher for cla|designated teacher for lac|
        designated teacher for looked after and previously looked after children|
        designated teacher for children in care|designated lead for looked after children|designated teacher for cic|
        dt for cla|dt for lac|lac dt|cla dt|lac lead|cla lead|plac lead|lac/plac lead|cic lead|lac coordinator|
        lac co-ordinator|cla coordinator|lac teacher|looked after children lead|looked-after children lead|
        children looked after lead|children in care lead|lead for looked after children|
        lead for looked-after children|lead for children looked after|lead for lac|lead for cla|lac champion|
        cla champion|lac manager|
        cla manager|lead teacher for looked after children|lead teacher for lac|lead teacher for cla|
        looked after children coordinator|looked after children co-ordinator|looked after children's lead|d.t.|
        looked after lead|looked-after lead|lead for looked after|designated person for lac|desig. teacher|
        lead for previously looked after children|dt for children looked after|dt for looked after children|
        lead for cic|lead for children in care|designated lac teacher|
        designated lead|lac designated teacher|cla designated teacher|designated tchr""",
    Role.HEADTEACHER: """head|head teacher|headteacher|head-teacher|heateacher|headtacher|headteahcer|headteecher|
        headmaster|headmistress|ht|principal|principle|executive head|exec head|executive headteacher|
        exec headteacher|
        executive head teacher|executive principal|exec principal|head of school|head of centre|head of academy|
        acting head|acting headteacher|acting head teacher|interim head|interim headteacher|co-head|co-headteacher|
        acting principal|interim principal|hot|eht|head of provision|head of the school|head of unit|head of primary|
        associate headteacher|associate head|head of secondary|provost""",
    Role.DEPUTY_HEAD: """deputy|deputy head|deputy-head|deputy headteacher|deputy head teacher|dht|dh|deputies|
        dep head|vice principal|vice-principal|vp|deputy principal|dep. head|deputy ht|deputy h/t|acting deputy|dhts|
        acting deputy head|acting deputy headteacher|deputy headmistress|deputy headmaster|depute|
        depute head|depute headteacher|second in charge""",
    Role.SENCO: """sen|send|senco|sendco|senco's|senc0|sen co|send co|sen-co|sencos|sendcos|senco lead|
        senco assistant|
        sen coordinator|sen co-ordinator|send coordinator|send co-ordinator|sen lead|send lead|sendlead|senko|
        special needs coordinator|special needs co-ordinator|special educational needs coordinator|
        special educational needs co-ordinator|special educational needs and disabilities coordinator|sen manager|
        assistant senco|assistant sendco|deputy senco|deputy sendco|lead senco|head of sen|head of send|sen leader|
        send leader|send manager|senmanager|senco teacher""",
    Role.SAFEGUARDING_LEAD: """dsl|ddsl|dsls|deputy dsl|safeguarding lead|safegaurding lead|safegarding lead|
        safeguarding leader|designated safeguarding lead|deputy designated safeguarding lead|deputy safeguarding lead|
        safeguarding|safeguarding officer|safeguarding manager|safeguarding coordinator|safeguarding co-ordinator|
        lead dsl|
        designated safeguarding officer|dso|child protection lead|child protection officer|cp lead|cp officer|cpo|
        head of safeguarding|lead for safeguarding|safeguarding and welfare officer|designated safeguarding person""",
    Role.PASTORAL: """pastoral|pastoral lead|pastoral leader|pastoral manager|pastoral support|
        pastoral support worker|pastoral support manager|pastoral support officer|pastoral support assistant|
        pastoral assistant|pastoral mentor|pastoral officer|pastoral worker|pastoral head|pastoral care|
        pastoral care manager|pastoral team|pastoral tutor|pastoral coordinator|pastoral co-ordinator|
        pastoral year lead|head of y|heads up year|heads up y|leads year|heads year|year group leader|
        head of pastoral|head of pastoral care|head of year|hoy|head of yr|year head|year lead|
        year leader|head of house|house leader|house head|hoh|year manager|year coordinator|year group lead|
        raising standards leader|assistant head of year|deputy head of year|pastoral year leader|year progress leader|
        progress leader|head of ks3|head of ks4|head of key stage|learning mentor|mentor|family support|
        family support worker|family support lead|family support officer|fsw|family liaison|family liaison officer|
        family liaison worker|family liaison lead|flo|family worker|family link worker|family support advisor|
        family support adviser|family engagement officer|family engagement worker|parent support adviser|
        parent support advisor|psa|home school link worker|home-school link worker|hslw|home school liaison officer|
        home-school liaison officer|parent liaison officer|parent and family support worker|elsa|elsas|
        emotional literacy support assistant|emotional literacy lead|emotional literacy|nurture|nurture lead|
        nurture teacher|nurture group lead|nurture practitioner|nurture manager|nurture room lead|behaviour lead|
        behaviour mentor|behaviour manager|behaviour support|behaviour support worker|behaviour and welfare|
        wellbeing lead|well-being lead|wellbeing officer|wellbeing mentor|wellbeing manager|welfare lead|
        welfare manager|mental health lead|senior mental health lead|mental health and wellbeing lead|
        thrive practitioner|thrive lead|thrive|student support|student support officer|student support manager|
        student welfare|student welfare officer|pupil support|pupil welfare officer|student welfare manager|
        inclusion mentor|learning mentors|welfare officer|school counsellor|counsellor|play therapist|
        student services manager|student manager|pastoral intervention""",
    Role.PUPIL_PREMIUM_LEAD: """pupil premium lead|pupil premium leader|pupil premium coordinator|
        pupil premium champion|pupil premium co-ordinator|pupil premium manager|pupil premium|pupil premium plus lead|
        pp lead|pp+ lead|ppg lead|pp champion|pp coordinator|pp co-ordinator|ppl|pp leader|pp + lead|pp plus lead|
        pupil premium plus|pupil prem|pupil prem lead|disadvantaged lead|disadvantage lead|lead for pupil premium|
        pupil premium grant lead|lead for disadvantaged pupils|pp|pp strategy lead|pupil premium strategy lead""",
    Role.ATTENDANCE: """attendance|attendance lead|attendance leader|attendance officer|attendance manager|
        attendence officer|attendance champion|attendance and welfare officer|attendance mentor|
        attendance support officer|attendence lead|attendance coordinator|attendance co-ordinator|
        education welfare officer|educational welfare officer|ed welfare officer|educ welfare officer|
        ed welfare|education and welfare officer|school attendance officer|ewo|education welfare|
        attendance improvement officer|
        head of attendance|attendance clerk|attendance administrator""",
    Role.BUSINESS_MANAGER: """business manager|school business manager|sbm|business mgr|bursar|finance manager|
        finance officer|finance lead|finance director|school business leader|sbl|business leader|finance|
        business lead|
        school business professional|sbp|finance and business manager|finance business partner|business director|
        director of finance|academy business manager|head of finance|finance administrator""",
    Role.CLASS_TEACHER: """class teacher|classteacher|class-teacher|class tchr|form tutor|form teacher|tutor|teacher|
        form tutors|class teachers|his teacher|her teacher|reception teacher|nursery teacher|eyfs teacher|ks1 teacher|
        ks2 teacher|personal tutor|group tutor|year teacher|ect|supply teacher""",
    Role.TEACHING_ASSISTANT: """ta|teaching assistant|tas|hlta|h.l.t.a|hltas|lsa|lsas|learning support assistant|
        higher level teaching assistant|higher-level teaching assistant|classroom assistant|learning assistant|
        teaching assistants|support assistant|1:1|one to one|one-to-one|1 to 1|1:1 ta|1:1 support|lead ta|cover ta|
        one to one support|specialist ta|learning support""",
    Role.PUPIL: """pupil|pupils|student|students|child|children|young person|young people|yp|learner|learners|boy|
        girl|school council rep|school council reps|school council|school councillor|school councillors|
        student council|school council members|pupil representative|pupil representatives|student leaders|
        student leader|pupil rep|pupil reps|head boy|head girl|head boys|head girls|prefect|prefects|young ambassador|
        young ambassadors|student leadership team|pupil leadership team|junior leadership team|jlt|eco council|
        school parliament|house captain|house captains|school captains|digital leaders|young leaders|class rep|
        class reps|student parliament|pupil parliament|junior leaders|kids|lads|sixth former|sixth formers|
        sixth-former|pupil ambassadors|student ambassadors|
        student voice|pupil voice|student ambassador|pupil ambassador|youngsters|care leaver|care leavers|youngster|
        student council reps|pupil leaders""",
    Role.OTHER: """assistant head|assistant headteacher|assistant head teacher|aht|ahts|asst head|
        assistant principal|asst principal|ap|assistant vice principal|avp|associate assistant head|
        senior assistant head|senior assistant headteacher|senior assistant principal|assistant-head|assistant ht|slt|
        slt member|smt|member of slt|slt link|senior leader|senior teacher|senior leadership team|inclusion lead|
        inclusion manager|inclusion leader|head of inclusion|director of inclusion|inclusion coordinator|
        inclusion co-ordinator|inclusion|trust inclusion lead|inclusion officer|inclusion director|office manager|
        receptionist|administrator|admin|admin assistant|admin officer|pa|head's pa|secretary|clerk|school secretary|
        data manager|data lead|data officer|exams officer|cover manager|site manager|caretaker|head of english|
        head of maths|school improvement|apprentice|foster mum|foster dad|foster mother|foster father|foster parents|
        educational psychology|ed psych service|ed psych team|educational psychology service|ed psychs|inclusion team|
        trust 's ceo|translator|head of science|head of department|hod|head of mfl|head of pe|head of music|
        head of faculty|
        head of sixth form|head of sixth|head of curriculum|head of teaching|head of primary phase|phase leader|
        phase lead|key stage leader|key stage lead|ks1 lead|ks2 lead|ks3 lead|ks4 lead|eyfs lead|early years lead|
        early years leader|english lead|maths lead|literacy lead|reading lead|curriculum lead|subject lead|
        subject leader|personal development lead|pshe lead|careers lead|careers leader|careers adviser|
        careers advisor|eal lead|eal coordinator|transition lead|ceo|interim ceo|cfo|director|manager|
        assistant director|school nurse|nurse|social worker|sw|key worker|keyworker|educational psychologist|ep|
        ed psych|chaplain|librarian|therapist|speech therapist|school improvement partner|sip|
        school improvement adviser|teacher in charge|lead teacher|lead practitioner|virtual school head|foster carer|
        carer|foster parent|parent|interpreter|teacher of the deaf|specialist teacher|matron|boarding lead|
        housemistress|housemaster|rector|vicar|curate|parish priest|lead|clerk to the governors|clerk to governors|
        clerk to the governing body|
        governance professional|governor services|trust lead""",
}

GOVERNING_BODIES = frozenset(
    tuple(phrase.split())
    for phrase in phrase_set(
        """
    govenors|
    governors|
    local governing committee|academy board|academy council|board|
    board of governors|board of trustees|gov board|gov body|goveners|governance|governance team|governers|
    governing board|governing body|governing council|school board|council of governors|governing committee|govs|lgb|
        local academy board|local advisory board|
    local governing board|local governing body|management committee|school governors|trust board|trustees"""
    )
)
"""Several governors together: a person *from* them is a governor, they themselves are nobody in particular."""

MODIFIERS = word_set(
    """acting interim new newly appointed lead link designated assistant senior named our the a an my your its parent
    staff foundation co-opted coopted lac cla plac cic pp ppg sen send safeguarding inclusion trust la local
    authority community pupil premium plus looked after previously looked-after previously-looked-after children in
    care and for vulnerable pupils retired experienced standards disadvantaged deputy temporary chair vice associate
    joint school current other responsible academy minority another one of his her their two three four some several
    couple few both lovely brilliant newest nominated wellbeing ks1 ks2 ks3 ks4 lower upper key stage fellow
    ex-officio class depty dep diocesan church parish welfare attendance finance/"""
)
"""Words that may stand between a determiner and the role itself."""

_UPPER_ONLY = word_set("ht ta ap pa ep vp hot dh ect psa pp lead head sw sip ppl flo gov hoh")


class RoleSpan(NamedTuple):
    """A role named by tokens `first` to `last` (half open), its modifiers in front included."""

    first: int
    last: int
    role: Role
    head: str
    body: bool = False


_Table = Mapping[str, tuple[tuple[tuple[str, ...], Role], ...]]


def _table(phrases: Mapping[Role, str]) -> _Table:
    rows: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for role, text in phrases.items():
        for phrase in text.split("|"):
            words = tuple(phrase.replace("/", " / ").replace("+", " + ").replace("s' ", "s ' ").split())
            rows.setdefault(words[0], []).append((words[1:], role))
    return {first: tuple(sorted(rest, key=lambda row: -len(row[0]))) for first, rest in rows.items()}


_ROLES = _table(_PHRASES)
_BODIES = {
    first: tuple(sorted((words[1:] for words in GOVERNING_BODIES if words[0] == first), key=len, reverse=True))
    for first in {words[0] for words in GOVERNING_BODIES}
}


ONE_WORD_ROLES = {first: role for first, rows in _ROLES.items() for rest, role in rows if not rest}
"""Roles of one word, lower case."""
ROLE_STARTS = frozenset(_ROLES) | frozenset(_BODIES)
"""The lower-case words with which a role or a governing body can begin."""


def most_telling(roles: Iterable[Role]) -> Role | None:
    """Of one person's roles, the one that counts; None of none."""
    held = frozenset(roles)
    return next((role for role in PRECEDENCE if role in held), None)


def role_at(tokens: Sequence[Token], at: int, end: int) -> RoleSpan | None:
    """The longest role or governing body whose words begin at token `at`."""
    first = tokens[at].low
    second = tokens[at + 1].low if at + 1 < end else ""
    if second in _REPS and (found := _role_of(tokens, at, end, first, second)) is not None:
        return found
    for rest in _BODIES.get(first, ()):
        if (not rest or rest[0] == second) and _matches(tokens, at + 1, end, rest):
            return RoleSpan(at, at + 1 + len(rest), Role.GOVERNOR, first, body=True)
    if first in _CHAIRS and second == "of":
        last = _chaired(tokens, at + 2, end)
        if last:
            return RoleSpan(at, last, Role.GOVERNOR, first)
    return _role_of(tokens, at, end, first, second)


_REPS = frozenset({"'", "rep", "representative"})
"""Behind "governors", these make one person of them."""


def _role_of(tokens: Sequence[Token], at: int, end: int, first: str, second: str) -> RoleSpan | None:
    for rest, role in _ROLES.get(first, ()):
        if (not rest or rest[0] == second) and _matches(tokens, at + 1, end, rest):
            return RoleSpan(at, at + 1 + len(rest), role, first)
    return None


_CHAIRS = frozenset({"chair", "chairman", "chairwoman", "chairperson", "vice-chair", "co-chair", "vice-chairman"})
_CHAIRED = word_set(
    """governors govs gov goveners govenors governers governing body board committee council trustees lgb lab aab ieb
    imb trust federation partnership"""
)
_ON_THE_WAY = word_set(
    """the our your local academy school school's schools' management interim executive advisory standards curriculum
    resources finance pupils trust 's ' ’ federation full joint trust's board board's of body single company multi
    multi-academy strategic and welfare premises personnel staffing & parent provision quality education outcomes"""
)


def _chaired(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of what somebody chairs, "the Trust Board's local governing committee"; 0 where it is no such body."""
    last = 0
    while at < end and (tokens[at].low in _CHAIRED or tokens[at].low in _ON_THE_WAY):
        if tokens[at].low in _CHAIRED:
            last = at + 1
        at += 1
    return last


def _matches(tokens: Sequence[Token], at: int, end: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > end:
        return False
    for place, word in enumerate(words, at):  # noqa: SIM110 - a loop, as this is asked some hundred times a letter
        if tokens[place].low != word:
            return False
    return True


def needs_company(span: RoleSpan, tokens: Sequence[Token]) -> bool:
    """Whether the words are a role only beside a name: `ta` may be thanks, `HT` half-term, `lead` a verb."""
    return span.last - span.first == 1 and span.head in _UPPER_ONLY and not tokens[span.first].capital
