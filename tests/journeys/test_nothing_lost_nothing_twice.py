"""Law 2: whatever dies at whatever moment, each mail goes once and each letter is acted on once."""

import dataclasses
import datetime as dt
import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from bot.model import LetterState
from bot.ports import (
    BusyPeriod,
    ChatError,
    ChatPostponedError,
    DiaryChange,
    DiaryError,
    FetchedMail,
    Mailbox,
    MailError,
    MailPostponedError,
    MailRefusedError,
    MailUnsettledError,
    Post,
)
from handlers import on_letter, settling_letters
from handlers.mail.maildir import MaildirMailbox
from storage.stored import EffectState
from tests.journeys.world import ELM, OAK, World, at, kinds, to_school

ANSWERED = at(12, 1, 10)


class KilledError(BaseException):
    """The process dies here: nothing may catch this."""


@dataclasses.dataclass
class FrailMailbox:
    """A mailbox that dies, or refuses, at one moment of its work."""

    inner: Mailbox
    before_send: BaseException | None = None
    after_send: BaseException | None = None
    on_settle: BaseException | None = None

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        return self.inner.fetch(cursor)

    def settle(self, source_id: str) -> None:
        if self.on_settle:
            raise self.on_settle
        self.inner.settle(source_id)

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        if self.before_send:
            raise self.before_send
        self.inner.send(message_id, recipients, mime)
        if self.after_send:
            raise self.after_send

    def find_sent(self, message_id: str) -> bool:
        return self.inner.find_sent(message_id)


@dataclasses.dataclass
class ForgetfulMailbox:
    """A mailbox that works, but cannot say of mails to schools whether they went."""

    inner: Mailbox

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        return self.inner.fetch(cursor)

    def settle(self, source_id: str) -> None:
        self.inner.settle(source_id)

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        del message_id, recipients, mime
        raise MailUnsettledError("Nobody can say.")

    def find_sent(self, message_id: str) -> bool:
        del message_id
        raise MailUnsettledError("Nobody can say.")


class DeafChannel:
    """A chat that cannot be reached."""

    def post(self, post: Post) -> None:
        del post
        raise ChatPostponedError("The chat cannot be reached.")

    def find_posted(self, key: str) -> bool:
        del key
        raise ChatError("The chat cannot be reached.")


class ShutDiary:
    """A diary that nobody may write in."""

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        del adviser, first, last
        return ()

    def write(self, changes: Sequence[DiaryChange]) -> None:
        del changes
        raise DiaryError("The diary is shut.")

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        del adviser, keys
        return {}


def with_mailbox(world: World, **dies: BaseException) -> Callable[[], None]:
    """Give the world a frail mailbox; calling the result mends it."""
    sound = world.parts.mailbox

    def mend() -> None:
        world.parts = dataclasses.replace(world.parts, mailbox=sound)

    world.parts = dataclasses.replace(world.parts, mailbox=FrailMailbox(sound, **dies))  # type: ignore[arg-type]
    return mend


def states(world: World) -> dict[EffectState, int]:
    with world.parts.store.read() as records:
        return records.effect_counts()


@pytest.mark.parametrize("moment", ["before_send", "after_send"])
def test_a_process_that_dies_around_a_send_leaves_exactly_one_mail_behind(world: World, moment: str) -> None:
    offer = world.offered()
    world.reply(offer, "Option 1 please.", now=ANSWERED)
    mend = with_mailbox(world, **{moment: KilledError()})
    with pytest.raises(KilledError):
        world.round(ANSWERED)
    assert states(world)[EffectState.SENDING] >= 1
    mend()
    world.run(at(12, 1, 10, 1))
    world.run(at(12, 1, 10, 2))
    assert kinds(world.mails()) == ["offer", "confirmation"]
    assert EffectState.SENDING not in states(world)
    assert world.visit()["state"] == "agreed"


