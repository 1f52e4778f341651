"""The entry of an agreed visit in an adviser's diary."""

from __future__ import annotations

import datetime as dt

from bot.effects import DiaryEffect
from bot.ports import DiaryEntry
from bot.wording.invitation import invitation_uid
from handlers.clock import LONDON
from handlers.parts import Parts
from storage.records import Records


def diary_entry(records: Records, parts: Parts, effect: DiaryEffect) -> DiaryEntry | None:
    """The entry to write, under the same key as the invitation; None where the school is not known any more."""
    visit = records.visit(effect.reference)
    school = records.school(visit.urn) if visit else None
    if school is None:
        return None
    begin, end = parts.hours_of(school).of(effect.slot.part)
    return DiaryEntry(
        key=invitation_uid(effect.reference, parts.team.domain),
        adviser=effect.adviser,
        slot=effect.slot,
        start=dt.datetime.combine(effect.slot.date, begin, LONDON).astimezone(dt.UTC),
        end=dt.datetime.combine(effect.slot.date, end, LONDON).astimezone(dt.UTC),
        title=f"Virtual School visit: {school.name} [{effect.reference}]",
        location=", ".join(part for part in (school.name, school.street, school.town, school.postcode) if part),
    )
