"""Letters by IMAP: whatever the server can or cannot do, none is lost, and nothing of anybody else's is touched."""

import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from bot.errors import PlainError
from bot.message_ids import message_id_in
from bot.ports import FetchedMail, Mailbox, MailError, MailPostponedError
from handlers.mail import imap as imap_module
from handlers.mail.imap import ImapMailbox
from handlers.mail.imap_connection import ImapConnection
from handlers.sections_imap import ImapMailSettings
from tests.fakes.dovecot_server import BARE, DovecotServer
from tests.fakes.imap_stage import PASSWORD, US, DovecotStage, ImapServer, ImapStage, PymapStage, dovecot
from tests.fakes.pymap_server import PymapServer


def letter(number: int) -> bytes:
    head = f"From: dt@oakfield.example\r\nMessage-ID: <letter.{number}@oakfield.example>\r\nSubject: {number}\r\n\r\n"
    return head.encode() + b"Option 1 please.\r\n"


def ids(mails: Iterator[FetchedMail]) -> list[str]:
    return [message_id_in(mail.raw).removeprefix("<letter.").removesuffix("@oakfield.example>") for mail in mails]


@pytest.fixture
def stage() -> Iterator[PymapStage]:
    with PymapStage() as one:
        yield one


@pytest.fixture
def bare() -> Iterator[ImapStage]:
    """A server that knows neither MOVE nor UIDPLUS nor IDLE."""
    with ImapStage(PymapServer(US, PASSWORD, without=("MOVE", "UIDPLUS", "IDLE"))) as one:
        yield one


@pytest.fixture
def real() -> Iterator[DovecotStage]:
    with DovecotStage() as one:
        yield one


def test_a_stored_letter_lies_whole_in_the_folder_of_handled_ones(stage: PymapStage) -> None:
    stage.deliver(letter(1))
    mailbox = stage.open()
    (mail,) = mailbox.fetch(None)
    mailbox.settle(mail.source_id)
    assert stage.found("INBOX") == []
    assert stage.found("Visit Bot handled") == [letter(1)]


def test_fetching_marks_nothing_as_read(stage: PymapStage) -> None:
    stage.deliver(letter(1))
    assert ids(stage.open().fetch(None)) == ["1"]
    assert stage.found("INBOX", "UNSEEN") == [letter(1)]


def test_a_server_without_move_copies_and_takes_out_that_one_letter() -> None:
    with ImapStage(PymapServer(US, PASSWORD, without=("MOVE",))) as stage:
        for number in (1, 2):
            stage.deliver(letter(number))
        with stage.client() as somebody:
            somebody.select("INBOX")
            somebody.store("2", "+FLAGS", r"(\Deleted)")
        mailbox = stage.open()
        (mail,) = mailbox.fetch(None)
        mailbox.settle(mail.source_id)
        mailbox.settle(mail.source_id)
        assert stage.found("Visit Bot handled") == [letter(1)]
        assert stage.found("INBOX") == [letter(2)], "what somebody else marked as deleted is theirs to expunge"


def test_a_server_that_cannot_move_one_letter_alone_keeps_it_in_the_inbox_as_read(bare: ImapStage) -> None:
    for number in (1, 2):
        bare.deliver(letter(number))
    mailbox = bare.open()
    first, second = mailbox.fetch(None)
    mailbox.settle(first.source_id)
    assert ids(mailbox.fetch(None)) == ["2"]
    mailbox.settle(second.source_id)
    mailbox.settle(second.source_id)
    assert ids(mailbox.fetch(None)) == []
    assert bare.found("INBOX") == [letter(1), letter(2)]


@pytest.fixture
def marking() -> Iterator[PymapStage]:
    with PymapStage(settle="seen") as one:
        yield one


def test_a_letter_that_a_person_has_read_first_is_not_lost(marking: PymapStage) -> None:
    marking.deliver(letter(1))
    mailbox = marking.open()
    (mail,) = mailbox.fetch(None)
    mailbox.settle(mail.source_id)
    marking.deliver(letter(2))
    with marking.client() as somebody:
        somebody.select("INBOX")
        somebody.store("2", "+FLAGS", r"(\Seen)")
    assert ids(mailbox.fetch(mail.cursor)) == ["2"]


