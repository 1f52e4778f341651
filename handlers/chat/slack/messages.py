"""Messages that are posted once: begun in the records first, and looked for in Slack where the outcome is not known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.ports import ChatPostponedError, ChatRefusedError
from handlers.chat.slack.api import Caller, Json
from handlers.chat.slack.pace import Pace
from storage.database import Store
from storage.stored import ChatMessage

EVENT_TYPE = "visitbot_message"
PAGE, PAGES = 200, 5
"""How far back a message of unknown outcome is looked for: it was begun in the round before."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says: `text` for notifications and screen readers, `blocks` for the eye."""

    text: str
    blocks: Sequence[Json] = ()

    @property
    def fingerprint(self) -> str:
        """Tells one content from another."""
        return hashlib.sha256(json.dumps([self.text, list(self.blocks)], sort_keys=True).encode()).hexdigest()[:16]

    def arguments(self) -> dict[str, object]:
        """As Slack's methods take it; links are never unfurled."""
        return {"text": self.text, "blocks": list(self.blocks), "unfurl_links": False, "unfurl_media": False}


class Messages:
    """Posts and updates messages, and remembers where they stand."""

    def __init__(self, api: Caller, store: Store, pace: Pace) -> None:
        self._api, self._store, self._pace = api, store, pace

    def post_once(self, planned: ChatMessage, content: Content, thread_ts: str = "") -> ChatMessage:
        """The message as it stands, posted now unless it stands already; raises ChatError.

        A refused or postponed message is forgotten, as it certainly does not stand.
        """
        known = self.settled(planned.key, thread_ts)
        if known is not None and known.ts:
            return known
        self._pace.take(planned.channel)
        with self._store.write() as records:
            records.begin_chat_message(replace(planned, shown=content.fingerprint))
        try:
            ts = self._post(planned, content, thread_ts)
        except (ChatPostponedError, ChatRefusedError):
            self.forget(planned)
            raise
        return self._stands(replace(planned, shown=content.fingerprint), ts)

    def _post(self, planned: ChatMessage, content: Content, thread_ts: str) -> str:
        try:
            answer = self._api.call(
                "chat.postMessage",
                channel=planned.channel,
                thread_ts=thread_ts or None,
                metadata=metadata(planned.key),
                **content.arguments(),
            )
        except ChatPostponedError as error:
            self._pace.hold(planned.channel, error.seconds)
            raise
        return str(answer["ts"])

    def update(self, message: ChatMessage, content: Content) -> None:
        """Show this instead, where it differs; raises ChatError (ChatGoneError where somebody deleted the message)."""
        if message.shown == content.fingerprint:
            return
        self._api.call(
            "chat.update",
            channel=message.channel,
            ts=message.ts,
            metadata=metadata(message.key),
            text=content.text,
            blocks=list(content.blocks),
        )
        with self._store.write() as records:
            records.chat_message_shows(message.key, content.fingerprint)

    def settled(self, key: str, thread_ts: str = "") -> ChatMessage | None:
        """The message of that key, its outcome found out where it was not known; None where it was never begun."""
        with self._store.read() as records:
            known = records.chat_message(key)
        if known is None or known.ts:
            return known
        ts = self.look_for(key, known.channel, thread_ts)
        return self._stands(known, ts) if ts else known

    def look_for(self, key: str, channel: str, thread_ts: str = "") -> str:
        """The ts of the message whose metadata carries that key, "" where none does; raises ChatError."""
        return next((ts for ts, carried in self._newest(channel, thread_ts) if carried == key), "")

    def _newest(self, channel: str, thread_ts: str) -> Iterator[tuple[str, str]]:
        method = "conversations.replies" if thread_ts else "conversations.history"
        cursor = ""
        for _ in range(PAGES):
            answer = self._api.call(
                method,
                channel=channel,
                ts=thread_ts or None,
                limit=PAGE,
                cursor=cursor or None,
                include_all_metadata=True,
            )
            messages = answer.get("messages")
            for message in messages if isinstance(messages, list) else ():
                yield str(message.get("ts", "")), _key_of(message)
            cursor = _next_cursor(answer)
            if not cursor:
                return

    def forget(self, message: ChatMessage) -> None:
        """It certainly does not stand."""
        with self._store.write() as records:
            records.forget_chat_message(message.key)

    def _stands(self, message: ChatMessage, ts: str) -> ChatMessage:
        with self._store.write() as records:
            records.chat_message_stands(message.key, message.channel, ts)
        return replace(message, ts=ts)


def metadata(key: str) -> dict[str, object]:
    """What tells our message apart in Slack: its key, which holds nothing of a mail."""
    return {"event_type": EVENT_TYPE, "event_payload": {"key": key}}


def _key_of(message: Mapping[str, object]) -> str:
    carried = message.get("metadata")
    payload = carried.get("event_payload") if isinstance(carried, Mapping) else None
    ours = isinstance(carried, Mapping) and carried.get("event_type") == EVENT_TYPE
    return str(payload.get("key", "")) if ours and isinstance(payload, Mapping) else ""


def _next_cursor(answer: Json) -> str:
    more = answer.get("response_metadata")
    return str(more.get("next_cursor") or "") if isinstance(more, Mapping) else ""
