"""A visit's story as plain lines for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from bot.model import HistoryLine
from bot.wording.dates import half_day
from handlers.clock import london
from handlers.story import Event, ReadCopy, SentCopy, Story, ToldLine

WIDTH = 100


def told(story: Story) -> Iterator[str]:
    """The story, line by line: who and where, then every event in order."""
    visit = story.visit
    when = half_day(visit.agreed) if visit.agreed else "no date yet"
    yield f"{visit.reference}  {story.school.name} ({visit.urn})"
    state = visit.state.value.replace("_", " ")
    yield f"  {state}, {when}; adviser {story.adviser.name}; waiting for {visit.waiting_for}"
    if visit.reason:
        yield f"  {visit.reason}"
    for event in story.events:
        yield f"{london(event.at):%d/%m/%Y %H:%M}  {_headline(event)}"
        yield from _details(event)


def _headline(event: Event) -> str:
    match event:
        case SentCopy():
            return (
                f"mail {event.kind} to {', '.join(event.to)} ({event.state.value.replace('_', ' ')}): {event.subject}"
            )
        case ReadCopy():
            return f"letter {event.letter.id} from {event.writer}"
        case ToldLine():
            return f"channel: {event.text}"
        case HistoryLine():
            rule = f", rule: {event.rule}" if event.rule else ""
            return f"{event.what} (by {event.by}{rule})"


def _details(event: Event) -> Iterator[str]:
    if not isinstance(event, ReadCopy):
        return
    written = event.visible.text if event.visible else event.text
    for line in written.splitlines():
        yield from (f"    | {part}" for part in textwrap.wrap(line, WIDTH) or [""])
    understanding = event.letter.understanding
    for item in understanding.evidence if understanding else ():
        yield f"    read as {item.about} {item.value}, from “{item.words}” ({item.rule})"
