"""Slack's Web API, as far as we call it: no retries, and every fault one of the three that the effects know."""

from __future__ import annotations

import http.client
import logging
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.errors import PlainError
from bot.ports import ChatRefusedError
from handlers.chat.slack.errors import of_answer, of_fault

if TYPE_CHECKING:
    from slack_sdk import WebClient

TIMEOUT = 10
"""Seconds for one call."""
NO_PACKAGES = "Slack needs packages that are not installed; run `make full` or install visitbot[slack]."

Json = Mapping[str, object]


class Caller(Protocol):
    """What calls a method of the Web API."""

    def call(self, method: str, **arguments: object) -> Json:
        """The answer of a method; raises ChatError."""
        ...


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where and as whom we are signed in: Slack's own ids."""

    team: str
    enterprise: str
    bot_user: str
    bot: str
    name: str


def quiet_logger() -> logging.Logger:
    """A log for Slack's libraries, which write whole messages and signatures into theirs from "info" down."""
    logger = logging.getLogger("slack")
    logger.setLevel(logging.CRITICAL)
    return logger


def web_client(token: str, base_url: str) -> WebClient:
    """A client that tries once: to repeat a message is never the library's to decide. Raises PlainError."""
    try:
        from slack_sdk import WebClient
    except ImportError:
        raise PlainError(NO_PACKAGES) from None
    return WebClient(token=token, base_url=base_url, timeout=TIMEOUT, retry_handlers=[], logger=quiet_logger())


class SlackApi:
    """Calls methods with one token."""

    def __init__(self, token: str, base_url: str) -> None:
        self.client = web_client(token, base_url)

    def call(self, method: str, **arguments: object) -> Json:
        """The answer of a method, arguments of None left out.

        Raises ChatPostponedError (certainly not done), ChatRefusedError (never will be) or ChatError (not known).
        """
        from slack_sdk.errors import SlackApiError

        given = {name: value for name, value in arguments.items() if value is not None}
        as_form = method in _FORM or not given
        try:
            answer = self.client.api_call(method, params=given if as_form else None, json=None if as_form else given)
        except SlackApiError as error:
            response = error.response
            said = response.get("error", "") if isinstance(response.data, dict) else " "
            wait = _seconds(response.headers.get("Retry-After", ""))
            raise of_answer(method, str(said), response.status_code, wait) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise of_fault(method, error) from None
        if not isinstance(answer.data, dict):
            raise of_answer(method, "no answer", answer.status_code, 0)
        return answer.data

    def scopes(self) -> frozenset[str]:
        """What the token may do; raises ChatError."""
        self.call("auth.test")
        said = self.client.api_call("auth.test").headers.get("x-oauth-scopes", "")
        return frozenset(scope.strip() for scope in said.split(",") if scope.strip())

    def respond(self, url: str, message: Json) -> None:
        """Answer at the address that came with a command or a click; raises ChatError.

        Only Slack's own host is written to, whatever a payload says.
        """
        from slack_sdk.webhook import WebhookClient

        host = urllib.parse.urlsplit(url).hostname or ""
        own = urllib.parse.urlsplit(self.client.base_url).hostname or ""
        if host != own and not (host == f"hooks.{own}" and url.startswith("https://")):
            raise ChatRefusedError("An answer was asked for at an address that is not Slack's; nothing was sent.")
        webhook = WebhookClient(url, timeout=TIMEOUT, retry_handlers=[], logger=quiet_logger())
        try:
            response = webhook.send_dict(dict(message))
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise of_fault("respond", error) from None
        if response.status_code != 200:
            raise of_answer("respond", response.body[:80].strip(), response.status_code, 0)


_FORM = frozenset({"conversations.history", "conversations.replies", "users.info", "users.lookupByEmail"})
"""Methods that do not take JSON."""


def _seconds(text: str) -> float:
    try:
        return max(float(text), 0.0)
    except ValueError:
        return 0.0


def workspace(api: Caller) -> Workspace:
    """Where the token belongs to; raises ChatError."""
    said = api.call("auth.test")
    ids = [str(said.get(name) or "") for name in ("team_id", "enterprise_id", "user_id", "bot_id", "team")]
    return Workspace(*ids)
