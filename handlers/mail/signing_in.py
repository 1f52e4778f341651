"""How the bot proves who it is: a password or a token (RFC 6749), from the settings, a file or a token server."""

from __future__ import annotations

import json
import ssl
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from pydantic import SecretStr

from bot.errors import PlainError
from bot.ports import MailPostponedError
from handlers.files_named import text_in
from handlers.sections_imap import ImapMailSettings, OAuthSettings

_MARGIN = 60
_LARGEST_ANSWER = 1_000_000
_USUAL_LIFE = 300


class Credentials:
    """The name and the secret of the mailbox. A secret is read when it is needed, and never shown."""

    def __init__(self, settings: ImapMailSettings) -> None:
        self.name = settings.login_name
        self.uses_token = settings.oauth is not None
        self._settings = settings
        self._lock = threading.Lock()
        self._token = ""
        self._good_until = 0.0
        self._rotated = ""

    def __repr__(self) -> str:
        return f"Credentials({self.name!r})"

    def secret(self) -> str:
        """The password, or an access token that is still good; raises MailPostponedError."""
        oauth = self._settings.oauth
        if oauth is None:
            return _secret("mail.password", self._settings.password, self._settings.password_file)
        with self._lock:
            if time.monotonic() >= self._good_until:
                self._renew(oauth)
            return self._token

    def forget(self) -> None:
        """Ask for a new token next time: the server did not want this one."""
        self._good_until = 0.0

    def _renew(self, oauth: OAuthSettings) -> None:
        answer = _asked(oauth, self._form(oauth), tls_context(self._settings), self._settings.timeout_seconds)
        token, life, rotated = (answer.get(key) for key in ("access_token", "expires_in", "refresh_token"))
        if not isinstance(token, str) or not _sendable(token):
            raise MailPostponedError(f"{oauth.token_url} gave no access_token; check mail.oauth.")
        self._token = token
        self._good_until = time.monotonic() + (life if isinstance(life, int) else _USUAL_LIFE) - _MARGIN
        if isinstance(rotated, str) and _sendable(rotated):
            self._rotated = rotated

    def _form(self, oauth: OAuthSettings) -> dict[str, str]:
        form = {"client_id": oauth.client_id}
        if oauth.client_secret or oauth.client_secret_file:
            form["client_secret"] = _secret("mail.oauth.client_secret", oauth.client_secret, oauth.client_secret_file)
        if oauth.scope:
            form["scope"] = oauth.scope
        if not (oauth.refresh_token or oauth.refresh_token_file):
            return form | {"grant_type": "client_credentials"}
        own = self._rotated or _secret("mail.oauth.refresh_token", oauth.refresh_token, oauth.refresh_token_file)
        return form | {"grant_type": "refresh_token", "refresh_token": own}


def tls_context(settings: ImapMailSettings) -> ssl.SSLContext:
    """Certificates are checked against the machine's authorities, and those of `ca_file`; raises MailPostponedError."""
    context = ssl.create_default_context()
    if settings.ca_file is not None:
        try:
            context.load_verify_locations(settings.ca_file)
        except (OSError, ssl.SSLError) as error:
            raise MailPostponedError(
                f"{settings.ca_file} cannot be used as certificates ({error.strerror or 'not PEM'}); "
                "correct mail.ca_file."
            ) from None
    return context


def xoauth2(name: str, token: str) -> str:
    """The first and only word of XOAUTH2, before base64."""
    return f"user={name}\1auth=Bearer {token}\1\1"


def _secret(setting: str, value: SecretStr | None, file: Path | None) -> str:
    if value is None and file is None:
        raise MailPostponedError(f"{setting} is missing; set it, or {setting}_file.")
    text = value.get_secret_value() if value is not None else ""
    if file is not None:
        try:
            text = text_in(file, f"{setting}_file")
        except PlainError as error:
            raise MailPostponedError(str(error)) from None
    if not _sendable(text):
        raise MailPostponedError(f"{setting} is empty or holds characters that are not ASCII; choose another.")
    return text


def _sendable(text: str) -> bool:
    return bool(text) and text.isascii() and text.isprintable()


def _asked(oauth: OAuthSettings, form: dict[str, str], context: ssl.SSLContext, seconds: float) -> dict[str, object]:
    """What the token server answers; its words are not repeated, as they may hold what was sent."""
    request = urllib.request.Request(  # noqa: S310  the settings let only https through, and http to this machine
        oauth.token_url, data=urllib.parse.urlencode(form).encode("ascii"), headers={"Accept": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=seconds, context=context) as answer:  # noqa: S310  as above
            found = json.loads(answer.read(_LARGEST_ANSWER))
    except urllib.error.HTTPError as error:
        with error:
            raise MailPostponedError(
                f"{oauth.token_url} refused a token ({error.code}{_reason(error)}); "
                "check client_id, the secret and scope in mail.oauth."
            ) from None
    except ValueError:
        raise MailPostponedError(f"{oauth.token_url} is no token server; correct mail.oauth.token_url.") from None
    except OSError as error:
        reason = getattr(error, "reason", error)
        raise MailPostponedError(
            f"{oauth.token_url} could not be reached ({reason}); check mail.oauth.token_url and the network."
        ) from None
    return found if isinstance(found, dict) else {}


def _reason(error: urllib.error.HTTPError) -> str:
    """The code of an OAuth error (RFC 6749, 5.2), such as ": invalid_client"."""
    try:
        code = json.loads(error.read(_LARGEST_ANSWER))["error"]
    except (ValueError, KeyError, TypeError, OSError):
        return ""
    known = ("invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "invalid_scope")
    return f": {code}" if code in known else ""
