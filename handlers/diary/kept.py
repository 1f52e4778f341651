"""What the bot has written into diaries is kept in the records: what it holds there, and where it last saw it."""

from __future__ import annotations

from bot.ports import DiaryChange, DiaryEntry
from storage.records import Records


def keep(records: Records, change: DiaryChange) -> None:
    """Note a change that has been carried out."""
    if isinstance(change, DiaryEntry):
        records.put_entry(change)
    else:
        records.remove_entry(change.key)
