"""The contract of the command line, held from outside: exit statuses, one sentence for each error, what is printed.

Where the process itself matters (locks, kills, limits) it is a real one; else `main` is called as the script calls it.
"""

import csv
import fcntl
import io
import json
import logging
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog

from handlers.cli.main import main
from tests.journeys.world import LARCH, OAK, World, at

Visitbot = Callable[..., str]
VISITBOT = Path(sys.executable).with_name("visitbot")


def in_a_process(
    folder: Path,
    *arguments: str,
    status: int = 0,
    limit: Callable[[], None] | None = None,
) -> str:
    """Run a command in that folder; its standard output where it succeeds, its standard error where it fails."""
    done = subprocess.run(
        [str(VISITBOT), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=limit,
    )
    assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout if status == 0 else done.stderr


@pytest.fixture
def visitbot(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Iterator[Visitbot]:
    """The same within this process, which is much faster."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def run(folder: Path, *arguments: str, status: int = 0, env: dict[str, str] | None = None) -> str:
        with monkeypatch.context() as patch:
            patch.chdir(folder)
            patch.setattr(sys, "argv", ["visitbot", *arguments])
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            capsysbinary.readouterr()
            with pytest.raises(SystemExit) as ended:
                main()
        out, err = (text.decode() for text in capsysbinary.readouterr())
        assert ended.value.code == status, f"{arguments}: {ended.value.code}\n{out}\n{err}"
        assert "Traceback" not in err
        return out if status == 0 else err

    handlers = logging.getLogger().handlers[:]
    yield run
    logging.getLogger().handlers = handlers
    structlog.reset_defaults()


def sentence(stderr: str) -> str:
    """The one line that an error is told in."""
    (line,) = stderr.strip().splitlines()
    assert line.startswith("visitbot: ")
    assert line.endswith(".")
    return line


@pytest.fixture
def folder(tmp_path: Path, template: Path) -> Path:
    """A council's folder with everything imported."""
    shutil.copytree(template, tmp_path / "council")
    return tmp_path / "council"


def test_a_council_begins_from_nothing_and_agrees_a_visit(tmp_path: Path, template: Path, visitbot: Visitbot) -> None:
    visitbot(tmp_path, "init")
    before = (tmp_path / "visitbot.toml").read_text()
    assert "stays as it is" in visitbot(tmp_path, "init")
    assert (tmp_path / "visitbot.toml").read_text() == before
    for name in ("schools", "contacts", "advisers"):
        assert "new" in visitbot(tmp_path, "import", name, str(template / f"{name}.csv"))
    visitbot(tmp_path, "import", "terms", str(template / "terms.toml"))
    assert "4 unchanged" in visitbot(tmp_path, "import", "schools", str(template / "schools.csv"))
    assert "1 visit recorded" in visitbot(tmp_path, "invite", "--school", OAK, "--now", "2027-01-11T09:00")
    visitbot(tmp_path, "run", "--once", "--now", "2027-01-11T09:00")
    (sent,) = (tmp_path / "mail/sent/new").iterdir()
    raw = sent.read_bytes().decode()
    message_id = next(line for line in raw.splitlines() if line.startswith("Message-ID:")).partition(" ")[2]
    (tmp_path / "mail/inbox/new/1").write_text(
        "From: Priya Nair <p.nair@hethersettoak.example>\nTo: visits@council.example\nSubject: Re: Visit [VS-0001]\n"
        f"Message-ID: <1@hethersettoak.example>\nIn-Reply-To: {message_id}\n\nOption 2 please. My phone: 07700 900123\n"
    )
    channel = in_a_process(tmp_path, "run", "--once", "--now", "2027-01-12T10:00:00+00:00")
    assert "agreed" in channel
    assert "07700" not in channel
    assert list((tmp_path / "mail/inbox/new").iterdir()) == []
    (visit,) = json.loads(visitbot(tmp_path, "visits", "--format", "json"))
    assert set(visit) == {
        "reference", "urn", "school", "adviser", "adviser_name", "state", "waiting_for", "reason_code", "reason",
        "date", "part", "attendees", "governor", "offered", "first_sent_at", "agreed_at", "offers", "chases", "updated",
    }  # fmt: skip
    assert (visit["urn"], visit["state"], visit["date"]) == (OAK, "agreed", "2027-02-02")
    assert visit["agreed_at"] == "2027-01-12T10:00:00Z"
    (letter,) = json.loads(visitbot(tmp_path, "letters", "--format", "json"))
    assert {
        "message_id": "<1@hethersettoak.example>",
        "from": "p.nair@hethersettoak.example",
        "received": "2027-01-12T10:00:00Z",
        "state": "handled",
        "visit": "VS-0001",
        "kind": "reply",
        "action": "confirm",
    }.items() <= letter.items()
    assert "reason" in letter
    assert "Option 2" in visitbot(tmp_path, "letters", "show", str(letter["id"]))
    assert "an offered slot is accepted" in visitbot(tmp_path, "visits", "show", "VS-0001")


def test_the_lists_come_in_every_format_and_filter(folder: Path, visitbot: Visitbot) -> None:
    visitbot(folder, "invite", "--all", "--now", "2027-01-11T09:00")
    visitbot(folder, "resolve", "VS-0001", "--book", "2027-03-02", "am", "--now", "2027-01-11T10:00")
    visitbot(folder, "visits", "--format", "xlsx", "--out", "visits.xlsx")
    assert (folder / "visits.xlsx").read_bytes().startswith(b"PK")
    rows = list(csv.DictReader(io.StringIO(visitbot(folder, "visits", "--format", "csv"))))
    assert len(rows) == 4
    whole = json.loads(visitbot(folder, "visits", "--format", "json"))
    assert [list(row) for row in rows] == [list(visit) for visit in whole]
    assert (rows[0]["date"], rows[0]["part"], rows[0]["adviser"]) == ("2027-03-02", "am", whole[0]["adviser"])
    agreed = json.loads(visitbot(folder, "visits", "--state", "agreed", "--format", "json"))
    assert [visit["reference"] for visit in agreed] == ["VS-0001"]
    assert len(json.loads(visitbot(folder, "visits", "--adviser", agreed[0]["adviser"], "--format", "json"))) == 2
    assert json.loads(visitbot(folder, "visits", "--from", "2027-03-03", "--format", "json")) == []
    assert len(json.loads(visitbot(folder, "visits", "--to", "2027-03-02", "--format", "json"))) == 1
    calendar = visitbot(folder, "visits", "--format", "ics")
    assert "UID:VS-0001@council.example" in calendar
    assert "4 visits" in visitbot(folder, "visits")


def test_a_mail_can_be_explained_as_an_answer_to_a_visit(folder: Path, visitbot: Visitbot) -> None:
    visitbot(folder, "invite", "--school", OAK, "--now", "2027-01-11T09:00")
    visitbot(folder, "run", "--once", "--now", "2027-01-11T09:00")
    (folder / "answer.eml").write_text("From: p.nair@hethersettoak.example\nSubject: Visit\n\nOption 2 please.\n")
    now = ("--now", "2027-01-12T09:00")
    said = visitbot(folder, "explain", "reply", "answer.eml", "--visit", "VS-0001", *now)
    assert "Action: confirm" in said
    assert "Option 2" in said


def test_an_adviser_settles_everything_from_the_command_line(folder: Path, visitbot: Visitbot) -> None:
    now = ("--now", "2027-01-12T10:00")
    visitbot(folder, "invite", "--school", OAK, "--now", "2027-01-11T09:00")
    visitbot(folder, "run", "--once", "--now", "2027-01-11T09:00")
    done = visitbot(
        folder, "resolve", "VS-0001", "--book", "2027-03-02", "am", "--note", "Rang", "--by", "s@c.example", *now
    )
    assert "VS-0001 is agreed, Tuesday 2 March 2027, morning." in done
    assert "put off" in visitbot(folder, "postpone", "--day", "2027-03-02", *now)
    assert "offered" in visitbot(
        folder, "resolve", "vs-0001", "--reoffer", "--from", "2027-03-03", "--to", "2027-03-24", *now
    )
    assert "is offered" in visitbot(folder, "resolve", "VS-0001", "--wait", *now)
    assert "is offered" in visitbot(folder, "resolve", "VS-0001", "--close", *now)
    visitbot(folder, "contact", "add", OAK, "--name", "Bo Lee", "--role", "deputy head", "--email", "bo@x.example")
    assert "Hethersett Oak" in visitbot(folder, "contact", "left", "bo@x.example")
    assert "is cancelled" in visitbot(folder, "resolve", "VS-0001", "--cancel", *now)
    assert "VS-0001" in visitbot(folder, "ask", "VS-0001")
    assert "Rang" in visitbot(folder, "visits", "show", "VS-0001")


def test_without_naming_a_school_every_school_is_invited_up_to_the_limit(folder: Path, visitbot: Visitbot) -> None:
    assert "3 visits recorded" in visitbot(folder, "invite", "--limit", "3", "--now", "2027-01-11T09:00")
    assert "1 visit recorded" in visitbot(folder, "invite", "--now", "2027-01-11T09:00")


def test_wrong_use_is_status_2(folder: Path, visitbot: Visitbot) -> None:
    visitbot(folder, "invite", "--all", "--now", "2027-01-11T09:00")
    for arguments in (
        ("run", "--now", "2027-01-11T09:00"),
        ("invite", "--all", "--school", OAK),
        ("resolve", "VS-0001"),
        ("resolve", "VS-0001", "--wait", "--cancel"),
        ("resolve", "VS-0001", "--book", "2 March", "am"),
        ("resolve", "VS-0001", "--book", "2027-03-02", "evening"),
        ("resolve", "VS-0001", "--wait", "--from", "2027-03-02"),
        ("postpone",),
        ("visits", "--format", "pdf"),
        ("visits", "--state", "lost"),
        ("letters", "--state", "lost"),
        ("run", "--once", "--now", "tomorrow"),
        ("contact", "add", OAK, "--name", "A", "--role", "wizard", "--email", "a@x.example"),
        ("no-such-command",),
    ):
        visitbot(folder, *arguments, status=2)


def test_what_failed_is_status_1_and_one_sentence_that_says_what(folder: Path, visitbot: Visitbot) -> None:
    for arguments, part in (
        (("visits", "--config", "nowhere.toml"), "nowhere.toml"),
        (("import", "schools", "nowhere.csv"), "nowhere.csv"),
        (("visits", "show", "VS-9999"), "VS-9999"),
        (("letters", "show", "99"), "99"),
        (("letters", "retry", "99"), "99"),
        (("resolve", "VS-9999", "--wait"), "VS-9999"),
        (("invite", "--school", "999999"), "999999"),
        (("postpone", "--school", "999999"), "999999"),
        (("contact", "left", "nobody@x.example"), "nobody@x.example"),
        (("contact", "add", "999999", "--name", "A", "--role", "headteacher", "--email", "a@x.example"), "999999"),
    ):
        assert part in sentence(visitbot(folder, *arguments, status=1))


def test_a_setting_that_does_not_exist_is_named_with_the_one_that_was_meant(folder: Path, visitbot: Visitbot) -> None:
    config = folder / "visitbot.toml"
    config.write_text(config.read_text() + "[policy]\nopshuns = 3\n")
    said = sentence(visitbot(folder, "visits", status=1))
    assert "policy.opshuns" in said
    assert "options" in said


def test_the_environment_wins_over_the_file(folder: Path, visitbot: Visitbot) -> None:
    visitbot(folder, "invite", "--school", LARCH, "--now", "2027-01-11T09:00")
    elsewhere = {"VISITBOT_MAIL__PATH": str(folder / "elsewhere"), "VISITBOT_CHAT__KIND": "none"}
    assert visitbot(folder, "run", "--once", "--now", "2027-01-11T09:00", env=elsewhere) == ""
    assert len(list((folder / "elsewhere/sent/new").iterdir())) == 1
    assert not (folder / "mail").exists() or not list((folder / "mail").glob("sent/new/*"))


def test_bad_rows_are_named_one_by_one_and_the_good_ones_go_in(folder: Path, visitbot: Visitbot) -> None:
    (folder / "bad.csv").write_text(
        "urn,name,role,email\n100003,Bo Lee,Headteacher,bo@larchlane.example\nxyz,Ann,Headteacher,ann@x.example\n"
        "100004,Cy,Headteacher,not an address\n"
    )
    said = visitbot(folder, "import", "contacts", "bad.csv", status=1).strip().splitlines()
    assert len(said) == 3
    assert "bad.csv" in said[0]
    assert "3" in said[0]
    assert "2 rows could not be imported" in said[-1]
    assert "Bo Lee" not in "".join(said)
    visitbot(folder, "invite", "--school", LARCH, "--now", "2027-01-11T09:00")
    visitbot(folder, "run", "--once", "--now", "2027-01-11T09:00")
    (sent,) = (folder / "mail/sent/new").iterdir()
    assert b"To: Bo Lee <bo@larchlane.example>" in sent.read_bytes()
    assert "bo@larchlane.example" in visitbot(folder, "contact", "left", "bo@larchlane.example")


def test_a_table_that_is_none_is_refused_whole(folder: Path, visitbot: Visitbot) -> None:
    (folder / "noise.csv").write_bytes(b"\x00\x01\x02" * 100)
    assert "noise.csv" in sentence(visitbot(folder, "import", "schools", "noise.csv", status=1))
    (folder / "other.csv").write_text("colour,size\nred,1\n")
    assert "URN" in sentence(visitbot(folder, "import", "schools", "other.csv", status=1))


def test_without_a_database_one_is_told_to_make_it(tmp_path: Path, visitbot: Visitbot) -> None:
    (tmp_path / "visitbot.toml").write_text('[mail]\naddress = "visits@council.example"\n')
    assert "visitbot init" in sentence(visitbot(tmp_path, "visits", status=1))


def test_schools_without_a_slot_are_named_and_that_is_no_failure(folder: Path, visitbot: Visitbot) -> None:
    said = visitbot(folder, "invite", "--all", "--now", "2027-07-19T09:00")
    assert "0 visits recorded" in said
    assert "No slot is left for Hethersett Oak Primary School (100001)." in said
    assert said.count("No slot is left for") == 4


def test_a_second_run_beside_a_living_one_is_refused(folder: Path) -> None:
    with (folder / "visitbot.db.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "already at work" in sentence(in_a_process(folder, "run", "--once", status=1))
    in_a_process(folder, "run", "--once", "--now", "2027-01-11T09:00")


def test_a_lock_that_a_dead_process_left_is_taken_over_at_once(folder: Path) -> None:
    (folder / "visitbot.db.lock").write_text("999999\n")
    in_a_process(folder, "run", "--once", "--now", "2027-01-11T09:00")


def test_a_database_that_another_program_keeps_busy_is_told(folder: Path) -> None:
    in_a_process(folder, "invite", "--school", OAK, "--now", "2027-01-11T09:00")
    holder = sqlite3.connect(folder / "visitbot.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        begun = time.monotonic()
        said = sentence(in_a_process(folder, "run", "--once", "--now", "2027-01-11T09:00", status=1))
        assert "kept busy by another program" in said
        assert time.monotonic() - begun < 30
    finally:
        holder.close()
    in_a_process(folder, "run", "--once", "--now", "2027-01-11T09:00")
    assert len(list((folder / "mail/sent/new").iterdir())) == 1


def test_a_file_that_is_no_database_is_told(folder: Path, visitbot: Visitbot) -> None:
    (folder / "visitbot.db").write_bytes(b"no database at all, but long enough to be looked at" * 40)
    for leftover in folder.glob("visitbot.db-*"):
        leftover.unlink()
    assert "visitbot.db" in sentence(visitbot(folder, "visits", status=1))


def test_a_full_disk_is_told_and_after_it_nothing_is_missing_or_twice(folder: Path) -> None:
    def full() -> None:
        size = (folder / "visitbot.db").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, size + 20_000))

    now = ("--now", "2027-01-11T09:00")
    in_a_process(folder, "invite", "--all", *now)
    said = in_a_process(folder, "run", "--once", *now, status=1, limit=full)
    assert "disk" in said.casefold() or "space" in said.casefold()
    in_a_process(folder, "run", "--once", *now)
    in_a_process(folder, "run", "--once", *now)
    assert len(list((folder / "mail/sent/new").iterdir())) == 4
    assert list((folder / "mail/sent/tmp").iterdir()) == []
    visits = json.loads(in_a_process(folder, "visits", "--format", "json"))
    assert {visit["first_sent_at"] for visit in visits} == {"2027-01-11T09:00:00Z"}


def test_running_once_twice_does_nothing_twice_and_leaves_no_process_behind(folder: Path) -> None:
    now = ("--now", "2027-01-18T09:00")
    in_a_process(folder, "invite", "--all", "--now", "2027-01-11T09:00")
    in_a_process(folder, "run", "--once", "--now", "2027-01-11T09:00")
    in_a_process(folder, "run", "--once", *now)
    first = sorted(path.name for path in (folder / "mail/sent/new").iterdir())
    in_a_process(folder, "run", "--once", *now)
    assert sorted(path.name for path in (folder / "mail/sent/new").iterdir()) == first
    held = [path for path in Path("/proc").glob("[0-9]*/cwd") if _points_to(path, folder)]
    assert held == []


def _points_to(link: Path, folder: Path) -> bool:
    try:
        return link.resolve() == folder.resolve()
    except OSError:
        return False


def test_the_state_of_things_is_told_by_status_doctor_and_digest(folder: Path, visitbot: Visitbot) -> None:
    visitbot(folder, "invite", "--all", "--now", "2027-01-11T09:00")
    assert "visits: 4" in visitbot(folder, "status")
    visitbot(folder, "run", "--once", "--now", "2027-01-11T09:00")
    assert "WRONG" not in visitbot(folder, "doctor")
    visitbot(folder, "digest", "--out", "out", "--now", "2027-01-18T09:00")
    assert json.loads((folder / "out/digest.json").read_text())
    shutil.rmtree(folder / "mail")
    told = subprocess.run([str(VISITBOT), "doctor"], cwd=folder, capture_output=True, text=True, check=False)
    assert (told.returncode, "WRONG" in told.stdout, "visitbot init" in told.stdout) == (1, True, True)


def test_a_letter_that_breaks_the_reader_is_no_failure_of_the_run(world: World, visitbot: Visitbot) -> None:
    world.offered()
    world.write("hello", now=at(12, 1, 10))
    with world.parts.store.write() as records:
        letter_id = records.add_letter("<odd@x.example>", b"\xff" * 20, at(12, 1, 10), "odd")
    visitbot(world.folder, "run", "--once", "--now", "2027-01-12T10:00")
    states = {item["id"]: item["state"] for item in json.loads(visitbot(world.folder, "letters", "--format", "json"))}
    assert states[letter_id] in ("held", "ignored", "set_aside")
    assert "new" not in states.values()


def test_a_test_mail_is_sent_and_found_again(folder: Path, visitbot: Visitbot) -> None:
    visitbot(folder, "run", "--once", "--now", "2027-01-11T09:00")
    told = visitbot(folder, "doctor", "--send-test", "officer@council.example")
    assert "well   test mail: Sent to officer@council.example" in told
    assert "well   sent mail: It is found among what was sent." in told
    (file,) = (folder / "mail/sent/new").iterdir()
    assert b"Auto-Submitted: auto-generated" in file.read_bytes()


def test_a_test_mail_goes_to_nothing_that_is_no_address(folder: Path, visitbot: Visitbot) -> None:
    told = visitbot(folder, "doctor", "--send-test", "officer@council.example\nBcc: all@council.example", status=2)
    assert "not an address that mail can be sent to" in told
    assert not list(folder.glob("mail/sent/*/*"))
