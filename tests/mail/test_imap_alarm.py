"""The alarm clock by IDLE: it wakes the poll soon, survives every break, and ends when it is told to."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from bot.ports import Companion
from handlers.mail.imap_alarm import ImapAlarm
from handlers.sections_imap import ImapMailSettings
from tests.fakes.dovecot_server import DovecotServer
from tests.fakes.imap_stage import PASSWORD, US, DovecotStage, ImapStage, PymapStage
from tests.fakes.pymap_server import PymapServer

SOON = 20.0
LETTER = b"From: dt@oakfield.example\r\nMessage-ID: <a@oakfield.example>\r\n\r\nOption 1 please.\r\n"


class Bell:
    """Counts how often it was rung."""

    def __init__(self) -> None:
        self._rung = threading.Semaphore(0)

    def ring(self) -> None:
        self._rung.release()

    def rings(self, within: float = SOON) -> bool:
        return self._rung.acquire(timeout=within)


@pytest.fixture(params=[PymapStage, DovecotStage], ids=["pymap", "dovecot"])
def stage(request: pytest.FixtureRequest) -> Iterator[ImapStage]:
    with request.param() as one:
        yield one


def alarm_for(settings: ImapMailSettings, again_after: float = 60) -> ImapAlarm:
    return ImapAlarm(settings, again_after=again_after, first_pause=0.05, longest_pause=0.2)


@contextmanager
def listening(settings: ImapMailSettings, ring: Callable[[], None], again_after: float = 60) -> Iterator[ImapAlarm]:
    """An alarm that ends with the test, whatever becomes of the test."""
    alarm = alarm_for(settings, again_after)
    alarm.start(ring)
    try:
        yield alarm
    finally:
        alarm.stop()


def test_a_letter_that_arrives_wakes_the_poll(stage: ImapStage) -> None:
    bell = Bell()
    with listening(stage.settings(), bell.ring):
        assert bell.rings(), "once at the beginning, for what came before"
        stage.deliver(LETTER)
        assert bell.rings()


def test_a_letter_that_arrives_just_before_the_waiting_begins_is_not_missed() -> None:
    """Dovecot tells of it in one packet with its answer to IDLE (pymap only when the waiting ends)."""
    bell, delivered = Bell(), threading.Event()
    with DovecotStage() as stage:

        def deliver_once_and_ring() -> None:
            if not delivered.is_set():
                delivered.set()
                stage.deliver(LETTER)
            bell.ring()

        with listening(stage.settings(), deliver_once_and_ring):
            assert bell.rings(), "at the beginning"
            assert bell.rings(), "for the letter that came between the look into the inbox and IDLE"


def test_it_goes_on_when_idle_is_asked_for_anew(stage: ImapStage) -> None:
    bell = Bell()
    with listening(stage.settings(), bell.ring, again_after=0.1):
        assert bell.rings()
        time.sleep(0.5)
        stage.deliver(LETTER)
        assert bell.rings()


def test_after_a_break_it_listens_again_and_wakes_for_what_came_meanwhile() -> None:
    bell = Bell()
    with DovecotStage() as stage:
        assert isinstance(stage.server, DovecotServer)
        with listening(stage.settings(), bell.ring):
            assert bell.rings()
            stage.server.restart()
            assert bell.rings(), "it has connected again"
            stage.deliver(LETTER)
            assert bell.rings()


def test_it_stops_at_once_and_leaves_no_thread(stage: ImapStage) -> None:
    bell = Bell()
    with listening(stage.settings(), bell.ring, again_after=540) as alarm:
        assert bell.rings()
        began = time.monotonic()
        alarm.stop()
        assert time.monotonic() - began < 5
    assert "imap-alarm" not in [thread.name for thread in threading.enumerate()]
    stage.deliver(LETTER)
    assert not bell.rings(within=0.3)


def test_a_server_without_idle_is_left_to_the_poll() -> None:
    bell = Bell()
    with (
        ImapStage(PymapServer(US, PASSWORD, without=("IDLE",))) as stage,
        listening(stage.settings(), bell.ring),
    ):
        deadline = time.monotonic() + SOON
        while "imap-alarm" in [thread.name for thread in threading.enumerate()] and time.monotonic() < deadline:
            time.sleep(0.02)
        assert "imap-alarm" not in [thread.name for thread in threading.enumerate()]
        assert not bell.rings(within=0)


def test_a_server_that_is_down_is_tried_again_without_a_word() -> None:
    bell = Bell()
    with PymapStage() as stage:
        settings = stage.settings(imap={"host": "127.0.0.1", "port": 1, "security": "plain"})
        with listening(settings, bell.ring):
            assert not bell.rings(within=0.5)


def test_it_may_be_stopped_before_it_began_and_started_twice(stage: ImapStage) -> None:
    alarm, bell = alarm_for(stage.settings()), Bell()
    companion: Companion = alarm
    companion.stop()
    for _ in range(2):
        companion.start(bell.ring)
        try:
            assert bell.rings()
        finally:
            companion.stop()
