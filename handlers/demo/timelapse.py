"""`visitbot demo`: two terms in a minute. Schools and advisers are played; everything between is the real program."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.local_time import LONDON
from bot.model import VisitState
from bot.school_days import SchoolCalendar
from handlers.demo.advisers_at_work import AdvisersAtWork
from handlers.demo.board import Scene, Show, board
from handlers.demo.days import Day, stand_of
from handlers.demo.publishing import publish
from handlers.demo.schools_at_work import SchoolsAtWork
from handlers.demo.scripts import Scripts, load_scripts
from handlers.demo.world import World, fresh_folder, program, set_up

if TYPE_CHECKING:
    from rich.console import Console

_INVITING, _MORNING, _NOON, _EVENING = dt.time(7, 30), dt.time(8), dt.time(12, 30), dt.time(17)
_DONE = frozenset({VisitState.VISITED, VisitState.CANCELLED})


@dataclass
class Play:
    """A time-lapse under way, and what has been seen of it so far."""

    world: World
    scripts: Scripts
    schools: SchoolsAtWork
    advisers: AdvisersAtWork
    calendar: SchoolCalendar
    days: list[Day] = field(default_factory=list)
    letters: int = 0
    mails: int = 0
    problems: list[str] = field(default_factory=list)


def demo(folder: Path, console: Console) -> int:
    """Play two terms into that folder, and write its page; 0, or 1 where something failed. Raises PlainError."""
    began = time.monotonic()
    fresh_folder(folder)
    play = begin(folder)
    with board(console) as show:
        perform(play, show)
    page = publish(play.world, play.scripts, play.days)
    _farewell(play, page, console, time.monotonic() - began)
    return 1 if play.problems else 0


def begin(folder: Path, scripts: Scripts | None = None) -> Play:
    """A play that is set up in a fresh folder, before its first day."""
    scripts = scripts or load_scripts()
    first = dt.datetime.combine(scripts.waves[0].on, _INVITING, LONDON)
    world = set_up(folder, first)
    schools = SchoolsAtWork(scripts, world.places, world.inbox, world.sent)
    with world.parts.store.read() as records:
        calendar = records.calendar_of_council()
    return Play(world, scripts, schools, AdvisersAtWork(schools), calendar)


def perform(play: Play, show: Show) -> None:
    """Play day after day, until every visit has been made or the terms end."""
    for day in play.calendar.days:
        if day < play.scripts.waves[0].on:
            continue
        play_day(play, day)
        show(_scene(play, day))
        if _is_over(play, day):
            return


def play_day(play: Play, day: dt.date) -> None:
    """One school day: invite if it is time, work in the morning, let people act, work again if there is cause."""
    from handlers.inviting import invite

    for wave in play.scripts.waves:
        if wave.on == day:
            invite(play.world.parts, _at(day, _INVITING), limit=wave.limit)
    play.schools.write_until(_at(day, _MORNING))
    _run(play, _at(day, _MORNING))
    settled = play.advisers.work(play.world.parts, _at(day, _NOON))
    written = play.schools.write_until(_at(day, _EVENING))
    if settled or written:
        _run(play, _at(day, _EVENING))
    with play.world.parts.store.read() as records:
        play.days.append(Day(day, {visit.reference: stand_of(visit) for visit in records.visits()}))


def _run(play: Play, now: dt.datetime) -> None:
    """One round, as `visitbot run --once` does it; then the schools read what has gone out."""
    from handlers.run import run_once

    result = run_once(play.world.parts, now)
    play.letters += result.handled
    play.mails += result.mails
    play.problems.extend(result.problems)
    play.schools.read_post()


def _at(day: dt.date, time_: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time_, LONDON).astimezone(dt.UTC)


def _is_over(play: Play, day: dt.date) -> bool:
    """Whether everybody is invited and visited, and no letter is on its way."""
    stands = play.days[-1].stands.values()
    return play.scripts.waves[-1].on <= day and not play.schools.is_busy and all(stand in _DONE for stand in stands)


def _scene(play: Play, day: dt.date) -> Scene:
    with play.world.parts.store.read() as records:
        return Scene(
            day=day,
            schools=records.schools(),
            visits={visit.urn: visit for visit in records.visits()},
            advisers={adviser.email: adviser.name for adviser in records.advisers()},
            posts=play.world.channel.posts,
            letters=play.letters,
            mails=play.mails,
        )


def _farewell(play: Play, page: Path, console: Console, seconds: float) -> None:
    """Say what happened, and where to look."""
    counts = play.days[-1].counts
    folder = play.world.folder
    console.print(
        f"\n{len(play.days)} school days in {seconds:.0f} seconds: {counts[VisitState.VISITED.value]} of"
        f" {counts.total()} schools visited, {play.letters} letters read, {play.mails} mails sent.\n",
        highlight=False,
    )
    for problem in dict.fromkeys(play.problems):
        console.print(problem, style="red", highlight=False, markup=False)
    for name, value in (
        ("Every story", page),
        ("The mails", f"{play.world.sent / 'new'} and {play.world.inbox / 'cur'}"),
        ("The database", folder / "visitbot.db"),
        ("All visits", f"{program()} --config {folder / 'visitbot.toml'} visits"),
        ("One visit", f"{program()} --config {folder / 'visitbot.toml'} visits show VS-0001"),
    ):
        console.print(f"{name:<13} {value}", highlight=False, markup=False, soft_wrap=True)
