"""The table [mail] where `transport = "imap"`: IMAP to read and to keep what was sent, SMTP to send."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationInfo, field_validator

from handlers.files_named import NamedFile
from handlers.sections import Line, MailSettings, Whole

Security = Literal["tls", "starttls", "plain"]
_SECURITY = '"tls", "starttls", or "plain" for a server on this machine'
_PORTS = {("imap", "tls"): 993, ("imap", "starttls"): 143, ("imap", "plain"): 143}
_PORTS |= {("smtp", "tls"): 465, ("smtp", "starttls"): 587, ("smtp", "plain"): 25}
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_PORT = "a port from 1 to 65535, or 0 for the usual one"


def _host(value: str) -> str:
    if not value.isascii() or not value.isprintable() or any(sign in value for sign in " /@"):
        raise ValueError("not the name of a server")
    return value


Host = Annotated[str, AfterValidator(_host)]
File = NamedFile


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Server(_Table):
    host: Host
    port: Whole = Field(default=0, ge=0, le=65535, description=_PORT)
    security: Security

    @field_validator("security", check_fields=False)
    @classmethod
    def _not_over_an_open_line(cls, value: Security, info: ValidationInfo) -> Security:
        if value == "plain" and info.data.get("host") not in _THIS_MACHINE:
            raise ValueError("without TLS, the password and every mail could be read on the way")
        return value


class ImapServerSettings(_Server):
    """Where the mailbox is."""

    host: Host = Field(min_length=1, description='the name of the IMAP server, such as "imap.council.example"')
    security: Security = Field(default="tls", description=_SECURITY)

    @property
    def real_port(self) -> int:
        """The port, the usual one where none was set."""
        return self.port or _PORTS["imap", self.security]


class SmtpServerSettings(_Server):
    """Where mail is handed in. `login = false` for a relay that knows this machine by its address."""

    host: Host = Field(min_length=1, description='the name of the SMTP server, such as "smtp.council.example"')
    security: Security = Field(default="starttls", description=_SECURITY)
    login: bool = Field(default=True, description="true, or false where the server asks for no login")

    @property
    def real_port(self) -> int:
        """The port, the usual one where none was set."""
        return self.port or _PORTS["smtp", self.security]


class FolderSettings(_Table):
    """The folders of the mailbox, as the server names them (some want "INBOX." in front)."""

    inbox: Line = Field(default="INBOX", description="the folder that letters come into")
    handled: Line = Field(default="Visit Bot handled", description="the folder that letters are moved to once stored")
    sent: Line = Field(default="Sent", description="the folder that holds what was sent")
    sending: Line = Field(
        default="Visit Bot sending", description="the folder that holds a mail while its sending is not confirmed"
    )


class OAuthSettings(_Table):
    """Signing in with a token (XOAUTH2) in the place of a password.

    With a refresh token, that is what the access token is asked with (RFC 6749, 6); else the client's own credentials
    are (RFC 6749, 4.4). A secret may be kept in a file.
    """

    token_url: Annotated[str, Field(pattern=r"^(https://|http://127\.0\.0\.1[:/]|http://localhost[:/])[!-~]+$")] = (
        Field(description='the address that gives out tokens, such as "https://login.council.example/token"')
    )
    client_id: Line = Field(description="the id of the application, as the administrator registered it")
    client_secret: SecretStr | None = Field(default=None, repr=False, description="the application's secret")
    client_secret_file: File | None = Field(default=None, description="a file that holds the application's secret")
    scope: str = Field(default="", pattern=r"^[ -~]*$", description="what the token is for, words apart by spaces")
    refresh_token: SecretStr | None = Field(default=None, repr=False, description="a refresh token")
    refresh_token_file: File | None = Field(default=None, description="a file that holds a refresh token")


class ImapMailSettings(MailSettings):
    """Any mail server by IMAP and SMTP, TLS on and its certificate checked unless it is on this machine."""

    transport: Literal["imap"] = Field(default="imap", description='"imap"')
    imap: ImapServerSettings = Field(description='a table [mail.imap] with at least host = "…"')
    smtp: SmtpServerSettings = Field(description='a table [mail.smtp] with at least host = "…"')
    folders: FolderSettings = Field(default=FolderSettings(), description="a table [mail.folders]")
    username: str = Field(default="", pattern=r"^[ -~]*$", description="the mailbox's login name, if not its address")
    password: SecretStr | None = Field(
        default=None, repr=False, description="the password; better in password_file or the environment"
    )
    password_file: File | None = Field(default=None, description="a file that holds the password")
    oauth: OAuthSettings | None = Field(
        default=None,
        repr=False,
        validate_default=True,
        description="a table [mail.oauth] if, and only if, neither password nor password_file is set",
    )
    ca_file: File | None = Field(
        default=None, description="a file with the certificates (PEM) of your own authority, where the server has one"
    )
    settle: Literal["move", "seen"] = Field(
        default="move", description='"move", or "seen" to leave letters in the inbox and mark them as read'
    )
    save_sent: bool = Field(
        default=True, description="true, or false where the server itself puts what is sent into the Sent folder"
    )
    timeout_seconds: Whole = Field(default=60, ge=1, le=600, description="a whole number from 1 to 600")

    @field_validator("oauth")
    @classmethod
    def _one_way_in(cls, value: OAuthSettings | None, info: ValidationInfo) -> OAuthSettings | None:
        ways = (value, info.data.get("password"), info.data.get("password_file"))
        if sum(way is not None for way in ways) != 1:
            raise ValueError("not one way to sign in")
        return value

    @property
    def login_name(self) -> str:
        """The name to sign in with."""
        return self.username or self.address

    def resolved(self, folder: Path) -> Self:
        """The same with every relative path made absolute from `folder`."""
        own = {name: folder / path for name in ("password_file", "ca_file") if (path := getattr(self, name))}
        if self.oauth is not None:
            files = ("client_secret_file", "refresh_token_file")
            oauth = {name: folder / path for name in files if (path := getattr(self.oauth, name))}
            own["oauth"] = self.oauth.model_copy(update=oauth)
        return self.model_copy(update=own)
