"""How we sign in to Exchange: as an application with a secret or a certificate, or as a user with a password."""

from __future__ import annotations

import base64
import datetime as dt
import json
import uuid
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from exchangelib import BASIC, NTLM, OAUTH2, Credentials, OAuth2Credentials
from exchangelib.account import Identity
from exchangelib.errors import UnauthorizedError

from bot.errors import PlainError
from handlers.sections_exchange import ExchangeConnection

ONLINE = "https://outlook.office365.com/EWS/Exchange.asmx"
_AUTH_TYPES = {"oauth": OAUTH2, "basic": BASIC, "ntlm": NTLM}
_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class AppCredentials(OAuth2Credentials):
    """An application's own credentials, of which a token is got anew whenever the old one has run out.

    exchangelib would "refresh" it, which client credentials do not know (RFC 6749, 4.4.3): after an hour all ends.
    """

    def __init__(self, settings: ExchangeConnection, mailbox: str, endpoint: str) -> None:
        self._token_url = f"{settings.authority}/{settings.tenant_id}/oauth2/v2.0/token"
        self._scope = f"{urlsplit(endpoint).scheme}://{urlsplit(endpoint).netloc}/.default"
        self._certificate = settings.certificate_file
        super().__init__(
            client_id=settings.client_id,
            client_secret=None if settings.certificate_file else settings.the_client_secret(),
            tenant_id=settings.tenant_id,
            identity=Identity(primary_smtp_address=mailbox),
        )

    @property
    def token_url(self) -> str:
        """Where tokens are asked for."""
        return self._token_url

    @property
    def scope(self) -> list[str]:
        """All that the application has been granted on this server."""
        return [self._scope]

    def session_params(self) -> dict[str, object]:
        """No refreshing: a token that has run out ends in TokenExpiredError, and a new one is fetched."""
        return {"token": self.access_token}

    def on_token_auto_refreshed(self, access_token: dict[str, object]) -> None:
        """Keep a new token; one that has run out already would be replaced for ever, and is refused."""
        seconds = access_token.get("expires_in")
        if isinstance(seconds, int | float) and seconds <= 0:
            raise UnauthorizedError("the token has run out already")
        super().on_token_auto_refreshed(access_token)

    def token_params(self) -> dict[str, object]:
        """With a certificate, a claim signed by it takes the secret's place (RFC 7523)."""
        params: dict[str, object] = super().token_params()
        if self._certificate is None:
            return params
        claim = signed_claim(self._certificate, self.client_id, self._token_url, dt.datetime.now(dt.UTC))
        return {**params, "client_assertion_type": _ASSERTION, "client_assertion": claim}


def credentials_for(settings: ExchangeConnection, mailbox: str, endpoint: str) -> object:
    """Exchangelib's credentials for these settings; raises PlainError where something is missing."""
    if settings.sign_in != "oauth":
        if not settings.username:
            raise PlainError(f'username is missing; sign_in = "{settings.sign_in}" needs a user and a password.')
        return Credentials(settings.username, settings.the_password())
    missing = [name for name in ("tenant_id", "client_id") if not getattr(settings, name)]
    if missing:
        raise PlainError(f'{missing[0]} is missing; sign_in = "oauth" needs tenant_id and client_id.')
    if settings.access != "impersonation":
        raise PlainError(
            'access must be "impersonation" with sign_in = "oauth"; an application has no mailbox of its own.'
        )
    return AppCredentials(settings, mailbox, endpoint)


def auth_type_of(settings: ExchangeConnection) -> object:
    """Exchangelib's name for the way of signing in."""
    return _AUTH_TYPES[settings.sign_in]


def signed_claim(file: Path, client_id: str, audience: str, now: dt.datetime) -> str:
    """A JSON Web Token by which the application proves itself for ten minutes; raises PlainError."""
    try:
        pem = file.read_bytes()
        certificate = x509.load_pem_x509_certificate(pem)
        key = load_pem_private_key(pem, password=None)
    except OSError as error:
        raise PlainError(f"{file} cannot be read ({error.strerror}); certificate_file must name a PEM file.") from None
    except (ValueError, TypeError):
        raise PlainError(
            f"{file} holds no certificate with an unencrypted private key; certificate_file must name such a PEM file."
        ) from None
    if not isinstance(key, rsa.RSAPrivateKey):
        raise PlainError(f"The key in {file} is not an RSA key; make a certificate with an RSA key.")
    header = {"alg": "PS256", "typ": "JWT", "x5t#S256": _base64url(certificate.fingerprint(hashes.SHA256()))}
    claims = {
        "aud": audience,
        "iss": client_id,
        "sub": client_id,
        "jti": str(uuid.uuid4()),
        "nbf": int(now.timestamp()) - 60,
        "exp": int(now.timestamp()) + 600,
    }
    signed = ".".join(_base64url(json.dumps(part).encode()) for part in (header, claims))
    pss = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=hashes.SHA256.digest_size)
    return f"{signed}.{_base64url(key.sign(signed.encode(), pss, hashes.SHA256()))}"


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
