"""Phrases that may change a yes, by what they do, and turns of phrase that hide them: a table as `phrases` explains."""

from __future__ import annotations

from enum import StrEnum

from bot.understanding.by_the_way_words import POLITE_CONDITIONS
from bot.understanding.harmless_words import HARMLESS
from bot.understanding.phrases import PhraseTable
from bot.understanding.verdict_words import COMMITTING_NOTHING, WAVERING
from bot.understanding.weighing_words import NO_LONGER_SO, NOBODY_ELSES, WEIGHED


class Watch(StrEnum):
    """What a watched phrase may do to a yes that stands elsewhere in the letter."""

    HARMLESS = "harmless"
    TAKEN_BACK = "taken back"
    TERMS = "terms"
    CONDITION = "condition"
    DOUBT = "doubt"
    DENIAL = "denial"
    CONTRAST = "contrast"


WATCHED = PhraseTable(
    {
        Watch.TAKEN_BACK: """
            not even (that|this|it|the|then) ; and (neither|not) that (one)? (either|too)?
            (won't|not|aren't|isn't) (be)? (taking+part|participating|having+a+visit|having+any+visit)
            take (me|us) off (your|the|this|that|any)
            (we'd|i'd|you'd|had) better (wait|hold|leave|check|ask|not|pause) ; (have|need|has) to wait
            (have|has|need|needs) to see (about|if|whether|what|how) ; sit tight
            (don't|do+not|didn't) feel (i|we|able)
            (don't|do+not|didn't) feel (comfortable|happy|right)
            (settle|decide|agree|commit) ... without (her|him|them|the)
            (may|might|could) (well)? (have|need) to (come|get) back to you
            (may|might) (well)? (have|need) to (change|move)
            (may|might) (well)? (have|need) to (rearrange|cancel|rebook|pull+out|withdraw|back+out|swap)
            (need|want|have) (till|until) ; asked (that|for) (nothing|you+not) ; ask that you (think|reconsider|wait)
            nothing (be|should+be|to+be|gets) (fixed|booked|agreed|decided|confirmed|settled|arranged)
            one of (your|the) (others|other+ones|other+dates) ; (can't|couldn't) say which ; can't have you at
            (oops|whoops) ,? (that's|that|it's|we|wrong|no|sorry|i) ; ignore me ; (take|strike|remove) us off
            (visit|it) (isn't|is+not|is+no+longer) (needed|required|necessary|wanted)
            (scrap|scratch|strike|scrub|forget|disregard|ignore|cancel|delete|bin) (that|it|this|what|the+above)
            (scrap|scratch|strike|scrub|forget) (my+last|all+that|all+of+that|everything|the+lot|all+this)
            (disregard|ignore|cancel|delete|bin) (my+last|all+that|all+of+that|everything|the+lot|all+this)
            (vetoed|overruled|refused|forbidden|kiboshed|scuppered|nixed)
            put (my|their|his|her|the) foot down ; pull the other
            (argh|aargh|agh|eek|oh+dear|damn|drat|bother|blast) ,? (no|wrong|sorry|i|we|that|not)
            (wait|waiting) for (a|the|our|my) (final|proper|firm|definite) (answer|word|decision)
            (please)? (scrap|cancel|withdraw) (us|our|the+visit|the+booking|it)
            (take|taking|took) (that|it|this) back ; change of (plan|plans|mind|heart|date|circumstances)
            (changed|change|changing) (my|our|his|her|their) mind ; (changed|change) (my|our|his|her|their) minds
            too soon ; too hasty ; spoke too ; got ahead of (myself|ourselves)
            (on|having) (reflection|second+thoughts|second+thought) ; second thoughts ; then again
            thinking about it ; , no , ; (hang|hold) on ; (oh|no|but|actually) wait
            wait , (no|i|that|we|sorry|what|isn't|is|not)
            actually ... (no|not|can't|won't) ; wrong (date|day|one|week|month|option|slot) ; (my|our) mistake
            (sent|said|wrote|typed|put|gave|chose|picked|ticked|booked|confirmed|replied) ... (in+error|by+mistake)
            (is|was|all) (in+error|a+mistake|by+mistake) ; in error . ; by mistake . ; the (above|date) is wrong
            (don't|do not|please+not|never) (come|book|confirm) (anything|it|us|that|this|yet)?
            (don't|do not|please+not|never) send (anything|it|us|that|this)
            (don't|do not|please+not|never) send (yet|an+invitation|the+invitation+yet|the+invite+yet|the+invite+out)
            (don't|do not|not|rather+not|prefer+not+to|won't+be) (go|going) ahead ; rather not ; not go ahead
            (told|asked|instructed|advised) (us|me)? (to|not+to) (decline|refuse|withdraw|pull+out|say+no|cancel)
            decided (to|not+to) (decline|refuse|withdraw|pull+out|say+no|cancel|go)
            (said|says|saying|say) no
            (not|don't|doesn't) (want|need|require|wish) (a|the|this|any|your) (visit|meeting)
            (give|giving) (this|it|that) (one)? a miss ; as you were ; tell a lie ; correction ; unavailable now
            (has|have) (fallen|gone) (through|wrong) ; (it's|it+is|visit+is|it+has+been|been) called off
            put (it|this|that) off ; is wrong ; was wrong
            i (wrote|typed|meant+to) ; it should ; should (read|have read|have said) ; turns out ; that was before
            i was (looking|wrong|mistaken) ; i see now ; only just (seen|noticed|realised|remembered) ; undo
            (just|only|now) (seen|noticed|realised|realized|remembered|spotted) (that|we|there|the|it)
            (just|only|now) (heard|learnt|learned) (that|we|there|the|it)
            (please)? (unbook|un-book|rebook|re-book) ; reverse that ; retract ; revoke ; rescind ; no deal
            on hold ; apologies for the confusion ; not (any|any+more|anymore)
            can't be done ; i mean ; i meant ; make that
            fat chance ; chance would be a fine ; please (disregard|ignore) ; yes , right ; yes right ; disagrees
            disagree ; there's a (catch|snag|problem|hitch|but) ; (a|the|one|on+one|with+one) (catch|snag|condition)
            (all|could|might|may|can|will|things) change ; ask me (again|on|in|when) ; hold your breath
            don't think so ; not really ; if only ; wrong (visit|school|email|message)
            (i'd|we'd|would|had)? rather it (was|were|is) (later|earlier|another|sooner)
            (i'd|we'd|would|had)? rather it (was|were|is) (after|before|not|a+different|some+other)
            (oh|but|no|sorry|oops|damn|ah) ,? (that's|that+is) when
            that's (our|the|my) ... (day|week|trip|training|inset|meeting)
            that's (our|the|my) ... (holiday|panto|exam|exams|concert|play|residential)
            double - booked (myself|ourselves|it|that|us|them)
            that's (a|the|our|also)? half
            (it's|that's) (a|the|our|also)? (bank+holiday|sunday|saturday|holiday|weekend|inset)
            not in favour ; (may|might|could|will|would) (overrule|override|veto|block|refuse|object)
            (will|would|must) have to be (asked|told|consulted|persuaded|convinced)
            joking ; only kidding ; just kidding ; kidding ; in jest ; jest ; pulling your leg ; psych ; april fool
            in your dreams ; dream on ; as if . ; as if ! ; as if we ; as if i ; yeah right ; that'll be the day
            eat my hat
            pigs might fly ; when hell freezes ; over my dead ; said (nobody|no+one|noone) ; not on your (life|nelly)
            spoke out of ; spoken out of ; out of turn
            that (one's|one+is|one+has|slot's|date's) (gone|taken|full|out|off)
            (that|it|this) (one)? (has|is|has+just|has+now|is+now) (gone|taken|full|filled|cancelled|off)
            leave it with (me|us) ; give me (a|till|until) ; let me (check|see|think|ask|get) ; sike
            wishful thinking
            (don't|do+not|never) (commit|hold|take|read|put|count|bank|rely|act|treat|regard|consider) ; let's not
            let us not
            not going to happen
            (thinks|think|says|said|feels|believes) (otherwise|differently|no|not)
            (who|goodness|god|heaven|lord) knows
            anyone's guess ; best guess ; time will tell ; we'll see ; remains to be seen ; (we|i) shall see
            watch this space
            (hangs|hinges|rests|rides|turns|banking) (on|upon) ; up to the (head|governors|trust|chair|gods)
            (mind|only) we (are|have|also) ; over (my|our) dead ; changed (again|since) ; superseded ; out of date now
            (take|treat|read|regard) (it|that|this) as (a|an)? (maybe|provisional|tentative|joke|no|possible|draft)
        """,
        Watch.TERMS: NOBODY_ELSES
        + """
            if (he|she|they|he's|she's|they're) (agree|agrees|approve|approves|allow|allows|consent|say+yes|says+yes)
            if (he|she|they|he's|she's|they're) (is|are)? (happy|ok|okay|agreeable|willing)
            if (the|our|my) (head|headteacher|chair|governors|principal) (agree|agrees|approve|approves|allows|says)
            the (one|ones|person) who (decides|decide|chooses|approves|signs|must) ; who (decides|makes+the+decision)
            only (want|like|wish|be+happy|be+willing|be+able)? to? go ahead ; go ahead (if|unless|only|once|when)
            did you (really|actually)? mean ; (are|is) you sure (about|of|that|it)? ; (is|was) that (right|correct)
            (that's|that+is|it's) in (half-term|half+term|the+holidays|the+holiday|our+half-term|easter)
            (i'd|we'd|i+would|we+would) (need|have) to (move|rearrange|cancel|swap|shift)
            (i'd|we'd|i+would|we+would) (need|have) to (reschedule|change|juggle|clear)
            (will|would|must|may) (have|need) to (decide|choose|approve|agree|say|rule) ; not (my|our) (decision|call)
            (decision|say|word) (is|rests|lies|sits|remains) (with|for|up|hers|his|theirs) ; (final|last) (say|word)
            (can|could|will) only (give|spare|offer) (you|him|her|them)? (_|the+first) (minutes|mins|hour)
            (can|could|will) only (manage|allow) (you|him|her|them)? (_|the+first) (minutes|mins|hour)
            (can|could|will) only (give|spare|offer|manage|allow) (you|him|her|them)? (half|an) (an)? hour
            would a (phone|telephone|video|teams|zoom|quick) (call|chat|meeting|link) (do|be|work|suffice)
            before (asking|agreeing|committing|signing|speaking|booking)
            (with|by|past) (the|my|our) (head|headteacher|ht|principal|boss|chair|governors) (first|beforehand)
            before (we|i) (fix|settle|decide|confirm|finalise) (it|that|this|anything|on|a)
            before (we|i) (agree|book|commit|sign) ;
            (i|we|i'd|we'd) (need|want) ... (first|before) ; need sight of ; only ... if
            (i|we) would (need|want|like) ... before ; (have|has|need|needs) to (agree|approve|authorise|clear)
            nothing (is|has|has+been|is+yet)? (settled|final|agreed|decided|confirmed|fixed) ; object ; objects
            objected
            (is|isn't|was|wasn't) (that|this) (a|the|our|your|not|definitely|really) ; cry off ; in flux ; fall apart
            before (anyone|anybody) ; require ; requires ; insist ; demand
            who (should|can|will|must|needs+to) (sign|agree|approve)
            only for ; only (half|an|a) ; only if ; provided ; providing ; unless ; assuming ; conditional
            so long as ; as long as ; lest
            (dependent|dependant|contingent|conditional|reliant|hinges|hinging|depends|depend|depending) (on|upon)?
            on condition ; the condition ; condition is ; proviso ; caveat ; strings ; in the event ; not before
            not if ; not unless ; not until ; only when ; only after ; only once ; subject to
            with the (exception|proviso|condition|understanding) ; on the (understanding|basis)
            (has|have|had|needs|need|yet|still|got) to (go+to|go+before|go+through|be+put|be+agreed|be+approved)
            (has|have|had|needs|need|yet|still|got) to (be+ratified|be+signed|be+cleared)
            (has|have|had|needs|need|yet|still|got) to (be+passed|agree|approve|ratify)
            to be (ratified|agreed|approved|confirmed|decided|signed)
            (would|will|must|might|should) (have|need|want)? to? (ok|okay|agree) (it|that|this)
            (would|will|must|might|should) (have|need|want)? to? (approve|sanction|authorise|clear) (it|that|this)
            (need|needs|want|wants|have|has) to (ok|okay|approve|agree|sanction|authorise|clear|see) (it|that|this)
            (head|chair|governors|principal|they|she|he|slt|boss) (will|can|must|would) (choose|decide|pick|have+the)
            (head|chair|governors|principal) (should|has+to|have+to|gets+to|is+to) (choose|decide|pick|have+the)
            (they|she|he|slt|boss) (should|has+to|have+to|gets+to|is+to) (choose|decide|pick|have+the)
            (need|needs|has|have|want|wants) to (sign|pass|see|check|clear|ok|read) (it|that|this) (off|first)?
            (has|have) yet to ; (overrule|override) ...
            (will|would|must) have to be (asked|told|consulted|persuaded|convinced) ; (ask|check|speak) ... first
            but not (with|if|when|before|after|in|for|by|him|her|that|on) ; (may|might|could|will) come up
            not in favour ; (may|might|could|will|would) (overrule|override|veto|block|refuse|object)
            (isn't|aren't|not) (happy|keen|convinced|comfortable) (about|with|on)
            permitting ; (weather|staffing|ofsted|health|trains|cover|inspection|trust|head) permitting
            (got|has|have|must|had) (to)? be (over|quick|brief|short|before|after)
            nothing (definite|certain|firm|fixed)
            would (have|need) to be ; you (would|will|must|need) (have|need)? (to)? bring ; in return
            in exchange ; guarantee ; would (only|just) (work|be) ; supposing ; suppose ; barring
            otherwise we (can't|won't|couldn't) ; or else ; or it's off
            (need|needs) (signing|agreeing|approving|sorting|checking|confirming) ; approval ; approved ; sanction
            permission ; sign off ; sign-off ; (run|running) (it|this|that|them) (past|by)
            awaiting (sign|approval|agreement|confirmation) ; has to (agree|approve|clear|sign|check) ; say-so
            say so ; green light ; go-ahead ; the nod ; blessing ; provision that
        """,
        Watch.CONDITION: """
            when (we|i|they|he|she) (hear|know|find+out|get+an+answer) ; when (we've|i've|they've)
            when (we|i|they|he|she) have (heard|had|spoken|seen|checked|asked|confirmed|finished|got)
            when (the|our|my) _ (has|have|gets|says|comes|finishes|agrees) ; the moment ; the minute
            if ; once ; until ; till ; when (we|i|they) know ; as soon as ; pending ; whether ; in case
            in which case ; (still|yet|remains?) to be
        """,
        Watch.DOUBT: WAVERING + """
            (away|out|off|busy|unsure|closed|sure) and so (am+i|are+we|is+she|is+he|are+they)
            (working|an|our) assumption ; that was (for|about|last|in|before)
            (that's|that+is|is) what (my|the|our|she|he|they|st|mrs|mr|miss) ...
            (that's|that+is|is) what (somebody|someone|everyone|other|others) ...
            thinks so ; this is for (another|our+other|the+other|a+different|some+other)
            (that's|that+is|which+is) when ; (i|we) wish
            (anything|something|anywhere) (later|earlier|sooner|instead)
            (is+there|have+you|got) anything (in|after|before)
            (you+have|you+got|there+be) (anything|something|any+slots|any+dates|others|another) (in|after|before)
            (you+have|you+got|there+be) (anything|something|any+slots|any+dates|others|another) (for|around)
            maybe ; perhaps ; possibly ; probably ; potentially ; presumably ; hopefully ; provisional
            provisionally ; tentative ; tentatively ; pencil ; pencilled ; penciled ; tbc ; tba ; might
            may (change|be|not|have|well|need|yet|clash|move) ; unsure ; uncertain ; dunno
            not (sure|certain|final|settled|definite|confirmed|fixed|firm|agreed|set|decided|guaranteed|convinced|100)
            (isn't|hasn't|haven't|not|aren't) ... (confirmed|settled|final|definite|agreed|decided)
            (isn't|hasn't|haven't|not|aren't) ... (certain|sure|approved|heard|checked|signed)
            no promises
            (can't|cannot|couldn't|not) (quite|really)? (promise|guarantee|commit|be+sure|be+certain)
            (can't|cannot|couldn't) say for (sure|certain|definite)
            i think ; we think ; i (guess|suppose|reckon|imagine|believe|expect|assume) ; think so ; likely
            unlikely ; fifty fifty ; 50/50 ; fifty-fifty ; fingers crossed ; all being well ; touch wood
            god willing ; (double|double-)? check ; checking ; checks
            run (it|this|that) (past|by) ; sleep on ; mull ; ponder ; think (about|on|over) ; consider
            considering ; deciding ; decide ; to be sure ; for certain ; for sure ; awaiting ; await
            waiting (to|for|on) ; hold off ; holding off ; hold fire ; bear with ; yet ; for now ; for the moment
            for the time being ; at the moment ; (let|get) (you|back) ... (know|definite|certain)
            given (the|that|how|our|what)
            confirm (tomorrow|later|soon|shortly|nearer|next|by|on|again|properly|in) ; firm (it|this|that)? up
            will confirm ; in principle ; in theory ; up in the air ; not 100 ; doubt ; doubtful ; worried
            concerned ; concern ; hesitant ; reservations ; reservation ; hmm
            still (need|deciding|waiting|have+to|to)
            need to (check|ask|speak|confirm|see|clear|talk|consult|look)
            have to (check|ask|speak|confirm|see|clear|talk|consult|look)
            want to (check|ask|confirm|clear|double) ; don't (hold|quote) ; tight ; tricky ; awkward ; difficult
            problem ; problematic ; clash ; clashes ; struggle ; risky ; risk ; might change ; may change
            could change ; at a push ; at a pinch ; iffy ; touch and go
        """,
        Watch.DENIAL: """
            no longer ; after all ; (won't be|isn't|not|is not) possible ; pull out ; pulling out
            no ; not ; never ; none ; neither ; nobody ; nope ; cannot ; can't ; won't ; don't ; doesn't ; isn't
            wasn't ; weren't ; shan't ; mustn't ; mightn't
            aren't ; wouldn't ; couldn't ; shouldn't ; didn't ; haven't ; hasn't ; ain't ; hardly ; unable
            impossible ; unavailable ; decline ; declining ; refuse ; cancel ; cancelled ; postpone ; withdraw
            withdrawn ; no longer ; after all ; pull out ; pulling out ; had to (cancel|pull|withdraw)
            (that|it) (is|has) (now)? (gone|off|out) ; (that's|it's) (now)? (gone|off|out) ; shut ; closed ; busy
            booked up ; full up ; (is|been|got|be) taken ; wrong ; out of action ; off the table ; miss ; stop
            clashing
            impractical ; inconvenient
        """,
        Watch.CONTRAST: """
            except ; instead ; otherwise ; (i'd|we'd|would|had|he'd|she'd|they'd) rather ; alternatively
            unfortunately ; sadly ; regrettably
            (would|might|could|is|looks) ... better ; (would|'d) (much)? prefer ; prefer ; prefers ; preferred
            better for ; (change|move|moving|swap|switch|shift) (it|the|that|this|to|date|dates|day|our)
            (moved|changed|swapped|switched) (it|the+date|the+day|that|to+the) ; swap ; swapping ; rearrange
            reschedule ; by (video|teams|zoom|phone|telephone) ; remotely ; must be ; has to be
            have to be ; must finish ; must end
        """,
        Watch.HARMLESS: COMMITTING_NOTHING + POLITE_CONDITIONS + WEIGHED + NO_LONGER_SO + HARMLESS + """
            (given|gave|got|had) (us|me|it|this)? (the|a) (nod|go-ahead|green+light|all+clear|thumbs+up|ok)
            (asking|offering|giving) ... instead ; as you (prefer|like|please|wish) ; about the wait ; for the wait
            (odds|matter|matters|mind|fussed|bothered|difference) (to|for)? (us|me|anyone|anybody)? whether
            (oops|whoops) ,? sorry (about|for) ; then ignore (me|this|it|that)
            if (it's|it+is|this+is|your+email+is|your+message+is|your+enquiry+is) urgent
            (do+not|don't|only|rarely|not) (check|read|monitor|look+at) (my|the|our)? (email|emails)
            (do+not|don't|only|rarely|not) (check|read|monitor|look+at) (my|the|our)? (messages|mail|inbox)
            every blessing ; (god's|many|with+every|easter) (blessing|blessings)
            (we're|i'm|we+are|i+am) not going anywhere ; (tides|sheep|traffic|trains) permitting
            if (the|your) (adviser|visitor|colleague) could (see|meet|talk|speak|go|start|begin)
            (you|please|kindly) confirm (by|back|to|that|this|receipt|your)
            only just (seen|found|noticed|spotted|opened|read|got|received|picked) (this|your|the|it)
            (haven't|not|never) had (a|one|any|our) (visit|visits|of+these) (since|before|for|in|from|like)
            (i|we) wish (you|them|all|everyone|him|her|to+thank|to+add|to+bring)
            (that's|that+is) when (i'm|we're|everyone's|everybody's|all+of+us|we+all) (free|available|in|around|are)
            is there anything (else)? (you|we|i|that|to|in+particular|specific|special)
            anything (else)? (you|we|i)
            (has|have|had|he's|she's|they've|we've|i've) (kindly|already|now|just|all)? (approved|okayed|authorised)
            (has|have|had|he's|she's|they've|we've|i've) (kindly|already|now|just|all)? (sanctioned|agreed)
            (been|was|were) (kindly|already)? (approved|okayed|authorised|sanctioned|agreed) (by|at|in|on)
            (given|gave|got|had|have|obtained|received|secured) ... (nod|blessing|go-ahead|permission|approval|say-so)
            (given|gave|got|had|have|obtained|received|secured) ... (consent|agreement|thumbs+up|green+light)
            with (my|our|her|his|their|the) ... (blessing|permission|approval|agreement|say-so)
            only (a|an) (small|tiny|little|short|quick|infant|first|junior|one-form|two-form|half-form|stone's|hop)
            only (a|an) (minute|five|ten|two|couple|few|bit) ... (walk|away|drive|from|down|up)
            you (will|would|must|may|might|should|can|could)? (have|need)? (to)? bring (your|a|an|some|photo|id|any)
            you'll (have|need)? (to)? bring (your|a|an|some|photo|id|any|proof)
            unless (there's|there+is) (a|any|some)? (space|spaces|room|spot|bay)
            depending on (what's|which|what+is|who's|the+weather|how) (room|free|rooms|there|around|in)?
            (i|we) think (everyone|everybody|you'll|they'll|we've+met|we've+all|the+children|the+staff)
            (i|we) think (there's|there+is)
            (i|we) (don't|do+not) think (we've|we+have|you've|i've) (met|been|had)
            let you all? know (who|whose|names|the+names|which+governor|about+the+governor|numbers|dietary)
            (it|this|that)? (has|have|it's)? taken (us|me|so|a|an|this|ages|long|forever|weeks|days|months)
            (nothing|little) (much|a+lot)? (has|have)? (changed|altered|moved+on)
            (didn't|hadn't|never) (realise|realised|know|known|notice|noticed|get|got|hear|heard|mean|meant|see)
            (not|never|haven't|hadn't) had (time|chance|a+chance|a+moment) to (read|open|fill|print|finish|write)
            (wasn't|weren't) (sure|certain) (what|who|how|why|where) ; to whom (it|this) may concern
            if (i|we) (did|have|already+did) ,? (please)? ignore (this|that|it)
            pencilled ... ... ... (in+pen|in+ink)
            (isn't|not|wasn't) (my|our|anyone's|everyone's)? (favourite|first) (time|part|day)
            (isn't|not|wasn't) (my|our|anyone's|everyone's)? (favourite|first) (bit|thing|thought)
            (isn't|not|wasn't) (my|our|anyone's|everyone's)? (favourite|first) (choice|idea|half|lesson)
            it should (end|go|take|last|start|come|arrive|only|open|help|clear|calm|get|still|all)
            normally (ask|check|consult|run|speak|clear) ... ... first
            (brain|memory|energy|caffeine|coffee|legs|knees) permitting
            (doesn't|won't|don't) change (anything|much|things)
            (you've|you+have|you'd|you) (had|have)? to wait ; (check|mot|service) - (up|ups)
            (dental|health|dbs) (check|checks)
            (line|line's|phone|phone's|number) (is|was|are)? (always|constantly|forever)? busy
            (might|may) (drop|pop|come|call|stop|wander|stroll) (by|in|round|along|past|over)
            (no|not+a) (problem|worries|matter|bother|panic|drama) if (not|you|that|it|they|he|she)
            if (it|that|this) (hasn't|isn't) (already|yet)? (gone|taken|been) ... (else|meantime|already)
            if (it|that|this) (has+not|is+not) (already|yet)? (gone|taken|been) ... (else|meantime|already)
            if (he|she|they) (turns|turn|shows|show) up ; (might|may) (want|like|wish) to (check|update|change|know)
            i (won't|can't|shan't) be (there|around|here|present) (myself|though|sadly|obviously)?
            (no|avoid|avoids|avoiding|avoided) (a|any|the)? (clash|clashes|conflict|conflicts|risk|problem)
            (nobody|no+one|no-one|none) (here|of+us|has|had|at+school)? (has|had)? (objected|minded|complained)
            in case of (any|a|an|fire|emergency|difficulty|need|trouble|problems|accident|rain|queries|questions)
            in case (you|they|he|she|anyone|anybody|it's|your) ; in the event of (a|an|any|fire)
            if (for+any+reason)? (it|this|things|anything) (has|have|needs|need) to (change|alter|move)
            if (for+any+reason)? (plans|something) (has|have|needs|need) to (change|alter|move)
            if (for+any+reason)? (anything|plans|something|it|things) (should|does|do)? (change|changes) at your
            (don't|do+not|no) (bother|need|worry) ... unless (there's|there+is|you|something|anything|it's)
            (parental|parents') (permission|consent|approval) ; permission (slip|slips|form|forms|letter|letters)
            must be (happening|official|true|real|right|done)
            (may|might) be (a+bit|a+little|rather|quite|very)? (draughty|noisy|loud|cold|hot|warm|dark|smelly)
            (may|might) be (a+bit|a+little|rather|quite|very)? (cramped|muddy|messy|chaotic)
            (may|might) be (a+bit|a+little|rather|quite|very)? (wet|slippery|icy|dusty|crowded)
            (i'd|we'd|would|i|we)? (rather|prefer) not (to)? (go+into|discuss|talk|put|mention|name)
            (i'd|we'd|would|i|we)? (rather|prefer) not (to)? (share|write|send|email|use|be+drawn|get+into)
            (i'd|we'd|would|i|we)? (rather|prefer) (to)? (talk|discuss|explain|tell|show|chat|speak|not+say+more)
            (may|might) be (useful|helpful|handy|worth) (for+you)? to (know|see|note|hear)
            (may|might) be (interesting|of+interest|nice|good) (for+you)? to (know|see|note|hear)
            (may|might) be (worth|of+interest) (mentioning|knowing|noting|saying|your|to|telling)
            (all|would) (have)? (been)? (fine|good|ok) too ; never (ending|fails|eaten|better|leave|seen)
            (i'd|we'd|would) sooner (see|have|meet|deal|talk|you)
            (difficult|tricky|awkward|tight|tough) (time|year|term|week|few|bit|patch|start|customer|to+find|to+park)
            (difficult|tricky|awkward|tight) (turn|corner|bend|gate|parking|space|squeeze|fit|one|couple)
            no idea (who|what|where|how|why)
            (don't|do+not) (let+on|tell|shoot|all+rush|you+love|you+just)
            that's the (day|morning|afternoon|one) (i'm|we're|i|we|everyone's|the+head's|both+of+us|all+of+us)
            (was|were|been) (just|still|only)? waiting (for|on|to|until)
            (i've|we've|have|i|we|having)? (double)? checked with
            (i've|we've|i|we) (had|needed|wanted) to (check|ask|speak|see|talk|consult|clear) ; on behalf of
            confirm on behalf
            (haven't|not|never) (done|had|been) ... (one|any) of these
            not that it matters ; but otherwise ; (this|that|it) is off (long|sick|on|ill|with|poorly)
            (can't|cannot|couldn't) (do|make|manage) (later|earlier|sooner|another|any+other|anything+else|the+others)
            (she|he|they|you|who|anyone|everyone|head|governor|staff|governors) should read
            (can't|cannot|won't) promise (the|you|any|a|it'll+be)? (sun|sunday|sunshine|weather|cake|biscuits|quiet)
            (can't|cannot|won't) promise (the|you|any|a|it'll+be)? (silence|peace|miracles|calm|much|warmth|heat|tidy)
             not the most (exciting|thrilling|restful|cheerful|inspiring|fun|fashionable) _
             (we'll|i'll|will|shall) see (you|your|them|her|him|everyone|someone)
            (hopefully|let's+hope|with+luck) (the|this|that)? (snow|ice|weather|rain|frost|sun)
            (hopefully|let's+hope|with+luck) (the|this|that)? (mud|fog|wind|floods|flu)
            (till|until|til) (today|now|just+now|this+morning|this+afternoon|yesterday|last+night|this+minute|lately)
             (just|now|already) (checked|consulted|spoken|talked) (with|to)
             (not|never|don't) (teaching|teach|in+class|in+front|timetabled|on+duty) ... then?
            (not|no|never) (teaching|lessons|classes|duties) (that|then|on)
            (what|which|documents|paperwork|information|data|files) you (need|want|wish) to
            (as|so) long as (it's|it+is|that's) still (there|going|free|available|open)
            (nobody|no+one) (minds|cares|objects|bothers|bites|knows) ; no need
            (waiting|wait) (for|on) (me|us)
            (don't|do+not) (come|go) (to+the|by+the|in+by|in+the|round|via|through|up|down|near)
            if not , (no|we'll|i'll|never|not|don't|that's) ; if not (no|don't|never)
            unless (i|we) hear ... (i'll|we'll|i+will|we+will) ; might it be possible to
            might (i|we) be able to (see|have|ask|get)
            (there's)? no (rest|peace) for (the)? ; no peace for
            (on|after|having|from) (checking|checked|consulting|asking|speaking)
            (can't|cannot|couldn't) find (fault|a|anything|any|no|nothing) ; the awkward (one|squad)
            till goodness knows
            all change (here|round|around|at) ; (can't|cannot|couldn't) come (soon|quick) enough
            if (there's|there+is|there+are|you+have|you+hit|you+get|any) ... (problem|problems|issue|issues|questions)
            if (there's|there+is|there+are) ... (queries|trouble|emergency|difficulty|hold-up)
            if (you+have|you+hit|you+get|any) ... (queries|trouble|emergency|difficulty|hold-up)
            unless (you've|you+have|someone|somebody) ... (given|gone|taken|promised|filled|snapped)
            unless (it's|it+has|it|that's) ... (given|gone|taken|promised|filled|snapped)
            (isn't|is+not|not) (a|an|any)? (problem|issue|trouble|bother) ; (couldn't|can't) be (happier|better|nicer)
            (don't|can't|cannot|not) ... see ... (reason|problem|issue) ; wouldn't (work|do|suit|be)
            if (it|that|they|this) (comes|came|come|shows) (through|out|up)
            (everyone|everybody|all|those|anyone|parties|person) concerned ; as far as (i'm|we're) concerned
            (is|are|or) (it|they|that|this|is+it)? online ; online (somewhere|already|yet|too|anywhere|form)
            (not|nothing|non|hardly|isn't) (at+all|very|particularly|terribly|that|so|-)? (urgent|pressing)
            (i've|we've|has|have) (now|already|just)? (had|got|been+given|given) the (nod|go-ahead)
            (i've|we've|has|have) (now|already|just)? (had|got|been+given|given) the (ok|green+light|all+clear)
            with (my|our|her|his|their|everyone's|the+head's|full) (blessing|approval|compliments|permission)
            (has|have|got|gets|given) (my|our|her|his|their|everyone's|the+head's) (blessing|approval|permission)
            (spoken|dictated|sent) ,? not (typed|read|written|checked) ; not so (early|late|soon)
            (just|i've|have|we've|all)? checked with (my|our|the) (head|ht|headteacher|principal|chair|diary|governor)
            (just|i've|have|we've|all)? checked with (my|our|the) (governors|boss|deputy|office|team|senco|slt|vicar)
            (might|may|could) (i|we) (suggest|ask|propose|add|say) ; that's been called off
            (never|it+never) rains but
            not that (i'm|we're|i|anyone|anybody|you'd) ... (counting|complaining|bitter|notice|noticed|know|mind)
            (haven't|hasn't|not) (been|come|arrived|had|started|met|seen) ... yet
            probably (know|juggling|heard|remember|gathered|guessed|noticed|aware)
            (be|is|are|was|were) (nobody's|no+one's) ; (to|nobody's) blame
            not (to|be|the+most|very|exactly|quite)? (blame|glamorous|fancy|pretty)
            not (to|be|the+most|very|exactly|quite)? (much+to+look|the+warmest|the+quietest|the+tidiest)
            (don't|do+not|please+don't) (expect|be+surprised|be+alarmed|be+put+off|blame|laugh|judge|shoot)
            (don't|do+not|please+don't) (tell|let|look|touch|press|push|step|trip|forget)
            i? (meant|meaning|intended|going) to (answer|reply|respond|write|email|get|send|come+back|ask|do+this|say)
            (isn't|is+not|wasn't) (it|this|that|the+weather|this+weather) (weather|awful|horrid)
            (isn't|is+not|wasn't) (it|this|that|the+weather|this+weather) (grim|lovely|freezing|cold)
            (isn't|is+not|wasn't) (it|this|that|the+weather|this+weather) (wet|miserable|dreadful)
            (isn't|is+not|wasn't) (it|this|that|the+weather|this+weather) (glorious|mad|crazy|hot)
            (don't|do+not|never) know (where|how|what|why) ... (time|days|weeks|term|year|do)
            (don't|do+not|never) know (where|how|what|why) ... (did|coped|goes|gone|went|without)
            never a dull ; (can't|couldn't) come soon enough ; not a moment too soon ; (don't|do+not) ask
            don't get me started
            (may|might) (be)? ... (slow|late|delay|delayed|while|day+or+two) ... (reply|replying|answer)
            (may|might) (be)? ... (slow|late|delay|delayed|while|day+or+two) ... (answering|respond|responding)
            (may|might) (want|like|wish) to (park|bring|come|know|see|use|wear|allow|arrive|ring|leave)
            if (i|you|we) (ever|only)
            (can't|cannot|couldn't|don't) (believe|remember|recall|think) (it|how|when|what|we|the|that|there|who)
            (can't|cannot|couldn't|don't) (complain|grumble|say|imagine) (it|how|when|what|we|the|that|there|who)
            (can't|won't|don't|you'll|cannot) ... (miss) (us|it|the) ; not (long|far) (till|until|to+go|to|off|now)
            (haven't|not) stopped
            (won't|wouldn't|don't|not) (bite|judge|tell|expect|need|let) (you|us|to)?
            no (excuse|excuses|offence|news|hard|signal)
            (don't|do+not|never) (trust|follow|use|believe|listen|be|leave|feel|panic|bring|wear|park|go+to|turn)
            (no|not) (lift|parking|spaces|coffee|milk|heating|wifi|biscuits|sugar|cakes|hot|reception|visitors)
            (no|not+a) (problem|problems|issue|issues|trouble|worries|bother|probs) ; not a problem
            no (rush|hurry|need|doubt|fuss|question) ; not only ; no (matter|one)
            sorry (for|about) ... (delay|reply|late|slow|short|bother)
            (don't|do not|please+don't) (hesitate|worry|forget|mind|bother) ; no objection ; no objections
            why not ; able to make (that|it) ; make that (possible|work|happen) ; as it turns out
            isn't saying much ; is that a (problem|worry|issue) ; nobody will (bite|mind|notice|look|recognise)
            (we|i) should like ; if (pushed|pressed) ; no no
            if (i|we) (get|got|had) to (pick|choose|decide)
            if (that|that's|it|it's|that+one|that+one's) (already|now|been)? (gone|taken|booked|snapped|full)
            if (that|it|that+one|the+first) (has|is|has+been|has+already) (gone|taken|booked|snapped|full)
            if (that's|that|this|it|it's|that+is|it+is) (is|was)? (all|still)? (ok|alright|right|fine|convenient|easier)
            if (that's|that|this|it|it's|that+is|it+is) (is|was)? (all|still)? (helpful|useful|possible)
            if (that's|that|this|it|it's) (is|was)? (all|still)? (easiest|good|better|available)
            if (that|this|it) (suits|works|helps) ; as long as (that's|that|it|it's) (is)? (ok|fine|alright)
            as long as you don't mind ; if (anything|something|things|that|this) (changes|crops|comes|else)
            if any of ; if (so|any|anything|needed|required|necessary|applicable|asked|wished)
            if you (need|have|want|require|wish|prefer|like|are|get|could+let|could+confirm|can+let|see|would+like)
            if you (come+by|come+in|drive|park|ring|arrive)
            if you'd (like|prefer|rather) ; if (there's|there+is|there+are) (anything|any) ; if (i|we) can help
            if i may ; if need be ; if (i'm|we're) honest
            (tell|say|let) (me|us) know (if|whether|once|when|as+soon+as) ; let us know ; let me know
            (know|see|ask) if ; if possible ; if poss ; even if ; what if
            thank you for (the|your) (change|offer) ; (look|looking) forward ; can't wait ; couldn't be better
            not long ; not least ; no later than ; no earlier than ; in no time ; couldn't (agree|ask|be) more
            no (favourite|favourites|preference|preferences|opinion) ; not forgetting ; not to mention ; without fail
            once again ; once more ; at once ; the once
            once you (arrive|are|get|have+signed) ; when you arrive ; until then ; 'til then ; till then
            see you later ; sooner or later ; any changes ; (not|don't) (matter|mind|fussed|bothered|fussy)
            rather than ; better late than never ; the earlier the better ; no preference ; no strong
            not sure (what|who|where|how|why) (you|to|the|this|we|i) ; hope ... (ok|well|alright|fine)
            hope you don't mind ; i think you ; i'm afraid ; i am afraid
            no no
            no (idea|parking|car|cars|lift|steps|smoking|nuts|dogs|mobile|mobiles)
            no (phones|signal|food|toast|milk|money)
            free school meals ; (won't|not) be (long|hard|difficult)
            not (bad|far|hard|much|many|big|too+bad|half) ; (nothing|anything) (else|special|fancy)
            actually (in|on|at|quite|really) ; may have (heard|seen|noticed|read|gathered|spotted)
            (won't|not|don't) be (offended|upset|put+off|surprised|shy|alarmed|late)
            (consider|take) (it|that|this) (as)? (booked|done|confirmed|agreed|final)
            (consider|take) (it|that|this) (as)? (settled|sorted|fixed|read|definite)
            the (later|sooner|earlier) the better ; full stop
            (i've|i+have|we've|have|has|having) checked (with)? ; (i'll|we'll) (live|cope|survive|manage)
            the ones ... (can't|don't|won't) (do|work|suit) ; not before (as|because)
            (it's|it+has|has|have|it)? gone (in|into) (the|our|my|his|her) ; had not ; hadn't
            (obliged|grateful|appreciated|helpful|appreciate+it) if
            if you can (manage|make|do|squeeze) (it|that) ; if it's (been|raining|wet|busy|locked|dark|cold|hot)
            (you|they) can think ; (don't|do+not) expect ; (i'd|we'd)? (rather)? get it over ; for as long as
            no offence ; if it's all the same
            (haven't|not|never|didn't|hasn't|wouldn't) (said|say|saying) no
            (vacant|empty|unfilled) (till|until)
            (only|just|now) (seen|read) the (draft|old|first|email|e-mail|message|attachment|proforma|post|letter)
            who knows (your|you|our|the|him|her|them|us|all|every|these|most|more|about|a|their|his)
            if (raining|wet|icy|snowing|dark|locked|lost|stuck|driving|parking|hungry|thirsty|coming+by|arriving)
            if (in+doubt|it+rains|it+snows|it's+tipping|it's+pouring|it's+chucking)
            if you (can|could|would) (please)? (let|confirm|come+to|park|sign|use|ask|bring+your+own)
            wrong (side|end|gate|door|entrance) ; but (still)? (yes|fine|ok|happy) ; only too
            rather (nice|lovely|good) ; though (not|we) ... (mind|fussed)
        """,
    }
)  # fmt: skip
"""Of two phrases at one place the longer one stands, then the first in this table."""
