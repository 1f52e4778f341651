"""What every command shares: its options, the configuration it opens, and how it speaks."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.errors import PlainError, WrongUseError

if TYPE_CHECKING:
    from rich.console import Console

    from bot.ports import Clock
    from handlers.parts import Parts
    from handlers.settings import Settings
    from storage.database import Store

ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="The configuration.", show_default="visitbot.toml")
]
NowOption = Annotated[
    str | None, typer.Option("--now", metavar="ISO", help="Work as at this moment (London time without an offset).")
]
ByOption = Annotated[str, typer.Option("--by", metavar="EMAIL", help="Who decides this; goes into the story.")]
NoteOption = Annotated[str, typer.Option("--note", metavar="TEXT", help="A note for the story.")]


class ProblemsError(PlainError):
    """Part of the work failed; the message tells all of it."""


@dataclass(slots=True)
class Invocation:
    """What was said before the command's name."""

    config: Path | None = None


def settings_for(context: typer.Context, config: Path | None) -> Settings:
    """The configuration of this call: that of the command, else that given before the command's name."""
    from handlers.settings import load_settings

    before = context.find_object(Invocation)
    return load_settings(config or (before.config if before else None), os.environ)


def open_parts(context: typer.Context, config: Path | None, clock: Clock) -> Parts:
    """Everything a working command needs."""
    return parts_from(settings_for(context, config), clock)


def parts_from(settings: Settings, clock: Clock) -> Parts:
    """The same, of a configuration that has been read."""
    from handlers.logs import configure_logs
    from handlers.wiring import build

    configure_logs(settings.log.level, settings.log.format)
    return build(settings, clock)


def open_records(context: typer.Context, config: Path | None) -> Store:
    """The records alone, for commands that only look."""
    from handlers.wiring import open_store

    return open_store(settings_for(context, config))


def clock_of(now: str | None) -> Clock:
    """The clock of this call."""
    from handlers.clock import clock_from

    return clock_from(now)


def day_from(text: str | None, option: str) -> dt.date | None:
    """A date given as YYYY-MM-DD; raises WrongUseError."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise WrongUseError(f'{option} is "{text}"; write a date like 2027-01-26.') from None


def say(text: str) -> None:
    """One line for the person who called."""
    typer.echo(text)


def console() -> Console:
    """A console for tables: as wide as the terminal, and wide enough for whole rows in a pipe."""
    from rich.console import Console

    return Console() if sys.stdout.isatty() else Console(width=200)


@contextmanager
def progress(name: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal; None, and silence, in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
