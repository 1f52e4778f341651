"""`explain`: what the reader makes of a reply, a mail, or the dates in a text; with --jsonl as a filter for lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.errors import PlainError, WrongUseError
from handlers.cli.common import ConfigOption, NowOption, clock_of, open_records, say

if TYPE_CHECKING:
    from collections.abc import Mapping

JsonLines = Annotated[bool, typer.Option("--jsonl", help="Read cases from standard input, a line each.")]
OptionalFile = Annotated[Path | None, typer.Argument(metavar="[FILE]", help="An .eml file, or a case as JSON.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    group = typer.Typer(help="Show what the reader makes of a reply, a mail or a text.", no_args_is_help=True)
    group.command("reply")(reply)
    group.command("mail")(mail)
    group.command("dates")(dates)
    app.add_typer(group, name="explain")


def reply(
    context: typer.Context,
    file: OptionalFile = None,
    visit: Annotated[str | None, typer.Option("--visit", metavar="REF", help="The visit that an .eml answers.")] = None,
    jsonl: JsonLines = False,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Show what a reply says, with the words that led to it, and the rule that chose the action."""
    if jsonl:
        _filter("replies")
        return
    from handlers.explaining.shown import shown_case, shown_letter

    raw = _read(file)
    if visit is None:
        lines = list(shown_case(_case(raw)))
    else:
        with open_records(context, config).read() as records:
            found = records.visit(visit.upper())
            if found is None:
                raise PlainError(f"No visit has the reference {visit}; `visitbot visits` lists them.")
            lines = list(shown_letter(records, found, raw, clock_of(now).now()))
    for line in lines:
        say(line)


def mail(file: OptionalFile = None, jsonl: JsonLines = False, config: ConfigOption = None) -> None:
    """Show who is talking in a mail (person, auto-reply, bounce, calendar) and what they newly wrote."""
    del config
    if jsonl:
        _filter("mails")
        return
    from handlers.explaining.mails import answer

    if file is None:
        raise WrongUseError("Name an .eml file, or use --jsonl.")
    _show(answer({"id": file.name, "path": str(file)}))


def dates(
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]")] = None,
    jsonl: JsonLines = False,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Show every date and every window of days that a text mentions."""
    del config
    if jsonl:
        _filter("dates")
        return
    from handlers.explaining.dates import answer

    if text is None:
        raise WrongUseError("Give a text, or use --jsonl.")
    _show(answer({"id": "text", "text": text, "now": clock_of(now).now().isoformat()}))


def _filter(kind: str) -> None:
    from handlers.explaining.lines import run

    run(kind, sys.stdin.buffer, sys.stdout)


def _read(file: Path | None) -> bytes:
    return sys.stdin.buffer.read() if file is None else file.read_bytes()


def _case(raw: bytes) -> dict[str, object]:
    try:
        case = json.loads(raw)
    except ValueError:
        raise WrongUseError("This is no case as JSON; for an .eml file name its visit with --visit REF.") from None
    if not isinstance(case, dict):
        raise WrongUseError("A case is a JSON object with id, now, visit and message.")
    return case


def _show(answer: Mapping[str, object]) -> None:
    say(json.dumps(answer, ensure_ascii=False, indent=1))
