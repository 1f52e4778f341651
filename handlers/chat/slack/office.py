"""What the channel and the listener in Slack share: one sign-in, one pace, one memory of what was posted."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from bot.ports import Clock
from handlers.chat.slack.api import SlackApi, Workspace, workspace
from handlers.chat.slack.messages import Messages
from handlers.chat.slack.pace import Pace
from handlers.chat.slack.people import People
from storage.database import Store

if TYPE_CHECKING:
    from handlers.sections_slack import SlackChatSettings


class SlackOffice:
    """Signed in when it is first needed: Slack may be down when we start."""

    def __init__(self, settings: SlackChatSettings, store: Store, clock: Clock, pace: Pace | None = None) -> None:
        self.settings, self.store, self.clock = settings, store, clock
        settings.check_secrets()
        self.api = SlackApi(settings.secret("bot_token"), settings.base_url)
        self.messages = Messages(self.api, store, pace or Pace())
        self.writing = threading.Lock()
        """Held by who brings messages up to date, so that two threads never post the same one."""
        self._home: Workspace | None = None
        self._people: People | None = None

    def home(self) -> Workspace:
        """Our workspace; raises ChatError."""
        if self._home is None:
            self._home = workspace(self.api)
        return self._home

    def people(self) -> People:
        """Who may speak to us; raises ChatError."""
        if self._people is None:
            self._people = People(self.api, self.store, self.home(), self.settings.managers, self.clock)
        return self._people
