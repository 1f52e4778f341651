"""Mail is stored as it came, before anybody thinks about it; only then is it marked as taken in the mailbox."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from bot.message_ids import message_id_in
from bot.ports import FetchedMail
from handlers.parts import Parts

CURSOR = "inbox"
BATCH_MAILS = 20
BATCH_BYTES = 20_000_000


def take_in(parts: Parts, now: dt.datetime) -> int:
    """Store every mail of the inbox; how many were new. Raises MailError; what is stored by then stays stored."""
    with parts.store.read() as records:
        cursor = records.cursor(CURSOR)
    return sum(_store(parts, batch, now) for batch in _batches(parts.mailbox.fetch(cursor)))


def _batches(mails: Iterable[FetchedMail]) -> Iterator[list[FetchedMail]]:
    """A few mails at a time: one commit for each would be slow, all at once would fill the memory."""
    batch: list[FetchedMail] = []
    size = 0
    for mail in mails:
        batch.append(mail)
        size += len(mail.raw)
        if len(batch) >= BATCH_MAILS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _store(parts: Parts, batch: list[FetchedMail], now: dt.datetime) -> int:
    new = 0
    with parts.store.write() as records:
        for mail in batch:
            stored = records.add_letter(message_id_in(mail.raw), mail.raw, now, mail.source_id)
            new += stored is not None
        if batch[-1].cursor is not None:
            records.save_cursor(CURSOR, batch[-1].cursor)
    for mail in batch:
        parts.mailbox.settle(mail.source_id)
    return new
