"""The durable engine on the council's own database: it does what a round does, and stops when it is asked to."""

import os
import subprocess
import sys
from pathlib import Path

from handlers.lock import running_alone
from tests.journeys.world import World, at, kinds

AT_WORK = """
import sys, threading, time
from pathlib import Path
from handlers.clock import FixedClock, parse_moment
from handlers.engine import Timetable, work_until
from handlers.settings import load_settings
from handlers.wiring import build

clock = FixedClock(parse_moment(sys.argv[2]))
parts = build(load_settings(Path(sys.argv[1]), {}), clock)
stop = threading.Event()
wanted = int(sys.argv[3])
sent = Path(sys.argv[1]).parent / "mail" / "sent" / "new"

def watch():
    until = time.monotonic() + 15
    while time.monotonic() < until and len(list(sent.glob("*"))) < wanted:
        time.sleep(0.1)
    stop.set()

threading.Thread(target=watch, daemon=True).start()
work_until(stop, parts, clock, Timetable(pause=1))
print("stopped")
"""


def at_work(world: World, moment: str, mails: int) -> subprocess.CompletedProcess[str]:
    """Let the engine work until so many mails have been sent; it runs in a process of its own, as it always does."""
    return subprocess.run(
        [sys.executable, "-c", AT_WORK, str(world.config), moment, str(mails)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_engine_answers_a_letter_stops_cleanly_and_a_round_by_hand_then_has_nothing_to_do(world: World) -> None:
    world.reply(world.offered(), "Option 2 please.", now=at(12, 1, 10))
    done = at_work(world, "2027-01-12T10:00", mails=2)
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["stopped"]), done.stderr
    assert kinds(world.mails()) == ["offer", "confirmation"]
    assert world.visit()["state"] == "agreed"
    assert len([line for line in done.stdout.splitlines() if "agreed Tuesday" in line]) == 1
    world.new_mails()
    assert world.run(at(12, 1, 10)) == []


def test_a_terminated_bot_ends_by_itself_and_lets_the_lock_go(world: World) -> None:
    visitbot = Path(sys.executable).with_name("visitbot")
    process = subprocess.Popen(
        [str(visitbot), "run", "--config", str(world.config)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "VISITBOT_LOG__LEVEL": "info"},
    )
    assert process.stderr is not None
    try:
        begun = next((line for line in process.stderr if "at work" in line), "")
        process.terminate()
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert begun
    assert process.returncode == 0, err
    assert "Traceback" not in err + out
    with running_alone(world.folder / "visitbot.db"):
        assert world.run(at(11, 1)) == []


COMPANY = """
import sys, threading
from pathlib import Path
from handlers.clock import FixedClock, parse_moment
from handlers.engine import Timetable, work_until
from handlers.settings import load_settings
from handlers.wiring import build

config = Path(sys.argv[1])
clock = FixedClock(parse_moment(sys.argv[2]))
stop = threading.Event()
letter = config.parent / "letter.eml"
inbox = config.parent / "mail" / "inbox" / "new"
sent = config.parent / "mail" / "sent" / "new"

class Bell:
    def start(self, wake):
        self.wake = wake
        self.thread = threading.Thread(target=self.ring)
        self.thread.start()
    def ring(self):
        for _ in range(100):
            if stop.wait(0.1) or len(list(sent.glob("*"))) >= 2:
                break
            if letter.exists():
                letter.rename(inbox / "1")
                self.wake()
        stop.set()
    def stop(self):
        self.thread.join()
        print("company gone")

parts = build(load_settings(config, {}), clock)
work_until(stop, parts, clock, Timetable(pause=3600), [Bell()])
"""


def test_who_works_beside_the_engine_can_wake_it_and_goes_with_it(world: World) -> None:
    world.reply(world.offered(), "Option 2 please.", now=at(12, 1, 10))
    (waiting,) = (world.folder / "mail/inbox/new").iterdir()
    waiting.rename(world.folder / "letter.eml")
    done = subprocess.run(
        [sys.executable, "-c", COMPANY, str(world.config), "2027-01-12T10:00"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, "company gone" in done.stdout) == (0, True), done.stderr
    assert kinds(world.mails()) == ["offer", "confirmation"], "an hour's pause was cut short"
