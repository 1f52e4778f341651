"""One static page that tells every visit's story; needs no script, no network and no other file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.wording.dates import clock, long_date
from handlers.clock import london
from handlers.demo.chapters import chapter_of, shown_letter
from handlers.demo.days import Chart, Day, chart
from handlers.story import ReadCopy, SentCopy, Story

if TYPE_CHECKING:
    from jinja2 import Environment, Template


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the numbers at the head of the page."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where to look further: a file, a folder or a command."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ShownDigest:
    """A weekly digest with its first sentence, as the managers got it."""

    name: str
    html: str


@dataclass(frozen=True, slots=True)
class Book:
    """Everything the page is made of. `strangers` are letters of no visit; `personas` go by URN."""

    title: str
    lead: str
    stories: tuple[Story, ...]
    figures: tuple[Figure, ...] = ()
    digests: tuple[SentCopy, ...] = ()
    strangers: tuple[ReadCopy, ...] = ()
    days: tuple[Day, ...] = ()
    personas: Mapping[str, str] = field(default_factory=dict)
    places: tuple[Place, ...] = ()


def render(book: Book) -> str:
    """The page as HTML."""
    chapters = [chapter_of(story, book.days, book.personas.get(story.visit.urn, "")) for story in book.stories]
    drawn: Chart | None = chart(book.days, len(chapters))
    return _template().render(
        title=book.title,
        lead=book.lead,
        figures=book.figures,
        digests=[_digest(mail) for mail in sorted(book.digests, key=lambda mail: mail.at, reverse=True)],
        chart=drawn,
        chapters=chapters,
        strangers=[shown_letter(letter) for letter in book.strangers],
        places=book.places,
    )


def moment_text(at: dt.datetime) -> str:
    """A moment in England: "Tuesday 26 January 2027, 9:15am"."""
    local = london(at)
    return f"{long_date(local.date())}, {clock(local.time())}"


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = FileSystemLoader(Path(__file__).parent / "templates")
    environment: Environment = Environment(
        loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["moment"] = moment_text
    environment.filters["iso"] = lambda at: london(at).isoformat(timespec="minutes")
    return environment.get_template("page.html.j2")


def _digest(mail: SentCopy) -> ShownDigest:
    """The digest's name is its day and the first line that says something."""
    said = [line for line in mail.text.splitlines() if line.strip()]
    first = f": {said[1]}" if len(said) > 1 else ""
    return ShownDigest(f"{long_date(london(mail.at).date())}{first}", mail.html)
