"""Message-IDs (RFC 5322, section 3.6.4): the one a mail came with, and the one that a mail of ours must have."""

from __future__ import annotations

import hashlib
import re

_MESSAGE_ID = re.compile(
    rb"^message-id:[ \t]*(?:\r?\n[ \t]+)?(<[!-;=?-~\x80-\xff]{1,900}>)", re.IGNORECASE | re.MULTILINE
)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_LARGEST_HEADERS = 1_000_000


def message_id_in(raw: bytes) -> str:
    """The Message-ID in the headers of a mail, brackets included, else one made from the mail's bytes."""
    head = raw[:_LARGEST_HEADERS]
    end = _END_OF_HEADERS.search(head)
    found = _MESSAGE_ID.search(head, 0, end.start() if end else len(head))
    return found[1].decode("latin-1") if found else f"<{hashlib.sha256(raw).hexdigest()}@no-message-id>"


def message_id_for(key: str, installation: str, domain: str) -> str:
    """The Message-ID of our mail of that key: always the same, so that a send of unknown outcome can be looked up.

    `installation` is a database's own secret: two databases at work on one mailbox never make the same one.
    """
    digest = hashlib.sha256(f"{installation}\n{key}".encode()).hexdigest()[:32]
    return f"<visit.{digest}@{domain}>"
