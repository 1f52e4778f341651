"""The half days of open offers stand in the advisers' diaries as tentative entries, and go when they are not held.

Which ought to be there follows from the visits alone; each round writes the difference. So nothing is left behind by a
crash, and a diary that was down is brought up to date when it is back.
"""

from __future__ import annotations

import datetime as dt

from bot.local_time import local_day
from bot.model import Slot
from bot.ports import DiaryChange, DiaryEntry, DiaryRemoval
from handlers.batches import batches
from handlers.carrying_out import Tally, written
from handlers.diary.entries import half_day_entry
from handlers.diary.kept import keep
from handlers.parts import Parts
from storage.records import Records
from storage.records.visits import Hold


def write_holds(parts: Parts, now: dt.datetime, tally: Tally) -> None:
    """Bring the tentative entries of all diaries into line with what is held; nothing where the team wants none."""
    if not parts.shows_holds:
        return
    with parts.store.read() as records:
        changes = _differences(records, parts, local_day(now))
    for batch in batches(changes):
        failures = written(parts, batch, tally)
        with parts.store.write() as records:
            for change in batch:
                if change not in failures:
                    keep(records, change)


def _differences(records: Records, parts: Parts, today: dt.date) -> list[DiaryChange]:
    there = {entry.key: entry for entry in records.tentative_entries()}
    holds = {hold_key(hold.reference, hold.slot, parts.team.domain): hold for hold in records.offered_holds(today)}
    gone = [DiaryRemoval(key, entry.adviser) for key, entry in there.items() if key not in holds]
    missing = (_entry(records, parts, key, hold) for key, hold in holds.items() if key not in there)
    return [*gone, *(entry for entry in missing if entry is not None)]


def hold_key(reference: str, slot: Slot, domain: str) -> str:
    """The key of the entry that keeps a half day for a visit; the booking's own key is the invitation's UID."""
    return f"{reference}-{slot.date:%Y%m%d}-{slot.part}@{domain}"


def _entry(records: Records, parts: Parts, key: str, hold: Hold) -> DiaryEntry | None:
    school = records.school(hold.urn)
    if school is None:
        return None
    return half_day_entry(parts, school, hold.reference, hold.adviser, hold.slot, key, tentative=True)