def test_where_letters_stay_in_the_inbox_a_cursor_brings_the_new_and_the_unsettled(marking: PymapStage) -> None:
    for number in (1, 2, 3):
        marking.deliver(letter(number))
    mailbox = marking.open()
    mails = list(mailbox.fetch(None))
    for mail in mails[1:]:
        mailbox.settle(mail.source_id)
    marking.deliver(letter(4))
    again = list(marking.open().fetch(mails[-1].cursor))
    assert ids(iter(again)) == ["1", "4"]
    assert again[0].cursor == mails[-1].cursor, "the cursor never goes back"


def test_after_a_restore_every_letter_has_a_new_number_and_all_are_looked_at_again() -> None:
    with ImapStage(dovecot(store="maildir"), settle="seen") as stage:
        assert isinstance(stage.server, DovecotServer)
        for number in (1, 2):
            stage.deliver(letter(number))
        mailbox = stage.open()
        mails = list(mailbox.fetch(None))
        for mail in mails:
            mailbox.settle(mail.source_id)
        stage.server.forget_numbers()
        stage.deliver(letter(3))
        fresh = stage.open()
        found = list(fresh.fetch(mails[-1].cursor))
        assert sorted(ids(iter(found))) == ["1", "2", "3"]
        assert {mail.source_id for mail in found}.isdisjoint(mail.source_id for mail in mails)
        fresh.settle(mails[0].source_id)
        assert len(stage.found("INBOX", "UNSEEN")) == 1, "an old number settles nothing"


def pymap() -> PymapServer:
    return PymapServer(US, PASSWORD)


