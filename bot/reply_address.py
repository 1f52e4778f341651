"""A reply address for each offer, `visits+vs-0421-1-KEY@…`, where the mailbox takes plus addresses (RFC 5233).

The key is an HMAC (RFC 2104, SHA-256, 100 bits) under the database's own secret: nobody can make one for another visit,
and none has to be stored.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass

_KEY_CHARACTERS = 20
_TAG = re.compile(r"(vs-\d{1,12})-(\d{1,4})-([a-z2-7]{20})")


@dataclass(frozen=True, slots=True)
class Addressed:
    """What a reply address says: the visit, and the offer whose option numbers count."""

    reference: str
    offer: int


def reply_address(our_address: str, addressed: Addressed, secret: str) -> str:
    """The address for answers to that offer."""
    local, _, domain = our_address.rpartition("@")
    return f"{local}+{addressed.reference.lower()}-{addressed.offer}-{_key(addressed, secret)}@{domain}"


def read_reply_address(address: str, our_address: str, secret: str) -> Addressed | None:
    """What an address of ours says; None for any other address, and for a key that is not ours."""
    local, _, domain = our_address.lower().rpartition("@")
    its_local, _, its_domain = address.lower().rpartition("@")
    name, _, tag = its_local.partition("+")
    found = _TAG.fullmatch(tag)
    if (name, its_domain) != (local, domain) or found is None:
        return None
    addressed = Addressed(found[1].upper(), int(found[2]))
    return addressed if hmac.compare_digest(found[3], _key(addressed, secret)) else None


def _key(addressed: Addressed, secret: str) -> str:
    digest = hmac.digest(secret.encode(), f"{addressed.reference}/{addressed.offer}".encode(), hashlib.sha256)
    return base64.b32encode(digest).decode().lower()[:_KEY_CHARACTERS]
