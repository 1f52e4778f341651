"""For `doctor`: whether Slack will work, looked at from outside in; nothing is posted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.errors import PlainError
from bot.ports import ChatError, Clock
from handlers.chat.slack.api import SlackApi, workspace
from handlers.chat.slack.office import SlackOffice
from handlers.chat.slack.people import NotAllowedError
from handlers.chat.slack.scopes import SCOPES
from handlers.findings import Finding
from storage.database import Store

if TYPE_CHECKING:
    from handlers.sections_slack import SlackChatSettings


def check_slack(settings: SlackChatSettings, store: Store, clock: Clock) -> Iterator[Finding]:
    """What was looked at, one sentence each, with what to do where it is not well."""
    try:
        office = SlackOffice(settings, store, clock)
        home = workspace(office.api)
    except PlainError as error:
        yield Finding("Slack", str(error), well=False)
        return
    yield Finding("Slack", f"The bot token is valid in {home.name or home.team}.")
    yield _scopes(office.api)
    yield _door(settings)
    yield _room(office.api, "the team's channel", settings.channel)
    if settings.managers_channel:
        yield _room(office.api, "the managers' channel", settings.managers_channel)
    yield from _people(office)


def _scopes(api: SlackApi) -> Finding:
    missing = sorted(SCOPES.keys() - api.scopes())
    if missing:
        sentence = f"The app lacks {', '.join(missing)}; add it under OAuth & Permissions and install the app again."
        return Finding("Slack permissions", sentence, well=False)
    return Finding("Slack permissions", "The app may do what it needs to.")


def _door(settings: SlackChatSettings) -> Finding:
    """How requests come in."""
    if settings.mode == "http":
        return Finding("Slack requests", f"They are awaited on {settings.http_host}:{settings.http_port}.")
    try:
        SlackApi(settings.secret("app_token"), settings.base_url).call("apps.connections.open")
    except ChatError as error:
        sentence = f"The app-level token does not open a connection: {error} It needs connections:write."
        return Finding("Slack socket", sentence, well=False)
    return Finding("Slack socket", "The app-level token opens a connection.")


def _room(api: SlackApi, name: str, channel: str) -> Finding:
    try:
        api.call("conversations.history", channel=channel, limit=1)
    except ChatError as error:
        return Finding(f"Slack, {name}", f"{channel}: {error}", well=False)
    return Finding(f"Slack, {name}", f"The app is in {channel}.")


def _people(office: SlackOffice) -> Iterator[Finding]:
    """Whether every manager is known, and every adviser can be written to."""
    for manager in office.settings.managers:
        yield _manager(office, manager)
    with office.store.read() as records:
        advisers = records.advisers()
    try:
        without = [adviser.name for adviser in advisers if not office.people().user_of(adviser)]
    except ChatError as error:
        yield Finding("Slack, advisers", str(error), well=False)
        return
    if without:
        sentence = f"{', '.join(without)} cannot be found; correct slack_id or the address and import the advisers."
        yield Finding("Slack, advisers", sentence, well=False)
    elif advisers:
        yield Finding("Slack, advisers", "Every adviser can be written to.")


def _manager(office: SlackOffice, manager: str) -> Finding:
    try:
        user = manager
        if "@" in manager:
            found = office.api.call("users.lookupByEmail", email=manager).get("user")
            user = str(found.get("id")) if isinstance(found, dict) else ""
        person = office.people().who(user)
    except (ChatError, NotAllowedError) as error:
        return Finding("Slack, managers", f"{manager}: {error}", well=False)
    return Finding("Slack, managers", f"{person.name} is known.")
