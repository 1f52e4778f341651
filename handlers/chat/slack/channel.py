"""The team's channel in Slack: one message a visit, kept up to date, its lines in the thread below it.

The message is a projection of the visit as the records have it; a line is posted once, by its key.
"""

from __future__ import annotations

from dataclasses import replace

from bot.model import Policy, Team
from bot.ports import Post
from handlers.chat.slack import faces
from handlers.chat.slack.cards import Cards
from handlers.chat.slack.errors import ChatGoneError
from handlers.chat.slack.events import event_of
from handlers.chat.slack.messages import Content
from handlers.chat.slack.office import SlackOffice
from handlers.chat.slack.views_of_records import listed
from handlers.digesting import digest_of
from storage.stored import ChatKind, ChatMessage

ALWAYS = ("digest", "outage", "")
"""Events that are told whatever the team has asked for; "" are lines that have no name yet."""


class SlackChannel:
    """The port Channel on Slack. `post` raises ChatError as the port says; to repeat it posts nothing twice."""

    def __init__(self, office: SlackOffice, team: Team, policy: Policy) -> None:
        self._office, self._messages = office, office.messages
        self._team, self._policy = team, policy
        self._cards = Cards(office)

    @property
    def office(self) -> SlackOffice:
        """Where it works: who listens beside it shares its pace and its lock."""
        return self._office

    def post(self, post: Post) -> None:
        """Tell of an event as the team has asked for, and bring the visit's message and card up to date."""
        event = event_of(post.key)
        told = self._tells(event)
        with self._office.writing:
            if told and post.thread:
                self._tell_of_visit(post)
            elif event == "digest":
                self._post_digest(post)
            elif told:
                self._post_line(post, self._room(event))
            elif post.thread:
                self._refresh(post.thread)
        if post.thread:
            self._cards.keep(post.thread)
        self._cards.keep_all()

    def find_posted(self, key: str) -> bool:
        """Whether a message with that key in its metadata stands in the channel or in its visit's thread."""
        known = self._messages.settled(key, self._thread_of(key))
        if known is not None and known.ts:
            return True
        return known is None and bool(self._messages.look_for(key, self._room(event_of(key))))

    def _tells(self, event: str) -> bool:
        settings = self._office.settings
        if event in ALWAYS:
            return True
        return settings.posts == "each" and event in settings.events

    def _room(self, event: str) -> str:
        settings = self._office.settings
        return settings.managers_channel or settings.channel if event == "digest" else settings.channel

    def _thread_of(self, key: str) -> str:
        root = self._root(key.partition("/")[0])
        return root.ts if root is not None and root.key != key else ""

    def _root(self, reference: str) -> ChatMessage | None:
        """The visit's message in the channel that is configured now."""
        with self._office.store.read() as records:
            found = records.open_chat_messages(ChatKind.VISIT, reference)
        return next((item for item in found if item.channel == self._office.settings.channel), None)

    def _planned(self, post: Post, kind: ChatKind, channel: str) -> ChatMessage:
        return ChatMessage(post.key, kind, self._office.clock.now(), reference=post.thread, channel=channel)

    def _post_line(self, post: Post, channel: str, thread_ts: str = "") -> None:
        content = faces.told(post.text)
        self._messages.post_once(self._planned(post, ChatKind.LINE, channel), content, thread_ts)

    def _post_digest(self, post: Post) -> None:
        """The week for the managers' channel; the team's gets its one line where the managers have none."""
        room = self._room("digest")
        if not self._office.settings.managers_channel:
            self._post_line(post, room)
            return
        with self._office.store.read() as records:
            digest = digest_of(records, self._team, self._policy, self._office.clock.now())
        self._messages.post_once(self._planned(post, ChatKind.LINE, room), faces.digest_message(digest))

    def _tell_of_visit(self, post: Post) -> None:
        content = self._content(post.thread, post.text)
        root = self._root(post.thread)
        if content is None or root is None or root.key == post.key:
            self._post_root(post, content)
            return
        try:
            stands = self._messages.post_once(root, content)
            self._post_line(post, stands.channel, stands.ts)
            self._messages.update(stands, content)
        except ChatGoneError:
            # Somebody deleted the visit's message: it begins anew with this line.
            self._messages.forget(root)
            self._post_root(post, content)

    def _post_root(self, post: Post, content: Content | None) -> None:
        planned = self._planned(post, ChatKind.VISIT, self._office.settings.channel)
        self._messages.post_once(planned, content or faces.told(post.text))

    def _refresh(self, reference: str) -> None:
        """A quiet event: the message that stands shows the new state, and nobody is told."""
        root = self._root(reference)
        content = self._content(reference, "") if root is not None and root.ts else None
        if root is None or content is None:
            return
        try:
            self._messages.update(root, content)
        except ChatGoneError:
            self._messages.forget(root)

    def _content(self, reference: str, text: str) -> Content | None:
        with self._office.store.read() as records:
            item = listed(records, reference)
        if item is None:
            return None
        made = faces.visit_message(item)
        return replace(made, text=faces.notice(text) if text else made.text)
