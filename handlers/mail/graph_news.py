"""What is new in a folder of a mailbox in Microsoft 365: rounds of delta queries (message: delta)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.ports import MailError
from handlers.mail.graph_folders import denied, place_in
from handlers.microsoft_graph import GraphClient, code_of

_PAGE = 100
_MOST_PAGES = 10_000
_FORGOTTEN = frozenset({"syncstatenotfound", "resyncrequired", "syncstateinvalid", "errorinvalidsyncstatedata"})


@dataclass(frozen=True, slots=True)
class Round:
    """What has changed since a cursor: the ids of mails, oldest first, and the next cursor."""

    ids: tuple[str, ...]
    cursor: str


class News:
    """Asks what is new in a mailbox, from where a cursor of ours says, or from the beginning.

    `mark` is the category on mails that are settled where they lie.
    """

    def __init__(self, client: GraphClient, mailbox: str, mark: str = "") -> None:
        self._client = client
        self._mailbox = mailbox
        self._mark = mark
        self._ahead: tuple[str | None, str] | None = None

    def since(self, cursor: str | None, folder: str) -> Round:
        """One round; all of the folder where the cursor is none of its own or forgotten.

        Raises MailError and GraphError.
        """
        known = self._ahead[1] if self._ahead is not None and self._ahead[0] == cursor else cursor
        link = _link_in(known, self._owner(folder))
        found = self._round(link, folder) if link is not None and self._client.owns(link) else None
        if found is None:
            first = place_in(self._mailbox, "mailFolders", folder, "messages", "delta")
            found = self._round(first, folder, {"$select": "id,receivedDateTime,categories"})
        if found is None:
            raise MailError(f"Microsoft 365 does not say what is new in {self._mailbox}; wait, it is tried again.")
        return found

    def nothing_in(self, cursor: str | None, found: Round) -> None:
        """Note that the round from that cursor held no mail: nothing carries its cursor, so it is kept here."""
        self._ahead = (cursor, found.cursor)

    def _round(self, link: str, folder: str, query: Mapping[str, str] | None = None) -> Round | None:
        """Follow the pages to their end; None where Graph has forgotten the cursor (410, or a sync state's code)."""
        received: dict[str, str] = {}
        for _ in range(_MOST_PAGES):
            answer = self._client.read(link, query, prefer=f"odata.maxpagesize={_PAGE}")
            if answer.status == 410 or code_of(answer).casefold() in _FORGOTTEN:
                return None
            page = answer.table()
            changes = page.get("value")
            if not answer.well or not isinstance(changes, list):
                raise denied(self._client, self._mailbox, "say what is new", answer)
            _note_changes(changes, received, self._mark)
            following, final = page.get("@odata.nextLink"), page.get("@odata.deltaLink")
            if isinstance(final, str):
                ids = sorted(received, key=lambda mail: received[mail])
                return Round(tuple(ids), json.dumps({"of": self._owner(folder), "delta": final}))
            if not isinstance(following, str) or following == link:
                break
            link, query = following, None
        raise MailError(f"Microsoft 365 lists the new mail of {self._mailbox} without an end; it is tried again.")

    def _owner(self, folder: str) -> str:
        return f"{self._mailbox}/{folder}"


def _link_in(cursor: str | None, owner: str) -> str | None:
    """The delta link in a cursor of ours, None for that of another mailbox, folder or transport."""
    try:
        value = json.loads(cursor or "null")
    except ValueError:
        return None
    link = value.get("delta") if isinstance(value, dict) and value.get("of") == owner else None
    return link if isinstance(link, str) else None


def _note_changes(page: list[object], received: dict[str, str], mark: str) -> None:
    """Take a page into what is known: one may come several times, and may be gone again later in the round."""
    for mail in page:
        if not isinstance(mail, dict) or not isinstance(mail.get("id"), str):
            continue
        categories = mail.get("categories")
        if "@removed" in mail or (mark and isinstance(categories, list) and mark in categories):
            received.pop(mail["id"], None)
            continue
        when = mail.get("receivedDateTime")
        received[mail["id"]] = when if isinstance(when, str) else received.get(mail["id"], "")
