"""The Maildir mailbox: nothing lost, nothing twice, and no half mail ever seen."""

import errno
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ports import FetchedMail, Mailbox, MailError, MailRefusedError
from handlers.mail import maildir
from handlers.mail.maildir import MaildirMailbox

TO = ("dt@oakfield.example",)


@pytest.fixture
def mailbox(tmp_path: Path) -> MaildirMailbox:
    box = MaildirMailbox(tmp_path / "mail")
    box.create()
    return box


def put(path: Path, name: str, raw: bytes = b"Subject: hello\r\n\r\nText", age: int = 0) -> Path:
    file = path / "mail" / "inbox" / "new" / name
    file.write_bytes(raw)
    moment = 1_800_000_000 - age
    os.utime(file, (moment, moment))
    return file


def ids(mails: Iterator[FetchedMail]) -> list[str]:
    return [mail.source_id for mail in mails]


def sent_files(path: Path) -> list[Path]:
    return sorted((path / "mail" / "sent" / "new").iterdir())


def test_the_maildir_is_a_mailbox_as_the_mind_knows_it(mailbox: MaildirMailbox) -> None:
    port: Mailbox = mailbox
    assert list(port.fetch(None)) == []


def test_letters_come_oldest_first_so_that_the_last_word_of_a_school_counts_last(
    mailbox: MaildirMailbox, tmp_path: Path
) -> None:
    put(tmp_path, "b", age=10)
    put(tmp_path, "a", age=5)
    put(tmp_path, "d", age=20)
    put(tmp_path, "c", age=20)
    assert ids(mailbox.fetch(None)) == ["c", "d", "b", "a"]