@pytest.mark.parametrize("moment", ["before_send", "after_send"])
def test_a_send_whose_outcome_is_not_known_is_settled_by_looking_and_told_once(world: World, moment: str) -> None:
    mend = with_mailbox(world, **{moment: MailError("The server hung up.")})
    world.invite()
    assert world.round(at(11, 1)).problems == ["The server hung up."]
    mend()
    world.run(at(11, 1, 9, 10))
    assert kinds(world.mails()) == ["offer"]
    assert world.visit()["first_sent_at"] is not None


def test_silence_is_counted_after_a_crash_between_sending_and_noting_it(world: World) -> None:
    mend = with_mailbox(world, after_send=KilledError())
    world.invite()
    with pytest.raises(KilledError):
        world.round(at(11, 1))
    mend()
    world.run(at(11, 1, 9, 1))
    assert kinds(to_school(world.run(at(18, 1)))) == ["chase"]


def test_a_mail_that_was_refused_for_good_is_not_tried_again_and_the_adviser_is_told(world: World) -> None:
    mend = with_mailbox(world, before_send=MailRefusedError("The address was refused."))
    world.invite()
    assert set(world.round(at(11, 1)).problems) == {"The address was refused."}
    mend()
    assert world.run(at(11, 1, 9, 10)) == []
    assert states(world)[EffectState.FAILED] == 2, "the offer, and the card, which this server refuses too"
    assert (world.visit()["waiting_for"], world.visit()["reason_code"]) == ("adviser", "bounced")


def test_a_mail_that_was_certainly_not_sent_goes_later_and_once(world: World) -> None:
    mend = with_mailbox(world, before_send=MailPostponedError("The server is busy.", seconds=600))
    world.invite()
    assert world.round(at(11, 1)).problems == ["The server is busy."]
    mend()
    assert kinds(world.run(at(11, 1, 9, 5))) == []
    assert kinds(world.run(at(11, 1, 9, 11))) == ["offer"]
    assert states(world) == {EffectState.DONE: sum(states(world).values())}


def test_a_mail_of_which_nobody_can_say_whether_it_went_is_not_sent_again_and_the_adviser_is_asked_once(
    world: World,
) -> None:
    mend = with_mailbox(world, after_send=MailUnsettledError("Nobody can say."))
    world.invite()
    world.round(at(11, 1))
    world.parts = dataclasses.replace(world.parts, mailbox=ForgetfulMailbox(world.parts.mailbox))
    for minute in (5, 16, 25, 40):
        world.round(at(11, 1, 9, minute))
    assert (world.visit()["waiting_for"], world.visit()["reason_code"]) == ("adviser", "sending_unclear")
    mend()
    world.run(at(11, 1, 10))
    assert kinds(to_school(world.mails())) == ["offer"]
    assert kinds(world.mails()).count("card") == 1


def test_nothing_is_looked_for_in_sent_before_it_can_be_seen_there(world: World) -> None:
    mend = with_mailbox(world, after_send=MailError("The server hung up."))
    world.parts = dataclasses.replace(world.parts, sent_lag=dt.timedelta(minutes=5))
    world.invite()
    world.round(at(11, 1))
    mend()
    world.run(at(11, 1, 9, 3))
    assert states(world)[EffectState.SENDING] == 1
    world.run(at(11, 1, 9, 6))
    assert EffectState.SENDING not in states(world)
    assert kinds(world.mails()) == ["offer"]


def test_a_chat_that_is_down_stops_no_mail_and_gets_its_lines_later(world: World) -> None:
    sound = world.parts.channel
    world.parts = dataclasses.replace(world.parts, channel=DeafChannel())
    world.invite()
    assert set(world.round(at(11, 1)).problems) == {"The chat cannot be reached."}
    assert kinds(world.mails()) == ["offer"]
    world.parts = dataclasses.replace(world.parts, channel=sound)
    world.run(at(11, 1, 9, 30))
    assert states(world) == {EffectState.DONE: sum(states(world).values())}
    assert len(world.channel.posts) == len({post.key for post in world.channel.posts}) >= 1


