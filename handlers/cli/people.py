"""Commands about people at schools: contact add, contact left."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.errors import PlainError
from handlers.cli.common import ConfigOption, NowOption, clock_of, open_parts, open_records, say


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    contact = typer.Typer(help="Add a contact of a school, or note that one has left.", no_args_is_help=True)
    contact.command("add")(add)
    contact.command("left")(left)
    app.add_typer(contact, name="contact")


def add(
    context: typer.Context,
    urn: Annotated[str, typer.Argument(metavar="URN")],
    name: Annotated[str, typer.Option("--name")],
    role: Annotated[str, typer.Option("--role", help="For example designated_teacher or headteacher.")],
    email: Annotated[str, typer.Option("--email")],
    letter: Annotated[
        int | None, typer.Option("--letter", metavar="ID", help="Then accept this letter of theirs.")
    ] = None,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Add a person at a school, or update them by their address; with --letter, read what they wrote again."""
    from handlers.contacts import contact_from

    clock = clock_of(now)
    parts = open_parts(context, config, clock)
    store = parts.store
    contact = contact_from(name, role, email)
    with store.write() as records:
        school = records.school(urn)
        if school is None:
            raise PlainError(f"No school has the URN {urn}; run `visitbot import schools FILE` first.")
        records.save_contact(urn, contact)
    say(f"{contact.name} is a contact of {school.name}.")
    if letter is not None:
        from handlers.on_letter import retry

        again = retry(parts, letter, clock.now())
        say(f"Letter {again.id} is {again.state.value.replace('_', ' ')}. {again.reason or again.rule}".strip())


def left(
    context: typer.Context,
    email: Annotated[str, typer.Argument(metavar="EMAIL")],
    config: ConfigOption = None,
) -> None:
    """Note that a person has left; they are kept, and no longer written to."""
    from handlers.contacts import contact_left

    store = open_records(context, config)
    schools = contact_left(store, email.strip().lower())
    if not schools:
        raise PlainError(f"No contact has the address {email}.")
    say(f"{email} has left: {', '.join(schools)}.")
