"""The story of one visit, gathered from the records: mails both ways, what was understood, decided and told."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from collections.abc import Sequence
from dataclasses import dataclass

from bot.effects import MailEffect, MailKind, PostEffect
from bot.model import Adviser, HistoryLine, School, Visible, Visit
from bot.reading.letter import read_letter
from bot.reading.visible import visible
from handlers.surroundings import cast_of
from storage.records import Records
from storage.stored import EffectState, StoredEffect, StoredLetter


@dataclass(frozen=True, slots=True)
class SentCopy:
    """A mail of ours. `text` and `html` are its two faces, "" while it has not been written out."""

    at: dt.datetime
    kind: MailKind
    state: EffectState
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    text: str
    attachments: tuple[str, ...]
    message_id: str
    why_not: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class ReadCopy:
    """A letter about a visit. `text` is what the evidence's offsets count in."""

    letter: StoredLetter
    at: dt.datetime
    writer: str
    text: str
    visible: Visible | None
    history: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line that the team's channel was given."""

    at: dt.datetime
    text: str


Event = SentCopy | ReadCopy | HistoryLine | ToldLine


@dataclass(frozen=True, slots=True)
class Story:
    """One visit from its first mail on; `events` in the order in which they happened."""

    visit: Visit
    school: School
    adviser: Adviser
    events: tuple[Event, ...]


def gather(records: Records, visit: Visit) -> Story:
    """The whole story of a visit, as the records hold it. Raises MissingRecordError where its people are not known."""
    cast = cast_of(records, visit)
    history = records.history(visit.reference)
    letters = [read_copy(records, letter, history) for letter in records.letters(reference=visit.reference)]
    effects = records.effects(visit.reference)
    mails = [sent_copy(stored, stored.effect) for stored in effects if isinstance(stored.effect, MailEffect)]
    told = [
        ToldLine(stored.done_at, stored.effect.text)
        for stored in effects
        if isinstance(stored.effect, PostEffect) and stored.done_at is not None
    ]
    events: list[Event] = [*letters, *history, *mails, *told]
    return Story(visit, cast.school, cast.adviser, tuple(sorted(events, key=_order)))


def gather_strangers(records: Records) -> tuple[ReadCopy, ...]:
    """The letters that belong to no visit."""
    return tuple(read_copy(records, letter, ()) for letter in records.letters(reference=""))


def gather_digests(records: Records) -> tuple[SentCopy, ...]:
    """The weekly digests that went out, oldest first."""
    return tuple(
        sent_copy(stored, stored.effect)
        for stored in records.effects("")
        if isinstance(stored.effect, MailEffect) and stored.effect.kind is MailKind.DIGEST
    )


def read_copy(records: Records, letter: StoredLetter, history: Sequence[HistoryLine]) -> ReadCopy:
    """A stored letter with its text, and the lines of the story that it caused."""
    whole = records.letter(letter.id) or letter
    read = read_letter(whole.raw)
    written = read.date if read.date is not None and whole.received - _LATE <= read.date else whole.received
    return ReadCopy(
        letter=whole,
        at=min(written, whole.received),
        writer=f"{read.sender.name} <{read.sender.email}>".strip(),
        text=read.text,
        visible=visible(read.text),
        history=tuple(line for line in history if line.letter_id == letter.id),
    )


def sent_copy(stored: StoredEffect, mail: MailEffect) -> SentCopy:
    """A recorded mail with the words that went out, where they have been written."""
    message = email.message_from_bytes(stored.mime or b"", policy=email.policy.default)
    body, page = message.get_body(("plain",)), message.get_body(("html",))
    at = stored.done_at or stored.claimed_at or stored.recorded_at
    if at is None:
        raise ValueError(f"the effect {stored.key} has no moment")
    return SentCopy(
        at=at,
        kind=mail.kind,
        state=stored.state,
        to=mail.to,
        cc=mail.cc,
        subject=str(message.get("Subject", "")),
        text=str(body.get_content()).replace("\r\n", "\n") if body is not None else "",
        attachments=tuple(name for part in message.walk() if (name := part.get_filename())),
        message_id=stored.message_id,
        why_not=stored.error if stored.state in (EffectState.HELD_BACK, EffectState.FAILED) else "",
        html=str(page.get_content()) if page is not None else "",
    )


_LATE = dt.timedelta(days=7)
"""How far back a letter's own date is believed; what says less is shown at the moment it was received."""

_RANKS: tuple[type[Event], ...] = (ReadCopy, HistoryLine, SentCopy, ToldLine)


def _order(event: Event) -> tuple[dt.datetime, int]:
    """By time; at one moment the letter stands before what it caused."""
    return event.at, _RANKS.index(type(event))
