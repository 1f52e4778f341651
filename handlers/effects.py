"""Carry out what is recorded: send, post, write to the diary; each by its own key, once.

A mail is claimed (`queued → sending`, committed with its bytes) before it is sent. One that is found in `sending` later
has an unknown outcome: it is settled by looking in Sent, and goes out again only if it is not there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

import structlog

from bot import life, life_by_clock
from bot.change import Cause
from bot.effects import DiaryEffect, Effect, MailEffect, PostEffect
from bot.model import ReasonCode
from bot.ports import DiaryEntry, DiaryRemoval, MailError, MailRefusedError, Post
from bot.wording.headers import UnsendableAddressError
from handlers.batches import batches
from handlers.diary.entries import diary_change
from handlers.mailing import OFFERS, ReadyMail, Turn, ready_mail, turn_of
from handlers.parts import Parts
from handlers.recording import record_change
from handlers.surroundings import cast_of
from storage.records import Records
from storage.stored import StoredEffect

MANY = 100_000
"""No more effects than this are looked at in a round; queued ones are small, as a mail's bytes come with its claim."""

log = structlog.get_logger()


@dataclass(slots=True)
class Tally:
    """What a round of work has done; `problems` are sentences for people, one for each effect that failed."""

    mails: int = 0
    posts: int = 0
    diary: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Claimed:
    """An effect that is ours to carry out, with what that needs: a mail's bytes, or what changes in a diary."""

    stored: StoredEffect
    mail: ReadyMail | None = None
    diary: DiaryEntry | DiaryRemoval | None = None


class Outcome(Enum):
    """What became of an effect that was begun."""

    DONE = auto()
    REFUSED = auto()
    UNKNOWN = auto()


def settle_unknown(parts: Parts, now: dt.datetime, tally: Tally) -> None:
    """Find out what became of effects that were begun and never finished, as after a crash in the middle of a send."""
    with parts.store.read() as records:
        begun = [_begun(records, parts, stored) for stored in records.unsettled_effects()]
    for batch in batches(begun):
        _write_diaries(parts, batch, tally)
        outcomes = [(claimed, _look_or_act(parts, claimed, tally)) for claimed in batch]
        _record(parts, outcomes, now)


def carry_out_due(parts: Parts, now: dt.datetime, tally: Tally, progress: Callable[[int], None] | None = None) -> None:
    """Carry out all that is due at this moment, the most urgent first; what may not go yet stays for a later run."""
    seen: set[int] = set()
    while True:
        with parts.store.read() as records:
            due = [stored for stored in records.due_effects(now, MANY) if stored.id not in seen]
        if not due:
            return
        for batch in batches(due):
            seen.update(stored.id for stored in batch)
            carry_out(parts, batch, now, tally)
            if progress:
                progress(len(batch))


def carry_out(parts: Parts, batch: Sequence[StoredEffect], now: dt.datetime, tally: Tally) -> None:
    """Carry out those of a few effects whose turn has come: claim, commit, act, commit what became of them."""
    with parts.store.write() as records:
        records.fetch_ahead({stored.effect.reference for stored in batch} - {""})
        ours = _claim(records, parts, batch, now, tally)
    _write_diaries(parts, ours, tally)
    outcomes = [(claimed, _act(parts, claimed, tally)) for claimed in ours]
    _record(parts, outcomes, now)


def _claim(
    records: Records, parts: Parts, batch: Sequence[StoredEffect], now: dt.datetime, tally: Tally
) -> list[Claimed]:
    """Take those whose turn has come and that nobody else has; mails one by one, as each counts for the next."""
    others = records.claim_effects([stored.id for stored in batch if not isinstance(stored.effect, MailEffect)], now)
    ours: list[Claimed] = []
    for stored in batch:
        if isinstance(stored.effect, MailEffect):
            claimed = _claim_mail(records, parts, stored, stored.effect, now, tally)
            ours += [] if claimed is None else [claimed]
        elif stored.id in others:
            ours.append(_begun(records, parts, stored))
    return ours


def _claim_mail(
    records: Records, parts: Parts, stored: StoredEffect, mail: MailEffect, now: dt.datetime, tally: Tally
) -> Claimed | None:
    turn = turn_of(records, parts, mail, now)
    if turn is Turn.NEVER:
        _fall_silent(records, stored, mail, now)
    elif turn is Turn.OVERTAKEN:
        records.effect_held_back(stored.id, "the visit has gone on since this was written")
    if turn is not Turn.NOW:
        return None
    try:
        ready = ready_mail(records, parts, mail, now)
    except UnsendableAddressError as error:
        records.effect_failed(stored.id, str(error), now)
        tally.problems.append(f"{stored.key}: {error}; correct the contact's address.")
        return None
    claimed = records.claim_effect(stored.id, ready.message_id, ready.mime, now)
    return Claimed(stored, mail=ready) if claimed else None


