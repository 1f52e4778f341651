"""Watched words in turns of phrase that change nothing of a yes: tables only, written as `phrases` explains."""

from __future__ import annotations

_WRITTEN = """
    (in|with) (pen|ink|biro|marker|felt-tip|red|permanent+marker) ,? (and)? not (in)? (pencil|pen|crayon|chalk)
    (comma|colon|semicolon|dash|bracket|paragraph|dictation|phone) ,? no ,? (hang+on|wait|not+that|don't|that's|i)
    no ,? (don't|do+not) (write|type|put|say|send) (that|full|comma|it+like|new|the)
    (oops|whoops) ,? sorry ,? (didn't|did+not) mean (the|to|that) (kiss|kisses|caps|send|put)
    (oops|whoops) ,? sorry ,? (didn't|did+not) mean (the|to|that) (add|shout|emoji|x|xx|smiley)
    i (wrote|typed) (in|on|with|by) (pen|biro|my|the|hand)
"""
"""How a letter came to be written."""

_SELDOM = """
    which (never|hardly|rarely|seldom|almost+never) (ever)? (happens|happened|occurs|works|lasts)
    (never|not) (known|seen|had|heard) (it|that|this|such|anything+like+it) (happen|before|work|do+that|since)
    (no|not+a|never+a|hardly+a) (week|day|month|term|morning|afternoon|time) (is|here|goes|passes|ever|'s)
    never (happens|happened) (before|here|normally|usually|to+us|in)
    (much|lots|a+lot|little|nothing+much|not+much|a+bit|plenty) (has)? changed since (last|you|your+last|the+last)
    there's (never|not|no) (a|an|enough|any)? (dull|quiet|idle|spare|peaceful) (moment|minute|day|week|second)
"""
"""What hardly ever happens."""

_RELIEVED = """
    (relieved|glad|delighted) (that)? (it's|it|this|that) (isn't|is+not|not|wasn't) (a|an|another)
    (pleased|thankful|grateful) (that)? (it's|it|this|that) (isn't|is+not|not|wasn't) (a|an|another)
    (relieved|glad|delighted) (that)? (it's|it|this|that) (isn't|is+not|not|wasn't) (ofsted|the+same)
    (pleased|thankful|grateful) (that)? (it's|it|this|that) (isn't|is+not|not|wasn't) (ofsted|the+same)
"""
"""What one is glad a visit is not."""

_NOT_FOUND = """
    (not|never|haven't|hasn't|unable|couldn't|can't|cannot) (been)? (able)? (to)? (find|locate|open|print|download|lay)
    (not|never|haven't|hasn't) been able to (log|get+into|get+hold+of|track|trace|access|reach+the|read)
    i think (it|they|that|this|mine|ours) (got|went|ended+up|is|was|were|must+have) (lost|astray|missing|in|into|stuck)
    nobody (can|could|seems+to+be+able+to) find (it|them|the|a|any)
"""
"""What cannot be found."""

_TOLD = """
    (nobody's|nobody+has) told (me|us) (whether|if|how|what|where|why) (the|your) ... (adviser|advisers)
    (nobody's|nobody+has) told (me|us) (whether|if|how|what|where|why) (the|your) ... (training|form|forms)
    (no+one's|no+one+has|noone's) told (me|us) (whether|if|how|what|where|why) (the|your) ... (adviser|advisers)
    (no+one's|no+one+has|noone's) told (me|us) (whether|if|how|what|where|why) (the|your) ... (training|form|forms)
    (nobody's|nobody+has) told (me|us) (whether|if|how|what|where|why) (the|your) ... (proforma|parking|team)
    (nobody's|nobody+has) told (me|us) (whether|if|how|what|where|why) (the|your) ... (people|staff|service)
    (no+one's|no+one+has|noone's) told (me|us) (whether|if|how|what|where|why) (the|your) ... (proforma|parking|team)
    (no+one's|no+one+has|noone's) told (me|us) (whether|if|how|what|where|why) (the|your) ... (people|staff|service)
    (wants|asked|likes|told) me to ask (you)? (whether|if) (this|it|that) (counts|covers|includes)
    (wants|asked|likes|told) me to ask (you)? (whether|if) (this|it|that) (replaces|involves|costs)
    (wondering|wondered|asks|asked|ask|unclear) (whether|if) (this|it|that) (counts|covers|includes|replaces|involves)
    need to (ask|tell|write+to|inform|contact) (the|their|our|his|her)? (carers|carer|parents|foster|families|mums)
    i (said|thought|told+her|told+him|told+them) (surely|hopefully|probably) not
    waiting (on|for) ... about (governors|a+governor|the+governor|lunch|parking|rooms|names|the+governors)
    waiting (on|for) (a|the|his|her|their|two|some)? (name|names|governor's+name|spelling)
"""
"""What is asked or told by the way."""

_ON_THE_WAY = """
    you (won't|can't|may+not) (be+able+to)? (miss|meet|see|find|hear|recognise|get) (the|our|a|any)
    you (might+not|will+not|shan't) (be+able+to)? (miss|meet|see|find|hear|recognise|get) (the|our|a|any)
    you (won't|can't|may+not|might+not|will+not|shan't) (be+able+to)? (park|stop|turn|drive|bring|use|wear)
    (i|we)? (wouldn't|don't|won't|shouldn't|not) hold your breath
    (let|letting) me get (her|his|their|the) (name|names)
    not before (or|as|because|since) (you'll|you|you'd|they'll|the)
    worst (for|of) (the|all)? (car|cars|parking|traffic)
    (don't|doesn't|won't|wouldn't|never) mind (as|so) long as ; (trapped|stuck|noisy|locked) (till|until)
    (till|until) (half|quarter|gone|about|around) (past|to|nine|ten|eleven|twelve|one|two)
    (till|until) (nearly|just+after|ten|five|twenty) (past|to|nine|ten|eleven|twelve|one|two)
    (till|until) (home|lunch|dinner|hometime|break|playtime|assembly|pick-up|registration|the+bell|the+buzzer)
    in case (we|you|it|things|they) (run|runs|overrun|overruns|go) (over|on|late|long)
    in case (we|you|it|things|they) (goes|finish|finishes|need|get|gets) (over|on|late|long)
    if not ,? (bin|ditch|delete|ignore|skip|shred|return|park|walk|ring|press|knock|try|use|just)
    if not ,? (it|them) bin
    otherwise ... (normal|usual|as+usual|the+same|fine) ; if (that|it) (has|is|'s|has+been) (gone|taken|full) (by|when)
    risk (assessment|assessments|register|form) ; (to|on) the minute ; on strike duty
    (boiler|kettle|heating|oven|printer|lift|wifi|brain|knees|hips|voice|sheep|cows) permitting
    put (her|his|their|my) foot down (about|over) (the|a|my|his|her) ; attendees to be confirmed
    (who's|who+is) coming (i|we) (honestly|really|just|still)? (don't+know|couldn't+say|have+no+idea) yet?
    depends (who|whom|what|how) (you|one) (ask|asks|look|count|listen)
    my fault (completely|entirely|totally|not|for|i)
"""
"""What the visitor will meet with."""

HARMLESS = _WRITTEN + _SELDOM + _RELIEVED + _NOT_FOUND + _TOLD + _ON_THE_WAY
"""What denies, doubts or conditions something else than the visit."""
