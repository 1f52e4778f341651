"""What is to be done in the world: recorded once per key, claimed before it is done, settled afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from bot.effects import DiaryEffect, Effect, MailEffect, MailKind, PostEffect
from storage.codec import decode, encode
from storage.records.base import TeamRecords
from storage.stored import EffectState, SentMail, StoredEffect
from storage.tables import EFFECT, RECIPIENT

_TYPES: dict[str, type[Effect]] = {"mail": MailEffect, "post": PostEffect, "diary": DiaryEffect}
_NAMES = {type_: name for name, type_ in _TYPES.items()}
_ANSWER, _DIARY, _MAIL, _CARD, _POST, _DIGEST = range(1, 7)
"""What goes first when much is due: answers to people, then diaries, so that no other visit takes the half day."""
_PRIORITY_OF_KIND = {MailKind.CARD: _CARD, MailKind.DIGEST: _DIGEST}

_COLUMNS = [
    EFFECT.c[name]
    for name in (
        "type", "payload", "state", "id", "key", "message_id", "mime", "error", "done_at", "attempts", "recorded_at",
        "claimed_at", "not_before",
    )
]  # fmt: skip
_LEFT = (EffectState.SENDING.value, EffectState.DONE.value)


class EffectRecords(TeamRecords):
    """The effects of the team."""

    def add_effect(self, effect: Effect, now: dt.datetime) -> bool:
        """Record an effect to be carried out; False, and nothing recorded, where its key is known."""
        if self.has_effect(effect.key):
            return False
        mail = effect if isinstance(effect, MailEffect) else None
        row = {
            "key": effect.key,
            "type": _NAMES[type(effect)],
            "mail_kind": mail.kind.value if mail else None,
            "reference": effect.reference,
            "offer": mail.offer if mail else None,
            "priority": _priority(effect),
            "state": EffectState.QUEUED.value,
            "not_before": mail.not_before if mail else None,
            "recorded_at": now,
            "attempts": 0,
            "error": "",
            "payload": encode(effect),
        }
        addresses = {address.lower() for address in (*mail.to, *mail.cc)} if mail else set()
        effect_id = self._insert_one(EFFECT, row)
        self._insert(RECIPIENT, [{"effect_id": effect_id, "address": address} for address in sorted(addresses)])
        return True

    def has_effect(self, key: str) -> bool:
        """Whether an effect of that key was ever recorded."""
        return self._run(sa.select(EFFECT.c.id).where(self._own(EFFECT), EFFECT.c.key == key)).first() is not None

    def due_effects(self, now: dt.datetime, limit: int) -> list[StoredEffect]:
        """Queued effects whose time has come, the most urgent first."""
        due = sa.or_(EFFECT.c.not_before.is_(None), EFFECT.c.not_before <= now)
        query = self._query(EFFECT.c.state == EffectState.QUEUED.value, due)
        return self._effects(query.order_by(EFFECT.c.priority, EFFECT.c.id).limit(limit))

    def effect(self, effect_id: int) -> StoredEffect | None:
        """One effect."""
        return next(iter(self._effects(self._query(EFFECT.c.id == effect_id))), None)

    def effects(self, reference: str) -> list[StoredEffect]:
        """The effects of a visit, in the order in which they were recorded."""
        return self._effects(self._query(EFFECT.c.reference == reference).order_by(EFFECT.c.id))

    def effects_in_state(self, state: EffectState) -> list[StoredEffect]:
        """The effects in that state, in the order in which they were recorded."""
        return self._effects(self._query(EFFECT.c.state == state.value).order_by(EFFECT.c.id))

    def effect_counts(self) -> dict[EffectState, int]:
        """How many effects are in each state; states without any are absent."""
        query = sa.select(EFFECT.c.state, sa.func.count()).where(self._own(EFFECT)).group_by(EFFECT.c.state)
        return {EffectState(state): count for state, count in self._run(query)}

    def unsettled_effects(self) -> list[StoredEffect]:
        """Effects that were claimed and never settled: the process died in between, so look before doing them again."""
        return self.effects_in_state(EffectState.SENDING)

    def claim_effect(self, effect_id: int, message_id: str, mime: bytes | None, now: dt.datetime) -> bool:
        """Take a queued effect for carrying out (commit before doing so); False where another has taken it.

        `message_id` is "" and `mime` None where the effect is no mail. The claim counts as an attempt.
        """
        return self._change(
            effect_id,
            (EffectState.QUEUED,),
            state=EffectState.SENDING.value,
            message_id=message_id or None,
            mime=mime,
            claimed_at=now,
            attempts=EFFECT.c.attempts + 1,
        )

    def effect_done(self, effect_id: int, now: dt.datetime) -> None:
        """It is carried out; what may be repeated without harm need not have been claimed."""
        open_states = (EffectState.QUEUED, EffectState.SENDING)
        self._change(effect_id, open_states, state=EffectState.DONE.value, done_at=now, error="")

    def effect_failed(self, effect_id: int, error: str, now: dt.datetime) -> None:
        """It failed for good: it certainly was not carried out, and will not be."""
        open_states = (EffectState.QUEUED, EffectState.SENDING)
        self._change(effect_id, open_states, state=EffectState.FAILED.value, error=error, done_at=now)

    def effect_held_back(self, effect_id: int, reason: str) -> None:
        """It is not to be carried out after all."""
        open_states = (EffectState.QUEUED, EffectState.SENDING)
        self._change(effect_id, open_states, state=EffectState.HELD_BACK.value, error=reason)

    def effect_postponed(self, effect_id: int, not_before: dt.datetime, error: str = "") -> None:
        """It is certain that it was not carried out; it is due again at `not_before`."""
        open_states = (EffectState.QUEUED, EffectState.SENDING)
        self._change(effect_id, open_states, state=EffectState.QUEUED.value, not_before=not_before, error=error)

    def mail_by_message_id(self, message_id: str) -> SentMail | None:
        """The mail of ours of that Message-ID; whatever we think of it, who answers it has it."""
        return next(iter(self._mails(EFFECT.c.message_id == message_id)), None)

    def last_mail(self, reference: str, kinds: Collection[MailKind]) -> SentMail | None:
        """The visit's last mail of these kinds that left, or may have left."""
        wanted = EFFECT.c.mail_kind.in_([kind.value for kind in kinds])
        return next(iter(self._mails(EFFECT.c.reference == reference, wanted, EFFECT.c.state.in_(_LEFT))), None)

    def mails_to(self, address: str, since: dt.datetime) -> int:
        """How many mails left, or may have left, for that address (`to` or `cc`) since that moment."""
        query = (
            sa.select(sa.func.count())
            .select_from(RECIPIENT)
            .join(EFFECT, EFFECT.c.id == RECIPIENT.c.effect_id)
            .where(self._own(RECIPIENT), RECIPIENT.c.address == address.lower())
            .where(EFFECT.c.state.in_(_LEFT), EFFECT.c.claimed_at >= since)
        )
        return int(self._run(query).scalar_one())

    def _query(self, *conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
        return sa.select(*_COLUMNS).where(self._own(EFFECT), *conditions)

    def _effects(self, query: sa.Select[Any]) -> list[StoredEffect]:
        return [_effect(row) for row in self._run(query)]

    def _change(self, effect_id: int, from_states: Sequence[EffectState], **values: object) -> bool:
        where = (EFFECT.c.id == effect_id, EFFECT.c.state.in_([state.value for state in from_states]))
        return self._run(EFFECT.update().where(self._own(EFFECT), *where).values(**values)).rowcount == 1

    def _mails(self, *conditions: sa.ColumnElement[bool]) -> list[SentMail]:
        columns = [EFFECT.c[name] for name in ("id", "message_id", "reference", "offer", "claimed_at", "payload")]
        query = sa.select(*columns).where(self._own(EFFECT), EFFECT.c.type == "mail", *conditions)
        rows = self._run(query.order_by(EFFECT.c.claimed_at.desc(), EFFECT.c.id.desc()).limit(1))
        return [_sent_mail(*row) for row in rows]


def _priority(effect: Effect) -> int:
    match effect:
        case DiaryEffect():
            return _DIARY
        case PostEffect():
            return _POST
        case MailEffect(answers=answers, kind=kind):
            return _ANSWER if answers else _PRIORITY_OF_KIND.get(kind, _MAIL)


def _effect(row: Sequence[Any]) -> StoredEffect:
    type_, payload, state, effect_id, key, message_id, *rest = row
    effect: Effect = decode(_TYPES[type_], payload)
    return StoredEffect(effect_id, key, effect, EffectState(state), message_id or "", *rest)


def _sent_mail(
    effect_id: int, message_id: str, reference: str, offer: int | None, claimed_at: dt.datetime, payload: object
) -> SentMail:
    mail = decode(MailEffect, payload)
    return SentMail(effect_id, message_id, mail.kind, reference, offer, mail.to, mail.cc, claimed_at)
