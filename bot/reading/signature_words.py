"""The words by which signatures, disclaimers, banners and marks of mail programs are known."""

from __future__ import annotations

import re

from bot.reading.guarded import Guarded, OfWords, Watch

_BANNER = re.compile(
    r"originated (?:from )?outside|this (?:e-?mail|message|sender) (?:is |came |was sent )?from (?:an )?external|"
    r"\bexternal (?:e-?mail|sender)\b|^\W{0,4}(?:external|ext)\W{0,4}$|\[(?:external|ext)[^\]]{0,30}\]|"
    r"came from outside|outside (?:of )?(?:the|your|our) (?:organi[sz]ation|trust|council|network)\b|"
    r"think before you click|don'?t often get e?-?mail from|learn why this is important|"
    r"do not click (?:on )?(?:any )?links|recogni[sz]e the sender|know (?:that )?the contents? (?:is|are) safe|"
    r"exercise caution|careful (?:with|when) (?:opening|clicking|links)|"
    r"first time you received an e-?mail from this sender|this sender (?:is|might be) (?:unverified|outside)|"
    r"marked as spam by|zjqcmqryfpfpt",
    re.IGNORECASE,
)
BANNER = Guarded(
    _BANNER,
    (
        "outside", "external", "ext", "before you click", "often get ", "learn why ", "do not click", "recogni",
        "the content", "exercise caution", "careful ", "first time you ", "this sender ", "marked as spam", "zjqc",
    ),
)  # fmt: skip
"""What a mail gateway writes into other people's mail."""
_DISCLAIMER = re.compile(
    r"intended (?:solely|only|exclusively) (?:for|to)|intended (?:recipient|addressee)|named (?:recipients?|"
    r"addressees?)\b|for the (?:sole |exclusive )?use of the (?:intended|named|addressee|individual|original)|"
    r"received (?:this|it)\b.{0,40}\bin error|you are not the (?:intended|named)|scanned (?:for|by).{0,30}virus|"
    r"virus(?:es)?[- ]free|(?:free from|transmission of) (?:computer )?virus|accepts? no (?:liability|"
    r"responsibility)|registered (?:in england|office:|company no|charity no)|exempt charity|limited by guarantee|"
    r"monitors? (?:all )?(?:e-?mail|incoming)|freedom of information act(?! request)|consider the environment|"
    r"(?:don'?t|do not) print this e-?mail|not a secure (?:medium|means)|(?:views|opinions).{0,40}"
    r"(?:expressed|those of)|legally privileged|"
    r"privileged information|confidentiality notice|strictly prohibited|unauthori[sz]ed (?:use|"
    r"disclosure|copying|access)|may be (?:legally )?privileged|(?:sender|author|writer)'?s own|"
    r"reached you in error|delete (?:it|this (?:e-?mail|message)) and (?:tell|notify|inform)|"
    r"may monitor (?:messages|e-?mails?|communications)|not always secure|think of the environment|"
    r"environment before (?:you )?print|safeguarding and promoting the (?:welfare|well-?being)|"
    r"meant only for the (?:person|addressee)|(?:not|n't) expect (?:an? )?(?:answer|reply|response) outside|"
    r"at (?:hours|times) that suit (?:me|them)|^\W{0,6}(?:(?:legal|e-?mail|confidentiality) )?disclaimer\W{0,6}$",
    re.IGNORECASE,
)
DISCLAIMER = Guarded(
    _DISCLAIMER,
    (
        "intended ", "named ", "use of the ", "in error", "not the ", "virus", "no liability", "no responsibility",
        "registered ", "exempt charity", "by guarantee", "monitor", "information act", "environment", "print this ",
        "not a secure ", "views", "opinions", "privileged", "confidentiality ", "prohibited", "unauthori", "s own",
        "delete ", "always secure", "and promoting ", "meant only ", " expect ", "that suit ", "disclaimer",
    ),
)  # fmt: skip
"""What only a disclaimer says."""

