"""A change of a visit goes into the database whole: state, history and effects in the caller's one transaction."""

from __future__ import annotations

import datetime as dt

from bot.change import Change
from storage.records import Records


def record_change(records: Records, change: Change, now: dt.datetime) -> None:
    """Store the visit, the lines of its story and its effects; an effect whose key is known is not recorded again."""
    records.save_visit(change.visit)
    records.add_history(change.visit.reference, *change.history)
    records.add_effects(change.effects, now)
