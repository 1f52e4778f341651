"""The offer as a whole, in the many words that people have for it: tables only."""

from __future__ import annotations

from bot.understanding.phrases import one_of

ALL_OF_THEM = (
    "the+lot|the+whole+lot|the+trio|the+pair|the+quartet|the+set|the+batch|the+bunch|the+selection|that+lot|this+lot"
    "|your+lot|that+batch|this+batch|that+set|this+set|your+three|your+two|your+four|your+trio|your+pair"
    "|your+selection|what's+on+offer|what+is+on+offer|what+was+offered|the+choices|your+choices"
    "|these+ones|those+ones|your+offers|your+offerings|the+offerings|your+proposals|the+proposals|the+proposed+times"
    "|the+proposed+slots|the+suggested+dates|the+suggested+slots|the+offered+dates|the+given+dates|the+available+dates"
    "|the+possible+dates|the+possibilities|your+possibilities|the+foregoing"
)
"""Words for all that was offered; a number among them must be that of the slots."""

THE_DATES = (
    "these|those|these+dates|those+dates|the+dates|your+dates|the+options|your+options|these+options|these+slots"
    "|the+slots|these+days|those+days|the+days|these+times|your+suggestions|the+suggestions|the+above"
)
"""Words for what was offered that can be nobody's colleagues."""

GIVEN = one_of(
    "suggested proposed offered given listed sent provided outlined mentioned below above shown quoted put supplied "
    "named specified stated attached forward presented floated circulated supplied advised indicated"
)
"""What is said of the dates by way of naming them: "the dates (that you have) suggested"."""
GIVERS = one_of("that which you you've you'd have had were are have been were kindly so already in on to us me your")
"""What may stand between the dates and that word."""
GIVEN_THINGS = one_of("dates options slots times days ones suggestions choices possibilities three two four")

SENT = "picked|selected|chosen|offered|given|listed|suggested|proposed|sent|named|gave|put|supplied|quoted|provided"
YOU = "(you|you've|you+have)"
OF_YOURS = f"""
    the (week|weeks|fortnight|month|sessions|appointments|mornings|afternoons|half-days) (that|which)? {YOU} ({SENT})
    the (dates|days|times|slots|ones|options) (that|which)? {YOU} ({SENT})
    (everything|anything|all|any|all+those|those|the+ones|each|every+one) (that's|that+are)? on (your|the) list
    the (two|three|four|pair|trio) (that|which)? {YOU} ({SENT})
"""
"""The offer by what was done with it: "the week you've picked", "everything on your list"."""
