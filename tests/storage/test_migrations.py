import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import storage.migrations
from bot.model import School
from storage.database import Store, create_or_upgrade, open_database
from storage.errors import StorageError
from storage.tables import Base


def test_an_empty_file_becomes_a_database_and_a_current_one_is_left_alone(file: Path) -> None:
    engine = open_database(f"sqlite:///{file}")
    assert create_or_upgrade(engine) is True
    before = file.read_bytes()
    assert create_or_upgrade(engine) is False
    assert file.read_bytes() == before


def test_a_new_database_can_be_read_by_its_owner_only(engine: sa.Engine, file: Path) -> None:
    create_or_upgrade(engine)
    with Store(engine).write() as records:
        records.save_note("a", "b")
        readable = [path.name for path in file.parent.glob("visitbot.db*") if path.stat().st_mode & 0o077]
    assert readable == []


def test_upgrading_keeps_what_is_stored(store: Store) -> None:
    with store.write() as records:
        records.save_school(School("100001", "Oak"))
    create_or_upgrade(store.engine)
    with store.read() as records:
        assert records.school("100001") == School("100001", "Oak")


def test_the_migrations_make_the_tables_that_the_records_use(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        made = sa.inspect(connection)
        checks = {check["name"] for check in made.get_check_constraints("visit")}
    assert checks == {"ck_visit_agreed_in_dated_states"}


def test_the_newest_migration_is_the_one_that_counts_as_current() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(storage.migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [storage.migrations.HEAD]


def test_the_durable_engines_tables_beside_ours_are_left_alone(file: Path) -> None:
    engine = open_database(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE workflow_status (workflow_uuid TEXT)")
        connection.exec_driver_sql("INSERT INTO workflow_status VALUES ('one')")
    assert create_or_upgrade(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT workflow_uuid FROM workflow_status").scalar_one() == "one"


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageError, match="newer version of Visit Bot"):
        create_or_upgrade(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == "9999"


def test_a_migration_that_fails_leaves_no_tables_behind(file: Path) -> None:
    engine = open_database(f"sqlite:///{file}")
    statements: list[str] = []

    def pull_the_plug(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)
        if "CREATE TABLE effect" in statement:
            raise sa.exc.OperationalError(statement, {}, Exception("database or disk is full"))

    sa.event.listen(engine, "before_cursor_execute", pull_the_plug)
    with pytest.raises(StorageError, match="is full"):
        create_or_upgrade(engine)
    assert any("CREATE TABLE visit" in statement for statement in statements)
    fresh = open_database(f"sqlite:///{file}")
    with fresh.connect() as connection:
        assert sa.inspect(connection).get_table_names() == []
    assert create_or_upgrade(fresh)


def test_a_database_that_is_current_needs_no_alembic(engine: sa.Engine, file: Path) -> None:
    engine.dispose()
    code = (
        "import sys; from storage.database import create_or_upgrade, open_database;"
        f"print(create_or_upgrade(open_database('sqlite:///{file}')), 'alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_what_the_command_line_needs_for_its_help_loads_no_database_library() -> None:
    code = (
        "import sys, storage.errors, storage.stored, storage.imports.schools, storage.imports.contacts,"
        " storage.imports.advisers, storage.imports.terms;"
        "print([name for name in ('sqlalchemy', 'alembic', 'openpyxl', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
