"""Words that stand for each other in what is said of a report: tables only."""

from __future__ import annotations

from bot.understanding.phrases import one_of

_BASE = """
    change amend correct remove delete reword rephrase soften edit revise alter mend replace tweak adjust redact
    anonymise rewrite swap switch substitute insert clarify expand omit strike rectify modify reinstate shorten fix
    add update include drop lose cut sort mention
"""
_PLAIN_BASE = """
    change amend correct remove delete reword rephrase soften revise alter mend replace tweak adjust redact anonymise
    rewrite swap substitute clarify rectify modify fix
"""
_GERUND = """
    changing amending correcting removing deleting rewording rephrasing softening editing revising altering mending
    replacing tweaking adjusting redacting anonymising rewriting swapping switching substituting inserting clarifying
    expanding omitting striking rectifying modifying reinstating shortening fixing adding updating including dropping
    losing cutting sorting mentioning
"""
_DONE = """
    changed amended corrected removed deleted reworded rephrased softened edited revised altered mended replaced
    tweaked adjusted redacted anonymised rewritten swapped switched substituted inserted clarified expanded omitted
    struck rectified modified reinstated shortened fixed added updated included dropped cut sorted mentioned
"""
_THINGS = """
    change changes amendment amendments correction corrections alteration alterations edit edits tweak tweaks fix
    error errors mistake mistakes slip slips typo typos inaccuracy inaccuracies revision revisions modification
    objection objections comment comments issue issues problem problems addition additions concern concerns query
    queries quibble quibbles qualm qualms complaint complaints gripe gripes suggestion suggestions niggle niggles
    reservation reservations remark remarks caveat caveats disagreement fault adjustment adjustments
"""
CLASSES = {
    "base": one_of(_BASE),
    "mend": one_of(_PLAIN_BASE),
    "ing": one_of(_GERUND),
    "done": one_of(_DONE),
    "thing": one_of(_THINGS),
    "who": one_of("we i you she he they it there our my his her their someone somebody"),
    "whole": one_of("it this that report document draft everything all contents content write-up"),
    "copula": one_of("is it's that's all's looks seems reads sounds feels looked read was"),
    "good": one_of(
        "good fine great ok okay alright right correct accurate fair true perfect lovely excellent sound grand"
    ),
    "glad": one_of("happy content satisfied pleased agreed delighted comfortable fine"),
    "so": one_of(
        "all both quite very perfectly entirely more absolutely totally completely really so just fully pretty"
    ),
    "boss": one_of("head chair governor governors principal slt deputy leadership headteacher ht senco trustees clerk"),
    "say": one_of("says states said puts claims implies suggests lists shows gives quotes records reads mentions"),
    "will": one_of("will i'll we'll shall he'll she'll they'll"),
    "plan": one_of("plan intend aim hope hoping need want trying about got ought due going planning intending aiming"),
    "think": one_of(
        "comments comment thoughts views view feedback response remarks reply answer verdict input opinion"
    ),
    "sent": one_of("sent passed forwarded given shown handed shared circulated copied emailed printed gone"),
    "harsh": one_of(
        "harsh strong negative unfair critical one-sided blunt vague confusing brutal tough severe misleading "
        "unclear thin "
        "hard generous rosy out off misleading personal specific long short sweeping"
    ),
    "small": one_of("one single tiny wee teeny sole slight little small minor quick only"),
    "point": one_of(
        "thing gripe quibble niggle snag point slip typo error mistake correction query issue comment criticism "
        "observation bit tweak change detail problem ask request things points"
    ),
    "fact": one_of(
        "name title date year figure figures number school person surname logo version way role data wording"
    ),
    "wrong": one_of("wrong old previous former incorrect maiden"),
    "never": one_of(
        "don't haven't didn't aren't never isn't wasn't only refused failed lack hasn't doesn't can't no not"
    ),
    "muddle": one_of("mixed muddled mixing muddling confused confusing"),
    "part": one_of("bit part line paragraph sentence section passage comment remark reference statement phrase words"),
    "amiss": one_of("out-of-date isn't wasn't not wrong needs has have been should shouldn't could was is"),
    "letter": one_of("a b c d e f g h i k l m n p ph r s t y z hyphen apostrophe accent double"),
}
"""The words that stand for each other in the phrases."""
