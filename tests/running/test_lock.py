"""One running Visit Bot a database: two would send every mail twice."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from handlers.lock import AlreadyRunningError, LockError, running_alone

HOLD = """
import sys
from pathlib import Path
from handlers.lock import running_alone
with running_alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(database: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def finish(process: subprocess.Popen[str]) -> None:
    process.communicate()


def test_a_living_process_keeps_others_out_and_is_named(tmp_path: Path) -> None:
    other = hold(tmp_path / "visitbot.db")
    try:
        with pytest.raises(AlreadyRunningError, match=rf"at work on .*visitbot\.db \(process {other.pid}\); wait"):
            running_alone(tmp_path / "visitbot.db").__enter__()
    finally:
        finish(other)


def test_a_killed_process_is_followed_at_once(tmp_path: Path) -> None:
    other = hold(tmp_path / "visitbot.db")
    other.send_signal(signal.SIGKILL)
    other.wait()
    with running_alone(tmp_path / "visitbot.db"):
        assert (tmp_path / "visitbot.db.lock").read_text() == f"{os.getpid()}\n"
    finish(other)


def test_the_lock_is_free_again_after_the_work_and_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), running_alone(tmp_path / "visitbot.db"):
        raise ZeroDivisionError
    finish(hold(tmp_path / "visitbot.db"))


def test_two_databases_have_two_locks(tmp_path: Path) -> None:
    other = hold(tmp_path / "one.db")
    try:
        with running_alone(tmp_path / "two.db"):
            assert other.poll() is None
    finally:
        finish(other)


def test_a_program_that_we_start_does_not_inherit_the_lock(tmp_path: Path) -> None:
    with running_alone(tmp_path / "visitbot.db"):
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, text=True)
    try:
        with running_alone(tmp_path / "visitbot.db"):
            assert child.poll() is None
    finally:
        child.communicate("\n")


def test_a_long_pid_of_the_past_leaves_no_digits_behind(tmp_path: Path) -> None:
    (tmp_path / "visitbot.db.lock").write_text("99999999999\n")
    with running_alone(tmp_path / "visitbot.db"):
        assert (tmp_path / "visitbot.db.lock").read_text() == f"{os.getpid()}\n"


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(LockError, match=r"visitbot\.db\.lock cannot be opened \(No such file or directory\); check"):
        running_alone(tmp_path / "no" / "visitbot.db").__enter__()
