"""What an adviser moves or deletes in their own diary is seen, and asked about; it is never written over.

The school still expects the visit as agreed, so only the adviser can say what is meant.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from bot import life
from bot.change import Cause
from bot.local_time import local_day
from bot.model import ReasonCode, VisitState
from bot.ports import BusyPeriod, DiaryEntry
from handlers.carrying_out import Tally, tolerating_diary
from handlers.diary.entries import reference_in
from handlers.parts import Parts
from handlers.recording import record_change
from handlers.surroundings import cast_of
from storage.records import Records

EVERY = dt.timedelta(minutes=10)
LAST_LOOK = "diary/last look"


def watch_diaries(parts: Parts, now: dt.datetime, tally: Tally) -> int:
    """Look where the entries of agreed visits lie, every ten minutes; how many visits were asked about."""
    if not parts.shared_diaries:
        return 0
    with parts.store.read() as records:
        last = records.note(LAST_LOOK)
        if last and now < dt.datetime.fromisoformat(last) + EVERY:
            return 0
        by_adviser = _by_adviser(records.bookings(local_day(now)))
    asked = 0
    for adviser, entries in by_adviser.items():
        with tolerating_diary(tally):
            standing = parts.diary.standing(adviser, sorted(entries))
            asked += _compare(parts, entries, standing, now)
    if by_adviser:
        with parts.store.write() as records:
            records.save_note(LAST_LOOK, now.isoformat())
    return asked


def _by_adviser(entries: list[DiaryEntry]) -> dict[str, dict[str, DiaryEntry]]:
    found: dict[str, dict[str, DiaryEntry]] = defaultdict(dict)
    for entry in entries:
        found[entry.adviser][entry.key] = entry
    return found


def _compare(
    parts: Parts, entries: Mapping[str, DiaryEntry], standing: Mapping[str, BusyPeriod | None], now: dt.datetime
) -> int:
    changed = [
        (entries[key], place)
        for key, place in standing.items()
        if place != BusyPeriod(entries[key].start, entries[key].end)
    ]
    if not changed:
        return 0
    with parts.store.write() as records:
        return sum(_ask(records, entry, place, now) for entry, place in changed)


def _ask(records: Records, entry: DiaryEntry, place: BusyPeriod | None, now: dt.datetime) -> int:
    """Ask once: what was seen is kept, so that the next look finds nothing new."""
    if place is None:
        records.remove_entry(entry.key)
    else:
        records.put_entry(replace(entry, start=place.start, end=place.end))
    visit = records.visit(reference_in(entry.key))
    if visit is None or visit.state is not VisitState.AGREED or visit.agreed != entry.slot:
        return 0
    seen = "gone" if place is None else place.start.isoformat()
    cause = Cause(at=now, by="the adviser's diary", key=f"diary/{seen}")
    record_change(records, life.ask_adviser(visit, cast_of(records, visit), ReasonCode.DIARY_CHANGED, cause), now)
    return 1
