"""`visitbot`: the commands, and how an error becomes one sentence and an exit status."""

from __future__ import annotations

import logging
import sys
from types import TracebackType
from typing import NoReturn

import typer

from bot.errors import PlainError, WrongUseError
from handlers.cli import explaining, looking, people, setting_up, working
from handlers.cli.common import ConfigOption, Invocation

FAILED, WRONG_USE = 1, 2

app = typer.Typer(
    name="visitbot",
    help="Agrees Virtual School visits with designated teachers by email.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def begin(context: typer.Context, config: ConfigOption = None) -> None:
    """Agrees Virtual School visits with designated teachers by email."""
    context.obj = Invocation(config)


for part in (setting_up, working, people, looking, explaining):
    part.add_commands(app)


def main() -> NoReturn:
    """Run one command. Exit status: 0 done, 1 something failed, 2 wrong use."""
    sys.excepthook = _tell_of_fault
    try:
        typer.main.get_command(app)(prog_name="visitbot")
    except WrongUseError as error:
        _fail(str(error), WRONG_USE)
    except PlainError as error:
        _fail(str(error), FAILED)
    except OSError as error:
        _fail(_sentence(error), FAILED)
    sys.exit(0)


def _tell_of_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """A fault of ours: one sentence for people, the details in the log. The interpreter then ends with 1."""
    if issubclass(kind, KeyboardInterrupt):
        typer.echo("visitbot: stopped.", err=True)
        return
    typer.echo(
        f"visitbot: a fault in the program ({kind.__name__}: {fault}); set VISITBOT_LOG__LEVEL=debug and"
        " report what it then says.",
        err=True,
    )
    logging.getLogger(__name__).debug("fault", exc_info=(kind, fault, trace))


def _fail(sentence: str, status: int) -> NoReturn:
    typer.echo(f"visitbot: {sentence}", err=True)
    sys.exit(status)


def _sentence(error: OSError) -> str:
    """What the system could not do, and with which file."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}; check the file, its permissions and the space on the disk."
