"""Whatever an IMAP server answers, it is a letter or one sentence, and never a crash."""

import socket
import threading

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ports import MailError
from handlers.mail.imap import ImapMailbox
from handlers.sections_imap import ImapMailSettings
from tests.no_hang import no_hang

PIECES = [
    *(
        b"* 1 EXISTS",
        b"* 2 EXPUNGE",
        b"* SEARCH 1 2 3",
        b"* SEARCH",
        b"* SEARCH x",
        b"* SEARCH \xff",
        b"* BYE",
        b"+ go",
    ),
    *(b"* OK [UIDVALIDITY 7] ok", b"* OK [UIDVALIDITY x] ok", b"* OK [UIDVALIDITY 99999999999999999999] ok"),
    *(b"* 1 FETCH (UID 1 RFC822.SIZE 3)", b"* 2 FETCH (UID 99999999999 RFC822.SIZE 1)", b"* 3 FETCH (RFC822.SIZE x)"),
    *(
        b"* 1 FETCH (UID 1 BODY[] {3}\r\nabc)",
        b"* 2 FETCH (BODY[] {2}\r\nab UID 2)",
        b'* 3 FETCH (UID 3 BODY[] "a\\"")',
    ),
    *(
        b"* 1 FETCH (UID 1 BODY[] NIL)",
        b"* 1 FETCH (UID 1 BODY[] {0}\r\n)",
        b"* FETCH",
        b"* 1 FETCH ()",
        b"*",
        b"",
        b"?",
    ),
    *(b"* CAPABILITY IMAP4rev1 MOVE", b"* CAPABILITY", b'* LIST () "/" "Visit Bot handled"', b"* NO [ALERT] \x00\xff"),
]
ENDS = [b"OK done", b"NO not now", b"BAD what", b"OK [TRYCREATE] x", b"OK"]


class Babbler:
    """Greets, lets everybody in, and then answers each command with what it was given, in turn."""

    def __init__(self, answers: list[tuple[list[bytes], bytes]]) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(5)
        self.port = self._listener.getsockname()[1]
        self._answers = answers
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)  # ends the waiting, as closing alone would not
        self._listener.close()
        self._thread.join(10)

    def _serve(self) -> None:
        for _ in range(4):
            try:
                connection = self._listener.accept()[0]
            except OSError:
                return
            with connection, connection.makefile("rwb") as line:
                connection.settimeout(5)
                try:
                    self._babble(line)
                except OSError:
                    continue

    def _babble(self, line: "socket.SocketIO") -> None:
        line.write(b"* OK ready\r\n")
        line.flush()
        while command := line.readline():
            tag, _, what = command.strip().partition(b" ")
            if what.upper().startswith((b"CAPABILITY", b"LOGIN")):
                line.write(b"* CAPABILITY IMAP4rev1 MOVE UIDPLUS\r\n" + tag + b" OK done\r\n")
            else:
                pieces, end = self._answers.pop(0) if self._answers else ([], b"OK done")
                line.write(b"".join(piece + b"\r\n" for piece in pieces) + tag + b" " + end + b"\r\n")
            line.flush()


@settings(max_examples=40, deadline=None)
@given(
    answers=st.lists(st.tuples(st.lists(st.sampled_from(PIECES), max_size=4), st.sampled_from(ENDS)), max_size=8),
    work=st.sampled_from(["fetch", "settle", "find"]),
)
def test_odd_answers_are_letters_or_one_sentence(answers: list[tuple[list[bytes], bytes]], work: str) -> None:
    server = Babbler(list(answers))
    here = {"host": "127.0.0.1", "security": "plain"}
    table = {"address": "visits@council.example", "password": "x", "timeout_seconds": 1, "smtp": here}
    mailbox = ImapMailbox(ImapMailSettings.model_validate({**table, "imap": {**here, "port": server.port}}))
    try:
        with no_hang():
            told = tried(mailbox, work)
    finally:
        mailbox.close()
        server.close()
    assert "\n" not in told
    assert told == "" or told.endswith(".")


def tried(mailbox: ImapMailbox, work: str) -> str:
    """The sentence that was said, if any."""
    try:
        if work == "fetch":
            assert all(mail.raw for mail in mailbox.fetch("7:1"))
        elif work == "settle":
            mailbox.settle("7:1")
        else:
            assert mailbox.find_sent("<a@b.example>") is False, "no mail here is of that id"
    except MailError as error:
        return str(error)
    return ""
