"""The words of dates: tables only."""

from __future__ import annotations

from bot.understanding.phrases import one_of
from bot.understanding.spelling import MONTHS, WEEKDAYS

MONTH = {name: number for number, name in enumerate(MONTHS, 1)}
WEEKDAY = {name: number for number, name in enumerate(WEEKDAYS)}
MONTH_NAMES = frozenset((*MONTH, *(name + "'s" for name in MONTH)))
WEEKDAY_NAMES = frozenset((*WEEKDAY, *(name + "'s" for name in WEEKDAY)))
WEEKDAY_PLURAL = {name + "s": number for number, name in enumerate(WEEKDAYS)}

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINAL_WORD = {name: number for number, name in enumerate((*_UNITS, *_TEENS), 1)} | {"thirtieth": 30}
TENS = {"twenty": 20, "thirty": 30}
UNIT_ORDINAL = {name: number for number, name in enumerate(_UNITS, 1)}
DAY_FIRSTS = MONTH_NAMES | WEEKDAY_NAMES | set(ORDINAL_WORD) | set(TENS)
"""The words that a day may begin with, beside a number."""

COUNT = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip

CONNECTORS = one_of(", or and & / + ; either both also plus the on") | {"\n"}
"""What may stand between two members of a list of days."""

CARRYING = CONNECTORS | one_of("( not but nor even definitely possibly")
"""What may stand between a dated day and a later one that shares its month: "12 May (not 13 or 14)"."""

NOT_DAYS_AFTER = one_of(
    "year years yr yrs y ks room rm ext extension page pages p pp section sections action actions stage class form "
    "tel phone mobile floor question q item items paragraph para period group set level grade table age aged unit "
    "version no number part block lesson figure point points appendix annex suite house flat building ref lot "
    "option options slot slots choice choices"
)
"""Nouns that take the number behind them for themselves: "Year 6", "room 12", "option 2"."""

NOT_DAYS_BEFORE = one_of(
    "% of weeks week days day hours hour hrs minutes minute mins min pupils children students staff people years "
    "year months month options slots dates governors colleagues times percent schools pages actions terms classes "
    "half option slot choice one birthday anniversary century floor form formers graders graders edition party "
    "year's lesson period term date suggestion preference offer time xi xv team aid class prize place street road "
    "lane avenue"
)
"""What follows a number or an ordinal that counts something and is no day of the month."""

MONTH_LEADS = one_of(
    "in of early mid late any until till during this next before after by from since throughout to between and or "
    "through -"
)
"""Words before "May" or "March" that make it a month."""
