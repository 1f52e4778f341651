"""What storage raises. Every message is one sentence: what, which file, and what to do."""

from __future__ import annotations

from bot.errors import PlainError
from bot.model import Slot


class StorageError(PlainError):
    """The database could not do what was asked; nothing of the transaction was kept."""


class SlotTakenError(StorageError):
    """Another visit has one of the slots; the visit was not saved, and the transaction can go on.

    `slot` is the first slot that is taken, `reference` the visit that has it.
    """

    def __init__(self, adviser: str, slot: Slot, reference: str) -> None:
        self.adviser = adviser
        self.slot = slot
        self.reference = reference
        super().__init__(f"{adviser} is already kept for {reference} on {slot.date.isoformat()} {slot.part}.")


class StaleVisitError(StorageError):
    """The visit was changed by another since it was read; the visit was not saved: read it again, and decide again."""


class ImportRefusedError(PlainError):
    """A file could not be imported at all; nothing was changed."""
