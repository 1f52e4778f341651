"""Carry out what is recorded: send, post, write to the diary; each by its own key, once.

A mail is claimed (`queued → sending`, committed with its bytes) before it is sent. One that is found in `sending` later
has an unknown outcome: it is settled by looking in Sent, and goes out again only if it is not there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot import life, life_by_clock
from bot.change import Cause
from bot.effects import DiaryEffect, Effect, MailEffect
from bot.model import ReasonCode
from bot.wording.headers import UnsendableAddressError
from handlers.batches import batches
from handlers.carrying_out import Claimed, Outcome, Result, Tally, act_on_all, look_or_act
from handlers.diary.entries import diary_change
from handlers.diary.kept import keep
from handlers.mailing import OFFERS, TO_STAFF, ReadyMail, Turn, ready_mail, turn_of
from handlers.outages import TOLD_AFTER
from handlers.parts import Parts
from handlers.patience import pause
from handlers.recording import record_change
from handlers.surroundings import cast_of
from storage.records import Records
from storage.stored import StoredEffect

MANY = 100_000
"""No more effects than this are looked at in a round; queued ones are small, as a mail's bytes come with its claim."""


def settle_unknown(parts: Parts, now: dt.datetime, tally: Tally) -> None:
    """Find out what became of effects that were begun and never finished, as after a crash in the middle of a send.

    A mail is looked for only after `parts.sent_lag`, the time in which it may not yet show in Sent, and then each time
    later, so that a mailbox that cannot answer is not asked without end.
    """
    with parts.store.read() as records:
        begun = [_begun(records, parts, stored) for stored in records.unsettled_effects()]
    due = [claimed for claimed in begun if _may_be_looked_for(claimed, parts, now)]
    for batch in batches(due):
        results = [look_or_act(parts, claimed, tally, _beginning_again(parts, claimed, now)) for claimed in batch]
        _record(parts, results, now)


def _may_be_looked_for(claimed: Claimed, parts: Parts, now: dt.datetime) -> bool:
    stored = claimed.stored
    if stored.claimed_at is None:
        return True
    wait = parts.sent_lag if claimed.mail else dt.timedelta()
    if stored.attempts > 1:
        wait += pause(stored.attempts - 1, number=stored.id)
    return stored.claimed_at + wait <= now


def _beginning_again(parts: Parts, claimed: Claimed, now: dt.datetime) -> Callable[[], None]:
    """Commits that the effect is tried once more, before it is."""

    def begin_again() -> None:
        with parts.store.write() as records:
            records.effect_begun_again(claimed.stored.id, now)

    return begin_again


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
    _record(parts, act_on_all(parts, ours, tally), now)


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


def _record(parts: Parts, results: Sequence[Result], now: dt.datetime) -> None:
    unclear = [result.claimed.stored for result in results if _stays_unclear(result, now)]
    settled = [result for result in results if result.outcome is not Outcome.UNKNOWN]
    if not settled and not unclear:
        return
    done = [result.claimed.stored for result in settled if result.outcome is Outcome.DONE]
    with parts.store.write() as records:
        records.effects_done([stored.id for stored in done], now)
        _count_silence(records, parts, [stored.effect for stored in done], now)
        for result in settled:
            if result.claimed.diary is not None and result.outcome is Outcome.DONE:
                keep(records, result.claimed.diary)
        for stored in unclear:
            _tell_adviser(records, stored.effect, ReasonCode.SENDING_UNCLEAR, now)
        for result in settled:
            stored = result.claimed.stored
            if result.outcome is Outcome.REFUSED:
                records.effect_failed(stored.id, result.error, now)
                _tell_adviser(records, stored.effect, ReasonCode.BOUNCED, now)
            elif result.outcome is Outcome.POSTPONED:
                wait = pause(stored.attempts + 1, number=stored.id, asked=result.seconds)
                records.effect_postponed(stored.id, now + wait, result.error)


def _stays_unclear(result: Result, now: dt.datetime) -> bool:
    """Whether a mailbox that works has been unable to say for a while what became of a mail."""
    begun = result.claimed.stored.claimed_at
    return result.unsettled and begun is not None and begun + TOLD_AFTER <= now


def _tell_adviser(records: Records, effect: Effect, code: ReasonCode, now: dt.datetime) -> None:
    """A mail that the school has not got, or perhaps not, is the adviser's to know, once."""
    visit = records.visit(effect.reference)
    if visit is None or not isinstance(effect, MailEffect) or effect.kind in TO_STAFF:
        return
    key = f"{code}/{effect.key}"
    if records.has_effect(f"{effect.reference}/card/{code}/{key}"):
        return
    cause = Cause(at=now, by="the mail server", key=key)
    record_change(records, life.ask_adviser(visit, cast_of(records, visit), code, cause), now)


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
