"""What follows from a letter that was read: the decision, then the visit, its story and its effects recorded."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from bot.acting import STRANGERS, Stage, act
from bot.change import Cast, Cause
from bot.deciding import Decision, Situation, Step, decide
from bot.effects import PostEffect
from bot.local_time import local_day
from bot.model import (
    Action,
    Kind,
    Letter,
    LetterState,
    Offer,
    Part,
    ProposedSlot,
    ReasonCode,
    Slot,
    Understanding,
    Visit,
)
from bot.offering import Ground, weekday_of
from bot.reading.thread import Attribution
from bot.reading.visible import visible
from bot.wording import lines
from bot.wording.reasons import reason_sentence
from handlers.parts import Parts
from handlers.recording import record_change
from handlers.surroundings import surroundings
from storage.records import Records
from storage.stored import StoredLetter

SHORT = 300
"""A card shows a whole letter up to so many characters; of a longer one, the words that were telling."""


@dataclass(frozen=True, slots=True)
class Read:
    """A letter, the visit it is about (None where that is not clear), and what it says."""

    letter_id: int
    letter: Letter
    attribution: Attribution
    visit: Visit | None
    offer: Offer | None
    understanding: Understanding
    permanent_bounce: bool = False
    busy: frozenset[Slot] = frozenset()


def record_read(records: Records, parts: Parts, read: Read, now: dt.datetime) -> None:
    """Decide on a letter that was read, and record what follows; nothing for one that is settled already."""
    stored = records.letter(read.letter_id, whole=False)
    if stored is None or stored.state is not LetterState.NEW:
        return
    stored = replace(stored, sender=read.letter.sender.email, subject=read.letter.subject)
    visit = read.visit
    if visit is None:
        _record_without_visit(records, stored, read, now)
        return
    around = surroundings(records, parts, visit, now, read.busy)
    if read.permanent_bounce and _recipient(read.letter) == around.cast.adviser.email:
        # One of ours did not get a copy: the school has, and must not be written to anew.
        read = replace(read, permanent_bounce=False)
        post_about_letter(records, stored.id, ReasonCode.BOUNCED, now)
    situation = _situation(parts, read, visit, around.ground, now)
    decision = decide(situation)
    stage = Stage(
        visit=visit,
        cast=around.cast,
        understanding=read.understanding,
        ground=around.ground,
        cause=_cause(stored, read, decision, now),
        policy=parts.policy,
        failed_address=_failed_address(read.letter, visit, around.cast),
    )
    if decision.step is Step.TRY_NEXT_CONTACT:
        records.mark_contact_bounced(visit.urn, stage.failed_address)
    record_change(records, act(decision, stage), now)
    records.save_letter(_settled(stored, read, decision))


def _failed_address(letter: Letter, visit: Visit, cast: Cast) -> str:
    """The contact that a bounce is about; a gateway may name another address than the one we wrote to."""
    said = _recipient(letter)
    return said if any(contact.email == said for contact in cast.contacts) else visit.contact


def _recipient(letter: Letter) -> str:
    return letter.delivery_report.recipient if letter.delivery_report else ""


def _situation(parts: Parts, read: Read, visit: Visit, ground: Ground, now: dt.datetime) -> Situation:
    said, today = read.understanding, local_day(now)
    # What was offered may be taken; what the school puts forward must suit the adviser's week too.
    proposed = {Slot(item.date, item.part) for item in said.proposed if item.part is not None}
    wanted = {*said.accepted, *(slot for slot in proposed if weekday_of(slot.date) in ground.working_days)}
    free = {s for s in wanted if s not in ground.taken and s.date > today and ground.calendar.is_school_day(s.date)}
    return Situation(
        visit=visit,
        understanding=said,
        offer=read.offer,
        stranger=None if read.attribution.may_speak else read.attribution.reason or ReasonCode.UNKNOWN_SENDER,
        free=frozenset(free),
        may_book=parts.policy.book_proposed,
        permanent_bounce=read.permanent_bounce,
        today=today,
        policy=parts.policy,
    )


def _cause(stored: StoredLetter, read: Read, decision: Decision, now: dt.datetime) -> Cause:
    """A person's letter is answered; a machine's never is (law 5), and a stranger's words are not copied."""
    person = read.understanding.kind is Kind.REPLY
    shown = decision.code not in STRANGERS and not read.understanding.sensitive
    return Cause(
        at=now,
        by=f"letter {stored.id}",
        key=f"letter-{stored.id}",
        rule=decision.rule,
        letter_id=stored.id,
        answers=read.letter.message_id if person else "",
        sender=read.letter.sender.email if person else "",
        words=_telling_words(read, decision) if shown else (),
        proposals=_half_days(read.understanding.proposed),
    )


def _telling_words(read: Read, decision: Decision) -> tuple[str, ...]:
    """The words that led to the decision; of a short letter that an adviser is asked about, all that is new."""
    found = tuple(dict.fromkeys(item.words for item in read.understanding.evidence))
    if decision.code is None or read.understanding.kind is not Kind.REPLY:
        return found
    whole = visible(read.letter.text).text.strip()
    return (whole,) if 0 < len(whole) <= SHORT else found


def _half_days(proposed: tuple[ProposedSlot, ...]) -> tuple[Slot, ...]:
    """The half days put forward; both of a day where the half was not said."""
    return tuple(Slot(item.date, part) for item in proposed for part in Part if item.part in (None, part))


_LETTER_STATES = {
    Step.ASK_ADVISER: LetterState.HELD,
    Step.CANCEL: LetterState.HELD,
    Step.IGNORE: LetterState.IGNORED,
}


def _settled(stored: StoredLetter, read: Read, decision: Decision) -> StoredLetter:
    code = decision.code if decision.step in (Step.ASK_ADVISER, Step.CANCEL) else None
    return replace(
        stored,
        state=_LETTER_STATES.get(decision.step, LetterState.HANDLED),
        reference=read.visit.reference if read.visit else "",
        offer=read.offer.number if read.offer else None,
        kind=read.understanding.kind,
        action=read.understanding.action,
        reason_code=code,
        reason=reason_sentence(code) if code else "",
        rule=decision.rule,
        understanding=read.understanding,
    )


def _record_without_visit(records: Records, stored: StoredLetter, read: Read, now: dt.datetime) -> None:
    """A letter of no known visit: a machine's or our own is let be, a person's goes to a person."""
    kind, code = read.understanding.kind, read.attribution.reason
    to_person = code is not None and kind in (Kind.REPLY, Kind.CALENDAR, Kind.BOUNCE)
    records.save_letter(
        replace(
            stored,
            state=LetterState.HELD if to_person else LetterState.IGNORED,
            kind=kind,
            action=Action.HAND_OVER if to_person else Action.IGNORE,
            reason_code=code if to_person else None,
            reason=reason_sentence(code) if code and to_person else "",
            rule=read.attribution.rule,
        )
    )
    if code and to_person:
        post_about_letter(records, stored.id, code, now)


def post_about_letter(records: Records, letter_id: int, code: ReasonCode, now: dt.datetime) -> None:
    """Tell the channel, by its number alone, that a letter of no visit needs a person."""
    text = lines.letter_waiting(letter_id, code)
    records.add_effect(PostEffect(key=f"letter/{letter_id}/{code}", reference="", text=text), now)
