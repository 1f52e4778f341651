"""The words by which signatures, disclaimers, banners and marks of mail programs are known."""

from __future__ import annotations

import re

BANNER = re.compile(
    r"originated (?:from )?outside|external (?:source|sender|e-?mail)\b|\bexternal\]|\[ext\]|came from outside|"
    r"outside (?:of )?(?:the|your|our) (?:organi[sz]ation|trust|council|school|company|network)|"
    r"think before you click|don'?t often get e?-?mail from|learn why this is important|"
    r"do not click (?:on )?(?:any )?links|exercise caution|be careful (?:with|when) (?:opening|clicking|links)|"
    r"first time you received an email from this sender|this sender (?:is|might be) (?:unverified|outside)|"
    r"marked as spam by|caution:|zjqcmqryfpfpt",
    re.IGNORECASE,
)
BANNER_EDGE = re.compile(
    r"^(?:[\[*#!⚠️ ]*(?:caution|external|warning|security (?:notice|warning)|attention|be careful)\b|"
    r"\**\s*this (?:e-?mail|message)\b|you don'?t often|some people who received|zjqcmqryfpfpt|\[?external)",
    re.IGNORECASE,
)
DISCLAIMER = re.compile(
    r"intended (?:solely|only|exclusively) (?:for|to)|intended (?:recipient|addressee)|named (?:recipients?|"
    r"addressees?|person)\b|for the (?:sole |exclusive )?use of the (?:intended|named|addressee|individual|person|"
    r"original)|(?:received|sent) (?:this|it)\b.{0,40}\bin error|in error,? please|you are not the (?:intended|"
    r"named)|scanned (?:for|by)|virus(?:es)?[- ]free|(?:free from|for|transmission of) (?:computer )?virus|"
    r"accepts? no (?:liability|responsibility)|no liability|be liable for|registered (?:in england|office|company|"
    r"charity|no)|company (?:number|no\b)|charity (?:number|no\b)|exempt charity|limited by guarantee|"
    r"monitors? (?:all )?(?:e-?mail|email traffic|incoming)|freedom of information act|consider the environment|"
    r"think (?:before|of the environment).{0,20}print|(?:don'?t|do not) print this|privacy (?:notice|policy)|"
    r"not a secure (?:medium|means)|(?:views|opinions).{0,40}(?:expressed|those of)|legally privileged|"
    r"confidential and|privileged and|privileged information|confidentiality notice|strictly prohibited|"
    r"unauthori[sz]ed (?:use|disclosure|copying|access)|not expected to (?:read|answer|respond|reply)|"
    r"outside (?:of )?(?:your|my|normal|usual|office) (?:own )?(?:working |office )?hours|avast|avg\.com|mimecast|"
    r"mailscanner|messagelabs|symantec\.cloud|data protection (?:act|officer)|this (?:e-?mail|"
    r"message) is sent on behalf of|unsubscribe from|to unsubscribe|you received this (?:message|email) because",
    re.IGNORECASE,
)
DISCLAIMER_START = re.compile(
    r"^(?:[*_#=~-]*\s*)?(?:disclaimer|confidentiality|notice|important(?: notice)?:|legal notice|privacy|"
    r"the (?:information|contents?) (?:contained )?(?:in|of)|th(?:is|e) (?:e-?mail|email|message|communication|"
    r"transmission)\b|any (?:views|opinions)|e-?mails? (?:is|are|sent|may)|our privacy|please (?:consider|think|"
    r"don'?t print|do not print)|save (?:paper|trees)|registered|although|if you (?:have received|are not)|"
    r"you received this)",
    re.IGNORECASE,
)
MARKER = re.compile(
    r"^[\[(*_<\s]*(?:(?:sent|written|typed|composed|dictated|posted)\b.{0,20}\b(?:from|on|via|using|with|"
    r"by)\b.{0,30}\b(?:i ?phone|i ?pad|i ?pod|i ?os|android|galaxy|samsung|blackberry|black berry|nokia|windows|"
    r"outlook|mobile|phone|device|smartphone|handheld|tablet|htc|huawei|xperia|sony|motorola|nexus|pixel|one ?plus|"
    r"yahoo|aol|proton|protonmail|gmail|mail|mailbox|mailspring|spark|thunderbird|nine|bluemail|t-mobile|verizon|"
    r"at&t|ee|o2|vodafone|three|laptop|mac|watch|zoho|airmail|polymail|boomerang|hushmail|tutanota|windows phone|"
    r"surface|kindle|siri)\b.{0,120}|get (?:outlook|bluemail|spark|yahoo mail|proton) (?:for|on)\b.{0,100}|"
    r"download (?:outlook|spark) for\b.{0,80}|(?:envoyé|envoye) (?:de|depuis|à partir de) (?:mon|ma|l'|outlook|"
    r"yahoo).{0,60}|(?:von (?:meinem|meiner) .{1,40} gesendet|gesendet (?:von|mit) .{1,60}|"
    r"diese nachricht wurde von .{1,60} gesendet)|enviado (?:desde|do|a partir do|de) (?:mi|meu|outlook|"
    r"yahoo).{0,60}|inviato da(?:l mio)? .{1,60}|verzonden (?:vanaf|met|via) .{1,60}|skickat från (?:min|"
    r"mitt) .{1,60}|sendt fra (?:min|mitt) .{1,60}|lähetetty .{1,60}|wysłane z .{1,60}|отправлено с .{1,60}|"
    r"从我的.{1,30}发送|发自我的.{1,30}|virus-free\.?.{0,80}|this email (?:was sent|has been checked|"
    r"was scanned).{0,160})[\])*_>.!]*$",
    re.IGNORECASE,
)
TICKET = re.compile(
    r"^[-#=*_~\[(]{2,}.{0,20}\b(?:reply|response)\b.{0,20}\babove\b.{0,60}$|^\[(?:ticket|ref|case|"
    r"id)\s?[:#].{1,60}\]$|^(?:ticket|case|ref(?:erence)?)\s?(?:id|no\.?|number|"
    r"#)\s?[:#]?\s?[A-Z]{0,5}[-#]?\d[\w-]{2,20}$|^(?:ref|thread)::?\S{8,}:?(?:ref)?$|^message-?id:\s*\S+$|"
    r"^<!--.{0,200}-->$|^\[cid:[^\]]{1,200}\]$|^\[image:? ?[^\]]{0,120}\](?: ?<\S{1,300}>)?(?: ?\[image:? "
    r"?[^\]]{0,120}\](?: ?<\S{1,300}>)?){0,8}$|^\[(?:logo|signature|banner|icon)[^\]]{0,80}\]$|"
    r"^-----BEGIN PGP SIGNED MESSAGE-----$|^Hash: SHA\d{1,3}$",
    re.IGNORECASE,
)
DELIMITER = re.compile(r"^(?:--|—|–|-----BEGIN PGP SIGNATURE-----)$")
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
CONTACT = re.compile(
    r"(?:\+\d{1,3}|\(?0\d{2,4}\)?)[\d ()-]{6,}\d|\bext(?:n|ension)?\.?:? ?\d{2,5}\b|\bwww\.|https?://|\S@\S+\.\S|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|^(?:t|tel|telephone|phone|m|mob|mobile|e|email|e-mail|w|web|website|f|"
    r"fax|twitter|x|facebook|insta(?:gram)?|linkedin|follow us)\s?(?:[:|]|\.\s?[+(\d])|^@\w{3,}|\bpronouns?\b|"
    r"\b(?:she/her|he/him|they/them)\b",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(?:head ?teacher|head ?master|head ?mistress|headteacher|principal|vice principal|deputy|assistant head|"
    r"acting head|executive head|head of|school business|business manager|designated|dt|dsl|ddsl|senco|sendco|"
    r"sencos?|inclusion|pastoral|safeguarding|teacher|teaching assistant|tutor|lead(?:er)?|manager|coordinator|"
    r"co-ordinator|officer|administrator|admin|secretary|receptionist|reception|office|pa to|director|governor|"
    r"governors|chair|clerk|ceo|mentor|practitioner|adviser|advisor|counsellor|bursar|slt|smt|aht|dht|hlta|elsa|"
    r"qts|npqh?|school|academy|college|primary|infants?|juniors?|nursery|federation|trust|council|university|"
    r"department|team|engineer|developer|consultant|analyst|designer|president|founder|partner|associate|ltd|"
    r"limited|inc|llc|plc|gmbh|company|group|services|street|road|lane|avenue|drive|close|crescent)\b",
    re.IGNORECASE,
)
DAY = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri)(?:day|sday|nesday|rsday|urday)?s?"
WORKING = re.compile(
    rf"^[*_(\[•-]*\s?(?:(?:please note:?\s)?(?:that )?(?:i|my)\b.{{0,40}}\b(?:work(?:ing)?|non[- ]working|days?|"
    rf"in school)\b.{{0,60}}|(?:(?:usual |normal |my )?working (?:days?|hours|pattern|week)|days? (?:of work|"
    rf"worked|in (?:school|work|office))|work(?:s|ing)? (?:pattern|days)|non[- ]working days?|part[- ]time|"
    rf"job[- ]?share|office (?:hours|open)|hours|available|in school|contact (?:days|hours)|"
    rf"term[- ]time only)\b.{{0,160}}|(?=.{{0,40}}\b{DAY}\b)(?:{DAY}|all day|only|am|pm|mornings?|afternoons?|"
    rf"full|half|day|and|to|till|until|[-–,&/|+() :.]|\d{{1,2}}){{2,40}})[.*_)\]]*$",
    re.IGNORECASE,
)
FOOTER = re.compile(
    r"^[*_|•-]*\s?(?:(?:school )?(?:term|holiday|inset|pd|closure|key|important|open|office) (?:dates?|days?|"
    r"mornings?|hours?|closed)\b|inset\b|dates for (?:your|the) diary|diary dates|upcoming (?:dates|events)|"
    r"term times?|awards?:|winners? of|ofsted(?: rated)?\W{1,3}(?:good|outstanding)|rated (?:good|outstanding)|"
    r"proud (?:to be|member|of)|a member of|part of the|(?:our )?(?:vision|values|motto|mission)\b|follow us|"
    r"find us|visit (?:us|our)|join us|follow me|like us)|^[^|]{0,60}\b(?:school|academy|college|primary|trust|"
    r"council)\b[^|]{0,40}\|.{3,}|\|\s*term dates\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"^[*_~-]{0,2}(?:(?:mr|mrs|ms|miss|mx|dr|prof|rev|revd|fr|sr|cllr|sir|dame|canon|col|father|"
    r"sister)\.? )?[^\W\d_][\w.'’-]{0,20}(?: (?:&|and|[^\W\d_][\w.'’-]{0,20})){0,4}(?: x{1,3})?[*_,.]{0,2}$",
    re.IGNORECASE,
)
PROSE = re.compile(r"^p\.? ?s\b|\?\s*$", re.IGNORECASE)
SPEAKS = re.compile(r"\b(?:i|we|you|your|please|could|can|will|would|it's|its|that's|let)\b", re.IGNORECASE)
