"""Commands to begin with: demo, try, init, import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handlers.cli.common import ConfigOption, ProblemsError, console, open_records, progress, say

if TYPE_CHECKING:
    from storage.database import Store
    from storage.imports.result import ImportResult, Progress

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="CSV or XLSX (terms: TOML).")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("demo")(demo)
    app.command("try")(try_it)
    app.command("init")(init)
    importing = typer.Typer(help="Import schools, contacts, advisers or terms; again = update.", no_args_is_help=True)
    for name, command in (
        ("schools", import_schools),
        ("contacts", import_contacts),
        ("advisers", import_advisers),
        ("terms", import_terms),
    ):
        importing.command(name)(command)
    app.add_typer(importing, name="import")


def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where the demo's world is written.")] = Path("demo"),
) -> None:
    """Watch two terms go by: 24 made-up schools, 3 advisers, real mail, in under a minute."""
    from handlers.demo.timelapse import demo as run_demo

    raise typer.Exit(run_demo(folder, console()))


def try_it() -> None:
    """Be the school: read the offer, type a reply, see what was understood and answered."""
    from handlers.demo.try_it import try_it as run_try

    raise typer.Exit(run_try(console()))


def init(context: typer.Context, config: ConfigOption = None) -> None:
    """Write visitbot.toml and create the database and the mail folders; what exists stays as it is."""
    from handlers.cli.common import Invocation
    from handlers.set_up import initialise

    before = context.find_object(Invocation)
    for line in initialise(config or (before.config if before else None)):
        say(line)


def import_schools(context: typer.Context, file: FileArgument, config: ConfigOption = None) -> None:
    """Schools from the national register (GIAS), as published; closed ones are left out."""
    from storage.imports.schools import import_schools as run

    _import(open_records(context, config), file, run, "schools")


def import_contacts(context: typer.Context, file: FileArgument, config: ConfigOption = None) -> None:
    """People at schools: urn, name, role, email."""
    from handlers.contacts import contacts_changed
    from storage.imports.contacts import import_contacts as run

    store = open_records(context, config)
    try:
        _import(store, file, run, "contacts")
    finally:
        contacts_changed(store)


def import_advisers(context: typer.Context, file: FileArgument, config: ConfigOption = None) -> None:
    """The team: name, email, slack_id, area, working_days."""
    from storage.imports.advisers import import_advisers as run

    _import(open_records(context, config), file, run, "advisers")


def import_terms(context: typer.Context, file: FileArgument, config: ConfigOption = None) -> None:
    """Terms and days without visits, from TOML."""
    from storage.imports.terms import import_terms as run

    _import(open_records(context, config), file, run, "terms")


def _import(store: Store, file: Path, run: Callable[[Store, Path, Progress | None], ImportResult], noun: str) -> None:
    """Import, tell what happened, and fail with a count where rows were bad; good rows are in."""
    with progress(f"Importing {noun}") as bar:
        result = run(store, file, bar)
    left_out = "".join(f", {count} left out ({why})" for why, count in result.left_out)
    gone = f", {len(result.gone)} no longer there (kept, marked)" if result.gone else ""
    counts = f"{result.created} new, {result.updated} updated, {result.unchanged} unchanged"
    say(f"{file.name}: {counts}{left_out}{gone}.")
    for problem in result.problems:
        typer.echo(str(problem), err=True)
    if result.problems:
        count = len(result.problems)
        raise ProblemsError(
            f"{file.name}: {count} row{'' if count == 1 else 's'} could not be imported; the rest went in."
        )