@pytest.mark.parametrize(
    ("server", "rest"), [(pymap, ["2", "3"]), (lambda: dovecot(store="maildir"), ["3"])], ids=["pymap", "dovecot"]
)
def test_a_letter_that_somebody_deletes_while_others_are_fetched_is_no_error(
    server: Callable[[], ImapServer], rest: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """pymap shows it to the end of the session, and dovecot hands out an empty mail in its place."""
    monkeypatch.setattr(imap_module, "BATCH_MAILS", 1)
    with ImapStage(server()) as stage:
        for number in (1, 2, 3):
            stage.deliver(letter(number))
        begun = stage.open().fetch(None)
        assert message_id_in(next(begun).raw) == "<letter.1@oakfield.example>"
        with stage.client() as somebody:
            somebody.select("INBOX")
            somebody.store("2", "+FLAGS", r"(\Deleted)")
            somebody.expunge()
        assert ids(begun) == rest


def test_a_letter_that_the_server_cannot_hand_out_does_not_stop_the_others(
    stage: PymapStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from imap_tools.errors import MailboxFetchError

    for number in (1, 2, 3):
        stage.deliver(letter(number))
    whole = ImapConnection.bodies

    def broken(self: ImapConnection, uids: list[int], section: str = "") -> list[tuple[int, bytes]]:
        if 102 in uids:
            raise MailboxFetchError(("NO", [b"[SERVERBUG] broken"]), "OK")
        return whole(self, uids, section)

    monkeypatch.setattr(ImapConnection, "bodies", broken)
    begun = stage.open().fetch(None)
    assert [message_id_in(next(begun).raw) for _ in range(2)] == [
        "<letter.1@oakfield.example>",
        "<letter.3@oakfield.example>",
    ]
    with pytest.raises(MailError, match="1 letter in INBOX cannot be read, the first has the UID 102; look at it"):
        next(begun)


def test_a_server_that_was_restarted_is_connected_to_again(real: DovecotStage) -> None:
    assert isinstance(real.server, DovecotServer)
    real.deliver(letter(1))
    mailbox = real.open()
    (mail,) = mailbox.fetch(None)
    real.server.restart()
    mailbox.settle(mail.source_id)
    assert ids(mailbox.fetch(None)) == []


def test_folders_with_spaces_quotes_and_umlauts_are_made_and_used() -> None:
    with PymapStage(folders={"handled": 'Erledigt "für" Zoë & Co'}) as stage:
        stage.deliver(letter(1))
        mailbox = stage.open()
        (mail,) = mailbox.fetch(None)
        mailbox.settle(mail.source_id)
        assert ids(mailbox.fetch(None)) == []
        assert len(stage.found('Erledigt \\"f&APw-r\\" Zo&AOs- &- Co')) == 1


def test_an_inbox_that_is_not_there_is_said_with_the_servers_words() -> None:
    with PymapStage(folders={"inbox": "Visits"}) as stage, pytest.raises(MailError, match="refused what we asked"):
        list(stage.open().fetch(None))


def test_bare_servers_are_bare(bare: ImapStage) -> None:
    """Else the tests above prove nothing."""
    with bare.client() as client:
        shown = set(client.capability()[1][0].decode().split())
    assert shown.isdisjoint({"MOVE", "UIDPLUS", "IDLE"})
    assert {"MOVE", "UIDPLUS", "IDLE"}.isdisjoint(BARE.split())


# servers that are not there, or do not speak


def settings_for(port: int, **more: object) -> ImapMailSettings:
    table: dict[str, object] = {
        "address": US,
        "password": PASSWORD,
        "imap": {"host": "127.0.0.1", "port": port, "security": "plain"},
        "smtp": {"host": "127.0.0.1", "port": 1, "security": "plain"},
        "timeout_seconds": 1,
    }
    return ImapMailSettings.model_validate({**table, **more})


def sentence(mailbox: Mailbox) -> str:
    with pytest.raises(MailPostponedError) as caught:
        list(mailbox.fetch(None))
    words = str(caught.value)
    assert "\n" not in words
    assert PASSWORD not in words
    return words


def test_a_server_that_is_down_is_said_in_one_sentence_with_what_to_do() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        assert sentence(ImapMailbox(settings_for(port))) == (
            f"127.0.0.1:{port} refused the connection; correct mail.imap.port, or start the server."
        )


def test_a_wrong_password_is_said_and_not_shown(stage: PymapStage) -> None:
    words = sentence(ImapMailbox(stage.settings(password="very-wrong-word")))
    assert words.endswith("refused the login of visits@council.example; correct mail.username or the password.")
    assert "very-wrong-word" not in words


class Speaker:
    """A server that says what it is told to, a piece at a time, and then nothing."""

    def __init__(self, *pieces: bytes, pause: float = 0) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._pieces, self._pause = pieces, pause
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._speak, daemon=True)

    def __enter__(self) -> "Speaker":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._listener.close()

    def _speak(self) -> None:
        try:
            connection = self._listener.accept()[0]
            with connection:
                for piece in self._pieces:
                    connection.sendall(piece)
                    self._end.wait(self._pause)
                self._end.wait(60)
        except OSError:
            return


def test_a_server_that_never_speaks_does_not_hang_us() -> None:
    with Speaker() as server:
        assert "did not answer in time" in sentence(ImapMailbox(settings_for(server.port)))


def test_a_server_that_speaks_for_ever_a_letter_at_a_time_does_not_hang_us() -> None:
    """No time-out of a socket ever runs out there: the watchdog ends it."""
    with Speaker(b"* OK ready\r\n* CAPABILITY IMAP4rev1\r\n", *[b"* "] * 300, pause=0.2) as server:
        began = time.monotonic()
        sentence(ImapMailbox(settings_for(server.port)))
        assert time.monotonic() - began < 30, "it would have gone on for a minute"


def test_something_that_is_no_imap_server_is_said() -> None:
    with Speaker(b"220 mail.council.example ESMTP\r\n") as server:
        assert "is no IMAP server" in sentence(ImapMailbox(settings_for(server.port)))


def test_a_machine_without_the_library_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imap_tools", None)
    with pytest.raises(PlainError) as caught:
        list(ImapMailbox(settings_for(1)).fetch(None))
    assert str(caught.value) == (
        "IMAP needs packages that are not installed; run `make full` or install visitbot[imap]."
    )
