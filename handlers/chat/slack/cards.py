"""Cards in the advisers' direct messages: a projection of the visits that wait for them.

While a visit waits, exactly one open card shows its current reason; when it no longer waits, the card says what was
done and by whom, and stays.
"""

from __future__ import annotations

import structlog

from bot.ports import ChatRefusedError
from handlers.chat.slack import faces
from handlers.chat.slack.errors import ChatGoneError
from handlers.chat.slack.messages import Content
from handlers.chat.slack.office import SlackOffice
from handlers.chat.slack.views_of_records import OpenCard, card_key, listed, open_card, outcome_since
from handlers.surroundings import MissingRecordError
from storage.stored import ChatKind, ChatMessage

log = structlog.get_logger()


class Cards:
    """Brings the cards into line with the records."""

    def __init__(self, office: SlackOffice) -> None:
        self._office, self._messages = office, office.messages
        self._told: set[tuple[str, str]] = set()

    def keep_all(self) -> int:
        """Bring every card that is behind up to date; how many visits were looked at. Raises ChatError."""
        with self._office.store.read() as records:
            wanted = {card_key(item.reference, item.effect_id): item.reference for item in records.cards_wanted()}
            opened = {message.key: message.reference for message in records.open_chat_messages(ChatKind.CARD)}
        behind = sorted({(wanted | opened)[key] for key in wanted.keys() ^ opened.keys()})
        for reference in behind:
            self.keep(reference)
        return len(behind)

    def keep(self, reference: str) -> None:
        """Bring the cards of one visit up to date; raises ChatError.

        Where a card cannot be shown at all, the adviser has it by mail, and the rest of the work goes on.
        """
        with self._office.writing:
            try:
                self._keep(reference)
            except (ChatRefusedError, MissingRecordError) as error:
                self._tell_once(reference, str(error))

    def _tell_once(self, reference: str, sentence: str) -> None:
        """The next look tries again, but says nothing new."""
        if (reference, sentence) not in self._told:
            self._told.add((reference, sentence))
            log.error("card not shown", visit=reference, error=sentence)

    def _keep(self, reference: str) -> None:
        with self._office.store.read() as records:
            card = open_card(records, reference)
            opened = records.open_chat_messages(ChatKind.CARD, reference)
        for message in opened:
            if card is None or message.key != card.key:
                self._close(message, newer=card is not None)
        if card is not None:
            self._show(card, next((message for message in opened if message.key == card.key), None))

    def _show(self, card: OpenCard, message: ChatMessage | None) -> None:
        content = faces.card(card)
        if message is not None and message.ts:
            try:
                self._messages.update(message, content)
            except ChatGoneError:
                self._messages.forget(message)  # somebody deleted it: the next look shows it again
            return
        user = message.user if message is not None else self._office.people().user_of(card.adviser)
        if not user:
            return
        channel = message.channel if message is not None else self._direct(user)
        planned = ChatMessage(
            key=card.key,
            kind=ChatKind.CARD,
            begun_at=self._office.clock.now(),
            reference=card.visit.reference,
            user=user,
            channel=channel,
        )
        self._messages.post_once(planned, content)

    def _direct(self, user: str) -> str:
        """The direct message with a user."""
        channel = self._office.api.call("conversations.open", users=user).get("channel")
        return str(channel["id"]) if isinstance(channel, dict) else ""

    def _close(self, message: ChatMessage, *, newer: bool) -> None:
        settled = self._messages.settled(message.key) or message
        if settled.ts:
            try:
                self._messages.update(settled, self._closing(settled, newer=newer))
            except ChatGoneError as error:
                log.debug("card is gone", visit=message.reference, error=str(error))
        with self._office.store.write() as records:
            records.close_chat_message(message.key)

    def _closing(self, message: ChatMessage, *, newer: bool) -> Content:
        with self._office.store.read() as records:
            item = listed(records, message.reference)
            outcome = outcome_since(records, message.reference, message.begun_at)
        return faces.closed_card(message.reference, item.school_name if item else "", outcome, newer=newer)
