"""Everyday words beside a choice that leave it what it is: tables by class.

None of them denies, doubts, sets a condition, names another day or another school; that is what the other tables watch.
"""

from __future__ import annotations

from bot.understanding.phrases import one_of

_OUTCOMES = one_of(
    "winner choice choices choosing availability preference selection decision verdict consensus upshot outcome result "
    "conclusion vote votes agreement acceptance confirmation reservation booking bookings invitation proposal nod "
    "approval seal stamp blessing compliments gratitude appreciation pleasure honour privilege delight joy treat"
)
"""What comes of choosing."""

_MEANS = one_of(
    "writing phone telephone conversation call discussion note form message text staffroom wallplanner wall-planner "
    "whiteboard noticeboard label ink pen biro marker highlighter felt-tip post-it sticker name names "
    "electronic outlook shared big year-planner yearly termly weekly page square space column row entry line"
)
"""Where and with what a choice is put down."""

_OFFERED = one_of(
    "pair trio threesome foursome quartet lot bunch set race running horse contest field menu line-up trolley shelf "
    "listed listing offering offerings possibilities alternatives mentioned quoted given shown numbered labelled "
    "kindly offer offers among amongst appointment original "
    "first-mentioned last-mentioned latter former middle aforementioned"
)
"""What is chosen from."""

_FIRM = one_of(
    "unanimous unanimously firm firmly definite resounding official officially formal formally informal hereby duly "
    "thus therefore hence accordingly namely thankfully luckily fortunately conveniently handily naturally surely "
    "wholly overall altogether beautifully brilliantly splendidly admirably wonderfully swimmingly marvellously "
    "strong strongest "
    "whole-heartedly wholeheartedly enthusiastically cheerfully eagerly keenly warmly sincerely genuinely "
    "truly whatsoever literally seriously truthfully hands country mile chalk landslide furlong distance streets miles"
)
"""How firmly."""

_EASE = one_of(
    "quiet quieter quietest calm calmer calmest peaceful peace usual normal ordinary regular handy handier sunny fresh "
    "clean spare mutual general simple simpler straightforward sensible practical tidy neat comfortable "
    "relaxed leisurely unhurried proper decent roomy mine hers ours"
)
"""Why it suits."""

_FOLK = one_of(
    "boss slt leadership briefing colleague colleagues school's academy's federation's head's headteacher's governors' "
    "staff's children's rest folk folks gang crew bunch people"
)
"""Who is glad of it."""

ENDEARMENTS = one_of(
    "love pet duck duckie ducky hen hun hon hunny petal flower chuck chick sweetheart darling dearie pal treacle "
    "babe babes bab cariad bach hinny marra cock cocker lovey luv lass lad chum sunshine poppet doke "
    "dokey dokie handsome lover ducks duckies chaps guys gents bods"
)
"""What one calls somebody whom one likes."""

BESIDE_A_CHOICE = _OUTCOMES | _MEANS | _OFFERED | _FIRM | _EASE | _FOLK | ENDEARMENTS
"""Words that may stand beside a yes, on either side of it."""
