"""Mail in a mailbox of Microsoft 365 (Exchange Online), through Microsoft Graph.

What is new is learned with delta queries; letters come, and mails go, as the bytes of RFC 5322 that they are.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from bot.ports import FetchedMail, MailError, MailPostponedError, MailRefusedError
from handlers.http_line import Answer, seconds_to_wait
from handlers.mail.graph_folders import advice, denied, folder_id, place_in
from handlers.mail.graph_news import News
from handlers.microsoft_graph import GraphClient, GraphError, TooLargeError, code_of, quoted, said

LARGEST_SENT = 3_000_000
"""Bytes of a mail that may be sent: base64 makes them 4 MB, Graph's limit for one request. There is no other way to
send MIME: upload sessions take single attachments of a draft that Exchange then writes anew."""
LARGEST_READ = 150_000_000
"""Bytes of the largest mail that Exchange Online lets an administrator allow."""
PATIENCE = 5.0
"""Seconds for which a look waits for a copy to appear: it is made when Exchange has sent the mail."""

_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Places:
    """The mailbox's address, the folder that letters come into, and what is done with one that is stored.

    `handled_name` is the folder that it moves to, or the category that marks it.
    """

    mailbox: str
    inbox: str = "Inbox"
    handled: Literal["move", "mark"] = "move"
    handled_name: str = "Visit Bot handled"


class GraphMailbox:
    """The mailbox at `places`. A mail's source id is its immutable id in Graph.

    `patience` is in seconds; `sleep` and `elapsed` (seconds of a clock that only goes forward) are for tests.
    """

    def __init__(
        self,
        client: GraphClient,
        places: Places,
        *,
        patience: float = PATIENCE,
        sleep: Callable[[float], None] = time.sleep,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._places = places
        self._patience = patience
        self._sleep = sleep
        self._elapsed = elapsed
        self._began = elapsed()
        self._sent_at: dict[str, float] = {}
        self._folders: dict[str, str] = {}
        self._news = News(client, places.mailbox, places.handled_name if places.handled == "mark" else "")

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        """Every mail that came since the cursor and is not settled, oldest first, one in the memory at a time.

        The last one carries the cursor of the whole round. A mail that cannot be read is left where it is, the others
        come first, and then MailError names the trouble; the round is then seen again the next time.
        """
        with self._told("be asked for new mail"):
            found = self._news.since(cursor, self._folder(self._places.inbox))
            trouble: list[str] = []
            last: FetchedMail | None = None
            for mail in self._read_all(found.ids, trouble):
                if last is not None:
                    yield last
                last = mail
            if last is not None:
                yield last if trouble else replace(last, cursor=found.cursor)
            elif not trouble:
                self._news.nothing_in(cursor, found)
        if trouble:
            count = "1 mail" if len(trouble) == 1 else f"{len(trouble)} mails"
            raise MailError(
                f"{count} in {self._places.mailbox} cannot be read; of the first Microsoft 365 {trouble[0]}."
            )

    def settle(self, source_id: str) -> None:
        """Move the mail to the folder for handled mail, or mark it; nothing if it has gone. Raises MailError."""
        with self._told("settle a mail"):
            if self._places.handled == "mark":
                self._mark(source_id)
                return
            target = self._folder(self._places.handled_name, create=True)
            place = self._place("messages", source_id, "move")
            answer = self._client.write("POST", place, {"destinationId": target})
            if answer.status == 404 and code_of(answer).casefold() == "errorfoldernotfound":
                self._folders.clear()  # somebody has deleted it: made anew the next time
                raise denied(self._client, self._places.mailbox, "move a mail", answer)
            if not answer.well and answer.status != 404:
                raise denied(self._client, self._places.mailbox, "move a mail", answer)

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        """Send the mail, once, to those whom its headers name; Exchange keeps a copy in Sent Items.

        Raises MailRefusedError, MailPostponedError, or MailError where nobody knows what became of it.
        """
        if not recipients:
            raise MailRefusedError(f"The mail {message_id} has no recipient; add a contact with an address.")
        if len(mime) > LARGEST_SENT:
            raise MailRefusedError(
                f"The mail {message_id} has {len(mime):,} bytes, and Microsoft 365 takes at most {LARGEST_SENT:,}"
                " through Graph; leave out an attachment."
            )
        self._note_sending(message_id)
        try:
            answer = self._client.send_once(self._place("sendMail"), base64.b64encode(mime), "text/plain")
        except GraphError as error:
            if error.unsent:
                self._sent_at.pop(message_id, None)
                raise MailPostponedError(f"A mail waits: {error}", error.seconds) from error
            raise MailError(f"It is not known whether a mail has gone out: {error}") from error
        except TooLargeError:
            raise MailError("It is not known whether a mail has gone out: Microsoft 365 went on and on.") from None
        if answer.status != 202:
            raise self._unsent(message_id, answer)
        self._note_sending(message_id)

    def find_sent(self, message_id: str) -> bool:
        """Whether the mail lies in the mailbox and is no draft, in whatever folder people keep it. Raises MailError.

        Not found counts only when `patience` has passed since the send, or since we began if it was sent before.
        """
        until = self._sent_at.get(message_id, self._began) + self._patience
        pause = 1.0
        with self._told("look for a mail that was sent"):
            while True:
                copies = self._copies(message_id)
                if False in copies:
                    self._sent_at.pop(message_id, None)
                    return True
                left = until - self._elapsed()
                if left <= 0:
                    break
                self._sleep(min(pause, left))
                pause = min(2 * pause, 10)
        if copies:
            raise MailError(
                f"A mail of ours still lies unsent in {self._places.mailbox} (Drafts or Outbox);"
                " look why Exchange does not send it, or delete it there."
            )
        self._sent_at.pop(message_id, None)
        return False

    def _note_sending(self, message_id: str) -> None:
        """Remember when a mail was last sent, for the newest few."""
        self._sent_at.pop(message_id, None)
        self._sent_at[message_id] = self._elapsed()
        if len(self._sent_at) > _REMEMBERED:
            del self._sent_at[next(iter(self._sent_at))]

    def _unsent(self, message_id: str, answer: Answer) -> MailError:
        """What an answer other than 202 means for the mail; only those documented as not processed are certain."""
        words = f"{said(answer)}{advice(self._client, self._places.mailbox, answer)}."
        if answer.status in (400, 413):
            return MailRefusedError(f"Microsoft 365 refused the mail {message_id}: {words}")
        if answer.status in (401, 403, 429):
            self._sent_at.pop(message_id, None)
            return MailPostponedError(
                f"A mail waits, for Microsoft 365 did not send it: {words}", seconds_to_wait(answer)
            )
        return MailError(f"It is not known whether Microsoft 365 has sent a mail: {words}")

    def _copies(self, message_id: str) -> list[bool]:
        """For each mail of that Message-ID in the mailbox, whether it is a draft."""
        query = {
            "$filter": f"internetMessageId eq {quoted(message_id)}",
            "$select": "id,isDraft",
            "$top": "10",
        }
        answer = self._client.read(self._place("messages"), query)
        if not answer.well:
            raise denied(self._client, self._places.mailbox, "look for a sent mail", answer)
        found = answer.table().get("value")
        return (
            [mail.get("isDraft") is True for mail in found if isinstance(mail, dict)] if isinstance(found, list) else []
        )

    def _read_all(self, ids: tuple[str, ...], trouble: list[str]) -> Iterator[FetchedMail]:
        """The mails of those ids; what keeps one from being read goes into `trouble`. One moved away is gone."""
        for mail in ids:
            try:
                answer = self._client.read(self._place("messages", mail, "$value"), limit=LARGEST_READ)
            except TooLargeError:
                trouble.append(f"gives more than {LARGEST_READ:,} bytes")
                continue
            except GraphError as error:
                # Not this mail's fault: what was read so far is kept, and the rest waits for the next round.
                trouble.append(f"says nothing more, for {error}".rstrip("."))
                return
            if answer.well:
                yield FetchedMail(source_id=mail, raw=answer.body)
            elif answer.status in (401, 403, 429):
                trouble.append(f"says: {said(answer)}{advice(self._client, self._places.mailbox, answer)}")
                return
            elif answer.status != 404:
                trouble.append(f"says: {said(answer)}")

    def _mark(self, source_id: str) -> None:
        place = self._place("messages", source_id)
        answer = self._client.read(place, {"$select": "id,categories"})
        if answer.well:
            now = answer.table().get("categories")
            ours = self._places.handled_name
            marks = [mark for mark in now if mark != ours] if isinstance(now, list) else []
            answer = self._client.write("PATCH", place, {"isRead": True, "categories": [*marks, ours]})
        if not answer.well and answer.status != 404:
            raise denied(self._client, self._places.mailbox, "mark a mail", answer)

    def _folder(self, name: str, *, create: bool = False) -> str:
        if name not in self._folders:
            found = folder_id(self._client, self._places.mailbox, name, create=create)
            if found is None:
                section = self._client.access.section
                raise MailError(
                    f"There is no folder {name} in {self._places.mailbox}; make it, or correct {section}.folder."
                )
            self._folders[name] = found
        return self._folders[name]

    def _place(self, *parts: str) -> str:
        return place_in(self._places.mailbox, *parts)

    @contextmanager
    def _told(self, wanted: str) -> Iterator[None]:
        try:
            yield
        except GraphError as error:
            raise MailError(f"Microsoft 365 could not {wanted}: {error}") from error
        except TooLargeError:
            raise MailError(f"Microsoft 365 could not {wanted}: its answer has no end.") from None
