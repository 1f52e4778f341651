"""What the mind asks of the world, as Protocols: a mailbox, a diary, a channel, a clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
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


class MailPostponedError(MailError):
    """The mail was certainly not sent now, and may be sent later: the server was busy or could not be reached.

    `seconds` is how long the server asked us to wait, 0 where it did not say.
    """

    def __init__(self, sentence: str, seconds: float = 0) -> None:
        super().__init__(sentence)
        self.seconds = seconds


class MailUnsettledError(MailError):
    """The mailbox works, but what became of this one mail must be looked for again, or be said by a person."""


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
    """A half day in an adviser's diary; writing one of a known key again moves the entry.

    `key` is the visit's invitation UID, or a hold's own key. A `tentative` entry is a hold: it keeps a half day free
    while an offer is open.
    """

    key: str
    adviser: str
    slot: Slot
    start: dt.datetime
    end: dt.datetime
    title: str
    location: str
    tentative: bool = False


@dataclass(frozen=True, slots=True)
class DiaryRemoval:
    """That an entry is to go from an adviser's diary; nothing happens where there is none of that key."""

    key: str
    adviser: str


DiaryChange = DiaryEntry | DiaryRemoval
"""What is to be written into an adviser's diary, or to go from it."""


@dataclass(frozen=True, slots=True)
class BusyPeriod:
    """A stretch of time, in UTC, in which somebody is not free; the end does not belong to it."""

    start: dt.datetime
    end: dt.datetime


class DiaryError(PlainError):
    """A diary could not be asked or written; says in one sentence whose, and what to do. To repeat it is harmless."""


class Diary(Protocol):
    """The advisers' diaries. Every method raises DiaryError where a diary cannot be reached."""

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        """When the adviser is not free from the first to the last day inclusive (London), our own entries among it.

        Each entry of the diary is a period of its own: two at the same time are two periods.
        """
        ...

    def write(self, changes: Sequence[DiaryChange]) -> None:
        """Write, move and take out entries, in this order; to repeat them changes nothing."""
        ...

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        """Where our entries lie now, by key: None for one that is gone. A key whose fate is not known is left out."""
        ...


@dataclass(frozen=True, slots=True)
class Post:
    """One line for the team's channel. It never holds the text of a mail, an address, or anything about a child.

    `thread` groups the lines of one visit (its reference) where the chat can; "" for the channel itself.
    """

    key: str
    thread: str
    text: str


class ChatError(PlainError):
    """A post was begun and its outcome is not known; says what, and what to do."""


class ChatPostponedError(ChatError):
    """The post certainly does not stand in the chat, and may be made after `seconds` (0 where the chat did not say)."""

    def __init__(self, sentence: str, seconds: float = 0) -> None:
        super().__init__(sentence)
        self.seconds = seconds


class ChatPacedError(ChatPostponedError):
    """The chat works; we have told it as much as it takes at a time, and the rest follows. Nothing is wrong."""


class ChatRefusedError(ChatError):
    """The post certainly does not stand in the chat, and never will: the channel or the post itself was refused."""


class Channel(Protocol):
    """The team's channel."""

    def post(self, post: Post) -> None:
        """Show one line. Raises ChatError."""
        ...

    def find_posted(self, key: str) -> bool:
        """Whether a post of that key stands in the chat; False where the chat cannot tell. Raises ChatError."""
        ...


class Companion(Protocol):
    """Something that works beside the rounds while `run` goes on: the chat's listener, a mailbox's alarm clock."""

    def start(self, wake: Callable[[], None]) -> None:
        """Begin, and return at once; `wake`, from any thread, asks for a round of work now."""
        ...

    def stop(self) -> None:
        """End; returns when nothing of it runs any more."""
        ...


class Clock(Protocol):
    """The time now, as an aware datetime in UTC."""

    def now(self) -> dt.datetime:
        """The moment."""
        ...
