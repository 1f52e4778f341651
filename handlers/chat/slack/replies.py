"""Where an answer goes: seen by nobody but the one who asked, unless they say otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from handlers.chat.slack.api import Json, SlackApi
from handlers.chat.slack.messages import Content


class Reply(Protocol):
    """A way back to the person who asked. Every method raises ChatError."""

    def say(self, content: Content) -> None:
        """Show this."""
        ...

    def replace(self, content: Content) -> None:
        """Show this in the place of what was clicked on, where that can be."""
        ...


@dataclass(frozen=True, slots=True)
class ByUrl:
    """By the address that came with a command or a click."""

    api: SlackApi
    url: str

    def say(self, content: Content) -> None:
        """As a message that only they see."""
        body = {"response_type": "ephemeral", "replace_original": False, **content.arguments()}
        self.api.respond(self.url, body)

    def replace(self, content: Content) -> None:
        """In the place of the message."""
        self.api.respond(self.url, {"replace_original": True, **content.arguments()})


@dataclass(frozen=True, slots=True)
class InChannel:
    """In the channel or thread where they spoke, for their eyes only."""

    api: SlackApi
    channel: str
    user: str
    thread: str = ""

    def say(self, content: Content) -> None:
        """As a message that only they see."""
        self.api.call(
            "chat.postEphemeral",
            channel=self.channel,
            user=self.user,
            thread_ts=self.thread or None,
            text=content.text,
            blocks=list(content.blocks),
        )

    replace = say


@dataclass(frozen=True, slots=True)
class Direct:
    """In their direct messages with us."""

    api: SlackApi
    channel: str

    def say(self, content: Content) -> None:
        """As a message."""
        self.api.call("chat.postMessage", channel=self.channel, **content.arguments())

    replace = say


@dataclass(frozen=True, slots=True)
class InModal:
    """In the modal that they have just sent."""

    api: SlackApi
    view_id: str

    def say(self, content: Content) -> None:
        """As the modal's new content."""
        self.api.call("views.update", view_id=self.view_id, view=told_view(content))

    replace = say


@dataclass(frozen=True, slots=True)
class AsModal:
    """As a modal of its own, where there is no message to answer to."""

    api: SlackApi
    trigger: str

    def say(self, content: Content) -> None:
        """As a modal."""
        self.api.call("views.open", trigger_id=self.trigger, view=told_view(content))

    replace = say


def told_view(content: Content) -> Json:
    """A modal that tells something."""
    blocks = list(content.blocks) or [{"type": "section", "text": {"type": "plain_text", "text": content.text[:3000]}}]
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Visit Bot"},
        "close": {"type": "plain_text", "text": "Close"},
        "blocks": blocks,
    }
