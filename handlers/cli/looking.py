"""Commands that only look: visits, letters, digest, status, doctor, ask."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.errors import PlainError, WrongUseError
from handlers.cli.common import (
    ConfigOption,
    NowOption,
    ProblemsError,
    clock_of,
    console,
    day_from,
    open_parts,
    open_records,
    say,
    settings_for,
)

if TYPE_CHECKING:
    from bot.model import LetterState, VisitState
    from handlers.listing import ListedVisit
    from storage.stored import StoredLetter

OutOption = Annotated[Path | None, typer.Option("--out", metavar="PATH", help="Write here instead of showing.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    visits_app = typer.Typer(invoke_without_command=True)
    visits_app.callback()(visits)
    visits_app.command("show")(show_visit)
    app.add_typer(visits_app, name="visits", help="List the visits; `visits show REF` tells the story of one.")
    letters_app = typer.Typer(invoke_without_command=True)
    letters_app.callback()(letters)
    letters_app.command("show")(show_letter)
    letters_app.command("retry")(retry_letter)
    app.add_typer(letters_app, name="letters", help="Every letter that ever came; show one, or read it again.")
    app.command("digest")(digest)
    app.command("status")(status)
    app.command("doctor")(doctor)
    app.command("ask")(ask)


def visits(
    context: typer.Context,
    state: Annotated[
        str | None, typer.Option("--state", metavar="S", help="to_arrange, offered, agreed, visited …")
    ] = None,
    adviser: Annotated[str | None, typer.Option("--adviser", metavar="EMAIL")] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Agreed for this day or later.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Agreed for this day or before.")] = None,
    format_: Annotated[str, typer.Option("--format", metavar="F", help="table, json, csv, xlsx or ics")] = "table",
    out: OutOption = None,
    config: ConfigOption = None,
) -> None:
    """List the visits."""
    if context.invoked_subcommand is not None:
        if config is not None:
            context.obj.config = config
        return
    from handlers.listing import FORMATS, Listing, listed_visits
    from handlers.wiring import open_store

    if format_ != "table" and format_ not in FORMATS:
        raise WrongUseError(f'--format is "{format_}"; choose table, json, csv, xlsx or ics.')
    days = day_from(from_, "--from"), day_from(to, "--to")
    wanted = _state(state)
    settings = settings_for(context, config)
    with open_store(settings).read() as records:
        found = listed_visits(records, state=wanted, adviser=adviser, from_=days[0], to=days[1])
    if format_ == "table":
        _visit_table(found)
        return
    now = clock_of(None).now()
    domain = settings.mail.address.rpartition("@")[2]
    listing = Listing(found, domain, lambda school: settings.hours.to_hours(school.phase), now)
    _write(FORMATS[format_](listing), out, binary=format_ == "xlsx")


def _state(text: str | None) -> VisitState | None:
    from bot.model import VisitState

    if text is None:
        return None
    names = [state.value for state in VisitState]
    if text not in names:
        raise WrongUseError(f'--state is "{text}"; choose one of {", ".join(names)}.')
    return VisitState(text)


def _write(content: bytes, out: Path | None, *, binary: bool) -> None:
    if out is not None:
        out.write_bytes(content)
        return
    if binary and sys.stdout.isatty():
        raise WrongUseError("A workbook cannot be shown on a terminal; add --out FILE.")
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _visit_table(found: tuple[ListedVisit, ...]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from bot.wording.dates import half_day

    table = Table("Visit", "School", "Adviser", "State", "When", "Waits for", box=box.SIMPLE_HEAD)
    for item in found:
        visit = item.visit
        when = half_day(visit.agreed) if visit.agreed else ""
        waits = "" if visit.waiting_for.value == "nobody" else visit.waiting_for.value
        cells = (visit.reference, item.school_name, item.adviser_name, visit.state.value.replace("_", " "), when)
        table.add_row(*(Text(cell) for cell in cells), Text(f"{waits}: {visit.reason}" if visit.reason else waits))
    console().print(table)
    say(f"{len(found)} visit{'' if len(found) == 1 else 's'}")


def show_visit(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REF")],
    config: ConfigOption = None,
) -> None:
    """Tell the story of one visit: mails both ways, what was understood, decided and told."""
    from handlers.story import gather
    from handlers.telling import told

    store = open_records(context, config)
    with store.read() as records:
        visit = records.visit(reference.upper())
        if visit is None:
            raise PlainError(f"No visit has the reference {reference}; `visitbot visits` lists them.")
        story = gather(records, visit)
    for line in told(story):
        say(line)


def letters(
    context: typer.Context,
    state: Annotated[
        str | None, typer.Option("--state", metavar="S", help="handled, held, set_aside or ignored")
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="F", help="table or json")] = "table",
    config: ConfigOption = None,
) -> None:
    """List every letter that ever came."""
    if context.invoked_subcommand is not None:
        if config is not None:
            context.obj.config = config
        return
    if format_ not in ("table", "json"):
        raise WrongUseError(f'--format is "{format_}"; choose table or json.')
    wanted = _letter_state(state)
    with open_records(context, config).read() as records:
        found = records.letters(wanted)
    if format_ == "json":
        _write((json.dumps([_letter_data(item) for item in found], indent=1) + "\n").encode(), None, binary=False)
    else:
        _letter_table(found)


def _letter_state(text: str | None) -> LetterState | None:
    from bot.model import LetterState

    if text is None:
        return None
    names = [state.value for state in LetterState]
    if text not in names:
        raise WrongUseError(f'--state is "{text}"; choose one of {", ".join(names)}.')
    return LetterState(text)


def _letter_data(letter: StoredLetter) -> dict[str, object]:
    from handlers.listing import utc_text

    return {
        "id": letter.id,
        "message_id": letter.message_id,
        "from": letter.sender,
        "received": utc_text(letter.received),
        "state": letter.state.value,
        "visit": letter.reference or None,
        "kind": letter.kind.value if letter.kind else None,
        "action": letter.action.value if letter.action else None,
        "reason_code": letter.reason_code.value if letter.reason_code else None,
        "reason": letter.reason,
        "rule": letter.rule,
        "error": letter.error,
    }


def _letter_table(found: list[StoredLetter]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from handlers.clock import london

    table = Table("Id", "Received", "From", "State", "Visit", "Kind", "Action", "Reason", box=box.SIMPLE_HEAD)
    for letter in found:
        cells = (
            str(letter.id),
            f"{london(letter.received):%d/%m/%Y %H:%M}",
            letter.sender,
            letter.state.value.replace("_", " "),
            letter.reference,
            letter.kind.value if letter.kind else "",
            letter.action.value if letter.action else "",
            letter.reason or letter.rule,
        )
        table.add_row(*(Text(cell) for cell in cells))
    console().print(table)
    say(f"{len(found)} letter{'' if len(found) == 1 else 's'}")


def show_letter(
    context: typer.Context,
    letter_id: Annotated[int, typer.Argument(metavar="ID")],
    config: ConfigOption = None,
) -> None:
    """Show one letter whole, with what was made of it."""
    from bot.reading.letter import read_letter

    with open_records(context, config).read() as records:
        letter = records.letter(letter_id)
    if letter is None:
        raise PlainError(f"No letter has the id {letter_id}; `visitbot letters` lists them.")
    for name, value in _letter_data(letter).items():
        if value:
            say(f"{name}: {value}")
    read = read_letter(letter.raw)
    say(f"subject: {read.subject}")
    for item in letter.understanding.evidence if letter.understanding else ():
        say(f"read as: {item.about} {item.value}, from “{item.words}”")
    for attachment in read.attachments:
        say(f"attachment: {attachment.filename}, {attachment.content_type}, {attachment.size:,} bytes")
    say("")
    say(read.text)


def retry_letter(
    context: typer.Context,
    letter_id: Annotated[int, typer.Argument(metavar="ID")],
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Read a letter again that was set aside or held, for example after its writer was added as a contact."""
    from handlers.on_letter import retry

    clock = clock_of(now)
    parts = open_parts(context, config, clock)
    letter = retry(parts, letter_id, clock.now())
    say(f"Letter {letter.id} is {letter.state.value.replace('_', ' ')}. {letter.reason or letter.rule}".strip())


