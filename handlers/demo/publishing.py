"""From the records of a finished time-lapse to its page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bot.effects import MailKind
from bot.model import Governor, Kind, LetterState, VisitState
from bot.wording.dates import count_text, short_date
from handlers.demo import page
from handlers.demo.days import Day
from handlers.demo.scripts import Scripts
from handlers.demo.world import CONFIGURATION, World, program
from handlers.story import ReadCopy, SentCopy, Story, gather, gather_digests, gather_strangers


def publish(world: World, scripts: Scripts, days: Sequence[Day]) -> Path:
    """Write the page into the world's folder; where it lies."""
    with world.parts.store.read() as records:
        stories = tuple(gather(records, visit) for visit in records.visits())
        digests, strangers = gather_digests(records), gather_strangers(records)
    book = page.Book(
        title=f"{count_text(len(stories), 'school')}, two terms",
        lead=_lead(stories, days),
        stories=stories,
        figures=_figures(stories),
        digests=digests,
        strangers=strangers,
        days=tuple(days),
        personas={school.urn: school.persona for school in scripts.schools},
        places=_places(world),
    )
    file = world.folder / "index.html"
    file.write_text(page.render(book), "utf-8")
    return file


def _lead(stories: Sequence[Story], days: Sequence[Day]) -> str:
    visited = sum(story.visit.state is VisitState.VISITED for story in stories)
    first, last = short_date(days[0].date), short_date(days[-1].date)
    return (
        f"From {first} to {last} Visit Bot wrote to {count_text(len(stories), 'designated teacher')}, read their"
        f" replies, agreed half days and put them in the diaries. {visited} of the visits have been made."
    )


def _figures(stories: Sequence[Story]) -> tuple[page.Figure, ...]:
    letters = [event for story in stories for event in story.events if isinstance(event, ReadCopy)]
    mails = [event for story in stories for event in story.events if isinstance(event, SentCopy)]
    held = sum(copy.letter.state in (LetterState.HELD, LetterState.SET_ASIDE) for copy in letters)
    waits = [
        (visit.agreed_at - visit.first_sent_at).days
        for visit in (story.visit for story in stories)
        if visit.agreed_at and visit.first_sent_at
    ]
    return (
        page.Figure("visits made", str(sum(story.visit.state is VisitState.VISITED for story in stories))),
        page.Figure("days from first mail to agreement (median)", f"{median(waits):g}" if waits else "–"),
        page.Figure("governors named", str(sum(story.visit.governor is Governor.NAMED for story in stories))),
        page.Figure("mails sent to schools", str(sum(mail.kind is not MailKind.CARD for mail in mails))),
        page.Figure("letters read", str(len(letters))),
        page.Figure("of them from machines", str(sum(copy.letter.kind is not Kind.REPLY for copy in letters))),
        page.Figure("settled without a person", str(len(letters) - held)),
        page.Figure("handed to an adviser", str(held)),
    )


def _places(world: World) -> tuple[page.Place, ...]:
    config = world.folder / CONFIGURATION
    return (
        page.Place("Our mails, one file each", str(world.sent / "new")),
        page.Place("The letters, as they came", str(world.inbox / "cur")),
        page.Place("The database", str(world.folder / "visitbot.db")),
        page.Place("All visits", f"{program()} --config {config} visits"),
        page.Place("What became of every letter", f"{program()} --config {config} letters"),
    )
