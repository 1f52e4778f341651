"""What an Exchange stand-in holds: mailboxes with folders and items, and who may do what."""

from __future__ import annotations

import base64
import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.fakes.ews_xml import Refusal

STANDARD = {
    "root": ("", "Root", ""),
    "msgfolderroot": ("root", "Top of Information Store", ""),
    "inbox": ("msgfolderroot", "Inbox", "IPF.Note"),
    "sentitems": ("msgfolderroot", "Sent Items", "IPF.Note"),
    "drafts": ("msgfolderroot", "Drafts", "IPF.Note"),
    "outbox": ("msgfolderroot", "Outbox", "IPF.Note"),
    "deleteditems": ("msgfolderroot", "Deleted Items", "IPF.Note"),
    "calendar": ("msgfolderroot", "Calendar", "IPF.Appointment"),
}
"""Distinguished folders: parent, name, class ([MS-OXWSFOLD])."""

Extended = tuple[str, str, str]
"""What names an extended property: its set, its name, its type."""


@dataclass(frozen=True)
class Item:
    """One item; `values` are its properties by field URI, `start` and `end` those of a calendar item."""

    id: str
    kind: str
    folder: str
    change: int
    born: int
    mime: bytes = b""
    received: dt.datetime | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    visible_after: float = 0
    values: dict[str, str] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    extended: dict[Extended, str] = field(default_factory=dict)

    @property
    def change_key(self) -> str:
        return base64.b64encode(f"change {self.change}".encode()).decode()


@dataclass
class Folder:
    id: str
    parent: str
    name: str
    kind: str
    distinguished: str = ""
    gone: list[tuple[int, int, str]] = field(default_factory=list)


class EwsMailbox:
    """One mailbox: `access` are those who may do all in it, `readers` may look; `free_busy` shows all its times."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.access: set[str] = set()
        self.readers: set[str] = set()
        self.free_busy = True
        self.folders: dict[str, Folder] = {}
        self.items: dict[str, Item] = {}
        self._numbers = itertools.count(1)
        self._changes = itertools.count(1)
        self.last_change = 0
        for name, (parent, shown, kind) in STANDARD.items():
            above = self.distinguished(parent).id if parent else ""
            self._add_folder(above, shown, kind, name)

    def distinguished(self, name: str) -> Folder:
        found = next((folder for folder in self.folders.values() if folder.distinguished == name), None)
        if found is None:
            raise Refusal("ErrorFolderNotFound", "The specified folder could not be found in the store.")
        return found

    def folder(self, folder_id: str) -> Folder:
        if folder_id not in self.folders:
            raise Refusal("ErrorItemNotFound", "The specified object was not found in the store.")
        return self.folders[folder_id]

    def create_folder(self, parent: Folder, name: str, kind: str) -> Folder:
        if any(one.parent == parent.id and one.name.lower() == name.lower() for one in self.folders.values()):
            raise Refusal("ErrorFolderExists", "A folder with the specified name already exists.")
        return self._add_folder(parent.id, name, kind)

    def _add_folder(self, parent: str, name: str, kind: str, distinguished: str = "") -> Folder:
        folder = Folder(self._new_id("F"), parent, name, kind, distinguished)
        self.folders[folder.id] = folder
        return folder

    def children(self, parent: Folder, deep: bool) -> Iterator[Folder]:
        for folder in list(self.folders.values()):
            if folder.parent == parent.id:
                yield folder
                if deep:
                    yield from self.children(folder, deep)

    def _new_id(self, kind: str) -> str:
        return base64.b64encode(f"{self.address}/{kind}/{next(self._numbers):08}".encode()).decode()

    def _next_change(self) -> int:
        self.last_change = next(self._changes)
        return self.last_change

    def add(self, folder: Folder, kind: str, **properties: object) -> Item:
        change = self._next_change()
        item = Item(self._new_id("I"), kind, folder.id, change, change, **properties)  # type: ignore[arg-type]
        self.items[item.id] = item
        return item

    def item(self, item_id: str) -> Item:
        if item_id not in self.items:
            raise Refusal("ErrorItemNotFound", "The specified object was not found in the store.")
        return self.items[item_id]

    def change(self, item: Item, **properties: object) -> Item:
        changed = replace(item, change=self._next_change(), **properties)  # type: ignore[arg-type]
        self.items[item.id] = changed
        return changed

    def remove(self, item: Item) -> None:
        del self.items[item.id]
        self.folders[item.folder].gone.append((self._next_change(), item.born, item.id))

    def move(self, item: Item, folder: Folder) -> Item:
        """In another folder an item has another id."""
        self.remove(item)
        change = self._next_change()
        moved = replace(item, id=self._new_id("I"), folder=folder.id, change=change, born=change)
        self.items[moved.id] = moved
        return moved

    def in_folder(self, folder: Folder) -> list[Item]:
        return [item for item in self.items.values() if item.folder == folder.id]

    def changes_since(self, folder: Folder, since: int) -> list[tuple[int, str, str]]:
        """What has changed in a folder since then, oldest first: when, Create, Update or Delete, and which item."""
        changes = [
            (item.change, "Create" if item.born > since else "Update", item.id)
            for item in self.in_folder(folder)
            if item.change > since
        ]
        changes += [(at, "Delete", item) for at, born, item in folder.gone if born <= since < at]
        return sorted(changes)


class EwsStore:
    """Every mailbox of the organisation; `impersonators` are the users and apps that may act as anybody in it."""

    def __init__(self, *addresses: str) -> None:
        self.mailboxes = {address: EwsMailbox(address) for address in addresses}
        self.impersonators: set[str] = set()
        self.sent: list[bytes] = []

    def mailbox(self, address: str, user: str, *, write: bool = False) -> EwsMailbox:
        """The mailbox of that address, if that user may open it, or write in it."""
        mailbox = self.mailboxes.get(address.lower())
        if mailbox is None:
            raise Refusal("ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.")
        if user not in {mailbox.address, *mailbox.access, *(() if write else mailbox.readers)}:
            raise Refusal("ErrorAccessDenied", "Access is denied. Check credentials and try again.")
        return mailbox

    def holding(self, object_id: str, user: str, *, write: bool = False) -> EwsMailbox:
        """The mailbox that an item or folder of that id belongs to, if that user may open it, or write in it."""
        try:
            address, _, _ = base64.b64decode(object_id, validate=True).decode().partition("/")
        except ValueError:
            raise Refusal("ErrorInvalidIdMalformed", "Id is malformed.") from None
        if address not in self.mailboxes:
            raise Refusal("ErrorInvalidIdMalformed", "Id is malformed.")
        return self.mailbox(address, user, write=write)
