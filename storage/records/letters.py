"""Every email that ever came, stored before anybody thinks about it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from bot.model import Action, Kind, LetterState, ReasonCode, Understanding
from storage.codec import decode, encode
from storage.records.base import TeamRecords, among, own, same
from storage.stored import StoredLetter
from storage.tables import LETTER

_FIELDS = (
    "id", "message_id", "received", "source_id", "state", "sender", "subject", "reference", "offer", "kind", "action",
    "reason_code", "reason", "rule", "understanding", "error",
)  # fmt: skip
_COLUMNS = [LETTER.c[name] for name in _FIELDS]
_IN_ORDER = sa.select(*_COLUMNS).where(own(LETTER)).order_by(LETTER.c.id)
_ONE = sa.select(*_COLUMNS).where(own(LETTER), same(LETTER.c.id))
_WHOLE = _ONE.add_columns(LETTER.c.raw)
_IDS = sa.select(LETTER.c.id).where(own(LETTER), same(LETTER.c.state)).order_by(LETTER.c.id)
_KNOWN = sa.select(LETTER.c.message_id, LETTER.c.content_hash).where(own(LETTER), among(LETTER.c.message_id))
_COUNTS = sa.select(LETTER.c.state, sa.func.count()).where(own(LETTER)).group_by(LETTER.c.state)
_ENUMS = {"state": LetterState, "kind": Kind, "action": Action, "reason_code": ReasonCode}

_TRACE = frozenset(
    b"received x-received return-path delivered-to x-original-to envelope-to x-envelope-to delivery-date".split()
)
"""Headers that each delivery of the same mail writes anew (RFC 5321, 4.4, and common programs)."""


class LetterRecords(TeamRecords):
    """The letters of the team."""

    def add_letter(self, message_id: str, raw: bytes, received: dt.datetime, source_id: str) -> int | None:
        """Store a mail as it came; its id, or None where it is stored already.

        A different mail under a Message-ID that is taken, or one without any, is stored under an id made from its
        content: nothing is lost because somebody repeats an id.
        """
        content_hash = hash_of_content(raw)
        own_id = f"<{content_hash}@made.invalid>"
        rows = self._ask(_KNOWN, these_message_id=[message_id, own_id])
        known = {taken: content for taken, content in rows}  # noqa: C416 - rows are no pairs to mypy
        if content_hash in known.values():
            return None
        row = {
            "message_id": own_id if not message_id or message_id in known else message_id,
            "content_hash": content_hash,
            "raw": raw,
            "received": received,
            "source_id": source_id,
            "state": LetterState.NEW.value,
            **dict.fromkeys(("sender", "subject", "reference", "reason", "rule", "error"), ""),
        }
        return self._insert_one(LETTER, row)

    def letter_ids(self, state: LetterState) -> list[int]:
        """Ids of the letters in that state, in the order in which they came."""
        return list(self._ask(_IDS, the_state=state.value).scalars())

    def letter(self, letter_id: int, *, whole: bool = True) -> StoredLetter | None:
        """One letter; with its bytes, unless it is not wanted whole."""
        row = self._ask(_WHOLE if whole else _ONE, the_id=letter_id).one_or_none()
        return None if row is None else _letter(row[: len(_FIELDS)], row[-1] if whole else b"")

    def letters(self, state: LetterState | None = None, reference: str | None = None) -> list[StoredLetter]:
        """Letters without their bytes, in the order in which they came: all, of one state, or of one visit."""
        query, values = _IN_ORDER, {"the_state": state, "the_reference": reference}
        if state is not None:
            query = query.where(same(LETTER.c.state))
        if reference is not None:
            query = query.where(same(LETTER.c.reference))
        return [_letter(row, b"") for row in self._ask(query, **values)]

    def letter_counts(self) -> dict[LetterState, int]:
        """How many letters are in each state; states without any are absent."""
        return {LetterState(state): count for state, count in self._ask(_COUNTS)}

    def save_letter(self, letter: StoredLetter) -> None:
        """Note what was made of a letter. What came (bytes, Message-ID, moment, source) is never changed."""
        values = {
            "state": letter.state.value,
            "sender": letter.sender,
            "subject": letter.subject,
            "reference": letter.reference,
            "offer": letter.offer,
            "kind": letter.kind.value if letter.kind else None,
            "action": letter.action.value if letter.action else None,
            "reason_code": letter.reason_code.value if letter.reason_code else None,
            "reason": letter.reason,
            "rule": letter.rule,
            "understanding": encode(letter.understanding) if letter.understanding else None,
            "error": letter.error,
        }
        self._update_one(LETTER, {"id": letter.id}, values)


def hash_of_content(raw: bytes) -> str:
    """A digest (SHA-256, hex) that two deliveries of one mail share: line ends and trace headers do not count."""
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    kept: list[bytes] = []
    tracing = False
    for line in head.split(b"\n"):
        if line[:1] not in (b" ", b"\t"):
            tracing = line.partition(b":")[0].strip().lower() in _TRACE
        if not tracing:
            kept.append(line)
    return hashlib.sha256(b"\n".join(kept) + b"\n\n" + body.rstrip(b"\n")).hexdigest()


def _letter(row: Sequence[Any], raw: bytes) -> StoredLetter:
    values = dict(zip(_FIELDS, row, strict=True))
    for name, enum in _ENUMS.items():
        values[name] = None if values[name] is None else enum(values[name])
    if values["understanding"] is not None:
        values["understanding"] = decode(Understanding, values["understanding"])
    return StoredLetter(raw=raw, **values)
