"""The records of a team, noun by noun, in one object that lives as long as its transaction."""

from __future__ import annotations

from storage.records.advisers import AdviserRecords
from storage.records.contacts import ContactRecords
from storage.records.diary import DiaryRecords
from storage.records.effects import EffectRecords
from storage.records.history import HistoryRecords
from storage.records.letters import LetterRecords
from storage.records.notes import NoteRecords
from storage.records.schools import SchoolRecords
from storage.records.terms import TermRecords
from storage.records.visits import VisitRecords


class Records(
    SchoolRecords,
    ContactRecords,
    AdviserRecords,
    TermRecords,
    VisitRecords,
    LetterRecords,
    HistoryRecords,
    EffectRecords,
    DiaryRecords,
    NoteRecords,
):
    """Everything that is remembered of one team, inside one transaction of `storage.database.Store`."""
