"""Commands that change something: invite, run, resolve, postpone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.errors import PlainError, WrongUseError
from handlers.cli.common import (
    ByOption,
    ConfigOption,
    NoteOption,
    NowOption,
    ProblemsError,
    clock_of,
    console,
    day_from,
    open_parts,
    parts_from,
    progress,
    say,
    settings_for,
)

if TYPE_CHECKING:
    from bot.model import Slot
    from handlers.inviting import Invited, InviteResult
    from handlers.resolving import Resolver


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("invite")(invite)
    app.command("run")(run)
    app.command("resolve")(resolve)
    app.command("postpone")(postpone)


def invite(
    context: typer.Context,
    school: Annotated[str | None, typer.Option("--school", metavar="URN", help="Only this school.")] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Every open school without a visit this year; so also without --school.")
    ] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many new visits.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be offered; record nothing.")] = False,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Record new visits and their first offers; the next run sends them. Again = nothing twice."""
    from handlers.inviting import invite as run_invite

    if school is not None and all_:
        raise WrongUseError("Say either --school URN or --all, which is what happens without either.")
    clock = clock_of(now)
    parts = open_parts(context, config, clock)
    with progress("Inviting") as bar:
        result = run_invite(parts, clock.now(), urn=school, limit=limit, dry_run=dry_run, progress=bar)
    _tell(result, dry_run=dry_run)


def _tell(result: InviteResult, *, dry_run: bool) -> None:
    from bot.wording.dates import count_text

    if dry_run and result.invited:
        _table(result.invited)
    visits = count_text(len(result.invited), "visit")
    done = "would be recorded" if dry_run else "recorded; the next run sends the offers"
    say(f"{visits} {done}. {count_text(result.already, 'school')} had one already.")
    for schools, why in ((result.without_slots, "No slot is left for"), (result.without_contact, "No contact for")):
        for school in schools:
            say(f"{why} {school.name} ({school.urn}).")


def _table(invited: list[Invited]) -> None:
    from rich.table import Table

    from bot.wording.dates import half_day

    table = Table("School", "Contact", "Adviser", "Slots")
    for item in invited:
        slots = "\n".join(f"{offered.option}. {half_day(offered.slot)}" for offered in item.slots)
        table.add_row(item.school.name, item.contact.name or item.contact.email, item.adviser.name, slots)
    console().print(table)


def run(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="One round of work, then end.")] = False,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Work: fetch mail, answer it, chase, remind, tell the team. Ends on Ctrl-C, or after one round with --once."""
    from handlers.lock import running_alone

    if now is not None and not once:
        raise WrongUseError("--now goes with --once: a bot that runs on needs the real clock.")
    clock = clock_of(now)
    settings = settings_for(context, config)
    with running_alone(settings.database.path):
        parts = parts_from(settings, clock)
        if not once:
            from handlers.engine import run_forever
            from handlers.wiring import companions_for

            run_forever(parts, clock, companions=companions_for(settings, parts))
            return
        from handlers.run import run_once

        with progress("Letters") as bar:
            result = run_once(parts, clock.now(), bar)
    if sys.stdout.isatty():
        say(f"{result.fetched} letters fetched, {result.handled} handled, {result.mails} mails sent.")
    if result.problems:
        raise ProblemsError(" ".join(dict.fromkeys(result.problems)))


def resolve(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REF")],
    book: Annotated[
        tuple[str, str] | None, typer.Option("--book", metavar="DATE am|pm", help="Agree this slot.")
    ] = None,
    reoffer: Annotated[bool, typer.Option("--reoffer", help="Offer new slots.")] = False,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day for new slots.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day for new slots.")] = None,
    wait: Annotated[bool, typer.Option("--wait", help="Let the school answer.")] = False,
    cancel: Annotated[bool, typer.Option("--cancel", help="No visit this year.")] = False,
    visited: Annotated[bool, typer.Option("--visited", help="The visit has taken place.")] = False,
    close: Annotated[bool, typer.Option("--close", help="Settled; nothing changes.")] = False,
    note: NoteOption = "",
    by: ByOption = "the command line",
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Settle what waits for an adviser: exactly one of the decisions below."""
    from bot.wording.dates import half_day
    from handlers import resolving

    chosen: list[Resolver] = []
    if book:
        chosen.append(resolving.book(_slot(*book)))
    if reoffer:
        chosen.append(resolving.reoffer(day_from(from_, "--from"), day_from(to, "--to")))
    for said, resolver in (
        (wait, resolving.wait),
        (cancel, resolving.cancel),
        (visited, resolving.visited),
        (close, resolving.close),
    ):
        if said:
            chosen.append(resolver)
    if len(chosen) != 1:
        raise WrongUseError("Say exactly one of --book, --reoffer, --wait, --cancel, --visited and --close.")
    if (from_ or to) and not reoffer:
        raise WrongUseError("--from and --to go with --reoffer.")
    clock = clock_of(now)
    parts = open_parts(context, config, clock)
    visit = resolving.resolve(parts, reference.upper(), chosen[0], resolving.Wish(by, note), clock.now())
    day = f", {half_day(visit.agreed)}" if visit.agreed else ""
    say(f"{visit.reference} is {visit.state.value.replace('_', ' ')}{day}.")


def _slot(day: str, part: str) -> Slot:
    from bot.model import Part, Slot

    date = day_from(day, "--book")
    if date is None or part.lower() not in {value.value for value in Part}:
        raise WrongUseError(f'--book is "{day} {part}"; write it like --book 2027-01-26 am.')
    return Slot(date, Part(part.lower()))


def postpone(
    context: typer.Context,
    school: Annotated[
        str | None, typer.Option("--school", metavar="URN", help="The agreed visit of this school.")
    ] = None,
    day: Annotated[str | None, typer.Option("--day", metavar="DATE", help="Every visit agreed for this day.")] = None,
    note: NoteOption = "",
    by: ByOption = "the command line",
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Put off agreed visits (snow, inspections): one apology each, with fresh slots."""
    from handlers.resolving import postpone as run_postpone

    if (school is None) == (day is None):
        raise WrongUseError("Say either --school URN or --day DATE.")
    clock = clock_of(now)
    parts = open_parts(context, config, clock)
    visits = run_postpone(parts, clock.now(), by, urn=school, day=day_from(day, "--day"), note=note)
    for visit in visits:
        say(f"{visit.reference} is put off and {visit.state.value.replace('_', ' ')}.")
    if school and not visits:
        raise PlainError(f"School {school} has no agreed visit to put off; `visitbot visits` lists them.")
    if not visits:
        say("No visit is agreed for that day; nothing is put off.")
