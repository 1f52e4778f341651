"""What is said of a report: that it is agreed, that it should be mended, that it is still to be read.

Tables only, written as `phrases` explains; `reporting` reads them.
"""

from __future__ import annotations

from bot.understanding.phrases import PhraseTable
from bot.understanding.report_classes import CLASSES
from bot.understanding.topics import Topic
from bot.understanding.verdict_words import SIGNING

_SIGN = """
    (wherever|where|whoever) it (needs|has) to go ; tick us off
    (formal|full|written|whole-hearted|wholehearted) (consent|assent|approval|acceptance|agreement)
    (consent|assent|subscribe|accede) to ; seal of approval ; (our|my|full) (blessing|approval)
    (put|add|adding|putting|set) (my|our|his|her|their) (name|names|signature|initials|mark) (to|on|against)
    sign on the dotted line ; (make|mark|call|treat|consider|regard) @whole as? (final|done|complete|closed|finished)
    (make|mark|call|treat|consider|regard) the report as? (final|done|complete|closed|finished|signed|agreed)
    (make|mark|call|treat|consider|regard) @whole as? (signed|agreed|accepted|approved|settled)
    (finalise|finalize|conclude) (it|this|the+report)? ; close it off ; (be|is) (finalised|finalized|closed+off)
    happy for (it|this|the+report) to (be|go) ; (got|hit|have) (us|me|it|things|everything) to a t
    (got|hit|have) (us|me|it|things|everything) (spot+on|just+right|bang+on|in+one|to+a+t|down+to+a+t)
    (good|fine|ok|okay|great|alright|happy) (at|on|from) (my|our) (end|side)
    (we|i) so? (am|are) @so? @glad ; (we're|i'm|they're|she's|he's|head's|school's|chair's|everyone's) @so? @glad
    (everybody's|governor's|principal's) @so? @glad ; (everyone|everybody|both|all) (is|are|of+us+are) @so? @glad
    @boss (is|are|was|were) @so? @glad ; @boss and (i|chair|head|governor|me) are @so? @glad
    (bang|spot) on ; @whole (is|looks|reads|seems|sounds|was) @so? @good ; @copula @so @good
    (couldn't|could+not) have? (put|said|written) it better ; every word of? it ; to every word
    as (it|you've|you) (stands|stand|written|drafted|have|put) it? ; leave it just? as (it+is|is)
    (send|get|put|pop) (it|this) (off|round|through|on+file) ; (it's|you're) (good|ready|ok|okay|fine|free) to go
    (good|ready|ok|okay|fine|free) to (file|send|issue|publish|circulate|close) ; in agreement
    (you|it) (have|has|gets|get) our (vote|tick|thumbs+up|yes) ; recognise (ourselves|our+school|us) in (it|this)
    (very|really|quite|pretty|all) @good ; happy with ; all? present and correct ; (signed|sign) up
    (in|all+in) order ; thumbs up ; (can't|cannot|couldn't) fault ; satisfied (with|that)
    (our|my|full) agreement ; (happy|content|willing|ready|pleased) to (sign|agree|accept|approve|endorse)
    (wouldn't|would+not) (alter|change) (a|one|any) (comma|word|thing|jot|letter|syllable)
    (not|none+of+us+would|nobody+would) (alter|change) (a|one|any) (comma|word|thing|jot|letter|syllable)
    no (amendment|amendments) (is|are)? (sought|needed|required|wanted|necessary|proposed|requested)?
    no (change|changes|alteration) (is|are)? (sought|needed|required|wanted|necessary|proposed|requested)?
    in full ; concur ; concurs ; (resolved|voted|agreed|decided|happy) to (accept|adopt|approve|agree|endorse)
    adopt ; adopted ; endorse ; endorsed ; ratified ; (gets|has|have) ... (seal+of+approval|blessing|backing)
    nothing (wrong|amiss|untoward|missing|jumps+out|jumped+out|i'd+change|to+quibble)
    (hits|got|get) the nail
    (captures|sums+up|reflects|describes) ... (well|perfectly|nicely|fairly|accurately|exactly) ; go ahead
    agreed ; agreement ; agreement to ; without amendment ; in its entirety ; no amends ; approve ; approved
    approving ; agree ; accept ; accepted ; sign ; signed off ; sign-off ; sign off ; signed ; signing off
    accurate ; (school|we|i|governors|head) (accepts|accept|agrees|agree|approves|approve|endorses)
    all (correct|accurate|right|true|in+order)
    (publish|circulate|send+it+out|share) (it|away)?
    (fair|true|accurate|good|honest|balanced|excellent|very+fair) (picture|summary|account|reflection)
    (fair|true|accurate|good) (record|portrait|description|write-up|write+up)
    (honest|balanced|excellent|very+fair) (record|portrait|description|write-up|write+up)
    (sign|signed|signing) (it|this|that|us)? off
    (fine|good|happy|ready|ok) (to|for) (go|publish|be|file|sign|send|circulate|issue)
    consider it (signed|agreed|approved)
    content ; happy (with|for|to) ; very happy ; all happy ; we're happy ; i'm happy ; i am happy
    we are happy ; no (changes|amendments|comments|corrections|issues|edits|objections)
    no (problems|further comments|additions|concerns|queries|alterations|notes)
    nothing to (add|change|amend|correct|alter|report)
    (looks|reads|is|all|it's|that's) (good|fine|great|ok|accurate|fair)
    (looks|reads|is|all|it's|that's) (correct|right|spot on|perfect|lovely|excellent|well)
    fair and accurate ; accurate account ; accurate record ; accurate reflection ; true record
    fair reflection ; good to go ; good to file ; file it ; as it stands ; as is ; as drafted
    (we|i) (confirm|endorse) ; go ahead and (file|publish|circulate) ; fine by (me|us) ; fine with (me|us)
    (fine|good|ok) (from|for|by) (my|our|me|us) ; 👍 ; ✓ ; ✅ ; 👌 ; yes ; perfect ; spot on ; excellent report
"""

