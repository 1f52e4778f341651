"""The App Home of an adviser or a manager."""

from __future__ import annotations

from handlers.chat.slack import faces
from handlers.chat.slack.people import Person
from handlers.chat.slack.window import Window
from handlers.on_question import answer


def publish_home(window: Window, person: Person) -> None:
    """Show it as it stands now; raises ChatError."""
    with window.parts.store.read() as records:
        lines = answer(records, "my visits", person.by, window.clock.now())
    window.api.call("views.publish", user_id=person.user, view=faces.home(lines))
