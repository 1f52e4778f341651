"""Which properties of an item a request asks for, how they look in an answer, and how they are read from a request."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import email.parser
import email.policy
import re
from typing import Any

from tests.fakes.ews_store import EwsMailbox, Extended, Folder, Item
from tests.fakes.ews_xml import (
    Element,
    Fault,
    Refusal,
    T,
    attribute,
    in_order,
    local,
    maybe,
    moment,
    one,
    qualified,
    words,
    written,
)

NOT_IN_A_LIST = {"item:MimeContent", "item:Body", "item:Attachments", "item:InternetMessageHeaders"}
"""What only GetItem gives; FindItem and SyncFolderItems refuse."""

_TEXTS = {
    "item:Subject": "Subject",
    "item:ReminderIsSet": "ReminderIsSet",
    "item:ReminderMinutesBeforeStart": "ReminderMinutesBeforeStart",
    "message:IsRead": "IsRead",
    "message:InternetMessageId": "InternetMessageId",
    "calendar:IsAllDayEvent": "IsAllDayEvent",
    "calendar:LegacyFreeBusyStatus": "LegacyFreeBusyStatus",
    "calendar:Location": "Location",
}
_ORDER = (
    "item:ParentFolderId", "item:Subject", "item:DateTimeReceived", "item:Size", "item:Categories",
    "item:DateTimeCreated", "item:ReminderIsSet", "item:ReminderMinutesBeforeStart", "", "message:InternetMessageId",
    "message:IsRead", "calendar:Start", "calendar:End", "calendar:IsAllDayEvent", "calendar:LegacyFreeBusyStatus",
    "calendar:Location",
)  # fmt: skip
"""The order of types.xsd; "" is the place of extended properties."""

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CREATION = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
_URI_OF = {tag: uri for uri, tag in _TEXTS.items()}
_IGNORED = {
    "Body",
    "Sensitivity",
    "Importance",
    "StartTimeZone",
    "EndTimeZone",
    "MeetingTimeZone",
    "IsResponseRequested",
}
STATUSES = ("Free", "Tentative", "Busy", "OOF", "WorkingElsewhere", "NoData")


def asked_for(element: Element, shape: str, listing: bool) -> tuple[set[str], list[Extended]]:
    """The field URIs and extended properties that an ItemShape or FolderShape asks for."""
    wanted = one(element, shape)
    names = ("t:BaseShape!", "t:IncludeMimeContent", "t:BodyType", "t:AdditionalProperties")
    in_order(wanted, *(names if shape == "m:ItemShape" else ("t:BaseShape!", "t:AdditionalProperties")))
    if words(wanted, "t:BaseShape") not in ("IdOnly", "Default", "AllProperties"):
        raise Fault("ErrorSchemaValidation", "BaseShape is unknown.")
    uris: set[str] = set() if words(wanted, "t:BaseShape") == "IdOnly" else {*_TEXTS, "item:DateTimeReceived"}
    included = maybe(wanted, "t:IncludeMimeContent")
    if included is not None and (included.text or "").strip() in ("true", "1"):
        uris.add("item:MimeContent")
    extended: list[Extended] = []
    for path in maybe(wanted, "t:AdditionalProperties") if maybe(wanted, "t:AdditionalProperties") is not None else ():
        if local(path) == "FieldURI":
            uris.add(field_uri(path))
        elif local(path) == "ExtendedFieldURI":
            extended.append(extended_uri(path))
        elif local(path) != "IndexedFieldURI":
            raise Fault("ErrorSchemaValidation", f"{path.tag} names no property.")
    if listing and uris & NOT_IN_A_LIST:
        raise Refusal("ErrorInvalidPropertyRequest", "Property is not valid for this operation.")
    return uris, extended


def field_uri(path: Element) -> str:
    uri = attribute(path, "FieldURI")
    if not re.fullmatch(r"(folder|item|message|meeting|meetingRequest|calendar|task|contacts|conversation|postitem|"
                        r"distributionlist|persona|reminder|abchpersoncontact):\w+", uri):  # fmt: skip
        raise Fault("ErrorSchemaValidation", f"{uri} is no field.")
    return uri


def extended_uri(path: Element) -> Extended:
    """What names an extended property: by set and name, or by tag."""
    kind = attribute(path, "PropertyType")
    place = path.get("PropertySetId") or path.get("DistinguishedPropertySetId") or ""
    name = path.get("PropertyName") or path.get("PropertyId") or path.get("PropertyTag") or ""
    if not name or bool(place) == bool(path.get("PropertyTag")):
        raise Fault("ErrorInvalidExtendedProperty", "Extended property attribute combination is invalid.")
    return (place.lower(), name, kind)


def item_element(item: Item, uris: set[str], extended: list[Extended]) -> Element:
    """The item with its id and what was asked for, in the order of the schema."""
    named = T("ItemId", Id=item.id, ChangeKey=item.change_key)
    mime = [T("MimeContent", base64.b64encode(item.mime).decode(), CharacterSet="UTF-8")] if item.mime else []
    categories = [T("Categories", *(T("String", name) for name in item.categories))] if item.categories else []
    known = {
        "item:ParentFolderId": [T("ParentFolderId", Id=item.folder)],
        "item:DateTimeReceived": _when("DateTimeReceived", item.received),
        "item:Size": [T("Size", str(len(item.mime) + 500))],
        "item:Categories": categories,
        "item:DateTimeCreated": _when("DateTimeCreated", _CREATION + dt.timedelta(0, item.born)),
        "calendar:Start": _when("Start", item.start),
        "calendar:End": _when("End", item.end),
    } | {uri: [T(_TEXTS[uri], value)] for uri, value in item.values.items() if uri in _TEXTS}
    element = T(item.kind, *(mime if "item:MimeContent" in uris else ()), named)
    own = [_extended_element(key, item.extended[key]) for key in extended if key in item.extended]
    for uri in _ORDER:
        element.extend(known.get(uri, []) if uri in uris else own if uri == "" else [])
    return element


def _when(name: str, moment_: dt.datetime | None) -> list[Element]:
    return [T(name, written(moment_))] if moment_ else []


def _extended_element(key: Extended, value: str) -> Element:
    place, name, kind = key
    named = {"PropertySetId": place, "PropertyName": name} if place else {"PropertyTag": name}
    return T("ExtendedProperty", T("ExtendedFieldURI", PropertyType=kind, **named), T("Value", value))


def folder_element(mailbox: EwsMailbox, folder: Folder, writable: bool | None = None) -> Element:
    """A folder as GetFolder and FindFolder show it, with what one may do there if that is asked."""
    here = mailbox.in_folder(folder)
    children = list(mailbox.children(folder, deep=False))
    parent = [T("ParentFolderId", Id=folder.parent)] if folder.parent else []
    named = [T("DistinguishedFolderId", folder.distinguished)] if folder.distinguished else []
    kind = [T("FolderClass", folder.kind)] if folder.kind else []
    return T(
        "CalendarFolder" if folder.kind == "IPF.Appointment" else "Folder",
        T("FolderId", Id=folder.id, ChangeKey="AQAAAA=="),
        *parent,
        *kind,
        T("DisplayName", folder.name),
        T("TotalCount", str(len(here))),
        T("ChildFolderCount", str(len(children))),
        *([] if writable is None else [_rights(writable)]),
        *named,
        *([T("UnreadCount", str(sum(item.values.get("message:IsRead") != "true" for item in here)))] if kind else []),
    )


def _rights(writable: bool) -> Element:
    said = "true" if writable else "false"
    names = ("CreateAssociated", "CreateContents", "CreateHierarchy", "Delete", "Modify")
    return T("EffectiveRights", *(T(name, said) for name in names), T("Read", "true"))


def properties_in(element: Element, base: Item | None = None) -> dict[str, Any]:
    """What a Message or CalendarItem element of a request says, laid over what the item has already."""
    values = dict(base.values) if base else {}
    extended = dict(base.extended) if base else {}
    found: dict[str, Any] = {"values": values, "extended": extended}
    for child in element:
        name = local(child)
        text = (child.text or "").strip()
        if name == "MimeContent":
            found["mime"] = _decoded(text)
            values |= headers_of(found["mime"])
        elif name == "ExtendedProperty":
            in_order(child, "t:ExtendedFieldURI!", "t:Value", "t:Values")
            extended[extended_uri(child[0])] = words(child, "t:Value")
        elif name == "Categories":
            found["categories"] = tuple((line.text or "") for line in child if line.tag == qualified("t:String"))
        elif name in ("Start", "End"):
            found[name.lower()] = moment(text)
        elif name in _URI_OF:
            if name == "LegacyFreeBusyStatus" and text not in STATUSES:
                raise Fault("ErrorSchemaValidation", f"{text} is no status.")
            values[_URI_OF[name]] = text
        elif name not in _IGNORED and not name.startswith("Is"):
            raise Fault("ErrorSchemaValidation", f"{name} cannot be written here.")
    return found


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise Refusal("ErrorMimeContentInvalidBase64String", "The MIME content contains an invalid base64.") from None


def headers_of(mime: bytes) -> dict[str, str]:
    """Subject and Message-ID of a mail, by field URI."""
    head = email.parser.BytesHeaderParser(policy=email.policy.compat32).parsebytes(mime)
    found = {"message:InternetMessageId": head["Message-ID"], "item:Subject": head["Subject"]}
    return {uri: _NO_XML.sub("", str(value)).strip() for uri, value in found.items() if value}
