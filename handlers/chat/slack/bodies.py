"""What Slack sends, read without trust: every field may be missing or of another kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.chat.slack.api import Json


def text(body: Json, *path: str) -> str:
    """The text at a path of names, "" where there is none."""
    found = at(body, *path)
    return found if isinstance(found, str) else ""


def at(body: object, *path: str) -> object:
    """What stands at a path of names, None where nothing does."""
    for name in path:
        body = body.get(name) if isinstance(body, Mapping) else None
    return body


def delivery_id(body: Json) -> str:
    """What stays the same when Slack delivers again: the event's id, or the click's or command's trigger."""
    return text(body, "event_id") or text(body, "trigger_id")


def user_of(body: Json) -> str:
    """Who did it."""
    return text(body, "user_id") or text(body, "user", "id") or text(body, "event", "user")


def teams_of(body: Json) -> tuple[str, ...]:
    """Every workspace that is named as the place or as the user's own."""
    paths = (
        ("team_id",),
        ("team", "id"),
        ("user", "team_id"),
        ("event", "user_team"),
        ("event", "source_team"),
    )
    return tuple(found for path in paths if (found := text(body, *path)))


@dataclass(frozen=True, slots=True)
class Click:
    """A button or a choice: which, its value, and where it stood."""

    action: str
    value: str
    channel: str
    ts: str
    trigger: str
    response_url: str
    in_home: bool


def click_of(body: Json) -> Click:
    """The first action of an interaction."""
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], Mapping) else {}
    return Click(
        action=text(action, "action_id"),
        value=text(action, "value") or text(action, "selected_option", "value"),
        channel=text(body, "channel", "id"),
        ts=text(body, "container", "message_ts"),
        trigger=text(body, "trigger_id"),
        response_url=text(body, "response_url"),
        in_home=text(body, "view", "type") == "home",
    )


def held(body: Json, block: str) -> str:
    """What was filled in under a block of a modal: text, date, or the value chosen; "" where it was left empty."""
    values = at(body, "view", "state", "values", block)
    state = next(iter(values.values()), None) if isinstance(values, Mapping) else None
    for path in (("value",), ("selected_date",), ("selected_option", "value")):
        found = at(state, *path)
        if isinstance(found, str):
            return found
    return ""
