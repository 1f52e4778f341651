"""Our messages in the team's chat: begun before they are posted, so that one of unknown outcome is looked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

import sqlalchemy as sa

from bot.effects import PostEffect
from bot.model import WaitingFor
from storage.codec import decode
from storage.records.base import TeamRecords, own, same
from storage.stored import CardWanted, ChatKind, ChatMessage, EffectState
from storage.tables import CHAT_MESSAGE, EFFECT, VISIT

_ALL = sa.select(*(CHAT_MESSAGE.c[field.name] for field in fields(ChatMessage))).where(own(CHAT_MESSAGE))
_ONE = _ALL.where(same(CHAT_MESSAGE.c.key))
_OPEN = _ALL.where(same(CHAT_MESSAGE.c.kind), CHAT_MESSAGE.c.is_open).order_by(CHAT_MESSAGE.c.begun_at)
_OPEN_OF_VISIT = _OPEN.where(same(CHAT_MESSAGE.c.reference))
_FORGET = CHAT_MESSAGE.delete().where(own(CHAT_MESSAGE), same(CHAT_MESSAGE.c.key))
_CARDS_WANTED = (
    sa.select(VISIT.c.reference, VISIT.c.adviser, sa.func.max(EFFECT.c.id))
    .join(EFFECT, sa.and_(EFFECT.c.team_id == VISIT.c.team_id, EFFECT.c.reference == VISIT.c.reference))
    .where(own(VISIT), VISIT.c.waiting_for == WaitingFor.ADVISER.value, EFFECT.c.mail_kind == "card")
    .group_by(VISIT.c.reference, VISIT.c.adviser)
)
_CARD_WANTED = _CARDS_WANTED.where(same(VISIT.c.reference))
_POSTS_DONE = (
    sa.select(EFFECT.c.payload)
    .where(own(EFFECT), EFFECT.c.type == "post", EFFECT.c.state == EffectState.DONE.value)
    .where(EFFECT.c.done_at >= sa.bindparam("since"), EFFECT.c.done_at < sa.bindparam("until"))
    .order_by(EFFECT.c.id)
)


class ChatRecords(TeamRecords):
    """The chat messages of the team, by key."""

    def chat_message(self, key: str) -> ChatMessage | None:
        """The message of that key."""
        row = self._ask(_ONE, the_key=key).one_or_none()
        return None if row is None else _message(row)

    def begin_chat_message(self, message: ChatMessage) -> bool:
        """Note that a message is about to be posted; False, and nothing noted, where its key is known."""
        if self.chat_message(message.key) is not None:
            return False
        self._insert(CHAT_MESSAGE, [{**asdict(message), "kind": message.kind.value}])
        return True

    def chat_message_stands(self, key: str, channel: str, ts: str) -> None:
        """It stands in the chat, under these ids."""
        self._update_one(CHAT_MESSAGE, {"key": key}, {"channel": channel, "ts": ts})

    def chat_message_shows(self, key: str, shown: str) -> None:
        """What it shows now."""
        self._update_one(CHAT_MESSAGE, {"key": key}, {"shown": shown})

    def close_chat_message(self, key: str) -> None:
        """It is kept up to date no longer."""
        self._update_one(CHAT_MESSAGE, {"key": key}, {"is_open": False})

    def forget_chat_message(self, key: str) -> None:
        """It certainly does not stand in the chat, and may be posted anew."""
        self._ask(_FORGET, the_key=key)

    def open_chat_messages(self, kind: ChatKind, reference: str | None = None) -> list[ChatMessage]:
        """The open messages of that kind, the oldest first: of one visit, or all."""
        query = _OPEN if reference is None else _OPEN_OF_VISIT
        return [_message(row) for row in self._ask(query, the_kind=kind.value, the_reference=reference)]

    def cards_wanted(self, reference: str | None = None) -> list[CardWanted]:
        """The visits that wait for an adviser, each with its newest card: one of them, or all."""
        query = _CARDS_WANTED if reference is None else _CARD_WANTED
        return [CardWanted(*row) for row in self._ask(query, the_reference=reference)]

    def posts_done(self, since: dt.datetime, until: dt.datetime) -> list[PostEffect]:
        """The lines that were given to the channel from `since` on and before `until`, in their order."""
        rows = self._ask(_POSTS_DONE, since=since, until=until).scalars()
        return [decode(PostEffect, payload) for payload in rows]


def _message(row: Sequence[Any]) -> ChatMessage:
    key, kind, *rest = row
    return ChatMessage(key, ChatKind(kind), *rest)