_MEND = """
    (haven't|hasn't|weren't|not) (made|done|changed|corrected|actioned) (any|all|the|my|our|it|what|those|them)
    you (mean|meant|must+mean) ; (nice|good|great|lovely|better|helpful) (to+see|to+have|if) ... @done ; get a mention
    (deserves|deserve|merits|needs) (a|some) (mention|credit|line)
    (accept|agree) (everything|all|most) (except|but|bar)
    surprised (to|that|you)
    (do|rather|really)? wish (you|it|that|there|we) (hadn't|had|would|wouldn't|could|didn't|weren't)
    (have|had|put|got|listed|given) (me|us|him|her|them|_|mr+_|mrs+_|ms+_) down (as|for) ; reconsidered ; rethink
    (add|adds|adding) up ; pasted ; copied (from|over|across)
    (none|some|much|most|a+lot) of (that|it|this) (was|is|isn't|wasn't) (us|ours|true|right|me)
    grammar ; grammatical ; punctuation ; should read ; should say
    (upset|hurt|saddened|shocked|offended|stung|taken+aback|put+out|alarmed|troubled) (by|at|about|with|to)
    taken aback
    (my|our|his|her|their|the+head's|some|with) (comments|suggestions|notes) (in|on|attached|below|are|to)
    (my|our|his|her|their|the+head's|some|with) (edits|changes|amendments) (in|on|attached|below|are|to)
    (put|had|got|listed|written) (down)? _ _? (and|when|but|where) (it|it's|there|we|we've|actually|should)
    when (it|we|there|he|she) (was|were|is|are) (actually|really|in+fact)? (on|the|in|a|at)
    (only|wrongly) (list|lists|mention|mentions|name|names|count)
    (could|can|might|should|needs+to|has+to) (go|come+out|be+gone|go+in) (please|from|.|before|,|now)
    (bit|line|part|word|sentence|paragraph|section|comment) ... (gone|out|removed|softened|in)
    refers to _ _? _? as ; (with|without) an? (e|h|i|s|y|k|c|double|extra|hyphen|apostrophe) (on|at|in|from|and|.)
    (wasn't|weren't) (at|in|on|there|present|part|involved)
    (the|a|that) @part (about|on|at|where|in|saying|which|that|with|describing) ... @amiss
    (mind|of|needs|need|wants|want|with|worth|require|requires|bears|deserves|about|warrants|wanting) @ing
    (mind|of|needs|need|wants|want|with|worth) (putting|taking|leaving|crossing) _
    (require|requires|bears|deserves|about) (putting|taking|leaving|crossing) _
    (be|being|get|have+it|see+it|like+it|want+it|it|them|those) @done
    (gets|was|were|have+that|see+that|that's|have+this) @done
    (be|being|get|it|them|that|gets|was|were|that's) (put|taken|crossed|toned|struck|left) (right|out|down|in|off)
    (kindly|please|pls|plz|to|you|also|then|must|and|just) @mend
    (please|kindly|to) (put|take|leave|cross) _ (right|out)
    (please|kindly|to|you) (put|take|leave|cross|tone) _? _? (right|out|down|off)
    make (a|one|the|this|some|few) ... @thing
    (could|can|would|will|might|may) (we|you|it|this|that) (please|possibly|just|maybe|perhaps|also|kindly)? @base
    changing ; amending ; correcting ; removing ; deleting ; rewording ; rephrasing ; softening ; altering ; mending
    redacting ; swapping ; substituting ; rectifying ; reinstating ; tweaking ; amendment ; amendments ; alteration
    alterations ; tweak ; tweaks ; inaccuracy ; inaccuracies ; suggested changes ; our changes ; my changes
    (her|his|head's|some|two|three|four|several|following|these|few|couple+of|many|various) @thing
    (find|found|attach|attached|enclose|enclosed|tracked|marked|marked-up) _? @thing
    then (it's|we're|i'm|that's|it'll|she's|he's|everyone's) @so? (good|happy|fine|ok|agreed|content|done|perfect)
    then (we|i|she|he|you|we'll) (can|will|are|am|is|would|could)? (sign|be|agree|approve)
    then (i'll|she'll|he'll|governors|head) (can|will|are|am|is|would|could)? (sign|be|agree|approve)
    (once|when|if|until|unless|till|after) ... @done ; (conditional|subject) (on|to)
    (once|when|until|unless|till|after) (these|those|that's) (is|are)? (done|right|in|sorted|put)
    (once|when|until|unless|till|after) (they're|it's|that|this) (is|are)? (done|right|in|sorted|put)
    otherwise ; besides that ; save (for|that) ; (bar|barring) (one|a|the|that|this) ; aside from ; but for
    but (could|please|can|page|section|paragraph|not|isn't|one)
    @small @point ; slight _ @point ; just the one @point ; needs to (be|say|read|have|go)
    (should|ought+to|supposed+to|meant+to|must) (actually|really|probably)? (be|read|say|have+a|include|mention|state)
    (should|ought+to) have (been|said|had|put|included|mentioned|a|an|the|two|read|shown)
    (don't|didn't|not) (think|feel|believe|reckon) (it|this|that|the|we|there|you|he|she|i)
    @muddle (us|me|it|them|up|the|our|his|her|with) ; got ... (wrong|confused|muddled|mixed)
    (someone|somebody) else's ; (isn't|is+not|aren't|not) (ours|us|our+school|mine) ; another school
    (doesn't|does+not) (apply|relate|belong|refer) ; no (mention|reference|record|acknowledgement|sign) of
    (doesn't|didn't|not|fails+to) (mention|say|include|acknowledge|reflect|record)
    (failed+to|forgets+to|omits+to|nowhere) (mention|say|include|acknowledge|reflect|record)
    (doesn't|didn't|not|fails+to|failed+to|forgets+to|omits+to|nowhere) (refer|credit|name|note|show|give|capture)
    do it justice ; missed ; forgot ; forgotten ; omits ; overlooked ; overlooks ; leaves out ; skips ; skipped
    harsh ; misrepresents ; misrepresented ; overstates ; understates ; exaggerated ; exaggerates ; inconsistent
    contradicts ; one-sided ; unbalanced ; unjust ; unkind ; a (bit|little|tad|touch|mite) @harsh ; too @harsh
    (we|i|nobody|she|he|they) never (said|had|have|told|agreed|used|ran|met|were|mentioned)
    (we|i|she|he|they) (don't|didn't|haven't|aren't|hasn't) (got|use|run|employ|do) (a|an|any|that|the)?
    (we|i|she|he|they) (don't|didn't|haven't|aren't|hasn't) (say|mention|attend|call) (a|an|any|that|the)?
    (we|she|he|school) (don't|haven't|doesn't|hasn't) (have|got) (a|an|any) ; @say (that|there)? @who @never
    @say (that|there)? (we|i|our|my) (have|had|are|were|do|did|use|run|is|was) _ _? (but|when|whereas|and+we)
    (spells|spell|spelling) ; (with|has|have|without|needs|want|wants) (a|an|one|two) @letter . ; double @letter
    spelt with ; (no|an|the) (e|l|s|h|hyphen|apostrophe|capital) (in|on|at) ; @wrong @fact ; last year's @fact
    (has|had|was|is|gives|got|put|lists|listed) ... (incorrectly|wrongly|muddled|misspelt|misquoted)
    not (two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|year+_)
    (i'm|she's|he's|we're) not (a|an|the|our) _
    (it's|its) (not|actually) _ ; , not (a|an|the|our|my|in|on|at|as|mr|mrs|year|from)
    (rather|prefer|preferred|like|wish|wanted|hoped) (it|that|this|you|to+see|to+have+seen|for) ... @done
    (rather|prefer|preferred|like|wish|wanted|hoped) (it|that|this|you) ... (out|not|softer|differently)
    (object|objecting|objection|exception) to
    (can't|cannot|couldn't|won't|refuse+to|reluctant+to) (agree|accept|sign)
    (can't|cannot|couldn't|won't|refuse+to|reluctant+to) (approve|endorse|adopt|support|recognise|put+my)
    (unable|not+able|not+prepared|not+willing|not+ready|not+going) to (agree|accept|sign|approve|endorse|adopt)
    (don't|do+not|doesn't|not) (agree|recognise|accept|remember|recall|feel|believe|consider|like|sit) ; think again
    (isn't|wasn't|not) (how|what|as) (we|i|it) ; (not|isn't|wasn't) (happy|comfortable|keen|fair|convinced|impressed)
    (query|querying|question|challenge|challenging) (the|your|one|that|whether|paragraph|section|page)
    (room|scope) for (a|an|some|more|improvement) ; (could|can) do with (a|an|some|more|another|being)
    would benefit from ; in need of ; @thing (on|in|at|to) (page|section|paragraph|line|the+first|your|p)
    to (mend|fix|correct|change|alter|amend|reword|remove) ; (put|set) (it|that|this|the+record|them) (right|straight)
    for accuracy ; factually ; factual @thing ; (is|are) no longer
    has since (left|changed|been|retired|become|moved)
    (is|are) now (a|the|our|called|known) ; (calls|called|call|named|describes|described) (us|me|him|her|them|our|the)
    (wants|want|needs|need) (altering|changing|mending|correcting|sorting|fixing|putting|taking)
    (for|instead+of) "? _ "? read ; read " ; (change|swap|replace) " ; (not|than) " ; (says|say) " _ " (but|not|when)
    (page|para|paragraph|section|bullet|line) _ (says|calls|gives|lists|states|puts|refers|claims)
    (calls|describes|lists|has) (us|me|our+school|the+school) (as|down+as)? (a|an|the|as)
    (look|think) (at|about) (it|this|that) again
    (disappointed|unhappy|surprised|concerned|dismayed) (by|with|at|about)
    as (it|the+report|you|page+_) (says|state|states|stated|say|said|put|has+it)
    (be|been) (taken|left|cut|struck|edited|toned) (out|down|off)
    (page|paragraph|section|line|part) ... (needs|wants|could+do+with) (changing|correcting|amending|removing)
    (title|name|date|bit|wording) ... (needs|wants|could+do+with) (changing|correcting|amending|removing)
    (page|paragraph|section|line|part) ... (needs|wants|could+do+with) (updating|rewording|fixing|a)
    (title|name|date|bit|wording) ... (needs|wants|could+do+with) (updating|rewording|fixing|a)
    (isn't|is+not|not) (right|correct|accurate|true|quite) ; we did (hold|do|have|complete|send|meet|attend)
    (we|there|i) (have|had|are|were) _ ... , not _
    (it|report|page|paragraph|section|draft) (says|states|said|gives) ... (but|we|should|not|when|whereas|it)
    (it|report|page) (has+us|lists|mentions|refers) ... (but|we|should|not|when|whereas|it)
    (paragraph|section|draft) (has+us|lists|mentions|refers) ... (but|we|should|not|when|whereas|it)
    it says _ _ , (we|it|there|i)
    (the|a|that) (line|paragraph|sentence) (about|on|at|where|in|saying) ... (out+of+date|isn't|wasn't)
    out of date ; out-of-date ; outdated
    (rather|prefer) (you|it|this|that|if) ... (didn't|not|wasn't|weren't|left|omit)
    (take|strip|cut|leave) (my|the|his|her|our) ... (off|out|name|names|paragraph|bit|line)
    (take|strip|cut|leave) (their|that|this|it|out) ... (off|out|name|names|paragraph|bit|line)
    (shouldn't|should+not|mustn't|oughtn't) be (in|there|mentioned|included|shared|named)
    add (that|a|the|in|my|her|his|something) ; as (senco|head|deputy|chair|governor) , not (as)?
    (was|were) not (there|present|at)
    (has|have) (since|now) been (done|completed|updated|sorted|replaced) ; been done since ; not as _
    left (off|out) ; (missed|missing) (off|out|from)
    (small|tiny|little|minor|slight|one|quick|couple+of|few) (thing|things|point|points|change)
    (small|tiny|little|minor|slight|one|quick|couple+of|few) (changes|correction|tweak|tweaks|query)
    (small|tiny|little|minor|slight|one|quick|couple+of|few) (queries|amendment|amendments|edit|edits)
    (small|tiny|little|minor|slight|one|quick|couple+of|few) (error|slip|quibble|niggle|detail)
    not (mr|mrs|ms|miss|dr|prof|rev) _
    (spelling|spelled|name|surname|title) (is|was|should|has|needs|of) (wrong|incorrect|been|misspelt|be)
    (spelling|spelled|name|surname|title) (is|was|should|has|needs|of) (a|missing|not|out|correcting)
    (role|number|figure|date|year) (is|was|should|has|needs|of) (wrong|incorrect|been|misspelt|be)
    (role|number|figure|date|year) (is|was|should|has|needs|of) (a|missing|not|out|correcting)
    (toned|tone|watered) down ; (soften|reword|rephrase|tweak|fix|adjust|update|clarify) (the|that|this|it)
    (soften|reword|rephrase|tweak|fix|adjust|update|clarify) (page|section|paragraph|sentence|wording)
    not (a+fair|fair|how+we|how+i|what+happened|recognise|recognised|comfortable|convinced|entirely+happy)
    take issue
    please (change|amend|correct|remove|take out|delete|add|reword)
    please (update|edit|revise|alter|include|replace|redact|anonymise)
    (could|can|would|will) (you|it|this|we|someone|somebody|the) ... (change|amend)
    (could|can|would|will) (you|it|this|we|someone|somebody|the) ... (correct|remove|take out)
    (could|can|would|will) (you|it|this|we|someone|somebody|the) ... (delete|add|reword)
    (could|can|would|will) (you|it|this|we|someone|somebody|the) ... (rephrase|soften|update)
    (could|can|would|will) (you|it|this) ... (edit|revise|alter|mend|fix|include)
    (could|can|would|will) (we|someone|somebody|the) ... (edit|revise|alter|mend|fix|include)
    (could|can|would|will) (you|it|this|we|someone|somebody|the) ... (replace|tweak|adjust)
    (could|can|would|will) (you|it|this|we|someone|somebody|the) ... (redact|anonymise|rewrite)
    (should|ought to|needs to|need to|must) (be|read|say|have|include|mention|state)
    (change|correct|amend|remove|take out|delete|reword|rephrase|rewritten|softened|changed)
    (corrected|amended|removed|deleted|added|redacted|altered|mended|replaced|reworded|clarified)
    not (quite|entirely|strictly|accurate|correct|right|true)
    not (quite right|what|agree|happy|as we|fair|say|said)
    (isn't|wasn't|aren't|weren't|don't) (accurate|correct|right|true|quite|what|agree)
    (doesn't|didn't|can't|cannot|wouldn't) (accurate|correct|right|true|quite|what|agree)
    (isn't|wasn't|aren't|weren't|don't) (happy|fair|say|said|recognise|reflect|have|sign)
    (doesn't|didn't|can't|cannot|wouldn't) (happy|fair|say|said|recognise|reflect|have|sign) ; wrong
    incorrect ; inaccurate ; untrue ; error ; errors ; mistake ; mistakes ; typo ; typos ; misspelt
    misspelled ; mis-spelt ; spelt ; misleading ; disagree ; unfair ; dispute ; corrections ; correction
    corrected version ; discrepancy ; misquoted ; omitted ; missing ; left out ; not mentioned ; apart from
    except ; other than ; one thing ; one small ; a couple of ; few things ; small point ; minor point
    just one ; not (a|an|our|my) _ ; rather than ; instead of ; wrong way round ; way round ; it's _ not
    not (the|in) _ ; we have _ not ; would prefer
    would like ... (changed|softened|removed|to see|added|taken|amended) ; dismay
    otherwise (happy|fine|ok|good|agreed|content|all) ; think again ; struck out ; won't sign
    will not sign ; not sign ; unable to (adopt|sign|agree|accept|approve) ; look again ; has a hyphen
    take off ; taken off
    (things|points|changes|thing|point) to (mend|fix|correct|put right|change|alter|amend)
     only ... thing
"""

