import os
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.model import School
from storage import database
from storage.database import Store, create_or_upgrade, open_database
from storage.errors import StorageError


def said(error: pytest.ExceptionInfo[StorageError]) -> str:
    """The error's words, after seeing that they are one sentence without the library's own noise."""
    words = str(error.value)
    assert words.endswith(".")
    assert "\n" not in words
    assert "sqlalche" not in words.casefold()
    assert "Background on" not in words
    return words


def save(store: Store, *schools: School) -> None:
    with store.write() as records:
        for school in schools:
            records.save_school(school)


def names(store: Store) -> list[str]:
    with store.read() as records:
        return [school.name for school in records.schools()]


def test_a_crash_in_the_middle_of_writing_leaves_nothing(store: Store) -> None:
    def crash() -> None:
        with store.write() as records:
            records.save_school(School("100001", "Half a thought"))
            records.save_cursor("inbox", "12")
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        crash()
    with store.read() as records:
        assert records.schools() == []
        assert records.cursor("inbox") is None


def test_a_process_that_dies_while_writing_leaves_nothing_and_no_lock(store: Store) -> None:
    child = os.fork()
    if child == 0:
        own = Store(open_database(str(store.engine.url)))
        with own.write() as records:
            records.save_school(School("100001", "Half a thought"))
            os._exit(9)
    assert os.waitpid(child, 0)[1] != 0
    assert names(store) == []
    save(store, School("100002", "Whole"))
    assert names(store) == ["Whole"]


def test_writing_in_a_look_is_refused(store: Store) -> None:
    with pytest.raises(StorageError), store.read() as records:
        records.save_school(School("100001", "Oak"))
    assert names(store) == []


def test_a_look_sees_one_moment_while_another_writes(store: Store) -> None:
    save(store, School("100001", "Oak"))
    with store.read() as records:
        assert len(records.schools()) == 1
        save(store, School("100002", "Elm"))
        assert len(records.schools()) == 1
    assert names(store) == ["Elm", "Oak"]


def test_a_database_that_another_program_keeps_locked_is_said_in_one_sentence(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PRAGMAS", ("PRAGMA busy_timeout = 50",))
    impatient = Store(open_database(f"sqlite:///{file}"))
    names(store)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError) as error:
        save(impatient, School("100001", "Oak"))
    other.close()
    assert f"{file} was kept busy by another program" in said(error)
    save(impatient, School("100001", "Oak"))
    assert names(store) == ["Oak"]


def test_a_full_disk_is_said_in_one_sentence_and_nothing_is_half_written(store: Store, engine: sa.Engine) -> None:
    save(store, School("100001", "Oak"))

    def fill() -> None:
        with store.write() as records:
            connection = records.session.connection()
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            records.save_school(School("100002", "Elm"))
            records.save_note("long", "x" * 1_000_000)

    with pytest.raises(StorageError) as error:
        fill()
    assert "is full; make room" in said(error)
    engine.dispose()
    assert names(store) == ["Oak"]


@pytest.mark.parametrize(
    "content", [b"this is a letter, not a database\n" * 100, bytes(range(256)) * 32], ids=["text", "bytes"]
)
def test_a_file_that_is_no_database_is_said_in_one_sentence_and_left_alone(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(StorageError) as error:
        create_or_upgrade(open_database(f"sqlite:///{file}"))
    assert f"{file} is damaged or is not a database" in said(error)
    assert file.read_bytes() == content


def test_a_damaged_database_is_said_in_one_sentence(store: Store, engine: sa.Engine, file: Path) -> None:
    with store.write() as records:
        records.add_schools([School(str(100000 + n), f"School {n}") for n in range(3000)])
    engine.dispose()
    content = bytearray(file.read_bytes())
    content[4096 * 4 :] = b"\xff" * (len(content) - 4096 * 4)
    file.write_bytes(content)
    with pytest.raises(StorageError) as error:
        names(Store(open_database(f"sqlite:///{file}")))
    assert "damaged" in said(error)


def test_a_database_without_tables_says_what_to_run(file: Path) -> None:
    with pytest.raises(StorageError) as error:
        names(Store(open_database(f"sqlite:///{file}")))
    assert "run `visitbot init`" in said(error)


def test_a_database_without_a_team_says_what_to_run(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM team"))
    with pytest.raises(StorageError) as error:
        names(Store(engine))
    assert "has no team yet" in said(error)
    assert create_or_upgrade(engine)
    assert names(Store(engine)) == []


def test_a_missing_folder_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as error:
        create_or_upgrade(open_database(f"sqlite:///{tmp_path}/nowhere/visitbot.db"))
    assert "see that its folder exists" in said(error)


def test_a_write_protected_database_is_said_in_one_sentence(store: Store, engine: sa.Engine, file: Path) -> None:
    engine.dispose()
    # SQLite itself is told to open it read-only: a file's mode would not stop the superuser.
    protected = open_database(f"sqlite:///file:{file}?mode=ro&uri=true")
    with pytest.raises(StorageError) as error:
        save(Store(protected), School("100001", "Oak"))
    assert "may be written to" in said(error)
    assert store


@pytest.mark.parametrize("url", ["visitbot.db", "", "oracle://somewhere/else", "nosuch+driver://x"])
def test_an_address_that_is_no_database_is_said_in_one_sentence(url: str) -> None:
    with pytest.raises(StorageError) as error:
        open_database(url)
    assert "sqlite:///visitbot.db" in said(error)


def test_the_password_of_a_database_is_never_shown() -> None:
    with pytest.raises(StorageError) as error:
        create_or_upgrade(open_database("postgresql://visitbot:sesame@127.0.0.1:1/visitbot"))
    assert "cannot be reached" in said(error)
    assert "sesame" not in said(error)


def test_the_database_is_durable_and_keeps_its_references(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
