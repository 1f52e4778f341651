"""Any mail server: letters by IMAP (RFC 3501), our mails by SMTP (RFC 5321), what was sent kept in a folder.

A letter is settled by moving it out of the inbox, so what lies there is what is still to be done. Where the settings or
the server will not have letters moved, a settled one is marked as read, and the cursor says how far we have come: a
person who reads a letter before us does not hide it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.ports import FetchedMail, MailError, MailPostponedError, MailRefusedError, MailUnsettledError
from bot.wording.headers import well_formed_id
from handlers.mail.imap_connection import ImapConnection
from handlers.mail.imap_outgoing import Fate, Outgoing
from handlers.mail.imap_session import ImapRefusedError, ImapSession
from handlers.mail.signing_in import Credentials
from handlers.mail.smtp import SmtpSender, on_the_wire
from handlers.sections_imap import ImapMailSettings

BATCH_MAILS = 50
BATCH_BYTES = 4_000_000
"""What is asked for at once, unless one mail alone is larger."""
_SIZES_AT_ONCE = 500
_SOURCE_ID = re.compile(r"([0-9]{1,10}):([0-9]{1,10})")


class ImapMailbox:
    """The mailbox that the settings name. A mail's source id, and the cursor, are "UIDVALIDITY:UID"."""

    def __init__(self, settings: ImapMailSettings) -> None:
        credentials = Credentials(settings)
        self._settings = settings
        self._folders = settings.folders
        self._session = ImapSession(settings, credentials)
        self._smtp = SmtpSender(settings, credentials)
        self._outgoing = Outgoing(self._session, settings.folders, save_sent=settings.save_sent)

    def close(self) -> None:
        """Let the connections go; the next call makes new ones."""
        self._session.close()
        self._smtp.close()

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        """Every letter not yet settled, oldest first by UID, a few at a time; raises MailError.

        A letter that has gone meanwhile is no error. One that the server cannot hand out is left where it is, the
        others come first, and then MailError tells of it.
        """
        before, last = _numbers(cursor or "")
        validity, uids = self._session.run(lambda mailbox: self._waiting(mailbox, before, last))
        highest = last if validity == before else 0
        unread: list[int] = []
        for batch in self._batches(validity, uids):
            for uid, raw in self._read(validity, batch, unread):
                if not raw and self._is_there(validity, uid):
                    unread.append(uid)
                if not raw:
                    continue  # some servers hand out an empty mail in the place of one that has gone
                highest = max(highest, uid)
                yield FetchedMail(f"{validity}:{uid}", raw, f"{validity}:{highest}")
        if unread:
            count = "1 letter" if len(unread) == 1 else f"{len(unread)} letters"
            raise MailError(
                f"{count} in {self._folders.inbox} cannot be read, the first has the UID {unread[0]}; look at it in a "
                "mail program, and move it out of the folder."
            )

    def settle(self, source_id: str) -> None:
        """Move the letter to the folder of handled ones, or mark it as read; nothing happens if it has gone."""
        validity, uid = _numbers(source_id)
        if uid:
            self._session.run(lambda mailbox: self._settle(mailbox, validity, uid))

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        """Hand the mail to the server, once a Message-ID; what is certain and what is not: see `smtp`.

        Where the server refuses some of the recipients for good, the mail goes to the others: a wrong address of an
        adviser does not keep an offer from the school. That is told with a MailUnsettledError, once, as the mail
        is found in "sent" afterwards. But it goes to nobody where all to whom it is written (To, not Cc) are refused.
        """
        if not recipients:
            raise MailRefusedError(f"The mail {message_id} has no recipient; add a contact with an address.")
        if not well_formed_id(message_id):
            raise MailRefusedError(f"The mail {message_id!r} has no proper Message-ID and could never be found again.")
        if self.find_sent(message_id):
            return
        wire = on_the_wire(mime)
        try:
            refused = self._smtp.send(message_id, recipients, wire, lambda: self._outgoing.begin(message_id, wire))
        except (MailRefusedError, MailPostponedError):
            self._outgoing.conclude(message_id, Fate.NOT_SENT)
            raise
        if self._settings.save_sent or not refused:
            self._outgoing.conclude(message_id, Fate.SENT)
        if refused:
            named = ", ".join(f"{address} (the server says: {words})" for address, words in refused.items())
            raise MailUnsettledError(f"The mail {message_id} went out, but not to {named}; correct the address.")

    def find_sent(self, message_id: str) -> bool:
        """Whether it went out; raises MailUnsettledError where nobody can say, and says how a person can settle it."""
        fate = self._outgoing.fate(message_id)
        if fate is Fate.UNKNOWN:
            raise MailUnsettledError(
                f"Nobody can say whether the mail {message_id} went out; look in the server's log, then move it from "
                f'the folder "{self._folders.sending}" to "{self._folders.sent}" if it did, or delete it there and it '
                "will be sent."
            )
        return fate is Fate.SENT

    # letters

    def _moves(self, mailbox: ImapConnection) -> bool:
        """Whether letters are moved. Without MOVE and UIDPLUS, others' deleted mails would go for good with ours."""
        return self._settings.settle == "move" and (mailbox.has("MOVE") or mailbox.has("UIDPLUS"))

    def _waiting(self, mailbox: ImapConnection, before: int, last: int) -> tuple[int, list[int]]:
        """UIDVALIDITY and the UIDs to be fetched; a folder that was made anew is read from its beginning."""
        validity = mailbox.select(self._folders.inbox)
        mailbox.notice()
        if self._moves(mailbox) or (before and before != validity):
            return validity, mailbox.search("UNDELETED")
        # "n:*" also finds the last one where there is none from n on; that one is settled or not like any other
        new = [uid for uid in mailbox.search(f"UNDELETED UID {last + 1}:*") if uid > last] if before else []
        return validity, sorted({*new, *mailbox.search("UNDELETED UNSEEN")})

    def _batches(self, validity: int, uids: Sequence[int]) -> Iterator[list[int]]:
        """UIDs whose mails together are not too large for the memory."""
        for start in range(0, len(uids), _SIZES_AT_ONCE):
            some = uids[start : start + _SIZES_AT_ONCE]
            batch: list[int] = []
            weight = 0
            for uid, size in self._sizes(validity, some):
                if batch and (len(batch) >= BATCH_MAILS or weight + size > BATCH_BYTES):
                    yield batch
                    batch, weight = [], 0
                batch.append(uid)
                weight += size
            if batch:
                yield batch

    def _sizes(self, validity: int, uids: Sequence[int]) -> list[tuple[int, int]]:
        return self._session.run(lambda mailbox: self._in(mailbox, validity).sizes(uids))

    def _read(self, validity: int, batch: Sequence[int], unread: list[int]) -> list[tuple[int, bytes]]:
        """The mails of a batch; where the server will not hand them out together, one by one."""
        try:
            return self._session.run(lambda mailbox: self._in(mailbox, validity).bodies(batch))
        except ImapRefusedError:
            if len(batch) == 1:
                unread.extend(batch)
                return []
        return [mail for uid in batch for mail in self._read(validity, [uid], unread)]

    def _is_there(self, validity: int, uid: int) -> bool:
        def look(mailbox: ImapConnection) -> bool:
            self._in(mailbox, validity).notice()
            return uid in mailbox.search(f"UID {uid}")

        return self._session.run(look)

    def _in(self, mailbox: ImapConnection, validity: int) -> ImapConnection:
        if mailbox.select(self._folders.inbox) != validity:
            raise MailPostponedError(
                f"The folder {self._folders.inbox} was made anew while it was read; it will be read again."
            )
        return mailbox

    def _settle(self, mailbox: ImapConnection, validity: int, uid: int) -> None:
        if mailbox.select(self._folders.inbox) != validity:
            return  # it lies there under another number now, and will be fetched and settled under that
        if self._moves(mailbox):
            mailbox.move(uid, self._folders.handled)
        else:
            mailbox.flag(uid, r"\Seen")


def _numbers(source_id: str) -> tuple[int, int]:
    """UIDVALIDITY and UID, (0, 0) for anything else."""
    found = _SOURCE_ID.fullmatch(source_id)
    return (int(found[1]), int(found[2])) if found else (0, 0)
