"""What storage hands out beside the nouns of the mind: letters, effects and mails as they are stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.effects import Effect, MailKind
from bot.model import Action, Kind, LetterState, ReasonCode, Understanding


class EffectState(StrEnum):
    """How far an effect has come. `SENDING` was committed before the send: the outcome is unknown until it is done."""

    QUEUED = "queued"
    SENDING = "sending"
    DONE = "done"
    FAILED = "failed"
    HELD_BACK = "held_back"


@dataclass(frozen=True, slots=True)
class StoredLetter:
    """One email as it came, and what was made of it.

    `message_id` is the mail's own, or made from its content where that was missing or already another mail's. `raw` is
    empty in lists. `received` is UTC. `sender` is the address; "" where it is not yet read.
    """

    id: int
    message_id: str
    raw: bytes
    received: dt.datetime
    source_id: str = ""
    state: LetterState = LetterState.NEW
    sender: str = ""
    subject: str = ""
    reference: str = ""
    offer: int | None = None
    kind: Kind | None = None
    action: Action | None = None
    reason_code: ReasonCode | None = None
    reason: str = ""
    rule: str = ""
    understanding: Understanding | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class StoredEffect:
    """An effect and how far it has come; `attempts` counts claims, `error` is the last failure or why it was held."""

    id: int
    key: str
    effect: Effect
    state: EffectState
    message_id: str = ""
    mime: bytes | None = None
    error: str = ""
    done_at: dt.datetime | None = None
    attempts: int = 0
    recorded_at: dt.datetime | None = None
    claimed_at: dt.datetime | None = None
    not_before: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class SentMail:
    """A mail of ours that has gone out, or may have: it was claimed for sending at `claimed_at` (UTC)."""

    effect_id: int
    message_id: str
    kind: MailKind
    reference: str
    offer: int | None
    to: tuple[str, ...]
    cc: tuple[str, ...]
    claimed_at: dt.datetime


class ChatKind(StrEnum):
    """What a message of ours in the chat is."""

    VISIT = "visit"
    LINE = "line"
    CARD = "card"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """A message of ours in the team's chat, by the key that its metadata carries too.

    `channel` and `ts` are the chat's own ids; `ts` is "" while it is not known whether the message stands. `user` is
    who it was sent to, "" for a channel. An open message is kept up to date; `shown` tells its last content apart.
    """

    key: str
    kind: ChatKind
    begun_at: dt.datetime
    reference: str = ""
    user: str = ""
    channel: str = ""
    ts: str = ""
    is_open: bool = True
    shown: str = ""


@dataclass(frozen=True, slots=True)
class CardWanted:
    """A visit that waits for its adviser, and the effect that holds its newest card."""

    reference: str
    adviser: str
    effect_id: int
