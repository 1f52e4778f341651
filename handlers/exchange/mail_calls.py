"""The few requests that the mailbox makes, each as small as it can be, on exchangelib's services.

Its own folders and items ask for dozens of properties, and stop at the first kind of item that they do not know: one
odd thing in an inbox would hide all mail after it. What is read here is only what is needed ([MS-OXWSCORE],
[MS-OXWSSYNC], [MS-OXWSSRCH]).
"""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exchangelib import Account, Message
from exchangelib.errors import (
    ErrorAccessDenied,
    ErrorFolderNotFound,
    ErrorInternalServerTransientError,
    ErrorInvalidOperation,
    ErrorItemNotFound,
    ErrorMailboxStoreUnavailable,
    ErrorServerBusy,
    ErrorTimeoutExpired,
    ResponseMessageError,
)
from exchangelib.fields import FieldPath
from exchangelib.items import ID_ONLY, SEND_AND_SAVE_COPY, SEND_TO_NONE
from exchangelib.properties import DistinguishedFolderId, FolderId, ItemId, Mailbox
from exchangelib.services import CreateItem, GetFolder, GetItem, MoveItem, SyncFolderItems
from exchangelib.util import MNS, TNS, add_xml_child, create_element
from lxml.etree import _Element

from handlers.exchange.moments import moment_in
from handlers.exchange.searching import AnyOf, Search

MOST_CHANGES = 512
_ITEM_ID = f"{{{TNS}}}ItemId"
GONE = (ErrorItemNotFound, ErrorFolderNotFound)
"""Errors that say that something is not there any more."""

NOT_ALLOWED = (ErrorAccessDenied, ErrorInvalidOperation)
"""Errors that say that we may not, or that the server does not do so."""

_PASSING = (ErrorServerBusy, ErrorInternalServerTransientError, ErrorTimeoutExpired, ErrorMailboxStoreUnavailable)
"""Errors that say nothing about the mail itself."""

_EARLIEST = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Found:
    """A mail that lies in a folder: when it came, its id, about how many bytes it has, and its categories."""

    received: dt.datetime
    id: str
    size: int
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """A page of what has changed: the mails that are there, the state after it, and whether it is the last page."""

    mails: tuple[Found, ...]
    state: str
    last: bool


def distinguished(name: str, mailbox: str) -> DistinguishedFolderId:
    """A folder that every mailbox has, by its name in the protocol."""
    return DistinguishedFolderId(id=name, mailbox=Mailbox(email_address=mailbox))


def changes_since(account: Account, folder: FolderId, state: str | None) -> Changes:
    """What has changed in a folder since that state, None for all; at most 512 changes."""
    service = _Changes(account=account)
    fields = [
        FieldPath(field=Message.get_field_by_fieldname(name)) for name in ("datetime_received", "size", "categories")
    ]
    found = list(
        service.call(
            folder=folder,
            shape=ID_ONLY,
            additional_fields=fields,
            sync_state=state,
            ignore=None,
            max_changes_returned=MOST_CHANGES,
            sync_scope=None,
        )
    )
    return Changes(
        tuple(change for change in _sound(found) if isinstance(change, Found)),
        service.sync_state or "",
        # A server that gives the same state again has no more to say, whatever it claims.
        bool(service.includes_last_item_in_range) or service.sync_state == state,
    )


def raw_mails(account: Account, ids: Sequence[str]) -> list[bytes | Exception]:
    """The bytes of each mail, or why there are none, in the order of the ids."""
    field = FieldPath(field=Message.get_field_by_fieldname("mime_content"))
    items = [ItemId(id=one) for one in ids]
    raws = list(_Mime(account=account).call(items=items, additional_fields=[field], shape=ID_ONLY))
    for raw in raws:
        if isinstance(raw, _PASSING):
            raise raw
    if len(raws) != len(ids):
        raise ValueError("the server answered about other mails than it was asked about")
    return raws


def send_mime(account: Account, mime: bytes, sent_items: FolderId) -> None:
    """Send these bytes and keep a copy in Sent Items, in one request that is made once."""
    if len(_sound(list(_Send(account=account).call(mime, sent_items)))) != 1:
        raise ValueError("the server did not say what became of the mail")


def message_ids(account: Account, folder: FolderId, message_id: str, offset: int) -> tuple[list[str], int | None]:
    """The Message-IDs of a page of mails that have this one, and where the next page begins, None after the last.

    A server that cannot search answers with any mails: the caller compares.
    """
    path = FieldPath(field=Message.get_field_by_fieldname("message_id"))
    page, following = Search(account=account).page(folder, AnyOf(path, [message_id]), [path], offset)
    return [(element.text or "").strip() for element in page.iter(f"{{{TNS}}}InternetMessageId")], following


