"""`visitbot try`: be the school. Read the offer, type a reply, see what was understood, decided and answered."""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bot.local_time import LONDON
from bot.model import Contact, Visit, VisitState, WaitingFor
from bot.wording.dates import long_date, short_date
from handlers.clock import london
from handlers.demo.chapters import verdict
from handlers.demo.envelopes import Writing, seal
from handlers.demo.marks import Zone, cut
from handlers.demo.our_mail import OurMail, read_our_mail
from handlers.demo.world import World, set_up

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text as RichText

    from handlers.story import ReadCopy

URN = "900103"
START = dt.datetime(2027, 1, 11, 9, 0, tzinfo=LONDON)
_WIDEST = 100
_ANSWERED = dt.time(10, 5)
_HOW = "Type your reply; end it with a single dot on a line, or Ctrl-D. An empty reply ends the game."

ReadReply = Callable[[], str]


@dataclass
class Game:
    """One school's conversation with the bot, in a world of its own."""

    world: World
    console: Console
    me: Contact
    now: dt.datetime
    seen: set[str] = field(default_factory=set)

    def visit(self) -> Visit:
        """The school's visit as it stands."""
        with self.world.parts.store.read() as records:
            return next(visit for visit in records.visits() if visit.urn == URN)

    def new_mails(self) -> list[OurMail]:
        """What has come for the school since it last looked."""
        files = sorted(path for path in (self.world.sent / "new").iterdir() if path.name not in self.seen)
        self.seen.update(path.name for path in files)
        mails = [read_our_mail(path.read_bytes()) for path in files]
        return sorted((mail for mail in mails if self.me.email in mail.to), key=lambda mail: mail.sent)


def try_it(console: Console, read_reply: ReadReply | None = None) -> int:
    """Play until a date is agreed or an empty reply is given; always 0. `read_reply` gives one reply, "" to end."""
    with tempfile.TemporaryDirectory(prefix="visitbot-try-") as folder:
        _play(_begin(Path(folder), console), read_reply or (lambda: read_until_dot(sys.stdin)))
    return 0


def read_until_dot(stream: TextIO) -> str:
    """The lines up to a single dot or the end of the stream, as one text."""
    lines: list[str] = []
    for line in iter(stream.readline, ""):
        if line.strip() == ".":
            break
        lines.append(line.rstrip("\r\n"))
    return "\n".join(lines).strip()


def _begin(folder: Path, console: Console) -> Game:
    from handlers.inviting import invite

    world = set_up(folder, START)
    me = world.places[URN].contacts[0]
    game = Game(world, console, me, START.astimezone(dt.UTC))
    invite(world.parts, game.now, urn=URN)
    console.print(
        f"It is {long_date(START.date())}. You are {me.name}, designated teacher. This mail has come for you:",
        highlight=False,
    )
    return game


def _play(game: Game, read_reply: ReadReply) -> None:
    _work(game)
    answered: OurMail | None = None
    while True:
        mails = game.new_mails()
        for mail in mails:
            _show_mail(game.console, mail)
            answered = mail
        if not mails:
            game.console.print("No mail goes out to you.", highlight=False)
        if answered is None or game.visit().state is VisitState.AGREED:
            game.console.print("That is settled. Nothing has left this machine.", style="bold", highlight=False)
            return
        game.console.print(_HOW, style="bold", highlight=False)
        reply = read_reply()
        if not reply:
            return
        _answer(game, answered, reply)
        _work(game)
        _show_understanding(game)


def _work(game: Game) -> None:
    """One round of the real program, a few minutes on."""
    from handlers.run import run_once

    game.now += dt.timedelta(minutes=20)
    run_once(game.world.parts, game.now)


def _answer(game: Game, answered: OurMail, reply: str) -> None:
    """Drop the reply into the inbox on the next school day, as a mail program would send it."""
    calendar, today = game.world.places[URN].calendar, london(game.now).date()
    day = calendar.add_school_days(today, 1) or today
    sent = game.now = dt.datetime.combine(day, _ANSWERED, LONDON).astimezone(dt.UTC)
    name = f"{int(sent.timestamp())}.try"
    writing = Writing(
        name=game.me.name,
        email=game.me.email,
        body=reply,
        signature="",
        disclaimer="",
        at=sent,
        message_id=f"<{name}@{game.me.email.partition('@')[2]}>",
        answered=answered,
        between={},
    )
    aside = game.world.inbox / "tmp" / name
    aside.write_bytes(seal("gmail", writing))
    aside.rename(game.world.inbox / "new" / name)


def _show_mail(console: Console, mail: OurMail) -> None:
    from rich.panel import Panel
    from rich.text import Text

    title = Text(f"{short_date(london(mail.sent).date())}  {mail.subject}", style="bold")
    text, width = Text(mail.text.strip()), min(console.width, _WIDEST)
    console.print(Panel(text, title=title, title_align="left", border_style="blue", width=width))


def _show_understanding(game: Game) -> None:
    """The reply with its telling words marked, what was concluded, and what the team is told."""
    from rich.panel import Panel
    from rich.text import Text

    from handlers.story import read_copy

    visit = game.visit()
    with game.world.parts.store.read() as records:
        copy = read_copy(records, records.letters()[-1], records.history(visit.reference))
        adviser = records.adviser(visit.adviser)
    width, title = min(game.console.width, _WIDEST), "What was understood"
    game.console.print(Panel(_marked(copy), title=title, title_align="left", border_style="yellow", width=width))
    said = Text.assemble(("Decided: ", "bold"), verdict(copy.letter), f"\nRule: {copy.letter.rule}")
    if copy.letter.reason:
        said.append(f"\n{copy.letter.reason}")
    if visit.waiting_for is WaitingFor.ADVISER and adviser is not None:
        said.append(f"\nNow {adviser.name}, the adviser, would look at it. You may write again.")
    game.console.print(said)
    for post in game.world.channel.posts[-1:]:
        game.console.print(f"The team's channel: {post.text}", style="dim", highlight=False, markup=False)


def _marked(copy: ReadCopy) -> RichText:
    from rich.text import Text

    text = Text()
    for stretch in cut(copy.text, copy.visible, copy.letter.understanding):
        if stretch.zone is Zone.QUOTED and not stretch.is_marked:
            text.append(f"({stretch.lines} quoted lines)\n", style="dim")
            continue
        for piece in stretch.pieces:
            text.append(piece.text, style="black on yellow" if piece.is_marked else "")
            for label in piece.labels:
                text.append(f" [{label}]", style="bold yellow")
        text.append("\n\n")
    text.rstrip()
    return text
