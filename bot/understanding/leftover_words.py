"""Words by what they are about, for telling whether a watched phrase touches the visit: tables and their uses."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.phrases import one_of
from bot.understanding.words import Word

ABOUT_THE_DATE = one_of(
    "it it's that that's this that'll it'll date dates day days slot slots visit visits visiting meeting booking book "
    "booked diary calendar confirm confirmed confirmation come coming option options choice above then ahead "
    "agree agreed arrangement arrangements plan plans"
)
"""Words by which a sentence is taken to speak of the visit's date, though it names none."""

ABSENT = one_of("around in there here about joining join attend present")
"""What somebody who is away is not."""

PASSING_STATES = one_of(
    "moment being yet awkward difficult tricky tight struggle problem problematic risk risky worried concerned concern"
)
"""Doubts that need a word for the date beside them, or are said of other things."""

PLAIN_WATCHED = one_of(
    "no not never cannot can't won't don't doesn't isn't aren't wouldn't couldn't shouldn't didn't haven't hasn't "
    "ain't "
    "hardly shan't mustn't mightn't wasn't weren't if whether once until till possibly maybe perhaps probably "
    "might hopefully potentially presumably"
)
"""Single words that deny, doubt or condition what follows them, and nothing by themselves."""

DATE_WORDS = ABOUT_THE_DATE - one_of(
    "it it's that that's this that'll it'll above ahead come coming visit visits visiting"
)
"""Those of them that speak of nothing else."""

ABOUT_THE_SCHOOL = one_of(
    "we we're we've we'd we'll us our head headteacher principal ht slt governors trust school cover staffing i i'm "
    "i've i'd i'll available availability boss deputy ofsted strike"
)
"""Words by which a condition or a doubt is taken to be about the visit."""

ABOUT_THE_PLACE = one_of(
    "junction motorway roundabout roadworks diversion bypass satnav sat-nav "
    "parking park car cars gate gates reception room entrance door lanyard badge dbs church round lane tea coffee "
    "biscuits wifi buzzer intercom road traffic satnav postcode bus train"
)
"""Words that show a sentence to be about finding the school and getting in."""

PERSONS = one_of("mr mrs ms miss dr cllr rev he she he's she's him her governor chair vice he'll she'll")
ABOUT_US = one_of("we we're we've we'd we'll us i i've i'd i'll school everyone nobody head headteacher")
"""A denial about one of the `PERSONS`, and not about us, is about who will come."""

REPORTING = one_of("said told agreed wrote thought meant suggested mentioned")
"""Words that pass on what somebody said of another day."""

_DEMANDED = one_of(
    "can could will would agree agreed promise guarantee pay fund cover send provide waive change move come do keep "
    "finish leave bring confirm make manage offer give arrange accept take don't won't can't made brought sent gave "
    "paid kept left moved changed finished provided covered promised skipped dropped shortened swapped arranged"
)


_ABLE = one_of("able willing prepared")


_SUBJECTS = one_of(
    "i i'll i'd we we'll we'd you you'll you'd he he'll she she'll they they'll it it'll there there'll please then "
    "just do don't ring call ask shout bring use mind wear text email park"
)


def has_main_clause(texts: Sequence[str]) -> bool:
    """Whether an "if" goes on to say something of its own: "if it snows I'll ring you", not "if he agrees"."""
    return bool(_SUBJECTS.intersection(texts[3:]))


def is_of_the_visitor(texts: Sequence[str], at: int) -> bool:
    """Whether an "if" only speaks of what the visitor may do or need on the way: "if you're driving"."""
    following = list(texts[at + 1 : at + 3])
    if not following or following[0] not in ("you", "you're", "you've", "you'd", "your", "anyone", "anybody"):
        return False
    able = _ABLE.intersection(texts[at + 2 : at + 5])
    return len(following) < 2 or (following[1] not in _DEMANDED and not able)


SHORT = 8
"""A sentence of so few words needs no such word: what it says, it says of what was said before."""


NEEDS = frozenset({"need", "want", "have"})
_ASKED_OF_YOU = frozenset({"will", "do", "would", "did", "anything", "everything", "what", "whatever", "all"})


def asks_your_need(words: Sequence[Word], at: int) -> bool:
    """Whether the need at that word is the visitor's, and asked about: "will you need to see the pupils?"."""
    return at > 1 and words[at - 1].text == "you" and words[at - 2].text in _ASKED_OF_YOU
