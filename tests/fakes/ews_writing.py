"""CreateItem, UpdateItem, MoveItem, DeleteItem and SendItem ([MS-OXWSCORE], [MS-OXWSMSG], [MS-OXWSMTGS])."""

from __future__ import annotations

import datetime as dt
import email.parser
import email.policy
import re

from tests.fakes.ews_answers import Service, each
from tests.fakes.ews_shapes import extended_uri, field_uri, properties_in
from tests.fakes.ews_store import EwsMailbox, Folder, Item
from tests.fakes.ews_xml import (
    Element,
    Fault,
    M,
    Refusal,
    T,
    attribute,
    in_order,
    local,
    maybe,
    one,
)

LARGEST_MAIL = 36_000_000
_DROPPED = re.compile(rb"^(?:auto-submitted|x-[\w-]+):.*\r?\n(?:[ \t].*\r?\n)*", re.IGNORECASE | re.MULTILINE)


class Writing(Service):
    """The operations that change or send items."""

    def create_item(self, body: Element, user: str) -> Element:
        in_order(body, "m:SavedItemFolderId", "m:Items!")
        saved_in = maybe(body, "m:SavedItemFolderId")

        def made(element: Element) -> Element:
            default = "calendar" if local(element) == "CalendarItem" else "sentitems"
            if saved_in is not None:
                mailbox, folder = self.folder(saved_in[0], user, write=True)
            else:
                mailbox = self.store.mailbox(user, user)
                folder = mailbox.distinguished(default)
            if local(element) == "CalendarItem":
                return self._create_event(body, element, mailbox, folder)
            if local(element) != "Message":
                raise Fault("ErrorSchemaValidation", f"{element.tag} cannot be made here.")
            return self._create_message(body, element, mailbox, folder)

        return each("CreateItem", one(body, "m:Items"), made, M("Items"))

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
            mailbox.add(folder, "Message", visible_after=self.clock() + self.manners.sent_items_lag, **found)
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

    def send_item(self, body: Element, user: str) -> Element:
        saved = attribute(body, "SaveItemToFolder", ("true", "false"))
        in_order(body, "m:ItemIds!", "m:SavedItemFolderId")

        def sent(element: Element) -> None:
            mailbox, item = self.item(element, user, write=True)
            self._send(item.mime)
            if saved == "true":
                mailbox.move(item, mailbox.distinguished("sentitems"))
            else:
                mailbox.remove(item)

        return each("SendItem", one(body, "m:ItemIds"), sent)

    def update_item(self, body: Element, user: str) -> Element:
        attribute(body, "ConflictResolution", ("NeverOverwrite", "AutoResolve", "AlwaysOverwrite"))
        in_order(body, "m:SavedItemFolderId", "m:ItemChanges!")

        def updated(change: Element) -> Element:
            in_order(change, "t:ItemId!", "t:Updates!")
            mailbox, item = self.item(change[0], user, write=True)
            if item.kind == "CalendarItem" and body.get("SendMeetingInvitationsOrCancellations") is None:
                raise Refusal("ErrorSendMeetingInvitationsOrCancellationsRequired", "The attribute is required.")
            for update in one(change, "t:Updates"):
                item = _updated(mailbox, item, update)
            return M("Items", T(item.kind, T("ItemId", Id=item.id, ChangeKey=item.change_key)))

        return each("UpdateItem", one(body, "m:ItemChanges"), updated, M("Items"))

    def move_item(self, body: Element, user: str) -> Element:
        in_order(body, "m:ToFolderId!", "m:ItemIds!", "m:ReturnNewItemIds")

        def moved(element: Element) -> Element:
            _, folder = self.folder(one(body, "m:ToFolderId")[0], user, write=True)
            mailbox, item = self.item(element, user, write=True)
            new = mailbox.move(item, folder)
            return M("Items", T(new.kind, T("ItemId", Id=new.id, ChangeKey=new.change_key)))

        return each("MoveItem", one(body, "m:ItemIds"), moved, M("Items"))

    def delete_item(self, body: Element, user: str) -> Element:
        how = attribute(body, "DeleteType", ("HardDelete", "SoftDelete", "MoveToDeletedItems"))
        in_order(body, "m:ItemIds!")

        def deleted(element: Element) -> None:
            mailbox, item = self.item(element, user, write=True)
            if item.kind == "CalendarItem" and body.get("SendMeetingCancellations") is None:
                raise Refusal("ErrorSendMeetingCancellationsRequired", "SendMeetingCancellations is required.")
            if how == "MoveToDeletedItems":
                mailbox.move(item, mailbox.distinguished("deleteditems"))
            else:
                mailbox.remove(item)

        return each("DeleteItem", one(body, "m:ItemIds"), deleted)


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
