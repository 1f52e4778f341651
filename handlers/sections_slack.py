"""The table [chat] where the team's channel is in Slack."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic_settings import NoDecode

from bot.errors import PlainError
from handlers.files_named import text_in

Event = Literal[
    "offered", "reminded", "bounced", "needs_adviser", "agreed", "moved", "postponed", "cancelled", "visited", "letter"
]
QUIET: tuple[Event, ...] = ("needs_adviser", "agreed", "moved", "postponed", "cancelled", "letter")
"""What makes a message unless the team says otherwise."""

_CHANNEL = re.compile(r"[CG][A-Z0-9]{5,20}")
_MANAGER = re.compile(r"[UW][A-Z0-9]{5,20}|[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_URL = re.compile(r"https?://[\w.\[\]:-]+/[\w/.-]*")


def _channel(value: str) -> str:
    if value and _CHANNEL.fullmatch(value) is None:
        raise ValueError("not the id of a channel")
    return value


def _managers(value: tuple[str, ...]) -> tuple[str, ...]:
    if any(_MANAGER.fullmatch(item) is None for item in value):
        raise ValueError("not an id or an address")
    return tuple(item.lower() if "@" in item else item for item in value)


def _url(value: str) -> str:
    if _URL.fullmatch(value) is None:
        raise ValueError("not the address of a service")
    return value


def _listed(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


_GIVEN = 'the {} of your Slack app, which begins with "{}", or give {}_file'
_ALONE = "the path of a file that holds nothing but the {}"


class SlackChatSettings(BaseModel):
    """Slack as the team's window. A secret stands here, in the environment, or alone in a file of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["slack"] = Field(default="slack", description='"slack"')
    bot_token: SecretStr | None = Field(
        default=None, repr=False, description=_GIVEN.format("bot token", "xoxb-", "bot_token")
    )
    bot_token_file: Path | None = Field(default=None, description=_ALONE.format("bot token"))
    app_token: SecretStr | None = Field(
        default=None, repr=False, description=_GIVEN.format("app-level token", "xapp-", "app_token")
    )
    app_token_file: Path | None = Field(default=None, description=_ALONE.format("app-level token"))
    signing_secret: SecretStr | None = Field(
        default=None, repr=False, description="the signing secret of your Slack app, or give signing_secret_file"
    )
    signing_secret_file: Path | None = Field(default=None, description=_ALONE.format("signing secret"))
    channel: Annotated[str, AfterValidator(_channel)] = Field(
        min_length=1, description='the id of the team\'s channel, such as "C0123456789"'
    )
    managers_channel: Annotated[str, AfterValidator(_channel)] = Field(
        default="", description='the id of the managers\' channel, such as "C0123456789", or "" for none'
    )
    managers: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed), AfterValidator(_managers)] = Field(
        default=(), description='a list of Slack ids and email addresses such as ["U0123456789", "m@council.example"]'
    )
    mode: Literal["socket", "http"] = Field(default="socket", description='"socket" or "http"')
    http_host: str = Field(default="127.0.0.1", pattern=r"^[\w.:-]+$", description="the address to listen on")
    http_port: int = Field(default=3000, ge=0, le=65535, description="a port from 0 to 65535")
    posts: Literal["each", "daily"] = Field(default="each", description='"each" or "daily"')
    events: Annotated[tuple[Event, ...], NoDecode, BeforeValidator(_listed)] = Field(
        default=QUIET,
        description='a list out of "offered", "reminded", "bounced", "needs_adviser", "agreed", "moved", "postponed",'
        ' "cancelled", "visited" and "letter"',
    )
    base_url: Annotated[str, AfterValidator(_url)] = Field(
        default="https://slack.com/api/", repr=False, description="the address of Slack's Web API"
    )

    def resolved(self, folder: Path) -> Self:
        """The same with every relative path made absolute from `folder`."""
        names = ("bot_token_file", "app_token_file", "signing_secret_file")
        paths = {name: folder / path for name in names if (path := getattr(self, name)) is not None}
        return self.model_copy(update=paths)

    def check_secrets(self) -> None:
        """See that the secrets of the chosen mode can be had; raises PlainError."""
        self.secret("bot_token")
        self.secret("app_token" if self.mode == "socket" else "signing_secret")

    def secret(self, name: Literal["bot_token", "app_token", "signing_secret"]) -> str:
        """A secret, from the setting or its file; raises PlainError where there is none."""
        given: SecretStr | None = getattr(self, name)
        path: Path | None = getattr(self, f"{name}_file")
        found = given.get_secret_value().strip() if given is not None else ""
        if not found and path is not None:
            return text_in(path, f"chat.{name}_file").strip()
        if not found:
            raise PlainError(f"chat.{name} is missing; set it, or chat.{name}_file, as your Slack app's page shows it.")
        return found
