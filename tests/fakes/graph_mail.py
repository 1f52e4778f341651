"""A mailbox as Microsoft's documentation of Graph 1.0 describes it: folders, messages, delta queries, sendMail."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
import uuid
from dataclasses import dataclass, field
from email import message_from_bytes
from email.utils import getaddresses
from typing import Any

from tests.fakes.graph_wire import RefusalError, Reply, Request, equality, tabled

USUAL = ("inbox", "drafts", "outbox", "sentitems", "deleteditems", "junkemail", "archive")
NAMES = ("Inbox", "Drafts", "Outbox", "Sent Items", "Deleted Items", "Junk Email", "Archive")
_PROPERTIES = (
    "id internetMessageId receivedDateTime sentDateTime subject isRead isDraft categories parentFolderId "
    "hasAttachments changeKey importance conversationId"
)
PROPERTIES = frozenset(_PROPERTIES.split())
MOST_BYTES = 4 * 1024 * 1024
FIRST = dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC)


@dataclass
class Folder:
    number: int
    name: str
    parent: Folder | None = None
    usual: str = ""

    @property
    def id(self) -> str:
        return f"AQMkFolder{self.number:04}="

    def shown(self) -> dict[str, Any]:
        return {"id": self.id, "displayName": self.name, "parentFolderId": self.parent.id if self.parent else "root"}


@dataclass
class Message:
    number: int
    raw: bytes
    folder: Folder
    received: dt.datetime
    changed: int
    message_id: str = ""
    subject: str = ""
    draft: bool = False
    read: bool = False
    categories: list[str] = field(default_factory=list)
    moves: int = 0
    hidden_looks: int = 0

    def id(self, *, immutable: bool) -> str:
        return f"AAkALg-{self.number:06}=" if immutable else f"AAMkAG-{self.number:06}-{self.moves}="

    def shown(self, request: Request, names: list[str] | None) -> dict[str, Any]:
        everything = {
            "internetMessageId": self.message_id,
            "receivedDateTime": f"{self.received:%Y-%m-%dT%H:%M:%SZ}",
            "sentDateTime": f"{self.received:%Y-%m-%dT%H:%M:%SZ}",
            "subject": self.subject,
            "isRead": self.read,
            "isDraft": self.draft,
            "categories": self.categories,
            "parentFolderId": self.folder.id,
            "hasAttachments": False,
            "changeKey": f"CQAAABYAAAA{self.changed}",
            "importance": "normal",
            "conversationId": "AAQk=",
        }
        chosen = {name: everything[name] for name in names or everything if name != "id"}
        return {
            "@odata.etag": f'W/"{self.changed}"',
            **chosen,
            "id": self.id(immutable=request.wants_immutable()),
        }


class MailStore:
    """One mailbox. `sent_lag`: so many looks at it pass before the copy of a sent mail is seen."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.folders = [Folder(n, name, usual=usual) for n, (usual, name) in enumerate(zip(USUAL, NAMES, strict=True))]
        self.messages: dict[int, Message] = {}
        self.removed: list[tuple[int, Folder, Message]] = []
        self.sent: list[bytes] = []
        self.sent_lag = 0
        self.strips_headers = False
        self.unreadable: dict[str, int] = {}
        self.rounds: dict[str, tuple[Folder, int, list[int], int, list[str] | None]] = {}
        self._change = 0
        self._made = 0

    # What happens in the world.

    def deliver(self, raw: bytes, folder: str = "inbox", when: dt.datetime | None = None) -> Message:
        received = when or FIRST + dt.timedelta(seconds=self._made)
        self._made += 1
        headers = message_from_bytes(raw[:100_000])
        names = [str(headers[name] or "").strip() for name in ("Message-ID", "Subject")]
        message = Message(self._made, raw, self.folder(folder), received, self._tick(), *names)
        self.messages[message.number] = message
        return message

    def in_folder(self, name: str) -> list[Message]:
        return [message for message in self.messages.values() if message.folder is self.folder(name)]

    def move_away(self, message: Message, folder: str) -> None:
        self._move(message, self.folder(folder))

    def forget_rounds(self) -> None:
        self.rounds.clear()

    def folder(self, key: str) -> Folder:
        for folder in self.folders:
            if key in (folder.id, folder.name) or key.casefold() == folder.usual:
                return folder
        raise RefusalError(404, "ErrorFolderNotFound", "The specified folder could not be found in the store.")

    # What clients ask.

    def answer(self, request: Request) -> Reply:
        if request.segments[2:3] == ("mailFolders",):
            return self._answer_folders(request)
        match (request.method, *request.segments[2:]):
            case ("POST", "sendMail"):
                return self._send(request)
            case ("GET", "messages"):
                return self._list(request, list(self.messages.values()))
            case ("GET", "messages", message):
                request.only("$select", "$expand")
                return tabled(self._message(message).shown(request, request.selected(PROPERTIES)))
            case ("GET", "messages", message, "$value"):
                return self._mime(self._message(message))
            case ("PATCH", "messages", message):
                return self._update(request, self._message(message))
            case ("POST", "messages", message, "move"):
                return self._move_asked(request, self._message(message))
        raise RefusalError(405, "Request_BadRequest", "This operation is not documented.")

    def _answer_folders(self, request: Request) -> Reply:
        match (request.method, *request.segments[3:]):
            case ("GET",):
                return self._list_folders(request, None)
            case ("GET", folder, "childFolders"):
                return self._list_folders(request, self.folder(folder))
            case ("POST",):
                return self._make_folder(request, None)
            case ("POST", folder, "childFolders"):
                return self._make_folder(request, self.folder(folder))
            case ("GET", folder):
                return tabled(self.folder(folder).shown())
            case ("GET", folder, "messages", "delta"):
                return self._delta(request, self.folder(folder))
            case ("GET", folder, "messages"):
                where = self.folder(folder)
                return self._list(request, [m for m in self.messages.values() if m.folder is where])
        raise RefusalError(405, "Request_BadRequest", "This operation is not documented.")

    def _mime(self, message: Message) -> Reply:
        if message.message_id in self.unreadable:
            raise RefusalError(self.unreadable[message.message_id], "ErrorMimeContentConversionFailed")
        return Reply(200, message.raw, {"Content-Type": "text/plain"})

    def _tick(self) -> int:
        self._change += 1
        return self._change

    def _message(self, key: str) -> Message:
        found = re.fullmatch(r"(?:AAkALg-(\d{6})=|AAMkAG-(\d{6})-(\d+)=)", key)
        if found is None:
            raise RefusalError(400, "ErrorInvalidIdMalformed", "Id is malformed.")
        message = self.messages.get(int(found[1] or found[2]))
        if message is None or (found[3] is not None and int(found[3]) != message.moves):
            raise RefusalError(404, "ErrorItemNotFound", "The specified object was not found in the store.")
        return message

    def _move(self, message: Message, target: Folder) -> None:
        change = self._tick()
        self.removed.append((change, message.folder, message))
        message.folder, message.changed, message.moves = target, change, message.moves + 1

    def _move_asked(self, request: Request, message: Message) -> Reply:
        target = request.json().get("destinationId")
        if not isinstance(target, str):
            raise RefusalError(400, "ErrorInvalidRequest", "destinationId is missing")
        self._move(message, self.folder(target))
        return tabled(message.shown(request, None), 201)

    def _update(self, request: Request, message: Message) -> Reply:
        for name, value in request.json().items():
            if name == "isRead" and isinstance(value, bool):
                message.read = value
            elif name == "categories" and isinstance(value, list):
                message.categories = [str(category) for category in value]
            else:
                raise RefusalError(400, "ErrorInvalidPropertySet", f"{name} cannot be set")
        message.changed = self._tick()
        return tabled(message.shown(request, None))

    def _list(self, request: Request, among: list[Message]) -> Reply:
        request.only("$filter", "$select", "$top", "$orderby")
        names = request.selected(PROPERTIES)
        seen = []
        for message in among:
            if message.hidden_looks > 0:
                message.hidden_looks -= 1
            else:
                seen.append(message)
        if "$filter" in request.query:
            _, value = equality(request.query["$filter"], "internetMessageId")
            seen = [message for message in seen if message.message_id == value]
        return tabled({"value": [message.shown(request, names) for message in seen[: request.top()]]})

    def _list_folders(self, request: Request, parent: Folder | None) -> Reply:
        request.only("$filter", "$select", "$top", "includeHiddenFolders")
        request.selected(frozenset({"id", "displayName", "parentFolderId", "childFolderCount"}))
        found = [folder for folder in self.folders if folder.parent is parent]
        if "$filter" in request.query:
            _, value = equality(request.query["$filter"], "displayName")
            found = [folder for folder in found if folder.name.casefold() == value.casefold()]
        return tabled({"value": [folder.shown() for folder in found[: request.top()]]})

    def _make_folder(self, request: Request, parent: Folder | None) -> Reply:
        name = request.json().get("displayName")
        if not isinstance(name, str) or not name:
            raise RefusalError(400, "ErrorInvalidRequest", "displayName is missing")
        if any(folder.parent is parent and folder.name.casefold() == name.casefold() for folder in self.folders):
            raise RefusalError(409, "ErrorFolderExists", "A folder with the specified name already exists.")
        self.folders.append(Folder(len(self.folders), name, parent))
        return tabled(self.folders[-1].shown(), 201)

    def _delta(self, request: Request, folder: Folder) -> Reply:
        given = [name for name in ("$deltatoken", "$skiptoken") if name in request.query]
        if not given:
            request.only("$select", "$top", "$expand", "$filter", "$orderby", "changeType")
            names = request.selected(PROPERTIES)
            return self._page(request, folder, self._changes(folder, 0), names)
        request.only(*given)
        known = self.rounds.get(request.query[given[0]])
        if known is None or known[0] is not folder:
            raise RefusalError(410, "SyncStateNotFound", "The sync state generation is not found.")
        _, since, changes, place, names = known
        if given[0] == "$deltatoken":
            changes, place = self._changes(folder, since), 0
        return self._page(request, folder, changes, names, place)

    def _changes(self, folder: Folder, since: int) -> list[int]:
        """The numbers of messages that came, changed or went; in no promised order: the newest first."""
        gone = [m.number for change, where, m in self.removed if since and where is folder and change > since]
        here = [m.number for m in self.messages.values() if m.folder is folder and m.changed > since]
        return [*(number for number in gone if self.messages[number].folder is not folder), *reversed(here)]

    def _page(
        self, request: Request, folder: Folder, changes: list[int], names: list[str] | None, place: int = 0
    ) -> Reply:
        end = place + request.page_size()
        token = uuid.uuid4().hex
        link = f"{request.base}/v1.0/users/{self.address}/mailfolders('{folder.id}')/messages/delta"
        value = [self._change_shown(self.messages[number], request, folder, names) for number in changes[place:end]]
        page: dict[str, Any] = {"@odata.context": "$metadata#Collection(message)", "value": value}
        self.rounds[token] = (folder, self._change, changes, end, names)
        if changes[end:]:
            page["@odata.nextLink"] = f"{link}?$skiptoken={token}"
        else:
            page["@odata.deltaLink"] = f"{link}?$deltatoken={token}"
        return tabled(page, headers={"Preference-Applied": f"odata.maxpagesize={request.page_size()}"})

    def _change_shown(
        self, message: Message, request: Request, folder: Folder, names: list[str] | None
    ) -> dict[str, Any]:
        if message.folder is folder:
            return message.shown(request, names)
        return {"id": message.id(immutable=request.wants_immutable()), "@removed": {"reason": "deleted"}}

    def _send(self, request: Request) -> Reply:
        if request.headers.get("content-type", "").partition(";")[0].strip() != "text/plain":
            raise RefusalError(415, "UnsupportedMediaType", "This stand-in takes MIME only.")
        if len(request.body) > MOST_BYTES:
            raise RefusalError(413, "RequestEntityTooLarge", "The maximum request length supported is 4MB.")
        try:
            raw = base64.b64decode(b"".join(request.body.split()), validate=True)
        except binascii.Error:
            raise RefusalError(
                400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content."
            ) from None
        mail = message_from_bytes(raw)
        sender = [address.casefold() for _, address in getaddresses(mail.get_all("From", []))]
        people = [name for header in ("To", "Cc", "Bcc") for name in mail.get_all(header, [])]
        if not sender or not any("@" in address for _, address in getaddresses(people)):
            raise RefusalError(400, "ErrorInvalidRecipients", "At least one recipient and a sender are needed.")
        if sender != [self.address]:
            raise RefusalError(
                403, "ErrorSendAsDenied", "The user account does not have the right to send as that sender."
            )
        self.sent.append(raw)
        copy = self.deliver(self._kept(raw), "sentitems")
        copy.read, copy.hidden_looks = True, self.sent_lag
        return Reply(202, b"", {"request-id": "0"})

    def _kept(self, raw: bytes) -> bytes:
        if not self.strips_headers:
            return raw
        return re.sub(rb"(?mi)^(?:auto-submitted|x-[\w-]+):.*\r?\n(?:[ \t].*\r?\n)*", b"", raw)
