"""A send by IMAP and SMTP that breaks at each of its steps in turn: the record never says what is not so."""

import contextlib
import imaplib
import smtplib
import time
from collections.abc import Callable, Iterator

import pytest

from bot.ports import MailError, MailPostponedError, MailRefusedError, MailUnsettledError
from handlers.mail.imap import ImapMailbox
from tests.fakes.imap_stage import PymapStage

ID = "<visit.1@council.example>"
TO = ("dt@oakfield.example",)
MAIL = f"From: visits@council.example\r\nTo: {TO[0]}\r\nMessage-ID: {ID}\r\n\r\nDear Priya Nair\r\n".encode()
MOST_STEPS = 150


class Died(BaseException):
    """As by kill -9: nothing tidies up."""


class Breaking:
    """Whatever leaves for a server is counted; at step `at`, before or after it has left, `fault` is raised, once."""

    def __init__(self, at: int, fault: Callable[[], BaseException], *, after: bool) -> None:
        self._at, self._fault, self._after = at, fault, after
        self.steps = 0

    def around(self, send: Callable[..., None]) -> Callable[..., None]:
        def sending(connection: object, data: bytes) -> None:
            self.steps += 1
            now = self.steps == self._at
            if not now or self._after:
                send(connection, data)
            if now:
                raise self._fault()

        return sending

    @property
    def broke(self) -> bool:
        return self.steps >= self._at


@contextlib.contextmanager
def breaking(at: int, fault: Callable[[], BaseException], *, after: bool) -> Iterator[Breaking]:
    one = Breaking(at, fault, after=after)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(imaplib.IMAP4, "send", one.around(imaplib.IMAP4.send))
        patch.setattr(smtplib.SMTP, "send", one.around(smtplib.SMTP.send))
        yield one


@pytest.fixture(scope="module")
def stage() -> Iterator[PymapStage]:
    with PymapStage() as one:
        yield one


def cleared(stage: PymapStage) -> None:
    stage.smtp.taken.clear()
    with stage.client() as somebody:
        for folder in ("Sent", '"Visit Bot sending"'):
            if somebody.select(folder)[0] == "OK":
                somebody.store("1:*", "+FLAGS", r"(\Deleted)")
                somebody.expunge()


def record(stage: PymapStage) -> bool | None:
    """What a bot that was started anew believes: it went, it did not, or nobody can say."""
    try:
        return ImapMailbox(stage.settings(timeout_seconds=2)).find_sent(ID)
    except MailUnsettledError:
        return None


def went(stage: PymapStage) -> bool:
    """Whether the server has the mail, when it has thought about all that it was told."""
    time.sleep(0.03)
    assert len(stage.smtp.taken) <= 1
    return bool(stage.smtp.taken)


def is_true(stage: PymapStage) -> bool | None:
    believed = record(stage)
    assert believed in (None, went(stage)), f"the record says {believed}"
    return believed


@pytest.mark.parametrize("after", [False, True], ids=["before it leaves", "after it has left"])
def test_a_bot_that_dies_at_any_step_of_a_send_never_believes_what_is_not_so(stage: PymapStage, *, after: bool) -> None:
    unknown = []
    for step in range(1, MOST_STEPS):
        cleared(stage)
        mailbox = ImapMailbox(stage.settings(timeout_seconds=2))
        with breaking(step, Died, after=after) as fault, contextlib.suppress(Died):
            mailbox.send(ID, TO, MAIL)
        if not fault.broke:
            break
        went(stage)
        if is_true(stage) is None:
            unknown.append(step)
    assert 15 < step < MOST_STEPS, "every step was tried"
    assert len(unknown) <= 12, f"only around the mail itself nobody can say, not at {unknown}"


def lost() -> BaseException:
    return ConnectionResetError("reset by peer")


@pytest.mark.parametrize("after", [False, True], ids=["before it leaves", "after it has left"])
def test_a_connection_that_breaks_at_any_step_of_a_send_is_told_as_what_it_is(
    stage: PymapStage, *, after: bool
) -> None:
    for step in range(1, MOST_STEPS):
        cleared(stage)
        mailbox = ImapMailbox(stage.settings(timeout_seconds=2))
        told: MailError | None = None
        with breaking(step, lost, after=after) as fault:
            try:
                mailbox.send(ID, TO, MAIL)
            except MailError as error:
                told = error
        if not fault.broke:
            break
        believed, gone = is_true(stage), went(stage)
        if told is None:
            assert gone, f"step {step}: it was said to have gone"
            assert mailbox.find_sent(ID)
        elif isinstance(told, MailPostponedError | MailRefusedError):
            assert not gone, f"step {step}: it was said that it certainly had not gone"
            assert believed is not True
    assert 15 < step < MOST_STEPS, "every step was tried"
