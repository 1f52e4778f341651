"""The records of a team, noun by noun, in one object that lives as long as its transaction."""

from __future__ import annotations

from collections.abc import Collection

from storage.records.advisers import AdviserRecords
from storage.records.chat import ChatRecords
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
    ChatRecords,
    NoteRecords,
):
    """Everything that is remembered of one team, inside one transaction of `storage.database.Store`.

    What is asked for by its key is read once a transaction.
    """

    def fetch_ahead(self, references: Collection[str]) -> None:
        """Read these visits, their schools and contacts in a few queries, as each is about to be asked for."""
        urns = [visit.urn for visit in self._fetch_visits(references)]
        self._fetch_schools(urns)
        self._fetch_contacts(urns)

    def fetch_schools_ahead(self, urns: Collection[str]) -> None:
        """Read these schools in one query, as each is about to be asked for."""
        self._fetch_schools(urns)
