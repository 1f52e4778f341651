"""The settings of an Exchange server: how to reach it and sign in, and what the mailbox and the diaries need.

Passwords and secrets come from the configuration, the environment or a file of their own; they never show in a message.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from bot.errors import PlainError
from handlers.files_named import NamedFile, text_in
from handlers.sections import ConnectedDiary, Line, MailSettings, Whole

_HTTPS = r"^(https://[^\s/]+/\S*|http://(127\.0\.0\.1|localhost)(:\d+)?/\S*)?$"
_AUTHORITY = r"^(https://[^\s/]+|http://(127\.0\.0\.1|localhost)(:\d+)?)$"
_FILES = ("password_file", "client_secret_file", "certificate_file", "ca_file")


FilePath = NamedFile | None


class ExchangeConnection(BaseModel):
    """How to reach an Exchange server and sign in to it; what belongs together is checked when it is first used."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    endpoint: str = Field(
        default="",
        pattern=_HTTPS,
        description='the address of the service such as "https://mail.council.example/EWS/Exchange.asmx", '
        "or nothing to have it discovered",
    )
    sign_in: Literal["oauth", "basic", "ntlm"] = Field(default="oauth", description='"oauth", "basic" or "ntlm"')
    access: Literal["impersonation", "delegate"] = Field(
        default="impersonation", description='"impersonation" or "delegate"'
    )
    username: str = Field(default="", description=r'a user such as "COUNCIL\visits" or "visits@council.example"')
    password: SecretStr = Field(default=SecretStr(""), repr=False, description="the user's password")
    password_file: FilePath = Field(default=None, description="a file that holds the password")
    tenant_id: str = Field(
        default="", pattern=r"^[\w.-]*$", description="the directory (tenant) id of your Microsoft 365"
    )
    client_id: str = Field(default="", pattern=r"^[\w.-]*$", description="the application (client) id")
    client_secret: SecretStr = Field(default=SecretStr(""), repr=False, description="the application's secret")
    client_secret_file: FilePath = Field(default=None, description="a file that holds the application's secret")
    certificate_file: FilePath = Field(
        default=None, description="a PEM file that holds the application's certificate and its private key"
    )
    authority: str = Field(
        default="https://login.microsoftonline.com",
        pattern=_AUTHORITY,
        description='where tokens come from, such as "https://login.microsoftonline.com"',
    )
    ca_file: FilePath = Field(
        default=None, description="a file with the certificates (PEM) of your own authority, where the server has one"
    )
    timeout_seconds: Whole = Field(default=60, ge=1, le=600, description="a whole number from 1 to 600")

    def resolved(self, folder: Path) -> Self:
        """The same with every relative path made absolute from `folder`."""
        found = {name: getattr(self, name) for name in _FILES}
        return self.model_copy(update={name: folder / path for name, path in found.items() if path is not None})

    def the_password(self) -> str:
        """The user's password; raises PlainError where there is none."""
        return _secret("password", self.password, self.password_file)

    def the_client_secret(self) -> str:
        """The application's secret; raises PlainError where there is none."""
        return _secret("client_secret", self.client_secret, self.client_secret_file)


class ExchangeMailSettings(MailSettings, ExchangeConnection):
    """The team's mailbox on an Exchange server."""

    transport: Literal["exchange"] = Field(default="exchange", description='"exchange"')
    folder: Line = Field(
        default="inbox",
        description='"inbox", or the path of a folder such as "Inbox/Visits" where a rule puts our mail',
    )
    handled: Literal["move", "mark"] = Field(default="move", description='"move" or "mark"')
    handled_name: Line = Field(
        default="Visit Bot handled", description="the folder that handled mail moves to, or the category that marks it"
    )
    sent_patience_seconds: Whole = Field(
        default=5, ge=0, le=300, description="how long a sent mail may take to show in Sent Items, from 0 to 300"
    )


class ExchangeDiarySettings(ExchangeConnection, ConnectedDiary):
    """The advisers' diaries on an Exchange server; where no sign-in is said, the mailbox's is used."""

    kind: Literal["exchange"] = Field(default="exchange", description='"exchange"')

    def connection(self, mail: MailSettings) -> ExchangeConnection:
        """How to sign in for the diaries; raises PlainError where neither section says it."""
        if self.client_id or self.username:
            return self
        if isinstance(mail, ExchangeMailSettings):
            return mail
        raise PlainError("[diary] says nothing about how to sign in; set diary.client_id or diary.username.")


def _secret(name: str, said: SecretStr, file: Path | None) -> str:
    if said.get_secret_value():
        return said.get_secret_value()
    if file is None:
        raise PlainError(f"{name} is missing; set it, or {name}_file, in the section that names the Exchange server.")
    return text_in(file, f"{name}_file").strip()
