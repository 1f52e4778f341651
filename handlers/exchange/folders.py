"""Folders that have no name in the protocol: found by their path below the mailbox's top, made where they may be."""

from __future__ import annotations

from exchangelib import Account
from exchangelib.errors import ErrorFolderExists, ErrorFolderNotFound
from exchangelib.folders import BaseFolder, Messages
from exchangelib.properties import FolderId

from handlers.exchange.mail_calls import distinguished


class Folders:
    """The folders of one mailbox; each is looked for once."""

    def __init__(self, mailbox: str) -> None:
        self._mailbox = mailbox
        self._found: dict[str, FolderId] = {}

    def own(self, name: str) -> FolderId:
        """A folder that every mailbox has, by its name in the protocol; nothing is asked for it."""
        return distinguished(name, self._mailbox)

    def get(self, account: Account, path: str, *, create: bool = False) -> FolderId:
        """The folder of that path; raises ErrorFolderNotFound where there is none and none is to be made."""
        if path.casefold() == "inbox":
            return self.own("inbox")
        if path not in self._found:
            self._found[path] = folder_of(account, path, create=create)
        return self._found[path]

    def forget(self, path: str) -> None:
        """Look for it again when it is next needed."""
        self._found.pop(path, None)


def folder_of(account: Account, path: str, *, create: bool = False) -> FolderId:
    """The folder of a path such as "Inbox/Visits"; the first part may be the inbox under any of its names.

    Raises ErrorFolderNotFound where there is none and none is to be made.
    """
    first, *rest = [part.strip() for part in path.split("/") if part.strip()]
    if first.casefold() == "inbox":
        folder: BaseFolder = account.inbox
    else:
        folder = _below(account.msg_folder_root, first, create)
    for name in rest:
        folder = _below(folder, name, create)
    return FolderId(id=folder.id)


def _below(parent: BaseFolder, name: str, create: bool) -> BaseFolder:
    try:
        return parent // name
    except ErrorFolderNotFound:
        if not create:
            raise
    made = Messages(parent=parent, name=name)
    try:
        made.save()
    except ErrorFolderExists:
        return parent // name  # somebody made it in the meantime
    return made