def _fall_silent(records: Records, stored: StoredEffect, mail: MailEffect, now: dt.datetime) -> None:
    """Hold back a mail that would feed a loop; one card a day tells the adviser."""
    records.effect_held_back(stored.id, "the daily limit of mails to this address is reached")
    visit = records.visit(mail.reference)
    if visit is not None:
        cause = Cause(at=now, by="the limit of mails a day", key=f"{now:%Y-%m-%d}")
        record_change(records, life.ask_adviser(visit, cast_of(records, visit), ReasonCode.LOOP, cause), now)


def _begun(records: Records, parts: Parts, stored: StoredEffect) -> Claimed:
    """An effect that is claimed already, with what carrying it out needs."""
    effect = stored.effect
    if isinstance(effect, MailEffect):
        recipients = (*effect.to, *effect.cc)
        return Claimed(stored, mail=ReadyMail(stored.message_id, recipients, stored.mime or b""))
    if isinstance(effect, DiaryEffect):
        return Claimed(stored, diary=diary_change(records, parts, effect))
    return Claimed(stored)


def _write_diaries(parts: Parts, ours: Sequence[Claimed], tally: Tally) -> None:
    """All together, in their order: a diary in a database or behind a service is slow to be asked one by one."""
    changes = [claimed.diary for claimed in ours if claimed.diary is not None]
    if changes:
        parts.diary.write(changes)
        tally.diary += len(changes)


def _look_or_act(parts: Parts, claimed: Claimed, tally: Tally) -> Outcome:
    """A mail that lies in Sent has gone out; anything else is done now."""
    try:
        if claimed.mail is not None and parts.mailbox.find_sent(claimed.mail.message_id):
            return Outcome.DONE
    except MailError as error:
        tally.problems.append(str(error))
        return Outcome.UNKNOWN
    return _act(parts, claimed, tally)


def _act(parts: Parts, claimed: Claimed, tally: Tally) -> Outcome:
    """A mail is sent; a post may be repeated, as it is only a line."""
    effect = claimed.stored.effect
    if claimed.mail is not None:
        return _send(parts, claimed.stored, claimed.mail, tally)
    if isinstance(effect, PostEffect):
        parts.channel.post(Post(effect.key, effect.reference, effect.text))
        tally.posts += 1
    return Outcome.DONE


def _send(parts: Parts, stored: StoredEffect, mail: ReadyMail, tally: Tally) -> Outcome:
    try:
        parts.mailbox.send(mail.message_id, mail.recipients, mail.mime)
    except MailRefusedError as error:
        tally.problems.append(str(error))
        return Outcome.REFUSED
    except MailError as error:
        # The effect stays `sending`, and the next round looks in Sent.
        log.debug("mail not confirmed", key=stored.key, error=str(error))
        tally.problems.append(str(error))
        return Outcome.UNKNOWN
    tally.mails += 1
    return Outcome.DONE


def _record(parts: Parts, outcomes: Sequence[tuple[Claimed, Outcome]], now: dt.datetime) -> None:
    settled = [(claimed.stored, outcome) for claimed, outcome in outcomes if outcome is not Outcome.UNKNOWN]
    if not settled:
        return
    done = [stored for stored, outcome in settled if outcome is Outcome.DONE]
    with parts.store.write() as records:
        records.effects_done([stored.id for stored in done], now)
        _count_silence(records, parts, [stored.effect for stored in done], now)
        for stored, outcome in settled:
            if outcome is Outcome.REFUSED:
                records.effect_failed(stored.id, "refused", now)


def _count_silence(records: Records, parts: Parts, done: Sequence[Effect], now: dt.datetime) -> None:
    """From the moment an offer or a reminder has gone out, the school's silence is counted."""
    sent = [effect for effect in done if isinstance(effect, MailEffect) and effect.kind in OFFERS]
    records.fetch_ahead({mail.reference for mail in sent})
    for mail in sent:
        visit = records.visit(mail.reference)
        school = records.school(visit.urn) if visit else None
        if visit is None or school is None:
            continue
        after = life_by_clock.after_sending(visit, mail, now, records.calendar(school), parts.policy)
        if after != visit:
            records.save_visit(replace(after, updated=now))
