"""What machines say: calendar programs, out-of-office notices, bounces, portals."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise

from bot.local_time import LONDON
from bot.model import (
    Action,
    CalendarAnswer,
    Conversation,
    ConversationState,
    Evidence,
    Letter,
    Part,
    ProposedSlot,
    ReasonCode,
    Slot,
)
from bot.reading.calendar_answer import ANSWERS, partstat_of_subject, read_calendar
from bot.understanding.dates import mentions_of
from bot.understanding.ground import Ground, Shape
from bot.understanding.words import words_of

_NOON = 12


@dataclass(frozen=True, slots=True)
class CalendarNews:
    """A calendar program's answer: to which slot, what, and which new time it puts forward.

    `part` is the calendar it came with (RFC 5546); None where only its words tell.
    """

    answer: str
    slot: ProposedSlot | None
    proposed: ProposedSlot | None
    note: tuple[int, int]
    evidence: tuple[Evidence, ...]
    part: CalendarAnswer | None = None


_ANSWERS = (
    (
        "COUNTER",
        re.compile(
            r"\b(?:propos|suggest|request|counter)\w*(?:[ -](?:a|an|the|propos\w*))? ?"
            r"(?:new|another|different|alternative|other)? ?(?:meeting )?(?:time|slot|date)\b(?! zone)|"
            r"\bnew (?:meeting )?(?:time|date) (?:proposed|suggested|requested)|"
            r"method=counter|\balternative time\b",
            re.IGNORECASE,
        ),
    ),
    ("TENTATIVE", re.compile(r"\btentative|\bmaybe\b", re.IGNORECASE)),
    ("DECLINED", re.compile(r"\bdeclined?\b", re.IGNORECASE)),
    ("ACCEPTED", re.compile(r"\baccept(?:ed|s)?\b", re.IGNORECASE)),
)
_NEW_TIME = re.compile(
    r"^\s*(?:(?:proposed|suggested|suggests|requested|alternative|preferred|counter-?proposal)"
    r"(?: new)?(?: meeting)?(?: time| slot| date)?|new(?: meeting)?(?: time| slot| date)?|to|now|instead)\s*:(.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_OLD_TIME = re.compile(
    r"^\s*(?:when|was|current(?: time)?|original(?:ly)?(?: time)?|date|time|from|previous(?:ly)?(?: time)?|"
    r"old time)\s*:(.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE = re.compile(
    r"(?:with this note|comments?|note(?: from [^:\n]{1,60})?|message)\s*:\s*\n*\s*\"?(.+?)(?:\"\s*$|\n\s*\n|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_READ = 4000


def calendar_news(letter: Letter, ground: Ground) -> CalendarNews:
    """What a calendar program's mail says, from its calendar part where there is one, else from its words."""
    text = letter.text[:_READ]
    part = (
        letter.calendar or read_calendar(letter.text) if letter.calendar or "BEGIN:VCALENDAR" in letter.text else None
    )
    answer, found = _answer(part, letter, text)
    new = _NEW_TIME.search(text)
    old = _OLD_TIME.search(text)
    proposed = _slot_in(text, new.start(1), new.end(1), ground) if new else None
    start = _slot_of(part.start) if part is not None else None
    if part is not None and part.method == "COUNTER" and start is not None:
        # RFC 5546, section 3.2.7: the counter-proposal's own DTSTART is the time that is put forward.
        proposed, start = start, None
    slot = start if not new else None
    note = _NOTE.search(text)
    head = text if note is None else text[: note.start(1)] + "\n" + text[note.end(1) :]
    slot = slot or (_slot_in(text, old.start(1), old.end(1), ground) if old else _only_slot(head, ground))
    evidence = (
        [Evidence("action", answer, letter.text[found[0] : found[1]], found[0], found[1], "calendar answer")]
        if found
        else []
    )
    return CalendarNews(answer, slot, proposed, note.span(1) if note else (0, 0), tuple(evidence), part)


def _answer(part: CalendarAnswer | None, letter: Letter, text: str) -> tuple[str, tuple[int, int] | None]:
    said = next(((name, m.span()) for name, pattern in _ANSWERS if (m := pattern.search(text)) is not None), None)
    if part is not None and part.method.upper() == "COUNTER":
        return "COUNTER", said[1] if said else None
    if part is not None and part.partstat:
        return part.partstat.upper(), said[1] if said else None
    by_subject = partstat_of_subject(letter.subject)
    if by_subject and (said is None or said[0] != "COUNTER"):
        return by_subject, said[1] if said else None
    return said if said is not None else ("", None)


def _slot_of(start: dt.datetime | dt.date | None) -> ProposedSlot | None:
    if start is None:
        return None
    if not isinstance(start, dt.datetime):
        return ProposedSlot(start)

    local = start.astimezone(LONDON) if start.tzinfo else start
    return ProposedSlot(local.date(), Part.AM if local.hour < _NOON else Part.PM)


def _slot_in(text: str, first: int, last: int, ground: Ground) -> ProposedSlot | None:
    found = mentions_of(words_of(text[first:last]), ground)
    day = next((m.days[0] for m in found if m.shape is Shape.DAY and len(m.days) == 1), None)
    part = next((m.part for m in found if m.shape is Shape.PART and not m.clash), None)
    return None if day is None else ProposedSlot(day, part)


