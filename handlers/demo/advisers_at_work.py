"""The invented advisers at work: they settle what waits for them, with the same functions as `visitbot resolve`."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.local_time import local_day
from bot.model import LetterState, Part, Slot, Visit, VisitState, WaitingFor
from handlers.contacts import contact_from, contact_left
from handlers.demo.schools_at_work import SchoolsAtWork
from handlers.demo.scripts import Act, OwnDate, Settlement
from handlers.on_letter import retry
from handlers.parts import Parts
from handlers.resolving import CannotResolveError, Resolver, Wish, book, close, reoffer, resolve, wait

WEEKS_TO_TRY = 6
"""How many weeks on an adviser looks for a free half day of the weekday that suits the school."""

MEANT = "meant"
"""In a settlement: the half days that the school has said yes to and not taken back, the last first."""

_TUESDAY_MORNING = OwnDate(weekday=1, weeks=3, part=Part.AM)
_USUAL = (
    Settlement(Act.BOOK, "Rang the school, which said again what it meant.", slot=MEANT),
    Settlement(Act.BOOK, "Rang the school and agreed this date.", slot="own", own=_TUESDAY_MORNING),
    Settlement(Act.REOFFER, "New half days, after a word with the school."),
    Settlement(Act.WAIT, "Nothing free now; I will look again."),
)
"""What an adviser tries in turn where the script says nothing."""

_RESOLVERS: dict[Act, Resolver] = {Act.WAIT: wait, Act.REOFFER: reoffer(None, None), Act.CLOSE: close}


@dataclass
class AdvisersAtWork:
    """What the advisers have done so far; `schools` are whom they ring."""

    schools: SchoolsAtWork
    done: int = 0
    _used: Counter[str] = field(default_factory=Counter)

    def work(self, parts: Parts, now: dt.datetime) -> int:
        """Settle every visit that has waited long enough; how many things were done."""
        with parts.store.read() as records:
            waiting = [visit for visit in records.visits() if visit.waiting_for is WaitingFor.ADVISER]
        before = self.done
        for visit in waiting:
            self._settle(parts, visit, now)
        return self.done - before

    def _settle(self, parts: Parts, visit: Visit, now: dt.datetime) -> None:
        """Add people first where that is the plan; then one decision, or the next that can be carried out."""
        for act in self._plan(visit):
            if not self._is_time(visit, act, now):
                return
            self._used[visit.urn] += 1
            if self._carry_out(parts, visit, act, now) and act.act is not Act.CONTACT:
                return

    def _plan(self, visit: Visit) -> Iterator[Settlement]:
        script = self.schools.scripts.of(visit.urn)
        left = script.settled[self._used[visit.urn] :] if script else ()
        if visit.state is VisitState.AGREED:
            yield Settlement(Act.CLOSE, left[0].note if left else "Settled by telephone.")
            return
        yield from left
        yield from _USUAL

    def _is_time(self, visit: Visit, act: Settlement, now: dt.datetime) -> bool:
        since = local_day(visit.updated or now)
        due = self.schools.places[visit.urn].calendar.add_school_days(since, act.after)
        return due is None or due <= local_day(now)

    def _carry_out(self, parts: Parts, visit: Visit, act: Settlement, now: dt.datetime) -> bool:
        """Whether it could be done; a half day that is taken, or not a school day, cannot."""
        if act.act is Act.CONTACT:
            _add_contact(parts, visit.urn, act)
            self.done += 1
            return True
        if act.act is Act.RETRY:
            return self._read_again(parts, visit, now)
        for resolver, slot in self._resolvers(visit, act, now):
            try:
                resolve(parts, visit.reference, resolver, Wish(visit.adviser, act.note), now)
            except CannotResolveError:
                continue
            if slot is not None:
                self.schools.agree_by_telephone(visit.urn, slot, now)
            self.done += 1
            return True
        return False

    def _read_again(self, parts: Parts, visit: Visit, now: dt.datetime) -> bool:
        """Let the visit's last held letter be read again; whether there was one."""
        with parts.store.read() as records:
            held = records.letters(LetterState.HELD, visit.reference)
        if not held:
            return False
        retry(parts, held[-1].id, now)
        self.done += 1
        return True

    def _resolvers(self, visit: Visit, act: Settlement, now: dt.datetime) -> Iterator[tuple[Resolver, Slot | None]]:
        """The ways to carry out an act; the first that is possible counts."""
        if act.act is not Act.BOOK:
            yield _RESOLVERS[act.act], None
            return
        for slot in self._slots(visit, act, local_day(now)):
            yield book(slot), slot

    def _slots(self, visit: Visit, act: Settlement, today: dt.date) -> Iterator[Slot]:
        """The half days that the school would say yes to on the telephone, best first."""
        if act.slot == MEANT:
            yield from self.schools.said_yes(visit.urn)
        elif act.own is None:
            offered = self.schools.offered(visit.urn, act.slot)
            yield from (offered.slot,) if offered is not None else ()
        else:
            later = (today + dt.timedelta(weeks=week) for week in range(WEEKS_TO_TRY))
            slots = (self.schools.own_date(visit.urn, act.own, day) for day in later)
            yield from (slot for slot in slots if slot is not None)


def _add_contact(parts: Parts, urn: str, act: Settlement) -> None:
    with parts.store.write() as records:
        records.save_contact(urn, contact_from(act.name, act.role, act.email))
    if act.gone:
        contact_left(parts.store, act.gone)
