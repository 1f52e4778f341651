"""Carry out what is recorded: send, post, write to the diary; each by its own key, once.

A mail is claimed (`queued → sending`, committed with its bytes) before it is sent. One that is found in `sending` later
has an unknown outcome: it is settled by looking in Sent, and goes out again only if it is not there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import structlog

from bot import life, life_by_clock
from bot.change import Cause
from bot.effects import DiaryEffect, DiaryOperation, MailEffect, PostEffect
from bot.model import ReasonCode
from bot.ports import DiaryEntry, MailError, MailRefusedError, Post
from bot.wording.invitation import invitation_uid
from handlers.clock import LONDON
from handlers.mailing import OFFERS, Turn, ready_mail, turn_of
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


def settle_unknown(parts: Parts, now: dt.datetime, tally: Tally) -> None:
    """Find out what became of effects that were begun and never finished, as after a crash in the middle of a send."""
    with parts.store.read() as records:
        unsettled = records.unsettled_effects()
    for stored in unsettled:
        try:
            _settle(parts, stored, now, tally)
        except MailError as error:
            tally.problems.append(str(error))


def _settle(parts: Parts, stored: StoredEffect, now: dt.datetime, tally: Tally) -> None:
    if isinstance(stored.effect, MailEffect) and stored.mime is not None:
        if parts.mailbox.find_sent(stored.message_id):
            _done(parts, stored, now)
        else:
            _send(parts, stored, stored.message_id, (*stored.effect.to, *stored.effect.cc), stored.mime, now, tally)
    else:
        _carry_out(parts, stored, now, tally)


def carry_out_due(parts: Parts, now: dt.datetime, tally: Tally, progress: Callable[[int], None] | None = None) -> None:
    """Carry out all that is due at this moment, the most urgent first; what may not go yet stays for a later run."""
    seen: set[int] = set()
    while True:
        with parts.store.read() as records:
            due = [stored for stored in records.due_effects(now, MANY) if stored.id not in seen]
        if not due:
            return
        for stored in due:
            seen.add(stored.id)
            carry_out(parts, stored, now, tally)
            if progress:
                progress(1)


def carry_out(parts: Parts, stored: StoredEffect, now: dt.datetime, tally: Tally) -> None:
    """Carry out one effect, if its turn has come."""
    if isinstance(stored.effect, MailEffect):
        _mail(parts, stored, stored.effect, now, tally)
    else:
        _carry_out(parts, stored, now, tally)


def _mail(parts: Parts, stored: StoredEffect, mail: MailEffect, now: dt.datetime, tally: Tally) -> None:
    with parts.store.write() as records:
        turn = turn_of(records, parts, mail, now)
        if turn is Turn.NEVER:
            _fall_silent(records, stored, mail, now)
        if turn is not Turn.NOW:
            return
        ready = ready_mail(records, parts, mail, now)
        if not records.claim_effect(stored.id, ready.message_id, ready.mime, now):
            return
    _send(parts, stored, ready.message_id, ready.recipients, ready.mime, now, tally)


def _fall_silent(records: Records, stored: StoredEffect, mail: MailEffect, now: dt.datetime) -> None:
    """Hold back a mail that would feed a loop; one card a day tells the adviser."""
    records.effect_held_back(stored.id, "the daily limit of mails to this address is reached")
    visit = records.visit(mail.reference)
    if visit is not None:
        cause = Cause(at=now, by="the limit of mails a day", key=f"{now:%Y-%m-%d}")
        record_change(records, life.ask_adviser(visit, cast_of(records, visit), ReasonCode.LOOP, cause), now)


def _send(
    parts: Parts,
    stored: StoredEffect,
    message_id: str,
    to: tuple[str, ...],
    mime: bytes,
    now: dt.datetime,
    tally: Tally,
) -> None:
    try:
        parts.mailbox.send(message_id, to, mime)
    except MailRefusedError as error:
        with parts.store.write() as records:
            records.effect_failed(stored.id, str(error), now)
        tally.problems.append(str(error))
    except MailError as error:
        # The outcome is unknown: the effect stays `sending`, and the next round looks in Sent.
        log.warning("mail not confirmed", key=stored.key, error=str(error))
        tally.problems.append(str(error))
    else:
        _done(parts, stored, now)
        tally.mails += 1


def _done(parts: Parts, stored: StoredEffect, now: dt.datetime) -> None:
    with parts.store.write() as records:
        records.effect_done(stored.id, now)
        mail = stored.effect
        if not isinstance(mail, MailEffect) or mail.kind not in OFFERS:
            return
        visit = records.visit(mail.reference)
        school = records.school(visit.urn) if visit else None
        if visit is None or school is None:
            return
        after = life_by_clock.after_sending(visit, mail, now, records.calendar(school), parts.policy)
        if after != visit:
            records.save_visit(replace(after, updated=now))


def _carry_out(parts: Parts, stored: StoredEffect, now: dt.datetime, tally: Tally) -> None:
    """A post or a diary entry: both may be repeated, the post because it is only a line, the entry by its key."""
    effect = stored.effect
    if isinstance(effect, PostEffect):
        parts.channel.post(Post(stored.key, effect.reference, effect.text))
        tally.posts += 1
    elif isinstance(effect, DiaryEffect):
        _write_diary(parts, effect)
        tally.diary += 1
    with parts.store.write() as records:
        records.effect_done(stored.id, now)


def _write_diary(parts: Parts, effect: DiaryEffect) -> None:
    uid = invitation_uid(effect.reference, parts.team.domain)
    if effect.operation is DiaryOperation.REMOVE:
        parts.diary.remove(effect.adviser, uid)
        return
    with parts.store.read() as records:
        visit = records.visit(effect.reference)
        school = records.school(visit.urn) if visit else None
    if school is None:
        return
    begin, end = parts.hours_of(school).of(effect.slot.part)
    parts.diary.put(
        DiaryEntry(
            key=uid,
            adviser=effect.adviser,
            slot=effect.slot,
            start=dt.datetime.combine(effect.slot.date, begin, LONDON).astimezone(dt.UTC),
            end=dt.datetime.combine(effect.slot.date, end, LONDON).astimezone(dt.UTC),
            title=f"Virtual School visit: {school.name} [{effect.reference}]",
            location=", ".join(part for part in (school.name, school.street, school.town, school.postcode) if part),
        )
    )
