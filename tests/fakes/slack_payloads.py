"""What Slack sends to an app, as its documentation shows it: commands, events, clicks and submitted modals."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

TEAM, BOT_USER, BOT, APP = "T0COUNCIL", "U0VISITBOT", "B0VISITBOT", "A0VISITBOT"
CHANNEL, MANAGERS = "C0TEAMROOM", "C0MANAGERS"
_COUNT = itertools.count(1)

Json = dict[str, Any]


def _trigger() -> str:
    return f"{next(_COUNT)}.trigger"


def command(
    user: str, text: str, *, response_url: str = "", channel: str = CHANNEL, team: str = TEAM, name: str = "/visits"
) -> Json:
    return {
        "token": "x", "team_id": team, "team_domain": "council", "channel_id": channel, "channel_name": "visits",
        "user_id": user, "user_name": "someone", "command": name, "text": text, "api_app_id": APP,
        "is_enterprise_install": "false", "response_url": response_url, "trigger_id": _trigger(),
    }  # fmt: skip


def event(inner: Mapping[str, Any], *, team: str = TEAM) -> Json:
    number = next(_COUNT)
    return {
        "token": "x", "team_id": team, "api_app_id": APP, "event": dict(inner), "type": "event_callback",
        "event_id": f"Ev{number:08}", "event_time": 1_800_000_000 + number, "is_ext_shared_channel": False,
        "authorizations": [{"enterprise_id": None, "team_id": TEAM, "user_id": BOT_USER, "is_bot": True}],
    }  # fmt: skip


def mention(user: str, text: str, *, channel: str = CHANNEL, **more: Any) -> Json:
    return event({
        "type": "app_mention", "user": user, "text": f"<@{BOT_USER}> {text}", "channel": channel,
        "ts": f"18000000{next(_COUNT):02}.000100", "event_ts": "1800000000.000100", **more,
    })  # fmt: skip


def direct_message(user: str, text: str, **more: Any) -> Json:
    return event({
        "type": "message", "channel_type": "im", "user": user, "text": text, "channel": f"D{user[1:]}",
        "ts": f"18000000{next(_COUNT):02}.000200", "event_ts": "1800000000.000200", **more,
    })  # fmt: skip


def home_opened(user: str, tab: str = "home") -> Json:
    return event({"type": "app_home_opened", "user": user, "channel": f"D{user[1:]}", "tab": tab,
                  "event_ts": "1800000000.000300"})  # fmt: skip


def _interaction(user: str, team: str, response_url: str) -> Json:
    return {
        "team": {"id": team, "domain": "council"}, "user": {"id": user, "username": "someone", "team_id": team},
        "api_app_id": APP, "token": "x", "trigger_id": _trigger(), "enterprise": None,
        "is_enterprise_install": False, **({"response_url": response_url} if response_url else {}),
    }  # fmt: skip


def click(
    user: str,
    element: Mapping[str, Any],
    *,
    channel: str = CHANNEL,
    ts: str = "1800000000.000001",
    message: Mapping[str, Any] | None = None,
    response_url: str = "",
    team: str = TEAM,
    ephemeral: bool = False,
    view: Mapping[str, Any] | None = None,
    state: Mapping[str, Any] | None = None,
) -> Json:
    """A click on a button, or a choice, as it stood in the message or view."""
    action = {"type": element["type"], "action_id": element["action_id"], "block_id": element.get("block_id", "b"),
              "action_ts": f"{next(_COUNT)}.1"}  # fmt: skip
    if "value" in element:
        action["value"] = element["value"]
    if "selected_option" in element:
        action["selected_option"] = element["selected_option"]
    place = {"type": "message", "message_ts": ts, "channel_id": channel, "is_ephemeral": ephemeral}
    payload = {"type": "block_actions", **_interaction(user, team, response_url), "actions": [action]}
    if view is not None:
        return {**payload, "view": dict(view), "container": {"type": "view", "view_id": view["id"]}}
    return {**payload, "container": place, "channel": {"id": channel, "name": "visits"},
            "message": dict(message or {"ts": ts}), "state": {"values": dict(state or {})}}  # fmt: skip


def submission(
    user: str, view: Mapping[str, Any], values: Mapping[str, Mapping[str, Any]], *, team: str = TEAM
) -> Json:
    """A modal that was filled in and sent: `values` is block id → action id → state."""
    return {
        "type": "view_submission", **_interaction(user, team, ""),
        "view": {"id": "V0", "type": "modal", "hash": "1.a", "private_metadata": "", **view,
                 "state": {"values": {block: dict(held) for block, held in values.items()}}},
    }  # fmt: skip