def _only_slot(text: str, ground: Ground) -> ProposedSlot | None:
    """The slot of the first line that names a day and a time."""
    for line in re.finditer(r"[^\n]+", text):
        slot = _slot_in(line.group(), 0, len(line.group()), ground)
        if slot is not None and slot.part is not None:
            return slot
    lines = list(re.finditer(r"[^\n]+", text))
    for line, following in pairwise(lines):  # the day in one line, and its hours in the next
        slot = _slot_in(text, line.start(), following.end(), ground)
        if slot is not None and slot.part is not None:
            return slot
    return None


def on_table(slot: ProposedSlot | None, ground: Ground) -> Slot | None:
    """The slot on the table that a calendar entry is about: date and half of the day agree."""
    if slot is None:
        return None
    fits = [s for s in ground.on_table if s.date == slot.date and slot.part in (None, s.part)]
    return fits[0] if len(fits) == 1 else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with a machine's mail."""

    action: Action
    rule: str
    accepted: tuple[Slot, ...] = ()
    ruled_out: tuple[Slot, ...] = ()
    proposed: tuple[ProposedSlot, ...] = ()
    reason: ReasonCode | None = None


def _strange(part: CalendarAnswer, conversation: Conversation) -> Verdict | None:
    """What to do with a calendar that answers no invitation of ours, or an old one; None where it answers the last.

    Before the first invitation, and without a UID, it is weighed by its time alone. After it a missing SEQUENCE is 0
    (RFC 5545, section 3.8.7.4). A method that only an organiser uses never answers, whatever PARTSTAT it carries.
    """
    if part.method not in ("", *ANSWERS):
        return Verdict(Action.HAND_OVER, "calendar: no answer", reason=ReasonCode.UNCLEAR)
    if conversation.sequence < 0 or not part.uid:
        return None
    if part.uid.partition("@")[0].lower() != conversation.reference.lower():
        return Verdict(Action.HAND_OVER, "calendar: another event", reason=ReasonCode.UNCLEAR)
    if (part.sequence or 0) < conversation.sequence:
        return Verdict(Action.IGNORE, "calendar: an older invitation")
    return None


def on_calendar(news: CalendarNews, conversation: Conversation, ground: Ground) -> Verdict:
    """A calendar program's answer, weighed against the offer, if it answers an invitation of ours at all."""
    if news.part is not None and (verdict := _strange(news.part, conversation)) is not None:
        return verdict
    slot = on_table(news.slot, ground)
    refused = (slot,) if slot else ()
    if news.answer == "TENTATIVE":
        return Verdict(Action.HAND_OVER, "calendar: tentative", reason=ReasonCode.TENTATIVE)
    if news.answer == "ACCEPTED" and slot is not None:
        if conversation.state is ConversationState.OFFERED:
            return Verdict(Action.CONFIRM, "calendar: accepted", accepted=(slot,))
        if slot == ground.agreed:
            return Verdict(Action.IGNORE, "calendar: accepted again", accepted=(slot,))
    if news.answer == "COUNTER" and news.proposed is not None:
        wanted = on_table(news.proposed, ground)
        if wanted is not None and wanted != slot and conversation.state is ConversationState.OFFERED:
            return Verdict(Action.CONFIRM, "calendar: another offered slot", accepted=(wanted,), ruled_out=refused)
        return Verdict(Action.CONSIDER, "calendar: new time", ruled_out=refused, proposed=(news.proposed,))
    if news.answer in ("DECLINED", "COUNTER") and (slot is not None or news.slot is None):
        return Verdict(Action.REOFFER, "calendar: declined", ruled_out=refused)
    return Verdict(Action.HAND_OVER, "calendar: no such slot", reason=ReasonCode.UNCLEAR)


_PORTAL = re.compile(
    r"(?:secured?|protected|encrypted|confidential) (?:message|e-?mail|document|correspondence)|"
    r"one-time passcode|securemessage|read the message|"
    r"confirm (?:that )?you are (?:a person|human|not a robot)|approved senders|safe senders|"
    r"has been (?:held|quarantined)|"
    r"is being held (?:because|until|for)|to have (?:it|your message) delivered|"
    r"verify (?:that you|your (?:address|identity|e-?mail))|challenge[- ]response|"
    r"(?:anti-?spam|sender|mail|email) challenge|awaiting (?:your )?(?:verification|approval)|"
    r"view (?:the|your) (?:secure|encrypted)|sign in to (?:read|view)",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:has|have|i've) (?:now |since |recently )?(?:left|retired)\b"
    r"(?! for (?:the|my|a|today)| work for| the (?:office|building|site)(?! permanently))|"
    r"\bleft (?:the )?(?:[A-Z][\w'’]*\s+){0,6}"
    r"(?:school|academy|college|trust|post|us|employment|primary|infants?|juniors?)\b|"
    r"no longer (?:works?|working|employed|with us|at the|the designated|the dt|at)|mailbox is no longer|"
    r"moved to (?:another|a new) (?:school|post|job|role)",
    re.IGNORECASE,
)


def is_portal(text: str) -> bool:
    """Whether the mail only says that another one waits behind a door that a person must open."""
    return _PORTAL.search(text[:_READ]) is not None


def says_left(text: str) -> bool:
    """Whether an automatic mail says that the person has left."""
    return _LEFT.search(text[:_READ]) is not None
