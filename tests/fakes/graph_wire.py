"""What the Graph stand-in says and hears: refusals as Graph words them, OData parameters, and TLS for the loopback."""

from __future__ import annotations

import atexit
import datetime as dt
import ipaddress
import json
import re
import shutil
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp


class RefusalError(Exception):
    """An answer with an error, as https://learn.microsoft.com/graph/errors describes it."""

    def __init__(self, status: int, code: str, message: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.reply = Reply(
            status,
            json.dumps(
                {
                    "error": {
                        "code": code,
                        "message": message or code,
                        "innerError": {"date": "2027-01-04T09:00:00", "request-id": "0", "client-request-id": "0"},
                    }
                }
            ).encode(),
            {"Content-Type": "application/json", **(headers or {})},
        )


@dataclass(frozen=True)
class Reply:
    """What goes back to the client."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Request:
    """What the client asked: path segments below /v1.0, OData and other parameters, headers in lower case, body."""

    method: str
    segments: tuple[str, ...]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    base: str = ""

    def preferences(self) -> list[str]:
        return [part.strip() for part in self.headers.get("prefer", "").split(",") if part.strip()]

    def page_size(self) -> int:
        for part in self.preferences():
            if part.startswith("odata.maxpagesize="):
                size = part.partition("=")[2]
                if not size.isdigit() or not 1 <= int(size) <= 1000:
                    raise RefusalError(400, "ErrorInvalidRequest", "odata.maxpagesize is not a number from 1 to 1000")
                return int(size)
        return 10

    def wants_immutable(self) -> bool:
        return 'IdType="ImmutableId"' in self.preferences()

    def json(self) -> dict[str, object]:
        if not self.headers.get("content-type", "").startswith("application/json"):
            raise RefusalError(415, "UnsupportedMediaType", "Content-Type must be application/json")
        try:
            value = json.loads(self.body)
        except ValueError:
            raise RefusalError(400, "BadRequest", "Unable to read JSON request payload.") from None
        if not isinstance(value, dict):
            raise RefusalError(400, "BadRequest", "Unable to read JSON request payload.")
        return value

    def only(self, *allowed: str) -> None:
        """Refuse parameters that the operation does not document."""
        for name in self.query:
            if name not in allowed:
                raise RefusalError(400, "BadRequest", f"Query option {name} is not allowed here.")

    def selected(self, known: frozenset[str]) -> list[str] | None:
        if "$select" not in self.query:
            return None
        names = self.query["$select"].split(",")
        for name in names:
            if name not in known:
                raise RefusalError(400, "RequestBroker--ParseUri", f"Could not find a property named '{name}'.")
        return names

    def top(self) -> int:
        text = self.query.get("$top", "10")
        if not text.isdigit() or not 1 <= int(text) <= 1000:
            raise RefusalError(400, "BadRequest", "$top is not a number from 1 to 1000")
        return int(text)


def tabled(value: Mapping[str, object], status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    kind = "application/json; odata.metadata=minimal; charset=utf-8"
    return Reply(status, json.dumps(value).encode(), {"Content-Type": kind, **(headers or {})})


_STRING = r"'((?:[^']|'')*)'"
_EQUALS = re.compile(rf"(\w+) eq {_STRING}")
_EXTENDED = re.compile(
    rf"singleValueExtendedProperties/[Aa]ny\((\w+): ?\1/id eq {_STRING}"
    rf" and (?:\1/value eq {_STRING}|startswith\(\1/value, ?{_STRING}\))\)"
)
_EXPANDED = re.compile(rf"singleValueExtendedProperties\(\$filter=id eq {_STRING}\)")


def equality(text: str, *names: str) -> tuple[str, str]:
    """The name and the value of a filter "name eq 'value'"; anything else is refused."""
    found = _EQUALS.fullmatch(text)
    if found is None or found[1] not in names:
        raise RefusalError(400, "BadRequest", f"Invalid filter clause: {text}")
    return found[1], found[2].replace("''", "'")


def extended_condition(text: str) -> tuple[str, Callable[[str], bool]]:
    """The id of an extended property in a filter, and what its value must be: capitals do not matter."""
    found = _EXTENDED.fullmatch(text)
    if found is None:
        raise RefusalError(400, "ErrorInvalidUrlQueryFilter", f"Invalid filter clause: {text}")
    wanted = (found[3] if found[3] is not None else found[4]).replace("''", "'").casefold()
    exact = found[3] is not None
    return found[2].replace(
        "''", "'"
    ), lambda value: value.casefold() == wanted if exact else value.casefold().startswith(wanted)


def expanded_property(text: str) -> str:
    """The id of the extended property to expand."""
    found = _EXPANDED.fullmatch(text)
    if found is None:
        raise RefusalError(400, "BadRequest", f"Invalid expand clause: {text}")
    return found[1].replace("''", "'")


@lru_cache(maxsize=1)
def tls_files() -> tuple[Path, Path]:
    """A certificate of its own for 127.0.0.1, and its key, as PEM files: made once a test run."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.x509.oid import NameOID

    folder = Path(mkdtemp(prefix="graph-tls-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "graph.example")])
    alternatives = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
        .add_extension(alternatives, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public_file, both_file = folder / "certificate.pem", folder / "both.pem"
    public_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    both_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + private)
    return public_file, both_file


def tls_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tls_files()[1])
    return context
