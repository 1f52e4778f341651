"""The entry of an agreed visit in an adviser's diary."""

from __future__ import annotations

import datetime as dt

from bot.effects import DiaryEffect, DiaryOperation
from bot.local_time import LONDON
from bot.model import School, Slot
from bot.ports import DiaryChange, DiaryEntry, DiaryRemoval
from bot.wording.invitation import invitation_uid
from handlers.parts import Parts
from storage.records import Records


def diary_change(records: Records, parts: Parts, effect: DiaryEffect) -> DiaryChange:
    """What an effect changes, under the invitation's key; where the school is not known any more, the entry goes."""
    key = invitation_uid(effect.reference, parts.team.domain)
    visit = records.visit(effect.reference) if effect.operation is DiaryOperation.PUT else None
    school = records.school(visit.urn) if visit else None
    if school is None:
        return DiaryRemoval(key, effect.adviser)
    return half_day_entry(parts, school, effect.reference, effect.adviser, effect.slot, key)


def half_day_entry(
    parts: Parts, school: School, reference: str, adviser: str, slot: Slot, key: str, *, tentative: bool = False
) -> DiaryEntry:
    """The entry of a visit to a school, or of a half day kept for one, at that school's hours."""
    begin, end = parts.hours_of(school).of(slot.part)
    kept = " (on offer)" if tentative else ""
    return DiaryEntry(
        key=key,
        adviser=adviser,
        slot=slot,
        start=dt.datetime.combine(slot.date, begin, LONDON).astimezone(dt.UTC),
        end=dt.datetime.combine(slot.date, end, LONDON).astimezone(dt.UTC),
        title=f"Virtual School visit{kept}: {school.name} [{reference}]",
        location=", ".join(part for part in (school.name, school.street, school.town, school.postcode) if part),
        tentative=tentative,
    )


def reference_in(key: str) -> str:
    """The visit's reference in an entry's key, the invitation's UID."""
    return key.partition("@")[0]
