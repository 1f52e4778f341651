"""What is known of a mail on its way out: two folders of the mailbox keep the record that SMTP does not.

SMTP has no way of asking whether a mail was taken. So a copy is laid into the folder "sending" before the mail itself
goes over the line, and moved to "sent" when the server has said yes. A crash, or a connection that breaks while the
server thinks, leaves the copy in "sending": nobody can say whether that mail went out, so it is never sent again by
itself. A person who has asked the server's log moves the copy to "sent" (it went), or deletes it (it did not, and
then it is sent). What a server answers before the mail itself is certain and leaves nothing in "sending".

Where the server saves what is sent (`save_sent = false`), its own copy in "sent" answers for a mail in "sending".
"""

from __future__ import annotations

from enum import Enum, auto

import structlog

from bot.message_ids import message_id_in
from bot.ports import MailError, MailPostponedError
from bot.wording.headers import well_formed_id
from handlers.mail.imap_connection import ImapConnection
from handlers.mail.imap_session import ImapSession
from handlers.sections_imap import FolderSettings

log = structlog.get_logger()


class Fate(Enum):
    """What became of a mail: it went out, nothing of it ever went, or nobody can say."""

    SENT = auto()
    NOT_SENT = auto()
    UNKNOWN = auto()


class Outgoing:
    """The record of what goes out, by Message-ID. `save_sent` false: the server fills the folder "sent" itself."""

    def __init__(self, session: ImapSession, folders: FolderSettings, *, save_sent: bool) -> None:
        self._session = session
        self._sending, self._sent, self._save_sent = folders.sending, folders.sent, save_sent
        self._owed: dict[str, Fate] = {}
        self._begun: dict[str, tuple[int, int]] = {}

    def fate(self, message_id: str) -> Fate:
        """What became of that mail; raises MailError where the mailbox cannot be asked."""
        if message_id in self._owed:
            return self._owed[message_id]
        return self._session.run(lambda mailbox: self._fate(mailbox, message_id))

    def begin(self, message_id: str, wire: bytes) -> None:
        """Note that a mail is about to be handed over; raises MailError, and then it must not be."""
        self._begun[message_id] = self._session.run(lambda mailbox: self._begin(mailbox, message_id, wire))

    def _begin(self, mailbox: ImapConnection, message_id: str, wire: bytes) -> tuple[int, int]:
        mailbox.append(self._sending, wire, r"(\Seen)")
        noted = _of_id(mailbox, self._sending, message_id)
        if not noted:
            raise MailPostponedError(
                f'The mail {message_id} was laid into "{self._sending}" and is not found there by its Message-ID; '
                "it does not go out without a record, so ask the server's administrator about SEARCH HEADER."
            )
        return mailbox.select(self._sending), noted[-1]

    def conclude(self, message_id: str, fate: Fate) -> None:
        """Note that it went out, or that nothing of it did. Where that fails, it is noted with the next mail."""
        self._owed[message_id] = fate
        try:
            self._session.run(self._file_owed)
        except MailError as error:
            log.warning("a mail could not be filed", folder=self._sending, message_id=message_id, error=str(error))

    def _file_owed(self, mailbox: ImapConnection) -> None:
        for message_id, fate in list(self._owed.items()):
            self._file(mailbox, self._noted(mailbox, message_id), fate)
            del self._owed[message_id]
            self._begun.pop(message_id, None)

    def _noted(self, mailbox: ImapConnection, message_id: str) -> list[int]:
        """The copies in "sending". The one just laid there is known: nothing is asked between a yes and its record."""
        validity, uid = self._begun.get(message_id, (0, 0))
        if uid and mailbox.select(self._sending) == validity:
            return [uid]
        return _of_id(mailbox, self._sending, message_id)

    def _fate(self, mailbox: ImapConnection, message_id: str) -> Fate:
        noted = _of_id(mailbox, self._sending, message_id)
        if _of_id(mailbox, self._sent, message_id):
            mailbox.select(self._sending)
            self._file(mailbox, noted, Fate.NOT_SENT)
            return Fate.SENT
        return Fate.UNKNOWN if noted else Fate.NOT_SENT

    def _file(self, mailbox: ImapConnection, noted: list[int], fate: Fate) -> None:
        """The first copy in "sending" becomes the one in "sent" if it is wanted there; any other goes."""
        wanted = fate is Fate.SENT and self._save_sent
        for uid in noted:
            if wanted:
                mailbox.move(uid, self._sent)
            else:
                mailbox.take_out(uid)
            wanted = False


def _of_id(mailbox: ImapConnection, folder: str, message_id: str) -> list[int]:
    """UIDs of the mails of that Message-ID; a server that searches for parts of words may find too many."""
    if not well_formed_id(message_id):
        return []
    mailbox.create(folder)
    mailbox.select(folder)
    mailbox.notice()
    quoted = message_id.strip().replace("\\", "\\\\").replace('"', '\\"')
    found = mailbox.search(f'UNDELETED HEADER Message-ID "{quoted}"')
    heads = mailbox.bodies(found, "HEADER.FIELDS (MESSAGE-ID)")
    return [uid for uid, head in heads if message_id_in(head) == message_id.strip()]