_OFTEN_DISCLAIMER = re.compile(
    r"privacy (?:notice|policy)|company (?:number|no\b)|charity (?:number|no\b)|avast|avg\.com|mimecast|"
    r"mailscanner|messagelabs|symantec\.cloud|data protection (?:act|officer)|this (?:e-?mail|"
    r"message) is sent on behalf of|unsubscribe|you received this (?:message|email) because|confidential|"
    r"expected to (?:read|answer|respond|reply)|outside (?:of )?(?:your|my|normal|usual|"
    r"office) (?:own )?(?:working |office )?hours|think before you print",
    re.IGNORECASE,
)
OFTEN_DISCLAIMER = Guarded(
    _OFTEN_DISCLAIMER,
    (
        "privacy ", "company n", "charity n", "avast", "avg.com", "mimecast", "mailscanner", "messagelabs", "symantec",
        "data protection ", "on behalf of", "unsubscribe", "you received this ", "confidential", "expected to ",
        "outside ", "before you print",
    ),
)  # fmt: skip
"""What a disclaimer says, and a person may say, too: it must stand in a line that begins like one."""
DISCLAIMER_START = re.compile(
    r"^(?:[*_#=~-]*\s*)?(?:disclaimer|confidentiality|notice\b|important(?: notice)?:|legal notice|privacy|"
    r"the (?:information|contents?) (?:contained )?(?:in|of)|this (?:e-?mail|message|communication|transmission)\b|"
    r"any (?:views|opinions)|e-?mails? (?:is|are|sent|may)|our privacy|please (?:consider|think|don'?t print|"
    r"do not print)|save (?:paper|trees)|registered|if you (?:have received|are not)|you received this|"
    r"to unsubscribe|(?:please note:? )?(?:i|we) (?:may |sometimes )?(?:work flexibl|send e-?mails))",
    re.IGNORECASE,
)
_MARKER = re.compile(
    r"^[\[(*_<\s-]*(?:(?:dictated|voice typed)(?: (?:with|by|using|via|on|to) [^?\d]{0,60})?|spoken (?:into|by|via|"
    r"using|with) [^?\d]{0,60}|voice (?:typing|message to text)|sent by voice|sent from (?:my|"
    r"a)(?: [\w’'-]{1,20}){1,6}(?:[,.;!]? ?(?:(?:so|and|but) )?(?:please |kindly )?(?:excuse|forgive|pardon|sorry|"
    r"apolog).{0,120})?|(?:(?:typed|written|sent|tapped)[^?\d]{0,60}[.,;] ?)?(?:please |kindly )?(?:excuse|forgive|"
    r"pardon) (?:(?:my|the|any|all) )?(?:brevity|typos?|typ?o?z?e|spelling|errors|mistakes|autocorrect|"
    r"fat fingers|thumbs|shortness)\b[^?]{0,120}|sent (?:on|while|whilst) (?:the go|the move|the run|on the move|"
    r"mobile|travelling)\b[^?]{0,60}|from my (?:i ?phone|i ?pad|android|mobile|phone|galaxy)\b[^?]{0,30}|"
    r"\w{2,20} from (?:my )?mobile|sent (?:from|via|using|with) (?-i:[A-Z])[\w.&+’'-]*(?: (?:(?-i:[A-Z0-9])[\w.&+’'-]*|"
    r"for|on|e-?mail|mobile|app|mail|and|the)){0,7}|"
    r"(?:sent|written|typed|composed|dictated|posted)(?: quickly| by e-?mail)?,? (?:from|by|on|via|using|with)"
    r"(?: [\w®'’.&+-]+){0,3}? \[?(?:i ?phone|i ?pad|i ?pod|i ?os|android|galaxy|samsung|"
    r"blackberry®?|black berry|nokia|windows|outlook|mobile|phone|device|smartphone|handheld|tablet|htc|huawei|"
    r"xperia|sony|motorola|nexus|pixel|one ?plus|yahoo|aol|proton|protonmail|gmail|mail|mailbox|mailspring|spark|"
    r"thunderbird|nine|bluemail|t-mobile|verizon|at&t|o2|vodafone|laptop|mac|watch|zoho|airmail|hushmail|tutanota|"
    r"tuta|surface|kindle|siri)\b[^?]{0,100}|get (?:outlook|bluemail|spark|yahoo mail|proton) (?:for|on)\b.{0,100}|"
    r"download (?:outlook|spark) for\b.{0,80}|"
    r"virus-free\.?.{0,80}|this e-?mail (?:has been |was )?(?:checked|scanned) (?:for|"
    r"by).{0,120})[\])*_>.!\s-]*$",
    re.IGNORECASE,
)
MARKER = Guarded(
    _MARKER,
    (
        "dictated", "voice t", "voice message", "by voice", "spoken ", "sent ", "sent,", "excuse", "forgive", "pardon",
        "from my ", "from mobile", "written", "typed", "composed", "posted", "get outlook ", "get bluemail ",
        "get spark ", "get yahoo mail ", "get proton ", "download ", "virus-free", "this email ", "this e-mail ",
    ),
)  # fmt: skip
"""What a mail program puts under a mail."""
_MARKER_ABROAD = re.compile(
    r"^[\[(*_<\s-]*(?:(?:envoyé|envoye) (?:de|depuis|à partir de) (?:mon|ma|l'|outlook|"
    r"yahoo).{0,60}|(?:von (?:meinem|meiner) .{1,40} gesendet|gesendet (?:von|mit) .{1,60}|"
    r"diese nachricht wurde von .{1,60} gesendet)|enviado (?:desde|do|a partir do|de) (?:mi|meu|outlook|"
    r"yahoo).{0,60}|inviato da(?:l mio)? .{1,60}|verzonden (?:vanaf|met|via) .{1,60}|skickat från (?:min|"
    r"mitt) .{1,60}|sendt fra (?:min|mitt) .{1,60}|lähetetty .{1,60}|wysłane z .{1,60}|отправлено с .{1,60}|"
    r"从我的.{1,30}发送|发自我的.{1,30}|"
    r"從我的.{1,30}傳送|verstuurd (?:vanaf|met|via) .{1,60})[\])*_>.!\s-]*$",
    re.IGNORECASE,
)
MARKER_ABROAD = Guarded(
    _MARKER_ABROAD,
    (
        "envoyé ", "envoye ", "gesendet", "enviado ", "inviato ", "verzonden ", "skickat ", "sendt ", "lähetetty ",
        "wysłane ", "отправлено ", "从我的", "发自我的", "從我的", "verstuurd ",
    ),
)  # fmt: skip
_TICKET = re.compile(
    r"^[-#=*_~\[(]{2,}.{0,20}\b(?:reply|response)\b.{0,20}\babove\b.{0,60}$|^\[(?:ticket|ref|case|"
    r"id)\s?[:#].{1,60}\]$|^(?:ticket|case|ref(?:erence)?)\s?(?:id|no\.?|number|"
    r"#)\s?[:#]?\s?[A-Z]{0,5}[-#]?\d[\w-]{2,20}$|^(?:ref|thread)::?\S{8,}:?(?:ref)?$|^message-?id:\s*\S+$|"
    r"^<!--.{0,200}-->$|^\[cid:[^\]]{1,200}\]$|^\[image:? ?[^\]]{0,120}\](?: ?<\S{1,300}>)?(?: ?\[image:? "
    r"?[^\]]{0,120}\](?: ?<\S{1,300}>)?){0,8}$|^\[(?:logo|signature|banner|icon)[^\]]{0,80}\]$|"
    r"^-----BEGIN PGP SIGNED MESSAGE-----$|^Hash: SHA\d{1,3}$",
    re.IGNORECASE,
)
TICKET = Guarded(
    _TICKET,
    (
        "above", "ticket", "case", "ref", "[id", "thread:", "message-id:", "messageid:",
        "<!--", "[cid:", "[image", "[logo", "[signature", "[banner", "[icon", "pgp signed", "hash: sha",
    ),
)  # fmt: skip
"""What a ticket system or a security program puts into a mail, alone in its line."""
_OF_NOBODY = (
    ("banner", BANNER),
    ("disclaimer", DISCLAIMER),
    ("disclaimer", OFTEN_DISCLAIMER),
    ("marker", MARKER),
    ("marker", MARKER_ABROAD),
    ("marker", TICKET),
)
_WATCH = Watch(table.pieces for _, table in _OF_NOBODY)


