"""What a stage is: a mailbox with its server behind it, ready for the contract that all mailboxes keep."""

from __future__ import annotations

from typing import Protocol, Self

from bot.ports import Mailbox

ALL_FAULTS = frozenset(
    {"refused", "dropped_after_accept", "dropped_before_accept", "hang", "busy", "error_after_accept"}
)


class Stage(Protocol):
    """A context manager. `faults` are those of `ALL_FAULTS` that it can play; any other raises KeyError.

    Three things may stand beside: `many`, how many mails it can hold in the test that asks for 10,000; `largest_sent`,
    in bytes, where the service itself takes no mail of 25 MB; and a method `somebody_looks`, what a person does about
    mails of unknown outcome where the service itself can never tell.
    """

    faults: frozenset[str]

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(self, *_: object) -> None:
        """End everything that was begun."""
        ...

    def open(self) -> Mailbox:
        """A fresh client, as after a restart."""
        ...

    def deliver(self, raw: bytes) -> None:
        """A mail arrives."""
        ...

    def sent(self) -> list[bytes]:
        """What really left to its recipients."""
        ...

    def inbox_left(self) -> int:
        """How many mails are not settled."""
        ...

    def fault(self, name: str, times: int = 1) -> None:
        """Let the next sends fail so. Called before `open`."""
        ...
