"""What is to be done in the world: recorded once per key, claimed before it is done, settled afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from bot.effects import DiaryEffect, Effect, MailEffect, MailKind, PostEffect
from storage.codec import decode, encode
from storage.records.base import TeamRecords, among, own, same
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
_UNSETTLED = (EffectState.QUEUED.value, EffectState.SENDING.value)

_ALL = sa.select(*_COLUMNS).where(own(EFFECT))
_IN_ORDER = _ALL.order_by(EFFECT.c.id)
_ONE = _ALL.where(same(EFFECT.c.id))
_OF_VISIT = _IN_ORDER.where(same(EFFECT.c.reference))
_IN_STATE = _IN_ORDER.where(same(EFFECT.c.state))
_DUE = (
    _ALL.where(EFFECT.c.state == EffectState.QUEUED.value)
    .where(sa.or_(EFFECT.c.not_before.is_(None), EFFECT.c.not_before <= sa.bindparam("now")))
    .order_by(EFFECT.c.priority, EFFECT.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer()))
)
_COUNTS = sa.select(EFFECT.c.state, sa.func.count()).where(own(EFFECT)).group_by(EFFECT.c.state)
_IDS = sa.select(EFFECT.c.id, EFFECT.c.key).where(own(EFFECT), among(EFFECT.c.key))
_MAIL_COLUMNS = [EFFECT.c[name] for name in ("id", "message_id", "reference", "offer", "claimed_at", "payload")]
_LAST_MAIL = (
    sa.select(*_MAIL_COLUMNS)
    .where(own(EFFECT), EFFECT.c.type == "mail")
    .order_by(EFFECT.c.claimed_at.desc(), EFFECT.c.id.desc())
    .limit(1)
)
_MAIL_OF_ID = _LAST_MAIL.where(same(EFFECT.c.message_id))
_LAST_OF_VISIT = _LAST_MAIL.where(same(EFFECT.c.reference), among(EFFECT.c.mail_kind), EFFECT.c.state.in_(_LEFT))
_MAILS_TO = (
    sa.select(sa.func.count())
    .select_from(RECIPIENT)
    .join(EFFECT, EFFECT.c.id == RECIPIENT.c.effect_id)
    .where(own(RECIPIENT), same(RECIPIENT.c.address))
    .where(EFFECT.c.state.in_(_LEFT), EFFECT.c.claimed_at >= sa.bindparam("since"))
)


class EffectRecords(TeamRecords):
    """The effects of the team."""

    def add_effect(self, effect: Effect, now: dt.datetime) -> bool:
        """Record an effect to be carried out; False, and nothing recorded, where its key is known."""
        return self.add_effects((effect,), now) == 1

    def add_effects(self, effects: Collection[Effect], now: dt.datetime) -> int:
        """Record effects in their order, but for those whose key is known; how many were recorded."""
        by_key: dict[str, Effect] = {}
        for effect in effects:
            by_key.setdefault(effect.key, effect)
        for key in self._known(by_key):
            del by_key[key]
        self._insert(EFFECT, [_row(effect, now) for effect in by_key.values()])
        self._add_recipients([effect for effect in by_key.values() if isinstance(effect, MailEffect)])
        return len(by_key)

    def _add_recipients(self, mails: Sequence[MailEffect]) -> None:
        if not mails:
            return
        ids = {key: number for number, key in self._ask(_IDS, these_key=[mail.key for mail in mails])}
        addresses = {(ids[mail.key], address.lower()) for mail in mails for address in (*mail.to, *mail.cc)}
        self._insert(RECIPIENT, [{"effect_id": number, "address": address} for number, address in sorted(addresses)])

    def has_effect(self, key: str) -> bool:
        """Whether an effect of that key was ever recorded."""
        return bool(self._known([key]))

    def due_effects(self, now: dt.datetime, limit: int) -> list[StoredEffect]:
        """Queued effects whose time has come, the most urgent first."""
        return self._effects(_DUE, now=now, most=limit)

    def effect(self, effect_id: int) -> StoredEffect | None:
        """One effect."""
        return next(iter(self._effects(_ONE, the_id=effect_id)), None)

    def effects(self, reference: str) -> list[StoredEffect]:
        """The effects of a visit, in the order in which they were recorded."""
        return self._effects(_OF_VISIT, the_reference=reference)

    def effects_in_state(self, state: EffectState) -> list[StoredEffect]:
        """The effects in that state, in the order in which they were recorded."""
        return self._effects(_IN_STATE, the_state=state.value)

    def effect_counts(self) -> dict[EffectState, int]:
        """How many effects are in each state; states without any are absent."""
        return {EffectState(state): count for state, count in self._ask(_COUNTS)}

    def unsettled_effects(self) -> list[StoredEffect]:
        """Effects that were claimed and never settled: the process died in between, so look before doing them again."""
        return self.effects_in_state(EffectState.SENDING)

    def claim_effect(self, effect_id: int, message_id: str, mime: bytes | None, now: dt.datetime) -> bool:
        """Take a queued effect for carrying out (commit before doing so); False where another has taken it.

        `message_id` is "" and `mime` None where the effect is no mail. The claim counts as an attempt.
        """
        values = {"message_id": message_id or None, "mime": mime, "claimed_at": now}
        return self._change([effect_id], EffectState.SENDING, **values) == 1

    def claim_effects(self, effect_ids: Collection[int], now: dt.datetime) -> frozenset[int]:
        """Take queued effects that are no mails; those that nobody else has taken."""
        if not effect_ids:
            return frozenset()
        taken = self._ask(_CLAIM, these_id=list(effect_ids), new_claimed_at=now)
        return frozenset(taken.scalars())

    def effect_begun_again(self, effect_id: int, now: dt.datetime) -> None:
        """It was begun, is certainly not done, and is tried once more now (commit before doing so)."""
        self._ask(_AGAIN, the_id=effect_id, new_claimed_at=now)

    def effects_done(self, effect_ids: Collection[int], now: dt.datetime) -> None:
        """They are carried out; what may be repeated without harm need not have been claimed."""
        if effect_ids:
            self._change(effect_ids, EffectState.DONE, done_at=now, error="")

    def effect_failed(self, effect_id: int, error: str, now: dt.datetime) -> None:
        """It failed for good: it certainly was not carried out, and will not be."""
        self._change([effect_id], EffectState.FAILED, error=error, done_at=now)

    def effect_held_back(self, effect_id: int, reason: str) -> None:
        """It is not to be carried out after all."""
        self._change([effect_id], EffectState.HELD_BACK, error=reason)

    def effect_postponed(self, effect_id: int, not_before: dt.datetime, error: str = "") -> None:
        """It is certain that it was not carried out; it is due again at `not_before`."""
        self._change([effect_id], EffectState.QUEUED, not_before=not_before, error=error)

    def mail_by_message_id(self, message_id: str) -> SentMail | None:
        """The mail of ours of that Message-ID; whatever we think of it, who answers it has it."""
        return self._mail(_MAIL_OF_ID, the_message_id=message_id)

    def last_mail(self, reference: str, kinds: Collection[MailKind]) -> SentMail | None:
        """The visit's last mail of these kinds that left, or may have left."""
        return self._mail(_LAST_OF_VISIT, the_reference=reference, these_mail_kind=[kind.value for kind in kinds])

    def mails_to(self, address: str, since: dt.datetime) -> int:
        """How many mails left, or may have left, for that address (`to` or `cc`) since that moment."""
        return int(self._ask(_MAILS_TO, the_address=address.lower(), since=since).scalar_one())

    def _known(self, keys: Collection[str]) -> list[str]:
        return [key for _, key in self._ask(_IDS, these_key=list(keys))] if keys else []

    def _effects(self, asked: sa.Select[Any], **values: object) -> list[StoredEffect]:
        return [_effect(row) for row in self._ask(asked, **values)]

    def _change(self, effect_ids: Collection[int], state: EffectState, **values: object) -> int:
        """Bring effects that are not settled yet into that state; how many were."""
        statement = _changing(state, tuple(values))
        named = {f"new_{name}": value for name, value in values.items()}
        return self._ask(statement, these_id=list(effect_ids), **named).rowcount

    def _mail(self, asked: sa.Select[Any], **values: object) -> SentMail | None:
        row = self._ask(asked, **values).one_or_none()
        return None if row is None else _sent_mail(*row)


@cache
def _changing(state: EffectState, names: tuple[str, ...]) -> sa.Update:
    claims = state is EffectState.SENDING
    values: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in names}
    values |= {"state": state.value} | ({"attempts": EFFECT.c.attempts + 1} if claims else {})
    before = (EffectState.QUEUED.value,) if claims else _UNSETTLED
    return EFFECT.update().where(own(EFFECT), among(EFFECT.c.id), EFFECT.c.state.in_(before)).values(**values)


_CLAIM = _changing(EffectState.SENDING, ("claimed_at",)).returning(EFFECT.c.id)

_AGAIN = (
    EFFECT.update()
    .where(own(EFFECT), same(EFFECT.c.id), EFFECT.c.state == EffectState.SENDING.value)
    .values(attempts=EFFECT.c.attempts + 1, claimed_at=sa.bindparam("new_claimed_at"))
)


def _row(effect: Effect, now: dt.datetime) -> dict[str, Any]:
    mail = effect if isinstance(effect, MailEffect) else None
    return {
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
