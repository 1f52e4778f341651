"""Somebody opens our App Home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.chat.slack.api import Json
from handlers.chat.slack.bodies import text
from handlers.chat.slack.homes import publish_home
from handlers.chat.slack.messages import Content
from handlers.chat.slack.people import Person
from handlers.chat.slack.window import Window

if TYPE_CHECKING:
    from slack_bolt import App


class _InHome:
    """A refusal stands where the visits would."""

    def __init__(self, window: Window, user: str) -> None:
        self._window, self._user = window, user

    def say(self, content: Content) -> None:
        view = {"type": "home", "blocks": list(content.blocks)}
        self._window.api.call("views.publish", user_id=self._user, view=view)

    replace = say


def register(app: App, window: Window) -> None:
    """Listen for the tab."""

    @app.event("app_home_opened")
    def opened(body: Json) -> None:
        if text(body, "event", "tab") != "home":
            return

        def show(person: Person) -> None:
            publish_home(window, person)

        window.later(body, _InHome(window, text(body, "event", "user")), show)
