"""Conditions, questions and jests that are only manners beside an answer: tables, written as `phrases` explains."""

from __future__ import annotations

_VISITOR = (
    "the+person|whoever|the+visitor|your+adviser|your+colleague|the+adviser|your+visitor|you|she|he|they|anybody|anyone"
    "|somebody|someone|the+lady|the+gentleman|the+team|the+council|the+virtual+school|your+team|your+boss"
)
_SEEMING = "seem|sound|look|appear|come+across|ramble|waffle|go+on|repeat+myself|yawn|smell|am+late|am+slow|forget"
_WORDS_OF_JOY = "so|really|absolutely|quite|simply|just|all|only|totally"

POLITE_CONDITIONS = f"""
    if (i|we|this|it|my+email|my+reply) ({_SEEMING}) ...
    if (it's|it+is|that's|i'm|we're) not too late (to|for) (say|wish)
    if (i'm|we're) not too late (to|for) (say|wish|send|add|offer)
    if ({_VISITOR}) (coming|visiting)? (has|have|had|gets|get|finds) (a|any|five|ten|time|the)
    if ({_VISITOR}) (coming|visiting)? (find|can+spare|could+spare) (a|any|five|ten|time|the)
    if ({_VISITOR}) (has|have|had) any (influence|say|sway|pull|power|clout) (over|with|there)
    if (somebody|someone|anybody|anyone|you) (could|can|would) ... ... ... (i'd|we'd|that'd|that+would|it+would) be
    (sheep|swan|swans|geese|goose|cows|cattle|tides|traffic|trains|toddlers|glitter|glue|chickens|pigeons) permitting
    assuming (the|it's+the|that's+the|you+mean+the)? (morning|afternoon) (as|of+course|like|still|,|.|again|slot)
    check (who|who's|whom|which+adviser|which+of+you|whether+it's) ... (coming|visiting|doing|sending|adviser|is)
    check (who|who's|whom) (is|will|we|to)
"""
"""What only asks pardon, asks a favour, or jests."""

OF_OTHER_THINGS = f"""
    the word "? (urgent|urgently|urgency|confidential|compulsory|mandatory) "?
    (i'd|we'd|i+would|we+would) be ({_WORDS_OF_JOY})? thrilled (.|if|with|and|!)
    (only|previously|before|met|seen|spoken) (ever|us|you|them|him|her)? on (teams|zoom|video)
    (talked|chatted|always|last+time) (ever|us|you|them|him|her)? on (teams|zoom|video)
    (only|previously|before|met|seen) (ever|us|you|them)? (over|via|by) (teams|zoom|video)
    (spoken|talked|chatted|last+time) (ever|us|you|them)? (over|via|by) (teams|zoom|video)
    (you'll|you'd|you+will|you+may|you+might) (may|might|will|all|probably)? (want|need|like|have) to know
    (things|thing|points|something|anything|what) you (might|may|all)? (want|need|like|have) to know
    (whether|if|so|that) (anyone|anybody|somebody) (can|could|will|would|may) (ring|call|phone|buzz)
    (whether|if|so|that) (someone|nobody|no+one) (can|could|will|would|may) (ring|call|phone|buzz)
    (asked|told|ask|tell|reminded) (him|her|them|the+office|the+head) to (ring|call|phone) (me|us)
"""
"""Words of another matter that sound like urgency, scorn, a call, or another kind of visit."""

ASKED_BEFORE = """
    (query|question|queries|questions) (first)? before (i|we) (choose|pick|select|settle|answer|reply|decide|accept)
    (could|can|would) (you|somebody|someone) ... ... before (i|we) (choose|pick|select|settle|accept|plump)
"""
"""What must be answered before a slot is chosen."""

TURNED_AWAY = """
    (i|i've|i+have) (now)? (gave|given|handed|passed) (up|over|on) (the|my|this) _? _? (role|job|post|brief|hat|duties)
    (take|strike|cross) me off (your|the|this) _? (list|lists|books|system|database) ; you want now (,|and|.|not)
    (referred|refer|addressed|address) to the ... (director|office|trust|diocese|board|head) ,
    (directed|direct|sent|send) to the ... (director|office|trust|diocese|board|head) ,
    (write|address|refer|direct|send|apply|reply) ... to (him|her|them) (henceforth|hereafter)
    (write|address|refer|direct|send|apply|reply) ... to (him|her|them) (hereinafter|in+future|direct)
    (henceforth|hereafter) (to|please|kindly|write|address) ; and not to me
    (not|never) to me (again|please|.|in+future)
    (be|are|is|must+be|should+be) referred to (the|our) ... (director|diocese|trust|office|executive|board)
"""
"""Who sends the writer elsewhere for good."""
