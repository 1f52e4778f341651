"""The day in one message, for teams that do not want one for each event."""

from __future__ import annotations

import datetime as dt

from bot.local_time import LONDON
from handlers.chat.slack import faces
from handlers.chat.slack.events import event_of
from handlers.chat.slack.office import SlackOffice
from handlers.clock import london
from storage.stored import ChatKind, ChatMessage

TIME = dt.time(16)
"""When the day's summary is posted, local time: what comes later stands in the next."""


class Summary:
    """Posts it once a day, on days with news."""

    def __init__(self, office: SlackOffice) -> None:
        self._office = office

    def keep(self) -> bool:
        """Post the last summary that was due, unless it stands already; raises ChatError."""
        settings, now = self._office.settings, self._office.clock.now()
        if settings.posts != "daily":
            return False
        until = _last_due(now)
        key = f"summary/{until:%Y-%m-%d}"
        with self._office.store.read() as records:
            known = records.chat_message(key)
            done = records.posts_done(until - dt.timedelta(1), until)
        told = [post.text for post in done if event_of(post.key) in settings.events]
        if not told or (known is not None and known.ts):
            return False
        planned = ChatMessage(key, ChatKind.SUMMARY, now, channel=settings.channel)
        with self._office.writing:
            self._office.messages.post_once(planned, faces.summary(until.date(), told))
        return True


def _last_due(now: dt.datetime) -> dt.datetime:
    """The last time of day at which a summary was due, London time."""
    local = london(now)
    today = dt.datetime.combine(local.date(), TIME, LONDON)
    if local >= today:
        return today
    return dt.datetime.combine(local.date() - dt.timedelta(1), TIME, LONDON)
