"""The operations of the Exchange stand-in: what each asks, what it does to the store, what it answers."""

from __future__ import annotations

import base64
import datetime as dt
import email.parser
import email.policy
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tests.fakes.ews_queries import of_folder, of_item, passes
from tests.fakes.ews_shapes import asked_for, extended_uri, field_uri, folder_element, item_element, properties_in
from tests.fakes.ews_store import EwsMailbox, EwsStore, Folder, Item
from tests.fakes.ews_times import availability
from tests.fakes.ews_xml import (
    Element,
    Fault,
    M,
    Refusal,
    Request,
    T,
    attribute,
    in_order,
    local,
    maybe,
    moment,
    one,
    refused,
    response,
    success,
    whole_number,
    words,
)

LARGEST_MAIL = 36_000_000
_DROPPED = re.compile(rb"^(?:auto-submitted|x-[\w-]+):.*\r?\n(?:[ \t].*\r?\n)*", re.IGNORECASE | re.MULTILINE)


@dataclass
class Manners:
    """How this server differs from the best of its kind."""

    without_time_zones: bool = False
    drops_headers: bool = False
    merged_only: bool = False
    sent_items_lag: float = 0
    unreadable: set[str] = field(default_factory=set)


class Operations:
    """The service: `answer` carries out one request as that user."""

    def __init__(self, store: EwsStore, manners: Manners, clock: Callable[[], float]) -> None:
        self.store = store
        self.manners = manners
        self._clock = clock
        self._known: dict[str, Callable[[Element, str], Element]] = {
            "ConvertId": self._convert_id,
            "CreateFolder": self._create_folder,
            "CreateItem": self._create_item,
            "DeleteItem": self._delete_item,
            "FindFolder": self._find_folder,
            "FindItem": self._find_item,
            "GetFolder": self._get_folder,
            "GetItem": self._get_item,
            "GetServerTimeZones": self._time_zones,
            "GetUserAvailabilityRequest": self._availability,
            "MoveItem": self._move_item,
            "ResolveNames": self._resolve_names,
            "SendItem": self._send_item,
            "SyncFolderItems": self._sync,
            "UpdateItem": self._update_item,
        }

    def answer(self, request: Request, user: str) -> Element:
        """The body of the answer; raises Fault."""
        if request.operation not in self._known or (
            request.operation == "GetServerTimeZones" and self.manners.without_time_zones
        ):
            raise Fault("ErrorInvalidOperation", f"{request.operation} is not an operation of this server.")
        acting_as = user
        if request.acting_as is not None:
            if user not in self.store.impersonators:
                raise Fault("ErrorImpersonateUserDenied", "The account does not have permission to impersonate.")
            if request.acting_as not in self.store.mailboxes:
                raise Fault("ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.")
            acting_as = request.acting_as
        return self._known[request.operation](request.body, acting_as)

    # --- folders -----------------------------------------------------------------------------------------------------

    def _folder(self, element: Element, user: str) -> tuple[EwsMailbox, Folder]:
        """The folder that a FolderId or DistinguishedFolderId names."""
        name = attribute(element, "Id")
        if local(element) == "DistinguishedFolderId":
            owner = maybe(element, "t:Mailbox")
            address = words(owner, "t:EmailAddress") if owner is not None else user
            mailbox = self.store.mailbox(address, user)
            return mailbox, mailbox.distinguished(name)
        if local(element) != "FolderId":
            raise Fault("ErrorSchemaValidation", f"{element.tag} names no folder.")
        mailbox = self.store.holding(name, user)
        return mailbox, mailbox.folder(name)

    def _get_folder(self, body: Element, user: str) -> Element:
        in_order(body, "m:FolderShape!", "m:FolderIds!")
        asked_for(body, "m:FolderShape", listing=False)

        def found(element: Element) -> Element:
            return M("Folders", folder_element(*self._folder(element, user)))

        return _each("GetFolder", one(body, "m:FolderIds"), found, M("Folders"))

    def _find_folder(self, body: Element, user: str) -> Element:
        depth = attribute(body, "Traversal", ("Shallow", "Deep", "SoftDeleted"))
        in_order(body, "m:FolderShape!", "m:IndexedPageFolderView", "m:Restriction", "m:ParentFolderIds!")
        asked_for(body, "m:FolderShape", listing=True)
        restriction = maybe(body, "m:Restriction")

        def found(element: Element) -> Element:
            mailbox, parent = self._folder(element, user)
            folders = [
                folder
                for folder in mailbox.children(parent, deep=depth == "Deep")
                if restriction is None or passes(restriction, of_folder(folder))
            ]
            return _page(
                body, "m:IndexedPageFolderView", "Folders", [folder_element(mailbox, one_) for one_ in folders]
            )

        return _each("FindFolder", one(body, "m:ParentFolderIds"), found)

    def _create_folder(self, body: Element, user: str) -> Element:
        in_order(body, "m:ParentFolderId!", "m:Folders!")
        mailbox, parent = self._folder(one(body, "m:ParentFolderId")[0], user)

        def made(element: Element) -> Element:
            kind = maybe(element, "t:FolderClass")
            name = words(element, "t:DisplayName")
            folder = mailbox.create_folder(parent, name, (kind.text or "") if kind is not None else "IPF.Note")
            return M("Folders", folder_element(mailbox, folder))

        return _each("CreateFolder", one(body, "m:Folders"), made, M("Folders"))

    # --- reading -----------------------------------------------------------------------------------------------------

    def _item(self, element: Element, user: str) -> tuple[EwsMailbox, Item]:
        if local(element) != "ItemId":
            raise Fault("ErrorSchemaValidation", f"{element.tag} names no item.")
        mailbox = self.store.holding(attribute(element, "Id"), user)
        return mailbox, mailbox.item(attribute(element, "Id"))

    def _get_item(self, body: Element, user: str) -> Element:
        in_order(body, "m:ItemShape!", "m:ItemIds!")
        uris, extended = asked_for(body, "m:ItemShape", listing=False)

        def found(element: Element) -> Element:
            _, item = self._item(element, user)
            if "item:MimeContent" in uris and item.id in self.manners.unreadable:
                raise Refusal(
                    "ErrorMimeContentConversionFailed", "Content conversion: Failed to generate MIME content."
                )
            return M("Items", item_element(item, uris, extended))

        return _each("GetItem", one(body, "m:ItemIds"), found, M("Items"))

    def _find_item(self, body: Element, user: str) -> Element:
        attribute(body, "Traversal", ("Shallow", "SoftDeleted", "Associated"))
        in_order(
            body, "m:ItemShape!", "m:IndexedPageItemView", "m:CalendarView", "m:Restriction", "m:SortOrder",
            "m:ParentFolderIds!", "m:QueryString",
        )  # fmt: skip
        uris, extended = asked_for(body, "m:ItemShape", listing=True)
        restriction = maybe(body, "m:Restriction")
        view = maybe(body, "m:CalendarView")

        def found(element: Element) -> Element:
            mailbox, folder = self._folder(element, user)
            items = [item for item in mailbox.in_folder(folder) if item.visible_after <= self._clock()]
            if view is not None:
                first, last = moment(attribute(view, "StartDate")), moment(attribute(view, "EndDate"))
                items = [item for item in items if item.start and item.end and item.start < last and item.end > first]
            items = [item for item in items if restriction is None or passes(restriction, of_item(item))]
            return _page(body, "m:IndexedPageItemView", "Items", [item_element(item, uris, extended) for item in items])

        return _each("FindItem", one(body, "m:ParentFolderIds"), found)

    def _sync(self, body: Element, user: str) -> Element:
        in_order(
            body, "m:ItemShape!", "m:SyncFolderId!", "m:SyncState", "m:Ignore", "m:MaxChangesReturned!", "m:SyncScope"
        )
        most = words(body, "m:MaxChangesReturned")
        if not most.isdigit() or not 1 <= int(most) <= 512:
            raise Fault("ErrorSchemaValidation", f"MaxChangesReturned is {most}.")
        uris, extended = asked_for(body, "m:ItemShape", listing=True)
        try:
            mailbox, folder = self._folder(one(body, "m:SyncFolderId")[0], user)
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

    # --- writing -----------------------------------------------------------------------------------------------------

    def _create_item(self, body: Element, user: str) -> Element:
        in_order(body, "m:SavedItemFolderId", "m:Items!")
        saved_in = maybe(body, "m:SavedItemFolderId")

        def made(element: Element) -> Element:
            default = "calendar" if local(element) == "CalendarItem" else "sentitems"
            if saved_in is not None:
                mailbox, folder = self._folder(saved_in[0], user)
            else:
                mailbox = self.store.mailbox(user, user)
                folder = mailbox.distinguished(default)
            if local(element) == "CalendarItem":
                return self._create_event(body, element, mailbox, folder)
            if local(element) != "Message":
                raise Fault("ErrorSchemaValidation", f"{element.tag} cannot be made here.")
            return self._create_message(body, element, mailbox, folder)

        return _each("CreateItem", one(body, "m:Items"), made, M("Items"))

    def _create_event(self, body: Element, element: Element, mailbox: EwsMailbox, folder: Folder) -> Element:
        if body.get("SendMeetingInvitations") is None:
            raise Refusal("ErrorSendMeetingInvitationsRequired", "SendMeetingInvitations is required.")
        attribute(body, "SendMeetingInvitations", ("SendToNone", "SendOnlyToAll", "SendToAllAndSaveCopy"))
        found = properties_in(element)
        if found.get("start") is None or found.get("end") is None or found["end"] <= found["start"]:
            raise Refusal("ErrorCalendarEndDateIsEarlierThanStartDate", "The event ends before it begins.")
        found["values"] = {
            "calendar:LegacyFreeBusyStatus": "Busy",
            "calendar:IsAllDayEvent": "false",
            **found["values"],
        }
        item = mailbox.add(folder, "CalendarItem", **found)
        return M("Items", T("CalendarItem", T("ItemId", Id=item.id, ChangeKey=item.change_key)))

    def _create_message(self, body: Element, element: Element, mailbox: EwsMailbox, folder: Folder) -> Element:
        if body.get("MessageDisposition") is None:
            raise Refusal("ErrorMessageDispositionRequired", "MessageDisposition is required.")
        disposition = attribute(body, "MessageDisposition", ("SaveOnly", "SendOnly", "SendAndSaveCopy"))
        found = properties_in(element)
        if len(found.get("mime", b"")) > LARGEST_MAIL:
            raise Refusal("ErrorMessageSizeExceeded", "The message exceeds the maximum supported size.")
        found["mime"] = _DROPPED.sub(b"", found["mime"]) if self.manners.drops_headers else found["mime"]
        if disposition == "SaveOnly":
            item = mailbox.add(folder, "Message", **found)
            return M("Items", T("Message", T("ItemId", Id=item.id, ChangeKey=item.change_key)))
        self._send(found["mime"])
        if disposition == "SendAndSaveCopy":
            mailbox.add(folder, "Message", visible_after=self._clock() + self.manners.sent_items_lag, **found)
        return M("Items")

    def _send(self, mime: bytes) -> None:
        head = email.parser.BytesHeaderParser(policy=email.policy.default).parsebytes(mime)
        people = [
            address for name in ("To", "Cc", "Bcc") for line in head.get_all(name, []) for address in line.addresses
        ]
        if not people:
            raise Refusal("ErrorInvalidRecipients", "At least one recipient isn't valid.")
        if any(not address.domain or "." not in address.domain for address in people):
            raise Refusal("ErrorInvalidRecipients", "At least one recipient isn't valid.")
        self.store.sent.append(mime)

    def _send_item(self, body: Element, user: str) -> Element:
        saved = attribute(body, "SaveItemToFolder", ("true", "false"))
        in_order(body, "m:ItemIds!", "m:SavedItemFolderId")

        def sent(element: Element) -> None:
            mailbox, item = self._item(element, user)
            self._send(item.mime)
            if saved == "true":
                mailbox.move(item, mailbox.distinguished("sentitems"))
            else:
                mailbox.remove(item)

        return _each("SendItem", one(body, "m:ItemIds"), sent)

    def _update_item(self, body: Element, user: str) -> Element:
        attribute(body, "ConflictResolution", ("NeverOverwrite", "AutoResolve", "AlwaysOverwrite"))
        in_order(body, "m:SavedItemFolderId", "m:ItemChanges!")

        def updated(change: Element) -> Element:
            in_order(change, "t:ItemId!", "t:Updates!")
            mailbox, item = self._item(change[0], user)
            if item.kind == "CalendarItem" and body.get("SendMeetingInvitationsOrCancellations") is None:
                raise Refusal("ErrorSendMeetingInvitationsOrCancellationsRequired", "The attribute is required.")
            for update in one(change, "t:Updates"):
                item = _updated(mailbox, item, update)
            return M("Items", T(item.kind, T("ItemId", Id=item.id, ChangeKey=item.change_key)))

        return _each("UpdateItem", one(body, "m:ItemChanges"), updated, M("Items"))

    def _move_item(self, body: Element, user: str) -> Element:
        in_order(body, "m:ToFolderId!", "m:ItemIds!", "m:ReturnNewItemIds")

        def moved(element: Element) -> Element:
            _, folder = self._folder(one(body, "m:ToFolderId")[0], user)
            mailbox, item = self._item(element, user)
            new = mailbox.move(item, folder)
            return M("Items", T(new.kind, T("ItemId", Id=new.id, ChangeKey=new.change_key)))

        return _each("MoveItem", one(body, "m:ItemIds"), moved, M("Items"))

    def _delete_item(self, body: Element, user: str) -> Element:
        how = attribute(body, "DeleteType", ("HardDelete", "SoftDelete", "MoveToDeletedItems"))
        in_order(body, "m:ItemIds!")

        def deleted(element: Element) -> None:
            mailbox, item = self._item(element, user)
            if item.kind == "CalendarItem" and body.get("SendMeetingCancellations") is None:
                raise Refusal("ErrorSendMeetingCancellationsRequired", "SendMeetingCancellations is required.")
            if how == "MoveToDeletedItems":
                mailbox.move(item, mailbox.distinguished("deleteditems"))
            else:
                mailbox.remove(item)

        return _each("DeleteItem", one(body, "m:ItemIds"), deleted)

    # --- the rest ----------------------------------------------------------------------------------------------------

    def _availability(self, body: Element, user: str) -> Element:
        return availability(self.store, user, body, merged_only=self.manners.merged_only)

    def _convert_id(self, body: Element, _user: str) -> Element:
        attribute(body, "DestinationFormat")
        in_order(body, "m:SourceIds!")

        def converted(_element: Element) -> None:
            raise Refusal("ErrorInvalidIdMalformed", "Id is malformed.")

        return _each("ConvertId", one(body, "m:SourceIds"), converted)

    def _resolve_names(self, body: Element, _user: str) -> Element:
        attribute(body, "ReturnFullContactData", ("true", "false"))
        in_order(body, "m:ParentFolderIds", "m:UnresolvedEntry!")
        entry = words(body, "m:UnresolvedEntry").lower().removeprefix("smtp:")
        found = [address for address in self.store.mailboxes if address.startswith(entry)]
        if not found:
            refusal = Refusal("ErrorNameResolutionNoResults", "No results were found.")
            return response("ResolveNames", iter([refused("ResolveNames", refusal)]))
        people = [
            T("Resolution", T("Mailbox", T("Name", one_), T("EmailAddress", one_), T("RoutingType", "SMTP"),
                              T("MailboxType", "Mailbox")))
            for one_ in found
        ]  # fmt: skip
        shown = M("ResolutionSet", *people, TotalItemsInView=str(len(people)), IncludesLastItemInRange="true")
        return response("ResolveNames", iter([success("ResolveNames", shown)]))

    def _time_zones(self, body: Element, _user: str) -> Element:
        in_order(body, "m:Ids")
        zone = T("TimeZoneDefinition", Name="(UTC+00:00) Dublin, Edinburgh, Lisbon, London", Id="GMT Standard Time")
        return response("GetServerTimeZones", iter([success("GetServerTimeZones", M("TimeZoneDefinitions", zone))]))


