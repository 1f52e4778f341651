"""GetFolder, FindFolder and CreateFolder ([MS-OXWSFOLD])."""

from __future__ import annotations

from tests.fakes.ews_answers import Service, each, page
from tests.fakes.ews_queries import of_folder, passes
from tests.fakes.ews_shapes import asked_for, folder_element
from tests.fakes.ews_store import EwsMailbox, Folder
from tests.fakes.ews_xml import (
    Element,
    M,
    attribute,
    in_order,
    maybe,
    one,
    words,
)


class Folders(Service):
    """The operations on folders."""

    def get_folder(self, body: Element, user: str) -> Element:
        in_order(body, "m:FolderShape!", "m:FolderIds!")
        uris, _ = asked_for(body, "m:FolderShape", listing=False)

        def found(element: Element) -> Element:
            return M("Folders", self._shown(*self.folder(element, user), uris, user))

        return each("GetFolder", one(body, "m:FolderIds"), found, M("Folders"))

    def find_folder(self, body: Element, user: str) -> Element:
        depth = attribute(body, "Traversal", ("Shallow", "Deep", "SoftDeleted"))
        in_order(body, "m:FolderShape!", "m:IndexedPageFolderView", "m:Restriction", "m:ParentFolderIds!")
        asked_for(body, "m:FolderShape", listing=True)
        restriction = maybe(body, "m:Restriction")

        def found(element: Element) -> Element:
            mailbox, parent = self.folder(element, user)
            folders = [
                folder
                for folder in mailbox.children(parent, deep=depth == "Deep")
                if restriction is None or passes(restriction, of_folder(folder))
            ]
            return page(body, "m:IndexedPageFolderView", "Folders", [folder_element(mailbox, one_) for one_ in folders])

        return each("FindFolder", one(body, "m:ParentFolderIds"), found)

    def create_folder(self, body: Element, user: str) -> Element:
        in_order(body, "m:ParentFolderId!", "m:Folders!")
        mailbox, parent = self.folder(one(body, "m:ParentFolderId")[0], user, write=True)

        def made(element: Element) -> Element:
            kind = maybe(element, "t:FolderClass")
            name = words(element, "t:DisplayName")
            folder = mailbox.create_folder(parent, name, (kind.text or "") if kind is not None else "IPF.Note")
            return M("Folders", folder_element(mailbox, folder))

        return each("CreateFolder", one(body, "m:Folders"), made, M("Folders"))

    def _shown(self, mailbox: EwsMailbox, folder: Folder, uris: set[str], user: str) -> Element:
        rights = user in {mailbox.address, *mailbox.access} if "folder:EffectiveRights" in uris else None
        return folder_element(mailbox, folder, rights)