def test_one_diary_that_is_shut_keeps_no_other_waiting(world: World) -> None:
    world.reply(world.offered(), "Option 1 please.", now=ANSWERED)
    sound = world.parts.diary
    world.parts = dataclasses.replace(world.parts, diary=ShutDiary())
    assert world.round(ANSWERED).problems == ["The diary is shut."]
    assert world.visit()["state"] == "agreed"
    world.parts = dataclasses.replace(world.parts, diary=sound)
    world.run(at(12, 1, 10, 30))
    assert states(world) == {EffectState.DONE: sum(states(world).values())}


def test_a_process_that_dies_before_the_letter_is_taken_from_the_inbox_reads_it_once(world: World) -> None:
    world.reply(world.offered(), "Option 1 please.", now=ANSWERED)
    mend = with_mailbox(world, on_settle=KilledError())
    with pytest.raises(KilledError):
        world.round(ANSWERED)
    mend()
    world.run(at(12, 1, 10, 1))
    assert kinds(world.mails()) == ["offer", "confirmation"]
    assert len(world.letters()) == 1
    assert list((world.folder / "mail/inbox/new").iterdir()) == []


def test_a_process_that_dies_while_it_thinks_has_done_nothing_and_thinks_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise KilledError

    world.reply(world.offered(), "Option 1 please.", now=ANSWERED)
    with monkeypatch.context() as patch:
        patch.setattr(settling_letters, "record_change", dies)
        with pytest.raises(KilledError):
            world.round(ANSWERED)
    assert world.letters(LetterState.NEW)
    assert world.visit()["state"] == "offered"
    assert kinds(world.run(at(12, 1, 10, 1))) == ["confirmation"]


KILL = """
import os, signal, sys
from pathlib import Path
from handlers.clock import SystemClock, parse_moment
from handlers.mail.maildir import MaildirMailbox
from handlers.run import run_once
from handlers.settings import load_settings
from handlers.wiring import build

real = MaildirMailbox.send

def send(self, *args):
    if sys.argv[2] == "after":
        real(self, *args)
    os.kill(os.getpid(), signal.SIGKILL)

MaildirMailbox.send = send
run_once(build(load_settings(Path(sys.argv[1]), {}), SystemClock()), parse_moment("2027-01-11T09:00"))
"""


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_real_kill_in_the_middle_of_a_send_costs_nothing(world: World, moment: str) -> None:
    world.invite()
    killed = subprocess.run([sys.executable, "-c", KILL, str(world.config), moment], check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert len(list((world.folder / "mail/sent/new").glob("*"))) == (moment == "after")
    world.run(at(11, 1, 9, 5))
    assert kinds(world.mails()) == ["offer"]
    assert world.visit()["first_sent_at"] is not None


def test_a_letter_that_breaks_the_reader_is_set_aside_whole_and_the_others_go_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = world.offered()
    world.invite(ELM)
    (elms,) = world.run(at(11, 1, 9, 30))
    broken = world.reply(offer, "Option 1 please.", now=ANSWERED)
    world.reply(elms, "Option 2 please.", now=ANSWERED, sender="Owen Pryce <o.pryce@brightertrust.example>")
    sound = on_letter.understand

    def breaks(letter: object, *args: object) -> object:
        if letter.message_id == broken:  # type: ignore[attr-defined]
            raise ZeroDivisionError("secret words of the mail")
        return sound(letter, *args)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(on_letter, "understand", breaks)
        assert kinds(world.run(ANSWERED)) == ["confirmation"]
    letter = world.letter(broken)
    assert (letter.state, letter.reason_code) == (LetterState.SET_ASIDE, "broken_letter")
    assert "ZeroDivisionError" in letter.error
    assert f"visitbot letters show {letter.id}" in world.channel.text
    assert "secret" not in world.channel.text
    assert (world.visit(OAK)["state"], world.visit(ELM)["state"]) == ("offered", "agreed")
    assert world.run(at(12, 1, 11)) == []
    on_letter.retry(world.parts, letter.id, at(12, 1, 12))
    assert world.visit(OAK)["state"] == "agreed"


def test_what_breaks_a_letter_is_logged_without_a_word_of_the_letter(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from handlers.logs import configure_logs

    configure_logs("info", "console")
    secret = "Kacper moved to a new placement"

    def breaks(*_: object) -> None:
        raise ValueError(secret)

    world.reply(world.offered(), secret, now=ANSWERED)
    monkeypatch.setattr(on_letter, "understand", breaks)
    world.run(ANSWERED)
    said = capsys.readouterr().err
    assert "set aside" in said
    assert "Kacper" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe" * 50,
        b"From: \xff\xfe\r\nSubject: =?utf-8?b?!!!?=\r\n\r\n\xff",
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n--x\r\n",
        b"From: a@b.example\r\nTo: visits@council.example\r\nContent-Type: text/plain; charset=klingon\r\n\r\nhi",
        b"Subject: " + b"(" * 5000 + b"\r\n\r\n",
    ],
)
def test_no_letter_however_odd_stops_the_others(world: World, raw: bytes) -> None:
    offer = world.offered()
    world.drop(raw)
    world.reply(offer, "Option 1 please.", now=ANSWERED)
    assert kinds(world.run(ANSWERED)) == ["confirmation"]
    assert len(world.letters()) == 2
    assert not world.letters(LetterState.NEW)


