"""What an out-of-office notice tells beside the absence: the day of return, and who deals with things until then.

Only a named person or one person's own address deals with things instead. "For anything urgent" keeps its person: an
offer of dates may well be urgent, and nobody else is named for it. Where that person only keeps the school's office
(secretary, reception, site manager), or the clause is for another topic (emergencies, safeguarding, admissions, IT,
parents, …), the visit waits for the day of return.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.model import Contact
from bot.understanding.dates import mentions_of
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.words import Sort, Word, words_of

_READ = 4_000
_LONGEST_SENTENCE = 600
_LEAD = 10
"""Words before a day that may say what it is."""
_FRIDAY = 4
_SHORTEST = 3
"""Letters of a surname that may be looked for in an address."""
_BACK = one_of("back return returning returns returned reopen reopens reopening reopened resume resuming resumes")
_ANSWERS = one_of("reply respond answer read deal replying responding")
_ENDS = one_of(". ! ? ;")
_WHOLE = one_of("inclusive incl included end close")
_UNTIL = frozenset({"until", "till", "til", "up"})
_SOON = 6
_RANGE = frozenset({"range", "between", "this week", "next week", "week of a day", "today"})


class Return(NamedTuple):
    """The first day back, and the words that name it."""

    day: dt.date
    words: str


def returns_on(text: str, ground: Ground) -> Return | None:
    """The first day on which an absent person says to be back; None where the words name none.

    "Until Monday" is back on Monday; until a Friday, "inclusive" or "the end of" is back on the next school day. What
    is said of coming back goes before how long the absence lasts, and this before when mail will be answered.
    """
    words = words_of(text[:_READ])
    mentions = mentions_of(words, ground)
    for reading in (_says_back, _says_until, _says_answered, _says_range):
        for mention in mentions:
            day = reading(words, mention, ground)
            if day is not None and day >= ground.today:
                return Return(day, text[words[mention.first].start : words[mention.last - 1].end])
    return None


def _lead(words: Sequence[Word], mention: Mention) -> list[str]:
    """The words before a mention in its sentence, the nearest first."""
    found: list[str] = []
    for word in reversed(words[max(0, mention.first - _LEAD) : mention.first]):
        if word.text in _ENDS:
            break
        if word.sort is not Sort.BREAK:
            found.append(word.text)
    return found


def _says_back(words: Sequence[Word], mention: Mention, ground: Ground) -> dt.date | None:
    lead = _lead(words, mention)
    if not _BACK & set(lead) and not _says_next_day(lead) and words[mention.first].text not in _BACK:
        return None
    if mention.shape is Shape.SPAN and mention.rule not in _UNTIL and mention.opens != "start":
        return None if mention.start is None else _school_day(mention.start, ground)
    return _day(mention, ground)


def _says_next_day(lead: Sequence[str]) -> bool:
    """Whether the day is the next one at work: "my next day in the office is …", "I am next in on …"."""
    return "next" in lead and bool({"day", "in", "working"} & set(lead))


def _says_until(words: Sequence[Word], mention: Mention, ground: Ground) -> dt.date | None:
    is_span = mention.shape is Shape.SPAN and mention.rule in _UNTIL
    leads = bool(_UNTIL & set(_lead(words, mention)[:_SOON]))
    last = mention.end if is_span else _day(mention, ground) if leads else None
    if last is None:
        return None
    said = {word.text for word in words[mention.first : mention.last + 2]}
    lasts = mention.rule == "up" or said & _WHOLE or last.weekday() == _FRIDAY
    return _school_day(last + dt.timedelta(1) if lasts else last, ground)


def _says_answered(words: Sequence[Word], mention: Mention, ground: Ground) -> dt.date | None:
    day = _day(mention, ground) if _ANSWERS & set(_lead(words, mention)) else None
    return day if day != ground.today else None


def _says_range(_words: Sequence[Word], mention: Mention, ground: Ground) -> dt.date | None:
    if mention.shape is not Shape.SPAN or mention.rule not in _RANGE or mention.end is None:
        return None
    return _school_day(mention.end + dt.timedelta(1), ground) if mention.end >= ground.today else None


def _day(mention: Mention, ground: Ground) -> dt.date | None:
    """The one day that a mention names; of a weekday the next one."""
    if mention.shape is Shape.DAY and len(mention.days) == 1:
        return mention.days[0]
    if mention.shape is Shape.WEEKDAY and len(mention.weekdays) == 1:
        ahead = (mention.weekdays[0] - ground.today.weekday() - 1) % 7 + 1
        return ground.today + dt.timedelta(ahead)
    return None


def _school_day(day: dt.date, ground: Ground) -> dt.date:
    return ground.calendar.first_school_day_from(day) or day


_NO_NAME = (
    r"(?!(?:Please|The|My|Our|Your|This|That|School|Office|Reception|Main|Head|Deputy|Admin|Year|In|If|For|On|"
    r"At|And|Or|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Thank|Thanks|Kind|Best|Many|Regards|I|We|Hello|Hi|Dear|Emails?|Any|All|Should|During)\b)"
)
_WORD = _NO_NAME + r"[A-Z][\w'’-]{1,30}"
_NAME = rf"(?<!\w)(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? )?(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
_EMAIL = r"(?P<email>[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
_BESIDE = rf"(?:[\s,:(<\[–-]{{1,4}}(?:(?:on|at|via|by|email|e-mail|is)[\s:]{{1,2}}){{0,2}}{_EMAIL})?"
_TURN_TO = (
    r"(?i:contact|e-?mail|ring|call|telephone|phone|ask for|write to|speak (?:to|with)|get in touch with|forward|"
    r"direct|redirect|re-?send|refer|address)"
)
_DEALS = (
    r"(?i:deals with|handles|covers|answers|looks after|"
    r"(?:will|can|is able to|should be able to) (?:also )?(?:be )?(?:deal\w*|answer\w*|respond\w*|"
    r"reply\w*|help\w*|assist\w*|"
    r"look\w*|handl\w*|cover\w*|act\w*|pick\w*|able)|is (?:now )?(?:dealing|covering|looking|acting|handling|"
    r"picking|deputising|in charge|happy|available))"
)
_POINTERS = (
    re.compile(rf"\b(?i:your (?:new )?contact|contact|contact details) ?(?:is|will be|:) {_NAME}{_BESIDE}"),
    re.compile(rf"{_NAME}{_BESIDE}[)>\]]?(?:, [^,.!?\n]{{3,40}},|,)? {_DEALS}\b"),
    re.compile(
        rf"\b(?i:(?:go|sent|directed|forwarded|addressed|passed|redirected) to|(?:covered|dealt with|"
        rf"handled|read) by) {_NAME}{_BESIDE}"
    ),
    re.compile(rf"\b{_TURN_TO}\b[^.!?\n]{{0,40}}? {_NAME}{_BESIDE}"),
    re.compile(rf"\b{_TURN_TO}\b[^.!?\n]{{0,40}}?[ :(<]{_EMAIL}"),
)
_SOMEBODYS = re.compile(
    r"^(?!(?:office|admin|info|enquir\w+|reception|school|head|contact|hello|mail|secretary|it|support|help\w*|hr|"
    r"finance|admissions|safeguarding|attendance|absence)\b)[a-z]",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\b(?:schools?|high|primary|academy|college|infants?|juniors?|office|team|trust|centre|nursery|reception|support|"
    r"desk|council|department|service)\b",
    re.IGNORECASE,
)
_OTHER_TOPIC = re.compile(
    r"\b(?:safeguarding|child protection|admissions?|attendance|absence line|(?:pupil|student|staff) absences?|"
    r"lettings?|"
    r"finance|invoices?|cover|press|media|it (?:support|problems?|issues?|queries|matters|help)|emergenc\w+|payroll|"
    r"exams?|"
    r"trips?|timetabl\w+|catering|transport|premises|uniform|recruitment|immediate danger|"
    r"(?:you are|for) an? parents?|parents (?:should|can|please))\b",
    re.IGNORECASE,
)
_URGENT = re.compile(r"\burgent|\bimmediate", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:school|main|general|front) office\b|\bin (?:the|our) office\b|\breception(?:ist)?\b|\bsecretary\b|"
    r"\b(?:office|site|premises|business) manager\b|\bcaretaker\b|\b(?:office|admin\w*) (?:staff|assistant|team)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n\s*\n|\s*;\s+|,\s+(?=(?:and |or )?for [a-z]|if it (?:is|concerns))")


def with_address(person: Contact, text: str) -> Contact:
    """The person with the address in the text that holds the surname, where none is known yet."""
    surname = person.name.lower().rpartition(" ")[2]
    if person.email or len(surname) < _SHORTEST:
        return person
    addresses = (match["email"].lower() for match in re.finditer(_EMAIL, text[:_READ]))
    found = next((address for address in addresses if surname in address.partition("@")[0]), "")
    return replace(person, email=found.strip(".'"))


def deputy_of(text: str, pointed: Contact | None = None) -> Contact | None:
    """Whom an automatic mail says to turn to: a named person, or an address that is one person's; None where none is.

    `pointed` is whom the sentences point to by their grammar; a person of both counts. Passed over is what is only for
    other matters, and the office that is named for what is urgent. The name is "" where only an address stands there.
    """
    clauses = [" ".join(clause.split())[:_LONGEST_SENTENCE] for clause in _CLAUSE.split(text[:_READ])]
    ours = [clause for clause in clauses if not _is_elsewhere(clause)]
    if pointed is not None and (not pointed.name or any(pointed.name.split()[-1] in clause for clause in ours)):
        return pointed
    return next(_deputies(ours), None)


def _is_elsewhere(clause: str) -> bool:
    """Whether what the clause says to do is for other topics, or what is urgent is the office's."""
    is_offices = _URGENT.search(clause) is not None and _OFFICE.search(clause) is not None
    return is_offices or _OTHER_TOPIC.search(clause) is not None


def _deputies(clauses: Sequence[str]) -> Iterator[Contact]:
    for words in clauses:
        for pattern in _POINTERS:
            match = pattern.search(words)
            found = match.groupdict() if match is not None else {}
            email = (found.get("email") or "").strip(".'")
            name = found.get("name") or ""
            if _NO_PERSON.search(name) is None and (name or (email and _SOMEBODYS.match(email))):
                yield Contact(name, None, email.lower())
                break