def digest(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Write .txt, .html and .json here.")] = None,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Show the managers' digest as it stands."""
    from bot.wording.digest_pages import digest_html, digest_json, digest_text
    from handlers.digesting import current_digest

    clock = clock_of(now)
    parts = open_parts(context, config, clock)
    with parts.store.read() as records:
        made = current_digest(records, parts, clock.now())
    if out is None:
        say(digest_text(made))
        return
    out.mkdir(parents=True, exist_ok=True)
    for suffix, render in (("txt", digest_text), ("html", digest_html), ("json", digest_json)):
        (out / f"digest.{suffix}").write_text(render(made), encoding="utf-8")
    say(f"Wrote digest.txt, digest.html and digest.json to {out}.")


def status(context: typer.Context, config: ConfigOption = None) -> None:
    """Show in a few lines how things stand; exit status 1 where an effect has failed."""
    from handlers.status import status_lines

    lines, failed = status_lines(open_records(context, config))
    for line in lines:
        say(line)
    if failed:
        raise ProblemsError(
            f"{failed} effect{'' if failed == 1 else 's'} failed for good; see the log of `visitbot run`."
        )


def doctor(
    context: typer.Context,
    send_test: Annotated[
        str | None, typer.Option("--send-test", metavar="ADDRESS", help="Send a mail to this address, and find it.")
    ] = None,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Check every configured part and say what is wrong and how to mend it."""
    from handlers.doctor import examine

    settings = settings_for(context, config)
    clock = clock_of(now)
    findings = list(examine(settings, clock))
    if send_test is not None:
        from handlers.trial_mail import send_test as send_and_find
        from handlers.wiring import mailbox_for

        findings += send_and_find(mailbox_for(settings), settings.team(), send_test, clock.now())
    for finding in findings:
        say(f"{'well ' if finding.well else 'WRONG'}  {finding.what}: {finding.sentence}")
    wrong = sum(not finding.well for finding in findings)
    if wrong:
        raise ProblemsError(f"{wrong} of {len(findings)} checks found something wrong.")


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION")],
    by: Annotated[str | None, typer.Option("--by", metavar="EMAIL", help="Which adviser asks.")] = None,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Answer an adviser's question: “my visits next week”, “who waits”, a reference or a school's name."""
    from handlers.on_question import answer, lines

    clock = clock_of(now)
    parts = open_parts(context, config, clock)
    with parts.store.read() as records:
        reply = answer(records, parts, question, by or "", clock.now())
    for line in lines(reply):
        say(line)