def test_a_writer_with_an_address_that_no_mail_can_go_to_stops_nobody_elses_mail(world: World) -> None:
    offer = world.offered()
    world.invite(ELM)
    (elms,) = world.run(at(11, 1, 9, 30))
    path_before = set((world.folder / "mail/inbox/new").iterdir())
    world.reply(offer, "Option 1 please.", now=ANSWERED)
    (path,) = set((world.folder / "mail/inbox/new").iterdir()) - path_before
    odd = b'From: "a b"@hethersettoak.example'
    path.write_bytes(path.read_bytes().replace(b"From: Priya Nair <p.nair@hethersettoak.example>", odd, 1))
    world.reply(elms, "Option 2 please.", now=ANSWERED, sender="Owen Pryce <o.pryce@brightertrust.example>")
    world.round(ANSWERED)
    assert "confirmation" in [mail.kind for mail in world.mails() if mail.x_visit_reference == "VS-0002"]
    assert world.visit(ELM)["state"] == "agreed"
    assert world.run(at(13, 1)) is not None


def test_a_full_disk_while_sending_is_told_in_a_sentence_and_the_mail_goes_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    world.invite()
    with monkeypatch.context() as patch:
        patch.setattr("handlers.mail.maildir._write_durably", full)
        (problem,) = world.round(at(11, 1)).problems
    assert "the disk is full: free some space" in problem
    assert isinstance(world.parts.mailbox, MaildirMailbox)
    assert list((world.folder / "mail/sent/tmp").iterdir()) == []
    assert kinds(world.run(at(11, 1, 9, 10))) == ["offer"]


def test_where_mail_cannot_be_fetched_nobody_is_chased_for_an_answer_that_may_lie_there(world: World) -> None:
    offer = world.offered()
    world.reply(offer, "Option 1 please.", now=at(18, 1))
    unreadable = world.folder / "mail/inbox/new/000000.pipe"
    os.mkfifo(unreadable)
    world.run(at(18, 1), problems=True)
    assert "chase" not in kinds(world.mails())
    Path(unreadable).unlink()
    world.run(at(18, 1, 9, 10))
    assert "chase" not in kinds(world.mails())
    assert world.visit()["state"] == "agreed"
