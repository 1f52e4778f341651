"""deploy/slack-manifest.yaml asks for what the code uses, and for no more."""

import re
from pathlib import Path
from typing import Any

import yaml

from handlers.chat.slack.listeners import command
from handlers.chat.slack.scopes import EVENTS, METHODS, SCOPES
from tests.fakes.slack_checks import REQUIRED
from tests.fakes.slack_checks import SCOPES as NEEDED

ROOT = Path(__file__).parents[2]
SLACK = ROOT / "handlers" / "chat" / "slack"


def manifest() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "deploy" / "slack-manifest.yaml").read_text(encoding="utf-8"))


def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(SLACK.rglob("*.py")))


def called() -> set[str]:
    """Every Web API method that the code names."""
    return set(re.findall(r'"((?:auth|apps|chat|conversations|users|views)\.\w+(?:\.\w+)?)"', code()))


def test_the_code_calls_the_methods_that_it_says_and_no_others() -> None:
    assert called() == {*METHODS, "apps.connections.open"}
    assert called() <= set(REQUIRED)


def test_every_scope_is_asked_for_and_every_scope_asked_for_is_used() -> None:
    assert set(manifest()["oauth_config"]["scopes"]["bot"]) == set(SCOPES)
    by_method = {scope for scope in METHODS.values() if scope}
    # of events, the command, private channels beside public ones, and reading metadata
    otherwise = {"app_mentions:read", "commands", "groups:history", "im:history", "metadata.message:read"}
    assert by_method | otherwise == set(SCOPES)
    assert {method: scope for method, scope in METHODS.items() if scope} == NEEDED
    assert "user" not in manifest()["oauth_config"]["scopes"]


def test_the_events_and_the_command_are_those_that_are_listened_to() -> None:
    made = manifest()
    assert tuple(made["settings"]["event_subscriptions"]["bot_events"]) == EVENTS
    listened = {*re.findall(r'app\.event\("(\w+)"\)', code())}
    assert listened == {event.partition(".")[0] for event in EVENTS}
    (slash,) = made["features"]["slash_commands"]
    assert slash["command"] == command.NAME
    assert slash["should_escape"]


def test_socket_mode_clicks_and_both_tabs_are_switched_on() -> None:
    made = manifest()
    assert made["settings"]["socket_mode_enabled"]
    assert made["settings"]["interactivity"]["is_enabled"]
    home = made["features"]["app_home"]
    assert home["home_tab_enabled"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
