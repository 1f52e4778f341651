"""The entry of an agreed visit in an adviser's diary."""

from __future__ import annotations

import datetime as dt

from bot.effects import DiaryEffect, DiaryOperation
from bot.local_time import LONDON
from bot.model import School
from bot.ports import DiaryEntry, DiaryRemoval
from bot.wording.invitation import invitation_uid
from handlers.parts import Parts
from storage.records import Records


def diary_change(records: Records, parts: Parts, effect: DiaryEffect) -> DiaryEntry | DiaryRemoval:
    """What an effect changes, under the invitation's key; where the school is not known any more, the entry goes."""
    key = invitation_uid(effect.reference, parts.team.domain)
    visit = records.visit(effect.reference) if effect.operation is DiaryOperation.PUT else None
    school = records.school(visit.urn) if visit else None
    return _entry(parts, school, effect, key) if school else DiaryRemoval(key, effect.adviser)


def _entry(parts: Parts, school: School, effect: DiaryEffect, key: str) -> DiaryEntry:
    begin, end = parts.hours_of(school).of(effect.slot.part)
    return DiaryEntry(
        key=key,
        adviser=effect.adviser,
        slot=effect.slot,
        start=dt.datetime.combine(effect.slot.date, begin, LONDON).astimezone(dt.UTC),
        end=dt.datetime.combine(effect.slot.date, end, LONDON).astimezone(dt.UTC),
        title=f"Virtual School visit: {school.name} [{effect.reference}]",
        location=", ".join(part for part in (school.name, school.street, school.town, school.postcode) if part),
    )
