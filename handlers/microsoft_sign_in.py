"""Signs in to Microsoft 365 as an application (OAuth 2.0 client credentials, RFC 6749 section 4.4), with msal."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bot.errors import PlainError
from handlers.http_line import Answer, HttpLine, TooLargeError, seconds_to_wait

if TYPE_CHECKING:
    from msal import ConfidentialClientApplication

LOGIN_URL = "https://login.microsoftonline.com"
GRAPH_URL = "https://graph.microsoft.com"
MISSING = "Microsoft 365 needs packages that are not installed; run `make full` or install visitbot[graph]."
_LARGEST = 1_000_000
_CAUSES = {
    7000215: "the client secret is wrong: copy its value (not its ID) into {section}.client_secret",
    7000222: "the client secret has expired: make a new one in Entra ID and set {section}.client_secret",
    7000216: "no secret and no certificate came with it: set {section}.client_secret or {section}.certificate_file",
    700016: "the tenant knows no application of that id: correct {section}.client_id or {section}.tenant_id",
    700027: "the certificate is not the application's: upload it in Entra ID, or correct {section}.certificate_file",
    700024: "this machine's clock is wrong: let it be set from the network",
    90002: "there is no such tenant: correct {section}.tenant_id",
    900023: "there is no such tenant: correct {section}.tenant_id",
    7000112: "the application is disabled: enable it in Entra ID",
    7000229: "the application has no service principal in the tenant: let an administrator consent to it",
    53003: "Conditional Access blocks it: let this machine's address through for the application",
    500011: "the tenant does not know Microsoft Graph at that address: correct {section}.graph_url",
}
"""What Entra ID's numbers (AADSTS…) mean for the administrator; after Microsoft's list of error codes."""


@dataclass(frozen=True, slots=True)
class Access:
    """Who we are to Microsoft 365: a secret, or a certificate with its private key (PEM text), and where to ask.

    `section` is the table of the configuration that the settings stand in, for sentences.
    """

    tenant_id: str
    client_id: str
    secret: str = field(default="", repr=False)
    certificate: str = field(default="", repr=False)
    login_url: str = LOGIN_URL
    graph_url: str = GRAPH_URL
    ca_file: Path | None = None
    section: str = "mail"


class SignInError(Exception):
    """No token was given; the message is a sentence for people. `seconds` is how long to wait, 0 where not said."""

    def __init__(self, sentence: str, seconds: float = 0) -> None:
        super().__init__(sentence)
        self.seconds = seconds


class SignIn:
    """Gets tokens, keeps the last in memory only, and lets go of it when told. Usable from several threads."""

    def __init__(self, access: Access, line: HttpLine) -> None:
        self._access = access
        self._transport = _Transport(line)
        self._lock = threading.Lock()
        self._application: ConfidentialClientApplication | None = None

    def token(self) -> str:
        """A token that is valid for some minutes more. Raises SignInError, NoAnswerError; PlainError without msal."""
        with self._lock:
            result = self._asked()
        token = result.get("access_token")
        if isinstance(token, str) and token:
            return token
        raise SignInError(f"Microsoft 365 lets us not sign in; {self._cause(result)}.")

    def forget(self) -> None:
        """Ask for a fresh token the next time, as when the last was rejected."""
        with self._lock:
            if self._application is not None:
                self._application.remove_tokens_for_client()

    def _asked(self) -> Mapping[str, object]:
        try:
            from msal.exceptions import MsalError
        except ImportError:
            raise PlainError(MISSING) from None
        out_of_order = "Microsoft 365's sign-in is out of order at the moment; wait, it is tried again."
        try:
            if self._application is None:
                self._application = self._opened()
            result = self._application.acquire_token_for_client(scopes=[f"{self._access.graph_url}/.default"])
        except (MsalError, TooLargeError):
            raise SignInError(out_of_order, self._transport.seconds) from None
        except ValueError:
            if self._application is not None:
                raise SignInError(out_of_order, self._transport.seconds) from None
            section = self._access.section
            raise SignInError(
                f"{self._access.login_url} knows no tenant {self._access.tenant_id};"
                f" correct {section}.tenant_id or {section}.login_url."
            ) from None
        return result if isinstance(result, dict) else {}

    def _opened(self) -> ConfidentialClientApplication:
        from msal import ConfidentialClientApplication

        access = self._access
        return ConfidentialClientApplication(
            access.client_id,
            authority=f"{access.login_url}/{access.tenant_id}",
            client_credential=_credential(access),
            http_client=self._transport,
            instance_discovery=False,  # a national cloud's address is the administrator's word
        )

    def _cause(self, result: Mapping[str, object]) -> str:
        numbers = result.get("error_codes")
        for number in numbers if isinstance(numbers, list) else []:
            if number in _CAUSES:
                return _CAUSES[number].format(section=self._access.section)
        error = re.sub(r"[^\w .-]", "", str(result.get("error", "unknown")))[:60]
        shown = f" (AADSTS{numbers[0]})" if isinstance(numbers, list) and numbers else ""
        return f"it says {error}{shown}: check the application in Entra ID"


def _credential(access: Access) -> str | dict[str, str]:
    """As msal wants it. Raises SignInError for a certificate that cannot be used, before msal logs it at length."""
    if not access.certificate:
        return access.secret
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key
    from cryptography.x509 import load_pem_x509_certificate

    pem = access.certificate.encode()
    try:
        load_pem_x509_certificate(pem)
        fits = isinstance(load_pem_private_key(pem, None), RSAPrivateKey)
    except (ValueError, TypeError):
        fits = False
    if not fits:
        raise SignInError(
            f"{access.section}.certificate_file cannot be used;"
            " it must hold a certificate and its RSA private key, without a password, as PEM."
        )
    return {"private_key": access.certificate, "public_certificate": access.certificate}


class _Transport:
    """What msal asks through, in place of a library of its own (its `http_client`): our line, with its bounds."""

    def __init__(self, line: HttpLine) -> None:
        self._line = line
        self.seconds = 0.0

    def get(
        self, url: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None, **_: object
    ) -> _Response:
        return self._ask("GET", f"{url}?{urlencode(params)}" if params else url, headers, None)

    def post(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | str | None = None,
        headers: Mapping[str, str] | None = None,
        **_: object,
    ) -> _Response:
        content = data if isinstance(data, str) else urlencode(data or {})
        form = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._ask("POST", f"{url}?{urlencode(params)}" if params else url, form, content.encode())

    def close(self) -> None:
        """Nothing: the line belongs to somebody else."""

    def _ask(self, method: str, url: str, headers: Mapping[str, str] | None, content: bytes | None) -> _Response:
        answer = self._line.ask(method, url, headers=headers, content=content, limit=_LARGEST)
        self.seconds = seconds_to_wait(answer)
        return _Response(answer)


class _Response:
    """An answer in the shape that msal expects."""

    def __init__(self, answer: Answer) -> None:
        self.status_code = answer.status
        self.headers = answer.headers
        self.text = answer.body.decode("utf-8", "replace")

    def raise_for_status(self) -> None:
        """Raise what msal takes for a refusal."""
        if self.status_code >= 400:
            raise ValueError(f"status {self.status_code}")
