"""The settings of Microsoft 365 through Microsoft Graph, and of calendar feeds.

Secrets come from the configuration, the environment or a file of their own; they never show in a message.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from bot.errors import PlainError
from handlers.files_named import NamedFile, text_in
from handlers.microsoft_sign_in import GRAPH_URL, LOGIN_URL, Access
from handlers.sections import ConnectedDiary, Email, Line, MailSettings, Whole

_ORIGIN = r"^https://[^\s/@]+$"
_FILES = ("client_secret_file", "certificate_file", "ca_file")
_SCHEMES = ("https", "http", "webcal", "webcals", "file")


def _feed_address(value: SecretStr) -> SecretStr:
    text = value.get_secret_value()
    scheme, sign, rest = text.partition("://")
    if not text.strip() or not text.isprintable() or (sign and (scheme.casefold() not in _SCHEMES or not rest)):
        raise ValueError("not an address")
    return value


FilePath = NamedFile | None
FeedAddress = Annotated[SecretStr, AfterValidator(_feed_address)]


class GraphConnection(BaseModel):
    """How to sign in to Microsoft 365 as an application; what belongs together is checked when it is first used."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tenant_id: str = Field(default="", pattern=r"^[\w.-]*$", description="the directory (tenant) id of Microsoft 365")
    client_id: str = Field(default="", pattern=r"^[\w.-]*$", description="the application (client) id")
    client_secret: SecretStr = Field(default=SecretStr(""), repr=False, description="the application's secret")
    client_secret_file: FilePath = Field(default=None, description="a file that holds the application's secret")
    certificate_file: FilePath = Field(
        default=None, description="a PEM file that holds the application's certificate and its RSA private key"
    )
    ca_file: FilePath = Field(
        default=None, description="a PEM file with certificate authorities to trust beside the usual ones"
    )
    login_url: str = Field(
        default=LOGIN_URL, pattern=_ORIGIN, description=f'where tokens come from, such as "{LOGIN_URL}"'
    )
    graph_url: str = Field(default=GRAPH_URL, pattern=_ORIGIN, description=f'where Graph is, such as "{GRAPH_URL}"')

    def resolved(self, folder: Path) -> Self:
        """The same with every relative path made absolute from `folder`."""
        found = {name: getattr(self, name) for name in _FILES}
        return self.model_copy(update={name: folder / path for name, path in found.items() if path is not None})

    def access(self, section: str) -> Access:
        """Who we are to Microsoft 365; raises PlainError where it is not said. `section` is our table's name."""
        for name in ("tenant_id", "client_id"):
            if not getattr(self, name):
                raise PlainError(f"{section}.{name} is missing; copy it from the application's page in Entra ID.")
        certificate = text_in(self.certificate_file, f"{section}.certificate_file") if self.certificate_file else ""
        secret = self.client_secret.get_secret_value()
        if not secret and self.client_secret_file:
            secret = text_in(self.client_secret_file, f"{section}.client_secret_file").strip()
        if not secret and not certificate:
            raise PlainError(
                f"Nothing says how to sign in to Microsoft 365; set {section}.client_secret,"
                f" {section}.client_secret_file or {section}.certificate_file."
            )
        return Access(
            tenant_id=self.tenant_id,
            client_id=self.client_id,
            secret=secret,
            certificate=certificate,
            login_url=self.login_url,
            graph_url=self.graph_url,
            ca_file=self.ca_file,
            section=section,
        )


class GraphMailSettings(MailSettings, GraphConnection):
    """The team's mailbox in Microsoft 365; `mailbox` only where it is not the address that schools write to."""

    transport: Literal["graph"] = Field(default="graph", description='"graph"')
    mailbox: Email | None = Field(
        default=None, description='the mailbox\'s own address such as "visits@council.example"'
    )
    folder: Line = Field(
        default="Inbox",
        description='"Inbox", or the path of a folder such as "Inbox/Visits" where a rule puts our mail',
    )
    handled: Literal["move", "mark"] = Field(default="move", description='"move" or "mark"')
    handled_name: Line = Field(
        default="Visit Bot handled", description="the folder that handled mail moves to, or the category that marks it"
    )
    sent_patience_seconds: Whole = Field(
        default=5, ge=0, le=300, description="how long a look for a sent mail waits for it to show, from 0 to 300"
    )

    @property
    def box(self) -> str:
        """The address of the mailbox that is opened."""
        return self.mailbox or self.address


class GraphDiarySettings(GraphConnection, ConnectedDiary):
    """The advisers' diaries in Microsoft 365; where no sign-in is said, the mailbox's is used."""

    kind: Literal["graph"] = Field(default="graph", description='"graph"')
    mailbox: Email | None = Field(
        default=None, description="the address of the mailbox that asks for free time, the bot's own if not said"
    )

    def asks_as(self, mail: MailSettings) -> tuple[Access, str]:
        """How to sign in, and the mailbox that asks; raises PlainError where neither section says it."""
        box = self.mailbox or (mail.box if isinstance(mail, GraphMailSettings) else mail.address)
        if not self.client_id and isinstance(mail, GraphMailSettings):
            return mail.access("mail"), box
        return self.access("diary"), box


class FeedDiarySettings(BaseModel):
    """The advisers' diaries as calendar feeds, by email; an adviser without one is free as far as is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["feed"] = Field(default="feed", description='"feed"')
    feeds: dict[Email, FeedAddress] = Field(
        default={},
        repr=False,
        description='a table of addresses or files by email, such as "priya@council.example" = "https://…/calendar.ics"',
    )
    ca_file: FilePath = Field(
        default=None, description="a PEM file with certificate authorities to trust beside the usual ones"
    )

    def resolved(self, folder: Path) -> Self:
        """The same with every relative path made absolute from `folder`."""
        places = {adviser: _absolute(address, folder) for adviser, address in self.feeds.items()}
        ca_file = folder / self.ca_file if self.ca_file is not None else None
        return self.model_copy(update={"feeds": places, "ca_file": ca_file})

    def addresses(self) -> dict[str, str]:
        """Where each adviser's feed is: secrets."""
        return {adviser: address.get_secret_value() for adviser, address in self.feeds.items()}


def _absolute(address: SecretStr, folder: Path) -> SecretStr:
    text = address.get_secret_value()
    return address if "://" in text else SecretStr(str(folder / text))