def _each(
    operation: str, elements: Iterable[Element], act: Callable[[Element], Element | None], empty: Element | None = None
) -> Element:
    """One answer for each thing asked, in the same order; one that is refused does not stop the others."""

    def answers() -> Iterator[Element]:
        for element in elements:
            try:
                content = act(element)
            except Refusal as refusal:
                yield refused(operation, refusal, *([] if empty is None else [M(local(empty))]))
            else:
                yield success(operation, *([] if content is None else [content]))

    return response(operation, answers())


def _page(body: Element, view_name: str, container: str, found: list[Element]) -> Element:
    view = maybe(body, view_name)
    offset, most = 0, 1000
    if view is not None:
        attribute(view, "BasePoint", ("Beginning", "End"))
        offset = whole_number(view, "Offset", 0, 10**9)
        most = whole_number(view, "MaxEntriesReturned", 1, 1000) if view.get("MaxEntriesReturned") else 1000
    shown = found[offset : offset + most]
    last = offset + len(shown) >= len(found)
    return M(
        "RootFolder",
        T(container, *shown),
        IndexedPagingOffset=str(offset + len(shown)),
        TotalItemsInView=str(len(found)),
        IncludesLastItemInRange="true" if last else "false",
    )


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


def _updated(mailbox: EwsMailbox, item: Item, update: Element) -> Item:
    path = update[0]
    if local(update) == "SetItemField" and len(update) == 2 and len(update[1]) == 1:
        found = properties_in(update[1], item)
        start, end = found.get("start", item.start), found.get("end", item.end)
        if start and end and local(path) == "FieldURI" and field_uri(path) == "calendar:End" and end <= start:
            raise Refusal("ErrorCalendarEndDateIsEarlierThanStartDate", "The event ends before it begins.")
        return mailbox.change(item, **found)
    if local(update) == "DeleteItemField" and len(update) == 1:
        if local(path) == "ExtendedFieldURI":
            kept = {key: value for key, value in item.extended.items() if key != extended_uri(path)}
            return mailbox.change(item, extended=kept)
        if field_uri(path) == "item:Categories":
            return mailbox.change(item, categories=())
        return mailbox.change(item, values={uri: value for uri, value in item.values.items() if uri != field_uri(path)})
    raise Fault("ErrorSchemaValidation", f"{update.tag} is not an update that can be carried out.")


def received_now() -> dt.datetime:
    """When a mail that is laid into the inbox counts as received."""
    return dt.datetime.now(dt.UTC)