def move(account: Account, item_id: str, folder: FolderId) -> bool:
    """Move a mail; False where it is not there any more."""
    results = list(MoveItem(account=account).call(items=[ItemId(id=item_id)], to_folder=folder))
    if any(isinstance(result, ErrorItemNotFound) for result in results):
        return False
    _sound(results)
    return True


def mark(account: Account, item_id: str, category: str) -> None:
    """Add a category to a mail; nothing happens where it is not there any more."""
    (item,) = account.fetch(ids=[(item_id, None)], only_fields=["categories"])
    if isinstance(item, ErrorItemNotFound):
        return
    if isinstance(item, Exception):
        raise item
    item.categories = [*(item.categories or []), category]
    item.save(update_fields=["categories"])


def open_folder(account: Account, folder: FolderId) -> None:
    """Look at a folder; raises what exchangelib raises where it cannot be opened."""
    _sound(list(_Folder(account=account).call(folders=[folder], additional_fields=None, shape=ID_ONLY)))


def _sound(results: list[object]) -> list[object]:
    """The results, none of which is an error; services hand over some of those instead of raising them."""
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results


class _Changes(SyncFolderItems):
    def _get_element_container(self, message: _Element, name: str | None = None) -> object:
        """An answer that is an error need not have what exchangelib looks for in each: it is put there."""
        for missing, value in (("SyncState", ""), ("IncludesLastItemInRange", "true")):
            if message.find(f"{{{MNS}}}{missing}") is None:
                add_xml_child(message, f"m:{missing}", value)
        return super()._get_element_container(message=message, name=name)

    def _elem_to_obj(self, elem: _Element) -> Found | None:
        """Only what is there matters: a mail that was removed or read has been dealt with by somebody."""
        element = elem.find(f"*/{_ITEM_ID}")
        if element is None or elem.tag not in (f"{{{TNS}}}Create", f"{{{TNS}}}Update"):
            return None
        item = element.getparent()
        assert item is not None  # noqa: S101  it was found below one
        received = item.findtext(f"{{{TNS}}}DateTimeReceived")
        size = item.findtext(f"{{{TNS}}}Size") or ""
        categories = item.findall(f"{{{TNS}}}Categories/{{{TNS}}}String")
        return Found(
            received=_moment(received),
            id=element.get("Id", ""),
            size=int(size) if size.isdigit() else 0,
            categories=tuple(one.text or "" for one in categories),
        )


def _moment(text: str | None) -> dt.datetime:
    """An xs:dateTime as UTC; one that cannot be read sorts before all others."""
    try:
        return moment_in(text)
    except ValueError:
        return _EARLIEST


class _Mime(GetItem):
    ERRORS_TO_CATCH_IN_RESPONSE = ResponseMessageError  # whatever is wrong with one mail, the others come

    def _elem_to_obj(self, elem: _Element) -> bytes | Exception:
        content = elem.find(f"{{{TNS}}}MimeContent")
        if content is None or not content.text:
            return ValueError("the item has no MIME content")
        try:
            return base64.b64decode(content.text)
        except ValueError as error:
            return error


class _Send(CreateItem):
    def call(self, mime: bytes, sent_items: FolderId) -> Iterator[object]:
        """Just the mail's own bytes: any property beside them would be laid over what they say."""
        payload = create_element(
            "m:CreateItem", attrs={"MessageDisposition": SEND_AND_SAVE_COPY, "SendMeetingInvitations": SEND_TO_NONE}
        )
        saved = create_element("m:SavedItemFolderId")
        saved.append(sent_items.to_xml(version=self.account.version))
        items, message = create_element("m:Items"), create_element("t:Message")
        content = create_element("t:MimeContent", attrs={"CharacterSet": "UTF-8"})
        content.text = base64.b64encode(mime).decode("ascii")
        message.append(content)
        items.append(message)
        payload.extend([saved, items])
        return iter(self._elems_to_objs(self._get_elements(payload=payload)))

    def _api_versions_to_try(self) -> tuple[str, ...]:
        """One only: a version that the server does not take would have the mail sent to it again."""
        return (self._version_hint.api_version,)

    def _elem_to_obj(self, elem: object) -> object:
        return elem


class _Folder(GetFolder):
    def _elems_to_objs(self, elems: Iterator[object]) -> Iterator[object]:
        return iter(elems)
