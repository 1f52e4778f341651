"""The operations of the Exchange stand-in, by name; what it does not know is ErrorInvalidOperation."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.ews_answers import each
from tests.fakes.ews_folders import Folders
from tests.fakes.ews_reading import Reading
from tests.fakes.ews_times import availability
from tests.fakes.ews_writing import Writing
from tests.fakes.ews_xml import (
    Element,
    Fault,
    M,
    Refusal,
    Request,
    T,
    attribute,
    in_order,
    one,
    refused,
    response,
    success,
    words,
)


class Operations(Folders, Reading, Writing):
    """The service: `answer` carries out one request as that user."""

    def answer(self, request: Request, user: str) -> Element:
        """The body of the answer; raises Fault."""
        if request.operation not in self._known() or request.operation in self.manners.unknown:
            raise Fault("ErrorInvalidOperation", f"{request.operation} is not an operation of this server.")
        self.before.pop(request.operation, lambda: None)()
        acting_as = user
        if request.acting_as is not None:
            if user not in self.store.impersonators:
                raise Fault("ErrorImpersonateUserDenied", "The account does not have permission to impersonate.")
            if request.acting_as not in self.store.mailboxes:
                raise Fault("ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.")
            acting_as = request.acting_as
        try:
            return self._known()[request.operation](request.body, acting_as)
        except Refusal as refusal:  # of the request as a whole, not of one thing among those asked for
            raise Fault(refusal.code, str(refusal)) from None

    def _known(self) -> dict[str, Callable[[Element, str], Element]]:
        return {
            "ConvertId": self._convert_id,
            "CreateFolder": self.create_folder,
            "CreateItem": self.create_item,
            "DeleteItem": self.delete_item,
            "FindFolder": self.find_folder,
            "FindItem": self.find_item,
            "GetFolder": self.get_folder,
            "GetItem": self.get_item,
            "GetServerTimeZones": self._time_zones,
            "GetUserAvailabilityRequest": self._availability,
            "MoveItem": self.move_item,
            "ResolveNames": self._resolve_names,
            "SendItem": self.send_item,
            "SyncFolderItems": self.sync,
            "UpdateItem": self.update_item,
        }

    def _availability(self, body: Element, user: str) -> Element:
        return availability(self.store, user, body, merged_only=self.manners.merged_only)

    def _convert_id(self, body: Element, _user: str) -> Element:
        attribute(body, "DestinationFormat")
        in_order(body, "m:SourceIds!")

        def converted(_element: Element) -> None:
            raise Refusal("ErrorInvalidIdMalformed", "Id is malformed.")

        return each("ConvertId", one(body, "m:SourceIds"), converted)

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
