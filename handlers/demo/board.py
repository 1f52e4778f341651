"""The board of the time-lapse: where every visit stands on this day, redrawn in place on a terminal."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.model import OfferState, School, Visit, VisitState
from bot.ports import Post
from bot.wording.dates import long_date, month_name
from handlers.demo.days import ADVISER, STAND_NAMES, stand_of

if TYPE_CHECKING:
    from rich.console import Console, Group, RenderableType

_STYLES: Mapping[str, str] = {
    VisitState.VISITED: "white on purple4",
    VisitState.AGREED: "white on dark_green",
    VisitState.OFFERED: "white on dodger_blue3",
    ADVISER: "black on orange1",
    VisitState.TO_ARRANGE: "black on grey70",
    VisitState.CANCELLED: "white on grey30",
}
_LINES = 5
_FURNITURE = 6
"""Lines of the board beside the schools and the channel."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be seen at the end of a day."""

    day: dt.date
    schools: Sequence[School]
    visits: Mapping[str, Visit]
    advisers: Mapping[str, str]
    posts: Sequence[Post]
    letters: int
    mails: int

    @property
    def counts(self) -> Counter[str]:
        """How many visits stand where."""
        return Counter(stand_of(visit) for visit in self.visits.values())


Show = Callable[[Scene], None]


@contextmanager
def board(console: Console) -> Iterator[Show]:
    """A live board on a terminal; elsewhere one plain line a month."""
    if not console.is_terminal:
        yield _Plain(console).show
        return
    from rich.live import Live

    with Live(console=console, auto_refresh=False, vertical_overflow="crop") as live:
        yield lambda scene: live.update(draw(scene, console.height), refresh=True)


def draw(scene: Scene, height: int) -> Group:
    """The board as Rich shows it, cut to so many lines."""
    from rich.console import Group
    from rich.text import Text

    head = Text.assemble((long_date(scene.day), "bold"), f"   {scene.letters} letters read, {scene.mails} mails sent")
    fits = height >= len(scene.schools) + _FURNITURE
    table = _table(scene) if fits else _short_table(scene)
    room = height - _FURNITURE - (len(scene.schools) if fits else (len(scene.schools) + 1) // 2)
    posts = scene.posts[-min(_LINES, room) :] if room > 0 else ()
    channel = [Text(post.text, style="dim", no_wrap=True, overflow="ellipsis") for post in posts]
    parts: list[RenderableType] = [head, _tally(scene), Text(), table, Text(), *channel]
    return Group(*parts)


def _tally(scene: Scene) -> RenderableType:
    from rich.text import Text

    counts = scene.counts
    counts[VisitState.TO_ARRANGE.value] += len(scene.schools) - counts.total()
    bar = Text()
    for state, style in _STYLES.items():
        if counts[state]:
            bar.append(f" {STAND_NAMES[state]} {counts[state]} ".ljust(counts[state] * 3), style=style)
    return bar


def _short_table(scene: Scene) -> RenderableType:
    """Two schools a line, for a terminal with few lines."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for name, width in (("School", 22), ("State", 18)) * 2:
        table.add_column(name, no_wrap=True, overflow="ellipsis", max_width=width)
    half = (len(scene.schools) + 1) // 2
    for left, right in zip_longest(scene.schools[:half], scene.schools[half:]):
        pair = [school for school in (left, right) if school is not None]
        cells = [(school.name, _cells(scene, scene.visits.get(school.urn))[1]) for school in pair]
        table.add_row(*(cell for both in cells for cell in both))
    return table


def _table(scene: Scene) -> RenderableType:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), expand=False, show_edge=False)
    for name, width in (("School", 38), ("Adviser", 15), ("State", 18), ("Date", 18), ("Asked", 9)):
        table.add_column(name, no_wrap=True, overflow="ellipsis", max_width=width)
    for school in scene.schools:
        table.add_row(school.name, *_cells(scene, scene.visits.get(school.urn)))
    return table


def _cells(scene: Scene, visit: Visit | None) -> tuple[RenderableType, ...]:
    from rich.text import Text

    if visit is None:
        return ("", Text("not invited yet", style="dim"), "", "")
    stand = stand_of(visit)
    slot = visit.agreed
    date = f"{slot.date:%a} {slot.date.day} {month_name(slot.date)[:3]} {slot.part}" if slot else ""
    chases = sum(offer.chases for offer in visit.offers)
    open_ = any(offer.state is OfferState.OPEN for offer in visit.offers)
    asked = f"{len(visit.offers)}×" + (f" +{chases}" if chases else "") + (" …" if open_ else "")
    return (
        scene.advisers.get(visit.adviser, visit.adviser),
        Text(f" {STAND_NAMES[stand]} ", style=_STYLES.get(stand, "")),
        date,
        asked,
    )


class _Plain:
    """One line a month, for a pipe."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._month = 0

    def show(self, scene: Scene) -> None:
        """Say where the visits stand, when a new month has begun."""
        if scene.day.month == self._month:
            return
        self._month = scene.day.month
        counts = scene.counts
        said = ", ".join(f"{STAND_NAMES[state].lower()} {counts[state]}" for state in _STYLES if counts[state])
        self._console.print(f"{long_date(scene.day)}: {said or 'nobody is invited yet'}", highlight=False, markup=False)
