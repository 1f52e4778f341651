"""What is to be done in the world: recorded with the change that causes it, then carried out once, by its key."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.model import OfferedSlot, Slot


class MailKind(StrEnum):
    """What a mail of ours is for, as its header X-Visit-Mail says."""

    OFFER = "offer"
    CHASE = "chase"
    REOFFER = "reoffer"
    CONFIRMATION = "confirmation"
    CHANGE = "change"
    CANCELLATION = "cancellation"
    REMINDER = "reminder"
    QUESTION = "question"
    REPORT = "report"
    DIGEST = "digest"
    CARD = "card"


class DiaryOperation(StrEnum):
    """What to do with an entry in an adviser's diary."""

    PUT = "put"
    REMOVE = "remove"


class Preface(StrEnum):
    """Why a mail comes at all, where its kind does not say: the templates choose their opening words by it."""

    NONE = ""
    NONE_SUITED = "none_suited"
    AGREED_CANNOT_BE_KEPT = "agreed_cannot_be_kept"
    SLOT_GONE = "slot_gone"
    POSTPONED_BY_US = "postponed_by_us"
    ASKED_BY_ADVISER = "asked_by_adviser"
    FIRST_CONTACT_UNREACHABLE = "first_contact_unreachable"


@dataclass(frozen=True, slots=True)
class MailEffect:
    """A mail to send. Its Message-ID is made from `key`.

    `to` and `cc` are addresses. `offer` numbers the offer whose `slots` it shows. `agreed` is the slot it confirms,
    cancels or reminds of, `previous` the one it replaces. `answers` is the Message-ID of the person's letter that it
    answers ("" for none): such a mail goes at once, others only in sending hours. `letter_id` is the stored letter
    that a card is about; `words` are that letter's telling words, empty where they must not be copied.
    """

    key: str
    kind: MailKind
    to: tuple[str, ...]
    reference: str = ""
    cc: tuple[str, ...] = ()
    offer: int | None = None
    slots: tuple[OfferedSlot, ...] = ()
    agreed: Slot | None = None
    previous: Slot | None = None
    sequence: int | None = None
    preface: Preface = Preface.NONE
    answers: str = ""
    letter_id: int | None = None
    reason: str = ""
    words: tuple[str, ...] = ()
    note: str = ""
    not_before: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class PostEffect:
    """One line for the team's channel, threaded by the visit's reference; holds nothing of a mail (law 3)."""

    key: str
    reference: str
    text: str


@dataclass(frozen=True, slots=True)
class DiaryEffect:
    """An entry to write to, or take out of, an adviser's diary. `key` is unique; the entry's own key is its UID."""

    key: str
    reference: str
    operation: DiaryOperation
    adviser: str
    slot: Slot


Effect = MailEffect | PostEffect | DiaryEffect
