"""What the mind asks of the world, as Protocols: a mailbox, a diary, a channel, a clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.errors import PlainError
from bot.model import Slot


@dataclass(frozen=True, slots=True)
class FetchedMail:
    """One mail as the mailbox holds it: its bytes, the mailbox's own id for it, and how far that brings us.

    `cursor` is what to hand to the next `fetch` once this mail is stored, or None where the mailbox needs none.
    """

    source_id: str
    raw: bytes
    cursor: str | None = None


class MailError(PlainError):
    """A mailbox could not do what was asked; says in one sentence what, and what to do. The outcome is unknown."""


class MailRefusedError(MailError):
    """The mail was certainly not sent, and will not be: the address or the mail itself was refused."""


class Mailbox(Protocol):
    """Where mail comes from and goes to."""

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        """Every mail not yet settled, oldest first; a replay after a crash is harmless."""
        ...

    def settle(self, source_id: str) -> None:
        """Mark a mail as taken, once it is stored. Nothing is deleted."""
        ...

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        """Send these bytes (RFC 5322). Raises MailError: outcome unknown unless it is MailRefusedError."""
        ...

    def find_sent(self, message_id: str) -> bool:
        """Whether a mail of that Message-ID has gone out."""
        ...


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """A half day in an adviser's diary. `key` is the visit's invitation UID; writing it again moves the entry."""

    key: str
    adviser: str
    slot: Slot
    start: dt.datetime
    end: dt.datetime
    title: str
    location: str


@dataclass(frozen=True, slots=True)
class DiaryRemoval:
    """That an entry is to go from an adviser's diary; nothing happens where there is none of that key."""

    key: str
    adviser: str


class Diary(Protocol):
    """The advisers' diaries."""

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> frozenset[Slot]:
        """The half days, first to last day inclusive, in which the adviser cannot visit."""
        ...

    def write(self, changes: Sequence[DiaryEntry | DiaryRemoval]) -> None:
        """Write, move and take out entries, in this order; to repeat them changes nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Post:
    """One line for the team's channel. It never holds the text of a mail, an address, or anything about a child.

    `thread` groups the lines of one visit (its reference) where the chat can; "" for the channel itself.
    """

    key: str
    thread: str
    text: str


class Channel(Protocol):
    """The team's channel."""

    def post(self, post: Post) -> None:
        """Show one line."""
        ...


class Clock(Protocol):
    """The time now, as an aware datetime in UTC."""

    def now(self) -> dt.datetime:
        """The moment."""
        ...
