"""An agreed day that is no longer quite sure, or not theirs: tables only, written as `phrases` explains."""

from __future__ import annotations

WHOSE_DAY = """
    definitely (us|ours)
    (sure|check|checking|confirm|certain|right) (that|if|whether)? ... ... (us|ours) (and|or)? not
    (sure|check|checking|confirm|certain|right) (that|if|whether)? ... our school ... (and|or)? not
    (says|said|say|claims|claim|swears|thinks) ... (you're|you+are) (with|at|seeing)
    (reckons|think|insists|adamant|convinced) ... (you're|you+are) (with|at|seeing)
    (says|said|say|claims|claim|swears|thinks) ... ... (it's|that's) (her|him|them|hers|theirs|his)
    (reckons|think|insists|adamant|convinced) ... ... (it's|that's) (her|him|them|hers|theirs|his)
    (says|said|say|claims|claim|swears|thinks) ... (you're|you+are) (coming+to|visiting|going) (them|her|him|theirs)
    (reckons|think|insists|adamant|convinced) ... (you're|you+are) (coming+to|visiting|going) (them|her|him|theirs)
"""
"""Who asks, of an agreed day, if it is theirs."""

_THINK = "think|believe|hope|reckon|suppose|presume|assume|expect|imagine|guess"
_FINE = "on|ok|okay|fine|alright|good|happening|possible|going+ahead|all+right|able"

NOT_QUITE_SETTLED = f"""
    (i'll|will|we'll|shall|can) (re-?confirm|confirm|verify) (once|when|nearer|after|later)
    (i'll|will|we'll|shall|can) (re-?confirm|confirm|verify) (tomorrow|next|asap|shortly|soon)
    still (be)? ({_FINE}) ... ... (i|we) ({_THINK}) ; (i|we) ({_THINK}) ... still ({_FINE})
    should still be ({_FINE}) ; (probably|likely|presumably|hopefully|possibly|supposedly) still ({_FINE})
    (as|so) far as (i|we) (know|can+tell|can+see|am+aware|are+aware)
    still (looks|look|looking|seems|seem) ({_FINE}|likely)
    (double|just)? check and (come|get|confirm|report|let) (back|it|you|to)?
    waiting (on|for) the (head|boss|governors|trust|chair) .
"""
"""An agreed day of which the writer is no longer quite sure."""

MERGED = """
    (to|will|shall|we|and|are+to) (merge|amalgamate) with (another|the|our|_)
    (merge|merging|amalgamate|amalgamating|join|joining+up) (us|the+school|our+school|the+two) (with|into)
    (become|becoming|be|became) (a)? part of _ _? (academy|primary|school|federation|juniors|trust) (from|in|at|after)
    (swallowed|absorbed|gobbled|folded|subsumed) (up)? (by|into) ; (the|our) school is (merging|amalgamating|closing)
"""
"""A school that will be another."""