def of_nobody(low: str) -> set[str]:
    """Which of "banner", "disclaimer" and "marker" a text may hold, given as `lowered` makes it."""
    return {_OF_NOBODY[place][0] for place in _WATCH.found_in(low)}


DELIMITERS = frozenset("-_—–")
"""How a line begins that is a delimiter."""
DELIMITER = re.compile(r"^(?:-{2,4}|_{2,4}|—|–|-----BEGIN PGP SIGNATURE-----)$")
RULE = re.compile(r"^(?:[-_=*~#•·‐–—]\s?){5,200}$")

VALEDICTION = re.compile(
    r"^[*_]*(?:(?:with |in )?(?:(?:very |my |our |all |many |much |kindest|kind|best|warm(?:est)?|good|sincere|"
    r"heartfelt|friendly|every|bw|big)\s*){0,4}(?:and (?:best|kind|warm|good) )?(?:regards?|wishes|thanks|"
    r"thank you|appreciation|greetings|love|blessings?)(?:\s(?:again|in advance|and (?:best|kind|warm|"
    r"good)?\s?(?:wishes|regards)|for now|so much|all|both|everyone|team|from|indeed|very much|once again))?|"
    r"(?:yours?\s(?:sincerely|faithfully|truly|ever|in \w+)|(?:sincerely|faithfully|respectfully|"
    r"cordially)(?: yours)?)|cheers|ta|thx|tks|ttfn|rgds|kr|br|bw|kind|best|warmly|all (?:the )?best|take care|"
    r"bye(?: for now)?|(?:speak|talk|see you) (?:soon|then)|(?:have a |enjoy (?:your|the) )(?:good|great|lovely|"
    r"nice|fab)?\s?(?:day|weekend|week|evening|half[- ]term|break)|god bless|in faith|peace|"
    r"xx?x?)[\s,.!;:*_x-]{0,6}$",
    re.IGNORECASE,
)
RULED = frozenset("-_=*~#•·‐–—")
"""How a line begins that is a rule."""
_CONTACT = re.compile(
    r"(?:\+\d{1,3}|\(?0\d{2,4}\)?)[\d ()-]{6,}\d|\(?\b\d{3}\)?[-. ]{1,2}\d{3}[-.]\d{4}\b|"
    r"^(?:[pcodv]|cell|office|direct|main|desk)\s?[:.|]\s?[+(\d][\d ().-]{6,}|\bext(?:n|ension)?\.?:? ?\d{2,5}\b|\bwww\.|https?://|\S@\S+\.\S|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|^(?:t|tel|telephone|phone|m|mob|mobile|e|email|e-mail|w|web|website|f|"
    r"fax|twitter|x|facebook|insta(?:gram)?|linkedin|follow us)\s?(?:[:|]|\.\s?[+(\d])|^@\w{3,}|\bpronouns?\b|"
    r"\b(?:she/her|he/him|they/them)\b",
    re.IGNORECASE,
)
CONTACT = Guarded(_CONTACT, ("www.", "pronoun"), re.compile(r"[\d@:|/+(]"))
"""How a card says where somebody is to be reached."""
LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
LINK_ON_CARD = re.compile(
    r"^[*_]{0,2}(?:w|web|website|web ?site|site|home ?page|blog|twitter|x|facebook|insta(?:gram)?|linkedin|youtube|"
    r"(?:follow|find|visit|like|join) us)\b",
    re.IGNORECASE,
)
"""The label that a link has on a card."""
PLACE = re.compile(
    r"^\d{1,5}[A-Za-z]? .{2,60}\b(?i:street|st|road|rd|lane|avenue|ave|drive|dr|way|close|suite|floor|house)\b|"
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?$"
)
"""A street with its number, or a town with its ZIP code."""
_TITLE = re.compile(
    r"\b(?:assistant|executive|sbm|coo|caretaker|head ?teacher|head ?master|head ?mistress|headteacher|principal|"
    r"vice principal|deputy|assistant head|acting head|executive head|head of|school business|business manager|"
    r"designated|dt|dsl|ddsl|senco|sendco|sencos?|inclusion|pastoral|safeguarding|teacher|teaching assistant|tutor|"
    r"lead(?:er)?|manager|coordinator|co-ordinator|officer|administrator|admin|secretary|receptionist|reception|"
    r"office|pa to|director|governor|governors|chair|clerk|ceo|mentor|practitioner|adviser|advisor|counsellor|"
    r"bursar|slt|smt|aht|dht|hlta|elsa|qts|npqh?|school|academy|college|primary|infants?|juniors?|nursery|"
    r"federation|trust|council|university|department|team|engineer|developer|consultant|analyst|designer|president|"
    r"founder|partner|associate|ltd|limited|inc|llc|plc|gmbh|company|group|services|street|road|lane|avenue|drive|"
    r"close|crescent)\b|\b(?:high|grammar|secondary|centre|seniors?)$",
    re.IGNORECASE,
)
_TITLE_WORDS = (
    "assistant executive sbm coo caretaker head headteacher teacher headmaster master headmistress mistress "
    "principal deputy business manager designated dt dsl ddsl senco sencos sendco inclusion pastoral safeguarding "
    "tutor lead leader coordinator ordinator officer administrator admin secretary receptionist reception office "
    "pa director governor governors chair clerk ceo mentor practitioner adviser advisor counsellor bursar slt smt "
    "aht dht hlta elsa qts npq npqh school academy college primary infant infants junior juniors nursery "
    "federation trust council university department team engineer developer consultant analyst designer president "
    "founder partner associate ltd limited inc llc plc gmbh company group services street road lane avenue drive "
    "close crescent high grammar secondary centre senior seniors"
)
TITLE = OfWords(_TITLE, frozenset(_TITLE_WORDS.split()))
"""What somebody is, or where."""
DAY = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri)(?:day|sday|nesday|rsday|urday)?s?"
WORKING = re.compile(
    rf"^[*_(\[•-]*\s?(?:(?:please note:?\s)?(?:that )?i (?:only |normally |usually |do not |"
    rf"don'?t )?work\b.{{0,80}}|(?:please note:?\s)?(?:my )?(?:usual |normal )?(?:non[- ])?working (?:days?|hours|"
    rf"pattern|week)\b.{{0,160}}|(?:days? (?:of work|worked|in (?:school|work|office)|in:)|work(?:s|ing)? (?:pattern|"
    rf"days)|part[- ]time|job[- ]?share|(?:please note:? )?office (?:hours|open)|hours:|contact (?:days|hours)|"
    rf"term[- ]time only|(?:not )?in school (?:on )?{DAY})\b.{{0,160}}|(?=.{{0,40}}\b{DAY}\b)(?:{DAY}|all day|only|"
    rf"am|pm|mornings?|afternoons?|full|half|day|and|to|till|until|[-–,&/|+() :.]|\d{{1,2}}){{2,40}})[.*_)\]]*$",
    re.IGNORECASE,
)
"""Working days in a signature: "I work Monday to Thursday", "Mon Tue Thu"."""
WORKING_LABEL = re.compile(
    r"^[*_(]{0,3}(?:my )?(?:(?:usual|normal|current) )?(?:(?:non[- ])?work(?:ing)? (?:days?|hours|pattern|week)|"
    rf"days (?:in|worked|of work)(?: school)?)\s?[:–-]\s?(?:{DAY}|all day|only|am|pm|mornings?|afternoons?|full|half|"
    rf"day|and|to|till|until|term[- ]time|[-–,&/|+() :.]|\d{{1,2}}){{2,60}}[*_)]{{0,3}}$",
    re.IGNORECASE,
)
"""The label of working days, which nobody writes above an answer."""
HABIT = re.compile(
    rf"^(?:please note:?\s)?(?:that )?(?:i am|i'm|i work|i) (?:only |normally |usually |currently )?"
    rf"(?:in|in school|in work|in the office|on site|at work|at school|available|contactable)(?: on)? {DAY}"
    rf"(?:(?:,| and| &| to|-|\u2013|,? or)*\s?{DAY})*(?: only| each week| every week)?\.?$",
    re.IGNORECASE,
)
"""A sentence on a card that is about the writer's week: "I am in school on Tuesdays and Thursdays"."""
FOOTER = re.compile(
    r"^[*_|•-]*\s?(?:(?:school )?(?:term|holiday|inset|pd|closure|key|important|open|office) (?:dates?|days?|"
    r"mornings?|hours?)\b[^:|–-]{0,30}[:|–-]|inset:|dates for (?:your|the) diary\s?[:|–-]|(?:diary|"
    r"upcoming) (?:dates|events)\s?[:|–-]|term times?\s?[:|–-]|open (?:evening|morning|day|afternoon|"
    r"event)s?\b[^:.]{0,40}:|save the date\b.{0,80}(?:fayre|fair|f[eê]te|evening|concert|nativity|production|"
    r"sports|coffee|disco|bazaar)|ofsted\b[^|]{0,80}\||awards?:|winners? of|ofsted(?: rated)?\W{1,3}(?:good|"
    r"outstanding)|rated (?:good|outstanding)|proud (?:to be|member|of)|a member of|part of the|(?:our )?(?:vision|"
    r"values|motto|mission)\b|follow us|find us|visit us (?:at|on)|like us)",
    re.IGNORECASE,
)
"""The beginning of a line that a school prints under every mail."""
FOOTER_CELLS = re.compile(
    r"^[^|]{0,60}\b(?:school|academy|college|"
    r"primary|trust|council)\b[^|]{0,40}\||\|\s*term dates\b",
    re.IGNORECASE,
)
"""A school's name or its term dates beside the wall of a cell."""
_EVENT = re.compile(
    r"\b(?:open (?:evening|morning|day|afternoon|week|house)s?|parents['’]? (?:consultation )?evenings?|sports days?|"
    r"(?:fair|fayre|f[eê]te|concert|production|nativity|pantomime|bazaar|carnival|prom|disco)s?|term (?:dates?|starts?|"
    r"ends?|begins?|time)|(?:first|last) day of|half[- ]terms?|insets?|(?:pd|training) days?|bank holidays?|school (?:"
    r"closes?|closed|reopens?|holidays?)|(?:next|full) (?:full )?(?:meeting|governing|board)|working (?:pattern|days?|"
    r"hours)|days? in\b|office (?:hours|open)|(?:carol|leavers['’]?|harvest|memorial) (?:service|concert|assembly)|"
    r"save the date|next events?|academic year|agm)\b",
    re.IGNORECASE,
)
_EVENT_WORDS = (
    "open parents sports fair fairs fayre fayres fete fetes fête fêtes concert concerts production productions "
    "nativity nativitys pantomime pantomimes bazaar bazaars carnival carnivals prom proms disco discos term half "
    "inset insets pd training bank school next full working day days office carol leavers harvest memorial save "
    "academic agm"
)
EVENT = OfWords(_EVENT, frozenset(_EVENT_WORDS.split()))
"""What a school announces to everybody under its mails."""
PERSON = re.compile(
    r"^[*_~-]{0,2}(?:(?:mr|mrs|ms|miss|mx|dr|prof|rev|revd|fr|sr|cllr|sir|dame|canon|col|father|"
    r"sister)\.? )?[^\W\d_][\w.'’-]{0,20}(?: (?:&|and|[^\W\d_][\w.'’-]{0,20})){0,4}(?: x{1,3})?(?: \((?:mrs?|ms|"
    r"miss|mx|dr|she/her|he/him|they/them)\))?[*_,.]{0,2}$",
    re.IGNORECASE,
)
CELLS = re.compile(r"\s{2,}|\s*\|\s*")
PROSE = re.compile(r"^p\.? ?s\b|\?\s*$", re.IGNORECASE)
TELLS = re.compile(
    r"^(?:my|our|the|his|her|their|here|this|that)\b|\b(?:call|ring|reach|contact|phone) (?:me|us)\b", re.IGNORECASE
)
"""How somebody begins to tell a number or an address, unlike a card."""
LIST_FOOTER = re.compile(r"^\S.{0,60} mailing list$", re.IGNORECASE)
SPEAKS = re.compile(
    r"\b(?:i|we|you|your|please|could|can|will|would|it's|its|that's|let|he|she|they|me|us|yes|no|not|ok|okay|"
    r"sorry|actually|instead|option|can't|cannot|won't|scrap|ignore|prefer|rather|unless|but|also|cancel|forget|"
    r"wait)\b|n't\b",
    re.IGNORECASE,
)
"""Words with which somebody says something, unlike a card."""

DATED = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[/.]\d{1,2}\b|\b(?:mon|tues?|wed|wednes|thu|thurs?|fri)(?:day)?s?\b|"
    r"\b(?:january|february|march|april|june|july|jan|feb|mar|apr|jun|jul)\b",
    re.IGNORECASE,
)
ABOUT_VISIT = re.compile(
    r"\b(?:options?|dates?|visits?|book|governor|instead|morning|afternoon|offer(?:ed)?|slots?)\b", re.IGNORECASE
)