_UNREAD = """
    @will (peruse|ponder|report|revert|study|digest|consider|look|examine|review|scan|check)
    (asked|wants|want|asking) for it to go to
    before you (get|have|hear|receive) ; to go to the (full|whole)? (board|governors|governing|committee|chair|trust)
    (don't|haven't|not) (have|had|got|managed|found) (the|time|any|chance|to) (chance|moment|minute|time|read)?
    (hardly|barely) (have|had|got|managed|found) (the|time|any|chance|to) (chance|moment|minute|time|read)?
    (don't|haven't|not|hardly|barely) (have|had|got|managed|found) a (chance|moment|minute|second|breath|look|read)
    @sent (it|this|them|on|copies)? (on)? to (our|the|my|mr|mrs|ms|miss|dr|@boss|all|both|two|everyone)
    (has|have|it's) (now)? gone to (our|the|my|both|mr|mrs|ms|@boss) ; with (the|our|my) @boss (now|at|for|to)
    @will (then|both|all|properly)? (read|digest|study|feedback|respond|reply|answer|return|send|get|come|give|let)
    @will (sit|take|have|make) ... (look|read|time|down) ; @plan to (read|digest|study|go|sit|look|get|give|respond)
    @will (go|look|work|wade|plough) (through|at|over) ; (waiting|await|awaiting|chasing|gathering|collecting) ...
    (seeking|collating|want|need|wants|needs) (the|our|my|his|her|their|@boss|governors') ... @think
    (gathered|collected|collated|got|had|have|received|heard) (their|everyone's|all|his|her|governors'|head's) @think
    @think (will|to|should|shall) (follow|come|be|reach) ; (send|give|let) you (have|our|my|her|his|their|the|any)
    (part|some|most|half|three-quarters|a+third) (way|of+the+way|done|read|through) ; skimmed ; skim-read ; glanced
    (still|only) (reading|digesting|halfway|skimmed|glanced|got+as+far|at|on+page) ; midway ; part-way ; partway
    quick (glance|skim) ; first glance ; so far so good
    (proper|full|detailed|careful|close) (read|look|reply|response)
    read (it|this) (later|tonight|tomorrow|this|next|properly|when|as+soon) ; time to (read|look|digest)
    (give|grant|allow) (me|us) (a|until|till|another|some|to) ; on (my|our) (list|desk|pile|to-do|agenda) ; next on
    (before|until|once|when|after) (anyone|everybody|everyone) ... (read|seen|look|looked|had|back)
    (before|until|once|when|after) (both|all|my|our|the) ... (read|seen|look|looked|had|back)
    (get|got|getting) (round|around) to ; (weekend|holiday|bedtime) reading ; hear from us
    (passed|forwarded|given|handed|sent|shown) (it|this|on)? to (the|my|our) (head|chair|governors)
    (passed|forwarded|given|handed|sent|shown) (it|this|on)? to (the|my|our) (principal|slt|deputy)
    (need|needs|give|want) (me|us)? (a|another|some|more) (few|couple|bit) (days|of|more|longer|to)?
    (need|needs|give|want) (me|us)? (a|another|some|more) (day|week|time|little) (days|of|more|longer|to)?
    who'll (respond|reply|answer|come)
    (you'll|you+will|shall|will) (hear|have+our|get+our|have+my|get+my)
    (slt|governors'|governing|leadership|board) ... (agenda|meeting) ; agenda
    (not|haven't|hasn't|didn't|without) ... (time|chance|opened|open|moment|minute|gone+through)
    (go|going|work|working) (through|over|at) (it|this|the+report) (with|on|tomorrow|tonight|this)
    (wade|plough|look|looking) (through|over|at) (it|this|the+report) (with|on|tomorrow|tonight|this)
    (go|going|work|working) (through|over|at) (it|this|the+report) (at|over|when|next|properly|in)
    (wade|plough|look|looking) (through|over|at) (it|this|the+report) (at|over|when|next|properly|in)
    (sits|sitting|in) (in|on) my (inbox|desk|pile|list)
    half (read|way|way through|through)
    (not|haven't|hasn't|yet to|still to|have not|has not) ... (read|finished|look|looked)
    (not|haven't|hasn't|yet to|still to|have not|has not) ... (had a chance|seen|got to|gone through)
    so far ; (will|i'll|we'll|going to) ... (read|finish|look|get back|come back|reply|respond|let you know)
    (will|i'll|we'll|going to) ... (be in touch|comment|go through|check|confirm|share|discuss|return)
    (wants|want|needs|need|would like) to (read|see|look|check|go through|have a look|approve)
    (before|until|once|when|after) (we|i|she|he) ... (sign|read|agree|approve|seen|look|looked|had)
    (before|until|once|when|after) (they|the head|the principal|governors) ... (sign|read|agree|approve)
    (before|until|once|when|after) (they|the head|the principal|governors) ... (seen|look|looked|had)
    (get|come) back to you ; hear from (us|me) ; let you know ; be in touch ; in due course
    by (the end|next)
    by (friday|monday|tuesday|wednesday|thursday) (latest|at+the+latest|if|i|we|hopefully|all+being)
    (you|back|it|reply|answer|comments|response|done|feedback) by (friday|monday|tuesday|wednesday|thursday)
    (them|this|that|word|over|something|read|finished) by (friday|monday|tuesday|wednesday|thursday)
    waiting (for|on) ; half way ; halfway
    (looking|reading) (at it|it) (this|tomorrow|tonight|later|next|at) ; bear with
"""

REPORT = PhraseTable({Topic.SIGN: SIGNING + _SIGN, Topic.MEND: _MEND, Topic.UNREAD: _UNREAD}, CLASSES)
