"""The invented schools at work: they read our mails in `sent`, and drop their letters into `inbox`."""

from __future__ import annotations

import datetime as dt
import heapq
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.effects import MailKind
from bot.local_time import LONDON
from bot.model import Contact, OfferedSlot, Part, Slot
from bot.school_days import SchoolCalendar
from handlers.demo.envelopes import Writing, seal
from handlers.demo.machines import away_note, calendar_acceptance, delivery_failure
from handlers.demo.our_mail import OurMail, read_our_mail
from handlers.demo.scripts import Answer, Form, OwnDate, SchoolScript, Scripts
from handlers.demo.slot_words import SlotWords

_ASKING = frozenset({MailKind.OFFER.value, MailKind.CHASE.value, MailKind.REOFFER.value})
_AGREEING = frozenset({MailKind.CONFIRMATION.value, MailKind.CHANGE.value})
_MACHINES = {Form.AWAY: away_note, Form.BOUNCE: delivery_failure, Form.CALENDAR: calendar_acceptance}


@dataclass(frozen=True, slots=True)
class Place:
    """One school as the demo's imports describe it."""

    urn: str
    contacts: tuple[Contact, ...]
    calendar: SchoolCalendar


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody at a school meant: yes or no to one half day, at a moment, whichever words were used."""

    at: dt.datetime
    urn: str
    slot: Slot
    is_yes: bool


@dataclass(frozen=True, slots=True, order=True)
class _Plan:
    due: dt.datetime
    number: int
    urn: str = field(compare=False)
    answer: Answer = field(compare=False)
    mail: OurMail = field(compare=False)


@dataclass
class SchoolsAtWork:
    """All schools of the play. `said` is the record of what they meant, to hold the bookings against."""

    scripts: Scripts
    places: Mapping[str, Place]
    inbox: Path
    sent: Path
    said: list[Said] = field(default_factory=list)
    written: int = 0
    planned: int = 0
    _read: set[str] = field(default_factory=set)
    _mails: dict[str, list[OurMail]] = field(default_factory=dict)
    _plans: list[_Plan] = field(default_factory=list)
    _own: dict[str, Slot] = field(default_factory=dict)

    def read_post(self) -> int:
        """Read what has gone out since the last time, and plan the answers; the number of mails to schools."""
        fresh = sorted(path for path in (self.sent / "new").iterdir() if path.name not in self._read)
        self._read.update(path.name for path in fresh)
        mails = sorted((read_our_mail(path.read_bytes()) for path in fresh), key=lambda mail: mail.sent)
        return sum(self._receive(mail) for mail in mails)

    def write_until(self, moment: dt.datetime) -> int:
        """Deliver every letter that is due by then; how many."""
        count = 0
        while self._plans and self._plans[0].due <= moment:
            count += self._write(heapq.heappop(self._plans))
        return count

    @property
    def is_busy(self) -> bool:
        """Whether a letter is still to be written."""
        return bool(self._plans)

    def agree_by_telephone(self, urn: str, slot: Slot, at: dt.datetime) -> None:
        """The school says yes to that half day when its adviser rings."""
        self.said.append(Said(at, urn, slot, is_yes=True))

    def offered(self, urn: str, which: str) -> OfferedSlot | None:
        """A slot of the last mail that asked the school to choose: "o1" is its first, "own" the school's own date."""
        if which == "own":
            return OfferedSlot(0, self._own[urn]) if urn in self._own else None
        asking = [mail for mail in self._mails.get(urn, ()) if mail.kind in _ASKING and mail.offered]
        return _pick(asking[-1].offered, which) if asking else None

    def own_date(self, urn: str, own: OwnDate, today: dt.date) -> Slot | None:
        """The date of a school's own choosing, counted from `today`; None where the terms end before it."""
        first = today + dt.timedelta(weeks=own.weeks)
        days = self.places[urn].calendar.days
        day = next((day for day in days if day >= first and day.weekday() == own.weekday), None)
        return Slot(day, own.part) if day is not None else None

    def said_yes(self, urn: str) -> tuple[Slot, ...]:
        """The half days that the school has said yes to and not taken back, the last first."""
        last = {said.slot: said.is_yes for said in self.said if said.urn == urn}
        return tuple(slot for slot, is_yes in reversed(last.items()) if is_yes)

    def _receive(self, mail: OurMail) -> bool:
        urn = next((place.urn for place in self.places.values() if self._reaches(place, mail)), None)
        script = self.scripts.of(urn) if urn is not None else None
        if urn is None or script is None:
            return False
        mails = self._mails.setdefault(urn, [])
        mails.append(mail)
        for answer in script.answers:
            if self._moves(answer, mail, urn):
                self._plan(urn, answer, mail)
        return True

    def _reaches(self, place: Place, mail: OurMail) -> bool:
        known = {contact.email for contact in place.contacts} | {
            answer.reader for answer in _answers(self.scripts.of(place.urn)) if "@" in answer.reader
        }
        return mail.kind != MailKind.CARD and not known.isdisjoint(mail.to)

    def _moves(self, answer: Answer, mail: OurMail, urn: str) -> bool:
        """Whether this mail is the one that makes the school write this letter."""
        if answer.before_visit is not None:
            return mail.agreed is not None and self._count(urn, _AGREEING, "") == 1 and mail.kind in _AGREEING
        if mail.kind not in answer.to or not self._is_reader(urn, answer.reader, mail):
            return False
        return answer.nth in (0, self._count(urn, frozenset(answer.to), answer.reader))

    def _count(self, urn: str, kinds: frozenset[str], reader: str) -> int:
        return sum(mail.kind in kinds and self._is_reader(urn, reader, mail) for mail in self._mails[urn])

    def _is_reader(self, urn: str, reader: str, mail: OurMail) -> bool:
        return not reader or self._person(urn, reader).email in mail.to

    def _person(self, urn: str, who: str) -> Contact:
        """A contact by role, or anybody by "Name <address>"."""
        stranger = re.fullmatch(r"(?:(.*) <)?(\S+@[^>\s]+)>?", who)
        if stranger is not None:
            return Contact(stranger[1] or "", None, stranger[2])
        return next(contact for contact in self.places[urn].contacts if contact.role == who)

    def _plan(self, urn: str, answer: Answer, mail: OurMail) -> None:
        calendar, day = self.places[urn].calendar, mail.sent.astimezone(LONDON).date()
        start, count = (day, answer.after) if answer.before_visit is None else _before(mail, answer.before_visit)
        due_day = calendar.add_school_days(start, count)
        if due_day is None:
            return
        seconds = random.Random(f"{urn} {due_day} {answer.at}").randrange(60)  # noqa: S311  no secret
        due = dt.datetime.combine(due_day, answer.at, LONDON).astimezone(dt.UTC) + dt.timedelta(seconds=seconds)
        due = max(due, mail.sent + dt.timedelta(minutes=3))
        self.planned += 1
        heapq.heappush(self._plans, _Plan(due, self.planned, urn, answer, mail))

    def _write(self, plan: _Plan) -> bool:
        script = self.scripts.of(plan.urn)
        if script is None:
            return False
        mail = self._answered(plan)
        slots = self._slots(plan, mail)
        words = _words(slots)
        self._remember(plan, slots)
        person = self._person(plan.urn, plan.answer.reader if plan.answer.form is Form.BOUNCE else plan.answer.writer)
        self.written += 1
        numbers = {name: slot.option for name, slot in slots.items()}
        writing = Writing(
            name=person.name,
            email=person.email,
            body=plan.answer.text.format_map(words),
            signature=script.signature if plan.answer.form is not Form.CALENDAR else "",
            disclaimer=script.disclaimer,
            at=plan.due,
            message_id=f"<{plan.due:%Y%m%d%H%M%S}.{self.written}.{plan.urn}@{person.email.partition('@')[2]}>",
            answered=mail,
            between={numbers[name]: comment for name, comment in plan.answer.between.items()},
        )
        machine = _MACHINES.get(plan.answer.form)
        self._deliver(machine(writing) if machine else seal(script.client, writing), plan.due)
        return True

    def _answered(self, plan: _Plan) -> OurMail:
        """People answer the newest mail that asks them; machines answer the mail that woke them."""
        group = next((kinds for kinds in (_ASKING, _AGREEING) if plan.mail.kind in kinds), None)
        if plan.answer.form is not Form.REPLY or group is None:
            return plan.mail
        return next(mail for mail in reversed(self._mails[plan.urn]) if mail.kind in group)

    def _slots(self, plan: _Plan, mail: OurMail) -> dict[str, OfferedSlot]:
        slots = {name: _pick(mail.offered, name) for name in ("o1", "o2", "o3")} if mail.offered else {}
        if mail.agreed is not None:
            slots["agreed"] = OfferedSlot(0, mail.agreed)
        if plan.answer.own is not None:
            own = self.own_date(plan.urn, plan.answer.own, plan.due.astimezone(LONDON).date())
            if own is not None:
                slots["own"] = OfferedSlot(0, own)
                self._own[plan.urn] = own
        if plan.answer.away:
            back = self.places[plan.urn].calendar.add_school_days(plan.due.date(), plan.answer.away)
            if back is not None:
                slots["back"] = OfferedSlot(0, Slot(back, Part.AM))
        return slots

    def _remember(self, plan: _Plan, slots: Mapping[str, OfferedSlot]) -> None:
        for names, is_yes in ((plan.answer.yes, True), (plan.answer.no, False)):
            for name in names:
                self.said.append(Said(plan.due, plan.urn, slots[name].slot, is_yes))

    def _deliver(self, raw: bytes, at: dt.datetime) -> None:
        """Drop a letter into the Maildir: written aside first, then moved, as the Maildir's rules ask."""
        name = f"{int(at.timestamp())}.{self.written:05d}.schools"
        aside = self.inbox / "tmp" / name
        aside.write_bytes(raw)
        aside.rename(self.inbox / "new" / name)


def _answers(script: SchoolScript | None) -> tuple[Answer, ...]:
    return script.answers if script is not None else ()


def _before(mail: OurMail, count: int) -> tuple[dt.date, int]:
    if mail.agreed is None:
        raise ValueError(f"the mail {mail.message_id} agrees no day to count back from")
    return mail.agreed.date, -count


def _pick(offered: Sequence[OfferedSlot], name: str) -> OfferedSlot:
    return offered[min(int(name.removeprefix("o")), len(offered)) - 1]


def _words(slots: Mapping[str, OfferedSlot]) -> dict[str, SlotWords]:
    return {name: SlotWords(slot.slot.date, slot.slot.part, slot.option) for name, slot in slots.items()}
