"""Words that a hurried hand or a dictating phone put in the place of others: "the first won", "forth of march".

Only the words beside it tell what was meant, so each entry names what must stand before it or behind it. A date with
dots ("15.06.") is a clock's time for the words, and a date where that day is on the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.date_words import MONTH, ORDINAL_WORD
from bot.understanding.ground import Ground
from bot.understanding.phrases import one_of
from bot.understanding.spelling import WEEKDAYS
from bot.understanding.words import Sort, Word

_END = frozenset({"", "\n", ".", "!", ","})
_LABELS = one_of("option slot number choice opt date")
_SAID = one_of("please is works would suits thanks looks sounds it")
_ORDER = frozenset(ORDINAL_WORD) | one_of(
    "last final middle other earlier later latter former top bottom this that option slot number choice opt april may "
    "june july march february january the"
)
_AND_SO = one_of("so and back hold holds put bring set")
_THINGS = one_of("option one date slot choice of please works is suits would on pm afternoon morning")


class _Meant(NamedTuple):
    """What a word stands for where one of `before` precedes it and one of `after` follows; None for any word."""

    word: str
    before: frozenset[str] | None
    after: frozenset[str] | None
    unless: frozenset[str] = frozenset()


_FINE = one_of("fine good ok great perfect lovely alright brilliant done agreed")
_IS = one_of("is be are that's it's looks sounds seems just that'd it'd that'll it'll")
_NUMBERS = (
    _Meant("two", _LABELS, _SAID | _END - {""}),
    _Meant("two", _LABELS, frozenset({""})),
)
_MEANT: dict[str, tuple[_Meant, ...]] = {
    "forth": (_Meant("fourth", None, _THINGS | _END | frozenset(MONTH), _AND_SO),),
    "won": (_Meant("one", _ORDER - {"the"}, None),),
    "to": _NUMBERS,
    "too": _NUMBERS,
    "for": (_Meant("four", _LABELS, _END | {"please"}),),
    "tree": (_Meant("three", _LABELS, None),),
    "free": (_Meant("three", _LABELS - {"slot", "date"}, _SAID | _END),),
    "buy": (_Meant("by", _FINE, None),),
    "wood": (_Meant("would", None, one_of("be suit work like do prefer love")),),
    "sea": (_Meant("see", None, one_of("you")),),
    "c": (_Meant("see", None, one_of("you")),),
    "meat": (_Meant("meet", None, one_of("you")),),
    "weak": (_Meant("week", one_of("that the this next last first following"), one_of("of after before") | _END),),
    "mourning": (_Meant("morning", one_of("the that good in") | frozenset(WEEKDAYS), None, one_of("are we're were")),),
    "prefect": (_Meant("perfect", _IS, None),),
    "wi": (_Meant("with", None, None),),
    "av": (_Meant("have", one_of("to we i you can could will let's they ' would please"), None),),
    "grate": (_Meant("great", _IS, None),),
}
"""Words that may stand for others, and where."""
_DIALECT = 5
_SUSPECTS = frozenset(word for word, ways in _MEANT.items() if ways)
_WORD, _FIGURES = Sort.WORD, (Sort.CLOCK, Sort.NUMBER)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{2})")
_AT_A_TIME = one_of("at from till until til to by around about @ for")
_WHOLE_WORD = one_of("wi c av")
"""Short words that stand for others only where they are written small."""


def as_meant(words: list[Word], ground: Ground) -> list[Word]:
    """The words with what was misheard or mistyped put right, and dates with dots told from times."""
    found = words
    for at in [at for at, word in enumerate(words) if word.text.startswith("t'") and len(word.text) > _DIALECT]:
        found = list(words) if found is words else found
        found[at] = words[at]._replace(text=words[at].text[2:])  # "in t'morning"
    words = found
    for at in [at for at, word in enumerate(words) if word.text in _SUSPECTS]:
        meant = _meant(words, at)
        if meant is not None:
            found = list(words) if found is words else found
            found[at] = words[at]._replace(text=meant)
    return _dated(found, ground)


def _meant(words: Sequence[Word], at: int) -> str | None:
    before = words[at - 1].text if at else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    text = words[at].text
    if text in _WHOLE_WORD and not words[at].raw.islower():
        return None
    for way in _MEANT[text]:
        led = way.before is None or before in way.before or (text == "won" and words[at - 1].sort is Sort.ORDINAL)
        if led and (way.after is None or after in way.after) and before not in way.unless:
            return way.word
    return None


def _dated(words: list[Word], ground: Ground) -> list[Word]:
    """Such as "15.06." and "15.6", where the fifteenth of June is on the table."""
    figures = [at for at, word in enumerate(words) if word.sort is not _WORD and word.sort in _FIGURES]
    if not any(_dotted_date(words, at, ground) for at in figures):
        return words
    out: list[Word] = []
    at = 0
    while at < len(words):
        length = _dotted_date(words, at, ground) if words[at].sort in _FIGURES else 0
        if not length:
            out.append(words[at])
            at += 1
            continue
        run = words[at : at + length]
        digits = "".join(word.text for word in run).strip(".").replace(".", "/")
        raw = "".join(word.raw for word in run)
        out.append(run[0]._replace(text=digits, sort=Sort.DATE, end=run[-1].end, raw=raw))
        at += length
    return out


def _dotted_date(words: Sequence[Word], at: int, ground: Ground) -> int:
    """How many words a date with dots takes; 0 for none."""
    before = words[at - 1].text if at else ""
    length = 1
    text = words[at].text
    if words[at].sort is Sort.NUMBER:
        run = words[at : at + 3]
        if len(run) < 3 or run[1].text != "." or run[2].sort is not Sort.NUMBER or run[0].end + 1 != run[2].start:
            return 0
        text, length = f"{run[0].text}.{run[2].text:0>2}", 3
    match = _DOTTED.fullmatch(text)
    if match is None or before in _AT_A_TIME or not _is_on_table(int(match[1]), int(match[2]), ground):
        return 0
    closed = words[at + length : at + length + 1]
    behind = words[at + length + 1 : at + length + 2]
    dotted = bool(closed) and closed[0].text == "." and closed[0].start == words[at + length - 1].end
    return length + (dotted and bool(behind) and behind[0].raw[0].islower())


def _is_on_table(day: int, month: int, ground: Ground) -> bool:
    return any((known.day, known.month) == (day, month) for known in ground.days_on_table)
