"""GetItem, FindItem and SyncFolderItems ([MS-OXWSCORE], [MS-OXWSSRCH], [MS-OXWSSYNC])."""

from __future__ import annotations

import base64

from tests.fakes.ews_answers import Service, Stumbled, each, page
from tests.fakes.ews_queries import of_item, passes
from tests.fakes.ews_shapes import asked_for, item_element
from tests.fakes.ews_store import EwsMailbox, Folder
from tests.fakes.ews_xml import (
    Element,
    Fault,
    M,
    Refusal,
    T,
    attribute,
    in_order,
    maybe,
    moment,
    one,
    refused,
    response,
    success,
    words,
)


class Reading(Service):
    """The operations that change nothing."""

    def get_item(self, body: Element, user: str) -> Element:
        in_order(body, "m:ItemShape!", "m:ItemIds!")
        uris, extended = asked_for(body, "m:ItemShape", listing=False)

        def found(element: Element) -> Element:
            _, item = self.item(element, user)
            if item.id in self.manners.stumbles_over:
                raise Stumbled
            if "item:MimeContent" in uris and item.id in self.manners.unreadable:
                raise Refusal(
                    "ErrorMimeContentConversionFailed", "Content conversion: Failed to generate MIME content."
                )
            return M("Items", item_element(item, uris, extended))

        return each("GetItem", one(body, "m:ItemIds"), found, M("Items"))

    def find_item(self, body: Element, user: str) -> Element:
        attribute(body, "Traversal", ("Shallow", "SoftDeleted", "Associated"))
        in_order(
            body, "m:ItemShape!", "m:IndexedPageItemView", "m:CalendarView", "m:Restriction", "m:SortOrder",
            "m:ParentFolderIds!", "m:QueryString",
        )  # fmt: skip
        uris, extended = asked_for(body, "m:ItemShape", listing=True)
        restriction = maybe(body, "m:Restriction")
        view = maybe(body, "m:CalendarView")

        def found(element: Element) -> Element:
            mailbox, folder = self.folder(element, user)
            items = [item for item in mailbox.in_folder(folder) if item.visible_after <= self.clock()]
            if view is not None:
                first, last = moment(attribute(view, "StartDate")), moment(attribute(view, "EndDate"))
                items = [item for item in items if item.start and item.end and item.start < last and item.end > first]
            if restriction is not None and not self.manners.ignores_restrictions:
                items = [item for item in items if passes(restriction, of_item(item))]
            return page(body, "m:IndexedPageItemView", "Items", [item_element(item, uris, extended) for item in items])

        return each("FindItem", one(body, "m:ParentFolderIds"), found)

    def sync(self, body: Element, user: str) -> Element:
        in_order(
            body, "m:ItemShape!", "m:SyncFolderId!", "m:SyncState", "m:Ignore", "m:MaxChangesReturned!", "m:SyncScope"
        )
        most = words(body, "m:MaxChangesReturned")
        if not most.isdigit() or not 1 <= int(most) <= 512:
            raise Fault("ErrorSchemaValidation", f"MaxChangesReturned is {most}.")
        try:
            uris, extended = asked_for(body, "m:ItemShape", listing=True)
            mailbox, folder = self.folder(one(body, "m:SyncFolderId")[0], user)
            since = _since(maybe(body, "m:SyncState"), folder)
        except Refusal as refusal:
            return response("SyncFolderItems", iter([refused("SyncFolderItems", refusal)]))
        changes = mailbox.changes_since(folder, since)
        taken = changes[: int(most)]
        reached = taken[-1][0] if len(taken) < len(changes) else mailbox.last_change
        shown = [_change(mailbox, what, item, uris, extended) for _, what, item in taken]
        state = base64.b64encode(f"{folder.id} {reached}".encode()).decode()
        answer = (
            M("SyncState", state),
            M("IncludesLastItemInRange", "true" if len(taken) == len(changes) else "false"),
            M("Changes", *shown),
        )
        return response("SyncFolderItems", iter([success("SyncFolderItems", *answer)]))


def _since(state: Element | None, folder: Folder) -> int:
    if state is None or not (state.text or "").strip():
        return 0
    try:
        folder_id, _, reached = base64.b64decode(state.text or "", validate=True).decode().partition(" ")
        if folder_id == folder.id:
            return int(reached)
    except ValueError:
        pass
    raise Refusal("ErrorInvalidSyncStateData", "Synchronization state data is corrupt or otherwise invalid.")


def _change(
    mailbox: EwsMailbox, what: str, item_id: str, uris: set[str], extended: list[tuple[str, str, str]]
) -> Element:
    if what == "Delete":
        return T("Delete", T("ItemId", Id=item_id, ChangeKey="AQ=="))
    return T(what, item_element(mailbox.item(item_id), uris, extended))