def test_a_letter_keeps_every_byte(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    raw = bytes(range(256)) + b"\r\n.\r\nFrom here\n"
    put(tmp_path, "one", raw)
    assert next(mailbox.fetch(None)).raw == raw


def test_a_settled_letter_is_kept_and_does_not_come_again(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    put(tmp_path, "one", b"kept")
    mailbox.settle("one")
    assert ids(mailbox.fetch(None)) == []
    assert (tmp_path / "mail/inbox/cur/one:2,S").read_bytes() == b"kept"


def test_settling_twice_after_a_crash_is_harmless(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    put(tmp_path, "one")
    mailbox.settle("one")
    mailbox.settle("one")
    assert len(list((tmp_path / "mail/inbox/cur").iterdir())) == 1


def test_two_letters_under_one_name_never_become_one(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    for raw in (b"first", b"second"):
        put(tmp_path, "same", raw)
        mailbox.settle("same")
    assert sorted(file.read_bytes() for file in (tmp_path / "mail/inbox/cur").iterdir()) == [b"first", b"second"]


def test_a_letter_that_already_carries_flags_gets_no_second_set(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    put(tmp_path, "one:2,")
    mailbox.settle("one:2,")
    assert [file.name for file in (tmp_path / "mail/inbox/cur").iterdir()] == ["one:2,S"]


def test_a_source_id_cannot_reach_outside_the_inbox(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("stays")
    mailbox.settle("../../../secret")
    assert secret.read_text() == "stays"


def test_a_letter_that_vanishes_between_listing_and_reading_stops_nobody(
    mailbox: MaildirMailbox, tmp_path: Path
) -> None:
    for age, name in enumerate(("new", "gone", "old")):
        put(tmp_path, name, age=age)
    letters = mailbox.fetch(None)
    assert next(letters).source_id == "old"
    (tmp_path / "mail/inbox/new/gone").unlink()
    assert ids(letters) == ["new"]


def test_a_letter_that_cannot_be_read_is_left_and_named_after_the_others(
    mailbox: MaildirMailbox, tmp_path: Path
) -> None:
    put(tmp_path, "good", age=1)
    (tmp_path / "mail/inbox/new/folder").mkdir()
    os.mkfifo(tmp_path / "mail/inbox/new/pipe")
    letters = mailbox.fetch(None)
    assert next(letters).source_id == "good"
    with pytest.raises(MailError, match=r"2 mails in .* cannot be read, the first is (folder|pipe);"):
        next(letters)
    assert (tmp_path / "mail/inbox/new/pipe").exists()


def test_a_letter_without_permission_does_not_hide_the_others(
    mailbox: MaildirMailbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "locked", age=9)
    put(tmp_path, "open", age=1)
    opened = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "locked":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr(maildir.os, "open", refuse)
    letters = mailbox.fetch(None)
    assert next(letters).source_id == "open"
    with pytest.raises(MailError, match=r"1 mail in .* cannot be read, the first is locked;"):
        next(letters)


def test_dot_files_are_no_letters(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    put(tmp_path, ".nfs0001")
    assert ids(mailbox.fetch(None)) == []


def test_letters_with_strange_names_come_and_are_settled(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "mail/inbox/new")
    with open(os.path.join(folder, b"caf\xe9 100%"), "wb") as file:  # noqa: PTH118, PTH123  a name that is no text
        file.write(b"raw")
    (name,) = ids(mailbox.fetch(None))
    mailbox.settle(name)
    assert ids(mailbox.fetch(None)) == []


def test_ten_thousand_letters_need_no_more_memory_than_their_names(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    new = tmp_path / "mail/inbox/new"
    body = b"x" * 2_000
    for number in range(10_000):
        (new / f"{number:05}").write_bytes(body)
    tracemalloc.start()
    try:
        count = sum(1 for _ in mailbox.fetch(None))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 10_000
    assert peak < 8_000_000  # the bodies alone are 20 MB


def test_one_mail_is_one_file_with_its_bytes_and_the_line_ends_of_the_machine(
    mailbox: MaildirMailbox, tmp_path: Path
) -> None:
    mailbox.send("<a@council.example>", TO, b"mime\r\n")
    assert [file.read_bytes() for file in sent_files(tmp_path)] == [b"mime\n"]
    assert list((tmp_path / "mail/sent/tmp").iterdir()) == []


def test_the_same_message_id_is_sent_once(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    mailbox.send("<a@council.example>", TO, b"mime")
    mailbox.send("<a@council.example>", TO, b"mime")
    mailbox.send("<b@council.example>", TO, b"mime")
    assert len(sent_files(tmp_path)) == 2


def test_a_sent_mail_is_found_and_another_is_not(mailbox: MaildirMailbox) -> None:
    assert not mailbox.find_sent("<a@council.example>")
    mailbox.send("<a@council.example>", TO, b"mime")
    assert mailbox.find_sent("<a@council.example>")
    assert not mailbox.find_sent("<b@council.example>")


def test_a_sent_mail_that_somebody_has_looked_at_is_not_sent_again(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    mailbox.send("<a@council.example>", TO, b"mime")
    (file,) = sent_files(tmp_path)
    file.rename(tmp_path / "mail/sent/cur" / f"{file.name}:2,RS")
    assert mailbox.find_sent("<a@council.example>")
    mailbox.send("<a@council.example>", TO, b"mime")
    assert sent_files(tmp_path) == []


def test_a_crash_before_the_rename_leaves_no_half_mail_and_the_next_try_sends_it(
    mailbox: MaildirMailbox, tmp_path: Path
) -> None:
    child = os.fork()
    if child == 0:  # dies like a machine that loses power: no clean-up runs
        maildir.Path.rename = lambda *_: os._exit(9)  # type: ignore[method-assign,assignment]
        mailbox.send("<a@council.example>", TO, b"mime")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert sent_files(tmp_path) == []
    assert len(list((tmp_path / "mail/sent/tmp").iterdir())) == 1
    assert not mailbox.find_sent("<a@council.example>")
    mailbox.send("<a@council.example>", TO, b"mime")
    assert [file.read_bytes() for file in sent_files(tmp_path)] == [b"mime"]


def test_a_crash_after_the_rename_is_settled_by_looking_in_sent(
    mailbox: MaildirMailbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(maildir, "_make_durable", lost)
    with pytest.raises(MailError, match="Input/output error"):
        mailbox.send("<a@council.example>", TO, b"mime")
    assert mailbox.find_sent("<a@council.example>")
    assert len(sent_files(tmp_path)) == 1


def test_a_mail_is_on_the_disk_before_it_counts_as_sent(
    mailbox: MaildirMailbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    monkeypatch.setattr(maildir.os, "fsync", lambda _descriptor: synced.append(bool(sent_files(tmp_path))))
    mailbox.send("<a@council.example>", TO, b"mime")
    assert synced == [False, True]  # the file before the rename, the folder after it


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full: free some space"),
        (errno.EACCES, "permission was denied"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "the system says: Input/output error"),
    ],
)
def test_a_disk_that_refuses_is_one_clear_sentence_and_leaves_nothing_behind(
    mailbox: MaildirMailbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        path.write_bytes(content[:1])
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(maildir, "_write_durably", refuse)
    with pytest.raises(MailError, match=words) as caught:
        mailbox.send("<a@council.example>", TO, b"mime")
    assert "\n" not in str(caught.value)
    assert not isinstance(caught.value, MailRefusedError)
    assert list((tmp_path / "mail/sent/tmp").iterdir()) == []
    assert sent_files(tmp_path) == []


def test_a_full_disk_is_told_in_the_same_words_for_every_mail_so_that_it_is_told_once(
    mailbox: MaildirMailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(maildir, "_write_durably", refuse)
    said = set()
    for name in ("one", "two"):
        with pytest.raises(MailError) as caught:
            mailbox.send(f"<{name}@council.example>", TO, b"mime")
        said.add(str(caught.value))
    assert len(said) == 1


def test_a_mail_to_nobody_is_refused_for_good(mailbox: MaildirMailbox, tmp_path: Path) -> None:
    with pytest.raises(MailRefusedError, match="has no recipient"):
        mailbox.send("<a@council.example>", (), b"mime")
    assert sent_files(tmp_path) == []


def test_folders_are_made_on_first_use_and_only_for_us(tmp_path: Path) -> None:
    assert list(MaildirMailbox(tmp_path / "mail").fetch(None)) == []
    made = sorted(str(folder.relative_to(tmp_path)) for folder in tmp_path.rglob("*"))
    assert made == [
        "mail",
        "mail/inbox",
        *(f"mail/inbox/{name}" for name in ("cur", "new", "tmp")),
        "mail/sent",
        *(f"mail/sent/{name}" for name in ("cur", "new", "tmp")),
    ]
    assert (tmp_path / "mail/sent").stat().st_mode & 0o077 == 0


def test_an_inbox_that_holds_only_new_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mail/inbox/new").mkdir(parents=True)
    put(tmp_path, "one")
    mailbox = MaildirMailbox(tmp_path / "mail")
    assert ids(mailbox.fetch(None)) == ["one"]
    mailbox.settle("one")


def test_a_disk_that_is_not_mounted_is_an_error_not_an_empty_mailbox(tmp_path: Path) -> None:
    mailbox = MaildirMailbox(tmp_path / "not" / "mounted" / "mail")
    with pytest.raises(MailError, match=r"there is no such folder: create it, or correct mail\.path"):
        list(mailbox.fetch(None))
    assert not (tmp_path / "not").exists()


def test_a_file_in_the_place_of_the_mailbox_is_said(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file")
    with pytest.raises(MailError, match="a file is in the place of a folder"):
        MaildirMailbox(tmp_path / "mail").send("<a@council.example>", TO, b"mime")


@settings(max_examples=60, deadline=None)
@given(message_id=st.text(max_size=80), raw=st.binary(max_size=500))
def test_whatever_a_message_id_holds_the_mail_lands_in_sent_and_nowhere_else(
    tmp_path_factory: pytest.TempPathFactory, message_id: str, raw: bytes
) -> None:
    path = tmp_path_factory.mktemp("any")
    mailbox = MaildirMailbox(path / "mail")
    mailbox.send(message_id, TO, raw)
    assert mailbox.find_sent(message_id)
    assert [file.read_bytes() for file in path.rglob("*") if file.is_file()] == [raw.replace(b"\r\n", b"\n")]
    assert len(sent_files(path)) == 1
