"""Matters that a person must see, whatever a letter says of its date: tables only, written as `phrases` explains."""

from __future__ import annotations

_LAWFUL = """
    (data|information|gdpr|privacy) (breach|breaches|protection+officer|commissioner|incident|request)
    (our|the|my|your) dpo ; to the ico ; (report|reported|reporting) ... (to)? (data+protection|the+ico|ico)
    freedom of information ; foi (request|act) ; an foi ; subject access ; right of access ; (dsar|dsars|sar) request
    (our|my|the|legal) (solicitor|solicitors|lawyer|lawyers|barrister)
    legal (advice|action|proceedings|matter|dispute)
    (high|family|county|crown|magistrates) court ; (formal|written|collective) grievance ; (raise|raising) a grievance
    (another|other|wrong) (school's|school|pupil's|child's|family's) (child|children|pupils|data|details|names|records)
"""
"""What the law gives a term for."""

_MISUSED = """
    (in|into|to) (floods+of|flood+of)? tears
    (shouted|shouting|swore|swearing|yelled|screamed) at (our|my|me|us|the|her|him)
    the way (your|one+of+your|mr|mrs|ms|miss) _? _? (spoke|speaks|talked|treated|behaved)
    the way (she|he|that|the|somebody|someone) _? _? (spoke|speaks|talked|treated|behaved)
    (bullied|harassed|humiliated|belittled|intimidated|threatened) (by|our|me|us|my|the|her|him)
    (very|really|so|rather|extremely|downright) (rude|abrupt|aggressive|abusive|offhand) (to|with|on|when|about)
    (look|looked|looking) into (how|why|the+way|what) (your|one+of|mr|mrs|ms|miss|she|he|that|happened)
    (racist|sexist|homophobic|discriminatory|derogatory) (remark|remarks|comment|comments|language|slur|joke)
"""
"""How somebody of ours is said to have behaved."""

_OF_THE_WRITER = """
    (i've|i+have|i+am|i'm|been|being|was|got) (been|now|currently)? (suspended|sacked|dismissed|disciplined|demoted)
    (i've|i+have|i+am|i'm|she's|he's|been|being|placed) (been)? (under|on) (investigation|gardening+leave|garden+leave)
    (placed|put|sent) on (gardening+leave|garden+leave|special+leave|suspension) ; neutral act
"""
"""What has befallen the writer's post."""

_OF_THE_SITE = """
    (not|isn't|aren't|wasn't|no+longer) (allowed|permitted|welcome) (on+site|on+the+site)
    (not|isn't|aren't|wasn't|no+longer) (allowed|permitted|welcome) (on+the+premises|in+the+building)
    (not|isn't|aren't|wasn't|no+longer) (allowed|permitted|supposed+to+be) (near|on+school|through+the+gate|in+school)
    (banned|barred|excluded) from (the)? (site|school|premises|building|grounds)
    (got|get|getting|caught|has) wind of (the|your|this|our) (visit|date|meeting|day) ; restraining order
    non - molestation ; injunction
    (violent|aggressive|abusive|threatening) (dad|father|mum|mother|parent|parents|ex|partner|stepdad|uncle|man|visitor)
    (bomb|death) threat ; (in|into) (full)? lockdown ; intruder ; (knife|weapon|weapons) (in|on|at|was|were|found)
"""
"""Who may do harm on the day."""

_OF_A_CHILD = """
    (isn't|is+not|hasn't+been|not|no+longer|stopped) (sleeping|living) (at|in|with) ...
    (isn't|is+not|hasn't+been|not|no+longer|stopped) (staying|been+sleeping|been+living) (at|in|with) ...
    (bruise|bruises|bruising|injuries|black+eye)
    (ran|run|running) away from ... (home|placement|carer|carers|care|foster)
    (being|been) (hit|hurt|beaten|abused|neglected|groomed|exploited|trafficked)
    what i (really|actually|do)? need (though|is|are|right|most|however|today|urgently)
    (panel|hearing|tribunal) (sits|meets|is) (today|tomorrow|this+week|on+monday|this+afternoon|this+morning)
    is (that|this|it) known (to|at|your|by|on) ; (does|do) (the|his|her|their|your) social worker know
"""
"""What may be happening to a child."""

GRAVE = _LAWFUL + _MISUSED + _OF_THE_WRITER + _OF_THE_SITE + _OF_A_CHILD
"""What is never told by the way: the law, misconduct, a danger, harm to a child."""
