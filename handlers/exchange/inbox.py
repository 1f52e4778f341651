"""What waits in the folder that we read: listed to its end first, then read a few mails at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handlers.exchange.folders import Folders
from handlers.exchange.mail_calls import GONE, Changes, Found, changes_since, raw_mails
from handlers.exchange.server import ExchangeServer
from handlers.exchange.troubles import Kind, Trouble
from handlers.sections_exchange import ExchangeMailSettings

BATCH_MAILS = 20
BATCH_BYTES = 4_000_000
MOST_PAGES = 2_000
"""So many pages of changes are a server that does not know its own end."""

_PERHAPS_THE_STATE = frozenset({Kind.STALE, Kind.ODD})
_PERHAPS_ONE_MAIL = frozenset({Kind.LOST, Kind.ODD, Kind.BUSY})


class Inbox:
    """The folder `settings.folder`. Every method raises Trouble."""

    def __init__(self, server: ExchangeServer, settings: ExchangeMailSettings, folders: Folders) -> None:
        self._server = server
        self._settings = settings
        self._address = settings.address
        self._folders = folders

    def waiting(self, state: str | None) -> tuple[list[Found], str]:
        """The mails that came since that state, oldest first, and the state after them.

        A state that the server no longer knows begins anew, as None does; so does one that it stumbles over, which may
        be that of another server.
        """
        try:
            return self._changed(state)
        except Trouble as trouble:
            if state is None or trouble.kind not in _PERHAPS_THE_STATE:
                raise
        return self._changed(None)

    def _changed(self, state: str | None) -> tuple[list[Found], str]:
        found: dict[str, Found] = {}
        for _ in range(MOST_PAGES):
            page = self._server.ask(partial(self._page, state), self._address)
            found.update((mail.id, mail) for mail in page.mails if self._settings.handled_name not in mail.categories)
            state = page.state
            if page.last:
                # Times are told to the second: within one, the order of the server's list stands.
                return sorted(found.values(), key=lambda mail: mail.received), page.state
        raise Trouble(Kind.ODD, f"Exchange does not come to an end of {self._settings.folder}; ask its administrator.")

    def _page(self, state: str | None) -> Changes:
        account = self._server.account(self._address)
        return changes_since(account, self._folders.get(account, self._settings.folder), state)

    def read(self, mails: list[Found]) -> Iterator[tuple[str, bytes | Exception | None]]:
        """The bytes of each mail, or why there are none, or None for one that somebody has moved away meanwhile.

        One mail over which the server stumbles is left; two in a row, and it is the server.
        """
        before: bytes | Exception = b""
        for batch in _batches(mails):
            for source_id, raw in self._raws([mail.id for mail in batch]):
                if isinstance(raw, Trouble) and isinstance(before, Trouble):
                    raise raw
                before = raw
                yield source_id, None if isinstance(raw, GONE) else raw

    def _raws(self, ids: list[str]) -> Iterator[tuple[str, bytes | Exception]]:
        """All together, or one by one where the server stumbles over one of them."""
        try:
            raws = self._server.ask(lambda: raw_mails(self._server.account(self._address), ids), self._address)
        except Trouble as trouble:
            if trouble.seconds or trouble.kind not in _PERHAPS_ONE_MAIL:
                raise
            raws = [trouble]
        if len(raws) == len(ids):
            yield from zip(ids, raws, strict=True)
            return
        for one in ids:
            yield from self._raws([one])


def _batches(mails: list[Found]) -> Iterator[list[Found]]:
    """A few mails at a time, a large one or one of unknown size alone: all at once would fill the memory."""
    batch: list[Found] = []
    size = 0
    for mail in mails:
        weight = mail.size or BATCH_BYTES
        if batch and (len(batch) >= BATCH_MAILS or size + weight > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(mail)
        size += weight
    if batch:
        yield batch
